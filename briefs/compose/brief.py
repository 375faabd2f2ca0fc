"""Compose a brief: excerpts and figures of each topic, and what is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefs.compose import chapters, leads, ownwords, replacing, wording
from briefs.compose.changes import showing, years
from briefs.compose.elsewhere import read_for
from briefs.compose.excerpts import choosing
from briefs.compose.excerpts.choosing import Selection
from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.excerpts.quoting import Register
from briefs.compose.excerpts.statements import Quoter
from briefs.compose.material import Material, Order, shown
from briefs.compose.pages import exhibited, front
from briefs.compose.pages.plan import Plan
from briefs.compose.sources import cite, coverage, provenance, standing
from briefs.compose.statistics import plots, telling, tiles, unreviewed
from briefs.compose.withholding import withheld
from briefs.document import (
    Brief,
    Chapter,
    Excerpt,
    KeyFigure,
    Lead,
    Term,
    excerpts_of,
    statements_of,
)
from briefs.i18n.locale import Locale
from briefs.model import Edition


def compose(material: Material, order: Order, found: Selection | None = None) -> Brief:
    """Return the brief on the topics of the material, in their order.

    `found` is what may be quoted, where that is known. Letters follow each other as
    they are read: where another sentence than the first leads a page, the brief is
    composed with that one as the first.
    """
    material = shown(material, order)
    found = found or choosing.selected(material, order)
    register = Register(wording.letters(order.locale) if order.plan.single else "")
    brief = _fronted(
        _inside(material, order, register, found), register, material, order
    )
    if order.plan.single and (first := _leading(brief, register)):
        register = Register(register.letters, first)
        brief = _fronted(
            _inside(material, order, register, found), register, material, order
        )
    told = withheld(brief, material.policy, order.locale)
    corrections = _corrections(told, material, order)
    return replace(told, title=brief.title, corrections=corrections)


def _leading(brief: Brief, register: Register) -> Cutting | None:
    """Return the excerpt that leads without having the first letter, if one does."""
    anchors = {lead.anchor for lead in brief.leads[:1]}
    return next(
        (one for one, item in register.quoted()[1:] if item.anchor in anchors), None
    )


def _replaces(order: Order) -> tuple[str, ...]:
    """Return what the front page says of the older brief that this one replaces."""
    return (replacing.notice(order.replaces, order.locale),) if order.replaces else ()


def _corrections(brief: Brief, material: Material, order: Order) -> tuple[str, ...]:
    """Return what is said of the older brief that this one replaces, if it does."""
    if order.replaces is None:
        return ()
    quoted = [item for chapter in brief.chapters for item in excerpts_of(chapter)]
    quoted += statements_of(brief)
    return replacing.told(order.replaces, quoted, material, order.locale)


def _inside(
    material: Material, order: Order, register: Register, found: Selection
) -> Brief:
    """Return the brief but for the sentences that its front page sets large."""
    locale, plan = order.locale, order.plan
    desk, made, chosen = chapters.chapters(material, order, register, found)
    terms: tuple[Term, ...] = ()
    if plan.terms and not plan.single:
        quoter = Quoter(material, order, register)
        made = [
            replace(chapter, contradictions=quoter.contradictions(chapter.code))
            for chapter in made
        ]
        terms = quoter.terms([topic.code for topic in material.topics])
    besides = _besides(made, terms)
    made = chapters.counted(made, chosen, besides, material, locale)
    quoted = sorted(
        (item for chapter in made for item in excerpts_of(chapter)),
        key=lambda item: item.number,
    )
    told, sources = _sources(material, plan, quoted, made, terms)
    exact = wording.word_for_word(quoted)
    authority = provenance.authority(
        [*quoted, *besides], made, sources, material, locale
    )
    titles = [chapter.title for chapter in made]
    topics = wording.title(titles, locale, changes=not plan.excerpts)
    selected = _selected(material, locale)
    matrix = years.matrix(material, locale)
    issuer = order.issuer.name if order.issuer else ""
    figures = _key_figures(material, desk, plan)
    covered = (int(edition.covers) for edition in told or sources)
    return Brief(
        locale=locale.code,
        id=order.id,
        title=order.words.title or topics,
        subtitle=made[0].scope if len(made) == 1 else "",
        country=wording.country(sources, material.countries, locale),
        years=locale.years_named([*covered, *tiles.years_drawn(figures)]),
        date=locale.gettext("Made on {date}").format(date=locale.date(order.day)),
        issuer=order.issuer,
        publishers=wording.subtitle(sources, locale),
        keywords=tuple(titles),
        own=ownwords.own(order.words, topics, issuer, selected, locale),
        key_figures=figures,
        leads=(),
        advice=_advice(material, order, made, sources),
        coverage=matrix,
        covered_in_front=len(made) <= front.MOST_TOPICS
        and len(matrix.rows) <= coverage.MOST_ROWS,
        notices=(*_notices(material, plan, quoted, locale), *_replaces(order)),
        contents=len(made) > 1,
        chapters=tuple(made),
        terms=terms,
        annex=_annex(quoted, order),
        sources=cite.sources(
            [(one, material.country(one, locale)) for one in sources], locale
        ),
        publisher_notes=provenance.publishers(material.publishers, sources, locale)
        if plan.background
        else (),
        statement=wording.statement(len(quoted), told or sources, locale, exact=exact),
        promise=wording.promise(locale, exact=exact),
        authority=authority,
        status=standing.status_of_all(quoted, locale),
        method=provenance.method(
            quoted, made, sources, authority, material, order, selected
        ),
        guarantee=provenance.guarantee(locale, exact=exact)
        if plan.background
        else None,
    )


def _besides(made: Iterable[Chapter], terms: Iterable[Term]) -> list[Excerpt]:
    """Return what is quoted beside the excerpts, in terms and contradictions."""
    disputed = [one for chapter in made for one in chapter.contradictions]
    return [
        *(item for term in terms for item in term.stated),
        *(item for one in disputed for item in one.stated),
    ]


def _sources(
    material: Material,
    plan: Plan,
    quoted: Iterable[Excerpt],
    chapters: Iterable[Chapter],
    terms: Iterable[Term],
) -> tuple[list[Edition], list[Edition]]:
    """Return the editions of which the brief tells, and all that it has to list.

    An edition is listed too where it was searched in vain, or only compared.
    """
    cited = {item.edition for item in quoted} | _counted(material, plan)
    cited |= {item.edition for item in _besides(chapters, terms)}
    cited |= {*read_for(chapters)}
    listed = cited | showing.compared(material, plan)
    listed |= {e.id for topic in material.topics for e in material.lacking(topic)}
    told = [edition for edition in material.quotable if edition.id in cited]
    return told, [edition for edition in material.quotable if edition.id in listed]


def _notices(
    material: Material, plan: Plan, quoted: Sequence[Excerpt], locale: Locale
) -> tuple[str, ...]:
    """Return what the brief lacks: chapters, countries, figures not yet reviewed."""
    lacking = years.notices(material, locale)
    if not plan.excerpts:
        return lacking
    unheard = _unheard(material, quoted, locale)
    return (*lacking, *unheard, *unreviewed.notice(material, locale))


def _unheard(
    material: Material, quoted: Sequence[Excerpt], locale: Locale
) -> tuple[str, ...]:
    """Say of which countries nothing is quoted, though their reports speak of it."""
    cited = {item.edition for item in quoted}
    heard = {one.country for one in material.quotable if one.id in cited}
    found = (one for t in material.topics for one in material.findings.get(t.code, ()))
    silent = {one.edition.country for one in found} - heard
    if not silent or not heard:
        return ()
    names = [locale.country(code, material.countries) for code in silent]
    return (
        locale.gettext("No passage is quoted from the reports on: {countries}.").format(
            countries=locale.enumerate(sorted(names, key=locale.sort_key))
        ),
    )


def _counted(material: Material, plan: Plan) -> set[str]:
    """Return the editions whose figures are printed: all, where there is a table."""
    if plan.table:
        return {figure.edition for figure in material.printed()}
    series = chapters.measuring(material)
    besides = plan.charts if plan.single else 0
    told = tiles.chosen(series, plan.key_figures, besides=besides)
    for topic in material.topics:
        own = [one for one in series if topic.code in one.indicator.topics]
        told += plots.worth(own)[: plan.charts]
    return {f.edition for one in told for found in one.points.values() for f in found}


def _selected(material: Material, locale: Locale) -> str:
    """Return what is said of a choice that people made; "" where none did."""
    if not material.picked:
        return ""
    return wording.selected(choosing.unwanted(material), locale)


def _annex(quoted: Iterable[Excerpt], order: Order) -> tuple[Excerpt, ...]:
    """Return the excerpts whose originals stand at the end."""
    if order.quotes != "annex" and not order.plan.single:
        return ()
    return tuple(item for item in quoted if item.translation)


def _advice(
    material: Material,
    order: Order,
    chapters: Iterable[Chapter],
    sources: Sequence[Edition],
) -> tuple[Lead, ...]:
    """Return what the front page may say is recommended, the newest report first."""
    every = [item for chapter in chapters for item in chapter.recommendations]
    return leads.advice(every, [e.id for e in reversed(sources)], material, order)


def _key_figures(
    material: Material, desk: telling.Desk, plan: Plan
) -> tuple[KeyFigure, ...]:
    """Return the tiles; where all is one sheet, none repeats a chart of it."""
    besides = plan.charts if plan.single else 0
    return tiles.key_figures(
        chapters.measuring(material), desk, plan.key_figures, besides=besides
    )


def _fronted(
    brief: Brief, register: Register, material: Material, order: Order
) -> Brief:
    """Return the brief with as many sentences set large as fill the front page.

    Where a page is narrow the front is not measured: the best come first, whatever
    their length.
    """
    topics = {
        item.anchor: chapter.code
        for chapter in brief.chapters
        for group in chapter.years
        for item in group.excerpts
    }
    best = leads.leads(register.quoted(), topics, material, order)
    if not exhibited.is_wide(order.plan.words):
        return replace(brief, leads=tuple(best[: order.plan.leads]))
    filled = front.filled(
        best,
        order.plan,
        title=brief.title,
        stand=brief.subtitle,
        own=brief.own,
        meta=" · ".join((brief.publishers, brief.date, brief.own.selected)),
        tiles=brief.key_figures,
        advice=brief.advice,
        coverage=brief.coverage if brief.covered_in_front else None,
        notices=brief.notices,
    )
    return replace(
        brief,
        key_figures=filled.tiles,
        leads=filled.leads,
        advice=filled.advice,
        few_leads=filled.few,
    )
