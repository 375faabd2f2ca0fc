"""`verify` goes back to the file that a text was taken from."""

from pathlib import Path

import pytest

from briefs.corpus.corpus import Corpus
from briefs.corpus.withheld import NOTHING
from briefs.errors import CorpusError
from briefs.model import Edition
from briefs.reading import passages
from briefs.reading import source as sources
from briefs.tasks import check, originals
from briefs.tasks.adding import ingest
from briefs.tasks.adding.accession import Accession
from briefs.verify.quotations import Quotation
from tests.make import documents

TEXT = "Police beat three detainees in March, and the prosecutor opened no case. " * 3


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A corpus with an edition that was taken from a web page."""
    page = tmp_path / "page.html"
    held = [(1, "Section 1. Respect"), (2, "c. Torture"), (0, TEXT.strip())]
    page.write_text(documents.web_page(held), encoding="utf-8")
    told = Accession("hrr", "KAZ", 2019, title="A report")
    ingest.add(page, told, Corpus([tmp_path / "corpus"]))
    return Corpus.open(tmp_path / "corpus")


def said(corpus: Corpus, *parts: str) -> list[str]:
    (edition,) = corpus.editions
    quotation = Quotation(
        1, edition.id, edition.sha256, (1,) * len(parts), parts, parts
    )
    told = originals.told([quotation], corpus, lambda _: NOTHING.everywhere)
    return [str(message) for message in told]


def kept(corpus: Corpus) -> tuple[Edition, Path]:
    (edition,) = corpus.editions
    file = originals.file_of(edition)
    assert file
    return edition, file


def test_a_quotation_is_found_again_in_the_file(corpus: Corpus) -> None:
    (told,) = said(corpus, "Police beat three detainees in March")
    assert told == (
        "hrr-2019-kaz-en: 1 of 1 quotations stand in original.html, which is unchanged "
        "since it was added"
    )
    assert "0 of 1" in said(corpus, "Police beat nobody")[0]


def test_a_file_that_was_changed_or_is_missing_is_named(corpus: Corpus) -> None:
    edition, file = kept(corpus)
    file.write_bytes(file.read_bytes() + b"<!-- -->")
    assert said(corpus, "Police beat")[0].endswith("was changed since")
    with pytest.raises(CorpusError, match=r"original\.html, which its text was taken"):
        list(check.run(corpus))
    file.unlink()
    assert "is missing" in str(originals.fault(edition))
    assert "is missing" in said(corpus, "Police beat")[0]


def test_the_pages_of_a_quotation_in_a_pdf_file_are_named(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    held = [
        (1, "Section 1. Respect"),
        (2, "c. Torture"),
        *((0, TEXT) for _ in range(60)),
    ]
    file.write_bytes(documents.pdf([*held, (0, f"At last {TEXT}")], "plain"))
    told = Accession("hrr", "KAZ", 2019, title="A report")
    ingest.add(file, told, Corpus([tmp_path / "corpus"]))
    corpus = Corpus.open(tmp_path / "corpus")
    line, place = said(corpus, "At last Police beat three detainees in March")
    (edition,) = corpus.editions
    last = corpus.passages(edition)[-1]
    assert last.page
    assert last.page > 1
    assert line.endswith(f"since it was added; on its pages {last.page}")
    read = sources.read(originals.file_of(edition) or file)
    again = passages.contents(read.reading, edition.id)
    left, bottom, right, top = (round(x / 72 * 25.4) for x in again.boxes[last.number])
    assert place.endswith(f"[1] {last.page}: {left}–{right} × {bottom}–{top}")
    assert 0 < left < right < 210
    assert 0 < bottom < top < 297
