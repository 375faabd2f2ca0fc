"""A style of a house may not hide or change what is quoted."""

from pathlib import Path

import pytest

from briefs.errors import RenderError
from briefs.render import layout

PAGE = """<!doctype html><html lang="ky"><head><title>A</title>
<link rel="stylesheet" href="styles/house.css"></head><body>
<blockquote><p>Кыйноо болгон эмес.</p></blockquote>
<table><tr><th>2015</th></tr><tr><td>109</td></tr></table></body></html>"""


def set_with(folder: Path, css: str, media: str = "print") -> None:
    (folder / "styles").mkdir()
    (folder / "styles" / "house.css").write_text(css, encoding="utf-8")
    layout.lay_out(PAGE, look=folder, media=media)


@pytest.mark.parametrize(
    ("css", "why"),
    [
        ("blockquote{color:white}", "too pale"),
        ("blockquote{color:rgba(0,0,0,.05)}", "too pale"),
        ("blockquote{background:black}", "too pale"),
        ("td{color:#fefefe}", "too pale"),
        ("blockquote p::before{content:'NOT: '}", "a style adds it"),
        ("td::after{content:'0'}", "a style adds it"),
        ("blockquote{font-size:.01px}", "too small"),
        ("blockquote{visibility:hidden}", "is not drawn"),
        ("blockquote p{transform:scale(.01)}", "is not drawn"),
        ("blockquote{position:absolute;left:-9999px}", "outside the paper"),
        ("blockquote{text-indent:-9999px}", "outside the paper"),
        ("blockquote{height:0;overflow:hidden}", "cut off"),
        ("blockquote{width:40px;line-height:0}", "lies on other words"),
        ("blockquote{direction:rtl}", "right to left"),
        ("blockquote{text-decoration:line-through}", "struck out"),
        (
            "body::after{content:'';position:absolute;top:0;left:0;"
            "width:2000px;height:2000px;background:white}",
            "is covered",
        ),
        ("blockquote{display:none}", "leaves out"),
    ],
)
def test_what_hides_or_changes_a_quotation_is_refused(
    tmp_path: Path, css: str, why: str
) -> None:
    with pytest.raises(RenderError, match=why):
        set_with(tmp_path, css)


@pytest.mark.parametrize(
    "css", ["", "blockquote{color:#1a3d7c;font-style:italic;margin-left:40px}"]
)
def test_what_only_dresses_it_is_not(tmp_path: Path, css: str) -> None:
    set_with(tmp_path, css)


def test_what_is_hidden_on_screens_only_is_found_there(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="is not drawn"):
        set_with(tmp_path, "@media screen{blockquote{visibility:hidden}}", "screen")
