"""Compose a brief: excerpts and figures of each topic, and what is said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefs.compose import cite, coverage, leads, ownwords, provenance, wording
from briefs.compose.changes import showing, years
from briefs.compose.excerpts import advice, choosing, selection
from briefs.compose.excerpts.cutting import Cutting
from briefs.compose.excerpts.quoting import Register, numbered, translated
from briefs.compose.excerpts.selection import Choice
from briefs.compose.excerpts.statements import Quoter
from briefs.compose.material import Material, Order
from briefs.compose.pages import front, measure, sheet
from briefs.compose.pages.plan import Plan
from briefs.compose.statistics import tables, telling, tiles
from briefs.compose.withholding import withheld
from briefs.document import (
    Brief,
    Chapter,
    FigureSection,
    Section,
    Term,
    YearGroup,
    excerpts_of,
)
from briefs.figures import series
from briefs.figures.series import Series
from briefs.model import Topic


def compose(material: Material, order: Order) -> Brief:
    """Return the brief on the topics of the material, in their order."""
    locale, plan = order.locale, order.plan
    lines = {
        topic.code: series.build(material.figures_on(topic), material.indicators)
        for topic in material.topics
    }
    if order.quotes == "original":
        material = replace(material, translations={})
    register = Register(wording.letters(locale) if plan.single else "")
    chosen = choosing.chosen(material, order, lines)
    drafts = [
        _chapter(topic, chosen, material, order, register) for topic in material.topics
    ]
    quoted = [item for chapter in drafts for item in excerpts_of(chapter)]
    desk = _desk(register, material, order)
    chapters = tuple(
        replace(
            chapter,
            figures=_figures(topic, lines, material, desk, plan),
            changes=showing.parts(topic, material, order, register),
        )
        for chapter, topic in zip(drafts, material.topics, strict=True)
    )
    terms: tuple[Term, ...] = ()
    if not plan.single:
        quoter = Quoter(material, order, register)
        chapters = tuple(
            replace(chapter, contradictions=quoter.contradictions(chapter.code))
            for chapter in chapters
        )
        terms = quoter.terms([topic.code for topic in material.topics])
    cited = {item.edition for item in quoted} | {f.edition for f in material.printed()}
    cited |= {item.edition for term in terms for item in term.stated}
    cited |= {
        item.edition
        for chapter in chapters
        for one in chapter.contradictions
        for item in one.stated
    }
    told = [edition for edition in material.quotable if edition.id in cited]
    cited |= showing.compared(material, plan)
    cited |= {e.id for topic in material.topics for e in material.lacking(topic)}
    sources = [edition for edition in material.quotable if edition.id in cited]
    exact = wording.word_for_word(quoted)
    titles = [chapter.title for chapter in chapters]
    topics = wording.title(titles, locale, changes=not plan.excerpts)
    picked = material.picked
    selected = wording.selected(choosing.unwanted(material), locale) if picked else ""
    matrix = years.matrix(material, locale)
    brief = Brief(
        locale=locale.code,
        title=order.words.title or topics,
        subtitle=chapters[0].scope if len(chapters) == 1 else "",
        country=wording.country(sources, material.countries, locale),
        years=locale.years_named(int(edition.covers) for edition in told or sources),
        date=locale.date(order.day),
        issuer=order.issuer,
        publishers=wording.subtitle(sources, locale),
        statement=wording.statement(len(quoted), sources, locale, exact=exact),
        promise=wording.promise(locale, exact=exact),
        key_figures=tiles.key_figures(
            _telling(material),
            desk,
            plan.key_figures,
            besides=plan.charts if plan.single else 0,
        ),
        leads=(),
        advice=leads.advice(
            [item for chapter in chapters for item in chapter.recommendations],
            [edition.id for edition in reversed(sources)],
            material,
            order,
        ),
        coverage=matrix,
        notices=years.notices(material, locale),
        contents=len(chapters) > 1,
        chapters=chapters,
        sources=cite.sources(sources, locale),
        method=provenance.method(quoted, chapters, sources, material, order, selected),
        authority=wording.authority(sources, locale),
        keywords=tuple(titles),
        covered_in_front=len(chapters) <= front.MOST_TOPICS
        and len(matrix.rows) <= coverage.MOST_ROWS,
        annex=tuple(item for item in quoted if item.translation)
        if order.quotes == "annex" or plan.single
        else (),
        own=ownwords.own(
            order.words,
            topics,
            order.issuer.name if order.issuer else "",
            selected,
            locale,
        ),
        id=order.id,
        status=wording.status(quoted, locale),
        terms=terms,
        publisher_notes=provenance.publishers(material.publishers, sources, locale),
        guarantee=provenance.guarantee(locale, exact=exact),
    )
    brief = _fronted(brief, register, material, order)
    brief = replace(withheld(brief, material.policy, locale), title=brief.title)
    return sheet.ruled(brief, plan.page) if plan.questions else brief


def _telling(material: Material) -> list[Series]:
    """Return the series that may sum the topics up: those that measure one of them."""
    topics = {topic.code for topic in material.topics}
    every = series.build(material.printed(), material.indicators)
    return [one for one in every if topics & set(one.indicator.topics)]


def _fronted(
    brief: Brief, register: Register, material: Material, order: Order
) -> Brief:
    """Return the brief with as many sentences set large as fill the front page."""
    topics = {
        item.anchor: chapter.code
        for chapter in brief.chapters
        for group in chapter.years
        for item in group.excerpts
    }
    chosen, advised = front.filled(
        leads.leads(register.quoted(), topics, material, order),
        order.plan.page + front.HEADLESS,
        order.plan.leads,
        title=brief.title,
        stand=brief.subtitle,
        own=brief.own,
        meta=" · ".join((brief.publishers, brief.date, brief.own.selected)),
        tiles=brief.key_figures,
        advice=brief.advice,
        coverage=brief.coverage if brief.covered_in_front else None,
        notices=brief.notices,
    )
    return replace(brief, leads=chosen, advice=advised)


def _chapter(
    topic: Topic,
    choices: Mapping[str, Choice],
    material: Material,
    order: Order,
    register: Register,
) -> Chapter:
    """Return a chapter with its excerpts; figures are set when all are numbered."""
    locale, choice = order.locale, choices[topic.code]
    said = selection.by_edition(choice.said)
    advised = selection.by_edition(choice.advised, gravest_first=False)
    return Chapter(
        code=topic.code,
        anchor=f"topic-{topic.code}",
        title=locale.label(topic.labels),
        scope=locale.label(topic.scope),
        years=tuple(_year(group, material, order, register) for _, group in said),
        figures=None,
        advice=advice.compared(
            [_year(group, material, order, register) for _, group in advised],
            {edition.id: edition for edition in material.quotable},
            tuple(material.statements.repeats.values()),
            locale,
        ),
        questions=_questions(topic, material, order),
        omitted=wording.omitted(choosing.left_out(topic, choices, material), locale),
    )


def _year(
    group: Sequence[Cutting], material: Material, order: Order, register: Register
) -> YearGroup:
    """Return what one edition says, under the headings of the report."""
    locale = order.locale
    edition = group[0].finding.edition
    sections: list[Section] = []
    for _, cuttings in selection.by_section(group):
        excerpts = numbered(cuttings, material, order, register)
        first = excerpts[0]
        sections.append(Section(first.section, first.section_language, excerpts))
    items = [item for section in sections for item in section.excerpts]
    country = material.country(edition, locale)
    report = cite.series(locale.label(edition.names))
    return YearGroup(
        year=str(edition.year),
        report=f"{report}, {country}" if country else report,
        note=wording.covers([edition], locale),
        sections=tuple(sections),
        columns=wording.columns(items, material.quotable, locale)
        if order.quotes == "both"
        else None,
    )


def _questions(topic: Topic, material: Material, order: Order) -> tuple[str, ...]:
    known = material.questions.get(topic.code, {}) if order.plan.questions else {}
    return order.locale.listed(known)


def _figures(
    topic: Topic,
    lines: Mapping[str, Sequence[Series]],
    material: Material,
    desk: telling.Desk,
    plan: Plan,
) -> FigureSection | None:
    series = lines[topic.code]
    drawable = [one for one in series if topic.code in one.indicator.topics]
    figures = material.figures_on(topic)
    section = tables.section(series, figures, desk, plan, drawable)
    if section is None:
        return None
    if section.table:
        section = replace(section, tables=measure.tables(section.table, plan))
    if len(material.topics) > 1:
        return section
    first = measure.cards_first(section, plan)
    singles = section.singles
    return replace(section, singles=singles[:first], more=singles[first:])


def _desk(register: Register, material: Material, order: Order) -> telling.Desk:
    """Return what figures are set out with; above all, where each is quoted."""
    locale = order.locale
    numbers = {
        (figure.edition, figure.paragraph, figure.sentence): number
        for figure in material.figures
        for number, cutting in reversed(register.entries())
        if cutting.finding.edition.id == figure.edition
        and cutting.quotes(figure.paragraph, figure.sentence)
    }
    codes = {figure.area for figure in material.figures}
    areas = {code: locale.country(code, material.countries) for code in codes}
    editions = {edition.id: edition for edition in material.editions}
    told = {
        (id, figure.sentence): translated(
            [figure.sentence], editions[id], material.translations[id], locale
        )
        for figure in material.figures
        if (id := figure.edition) in material.translations
    }
    sections = {
        (id, figure.paragraph): register.readable(
            editions[id], material.passages[id][figure.paragraph], material, locale
        )
        for figure in material.figures
        if (id := figure.edition) in editions
    }
    return telling.Desk(
        locale=locale,
        reporters=material.reporters,
        editions=editions,
        passages=material.passages,
        numbers=numbers,
        areas=areas if len(areas) > 1 else {},
        translations={place: text for place, text in told.items() if text},
        originals=order.quotes != "translation",
        letters=register.letters,
        sections=sections,
    )
