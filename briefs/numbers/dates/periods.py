"""Find the periods that a text names and write them as ISO 8601."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import regex

from briefs.model import Basis, Span
from briefs.numbers.asides import asides, innermost
from briefs.numbers.grammars.grammar import REPEATED, Calendar

_YEAR = regex.compile(r"\d{4}")
_MONTH = regex.compile(r"(\d{4})-(\d\d)")
_NUMERIC_DATE = regex.compile(
    r"(?<!\d)[0-3]?\d[./](?P<month>[01]?\d)[./](?P<year>(?:19|20)\d\d)(?!\d)"
)
# "01/2020"
_NUMERIC_MONTH = regex.compile(
    r"(?<![\d./])(?P<month>0[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)(?![\d/]|\.\d)"
)
# "the 2018-19 school year"
_SEASON = regex.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-–/](?P<end>\d\d)(?!\d|[-–/.])"
)
_OWN_NUMBER = regex.compile(r"\p{L}*\s*\([^()\d]*\d[^()]*\)")
_LAST_MONTH = 12
_IN_NUMERIC = re.compile(r"[./](?:19|20)\d\d|(?:19|20)\d\d[-–/]\d\d")
"""What no period is without that is told in digits alone."""
_QUARTERS = {"second-quarter": 2, "third-quarter": 3, "fourth-quarter": 4}


class Tie(StrEnum):
    """How a period stands to the numbers around it.

    A number may be OF it; it may be a WEAK attribute ("the 2015 survey"), COMPARED
    with, VAGUE ("in earlier years") or a mere NAME ("the 1980 convention").
    """

    OF = "of"
    WEAK = "weak"
    COMPARED = "compared"
    VAGUE = "vague"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a text names: its place, and `iso`, None when vague.

    `dated` tells a day or a month, as an incident has, `day` that it is a day.
    `within` is the bracket or comparison of the only numbers it can be of. `basis` is
    that of its edition where its words name no year ("last year").
    """

    span: Span
    iso: str | None
    tie: Tie
    dated: bool
    within: Span | None = None
    day: bool = False
    basis: Basis = Basis.STATED

    def reaches(self, number: Span) -> bool:
        """Tell whether the number at `number` may belong to this period."""
        place = self.within
        return not place or (place.start <= number.start and number.end <= place.end)


@lru_cache(maxsize=REPEATED)
def periods(text: str, calendar: Calendar, covers: str) -> tuple[Period, ...]:
    """Return the periods named in `text` in order; their spans do not overlap.

    `covers` is the year or period that the edition tells about: a month without a year
    and "the year" belong to it.
    """
    found: list[Period] = []
    for kind, match, tie, within in _named(text, calendar):
        iso = None
        if kind not in (Tie.VAGUE, Tie.NAME):
            iso = _iso(kind, match, calendar, covers, found)
        is_dated = kind in ("day", "month", "days") and "/" not in (iso or "")
        basis = Basis.EDITION if kind == "undated" else Basis.STATED
        rest = (tie, is_dated, within, kind in ("day", "days"), basis)
        found.append(Period(Span(*match.span()), iso, *rest))
    return tuple(found)


class _Named(NamedTuple):
    """The name of a period in a text, before it is said which one that is."""

    kind: str
    match: regex.Match[str]
    tie: Tie
    within: Span | None


@lru_cache(maxsize=REPEATED)
def _named(text: str, calendar: Calendar) -> tuple[_Named, ...]:
    """Return the names of periods: the same in every edition that has the sentence."""
    matches = list(_apart(_longest(_all(text, calendar))))
    if not matches:
        return ()
    places = asides(text, [Span(*match.span()) for _, match in matches], calendar)
    found: list[_Named] = []
    for kind, match in matches:
        span = Span(*match.span())
        within = innermost(span, places)
        tie = _tie(kind, text, match, calendar)
        if own := _own_number(text, match.end(), calendar):
            tie, within = Tie.COMPARED, own
        elif kind == "same" and not within:
            tie = Tie.COMPARED
        elif tie is Tie.OF and any(r.holds(text, *span) for r in calendar.cited):
            tie = Tie.WEAK
        found.append(_Named(kind, match, tie, within))
    return tuple(found)


def _own_number(text: str, end: int, calendar: Calendar) -> Span | None:
    """Return the bracket that tells the number of a period that is compared with.

    The period ends at `end`: "2019-жылга (66) салыштырмалуу", "… салыштырмалуу (66)".
    """
    bracket = _OWN_NUMBER.match(text, end)
    if bracket:
        told = calendar.compared_after.match(text, bracket.end())
        return Span(*bracket.span()) if told else None
    compared = calendar.compared_after.match(text, end)
    bracket = compared and _OWN_NUMBER.match(text, compared.end())
    return Span(*bracket.span()) if bracket else None


def _apart(
    found: Iterable[tuple[str, regex.Match[str]]],
) -> Iterator[tuple[str, regex.Match[str]]]:
    """Leave out what overlaps something before it."""
    end = 0
    for kind, match in found:
        if match.start() >= end:
            end = match.end()
            yield kind, match


def _all(text: str, calendar: Calendar) -> Iterator[tuple[str, regex.Match[str]]]:
    if _IN_NUMERIC.search(text):
        for match in _NUMERIC_DATE.finditer(text):
            yield "day", match
        for match in _NUMERIC_MONTH.finditer(text):
            yield "as-of", match
        for match in _SEASON.finditer(text):
            if int(match["end"]) == (int(match["year"]) + 1) % 100:
                yield "season", match
    for kind, pattern in calendar.kinds(text):
        for match in pattern.finditer(text):
            yield kind, match


def _longest(
    found: Iterable[tuple[str, regex.Match[str]]],
) -> list[tuple[str, regex.Match[str]]]:
    """Sort by place; of those that begin together the longest comes first.

    Of two readings of the same words, the one that ties them less comes first.
    """
    loose = frozenset(Tie)
    return sorted(
        found, key=lambda item: (item[1].start(), -item[1].end(), item[0] not in loose)
    )


def _tie(kind: str, text: str, match: regex.Match[str], calendar: Calendar) -> Tie:
    if kind == Tie.NAME:
        tie = Tie.NAME
    elif calendar.compared_before.match(
        text, 0, match.start()
    ) or calendar.compared_after.match(text, match.end()):
        tie = Tie.COMPARED
    else:
        tie = Tie(kind) if kind in (Tie.WEAK, Tie.VAGUE) else Tie.OF
    return tie


def _iso(
    kind: str,
    match: regex.Match[str],
    calendar: Calendar,
    covers: str,
    earlier: Sequence[Period],
) -> str | None:
    """Write what a period says in ISO 8601; `earlier` are those named before it."""
    named = match.capturesdict()
    years = [int(year) for year in named.get("year", [])]
    months = [_month(name, calendar) for name in named.get("month", [])]
    count = _count(named.get("n", []), calendar)
    year = years[0] if years else last_year(covers)
    match kind:
        case "season":
            return f"{year}/{year + 1}"
        case "day" | "month" | "as-of":
            return (
                f"{years[0] if years else _year_of(months[0], covers)}-{months[0]:02}"
            )
        case "months" | "days":
            return _between_months(match, months, years, covers)
        case "until":
            ends = _year_of(months[0], covers)
            return f"{ends}-01/{ends}-{months[0]:02}"
        case "first-months":
            return f"{year}-01/{year}-{min(count, _LAST_MONTH):02}"
        case "first-half":
            return f"{year}-01/{year}-06"
        case "second-half":
            return f"{year}-07/{year}-12"
        case "quarter" | "second-quarter" | "third-quarter" | "fourth-quarter":
            quarter = _QUARTERS.get(kind, count)
            return f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}"
        case "first-quarters":
            return f"{year}-01/{year}-{min(3 * count, _LAST_MONTH):02}"
        case "last-years":
            year = _told_year(earlier, covers)
            return f"{year - count + 1}/{year}"
        case "before":
            return str(_told_year(earlier, covers) - 1)
        case "same":
            return _again(earlier, year if years else _told_year(earlier, covers) - 1)
        case "since":
            return (
                f"{year}/{last_year(covers)}" if year < last_year(covers) else str(year)
            )
        case "years":
            return f"{years[0]}/{years[-1]}"
        case "covered" | "undated":
            return covers
    return str(year)


def _told_year(earlier: Sequence[Period], covers: str) -> int:
    """Return the year that a "previous year" precedes: the last one named, if any."""
    told = _periods_of(earlier)
    return last_year(told[-1] if told else covers)


def _periods_of(earlier: Sequence[Period]) -> list[str]:
    return [p.iso for p in earlier if p.iso and p.tie is Tie.OF and not p.within]


def _again(earlier: Sequence[Period], year: int) -> str:
    """Write "the same period" of another year: the months of the last one named."""
    told = _periods_of(earlier)
    months = _MONTH.findall(told[-1]) if told else []
    if len({y for y, _ in months}) != 1:
        return str(year)
    return "/".join(f"{year}-{month}" for _, month in months)


def _month(name: str, calendar: Calendar) -> int:
    if name.isdigit():
        return min(max(int(name), 1), _LAST_MONTH)
    return next(number for number, word in calendar.months if word.fullmatch(name))


def _count(numbers: Sequence[str], calendar: Calendar) -> int:
    """Read the number of a "first nine months"; 1 when there is none."""
    if not numbers:
        return 1
    digits = regex.match(r"\d+", numbers[0])
    return int(digits[0]) if digits else int(calendar.numbers[numbers[0].lower()])


def _between_months(
    match: regex.Match[str], months: Sequence[int], years: Sequence[int], covers: str
) -> str:
    """Write "January to June", with one year, two or none."""
    over = months[0] > months[-1]
    first = last = years[-1] if years else _year_of(months[-1], covers)
    if len(years) > 1:
        first = years[0]
    elif years and match.starts("year")[0] < match.starts("month")[-1]:
        last = first + over
    else:
        first = last - over
    start, end = f"{first}-{months[0]:02}", f"{last}-{months[-1]:02}"
    return start if start == end else f"{start}/{end}"


def last_year(covers: str) -> int:
    """Return the year an edition covers, the last one of a longer period."""
    return int(_YEAR.findall(covers)[-1])


def _year_of(month: int, covers: str) -> int:
    """Return the year of a month without one: where it falls in what is covered."""
    last = last_year(covers)
    ends = _MONTH.findall(covers)
    return last - (bool(ends) and month > int(ends[-1][1]))
