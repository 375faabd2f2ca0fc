"""Read what was chosen to quote on a topic: `selections/<edition>.toml`.

A choice is made of paragraphs and of the beginnings of sentences, so that it is proven
against the text whenever it is read.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.files.data.tomlfile import Table
from briefs.model import Passage, Span
from briefs.text.sentences import sentences

_KEYS = ("lead", "keep", "never", "whole", "only")


@dataclass(frozen=True, slots=True)
class Slice:
    """Some sentences of a paragraph: its number, and where they stand in its text."""

    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen on a topic in an edition.

    `lead` are sentences that can stand alone, the strongest first; `keep` are
    paragraphs to quote before others, `never` those not to quote at all, `whole` those
    not to cut; of a paragraph in `only` nothing but a run of sentences is quoted.
    """

    lead: tuple[Slice, ...] = ()
    keep: frozenset[int] = frozenset()
    never: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    only: Mapping[int, Span] = field(default_factory=dict)


NOTHING_CHOSEN = Selection()


@dataclass(frozen=True, slots=True)
class Selections:
    """The choices for an edition, by topic; whether a person `reviewed` them."""

    reviewed: bool
    topics: Mapping[str, Selection]

    def on(self, topic: str) -> Selection:
        """Return what was chosen on a topic."""
        return self.topics.get(topic, NOTHING_CHOSEN)


NONE = Selections(reviewed=False, topics={})


def read(
    file: Path,
    passages: Mapping[int, Passage],
    language: str,
    topics: Collection[str] | None,
) -> Selections:
    """Read a file of choices; there are none where it is missing.

    `topics` are the codes that it may name, None for any.

    Raises CorpusError, with file, line and key, for what is unknown, malformed, or not
    found in the text.
    """
    if not file.exists():
        return NONE
    table = tomlfile.read(file, CorpusError)
    if topics is not None:
        table.allow(("reviewed", *topics))
    reviewed = table.values.get("reviewed", False)
    if not isinstance(reviewed, bool):
        raise table.fault(Message("'{key}' must be true or false", key="reviewed"))
    chosen = {
        topic: _selection(table, topic, passages, language)
        for topic in table.values
        if topic != "reviewed"
    }
    return Selections(reviewed, chosen)


def _selection(
    table: Table, topic: str, passages: Mapping[int, Passage], language: str
) -> Selection:
    if not isinstance(table.values[topic], dict):
        raise table.fault(Message("'{key}' must be a table, [{key}]", key=topic), topic)
    table.allow(_KEYS, topic)
    only = [*_slices(table, topic, "only", passages, language)]
    return Selection(
        lead=tuple(_slices(table, topic, "lead", passages, language)),
        keep=frozenset(_numbers(table, topic, "keep", passages)),
        never=frozenset(_numbers(table, topic, "never", passages)),
        whole=frozenset(_numbers(table, topic, "whole", passages)),
        only={each.paragraph: each.span for each in only},
    )


def _numbers(
    table: Table, topic: str, key: str, passages: Mapping[int, Passage]
) -> Iterator[int]:
    for number in _listed(table, topic, key):
        if isinstance(number, bool) or number not in passages:
            what = Message("the edition has no paragraph {number}", number=number)
            raise table.fault(what, topic, key)
        yield number


def _slices(
    table: Table,
    topic: str,
    key: str,
    passages: Mapping[int, Passage],
    language: str,
) -> Iterator[Slice]:
    """Yield the sentences from one that begins so to another that begins so."""
    for entry in _listed(table, topic, key):
        if not isinstance(entry, dict) or not {"paragraph", "from"} <= entry.keys():
            what = Message("'{key}' must be a list of sentences", key=f"{topic}.{key}")
            hint = Message('write {{ paragraph = 10, from = "…" }}')
            raise table.fault(what, topic, key, hint=hint)
        passage = passages.get(entry["paragraph"])
        if passage is None:
            number = entry["paragraph"]
            what = Message("the edition has no paragraph {number}", number=number)
            raise table.fault(what, topic, key)
        first = _sentence(table, (topic, key), passage, entry["from"], language)
        until = entry.get("until", entry["from"])
        last = _sentence(table, (topic, key), passage, until, language)
        yield Slice(passage.number, Span(first.start, last.end))


def _sentence(
    table: Table, keys: tuple[str, str], passage: Passage, start: Any, language: str
) -> Span:
    """Return the sentence of a passage that begins with some words."""
    text = passage.text
    found = [
        span
        for span in sentences(text, language)
        if isinstance(start, str) and start and span.of(text).startswith(start)
    ]
    if len(found) == 1:
        return found[0]
    what = Message(
        "not one sentence of paragraph {number} begins with “{words}”, but {found}",
        number=passage.number,
        words=start,
        found=len(found),
    )
    raise table.fault(what, *keys)


def _listed(table: Table, topic: str, key: str) -> list[Any]:
    found = table.values[topic].get(key, [])
    if not isinstance(found, list):
        raise table.fault(
            Message("'{key}' must be a list [ ]", key=f"{topic}.{key}"), topic, key
        )
    return found
