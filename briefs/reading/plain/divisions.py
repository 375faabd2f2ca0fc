"""Tell a hyphen that divides a word at a line's end from one that belongs to it.

"пыт-|ки" is one word; "rights-|based" and "үй-|бүлө" keep their hyphen; "pre-|and
post-trial" keeps it and the space. The text's own words decide first: what it writes
elsewhere with or without hyphen; then what is known of the language.
"""

from collections import Counter
from collections.abc import Set
from enum import Enum
from functools import cached_property

import regex

_DIVIDING = "\u2010"
_HYPHENS = f"-{_DIVIDING}"
DIVIDER = "\u00ac"
"""The sign for "not", which old word processors write for a soft hyphen."""

DIVIDERS = _HYPHENS + DIVIDER
"""What may stand at a line's end where a word is divided."""

_END = regex.compile(
    rf"(?P<first>[\p{{L}}\p{{M}}\p{{N}}]*[\p{{L}}\p{{N}}])[{_HYPHENS}]$"
)
_CUT = regex.compile(r"-[\r\n]+\s*([\p{L}\p{M}]+)")
_BEFORE = regex.compile(r"(?r)[\p{L}\p{M}]+")
_ADDRESS = regex.compile(r"(?:https?://|www\.|(?<=\s|^)[^\s/]*/[^\s/]+/)\S*$")
_MANY = 500
_OFTEN = 5
_STEM, _ENDING = 4, 3
"""Letters of a stem at least, and those of an ending at most."""

_START = regex.compile(r"[\p{L}\p{M}]+")
_WITHIN = regex.compile(rf"\p{{L}}{_DIVIDING}\p{{L}}")
_WORD = regex.compile(
    rf"([\p{{L}}\p{{M}}]++(?:[{_HYPHENS}][\p{{L}}\p{{M}}]++)*+)([{_HYPHENS}]\s)?"
)


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AND = _listed(
    """
    and or und to и или либо жана же менен
    """
)

_FIRST = _listed(
    """
    anti cross eight ex five four full government half high hyper intra long low macro
    mid mini neo nine non north off one police post pre pro pseudo quasi rights
    security self semi seven short six socio south ten third three two ultra vice well
    west east анти вице веб военно восточно государственно западно иммиграционно
    интернет информационно историко контр культурно медико мини морально научно
    национально нормативно общественно онлайн организационно политико пресс премьер
    психолого религиозно санитарно северо следственно социально социо судебно уголовно
    учебно физико финансово экономико экс юго административно лечебно гражданско
    исправительно оперативно контрольно
    """
)
"""First parts that are written with a hyphen."""

_PAIRS = _listed(
    """
    ата-эне ата-бал алыш-бер бала-чак ден-соо жек-жаат жер-жер иш-ара иш-чар кыз-кел
    мал-мүлк орун-очок өз-ара тууган-уруг үй-бүл үй-жай эки-үч эл-жер кээ-бир
    """
)
"""Beginnings of Kyrgyz pairs."""

_WHOLE = _listed(
    """
    в-третьих в-четвертых в-четвёртых в-пятых во-вторых во-первых из-за из-под кое-где
    кое-как кое-какие кое-кого кое-кто кое-что по-видимому по-другому по-иному по-моему
    по-новому по-прежнему по-разному по-своему по-старому
    """
)
"""Words that are always written with a hyphen."""

_SECOND = _listed(
    """
    based born called controlled day dependent driven elect era free friendly funded
    going held hour income led level like linked long made making month named off old
    only operated owned person profit proof related run scale sector sized speaking
    sponsored style term trafficking trial type up week wide year то либо нибудь таки
    ка
    """
)
"""Second parts that are written with a hyphen."""


class Join(Enum):
    """What becomes of a hyphen at a line's end and the space that follows."""

    DROPPED = "one word"
    KEPT = "a hyphen"
    SPACED = "a hyphen and a space"


class Words:
    """The words of a text, looked through when a line first ends in a hyphen."""

    def __init__(self, text: str) -> None:
        """Take the whole text."""
        self._text = text

    @property
    def known(self) -> Set[str]:
        """The words in small letters; those with hyphens stay as they are."""
        return self._told[0]

    @property
    def whole(self) -> bool:
        """Whether the text never divides a word."""
        return self._told[1]

    @cached_property
    def tight(self) -> str:
        """Dashes and strokes that mostly stand between words without spaces."""
        found = ""
        for sign in "–—/":
            glued = len(regex.findall(rf"\w{sign}\w", self._text))
            apart = len(regex.findall(rf"\w ?{sign} \w", self._text))
            found += sign if glued > apart else ""
        return found

    @cached_property
    def closed(self) -> Set[str]:
        """First parts that the text mostly writes closed: "nongovernmental"."""
        known = self.known
        return {
            first
            for first in _FIRST
            if sum(w.startswith(first) and w[len(first) :] in known for w in known)
            > sum(w.startswith(f"{first}-") for w in known)
        }

    @cached_property
    def pairs(self) -> Set[tuple[str, str]]:
        """The stems of both parts of the words that the text writes with a hyphen."""
        parts = (word.split("-") for word in self.known if word.count("-") == 1)
        return {(_stem(first), _stem(second)) for first, second in parts}

    @cached_property
    def divided(self) -> bool:
        """Whether U+2010 stands often, and only at line ends: a program wrote it."""
        often = self._text.count(f"{_DIVIDING}\n") >= _OFTEN
        return often and not _WITHIN.search(self._text)

    @cached_property
    def _told(self) -> tuple[Set[str], bool]:
        return _told(self._text)


def _stem(word: str) -> str:
    """Return a long word without the letters that an ending changes, else all of it."""
    return word[: max(_STEM, len(word) - _ENDING)]


def _told(text: str) -> tuple[Set[str], bool]:
    text = text.replace("\u2010", "-")
    counts = Counter(word for word, cut in _WORD.findall(text.lower()) if not cut)
    # Hyphens are rare: from each, look back for the word that it ends.
    ends = [
        (before[0], cut[1])
        for cut in _CUT.finditer(text)
        if (before := _BEFORE.match(text, 0, cut.start()))
    ]
    counts.subtract(second.lower() for _, second in ends)  # what a line begins with
    known = frozenset(word for word, count in counts.items() if count > 0)
    divided = any(  # "Nur-Sultan" is none, though "Nursultan" stands elsewhere
        second[0].islower() and first.lower() + second in known
        for first, second in ends
    )
    return known, len(ends) > 1 and not divided and len(known) > _MANY


def at(above: str, below: str, words: Words) -> Join | None:
    """Tell what becomes of the hyphen that ends the text above; None without one.

    `words` are those of the whole text.
    """
    if above[-1:] == DIVIDER:
        return Join.DROPPED if _START.match(below) else None
    if above[-1:] not in _HYPHENS or not (end := _END.search(above)):
        return None
    if words.whole and _ADDRESS.search(above):
        return Join.KEPT
    known, start = words.known, _START.match(below)
    first, second = end["first"].lower(), start[0].lower() if start else ""
    if second in _AND and (first in known or first in _FIRST):
        return Join.SPACED
    divided = above[-1] == _DIVIDING and words.divided
    if divided and second and (first + second in known or not below[0].isupper()):
        return Join.DROPPED
    capitals = start is not None and (end["first"] + start[0]).isupper()
    if capitals and len(second) > 1 and first + second in known:
        return Join.DROPPED
    if not second or not below[0].islower() or not first.isalpha():
        return Join.KEPT
    if first + second in known:
        return Join.DROPPED
    pair = f"{first}-{second}"
    if pair in known or any(pair.startswith(beginning) for beginning in _PAIRS):
        return Join.KEPT
    if (_stem(first), _stem(second)) in words.pairs and not divided:
        return Join.KEPT  # "государства-|участника", elsewhere "государство-участник"
    if pair in _WHOLE or (first == "по" and second.endswith("ски")):
        return Join.KEPT
    # Programs that divide words write U+2010: what follows is then hardly a word.
    divided = above[-1] == _DIVIDING and second not in known
    if first in _FIRST and not divided:
        short = len(known) <= _MANY or not first.isascii()
        if words.whole or short or (second in known and first not in words.closed):
            return Join.KEPT
        return Join.DROPPED
    if second in _SECOND or first.endswith(("ски", "цки")):
        return Join.KEPT
    if first in known and second in known and min(len(first), len(second)) > 2:
        return Join.KEPT
    return Join.KEPT if words.whole else Join.DROPPED
