"""Word days and periods: by the patterns of a language, else as the CLDR has them."""

from datetime import date

from briefs.i18n.language import Dates, Language

_YEAR, _MONTH, _DAY = 1, 2, 3


def day(moment: date, language: Language) -> str:
    """Word a day: "2026-жылдын 22-ноябры", "November 22, 2026"."""
    if language.dates:
        return _day(moment, language.dates)
    from babel.dates import format_date

    return format_date(moment, "long", locale=language.cldr)


def period(text: str, language: Language) -> str:
    """Word an ISO 8601 period: a year, month or day, or an interval of those."""
    start, _, end = text.partition("/")
    if language.dates:
        return _period(start, end or start, language.dates)
    from babel.dates import format_interval, format_skeleton

    first, skeleton = _moment(start)
    if not end:
        if skeleton.endswith("d"):
            return day(first, language)
        return format_skeleton(skeleton, first, locale=language.cldr)
    last, _ = _moment(end)
    return format_interval(first, last, skeleton, locale=language.cldr)


def years(first: int, last: int, language: Language) -> str:
    """Word a year or several: "2015-жыл", "2015–2019 годы"."""
    if not language.dates:
        return str(first) if first == last else f"{first}–{last}"
    return _period(str(first), str(last), language.dates)


def _period(start: str, end: str, dates: Dates) -> str:
    first, last = _parts(start), _parts(end)
    kind = len(first)
    if first == last:
        return _moment_worded(first, dates)
    if kind == len(last) and first[:-1] == last[:-1]:
        name = {_YEAR: "years", _MONTH: "months_range", _DAY: "days"}[kind]
        return dates.patterns[name].format(
            first=_worded(first, dates),
            last=_worded(last, dates),
            year=first[0],
            **_month(first[1], dates) if kind == _DAY else {},
        )
    return dates.patterns["range"].format(
        first=_moment_worded(first, dates), last=_moment_worded(last, dates)
    )


def _worded(parts: tuple[int, ...], dates: Dates) -> str:
    """Word the last part of a moment: its day, month or year."""
    last = parts[-1]
    return dates.months[last - 1] if len(parts) == _MONTH else str(last)


def _moment_worded(parts: tuple[int, ...], dates: Dates) -> str:
    if len(parts) == _DAY:
        return _day(date(*parts[:3]), dates)
    if len(parts) == _MONTH:
        year, month = parts
        return dates.patterns["month"].format(year=year, **_month(month, dates))
    return dates.patterns["year"].format(year=parts[0])


def _day(moment: date, dates: Dates) -> str:
    return dates.patterns["day"].format(
        day=moment.day, year=moment.year, **_month(moment.month, dates)
    )


def _month(number: int, dates: Dates) -> dict[str, str]:
    return {
        "month": dates.months[number - 1],
        "month_of": dates.months_of[number - 1],
    }


def _parts(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("-"))


def _moment(text: str) -> tuple[date, str]:
    """Return the first day of "2015", "2015-10" or "2015-10-22", with its skeleton."""
    parts = _parts(text)
    skeleton = ("y", "yMMMM", "yMMMMd")[len(parts) - 1]
    year, month, first = (*parts, 1, 1)[:3]
    return date(year, month, first), skeleton
