"""Read a source as text, or not at all."""

from pathlib import Path

import regex

from briefs.errors import CorpusError, Message
from briefs.files import inputs
from briefs.text import characters

LINE_END = regex.compile(
    r"\r\n|[\n\r\v\x85\u2028\u2029]|(?<=[^\n\r\f\v\x85\u2028\u2029])(?=\f)"
)
"""What ends a line, whoever wrote it."""

_OURS = 0.95  # of the letters and signs of a text in Latin or Cyrillic
_BETWEEN = regex.compile(r"\p{L}[‚„‹›‘“”]\p{L}")


def read_text(path: Path) -> str:
    """Return the text of the source at `path`, which must be UTF-8.

    Raises CorpusError when the file is missing, unreadable or in another encoding.
    """
    return decoded(read_bytes(path), path)


def decoded(content: bytes, path: Path) -> str:
    """Return the text of a source's bytes; `path` names it in messages.

    Raises CorpusError where it is not UTF-8.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            Message(
                "{file} is not UTF-8 text (byte {byte})", file=path, byte=error.start
            ),
            hint=Message("save the file as UTF-8 and try again"),
        ) from error


def of_windows(content: bytes) -> str | None:
    """Return a text in a code page of Windows that does not say in which.

    None unless all its letters are plain Latin ones, and its other signs those on which
    the code pages agree: quotation marks and dashes where they can stand.
    """
    try:
        text = content.decode("cp1252")
        agreed = text == content.decode("cp1251")
    except UnicodeDecodeError:
        return None
    return text if agreed and not _BETWEEN.search(text) else None


def of_two_bytes(content: bytes) -> str | None:
    """Return a text in UTF-16 without its mark; None unless it is Latin or Cyrillic."""
    for order in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(order)
        except UnicodeDecodeError:
            continue
        ours = sum(sign < "\u0530" or "\u2000" <= sign < "\u2100" for sign in text)
        if ours >= len(text) * _OURS and not characters.CONTROL.search(text):
            return text
    return None


def require_text(text: str, name: Path | str) -> None:
    """Raise CorpusError, with the line, where a source holds a control character."""
    if found := characters.CONTROL.search(text):
        raise CorpusError(
            Message(
                "{file}, line {line}: the control character U+{code} is no text",
                file=name,
                line=len(LINE_END.findall(text, 0, found.start())) + 1,
                code=f"{ord(found[0]):04X}",
            ),
            hint=Message("remove it, or save the report as text again"),
        )


def read_bytes(path: Path) -> bytes:
    """Return a source as it stands.

    Raises CorpusError when it cannot be read, is no file, or is larger than a report.
    """
    return inputs.read_bytes(path, CorpusError, inputs.SOURCE)
