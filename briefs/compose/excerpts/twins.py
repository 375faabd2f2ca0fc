"""Merge excerpts that say the same in several years of a report."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import regex

from briefs.compose.excerpts.cutting import Cutting

_NEAR_DUPLICATE = 0.8
_SHINGLE = 4
_WORD = regex.compile(r"[\p{L}\p{N}’'-]+")
_DIGITS = regex.compile(r"\p{N}+")
_TURNING = {
    "ky": regex.compile(
        r"\p{N}+|\b(?:бир|эки|экөө|үч|төрт|беш|алты|алтоо|жети|жетөө|сегиз|тогуз|он|жыйырма"
        r"|отуз|кырк|элүү|алтымыш|жетимиш|сексен|токсон|жүз|миң|эмес|жок|эч)\p{L}*"
        r"|\p{L}+(?:[бп][аеоө])(?:й|г[аеоө]н|[дт][ыиуү]|с|ш)\p{L}*"
    ),
    "ru": regex.compile(
        r"\p{N}+|\b(?:не|ни|нет|без|никто|никак\p{L}*|ничего|один|одн\p{L}*|дв[аеу]\p{L}*"
        r"|тр[иеё]\p{L}*|четыр\p{L}*|четвер\p{L}*|пят\p{L}*|шест\p{L}*|сем[иь]\p{L}*"
        r"|восем\p{L}*|восьм\p{L}*|девят\p{L}*|десят\p{L}*|сорок\p{L}*|ст[оа]|сот\p{L}*"
        r"|тысяч\p{L}*)\b"
    ),
    "en": regex.compile(
        r"\p{N}+|\b(?:not?|nor|none|never|without|un\p{L}+|cannot|\p{L}+n[’']t|one|two"
        r"|three|four\p{L}*|five|six\p{L}*|seven\p{L}*|eight\p{L}*|nine\p{L}*|ten|eleven"
        r"|twelve|thirteen|twenty|thirty|forty|fifty|fifteen|hundreds?|thousands?)\b"
    ),
}
"""Numbers and negations: words that make another statement of the same sentence."""


def merge(cuttings: Iterable[Cutting]) -> list[Cutting]:
    """Merge near-duplicates in a report of different years; the latest year is kept.

    One that is pinned is kept before it.

    Two excerpts say the same when one holds four fifths of the other's word sequences,
    and both have the same numbers and the same negations: another number is another
    statement, and so is a "not".
    """
    kept: list[Cutting] = []
    shingles: list[frozenset[int]] = []
    places: dict[int, set[int]] = {}
    newest_first = sorted(cuttings, key=_newest_first)
    for cutting in newest_first:
        own = _shingles(cutting.parts)
        near = {place for shingle in own for place in places.get(shingle, ())}
        twin = next(
            (i for i in sorted(near) if _same(kept[i], shingles[i], cutting, own)), None
        )
        if twin is None:
            for shingle in own:
                places.setdefault(shingle, set()).add(len(kept))
            kept.append(cutting)
            shingles.append(own)
        else:
            also = (*kept[twin].also, cutting.finding)
            kept[twin] = replace(kept[twin], also=also)
    return kept


def _newest_first(cutting: Cutting) -> tuple[bool, int, str, int]:
    edition = cutting.finding.edition
    return (
        not cutting.pinned,
        -edition.year,
        edition.id,
        cutting.finding.passage.number,
    )


@lru_cache(maxsize=4096)
def _shingles(parts: tuple[str, ...]) -> frozenset[int]:
    """Return the word sequences of an excerpt; many years may share one."""
    found = _WORD.findall(" ".join(parts).lower())
    size = min(_SHINGLE, len(found))
    return frozenset(
        hash(tuple(found[i : i + size])) for i in range(len(found) - size + 1)
    )


def _same(
    kept: Cutting, kept_shingles: frozenset[int], other: Cutting, own: frozenset[int]
) -> bool:
    one, two = kept.finding.edition, other.finding.edition
    serial = one.report, one.country, one.language
    if serial != (two.report, two.country, two.language) or one.year == two.year:
        return False
    if kept.pinned and other.pinned:
        return False
    smaller = min(len(kept_shingles), len(own))
    if len(kept_shingles & own) < _NEAR_DUPLICATE * smaller:
        return False
    return _turning(kept) == _turning(other)


def _turning(cutting: Cutting) -> list[str]:
    """Return the words that may not differ where two excerpts are to say the same."""
    language = cutting.finding.edition.language
    pattern = _TURNING.get(language, _DIGITS)
    return sorted(pattern.findall(" ".join(cutting.parts).lower()))
