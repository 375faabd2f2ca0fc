"""Read a scan through Tesseract, where it is installed with the scan's language."""

import os
import subprocess
from pathlib import Path
from shutil import which

from briefs.errors import CorpusError, Message
from briefs.files import scratch
from briefs.reading import composing, lines
from briefs.reading.composing import Extract, Told
from briefs.reading.plain import blocks as paragraphs
from briefs.reading.plain.blocks import Block

_MODELS = {"ky": "kir", "ru": "rus", "en": "eng"}
"""Tesseract's model for each language, alone: with another none of ө, ү, ң survives."""

_SCALE = 300 / 72
_SECONDS = 120
_LARGEST = 3400
"""Points of an edge; the longest that paper has are 3,370 (A0)."""


def extract(content: bytes, path: Path, language: str | None) -> Extract:
    """Return the text of a PDF's pictures; `path` names it in messages.

    Raises CorpusError where Tesseract or its language is missing, or none is named.
    """
    if language not in _MODELS:
        raise CorpusError(
            Message("{file} is a scan without text", file=path),
            hint=Message("name its language with --language, so that it can be read"),
        )
    model = _MODELS[language]
    program = which("tesseract")
    if program is None or model not in _installed(program):
        raise CorpusError(
            Message("{file} is a scan without text", file=path),
            hint=Message(
                "install Tesseract with the language {model} (apt-get install "
                "tesseract-ocr-{model}), or name a file with text",
                model=model,
            ),
        )
    text = "\f".join(_pages(content, program, model))
    reading = lines.parse(text)
    told = tuple(_piece(block) for block in paragraphs.of(reading))
    return Extract(
        blocks=told,
        furniture=tuple(composing.Row(h.text, h.page) for h in reading.headers),
        pages=reading.pages,
        language=language or "",
        how="scan",
    )


def _piece(block: Block) -> Told:
    rows = tuple(composing.Row(line.text, line.page) for line in block.lines)
    return Told(block.part, rows, block.level, block.marks)


def _installed(program: str) -> set[str]:
    done = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, check=False
    )
    return set(done.stdout.split())


def _pages(content: bytes, program: str, model: str) -> list[str]:
    import pypdfium2

    found = []
    document = pypdfium2.PdfDocument(content)
    try:
        with scratch.folder() as folder:
            for index in range(len(document)):
                picture = folder / "page.png"
                _require_paper(document[index].get_size())
                document[index].render(scale=_SCALE).to_pil().save(picture)
                found.append(_read(picture, index + 1, program, model))
    finally:
        document.close()
    return found


def _read(picture: Path, page: int, program: str, model: str) -> str:
    """Return the text of a picture; raises CorpusError where Tesseract fails on it."""
    try:
        done = subprocess.run(
            [program, str(picture), "-", "-l", model],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # several threads only wait
        )
    except (OSError, ValueError, subprocess.SubprocessError) as problem:
        raise CorpusError(
            Message("Tesseract cannot read page {page} of the scan", page=page),
            hint=Message("scan the report again"),
        ) from problem
    return done.stdout.strip("\f\n")


def _require_paper(size: tuple[float, float]) -> None:
    """Refuse a page larger than paper is, whose picture would fill the memory."""
    if not all(0 < edge < _LARGEST for edge in size):
        raise CorpusError(
            Message("a page of the scan has an impossible size"),
            hint=Message("scan the report again"),
        )
