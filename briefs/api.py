"""The door of the library: what a Python program may call.

The command line calls the same tasks. What is wrong is raised as a `BriefsError`, which
knows the exit code that the command line would end with.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from briefs import document
from briefs.compose.coverage import Cell
from briefs.corpus import corpus as shelves
from briefs.corpus.scope import Range
from briefs.document import Issuer
from briefs.errors import BriefsError as BriefsError
from briefs.files import resources
from briefs.match.index import Finding
from briefs.model import Edition, Passage
from briefs.tasks import check as checking
from briefs.tasks import lookup
from briefs.tasks import verify as proving
from briefs.tasks.building import build as making
from briefs.tasks.building import fitting, gather
from briefs.tasks.building.gather import Job
from briefs.tasks.building.request import Look, Request
from briefs.tasks.lookup import Placed
from briefs.verify.proof import Proof as Proof


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

    def find(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> list[Finding]:
        """Return every passage on some topics, with its grade and reasons.

        Raises UnknownTopicError, and NothingFoundError where there is none.
        """
        return lookup.find(self, topics, _range(years, countries))

    def search(
        self,
        text: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> list[tuple[Edition, Passage]]:
        """Return the passages that contain all words of a text, in any spelling.

        Raises NothingFoundError where there is none.
        """
        return lookup.search(self, text, _range(years, countries))

    def figures(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> list[Placed]:
        """Return the figures on some topics, or all, each with where it stands.

        Raises NothingFoundError where there is none.
        """
        return lookup.figures(self, topics or None, _range(years, countries))

    def coverage(
        self,
        *topics: str,
        years: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> list[Cell]:
        """Return what each report says on some topics, or on all, year by year."""
        return lookup.cover(self, topics or None, _range(years, countries))

    def check(self) -> Iterator[str]:
        """Yield what is in order, then raise CorpusError with every fault."""
        return (str(line) for line in checking.run(self))


@dataclass(frozen=True, slots=True)
class Brief(document.Brief):
    """A brief as its pages show it; `render` makes its file."""

    job: Job = field(kw_only=True, repr=False)


def compose(
    corpus: shelves.Corpus,
    topics: Iterable[str],
    *,
    locale: str = "ky",
    profile: str = "brief",
    years: Collection[int] | None = None,
    countries: Collection[str] | None = None,
    quotes: str = "both",
    pages: int | None = None,
    full: bool = False,
    paper: str = "a4",
    mono: bool = False,
    accent: str | None = None,
    look: Path | None = None,
    issuer: Issuer | None = None,
    date: datetime.date | None = None,
) -> Brief:
    """Return the brief on some topics, fitted into the pages of its design.

    `quotes` says what prints of a quotation in another language; `pages` is None for
    the design's own number; `accent` is a colour such as "#7a1f1f"; `look` a folder of
    the house with templates and styles; `date` is that of issue, today by default.
    Raises BriefsError for an unknown topic or design, or where nothing is found.
    """
    design = Look(profile, "pdf", paper, mono, accent=accent, folder=look)
    request = Request(
        topics=tuple(topics),
        locales=(locale,),
        day=date or _today(),
        range=_range(years, countries),
        look=design,
        full=full,
        quotes=quotes,
        pages=pages,
        issuer=issuer,
    )
    (job,) = gather.jobs(corpus, request)
    brief, _ = fitting.fitted(job)
    shown = {each.name: getattr(brief, each.name) for each in fields(document.Brief)}
    return Brief(**shown, job=job)


def render(brief: Brief, *, format: str = "pdf") -> bytes:
    """Return the finished file of a brief: a PDF, or a web page for "html".

    Every quotation is found again in it and in its source before it is returned. Raises
    VerificationError where one is not, RenderError where the page cannot be made.
    """
    job = brief.job
    look = replace(job.request.look, format=format)
    return making.make(replace(job, request=replace(job.request, look=look)))


def build(
    corpus: shelves.Corpus,
    topics: Iterable[str] | None,
    *,
    locales: Sequence[str] = ("ky",),
    output: Path | str | None = None,
    profile: str = "brief",
    format: str = "pdf",
    separate: bool = False,
    years: Collection[int] | None = None,
    countries: Collection[str] | None = None,
    date: datetime.date | None = None,
) -> list[Path]:
    """Make briefs, put them in place, and return their paths.

    `topics` None are all that something is said on. `output` is a file when one brief
    is made, else a folder. Nothing is written before every brief is made and proven.
    Raises BriefsError.
    """
    request = Request(
        topics=tuple(topics or ()),
        locales=tuple(locales),
        day=date or _today(),
        range=_range(years, countries),
        look=Look(profile, format),
        everything=topics is None,
        separate=separate,
        output=None if output is None else str(output),
    )
    return making.build(corpus, request, lambda files, total: files)


def verify(
    file: Path | str, corpus: shelves.Corpus, *, look: Path | None = None
) -> Proof:
    """Make the brief of a file again from a corpus and compare; return the proof.

    `look` is the house's folder, where the brief was made with one. Nothing is raised
    for a file that cannot be read: its verdict says so.
    """
    return proving.prove(Path(file), corpus, look)


def _today() -> datetime.date:
    """Return the day that it is where the reader is."""
    return datetime.datetime.now().astimezone().date()


def _range(years: Collection[int] | None, countries: Collection[str] | None) -> Range:
    return Range(
        None if years is None else frozenset(years),
        None if countries is None else frozenset(countries),
    )
