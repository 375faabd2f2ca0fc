"""Tell a figure: when it was, who reported it, where, and what must be known of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefs.compose.excerpts.quoting import marked
from briefs.compose.sources import cite
from briefs.compose.statistics import amounts
from briefs.document import Translation
from briefs.figures.series import Series, contradictions, is_whole_year
from briefs.i18n.locale import Locale
from briefs.model import Basis, Edition, Figure, Labels, Passage
from briefs.years.changes import Said


@dataclass(frozen=True, slots=True)
class Desk:
    """What figures are set out with: words, reporters, editions, and their excerpts.

    `numbers` gives the number of the excerpt that quotes a sentence, by edition,
    paragraph and sentence; `areas` the names of the countries where the figures are of
    several; `translations` what a sentence is in the reader's language, by edition and
    sentence, and `contexts` the words that one is quoted with that points back; without
    `originals` what is translated is not quoted beside. Excerpts are
    called by `letters` instead of their numbers where there are some. `sections` name
    the section of a paragraph, by edition and paragraph. `elsewhere` is where the
    edition in the reader's language says a sentence, by edition and sentence.
    `unreviewed` are the editions and topics of which nobody has reviewed all figures.
    """

    locale: Locale
    reporters: Mapping[str, Labels]
    editions: Mapping[str, Edition]
    passages: Mapping[str, Mapping[int, Passage]]
    numbers: Mapping[tuple[str, int, str], int]
    areas: Mapping[str, str]
    translations: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    contexts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    originals: bool = True
    letters: str = ""
    sections: Mapping[tuple[str, int], str] = field(default_factory=dict)
    elsewhere: Mapping[tuple[str, str], Said] = field(default_factory=dict)
    unreviewed: Collection[tuple[str, str]] = ()

    def label(self, one: Series) -> str:
        """Return what a series is called, with its country where there are several."""
        label = self.locale.label(one.indicator.labels)
        return f"{label} ({self.areas[one.area]})" if one.area in self.areas else label


def period(figure: Figure, desk: Desk) -> str:
    """Say when it was: as the report says, or that it names no year.

    A figure without a period of its own is of the report's time, and no year is told
    for it as if the report had named one.
    """
    locale = desk.locale
    if figure.period_basis is Basis.EDITION:
        return locale.gettext("report of {year}, year not given").format(
            year=desk.editions[figure.edition].year
        )
    if figure.period is None:
        return locale.gettext("year not given")
    return locale.period(figure.period)


def reporter(figure: Figure, desk: Desk) -> str:
    """Return who reported a figure, empty when the source does not say."""
    labels = [desk.reporters[c] for c in figure.reporters if c in desk.reporters]
    return desk.locale.enumerate(map(desk.locale.label, labels)) if labels else ""


def reporters(figures: Iterable[Figure], desk: Desk) -> str:
    """Return who reported some values: one name for all, or one for each value."""
    known = list(figures)
    names = [reporter(figure, desk) for figure in known]
    if len(set(names)) == 1:
        return names[0]
    unsaid = desk.locale.gettext("source not given")
    return "; ".join(
        f"{amounts.value(figure, desk.locale)}: {name or unsaid}"
        for figure, name in zip(known, names, strict=True)
    )


def remarks(one: Series, year: int, desk: Desk) -> Iterator[str]:
    """Yield what a reader must know of a year's value: its notes, period, conflicts."""
    locale = desk.locale
    figures = one.points[year]
    for figure in figures:
        if figure.notes:
            yield locale.label(figure.notes)
        elif figure.period and not is_whole_year(figure.period):
            yield locale.gettext("only {period}").format(
                period=locale.period(figure.period)
            )
        if figure.period_basis is Basis.EDITION:
            yield period(figure, desk)
    yield from differences(one, year, desk)


def differences(one: Series, year: int, desk: Desk) -> Iterator[str]:
    """Yield which values of a year contradict each other."""
    for differing in contradictions(one, year):
        yield _differing(differing, desk)


def _differing(figures: Iterable[Figure], desk: Desk) -> str:
    """Say which values contradict each other, in one report or in several."""
    locale, known = desk.locale, list(figures)
    said = locale.enumerate(
        "{} ({})".format(
            amounts.value(figure, locale),
            ", ".join(filter(None, (reporter(figure, desk), where(figure, desk)))),
        )
        for figure in known
    )
    if len({figure.edition for figure in known}) == 1:
        sentence = locale.gettext("One report gives several values: {values}")
    else:
        sentence = locale.gettext("The reports differ: {values}")
    return sentence.format(values=said)


def reference(figure: Figure, desk: Desk) -> str:
    """Return where a reader finds a figure: the excerpt's number, else its place."""
    number = excerpt(figure, desk)
    if number:
        return f"[{marked(number, desk.letters)}]"
    return where(figure, desk)


def references(figures: Iterable[Figure], desk: Desk) -> str:
    """Return where a reader finds some figures: excerpts first, else their places."""
    numbers: dict[str, None] = {}
    others: dict[str, None] = {}
    for figure in figures:
        place = reference(figure, desk)
        (numbers if place.startswith("[") else others)[place] = None
    return "; ".join(part for part in (", ".join(numbers), *others) if part)


def excerpt(figure: Figure, desk: Desk) -> int | None:
    """Return the number of the excerpt that quotes a figure, None when none does."""
    return desk.numbers.get((figure.edition, figure.paragraph, figure.sentence))


def where(figure: Figure, desk: Desk) -> str:
    """Say where the words of a figure stand: "2019, Prosecution, para. 3".

    The report is named where several are of one year, or of several countries.
    """
    edition = desk.editions[figure.edition]
    told = [desk.editions[id] for id, _ in desk.sections if id in desk.editions]
    beside = {(e.report, e.country) for e in told if e.year == edition.year}
    if len(beside) > 1 or desk.areas:
        return cited(figure, desk)
    return f"{edition.year}, {_place(figure, desk)}"


def cited(figure: Figure, desk: Desk) -> str:
    """Say in which report the words of a figure stand, and where in it."""
    edition = desk.editions[figure.edition]
    report = cite.report(edition, desk.locale, desk.areas.get(edition.country, ""))
    return f"{report}, {_place(figure, desk)}"


def _place(figure: Figure, desk: Desk) -> str:
    """Return the pages of the words of a figure, or their paragraph."""
    if place := desk.elsewhere.get((figure.edition, figure.sentence)):
        section = desk.sections.get((place.edition.id, place.passage.number), "")
        return cite.where([(place.passage, place.span)], section, desk.locale)
    passage = desk.passages[figure.edition][figure.paragraph]
    section = desk.sections.get((figure.edition, figure.paragraph), "")
    return cite.where([(passage, figure.span)], section, desk.locale)
