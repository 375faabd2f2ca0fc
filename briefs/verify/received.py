"""Open a file that came from outside, without trusting it with memory or time.

A PDF file of a few kilobytes can unpack to gigabytes. Before any reader opens it, its
compressed streams are unpacked piece by piece and counted.
"""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from briefs.errors import BriefsError, Message, VerificationError
from briefs.files import drawings

LARGEST = 64_000_000
"""Bytes of a file."""

UNPACKED = 256_000_000
"""Bytes of all that a file holds compressed; a brief has about a hundredth of it."""

_DOTS = 60_000_000
"""Picture dots; twice what a printed page can show."""

STREAMS = 100_000
"""Streams of a file; a brief has some hundreds."""

_PIECE = 1 << 20
_TAKEN = 1 << 10
_STREAM = re.compile(rb"stream\r?\n")
_EXPANDING = re.compile(rb"/(?:LZWDecode|RunLengthDecode|JBIG2Decode)\b")
_PACKED = frozenset(b"\x78\x48\x58\x68")
_NESTED = 3


def weigh(data: bytes) -> None:
    """Raise VerificationError for a file that is or unpacks too large to look at."""
    if len(data) > LARGEST:
        raise _too_large(LARGEST)
    if _EXPANDING.search(data):
        raise _oddly_packed()
    left = UNPACKED
    for number, match in enumerate(_STREAM.finditer(data)):
        if number >= STREAMS:
            raise damaged()
        left -= _unpacked(memoryview(data)[match.end() :], left, _NESTED)


def _unpacked(packed: memoryview, most: int, levels: int) -> int:
    """Return how many bytes a packed stream holds, and what is packed within."""
    if not packed or packed[0] not in _PACKED or not levels:
        return 0
    size, inner = 0, b""
    for piece in _pieces(packed):
        size += len(piece)
        if size > most:
            raise _too_large(UNPACKED)
        if _EXPANDING.search(piece):
            raise _oddly_packed()
        if len(inner) < _PIECE:
            inner += piece
    return size + _unpacked(memoryview(inner), most - size, levels - 1)


def _pieces(packed: memoryview) -> Iterator[bytes]:
    """Yield what a packed stream holds, as far as it can be unpacked.

    What is taken at once grows: of a short stream the rest of the file is not copied.
    """
    unpacker = zlib.decompressobj()
    start, taken = 0, _TAKEN
    with suppress(zlib.error):
        while start < len(packed) and not unpacker.eof:
            waiting: bytes | memoryview = packed[start : start + taken]
            while piece := unpacker.decompress(waiting, _PIECE):
                yield piece
                waiting = unpacker.unconsumed_tail
            start, taken = start + taken, min(taken * 2, _PIECE)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF file whose weight is known.

    Raise VerificationError when it is none, locked, damaged, or shows huge pictures.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if document.is_encrypted:
                raise _locked()
            _refuse_huge_pictures(document)
            if drawings.are_endless(document):
                raise damaged()
            yield document
    except pikepdf.PasswordError as error:
        raise _locked() from error
    except (BriefsError, MemoryError):
        raise
    except Exception as error:  # whatever it holds, it is not what a brief holds
        raise damaged() from error


def _refuse_huge_pictures(document: Any) -> None:
    import pikepdf

    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            width, height = item.get("/Width", 0), item.get("/Height", 0)
            if int(width) * int(height) > _DOTS:
                raise _too_large(_DOTS)


def content(stream: Any) -> bytes:
    """Return the unpacked bytes of a stream; what is packed oddly stays packed.

    Only what the whole file's weight was counted for is unpacked.
    """
    import pikepdf

    filters = stream.get("/Filter", None)
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if all(name in {None, "/FlateDecode"} for name in names):
        return bytes(stream.read_bytes())
    return bytes(stream.read_raw_bytes())


def damaged() -> VerificationError:
    """Return the error for what cannot be read."""
    return VerificationError(
        Message("the file is damaged or no PDF file"), hint=_ORIGINAL
    )


_ORIGINAL = Message("ask for the file as it was sent out")


def _oddly_packed() -> VerificationError:
    return VerificationError(
        Message("the file is packed in a way that no brief is"), hint=_ORIGINAL
    )


def _locked() -> VerificationError:
    return VerificationError(
        Message("the file is encrypted"), hint=Message("remove its password first")
    )


def _too_large(most: int) -> VerificationError:
    return VerificationError(
        Message(
            "the file holds more than {size} MB, which no brief does",
            size=most // 1_000_000,
        ),
        hint=_ORIGINAL,
    )
