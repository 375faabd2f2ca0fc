"""Say in the user's language what the program said in English.

Errors and lines arise as plain English text wherever something is found out; the
catalog holds each with braces where something is filled in. So they are recognised
when they are shown, and what was filled in is kept. What nobody has translated stays
English.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter

import regex

from briefs.i18n import locale as i18n

Pattern = regex.Pattern[str]

_ANYTHING = "(.*?)"
_SEAMLESS = "((?:(?!; |: |  |\n).)*?)"
_SEAMS = ("\n", "; ", ": ", "  ")
"""Where two things that were said meet; what is filled in seldom holds one."""


class Phrasebook:
    """Phrases in English, and what they are in another language."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take pairs of phrases; in the first one the fields stand in their order."""
        known = sorted(dict(phrases).items(), key=lambda pair: -_weight(pair[0]))
        self._exact = {one: other for one, other in known if "{" not in one}
        filled = [(one, other) for one, other in known if "{" in one]
        self._strict = [(_pattern(one, _SEAMLESS), other) for one, other in filled]
        self._loose = [(_pattern(one, _ANYTHING), other) for one, other in filled]

    def say(self, text: str) -> str:
        """Return a text in the other language, piece by piece; else as it is."""
        if text in self._exact:
            return self._exact[text]
        return (
            self._filled(text, self._strict)
            or self._parted(text)
            or self._filled(text, self._loose)
            or text
        )

    def _filled(self, text: str, patterns: Iterable[tuple[Pattern, str]]) -> str | None:
        for pattern, phrase in patterns:
            if match := pattern.fullmatch(text):
                return phrase.format(*map(self.say, match.groups()))
        return None

    def _parted(self, text: str) -> str | None:
        """Return a text said in two parts, None where there is nothing to part."""
        for seam in _SEAMS:
            head, found, rest = text.partition(seam)
            if found:
                said = f"{self.say(head)}{seam}{self.say(rest)}"
                return said if said != text else None
        return None


@cache
def load(code: str) -> Phrasebook:
    """Return the phrasebook of a language; that of English has no phrase."""
    if code == i18n.SOURCE_LOCALE:
        return Phrasebook(())
    return Phrasebook(_phrases(code))


def _phrases(code: str) -> Iterator[tuple[str, str]]:
    for message in i18n.catalog(code):
        names = [name for _, name, _, _ in Formatter().parse(str(message.id)) if name]
        if not all(name.isdigit() for name in names):
            continue  # a message with fields, which is not guessed
        if message.context == i18n.PROGRAM and message.string and not message.fuzzy:
            yield str(message.id), str(message.string)


def _pattern(phrase: str, field: str) -> Pattern:
    parts = [
        regex.escape(text) + (field if name else "")
        for text, name, _, _ in Formatter().parse(phrase)
    ]
    return regex.compile("".join(parts), regex.DOTALL)


def _weight(phrase: str) -> int:
    """Return how much of a phrase is fixed: the most telling one is tried first."""
    return sum(len(text) for text, *_ in Formatter().parse(phrase))
