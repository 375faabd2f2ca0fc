"""Compose a brief: excerpts and figures of each topic, and what is said of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import regex

from briefs.compose import (
    cite,
    coverage,
    excerpting,
    measure,
    selection,
    tables,
    telling,
    twins,
    wording,
)
from briefs.compose.cutting import Cutting
from briefs.compose.material import Material, Order
from briefs.compose.plan import Plan
from briefs.compose.quoting import Register, numbered, translated
from briefs.compose.selection import Choice
from briefs.document import (
    Brief,
    Chapter,
    Excerpt,
    FigureSection,
    YearGroup,
    excerpts_of,
)
from briefs.figures import series
from briefs.figures.series import Series
from briefs.model import Topic

_GROUPED = regex.compile(r"\d,\d{3}(?!\d)")


def compose(material: Material, order: Order) -> Brief:
    """Return the brief on the topics of the material, in their order."""
    locale = order.locale
    lines = {
        topic.code: series.build(material.figures_on(topic), material.indicators)
        for topic in material.topics
    }
    if order.quotes == "original":
        material = replace(material, translations={})
    register = Register()
    chosen = _chosen(material, order, lines)
    drafts = [
        _chapter(topic, chosen[topic.code], material, order, register)
        for topic in material.topics
    ]
    quoted = [item for chapter in drafts for item in excerpts_of(chapter)]
    desk = _desk(register, material, order)
    chapters = tuple(
        replace(chapter, figures=_figures(topic, lines, material, desk, order.plan))
        for chapter, topic in zip(drafts, material.topics, strict=True)
    )
    cited = {item.edition for item in quoted} | {f.edition for f in material.printed()}
    quotable = (*material.editions, *(o.edition for o in material.others.values()))
    sources = [edition for edition in quotable if edition.id in cited]
    languages = {item.language for item in quoted if item.translation}
    titles = [chapter.title for chapter in chapters]
    return Brief(
        locale=locale.code,
        title=wording.title(titles, locale),
        subtitle=wording.subtitle(sources, locale),
        country=wording.country(sources, material.countries, locale),
        years=locale.years_named(int(edition.covers) for edition in sources),
        date=locale.date(order.day),
        issuer=order.issuer,
        statement=wording.statement(len(quoted), sources, locale),
        key_figures=tables.key_figures(
            _telling(material),
            desk,
            order.plan.key_figures,
        ),
        coverage=coverage.matrix(
            material.topics,
            material.editions,
            material.findings,
            locale,
            material.quoting,
        ),
        contents=len(chapters) > 1,
        chapters=chapters,
        sources=cite.sources(sources, locale),
        method=wording.method(languages, locale, grouped=_groups(quoted)),
        keywords=tuple(titles),
    )


def _groups(quoted: Iterable[Excerpt]) -> bool:
    """Tell whether a quotation parts the thousands of a number by a comma."""
    return any(_GROUPED.search(part) for item in quoted for part in item.parts)


def _telling(material: Material) -> list[Series]:
    """Return the series that may sum the topics up: those that measure one of them."""
    topics = {topic.code for topic in material.topics}
    every = series.build(material.printed(), material.indicators)
    return [one for one in every if topics & set(one.indicator.topics)]


def _chosen(
    material: Material, order: Order, lines: Mapping[str, Sequence[Series]]
) -> dict[str, Choice]:
    """Return the excerpts of each topic: as many as the rest leaves room for."""
    plan = order.plan
    rest = measure.frame(
        len(material.topics), len(material.editions), plan.key_figures, plan.letters
    )
    rest += sum(measure.figures(one, plan) for one in lines.values())

    def size(cutting: Cutting) -> float:
        id = cutting.finding.edition.id
        twice = id in material.translations and id not in material.others
        return measure.excerpt(
            cutting, plan.letters, twice=twice and order.quotes == "both"
        )

    merged = {
        topic.code: twins.merge(_cuttings(topic, material, order))
        for topic in material.topics
    }
    return selection.share(merged, plan.room - rest, plan, size)


def _chapter(
    topic: Topic,
    choice: Choice,
    material: Material,
    order: Order,
    register: Register,
) -> Chapter:
    """Return a chapter with its excerpts; figures are set when all are numbered."""
    groups = list(selection.by_year(choice.said))
    locale = order.locale
    return Chapter(
        code=topic.code,
        anchor=f"topic-{topic.code}",
        title=locale.label(topic.labels),
        scope=locale.label(topic.scope),
        years=tuple(
            YearGroup(
                year=str(year),
                note=wording.covers((c.finding.edition for c in group), locale),
                excerpts=numbered(group, material, order, register),
            )
            for year, group in groups
        ),
        figures=None,
        recommendations=numbered(choice.advised, material, order, register),
        questions=_questions(topic, material, order),
        omitted=wording.omitted(_left_out(topic, choice, material), locale),
    )


def _cuttings(topic: Topic, material: Material, order: Order) -> list[Cutting]:
    return excerpting.excerpts(
        material.findings[topic.code],
        material,
        selection.telling(material.figures_on(topic)),
        full=order.full,
        longest=order.plan.longest,
    )


def _left_out(topic: Topic, choice: Choice, material: Material) -> int:
    """Return how many passages on a topic are neither quoted nor said likewise."""
    quoted = (*choice.said, *choice.advised)
    told = sum(len(cutting.told) + len(cutting.also) for cutting in quoted)
    return len(material.findings[topic.code]) - told


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
    return tables.section(series, figures, desk, plan, drawable)


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
    return telling.Desk(
        locale=locale,
        reporters=material.reporters,
        editions=editions,
        passages=material.passages,
        numbers=numbers,
        areas=areas if len(areas) > 1 else {},
        translations={place: text for place, text in told.items() if text},
        originals=order.quotes != "translation",
    )
