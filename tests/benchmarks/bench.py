"""Measure how long a brief takes, as ratios within one run.

Every command is a whole process, run in turn with the one it is compared with, so that
a busy machine slows both; the median of the ratios counts. One brief is measured in
seconds of a processor, which say the same on a machine that does other things too; many
at once by the clock, because all processors make them. Call: `make bench`.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.files.resources import data_dir
from briefs.render import layout as render
from briefs.render.typeface import fonts
from briefs.tasks.building import build as pipeline
from briefs.tasks.building.wanted.request import Request

ROUNDS = 7
EDITIONS = 60
EACH = 8
"""Of the briefs that are made in one call, each so many-th is made alone as well."""

BRIEFS = str(Path(sys.executable).with_name("briefs"))
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
DAYS = count()
LOCALES = ("ky", "ru", "en")

BARE = """\
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/a-3a")
"""

HELD = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def main() -> None:
    """Print a line for each comparison: what, ratio, target."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users keep what is compiled
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        os.environ["BRIEFS_CACHE"] = str(scratch / "cache")
        bare = bare_command(scratch)
        one = [BRIEFS, "build", "torture", "-l", "ky", "-o", str(scratch / "a.pdf")]
        report("one brief to bare WeasyPrint", ratio(one, bare), 1.10)
        report("peak memory to bare WeasyPrint", peak(new(one)) / peak(bare), 1.35)
        many = [*one, "--corpus", str(copies(scratch / "corpus"))]
        report(f"the same from {EDITIONS} editions", ratio(many, bare), 1.4)
        report("an unchanged brief to bare WeasyPrint", unchanged(one, bare), 0.5)
        report("all topics in all locales, in one call", together(scratch), 0.45)


def ratio(ours: Sequence[str], bare: Sequence[str]) -> float:
    """Return the median ratio of a new brief to the bare command, run in turn."""
    run(new(ours))
    run(bare)
    return statistics.median(run(new(ours)) / run(bare) for _ in range(ROUNDS))


def unchanged(command: Sequence[str], bare: Sequence[str]) -> float:
    """Return the median ratio of making a brief again to the bare command."""
    made = new(command)
    run(made)
    return statistics.median(run(made) / run(bare) for _ in range(ROUNDS))


def new(command: Sequence[str]) -> list[str]:
    """Return the command for a brief of another date, which was never made before."""
    day = date(2026, 1, 1) + timedelta(days=next(DAYS))
    return [*command, "--date", day.isoformat()]


def run(command: Sequence[str]) -> float:
    """Return the seconds of a processor that a process takes; it has to succeed."""
    before = spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return spent() - before


def spent() -> float:
    """Return the seconds of a processor that all processes begun here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def wait(command: Sequence[str]) -> float:
    """Return the seconds by the clock until a process has ended; it has to succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: Sequence[str]) -> int:
    """Return the most kilobytes that a whole process held at once; it has to succeed.

    A process is told to have held what its parent held: so a small one starts it.
    """
    told = subprocess.run(
        [sys.executable, "-c", HELD, *command], check=True, capture_output=True
    )
    return int(told.stdout.split()[-1])


def bare_command(scratch: Path) -> list[str]:
    """Return the command that renders the finished page of the brief, and no more."""
    page = scratch / "page.html"
    page.write_text(with_styles(finished_page()), encoding="utf-8")
    return [sys.executable, "-c", BARE, str(page), str(scratch / "bare.pdf")]


def finished_page() -> str:
    """Return the page that a build has set in the end."""
    pages: list[str] = []
    lay_out = render.lay_out

    def keep(
        html: str, *, mono: bool = False, look: Path | None = None, media: str = "print"
    ) -> render.Layout:
        pages.append(html)
        return lay_out(html, mono=mono, look=look, media=media)

    render.lay_out = keep
    with tempfile.TemporaryDirectory() as name:
        output = Path(name) / "a.pdf"
        request = Request(("torture",), ("ky",), date(2025, 1, 1), output=str(output))
        pipeline.build(Corpus.open(CORPUS), request, lambda files, total: files)
    render.lay_out = lay_out
    print(f"laid out {len(pages)} times")  # noqa: T201
    return pages[-1]


def with_styles(html: str) -> str:
    """Return the page with its styles and fonts as files, which need no fetcher."""
    faces = fonts.stylesheet()
    for address, file in fonts.served().items():
        faces = faces.replace(address, file.as_uri())
    html = html.replace("<head>", f"<head><style>{faces}</style>", 1)
    return re.sub(r'href="styles/', f'href="{data_dir("styles").as_uri()}/', html)


def copies(folder: Path) -> Path:
    """Copy the corpus, each edition under many other years."""
    shutil.copytree(CORPUS, folder)
    originals = sorted((folder / "editions").iterdir())
    for step in range(1, EDITIONS // len(originals)):
        for original in originals:
            report_name, year, *rest = original.name.split("-")
            other = str(int(year) - 4 * step)
            target = original.with_name("-".join([report_name, other, *rest]))
            shutil.copytree(original, target)
            settings = target / "edition.toml"
            text = settings.read_text(encoding="utf-8")
            settings.write_text(
                text.replace(f"year = {year}", f"year = {other}"), encoding="utf-8"
            )
    return folder


def together(scratch: Path) -> float:
    """Return the ratio of one call for all briefs to a process for each.

    Some of them stand for the others, evenly spread over topics and languages.
    """
    everything = [BRIEFS, "build", "--all", "--separate", "-q", "-o", str(scratch)]
    locales = [flag for locale in LOCALES for flag in ("-l", locale)]
    at_once = wait(new([*everything, *locales]))
    made = sorted(path.stem.rpartition("-") for path in scratch.glob("*-??.pdf"))
    alone = [
        wait(new([BRIEFS, "build", topic, "-l", locale, "-o", str(scratch / "b.pdf")]))
        for topic, _, locale in made[::EACH]
    ]
    return at_once / len(made) / statistics.mean(alone)


def report(what: str, measured: float, target: float) -> None:
    """Print a line of the result."""
    verdict = "within" if measured <= target else "over"
    print(f"{what}: {measured:.2f} ({verdict} {target})")  # noqa: T201


if __name__ == "__main__":
    main()
