"""Prove what a row of the ledger speaks of: which indicator, which part, and where."""

from collections.abc import Iterator

import regex

from briefs.errors import Message
from briefs.figures.proving.case import Case, Objection, hit, misses
from briefs.model import Kind, Span
from briefs.numbers.grammars.grammar import Pattern
from briefs.text.searching import phrases

_PERSONS = frozenset({"sex", "age"})
_TOLD = frozenset(
    {"sex", "age", "ethnicity", "origin", "region", "exploitation", "language"}
    | {"citizenship", "sentence", "term", "mission", "subject", "per", "owner"}
)
"""Parts that a row names wherever its quote tells them: hardly any word is of both.

A group or a role may be what is counted: "86 victims".
"""

_NUMBERED = "{n}"
"""The value of a part that a number names: article=124 of "article={n}"."""

Match = regex.Match[str]

_DIGITS = regex.compile(r"\d+")


def indicator(case: Case) -> Iterator[Objection]:
    """Prove the indicator by the words that it always shows by."""
    row, measure = case.row, case.indicator
    if measure is None:
        return
    advice = Message(
        "correct INDICATOR, or its words in {file}", file=measure.path.name
    )
    if row.kind is not Kind.AGGREGATE:
        yield Objection(
            "KIND", Message("only an aggregate belongs to an indicator"), advice
        )
    if row.unit != measure.unit:
        yield Objection(
            "UNIT_MEASURE",
            Message(
                "{code} counts {unit}, not {told}",
                code=measure.code,
                unit=measure.unit,
                told=row.unit,
            ),
            Message("correct INDICATOR or UNIT_MEASURE"),
        )
    if not set(row.topics) & set(measure.topics):
        yield Objection(
            "TOPICS",
            Message("{code} is about other topics", code=measure.code),
            Message("correct TOPICS or INDICATOR"),
        )
    is_none = hit(measure.zero, case, row.quote)
    if is_none and row.value:
        yield Objection(
            "OBS_VALUE",
            Message("the quote says that there was none of {code}", code=measure.code),
            Message("correct OBS_VALUE (0) or INDICATOR"),
        )
    if not is_none and misses(measure.cues, case, row.quote):
        yield Objection(
            "INDICATOR",
            Message("the quote does not speak of {code}", code=measure.code),
            advice,
        )
    if misses(measure.context, case, row.sentence):
        yield Objection(
            "INDICATOR",
            Message("the sentence does not speak of {code}", code=measure.code),
            advice,
        )
    if not is_none and hit(measure.excludes, case, row.sentence):
        yield Objection(
            "INDICATOR",
            Message("the sentence is not about {code}", code=measure.code),
            advice,
        )


def _parts(case: Case) -> Iterator[Objection]:
    """Prove a part ("sex=female") by its words, where the language's file knows them.

    They stand in the sentence; a quote with the words of another part has its own.
    """
    row, known = case.row, case.bench.grammar.dimensions
    for key, value in row.dimensions:
        if numbered := known.get((key, _NUMBERED)):
            if value not in _numbers(numbered, row.sentence):
                yield _untrue(key, value)
            continue
        own = known.get((key, value))
        if own is None and any(part == key for part, _ in known):
            yield _nowhere(key, value, case)
            continue
        found = own and own.search(row.quote)
        other = any(
            _outdoes(match, found)
            for part, pattern in known.items()
            if part not in row.dimensions and _alike(part[0], key)
            if (match := pattern.search(row.quote))
        )
        if other or (own and not own.search(row.sentence)):
            yield _untrue(key, value)
        elif own and not found and _goes_on(case, own):
            yield Objection(
                "QUOTE",
                Message("the quote does not tell {part}", part=f"{key}={value}"),
                Message("lengthen QUOTE in its sentence"),
            )


def _nowhere(key: str, value: str, case: Case) -> Objection:
    file = f"numbers/{case.bench.edition.language}.toml"
    return Objection(
        "DIMENSIONS",
        Message("no words are known for {part}", part=f"{key}={value}"),
        Message("correct DIMENSIONS, or add its words to {file}", file=file),
    )


def _outdoes(other: Match, own: Match | None) -> bool:
    """Tell whether words of another part say more than those of a row's own.

    "Sexual and labor exploitation" are both, not one of them.
    """
    if own is None:
        return True
    holds = other.start() <= own.start() and own.end() <= other.end()
    return holds and len(other[0]) > len(own[0])


def _goes_on(case: Case, own: Pattern) -> bool:
    """Tell whether words of a part stand right beside the quote, which leaves them out.

    Those of a whole that is told apart from it may stand there, too.
    """
    row, start = case.row, len(case.before)
    for match in own.finditer(row.sentence):
        first, last = sorted(
            ((row.span.start - start, row.span.end - start), match.span())
        )
        if not row.sentence[first[1] : last[0]].strip() and case.companions:
            return True
    return False


def _untrue(key: str, value: str) -> Objection:
    return Objection(
        "DIMENSIONS",
        Message("the words do not tell {part}", part=f"{key}={value}"),
        Message("correct DIMENSIONS"),
    )


def _numbers(numbered: Pattern, text: str) -> list[str]:
    """Return the numbers that a text names in a phrase: the articles of a law."""
    return [
        number
        for match in numbered.finditer(text)
        for number in _DIGITS.findall(match["n"])
    ]


def _untold(case: Case) -> Iterator[Objection]:
    for key, value in left_out(case):
        yield Objection(
            "DIMENSIONS",
            Message("the words tell {part}", part=f"{key}={value}"),
            Message("add it to DIMENSIONS"),
        )


def left_out(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the parts that words of a row tell, and that it does not name.

    "14 women" are not 14 of all people; and a row tells apart what the other rows of
    its sentence tell apart: "65 people from Syria" beside 299 from Afghanistan.
    """
    row, known = case.row, case.bench.grammar.dimensions
    near = [one for one in case.siblings if one.sentence == row.sentence]
    apart = {key for one in near for key, _ in one.dimensions}
    own = {key for key, _ in row.dimensions}
    for (key, value), pattern in known.items():
        if key in own:
            continue
        if value == _NUMBERED:
            if told := _numbers(pattern, row.sentence):
                yield key, told[0]
        elif (match := pattern.search(row.quote)) and (
            key in apart or (key in _TOLD and not _is_told(match, case))
        ):
            yield key, value


def _is_told(words: Match, case: Case) -> bool:
    """Tell whether a row names what words of its quote tell, in whichever way.

    One of its parts, or its indicator, is told by the same words. What one incident
    counted needs no parts.
    """
    row, known, measure = case.row, case.bench.grammar.dimensions, case.indicator
    own = [known[part] for part in row.dimensions if part in known]
    if measure and (cues := measure.cues.get(case.bench.edition.language)):
        own.append(phrases.matcher(cues))
    found = (Span(*match.span()) for one in own for match in one.finditer(row.quote))
    told = any(one.overlaps(Span(*words.span())) for one in found)
    return told or row.kind is not Kind.AGGREGATE


def _alike(one: str, other: str) -> bool:
    """Tell whether two dimensions divide the same: persons by sex and age."""
    return one == other or {one, other} <= _PERSONS


def _area(case: Case) -> Iterator[Objection]:
    if case.row.area != case.bench.edition.country:
        yield Objection(
            "REF_AREA",
            Message("the edition is about {area}", area=case.bench.edition.country),
            Message("correct REF_AREA"),
        )


RULES = (indicator, _parts, _untold, _area)
"""What every row must pass."""
