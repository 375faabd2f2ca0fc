"""Find who reported a figure, from a list of organisations that people edit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from briefs.corpus.vocabulary.parties.organisations import read
from briefs.model import Labels, Span
from briefs.numbers.clauses import ALONE, Joints, clause
from briefs.text.searching import phrases
from briefs.text.searching.beginnings import Anchored
from briefs.text.searching.needed import Possible, Ways, ways

_OPENING = regex.compile(r"(?r)\s*\((?:an?|the)?\s*")
_WORDS = regex.compile(r"[\w.;:]")
_NEAR = 60  # characters beyond which a name has nothing to do with a word of reporting
_BESIDE = 6  # names that stand about equally near to one: the number decides

Words = regex.Pattern[str] | Anchored
"""Words to be looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Organisation:
    """Somebody who reports figures: code, labels, and how a language writes the name.

    `needs_cue` marks those that are named for many reasons, such as the government:
    they count as the reporter only beside a word of reporting. `short` is how a text
    calls it again after its name ("the coalition"). `needed` is what a text must hold
    to have the name.
    """

    code: str
    labels: Labels
    pattern: regex.Pattern[str]
    needs_cue: bool
    needed: Ways
    short: regex.Pattern[str] | None = None


def organisations(path: Path, language: str) -> tuple[Organisation, ...]:
    """Read the organisations that have a name in `language`.

    Raise CorpusError, with file, line and key, when the list is malformed.
    """
    return tuple(
        Organisation(
            code,
            entry.labels,
            phrases.matcher(names),
            entry.needs_cue,
            ways(names),
            phrases.matcher(entry.short.get(language, ())),
        )
        for code, entry in read(path).items()
        if (names := entry.names.get(language))
    )


class Reporters:
    """Who is named in a sentence, and where its words of reporting stand.

    Of two names that overlap the longer one counts; one in brackets behind another
    ("the Coalition (an NGO)") only explains that.
    """

    def __init__(
        self,
        sentence: str,
        known: Sequence[Organisation],
        cue: Words,
        denied: Words = phrases.NEVER,
        joints: Joints = ALONE,
    ) -> None:
        """Find them; in what is `denied` ("did not report") nobody reports."""
        self._sentence = sentence
        self._joints = joints
        self._cues = said(sentence, cue, denied)
        named = [
            (Span(*match.span()), organisation)
            for organisation in _possible(tuple(known))(sentence)
            for match in organisation.pattern.finditer(sentence)
        ]
        named.sort(key=lambda item: item[0].start - item[0].end)
        self._named: list[tuple[Span, Organisation]] = []
        for span, organisation in named:
            if not any(span.overlaps(other) for other, _ in self._named):
                self._named.append((span, organisation))
        ends = {span.end for span, _ in self._named}
        self._named = [
            (span, organisation)
            for span, organisation in self._named
            if not _explains(sentence, span, ends)
        ]

    def of(self, place: int) -> str | None:
        """Return the code of the organisation that reported the number at `place`.

        Nobody reports what another clause says that somebody else does. Of several,
        the one nearest to a word of reporting comes first, then the one nearest to the
        number.
        """
        found = []
        around = self.clause(place)
        cues = [cue for cue in self._cues if around.overlaps(cue)]
        for span, organisation in self._named:
            if not around.overlaps(span):
                continue
            apart = _apart(span, cues)
            if apart < _NEAR or not organisation.needs_cue:
                distance = abs(place - span.start)
                found.append((apart // _BESIDE, distance, organisation.code))
        return min(found)[2] if found else None

    def clause(self, place: int) -> Span:
        """Return the clause around `place`, with those that go on with it."""
        named = (span for span, _ in self._named)
        return clause(self._sentence, place, named, self._joints)

    def beside(self, place: int) -> frozenset[str]:
        """Return the codes of all who are named in the clause around `place`."""
        around = self.clause(place)
        return frozenset(one.code for s, one in self._named if around.overlaps(s))

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all who are named."""
        return frozenset(one.code for _, one in self._named)

    def joined(self, joint: regex.Pattern[str]) -> tuple[tuple[str, ...], ...]:
        """Return the codes of those who are named, together where they stand so.

        Between those who do ("X and Y") stand no words but those of `joint`; right
        behind a name stands only what explains it ("the Coalition NGO").
        """
        groups: list[list[str]] = []
        end: int | None = None
        for span, one in sorted(self._named, key=lambda item: item[0].start):
            joins = end is not None and self._is_joint(end, span.start, joint)
            if end is None or self._sentence[end : span.start].strip():
                if not joins:
                    groups.append([])
                groups[-1].append(one.code)
            end = span.end
        return tuple(tuple(dict.fromkeys(group)) for group in groups)

    def _is_joint(self, start: int, end: int, joint: regex.Pattern[str]) -> bool:
        between = self._sentence[start:end]
        rest = joint.sub("", between)
        return rest != between and not _WORDS.search(rest)


@lru_cache(maxsize=1024)
def _possible(known: tuple[Organisation, ...]) -> Possible[Organisation]:
    return Possible((organisation, organisation.needed) for organisation in known)


def said(sentence: str, cue: Words, denied: Words) -> list[Span]:
    """Return where the words of reporting stand that are not `denied`."""
    silent = [Span(*match.span()) for match in denied.finditer(sentence)]
    cues = (Span(*match.span()) for match in cue.finditer(sentence))
    return [each for each in cues if not any(map(each.overlaps, silent))]


def again(sentence: str, code: str | None, known: Sequence[Organisation]) -> str | None:
    """Return `code` if the sentence names that organisation by its short name."""
    short = next((o.short for o in known if o.code == code), None)
    return code if short and short.search(sentence) else None


def _explains(sentence: str, span: Span, ends: Collection[int]) -> bool:
    """Tell whether a name stands in brackets right behind another one."""
    opening = _OPENING.match(sentence, 0, span.start)
    return opening is not None and opening.start() in ends


def _apart(name: Span, cues: list[Span]) -> int:
    """Return how many characters part a name from the nearest word of reporting."""
    gaps = (
        name.start - cue.end if cue.end <= name.start else cue.start - name.end
        for cue in cues
    )
    return min(min((max(gap, 0) for gap in gaps), default=_NEAR), _NEAR)
