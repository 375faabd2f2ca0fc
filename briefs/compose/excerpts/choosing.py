"""Choose what a brief quotes on each topic: each sentence once, what is new first."""

from collections.abc import Mapping, Sequence

from briefs.compose import ownwords
from briefs.compose.excerpts import (
    advice,
    alone,
    excerpting,
    picking,
    repeats,
    selection,
    statements,
    twins,
)
from briefs.compose.excerpts.cutting import LONGEST, Cutting
from briefs.compose.excerpts.selection import Choice
from briefs.compose.material import Material, Order
from briefs.compose.pages import measure
from briefs.corpus.selections import NONE
from briefs.figures.series import Series
from briefs.model import Topic
from briefs.years.sayings import Saying


def chosen(
    material: Material, order: Order, lines: Mapping[str, Sequence[Series]]
) -> dict[str, Choice]:
    """Return the excerpts of each topic: as many as the rest leaves room for."""
    plan = order.plan
    if not plan.excerpts:
        return {topic.code: Choice((), (), 0) for topic in material.topics}
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
    rest = measure.frame(len(material.topics), len(cited), plan, cover=plan.page)
    rest += measure.own(ownwords.blocks(order.words.call), plan.words)
    rest += measure.CHANGE * plan.changes * bool(material.comparisons)
    rest += sum(measure.figures(one, plan) for one in lines.values())
    if plan.background and not plan.single:
        besides = statements.texts(material, locale=order.locale)
        rest += measure.stated(besides, plan.words)

    def size(cutting: Cutting) -> float:
        id = cutting.finding.edition.id
        twice = id in material.translations and id not in material.others
        beside = twice and order.quotes in {"both", "annex"}
        small = selection.recommends(cutting.finding)
        told = repeats.years(cutting, material.sayings)
        again = bool(len(told.exact) > 1 or told.likewise or told.partly)
        return measure.excerpt(
            cutting, plan.words, twice=beside, small=small, again=again
        )

    def says(cutting: Cutting) -> frozenset[Saying]:
        return repeats.said(cutting, material.sayings)

    return selection.share(merged, measure.filled(plan.room) - rest, plan, size, says)


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
        alone.singled(found, topic.code, material, order)
        if order.plan.single
        else found
    )


def left_out(topic: Topic, choices: Mapping[str, Choice], material: Material) -> int:
    """Return how many passages on a topic are neither quoted nor said likewise."""
    quoted = [one for each in choices.values() for one in (*each.said, *each.advised)]
    told = {
        picking.place_of(finding)
        for cutting in quoted
        for finding in (*cutting.told, *cutting.also)
    }
    shown = frozenset().union(*(repeats.said(one, material.sayings) for one in quoted))
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
