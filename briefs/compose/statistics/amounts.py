"""Write the value of a figure: 8 823, 25 %, at least 35 million soms, 14 of 120."""

from briefs.i18n.locale import Locale
from briefs.model import Bound, Figure, Status

DURATIONS = ("minutes", "hours", "days", "weeks", "months", "years")
"""Units of time, which print with their names."""

_SIGNS = {
    Bound.AT_MOST: "≤",
    Bound.AT_LEAST: "≥",
    Bound.ABOUT: "≈",
    Bound.ESTIMATE: "≈",
}


def value(figure: Figure, locale: Locale) -> str:
    """Write a value with all that its words say of it: "up to 20%", "14 of 120"."""
    text = exactly(figure, locale)
    if figure.value is None or figure.bound is None:
        return text
    return bounded(text, figure.bound, locale)


def bounded(text: str, bound: Bound, locale: Locale) -> str:
    """Say with a value that is written how exact it is: "up to 20%"."""
    return _bounds(locale)[bound].format(number=text)


def large(figure: Figure, locale: Locale) -> str:
    """Write a value to be shown large, with a sign where words would not fit."""
    text = exactly(figure, locale)
    sign = _SIGNS[_signed(figure.bound, figure)] if figure.bound else ""
    return f"{sign}\N{NO-BREAK SPACE}{text}" if sign else text


def bound(figure: Figure, locale: Locale) -> str:
    """Say in words what a sign before a large value means, empty without one."""
    words = {
        Bound.AT_MOST: locale.gettext("at most"),
        Bound.AT_LEAST: locale.gettext("at least"),
        Bound.ABOUT: locale.gettext("approximately"),
        Bound.ESTIMATE: locale.gettext("estimate"),
    }
    return words[_signed(figure.bound, figure)] if figure.bound else ""


def _signed(bound: Bound, figure: Figure) -> Bound:
    """Return on which side of a signed value a bound is: a larger fall is less."""
    turned = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}
    is_fall = figure.value is not None and figure.value < 0
    return turned.get(bound, bound) if is_fall else bound


def exactly(figure: Figure, locale: Locale) -> str:
    """Write a value as if it were exact, with the whole that it is a part of."""
    if figure.value is None:
        if figure.status is Status.UNREPORTED:
            return locale.gettext("not reported")
        return locale.gettext("unknown")
    text = amount(figure.value, figure.unit, locale)
    if figure.value_max is not None:
        low = locale.number(figure.value)
        text = f"{low}–{amount(figure.value_max, figure.unit, locale)}"
    if figure.base is not None:
        text = locale.gettext("{number} of {base}").format(
            number=text, base=locale.number(figure.base)
        )
    return text


def amount(number: float, unit: str, locale: Locale) -> str:
    """Write a number with its unit, where that is a share, money or a time.

    What is counted otherwise is said by a label or a quotation beside.
    """
    if unit == "percent":
        return locale.percent(number)
    if unit in DURATIONS:
        return _duration(number, unit, locale)
    if unit == "KGS":
        # CLDR calls it otherwise than the country's own authorities do.
        return locale.ngettext(
            "{amount} som",
            "{amount} soms",
            number,
            amount=locale.amount(number),
        )
    if unit.isupper():
        return f"{locale.amount(number)} {locale.currency(unit, number)}"
    return locale.number(number)


def _duration(number: float, unit: str, locale: Locale) -> str:
    """Write a time; the CLDR lacks some units in some languages."""
    if text := locale.duration(number, unit.removesuffix("s")):
        return text
    if unit == "days":
        return locale.ngettext("{number} day", "{number} days", number)
    if unit == "months":
        return locale.ngettext("{number} month", "{number} months", number)
    return locale.number(number)


def _bounds(locale: Locale) -> dict[Bound, str]:
    return {
        Bound.AT_MOST: locale.gettext("up to {number}"),
        Bound.AT_LEAST: locale.gettext("at least {number}"),
        Bound.ABOUT: locale.gettext("about {number}"),
        Bound.ESTIMATE: locale.gettext("estimated {number}"),
    }
