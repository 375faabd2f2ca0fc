"""Make briefs from a corpus: gather, compose, render, verify, and put in place."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from briefs.compose import brief as compose
from briefs.compose import plan as profiles
from briefs.compose import wording
from briefs.compose.material import Material, Order
from briefs.compose.plan import Plan
from briefs.corpus import (
    indicators,
    ledger,
    parallel,
    questions,
    quoting,
    translations,
)
from briefs.corpus.corpus import Corpus, Paragraphs, country_names, passages
from briefs.corpus.parallel import Counterpart, Pairs
from briefs.document import Brief
from briefs.files import cache, deliver
from briefs.files.resources import taxonomy
from briefs.i18n import locale as i18n
from briefs.match import index
from briefs.match.index import Finding
from briefs.model import Edition, Topic
from briefs.numbers import reporters
from briefs.render import imposition, lint, webpage
from briefs.render import layout as render
from briefs.render.drafts import Draft
from briefs.tasks import attachments, proving, scope
from briefs.tasks.request import Look, Request
from briefs.verify import pdftext
from briefs.verify import quotations as verify

Watch = Callable[[Iterable[bytes], int], Iterable[bytes]]
"""Passes finished files on and tells the user how many of all there are."""


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to make: what it is composed from, its language, and its place."""

    corpus: Corpus
    material: Material
    request: Request
    locale: str
    path: Path


def build(folder: Path, request: Request, watch: Watch) -> list[Path]:
    """Make the briefs of a request and return their paths.

    Nothing is written before every brief is made and verified. Raises BriefsError.
    """
    jobs = _jobs(folder, request)
    files: dict[Path, bytes] = {}
    for job, content in zip(jobs, watch(_made(jobs), len(jobs)), strict=True):
        files[job.path] = content
        if job.request.look.profile == "booklet" and job.path.suffix == ".pdf":
            sheet = imposition.SHEETS[job.request.look.paper]
            path = job.path.with_stem(f"{job.path.stem}-imposed")
            files[path] = imposition.booklet(content, sheet=sheet)
    return deliver.write_all(files)


def _jobs(folder: Path, request: Request) -> list[Job]:
    """Return a job for each brief; what is wrong shows before any is made."""
    corpus = scope.load(folder)
    chosen = scope.select(corpus, request.topics, everything=request.everything)
    pairs = parallel.pair(scope.within(corpus.editions, request.range))
    editions = pairs.editions
    findings = index.find(editions, chosen)
    said = [topic for topic in chosen if findings[topic.code]]
    if not said or not request.everything:
        scope.require(chosen, findings)
    groups = [[topic] for topic in said] if request.separate else [said]
    several = len(groups) * len(request.locales) > 1
    used = [e for e in editions if any(_speaks(e, findings[t.code]) for t in said)]
    shelves = {
        locale: _shelf(corpus, used, pairs, locale) for locale in request.locales
    }
    proving.require(next(iter(shelves.values())), said, corpus)
    return [
        Job(
            corpus=corpus,
            material=replace(
                shelves[locale],
                topics=_in_order(group, request, locale),
                editions=editions,
                findings=findings,
            ),
            request=request,
            locale=locale,
            path=_path(request, [topic.code for topic in group], locale, several),
        )
        for group in groups
        for locale in request.locales
    ]


def _in_order(
    topics: Sequence[Topic], request: Request, code: str
) -> tuple[Topic, ...]:
    """Return topics in the order asked for, or as a dictionary has them if all are."""
    if not request.everything:
        return tuple(topics)
    locale = i18n.load(code)
    return tuple(
        sorted(topics, key=lambda topic: locale.sort_key(locale.label(topic.labels)))
    )


def _speaks(edition: Edition, findings: Iterable[Finding]) -> bool:
    return any(finding.edition is edition for finding in findings)


def _shelf(
    corpus: Corpus, used: Sequence[Edition], pairs: Pairs, locale: str
) -> Material:
    """Return what all briefs in a language are composed from, topics still open."""
    others = {
        edition.id: Counterpart(
            other, parallel.passages(passages(edition), passages(other))
        )
        for edition in used
        if (other := pairs.others[edition.id].get(locale))
    }
    texts = {edition.id: Paragraphs(edition) for edition in used}
    figures = (ledger.figures(edition, texts[edition.id]) for edition in used)
    known = {e.id: translations.read(e, locale) for e in used if e.language != locale}
    spoken = {e.language for e in used} | {o.edition.language for o in others.values()}
    return Material(
        topics=(),
        editions=(),
        findings={},
        passages=texts,
        figures=tuple(chain.from_iterable(figures)),
        translations={edition: found for edition, found in known.items() if found},
        others=others,
        indicators=indicators.load(corpus.folder),
        reporters=reporters.labels(corpus.folder),
        countries=country_names(corpus.folder),
        questions=questions.load(taxonomy(corpus.folder) / "questions", corpus.topics),
        quoting=quoting.known(corpus.folder, spoken),
    )


def _made(jobs: Sequence[Job]) -> Iterable[bytes]:
    """Yield the finished files; several are made at once where processes can fork.

    A forked process shares what its parent has loaded: the renderer and the fonts.
    """
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(make, jobs)
        return
    render.prepare(jobs[0].request.look.folder)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, fork, _inherit, (jobs,)) as pool:
        yield from pool.map(_make_inherited, range(len(jobs)))


_inherited: list[Job] = []


def _inherit(jobs: Sequence[Job]) -> None:
    """Take over the jobs of the parent process, as a fork does without copying."""
    _inherited.extend(jobs)


def _make_inherited(number: int) -> bytes:
    return make(_inherited[number])


def make(job: Job) -> bytes:
    """Compose, render and verify one brief; return the finished file.

    An unchanged brief is not rendered again. Raises VerificationError when a quotation
    is not found in its source or in the file.
    """
    request, look = job.request, job.request.look
    brief, draft = _fitted(job)
    if look.folder:
        traced = to_html(brief, look, i18n.load(job.locale), trace=True)
        lint.require(traced, look.folder)
    quotations = list(verify.quotations(brief))
    verify.against_source(quotations, job.corpus)
    if look.format == "html":
        content = webpage.self_contained(draft.html, look.folder)
        _prove(brief, webpage.visible_text(content), "the page")
        return content.encode()
    attached = attachments.of(brief, quotations, job.material, i18n.load(job.locale))
    contents = [attachment.content for attachment in attached]
    key = cache.digest(
        draft.html, str(request.day), repr(look), render.styles(look.folder), *contents
    )
    stored = cache.load(key, "pdf")
    if stored is not None:
        return stored
    sheet = profiles.get(look.profile).sheet
    pdf = draft.to_pdf(request.day, attached, multiple=sheet)
    _prove(brief, pdftext.text(pdf), "the finished file")
    cache.store(key, "pdf", pdf)
    return pdf


def _prove(brief: Brief, text: str, where: str) -> None:
    """Find every quotation of a brief again in the text of its file."""
    verify.in_text(list(verify.quotations(brief)), text, where)
    verify.figures_in_text(brief, text, where)


def _fitted(job: Job) -> tuple[Brief, Draft]:
    """Return the fullest brief that fits on its pages; a screen has no pages."""
    request, look = job.request, job.request.look
    locale = i18n.load(job.locale)
    profile = profiles.get(look.profile)
    order = Order(
        day=request.day,
        locale=locale,
        quotes=request.quotes,
        full=request.full,
        issuer=request.issuer,
    )

    def composed(plan: Plan) -> Brief:
        return compose.compose(job.material, replace(order, plan=plan))

    def drafted(brief: Brief, spacing: str = "") -> Draft:
        return Draft(to_html(brief, look, locale, spacing), look.mono, look.folder)

    if look.format == "html":
        brief = composed(next(profile.plans(request.pages or profile.pages)))
        return brief, drafted(brief)
    brief, draft = profiles.fit(profile, request.pages, composed, drafted)
    return brief, profiles.better(profile, draft, partial(drafted, brief))


def to_html(
    brief: Brief,
    look: Look,
    locale: i18n.Locale,
    spacing: str = "",
    *,
    trace: bool = False,
) -> str:
    """Show a brief by the template of its profile; `spacing` is "spread" or "tight".

    With `trace` each element tells the template line it comes from.
    """
    variables: dict[str, object] = {
        "spacing": spacing,
        "attached": look.format == "pdf",
    }
    if look.accent:
        variables["accent"] = look.accent
    return render.to_html(
        brief,
        profile=look.profile,
        translations=locale.messages,
        paper=look.paper,
        mono=look.mono,
        crop_marks=look.crop_marks,
        look=look.folder,
        trace=trace,
        variables=variables,
    )


def _path(request: Request, codes: Sequence[str], locale: str, several: bool) -> Path:
    """Return where a brief goes: `-o` as given, or a name made of topics and locale."""
    short = len(codes) <= wording.MOST_TOPICS_IN_TITLE
    stem = "-".join(codes) if short else "human-rights"
    profile = "" if request.look.profile == "brief" else f"-{request.look.profile}"
    name = f"{stem}-{locale}{profile}.{request.look.format}"
    output = request.output
    if output is None:
        return Path(name)
    is_folder = several or output.is_dir() or not output.suffix
    return output / name if is_folder else output
