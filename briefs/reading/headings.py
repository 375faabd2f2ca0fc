"""Tell which pieces of a text are headings, and how deep they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from briefs.model import RUN_IN, Heading
from briefs.reading import labels
from briefs.reading.plain.blocks import (
    LONGEST_HEADING,
    STARTS_UPPER,
    WORD,
    Part,
    is_caps,
    is_titled,
)
from briefs.reading.plain.joining import Piece
from briefs.reading.plain.spacing import ends_sentence

_RUN_IN = regex.compile(r"(?P<text>\p{Lu}[^.:!?;]{3,110}):\s+(?=[\p{Lu}\p{N}“\"«„])")
_RUN_IN_WORDS = 9
_FEW_WORDS = 6
_FEWER_WORDS = 3
_LONG_TEXT = 60
_RUN = 3
_NOTHING = regex.compile(r"(?i)(?:not|no|none|n/a|нет|не)\b|.*\b(?:жок|эмес)\W*$")
_VERB = regex.compile(
    r"(?i)\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|may|can|could"
    r"|should|must|said|\p{L}{3,}ed|был[аои]?|есть|\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лись"
    r"|ет|ют|ит|ят|ется|ются)|\p{L}{2,}(?:ган|ген|гон|гөн|кан|кен|кон|көн|ды|ди|ду|дү"
    r"|ты|ти|ту|тү|ат|ет|от|өт|йт|шты|шти))\b"
)


@dataclass(frozen=True, slots=True)
class _Guess:
    """What a piece may be: a heading, and whether only its look says so."""

    heading: Heading | None
    weak: bool = False


def recognise(pieces: Sequence[Piece]) -> list[Heading | None]:
    """Return the heading that each piece is, None for what is text."""
    guesses = [_guess(pieces, index) for index in range(len(pieces))]
    _demote_lists(pieces, guesses)
    return [guess.heading for guess in guesses]


def run_in(piece: Piece) -> Heading | None:
    """Return the heading that opens a paragraph, None where none does."""
    match = _RUN_IN.match(piece.text)
    if not match or not _RUN_IN.match(piece.opening):
        return None
    # Beyond this length only capitals tell a heading from the words before a colon.
    if len(match["text"].split()) > _RUN_IN_WORDS and not is_titled(match["text"]):
        return None
    return Heading(RUN_IN, "", match["text"], piece.page, piece.spans[:1])


def _guess(pieces: Sequence[Piece], index: int) -> _Guess:
    piece = pieces[index]
    if piece.block.part is Part.HEADING:
        return _Guess(_of_format(piece))
    if piece.block.part is not Part.PROSE or piece.prose:
        return _Guess(None)
    whole = f"{piece.label} {piece.text}".strip()
    short = len(whole) <= LONGEST_HEADING
    if match := labels.SECTION.fullmatch(whole):
        return _Guess(_titled(1, match["label"], match["text"], piece))
    ended = ends_sentence(whole)
    match = labels.SUBSECTION.fullmatch(whole)
    if short and match and not (ended and _is_listed(pieces, index)):
        return _Guess(_titled(2, match["label"], match["text"], piece))
    if short and not ended and (match := labels.NUMBERED.fullmatch(whole)):
        level = numbered_level(match["label"])
        return _Guess(_titled(level, match["label"], match["text"], piece), weak=True)
    if piece.label:
        return _Guess(None)
    if is_caps(piece.text) or (short and piece.block.alone and _caps_ended(piece.text)):
        return _Guess(_titled(1, "", piece.text, piece))
    if short and not ended and STARTS_UPPER.match(piece.text):
        return _Guess(_titled(3, "", piece.text, piece), weak=True)
    if _stands_alone(pieces, index):
        return _Guess(_titled(3, "", piece.text, piece), weak=True)
    return _Guess(None)


def _is_listed(pieces: Sequence[Piece], index: int) -> bool:
    """Tell an item of a list: its neighbours are labelled and ended likewise."""
    if pieces[index].text.endswith(";"):
        return True
    beside = [*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2]]
    return any(
        labels.SUBSECTION.fullmatch(f"{one.label} {one.text}".strip())
        and ends_sentence(one.text)
        for one in beside
    )


def _of_format(piece: Piece) -> Heading:
    """Return a heading that its format tells; its label may tell the level."""
    level = piece.block.level
    for form, depth in ((labels.SECTION, 1), (labels.SUBSECTION, 2)):
        if match := form.fullmatch(piece.text):
            return _titled(depth, match["label"], match["text"], piece)
    if match := labels.NUMBERED.fullmatch(piece.text):
        depth = level or numbered_level(match["label"])
        return _titled(depth, match["label"], match["text"], piece)
    return _titled(level or (1 if is_caps(piece.text) else 3), "", piece.text, piece)


def numbered_level(label: str) -> int:
    """Return the depth of a numbered title: "1." and "II." 1, "1.1" and "B." 2."""
    if depth := regex.match(r"\d+((?:\.\d+)*)", label):
        return min(depth[1].count(".") + 1, RUN_IN - 1)
    return 2 if regex.fullmatch(r"\p{Lu}\.", label) and label not in "I.V.X." else 1


def _titled(level: int, label: str, text: str, piece: Piece) -> Heading:
    spans = piece.spans
    if piece.label_span:
        spans = (piece.label_span, *spans)
    return Heading(level, label, text, piece.page, spans)


def _caps_ended(text: str) -> bool:
    """Tell a title in capitals that is closed by a full stop."""
    return is_caps(text.rstrip(".")) and len(text.split()) > 1


def _stands_alone(pieces: Sequence[Piece], index: int) -> bool:
    """Tell a few words without verb, set off above a paragraph: "Disappearance."."""
    piece = pieces[index]
    text = piece.text
    if not piece.block.alone or len(piece.block.lines) > 1 or index + 1 >= len(pieces):
        return False
    if len(text.split()) > _FEW_WORDS or text[-1:] in "!…;,":
        return False
    if text[-1:] in "?:" and len(text.split()) > _FEWER_WORDS:
        return False
    if _NOTHING.match(text) or _VERB.search(text) or not text[0].isalpha():
        return False
    below = pieces[index + 1]
    after = below.text
    opens = len(after) > max(_LONG_TEXT, len(text)) and STARTS_UPPER.match(after)
    above = pieces[index - 1].text if index else "."
    closed = ends_sentence(above) or len(above.split()) <= _FEW_WORDS
    return bool(opens and closed and below.block.part is Part.PROSE)


def _demote_lists(pieces: Sequence[Piece], guesses: list[_Guess]) -> None:
    """Take back what only looks like headings: lines of a list that open nothing."""
    start = 0
    while start < len(guesses):
        end = start
        while end < len(guesses) and guesses[end].weak:
            end += 1
        for index in range(start, end):
            if not _opens_text(pieces, guesses, start, end, index):
                guesses[index] = _Guess(None)
        start = end + 1


def _opens_text(
    pieces: Sequence[Piece], guesses: list[_Guess], start: int, end: int, index: int
) -> bool:
    text, first = pieces[index].text, pieces[start].text
    last = end == len(guesses)
    if end - start < _RUN and not last:
        return True
    if index == start:
        return end - start > 1 or not last or _is_bare(text)
    if last and index == end - 1:
        return False
    return is_titled(text) or _first_word(text) == _first_word(first)


def _is_bare(text: str) -> bool:
    """Tell a title under which nothing stands any more from a last sentence."""
    return not _VERB.search(text)


def _first_word(text: str) -> str:
    match = WORD.search(text)
    return match[0].lower() if match else ""
