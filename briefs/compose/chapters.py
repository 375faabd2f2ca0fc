"""Make the chapters of a brief: what each edition says on a topic, and its figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefs.compose import wording
from briefs.compose.changes import showing
from briefs.compose.elsewhere import elsewhere
from briefs.compose.excerpts import advice, choosing, selection
from briefs.compose.excerpts.choosing import Selection
from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.excerpts.quoting import Register, numbered, translated
from briefs.compose.excerpts.selection import Choice
from briefs.compose.material import Material, Order
from briefs.compose.pages import exhibited
from briefs.compose.pages.plan import Plan
from briefs.compose.sources import cite, standing
from briefs.compose.statistics import tables, telling, tiles
from briefs.compose.statistics.context import contexts
from briefs.document import Chapter, Excerpt, FigureSection, Section, YearGroup
from briefs.figures import series as lines
from briefs.figures.series import Series
from briefs.i18n.locale import Locale
from briefs.model import Topic


def chapters(
    material: Material,
    order: Order,
    register: Register,
    found: Selection,
) -> tuple[telling.Desk, list[Chapter], Mapping[str, Choice]]:
    """Return a chapter a topic, the desk of their figures, and what was chosen.

    `found` is what may be quoted. What the chapters leave out is told by `counted`.
    """
    chosen = found.within(order.plan)
    if order.plan.single:
        register.plan(selection.as_heard(chosen.values(), register.first))
    drafts = [
        _chapter(topic, chosen, material, order, register) for topic in material.topics
    ]
    desk = _desk(register, material, order)
    made = [
        replace(
            chapter,
            figures=_figures(
                topic, found.lines[topic.code], material, desk, order.plan
            ),
            unshown=tables.unshown(
                found.lines[topic.code], material.figures_on(topic), order.plan
            ),
            changes=showing.parts(topic, material, order, register),
        )
        for chapter, topic in zip(drafts, material.topics, strict=True)
    ]
    return desk, made, chosen


def counted(
    made: Iterable[Chapter],
    chosen: Mapping[str, Choice],
    besides: Iterable[Excerpt],
    material: Material,
    locale: Locale,
) -> list[Chapter]:
    """Return chapters that say how many passages on their topic are not quoted.

    `besides` is what is quoted beside their excerpts: terms and contradictions.
    """
    quoted = {(one.edition, number) for one in besides for number in one.paragraphs}
    left = (
        choosing.left_out(topic, chosen, material, quoted) for topic in material.topics
    )
    return [
        replace(chapter, omitted=wording.omitted(number, locale))
        for chapter, number in zip(made, left, strict=True)
    ]


def _chapter(
    topic: Topic,
    choices: Mapping[str, Choice],
    material: Material,
    order: Order,
    register: Register,
) -> Chapter:
    """Return a chapter with its excerpts; figures are set when all are numbered."""
    locale, choice = order.locale, choices[topic.code]
    said = selection.by_edition(choice.said, apart=order.plan.single)
    advised = selection.by_edition(choice.advised, gravest_first=False)
    return Chapter(
        code=topic.code,
        anchor=f"topic-{topic.code}",
        title=locale.label(topic.labels),
        scope=locale.label(topic.scope),
        years=tuple(_groups([group for _, group in said], material, order, register)),
        figures=None,
        advice=advice.compared(
            _groups([group for _, group in advised], material, order, register),
            {edition.id: edition for edition in material.quotable},
            tuple(material.statements.repeats.values()),
            locale,
        ),
        questions=_questions(topic, material, order),
        omitted="",
    )


def _groups(
    found: Sequence[Sequence[Cutting]],
    material: Material,
    order: Order,
    register: Register,
) -> list[YearGroup]:
    """Return what each edition says, by year or by country; a country is named once."""

    def country(group: Sequence[Cutting]) -> str:
        return material.country(group[0].finding.edition, order.locale)

    groups = list(found)
    if order.by != "country":
        return [_year(group, material, order, register) for group in groups]
    groups.sort(key=lambda group: order.locale.sort_key(country(group)))
    made: dict[str, list[YearGroup]] = {}
    for group in groups:
        said = _year(group, material, order, register)
        of_country = made.setdefault(country(group), [])
        place = "" if of_country else country(group)
        of_country.append(replace(said, place=place))
    return [group for of_country in made.values() for group in of_country]


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
        columns=standing.columns(items, material.quotable, locale),
    )


_QUESTIONS = 6
"""As many as the back of a sheet has room for, with lines to write on."""


def _questions(topic: Topic, material: Material, order: Order) -> tuple[str, ...]:
    """Return what to discuss; topics that share the back of a sheet have fewer each."""
    known = material.questions.get(topic.code, {}) if order.plan.questions else {}
    return order.locale.listed(known)[: max(1, _QUESTIONS // len(material.topics))]


def _figures(
    topic: Topic,
    series: Sequence[Series],
    material: Material,
    desk: telling.Desk,
    plan: Plan,
) -> FigureSection | None:
    drawable = [one for one in series if topic.code in one.indicator.topics]
    figures = material.figures_on(topic)
    large = tiles.chosen(measuring(material), plan.key_figures)
    section = tables.section(series, figures, desk, plan, drawable, large)
    if section is None:
        return None
    alone = len(material.topics) == 1
    if section.table:
        opens = not (alone or section.panels or section.singles)
        first = opens and topic == material.topics[0]
        above = exhibited.opening(len(material.topics)) if first else 0
        parts = exhibited.tables(section.table, plan, above)
        section = replace(section, tables=parts)
    return exhibited.placed(section, plan, alone=alone)


def measuring(material: Material) -> list[Series]:
    """Return the series that may sum the topics up: those that measure one of them."""
    topics = {topic.code for topic in material.topics}
    every = lines.build(material.printed(), material.indicators)
    return [one for one in every if topics & set(one.indicator.topics)]


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
    codes |= {edition.country for edition in material.editions}
    areas = {code: locale.country(code, material.countries) for code in codes}
    editions = {edition.id: edition for edition in material.editions}
    around = contexts(material.figures, material.passages, editions, material.quoting)
    told = {
        (id, figure.sentence): translated(
            [around.get((id, figure.sentence), figure.sentence)],
            editions[id],
            material.translations[id],
            locale,
        )
        for figure in material.figures
        if (id := figure.edition) in material.translations
    }
    read = {
        (id, figure.sentence): elsewhere(
            around.get((id, figure.sentence), figure.sentence),
            editions[id],
            material.passages[id][figure.paragraph],
            material,
        )
        for figure in material.figures
        if (id := figure.edition) in material.others
    }
    found = {place: there for place, there in read.items() if there}
    places = [(one.edition, one.passage) for one in found.values()]
    places += [
        (editions[figure.edition], material.passages[figure.edition][figure.paragraph])
        for figure in material.figures
        if figure.edition in editions
    ]
    sections = {
        (edition.id, passage.number): cite.shortened(
            register.readable(edition, passage, material, locale)
        )
        for edition, passage in places
    }
    return telling.Desk(
        locale=locale,
        reporters=material.reporters,
        editions=editions,
        passages=material.passages,
        numbers=numbers,
        areas=areas if len(areas) > 1 else {},
        translations={place: text for place, text in told.items() if text},
        contexts=around,
        originals=order.quotes != "translation",
        letters=register.letters,
        sections=sections,
        elsewhere=found,
        unreviewed=frozenset(
            (one.edition, topic) for one in material.unreviewed for topic in one.topics
        ),
    )
