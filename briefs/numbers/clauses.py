"""Part a sentence where it goes on with somebody else: "…, while police opened 25"."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from briefs.model import Span
from briefs.text.searching.phrases import NEVER

_MARK = regex.compile(r"[,;]\s*")
_WORD = regex.compile(r"\p{L}+")
_NUMBER = regex.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")
_ARTICLE = 1
_FEW = 2  # "in 2023 the police": words before the one who does something


@dataclass(frozen=True, slots=True)
class Joints:
    """How clauses are joined, and who does something in them besides organisations.

    A sentence that begins with an `opening` ("While …") has its other clause behind
    a comma.
    """

    joint: regex.Pattern[str] = NEVER
    opening: regex.Pattern[str] = NEVER
    doer: regex.Pattern[str] = NEVER


ALONE = Joints()
"""No clause is known to begin anywhere."""


def clause(text: str, place: int, named: Iterable[Span], joints: Joints) -> Span:
    """Return the stretch around `place` that has one who does or says what it tells.

    `named` are the organisations in the text. A clause in which nobody new is said to
    do something ("…, but opened only 31") goes on with the one before.
    """
    starts = _starts(text, [*named], joints)
    before = [start for start in starts if start <= place]
    after = [start for start in starts if start > place]
    return Span(max(before, default=0), min(after, default=len(text)))


def _starts(text: str, named: list[Span], joints: Joints) -> list[int]:
    doers = [Span(*match.span()) for match in joints.doer.finditer(text)]
    actors = [*named, *doers]
    begins = joints.opening.match(text)
    found: list[int] = []
    for mark in _MARK.finditer(text):
        joint = joints.joint.match(text, mark.end())
        lists = any(actor.end == mark.start() for actor in actors)
        if joint or mark[0].startswith(";"):
            after, most = (joint.end() if joint else mark.end()), _FEW
        elif begins and not found:
            after, most = mark.end(), _ARTICLE
        else:
            continue
        if not lists and _acts(text, after, actors, most):
            found.append(mark.end())
    return found


def _acts(text: str, start: int, actors: list[Span], most: int) -> bool:
    """Tell whether behind `start`, after so many words at most, somebody is named."""
    for actor in actors:
        between = text[start : actor.start]
        is_near = actor.start >= start and len(_WORD.findall(between)) <= most
        # "; 54 concerned the police": no year, so it is those 54 that did.
        if is_near and not (_MARK.search(between) or _NUMBER.search(between)):
            return True
    return False
