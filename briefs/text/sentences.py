"""Split text into sentences, the smallest unit that may be quoted or translated."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from briefs.model import Span

LONGEST_SENTENCE = 90
"""Words beyond which the clauses of a list ("…; …; …") count as sentences."""

ABBREVIATIONS = {
    "ky": "г гг ж жж б бб к кк т д и н с ст мин сек руб долл обл ш англ орус",
    "ru": "г гг в вв т д п пп ст им ул обл р н э руб долл тыс англ лат см стр",
    "en": "mr mrs ms dr prof gen col lt sgt sen rep gov st no nos vs inc ltd co jr sr "
    "jan feb mar apr aug sept oct nov dec e.g i.e u.s u.n u.k etc art arts para paras "
    "sec secs ch pp p tel cf",
}
"""Words that end in a full stop inside a sentence, per language."""

_END = regex.compile(r"[.!?…]+[”“»\"’)\]]*(?:\[\d{1,3}\])*")
_OPENING = regex.compile(r"[“„«\"'‘’(\[–—•-]*\s*[\p{Lu}\p{N}]")
_WORD_BEFORE = regex.compile(r"[\p{L}\p{N}.]+$")
_GLUED = regex.compile(r"\p{Lu}\p{Ll}")
_NOTE = regex.compile(r"(?<=[\p{L}\p{N}\p{P}])\[\d{1,3}\]|[¹²³⁰⁴-⁹]+")
_CLAUSE_END = regex.compile(r";(?=\s)")


@lru_cache(maxsize=4096)
def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, in order, without outer white space.

    Together they hold every character of `text` but white space. A list that runs over
    `LONGEST_SENTENCE` words is split where its clauses end in a semicolon.
    """
    cuts = [end for end in _ends(text, language) if end < len(text)]
    whole = _spans(text, [0, *cuts, len(text)])
    return tuple(part for span in whole for part in _clauses(text, span))


def runs_of(spans: Sequence[Span], chosen: Iterable[int]) -> list[Span]:
    """Return the sentences with these indices, in order, neighbours joined."""
    runs: list[Span] = []
    last = -2
    for index in chosen:
        if index == last + 1:
            runs[-1] = Span(runs[-1].start, spans[index].end)
        else:
            runs.append(spans[index])
        last = index
    return runs


def without_notes(text: str) -> str:
    """Return `text` with blanks for the marks of notes ("320[1] complaints")."""
    return _NOTE.sub(lambda mark: " " * len(mark[0]), text)


def squeeze(text: str) -> str:
    """Return `text` in NFC without white space: the form quotations are compared in."""
    return "".join(unicodedata.normalize("NFC", text).split())


def count_words(text: str) -> int:
    """Count the words of `text`, as a reader would: runs between white space."""
    return len(text.split())


def _ends(text: str, language: str) -> list[int]:
    known = ABBREVIATIONS.get(language, "").split()
    return [
        mark.end()
        for mark in _END.finditer(text)
        if _closes(text, mark.start(), mark.end(), known)
    ]


def _closes(text: str, start: int, end: int, abbreviations: list[str]) -> bool:
    """Tell from what stands around it whether a mark ends a sentence."""
    rest = text[end:]
    before = _WORD_BEFORE.search(text[:start])
    word = before[0] if before else ""
    # Before a closing quotation mark it was the last word said: “No.” They left.
    mark = text[start:end]
    if mark.rstrip(")]") == "." and _is_short_form(word, abbreviations):
        return False
    if rest[:1].isspace():
        return bool(_OPENING.match(rest.lstrip()))
    # A missing space, as in "тапкан.Милиция"; but not in an address or "1.г".
    return len(word) > 1 and word[-1:].islower() and bool(_GLUED.match(rest))


def _is_short_form(word: str, abbreviations: list[str]) -> bool:
    """Tell an initial ("А."), a dotted form ("U.S.") or a known abbreviation."""
    if word.lower() in abbreviations:
        return True
    tail = word.rsplit(".", 1)[-1]
    return len(tail) == 1 and tail.isalpha()


def _clauses(text: str, span: Span) -> list[Span]:
    sentence = span.of(text)
    if count_words(sentence) <= LONGEST_SENTENCE:
        return [span]
    cuts = [span.start + mark.end() for mark in _CLAUSE_END.finditer(sentence)]
    return _spans(text, [span.start, *cuts, span.end])


def _spans(text: str, bounds: list[int]) -> list[Span]:
    spans = []
    for start, end in pairwise(bounds):
        piece = text[start:end]
        if piece.strip():
            indent = len(piece) - len(piece.lstrip())
            spans.append(Span(start + indent, start + len(piece.rstrip())))
    return spans
