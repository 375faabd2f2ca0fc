"""Split text into sentences, the smallest unit that may be quoted or translated."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from briefs.model import Span

LONGEST_SENTENCE = 90
"""Words beyond which the clauses of a list ("…; …; …") count as sentences."""

ABBREVIATIONS = {
    "ky": "г гг ж жж б бб к кк т д и н с ст мин сек руб долл обл ш англ орус проф "
    "акад ред тел",
    "ru": "г гг в вв т д п пп ст им ул обл р н э руб долл англ лат см стр проф "
    "акад доц абз гл разд рис табл прим ред тел кв чел ср напр",
    "en": "mr mrs ms dr prof gen col lt sgt sen rep gov st no nos vs inc ltd co jr sr "
    "jan feb mar apr aug sept oct nov dec e.g i.e u.s u.n u.k etc art arts para paras "
    "sec secs ch pp p tel cf",
}
"""Words that end in a full stop inside a sentence, per language."""

FINAL = {
    "ky": "ж.б у.с т.б ж.д.у.с млн млрд",
    "ru": "т.д т.п др пр т.к тыс млн млрд",
    "en": "a.m p.m etc",
}
"""Those that may end the sentence as well, where a capital follows."""

_END = regex.compile(r"[.!?…]+[”“»\"’)\]]*(?:\[\d{1,3}\])*")
_OPENING = regex.compile(r"[“„«\"'‘’(\[–—•-]*\s*[\p{Lu}\p{N}]")
_WORD_BEFORE = regex.compile(r"(?r)[\p{L}\p{N}.]+")
_GLUED = regex.compile(r"\p{Lu}\p{Ll}")
_SPACES = regex.compile(r"\s+")
_CAPITAL = regex.compile(r"\s+[“„«\"'‘’(\[]*(?P<word>\p{Lu}\p{Ll}+)")
_YEAR_SHORT = regex.compile(r"(?r)(?:19|20)\d\d\s?гг?")
# A sentence so far that tells something already: a Russian verb in the past or present.
_VERB = regex.compile(
    r"\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ют|ет|ит|[аеёя]н|[аея]н[аоы]|ят[аоы]?)\b"
    r"|\b(?:умер|погиб|исчез|возник|достиг|смог|помог|вырос)\b",
    regex.IGNORECASE,
)
_SO_FAR = 200
_TIMES = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    | {"January", "February", "March", "April", "May", "June", "July", "August"}
    | {"September", "October", "November", "December"}
)
"""What goes on behind an hour: "at 6 p.m. Monday"."""

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
    marks = _Marks(
        frozenset(ABBREVIATIONS.get(language, "").split()),
        frozenset(FINAL.get(language, "").split()),
    )
    ends: list[int] = []
    for mark in _END.finditer(text):
        since = ends[-1] if ends else 0
        if marks.closes(text, mark.start(), mark.end(), since):
            ends.append(mark.end())
    return ends


@dataclass(frozen=True, slots=True)
class _Marks:
    """Tells which marks end a sentence, by what is short in a language."""

    short: frozenset[str]
    final: frozenset[str]

    def closes(self, text: str, start: int, end: int, since: int) -> bool:
        """Tell from what stands around it whether a mark ends a sentence.

        The sentence began at `since`.
        """
        before = _WORD_BEFORE.match(text, since, start)
        word = before[0] if before else ""
        # Before a closing quotation mark it was the last word said: “No.” They left.
        mark = text[start:end]
        is_short = mark.rstrip(")]") == "." and self._is_short(word)
        if is_short and not self._is_last(text, word, start, end, since):
            return False
        if space := _SPACES.match(text, end):
            return bool(_OPENING.match(text, space.end()))
        # A missing space, as in "тапкан.Милиция"; but not in an address or "1.г".
        is_word = len(word) > 1 and word[-1:].islower()
        return is_word and bool(_GLUED.match(text, end))

    def _is_short(self, word: str) -> bool:
        """Tell an initial ("А."), a dotted form ("U.S.") or a known abbreviation."""
        if word.lower() in self.short or word.lower() in self.final:
            return True
        tail = word.rsplit(".", 1)[-1]
        return len(tail) == 1 and tail.isalpha()

    def _is_last(self, text: str, word: str, start: int, end: int, since: int) -> bool:
        """Tell whether a short form ends its sentence: "и т.д. Суд отказал"."""
        following = _CAPITAL.match(text, end)
        if not following or following["word"] in _TIMES:
            return False
        if word.lower() in self.final:
            return True
        is_year = _YEAR_SHORT.match(text, since, start)
        return bool(is_year and _VERB.search(text, max(since, start - _SO_FAR), start))


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
