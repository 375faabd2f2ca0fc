"""Spoil what is asked for: recipes, excerpts, own words, a house's designs."""

import json
from pathlib import Path
from random import Random

from tests.make.hostile import documents, looks, noise, said, values
from tests.make.hostile.arena import Call
from tests.make.places import ROOT

_PLACES = (
    "../secret.txt",
    "../../../etc/passwd",
    "/etc/passwd",
    "/dev/zero",
    "//host/share",
    "a/../../b",
    "..",
    "/",
    "~",
    "out/../..",
    "C:\\\\x",
    "{locale}",
)

_IDS = (
    "hrr-2020-kgz-en-0",
    "hrr-2020-kgz-en-5d5fe85ef439",
    "hrr-1900-kgz-en-5d5fe85ef439",
    "../../x",
    "-",
    "a" * 5000,
    ",",
    "hrr-2020-kgz-en-" + "f" * 300,
)


def recipe(random: Random, place: Path) -> Call:
    """A recipe that somebody sent, and what lies beside it."""
    said.corpus(place)
    (place / "look" / "styles").mkdir(parents=True)
    (place / "logo.png").write_bytes(documents.PICTURE)
    (place / "names.csv").write_text(said.WITHHELD, "utf-8")
    written = said.RECIPE
    if random.random() < 0.3:
        key = random.choice(("look", "withhold", "logo", "folder", "name"))
        lines = [
            f"{key} = {json.dumps(random.choice(_PLACES))}"
            if line.startswith(f"{key} =")
            else line
            for line in written.split("\n")
        ]
        written = "\n".join(lines)
    if random.random() < 0.2:
        key = random.choice(("pin", "without", "order"))
        ids = json.dumps(random.choices(_IDS, k=random.choice((1, 3, 500))))
        written = written.replace(f"{key} = []", f"{key} = {ids}")
    path = place / "r.toml"
    path.write_bytes(
        written.encode() if random.random() < 0.2 else values.toml(random, written)
    )
    if random.random() < 0.1:
        noise.replaced(random, random.choice((path, place / "names.csv")))
    elif random.random() < 0.1:
        noise.outside(random.choice((place / "logo.png", place / "names.csv")), place)
    return Call(["build", "r.toml", "-q", "--corpus", "corpus"])


def choice(random: Random, place: Path) -> Call:
    """Excerpts, names and words of one's own, given to the command itself."""
    said.corpus(place)
    (place / "names.csv").write_bytes(values.table(random, said.WITHHELD))
    (place / "intro.md").write_bytes(noise.spoiled(random, said.INTRODUCTION.encode()))
    if random.random() < 0.1:
        noise.replaced(random, place / random.choice(("names.csv", "intro.md")))
    odd = random.choice((random.choice(_IDS), noise.text(random, 8)))
    more = (
        ("--withhold", "names.csv"),
        ("--intro", "intro.md"),
        (random.choice(("--pin", "--only", "--without")), odd.replace("\0", "")),
        ("--title", noise.text(random, 20).replace("\0", "")),
        ("--names", random.choice(("full", "front", "withheld", "x"))),
    )
    words = [word for pair in random.sample(more, 2) for word in pair]
    build = ["build", "torture", "-l", "en", "-q", "--corpus", "corpus"]
    return Call([*build, "-o", "b.html", *words])


def started(random: Random, place: Path) -> Call:
    """A recipe that is begun with words that are none."""
    said.corpus(place)
    words = ["init", "torture", "--corpus", "corpus", "-o", "r.toml"]
    for option in random.sample(("--title", "--issuer", "--contact", "--years"), 2):
        words += [option, noise.text(random, 12).replace("\0", "")]
    return Call(words)


def design(random: Random, place: Path) -> Call:
    """A page design of a house: how it is cut, and its template."""
    said.corpus(place)
    home = place / "look" / "templates"
    home.mkdir(parents=True)
    for ending in (".toml", ".html.j2"):
        shipped = (ROOT / "templates" / f"page{ending}").read_bytes()
        (home / f"own{ending}").write_bytes(shipped)
    path = home / "own.toml"
    path.write_bytes(values.toml(random, path.read_text("utf-8")))
    if random.random() < 0.2:
        source = (home / "own.html.j2").read_text("utf-8").split("\n")
        at = random.randrange(len(source) + 1)
        source.insert(at, random.choice(looks.TEMPLATES))
        (home / "own.html.j2").write_text("\n".join(source), "utf-8")
    (place / "briefs.toml").write_text('look = "look"\n', "utf-8")
    words = ["build", "torture", "-l", "en", "-q", "--profile", "own", "-o", "b.pdf"]
    return Call([*words, "--corpus", "corpus"])


def shelves(random: Random, place: Path) -> Call:
    """Commands that care for a shelf, with a corpus of which a file is broken."""
    home = said.corpus(place)
    if random.random() < 0.6:
        noise.spoil_one(random, home)
    odd = random.choice(("hrr-2020-kgz-en", random.choice(_PLACES), "-", "", ".."))
    words = random.choice(
        (
            ("list",),
            ("list", "--json"),
            ("show", odd),
            ("show", odd, "--json"),
            ("copy", odd, "--to", random.choice(("other", "corpus", *_PLACES[:3]))),
        )
    )
    return Call(["corpus", *words, "--corpus", "corpus"])
