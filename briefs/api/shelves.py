"""Open a corpus, and ask it what it says."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.corpus import corpus as shelves
from briefs.corpus.scope import Range
from briefs.errors import Message, UsageError
from briefs.files import resources
from briefs.model import Edition, Passage

if TYPE_CHECKING:
    # What answers a question is loaded when it is asked: a brief needs little of it.
    from briefs.compose.changes.comparing import Comparison
    from briefs.compose.excerpts.cuts.cutting import Cutting
    from briefs.compose.sources.tally import Cell
    from briefs.match.index import Finding
    from briefs.tasks.answering.tables import Placed
    from briefs.tasks.holding.holdings import Display, Holding
    from briefs.tasks.lookup import Preview, Reviewing


class Corpus(shelves.Corpus):
    """Reports, and all that is known beside them; answers what they say.

    `years` and `countries` choose editions: by their year of issue, and by ISO 3166-1
    alpha-3 ("KGZ"). Topics are named by code or by label in any language.
    """

    @classmethod
    def open(cls, *folders: Path | str | None) -> "Corpus":
        """Return the corpus of some folders.

        Without any it is the user's own corpus beside the shipped one, as on the
        command line. Raises CorpusError for a folder that does not exist.
        """
        named = [folder for folder in folders if folder is not None]
        return super().open(*(named or resources.shelves()))

    @classmethod
    def own(cls, folder: Path | None = None) -> "Corpus":
        """Return the corpus that reports are added to: a folder, or the user's own.

        It is made when something is added. Raises UsageError for a user without one.
        """
        place = folder or resources.users_corpus()
        if place is None:
            raise UsageError(
                Message("there is no folder for a corpus of your own"),
                hint=Message("name one with --corpus"),
            )
        return cls([place])

    def find(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> "list[Finding]":
        """Return every passage on some topics, with its grade and reasons.

        Raises UnknownTopicError, and NothingFoundError where there is none.
        """
        from briefs.tasks import lookup

        return lookup.find(self, topics, range_of(years, countries))

    def counts(self) -> dict[str, dict[int, int]]:
        """Return how many passages are on each topic, by its code and year of issue."""
        from briefs.tasks import lookup

        return lookup.counts(self)

    def repeats(
        self, findings: "Iterable[Finding]"
    ) -> dict[tuple[str, int], tuple[int, ...]]:
        """Return the years in which passages stand word for word.

        They are told by edition and number of paragraph, and looked for in all editions
        of the same report, country and language.
        """
        from briefs.tasks import lookup

        return lookup.repeats(self, findings)

    def splices(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
        longest: int | None = None,
    ) -> "Iterator[Cutting]":
        """Yield every excerpt on some topics that is not a whole paragraph.

        `longest` is the number of words beyond which a paragraph is cut. Raises
        NothingFoundError where there is no passage on a topic.
        """
        from briefs.compose.excerpts.cuts.cutting import LONGEST
        from briefs.tasks import splices

        range = range_of(years, countries)
        return splices.splices(self, topics, range, longest or LONGEST)

    def search(
        self,
        text: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> list[tuple[Edition, Passage]]:
        """Return the passages that contain all words of a text, in any spelling.

        Raises NothingFoundError where there is none.
        """
        from briefs.tasks import lookup

        return lookup.search(self, text, range_of(years, countries))

    def figures(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> "list[Placed]":
        """Return the figures on some topics, or all, each with where it stands.

        Raises NothingFoundError where there is none.
        """
        from briefs.tasks import lookup

        return lookup.figures(self, topics or None, range_of(years, countries))

    def review(self, edition: str) -> "Reviewing":
        """Compare the reviewed figures of an edition with those its passages state.

        Raises CorpusError where there is no such edition.
        """
        from briefs.tasks import lookup

        return lookup.review_figures(self, edition)

    def coverage(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> "list[Cell]":
        """Return what each report says on some topics, or on all, year by year."""
        from briefs.tasks import lookup

        return lookup.cover(self, topics or None, range_of(years, countries))

    def changes(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> "tuple[Comparison, ...]":
        """Return what changed on some topics from each edition to the next.

        Raises NothingFoundError where no report has two editions.
        """
        from briefs.tasks import changes

        return changes.compare(self, topics, range_of(years, countries))

    def not_compared(
        self,
        *,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> tuple[Message, ...]:
        """Return a line for neighbouring editions that `changes` cannot compare.

        Their languages differ, and no other edition of either year is in the same one.
        """
        from briefs.tasks import changes

        return changes.not_compared(self, range_of(years, countries))

    def preview(self, *topics: str) -> "Iterator[Preview]":
        """Yield, for each language, the words that patterns of topics (or all) hit."""
        from briefs.tasks import lookup

        return lookup.preview_topics(self, topics or None)

    def translated(
        self, edition: Edition, passage: Passage, languages: Iterable[str]
    ) -> str:
        """Return a passage in the first of some languages that has it.

        Empty where it is in one of them already, or in none.
        """
        from briefs.tasks import lookup

        return lookup.translated(self, edition, passage, languages)

    def translations_of(self, edition: Edition, passage: Passage) -> dict[str, str]:
        """Return the working translations of a whole passage, by language."""
        from briefs.tasks import lookup

        return lookup.translations_of(self, edition, passage)

    def holdings(
        self,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> "Iterator[Holding]":
        """Yield the editions with the folder of each, and how far it is reviewed.

        Raises NothingFoundError where there is none.
        """
        from briefs.tasks.holding import holdings

        return holdings.holdings(self, range_of(years, countries))

    def display(self, edition: str) -> "Display":
        """Return what an edition is, its outline in numbers, and what lies beside it.

        Raises CorpusError where there is no such edition, or it cannot be read.
        """
        from briefs.tasks.holding import holdings

        return holdings.display(self, edition)

    def require_removable(self, edition: str) -> None:
        """Raise UsageError for an edition of the program, CorpusError for none."""
        from briefs.tasks.holding import moving

        moving.require_removable(self.edition(edition))

    def remove(self, edition: str) -> Path:
        """Take an edition away with all that lies beside it; return where it stood.

        Raises CorpusError where there is no such edition, UsageError for one that came
        with the program, DeliveryError, with all as before, where that is impossible.
        """
        from briefs.tasks.holding import moving

        return moving.remove(self, edition)

    def copy(self, edition: str, folder: Path) -> tuple[Path, bool]:
        """Copy an edition into another corpus folder, whole or not at all.

        Return its new place, and whether it is new there. Raises CorpusError where
        there is no such edition or another of its name there, DeliveryError where
        nothing can be written.
        """
        from briefs.tasks.holding import moving

        return moving.copy(self, edition, folder)

    def check(self) -> Iterator[Message]:
        """Yield what is in order, then raise CorpusError with every fault."""
        from briefs.tasks import check

        return check.run(self)


def range_of(years: Collection[int] | None, countries: Collection[str] | None) -> Range:
    """Return which editions are meant."""
    return Range(
        None if years is None else frozenset(years),
        None if countries is None else frozenset(countries),
    )
