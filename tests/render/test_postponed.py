"""WeasyPrint is loaded without the parts of fontTools that our fonts do not need."""

import subprocess
import sys

LOADED = """\
import sys
from briefs.render import engine
engine.load()
print("fontTools.ttLib" in sys.modules, "fontTools.subset" in sys.modules)
"""

USED = """\
from io import BytesIO
from briefs.render import engine
from briefs.render.typeface import fonts
engine.load()
from weasyprint.pdf import fonts as users
file = fonts.file("Briefs Sans", 400, "normal").read_bytes()
with users.TTFont(BytesIO(file)) as font:
    print(font["head"].unitsPerEm)
import fontTools.ttLib as real
print(users.TTFont is real.TTFont, issubclass(users.TTLibError, Exception))
print(users.subset.Options(hinting=True).hinting)
"""


def python(code: str) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()


def test_a_page_is_set_without_them() -> None:
    assert python(LOADED) == ["False False"]


def test_they_are_there_when_they_are_used() -> None:
    assert python(USED) == ["1000", "True True", "True"]
