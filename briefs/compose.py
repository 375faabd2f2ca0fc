"""Compose a brief: excerpts and figures of each topic, and what is said of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from briefs import (
    cite,
    coverage,
    excerpts,
    measure,
    parallel,
    selection,
    series,
    tables,
    telling,
    twins,
    wording,
)
from briefs import translations as working
from briefs.document import (
    Brief,
    Chapter,
    Excerpt,
    FigureSection,
    Issuer,
    Translation,
    YearGroup,
)
from briefs.excerpts import Cutting
from briefs.i18n import Locale
from briefs.index import Finding
from briefs.model import Edition, Figure, Indicator, Labels, Passage, Topic
from briefs.parallel import Counterpart
from briefs.profiles import Plan
from briefs.questions import Questions
from briefs.selection import Choice
from briefs.series import Series
from briefs.translations import Translations


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is composed from.

    `editions` are those in the range asked for; `findings` hold, by topic code, what
    was found in them; `passages`, by edition id and number, all they say; `figures`
    their reviewed figures; `translations`, by edition id, those into the language of
    the brief; `others`, likewise, the official editions in that language. `reporters`
    and `countries` say what an organisation is called by its code, and a country by its
    ISO 3166-1 alpha-3 code; `questions` are those to discuss on a topic, by its code.
    """

    topics: tuple[Topic, ...]
    editions: tuple[Edition, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    passages: Mapping[str, Mapping[int, Passage]]
    figures: tuple[Figure, ...]
    translations: Mapping[str, Translations]
    others: Mapping[str, Counterpart]
    indicators: Mapping[str, Indicator]
    reporters: Mapping[str, Labels]
    countries: Mapping[str, Labels]
    questions: Mapping[str, Questions]

    def figures_on(self, topic: Topic) -> list[Figure]:
        """Return the reviewed figures that serve a topic."""
        return [figure for figure in self.figures if topic.code in figure.topics]

    def printed(self) -> list[Figure]:
        """Return the reviewed figures of all the topics, each once."""
        codes = {topic.code for topic in self.topics}
        return [figure for figure in self.figures if codes & set(figure.topics)]


@dataclass(frozen=True, slots=True)
class Order:
    """How a brief is wanted: `plan` says how much of it, `full` quotes whole passages.

    `quotes` says what prints of a quotation in another language: "original", "both" or
    "translation".
    """

    day: date
    locale: Locale
    plan: Plan = field(default_factory=Plan)
    quotes: str = "both"
    full: bool = False
    issuer: Issuer | None = None


class _Register:
    """Excerpts in the order of their numbers, which count from 1."""

    def __init__(self) -> None:
        self._cuttings: list[Cutting] = []

    def number(self, cutting: Cutting) -> int:
        """Enter an excerpt and return its number."""
        self._cuttings.append(cutting)
        return len(self._cuttings)

    def entries(self) -> list[tuple[int, Cutting]]:
        """Return the excerpts with their numbers."""
        return list(enumerate(self._cuttings, start=1))


def compose(material: Material, order: Order) -> Brief:
    """Return the brief on the topics of the material, in their order."""
    locale = order.locale
    lines = {
        topic.code: series.build(material.figures_on(topic), material.indicators)
        for topic in material.topics
    }
    register = _Register()
    chosen = _chosen(material, order, lines)
    drafts = [
        _chapter(topic, chosen[topic.code], material, order, register)
        for topic in material.topics
    ]
    quoted = [item for chapter in drafts for item in excerpts_of(chapter)]
    desk = _desk(register, material, locale)
    chapters = tuple(
        replace(chapter, figures=_figures(topic, lines, material, desk, order.plan))
        for chapter, topic in zip(drafts, material.topics, strict=True)
    )
    cited = {item.edition for item in quoted} | {f.edition for f in material.printed()}
    quotable = (*material.editions, *(o.edition for o in material.others.values()))
    sources = [edition for edition in quotable if edition.id in cited]
    translated = {item.language for item in quoted if item.translation}
    titles = [chapter.title for chapter in chapters]
    return Brief(
        locale=locale.code,
        title=wording.title(titles, locale),
        subtitle=wording.subtitle(sources, locale),
        country=wording.country(sources, material.countries, locale),
        years=locale.years(int(edition.covers) for edition in sources),
        date=locale.date(order.day),
        issued=order.day.isoformat(),
        issuer=order.issuer,
        statement=wording.statement(len(quoted), sources, locale),
        key_figures=tables.key_figures(
            series.build(material.printed(), material.indicators),
            desk,
            order.plan.key_figures,
        ),
        coverage=coverage.matrix(
            material.topics, material.editions, material.findings, locale
        ),
        contents=len(chapters) > 1,
        chapters=chapters,
        sources=cite.sources(sources, locale),
        method=wording.method(translated, locale),
        keywords=tuple(titles),
    )


def excerpts_of(chapter: Chapter) -> Iterator[Excerpt]:
    """Yield the excerpts and recommendations of a chapter in their order."""
    for group in chapter.years:
        yield from group.excerpts
    yield from chapter.recommendations


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
        known = cutting.finding.edition.id in material.translations
        return measure.excerpt(
            cutting, plan.letters, twice=known and order.quotes == "both"
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
    register: _Register,
) -> Chapter:
    """Return a chapter with its excerpts; figures are set when all are numbered."""
    groups = [
        (year, list(selection.led_in(group, material.passages)))
        for year, group in selection.by_year(choice.said)
    ]
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
                excerpts=_numbered(group, material, order, register),
            )
            for year, group in groups
        ),
        figures=None,
        recommendations=_numbered(
            selection.in_order(choice.advised), material, order, register
        ),
        questions=_questions(topic, material, order),
        omitted=wording.omitted(choice.omitted, topic.code, locale),
    )


def _cuttings(topic: Topic, material: Material, order: Order) -> Iterator[Cutting]:
    told = selection.telling(material.figures_on(topic))
    for finding in material.findings[topic.code]:
        place = finding.edition.id, finding.passage.number
        figures = told.get(place, ())
        yield excerpts.cut(
            finding, figures, full=order.full, longest=order.plan.longest
        )


def _questions(topic: Topic, material: Material, order: Order) -> tuple[str, ...]:
    known = material.questions.get(topic.code, {}) if order.plan.questions else {}
    return known.get(order.locale.code, ())


def _numbered(
    cuttings: Iterable[Cutting], material: Material, order: Order, register: _Register
) -> tuple[Excerpt, ...]:
    return tuple(
        _excerpt(cutting, register.number(cutting), material, order)
        for cutting in cuttings
    )


def _excerpt(
    cutting: Cutting, number: int, material: Material, order: Order
) -> Excerpt:
    """Return an excerpt, quoted from the edition in the reader's language if it can."""
    locale = order.locale
    edition, passage, parts = _quotable(cutting, material)
    known = material.translations.get(edition.id)
    translation = _translation(parts, edition, known, locale) if known else None
    section = cite.section(passage.headings, known.headings if known else {})
    return Excerpt(
        number=number,
        anchor=f"excerpt-{number}",
        language=edition.language,
        parts=parts,
        original=not translation or order.quotes != "translation",
        language_name=locale.language(edition.language),
        citation=cite.report(edition, locale),
        section=section.text,
        section_language=locale.code if section.translated else edition.language,
        locator=cite.locator(passage, locale),
        repeated=wording.repeated((also.edition for also in cutting.also), locale),
        edition=edition.id,
        paragraph=passage.number,
        source=cite.source_anchor(edition),
        translation=translation,
    )


def _quotable(
    cutting: Cutting, material: Material
) -> tuple[Edition, Passage, tuple[str, ...]]:
    """Return what to quote: the cutting, or what the other edition says there."""
    edition, passage = cutting.finding.edition, cutting.finding.passage
    other = material.others.get(edition.id)
    if other is None or passage.number not in other.passages:
        return edition, passage, cutting.parts
    there = other.passages[passage.number]
    language = other.edition.language
    parts = parallel.counterpart(
        cutting.parts, passage, edition.language, there, language
    )
    if not parts:
        return edition, passage, cutting.parts
    return other.edition, there, parts


def _translation(
    quoted: Iterable[str], edition: Edition, known: Translations, locale: Locale
) -> Translation | None:
    """Return the working translation of an excerpt, None if a sentence lacks one."""
    parts = [working.translate(part, edition.language, known) for part in quoted]
    if not all(parts):
        return None
    entries = [entry for part in parts for entry in part or ()]
    return Translation(
        language=known.language,
        parts=tuple(working.joined(part or ()) for part in parts),
        status=locale.gettext("working translation, reviewed")
        if all(entry.reviewed for entry in entries)
        else locale.gettext("working translation, not reviewed"),
    )


def _figures(
    topic: Topic,
    lines: Mapping[str, Sequence[Series]],
    material: Material,
    desk: telling.Desk,
    plan: Plan,
) -> FigureSection | None:
    return tables.section(lines[topic.code], material.figures_on(topic), desk, plan)


def _desk(register: _Register, material: Material, locale: Locale) -> telling.Desk:
    """Return what figures are set out with; above all, where each is quoted."""
    numbers = {
        (figure.edition, figure.paragraph, figure.sentence): number
        for figure in material.figures
        for number, cutting in reversed(register.entries())
        if cutting.finding.edition.id == figure.edition
        and cutting.finding.passage.number == figure.paragraph
        and any(figure.sentence in part for part in cutting.parts)
    }
    codes = {figure.area for figure in material.figures}
    areas = {code: locale.country(code, material.countries) for code in codes}
    editions = {edition.id: edition for edition in material.editions}
    translated = {
        (id, figure.sentence): _translation(
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
        translations={place: text for place, text in translated.items() if text},
    )
