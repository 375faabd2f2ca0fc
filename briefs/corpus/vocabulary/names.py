"""Read how names are inflected in a language: `names/<language>.toml`."""

from collections.abc import Iterable
from pathlib import Path

from briefs.errors import CorpusError
from briefs.files.data import tomlfile
from briefs.files.data.schema import build
from briefs.text.names import Grammar


def read(files: Iterable[Path]) -> dict[str, Grammar]:
    """Return the grammars of names by language; each file is named by one.

    Raises CorpusError naming file, line and key of what is malformed.
    """
    return {
        file.stem: build(Grammar, tomlfile.read(file, CorpusError)) for file in files
    }
