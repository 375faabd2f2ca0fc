"""Cut the excerpts on a topic, as a person chose and as the sources deserve."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from briefs.compose.excerpts import turns
from briefs.compose.excerpts.cuts import cutting
from briefs.compose.excerpts.cuts.cutting import Cutting, Wishes
from briefs.compose.excerpts.cuts.uniting import united
from briefs.compose.excerpts.picking import ALL, Picked
from briefs.compose.excerpts.selection import recommends
from briefs.corpus.beside import doubts
from briefs.corpus.beside.doubts import Doubt
from briefs.corpus.beside.selections import NONE, Selection, Selections
from briefs.corpus.quoting import Quoting
from briefs.match.index import Finding
from briefs.model import Passage
from briefs.text.bearers import NOBODY, Bearers

_PINNED = 200.0
_LEADS, _LATER = 200.0, 25.0  # what a person put first outweighs what words betray

Told = Mapping[tuple[str, int], Collection[str]]
"""The sentences that tell a reviewed figure, by edition and paragraph."""


class Known(Protocol):
    """What is known of the editions, by id; `quoting` by language."""

    @property
    def passages(self) -> Mapping[str, Mapping[int, Passage]]:
        """All that the editions say, by number."""

    @property
    def quoting(self) -> Mapping[str, Quoting]:
        """What ties sentences together."""

    @property
    def selections(self) -> Mapping[str, Selections]:
        """What a person chose."""

    @property
    def people(self) -> Mapping[str, Bearers]:
        """Whom the editions name."""

    @property
    def doubts(self) -> Mapping[str, tuple[Doubt, ...]]:
        """Where the sources themselves seem wrong."""


def excerpts(
    findings: Iterable[Finding],
    known: Known,
    told: Told,
    *,
    picked: Picked = ALL,
    full: bool = False,
    longest: int = cutting.LONGEST,
    elsewhere: Mapping[tuple[str, int], Collection[int]] = MappingProxyType({}),
) -> list[Cutting]:
    """Return the excerpts of the passages found, those that meet united.

    What was chosen never to be quoted is left out, what the organisation does not want,
    and so is a sentence that seems to say the opposite of what is meant, unless
    passages are quoted in `full`. So are the sentences that are quoted `elsewhere`, by
    edition and paragraph. Recommendations are cut for no want of room.
    """
    told_elsewhere: dict[str, dict[int, Collection[int]]] = {}
    for (id, paragraph), starts in elsewhere.items():
        told_elsewhere.setdefault(id, {})[paragraph] = starts
    cut = []
    for finding in findings:
        if picked.bars(finding):
            continue
        edition, number = finding.edition, finding.passage.number
        chosen = known.selections.get(edition.id, NONE).on(finding.match.topic)
        if number in chosen.never:
            continue
        passages = known.passages[edition.id]
        barred = picked.barred(edition.id, passages, edition.language)
        if not full:
            barred |= {*doubts.inverted(known.doubts.get(edition.id, ()))}
        figures = told.get((edition.id, number), ())
        wishes = replace(
            _wishes(finding.passage, chosen, figures, barred),
            elsewhere=told_elsewhere.get(edition.id, {}),
        )
        cut.append(
            cutting.cut(
                finding,
                known.quoting.get(edition.language),
                _pinned(wishes, finding, picked),
                passages=passages,
                people=known.people.get(edition.id, NOBODY),
                full=full,
                longest=cutting.LONGEST if recommends(finding) else longest,
            )
        )
    return united(each for each in cut if each)


def _wishes(
    passage: Passage,
    chosen: Selection,
    figures: Collection[str],
    barred: Collection[str],
) -> Wishes:
    number = passage.number
    leads = [each for each in chosen.lead if each.paragraph == number]
    weight = turns.CHOSEN * (bool(leads) or number in chosen.keep)
    if leads:
        weight = max(weight, _LEADS - _LATER * chosen.lead.index(leads[0]))
    return Wishes(
        figures=figures,
        leads=[each.span.of(passage.text) for each in leads],
        barred=barred,
        limits=chosen.only.get(number),
        weight=weight,
        whole=number in chosen.whole,
    )


def _pinned(wishes: Wishes, finding: Finding, picked: Picked) -> Wishes:
    """Add to what is wanted of an excerpt what the organisation wants of it."""
    pinned = picked.pins(finding)
    return replace(
        wishes,
        weight=wishes.weight + _PINNED * pinned,
        pinned=pinned,
        rank=picked.rank(finding),
    )
