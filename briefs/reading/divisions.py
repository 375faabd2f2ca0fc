"""Tell a hyphen that divides a word at a line's end from one that belongs to it.

"пыт-|ки" is one word; "rights-|based" and "үй-|бүлө" keep their hyphen; "pre-|and
post-trial" keeps it and the space. The text's own words decide first: what it writes
elsewhere with or without hyphen; then what is known of the language.
"""

from collections.abc import Set
from enum import Enum

import regex

_HYPHENS = "-\u2010"
_END = regex.compile(
    rf"(?P<first>[\p{{L}}\p{{M}}\p{{N}}]*[\p{{L}}\p{{N}}])[{_HYPHENS}]$"
)
_START = regex.compile(r"[\p{L}\p{M}]+")
_WORD = regex.compile(
    rf"[\p{{L}}\p{{M}}]++(?:[{_HYPHENS}][\p{{L}}\p{{M}}]++)*+(?![{_HYPHENS}]\s)"
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


def words(text: str) -> Set[str]:
    """Return the words of a text in small letters, those with hyphens as they are."""
    return frozenset(
        word.replace("\u2010", "-") for word in _WORD.findall(text.lower())
    )


def at(above: str, below: str, known: Set[str]) -> Join | None:
    """Tell what becomes of the hyphen that ends the text above; None without one.

    `known` are the words of the whole text.
    """
    end, start = _END.search(above), _START.match(below)
    if end is None:
        return None
    first, second = end["first"].lower(), start[0].lower() if start else ""
    if second in _AND:
        return Join.SPACED
    if not second or not below[0].islower() or not first.isalpha():
        return Join.KEPT
    if first + second in known:
        return Join.DROPPED
    pair = f"{first}-{second}"
    if pair in known or any(pair.startswith(beginning) for beginning in _PAIRS):
        return Join.KEPT
    if first in _FIRST or second in _SECOND or first.endswith(("ски", "цки")):
        return Join.KEPT
    if first in known and second in known and min(len(first), len(second)) > 2:
        return Join.KEPT
    return Join.DROPPED
