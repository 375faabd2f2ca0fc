"""Hold a corpus: what its folders say, each kind of file read when first asked for.

A folder may hold a part: what it has not of a kind it borrows from the package.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefs.corpus import editions, links, parallel, quoting, sources
from briefs.corpus.beside import (
    doubts,
    ledger,
    people,
    selections,
    statements,
    translations,
)
from briefs.corpus.beside.doubts import Doubt
from briefs.corpus.beside.people import Person
from briefs.corpus.beside.selections import Selections
from briefs.corpus.beside.statements import Statements
from briefs.corpus.beside.translations import Translations
from briefs.corpus.paragraphs import Paragraphs
from briefs.corpus.parallel import Pairs
from briefs.corpus.quoting import Quoting
from briefs.corpus.scope import Range, edition, pick, within
from briefs.corpus.vocabulary import (
    adjectives,
    families,
    headings,
    indicators,
    names,
    questions,
    topics,
    wordclasses,
)
from briefs.corpus.vocabulary.parties import (
    countries,
    organisations,
    publishers,
    series,
)
from briefs.corpus.vocabulary.parties.publishers import Publisher
from briefs.corpus.vocabulary.parties.series import Series
from briefs.corpus.vocabulary.questions import Questions
from briefs.errors import CorpusError, Message
from briefs.files import cache, resources, watching
from briefs.model import Edition, Figure, Indicator, Labels, Passage, Topic
from briefs.reading.intruders import Adjectives
from briefs.text.names import Grammar

if TYPE_CHECKING:
    from briefs.reading.lines import Reading


class Corpus:
    """The editions of one or several folders, and all that is known beside them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Take folders; what stands in the first wins over what stands in the next."""
        self.folders = tuple(folders)
        self.watch: watching.Watch = watching.unwatched
        self._unaltered: set[str] = set()
        self._passages: dict[str, tuple[Passage, ...]] = {}

    @classmethod
    def open(cls, *folders: Path | str | None) -> Self:
        """Return the corpus of some folders; of the package's, where none is named.

        Raises CorpusError for a folder that does not exist, or holds links elsewhere.
        """
        named = [Path(folder) for folder in folders if folder is not None]
        for folder in named:
            if not folder.is_dir():
                raise CorpusError(
                    Message("there is no corpus folder {folder}", folder=folder),
                    hint=Message("name a folder that holds editions/ with --corpus"),
                )
            links.require_inside(folder)
        return cls(named or [resources.data_dir("corpus")])

    def lent(self, name: str) -> Path:
        """Return a file or folder of the corpus, or the package's where it has none."""
        places = [folder / name for folder in self.folders]
        found = (place for place in places if place.exists())
        return next(found, resources.data_dir("corpus") / name)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The editions, sorted by country, report, year and language.

        Raises CorpusError when there is none, or naming file, line and key of a fault.
        """
        files = editions.files(self.folders)
        if not files:
            named = ", ".join(map(str, self.folders))
            raise CorpusError(
                Message("no editions in {folder}", folder=named),
                hint=Message(
                    "name a corpus folder with --corpus, or add an edition to it"
                ),
            )
        kind, known = tuple[Edition, ...], cache.contents(files)
        return cache.remember("editions", kind, known, lambda: editions.read(files))

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """The topics by code, in the order of their codes."""
        folder = self.lent("topics")
        files = sorted(folder.glob("*.toml"))
        if not files:
            raise CorpusError(
                Message("no topics in {folder}", folder=folder),
                hint=Message("a topic is a file such as torture.toml there"),
            )
        words = sorted((folder / wordclasses.FOLDER).glob("*.toml"))
        return cache.remember(
            "topics",
            dict[str, Topic],
            cache.contents([*files, *words]),
            lambda: topics.read(files, wordclasses.read(words)),
        )

    @cached_property
    def adjectives(self) -> dict[str, Adjectives]:
        """The words that no number follows, by language."""
        return adjectives.read(self.lent(adjectives.FILE))

    @cached_property
    def headings(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The topics of the standard headings, by language and by the heading's key."""
        file = self.lent(headings.FILE)
        return cache.remember(
            "headings",
            dict[str, dict[str, tuple[str, ...]]],
            cache.contents([file]),
            lambda: headings.read(file),
        )

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators by code."""
        folder = self.lent("indicators")
        files, known = sorted(folder.glob("*.toml")), self._topics_beside(folder)
        return cache.remember(
            "indicators",
            dict[str, Indicator],
            [*(known or ()), *cache.contents([*files, *families.files(folder)])],
            lambda: families.told(folder, indicators.read(files, known)),
        )

    @cached_property
    def organisations(self) -> dict[str, Labels]:
        """What those who report figures are called, by code."""
        file = self.lent("organisations.toml")
        return cache.remember(
            "organisations",
            dict[str, Labels],
            cache.contents([file]),
            lambda: {code: e.labels for code, e in organisations.read(file).items()},
        )

    @cached_property
    def countries(self) -> dict[str, Labels]:
        """What countries are called, by ISO 3166-1 alpha-3."""
        return countries.load(self.lent("countries.toml"))

    @cached_property
    def publishers(self) -> Mapping[str, Publisher]:
        """Who publishes reports, by code."""
        return publishers.load(self.lent(publishers.FILE))

    @cached_property
    def series(self) -> dict[str, Series]:
        """The series of reports, by code."""
        return series.load(self.lent("reports.toml"))

    @cached_property
    def questions(self) -> dict[str, Questions]:
        """The questions for discussion, by topic."""
        folder = self.lent("questions")
        return questions.read(
            sorted(folder.glob("*.toml")), self._topics_beside(folder)
        )

    def _topics_beside(self, folder: Path) -> tuple[str, ...] | None:
        """Return the topics that files of a folder may name; None for any.

        Where the one is borrowed and the other is not, they need not fit.
        """
        beside = folder.parent == self.lent("topics").parent
        return tuple(self.topics) if beside else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no edition yet."""
        return not editions.files(self.folders)

    def quoting(self, languages: Iterable[str]) -> dict[str, Quoting]:
        """Return what ties the sentences of some languages, where it is known."""
        found = {
            language: quoting.load(self.lent(f"quoting/{language}.toml"))
            for language in languages
        }
        return {language: ties for language, ties in found.items() if ties}

    def edition(self, name: str) -> Edition:
        """Return the edition with this id; raises CorpusError when there is none."""
        return edition(self.editions, name)

    def select(self, names: Iterable[str] | None) -> tuple[Topic, ...]:
        """Return the topics that are named by code or label, or all for None.

        Raises UnknownTopicError with the nearest name, UsageError when none is named.
        """
        return pick(self.topics, names)

    def within(self, range: Range) -> tuple[Edition, ...]:
        """Return the editions in a range; raises NothingFoundError for none."""
        return within(self.editions, range)

    def issues(self, range: Range) -> Pairs:
        """Return one edition of each issue in a range, and those in other languages."""
        return parallel.pair(self.within(range))

    def check_source(self, edition: Edition) -> None:
        """Raise CorpusError when the source of an edition is missing or was altered."""
        if edition.id in self._unaltered:
            return
        sources.check(edition)
        self._unaltered.add(edition.id)

    def source(self, edition: Edition) -> str:
        """Return the text of a source; raises CorpusError when it was altered."""
        self.check_source(edition)
        return sources.text(edition)

    def passages(self, edition: Edition) -> tuple[Passage, ...]:
        """Return the passages of an edition, from the cache while it is unchanged.

        Raises CorpusError as `source` does.
        """
        self.check_source(edition)
        if edition.id not in self._passages:
            self._passages[edition.id] = cache.remember(
                "passages",
                tuple[Passage, ...],
                (edition.sha256, edition.layout_sha256, edition.id, edition.language),
                lambda: sources.passages(edition, self.source(edition)),
            )
        return self._passages[edition.id]

    def reading(self, edition: Edition) -> "Reading":
        """Return a source as read; CorpusError as `source`, or for another layout."""
        return sources.reading(edition, self.source(edition))

    def paragraphs(self, edition: Edition) -> Mapping[int, Passage]:
        """Return the passages of an edition by number, read when first looked at."""
        return Paragraphs(lambda: self.passages(edition))

    def ledger(self, edition: Edition) -> tuple[Figure, ...]:
        """Return the reviewed figures of an edition; raises CorpusError for a fault."""
        return ledger.figures(edition, self.paragraphs(edition))

    def selections(self, edition: Edition) -> Selections:
        """Return what a person chose to quote of an edition.

        They stand in the folder that holds the edition, and are never borrowed.
        """
        folder = edition.path.parents[2] / "selections"
        file = folder / f"{edition.id}.toml"
        known = self._topics_beside(folder)
        return selections.read(file, self.paragraphs(edition), edition.language, known)

    def doubts(self, edition: Edition) -> tuple[Doubt, ...]:
        """Return where the text of an edition seems wrong."""
        return doubts.read(edition, self.paragraphs(edition))

    @cached_property
    def statements(self) -> Statements:
        """Terms, contradictions and repeats; raises CorpusError for words unfound."""
        known = {edition.id: self.paragraphs(edition) for edition in self.editions}
        return statements.read(self.lent, known)

    @cached_property
    def grammars(self) -> dict[str, Grammar]:
        """How names are inflected, by language."""
        return names.read(sorted(self.lent("names").glob("*.toml")))

    def people(self, edition: Edition) -> tuple[Person, ...] | None:
        """Return whom an edition names, None where no list tells it."""
        return people.read(edition, self.paragraphs(edition), self.grammars)

    def translations(self, edition: Edition, language: str) -> Translations | None:
        """Return the working translations of an edition, None when there are none."""
        return translations.read(edition, language)
