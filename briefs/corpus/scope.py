"""Choose what a call is about: topics by their names, editions by year and country."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.errors import (
    Message,
    NothingFoundError,
    UnknownTopicError,
    UsageError,
)
from briefs.files.tomlfile import nearest
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


def pick(topics: Mapping[str, Topic], names: Iterable[str] | None) -> tuple[Topic, ...]:
    """Return the topics that are named, each once, or all of them for None.

    A name is a code or a label in any language, in capitals or not; one text may name
    several with commas between. Raises UnknownTopicError with the nearest name,
    UsageError when none is named.
    """
    if names is None:
        return tuple(topics.values())
    known = {key: code for code, topic in topics.items() for key in _names(topic)}
    codes: dict[str, None] = {}
    for name in _parted(names, known):
        code = known.get(_key(name))
        if code is None:
            raise UnknownTopicError(
                Message("unknown topic '{name}'", name=name),
                hint=nearest(_key(name), topics, also=known),
            )
        codes[code] = None
    if not codes:
        raise UsageError(
            Message("no topic was named"), hint=Message("`briefs topics` lists them")
        )
    return tuple(topics[code] for code in codes)


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
