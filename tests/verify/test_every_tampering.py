"""Each way of tampering that was ever tried has its verdict, and its page.

A brief of the package's corpus in English and one in Kyrgyz are changed as
`../shared/cases/tampering.csv` says, row by row under its name, and proven as a
receiver does. `test_tampering` tries the same kinds on a small brief, in no time.
"""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from tests.make import alterations, forgeries
from tests.make.alterations import Forger, each, on, said
from tests.make.commands import Built, run
from tests.make.forgeries import annotation, attached, drawn_over

pytestmark = pytest.mark.thorough

OTHER = "torture", "-l", "en", "--profile", "page"
BRIEFS = {"en": ("trafficking", "-l", "en"), "ky": ("trafficking", "-l", "ky")}

COVER = b"1 1 1 rg 60 300 400 200 re f"


def rows(edit: Callable[[list[dict[str, Any]]], object]) -> forgeries.Change:
    """Change the record of quotations."""

    def change(data: bytes) -> bytes:
        found = json.loads(data)
        edit(found)
        return json.dumps(found, ensure_ascii=False, indent=1).encode()

    return attached("quotations.json", change)


def shortened(found: list[dict[str, Any]]) -> None:
    for row in found:
        row.update({k: v[:25] for k, v in row.items() if isinstance(v, str)})


def next_paragraph(found: list[dict[str, Any]]) -> None:
    found[0]["paragraphs"][0] += 1


def one_row(found: list[dict[str, Any]]) -> None:
    del found[1:]


def without_translations(found: list[dict[str, Any]]) -> None:
    for row in found:
        for key in [key for key in row if "trans" in key]:
            del row[key]


def of_page(number: int, change: forgeries.Change) -> forgeries.Change:
    """Make a change of the first page on another one."""

    def there(document: pikepdf.Pdf) -> None:
        _move(document, number - 1, 0)
        change(document)
        _move(document, 0, number - 1)

    return there


def _move(document: pikepdf.Pdf, old: int, new: int) -> None:
    page = document.pages[old]
    del document.pages[old]
    document.pages.insert(new, page)


def page_deleted(number: int) -> forgeries.Change:
    def change(document: pikepdf.Pdf) -> None:
        del document.pages[number]

    return change


def at_the_end(beyond: int, change: forgeries.Change) -> Forger:
    """Change the last page, or add one beyond it."""

    def forge(pdf: bytes) -> alterations.Forged:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            last = len(document.pages)
        return on(last + beyond, change)(pdf)

    return forge


FORGED_DIGIT = said(r"\b(86) victims were", "68")

CHANGED: dict[str, tuple[str, Forger]] = {
    # The words of quotations
    "translated quote: one digit 86->68": ("en", FORGED_DIGIT),
    "ky brief: digit in quote": ("ky", said(r"18(3) курмандыкка", "8")),
    "quote: two words swapped": ("en", said("prohibits all", "all prohibits")),
    "quote: comma removed": ("en", said(r"2016(, )of whom", " ")),
    "quote: ү->у in the Kyrgyz original": ("en", said(r"[а-яөң]{3}(ү)[а-яөң]{3}", "у")),
    "recommendation (translated) changed: exempt->exclude": (
        "en",
        said("Convict the (guilty)", "gentle"),
    ),
    "bar_drop_operator": ("en", on(1, alterations.label_dropped(0))),
    "quotes_swapped_between_citations": (
        "en",
        each(
            said(r"(2017)Trafficking in Persons Report on", "2019"),
            said(r"(2019)Trafficking in Persons Report on 2018", "2017"),
        ),
    ),
    "words_added_inside_quote_tagged": (
        "en",
        alterations.line_added("86 victims", "police denied this."),
    ),
    "incremental update, quote digit": (
        "en",
        lambda pdf: alterations.Forged(forgeries.updated(pdf), 1),
    ),
    # What lies over them
    "white_box_and_new_text": ("en", on(5, alterations.with_other_words(4))),
    "stamp_annotation_image_like": ("en", on(5, of_page(5, annotation("Stamp")))),
    "image_over_quote": ("en", on(5, of_page(5, forgeries.image_over))),
    "form field over a quotation": ("en", on(5, of_page(5, forgeries.form_field))),
    "quotation struck through": (
        "en",
        on(5, drawn_over(b"0 0 0 RG 60 620 300 .8 re f", 4)),
    ),
    # What hides them
    "line hidden: white": (
        "en",
        on(5, of_page(5, forgeries.in_first_text(b"q 1 1 1 rg", b"Q"))),
    ),
    "line hidden: off": ("en", on(5, of_page(5, forgeries.on_a_hidden_layer))),
    "line hidden: alpha": ("en", on(5, of_page(5, forgeries.transparent))),
    "cropbox_cuts_quote": ("en", on(5, of_page(5, forgeries.cropped))),
    "font forgery: tounicode": ("en", on(1, forgeries.read_otherwise)),
    "font forgery: glyf": ("en", on(1, forgeries.drawn_otherwise)),
    # What is no quotation
    "key figure 183->188": ("en", said(r"convictions: persons(5)January", "8")),
    "key figure label: assisted->identified": (
        "en",
        said("Victims (assisted) by NGOs and", "identified"),
    ),
    "key figure previous value 86->186": ("en", on(1, alterations.label_changed(0))),
    "coverage matrix 25->52": ("en", said(r"Persons Report(25)24", "52")),
    "citation page p. 29->p. 92": ("en", said(r"Report 2015, p. (36)", "63")),
    "citation section 6->1": (
        "en",
        said(r"Section (6)\. Children", "1"),
    ),
    "excerpt number 5->6": ("en", said(r"[a-z](1)p\. \d", "6")),
    "country/years changed": ("en", said(r"Republic, (2015–2018)", "2016–2019")),
    "publisher line changed": (
        "en",
        said(r"reports of: U\.S\. (Department of State)", "Government"),
    ),
    "sources checksum digit": ("en", said(r"SHA-256 36(5)f1827", "6")),
    "sources date April 13->31": ("en", said(r"April (13), 2016", "31")),
    "single figure quote 29->92 (translation)": (
        "en",
        said(r"exploitation; (29) victims", "92"),
    ),
    "single figure original quote": ("en", said(r"болушкан; (29)", "92")),
    '"34 more passages"->"no more"': ("en", said(r"(\d+) more passages", "no")),
    "chart label": ("ky", on(1, alterations.label_changed(0))),
    "footer page number": ("en", said(r"(\d+) / \d+Brief", "9")),
    "links lead elsewhere": ("en", on(None, forgeries.links_moved)),
    # What the file carries
    "figures.csv changed only": (
        "en",
        on(None, attached("figures.csv", lambda data: data.replace(b"183", b"188"))),
    ),
    "figures.csv removed": ("en", on(None, attached("figures.csv", lambda data: None))),
    "record digit only": (
        "en",
        on(None, attached("quotations.json", lambda data: data.replace(b"86", b"68"))),
    ),
    "record cut to one row": ("en", on(None, rows(one_row))),
    "record paragraph +1": ("en", on(None, rows(next_paragraph))),
    "record drops translation, translation forged": (
        "en",
        each(FORGED_DIGIT, on(None, rows(without_translations))),
    ),
    "record shortened, ends of quotes forged": (
        "en",
        each(FORGED_DIGIT, on(None, rows(shortened))),
    ),
    "quote retagged as P, row removed, forged": (
        "en",
        each(
            FORGED_DIGIT,
            on(None, rows(lambda found: found.pop(0)), alterations.retagged),
        ),
    ),
    "document language changed": ("en", on(None, forgeries.language)),
    "metadata /Title": (
        "en",
        on(None, forgeries.said_of_itself("/Title", "Trafficking in Uzbekistan")),
    ),
    "metadata /Subject": (
        "en",
        on(None, forgeries.said_of_itself("/Subject", "99 excerpts")),
    ),
    # Pages
    "last page deleted": ("en", at_the_end(0, forgeries.page_removed)),
    "page with quotes deleted (3)": ("en", on(5, page_deleted(4))),
    "pages reversed": ("en", on(2, forgeries.pages_reversed)),
    "page with invented quotation added": (
        "en",
        at_the_end(1, forgeries.page_invented),
    ),
    # Of the same kinds, and not in the table
    "a bar in another color": ("en", on(1, alterations.bar_recolored(0))),
    "a pale stamp": ("en", on(5, drawn_over(b".82 g 60 300 400 200 re f", 4))),
    "a bar that grew": ("en", on(1, forgeries.bar_grown(0))),
}
"""By name the language of the brief, and what is done to it."""

ON_MANY = "page", "last page", "font forgery", "quotes_swapped"
"""What shows on more pages than one."""


def program(*words: str) -> Callable[[Path, Path], None]:
    """Return what lets another program save a file anew; {0} and {1} are the files."""

    def save(file: Path, copy: Path) -> None:
        if not shutil.which(words[0]):
            pytest.skip(f"needs {words[0]}")
        command = [word.format(file, copy) for word in words]
        subprocess.run(command, check=False, capture_output=True, timeout=120)

    return save


def printed(file: Path, copy: Path) -> None:
    """Save a file as the print dialog of Chromium does: each page drawn flat."""
    with pypdfium2.PdfDocument(file) as whole, pypdfium2.PdfDocument.new() as flat:
        flat.import_pages(whole)
        for number in range(len(flat)):
            raw.FPDFPage_Flatten(flat[number], raw.FLAT_PRINT)
        flat.save(copy)


GS = "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile={1}"
ON_LETTER = "-dFIXEDMEDIA -dPDFFitPage -sPAPERSIZE=letter"
SAME, ANEW = {"identical", "same-content"}, {"same-words"}

RESAVED: dict[str, tuple[set[str], Callable[[Path, Path], object]]] = {
    "qpdf re-save": (SAME, program("qpdf", "{0}", "{1}")),
    "qpdf qdf": (
        SAME,
        program("qpdf", "--qdf", "--object-streams=disable", "{0}", "{1}"),
    ),
    "linearized": (SAME, program("qpdf", "--linearize", "{0}", "{1}")),
    "pdftk re-save": (SAME, program("pdftk", "{0}", "output", "{1}")),
    "mutool clean -gggg -z": (SAME, program("mutool", "clean", "-ggggz", "{0}", "{1}")),
    "renamed": (SAME, shutil.copyfile),
    "garbage prepended": (
        SAME,
        lambda file, copy: copy.write_bytes(b"Got by mail\r\n" + file.read_bytes()),
    ),
    "ghostscript pdfwrite": (ANEW, program(*GS.split(), "{0}")),
    "ghostscript, on Letter": (
        ANEW,
        program(
            *GS.split(), *["-dFIXEDMEDIA", "-dPDFFitPage", "-sPAPERSIZE=letter"], "{0}"
        ),
    ),
    "printed by poppler": (ANEW, program("pdftocairo", "-pdf", "{0}", "{1}")),
    "printed by poppler, on Letter": (
        ANEW,
        program("pdftocairo", "-pdf", "-paper", "letter", "{0}", "{1}"),
    ),
    "printed by a browser": (ANEW, printed),
    # A program that loses the labels of charts, and files that nobody can read
    "mutool convert": ({"changed"}, program("mutool", "convert", "-o", "{1}", "{0}")),
    "qpdf encrypt, user password": (
        {"cannot-say"},
        program("qpdf", "--encrypt", "user", "owner", "256", "--", "{0}", "{1}"),
    ),
    "truncated to half": (
        {"cannot-say"},
        lambda file, copy: copy.write_bytes(
            file.read_bytes()[: file.stat().st_size // 2]
        ),
    ),
}
"""By name the verdicts that are right, and what is done to the file."""


@pytest.fixture(scope="module")
def made(built: Built) -> dict[str, Path]:
    return {locale: built(*words)[1] for locale, words in BRIEFS.items()}


@pytest.fixture(scope="module")
def judged(
    made: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[dict[str, Any], int | None]]:
    """What a receiver is told of each changed file, and the page that was changed."""
    folder = tmp_path_factory.mktemp("changed")
    pages: dict[str, int | None] = {}
    for number, (name, (locale, forge)) in enumerate(CHANGED.items()):
        forged = forge(made[locale].read_bytes())
        (folder / f"{number:03}.pdf").write_bytes(forged.pdf)
        pages[name] = forged.page
    told = json.loads(run("verify", folder, "--json").out)
    return {
        name: (proof, page)
        for (name, page), proof in zip(pages.items(), told, strict=True)
    }


@pytest.mark.parametrize("name", CHANGED)
def test_each_change_is_refused_with_its_page(
    judged: dict[str, tuple[dict[str, Any], int | None]], name: str
) -> None:
    proof, page = judged[name]
    assert proof["verdict"] == "changed"
    assert page in {found["page"] for found in proof["differences"]}
    if page is not None and not name.startswith(ON_MANY):
        assert {found["page"] for found in proof["differences"]} <= {page, None}


def test_another_brief_in_front_is_told(
    made: dict[str, Path], built: Built, tmp_path: Path
) -> None:
    """pages: another brief put in front."""
    front = built(*OTHER)[1].read_bytes()
    forged = forgeries.changed(made["en"].read_bytes(), forgeries.other_in_front(front))
    (tmp_path / "both.pdf").write_bytes(forged)
    (proof,) = json.loads(run("verify", tmp_path / "both.pdf", "--json").out)
    assert proof["verdict"] == "changed"
    assert 1 in {found["page"] for found in proof["differences"]}


@pytest.mark.parametrize("locale", BRIEFS)
@pytest.mark.parametrize("name", RESAVED)
def test_each_copy_is_recognized(
    made: dict[str, Path], tmp_path: Path, name: str, locale: str
) -> None:
    verdicts, save = RESAVED[name]
    save(made[locale], tmp_path / "copy.pdf")
    (proof,) = json.loads(run("verify", tmp_path / "copy.pdf", "--json").out)
    assert proof["verdict"] in verdicts, proof["differences"][:3]
    if proof["verdict"] in SAME | ANEW:
        assert proof["quotations"]["proven"] == proof["quotations"]["of"] > 0


def test_a_change_in_a_copy_on_other_paper_is_told(
    made: dict[str, Path], tmp_path: Path
) -> None:
    """Who prints a forged file on other paper hides nothing by it."""
    forged = FORGED_DIGIT(made["en"].read_bytes())
    (tmp_path / "in.pdf").write_bytes(forged.pdf)
    RESAVED["ghostscript, on Letter"][1](tmp_path / "in.pdf", tmp_path / "copy.pdf")
    beside = on(None, drawn_over(b"0 g 2 2 8 8 re f", 2))
    noted = beside((tmp_path / "copy.pdf").read_bytes()).pdf
    (tmp_path / "copy.pdf").write_bytes(noted)
    (proof,) = json.loads(run("verify", tmp_path / "copy.pdf", "--json").out)
    assert proof["verdict"] == "changed"
    told = {found["page"] for found in proof["differences"]}
    assert told == {forged.page, 3}


def test_no_row_of_the_table_is_left_out(shared: Path) -> None:
    with (shared / "cases" / "tampering.csv").open(encoding="utf-8") as file:
        names = {
            row["what was done to a finished trafficking brief (en or ky)"]
            for row in csv.DictReader(file)
        }
    ours = {*CHANGED, *RESAVED, "another brief put in front"}
    assert names - ours == set()
