"""Spoil what surrounds a command: its streams, variables, folders, links and lists."""

import io
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.make.hostile import deep, documents, noise, said
from tests.make.hostile.arena import OWN, Call, Kind
from tests.make.places import CORPUS

_BUILD = ("build", "torture", "-l", "en", "-q", "--corpus", "corpus")
_USUAL: Sequence[Sequence[str]] = (
    (*_BUILD, "-o", "b.html"),
    (*_BUILD, "-o", "b.pdf"),
    (*_BUILD, "--format", "html", "-o", "-"),
    ("topics", "--corpus", "corpus"),
    ("search", "torture", "--corpus", "corpus"),
    ("figures", "--csv", "--corpus", "corpus"),
    ("init", "-l", "en"),
    ("init", "torture", "-l", "en"),
    ("corpus", "list", "--corpus", "corpus"),
    ("corpus", "remove", "hrr-2020-kgz-en", "--corpus", "corpus"),
    ("changes", "torture", "--corpus", "corpus"),
    ("language", "check", "ru"),
    ("watch", "none.toml"),
    ("doctor",),
)

_PLACES = (
    "/proc/nosuch",
    "/dev/full",
    "/dev/null",
    "/nonexistent/x",
    "file",
    "loop",
    "",
    ".",
    "\udcff",
    "x" * 300,
    "a\nb",
    "~nosuch/x",
)


def surroundings(random: Random, place: Path) -> Call:
    """A machine without a home, a place for what passes, a terminal or streams."""
    said.corpus(place)
    (place / "file").touch()
    (place / "loop").symlink_to("loop")
    names = ("HOME", "TMPDIR", "BRIEFS_CACHE", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    words = {
        "COLUMNS": ("0", "1", "-5", "x", "9" * 30),
        "LC_ALL": ("C", "xx_YY.KOI9", "ky_KG", "", "\udcff"),
        "BRIEFS_LOCALE": ("ky", "zz", "../../x", "en"),
        "TERM": ("", "dumb", "\udcff"),
        "SOURCE_DATE_EPOCH": ("-1", "0", "1e9", "9" * 30, "253402300800"),
        "BRIEFS_LANGUAGES": _PLACES,
        "BRIEFS_CONFIG": _PLACES[:6],
        "BRIEFS_CORPUS": (*_PLACES, ":", "corpus:corpus"),
        "NO_COLOR": ("1",),
        "BRIEFS_NOSUCH": ("1",),
    }
    env = {name: random.choice(_PLACES) for name in random.sample(names, 2)}
    name = random.choice(sorted(words))
    env[name] = random.choice(words[name])
    lacking = random.sample(("HOME", "LANG", "PATH", "TERM", "LC_ALL", "USER"), 2)
    closed = random.choice(((), (), (0,), (1,), (2,), (0, 1), (0, 1, 2)))
    full = not closed and random.random() < 0.2
    return Call(random.choice(_USUAL), env, full, closed, lacking)


def destinations(random: Random, place: Path) -> Call:
    """Links, folders and devices where a command wants to write."""
    home = said.corpus(place)
    (place / "m.pdf").write_bytes(documents.brief())
    (place / "r.txt").write_bytes(said.shelf()[said.SOURCE])
    (place / "r.toml").write_text('topics = ["torture"]\nlocales = ["en"]\n', "utf-8")
    own = place.parent / OWN
    name = random.choice(("b.pdf", "b.eml", "out", "b.csv", "b.toml", "torture-en.pdf"))
    targets = [own / "notes.pdf", own / "new.pdf", own, Path(name), Path("/proc/x")]
    targets += [Path("/dev/full"), home / "editions", Path("m.pdf")]
    (place / name).symlink_to(random.choice(targets))
    edition = "hrr-2020-kgz-en"
    words = random.choice(
        (
            (*_BUILD, "-o", name),
            (*_BUILD, "-o", f"{name}/"),
            (*_BUILD, "-o", f"{name}/b.pdf"),
            _BUILD,
            ("build", "r.toml", "-q", "--corpus", "corpus"),
            ("mail", "m.pdf", "-o", name),
            ("init", "torture", "-l", "en", "-o", name),
            ("figures", "review", edition, "-o", name, "--corpus", "corpus"),
            ("corpus", "copy", edition, "--to", name, "--corpus", "corpus"),
            ("language", "new", "tg", "-o", name),
            ("changes", "torture", "-l", "en", "-o", name, "--corpus", "corpus"),
        )
    )
    return Call(words)


def linked(random: Random, place: Path) -> Call:
    """An edition of which a file, a folder or itself is a link to somewhere else."""
    home = said.corpus(place)
    edition = "hrr-2020-kgz-en"
    inside = home / "editions" / edition
    name = random.choice(
        ("more.txt", "more", "source.txt", "translations", "people.csv", "figures.csv")
    )
    path = random.choice((inside / name, home / "selections" / name, home / "editions"))
    own = place.parent / OWN
    targets = [own, own / "notes.pdf", place.parent / "secret.txt", Path(path.name)]
    targets += [inside, home, Path("edition.toml"), Path("/etc")]
    if path.is_file():
        path.unlink()
    elif path.is_dir():
        path.rename(path.with_name("away"))
    path.symlink_to(random.choice(targets))
    words = random.choice(
        (
            ("corpus", "copy", edition, "--to", "other"),
            ("corpus", "show", edition),
            ("corpus", "list", "--json"),
            ("check",),
            ("search", "secret"),
            ("figures", "--json"),
        )
    )
    return Call([*words, "--corpus", "corpus"])


def letters(random: Random, place: Path) -> Call:
    """Several files to be sent to many: alike, odd or none, and what they are none."""
    (place / "m.pdf").write_bytes(documents.brief())
    others = {
        "n.pdf": documents.tampered(random, documents.brief()),
        "p.html": documents.page(),
        "t.txt": noise.text(random).encode("utf-8", "replace"),
        "z.zip": _nested(3),
        "e.pdf": b"",
    }
    for name, content in others.items():
        (place / name).write_bytes(content)
    (place / "d.pdf").mkdir()
    names = [*others, "d.pdf", "none.pdf", "m.pdf", "./m.pdf", "."]
    files = random.choices(names, k=random.choice((1, 2, 5)))
    to = ["--to", "a@example.org, b@example.org"] * random.choice((0, 1, 200))
    output = ["-o", random.choice(("x.eml", "x.txt", "m.pdf", "d.pdf/x.eml", ""))]
    return Call(["mail", *files, *to, *random.choice(([], output))])


def _nested(levels: int) -> bytes:
    """Return an archive that holds an archive that holds one."""
    inner = bytes(1_000_000)
    for _ in range(levels):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(8):
                archive.writestr(f"{number}.zip", inner)
        inner = made.getvalue()
    return inner


_PACKED_NAMES = (
    "../../escaped",
    "/etc/cron.d/x",
    "..\\..\\x",
    "word/document.xml/",
    "WORD/DOCUMENT.XML",
    "x" * 60_000,
    "a\0b",
    "\u202e.xml",
)


def packed(random: Random, place: Path) -> Call:
    """Archives under the names of reports: other books, nested, locked, with links."""
    made = io.BytesIO()
    kinds = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
    main = random.choice(("word/document.xml", "content.xml", "OEBPS/a.xhtml"))
    text = b"<html><body><p>The law forbids torture.</p></body></html>"
    with zipfile.ZipFile(made, "w", random.choice((*kinds, zipfile.ZIP_LZMA))) as new:
        if random.random() < 0.5:
            new.writestr("mimetype", b"application/epub+zip")
        new.writestr(main, random.choice((text, _nested(2), b"", text * 90_000)))
        for name in random.sample(_PACKED_NAMES, 2):
            new.writestr(name, b"x")
        link = zipfile.ZipInfo("link.xml")
        link.external_attr = 0o120777 << 16
        new.writestr(link, "../../../etc/passwd")
    whole = bytearray(made.getvalue())
    if random.random() < 0.3:  # as if it were locked
        whole[6] |= 1
        whole[whole.rfind(b"PK\x01\x02") + 8] |= 1
    ending = random.choice(("docx", "odt", "epub", "zip", "pdf", "html", "txt", "md"))
    (place / f"r.{ending}").write_bytes(bytes(whole))
    return deep._ingested(random, f"r.{ending}")


_DIALECTS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "utf-32", "cp037")


def tables(random: Random, place: Path) -> Call:
    """A table as spreadsheets of all countries write it, and as none does."""
    home = said.corpus(place)
    edition = home / "editions" / "hrr-2020-kgz-en"
    files = {
        "figures.csv": edition / "figures.csv",
        "people.csv": edition / "people.csv",
        "doubts.csv": edition / "doubts.csv",
        "glossary.csv": home / "glossary.csv",
    }
    name = random.choice(sorted(files))
    shown = (CORPUS / name if name == "glossary.csv" else files[name]).read_text(
        "utf-8"
    )
    divider = random.choice((",", ";", "\t", "|", ":", " ", "\0"))
    end = random.choice(("\n", "\r\n", "\r", "\n\n", "\u2028", ""))
    rows = shown.replace(",", divider).split("\n")[:40]
    if random.random() < 0.3:
        rows.insert(0, "sep=;")
    if random.random() < 0.3:
        row = random.randrange(len(rows))
        rows[row] = random.choice(
            (
                '"' + rows[row],
                rows[row] + '"""',
                divider * 3000,
                "=1+1",
                "\ufeff" + rows[row],
            )
        )
    written = end.join(rows).encode(random.choice(_DIALECTS), "replace")
    draft = place / "draft.csv"
    (draft if random.random() < 0.4 else files[name]).write_bytes(written)
    if draft.exists():
        accept = ("figures", "accept", "hrr-2020-kgz-en", "draft.csv")
        hide = (*_BUILD, "-o", "b.html", "--withhold", "draft.csv")
        words: Sequence[str] = random.choice(((*accept, "--corpus", "corpus"), hide))
    else:
        how = random.choice(("full", "front", "withheld"))
        words = random.choice(
            (
                ("check", "--corpus", "corpus"),
                ("figures", "--json", "--corpus", "corpus"),
                (*_BUILD, "-o", "b.html", "--names", how),
            )
        )
    return Call(words)


def several(random: Random, place: Path) -> Call:
    """Many reports at once, some of them none, and what is told of them all."""
    names = []
    for number, (name, content) in enumerate(documents.reports()):
        path = place / f"{number}{name}"
        bad = random.random() < 0.3
        path.write_bytes(noise.broken(random, content) if bad else content)
        names.append(path.name)
    os.mkfifo(place / "pipe.txt")
    chosen = random.sample(names, 2) + random.choice(([], ["pipe.txt"], ["none.txt"]))
    told = ["--report", "hrr", "--country", "KGZ", "--title", "A", "--year", "2021"]
    more = random.choice(
        (
            [],
            ["--replace"],
            ["--retrieved", random.choice(("2026-02-30", "0001-01-01", "x"))],
            ["--topic", random.choice(("nosuch", "torture", "../x"))],
            ["--publisher", noise.text(random, 9).replace("\0", "")],
            ["--origin", "javascript:alert(1)"],
            ["--language", random.choice(("xx", "en", "../..", "uz-Cyrl"))],
        )
    )
    words = ["ingest", *chosen, *told, *more, "--corpus", "corpus"]
    return Call(words, one_by_one=True)


def everywhere(random: Random, place: Path) -> Call:
    """Briefs for every country, of a corpus with a broken edition, to odd places."""
    home = said.corpus(place)
    if random.random() < 0.5:
        noise.spoil_one(random, home)
    (place / "file").touch()
    to = random.choice(("out/", "file", "file/x", "b.pdf", "/proc/x", "corpus", "-"))
    words = ["build", "torture", "-l", "en", "-q", "--corpus", "corpus", "-o", to]
    scheduler = ["--scheduler", random.choice(("x", "", "tcp://[::1", "file:///x"))]
    more = scheduler if random.random() < 0.1 else ["--format", "html"]
    return Call([*words, "--every-country", *more])


KINDS: dict[str, Kind] = {
    "around": surroundings,
    "places": destinations,
    "linked": linked,
    "letters": letters,
    "packed": packed,
    "tables": tables,
    "several": several,
    "everywhere": everywhere,
}
"""Every kind of what surrounds a command, by its name."""
