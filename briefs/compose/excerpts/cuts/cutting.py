"""Cut excerpts: unbroken runs of whole sentences, fair to what stands around them.

A whole paragraph is quoted where there is room. What is left out stands before or after
an excerpt, never inside it, so that no two sentences meet that do not in the source.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

import regex

from briefs.compose.excerpts.cuts.stretches import Sentence, Stretch, around
from briefs.corpus.quoting import Quoting
from briefs.match.index import Finding
from briefs.model import Grade, Passage, Span
from briefs.text.bearers import NOBODY, Bearers

LONGEST = 350
"""Words of an excerpt beyond which a paragraph is cut, where there is room for all."""

UNRANKED = 1_000_000
"""The rank of an excerpt whose place was not chosen: behind all others."""

_GRAVE = 3
_LEADS = 100.0
_DIGITS = regex.compile(r"\p{N}+")


class Part(NamedTuple):
    """What an excerpt quotes of one passage: an unbroken run of its sentences."""

    passage: Passage
    span: Span

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.span.of(self.passage.text)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wanted of an excerpt.

    `figures` are the sentences that tell a reviewed figure, `leads` those that were
    chosen to lead, the strongest first, `barred` those that are not to be quoted.
    `elsewhere` are those that are quoted from another place, by paragraph, where they
    begin.
    `limits` are those of the run that was chosen, None where nothing was; `weight` is
    added to the excerpt's. It is `pinned` where it has to be quoted, has a `rank` where
    the order was chosen, and is not cut where it is wanted `whole`.
    """

    figures: Collection[str] = ()
    leads: Sequence[str] = ()
    barred: Collection[str] = ()
    elsewhere: Mapping[int, Collection[int]] = field(default_factory=dict)
    limits: Span | None = None
    weight: float = 0
    pinned: bool = False
    rank: int = UNRANKED
    whole: bool = False


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Cutting:
    """An excerpt as cut from one paragraph, or from neighbours that belong together.

    `runs` follow each other in the source: where one ends, a paragraph ends. `weight`
    grows with what the excerpt says on the topic; `gravity` is 4 where somebody was
    killed, tortured or raped, down to 0. `told` are all findings it quotes from,
    `finding` first; `also` are those of other years that say the same. One that is
    `pinned` has to be quoted; those of a lower `rank` stand before others. It `leads`
    where a person chose a sentence of it to lead its topic.
    """

    finding: Finding
    runs: tuple[Part, ...]
    weight: float
    gravity: int
    told: tuple[Finding, ...]
    also: tuple[Finding, ...] = ()
    pinned: bool = False
    rank: int = UNRANKED
    leads: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the runs."""
        return tuple(run.text for run in self.runs)

    @property
    def whole(self) -> bool:
        """Whether the paragraphs it was found in are quoted from end to end."""
        quoted = {run.passage.number: run.span for run in self.runs}
        return all(
            quoted.get(finding.passage.number) == _all_of(finding.passage)
            for finding in self.told
        )

    def quotes(self, paragraph: int, words: str) -> bool:
        """Tell whether some words of a paragraph are quoted."""
        return any(
            run.passage.number == paragraph and words in run.text for run in self.runs
        )


def cut(
    finding: Finding,
    quoting: Quoting | None = None,
    wishes: Wishes = NO_WISHES,
    *,
    passages: Mapping[int, Passage] | None = None,
    people: Bearers = NOBODY,
    full: bool = False,
    longest: int = LONGEST,
) -> Cutting | None:
    """Cut the excerpt of a passage, None where nothing of it may be quoted.

    It has at most `longest` words, or as many as its gravest sentence needs to be
    understood. `quoting` knows the ties of the language: without it, and with `full`,
    the whole passage is quoted. `passages` are those of the edition by number, `people`
    those whom it names.
    """
    language = finding.edition.language
    stretch = around(
        finding.passage,
        passages or {},
        language,
        quoting,
        wishes.barred,
        wishes.elsewhere,
        people,
    )
    own = stretch.own
    if all(index in stretch.elsewhere for index in own):
        return None
    if full or quoting is None:
        run = stretch.closed(own.start, own.stop - 1)
        run = run if stretch.allows(run) else range(0)
    else:
        run = _run(finding, stretch, wishes, longest)
    if not run:
        return None
    runs = _runs(stretch.sentences[index] for index in run)
    gravity = max((g for i, g in _gravities(finding, stretch) if i in run), default=0)
    weight = wishes.weight + 3 * gravity + _weight(finding, runs, wishes.figures)
    return Cutting(
        finding,
        runs,
        weight,
        gravity,
        (finding,),
        pinned=wishes.pinned,
        rank=wishes.rank,
        leads=bool(wishes.leads),
    )


def fair(run: Part, language: str, quoting: Quoting | None) -> Part:
    """Widen a run of one passage until it may stand alone."""
    stretch = around(run.passage, {}, language, quoting)
    inside = [
        index
        for index, sentence in enumerate(stretch.sentences)
        if sentence.span.overlaps(run.span)
    ]
    closed = stretch.closed(inside[0], inside[-1])
    (wide,) = _runs(stretch.sentences[index] for index in closed)
    return wide


def _run(finding: Finding, stretch: Stretch, wishes: Wishes, longest: int) -> range:
    """Return which sentences to quote: the paragraph, or the gravest part of it."""
    whole = _limits(stretch, wishes.limits)
    fits = wishes.whole or stretch.length(whole) <= longest
    if fits and stretch.allows(whole):
        return whole
    if wishes.whole:
        return range(0)
    scores = _scores(finding, stretch, wishes)
    carrying = (index for index in scores if scores[index])
    seeds = sorted(carrying, key=lambda index: (-scores[index], index))
    runs = [stretch.closed(index, index) for index in seeds]
    runs = [run for run in runs if stretch.allows(run)]
    if not runs:
        return range(0)
    fitting = [run for run in runs if stretch.length(run) <= longest]
    gravest = max(stretch.sentences[i].traits.gravity for i in runs[0]) >= _GRAVE
    leads = any(stretch.sentences[i].text in wishes.leads for i in runs[0])
    if runs[0] in fitting or gravest or leads:
        run = runs[0]
    else:
        run = fitting[0] if fitting else min(runs, key=stretch.length)
    for index in seeds:
        wider = stretch.closed(min(run.start, index), max(run.stop - 1, index))
        fits = stretch.length(wider) <= longest and stretch.allows(wider)
        if fits:
            run = wider
    return _grown(stretch, run, whole, longest)


def _limits(stretch: Stretch, chosen: Span | None) -> range:
    """Return the whole passage, or the run of it that was chosen, with its ties."""
    first, last = stretch.own.start, stretch.own.stop - 1
    if chosen:
        inside = [i for i in stretch.own if stretch.sentences[i].span.overlaps(chosen)]
        first, last = inside[0], inside[-1]
    return stretch.closed(first, last)


def _grown(stretch: Stretch, run: range, limits: range, longest: int) -> range:
    """Add neighbours, what follows first, as long as there is room."""
    while True:
        ends = (run.start, run.stop), (run.start - 1, run.stop - 1)
        for first, last in ends:
            if first < limits.start or last >= limits.stop:
                continue
            wider = stretch.closed(first, last)
            fits = stretch.length(wider) <= longest and stretch.allows(wider)
            if wider != run and fits:
                run = wider
                break
        else:
            return run


def _scores(finding: Finding, stretch: Stretch, wishes: Wishes) -> dict[int, float]:
    """Score each own sentence: gravity, then the topic, then figures and its place.

    What was chosen to lead comes before all. A sentence that does not carry the topic
    scores nothing, unless none does.
    """
    framed = any(reason.span is None for reason in finding.match.reasons)
    gravities = dict(_gravities(finding, stretch))
    scores: dict[int, float] = {}
    for index in stretch.own:
        sentence = stretch.sentences[index]
        inside = min(_hits(finding, sentence), 3)
        told = sentence.text in wishes.figures
        figure = 2.0 if told else 0.5 * bool(_DIGITS.search(sentence.text))
        first = 0.75 if index == stretch.own.start else 0.0
        carries = inside or told or framed
        grave = gravities.get(index, 0) * 2
        scores[index] = grave + inside + figure + first if carries else 0.0
        if sentence.text in wishes.leads:
            scores[index] += _LEADS / (1 + wishes.leads.index(sentence.text))
    return scores


def _gravities(finding: Finding, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Yield how grave each sentence is that is on the topic, by its index."""
    framed = any(reason.span is None for reason in finding.match.reasons)
    for index in stretch.own:
        sentence = stretch.sentences[index]
        if framed or _hits(finding, sentence):
            yield index, sentence.traits.gravity


def _hits(finding: Finding, sentence: Sentence) -> int:
    if sentence.passage != finding.passage:
        return 0
    spans = (reason.span for reason in finding.match.reasons if reason.span)
    return sum(sentence.span.start <= hit.start < sentence.span.end for hit in spans)


def _runs(quoted: Iterable[Sentence]) -> tuple[Part, ...]:
    """Join sentences that follow each other to a part of each passage."""
    runs = []
    for _, group in groupby(quoted, key=lambda sentence: sentence.passage.number):
        sentences = list(group)
        span = Span(sentences[0].span.start, sentences[-1].span.end)
        runs.append(Part(sentences[0].passage, span))
    return tuple(runs)


def _weight(finding: Finding, runs: Sequence[Part], figures: Collection[str]) -> float:
    """Weigh an excerpt: a sure one first, then by how much of it is on the topic."""
    own = [run for run in runs if run.passage == finding.passage]
    hits = [reason.span for reason in finding.match.reasons if reason.span]
    inside = sum(run.span.start <= h.start < run.span.end for run in own for h in hits)
    headed = len(hits) < len(finding.match.reasons)
    told = sum(sentence in run.text for sentence in figures for run in own)
    numbered = any(_DIGITS.search(run.text) for run in own)
    strong = finding.match.grade is Grade.STRONG
    return 4 * strong + min(inside, 5) + 1.5 * headed + (2 * told or numbered)


def _all_of(passage: Passage) -> Span:
    text = passage.text
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))
