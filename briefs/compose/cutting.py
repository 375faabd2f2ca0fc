"""Cut excerpts: the whole sentences of a passage that carry a topic, and few others.

A reader who has only the brief must understand each excerpt, so a sentence that leans
on the one before ("Despite these injuries …") is quoted together with it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from briefs.match.index import Finding
from briefs.model import Grade, Passage, Span
from briefs.text.sentences import count_words, runs_of, sentences

LONGEST = 90
"""Words of an excerpt, at most; a single longer sentence is quoted whole."""

_MOST_PARTS = 3
_COMFORTABLE = 45
_CHAIN = 3

LEANING = {
    "ky": "бул бу ал анын аны ага андан анда алар алардын аларды аларга алардан "
    "мындай мындан муну мунун буга ушул ушундай ошол ошондой ошону ошентип "
    "ошентсе антсе бирок ошондуктан андыктан натыйжада мисалы тескерисинче "
    "салыштыра салыштыруу калган калгандары башкалары экинчиси экөө үчөө "
    "анткени",
    "ru": "это этот эта эти этого этой этих этому этим он она оно они его её ее их "
    "им ему ей однако но также кроме такой такая такие таким таких те тот та "
    "поэтому например остальные другие затем впоследствии оба обе тем там "
    "тогда вместе",
    "en": "this that these those he she it they his her its their them such however "
    "but also additionally moreover furthermore nevertheless nonetheless "
    "therefore thus then subsequently both others another instead meanwhile "
    "there similarly",
}
"""Words that begin a sentence which cannot be understood without the one before it."""

_REFERRING = {
    "ky": "анын аны ага андан алардын аларды аларга ал алар",
    "ru": "он она они его её ее их им ему ей эти этих этим этого этой этому",
    "en": "he she they his her their him them this these those such",
}
_FIRST_WORDS = 6
_WORD = regex.compile(r"[\p{L}\p{N}’'-]+")
_DIGITS = regex.compile(r"\p{N}+")


@dataclass(frozen=True, slots=True)
class Cutting:
    """An excerpt as cut: unbroken runs of the source, and how much they weigh.

    `parts` are verbatim; something is left out between two of them. `weight` grows with
    what the excerpt says on the topic; `also` are the findings that say the same.
    """

    finding: Finding
    parts: tuple[str, ...]
    weight: float
    also: tuple[Finding, ...] = ()


def cut(
    finding: Finding,
    figures: Collection[str] = (),
    *,
    full: bool = False,
    longest: int = LONGEST,
) -> Cutting:
    """Cut the excerpt of a passage; `figures` are sentences that should be in it.

    It has at most `longest` words. With `full` the whole passage is quoted.
    """
    text = finding.passage.text
    spans = sentences(text, finding.edition.language)
    chosen = range(len(spans)) if full else _choose(finding, spans, figures, longest)
    runs = runs_of(spans, chosen)
    parts = tuple(run.of(text) for run in runs)
    return Cutting(finding, parts, _weight(finding, runs, figures))


def lead_in(cutting: Cutting, before: Passage) -> Cutting:
    """Begin an excerpt in the paragraph before, where it leans on what stands there."""
    text, language = cutting.finding.passage.text, cutting.finding.edition.language
    first = cutting.parts[0]
    if not text.startswith(first):
        return cutting
    room = LONGEST - sum(count_words(part) for part in cutting.parts)
    lead = _lead(first, before, language, room)
    return replace(cutting, parts=(f"{lead} {first}".strip(), *cutting.parts[1:]))


def _choose(
    finding: Finding, spans: Sequence[Span], figures: Collection[str], longest: int
) -> list[int]:
    """Return the indices of the sentences to quote, in order."""
    text, language = finding.passage.text, finding.edition.language
    lengths = [count_words(span.of(text)) for span in spans]
    if sum(lengths) <= longest:
        return list(range(len(spans)))
    scores = _scores(finding, spans, figures)
    chosen: set[int] = set()
    for index in sorted(range(len(spans)), key=lambda i: (-scores[i], i)):
        if not scores[index]:
            break
        wanted = chosen | _chain(text, spans, index, language)
        if _fits(wanted, lengths, longest):
            chosen = wanted
    if not chosen:
        chosen = {max(range(len(spans)), key=lambda i: scores[i])}
    leaning = [_leans(span.of(text), language) for span in spans]
    return sorted(_rounded_off(chosen, lengths, leaning, longest))


def _scores(
    finding: Finding, spans: Sequence[Span], figures: Collection[str]
) -> list[float]:
    """Score each sentence: what it says on the topic, then figures, then its place.

    One that does not carry the topic scores nothing.
    """
    text = finding.passage.text
    hits = [reason.span for reason in finding.match.reasons if reason.span]
    scores = []
    for index, span in enumerate(spans):
        inside = sum(span.start <= hit.start < span.end for hit in hits)
        sentence = span.of(text)
        figure = 2.0 if sentence in figures else 0.5 * bool(_DIGITS.search(sentence))
        first = 0.75 if index == 0 else 0.0
        # Where only the heading tells the topic, it opens with the most important.
        carries = inside or sentence in figures or (not hits and (first or figure))
        scores.append(min(inside, 3) + figure + first if carries else 0.0)
    return scores


def _chain(text: str, spans: Sequence[Span], index: int, language: str) -> set[int]:
    """Return a sentence with those before it that it leans on."""
    chain = {index}
    while index > 0 and len(chain) < _CHAIN:
        if not _leans(spans[index].of(text), language):
            break
        index -= 1
        chain.add(index)
    return chain


def _leans(sentence: str, language: str) -> bool:
    """Tell whether a sentence begins with, or soon refers to, something said before."""
    found = _WORD.findall(sentence)[:_FIRST_WORDS]
    if not found:
        return False
    if found[0].lower() in LEANING.get(language, "").split():
        return True
    referring = _REFERRING.get(language, "").split()
    for word in found[1:]:
        if word.lower() in referring:
            return True
        if word[0].isupper():
            return False
    return False


def _lead(start: str, before: Passage, language: str, room: int) -> str:
    """Return the last sentences of the paragraph before that `start` leans on."""
    lead = ""
    for span in reversed(sentences(before.text, language)):
        wanted = span.of(before.text)
        length = count_words(lead) + count_words(wanted)
        if not _leans(lead or start, language) or length > room:
            break
        lead = before.text[span.start :].rstrip()
    return lead


def _fits(chosen: set[int], lengths: Sequence[int], longest: int) -> bool:
    parts = 1 + sum(b - a > 1 for a, b in pairwise(sorted(chosen)))
    return sum(lengths[i] for i in chosen) <= longest and parts <= _MOST_PARTS


def _rounded_off(
    chosen: set[int], lengths: Sequence[int], leaning: Sequence[bool], longest: int
) -> set[int]:
    """Add neighbours to a short excerpt, gaps first, so that it reads as a text.

    A sentence that leans is not added without the one before it.
    """
    gaps = [i for a, b in pairwise(sorted(chosen)) for i in range(a + 1, b)]
    after = range(max(chosen) + 1, len(lengths))
    for index in [*gaps, *after]:
        if sum(lengths[i] for i in chosen) >= _COMFORTABLE and index not in gaps:
            break
        alone = leaning[index] and index - 1 not in chosen
        if alone or not _fits(chosen | {index}, lengths, longest):
            if index in gaps:
                continue
            break
        chosen = chosen | {index}
    return chosen


def _weight(finding: Finding, runs: Sequence[Span], figures: Collection[str]) -> float:
    """Weigh an excerpt: a sure one first, then by how much of it is on the topic."""
    quoted = [run.of(finding.passage.text) for run in runs]
    hits = [reason.span for reason in finding.match.reasons if reason.span]
    inside = sum(run.start <= hit.start < run.end for run in runs for hit in hits)
    headed = len(hits) < len(finding.match.reasons)
    told = sum(sentence in run for sentence in figures for run in quoted)
    numbered = any(map(_DIGITS.search, quoted))
    strong = finding.match.grade is Grade.STRONG
    return 4 * strong + min(inside, 5) + 1.5 * headed + (2 * told or numbered)
