"""Propose what an edition is from its file: report, country, year, and how surely."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from briefs.corpus.vocabulary.parties.series import Series
from briefs.tasks.adding.places import Gazetteer

_YEAR = regex.compile(r"(?<!\d)(?:19[89]\d|20\d{2})(?!\d)")
_DIGIT = regex.compile(r"\d")
_BEGINNING = 6
_HEAD = 3
_LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file says of itself: None where it says nothing.

    `grounds` tells for each of "report", "country" and "year" where it was found:
    "title", "running head", "name" (of the file) or
    "text".
    """

    report: str | None
    country: str | None
    year: int | None
    title: str
    grounds: Mapping[str, str]


def propose(
    path: Path,
    title: str,
    heads: Iterable[str],
    texts: Iterable[str],
    series: Mapping[str, Series],
    gazetteer: Gazetteer,
    *,
    outlined: bool = False,
) -> Proposal:
    """Return what the title, the file's name and the text say, in this order.

    `heads` are running heads, which are never asked for the year: old ones stay.
    `texts` are the headings and paragraphs in order. `outlined` tells that it has the
    standard headings of a report: without them, only the surest words of a title say
    which series it is of.
    """
    held = list(texts)
    places = {
        "title": " ".join([title, *held[:_BEGINNING]]),
        "running head": " ".join(heads),
        "name": path.stem.replace("_", " ").replace("-", " "),
        "text": " ".join(held),
    }
    grounds: dict[str, str] = {}
    report = country = year = None
    for ground, text in places.items():
        short = text[:2000] if ground == "title" else text
        signs = {code: _signs(one, ground, outlined) for code, one in series.items()}
        if report is None and (report := _report(short, signs)):
            grounds["report"] = ground
        dated = {"title": _titled(title, held), "running head": ""}.get(ground, short)
        if year is None and (year := _year(dated)):
            grounds["year"] = ground
        if country is None and (
            country := gazetteer.country(short, coded=ground == "name")
        ):
            grounds["country"] = ground
    return Proposal(report, country, year, title, grounds)


def _signs(series: Series, ground: str, outlined: bool) -> tuple[str, ...]:
    """Return the words that tell a series in what stands there."""
    if ground == "text":
        return series.outline
    return (*series.signs, *(series.hints if outlined else ()))


def _report(text: str, signs: Mapping[str, Sequence[str]]) -> str | None:
    small = _DIGIT.sub("#", text.lower())
    counts = {code: sum(map(small.count, words)) for code, words in signs.items()}
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best and counts[best] else None


def _titled(title: str, texts: Sequence[str]) -> str:
    """Return the words of the title that tell the year: its own, else a heading's."""
    heads = (text for text in texts[:_HEAD] if len(text) <= _LONGEST_TITLE)
    return next((each for each in (title, *heads) if _YEAR.search(each)), "")


def _year(text: str) -> int | None:
    years = Counter(int(year) for year in _YEAR.findall(text))
    return years.most_common(1)[0][0] if years else None
