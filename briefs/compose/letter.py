"""Put down what a letter that goes with a brief can say: figures, and one sentence.

It travels inside the finished file, so that the letter says no more than the file does.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from briefs.corpus.withheld import Withheld
from briefs.document import Brief, Excerpt, excerpts_of
from briefs.exhibits import Lead

NAME = "letter.json"
"""The name of the attachment."""

_MOST_FIGURES = 3
_FEWEST_LETTERS = 40
_MOST_LETTERS = 320


@dataclass(frozen=True)
class _Figure:
    value: str
    label: str
    period: str
    source: str


@dataclass(frozen=True)
class _Sentence:
    text: str
    language: str
    status: str
    original: str
    original_language: str
    source: str


@dataclass(frozen=True)
class _House:
    name: str
    contact: str


@dataclass(frozen=True)
class _Letter:
    """What stands in the attachment, as `summary` writes it."""

    language: str
    title: str
    country: str
    years: str
    sources: tuple[str, ...]
    figures: tuple[_Figure, ...]
    sentence: _Sentence | None
    issuer: _House | None


def read(data: bytes) -> dict[str, Any]:
    """Return what `summary` wrote, from a file that anybody may have changed.

    Raises ValueError for what it does not write.
    """
    import msgspec

    try:
        told = msgspec.json.decode(data, type=_Letter)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return asdict(told)


def summary(brief: Brief, withheld: Withheld) -> bytes:
    """Return as JSON what a letter in the language of the brief is made from.

    It quotes no sentence with a name that is `withheld`.
    """
    quoted = _quoted(brief, withheld)
    found: dict[str, Any] = {
        "language": brief.locale,
        "title": brief.title,
        "country": brief.country,
        "years": brief.years,
        "sources": _told(brief),
        "figures": [
            {
                "value": figure.value,
                "label": figure.label,
                "period": figure.period,
                "source": "; ".join(filter(None, (figure.reporter, figure.place))),
                "note": figure.note,
            }
            for figure in brief.key_figures[:_MOST_FIGURES]
        ],
        "sentence": quoted,
        "issuer": {"name": brief.issuer.name, "contact": brief.issuer.contact}
        if brief.issuer
        else None,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _told(brief: Brief) -> list[str]:
    """Return the reports that the brief quotes; those searched in vain say nothing."""
    quoted = {
        item.source for chapter in brief.chapters for item in excerpts_of(chapter)
    }
    quoted |= {figure.anchor for figure in brief.key_figures}
    return [one.title for one in brief.sources if one.anchor in quoted]


def _quoted(brief: Brief, withheld: Withheld) -> dict[str, str] | None:
    """Return what leads the front page, else the first passage that suits a letter."""
    items = {
        item.anchor: item for chapter in brief.chapters for item in excerpts_of(chapter)
    }
    for lead in brief.leads:
        if lead.anchor in items and not withheld.concerns(lead.quoted):
            return _leading(lead, items[lead.anchor])
    for chapter in brief.chapters:
        for item in excerpts_of(chapter):
            if _suits(item) and not withheld.concerns(item.parts[0]):
                return _sentence(item)
    return None


def _suits(item: Excerpt) -> bool:
    """Tell whether an excerpt is one short paragraph: its pages are those of its words.

    A letter that quotes a part of an excerpt would name the pages of the whole.
    """
    return len(item.parts) == 1 and (
        _FEWEST_LETTERS <= len(item.parts[0]) <= _MOST_LETTERS
    )


def _leading(lead: Lead, item: Excerpt) -> dict[str, str]:
    told = item.translation if lead.language != item.language else None
    return {
        "text": lead.text,
        "language": lead.language,
        "status": told.status if told else "",
        "original": lead.quoted,
        "original_language": item.language,
        "source": lead.place,
    }


def _sentence(item: Excerpt) -> dict[str, str]:
    translation = item.translation
    return {
        "text": (translation or item).parts[0],
        "language": (translation or item).language,
        "status": translation.status if translation else "",
        "original": item.parts[0],
        "original_language": item.language,
        "source": f"{item.citation}, {item.where}",
    }
