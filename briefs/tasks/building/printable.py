"""Leave out what cannot be printed: a lost character, a script without a font."""

import logging
from collections.abc import Iterable, Mapping
from datetime import date

import regex

from briefs.errors import Message, NothingFoundError, RenderError
from briefs.match.index import Finding
from briefs.model import Edition, Passage
from briefs.render import layout

_LOG = logging.getLogger("briefs")
_LOST = frozenset("\ufffc\ufffd")
_RARE = regex.compile(
    r"[^\p{Latin}\p{Cyrillic}\p{Greek}\p{N}\p{P}\p{Z}\p{Cc}\p{Cf}\p{Mn}\p{Lm}\p{Sc}"
    r"\p{Sm}\p{Sk}№°©®™]"
)
_UNDRAWN = regex.compile(r"\(U\+(?P<code>[0-9A-F]{4,6})\)")
_DAY = date(2020, 1, 1)


def only(
    findings: Mapping[str, tuple[Finding, ...]],
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings whose every character has a font on this machine.

    The others are logged, each with a character. Raises NothingFoundError where
    nothing is left of what was found on a topic.
    """
    every = {
        (f.edition.id, f.passage.number): f for fs in findings.values() for f in fs
    }
    signs = set().union(*(f.passage.text for f in every.values()))
    rare = _RARE.findall("".join(sorted(signs)))
    lacking = _undrawn(rare) if rare else frozenset()
    if not lacking:
        return dict(findings)
    said = [
        _said(f.edition, f.passage, sign)
        for f in every.values()
        if (sign := _first(f.passage.text, lacking))
    ]
    kept = {
        code: tuple(f for f in own if not _first(f.passage.text, lacking))
        for code, own in findings.items()
    }
    for code, own in findings.items():
        if own and not kept[code]:
            raise NothingFoundError(
                Message("nothing that was found on {topic} can be printed", topic=code),
                hint=said[0],
            )
    for message in said:
        _LOG.warning(message)
    return kept


def _first(text: str, signs: Iterable[str]) -> str:
    return min((sign for sign in signs if sign in text), key=text.index, default="")


def _undrawn(signs: Iterable[str]) -> frozenset[str]:
    """Return those characters that no font draws, and those that stand for lost ones.

    They are set on a page of their own, because only the renderer knows what it finds.
    """
    signs = [sign for sign in signs if sign not in _LOST]
    page = f"<html lang=en><title>-</title><p>{'</p><p>'.join(signs)}</p></html>"
    found: set[str] = set(_LOST)
    try:
        layout.lay_out(page).to_pdf(date=_DAY)
    except RenderError as error:
        codes = _UNDRAWN.findall(error.message)
        if not codes:
            raise
        found |= {chr(int(code, 16)) for code in codes}
    return frozenset(found)


def _said(edition: Edition, passage: Passage, sign: str) -> Message:
    said = {
        "edition": edition.id,
        "number": passage.number,
        "code": f"{ord(sign):04X}",
    }
    if sign in _LOST:
        return Message(
            "{edition}, paragraph {number} is not quoted: a character of it was lost "
            "(U+{code})",
            **said,
        )
    return Message(
        "{edition}, paragraph {number} is not quoted: no font here has “{sign}” "
        "(U+{code})",
        sign=sign,
        **said,
    )
