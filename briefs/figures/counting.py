"""Tell which numbers of a sentence count something, and what they count."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from briefs.model import Figure, Kind, Span
from briefs.numbers.changes import change
from briefs.numbers.classes import OPEN, SINGLE, STATISTIC, class_of
from briefs.numbers.dates.periods import Period
from briefs.numbers.grammars.grammar import REPEATED
from briefs.numbers.grammars.load import Grammar
from briefs.numbers.heads import DURATIONS, PERCENT
from briefs.numbers.numeral import Numeral
from briefs.numbers.numerals import numerals
from briefs.numbers.said import before, has_moved, is_reached, numbered, of_money
from briefs.numbers.units import Counted, counted
from briefs.text.searching.phrases import Rule

OTHER = "items"
"""The unit of what no known noun names."""

_CONVERSION = regex.compile(r"\s*\([^()\d]*$")
_NEXT = regex.compile(r"\s(\p{L}+)")
_MANY = 2  # words for more than so many count even what no list knows
_WHOLE = 100
_NEAR = 40
_LAST_DAY = 31
_FORWARD = ("article", "rank", "age", "contact")
_APART = {"duration": Kind.DURATION, "sentence": Kind.PENALTY}


_Read = tuple[tuple[Numeral, ...], tuple[Counted, ...], tuple[str, ...]]


class Statistic(NamedTuple):
    """A number that counts or measures something, with what its own words tell.

    `change` is -1 for a fall, 1 for a rise and 0 for a level. A `part` is one of what
    was counted before ("two of them"). `kind` is given for durations and penalties,
    which are no statistics.
    """

    numeral: Numeral
    words: Counted
    unit: str
    change: int = 0
    part: bool = False
    kind: Kind | None = None


def statistics(
    text: str, periods: Sequence[Period], grammar: Grammar, last: Figure | None
) -> tuple[Statistic, ...]:
    """Return what is counted in a sentence, in order; `last` was counted before it."""
    return tuple(_Sentence(text, periods, grammar, last).statistics())


@lru_cache(maxsize=REPEATED)
def _read(text: str, dates: tuple[Span, ...], grammar: Grammar) -> _Read:
    """Return the numbers of a sentence, what they count and what each of them is."""
    found = numerals(text, grammar.lexis)
    words = tuple(counted(text, numeral, grammar) for numeral in found)
    names = (
        class_of(text, numeral, around, dates, grammar)
        for numeral, around in zip(found, words, strict=True)
    )
    return found, words, tuple(names)


class _Sentence:
    """A sentence while it is found out what its numbers count."""

    def __init__(
        self,
        text: str,
        periods: Sequence[Period],
        grammar: Grammar,
        last: Figure | None,
    ) -> None:
        self.text, self.grammar, self.last = text, grammar, last
        dates = tuple(period.span for period in periods)
        self.found, self.words, names = _read(text, dates, grammar)
        self.names = list(names)
        self._share_names()
        self.units = self._known_units()
        self.earlier: list[str] = []
        self.told = 0

    def statistics(self) -> Iterator[Statistic]:
        """Yield the numbers that count or measure something."""
        for index, numeral in enumerate(self.found):
            name, around = self.names[index], self.words[index]
            if name in _APART:
                unit = self.units[index]
                if unit in DURATIONS:
                    yield Statistic(numeral, around, unit, kind=self._apart(name, unit))
                continue
            is_part = self._stands(numeral, (*self.grammar.parts, *self.grammar.rest))
            if name in (STATISTIC, SINGLE) or (
                name == OPEN and self._counts(index, is_part=is_part)
            ):
                yield self._statistic(index, is_part=is_part)

    def _statistic(self, index: int, *, is_part: bool) -> Statistic:
        numeral = self.found[index]
        known = bool(self.earlier or self.last)
        part = known and self._stands(numeral, self.grammar.parts)
        unsaid = Span(self.told, max(self.told, numeral.span.start))
        unit = self._own_unit(index, is_part=is_part)
        unit = unit or self._inherited(index, unsaid, is_part=is_part)
        if unit != PERCENT:  # "саны 9 пайызга өсүп, 1 560ка жетти"
            self.told = numeral.span.end
        start = max(0, numeral.span.start - _NEAR)
        converted = numeral.unit and _CONVERSION.search(
            self.text, start, numeral.span.start
        )
        if unit != PERCENT and not converted:
            self.earlier.append(unit)
        kind = self._apart("duration", unit) if unit in DURATIONS else None
        moved = change(self.text, numeral, self.grammar, share=unit == PERCENT)
        return Statistic(numeral, self.words[index], unit, moved, part, kind)

    def _stands(self, numeral: Numeral, rules: Iterable[Rule]) -> bool:
        return any(rule.holds(self.text, *numeral.span) for rule in rules)

    def _apart(self, name: str, unit: str) -> Kind:
        """Tell a single sentence of prison from another length of time."""
        is_sentence = name == "sentence" or (
            unit in ("years", "months") and self.grammar.sentenced.search(self.text)
        )
        return Kind.PENALTY if is_sentence else Kind.DURATION

    def _known_units(self) -> list[str | None]:
        """Return what names the unit of each number, in its own words or a list's."""
        units = [words.unit for words in self.words]
        following: int | None = None
        for index in reversed(range(len(units))):
            bare = units[index] is None and not self.found[index].nominal
            if bare and following is not None:
                units[index] = self._shared_unit(index, following, units[following])
            if self.names[index] != "date":
                following = index
        return units

    def _shared_unit(self, index: int, other: int, unit: str | None) -> str | None:
        """Return the unit of the next number if both share it: "6 and 4 percent"."""
        between = Span(self.found[index].span.end, self.found[other].span.start)
        nouns = self.grammar.nouns
        joined = (
            self.found[index].former
            or nouns.conjunction.fullmatch(self.text, *between)
            or self._stands(self.found[index], nouns.instead)
        )
        if joined or (other == index + 1 and self._listed(index)):
            return unit
        # "Бишкекте 3, Ошто 5 учур"
        words = self.words[index]
        bare = not words.noun and nouns.listed.match(self.text, *between)
        is_near = between.end - between.start < _NEAR
        return unit if bare and is_near and unit not in (None, PERCENT) else None

    def _listed(self, index: int) -> bool:
        """Tell whether a number and the next one stand in a list: "124, 260 and"."""
        start, end = self.found[index].span.end, self.found[index + 1].span.start
        return bool(self.grammar.nouns.listed.fullmatch(self.text, start, end))

    def _share_names(self) -> None:
        """Let what the first or last number of a list is hold for all of them."""
        for index in range(1, len(self.found)):
            first = self.names[index - 1]
            if first in _FORWARD and self._listed(index - 1):
                self._rename(index, first)
        for index in reversed(range(len(self.found) - 1)):
            last = self.names[index + 1]
            is_day = self.found[index].value <= _LAST_DAY
            told = last not in (OPEN, STATISTIC, SINGLE) and (last != "date" or is_day)
            if told and self._listed(index):
                self._rename(index, last)

    def _rename(self, index: int, name: str) -> None:
        numeral, words = self.found[index], self.words[index]
        if self.names[index] == OPEN and not (words.unit or numeral.unit):
            self.names[index] = name

    def _counts(self, index: int, *, is_part: bool) -> bool:
        """Tell whether a number counts something that its neighbours name."""
        numeral, words, unit = self.found[index], self.words[index], self.units[index]
        is_last = self.grammar.nouns.head == "last"
        if numeral.value == 1 and not numeral.digits:
            return self._one_counts(index, is_part=is_part)
        if is_part or numeral.nominal or unit or numeral.digits:
            return True
        if words.noun and (is_last or numeral.value > _MANY):
            return True
        if words.noun:
            return False
        acts = numeral.value > _MANY and self._acts(numeral)
        return (
            acts or bool(self.earlier) or is_reached(self.text, numeral, self.grammar)
        )

    def _one_counts(self, index: int, *, is_part: bool) -> bool:
        """Tell whether "one" is a number here and no article or pronoun."""
        numeral, words, unit = self.found[index], self.words[index], self.units[index]
        if numeral.nominal or self.grammar.one_is_article:
            # "Бир аял сабалып, экөө качкан": the second goes on with what is counted.
            later = self.found[index + 1 : index + 2]
            goes_on = unit == "people" and any(other.nominal for other in later)
            counts = bool(self.earlier) or goes_on or unit == PERCENT
            return counts and (numeral.nominal or words.adjacent)
        of = self.grammar.nouns.of.match(self.text, numeral.span.end)
        if words.compound or (of and not is_part):
            return False  # "one-party", "one of the …"
        return unit is not None or bool(self.earlier and not words.noun)

    def _own_unit(self, index: int, *, is_part: bool) -> str | None:
        """Return the unit that a number's own words name.

        Of a part, "27 — от женщин" names those it comes from, not what is counted, and
        so does what they did.
        """
        numeral, words = self.found[index], self.words[index]
        origin = words.words == numeral.span and not (numeral.nominal or numeral.unit)
        if is_part and self.earlier and (origin or self._acts(numeral)):
            return None
        return self.units[index]

    def _acts(self, numeral: Numeral) -> bool:
        """Tell "of 75 inmates, 31 reported beatings": a verb follows at once."""
        word = _NEXT.match(self.text, numeral.span.end)
        nouns = self.grammar.nouns
        verb = {"last": nouns.closing, "first": nouns.verb}.get(nouns.head)
        return bool(word and verb and verb.fullmatch(word[1])) and not numeral.unit

    def _inherited(self, index: int, unsaid: Span, *, is_part: bool) -> str:
        """Return the unit of a number whose noun was said before or is not known.

        `unsaid` is the place of the words since the figure before.
        """
        numeral, words = self.found[index], self.words[index]
        nouns = self.grammar.nouns
        if self.earlier and self._stands(numeral, nouns.whole):
            return self.earlier[-1]
        if words.noun and not numeral.nominal and not is_part:
            return words.noun if nouns.head == "last" else OTHER
        if not numeral.nominal and of_money(
            self.text, unsaid.start, numeral.span, nouns
        ):
            return self._currency()
        if unit := numbered(self.text, unsaid, nouns):
            return unit
        if numeral.nominal and nouns.head == "first":
            return "people"  # "осуждены двое": such a form counts nobody else
        # "Protection orders rose from 7,178 to 9,025": what moved was said before.
        moved = (
            numeral.former
            or numeral.latter
            or has_moved(self.text, numeral, self.grammar)
        )
        said_before = (moved or nouns.head != "last") and not (
            is_part or numeral.nominal or self._is_paid(numeral)
        )
        if said_before and (
            unit := before(self.text, unsaid, nouns, moved=bool(moved))
        ):
            return unit
        if self._completes(index):
            return PERCENT
        known = [self.last.unit, *self.earlier] if self.last else self.earlier
        if numeral.nominal and numeral.scale == 1:
            known = [unit for unit in known if unit not in self._money()]
        return next((unit for unit in reversed(known) if unit != PERCENT), "people")

    def _completes(self, index: int) -> bool:
        """Tell whether the rest is the other part of a share: "80%, the other 20"."""
        numeral, other = self.found[index], self.found[index - 1]
        return (
            index > 0
            and PERCENT in (self.units[index - 1], other.unit)
            and numeral.value + other.value == _WHOLE
            and self._stands(numeral, self.grammar.rest)
        )

    def _is_paid(self, numeral: Numeral) -> bool:
        """Tell "женщин — 16 400 сомов, мужчин — 21 900": a sum like the one before."""
        before_it = self.text[: numeral.span.start].rstrip()
        sums = self.earlier[-1:] and self.earlier[-1] in self._money()
        return bool(sums) and before_it.endswith(("—", "–", "-"))

    def _money(self) -> set[str]:
        return set(self.grammar.lexis.currencies)

    def _currency(self) -> str:
        """Return the currency that was named before; none is taken for granted."""
        money = self._money()
        return next((unit for unit in reversed(self.earlier) if unit in money), OTHER)
