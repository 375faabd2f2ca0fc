"""Tell in which years a report says a sentence: word for word, or in other words.

The newest wording stands for all that say the same: older ones are compared with it,
never with each other, so that no chain of small changes joins what is not alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from briefs.corpus.corpus import Corpus
from briefs.files import cache
from briefs.model import Edition, Span
from briefs.text.sentences import sentences
from briefs.years import likeness
from briefs.years.nearest import Nearest


class Place(NamedTuple):
    """Where a sentence stands, in its paragraph's text, and what it is one of.

    Sentences of the same words have one number of their `wording`, those that say the
    same one of their `saying`; each is a number within its report.
    """

    paragraph: int
    start: int
    end: int
    wording: int
    saying: int

    @property
    def span(self) -> Span:
        """Where it stands in the text of its paragraph."""
        return Span(self.start, self.end)


Serial = tuple[str, str, str]
"""A report on a country in a language: its issues may be compared."""

Saying = tuple[Serial, int]
"""What several places say, among those of all reports."""


def serial(edition: Edition) -> Serial:
    """Return what an edition is an issue of."""
    return edition.report, edition.country, edition.language


class Sayings:
    """The sentences of some editions, with all the years in which each is said."""

    def __init__(
        self,
        editions: Iterable[Edition] = (),
        places: Mapping[str, Sequence[Place]] | None = None,
    ) -> None:
        known = places or {}
        self._editions = {edition.id: edition for edition in editions}
        self._places = {
            id: {
                number: tuple(group)
                for number, group in groupby(known[id], key=lambda p: p.paragraph)
            }
            for id in known
        }
        self._wordings = self._years(known, "wording")
        self._sayings = self._years(known, "saying")

    def of(self, edition: str, paragraph: int) -> tuple[Place, ...]:
        """Return the sentences of a paragraph, none where it is not known."""
        return self._places.get(edition, {}).get(paragraph, ())

    def saying(self, edition: str, place: Place) -> Saying:
        """Return what names a saying among those of all reports."""
        return serial(self._editions[edition]), place.saying

    def years(self, edition: str, place: Place) -> frozenset[int]:
        """Return the years in which a sentence stands word for word."""
        return self._wordings[serial(self._editions[edition]), place.wording]

    def likewise(self, edition: str, place: Place) -> frozenset[int]:
        """Return the years in which it is said, word for word or in other words."""
        return self._sayings[serial(self._editions[edition]), place.saying]

    def earlier(self, edition: str) -> frozenset[int]:
        """Return the years of the issues before an edition."""
        one = self._editions.get(edition)
        if one is None:
            return frozenset()
        issues = (e for e in self._editions.values() if serial(e) == serial(one))
        return frozenset(e.year for e in issues if e.year < one.year)

    def _years(
        self, places: Mapping[str, Sequence[Place]], name: str
    ) -> dict[tuple[Serial, int], frozenset[int]]:
        found: dict[tuple[Serial, int], set[int]] = {}
        for id, said in places.items():
            edition = self._editions[id]
            for place in said:
                number = serial(edition), getattr(place, name)
                found.setdefault(number, set()).add(edition.year)
        return {number: frozenset(years) for number, years in found.items()}


def read(corpus: Corpus, editions: Iterable[Edition]) -> Sayings:
    """Return the sayings of some editions; those of each report are remembered.

    The cost grows with the length of the texts. Raises CorpusError for an altered
    source.
    """
    every = sorted(editions, key=lambda e: (*serial(e), -e.year, e.id))
    places: dict[str, Sequence[Place]] = {}
    for _, group in groupby(every, key=serial):
        issues = list(group)
        for edition in issues:
            corpus.check_source(edition)
        found = cache.remember(
            "sayings",
            list[list[Place]],
            [part for e in issues for part in (e.id, e.sha256, e.layout_sha256)],
            partial(_indexed, corpus, issues),
        )
        places |= dict(zip((e.id for e in issues), found, strict=True))
    return Sayings(every, places)


def _indexed(corpus: Corpus, newest_first: Sequence[Edition]) -> list[list[Place]]:
    """Return the sentences of the issues of one report, numbered across its years."""
    book = _Book(newest_first[0].language)
    return [
        [
            Place(passage.number, *span, *book.enter(span.of(passage.text)))
            for passage in corpus.passages(edition)
            for span in sentences(passage.text, edition.language)
        ]
        for edition in newest_first
    ]


class _Book:
    """Wordings with their numbers, entered from the newest year to the oldest."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[str, tuple[int, int]] = {}
        self._texts: list[str] = []
        self._nearest = Nearest()

    def enter(self, text: str) -> tuple[int, int]:
        """Return the numbers of a sentence's wording and saying."""
        said = likeness.words(text)
        key = " ".join(said) or text
        if key not in self._numbers:
            number = len(self._texts)
            same = next(self._same(text, said), None)
            self._texts.append(text)
            if same is None:
                self._nearest.add(number, said)
            self._numbers[key] = number, number if same is None else same
        return self._numbers[key]

    def _same(self, text: str, said: list[str]) -> Iterator[int]:
        for number in self._nearest.like(said):
            if likeness.is_same(self._texts[number], text, self._language):
                yield number
