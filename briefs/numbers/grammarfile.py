"""Read the number grammar of a language from a file that people edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import regex

from briefs.files.tomlfile import Table
from briefs.numbers.grammar import Calendar, Lexis, Nouns, Pattern
from briefs.text import phrases
from briefs.text.phrases import Rule

_T = TypeVar("_T")

CLASSES = (
    *("statistic", "article", "rank", "age", "law", "penalty", "date", "pronoun"),
    *("frequency", "duration", "ordinal", "name", "measure"),
)
PERIODS = (
    *(
        "day",
        "month",
        "months",
        "days",
        "until",
        "year",
        "years",
        "since",
        "first-months",
    ),
    *("first-half", "second-half", "quarter", "second-quarter", "third-quarter"),
    *("fourth-quarter", "first-quarters", "last-years", "covered", "before"),
    *("same", "vague", "weak", "name", "cited", "as-of"),
)
_SECTIONS: dict[str, tuple[str, ...] | None] = {
    "digits": ("group", "point", "endings", "apart", "nominal", "ordinals", "hyphen"),
    "words": None,
    "scales": None,
    "collectives": None,
    "fractions": None,
    "odds": None,
    "joins": ("half", "and"),
    "range": ("between", "after_ending", "pairs", "never"),
    "months": None,
    "periods": PERIODS,
    "comparison": ("before", "after", "sentence", "aside"),
    "classes": CLASSES,
    "approximate": ("before", "after"),
    "change": ("up", "down"),
    "units": None,
    "nouns": (
        *("stop", "genitive", "closing", "of", "share", "and", "adjectives"),
        *("parts", "number"),
    ),
    "currencies": None,
    "kinds": ("institution", "norm", "institution-units", "reported"),
    "statements": ("none", "unknown"),
    "anaphora": ("words",),
}
_SETTINGS = {
    "head": ("run", "last", "first"),
    "period": ("before", "after"),
    "one": ("article", "number"),
}
_YEAR = r"(?P<year>(?<!\d|\d[.,])(?:19|20)\d\d(?!\d|s\b|[.,]\d))"
_DAY = r"(?P<day>(?<![\d.,])[0-3]?\d(?!\d|[.,]\d))(?:st|nd|rd|th)?"
_SIGN = regex.compile(r"\w*\p{Sc}")


def check(table: Table) -> None:
    """Raise CorpusError for what no grammar may lack and for what none has."""
    table.allow([*_SECTIONS, *_SETTINGS])
    for name, choices in _SETTINGS.items():
        if table.values.get(name) not in choices:
            raise table.fault(f"{name!r} has to be one of {', '.join(choices)}", name)
    for section, keys in _SECTIONS.items():
        if not isinstance(table.values.get(section), dict):
            raise table.fault(
                f"the section [{section}] is missing",
                section,
                hint="compare the file with that of another language",
            )
        if keys is not None:
            table.allow(keys, section)
        for key, value in table.values[section].items():
            if not _is_texts(value) and (section, key) != ("digits", "hyphen"):
                raise table.fault(
                    f"{section}.{key} has to be a list of texts",
                    section,
                    key,
                    hint=f'write {key} = ["…", "…"]',
                )


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


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

    def _source(self, *keys: str) -> str:
        return self._told(lambda: phrases.pattern(self.texts(*keys)), *keys)

    def matcher(
        self, *keys: str, slots: Mapping[str, str] = phrases.NO_SLOTS
    ) -> Pattern:
        """Compile phrases to one pattern."""
        return self._told(lambda: phrases.matcher(self.texts(*keys), slots), *keys)

    def before(self, *keys: str) -> Pattern:
        """Compile phrases that end where they are looked for."""
        return self._told(lambda: phrases.ending(self.texts(*keys)), *keys)

    def after(self, *keys: str) -> Pattern:
        """Compile phrases that begin where they are looked for, after a space."""
        return self._told(lambda: phrases.beginning(self.texts(*keys)), *keys)

    def rules(self, *keys: str, slots: Mapping[str, str]) -> tuple[Rule, ...]:
        """Compile phrases around a number."""
        return self._told(lambda: phrases.rules(self.texts(*keys), slots), *keys)

    def _numbered(self, section: str) -> tuple[tuple[float, Pattern], ...]:
        return tuple(
            (self._number(section, key), self.matcher(section, key))
            for key in self.table.values[section]
        )

    def slots(self) -> dict[str, str]:
        """Return what `{year}`, `{month}`, `{day}` and `{n}` stand for."""
        months = [
            m for key in self.table.values["months"] for m in self.texts("months", key)
        ]
        number = phrases.either(list(self._values()))
        ending = phrases.either(self.texts("digits", "endings"))
        digits = rf"\d+(?:[.,]\d+)*(?:[\s-]?(?:{ending})(?!\p{{L}}))?"
        month = self._told(lambda: phrases.pattern(months), "months")
        if all(name[0].isupper() for name in months):
            month = f"(?-i:{month})"  # "May" is a month, "may" is not
        return {
            "year": _YEAR,
            "day": _DAY,
            "month": f"(?P<month>{month})",
            "n": rf"(?P<n>\b(?:{digits}|(?:{number})\b))",
        }

    def lexis(self) -> Lexis:
        """Return how numbers are written."""
        values = self._values()
        currencies = self.table.values["currencies"]
        return Lexis(
            group="".join(self.texts("digits", "group")),
            point="".join(self.texts("digits", "point")),
            endings=phrases.glued(
                self.texts("digits", "endings"), self.texts("digits", "apart")
            ),
            nominal=frozenset(self.texts("digits", "nominal")),
            ordinals=frozenset(self.texts("digits", "ordinals")),
            hyphen_is_ordinal=self.table.values["digits"].get("hyphen") == "ordinal",
            values=values,
            word=self._told(
                lambda: phrases.whole(list(values), self._scale()), "scales"
            ),
            scales=self._numbered("scales"),
            links=frozenset(self.texts("joins", "and")),
            collectives=self._numbered("collectives"),
            fractions=self._numbered("fractions"),
            odds=self._numbered("odds"),
            half=self.matcher("joins", "half"),
            between=phrases.gap(f"({'|'.join(self.texts('range', 'between'))})"),
            range_endings=frozenset(self.texts("range", "after_ending")),
            pairs=self._pairs("pairs"),
            never=self._pairs("never"),
            currencies=tuple((c, self.matcher("currencies", c)) for c in currencies),
            signs={
                sign: code
                for code in currencies
                for sign in self.texts("currencies", code)
                if _SIGN.fullmatch(sign)
            },
        )

    def calendar(self, slots: Mapping[str, str]) -> Calendar:
        """Return how periods are written."""
        return Calendar(
            kinds=tuple(
                (kind, self.matcher("periods", kind, slots=slots))
                for kind in self.table.values["periods"]
                if kind != "cited"
            ),
            months=tuple((int(n), p) for n, p in self._numbered("months")),
            numbers=self._values(),
            compared_before=self.before("comparison", "before"),
            compared_after=self.after("comparison", "after"),
            comparing=self.after("comparison", "sentence"),
            aside=self.matcher("comparison", "aside"),
            cited=self.rules("periods", "cited", slots=slots),
        )

    def nouns(self) -> Nouns:
        """Return what numbers count."""
        units = self.table.values["units"]
        sources = [self._source("units", unit) for unit in units]
        return Nouns(
            head=self.table.values["head"],
            names=tuple(units),
            word=phrases.longest(sources),
            stop=self.matcher("nouns", "stop"),
            genitive=self.matcher("nouns", "genitive"),
            closing=self.matcher("nouns", "closing"),
            of=self.after("nouns", "of"),
            share=self.after("nouns", "share"),
            coordination=self.after("nouns", "adjectives"),
            number=self.matcher("nouns", "number"),
            conjunction=self._told(
                lambda: phrases.gap(f"~ ({'|'.join(self.texts('nouns', 'and'))}) ~"),
                "nouns",
                "and",
            ),
        )

    def _pairs(self, key: str) -> tuple[tuple[Pattern, Pattern], ...]:
        """Read ranges such as "between # and #": what stands before and between."""
        return self._told(
            lambda: tuple(phrases.pair(phrase) for phrase in self.texts("range", key)),
            "range",
            key,
        )

    def _scale(self) -> str:
        scales = self.table.values["scales"]
        return phrases.pattern([word for key in scales for word in scales[key]])

    def _values(self) -> dict[str, float]:
        return {
            word: self._number("words", key)
            for key, words in self.table.values["words"].items()
            for word in words
        }

    def _number(self, section: str, key: str) -> float:
        try:
            return float(key)
        except ValueError as problem:
            fault = f"{section}.{key} has to be a number"
            raise self.table.fault(fault, section, key) from problem

    def _told(self, compile_: Callable[[], _T], *keys: str) -> _T:
        """Compile; turn a phrase that cannot be read into an error with its place."""
        try:
            return compile_()
        except (phrases.PhraseError, regex.error) as problem:
            raise self.table.fault(str(problem), *keys) from problem
