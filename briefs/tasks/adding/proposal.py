"""Propose what an edition is from its file: report, country, year, and how surely."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from briefs.corpus.vocabulary.parties.series import Series
from briefs.model import Labels

_YEAR = regex.compile(r"(?<!\d)(?:19[89]\d|20\d{2})(?!\d)")
_CODE = regex.compile(r"(?<![\p{L}])\p{L}{3}(?![\p{L}])")
_BEGINNING = 6
_PUBLISHER = regex.compile(
    r"(?i)\b(?:United States|U\.S\.|US)\s+(?:Department|Government|Embassy)"
)
"""Who wrote a report is not what it is about."""

_LANGUAGES = ("en", "ru", "ky")
_WORD = regex.compile(r"[\p{L}’'-]+")


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
    names: Mapping[str, Labels],
) -> Proposal:
    """Return what the title, the file's name and the text say, in this order.

    `heads` are running heads, which are never asked for the year: old ones stay.
    `texts` are the headings and paragraphs in order, `names` what a corpus calls
    countries.
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
        signs = "outline" if ground == "text" else "signs"
        if report is None and (report := _report(short, series, signs)):
            grounds["report"] = ground
        dated = "" if ground == "running head" else short
        if year is None and (year := _year(title if ground == "title" else dated)):
            grounds["year"] = ground
        if country is None and (country := _country(short, ground, names)):
            grounds["country"] = ground
    return Proposal(report, country, year, title, grounds)


def _report(text: str, series: Mapping[str, Series], signs: str) -> str | None:
    small = text.lower()
    counts = {
        code: sum(small.count(sign) for sign in getattr(one, signs))
        for code, one in series.items()
    }
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best and counts[best] else None


def _year(text: str) -> int | None:
    years = Counter(int(year) for year in _YEAR.findall(text))
    return years.most_common(1)[0][0] if years else None


def _country(text: str, ground: str, names: Mapping[str, Labels]) -> str | None:
    """Return the country that a text names most often, by ISO 3166-1 alpha-3."""
    if ground == "name":
        for word in _CODE.findall(text.upper()):
            if word in codes():
                return str(word)
    known = {name: code for code, own in names.items() for name in own.values()}
    known = {name.lower(): code for name, code in known.items()} | _named()
    longest = max((len(name.split()) for name in known), default=1)
    text = _PUBLISHER.sub(" ", text)
    words = [word.lower() for word in _WORD.findall(text)]
    counts: Counter[str] = Counter()
    for index in range(len(words)):
        for length in range(min(longest, 5), 0, -1):
            if code := known.get(" ".join(words[index : index + length])):
                counts[code] += 1
                break
    return counts.most_common(1)[0][0] if counts else None


@lru_cache(maxsize=1)
def codes() -> dict[str, str]:
    """Return the alpha-2 code of each alpha-3 code of ISO 3166-1."""
    from babel import Locale
    from babel.core import get_global

    territories = Locale("en").territories
    return {
        long: short[0]
        for long, short in get_global("territory_aliases").items()
        if len(long) == 3 and long.isalpha() and short[0] in territories
    }


@lru_cache(maxsize=1)
def _named() -> dict[str, str]:
    """Return the codes of countries by their names in small letters."""
    from babel import Locale

    back = {short: long for long, short in codes().items()}
    return {
        name.lower(): back[short]
        for language in _LANGUAGES
        for short, name in Locale(language).territories.items()
        if short in back
    }
