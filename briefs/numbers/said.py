"""Tell what a bare number counts from what was said before it."""

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Nouns
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import CLAUSE_END, MEASURES, WORD, noun_of, phrase
from briefs.numbers.numeral import Numeral

_WORDS_BEFORE = 7
_NEAR = 40
_DASH = regex.compile(r"(?r)[\s–—:-]+")


def numbered(text: str, between: Span, nouns: Nouns) -> str | None:
    """Return the unit of "the number of refugees" if that stands `between`."""
    unit = None
    for match in nouns.number.finditer(text, *between):
        if nouns.head == "run":  # "иштердин саны"
            words = [Span(*m.span()) for m in WORD.finditer(text, 0, match.start())]
            found = noun_of(text, words[-1:], nouns)
        else:
            found = noun_of(text, phrase(text, match.end(), nouns), nouns)
        unit = found[0] if found else None
    return unit


def of_money(text: str, start: int, number: Span, nouns: Nouns) -> bool:
    """Tell whether the clause from `start` on says that a bare number is a sum."""
    limit = CLAUSE_END.search(text, number.end)
    end = limit.start() if limit else len(text)
    return bool(
        nouns.money.search(text, min(start, number.start), number.start)
        or nouns.money.search(text, number.end, end)
    )


def named(title: str, nouns: Nouns) -> str | None:
    """Return the unit of the first noun that a title names: "Cases opened"."""
    for match in WORD.finditer(title):
        if found := noun_of(title, [Span(*match.span())], nouns):
            return found[0]
    return None


def before(text: str, unsaid: Span, nouns: Nouns, *, moved: bool = True) -> str | None:
    """Return the unit of the noun nearest before a number: "иштер 15ке жеткен".

    Of "до суда дошли три", the court is none: a preposition governs it. What has not
    `moved` may be told as done by so many: "квартиры получили 28".
    """
    dash = _DASH.match(text, unsaid.start, unsaid.end)  # "жалоб — 418"
    end = dash.start() if dash else unsaid.end
    start = max(
        [unsaid.start, *(m.end() for m in CLAUSE_END.finditer(text, unsaid.start, end))]
    )
    words = [Span(*m.span()) for m in WORD.finditer(text, start, end)]
    for place in reversed(words[-_WORDS_BEFORE:]):
        found = noun_of(text, [place], nouns)
        is_said = found and found[0] not in MEASURES
        if not moved and nouns.did.match(text, place.start):
            continue
        if found and is_said and not nouns.governed.match(text, 0, place.start):
            return found[0]
    return None


def has_moved(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell whether a verb of rising or falling stands before a number."""
    start = numeral.span.start
    moves = grammar.lexis.moves
    return moves.search(text, max(0, start - _NEAR), start) is not None


def is_reached(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell a number that something comes to: "арыздар беш жүзгө жетти"."""
    start, end = numeral.span
    if grammar.lexis.moves.search(text, end, end + _NEAR) or has_moved(
        text, numeral, grammar
    ):
        return before(text, Span(0, start), grammar.nouns) is not None
    return False
