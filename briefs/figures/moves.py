"""Find figures that moved: the same thing counted anew in the next year's report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.corpus.corpus import Corpus
from briefs.model import APART, Figure
from briefs.years import likeness
from briefs.years.changes import Change, Said

_ALIKE = 0.5
"""The share of words in which what two figures count is the same."""


@dataclass(frozen=True, slots=True)
class Move:
    """A value of one report and the value that the next one gives in its place."""

    before: Figure
    after: Figure


def moves(corpus: Corpus, change: Change) -> tuple[Move, ...]:
    """Return the figures of a reworded sentence whose value is another one now.

    They count the same in the same unit, as far as their words tell. Raises CorpusError
    for a malformed ledger or number grammar.
    """
    if change.before is None or change.after is None:
        return ()
    return tuple(
        _moved(_figures(corpus, change.before), _figures(corpus, change.after))
    )


def measured(
    before: Sequence[Figure], after: Sequence[Figure]
) -> Mapping[tuple[int, str], Move]:
    """Return the moves that reviewed figures of two reports make, by their indicator.

    The latest value of the one report is held against the latest of the other. A move
    is named by the paragraph and the sentence that tells the newer value.
    """
    old, new = _latest(before), _latest(after)
    return {
        (figure.paragraph, figure.sentence): Move(old[code], figure)
        for code, figure in new.items()
        if code in old and old[code].value != figure.value
    }


def _latest(figures: Sequence[Figure]) -> dict[str, Figure]:
    """Return the figure of each indicator that tells the latest period."""
    found: dict[str, Figure] = {}
    for figure in figures:
        told = figure.indicator and figure.period and figure.value is not None
        if not told or figure.change or not figure.indicator or not figure.period:
            continue
        known = found.get(figure.indicator)
        if known is None or (known.period or "") < figure.period:
            found[figure.indicator] = figure
    return found


def _figures(corpus: Corpus, said: Said) -> list[Figure]:
    """Return the figures of a sentence: reviewed ones, and those that are found."""
    from briefs.figures import review
    from briefs.figures.candidates import candidates
    from briefs.numbers.grammars import load as grammar

    rules = grammar.load(corpus, said.edition.language)
    reviewed = [
        row
        for row in corpus.ledger(said.edition)
        if row.paragraph == said.passage.number
    ]
    found = review.merge(reviewed, candidates(said.passage, said.edition, rules))
    return [
        figure
        for figure in found
        if figure.span.overlaps(said.span)
        and figure.value is not None
        and figure.kind not in APART
    ]


def _moved(before: Sequence[Figure], after: Sequence[Figure]) -> Iterator[Move]:
    left = list(before)
    for figure in after:
        alike = [one for one in left if _alike(one, figure)]
        if alike:
            best = max(alike, key=lambda one: _share(one, figure))
            left.remove(best)
            if (best.value, best.value_max) != (figure.value, figure.value_max):
                yield Move(best, figure)


def _alike(one: Figure, other: Figure) -> bool:
    kinds = one.unit, one.change, one.indicator
    same = kinds == (other.unit, other.change, other.indicator)
    return same and _share(one, other) >= _ALIKE


def _share(one: Figure, other: Figure) -> float:
    counted = likeness.words(one.counted), likeness.words(other.counted)
    return 1.0 if counted[0] == counted[1] else likeness.likeness(*counted)
