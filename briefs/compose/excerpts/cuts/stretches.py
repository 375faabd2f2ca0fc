"""Lay out the sentences that an excerpt may be cut from, and what ties them together.

A paragraph is not always a whole: the one before may hold what its first words mean,
the one after may begin with "However, …", and a stray line break may part a sentence.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import regex

from briefs.corpus.quoting import Quoting, Traits
from briefs.model import Passage, Span
from briefs.text.bearers import NOBODY, Bearers
from briefs.text.sentences import count_words, sentences

_MOST_BEFORE = 3
_MOST_AFTER = 4
_COMPARED = _DEFENCE = 2
_GRAVE = 3
_SHORT = 2
"""Sentences of a paragraph that does nothing but deny."""

_ENDED = regex.compile(r"[.!?…:;][”“»\"’)\]]*$")
_SMALL = regex.compile(r"[\p{Ll}]")
_DIGITS = regex.compile(r"\p{N}")
_SHARE = regex.compile(r"\p{N}\s?%|пайыз|процент|per\s?cent")
_UNTIED = Traits(False, False, False, False, False, 0, denies=False, norm=False)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, with its traits.

    `continues` tells that the paragraph before stops in the middle of it.
    """

    passage: Passage
    span: Span
    traits: Traits
    continues: bool = False

    @property
    def text(self) -> str:
        """The sentence as the passage has it."""
        return self.span.of(self.passage.text)

    @property
    def length(self) -> int:
        """The number of its words."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences in the order of the source; `own` are those of the passage found.

    `barred` are those that are not to be quoted, by index, `elsewhere` those that are
    quoted from another place: they are left out too, but not what they answer. `taken`
    tells which sentence brought in what another takes up, by the index of that one.
    """

    sentences: tuple[Sentence, ...]
    own: range
    barred: frozenset[int] = frozenset()
    elsewhere: frozenset[int] = frozenset()
    taken: Mapping[int, int] = field(default_factory=dict)

    def length(self, run: range) -> int:
        """Return the number of words of a run of sentences."""
        return sum(self.sentences[index].length for index in run)

    def closed(self, first: int, last: int) -> range:
        """Return the run around two sentences that may stand alone.

        It reaches back to what its first sentence points to, and on over whatever
        answers or limits its last one, unless that is barred.
        """
        while first > 0 and (self._needs_before(first) or self._takes_up(first, last)):
            first -= 1
        while last + 1 < len(self.sentences) and (
            self._needs_after(last) or self._is_answered(first, last)
        ):
            if last + 1 in self.barred:
                break
            last += 1
        return range(first, last + 1)

    def allows(self, run: range) -> bool:
        """Tell whether a run holds no sentence that is to be left out."""
        return not any(index in self.barred or index in self.elsewhere for index in run)

    def _takes_up(self, first: int, last: int) -> bool:
        """Tell whether a run speaks of what was brought in before it."""
        return any(self.taken.get(i, first) < first for i in range(first, last + 1))

    def _needs_before(self, index: int) -> bool:
        one, before = self.sentences[index], self.sentences[index - 1]
        if one.continues:
            return True
        if one.passage != before.passage:
            return one.traits.hangs or self._denied(index)
        share = _SHARE.search(one.text) and _DIGITS.search(before.text)
        unkept = before.traits.norm and one.traits.unkept
        return one.traits.leans or unkept or bool(share)

    def _denied(self, index: int) -> bool:
        """Tell whether a paragraph only denies what the next one tells grave things of.

        Who reads of deaths in custody is to read that no killing was confirmed, too.
        """
        before = self.sentences[index - 1].passage
        follows = self.sentences[index].passage
        denying = [one for one in self.sentences if one.passage == before]
        grave = (
            one.traits.gravity >= _GRAVE
            for one in self.sentences
            if one.passage == follows
        )
        return _only_denies(denying) and any(grave)

    def _is_answered(self, first: int, last: int) -> bool:
        """Tell whether a paragraph answers soon what a run of it says.

        A law, or praise, where the law is not carried out, or things are not so; what
        somebody is accused of, and what his lawyers say.
        """
        passage = self.sentences[last].passage
        said, later = (
            [one.traits for one in some if one.passage == passage]
            for some in (
                self.sentences[first : last + 1],
                self.sentences[last + 1 : last + 1 + _MOST_AFTER],
            )
        )
        laid_down = any(traits.norm or traits.praises for traits in said)
        charged = any(traits.charges for traits in said)
        return (laid_down and any(traits.unkept for traits in later)) or (
            charged and any(traits.defends for traits in later[:_DEFENCE])
        )

    def _needs_after(self, index: int) -> bool:
        one, after = self.sentences[index], self.sentences[index + 1]
        traits = after.traits
        if after.continues or traits.answers:
            return True
        if one.passage != after.passage:
            return _turns(self.sentences[index + 1 : index + 3])
        counted = _DIGITS.search(one.text) and traits.limits
        return traits.hangs or traits.concedes or bool(counted)


def around(
    passage: Passage,
    passages: Mapping[int, Passage],
    language: str,
    quoting: Quoting | None,
    barred: Collection[str] = (),
    elsewhere: Mapping[int, Collection[int]] = MappingProxyType({}),
    people: Bearers = NOBODY,
) -> Stretch:
    """Return the stretch of a passage; `passages` are those of its edition by number.

    Paragraphs under another heading are never joined to it. `barred` are the sentences
    that are not to be quoted, `elsewhere` those that are quoted from another place, by
    paragraph, where they begin. `people` are those whom the edition names.
    """
    first = last = passage
    for _ in range(_MOST_BEFORE):
        before = passages.get(first.number - 1)
        if before is None or not (
            _joins(before, first, language, quoting, back=True)
            or _names_on(before, first, people)
        ):
            break
        first = before
    while (after := passages.get(last.number + 1)) and _joins(
        last, after, language, quoting, back=False
    ):
        last = after
    numbers = range(first.number, last.number + 1)
    every = [passage if n == passage.number else passages[n] for n in numbers]
    found = [list(_sentences(one, every, language, quoting)) for one in every]
    start = sum(map(len, found[: passage.number - first.number]))
    own = range(start, start + len(found[passage.number - first.number]))
    every_one = tuple(each for one in found for each in one)
    taken = dict(_taken_up(every_one, quoting, people))
    kept_out = (i for i, each in enumerate(every_one) if each.text in barred)
    told = (
        i
        for i, each in enumerate(every_one)
        if each.span.start in elsewhere.get(each.passage.number, ())
    )
    return Stretch(every_one, own, frozenset(kept_out), frozenset(told), taken)


def continues(before: Passage, after: Passage, language: str) -> bool:
    """Tell whether a paragraph goes on in the middle of a sentence of another.

    An item of a list may lack its full stop; but where earlier sentences of a paragraph
    have theirs, its last one was broken off.
    """
    if before.headings != after.headings or _ENDED.search(before.text):
        return False
    return len(sentences(before.text, language)) > 1 or bool(_SMALL.match(after.text))


def _joins(
    before: Passage,
    after: Passage,
    language: str,
    quoting: Quoting | None,
    *,
    back: bool,
) -> bool:
    if before.headings != after.headings:
        return False
    if continues(before, after, language):
        return True
    begins = tuple(_sentences(after, [after], language, quoting))[:2]
    if quoting is None or not begins:
        return False
    if not back:
        return begins[0].traits.answers or _turns(begins)
    denying = tuple(_sentences(before, [before], language, quoting))
    return begins[0].traits.hangs or _only_denies(denying)


def _names_on(before: Passage, after: Passage, people: Bearers) -> bool:
    """Tell whether a paragraph names somebody whom the one before brought in."""
    known = people.brought_in(after.text)
    return before.headings == after.headings and not known.isdisjoint(
        people.named(before.text)
    )


def _turns(begins: Sequence[Sentence]) -> bool:
    """Tell whether a paragraph goes on from the one before, and limits what it says.

    "It did not enforce this law.", or "It also trained ten judges. However, …"
    """
    first, *others = begins
    answered = (
        others and others[0].passage == first.passage and others[0].traits.answers
    )
    return first.traits.hangs and bool(first.traits.unkept or answered)


def _only_denies(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a paragraph says but that nothing is known to have happened."""
    return len(sentences) <= _SHORT and all(one.traits.denies for one in sentences)


def _sentences(
    passage: Passage,
    every: list[Passage],
    language: str,
    quoting: Quoting | None,
) -> Iterator[Sentence]:
    at = every.index(passage)
    broken = at > 0 and continues(every[at - 1], passage, language)
    spans = sentences(passage.text, language)
    texts = [span.of(passage.text) for span in spans]
    for i, (span, text) in enumerate(zip(spans, texts, strict=True)):
        traits = quoting.traits(text) if quoting else _UNTIED
        yield Sentence(passage, span, traits, broken and i == 0)


def _taken_up(
    every: Sequence[Sentence], quoting: Quoting | None, people: Bearers
) -> Iterator[tuple[int, int]]:
    """Yield which sentences take something up, and which one brought it in.

    What is compared may be two sentences away: "The government investigated two cases.
    It closed eight others. By comparison, it investigated four in 2017."
    """
    for i, one in enumerate(every):
        number = one.passage.number
        inside = [each for each in every[:i] if each.passage.number == number]
        start, before = i - len(inside), [each.text for each in inside]
        place = quoting.introduced(one.text, before) if quoting else None
        found = [] if place is None else [start + place]
        if one.traits.compares:
            found.append(max(start, i - _COMPARED))
        for name in people.brought_in(one.text):
            full = [j for j in range(i) if people.named(every[j].text).get(name)]
            nearest = [every[j].passage for j in full[-1:]]
            found += [j for j in full if every[j].passage in nearest][:1]
        if found:
            yield i, min(found)
