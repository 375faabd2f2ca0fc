"""Find which country a text is about, by its names in any case that they take."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

import regex

from briefs.model import Labels
from briefs.text.names import Grammar

_CODE = regex.compile(r"(?<![\p{L}])\p{L}{3}(?![\p{L}])")
_PUBLISHER = regex.compile(
    r"(?i)\b(?:United States|U\.S\.|US)\s+(?:Department|Government|Embassy)"
)
"""Who wrote a report is not what it is about."""

_LANGUAGES = ("en", "ru", "ky")
_WORD = regex.compile(r"[\p{L}’'-]+")
_WITHDRAWN = regex.compile("ANT|BUR|CSK|DDR|FXX|NTZ|SCG|SUN|TMP|YMD|YUG|ZAR")
"""Codes of countries that are no more (ISO 3166-3): CLDR gives theirs to others."""

_MOST_WORDS = 5
_SHORTEST = 4
"""Letters of a stem to which an ending may be added."""


class Gazetteer:
    """The names of countries in all languages that reports are read in."""

    def __init__(
        self, names: Mapping[str, Labels], grammars: Mapping[str, Grammar]
    ) -> None:
        """Know the countries of CLDR, and those that `names` calls otherwise.

        `grammars` tell how names are inflected.
        """
        own = {
            name.lower(): code for code, each in names.items() for name in each.values()
        }
        self._exact = _named() | own
        self._endings = tuple({e for g in grammars.values() for e in _endings(g)})
        self._final = "".join(grammar.final for grammar in grammars.values())
        self._stems = {
            tuple(word.rstrip(self._final) for word in name.split()): code
            for name, code in self._exact.items()
        }
        self._longest = min(max(len(stems) for stems in self._stems), _MOST_WORDS)
        self._firsts = {stems[0] for stems in self._stems}

    def country(self, text: str, *, coded: bool = False) -> str | None:
        """Return the country that a text names most often, by ISO 3166-1 alpha-3.

        A text that is `coded`, such as the name of a file, may hold the code itself.
        """
        if coded:
            for word in _CODE.findall(text.upper()):
                if word in codes():
                    return str(word)
        words = _WORD.findall(_PUBLISHER.sub(" ", text))
        counts = Counter(self._named_in(words))
        return counts.most_common(1)[0][0] if counts else None

    def _named_in(self, words: list[str]) -> Iterator[str]:
        for index in range(len(words)):
            for length in range(self._longest, 0, -1):
                if code := self._code(words[index : index + length]):
                    yield code
                    break

    def _code(self, words: list[str]) -> str | None:
        """Return the country that words name: as they are, else by their stems."""
        small = [word.lower() for word in words]
        if code := self._exact.get(" ".join(small)):
            return code
        if not words[0][0].isupper() or self._firsts.isdisjoint(self._bare(small[0])):
            return None
        found = (self._stems.get(each) for each in product(*map(self._bare, small)))
        return next(filter(None, found), None)

    def _bare(self, word: str) -> list[str]:
        """Return a word without each ending that it may have."""
        return [word] + [
            word[: -len(ending)]
            for ending in self._endings
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
        ]


def _endings(grammar: Grammar) -> Iterable[str]:
    return (ending for case in grammar.cases.values() for ending in case.endings)


@lru_cache(maxsize=1)
def codes() -> dict[str, str]:
    """Return the alpha-2 code of each alpha-3 code of ISO 3166-1."""
    from babel import Locale
    from babel.core import get_global

    territories = Locale("en").territories
    return {
        long: short[0]
        for long, short in get_global("territory_aliases").items()
        if len(long) == 3 and long.isalpha() and not _WITHDRAWN.fullmatch(long)
        if short[0] in territories
    }


@lru_cache(maxsize=1)
def _named() -> dict[str, str]:
    """Return the codes of countries by their names in small letters."""
    from babel import Locale

    back = {short: long for long, short in codes().items()}
    return {
        name.lower(): back[short]
        for language in _LANGUAGES
        for short, name in Locale(language).territories.items()
        if short in back
    }
