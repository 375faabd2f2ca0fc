"""Look for groups of phrases, of which the longest match at a place counts.

A language knows some two thousand nouns, most of them a word each: these are looked up
by their letters. Only what has several words is a regular expression, and looked for
where the text holds all that it needs.
"""

from collections.abc import Iterator, Mapping, Sequence

import regex

from briefs.model import Span
from briefs.text import phrases
from briefs.text.late import FLAGS, late
from briefs.text.needed import Possible, ways

_PLAIN = regex.compile(r"(\w+)([*+]?)")
_WORD = regex.compile(r"\w+")


class Longest:
    """Groups of phrases of which one is to be found.

    `slots` tell what `*` and `+` stand for, where that is not any letters. Raise
    PhraseError for a phrase that cannot be read.
    """

    def __init__(
        self, groups: Sequence[Sequence[str]], slots: Mapping[str, str]
    ) -> None:
        self._words: dict[str, dict[str, int]] = {"": {}, "*": {}, "+": {}}
        self._letters = {
            mark: late(source) for mark, source in slots.items() if mark in self._words
        }
        told = []
        for number, group in enumerate(groups):
            several = []
            for phrase in group:
                plain = _PLAIN.fullmatch(phrase)
                if plain and (plain[2] != "+" or "+" in slots):
                    self._words[plain[2]].setdefault(plain[1].lower(), number)
                else:
                    several.append(phrase)
            if several:
                source = phrases.pattern(several, slots)
                group_of = number, late(source, FLAGS | regex.POSIX)
                told.append((group_of, ways(several)))
        self._several = Possible(told)

    def match(self, text: str, start: int, end: int) -> tuple[int, Span] | None:
        """Return the group and the place of the longest match from `start` to `end`.

        Of two that are as long, that of the first group counts.
        """
        found = []
        if word := _WORD.match(text, start, end):
            groups = self._groups_of(word[0].lower())
            found += [(-word.end(), group) for group in groups]
        for group, several in self._several(text):
            if here := several.match(text, start, end):
                found.append((-here.end(), group))
        if not found:
            return None
        last, group = min(found)
        return group, Span(start, -last)

    def _groups_of(self, word: str) -> Iterator[int]:
        """Yield the groups that have a word or what it begins with."""
        if word in self._words[""]:
            yield self._words[""][word]
        for mark in ("*", "+"):
            stems, letters = self._words[mark], self._letters.get(mark)
            for length in range(1, len(word) + 1 if stems else 0):
                group = stems.get(word[:length])
                if group is None:
                    continue
                if letters is None or letters.fullmatch(word, length):
                    yield group
