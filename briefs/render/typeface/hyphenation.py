"""Teach the renderer to divide Kyrgyz words, and never to divide an abbreviation.

pyphen, which WeasyPrint asks for word divisions, has no Kyrgyz: the patterns stand in
`styles/hyphenation/hyph_ky.dic`. No dictionary can see capitals, so that ОБСЕнин would
become ОБ-СЕнин: here a break must not touch a stretch of capitals but for its end.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import regex

from briefs.files.resources import data_dir

_CAPITALS = regex.compile(r"\p{Lu}{2,}")


def register() -> None:
    """Make pyphen divide Kyrgyz, and spare abbreviations in every language."""
    import pyphen

    own = data_dir("styles").resolve() / "hyphenation" / "hyph_ky.dic"
    pyphen.LANGUAGES["ky"] = own
    # Texts are spelled as Americans do, who divide "cor-rect-ed", not "cor-rec-ted".
    pyphen.LANGUAGES["en"] = pyphen.LANGUAGES["en_US"]
    pyphen.LANGUAGES_LOWERCASE["ky"] = "ky"
    for path in pyphen.LANGUAGES.values():
        if not isinstance(pyphen.hdcache.get(path), _Dictionary):
            pyphen.hdcache[path] = _Dictionary(path)


class _Dictionary:
    """Patterns of a language, read when the first word is divided."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _patterns(self) -> Any:
        import pyphen

        return pyphen.HyphDict(self._path)

    def positions(self, word: str) -> list[int]:
        """Return where a word may be divided."""
        positions: list[int] = self._patterns.positions(word)
        stretches = [match.span() for match in _CAPITALS.finditer(word)]
        return [place for place in positions if not _touches(place, stretches)]


def _touches(place: int, stretches: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a break would fall in, or right before, a stretch of capitals."""
    return any(start <= place < end for start, end in stretches)
