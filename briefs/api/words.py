"""Say in the reader's language what the corpus holds: places, amounts, messages."""

from collections.abc import Iterable

from briefs.compose.changes import showing
from briefs.compose.changes.comparing import Comparison, Turn
from briefs.compose.sources import cite
from briefs.compose.statistics import amounts
from briefs.corpus.beside import ledger
from briefs.errors import BriefsError, Message
from briefs.i18n import locale as i18n
from briefs.i18n import messages
from briefs.match.index import Finding
from briefs.model import Edition, Figure, Passage


def say(message: Message, locale: str) -> str:
    """Return a message in a language, its fields filled in."""
    return messages.say(message, locale)


def tell(error: BriefsError, locale: str) -> str:
    """Return what went wrong and what to do about it, in a language."""
    return messages.tell(error, locale)


def place_of(edition: Edition, passage: Passage, locale: str) -> str:
    """Say where a passage stands: "hrr-2015-kgz-ky, p. 3, para. 14"."""
    reader = i18n.load(locale)
    pages = [cite.page(passage.page, reader)] if passage.page else []
    return ", ".join([edition.id, *pages, cite.paragraph(passage.number, reader)])


def paragraph_of(number: int, locale: str) -> str:
    """Say the number of a paragraph: "para. 14"."""
    return cite.paragraph(number, i18n.load(locale))


def amount_of(figure: Figure, locale: str) -> str:
    """Write the value of a figure: "8 823", "at least 25 %", "14 of 120"."""
    return amounts.value(figure, i18n.load(locale))


def chapter_of(comparison: Comparison, locale: str) -> str:
    """Say what became of the chapter on a topic; empty where nothing did."""
    return showing.chapter(comparison.chapter, i18n.load(locale))


def moves_of(turn: Turn, locale: str) -> list[str]:
    """Say which figures moved in a sentence: "40 (2016) → 55 (2017): complaints"."""
    return [
        f"{showing.moved(move, i18n.load(locale))}: {move.after.counted}"
        for move in turn.moves
    ]


def excerpt_id(finding: Finding) -> str:
    """Return what names an excerpt as long as its words do not change."""
    return finding.id


def to_csv(figures: Iterable[Figure]) -> str:
    """Return figures as a CSV table, with the columns of a ledger."""
    return ledger.to_csv(figures)
