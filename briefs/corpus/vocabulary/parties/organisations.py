"""Read `organisations.toml`: who reports figures, and what each is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from briefs.corpus.vocabulary.labels import Wording
from briefs.errors import CorpusError
from briefs.files.data import tomlfile
from briefs.files.data.schema import Languages, build


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """An organisation: its labels, and the names it has in texts of a language.

    `needs_cue` marks those that are named for many reasons, such as the government:
    they count as a reporter only beside a word of reporting. `short` is how a text
    calls it again after its name ("the coalition").
    """

    labels: Wording
    names: Annotated[dict[str, tuple[str, ...]], Languages()] = field(
        default_factory=dict
    )
    short: Annotated[dict[str, tuple[str, ...]], Languages()] = field(
        default_factory=dict
    )
    needs_cue: bool = False


def read(path: Path) -> Mapping[str, OrganisationEntry]:
    """Return the organisations by their codes.

    Raises CorpusError naming file, line and key of what is malformed.
    """
    table = tomlfile.read(path, CorpusError)
    return {code: build(OrganisationEntry, table, code) for code in table.values}
