"""Read a picture that is printed, such as a logo."""

import base64
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from briefs.errors import BriefsError, Message
from briefs.files import inputs
from briefs.files.bare import bare

MOST = 480
"""Dots of the longer side: a logo of 42 by 90 points needs no more at 300 dpi."""

HEAVIEST = 60_000
"""Bytes of a logo: a brief that is sent by e-mail has to stay under 300 KB."""

_ORIENTATION = 0x0112
"""The note by which a camera says which side is up."""

_STEPS = (MOST, 360, 240, 180, 120)
_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


def data_uri(picture: Path, error: type[BriefsError]) -> str:
    """Return a PNG, JPEG or SVG picture as a data URI; raises `error` for another.

    A picture with more dots than can be seen is made smaller, and one that is too heavy
    for a letter too. What it says of who made it is left out.
    """
    kind = _KINDS.get(picture.suffix.lower())
    if kind is None:
        raise error(
            Message("the logo {file} cannot be printed", file=picture),
            hint=Message("use a PNG, JPEG or SVG file"),
        )
    data = inputs.read_bytes(picture, error)
    if kind != "image/svg+xml":
        with suppress(Exception):  # what cannot be read as dots, the renderer refuses
            data = _smaller(data)
    return f"data:{kind};base64,{base64.b64encode(bare(data)).decode()}"


def _smaller(data: bytes) -> bytes:
    """Return a picture with as many dots as are seen and as may be sent."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data)) as picture:
        is_turned = picture.getexif().get(_ORIENTATION, 1) != 1
        if max(picture.size) <= MOST and len(data) <= HEAVIEST and not is_turned:
            return data
        upright = ImageOps.exif_transpose(picture) if is_turned else picture
        for most in _STEPS:
            smaller = upright.copy()
            smaller.thumbnail((most, most))
            made = BytesIO()
            smaller.save(made, picture.format or "PNG", optimize=True)
            if len(made.getvalue()) <= HEAVIEST:
                break
    return made.getvalue()
