"""Make briefs: compose them, render them, put their files in place."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypedDict, Unpack

from briefs import document
from briefs.api.shelves import range_of
from briefs.choice import NO_WORDS, OwnWords, Picks
from briefs.compose import ownwords
from briefs.corpus.corpus import Corpus
from briefs.document import Issuer
from briefs.errors import Message
from briefs.files.watching import Watch as Watch
from briefs.files.watching import unwatched
from briefs.tasks.building import build as making
from briefs.tasks.building import fitting, gather
from briefs.tasks.building import unlisted as nobody
from briefs.tasks.building.gather import Job
from briefs.tasks.building.wanted.request import Look, Request


class Options(TypedDict, total=False):
    """How briefs are wanted; what is left out is as usual.

    `profile` is the page design, `paper` "a4" or "letter", `accent` a colour such as
    "#7a1f1f", `mono` without colour, `crop_marks` for the printer, `clear` in clear
    print (12 points at least), `look` a folder of the house with templates and styles.
    `years` and `countries` choose editions.
    `pages` are the most there may be (else the design's own number), `full` quotes
    whole passages, `quotes` says what prints of a quotation in another language:
    "original", "both", "translation" or "annex". What the reports of several countries
    say stands `by` "year" or "country". `issuer` is who issues the brief,
    `date` when (else today); `draft` allows a language that is not complete. `words`
    are the organization's own, `picks` the excerpts that it wants. `names` withholds
    those of private persons: "withheld", on the "front" page only, or not at all
    ("full"); None does as the design. `withhold` is a table of more names. `replaces`
    is the file of an older brief: the new one says what was corrected since.
    """

    profile: str
    paper: str
    accent: str | None
    mono: bool
    crop_marks: bool
    clear: bool
    look: Path | None
    years: Collection[int] | None
    countries: Collection[str] | None
    pages: int | None
    full: bool
    quotes: str
    by: str
    issuer: Issuer | None
    date: datetime.date | None
    draft: bool
    words: OwnWords
    picks: Picks
    names: str | None
    withhold: Path | None
    replaces: Path | None


@dataclass(frozen=True, slots=True)
class Brief(document.Brief):
    """A brief as its pages show it; `render` makes its file."""

    job: Job = field(kw_only=True, repr=False)


def compose(
    corpus: Corpus,
    topics: Iterable[str],
    *,
    locale: str = "ky",
    **options: Unpack[Options],
) -> Brief:
    """Return the brief on some topics, fitted into the pages of its design.

    Raises BriefsError for an unknown topic or design, or where nothing is found.
    """
    (job,) = gather.jobs(corpus, wanted_of(corpus, topics, (locale,), options))
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


def make(
    corpus: Corpus,
    topics: Iterable[str] | None,
    *,
    locales: Sequence[str] = ("ky",),
    format: str = "pdf",
    separate: bool = False,
    **options: Unpack[Options],
) -> bytes:
    """Make one brief as `build` does, and return its file; nothing is written.

    Raises UsageError where several are asked for.
    """
    wanted = wanted_of(corpus, topics, locales, options, format)
    return making.one(corpus, replace(wanted, separate=separate))


def build(
    corpus: Corpus,
    topics: Iterable[str] | None,
    *,
    locales: Sequence[str] = ("ky",),
    output: Path | str | None = None,
    format: str = "pdf",
    separate: bool = False,
    force: bool = False,
    watch: Watch | None = None,
    **options: Unpack[Options],
) -> list[Path]:
    """Make briefs, put them in place, and return their paths.

    `topics` None are all that something is said on; with `separate` each makes a brief
    of its own. `output` is a file when one brief is made, else a folder. `watch` gets
    the files one by one, and how many there will be, and passes them on. A file that
    is there and is no brief stays, unless `force` replaces it. Nothing is
    written before every brief is made and proven. Raises BriefsError.
    """
    wanted = replace(
        wanted_of(corpus, topics, locales, options, format),
        separate=separate,
        force=force,
        output=None if output is None else str(output),
    )
    return making.build(corpus, wanted, watch or unwatched)


def unlisted(corpus: Corpus, **options: Unpack[Options]) -> list[Message]:
    """Return a line for each edition whose private persons nobody listed.

    Their names are shown, though the options, or the design, would withhold them.
    """
    look = Look(options.get("profile", "brief"), folder=options.get("look"))
    within = range_of(options.get("years"), options.get("countries"))
    return list(nobody.told(corpus, within, look, options.get("names")))


_LOOK = ("profile", "paper", "accent", "mono", "crop_marks", "clear")
_WORDS = (
    *("pages", "full", "quotes", "by", "issuer"),
    *("draft", "picks", "names", "withhold"),
)


def wanted_of(
    corpus: Corpus,
    topics: Iterable[str] | None,
    locales: Sequence[str],
    options: Options,
    format: str = "pdf",
) -> Request:
    """Return what is asked for."""
    given: dict[str, Any] = {**options}
    usual = Look(format=format, folder=options.get("look"))
    request = Request(
        topics=tuple(topics or ()),
        locales=tuple(locales),
        day=options.get("date") or datetime.datetime.now().astimezone().date(),
        range=range_of(options.get("years"), options.get("countries")),
        look=replace(usual, **{key: given[key] for key in _LOOK if key in given}),
        everything=topics is None,
    )
    own = options.get("words", NO_WORDS)
    ownwords.check(own)
    words = dict.fromkeys(locales, own) if own else {}
    wanted = {key: given[key] for key in _WORDS if key in given}
    if older := options.get("replaces"):
        from briefs.tasks.building import replaced

        wanted["replaces"] = replaced.read(older, corpus, request.day)
    return replace(request, words=words, **wanted)
