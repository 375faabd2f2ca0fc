"""Quote with a figure what its sentence goes on from, if it points back."""

from collections.abc import Iterable, Mapping

from briefs.corpus.quoting import Quoting
from briefs.model import Edition, Figure, Passage, Span
from briefs.text.sentences import sentences

_MOST_BEFORE = 2
"""Sentences that are quoted before that of a figure; a card has no room for more."""


def contexts(
    figures: Iterable[Figure],
    passages: Mapping[str, Mapping[int, Passage]],
    editions: Mapping[str, Edition],
    quoting: Mapping[str, Quoting],
) -> dict[tuple[str, str], str]:
    """Return the words that figures are quoted with, by edition and sentence.

    Only those are there whose sentence may not be quoted without the one before.
    """
    found = {}
    for figure in figures:
        edition = editions.get(figure.edition)
        ties = quoting.get(edition.language) if edition else None
        if edition is None or ties is None or not ties.traits(figure.sentence).hangs:
            continue
        passage = passages[figure.edition][figure.paragraph]
        words = _with_what_it_means(figure, passage, edition.language, ties)
        if words != figure.sentence:
            found[figure.edition, figure.sentence] = words
    return found


def _with_what_it_means(
    figure: Figure, passage: Passage, language: str, ties: Quoting
) -> str:
    """Return a sentence with those it hangs on; alone, where they are too many."""
    every = [
        span
        for span in sentences(passage.text, language)
        if span.of(passage.text).strip()
    ]
    last = next(
        (i for i, one in enumerate(every) if figure.sentence in one.of(passage.text)), 0
    )
    first = last
    while first > 0 and ties.traits(every[first].of(passage.text).strip()).hangs:
        first -= 1
    if last - first > _MOST_BEFORE:
        return figure.sentence
    return Span(every[first].start, every[last].end).of(passage.text).strip()
