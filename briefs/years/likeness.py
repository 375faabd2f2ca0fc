"""Tell how like two sentences of a report are, and whether they say the same."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from briefs.model import Span
from briefs.years import spelling

SAME = 0.8
"""The share of words in order from which two sentences may say the same."""

_SHORTEST = 7  # words; of fewer, one is a fifth
_CLAUSE = 5  # words in a row
_STEM = 3
_SMALL = 3  # letters of a word that tells nothing alone

_WORD = regex.compile(r"\b[Pp]er\s+cent\b|[\p{L}\p{N}’'-]+|[%‰\p{Sc}]")
_NAME = regex.compile(r"(?<=[\p{L}\p{N},;:“”»\"’)]\s[“„«\"‘(]?)\p{Lu}[\p{L}’'-]*")
_DIGITS = regex.compile(r"\p{N}+")
_MONTHS = "январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр"
_SUPPORTING = frozenset(
    _WORD.findall(
        """
    a an the this that these those its their is are was were be been being has have had
    did does do which who whom and
    это этот эта эти этого этой этих тот та те и а был была было были который которая
    которые что
    бул ошол ал алар жана менен деп болгон болот бар
"""
    )
)
"""Words that tell nothing alone: one may stand for another."""

_TURNING = {
    "ky": regex.compile(
        r"\p{N}+|\b(?:бир|эки|экөө|үч|төрт|беш|алты|алтоо|жети|жетөө|сегиз|тогуз|он|жыйырма"
        r"|отуз|кырк|элүү|алтымыш|жетимиш|сексен|токсон|жүз|миң|эмес|жок|эч)\p{L}*"
        r"|\p{L}+(?:[бп][аеоө])(?:й|г[аеоө]н|[дт][ыиуү]|с|ш)\p{L}*"
        r"|\b(?:көп|аз|бардык|баары|айрым|кээ|көбү|көбүн|көпчүлүк|жарым|дээрлик"
        r"|гана|тышкары|сейрек|болжол|имиш|мүмкүн|керек|тийиш"
        r"|милдет|чейин|кийин|мурун|мурда|ашык|кем)\p{L}*"
        rf"|\b(?:{_MONTHS}|май)\p{{L}}*"
    ),
    "ru": regex.compile(
        r"\p{N}+|\b(?:не|ни|нет|без|никто|никак\p{L}*|ничего|один|одн\p{L}*|дв[аеу]\p{L}*"
        r"|тр[иеё]\p{L}*|четыр\p{L}*|четвер\p{L}*|пят\p{L}*|шест\p{L}*|сем[иь]\p{L}*"
        r"|восем\p{L}*|восьм\p{L}*|девят\p{L}*|десят\p{L}*|сорок\p{L}*|ст[оа]|сот\p{L}*"
        r"|тысяч\p{L}*|вс[её]|всех|всем|всеми|некотор\p{L}*|многи\p{L}*|немног\p{L}*|мало"
        r"|больш\p{L}*|меньш\p{L}*|более|менее|половин\p{L}*|почти|только|лишь|кроме"
        r"|исключени\p{L}*|якобы|предположительно|редко|может|могут"
        rf"|долж\p{{L}}*|следует|до|после|против|(?:{_MONTHS})\p{{L}}*|ма[йяюе])\b"
    ),
    "en": regex.compile(
        r"\p{N}+|\b(?:not?|nor|none|never|without|un\p{L}+|cannot|\p{L}+n[’']t|one|two"
        r"|three|four\p{L}*|five|six\p{L}*|seven\p{L}*|eight\p{L}*|nine\p{L}*|ten|eleven"
        r"|twelve|thirteen|twenty|thirty|forty|fifty|fifteen|hundreds?|thousands?"
        r"|all|every|each|any|some|several|many|most\p{L}*|few\p{L}*|half|nearly|almost|more"
        r"|less|least|only|just|merely|except|excluding|but|although|unless|despite"
        r"|alleged\p{L}*|reported\p{L}*|credibly|rare\p{L}*|seldom"
        r"|may|might|must|can|could"
        r"|should|would|will|before|after|until|against)\b"
    ),
}
"""Numbers, negations, shares, limits: they make another statement of a sentence."""


def words(text: str) -> list[str]:
    """Return the words of a text as they are compared: small, without punctuation.

    What Americans and Britons spell in two ways is one word.
    """
    return [word for word, _ in placed(text)]


def placed(text: str) -> list[tuple[str, Span]]:
    """Return the words of a text with where they stand in it."""
    return [
        (spelling.alike(_small(match[0])), Span(*match.span()))
        for match in _WORD.finditer(text)
    ]


def _small(word: str) -> str:
    return word.lower().replace("'", "’")


def key(text: str) -> str:
    """Return what two sentences have in common that are the same word for word."""
    return " ".join(map(_small, _WORD.findall(text)))


def sounding(text: str) -> str:
    """Return what two sentences have in common that differ in spelling at most."""
    return " ".join(words(text))


def turning(text: str, language: str) -> list[str]:
    """Return the words that may not differ where two texts are to say the same."""
    return sorted(_TURNING.get(language, _DIGITS).findall(text.lower()))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words that two sentences have in one order, from 0 to 1."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < SAME / 2:
        return 0.0
    return matcher.ratio()


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words that two sentences have in any order, from 0 to 1."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / max(1, len(one) + len(other))


def is_same(one: str, other: str, language: str) -> bool:
    """Tell whether two sentences say the same in all but some words.

    Four fifths of their words are the same in one order, and so are all numbers,
    negations and names. A word may be added, left out or inflected, but none stands for
    another: who forbids "child labor" does not forbid "forced labor".
    """
    a, b = words(one), words(other)
    if min(len(a), len(b)) < _SHORTEST or not _same_names((one, a), (other, b)):
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < SAME or matcher.ratio() < SAME:
        return False
    alike = _only_more_or_less(matcher.get_opcodes(), a, b)
    return alike and turning(one, language) == turning(other, language)


def _only_more_or_less(
    changes: Sequence[tuple[str, int, int, int, int]], a: list[str], b: list[str]
) -> bool:
    """Tell whether no word stands for another, and none has moved.

    Words were added or left out, not both, but for small ones; and not so many in one
    place that they tell something of their own ("but officials seldom did so").
    """
    added = left_out = False
    for kind, i, j, k, m in changes:
        if kind == "equal":
            continue
        paired = kind == "replace" and j - i == m - k
        if paired and all(map(_inflected, a[i:j], b[k:m])):
            continue
        if max(j - i, m - k) >= _CLAUSE:
            return False
        if kind == "replace" and not _SUPPORTING.issuperset((*a[i:j], *b[k:m])):
            return False
        left_out |= any(len(word) > _SMALL for word in a[i:j])
        added |= any(len(word) > _SMALL for word in b[k:m])
    return not (added and left_out)


def _inflected(one: str, other: str) -> bool:
    """Tell whether two words differ in their ending only."""
    stem = min(len(one), len(other)) * 2 // 3
    return stem >= _STEM and one[:stem] == other[:stem]


def _same_names(one: tuple[str, list[str]], other: tuple[str, list[str]]) -> bool:
    """Tell whether two texts, each with its words, name the same.

    What one of them writes with a capital may begin small in the other.
    """
    ours, theirs = Counter(_names(one[0])), Counter(_names(other[0]))
    more, less = ours - theirs, theirs - ours
    return all(name.lower() in other[1] for name in more) and all(
        name.lower() in one[1] for name in less
    )


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[str, ...]:
    """Return the words inside a sentence that begin with a capital."""
    names = (spelling.alike(_small(name)) for name in _NAME.findall(text))
    return tuple(sorted(name.capitalize() for name in names))
