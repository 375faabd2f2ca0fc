"""Read a picture that is printed, such as a logo."""

import base64
from pathlib import Path

from briefs.errors import BriefsError, Message
from briefs.files import inputs

_KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


def data_uri(picture: Path, error: type[BriefsError]) -> str:
    """Return a PNG, JPEG or SVG picture as a data URI; raises `error` for another."""
    kind = _KINDS.get(picture.suffix.lower())
    if kind is None:
        raise error(
            Message("the logo {file} cannot be printed", file=picture),
            hint=Message("use a PNG, JPEG or SVG file"),
        )
    data = base64.b64encode(inputs.read_bytes(picture, error)).decode()
    return f"data:{kind};base64,{data}"
