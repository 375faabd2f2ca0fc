"""Time grows with the text, and memory not with what a stranger packed."""

import io
import resource
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pikepdf
import pytest
from pikepdf import Name

from briefs.corpus.corpus import Corpus
from briefs.errors import VerificationError
from briefs.figures.candidates import candidates
from briefs.model import Line
from briefs.numbers.grammars.load import load
from briefs.reading.formats import markdown
from briefs.reading.plain import divisions
from briefs.reading.plain.furniture import fed
from briefs.verify import received
from tests.make.commands import run
from tests.make.growth import growth
from tests.make.hostile import arena, documents, said
from tests.make.hostile.arena import Call
from tests.make.places import CORPUS
from tests.quality.measure_figures import edition, passage

ABOUT = ("--report", "hrr", "--country", "KGZ", "--year", "2021", "--language", "en")
PAGE = resource.getpagesize()
LINEAR = 6.0
"""The most that four times as much may take, of four; a square would be sixteen."""

MEGABYTES = 300
"""For a command, beyond what the tests themselves hold; a bomb would take gigabytes."""


def ingesting(folder: Path, text: Callable[[int], str]) -> Callable[[int], object]:
    def work(size: int) -> None:
        file = folder / f"{size}.txt"
        if not file.exists():
            file.write_text(text(size), encoding="utf-8")
        told = run("ingest", file, *ABOUT, "--title", "A", "--dry-run", "--json")
        assert told.code == 0, told.err

    return work


def one_word(letters: int) -> str:
    random = Random(letters)
    word = "".join(random.choice("abcdefghijklmnop") for _ in range(letters))
    return f"Torture\n\nThe law forbids {word}.\n\nPolice beat detainees in 2020.\n"


WORDS = [
    "the",
    "law",
    "police",
    "court",
    "of",
    "to",
    "in",
    "people",
    "detainees",
    "12",
    "report",
    "said",
]


def report(size: int) -> str:
    """Return a report of so many letters, in sections of forty paragraphs."""
    random = Random(size)
    parts: list[str] = []
    while size > 0:
        sentence = " ".join(random.choices(WORDS, k=14))
        heading = f"Section {len(parts)}. Heading\n\n" * (len(parts) % 40 == 0)
        parts.append(f"{heading}In {len(parts)} {sentence}. Then {sentence}.")
        size -= len(parts[-1])
    return "\n\n".join(parts)


def test_a_word_without_end_costs_by_its_letters(tmp_path: Path) -> None:
    assert growth(ingesting(tmp_path, one_word), 10_000) < LINEAR


@pytest.mark.thorough
def test_a_report_costs_by_its_length(tmp_path: Path) -> None:
    assert growth(ingesting(tmp_path, report), 60_000) < LINEAR


def test_what_heads_every_page_costs_by_the_pages() -> None:
    """Each page's head was once held against all the others."""

    def pages(number: int) -> object:
        said = ["Human Rights Report\n", "some words here\n", "\f"]
        return fed([Line(n, 0, text, None) for n, text in enumerate(said * number)])

    assert growth(pages, 300) < LINEAR


def test_brackets_that_nothing_closes_cost_by_their_number() -> None:
    def read(number: int) -> None:
        markdown.looks_so("[" * number)
        markdown.extract("[" * number)

    assert growth(read, 4_000) < LINEAR


def test_a_word_of_many_parts_that_a_line_cuts_costs_by_its_parts() -> None:
    assert growth(lambda parts: divisions._told("a-" * parts + "\n"), 2_000) < LINEAR


def test_what_is_taken_for_packed_costs_by_its_bytes() -> None:
    """For each stream the rest of the file was once copied."""

    def weighed(number: int) -> None:
        received.weigh((b"stream\n" + zlib.compress(b"q") + b" " * 40) * number)

    assert growth(weighed, 4_000) < LINEAR


def test_a_file_of_streams_and_nothing_else_is_refused() -> None:
    with pytest.raises(VerificationError):
        received.weigh(b"stream\nabc" * (received.STREAMS + 1))


def test_from_words_without_an_end_no_figures_are_read() -> None:
    grammar = load(Corpus.open(CORPUS), "en")
    told = "Police beat 12 people, and "
    some, many = (passage(told * times + "left.") for times in (3, 600))
    assert len(candidates(some, edition("2015", "en"), grammar)) == 3
    assert not candidates(many, edition("2015", "en"), grammar)


def bomb(random: Random, place: Path) -> Call:
    """Let a page of a brief unpack to a gigabyte and a half."""
    said.corpus(place)
    packer = zlib.compressobj(9)
    blanks = b" " * 10_000_000
    packed = b"".join(packer.compress(blanks) for _ in range(150)) + packer.flush()
    with pikepdf.open(io.BytesIO(documents.brief())) as document:
        stream = pikepdf.Stream(document, packed)
        stream.Filter = Name.FlateDecode
        document.pages[0].Contents = document.make_indirect(stream)
        document.save(place / "m.pdf")
    return Call(["verify", "m.pdf", "--corpus", "corpus"])


@pytest.mark.thorough
def test_a_packed_file_is_refused_with_its_size_and_without_unpacking(
    tmp_path: Path,
) -> None:
    arena.load()
    held = int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 2**20
    _, outcome = arena.attempt(bomb, "bomb", 0, tmp_path / "arena")
    assert (outcome.code, outcome.wrong) == (8, ())
    assert "more than 256 MB" in outcome.out + outcome.err
    assert outcome.megabytes - held < MEGABYTES
