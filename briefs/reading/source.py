"""Read a file of any format: what it is, its own bytes tell, not its name."""

from dataclasses import dataclass, replace
from pathlib import Path

import regex

from briefs.errors import CorpusError, Message
from briefs.files.guard import guarded
from briefs.reading import composing, contents, decoding, lines
from briefs.reading.composing import Extract
from briefs.reading.lines import Reading

_HTML = regex.compile(
    r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)
_TAG = regex.compile(
    r"(?i)</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|meta|ol|p|script|span|strong|style|sup"
    r"|table|tbody|td|th|tr|ul)(?:\s[^<>]*)?/?>"
)
_TAGS = 5
_CHARSET = regex.compile(rb"(?i)<meta[^>]+charset=[\"']?([\w-]+)")
_XHTML = regex.compile(r"(?is)<html\b")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: the reading, and what the file says of itself.

    `format` is "text", "html", "pdf", "docx", "odt", "markdown" or "scan"; `guessed`
    tells that its encoding was not said, but taken for that of Windows.
    """

    format: str
    reading: Reading
    extract: Extract
    guessed: bool = False


def read(path: Path, language: str | None = None) -> Source:
    """Read a file of any format that is known; `language` helps to read a scan.

    Raises CorpusError when it cannot be read, is damaged, or is of another format.
    """
    content = decoding.read_bytes(path)
    with guarded(
        CorpusError,
        Message("cannot read {file}", file=path),
        Message("is it damaged? Save it anew, or fetch it again"),
    ):
        return _read(content, path, language)


def _read(content: bytes, path: Path, language: str | None) -> Source:
    if not content.strip():
        raise CorpusError(
            Message("{file} is empty", file=path), hint=Message("is it the right file?")
        )
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf(content, path, language)
    if content.startswith(b"PK\x03\x04"):
        return _packed(content, path)
    _refuse_binary(content, path)
    try:
        text = _decoded(content, path)
    except CorpusError:
        if (told := decoding.of_windows(content)) is None:
            raise
        return replace(_of_text(told, path), guessed=True)
    return _of_text(text, path)


def _of_text(text: str, path: Path) -> Source:
    if _HTML.match(text.lstrip("\ufeff")) or len(_TAG.findall(text)) >= _TAGS:
        from briefs.reading.formats import html

        return _composed("html", html.extract(text))
    from briefs.reading.formats import markdown

    if path.suffix.lower() in (".md", ".markdown") or markdown.looks_so(text):
        return _composed("markdown", markdown.extract(text))
    return Source("text", lines.parse(text), Extract((), how="plain text"))


def _composed(name: str, extract: Extract) -> Source:
    extract = replace(extract, blocks=tuple(contents.told(extract.blocks)))
    return Source(name, composing.compose(extract), extract)


def _pdf(content: bytes, path: Path, language: str | None) -> Source:
    from briefs.reading.formats.pdf import reader

    extract = reader.extract(content, path)
    if extract.blocks and len(extract.lost) * 2 <= (extract.pages or 0):
        return _composed("pdf", extract)
    from briefs.reading.formats import scan

    return _composed("scan", scan.extract(content, path, language))


def _packed(content: bytes, path: Path) -> Source:
    from briefs.reading.formats import docx, odt

    if not any(part in content for part in _DOCUMENTS):
        raise CorpusError(
            Message("{file} is a packed folder", file=path),
            hint=Message("unpack it, and name the report in it"),
        )
    if b"content.xml" in content and b"word/document.xml" not in content:
        return _composed("odt", odt.extract(content, str(path)))
    return _composed("docx", docx.extract(content, str(path)))


_DOCUMENTS = (b"word/document.xml", b"content.xml", b"[Content_Types].xml")
"""Parts of which one is in every document that is a packed folder."""

_KNOWN = {
    b"\xd0\xcf\x11\xe0": "Word 97",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"\x7fELF": "ELF",
    b"MZ": "EXE",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "RAR",
}


def _refuse_binary(content: bytes, path: Path) -> None:
    for start, name in _KNOWN.items():
        if content.startswith(start) and (start != b"MZ" or b"\0" in content[:200]):
            raise CorpusError(
                Message("{file} has the format {kind}", file=path, kind=name),
                hint=Message("save the report as .docx, .odt, .pdf, .html or .txt"),
            )


def _decoded(content: bytes, path: Path) -> str:
    """Return the text of bytes: UTF-8, UTF-16, or as a page declares."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            return decoding.decoded(content, path)
    if b"\0" in content[:4096] and (text := decoding.of_two_bytes(content)):
        return text
    declared = _CHARSET.search(content[:4096])
    if declared:
        try:
            name = declared[1].decode("ascii").lower()
            latin = name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
            return content.decode("cp1252" if latin else name)
        except (LookupError, UnicodeDecodeError):
            return decoding.decoded(content, path)
    return decoding.decoded(content, path)
