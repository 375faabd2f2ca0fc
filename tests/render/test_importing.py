"""What a style imports has an end, or is refused before it is followed."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from briefs.errors import RenderError
from briefs.render import assets, importing


def styles(look: Path, **sheets: str) -> str:
    """Write the style sheets of a house; return the address of `a`."""
    (look / "styles").mkdir()
    for name, css in sheets.items():
        (look / "styles" / f"{name}.css").write_text(css, encoding="utf-8")
    return urljoin(assets.BASE_URL, "styles/a.css")


@pytest.mark.parametrize(
    "sheets",
    [
        {"a": "@import 'a.css';"},
        {"a": "@IMPORT url(./a.css) print;"},
        {"a": "@import 'b.css';", "b": "@import 'c.css';", "c": "@import 'b.css';"},
    ],
)
def test_a_style_that_imports_itself_is_refused_by_name(
    tmp_path: Path, sheets: dict[str, str]
) -> None:
    with pytest.raises(RenderError, match=r"styles/[ab]\.css imports itself"):
        importing.require_end(styles(tmp_path, **sheets), tmp_path)


@pytest.mark.parametrize(
    "css",
    [
        "p { top: 0 }",
        "/* @import 'a.css'; */",
        "@import 'nosuch.css';",
        "@import 'https://example.org/a.css';",
    ],
)
def test_others_have_an_end(tmp_path: Path, css: str) -> None:
    importing.require_end(styles(tmp_path, a=css), tmp_path)


def test_what_is_imported_twice_is_followed_once(tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(60)]
    twice = {
        name: f"@import '{after}.css'; @import '{after}.css';"
        for name, after in zip(["a", *names], names, strict=False)
    }
    importing.require_end(styles(tmp_path, **twice), tmp_path)
