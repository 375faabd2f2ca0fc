"""Tell what a number counts, from the words around it."""

from dataclasses import dataclass

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Nouns
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import (
    CLAUSE_END,
    COMPOUND,
    PERCENT,
    WORD,
    joined,
    noun_of,
    phrase,
)
from briefs.numbers.numeral import Numeral

CALLS = "calls"

_HEAD = regex.compile(r".*[-‑‐]")
_COUNT = regex.compile(r"\s*(?:the |all )?\d")
_OF_A_NUMBER = regex.compile(r"(?r)\d[-\u2010-\u2014]\Z")
"""What stands before a word that belongs to the number before it: "2020-жылы"."""

_WORDS_AROUND = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the unit, and the words that say so.

    `unit` is None when no known noun names it; then `noun` is the word that would.
    `adjacent` tells that the noun follows at once; `shared` that a share names what
    it is a share of; `compound` that number and noun are one word ("120-seat").
    """

    unit: str | None
    words: Span
    noun: str = ""
    adjacent: bool = False
    shared: bool = False
    compound: bool = False


def counted(text: str, numeral: Numeral, grammar: Grammar) -> Counted:
    """Find the unit of `numeral` and the words in `text` that say what is counted."""
    nouns = grammar.nouns
    if numeral.unit == PERCENT:
        return _share(text, numeral.span, nouns)
    if numeral.unit:
        return Counted(numeral.unit, numeral.span, adjacent=True)
    words = phrase(text, numeral.span.end, nouns)
    last = words[-1] if words else Span(numeral.span.end, numeral.span.end)
    if numeral.nominal:
        end = words[:_WORDS_AROUND][-1].end if words else last.end
        owner = _owner(text, numeral.span.start, nouns)
        acts = words and nouns.verb.fullmatch(text, *words[0])
        if nouns.head == "first" and not acts:
            named = noun_of(text, words[:2], nouns)
            owner = named[0] if named else owner
        return Counted(owner, Span(numeral.span.start, end))
    if not words and (of := nouns.of.match(text, numeral.span.end)):
        owners = phrase(text, of.end(), nouns)
        found = noun_of(text, owners, nouns)
        noun = "" if found else _unknown(text, owners, nouns)
        return Counted(found[0] if found else None, numeral.span, noun)
    compound = bool(COMPOUND.match(text, numeral.span.end))
    found = noun_of(text, words, nouns)
    if found is None and words and (joint := nouns.coordination.match(text, last.end)):
        words += phrase(text, joint.end(), nouns)
        found = noun_of(text, words, nouns)
    if found is None:
        end = words[:_WORDS_AROUND][-1].end if words else last.end
        noun = _unknown(text, words, nouns)
        return Counted(None, Span(numeral.span.end, end), noun, compound=compound)
    unit, place = found
    if nouns.contacts.fullmatch(text, *place) and nouns.telephone.search(text):
        unit = CALLS
    if unit == PERCENT:
        return _share(text, Span(numeral.span.start, place.end), nouns)
    start = words[0].start
    beside = place.start == start
    words_said = Span(start, joined(text, place, unit, nouns))
    return Counted(unit, words_said, adjacent=beside, compound=compound)


def _unknown(text: str, words: list[Span], nouns: Nouns) -> str:
    """Return the word that probably names what is counted, though no list knows it."""
    noun = ""
    for place in words:
        word = text[place.start : place.end]
        if not noun and nouns.measured.fullmatch(word):
            continue
        if nouns.verb.fullmatch(word):
            break
        word = word if word.isupper() else word.lower()
        if not nouns.closing.fullmatch(word):
            noun = word
        elif noun:
            break
    return noun


def _owner(text: str, start: int, nouns: Nouns) -> str | None:
    """Return the unit of the genitive right before a number: "мүчөлөрүнүн 14ү"."""
    words = list(WORD.finditer(text, max(0, start - 40), start))
    if not words or text[words[-1].end() : start].strip():
        return None
    if not nouns.genitive.fullmatch(_HEAD.sub("", words[-1][0])):
        return None
    places = [Span(*word.span()) for word in words[-2:]]
    for near in (places[-1:], places):  # "айыл өкмөттөрүнүн 452си"
        found = noun_of(text, near, nouns)
        if found and found[1].end == places[-1].end:
            return found[0]
    return None


def _share(text: str, percent: Span, nouns: Nouns) -> Counted:
    """Say of what a percentage is a share: the phrase after "of", or a genitive."""
    start, end = percent
    place: Span | None = None
    after = nouns.of.match(text, percent.end) or nouns.share.match(text, percent.end)
    if after:
        words = phrase(text, after.end(), nouns)
        end = words[-1].end if words else after.end()
        if not words and _COUNT.match(text, end):  # "half of 812 complaints"
            return Counted(PERCENT, Span(start, end), adjacent=True, shared=True)
        place = Span(after.end(), end)
    elif (start := _genitive(text, percent.start, nouns)) < percent.start:
        place = Span(start, percent.start)
    elif words := phrase(text, percent.end, nouns)[:_WORDS_AROUND]:
        end = words[-1].end
        # In Russian the genitive follows: "половина населения".
        place = Span(percent.end, end) if nouns.head == "first" else None
    named = place is not None and _names(text, place, nouns)
    return Counted(PERCENT, Span(start, end), adjacent=True, shared=named)


def _names(text: str, place: Span, nouns: Nouns) -> bool:
    words = [Span(*m.span()) for m in WORD.finditer(text, place.start, place.end)]
    if noun_of(text, words, nouns) is not None:
        return True
    said = [
        word.of(text) for word in words if not nouns.closing.fullmatch(word.of(text))
    ]
    if nouns.head == "run":
        return bool(words) and bool(nouns.many.fullmatch(words[-1].of(text)))
    # "a quarter of the budget" is a share of it, "half of the night" is a time.
    return bool(said) and not any(map(nouns.spans.fullmatch, said))


def _genitive(text: str, start: int, nouns: Nouns) -> int:
    """Return where the genitive phrase before a share begins; `start` without one."""
    clause = max((m.end() for m in CLAUSE_END.finditer(text, 0, start)), default=0)
    words = list(WORD.finditer(text, clause, start))[-_WORDS_AROUND:]
    while words and not nouns.genitive.fullmatch(_HEAD.sub("", words[-1][0])):
        if not nouns.rounding.fullmatch(words[-1][0]):
            return start
        words.pop()
    if not words:
        return start
    alone = (
        len(words) == 1
        or nouns.stop.fullmatch(words[-2][0])
        or _OF_A_NUMBER.search(text, 0, words[-2].start())
    )
    return words[-1 if alone else -2].start()
