"""The words of a pattern: beginnings, whole words, nouns and verbs with their endings.

`камак` is met by every word that begins so. A mark at the end says more: `гей|` is this
word alone; `өзбек:` a Kyrgyz noun with the endings of number, possession and case (not
"Өзбекстан"); `чекте+` a Kyrgyz verb and its verbal noun ("чектеди", "чектөө"). Both
marks know how a stem changes: `абак:` is met by "абагы", `жап+` by "жабуу".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from briefs.errors import Message
from briefs.text.fold import exact, fold

_WRITTEN = regex.compile(r"(?P<word>[\p{L}\p{N}]+)(?P<mark>[|:+]?)")
_SOFTENED = {"п": "б", "к": "г"}
_LENGTHENED = {"а": "оо", "е": "өө", "ы": "уу", "и": "үү"}
# The endings of Kyrgyz nouns as search keys, where ө, ү and ң are о, у and н; capitals
# stand for the rounded vowels that a key keeps.
_WIDE, _NARROW = "[аеоОӨ]", "[ыиуУҮ]"
_PLURAL = f"[лдт]{_WIDE}р"
_OWNED = f"{_NARROW}?[мн]|{_NARROW}|с{_NARROW}|{_NARROW}?[бн]{_NARROW}з"
_CASE = (
    f"[ндт]{_NARROW}н|[гк]{_WIDE}|{_WIDE}|н?{_NARROW}|[дт]{_NARROW}"
    f"|н?[дт]{_WIDE}н?|н{_WIDE}н?"
)
_SINGLE = f"[дт]{_WIDE}г{_NARROW}|н{_NARROW}к{_NARROW}|ч{_WIDE}|[дт]{_WIDE}и"
_NOUN = regex.compile(
    rf"(?:{_PLURAL})?(?:{_OWNED})?(?:{_CASE})?"
    rf"(?:(?:{_SINGLE})(?:{_PLURAL})?(?:{_CASE})?)?"
)


Ending = Callable[[str, int], object]
"""Tells whether a word, as a search key, ends as it may from a place on."""


class StemError(ValueError):
    """A word of a pattern that cannot be read; `said` says why."""

    def __init__(self, said: Message) -> None:
        super().__init__(str(said))
        self.said = said


@dataclass(frozen=True, slots=True)
class Stem:
    """A word of a text that a pattern asks for, or one of several, as search keys.

    A word begins with one of `beginnings`, is one of `wholes`, or is one of `nouns`
    with its endings.
    """

    beginnings: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()

    def __add__(self, other: "Stem") -> "Stem":
        """Return what is met by the words of both."""
        return Stem(
            self.beginnings + other.beginnings,
            self.wholes + other.wholes,
            self.nouns + other.nouns,
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """How the words begin that may meet this."""
        return self.beginnings + self.wholes + self.nouns

    @property
    def endings(self) -> Iterator[tuple[str, Ending | None]]:
        """How the words begin that meet this, each with the test of what follows."""
        yield from ((own, None) for own in self.beginnings)
        yield from ((own, _nothing) for own in self.wholes)
        yield from ((own, _NOUN.fullmatch) for own in self.nouns)

    def meets(self, key: str) -> bool:
        """Tell whether a word of a text, as a search key, is this one."""
        if key.startswith(self.beginnings) or key in self.wholes:
            return True
        return bool(self.nouns) and any(
            key.startswith(own) and _NOUN.fullmatch(key, len(own)) for own in self.nouns
        )


def _nothing(key: str, start: int) -> bool:
    return len(key) == start


@lru_cache(maxsize=1024)
def stem(written: str) -> Stem:
    """Read a word as it is written in a pattern; raise StemError for anything else."""
    read = _WRITTEN.fullmatch(written)
    if read is None:
        raise StemError(Message("“{word}” is not a word", word=written))
    word = read["word"].lower()
    if read["mark"] == "+":
        return Stem(_folded(word, *_changed(word, _SOFTENED | _LENGTHENED)))
    if read["mark"] == ":":
        return Stem(nouns=_folded(word, *_changed(word, _SOFTENED)))
    return Stem(wholes=_folded(word)) if read["mark"] else Stem(_folded(word))


def _changed(word: str, changes: dict[str, str]) -> tuple[str, ...]:
    last = changes.get(word[-1])
    return (word[:-1] + last,) if last else ()


def _folded(*forms: str) -> tuple[str, ...]:
    """Return the beginnings of folded words, and of those that keep their vowels."""
    return tuple(dict.fromkeys((*map(fold, forms), *map(exact, forms))))
