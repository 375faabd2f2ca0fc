"""Tell statistics from dates, articles, ages, penalties and other numbers."""

from collections.abc import Sequence

import regex

from briefs.model import Span
from briefs.numbers.changes import change
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import DURATIONS, PERCENT
from briefs.numbers.numeral import Numeral
from briefs.numbers.units import Counted

STATISTIC = "statistic"
"""A phrase of the grammar tells that this number counts something."""

OPEN = "open"
"""Nothing tells against a statistic: it is one if its noun can be counted."""

SINGLE = "single"
"""A phrase tells that a lone "one" is a number here."""

LABEL = "label"
"""A phrase tells that this number is a name, if it counts nothing: "house 14"."""

_ONLY_ONE = (SINGLE, "one")
"""Classes that only a "one" in words may have."""

_NO_SHARE = ("age", "article", "rank", "contact")
"""Classes that no share has."""

_NOT_NOMINAL = ("duration", "frequency", "measure")
"""Classes that no number has which is a noun itself: "алтоосу жыл аягында"."""

_LABEL = regex.compile(r"\.\s?\p{L}(?!\p{L})")

# "2. The judge", "1) citizens": what opens a paragraph is its label.
_BARE = regex.compile(r"(?r)^[\s(]*")
_LABEL_END = regex.compile(r"[.)](?!\d)")
_ORDINAL_HYPHEN = regex.compile(
    r"\s?[-‐‑]\s?\p{L}{3}|–\s?\p{L}{3}|\s–\p{L}{3}|[-‐‑–]\p{L}"
)
_LIST_BEFORE = regex.compile(r"(?r)(?:^|[:;,.]|\band|\bи|\bжана)\s*\(")
_LIST_AFTER = regex.compile(r"\)\s*\p{L}")
_AGED = regex.compile(r"(?r)\p{Lu}\p{Ll}+,\s")  # "Ali, 45, was …"
_INSIDE = regex.compile(r"(?r)[\p{L}\d,]\s")
_OWN = ("'", "’")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def class_of(
    text: str,
    numeral: Numeral,
    words: Counted,
    dates: Sequence[Span],
    grammar: Grammar,
) -> str:
    """Return what a number is: STATISTIC, OPEN, or what it is instead.

    `dates` are the places of the periods that the text names. The phrases of the
    grammar decide first, then the number's own form.
    """
    span = numeral.span
    if any(date.overlaps(span) for date in dates):
        return "date"
    if numeral.ordinal:
        return "ordinal"
    for name, rule in grammar.classes(text):
        if name == LABEL and _counts(numeral, words, grammar):
            continue
        if name in _NOT_NOMINAL and numeral.nominal:
            continue
        if name == "penalty" and (numeral.former or numeral.latter):
            continue  # "the fine rose from 10,000 to 55,000 soms"
        if name in _NO_SHARE and numeral.unit == PERCENT:
            continue
        if name in _ONLY_ONE and (numeral.value != 1 or numeral.digits):
            continue
        if rule.stands(text, span.start, span.end):
            return name
    return _class_by_form(text, numeral, words, grammar)


def _counts(numeral: Numeral, words: Counted, grammar: Grammar) -> bool:
    many = grammar.nouns.many
    return bool(words.unit or numeral.unit or many.fullmatch(words.noun))


def _class_by_form(
    text: str, numeral: Numeral, words: Counted, grammar: Grammar
) -> str:
    span = numeral.span
    if words.unit in DURATIONS:
        return "duration"
    if words.unit == "times":
        return "frequency"
    if _is_ordinal(text, numeral, grammar):
        return "ordinal"
    if numeral.digits and (_is_list_mark(text, span) or _opens(text, span)):
        return "ordinal"
    if _is_named(text, numeral):
        return "name"
    if (
        numeral.digits
        and _AGED.match(text, 0, span.start)
        and text[span.end :][:1] == ","
    ):
        return "age"
    if _looks_like_year(numeral) and words.unit is None:
        return "date"
    if numeral.digits and _LABEL.match(text, span.end):
        return "article"
    if text[span.end : span.end + 1] in _OWN:
        return "pronoun"
    if numeral.fraction and not (words.shared or _is_part(text, numeral, grammar)):
        return "pronoun"
    if words.compound and words.unit is None:
        return "ordinal"
    return OPEN


def _is_part(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell "half of them" and "fell by a quarter" from "half an hour"."""
    if change(text, numeral, grammar, share=True):
        return True
    return any(rule.holds(text, *numeral.span) for rule in grammar.parts)


def _is_ordinal(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    if numeral.ordinal or numeral.ending in grammar.lexis.ordinals:
        return True
    return (
        grammar.lexis.hyphen_is_ordinal
        and numeral.digits
        and not numeral.unit
        and not numeral.nominal
        and bool(_ORDINAL_HYPHEN.match(text, numeral.span.end))
    )


def _is_named(text: str, numeral: Numeral) -> bool:
    """Tell a number word with a capital within a sentence: "Channel One"."""
    start = numeral.span.start
    inside = _INSIDE.match(text, 0, start)
    return not numeral.digits and text[start].isupper() and bool(inside)


def _is_list_mark(text: str, span: Span) -> bool:
    """Tell a "(2)" that counts the points of a list from a number in brackets."""
    return bool(
        _LIST_AFTER.match(text, span.end) and _LIST_BEFORE.match(text, 0, span.start)
    )


def _opens(text: str, span: Span) -> bool:
    """Tell the label of a paragraph: "3.2. The body informs"."""
    return bool(_LABEL_END.match(text, span.end) and _BARE.match(text, 0, span.start))


def _looks_like_year(numeral: Numeral) -> bool:
    return (
        numeral.digits
        and not numeral.grouped
        and not numeral.unit
        and not numeral.ending
        and numeral.value == int(numeral.value)
        and _FIRST_YEAR <= numeral.value <= _LAST_YEAR
    )
