"""Find the sentences of a text that can stand alone: whole, short, in want of none."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import regex

from briefs.corpus.quoting import Quoting
from briefs.text.bearers import NOBODY, Bearers
from briefs.text.fold import fold
from briefs.text.sentences import count_words, sentences

LONGEST, SHORTEST = 40, 8
"""Words of a sentence that stands alone."""

_NAMES = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+")
_BEFORE = "“«\"'([ "
_SMALL = regex.compile(r"\p{Ll}")
_ENDED = regex.compile(r"[.!?…:;][”“»\"’)\]]*$")


def best(
    parts: Iterable[str],
    language: str,
    hits: Sequence[str],
    names: Collection[str],
    quoting: Quoting | None,
    people: Bearers = NOBODY,
    shortest: int = SHORTEST,
) -> list[str]:
    """Return the sentences that can stand alone: with a hit, then the gravest.

    Last come those that only say what a law lays down. None has fewer words than the
    `shortest` may have, or tells of one of the `people` who holds no office, or who was
    named in full before.
    """
    fitting = [
        sentence
        for sentence in _alone(parts, language, quoting)
        if _fits(sentence, shortest)
        and not _names_person(sentence, names)
        and not people.tells_of_private(sentence)
        and not people.brought_in(sentence)
    ]

    def rank(sentence: str) -> tuple[bool, bool, int]:
        traits = quoting.traits(sentence) if quoting else None
        missed = not any(hit in sentence for hit in hits)
        return bool(traits and traits.norm), missed, -(traits.gravity if traits else 0)

    return sorted(fitting, key=rank)


def _alone(
    parts: Iterable[str], language: str, quoting: Quoting | None
) -> Iterator[str]:
    """Yield the sentences of some paragraphs that need neither of their neighbours."""
    said = [
        span.of(part).strip() for part in parts for span in sentences(part, language)
    ]
    traits = [quoting.traits(one) if quoting else None for one in said]
    broken = False
    for place, (sentence, own) in enumerate(zip(said, traits, strict=True)):
        after = traits[place + 1] if place + 1 < len(said) else None
        leans = own and (own.leans or own.hangs or own.answers)
        soon = traits[place + 1 : place + 3]
        heard = own and own.charges and any(t and t.defends for t in soon)
        taken = quoting and quoting.introduced(sentence, said[:place]) is not None
        answered = after and (after.answers or after.concedes or after.limits)
        # "The law prohibits …": not without "the law was not enforced".
        before = traits[place - 1] if place else None
        lawless = own and own.unkept and before and before.norm
        held = own and (own.norm or own.praises)
        unkept = held and any(t and t.unkept for t in traits[place + 1 :])
        alone = not (leans or lawless or taken or answered or heard or unkept)
        if alone and not broken:
            yield sentence
        broken = not _ENDED.search(sentence)  # a stray line break parts what follows


def _fits(sentence: str, shortest: int) -> bool:
    """Tell whether a sentence is whole, and neither too short nor too long."""
    ends = sentence.endswith((".", "!", "?", "…", "”", "»", '"'))
    begins = not sentence.lstrip(_BEFORE).startswith("…") and not _SMALL.match(
        sentence.lstrip(_BEFORE)
    )
    return shortest <= count_words(sentence) <= LONGEST and ends and begins


def _names_person(sentence: str, names: Collection[str]) -> bool:
    """Tell whether capitalised words stand together that name no organisation."""
    return any(
        not all(fold(word) in names for word in found[0].split()[-2:])
        for found in _NAMES.finditer(sentence)
        if found.start() > 0 or len(found[0].split()) > 2
    )
