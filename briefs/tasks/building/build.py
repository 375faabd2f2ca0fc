"""Make briefs from a corpus: gather, compose, render, verify, and put in place."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from briefs.compose.pages import designs
from briefs.corpus.corpus import Corpus
from briefs.document import Brief
from briefs.errors import Message, RenderError, VerificationError
from briefs.files import cache, deliver
from briefs.files.watching import Watch
from briefs.i18n import locale as i18n
from briefs.render import layout as render
from briefs.render.drafts import Draft
from briefs.render.pdf import Attachment
from briefs.tasks import workers
from briefs.tasks.building import attachments, fitting, gather, sparing
from briefs.tasks.building import recipe as recipes
from briefs.tasks.building.destination import (
    IMPOSED,
    STDOUT,
    Destination,
    destination,
    require_apart,
    too_many,
)
from briefs.tasks.building.gather import Job
from briefs.tasks.building.wanted.request import Look, Request
from briefs.verify import pdftext, unnamed
from briefs.verify import quotations as verify
from briefs.verify import recipe as written
from briefs.verify.quotations import Quotation
from briefs.verify.recipe import Recipe


def build(corpus: Corpus, request: Request, watch: Watch) -> list[Path]:
    """Make the briefs of a request, put them in place and return their paths.

    Nothing is written before every brief is made and verified. Raises BriefsError.
    """
    return build_all(corpus, [request], watch)


def build_all(corpus: Corpus, requests: Sequence[Request], watch: Watch) -> list[Path]:
    """Make the briefs of several requests as `build` does those of one.

    Raises UsageError where two files would have one name.
    """
    groups = [(request, gather.jobs(corpus, request)) for request in requests]
    jobs = [job for _, group in groups for job in group]
    places: dict[int, Destination] = {}
    for request, group in groups:
        kind = request.look.format
        to = destination(request.output, kind=kind, several=len(jobs) > 1)
        places |= {id(job): to for job in group}
    require_apart(places[id(job)].place(job.name) for job in jobs)
    for request, group in groups:
        sparing.require(
            (
                places[id(job)].place(name)
                for job in group
                for name in names(job.name, request.look)
            ),
            sources(corpus, request),
            force=request.force,
        )
    return deliver.write_all(
        {
            places[id(job)].place(name): content
            for job, name, content in _files(jobs, watch)
        }
    )


def sources(corpus: Corpus, request: Request) -> list[Path]:
    """Return the folders that briefs are made from and never written to."""
    editions = [folder / "editions" for folder in corpus.folders]
    look = request.look.folder
    own = [look / "templates", look / "styles"] if look else []
    return [*editions, *own]


def names(name: str, look: Look) -> list[str]:
    """Return the names of the files that a brief of a name and a look makes."""
    if look.profile == "booklet" and look.format == "pdf":
        return [name, f"{Path(name).stem}{IMPOSED}.pdf"]
    return [name]


def one(corpus: Corpus, request: Request) -> bytes:
    """Make the one brief of a request and return its file.

    Raises UsageError where several are asked for.
    """
    jobs = gather.jobs(corpus, request)
    if len(jobs) > 1:
        raise too_many(STDOUT)
    return make(jobs[0])


def _files(jobs: Sequence[Job], watch: Watch) -> Iterator[tuple[Job, str, bytes]]:
    """Yield each finished file: its job, its name, its content."""
    for job, content in zip(jobs, watch(_made(jobs), len(jobs)), strict=True):
        for name, file in _with_sheets(job, content):
            yield job, name, file


def finished(job: Job) -> list[tuple[str, bytes]]:
    """Make the files of a job: their names and contents, the brief itself first."""
    return list(_with_sheets(job, make(job)))


def _with_sheets(job: Job, content: bytes) -> Iterator[tuple[str, bytes]]:
    look = job.request.look
    first, *sheets = names(job.name, look)
    yield first, content
    for name in sheets:
        yield name, imposed(content, look.paper)


def imposed(booklet: bytes, paper: str) -> bytes:
    """Return the sheets of a finished booklet; they carry its recipe too."""
    from briefs.render import imposition

    return imposition.booklet(
        booklet, sheet=imposition.SHEETS[paper], attached=written.NAME
    )


def _made(jobs: Sequence[Job]) -> Iterable[bytes]:
    """Yield the finished files; several are made at once where processes can fork.

    A forked process shares what its parent has loaded: the renderer and the fonts.
    """
    several = min(len(jobs), os.cpu_count() or 1)
    if several == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(make, jobs)
        return
    render.prepare(jobs[0].request.look.folder)
    fork = multiprocessing.get_context("fork")
    done = 0
    for _ in range(_TRIES):
        try:
            with workers.pool(several, fork, *jobs) as pool:
                for content in pool.map(_make_inherited, range(done, len(jobs))):
                    yield content
                    done += 1
        except BrokenProcessPool:  # the system ended a worker: what is left, once more
            continue
        return
    raise RenderError(
        Message("the system ended the process that made {name}", name=jobs[done].name),
        hint=Message("free some memory, or make fewer briefs at once"),
    )


_TRIES = 2
"""How often what is left is begun when a worker is ended from outside."""


def _make_inherited(number: int) -> bytes:
    job = workers.inherited[number]
    assert isinstance(job, Job)
    return make(job)


def make(job: Job) -> bytes:
    """Compose, render and verify one brief; return the finished file.

    An unchanged brief is not rendered again. Raises VerificationError when a quotation
    is not found in its source or in the file.
    """
    return with_quotations(job)[0]


def with_quotations(job: Job) -> tuple[bytes, list[Quotation]]:
    """Do what `make` does; return the quotations beside the file."""
    recipe = recipes.of(job)
    job = replace(job, recipe=recipe)  # its checksums are taken once
    brief, draft = _linted(job) if job.request.look.folder else fitting.fitted(job)
    quotations = list(verify.quotations(brief))
    hidden = job.material.policy.everywhere
    verify.against_source(unnamed.named(quotations, job.corpus, hidden), job.corpus)
    if job.request.look.format == "html":
        return _page(job, brief, draft, recipe), quotations
    attached = attachments.of(
        brief, quotations, job.material, recipe, i18n.load(job.locale)
    )
    return _pdf(job, brief, draft, attached), quotations


def _linted(job: Job) -> tuple[Brief, Draft]:
    """Return a brief and its pages, set by templates and styles of the house.

    Raises RenderError for a template or style that no reader could trust.
    """
    from briefs.render.checks import lint

    look = job.request.look
    if look.folder:
        lint.require_styles(look.folder)
    brief, draft = fitting.fitted(job)
    reader = i18n.load(job.locale)
    lint.require(fitting.to_html(brief, look, reader, mark=job.mark, trace=True))
    return brief, draft


def _page(job: Job, brief: Brief, draft: Draft, recipe: Recipe) -> bytes:
    """Return the brief as a web page, proven."""
    from briefs.render import webpage

    folder = job.request.look.folder
    if folder:
        render.lay_out(draft.html, look=folder, media="screen")
    content = webpage.self_contained(draft.html, folder)
    _prove(brief, webpage.visible_text(content), Message("the page"))
    return recipes.into_page(content, recipe).encode()


def _pdf(job: Job, brief: Brief, draft: Draft, attached: Sequence[Attachment]) -> bytes:
    """Return the file, rendered and proven, or as it was kept from the last time."""
    request, look = job.request, job.request.look
    contents = [attachment.content for attachment in attached]
    key = cache.digest(
        draft.html, str(request.day), repr(look), render.styles(look.folder), *contents
    )
    stored = cache.load(key, "pdf")
    if stored is not None:
        with suppress(VerificationError):
            _prove(brief, pdftext.text(stored), _FINISHED)
            return stored
    sheet = designs.get(look.profile, look.folder).sheet
    pdf = draft.to_pdf(request.day, attached, multiple=sheet)
    _prove(brief, pdftext.text(pdf), _FINISHED)
    cache.store(key, "pdf", pdf)
    return pdf


_FINISHED = Message("the finished file")


def _prove(brief: Brief, text: str, where: Message) -> None:
    """Find every quotation of a brief again in the text of its file."""
    verify.in_text(list(verify.quotations(brief)), text, where)
    verify.figures_in_text(brief, text, where)
