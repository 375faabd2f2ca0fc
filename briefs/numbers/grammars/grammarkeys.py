"""Say which sections and keys a grammar file has, and refuse what is none."""

from typing import TypeGuard

import regex

from briefs.errors import Message
from briefs.files.data.tomlfile import Table
from briefs.model import Bound

_SIDES = ("before", "after")

CLASSES = (
    *("statistic", "article", "rank", "age", "law", "penalty", "date", "pronoun"),
    *("frequency", "duration", "ordinal", "name", "measure", "contact", "sentence"),
    *("single", "one", "label"),
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
    "undated",
    *("same", "vague", "weak", "name", "cited", "as-of"),
)
_SECTIONS: dict[str, tuple[str, ...] | None] = {
    "digits": (
        *("group", "point", "endings", "apart", "nominal", "about", "ordinals"),
        "hyphen",
    ),
    "words": None,
    "scales": None,
    "collectives": None,
    "ordinals": None,
    "denominators": None,
    "fractions": None,
    "odds": (
        *("each", "of_each", "members", "out_of", "of_whole", "part"),
        "denominators",
    ),
    "joins": (
        *("half", "half_of", "article", "and", "whole", "single", "one_after"),
        *("not_alone", "alone_before"),
    ),
    "range": ("between", "after_ending", "until", "pairs", "never", "moves"),
    "months": None,
    "periods": PERIODS,
    "comparison": ("before", "after", "sentence", "aside"),
    "classes": CLASSES,
    "bounds": (
        *(f"{bound}-{side}" for bound in Bound for side in _SIDES),
        *("estimate-sentence", "about-sentence"),
    ),
    "change": ("up", "down", "up-by", "down-by", "up-ended", "down-ended", "endings"),
    "units": None,
    "nouns": (
        *("stop", "genitive", "closing", "of", "share", "and", "adjectives"),
        *("parts", "number", "verbs", "rest", "money", "itself", "measured"),
        *("derived", "derived_endings", "inflections", "adjective", "agreeing"),
        *("governed", "instead", "contacts", "telephone", "whole", "many"),
        *("owned", "spans", "odd", "did"),
    ),
    "currencies": None,
    "kinds": (
        *("institution", "norm", "institution-units", "reported", "sentenced"),
        "jointly",
    ),
    "clauses": ("joints", "opening", "doers", "participles"),
    "statements": (
        *("none", "unknown", "uncounted", "recounted", "turning", "caveats"),
    ),
    "anaphora": ("words",),
    "dimensions": None,
}
_HYPHEN, _ORDINAL = ("digits", "hyphen"), "ordinal"
_SETTINGS = {
    "inflected": ("numbers", "digits"),
    "head": ("run", "last", "first"),
    "period": ("before", "after"),
    "one": ("article", "number"),
}
_FORMS = ("words", "scales", "collectives", "ordinals", "denominators")
_FORM = regex.compile(r"[\p{L}’'-]+\.?")
_MONTHS = tuple(str(number) for number in range(1, 13))


def check(table: Table) -> None:
    """Raise CorpusError for what no grammar may lack and for what none has."""
    table.allow([*_SECTIONS, *_SETTINGS])
    for name, choices in _SETTINGS.items():
        if table.values.get(name) not in choices:
            raise table.fault(
                Message(
                    "'{name}' has to be one of {choices}",
                    name=name,
                    choices=", ".join(choices),
                ),
                name,
            )
    for section, keys in _SECTIONS.items():
        if not isinstance(table.values.get(section), dict):
            raise table.fault(
                Message("the section [{name}] is missing", name=section),
                section,
                hint=Message("compare the file with that of another language"),
            )
        if keys is not None:
            table.allow(keys, section)
        for key, value in table.values[section].items():
            if (section, key) != _HYPHEN:
                _check_texts(table, section, key, value)
            elif value != _ORDINAL:
                fault = Message(
                    "'{name}' has to be one of {choices}",
                    name="digits.hyphen",
                    choices=_ORDINAL,
                )
                raise table.fault(fault, section, key)
    for month in table.values["months"]:
        if month not in _MONTHS:
            fault = Message("there is no month {number}", number=month)
            raise table.fault(fault, "months", month)


def _check_texts(table: Table, section: str, key: str, value: object) -> None:
    """Refuse what is no list of texts, an empty text, and a pattern among words."""
    name = f"{section}.{key}"
    if not _is_texts(value):
        raise table.fault(
            Message("{key} has to be a list of texts", key=name),
            section,
            key,
            hint=Message("write {example}", example=f'{key} = ["…", "…"]'),
        )
    for text in value:
        if not text.strip() and (section, key) != ("digits", "group"):
            fault = Message("{key} has an empty text", key=name)
            raise table.fault(fault, section, key)
        if section in _FORMS and not _FORM.fullmatch(text):
            raise table.fault(
                Message(
                    "{key} has '{text}', which is no single word", key=name, text=text
                ),
                section,
                key,
                hint=Message("write each form of the word as it stands in a text"),
            )


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
