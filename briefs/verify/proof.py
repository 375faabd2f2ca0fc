"""Say what came of a comparison: a verdict, what differs, what was proven."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefs.errors import ExitCode, Message


class Verdict(StrEnum):
    """How a received file compares with the brief made again from its recipe."""

    IDENTICAL = "identical"
    SAME_CONTENT = "same-content"
    SAME_WORDS = "same-words"
    CHANGED = "changed"
    UNKNOWN_SOURCE = "unknown-source"
    CANNOT_SAY = "cannot-say"

    @property
    def exit_code(self) -> ExitCode:
        """What the command line ends with."""
        if self in {Verdict.CHANGED, Verdict.CANNOT_SAY}:
            return ExitCode.VERIFICATION
        if self is Verdict.UNKNOWN_SOURCE:
            return ExitCode.UNKNOWN_SOURCE
        return ExitCode.DONE


@dataclass(frozen=True, slots=True)
class Difference:
    """What a file shows or carries that the brief made again does not.

    `page` counts from 1 and is None for what stands on none. `kind` is "text" for
    words, "look" for what is drawn otherwise than it reads, "page" for pages added,
    dropped or moved, else what the file carries: "attachment", "link", "tags",
    "metadata", "active" (what runs, opens or lies over the page), "structure".
    """

    page: int | None
    kind: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of one file.

    `proven` of `quotations` were found in the file and in their sources. `missing`
    names what the corpus lacks; `notes` say what else a reader should know. `id` is the
    brief's own, as its recipe has it; empty where it has none.
    """

    file: Path
    verdict: Verdict
    proven: int = 0
    quotations: int = 0
    differences: Sequence[Difference] = ()
    missing: Sequence[Message] = ()
    notes: Sequence[Message] = ()
    id: str = ""
