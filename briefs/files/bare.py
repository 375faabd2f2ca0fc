"""Take out of a picture what it says of who made it, where, when and with what.

Cameras and drawing programs leave names, places, paths and times in a file; none of it
is seen, and all of it would travel with each brief.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

_SEEN_IN_PNG = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"),
    *(b"iCCP", b"sBIT", b"bKGD"),
}
"""The parts of a PNG file that change what is seen."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_SCAN, _NOTE, _ADOBE, _PROFILE = 0xDA, 0xFE, 0xEE, 0xE2

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_LOCAL = re.compile(r"\s*(?:file:|[A-Za-z]:[\\/]|/|~|\\\\)")
"""An address on somebody's machine; a brief loads nothing from there."""


def bare(data: bytes) -> bytes:
    """Return a PNG, JPEG or SVG picture with nothing but what is seen of it.

    What cannot be read as one is returned as it is: nobody can print it.
    """
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_seen_of_png(data))
        if data.startswith(_JPEG):
            return _JPEG + b"".join(_seen_of_jpeg(data))
        return _drawing(data)
    except (ValueError, SyntaxError):  # lxml's errors are of the second kind
        return data


def _seen_of_png(data: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4])
        if data[place + 4 : place + 8] in _SEEN_IN_PNG:
            yield data[place:end]
        place = end


def _seen_of_jpeg(data: bytes) -> Iterator[bytes]:
    place = len(_JPEG)
    while place + 4 <= len(data) and data[place] == 0xFF:
        kind = data[place + 1]
        if kind == _SCAN:
            yield data[place : _end_of_jpeg(data)]
            return
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4])
        noted = kind == _NOTE or 0xE1 <= kind <= 0xEF
        profile = kind == _PROFILE and data[place + 4 :].startswith(b"ICC_PROFILE")
        if not noted or profile or kind == _ADOBE:
            yield data[place:end]
        place = end


def _end_of_jpeg(data: bytes) -> int:
    """Return where the picture ends; cameras put others, and notes, behind it."""
    end = data.find(b"\xff\xd9", data.find(b"\xff\xda"))
    last = data.rfind(b"\xff\xda")
    end = data.find(b"\xff\xd9", last) if last > 0 else end
    return end + 2 if end > 0 else len(data)


def _drawing(data: bytes) -> bytes:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.parse(BytesIO(data), parser).getroot()
    for item in list(root.iter()):
        if _is_a_note(item):
            _taken_out(item)
            continue
        for name, value in list(item.attrib.items()):
            if _is_no_drawing(name) or (name.endswith("href") and _LOCAL.match(value)):
                del item.attrib[name]
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8"))


def _is_a_note(item: Any) -> bool:
    if not isinstance(item.tag, str):  # an entity
        return False
    name = item.tag.removeprefix(_SVG)
    return name in {"metadata", "desc"} or name.startswith("{")


def _is_no_drawing(name: str) -> bool:
    xml = "{http://www.w3.org/XML/1998/namespace}"
    known = (_XLINK, xml + "space", xml + "lang")
    return name.startswith("{") and not name.startswith(known)


def _taken_out(item: Any) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)
