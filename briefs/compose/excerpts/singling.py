"""Leave one sentence of each excerpt, for pages with room for single ones only."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from briefs.compose import leads
from briefs.compose.excerpts import selection, turns
from briefs.compose.excerpts.cuts import standalone
from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.excerpts.selection import LONGEST_ADVICE
from briefs.compose.material import Material, Order
from briefs.errors import Message, UsageError
from briefs.model import Span
from briefs.text.bearers import NOBODY
from briefs.text.sentences import count_words, sentences

_ENOUGH = 2  # sentences that carry the topic


def singled(
    found: Iterable[Cutting], topic: str, material: Material, order: Order
) -> list[Cutting]:
    """Leave one sentence of each cutting that has one: the chosen, or the best one.

    The best can stand alone and is no longer than the plan allows. One that tells a
    figure counts as one that carries the topic; where enough do, those that do not are
    left out, and mild ones wherever one does. Where no cutting has a sentence that can
    stand alone, the shortest cutting is quoted as it is.
    """
    every = list(found)
    names = material.known_names()
    told = [figure.sentence for figure in material.figures if figure.indicator]
    tried = ((one, _alone_of(one, topic, names, material, order)) for one in every)
    pairs = [(one, single) for one, single in tried if single]
    if not pairs:
        return sorted(every, key=_length)[:1]
    lead = [
        sentence
        for edition in {one.finding.edition.id for one in every}
        for sentence in leads.chosen(topic, edition, material)
    ]
    pairs += [
        (one, denial)
        for one, single in pairs
        for denial in _denials(one, single, material, order)
        if _carries(one, denial, lead, told)
    ]
    carrying = [single for one, single in pairs if _carries(one, single, lead, told)]
    said = [one for one in carrying if not selection.recommends(one.finding)]
    if len(said) >= _ENOUGH:
        return carrying
    return [one for _, one in pairs if one in carrying or one.gravity or not carrying]


def _denials(
    whole: Cutting, single: Cutting, material: Material, order: Order
) -> Iterator[Cutting]:
    """Yield what a paragraph beside denies of what a single sentence tells.

    Who reads of deaths in custody is to read that no killing was confirmed, too.
    """
    quoting = material.quoting.get(whole.finding.edition.language)
    for run in whole.runs:
        denies = quoting and quoting.traits(run.text).denies
        short = count_words(run.text) <= order.plan.longest
        if denies and short and run.passage != single.runs[0].passage:
            yield replace(single, runs=(run,), gravity=0)


def _length(cutting: Cutting) -> int:
    return sum(map(len, cutting.parts))


def _carries(
    whole: Cutting, single: Cutting, lead: Collection[str], told: Collection[str]
) -> bool:
    """Tell whether a sentence is of the topic by itself, not by its neighbours."""
    if whole.pinned or single.parts[0] in lead or selection.recommends(whole.finding):
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
) -> Cutting | None:
    """Return a cutting of one sentence, None where none of it can stand alone."""
    finding = cutting.finding
    language = finding.edition.language
    hits = [reason.surface for reason in finding.match.reasons if reason.span]
    figures = [figure.sentence for figure in material.figures if figure.indicator]
    quoting = material.quoting.get(language)
    lead = leads.chosen(topic, finding.edition.id, material)
    fitting = [one for one in lead if any(one in part for part in cutting.parts)]
    if selection.recommends(cutting.finding):
        fitting += _asked(cutting, hits)
    people = material.people.get(finding.edition.id, NOBODY)
    parts = leads.lending(cutting, material)
    fitting += standalone.best(
        parts, language, [*figures, *hits], names, quoting, people
    )
    longest = order.plan.longest
    best = next((one for one in fitting if count_words(one) <= longest), "")
    if cutting.pinned:
        # What the organization asks for may be short.
        fitting += standalone.best(
            cutting.parts, language, hits, names, quoting, shortest=1
        )
        best = _of_pinned(cutting, fitting, material)
    if not best:
        return None
    run = next(run for run in cutting.runs if best in run.text)
    start = run.passage.text.index(best)
    kept = run._replace(span=Span(start, start + len(best)))
    gravity = quoting.traits(best).gravity if quoting else cutting.gravity
    weight = cutting.weight + 3 * (gravity - cutting.gravity)
    if best in lead:  # of what a person chose, the gravest, however long its paragraph
        weight += 10 + 15 * gravity
    if cutting.leads and best not in lead:  # too long to stand alone: what does is mild
        weight = turns.CHOSEN + 3 * gravity
    return replace(cutting, runs=(kept,), weight=weight, gravity=gravity)


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
        if standalone.SHORTEST / 2 < count_words(span.of(part)) <= LONGEST_ADVICE
    ]
    return sorted(short, key=lambda one: not any(hit in one for hit in hits))
