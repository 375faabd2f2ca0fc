"""Choose what a call is about: topics by their names, editions by year and country."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import regex

from briefs.errors import (
    CorpusError,
    Message,
    NothingFoundError,
    UnknownTopicError,
    UsageError,
)
from briefs.files.data.tomlfile import nearest
from briefs.model import Edition, Topic


@dataclass(frozen=True, slots=True)
class Range:
    """Which editions to use: years of issue, and countries (ISO 3166-1 alpha-3).

    None stands for all of them.
    """

    years: frozenset[int] | None = None
    countries: frozenset[str] | None = None

    def holds(self, edition: Edition) -> bool:
        """Tell whether an edition is in the range."""
        return (self.years is None or edition.year in self.years) and (
            self.countries is None or edition.country in self.countries
        )


def within(editions: Sequence[Edition], range: Range) -> tuple[Edition, ...]:
    """Return the editions in a range; raises NothingFoundError when there is none."""
    found = tuple(filter(range.holds, editions))
    if not found:
        years = sorted({edition.year for edition in editions})
        raise NothingFoundError(
            Message("the corpus has no edition in this range"),
            hint=Message(
                "it holds {first}–{last}, {countries}",
                first=years[0],
                last=years[-1],
                countries=", ".join(sorted({edition.country for edition in editions})),
            ),
        )
    return found


def edition(editions: Iterable[Edition], name: str) -> Edition:
    """Return the edition with this id; raises CorpusError when there is none."""
    known = {each.id: each for each in editions}
    if name not in known:
        raise CorpusError(
            Message("the corpus has no edition '{name}'", name=name),
            hint=nearest(name, known),
        )
    return known[name]


def pick(topics: Mapping[str, Topic], names: Iterable[str] | None) -> tuple[Topic, ...]:
    """Return the topics that are named, each once, or all of them for None.

    A name is a code or a label in any language, in capitals or not, or its first words
    where no other topic begins so; one text may name several with commas between.
    Raises UnknownTopicError with the nearest names, UsageError when none is named.
    """
    if names is None:
        return tuple(topics.values())
    known = {key: code for code, topic in topics.items() for key in _names(topic)}
    codes = {_code(name, topics, known): None for name in _parted(names, known)}
    if not codes:
        raise UsageError(
            Message("no topic was named"), hint=Message("`briefs topics` lists them")
        )
    return tuple(topics[code] for code in codes)


def _code(name: str, topics: Mapping[str, Topic], known: Mapping[str, str]) -> str:
    """Return the code of a topic that is named whole, or by the first words of it."""
    key = _key(name)
    begun = dict.fromkeys(code for each, code in known.items() if _begins(each, key))
    if key in known or len(begun) == 1:
        return known.get(key) or next(iter(begun))
    if begun:
        raise UnknownTopicError(
            Message("several topics begin with '{name}'", name=name),
            hint=_meant(begun, topics),
        )
    raise UnknownTopicError(
        Message("unknown topic '{name}'", name=name),
        hint=_meant(_near(key, known), topics),
    )


def _begins(label: str, words: str) -> bool:
    return label.startswith(words) and not label[len(words) :][:1].isalnum()


def _near(key: str, known: Mapping[str, str]) -> Iterable[str]:
    """Return the codes of topics whose names are like some words, the likest first."""
    parts: dict[str, list[str]] = {}
    for name, code in known.items():
        for part in (name, *_WORD.findall(name)):
            parts.setdefault(part, []).append(code)
    words = [word for word in _WORD.findall(key) if len(word) > _SHORT]
    if same := [n for n in known if words and all(word in n for word in words)]:
        return list(dict.fromkeys(known[name] for name in same))[:_MOST]
    near = (p for w in (key, *words) for p in get_close_matches(w, parts, _MOST, _LIKE))
    codes = dict.fromkeys(code for part in near for code in parts[part])
    return [*codes][:_MOST]


def _meant(codes: Iterable[str], topics: Mapping[str, Topic]) -> Message:
    """Return a hint: topics that were probably meant, in the user's language."""
    named = tuple(
        Message("{label} ({code})", label=topics[code].labels, code=code)
        for code in codes
    )
    if not named:
        return Message("`briefs topics` lists them")
    return Message("did you mean {names}?", names=named)


_WORD = regex.compile(r"\p{L}[\p{L}-]+")
_SHORT = 3
"""Letters of words that are too short to tell a topic."""

_LIKE = 0.7
"""How much of two words is the same where one may be meant for the other."""

_MOST = 4
"""Topics that are proposed at most."""


def _parted(names: Iterable[str], known: Mapping[str, str]) -> Iterator[str]:
    """Yield single names; a label may hold a comma of its own."""
    for name in names:
        parts = [name] if _key(name) in known else name.split(",")
        yield from (part for part in parts if part.strip())


def _names(topic: Topic) -> Iterator[str]:
    yield _key(topic.code)
    yield from map(_key, topic.labels.values())


def _key(name: str) -> str:
    """Return a name as it is compared: without capitals and needless blanks."""
    return " ".join(name.casefold().replace("ё", "е").split())
