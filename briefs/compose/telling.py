"""Tell a figure: its value, who reported it, where, and what must be known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefs.compose import cite
from briefs.document import Translation
from briefs.figures.series import Series, contradictions, is_whole_year
from briefs.i18n.locale import Locale
from briefs.model import Edition, Figure, Labels, Passage


@dataclass(frozen=True, slots=True)
class Desk:
    """What figures are set out with: words, reporters, editions, and their excerpts.

    `numbers` gives the number of the excerpt that quotes a sentence, by edition,
    paragraph and sentence; `areas` the names of the countries where the figures are of
    several; `translations` what a sentence is in the reader's language, by edition and
    sentence; without `originals` what is translated is not quoted beside.
    """

    locale: Locale
    reporters: Mapping[str, Labels]
    editions: Mapping[str, Edition]
    passages: Mapping[str, Mapping[int, Passage]]
    numbers: Mapping[tuple[str, int, str], int]
    areas: Mapping[str, str]
    translations: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    originals: bool = True

    def label(self, one: Series) -> str:
        """Return what a series is called, with its country where there are several."""
        label = self.locale.label(one.indicator.labels)
        return f"{label} ({self.areas[one.area]})" if one.area in self.areas else label


def value(figure: Figure, locale: Locale) -> str:
    """Format the value of a figure: 8 823, 25 %, 339 млн сом, 500–700, about 10 000."""
    text = exactly(figure, locale)
    if figure.approximate and figure.value is not None:
        text = locale.gettext("about {number}").format(number=text)
    return text


def exactly(figure: Figure, locale: Locale) -> str:
    """Format the value of a figure as if it were exact."""
    if figure.value is None:
        return locale.gettext("unknown")
    text = _amount(figure.value, figure.unit, locale)
    if figure.value_max is not None:
        low = locale.number(figure.value)
        text = f"{low}–{_amount(figure.value_max, figure.unit, locale)}"
    return text


def reporter(figure: Figure, desk: Desk) -> str:
    """Return who reported a figure, empty when the source does not say."""
    labels = desk.reporters.get(figure.reported_by or "")
    return desk.locale.label(labels) if labels else ""


def _amount(number: float, unit: str, locale: Locale) -> str:
    if unit == "percent":
        return locale.percent(number)
    if unit == "KGS":
        return locale.ngettext(
            "{amount} som", "{amount} soms", number, amount=locale.amount(number)
        )
    if unit == "USD":
        return locale.ngettext(
            "{amount} US dollar",
            "{amount} US dollars",
            number,
            amount=locale.amount(number),
        )
    if unit == "years":
        return locale.ngettext("{number} year", "{number} years", number)
    return locale.number(number)


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
    for differing in contradictions(one, year):
        said = (
            f"{value(figure, locale)} ({where(figure, desk)})" for figure in differing
        )
        yield locale.gettext("The reports differ: {values}").format(
            values=locale.enumerate(said)
        )


def reference(figure: Figure, desk: Desk) -> str:
    """Return where a reader finds a figure: the excerpt's number, else its place."""
    number = excerpt(figure, desk)
    return f"[{number}]" if number else where(figure, desk)


def excerpt(figure: Figure, desk: Desk) -> int | None:
    """Return the number of the excerpt that quotes a figure, None when none does."""
    return desk.numbers.get((figure.edition, figure.paragraph, figure.sentence))


def where(figure: Figure, desk: Desk) -> str:
    """Say where a figure stands: "2019, para. 17"."""
    edition = desk.editions[figure.edition]
    passage = desk.passages[figure.edition][figure.paragraph]
    return f"{edition.year}, {cite.locator([(passage, figure.span)], desk.locale)}"
