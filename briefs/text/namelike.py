"""Find words that look like names of persons, whoever they are."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from briefs.model import Span
from briefs.text.names import Grammar, Signs, choice, flattened, fold

_INITIALS = r"(?<!\p{Lu}\.)\p{Lu}\.\s?\p{Lu}\p{Ll}{2,}"


def find(text: str, grammar: Grammar) -> Iterator[Span]:
    """Yield the places of words that look like a person's name.

    They end as family names or fathers' names do, follow a given name, or have an
    initial before them.
    """
    folded, places = flattened(text)
    for match in _pattern(grammar.endings, grammar.signs).finditer(folded):
        yield Span(places[match.start()], places[match.end() - 1] + 1)


@lru_cache(maxsize=16)
def _pattern(endings: str, signs: Signs) -> "regex.Pattern[str]":
    given, family, fathers, kin, others = (
        choice(map(fold, words))
        for words in (
            signs.given,
            signs.surnames,
            signs.patronymics,
            signs.kin,
            signs.others,
        )
    )
    word = rf"(?!{others}{endings}?(?!\p{{L}}))\p{{Lu}}\p{{Ll}}+"
    return regex.compile(
        rf"(?<!\p{{L}})(?:{_INITIALS}"
        rf"|{word}(?:{family}|{fathers}){endings}?(?!\p{{L}})"
        rf"|{word}\s{kin}{endings}?(?!\p{{L}})"
        rf"|{word}{given}\s\p{{Lu}}\p{{Ll}}+)"
    )
