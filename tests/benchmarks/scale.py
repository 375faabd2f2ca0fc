"""Measure what hundreds of editions cost, as ratios to three, within one run.

The editions are reports beside the project, copied under the names of other countries
and years. Every command is a whole process in a time of the processor, run in turn with
the one it is compared with; the median of the ratios counts. Call: `make scale`, or
`make scale WORLD=1700` for the search of all countries and years, too.
"""

import os
import resource
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.tasks.adding import ingest
from briefs.tasks.adding.accession import Accession
from briefs.tasks.adding.places import codes
from tests.benchmarks import unseen
from tests.benchmarks.bench import BRIEFS, new, peak, report, run
from tests.make.places import SHARED

ROUNDS = 3
MANY = 215
REPORTS = SHARED / "reports-dev"
COUNTRY = "KGZ"
COMMANDS = {
    "topics": ("topics",),
    "coverage": ("coverage", "torture"),
    "search": ("search", "torture", "detainees", "lawyer"),
    "corpus list": ("corpus", "list"),
    "figures TOPIC": ("figures", "torture", "--json"),
    "build": (
        *("build", "torture", "-l", "en", "-q", "--names", "full"),
        *("--country", COUNTRY),
    ),
}
TARGETS = {"build": 1.2}
SLOWER = 1.5
MEMORY = 1.5
PER_CORE = 1.0
SEARCH = 0.5


def main() -> None:
    """Print a line for each comparison: what, ratio or value, target."""
    if not REPORTS.is_dir():
        sys.exit(f"needs {REPORTS}")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users keep what is compiled
    world = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        os.environ["BRIEFS_CACHE"] = str(scratch / "cache")
        few = small(scratch / "few")
        many = copies(few, scratch / "many", MANY)
        for what, speed in unseen.speeds():
            least(f"{what}, MB/s of a core", speed, PER_CORE)
        filling(many)
        for what, words in COMMANDS.items():
            target = TARGETS.get(what, SLOWER)
            pair = [command(words, corpus, scratch) for corpus in (many, few)]
            report(f"{what}: {MANY} editions to 3", ratio(*pair), target)
            held = peak(new_if_built(pair[0])) / peak(new_if_built(pair[1]))
            report(f"{what}: memory", held, MEMORY)
        if world:
            search(copies(few, scratch / "world", world), world)


def small(folder: Path) -> Path:
    """Return a corpus of the three reports beside the project."""
    for file in sorted(REPORTS.glob("*_HR.txt")):
        country, year, *_ = file.stem.split("_")
        told = Accession(report="hrr", country=country, year=int(year))
        ingest.add(file, told, Corpus([folder]))
    return folder


def copies(few: Path, folder: Path, most: int) -> Path:
    """Return a corpus of those editions and copies of them, `most` in all."""
    shutil.copytree(few, folder)
    originals = sorted((few / "editions").iterdir())
    for number, (country, year) in enumerate(islice(places(), most - len(originals))):
        original = originals[number % len(originals)]
        target = folder / "editions" / f"hrr-{year}-{country.lower()}-en"
        shutil.copytree(original, target)
        settings = target / "edition.toml"
        _, old_year, old_country, _ = original.name.split("-")
        text = settings.read_text(encoding="utf-8")
        text = text.replace(f'"{old_country.upper()}"', f'"{country}"')
        settings.write_text(text.replace(old_year, str(year)), encoding="utf-8")
    return folder


def places() -> Iterator[tuple[str, int]]:
    """Yield countries, by three capitals, and years; none that the reports have."""
    for country in sorted(set(codes()) - {"KGZ", "KAZ"}):
        for year in range(2015, 2024):
            yield country, year


def command(words: Sequence[str], corpus: Path, scratch: Path) -> list[str]:
    """Return the words of a command on a corpus."""
    output = ["-o", str(scratch / "a.pdf")] if words[0] == "build" else []
    return [BRIEFS, *words, "--corpus", str(corpus), *output]


def new_if_built(words: Sequence[str]) -> list[str]:
    """Return the command, of another date where it makes a brief."""
    return new(words) if words[1] == "build" else list(words)


def ratio(many: Sequence[str], few: Sequence[str]) -> float:
    """Return the median ratio of what two commands take, when the index is filled."""
    spent(new_if_built(many))
    spent(new_if_built(few))
    return statistics.median(
        spent(new_if_built(many)) / spent(new_if_built(few)) for _ in range(ROUNDS)
    )


def spent(words: Sequence[str]) -> float:
    """Return the seconds of the processor that a command took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(words)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def filling(corpus: Path) -> None:
    """Print how much text a core takes into the index in a second."""
    texts = (corpus / "editions").glob("*/source.txt")
    size = sum(text.stat().st_size for text in texts) / 1e6
    for what, words in (
        ("texts", COMMANDS["search"]),
        ("topics", COMMANDS["topics"]),
        ("figures", COMMANDS["figures TOPIC"]),
    ):
        took = spent([BRIEFS, *words, "--corpus", str(corpus)])
        least(f"{what} into the index, MB/s of a core", size / took, PER_CORE)


def search(corpus: Path, editions: int) -> None:
    """Print how long a search in very many editions takes beyond the start."""
    words = [BRIEFS, *COMMANDS["search"], "--corpus", str(corpus)]
    run(words)
    rounds = [run(words) - run([BRIEFS, "--version"]) for _ in range(ROUNDS)]
    report(f"search in {editions} editions, s", statistics.median(rounds), SEARCH)


def least(what: str, measured: float, target: float) -> None:
    """Print a line of the result, where more is better."""
    verdict = "within" if measured >= target else "under"
    print(f"{what}: {measured:.2f} ({verdict} {target})", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
