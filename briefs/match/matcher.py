"""Tie passages to topics, and say why.

Three things betray a topic: words of the passage, the headings nearest above it, and
what the whole edition is about.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from briefs.corpus.vocabulary import headings as standard
from briefs.match.judging import doubted, firm, judge
from briefs.model import RUN_IN, Heading, Match, Passage, Reason, Topic
from briefs.text.fold import Clause, clauses, keeps_vowels
from briefs.text.lexicon import Hit, Lexicon
from briefs.text.patterns import Pattern, parse

_TABLES = ("patterns", "excludes", "heads")
_CANCELS = "-"
"""What stands before a topic's code as the owner of its excludes."""

_REPEATED = 5_000
"""Paragraphs whose hits are kept in mind: reports repeat those of other years."""

_OUTERMOST = 1
_HARMONIC = frozenset({"ky"})
"""Languages whose words have all their vowels in front or all in the back."""
_LONGEST_POINTER = 40
_POINTER = regex.compile(
    r"(?:(?:Also|Please|For\s+[\w\s]{3,40}),?\s+)*see\b.*\bDepartment\s+of\s+State\b"
    r"|АКШ\w*\s+Мамлекеттик\s+Департамент.*\bБилдирүү"
    r"|(?:Кошумча|Толук)\s+маалымат.*\bМамлекеттик\s+Департамент"
    r"|(?:Также\s+)?См(?:\.|отрите)\s.*\bГос(?:ударственного\s+|)департамента\b",
    regex.IGNORECASE | regex.DOTALL,
)

Standard = Mapping[str, tuple[str, ...]]
"""The topics of the standard headings of a language, by the key of their wording."""


class Unused(NamedTuple):
    """A rule of a topic, from one of its tables, that meets nothing."""

    topic: str
    table: str
    pattern: str


class Matcher:
    """The topics of one language, ready to be looked for in passages."""

    def __init__(
        self, topics: Iterable[Topic], language: str, headings: Standard | None = None
    ) -> None:
        """Read the patterns; `headings` are the standard ones of the language."""
        topics = tuple(topics)
        self._language = language
        self._codes = tuple(topic.code for topic in topics)
        self._standard = headings or {}
        excludes = [
            (_CANCELS + code, pattern)
            for code, pattern in _rules(topics, "excludes", language)
        ]
        self._patterns, self._heads = (
            Lexicon((*_rules(topics, table, language), *excludes))
            for table in ("patterns", "heads")
        )
        self._headings: dict[tuple[bool, str], dict[str, Reason]] = {}
        self._hits: dict[str, dict[str, list[Hit]]] = {}

    def __call__(
        self, passage: Passage, defaults: Sequence[str] = ()
    ) -> tuple[Match, ...]:
        """Return the topics of a passage; `defaults` are those of its whole edition.

        A passage that only points to another report is about nothing.
        """
        if _is_pointer(passage.text):
            return ()
        frames = self._frames(passage, defaults)
        hits = self.hits(passage.text)
        judged = (
            judge(code, passage.text, frames.get(code, []), hits.get(code, []))
            for code in self._codes
            if code in frames or code in hits
        )
        return doubted(tuple(match for match in judged if match), frames)

    def hits(self, text: str) -> dict[str, list[Hit]]:
        """Return what in a text betrays each topic, in the order of the text."""
        if text not in self._hits:
            if len(self._hits) >= _REPEATED:
                self._hits.clear()
            found = _uncancelled(self._patterns.find(_clauses(text, self._language)))
            self._hits[text] = found
        return self._hits[text]

    def _frames(
        self, passage: Passage, defaults: Sequence[str]
    ) -> dict[str, list[Reason]]:
        """Return what speaks for a topic from outside: the edition and the headings."""
        frames: defaultdict[str, list[Reason]] = defaultdict(list)
        for code in defaults:
            frames[code].append(Reason("default", "", "", None))
        for heading in self._telling(passage.headings):
            for code, reason in self._topics_of(heading).items():
                frames[code].append(reason)
        return frames

    def _telling(self, headings: Sequence[Heading]) -> Iterator[Heading]:
        """Yield the headings a passage inherits from: the nearest, and its own run-in.

        A run-in heading adds to the one above it ("Employment" under "Refugees"); any
        other replaces it ("Prison Conditions" under "Torture") if it betrays a topic.
        The title of a whole section counts only right above a passage: it lists all
        that its parts are about.
        """
        sections = [heading for heading in headings if heading.level < RUN_IN]
        inner = [heading for heading in sections[:-1] if heading.level > _OUTERMOST]
        nearest = (h for h in (*inner, *sections[-1:])[::-1] if self._topics_of(h))
        yield from (heading for heading in (next(nearest, None),) if heading)
        yield from (heading for heading in headings[-1:] if heading.level >= RUN_IN)

    def _topics_of(self, heading: Heading) -> dict[str, Reason]:
        printed = heading.printed
        key = heading.level < RUN_IN, printed
        if key not in self._headings:
            known = self._standard.get(standard.key(heading.text))
            rules = (
                {
                    code: hits[0].pattern.written
                    for code, hits in self._heading_hits(heading).items()
                }
                if known is None
                else {code: heading.text for code in known if code in self._codes}
            )
            self._headings[key] = {
                code: Reason("heading", rule, printed, None)
                for code, rule in rules.items()
            }
        return self._headings[key]

    def _heading_hits(self, heading: Heading) -> Mapping[str, list[Hit]]:
        """Return what betrays a heading's topics: rules of heads, else any sign.

        Where no rule for heads applies, firm words tell, and where there are none, a
        weak sign does: each of so few words names what stands below. The title of a
        whole section names too much for that, and a heading that runs into its
        paragraph has that paragraph to tell more.
        """
        if heads := _uncancelled(self._heads.find(clauses(heading.printed))):
            return heads
        hits = self.hits(heading.printed)
        sure = {code: firm(found) for code, found in hits.items() if firm(found)}
        return sure or (hits if _OUTERMOST < heading.level < RUN_IN else {})


def unused(
    topics: Iterable[Topic], language: str, passages: Iterable[Passage]
) -> tuple[Unused, ...]:
    """Return the rules of a language that meet nothing in passages of that language."""
    topics = tuple(topics)
    texts = {table: set[str]() for table in _TABLES}
    for passage in passages:
        texts["patterns"].add(passage.text)
        texts["excludes"].add(passage.text)
        texts["heads"].update(heading.printed for heading in passage.headings)
    texts["excludes"] |= texts["heads"]
    return tuple(
        rule
        for table in _TABLES
        for rule in _unmet(
            _rules(topics, table, language),
            table,
            (_clauses(text, language) for text in texts[table]),
        )
    )


def preview(
    topic: Topic, language: str, passages: Iterable[Passage]
) -> dict[str, Counter[str]]:
    """Return, for each pattern of a topic, the words it hits and how often.

    The words are as printed, but in lower case; a hit that an exclude cancels is left
    out.
    """
    matcher = Matcher((topic,), language)
    seen: dict[str, Counter[str]] = {
        written: Counter() for written in topic.patterns.get(language, ())
    }
    for passage in passages:
        for hit in matcher.hits(passage.text).get(topic.code, ()):
            surface = hit.span.of(passage.text)
            seen[hit.pattern.written][surface.lower()] += 1
    return seen


def _clauses(text: str, language: str) -> list[Clause]:
    return clauses(text, vowels=language in _HARMONIC and keeps_vowels(text))


def _unmet(
    rules: Iterable[tuple[str, Pattern]], table: str, texts: Iterable[list[Clause]]
) -> Iterator[Unused]:
    rules = tuple(rules)
    lexicon = Lexicon(rules)
    met = {
        (hit.owner, hit.pattern.written) for text in texts for hit in lexicon.find(text)
    }
    for owner, pattern in rules:
        if (owner, pattern.written) not in met:
            yield Unused(owner, table, pattern.written)


def _rules(
    topics: Iterable[Topic], table: str, language: str
) -> Iterator[tuple[str, Pattern]]:
    for topic in topics:
        by_language: dict[str, tuple[str, ...]] = getattr(topic, table)
        for written in by_language.get(language, ()):
            yield topic.code, parse(written)


def _by_owner(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    owned: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        owned[hit.owner].append(hit)
    return owned


def _uncancelled(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Return the hits that no exclude overlaps, one for each stretch of text."""
    owned = _by_owner(hits)
    kept: dict[str, list[Hit]] = {}
    for code, own in owned.items():
        if code.startswith(_CANCELS):
            continue
        if cancelled := owned.get(_CANCELS + code):
            own = [hit for hit in own if not any(map(hit.overlaps, cancelled))]
        if own:
            kept[code] = _clearest(own)
    return kept


def _clearest(hits: list[Hit]) -> list[Hit]:
    """Return the hits in the order of the text, one of those that overlap.

    It is a firm one rather than a wide one, that rather than a weak one, and a long one
    rather than a short one.
    """
    if len(hits) == 1:  # as it often is
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=_clearness):
        if not any(map(hit.overlaps, kept)):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)


def _clearness(hit: Hit) -> tuple[bool, bool, int]:
    pattern = hit.pattern
    return pattern.weak, pattern.wide, hit.span.start - hit.span.end


def _is_pointer(text: str) -> bool:
    """Tell whether a passage does nothing but point to another report."""
    return _POINTER.match(text) is not None and len(text.split()) <= _LONGEST_POINTER
