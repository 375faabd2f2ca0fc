"""Choose what a brief quotes on each topic: each sentence once, what is new first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefs.compose import ownwords
from briefs.compose.excerpts import (
    advice,
    excerpting,
    picking,
    repeats,
    selection,
    singling,
    statements,
    twins,
)
from briefs.compose.excerpts.cuts.cutting import LONGEST, Cutting
from briefs.compose.excerpts.selection import Choice
from briefs.compose.material import Material, Order
from briefs.compose.pages import exhibited, measure
from briefs.compose.pages.plan import Plan
from briefs.corpus.beside.selections import NONE
from briefs.figures import series
from briefs.figures.series import Series
from briefs.model import Topic
from briefs.years.sayings import Saying


@dataclass(frozen=True, slots=True)
class Selection:
    """What may be quoted on each topic, whatever room a brief has.

    `lines` are the series of each topic; `rest` is the height of all but excerpts and
    sources, `source` that of one source, of which there may be so many `sources`.
    """

    cuttings: Mapping[str, Sequence[Cutting]]
    lines: Mapping[str, Sequence[Series]]
    rest: float
    source: float
    sources: int
    size: selection.Size
    says: selection.Says

    def within(self, plan: Plan) -> dict[str, Choice]:
        """Return the excerpts of each topic: as many as the rest leaves room for."""
        if not plan.excerpts:
            return {code: Choice((), ()) for code in self.cuttings}
        left = measure.filled(plan.room) - self.rest
        left -= self.source * self._cited(left)
        return selection.share(self.cuttings, left, plan, self.size, self.says)

    def _cited(self, room: float) -> int:
        """Return how many sources there is room for, each with an excerpt."""
        sizes = [self.size(one) for found in self.cuttings.values() for one in found]
        if not sizes:
            return self.sources
        each = self.source + sum(sizes) / len(sizes)
        return min(self.sources, max(0, int(room / each)))


def selected(material: Material, order: Order) -> Selection:
    """Return what may be quoted; of its plan the order has all but the room."""
    plan = order.plan
    lines = {
        topic.code: series.build(material.figures_on(topic), material.indicators)
        for topic in material.topics
    }
    if not plan.excerpts:
        nothing: dict[str, Sequence[Cutting]] = dict.fromkeys(lines, ())
        return Selection(nothing, lines, 0, 0, 0, lambda _: 0, lambda _: frozenset())
    told = {} if order.full else _elsewhere(material)
    cut = {
        topic.code: _cuttings(topic, material, order, told.get(topic.code, {}))
        for topic in material.topics
    }
    material.picked.require(
        [finding for code in cut for finding in material.findings[code]],
        [cutting for found in cut.values() for cutting in found],
    )
    merged = {
        code: repeats.novel(twins.merge(found), material.sayings)
        for code, found in cut.items()
    }
    cited = {one.finding.edition.id for found in merged.values() for one in found}
    rest = measure.frame(len(material.topics), 0, plan, cover=plan.page)
    source = measure.frame(len(material.topics), 1, plan, cover=plan.page) - rest
    rest += measure.own(ownwords.blocks(order.words.call), plan.words)
    rest += measure.CHANGE * plan.changes * bool(material.comparisons)
    rest += sum(exhibited.figures(one, plan) for one in lines.values())
    if plan.terms and not plan.single:
        besides = statements.texts(material, locale=order.locale)
        rest += measure.stated(besides, plan.words)

    heights: dict[int, float] = {}

    def size(cutting: Cutting) -> float:
        if (place := id(cutting)) not in heights:
            heights[place] = height(cutting)
        return heights[place]

    def height(cutting: Cutting) -> float:
        id = cutting.finding.edition.id
        twice = id in material.translations and id not in material.others
        beside = twice and order.quotes in {"both", "annex"}
        advised = selection.recommends(cutting.finding)
        told = repeats.years(cutting, material.sayings)
        again = bool(len(told.exact) > 1 or told.likewise or told.partly)
        return measure.excerpt(
            cutting, plan.words, twice=beside, advised=advised, again=again
        )

    def says(cutting: Cutting) -> frozenset[Saying]:
        return repeats.said(cutting, material.sayings)

    return Selection(merged, lines, rest, source, len(cited), size, says)


def _elsewhere(material: Material) -> repeats.Repeated:
    """Return what is quoted from another place, but for what nobody may quote.

    A passage that has to be quoted is quoted whole.
    """
    quotable = {
        topic.code: [
            one
            for one in material.findings[topic.code]
            if not material.picked.bars(one)
            and one.passage.number
            not in material.selections.get(one.edition.id, NONE).on(topic.code).never
        ]
        for topic in material.topics
    }
    return repeats.elsewhere(quotable, material.sayings, material.picked.pins)


def _cuttings(
    topic: Topic,
    material: Material,
    order: Order,
    elsewhere: Mapping[tuple[str, int], repeats.Starts],
) -> list[Cutting]:
    found = excerpting.excerpts(
        material.findings[topic.code],
        material,
        selection.telling(material.figures_on(topic)),
        picked=material.picked,
        full=order.full,
        longest=order.plan.longest if not order.plan.single else LONGEST,
        elsewhere=elsewhere,
    )
    found = list(advice.parted(found))
    return (
        singling.singled(found, topic.code, material, order)
        if order.plan.single
        else found
    )


def left_out(
    topic: Topic,
    choices: Mapping[str, Choice],
    material: Material,
    besides: Collection[picking.Place] = (),
) -> int:
    """Return how many passages on a topic are neither quoted nor said likewise.

    `besides` are passages that are quoted beside the excerpts, by edition and number.
    """
    quoted = [one for each in choices.values() for one in (*each.said, *each.advised)]
    told = {
        picking.place_of(finding)
        for cutting in quoted
        for finding in (*cutting.told, *cutting.also)
    }
    shown = frozenset().union(*(repeats.said(one, material.sayings) for one in quoted))
    told |= set(besides)
    return sum(
        picking.place_of(finding) not in told
        and not repeats.is_said(finding, shown, material.sayings)
        for finding in material.findings[topic.code]
    )


def unwanted(material: Material) -> int:
    """Return how many passages on the topics the organisation left out."""
    return len(
        {
            picking.place_of(finding)
            for topic in material.topics
            for finding in material.findings[topic.code]
            if material.picked.bars(finding)
        }
    )
