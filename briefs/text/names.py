"""Find names in a text: in any form, spelling of letters, and with any ending.

"Азимжан Аскаров" is also found as "Аскаровдун", "А. Аскаров", "Аскаров А. А.", with a
patronymic between, and where Latin letters stand among the Cyrillic ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from briefs.model import Span

_DROPPED = regex.compile(r"[\p{Mn}\p{Cf}]|(?<=\p{Ll})[-‐]\s+(?=\p{Ll})")
_LOOK_ALIKES = str.maketrans(
    "abcehkmoptxyABCEHKMOPTXYёйөүңіЁЙӨҮҢІ",
    "авсенкмортхуАВСЕНКМОРТХУеиоуниЕИОУНИ",
)
_BEGINS = regex.compile(r"(?<!\p{L})\p{L}")
_LETTERS = regex.compile(r"\p{L}+")
_BETWEEN = r"[\s\u00a0-]+"
_INITIALS = r"(?:(?:\p{Lu}|Дж)\.[\s\u00a0]*){1,3}"
_BEHIND = r"[\s\u00a0]+\p{Lu}\.[\s\u00a0]*\p{Lu}\."
PERSON = "person"
"""The kind of a name that has given names, initials and a father's name around it."""

_SHORTEST = 3
"""Letters of a stem that may give way to an ending."""


@dataclass(frozen=True, slots=True)
class Case:
    """The endings that names take in a case; `mark` is that of the editor's mark."""

    endings: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """How a name of a person is known in a language.

    `surnames` and `given` are endings of family and of given names, `patronymics` of a
    father's name, `kin` words that follow it. `others` are words that end likewise.
    """

    surnames: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    patronymics: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """How names are inflected in a language, and how names of persons are known there.

    `plural` may stand before the ending of a case, a sign of `joints` before both; the
    letters of `final` at the end of a name give way to an ending ("Айгуля", "Айгулю").
    """

    cases: Mapping[str, Case]
    signs: Signs
    plural: Case = Case(())
    joints: str = ""
    final: str = ""

    def mark(self, ending: str) -> str:
        """Return what the editor's mark ends in, for the folded ending of a name."""
        for first, marked in [("", ""), *self._folded(self.plural)]:
            for case in (Case(("",)), *self.cases.values()):
                for last, mark in self._folded(case):
                    if first + last == ending:
                        return marked + mark
        return ""

    @property
    def endings(self) -> str:
        """The pattern of an ending."""
        many = choice(fold(each) for each in self.plural.endings)
        single = choice(
            fold(each) for case in self.cases.values() for each in case.endings
        )
        joint = f"[{regex.escape(self.joints)}]?" if self.joints else ""
        return f"(?:{joint}(?={many}|{single}){many}?{single}?)"

    @staticmethod
    def _folded(case: Case) -> list[tuple[str, str]]:
        return [(fold(ending), case.mark) for ending in case.endings]


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be found: `forms` are its spellings, "given name family name" each.

    `kind` is that of its bearer: a person, an organization or a place. A `shown` name
    is only told apart from the others. The last word of a person's form may stand
    alone.
    """

    forms: tuple[str, ...]
    kind: str = PERSON
    shown: bool = False

    @property
    def cores(self) -> tuple[str, ...]:
        """What is enough to be this name: a family name, or all of another name."""
        if self.kind != PERSON:
            return self.forms
        return tuple(dict.fromkeys(form.split()[-1] for form in self.forms))


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: where it stands, whose it is, and its ending as folded."""

    span: Span
    name: Name
    ending: str


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds names in texts, by the grammars of the languages that they stand in."""

    names: tuple[Name, ...]
    grammars: tuple[Grammar, ...] = ()
    _patterns: "dict[Name, regex.Pattern[str]]" = field(
        default_factory=dict, compare=False, repr=False
    )

    def find(self, text: str) -> list[Hit]:
        """Return the names in a text, in order; where several meet, the longest."""
        if not self.names:
            return []
        folded, places = flattened(text)
        return [
            Hit(
                Span(places[match.start()], places[match.end() - 1] + 1),
                name,
                _ending(match),
            )
            for match, name in self._apart(folded)
        ]

    def _apart(self, folded: str) -> "Iterator[tuple[regex.Match[str], Name]]":
        """Yield the matches that do not overlap: the first, longest, hidden ones."""
        begun = _begun(folded)
        met = [name for name in self.names if any(s in begun for s in _stems(name))]
        end = 0
        while found := [
            (match, name)
            for name in met
            if (match := self._pattern(name).search(folded, end))
        ]:
            best = min(
                found, key=lambda hit: (hit[0].start(), -hit[0].end(), hit[1].shown)
            )
            yield best
            end = best[0].end()
            met = [name for _, name in found]

    def _pattern(self, name: Name) -> "regex.Pattern[str]":
        if name not in self._patterns:
            self._patterns[name] = _pattern(name, self.grammars)
        return self._patterns[name]


def _ending(match: "regex.Match[str]") -> str:
    """Return the ending of the last word of a name, without its joint."""
    starts = match.starts("ending")
    if not starts:
        return ""
    return match.string[max(starts) : match.end()].lower().lstrip("-’'")


def _begun(folded: str) -> str:
    """Return a folded text in small letters, with signs where words begin.

    Most texts hold few names, and the pattern of a name takes long to compile.
    """
    return _BEGINS.sub(lambda word: _sign(word[0]) + word[0], folded).lower()


def _sign(word: str) -> str:
    """Return the sign before a word: of a capital, or of another letter."""
    return "\x01" if word[0].isupper() else "\x00"


@lru_cache(maxsize=4096)
def _stems(name: Name) -> tuple[str, ...]:
    """Return what the text of `_begun` must hold, one of them, to hold the name.

    It is the beginning of the last word of a core, as far as an ending leaves it.
    """
    last = [fold(core.split()[-1])[:-1] for core in name.cores]
    letters = [_LETTERS.match(word) for word in last]
    return tuple({_sign(one[0]) + one[0].lower() if one else "" for one in letters})


def fold(text: str) -> str:
    """Return a text whose look-alike letters are one, its case kept, for searching."""
    return flattened(text)[0]


def flattened(text: str) -> tuple[str, Sequence[int]]:
    """Return a folded text, and where each of its characters stands in the text."""
    if not _DROPPED.search(text):
        return text.translate(_LOOK_ALIKES), range(len(text))
    kept: list[int] = []
    last = 0
    for gap in _DROPPED.finditer(text):
        kept += range(last, gap.start())
        last = gap.end()
    kept += range(last, len(text))
    return "".join(text[place] for place in kept).translate(_LOOK_ALIKES), kept


def _pattern(name: Name, grammars: tuple[Grammar, ...]) -> "regex.Pattern[str]":
    """Return the pattern of a name, with all that may stand around its core.

    What comes several times in it is defined once: it takes long to compile.
    """
    cores = "|".join(
        _BETWEEN.join(_inflected(word, grammars) for word in core.split())
        for core in sorted(name.cores, key=len, reverse=True)
    )
    defined = [f"(?P<{_ending_of(n)}>{g.endings})" for n, g in enumerate(grammars)]
    if name.kind != PERSON:
        return regex.compile(
            rf"(?(DEFINE){''.join(defined)})"
            rf"(?<![\p{{L}}\p{{N}}])(?:{cores})(?![\p{{L}}\p{{N}}])"
        )
    given = sorted({fold(word) for form in name.forms for word in form.split()[:-1]})
    parts = "|".join(["(?!)", *map(_loosely, given), *_fathers(grammars)])
    return regex.compile(
        rf"(?(DEFINE){''.join(defined)}(?P<part>{parts}))"
        rf"(?<!\p{{L}})(?:(?&part){_BETWEEN}|{_INITIALS})*(?:{cores})"
        rf"(?:{_BETWEEN}(?&part)|{_BEHIND})*(?!\p{{L}})"
    )


def _ending_of(nth: int) -> str:
    """Return what the pattern of an ending is called, of one of some grammars."""
    return f"ending_of_{nth}"


def _loosely(word: str) -> str:
    """Return the pattern of a given name: beside the family name any ending will do."""
    stem = word[:-1] if len(word) > _SHORTEST else word
    return rf"{_written(stem)}\p{{L}}{{0,7}}(?!\p{{L}})"


def _inflected(word: str, grammars: tuple[Grammar, ...]) -> str:
    """Return the pattern of a word with all endings it may have.

    The first letter is a capital where the word has one.
    """
    word = fold(word)
    endings = [f"(?&{_ending_of(nth)})" for nth in range(len(grammars))]
    usual = "|".join(["(?!)", *endings])
    forms = [
        f"{_written(word)}(?P<ending>(?:{usual})?)(?!\\p{{L}})",
        *(
            f"{_written(word[:-1])}{ending}?(?!\\p{{L}})"
            for grammar, ending in zip(grammars, endings, strict=True)
            if word[-1] in fold(grammar.final) and len(word) > _SHORTEST
        ),
    ]
    return f"(?:{'|'.join(forms)})"


def _written(word: str) -> str:
    return f"{regex.escape(word[0])}(?i:{regex.escape(word[1:])})"


def _fathers(grammars: Sequence[Grammar]) -> list[str]:
    """Return the patterns of a father's name: "Абдылдаевич", "Асан уулу"."""
    found = []
    for nth, one in enumerate(grammars):
        ending = f"(?&{_ending_of(nth)})?"
        own, kin = (
            choice(map(fold, ends)) for ends in (one.signs.patronymics, one.signs.kin)
        )
        found += [
            rf"\p{{Lu}}\p{{Ll}}+{own}{ending}(?!\p{{L}})",
            rf"\p{{Lu}}\p{{Ll}}+{_BETWEEN}{kin}{ending}(?!\p{{L}})",
        ]
    return found


def choice(words: Iterable[str]) -> str:
    """Return the pattern of any of some words, the longest first."""
    each = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(regex.escape, each)) + ")" if each else "(?!)"
