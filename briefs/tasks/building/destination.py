"""Say where the files of a call go: to one file, or into a folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import Message, UsageError
from briefs.files import inputs

STDOUT = "-"
"""The word that asks for standard output."""

IMPOSED = "-imposed"
"""What the name of a booklet's printed sheets ends in."""

_WRITTEN = ".csv .doc .docx .eml .htm .html .json .md .odt .pdf .rtf .toml .txt"
_DOCUMENTS = frozenset(_WRITTEN.split())
"""Endings that ask for a kind of file, whatever stands before them."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where files go: into `folder`, the first of them as `file` if that is named."""

    folder: Path
    file: Path | None = None

    def place(self, name: str) -> Path:
        """Return where the file goes that would be called `name`.

        What belongs to a named file stands beside it: "torture-imposed.pdf" beside
        "book.pdf" is "book-imposed.pdf".
        """
        if self.file is None:
            return self.folder / name
        part = IMPOSED if Path(name).stem.endswith(IMPOSED) else ""
        return self.file.with_stem(self.file.stem + part)


def destination(word: str | None, *, kind: str, several: bool) -> Destination:
    """Return what a word after `-o` means for files of a kind, such as "pdf".

    A word that ends with a slash, that is a folder, or that has no ending of a
    document names a folder. Raises UsageError for the ending of another kind of
    document, and for one file where there are several.
    """
    if word is None:
        return Destination(Path())
    path = inputs.expanded(word, UsageError)
    ending = path.suffix.lower()
    if word.endswith(("/", "\\")) or path.is_dir() or ending not in _DOCUMENTS:
        return Destination(path)
    if ending != f".{kind}":
        raise UsageError(
            Message(
                "{name} ends in {ending}, and the file is a {kind}",
                name=word,
                ending=ending,
                kind=kind.upper(),
            ),
            hint=Message("write an ending .{kind}, or name a --format", kind=kind),
        )
    if several:
        raise too_many(word)
    return Destination(path.parent, path)


def require_apart(files: Iterable[Path]) -> None:
    """Raise UsageError where two files would have one name, in capitals or not."""
    seen: set[str] = set()
    for file in files:
        name = str(file).casefold()
        if name in seen:
            raise UsageError(
                Message("two briefs would be written to {file}", file=file),
                hint=Message(
                    "name them apart with {{locale}}, {{profile}} and {{topic}}"
                ),
            )
        seen.add(name)


def too_many(word: str) -> UsageError:
    """Return the error that one file was named where several are made."""
    return UsageError(
        Message("{name} is one file, and several are made", name=word),
        hint=Message("name a folder, such as -o briefs/"),
    )
