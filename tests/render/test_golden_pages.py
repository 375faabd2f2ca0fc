"""Pages are compared with pages: the same brief looks the same, its variants alike.

No picture is stored: a rendering is compared with another rendering, so that neither
the machine's rasteriser nor an update of a library can make a difference by itself.
"""

import io
import re
import statistics
import tomllib
from collections.abc import Callable
from itertools import product
from operator import gt
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from briefs.compose.pages import designs
from briefs.text.sentences import squeeze
from briefs.verify import pdftext
from tests.make.alike import standing_for
from tests.make.commands import DAY, Built, execute
from tests.make.places import QUALITY

SCALE = 1.0
NOISE = 1.5
"""Grey levels by which two rasters of the same page may differ on average."""

ID = re.compile("(?:[0-9a-f]{4}-){2}[0-9a-f]{4}")

Made = Callable[..., bytes]


@pytest.fixture
def made(built: Built) -> Made:
    """Return what makes a brief and returns its bytes."""

    def make(*words: str) -> bytes:
        topic = () if words[0] == "women" else ("torture",)
        done, path = built(*topic, *words)
        assert done.code == 0, done.err
        return path.read_bytes()

    return make


def pictures(pdf: bytes) -> list[Image.Image]:
    """Return the pages in grey, as they are after trimming."""
    with pikepdf.open(io.BytesIO(pdf)) as source:
        for page in source.pages:
            page.cropbox = page.trimbox
        trimmed = io.BytesIO()
        source.save(trimmed)
    with pypdfium2.PdfDocument(trimmed.getvalue()) as document:
        return [page.render(scale=SCALE).to_pil().convert("L") for page in document]


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return by how many grey levels two pages differ on average."""
    size = min(one.width, other.width), min(one.height, other.height)
    parts = (picture.crop((0, 0, *size)) for picture in (one, other))
    return ImageStat.Stat(ImageChops.difference(*parts)).mean[0]


def words(pdf: bytes) -> str:
    """Return the words on the pages but the id, which tells one file from another."""
    return ID.sub("", squeeze(pdftext.text(pdf)))


@pytest.mark.thorough  # of a small brief, tests/cli/test_app.py
@pytest.mark.parametrize("profile", designs.shipped())
def test_the_same_brief_has_the_same_bytes_and_pixels_in_another_process(
    profile: str, made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "again.pdf"
    words = "-l", "ky", "--profile", profile
    again = execute(
        *("build", "torture", *words, "--date", DAY, "-o", path),
        env={"BRIEFS_CACHE": "off", "TZ": "Asia/Bishkek", "PYTHONHASHSEED": "7"},
    )
    assert again.code == 0, again.err
    first = made(*words)
    assert path.read_bytes() == first
    assert [page.tobytes() for page in pictures(path.read_bytes())] == [
        page.tobytes() for page in pictures(first)
    ]


@pytest.mark.parametrize(
    ("profile", "locale"),
    standing_for([("handout", "ky")], product(designs.shipped(), ["ky", "ru"])),
)
def test_without_colour_the_text_stays_and_the_lines_break_alike(
    profile: str, locale: str, made: Made
) -> None:
    coloured = made("-l", locale, "--profile", profile)
    mono = made("-l", locale, "--profile", profile, "--mono")
    assert words(mono) == words(coloured)
    pairs = zip(pictures(coloured), pictures(mono), strict=True)
    assert all(difference(*pair) < 4 * NOISE for pair in pairs)


@pytest.mark.parametrize("profile", standing_for(["handout"], designs.shipped()))
def test_trimmed_at_its_marks_a_page_is_the_page_without_marks(
    profile: str, made: Made
) -> None:
    plain = made("-l", "ky", "--profile", profile)
    marked = made("-l", "ky", "--profile", profile, "--crop-marks")
    assert words(marked) == words(plain)
    pairs = zip(pictures(plain), pictures(marked), strict=True)
    assert all(difference(*pair) < 2 * NOISE for pair in pairs)


def test_another_page_is_told_apart(made: Made) -> None:
    first, second, *_ = pictures(made("-l", "ky", "--profile", "brief"))
    assert difference(first, first) == 0
    assert difference(first, second) > 4 * NOISE


FLOORS = tomllib.loads((QUALITY / "floors-pages.toml").read_text("utf-8"))
"""How full pages are at least, by design: shares of their height."""

TRIED = [
    ("torture", "ky"),
    ("trafficking", "ru"),
    ("detention", "ru"),
    ("women", "en"),
    ("lgbti", "ky"),
    ("hiv", "en"),
    ("statelessness", "ky"),
]
"""With figures and without, much to say and little, translated and not."""


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("topic", "locale", "profile"),
    [
        *((*one, "brief") for one in TRIED),
        ("women", "en", "large-print"),
        ("torture", "ky", "large-print"),
        ("hiv", "en", "email"),
    ],
)
def test_every_page_is_full_and_the_last_a_third_or_gone(
    topic: str, locale: str, profile: str, built: Built
) -> None:
    done, path = built(topic, "-l", locale, "--profile", profile)
    assert done.code == 0, done.err
    front, *inner, last = [foot(page) for page in pictures(path.read_bytes())]
    assert front > max(FLOORS["front"][profile], first(topic, locale, profile))
    assert [share for share in inner if share < FLOORS["inner"][profile]] == []
    assert last > FLOORS["last"]


@pytest.mark.thorough
@pytest.mark.parametrize(("topic", "locale"), TRIED)
def test_both_sides_of_a_handout_and_a_page_are_used_whatever_the_topic_has(
    topic: str, locale: str, built: Built
) -> None:
    for profile, floors in FLOORS["sheet"].items():
        _, path = built(topic, "-l", locale, "--profile", profile)
        sides = [foot(page) for page in pictures(path.read_bytes())]
        assert all(map(gt, sides, floors)), sides
        assert sides[0] > first(topic, locale, profile)


def first(topic: str, locale: str, profile: str) -> float:
    """Return how full the first page of a topic is at least, 0 where it is like all."""
    floors: dict[str, float] = FLOORS["first"].get(profile, {})
    return floors.get(f"{topic}-{locale}", 0)


@pytest.mark.thorough
def test_a_booklet_is_well_filled_on_the_whole(made: Made) -> None:
    """Its cover, the pages of its tables and the end of its text are airy."""
    pages = [
        foot(page)
        for page in pictures(made("women", "-l", "en", "--profile", "booklet"))
    ]
    assert statistics.median(pages) > 0.7


def feet(pdf: bytes) -> list[float]:
    """Return how far down each page of a file reaches, blank ones left out."""
    return [filled for filled in map(foot, pictures(pdf)) if filled]


def foot(page: Image.Image) -> float:
    """Return how far down a page text reaches, its running foot left aside."""
    box = ImageChops.invert(page.crop((0, 0, page.width, int(page.height * 0.93))))
    found = box.point(lambda level: 255 if level > 60 else 0).getbbox()
    return found[3] / box.height if found else 0.0
