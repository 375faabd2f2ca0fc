"""Gather what the briefs of a request are composed from, before any is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefs.compose import wording
from briefs.compose.changes import comparing
from briefs.compose.material import Material
from briefs.compose.pages import designs
from briefs.compose.sources import tally
from briefs.corpus import parallel, withheld
from briefs.corpus.beside import people
from briefs.corpus.beside.translations import Translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.parallel import Counterpart, Pairs
from briefs.figures import pending
from briefs.i18n import locale as i18n
from briefs.match import index
from briefs.match.index import Finding
from briefs.model import Edition, Topic
from briefs.tasks import languages
from briefs.tasks.building import printable, proving
from briefs.tasks.building.wanted import asked, picking
from briefs.tasks.building.wanted.request import Request
from briefs.verify.recipe import Recipe
from briefs.years import outline, sayings


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to make: what it is composed from, its language, its file's name.

    `mark` stands on each page when the language is not complete.
    `recipe` is the one of a brief that is made again, as its file has it.
    """

    corpus: Corpus
    material: Material
    request: Request
    locale: str
    name: str
    mark: str = ""
    recipe: Recipe | None = None


def jobs(corpus: Corpus, request: Request) -> list[Job]:
    """Return a job for each brief; what is wrong shows before any is made."""
    asked.require_possible(request)
    request = settled(request)
    chosen = corpus.select(None if request.everything else request.topics)
    pairs = corpus.issues(request.range)
    editions = pairs.editions
    findings = printable.only(index.find(corpus, editions, chosen))
    picked = picking.resolve(request.picks, corpus, pairs, findings)
    outlines = tally.outlines(outline.read(corpus, editions), findings)
    said = [topic for topic in chosen if findings[topic.code]]
    if not said or not request.everything:
        dropped = [t for t in chosen if any(o.lacks(t.code) for o in outlines.values())]
        index.require([t for t in chosen if t not in dropped], findings)
        said = [topic for topic in chosen if topic in said or topic in dropped]
    groups = [[topic] for topic in said] if request.separate else [said]
    used = [e for e in editions if any(_speaks(e, findings[t.code]) for t in said)]
    shelves = {
        locale: _shelf(corpus, used, pairs, locale, request)
        for locale in request.locales
    }
    said_in = sayings.read(corpus, editions)
    comparisons = comparing.compare(
        corpus, said, _pairs(request, editions), findings, outlines
    )
    on_them = {topic.code: findings[topic.code] for topic in said}
    unreviewed = pending.on_topics(corpus, used, on_them)
    proving.require(next(iter(shelves.values())), said, corpus)
    marks = {
        locale: languages.mark(locale, said, shelf, draft=request.draft)
        for locale, shelf in shelves.items()
    }
    return [
        Job(
            corpus=corpus,
            material=replace(
                shelves[locale],
                topics=_in_order(group, request, locale),
                editions=editions,
                findings=findings,
                picked=picked,
                sayings=said_in,
                outlines=outlines,
                comparisons=tuple(c for c in comparisons if c.topic in group),
                unreviewed=unreviewed,
            ),
            request=request,
            locale=locale,
            name=name(request, [topic.code for topic in group], locale),
            mark=marks[locale],
        )
        for group in groups
        for locale in request.locales
    ]


def _pairs(
    request: Request, editions: Sequence[Edition]
) -> list[tuple[Edition, Edition]]:
    """Return the editions that a design compares: all, as many as it shows, or none.

    Raises NothingFoundError where a design shows nothing else, and there is none.
    """
    plan = designs.get(request.look.profile, request.look.folder).steps[0]
    every = comparing.neighbours(editions) if plan.changes else []
    if not plan.excerpts:
        return comparing.required(every, editions)
    return comparing.newest(every)


def settled(request: Request) -> Request:
    """Return a request that says which names are withheld."""
    look = request.look
    names = request.names or designs.get(look.profile, look.folder).names
    return replace(request, names=names)


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
    corpus: Corpus,
    used: Sequence[Edition],
    pairs: Pairs,
    locale: str,
    request: Request,
) -> Material:
    """Return what all briefs in a language are composed from, topics still open."""
    others = {
        edition.id: Counterpart(
            other,
            parallel.passages(corpus.passages(edition), corpus.passages(other)),
        )
        for edition in used
        if (other := pairs.others[edition.id].get(locale))
    }
    texts = {edition.id: corpus.paragraphs(edition) for edition in used}
    figures = map(corpus.ledger, used)
    codes = i18n.load(locale).written.chain
    known = {e.id: _translated(corpus, e, codes) for e in used if e.language != locale}
    every = {e.id: e for e in (*used, *(o.edition for o in others.values()))}.values()
    return Material(
        topics=(),
        editions=(),
        findings={},
        passages=texts,
        figures=tuple(chain.from_iterable(figures)),
        translations={edition: found for edition, found in known.items() if found},
        others=others,
        indicators=corpus.indicators,
        reporters=corpus.organisations,
        countries=corpus.countries,
        questions=corpus.questions,
        quoting=corpus.quoting({edition.language for edition in every}),
        selections={edition.id: corpus.selections(edition) for edition in used},
        doubts={edition.id: corpus.doubts(edition) for edition in every},
        people={
            edition.id: people.bearers(corpus.people(edition), corpus.grammars)
            for edition in used
        },
        publishers=corpus.publishers,
        statements=corpus.statements,
        policy=withheld.policy(
            corpus,
            every,
            i18n.load(locale),
            request.names or withheld.FULL,
            request.withhold,
        ),
    )


def _translated(
    corpus: Corpus, edition: Edition, codes: Iterable[str]
) -> Translations | None:
    """Return the translations into the first language that has them, None if none."""
    found = (
        corpus.translations(edition, code) for code in codes if code != edition.language
    )
    return next(filter(None, found), None)


def name(request: Request, codes: Sequence[str], locale: str) -> str:
    """Return the name of a brief's file, made of its topics, locale and design."""
    short = len(codes) <= wording.MOST_TOPICS_IN_TITLE
    stem = "-".join(codes) if short else "human-rights"
    if request.name:
        chosen = request.name.format(
            topic=stem, locale=locale, profile=request.look.profile
        )
        return f"{chosen}.{request.look.format}"
    profile = "" if request.look.profile == "brief" else f"-{request.look.profile}"
    return f"{stem}-{locale}{profile}.{request.look.format}"
