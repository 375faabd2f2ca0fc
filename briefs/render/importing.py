"""Follow what a style sheet imports, before a renderer follows it without an end."""

from pathlib import Path
from urllib.parse import urljoin

import regex

from briefs.errors import Message, RenderError
from briefs.render import assets

IMPORT = regex.compile(
    r"@import\s+(?:url\(\s*)?[\"']?(?P<address>[^\"')\s;]+)[\"']?(?:\s*\))?"
    r"\s*(?P<media>[^;]*);",
    regex.IGNORECASE,
)
_REMARK = regex.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
    r"|/\*(?!!).*?\*/\s*|(?<=[\n;{}])\s+|\s+(?=[{}])",
    regex.DOTALL,
)
"""What nobody sees in a style: remarks but for licences, what sets its lines in.

Texts are kept, which may look like it.
"""


def written(file: Path) -> str:
    """Return a style sheet without what nobody sees; raises RenderError."""
    text: str = _REMARK.sub(lambda found: found["kept"] or "", assets.text(file))
    return text


def require_end(url: str, look: Path | None) -> None:
    """Raise RenderError for a style sheet that imports itself, at once or by others.

    What is not there is told when it is loaded.
    """
    _follow(url, look, (), set())


def _follow(
    url: str, look: Path | None, inside: tuple[str, ...], ended: set[str]
) -> None:
    if url in inside:
        raise RenderError(
            Message("{file} imports itself", file=assets.path_of(url)),
            hint=Message("correct the template or the style"),
        )
    file = assets.serving(url, look)
    if url in ended or file is None or file.suffix != ".css":
        return
    for found in IMPORT.finditer(written(file)):
        _follow(urljoin(url, found["address"]), look, (*inside, url), ended)
    ended.add(url)
