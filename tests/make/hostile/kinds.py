"""The kinds of input: a valid one of each, spoiled, and the command that reads it."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.make.hostile import (
    around,
    deep,
    documents,
    looks,
    noise,
    orders,
    said,
    values,
)
from tests.make.hostile.arena import Call, Kind
from tests.make.places import ROOT

Make = Callable[[Random, str], bytes]

_LOOKUPS: Sequence[Sequence[str]] = (
    ("check",),
    ("check",),
    ("topics",),
    ("topics", "--json"),
    ("topics", "check"),
    ("excerpts", "torture", "--json"),
    ("excerpts", "torture", "--why"),
    ("excerpts", "torture", "--splices"),
    ("figures", "--json"),
    ("figures", "torture"),
    ("figures", "--csv"),
    ("figures", "review", "hrr-2020-kgz-en"),
    ("coverage", "--json"),
    ("coverage",),
    ("search", "torture"),
    ("search", "police", "--json"),
)
"""What reads a corpus without making a page."""

_BUILDS: Sequence[Sequence[str]] = (
    ("build", "torture", "-l", "en", "-q", "-o", "b.html"),
    ("build", "torture", "-l", "en", "-q", "-o", "b.pdf"),
    ("build", "torture", "-l", "ky", "-q", "--profile", "handout", "-o", "b.pdf"),
    ("build", "--all", "-l", "ru", "-q", "--separate", "--draft", "-o", "out/"),
)


def _asked(random: Random) -> Call:
    """Return a command that reads the corpus, now and then one that makes a page."""
    words = random.choice(_BUILDS if random.random() < 0.12 else _LOOKUPS)
    return Call([*words, "--corpus", "corpus"], full=random.random() < 0.02)


def _file_of(ending: str, make: Callable[[Random, str], bytes]) -> Kind:
    """Return the kind of a corpus in which a file with some ending is spoiled."""

    def kind(random: Random, place: Path) -> Call:
        names = sorted(name for name in said.shelf() if name.endswith(ending))
        name = random.choice(names)
        home = said.corpus(place)
        (home / name).write_bytes(make(random, said.shelf()[name].decode()))
        return _asked(random)

    return kind


def source(random: Random, place: Path) -> Call:
    """A source with odd letters, whose checksum is right."""
    home = said.corpus(place)
    found = noise.spoiled(random, (home / said.SOURCE).read_bytes())
    if random.random() < 0.5:
        letters = (home / said.SOURCE).read_text("utf-8")
        for _ in range(random.randrange(1, 6)):
            at = random.randrange(len(letters))
            letters = letters[:at] + random.choice(noise.LETTERS) + letters[at:]
        found = letters.encode("utf-8", "surrogatepass")
    (home / said.SOURCE).write_bytes(found)
    _seal(home / said.EDITION, found)
    return _asked(random)


def _seal(edition: Path, found: bytes) -> None:
    settings = edition / "edition.toml"
    right = re.sub(
        'sha256 = ".*"',
        f'sha256 = "{hashlib.sha256(found).hexdigest()}"',
        settings.read_text("utf-8"),
    )
    settings.write_text(right, "utf-8")


def odd_file(random: Random, place: Path) -> Call:
    """A pipe, a device, a folder or a loop in the place of a file of the corpus."""
    home = said.corpus(place)
    path = home / random.choice(sorted(said.shelf()))
    if random.random() < 0.2:
        noise.outside(path, place)
    else:
        noise.replaced(random, path)
    return _asked(random)


def names(random: Random, place: Path) -> Call:
    """Folders and files of the corpus under names that nobody expects."""
    home = said.corpus(place)
    name = random.choice(sorted(said.shelf()))
    odd = random.choice(
        ("a\nb", "é", "e\u0301", "$x", "a b", "-rf", "к" * 100, "x" * 250, ".h", "CON")
    )
    path = home / name
    path.rename(path.with_name(f"{odd}{path.suffix}"))
    if random.random() < 0.3:
        folder = home / random.choice(("topics", "editions", "numbers", said.EDITION))
        folder.rename(folder.with_name(odd))
    return _asked(random)


def patterns(random: Random, place: Path) -> Call:
    """Patterns that are no patterns, or that might never end."""
    home = said.corpus(place)
    hard = (
        "(a+)+$",
        "a ~ b ~ c ~ d ~ e ~ f",
        " ~ ".join(["a|"] * 60),
        "/".join("abcdefgh" * 300),
        " ".join(["tortur"] * 400),
        "-".join(["а"] * 300),
        "& &",
        "x & y & z",
        "?",
        "~",
        "the|" * 50,
        "а" * 5000,
        "[" * 300,
        ".*" * 80,
        "?" * 50 + "камак",
    )
    chosen = [
        random.choice((random.choice(hard), noise.text(random, 12)))
        for _ in range(random.choice((1, 2, 30)))
    ]
    written = ", ".join(json.dumps(each) for each in chosen)
    topic = home / "topics" / "torture.toml"
    right = topic.read_text("utf-8").replace('["tortur"]', f'["tortur", {written}]')
    topic.write_text(right, "utf-8")
    return _asked(random)


def settings(random: Random, place: Path) -> Call:
    """A `briefs.toml` that came with a folder."""
    valid = (
        'locale = "en"\nprofile = "brief"\noutput = "out/"\npaper = "a4"\n'
        'accent = "#7a1f1f"\nquotes = "both"\nlook = "look"\ncorpus = "corpus"\n'
        'languages = "languages"\n[issuer]\nname = "House"\ncontact = "+996 1"\n'
        'logo = "logo.png"\n'
    )
    said.corpus(place)
    (place / "look" / "templates").mkdir(parents=True)
    (place / "languages").mkdir()
    (place / "logo.png").write_bytes(documents.PICTURE)
    path = place / "briefs.toml"
    path.write_bytes(values.toml(random, valid))
    if random.random() < 0.1:
        noise.replaced(random, path)
    chosen = random.choice(_BUILDS if random.random() < 0.2 else _LOOKUPS)
    # What it names instead may be the corpus of the package, which is no small one.
    own = ["--corpus", "corpus"] if "--all" in chosen else []
    return Call([*chosen, *own])


def words(random: Random, place: Path) -> Call:
    """Words on the command line that no command expects."""
    said.corpus(place)
    (place / "m.pdf").write_bytes(documents.brief())
    (place / "r.txt").write_bytes(said.shelf()[said.SOURCE])
    base: Sequence[str | bytes] = random.choice(
        (
            *_LOOKUPS,
            *_BUILDS,
            ("mail", "m.pdf", "--to", "a@example.org"),
            ("verify", "m.pdf"),
            ("ingest", "r.txt", "--report", "hrr", "--year", "2021"),
            ("doctor",),
            ("language", "new", "uz"),
            ("language", "check", "ru"),
        )
    )
    found: list[str | bytes] = list(base)
    odd = (
        *noise.WORDS,
        b"\xff\xfe",
        b"\xed\xa0\x80",
        "a\nb",
        "--years",
        "--country",
        "--corpus",
        "--config",
        "-o",
        "-l",
        "--profile",
        "--pages",
        "--date",
        "--to",
        "--json",
        "--title",
        "--covers",
        "--language",
        "--topic",
    )
    for _ in range(random.choice((1, 1, 2, 3))):
        at = random.randrange(len(found) + 1)
        word = random.choice((random.choice(odd), noise.text(random, 5)))
        word = word.replace("\0", "") if isinstance(word, str) else word
        found[at : at + random.randrange(2)] = [word]
    surroundings = {"SOURCE_DATE_EPOCH": noise.text(random, 3).replace("\0", "")}
    env = surroundings if random.random() < 0.05 else {}
    return Call([*found, "--corpus", "corpus"] if random.random() < 0.5 else found, env)


def report(random: Random, place: Path) -> Call:
    """A report to be added: text, page, PDF, or the file of a word processor."""
    name, content = random.choice(documents.reports())
    spoil = (
        noise.spoiled if name.endswith((".txt", ".html", ".md")) else documents.repacked
    )
    path = place / name
    path.write_bytes(spoil(random, content))
    if random.random() < 0.05:
        noise.replaced(random, path)
    told = ["--report", "hrr", "--year", "2021", "--country", "KGZ", "--title", "A"]
    if random.random() < 0.15:
        at = random.randrange(0, len(told), 2) + 1
        told[at] = noise.text(random, 6).replace("\0", "")
    dry = ["--dry-run", "--json"] if random.random() < 0.5 else ["--corpus", "corpus"]
    return Call(["ingest", name, *told, *dry])


def received(random: Random, place: Path) -> Call:
    """A PDF file or a web page to be verified, or to be sent on."""
    said.corpus(place)
    path = place / random.choice(("m.pdf", "m.html"))
    content = documents.brief() if path.suffix == ".pdf" else documents.page()
    path.write_bytes(documents.tampered(random, content))
    if random.random() < 0.05:
        noise.replaced(random, path)
    if random.random() < 0.25:
        return Call(["mail", path.name, "--to", "a@example.org"])
    return Call(
        ["verify", path.name, "--corpus", "corpus", *random.choice(([], ["--json"]))]
    )


def addresses(random: Random, place: Path) -> Call:
    """Addresses that are none."""
    (place / "m.pdf").write_bytes(documents.brief())
    odd = (
        '"',
        "a@b.org\nBcc: c@d.org",
        "a@b.org\r\n\r\nbody",
        "<",
        "a@",
        "@",
        "a@b@c",
        "a" * 3000 + "@example.org",
        "дед@пример.кг",
        "Ө <a@example.org>",
        '"a b" <a@example.org>',
        "a@example.org, b@example.org",
        "a@[127.0.0.1]",
        "undisclosed:;",
        "=?utf-8?q?x?= <a@b.c>",
        "a@b.org;c@d.org",
        "\ud800@example.org",
    )
    chosen = random.choice((random.choice(odd), noise.text(random, 8)))
    words = ["mail", "m.pdf", "--to", chosen.replace("\0", "")]
    return Call(
        [*words, *random.choice(([], ["-l", noise.text(random, 2).replace("\0", "")]))]
    )


def look(random: Random, place: Path) -> Call:
    """Templates, styles, a design and a logo of a house."""
    said.corpus(place)
    looks.put(random, place)
    words = random.choice(_BUILDS[:3])
    return Call([*words, "--corpus", "corpus"], full=random.random() < 0.02)


def language(random: Random, place: Path) -> Call:
    """A language of a house: its catalog and how it is written."""
    said.corpus(place)
    home = place / "languages" / "ru"
    home.mkdir(parents=True)
    shipped = ROOT / "templates" / "locales" / "ru"
    for file in shipped.iterdir():
        (home / file.name).write_bytes(file.read_bytes())
    path = random.choice(sorted(home.iterdir()))
    make = values.toml if path.suffix == ".toml" else values.catalog
    path.write_bytes(make(random, path.read_text("utf-8")))
    if random.random() < 0.1:
        noise.replaced(random, path)
    words = random.choice(
        (
            ("topics", "-l", "ru", "--corpus", "corpus"),
            ("language", "check", "ru"),
            ("check", "--corpus", "corpus"),
            (
                "build",
                "torture",
                "-l",
                "ru",
                "-q",
                "--corpus",
                "corpus",
                "-o",
                "b.html",
            ),
        )
    )
    env = {"BRIEFS_LANGUAGES": str(place / "languages")}
    return Call(words, env | ({"BRIEFS_LOCALE": "ru"} if random.random() < 0.5 else {}))


KINDS: Mapping[str, Kind] = {
    "toml": _file_of(".toml", values.toml),
    "csv": _file_of(".csv", values.table),
    "po": _file_of(".po", values.catalog),
    "source": source,
    "odd-file": odd_file,
    "names": names,
    "patterns": patterns,
    "settings": settings,
    "words": words,
    "report": report,
    "received": received,
    "addresses": addresses,
    "look": look,
    "language": language,
    "recipe": orders.recipe,
    "choice": orders.choice,
    "begun": orders.started,
    "design": orders.design,
    "shelves": orders.shelves,
    **deep.KINDS,
    **around.KINDS,
}
"""Every kind of input by its name."""
