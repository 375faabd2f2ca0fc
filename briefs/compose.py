"""Compose a brief: choose excerpts within a budget, order them, and word the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count, groupby

import regex

from briefs import cite, coverage, excerpts, series, tables
from briefs.document import Brief, Chapter, Excerpt, Issuer, YearGroup
from briefs.excerpts import Cutting
from briefs.i18n import Locale
from briefs.index import Finding
from briefs.model import Edition, Figure, Grade, Indicator, Labels, Passage, Topic
from briefs.series import Series

EXCERPTS_PER_PAGE = 4
"""How many excerpts of ordinary length fill a page of the A4 design."""

_PAGES_BESIDE = 2.0  # what comes before the excerpts, and the sources after them
_FEWEST = 3
_RECOMMENDATIONS = regex.compile(r"(?i)рекомендаци|сунуштама|recommendation")


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is composed from.

    `editions` are those in the range asked for; `findings` hold, by topic code, what
    was found in them; `passages`, by edition id and number, all they say; `figures`
    their reviewed figures. `reporters` and `countries` say what an organisation is
    called by its code, and a country by its ISO 3166-1 alpha-3 code.
    """

    topics: tuple[Topic, ...]
    editions: tuple[Edition, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    passages: Mapping[str, Mapping[int, Passage]]
    figures: tuple[Figure, ...]
    indicators: Mapping[str, Indicator]
    reporters: Mapping[str, Labels]
    countries: Mapping[str, Labels]

    def figures_on(self, topic: Topic) -> list[Figure]:
        """Return the reviewed figures that serve a topic."""
        return [figure for figure in self.figures if topic.code in figure.topics]

    def printed(self) -> list[Figure]:
        """Return the reviewed figures of all the topics, each once."""
        codes = {topic.code for topic in self.topics}
        return [figure for figure in self.figures if codes & set(figure.topics)]


@dataclass(frozen=True, slots=True)
class Order:
    """How a brief is wanted: `pages` is the budget, `full` quotes whole passages."""

    day: date
    pages: int
    full: bool = False
    issuer: Issuer | None = None


def compose(material: Material, order: Order, locale: Locale) -> Brief:
    """Return the brief on the topics of the material, in their order."""
    numbers = count(1)
    lines = {
        topic.code: series.build(material.figures_on(topic), material.indicators)
        for topic in material.topics
    }
    budget = _budget(order.pages, lines)
    chapters = tuple(
        _chapter(topic, material, order, locale, budget, numbers)
        for topic in material.topics
    )
    desk = _desk(chapters, material, locale)
    chapters = tuple(
        replace(
            chapter,
            figures=tables.section(lines[topic.code], material.figures_on(topic), desk),
        )
        for chapter, topic in zip(chapters, material.topics, strict=True)
    )
    key_figures = tables.key_figures(list(chain(*lines.values())), desk)
    cited = {item.edition for chapter in chapters for item in _excerpts(chapter)}
    sources = [edition for edition in material.editions if edition.id in cited]
    titles = [chapter.title for chapter in chapters]
    return Brief(
        locale=locale.code,
        title=_title(titles, locale),
        subtitle=_subtitle(sources, locale),
        country=_country(sources, material.countries, locale),
        years=locale.years(int(edition.covers) for edition in sources),
        date=locale.date(order.day),
        issued=order.day.isoformat(),
        issuer=order.issuer,
        statement=_statement(chapters, sources, locale),
        key_figures=key_figures,
        coverage=coverage.matrix(
            material.topics, material.editions, material.findings, locale
        ),
        contents=len(chapters) > 1,
        chapters=chapters,
        sources=tuple(cite.source(edition, locale) for edition in sources),
        method=_method(locale),
        keywords=tuple(titles),
    )


def _budget(pages: int, lines: Mapping[str, Sequence[Series]]) -> int:
    """Return how many excerpts a chapter may have, once its figures are set."""
    figures = sum(tables.pages(list(one)) for one in lines.values())
    total = EXCERPTS_PER_PAGE * (pages - _PAGES_BESIDE - figures)
    return max(_FEWEST, round(total / len(lines)))


def _chapter(
    topic: Topic,
    material: Material,
    order: Order,
    locale: Locale,
    budget: int,
    numbers: Iterator[int],
) -> Chapter:
    told = _told(material.figures_on(topic))
    cuttings = [
        excerpts.cut(
            finding,
            told.get((finding.edition.id, finding.passage.number), ()),
            full=order.full,
        )
        for finding in material.findings[topic.code]
    ]
    merged = excerpts.merge(cuttings)
    advice = [cutting for cutting in merged if _recommends(cutting.finding.passage)]
    said = [cutting for cutting in merged if cutting not in advice]
    advised = _choose(advice, max(_FEWEST, budget // 3))
    chosen = _choose(said, budget - len(advised))
    years = tuple(
        YearGroup(
            year=str(year),
            note=_covers(group, locale),
            excerpts=tuple(
                _excerpt(cutting, numbers, locale) for cutting in _led(group, material)
            ),
        )
        for year, group in _by_year(chosen)
    )
    return Chapter(
        code=topic.code,
        anchor=f"topic-{topic.code}",
        title=locale.label(topic.labels),
        scope=locale.label(topic.scope),
        years=years,
        figures=None,
        recommendations=tuple(
            _excerpt(cutting, numbers, locale) for cutting in _in_order(advised)
        ),
        questions=(),
        omitted=_omitted(len(said) - len(chosen), topic, locale),
    )


def _told(figures: Iterable[Figure]) -> dict[tuple[str, int], list[str]]:
    """Return the sentences that tell a figure of a series, by edition and paragraph."""
    told: dict[tuple[str, int], list[str]] = {}
    for figure in figures:
        if figure.indicator:
            told.setdefault((figure.edition, figure.paragraph), []).append(
                figure.sentence
            )
    return told


def _led(cuttings: Iterable[Cutting], material: Material) -> Iterator[Cutting]:
    """Let each excerpt begin where it can be understood.

    Nothing is added where the paragraph before, under the same heading, has just been
    quoted to its end.
    """
    last: Cutting | None = None
    for cutting in cuttings:
        finding = cutting.finding
        passages = material.passages[finding.edition.id]
        before = passages.get(finding.passage.number - 1)
        follows = (
            last is not None
            and before == last.finding.passage
            and before.text.endswith(last.parts[-1])
        )
        if before and not follows and before.headings == finding.passage.headings:
            cutting = excerpts.lead_in(cutting, before)
        yield cutting
        last = cutting


def _desk(
    chapters: Iterable[Chapter], material: Material, locale: Locale
) -> tables.Desk:
    """Return what figures are set out with; above all, where each is quoted."""
    quoted = [item for chapter in chapters for item in _excerpts(chapter)]
    numbers = {
        (figure.edition, figure.paragraph, figure.sentence): item.number
        for figure in material.figures
        for item in reversed(quoted)
        if (item.edition, item.paragraph) == (figure.edition, figure.paragraph)
        and any(figure.sentence in part for part in item.parts)
    }
    return tables.Desk(
        locale=locale,
        reporters=material.reporters,
        editions={edition.id: edition for edition in material.editions},
        passages=material.passages,
        numbers=numbers,
    )


def _choose(cuttings: Sequence[Cutting], budget: int) -> list[Cutting]:
    """Return the weightiest excerpts within the budget, each edition in its turn.

    So that no year goes unheard because another has more to say.
    """
    queues: dict[str, list[Cutting]] = {}
    for cutting in sorted(cuttings, key=_rank):
        queues.setdefault(cutting.finding.edition.id, []).append(cutting)
    chosen: list[Cutting] = []
    for turn in range(max(map(len, queues.values()), default=0)):
        chosen += [queue[turn] for queue in queues.values() if turn < len(queue)]
    return chosen[:budget]


def _rank(cutting: Cutting) -> tuple[float, int, str, int]:
    finding = cutting.finding
    return (
        -cutting.weight,
        -finding.edition.year,
        finding.edition.id,
        finding.passage.number,
    )


def _by_year(cuttings: Iterable[Cutting]) -> Iterator[tuple[int, list[Cutting]]]:
    """Yield the excerpts of each year: sure ones first, then as the text has them."""
    for year, group in groupby(_in_order(cuttings), key=_year):
        yield year, sorted(group, key=_is_doubtful)


def _in_order(cuttings: Iterable[Cutting]) -> list[Cutting]:
    return sorted(
        cuttings,
        key=lambda cutting: (
            _year(cutting),
            cutting.finding.edition.id,
            cutting.finding.passage.number,
        ),
    )


def _is_doubtful(cutting: Cutting) -> bool:
    return cutting.finding.match.grade is not Grade.STRONG


def _year(cutting: Cutting) -> int:
    return cutting.finding.edition.year


def _excerpt(cutting: Cutting, numbers: Iterator[int], locale: Locale) -> Excerpt:
    number = next(numbers)
    edition, passage = cutting.finding.edition, cutting.finding.passage
    return Excerpt(
        number=number,
        anchor=f"excerpt-{number}",
        language=edition.language,
        parts=cutting.parts,
        citation=cite.report(edition, locale),
        section=cite.section(passage.headings),
        locator=cite.locator(passage, locale),
        repeated=_repeated(cutting, locale),
        edition=edition.id,
        paragraph=passage.number,
        source=cite.source_anchor(edition),
    )


def _repeated(cutting: Cutting, locale: Locale) -> str:
    years = sorted({finding.edition.year for finding in cutting.also})
    if not years:
        return ""
    listed = locale.enumerate(str(year) for year in years)
    return locale.gettext("said likewise in {years}").format(years=listed)


def _recommends(passage: Passage) -> bool:
    return any(_RECOMMENDATIONS.search(heading.text) for heading in passage.headings)


def _covers(group: Sequence[Cutting], locale: Locale) -> str:
    """Say which year the editions of a group describe, where it is another."""
    covered = {c.finding.edition.covers for c in group} - {str(_year(group[0]))}
    if not covered:
        return ""
    listed = locale.enumerate(locale.period(period) for period in sorted(covered))
    return locale.gettext("on {years}").format(years=listed)


def _omitted(number: int, topic: Topic, locale: Locale) -> str:
    if number <= 0:
        return ""
    sentence = locale.ngettext(
        "{number} more passage on this topic is not quoted here",
        "{number} more passages on this topic are not quoted here",
        number,
    )
    command = f"briefs excerpts {topic.code}"
    return locale.gettext("{sentence}; to list all: {command}").format(
        sentence=sentence, command=command
    )


def _excerpts(chapter: Chapter) -> Iterator[Excerpt]:
    for group in chapter.years:
        yield from group.excerpts
    yield from chapter.recommendations


def _title(titles: Sequence[str], locale: Locale) -> str:
    """Join the first topics; the contents page lists the others."""
    if len(titles) > 3:
        return locale.gettext("Human rights in the reports")
    first, *others = titles
    return locale.enumerate(
        [first, *(title[:1].lower() + title[1:] for title in others)]
    )


def _subtitle(sources: Sequence[Edition], locale: Locale) -> str:
    publishers = sorted({locale.label(edition.publisher) for edition in sources})
    return locale.gettext("From the reports of: {publishers}").format(
        publishers=locale.enumerate(publishers)
    )


def _country(
    sources: Sequence[Edition], countries: Mapping[str, Labels], locale: Locale
) -> str:
    codes = sorted({edition.country for edition in sources})
    return locale.enumerate(locale.country(code, countries) for code in codes)


def _statement(
    chapters: Iterable[Chapter], sources: Sequence[Edition], locale: Locale
) -> str:
    total = sum(1 for chapter in chapters for _ in _excerpts(chapter))
    quoted = locale.ngettext("{number} excerpt", "{number} excerpts", total)
    reports = locale.enumerate(cite.report(edition, locale) for edition in sources)
    return locale.gettext(
        "This brief consists of {excerpts} quoted word for word from: {reports}. Each "
        "names its report, year, section, and page or paragraph."
    ).format(excerpts=quoted, reports=reports)


def _method(locale: Locale) -> tuple[str, ...]:
    return (
        locale.gettext(
            "Excerpts are whole sentences of the source, chosen by the words and "
            "headings that betray a topic; […] marks what is left out. Spelling is the "
            "source's own and is never corrected. Paragraphs are counted from the "
            "beginning of the report, headings left aside."
        ),
        locale.gettext(
            "Every quotation was compared with its source, and found again in the text "
            "of this file, before the file was written. To check it again: {command}"
        ).format(command="briefs verify FILE.pdf"),
    )
