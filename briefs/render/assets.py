"""Serve what a page may load: the package's styles, templates and fonts, `data:` URIs.

There is no other door to the outside. A look folder of the house may hold `templates/`
and `styles/`; what stands there wins over the package's file of the same name.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from briefs.errors import Message, RenderError
from briefs.files import inputs
from briefs.files.bare import bare
from briefs.files.resources import data_dir
from briefs.render.typeface import fonts

BASE_URL = "https://briefs.invalid/"
"""Where relative addresses in HTML and CSS lead; no such host can exist."""

LONGEST = 300_000
"""The most letters of a style or a template; ours have 30,000."""

_EMBEDDED = re.compile(r"data:[^\s'\"()]*")

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".jpg": "image/jpeg",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}


def folders(kind: str, look: Path | None) -> tuple[Path, ...]:
    """Return where "templates" or "styles" are looked for, the house's folder first."""
    house = (look / kind,) if look else ()
    return (*house, data_dir(kind))


def fetcher(look: Path | None, *, mono: bool = False) -> Any:
    """Return a URL fetcher for WeasyPrint that stops it at any other address.

    With `mono` it serves photographs and painted logos in grey.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    faces = fonts.served()

    # The renderer wants its own class extended, and has no types for it.
    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:"):
                response = super().fetch(url, headers)
                return _greyed(response) if mono else response
            file = faces.get(path_of(url)) or serving(url, look)
            if file is None:
                raise FatalURLFetchingError(url.removeprefix(BASE_URL))
            content_type = CONTENT_TYPES[file.suffix]
            return URLFetcherResponse(
                url, content(file), {"Content-Type": content_type}
            )

    return Fetcher(fail_on_errors=True)


def path_of(url: str) -> str:
    """Return the path of an address that stands below `BASE_URL`, else nothing.

    "my%20pic.svg#icon" leads to the file "my pic.svg".
    """
    return unquote(urlsplit(url).path).lstrip("/") if url.startswith(BASE_URL) else ""


def serving(url: str, look: Path | None) -> Path | None:
    """Return the file that a page may load from an address, on paper as on a screen."""
    return find(path_of(url), look)


def content(file: Path) -> bytes:
    """Return a regular file of a bounded size; a style sheet is in UTF-8.

    A picture says nothing of who made it. Raises RenderError for any other file.
    """
    found = inputs.read_bytes(file, RenderError)
    if file.suffix == ".css":
        text(file)
    is_picture = CONTENT_TYPES.get(file.suffix, "").startswith("image/")
    return bare(found) if is_picture else found


def text(file: Path) -> str:
    """Return a style or a template.

    Raises RenderError where it is not in UTF-8, or longer than any is, the fonts and
    pictures that stand in it apart.
    """
    found = inputs.read_bytes(file, RenderError)
    try:
        written = found.decode("utf-8-sig")
        if len(_EMBEDDED.sub("", written)) > LONGEST:
            raise RenderError(
                Message(
                    "{file} has more than {number} letters", file=file, number=LONGEST
                ),
                hint=Message("is it the right file?"),
            )
        return written
    except UnicodeDecodeError as problem:
        line = found.count(b"\n", 0, problem.start) + 1
        raise RenderError(
            Message(
                "{place}: not UTF-8 text",
                place=Message("{file}, line {line}", file=file, line=line),
            ),
            hint=Message("save the file with the encoding UTF-8"),
        ) from problem


def find(path: str, look: Path | None) -> Path | None:
    """Return the file that serves `styles/…` or `templates/…`, if there is one."""
    kind, _, name = path.partition("/")
    if kind not in {"styles", "templates"}:
        return None
    for folder in folders(kind, look):
        try:
            file = (folder / name).resolve()
            inside = file.is_relative_to(folder.resolve()) and file.is_file()
        except (OSError, ValueError):  # a name that no file can have
            continue
        if inside and file.suffix in CONTENT_TYPES:
            return file
    return None


def _greyed(response: Any) -> Any:
    """Return a picture made of dots in shades of grey, anything else as it is."""
    if response.content_type not in {"image/png", "image/jpeg", "image/webp"}:
        return response
    from io import BytesIO

    from PIL import Image
    from weasyprint.urls import URLFetcherResponse

    grey = BytesIO()
    Image.open(BytesIO(response.read())).convert("LA").save(grey, "PNG")
    return URLFetcherResponse(
        response.url, grey.getvalue(), {"Content-Type": "image/png"}
    )
