"""Read the number grammar of a language from a file that people edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import regex

from briefs.errors import Message
from briefs.files.data.tomlfile import Table
from briefs.model import Bound
from briefs.numbers.grammars.grammar import Calendar, Nouns, Pattern
from briefs.text.searching import phrases
from briefs.text.searching.beginnings import Anchored, beginnings
from briefs.text.searching.longest import Longest
from briefs.text.searching.needed import Needs, Possible, Ways, needs, ways
from briefs.text.searching.phrases import Rule

_T = TypeVar("_T")
_SMALL = 100
_SHORT = 3
_YEAR = r"(?P<year>(?<!\d|\d[.,])(?:19|20)\d\d(?!\d|s\b|[.,]\d))"
# It begins with what it consumes, so that a search knows where it may begin.
_DAY = (
    r"(?P<day>(?:[0-3]\d(?<![\d.,]\d\d)|\d(?<![\d.,]\d))(?!\d|[.,]\d))"
    r"(?:st|nd|rd|th)?"
)


@dataclass(frozen=True, slots=True)
class GrammarFile:
    """A number file whose sections are turned into patterns."""

    table: Table

    def texts(self, *keys: str) -> list[str]:
        """Return a list of texts, empty where there is none."""
        inside: Any = self.table.values
        for key in keys:
            inside = inside.get(key, {})
        return inside or []

    def source(self, *keys: str) -> str:
        """Return the pattern of phrases as it is written in regular expressions."""
        return self.told(lambda: phrases.pattern(self.texts(*keys)), *keys)

    def matcher(
        self, *keys: str, slots: Mapping[str, str] = phrases.NO_SLOTS
    ) -> Pattern:
        """Compile phrases to one pattern."""
        return self.told(lambda: phrases.matcher(self.texts(*keys), slots), *keys)

    def before(self, *keys: str) -> Pattern:
        """Compile phrases that end where they are looked for."""
        return self.told(lambda: phrases.ending(self.texts(*keys)), *keys)

    def after(self, *keys: str) -> Pattern:
        """Compile phrases that begin where they are looked for, after a space."""
        return self.told(lambda: phrases.beginning(self.texts(*keys)), *keys)

    def rules(self, *keys: str, slots: Mapping[str, str]) -> tuple[Rule, ...]:
        """Compile phrases around a number."""
        texts, needed = self.texts(*keys), self.slots_need()
        return self.told(lambda: phrases.rules(texts, slots, needed), *keys)

    def slots_need(self) -> dict[str, Needs]:
        """Return what a text has to hold for a year, a day or a month."""
        months = self._month_names()
        needed = needs(months)
        if all(name == name.capitalize() for name in months):
            needed = Needs(part.capitalize() for part in needed)
        return {
            "year": Needs(("19", "20")),
            "day": Needs("0123456789"),
            "month": needed,
        }

    def _month_names(self) -> list[str]:
        return [m for k in self.table.values["months"] for m in self.texts("months", k)]

    def ways(self, kind: str) -> Ways:
        """Return what a text has to hold for a kind of period."""
        return ways(self.texts("periods", kind), self.slots_need())

    def _numbered(self, section: str) -> tuple[tuple[float, Pattern], ...]:
        return tuple(
            (self.number(section, key), self.matcher(section, key))
            for key in self.table.values[section]
        )

    def slots(self) -> dict[str, str]:
        """Return what `{year}`, `{month}`, `{day}` and `{n}` stand for."""
        months = self._month_names()
        # Small numbers with short endings are what phrases have: "first nine months".
        small = [word for word, value in self._values().items() if value < _SMALL]
        number = phrases.either(small)
        endings = self.texts("digits", "endings")
        ending = phrases.either([e for e in endings if len(e) <= _SHORT])
        digits = rf"\d+(?:[.,]\d+)*(?:[\s-]?(?:{ending})(?!\p{{L}}))?"
        month = self.told(lambda: phrases.pattern(months), "months")
        if all(name[0].isupper() for name in months):
            month = f"(?-i:{month})"  # "May" is a month, "may" is not
        return {
            "year": _YEAR,
            "day": _DAY,
            "month": f"(?P<month>{month})",
            "n": rf"(?P<n>\b(?:{digits}|(?:{number})\b))",
        }

    def calendar(self, slots: Mapping[str, str]) -> Calendar:
        """Return how periods are written."""
        return Calendar(
            kinds=Possible(
                ((kind, self.anchored("periods", kind, slots=slots)), self.ways(kind))
                for kind in self.table.values["periods"]
                if kind != "cited"
            ),
            months=tuple((int(n), p) for n, p in self._numbered("months")),
            numbers=self._values(),
            compared_before=self.before("comparison", "before"),
            compared_after=self.after("comparison", "after"),
            comparing=self.after("comparison", "sentence"),
            aside=self.anchored("comparison", "aside"),
            cited=self.rules("periods", "cited", slots=slots),
        )

    def anchored(
        self, *keys: str, slots: Mapping[str, str] = phrases.NO_SLOTS
    ) -> Anchored:
        """Compile phrases to one pattern, looked for where one of them may begin."""
        begins = {
            "year": frozenset(("19", "20")),
            "day": frozenset("0123456789"),
            "month": beginnings(self._month_names()),
        }
        return Anchored(self.matcher(*keys, slots=slots), self.texts(*keys), begins)

    def _letters_of_nouns(self) -> dict[str, str]:
        """Return what `*` and `+` stand for in a noun.

        "мыйзам*" is a law in all its cases, but "мыйзамсыз", which is derived from it,
        is none; "айыл+" has the endings of cases only, so that "айылдаш" is none.
        """
        inflected = "".join(
            f"(?:{phrases.either(endings.split())})?"
            for endings in self.texts("nouns", "inflections")
        )
        if not (derived := self.texts("nouns", "derived")):
            return {"+": inflected}
        stems = phrases.either(derived).replace(r"\*", r"\w*")
        endings = self.texts("nouns", "derived_endings")
        behind = f"(?:{phrases.either(endings)})" if endings else ""
        return {"+": inflected, "*": rf"(?!\w*(?:{stems}){behind}\b)\w*"}

    def nouns(self, slots: Mapping[str, str]) -> Nouns:
        """Return what numbers count."""
        units = self.table.values["units"]
        letters = self._letters_of_nouns()
        groups = [self.texts("units", unit) for unit in units]
        word = self.told(lambda: Longest(groups, letters), "units")
        return Nouns(
            head=self.table.values["head"],
            names=tuple(units),
            word=word,
            stop=self.matcher("nouns", "stop"),
            genitive=self.matcher("nouns", "genitive"),
            closing=self.matcher("nouns", "closing"),
            of=self.after("nouns", "of"),
            share=self.after("nouns", "share"),
            coordination=self.after("nouns", "adjectives"),
            number=self.matcher("nouns", "number"),
            money=self.matcher("nouns", "money"),
            listed=self.told(
                lambda: phrases.listing(self.texts("nouns", "adjectives")),
                *("nouns", "adjectives"),
            ),
            verb=self.matcher("nouns", "verbs"),
            measured=self.matcher("nouns", "measured"),
            adjective=self.matcher("nouns", "adjective"),
            agreeing=self.matcher("nouns", "agreeing"),
            governed=self.before("nouns", "governed"),
            instead=self.rules("nouns", "instead", slots=slots),
            whole=self.rules("nouns", "whole", slots=slots),
            many=self.matcher("nouns", "many"),
            spans=self.matcher("nouns", "spans"),
            odd=self.after("nouns", "odd"),
            did=self.matcher("nouns", "did"),
            owned=self.matcher("nouns", "owned"),
            contacts=self.matcher("nouns", "contacts"),
            telephone=self.matcher("nouns", "telephone"),
            rounding=self.matcher("bounds", f"{Bound.ABOUT}-before"),
            percent=self.matcher("units", "percent"),
            conjunction=self.told(
                lambda: phrases.gap(f"~ ({'|'.join(self.texts('nouns', 'and'))}) ~"),
                "nouns",
                "and",
            ),
        )

    def _values(self) -> dict[str, float]:
        return {
            word: self.number("words", key)
            for key, words in self.table.values["words"].items()
            for word in words
        }

    def number(self, section: str, key: str) -> float:
        """Return the number that a key is; raise CorpusError if it is none."""
        try:
            return float(key)
        except ValueError as problem:
            fault = Message("{key} has to be a number", key=f"{section}.{key}")
            raise self.table.fault(fault, section, key) from problem

    def told(self, compile_: Callable[[], _T], *keys: str) -> _T:
        """Compile; turn a phrase that cannot be read into an error with its place."""
        try:
            return compile_()
        except phrases.PhraseError as problem:
            raise self.table.fault(problem.said, *keys) from problem
        except regex.error as problem:
            fault = Message("{key} cannot be read: {why}", key=keys[-1], why=problem)
            raise self.table.fault(fault, *keys) from problem
