"""What is wrong in a style is told with its file and its line."""

from pathlib import Path

import pytest

from briefs.errors import RenderError
from briefs.render import layout as render
from tests.make.pages import page

LINK = '<link rel="stylesheet" href="styles/house.css">'


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("h1 { colour: red }", "colour"),
        ("h1 { color: 12 }", "color"),
        ("@medium print {}", "medium"),
    ],
)
def test_a_mistake_in_a_style_is_named_with_its_file_and_line(
    wrong: str, what: str, tmp_path: Path
) -> None:
    (tmp_path / "styles").mkdir()
    file = tmp_path / "styles" / "house.css"
    file.write_text(f"h2 {{ color: #111 }}\n\n{wrong}\n", encoding="utf-8")
    html = page("<h1>А</h1>").replace("</head>", f"{LINK}</head>")
    with pytest.raises(RenderError) as caught:
        render.lay_out(html, look=tmp_path)
    assert f"{file}, line 3: " in caught.value.message
    assert what in caught.value.message
