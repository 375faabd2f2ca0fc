"""Leave one sentence of each excerpt, for pages with room for single ones only."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from briefs.compose import leads
from briefs.compose.excerpts import selection
from briefs.compose.excerpts.cutting import Cutting
from briefs.compose.excerpts.selection import LONGEST_ADVICE
from briefs.compose.material import Material, Order
from briefs.errors import Message, UsageError
from briefs.model import Span
from briefs.text.sentences import count_words, sentences

_ENOUGH = 2  # sentences that carry the topic


def singled(
    found: Iterable[Cutting], topic: str, material: Material, order: Order
) -> list[Cutting]:
    """Leave one sentence of each cutting: the chosen, the best, or the shortest one.

    The best is no longer than the plan allows. One that tells a figure counts as one
    that carries the topic; where enough do, those that do not are left out.
    """
    names = leads.known_names(material.reporters)
    told = [figure.sentence for figure in material.figures if figure.indicator]
    pairs = [(one, _alone_of(one, topic, names, material, order)) for one in found]
    carrying = [single for one, single in pairs if _carries(one, single, told)]
    said = [one for one in carrying if not selection.recommends(one.finding)]
    return carrying if len(said) >= _ENOUGH else [single for _, single in pairs]


def _carries(whole: Cutting, single: Cutting, told: Collection[str]) -> bool:
    """Tell whether a sentence is of the topic by itself, not by its neighbours."""
    if (
        whole.pinned
        or single.weight > whole.weight
        or selection.recommends(whole.finding)
    ):
        return True
    text = single.parts[0]
    reasons = whole.finding.match.reasons
    return any(not one.span or one.surface in text for one in reasons) or text in told


def _alone_of(
    cutting: Cutting,
    topic: str,
    names: Collection[str],
    material: Material,
    order: Order,
) -> Cutting:
    finding = cutting.finding
    language = finding.edition.language
    hits = [reason.surface for reason in finding.match.reasons if reason.span]
    figures = [figure.sentence for figure in material.figures if figure.indicator]
    quoting = material.quoting.get(language)
    lead = leads.chosen(topic, finding.edition.id, material)
    fitting = [one for one in lead if any(one in part for part in cutting.parts)]
    if selection.recommends(cutting.finding):
        fitting += _asked(cutting, hits)
    fitting += leads.best(cutting.parts, language, [*figures, *hits], names, quoting)
    longest = order.plan.longest
    best = next((one for one in fitting if count_words(one) <= longest), "")
    if cutting.pinned:
        best = _of_pinned(cutting, fitting, material)
    every = (
        span.of(part).strip()
        for part in cutting.parts
        for span in sentences(part, language)
    )
    sentence = best or min(every, key=len)
    run = next(run for run in cutting.runs if sentence in run.text)
    start = run.passage.text.index(sentence)
    kept = run._replace(span=Span(start, start + len(sentence)))
    weight = cutting.weight if best else cutting.weight / 4
    return replace(cutting, runs=(kept,), weight=weight + 10 * (sentence in lead))


def _of_pinned(cutting: Cutting, fitting: Iterable[str], material: Material) -> str:
    """Return the best sentence of the passage that the organization wants quoted.

    Raises UsageError where none of them can stand alone.
    """
    wanted = [one for one in cutting.told if material.picked.pins(one)]
    texts = [one.passage.text for one in wanted]
    for sentence in fitting:
        if any(sentence in text for text in texts):
            return sentence
    raise UsageError(
        Message(
            "no sentence of the excerpt {id} can stand alone on such a page",
            id=wanted[0].id,
        ),
        hint=Message("choose another excerpt, or another page design"),
    )


def _asked(cutting: Cutting, hits: Sequence[str]) -> list[str]:
    """Return what a recommendation asks in short, first what carries the topic."""
    language = cutting.finding.edition.language
    short = [
        span.of(part).strip()
        for part in cutting.parts
        for span in sentences(part, language)
        if leads.SHORTEST / 2 < count_words(span.of(part)) <= LONGEST_ADVICE
    ]
    return sorted(short, key=lambda one: not any(hit in one for hit in hits))
