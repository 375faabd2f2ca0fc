"""Tell what a number counts, from the words around it."""

from dataclasses import dataclass

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Nouns
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numeral import Numeral

PERCENT = "percent"
PEOPLE = "people"
CALLS = "calls"
DURATIONS = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})

_MEASURES = DURATIONS | {PERCENT, "times"}
_WORD = regex.compile(r"\p{L}[\p{L}’'-]*|[%$€⃀]")
_HEAD = regex.compile(r".*[-‑‐]")
_COMPOUND = regex.compile(r"[-‑]\p{L}+")
_CLAUSE_END = regex.compile(r"[.,;:!?()–—•]|\d")
_DOERS = (PEOPLE, "households")
_OBJECTS = frozenset(
    {"documents", "complaints", "orders", "votes", "signatures", "meetings", "trainings"}
)
"""What people in the nominative do or get, rather than what they are."""
_COUNT = regex.compile(r"\s*(?:the |all )?\d")
_MOST_WORDS = 7
_WORDS_AROUND = 4
_WORDS_BEFORE = 5


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
    words = _phrase(text, numeral.span.end, nouns)
    last = words[-1] if words else Span(numeral.span.end, numeral.span.end)
    if numeral.nominal:
        end = words[:_WORDS_AROUND][-1].end if words else last.end
        owner = _owner(text, numeral.span.start, nouns)
        acts = words and nouns.verb.fullmatch(text, *words[0])
        if nouns.head == "first" and not acts:
            named = _noun(text, words[:2], nouns)
            owner = named[0] if named else owner
        return Counted(owner, Span(numeral.span.start, end))
    if not words and (of := nouns.of.match(text, numeral.span.end)):
        owners = _phrase(text, of.end(), nouns)
        found = _noun(text, owners, nouns)
        noun = "" if found else _unknown(text, owners, nouns)
        return Counted(found[0] if found else None, numeral.span, noun)
    compound = bool(_COMPOUND.match(text, numeral.span.end))
    found = _noun(text, words, nouns)
    if found is None and words and (joint := nouns.coordination.match(text, last.end)):
        words += _phrase(text, joint.end(), nouns)
        found = _noun(text, words, nouns)
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
    return Counted(unit, Span(start, place.end), adjacent=beside, compound=compound)


def numbered(text: str, between: Span, nouns: Nouns) -> str | None:
    """Return the unit of "the number of refugees" if that stands `between`."""
    unit = None
    for match in nouns.number.finditer(text, *between):
        if nouns.head == "run":  # "иштердин саны"
            words = [Span(*m.span()) for m in _WORD.finditer(text, 0, match.start())]
            found = _noun(text, words[-1:], nouns)
        else:
            found = _noun(text, _phrase(text, match.end(), nouns), nouns)
        unit = found[0] if found else None
    return unit


def of_money(text: str, start: int, number: Span, nouns: Nouns) -> bool:
    """Tell whether the clause from `start` on says that a bare number is a sum."""
    limit = _CLAUSE_END.search(text, number.end)
    end = limit.start() if limit else len(text)
    return bool(
        nouns.money.search(text, min(start, number.start), number.start)
        or nouns.money.search(text, number.end, end)
    )


def named(title: str, nouns: Nouns) -> str | None:
    """Return the unit of the first noun that a title names: "Cases opened"."""
    for match in _WORD.finditer(title):
        if found := _noun(title, [Span(*match.span())], nouns):
            return found[0]
    return None


def before(text: str, unsaid: Span, nouns: Nouns) -> str | None:
    """Return the unit of the noun nearest before a number: "иштер 15ке жеткен".

    Of "до суда дошли три", the court is none: a preposition governs it.
    """
    start = max([unsaid.start, *(m.end() for m in _CLAUSE_END.finditer(text, *unsaid))])
    words = [Span(*m.span()) for m in _WORD.finditer(text, start, unsaid.end)]
    for place in reversed(words[-_WORDS_BEFORE:]):
        found = _noun(text, [place], nouns)
        is_said = found and found[0] not in _MEASURES
        if found and is_said and not nouns.governed.match(text, 0, place.start):
            return found[0]
    return None


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


def _phrase(text: str, end: int, nouns: Nouns) -> list[Span]:
    """Return the words after a number up to the end of the clause or a stop word."""
    if compound := _COMPOUND.match(text, end):
        return [Span(compound.start() + 1, compound.end())]
    limit = _CLAUSE_END.search(text, end)
    words: list[Span] = []
    for match in _WORD.finditer(text, end, limit.start() if limit else len(text)):
        is_stop = nouns.stop.fullmatch(match[0])
        if is_stop and not nouns.percent.match(text, match.start()):  # "per cent"
            break
        if len(words) >= _MOST_WORDS:
            break
        words.append(Span(*match.span()))
    return words


def _noun(text: str, words: list[Span], nouns: Nouns) -> tuple[str, Span] | None:
    """Return the unit and the place of the noun that heads the phrase."""
    best: tuple[str, Span] | None = None
    taken = 0
    adjective = False
    for place in words:
        if place.start < taken:
            continue
        # "three prisons surveyed": what closes a phrase is no noun, though it looks so.
        is_end = best and nouns.head == "last"
        if is_end and nouns.closing.fullmatch(text[place.start : place.end]):
            break
        match = nouns.word.match(text, place.start, words[-1].end)
        if match and nouns.head == "run" and match.end() < place.end:
            match = None  # "үй-бүлөлүк" is no house
        unit = nouns.names[match.lastindex - 1] if match and match.lastindex else None
        is_more = not (best and unit and match) or _goes_on(best, unit, match[0], nouns)
        if unit and match and is_more and not (best and unit in _MEASURES):
            # "полицейских машин": the adjective is counted where no noun follows it.
            adjective = not best and bool(nouns.adjective.fullmatch(match[0]))
            best = (unit, Span(*match.span()))
            taken = match.end()
            if unit in _MEASURES or (nouns.head == "first" and not adjective):
                break
            if nouns.head == "run" and nouns.closing.fullmatch(match[0].split()[-1]):
                break
        elif best and (
            nouns.head in ("run", "first")
            or nouns.closing.fullmatch(text[place.start : place.end])
        ):
            break
    return best


def _goes_on(
    best: tuple[str, Span], unit: str, noun: str, nouns: Nouns
) -> bool:
    """Tell whether a noun in a chain belongs to the people before it.

    "125 бүтүрүүчү аттестат албады": the certificate is not theirs by its form, so it is
    what was done to it, and the people are what is counted.
    """
    if best[0] not in _DOERS or unit in _DOERS or nouns.head != "run":
        return True
    is_object = best[0] != PEOPLE or unit in _OBJECTS
    return not is_object or bool(nouns.owned.fullmatch(noun))


def _owner(text: str, start: int, nouns: Nouns) -> str | None:
    """Return the unit of the genitive right before a number: "мүчөлөрүнүн 14ү"."""
    words = list(_WORD.finditer(text, max(0, start - 40), start))
    if not words or text[words[-1].end() : start].strip():
        return None
    if not nouns.genitive.fullmatch(_HEAD.sub("", words[-1][0])):
        return None
    found = _noun(text, [Span(*words[-1].span())], nouns)
    return found[0] if found else None


def _share(text: str, percent: Span, nouns: Nouns) -> Counted:
    """Say of what a percentage is a share: the phrase after "of", or a genitive."""
    start, end = percent
    place: Span | None = None
    after = nouns.of.match(text, percent.end) or nouns.share.match(text, percent.end)
    if after:
        words = _phrase(text, after.end(), nouns)
        end = words[-1].end if words else after.end()
        if not words and _COUNT.match(text, end):  # "half of 812 complaints"
            return Counted(PERCENT, Span(start, end), adjacent=True, shared=True)
        place = Span(after.end(), end)
    elif (start := _genitive(text, percent.start, nouns)) < percent.start:
        place = Span(start, percent.start)
    elif words := _phrase(text, percent.end, nouns)[:_WORDS_AROUND]:
        end = words[-1].end
        # In Russian the genitive follows: "половина населения".
        place = Span(percent.end, end) if nouns.head == "first" else None
    named = place is not None and _names(text, place, nouns)
    return Counted(PERCENT, Span(start, end), adjacent=True, shared=named)


def _names(text: str, place: Span, nouns: Nouns) -> bool:
    words = [Span(*m.span()) for m in _WORD.finditer(text, place.start, place.end)]
    if _noun(text, words, nouns) is not None:
        return True
    return bool(words) and bool(nouns.many.fullmatch(words[-1].of(text)))


def _genitive(text: str, start: int, nouns: Nouns) -> int:
    """Return where the genitive phrase before a share begins; `start` without one."""
    clause = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    words = list(_WORD.finditer(text, clause, start))[-_WORDS_AROUND:]
    while words and not nouns.genitive.fullmatch(_HEAD.sub("", words[-1][0])):
        if not nouns.rounding.fullmatch(words[-1][0]):
            return start
        words.pop()
    if not words:
        return start
    alone = len(words) == 1 or nouns.stop.fullmatch(words[-2][0])
    return words[-1 if alone else -2].start()
