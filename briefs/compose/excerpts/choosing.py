"""Choose the excerpts of each topic: cut, merged, and as many as there is room for."""

from collections.abc import Mapping, Sequence

from briefs.compose import measure, ownwords
from briefs.compose.excerpts import (
    advice,
    alone,
    excerpting,
    picking,
    selection,
    statements,
    twins,
)
from briefs.compose.excerpts.cutting import LONGEST, Cutting
from briefs.compose.excerpts.selection import Choice
from briefs.compose.material import Material, Order
from briefs.figures.series import Series
from briefs.model import Topic


def chosen(
    material: Material, order: Order, lines: Mapping[str, Sequence[Series]]
) -> dict[str, Choice]:
    """Return the excerpts of each topic: as many as the rest leaves room for."""
    plan = order.plan
    cut = {topic.code: _cuttings(topic, material, order) for topic in material.topics}
    material.picked.require(
        [finding for code in cut for finding in material.findings[code]],
        [cutting for found in cut.values() for cutting in found],
    )
    merged = {code: twins.merge(found) for code, found in cut.items()}
    cited = {one.finding.edition.id for found in merged.values() for one in found}
    rest = measure.frame(len(material.topics), len(cited), plan, cover=plan.page)
    rest += measure.own(ownwords.blocks(order.words.call), plan.words)
    rest += sum(measure.figures(one, plan) for one in lines.values())
    if not plan.single:
        besides = statements.texts(material, locale=order.locale)
        rest += measure.stated(besides, plan.words)

    def size(cutting: Cutting) -> float:
        id = cutting.finding.edition.id
        twice = id in material.translations and id not in material.others
        beside = twice and order.quotes in {"both", "annex"}
        small = selection.recommends(cutting.finding)
        return measure.excerpt(cutting, plan.words, twice=beside, small=small)

    return selection.share(merged, measure.filled(plan.room) - rest, plan, size)


def _cuttings(topic: Topic, material: Material, order: Order) -> list[Cutting]:
    found = excerpting.excerpts(
        material.findings[topic.code],
        material,
        selection.telling(material.figures_on(topic)),
        picked=material.picked,
        full=order.full,
        longest=order.plan.longest if not order.plan.single else LONGEST,
    )
    found = list(advice.parted(found))
    return (
        alone.singled(found, topic.code, material, order)
        if order.plan.single
        else found
    )


def left_out(topic: Topic, choice: Choice, material: Material) -> int:
    """Return how many passages on a topic are neither quoted nor said likewise."""
    quoted = (*choice.said, *choice.advised)
    told = {
        picking.place_of(finding)
        for cutting in quoted
        for finding in (*cutting.told, *cutting.also)
    }
    return sum(
        picking.place_of(finding) not in told
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
