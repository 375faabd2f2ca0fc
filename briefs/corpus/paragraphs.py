"""Look passages up by number, and read them when the first is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from briefs.errors import Message
from briefs.files.data.csvfile import Row
from briefs.model import Passage


def cited(row: Row, passages: Mapping[int, Passage]) -> Passage:
    """Return the passage that a row cites in its column PARAGRAPH.

    Raises CorpusError where the edition has none of that number.
    """
    number = row.number("PARAGRAPH")
    passage = passages.get(number) if isinstance(number, int) else None
    if passage is None:
        raise row.fault(
            "PARAGRAPH",
            Message(
                "the last paragraph of the edition is {count}", count=len(passages)
            ),
        )
    return passage


class Paragraphs(Mapping[int, Passage]):
    """The passages of an edition by number.

    Of many editions that a brief could quote, it looks into few: `read` is called when
    the first passage is asked for.
    """

    def __init__(self, read: Callable[[], tuple[Passage, ...]]) -> None:
        """Take what reads the passages."""
        self._read = read

    @cached_property
    def _found(self) -> dict[int, Passage]:
        return {passage.number: passage for passage in self._read()}

    def __getitem__(self, number: int) -> Passage:
        return self._found[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
