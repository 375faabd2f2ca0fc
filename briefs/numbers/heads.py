"""Find the noun that heads a phrase: what a number before the phrase counts."""

import regex

from briefs.model import Span
from briefs.numbers.grammars.grammar import Nouns

PERCENT, PEOPLE = "percent", "people"
DURATIONS = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
MEASURES = DURATIONS | {PERCENT, "times"}

WORD = regex.compile(r"\p{L}[\p{L}’'-]*|[%$€⃀]")
COMPOUND = regex.compile(r"[-‑]\p{L}+")
CLAUSE_END = regex.compile(r"[.,;:!?()–—•]|\d")
_ASIDE = regex.compile(r"\s\((?=[^()]*\b(?:19|20)\d\d\b)[^()$€]{1,40}\)(?=\s\p{Ll})")
_COMMA = regex.compile(r",(?=\s)")
_NEXT = regex.compile(r"\s+(?=\p{L})")
_NOMINATIVE = regex.compile(r"[ыи]$")
_MOST_WORDS = 7
_DOERS = (PEOPLE, "households")
_OBJECTS = frozenset(
    {"documents", "complaints", "orders", "votes", "cases", "meetings"}
)
"""What is done, written or got: no noun before it says of what kind it is."""


def phrase(text: str, end: int, nouns: Nouns) -> list[Span]:
    """Return the words after a number up to the end of the clause or a stop word."""
    if compound := COMPOUND.match(text, end):
        return [Span(compound.start() + 1, compound.end())]
    if aside := _ASIDE.match(text, end):  # "87 (2021-жылы — 64) кыйноо фактысы"
        end = aside.end()
    if odd := nouns.odd.match(text, end):  # "500 с лишним сигналов"
        end = odd.end()
    limit = CLAUSE_END.search(text, end)
    words: list[Span] = []
    for match in WORD.finditer(text, end, limit.start() if limit else len(text)):
        is_stop = nouns.stop.fullmatch(match[0])
        if is_stop and not nouns.percent.match(text, match.start()):  # "per cent"
            break
        if len(words) >= _MOST_WORDS:
            break
        words.append(Span(*match.span()))
    return words


def noun_of(text: str, words: list[Span], nouns: Nouns) -> tuple[str, Span] | None:
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
        found = nouns.word.match(text, place.start, words[-1].end)
        is_cut = found and COMPOUND.match(text, found[1].end, place.end)
        if is_cut and nouns.head != "first":
            found = None  # "үй-бүлөлүк" is no house, "state-funded" no state
        unit, told = (nouns.names[found[0]], found[1]) if found else (None, place)
        noun = told.of(text)
        is_more = not (best and unit) or _goes_on(text, best, unit, noun, nouns)
        if unit and is_more and not (best and unit in MEASURES):
            # "полицейских машин": the adjective is counted where no noun follows it.
            adjective = not best and bool(
                nouns.adjective.fullmatch(noun)
                or nouns.agreeing.match(text, told.start)
            )
            best = (unit, told)
            taken = told.end
            if unit in MEASURES or (nouns.head == "first" and not adjective):
                break
            if nouns.head == "run" and nouns.closing.fullmatch(noun.split()[-1]):
                break
        elif best and (
            nouns.head in ("run", "first")
            or nouns.closing.fullmatch(text[place.start : place.end])
        ):
            break
    return best


def _goes_on(
    text: str, best: tuple[str, Span], unit: str, noun: str, nouns: Nouns
) -> bool:
    """Tell whether a noun in a chain belongs to the one before it.

    "125 бүтүрүүчү аттестат албады": the certificate is not theirs by its form, so it is
    what they did not get, and the people are what is counted.
    """
    if nouns.head != "run" or (unit in _DOERS and best[0] in _DOERS):
        return True
    if nouns.owned.fullmatch(noun):
        return True
    kind = text[best[1].start : best[1].end]
    return unit not in _OBJECTS and bool(nouns.adjective.fullmatch(kind))


def joined(text: str, first: Span, unit: str, nouns: Nouns) -> int:
    """Return where a noun phrase ends that goes on: "27 activists and politicians".

    What goes on are nouns of the same `unit` as the one at `first`, each right behind
    a comma or an "and", the last one behind an "and".
    """
    end = place = first.end
    while unit not in MEASURES:
        comma = _COMMA.match(text, place)
        joint = nouns.coordination.match(text, comma.end() if comma else place)
        said = joint or comma
        word = _NEXT.match(text, said.end()) if said else None
        other = nouns.word.match(text, word.end(), len(text)) if word else None
        if other is None or nouns.names[other[0]] != unit:
            break
        if not _agree(text, first, other[1], nouns):
            break
        place = other[1].end
        if joint:
            end = place
    return end


def _agree(text: str, first: Span, other: Span, nouns: Nouns) -> bool:
    """Tell whether a noun may stand beside another one and is no subject of its own.

    "27 активистов и сотрудники милиции": the second one is in another case.
    """
    after = WORD.match(text, other.end + 1)
    if nouns.head == "last":  # "27 activists and journalists reported …"
        acts = after and nouns.closing.fullmatch(after[0])
        return not (acts and text[: first.start].strip())
    if nouns.head == "run":
        return True
    cases = [bool(_NOMINATIVE.search(one.of(text))) for one in (first, other)]
    return cases[0] or not cases[1]
