"""Make every page design in every locale, and one contact sheet of all their pages.

`make gallery` writes PDF files and `gallery.png` into `out/gallery`, to be looked at.
Languages that are drafts are left out.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from briefs.cli import app as cli
from briefs.compose.pages import designs
from briefs.i18n import locale as i18n

ROOT = Path(__file__).resolve().parents[1]
TOPIC = "trafficking"
SCALE = 0.32
ABREAST = 12
GAP = 8
LABEL = 18


def main(folder: Path) -> None:
    """Write the files and the contact sheet into a folder."""
    files = [
        path
        for profile in designs.shipped()
        for locale in i18n.available()
        if not i18n.load(locale).written.draft
        for path in made(profile, locale, folder)
    ]
    strips = [strip(path) for path in files]
    sheet = stacked(strips)
    sheet.save(folder / "gallery.png", optimize=True)
    sys.stdout.write(f"{folder / 'gallery.png'}\n")


def made(profile: str, locale: str, folder: Path) -> list[Path]:
    """Make one brief; return its file, and its sheets if it has some."""
    path = folder / f"{profile}-{locale}.pdf"
    how = ["-l", locale, "--profile", profile, "--date", "2026-11-22", "--quiet"]
    try:
        cli.main(["build", TOPIC, *how, "-o", str(path)])
    except SystemExit as end:
        if end.code:
            raise
    return sorted(folder.glob(f"{path.stem}*.pdf"))


def strip(path: Path) -> Image.Image:
    """Return the pages of a file side by side, under its name."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.render(scale=SCALE).to_pil() for page in document]
    rows = list(batched(pages))
    width = max(sum(page.width + GAP for page in row) for row in rows)
    height = sum(max(page.height for page in row) + GAP for row in rows)
    strip = Image.new("RGB", (width, height + LABEL), "#888")
    ImageDraw.Draw(strip).text((GAP, 2), path.name, fill="white")
    top = LABEL
    for row in rows:
        left = 0
        for page in row:
            strip.paste(page, (left, top))
            left += page.width + GAP
        top += max(page.height for page in row) + GAP
    return strip


def batched(pages: Sequence[Image.Image]) -> Iterator[Sequence[Image.Image]]:
    """Yield the pages line by line."""
    for start in range(0, len(pages), ABREAST):
        yield pages[start : start + ABREAST]


def stacked(strips: Sequence[Image.Image]) -> Image.Image:
    """Return the strips one below the other."""
    width = max(one.width for one in strips)
    sheet = Image.new("RGB", (width, sum(one.height for one in strips)), "#888")
    top = 0
    for one in strips:
        sheet.paste(one, (0, top))
        top += one.height
    return sheet


if __name__ == "__main__":
    out = ROOT / "out" / "gallery"
    out.mkdir(parents=True, exist_ok=True)
    main(out)
