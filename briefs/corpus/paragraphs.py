"""Look passages up by number, and read them when the first is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from briefs.model import Passage


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
