"""Word changes: JSON objects for programs, plain lines for people."""

from collections.abc import Iterable, Iterator

from briefs import api
from briefs.api import Comparison, Said, Turn
from briefs.cli.listing.listings import Row
from briefs.i18n.locale import Locale
from briefs.model import Figure, Span


def rows(found: Iterable[Comparison]) -> Iterator[Row]:
    """Yield changes as the contract of `changes --json` has them, one a sentence."""
    for comparison in found:
        yield from (_row(comparison, turn) for turn in comparison.turns)


def _row(comparison: Comparison, turn: Turn) -> Row:
    change = turn.change
    return {
        "topic": comparison.topic.code,
        "kind": str(change.kind),
        "from": change.before and _said(change.before),
        "to": change.after and _said(change.after),
        "left_out": [list(span) for span in change.left_out],
        "added": [list(span) for span in change.added],
        "figures": [
            {
                "indicator": move.after.indicator,
                "counted": move.after.counted,
                "unit": move.after.unit,
                "from": _value(move.before),
                "to": _value(move.after),
            }
            for move in turn.moves
        ],
        "chapter": turn.chapter or None,
        "report": comparison.newer.report,
        "country": comparison.newer.country,
        "years": [comparison.older.year, comparison.newer.year],
    }


def _said(said: Said) -> Row:
    return {
        "edition": said.edition.id,
        "paragraph": said.passage.number,
        "page": said.page,
        "headings": [heading.printed for heading in said.passage.headings],
        "text": said.text,
    }


def lines(found: Comparison, locale: Locale) -> Iterator[str]:
    """Yield what changed for reading: first what became of the chapter.

    Words that were left out stand in [-…-], those that were added in {+…+}.
    """
    label = locale.label(found.topic.labels)
    yield f"{label}: {found.older.id} → {found.newer.id}"
    if chapter := api.chapter_of(found, locale.code):
        yield f"  {chapter}"
    if not found.turns:
        yield "  " + locale.gettext("nothing changed")
    for turn in found.turns:
        yield from _turn(turn, locale)
    yield ""


def _turn(turn: Turn, locale: Locale) -> Iterator[str]:
    change = turn.change
    for said, places, signs in (
        (change.before, change.left_out, ("~" if change.after else "−", "[-", "-]")),
        (change.after, change.added, ("→" if change.before else "+", "{+", "+}")),
    ):
        if said:
            sign, opening, end = signs
            text = _marked(said.text, places, opening, end)
            number = api.paragraph_of(said.passage.number, locale.code)
            yield f"  {sign} {text} ({number})"
    yield from (f"    {moved}" for moved in api.moves_of(turn, locale.code))


def _marked(text: str, places: Iterable[Span], opening: str, end: str) -> str:
    """Return a text with signs around some of its words."""
    parts, last = [], 0
    for start, stop in places:
        parts += [text[last:start], opening, text[start:stop], end]
        last = stop
    return "".join([*parts, text[last:]])


def _value(figure: Figure) -> Row:
    return {
        "value": figure.value,
        "value_max": figure.value_max,
        "period": figure.period,
        "reviewed": figure.reviewed,
        "quote": figure.quote,
    }
