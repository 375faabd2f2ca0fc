"""Prove the rows of the ledger that a brief prints, before any page is made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefs.compose.material import Material
from briefs.corpus.beside import ledger
from briefs.corpus.corpus import Corpus
from briefs.errors import Message, VerificationError
from briefs.files import cache
from briefs.model import Edition, Figure, Indicator, Passage, Topic

if TYPE_CHECKING:
    from briefs.figures.proving import proof


def require(material: Material, topics: Iterable[Topic], corpus: Corpus) -> None:
    """Raise VerificationError for the first row on topics that no words bear out."""
    by_edition: dict[str, list[Figure]] = {}
    for row in replace(material, topics=tuple(topics)).printed():
        by_edition.setdefault(row.edition, []).append(row)
    for id, printed in by_edition.items():
        edition = corpus.edition(id)
        for fault in _faults(
            printed, edition, corpus, material.passages[id], material.indicators
        ):
            from briefs.figures.proving import proof

            raise VerificationError(
                proof.told(
                    fault, ledger.places(edition, material.passages[id])(fault.row)
                ),
                hint=Message("{advice}; `briefs check` tells all", advice=fault.advice),
            )


def _faults(
    rows: list[Figure],
    edition: Edition,
    corpus: Corpus,
    passages: Mapping[int, Passage],
    indicators: Mapping[str, Indicator],
) -> "list[proof.Fault]":
    """Return the faults of rows; that there is none is remembered."""
    ledgers = [ledger.path(other) for other in corpus.editions]
    languages = {edition.language, *(code for row in rows for code in row.notes)}
    numbers = [corpus.lent(f"numbers/{code}.toml") for code in sorted(languages)]
    files = [
        *(file for file in (*ledgers, *numbers) if file.exists()),
        corpus.lent("organisations.toml"),
        *sorted(one.path for one in indicators.values()),
    ]
    places = ",".join(f"{row.paragraph}:{row.span.start}" for row in rows)

    def prove() -> "list[proof.Fault]":
        from briefs.figures.proving import proof
        from briefs.numbers.grammars import load as grammar

        known = grammar.load(corpus, edition.language)
        bench = proof.Bench(edition, passages, known, indicators, corpus)
        return list(proof.faults(rows, bench))

    repeated = {row.repeats for row in rows if row.repeats}
    texts = [other.sha256 for other in corpus.editions if other.id in repeated]
    parts = (edition.sha256, edition.id, places, *texts, *cache.contents(files))
    borne_out = cache.remember("proof", bool, parts, lambda: not prove())
    return [] if borne_out else prove()
