"""Someone who hears the file gets what someone who sees it gets."""

from collections.abc import Iterator

import pikepdf
import pytest

from briefs.errors import RenderError
from briefs.verify import pdftext
from tests.make.pages import SAMPLE, broken_rules, holds, opened, page, pdf_of, tags

LINES = "Өкмөт бул маселе боюнча эч кандай маалымат берген жок. " * 12
SMALL = "@page{size:60mm 90mm;margin:10mm;@top-left{content:'Баш сап'}}"


@pytest.fixture(scope="module")
def sample() -> Iterator[pikepdf.Pdf]:
    with opened(pdf_of(SAMPLE)) as document:
        yield document


def names_within(tag: pikepdf.Object) -> list[str]:
    """Return the names of the tags right inside a tag."""
    return [str(kid.S)[1:] for kid in tag.K if "/S" in kid]


def test_a_quotation_in_another_language_says_so(sample: pikepdf.Pdf) -> None:
    languages = [str(tag.get("/Lang", "")) for tag in tags(sample, "BlockQuote")]
    assert languages == ["", "en", "ru"]
    assert [str(tag.Lang) for tag in tags(sample, "Quote")] == ["en"]
    assert str(sample.Root.Lang) == "ky"


def test_a_header_cell_says_which_way_it_heads(sample: pikepdf.Pdf) -> None:
    scopes = [str(tag.A.Scope)[1:] for tag in tags(sample, "TH")]
    assert scopes == ["Column"] * 3 + ["Row"] * 2


def test_a_list_says_how_it_counts(sample: pikepdf.Pdf) -> None:
    kinds = [str(tag.A.ListNumbering)[1:] for tag in tags(sample, "L")]
    assert kinds == ["None", "None", "None", "Decimal", "None"]


@pytest.mark.parametrize(
    ("style", "kind"),
    [("disc", "Disc"), ("upper-roman", "UpperRoman"), ("none", "None")],
)
def test_a_list_counts_as_its_style_says(style: str, kind: str) -> None:
    html = page(f"<h1>А</h1><ul style='list-style-type:{style}'><li>а</li></ul>")
    with opened(pdf_of(html)) as document:
        assert tags(document, "L")[0].A.ListNumbering == f"/{kind}"


def test_a_list_item_may_hold_paragraphs() -> None:
    html = page("<h1>А</h1><ul><li>а<p>б</p><ul><li>в</li></ul></li></ul>")
    content = pdf_of(html)
    assert broken_rules(content) == []
    with opened(content) as document:
        assert names_within(tags(document, "LI")[0]) == ["Lbl", "LBody"]
        assert names_within(tags(document, "LBody")[0]) == ["NonStruct", "P"]


def test_a_figure_says_where_it_stands_in_points() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"'
        ' viewBox="0 0 40 20"><title>Эки тилке</title></svg>'
    )
    style = (
        "@page{size:100px 80px;margin:10px}h1{height:20px;margin:0}svg{display:block}"
    )
    with opened(pdf_of(page(f"<h1>А</h1>{svg}", style))) as document:
        (figure,) = tags(document, "Figure")
        assert str(figure.Alt) == "Эки тилке"
        box = [float(edge) for edge in figure.A.BBox]
    left, top = (10 + 8) * 0.75, (80 - 10 - 20 - 8) * 0.75
    assert box[0] == left
    assert box[2:] == [left + 30, box[1] + 15]
    assert box[3] <= top + 6


def test_a_link_is_described_in_words(sample: pikepdf.Pdf) -> None:
    described = [
        str(annotation.Contents)
        for sheet in sample.pages
        for annotation in sheet.get("/Annots", [])
    ]
    assert described == [
        "Адам өлтүрүү",
        "Сандар",
        "1",
        "АКШнын Мамлекеттик департаменти",
    ]


def test_decoration_and_page_margins_are_not_heard() -> None:
    heard = pdftext.text(pdf_of(SAMPLE))
    assert "§" not in heard
    assert "Кыскача баян" not in heard
    assert "Кыйноо ·" not in heard


def test_decoration_without_words_needs_none() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
    assert (
        broken_rules(pdf_of(page(f'<h1>А</h1><p aria-hidden="true">{svg}</p>'))) == []
    )


@pytest.mark.parametrize(
    "html",
    [
        page('<h1 id="a">А</h1><p aria-hidden="true"><a href="#a">шилтеме</a></p>'),
        page(
            '<p class="head"><a href="#a">шилтеме</a></p><h1 id="a">А</h1>',
            "@page{@top-left{content:element(head)}}.head{position:running(head)}",
        ),
    ],
)
def test_a_link_that_nobody_could_hear_is_an_error(html: str) -> None:
    with pytest.raises(RenderError, match="'шилтеме' stands in"):
        pdf_of(html)


def test_what_runs_over_a_page_end_is_one_tag() -> None:
    html = page(
        f"<h1>А</h1><main><blockquote><p>{LINES} <em>{LINES}</em></p></blockquote>"
        f"<ul><li>{LINES}</li></ul></main>",
        SMALL,
    )
    content = pdf_of(html)
    assert broken_rules(content) == []
    with opened(content) as document:
        assert len(document.pages) > 3
        for name in ("Part", "BlockQuote", "P", "L", "LI", "LBody"):
            assert len(tags(document, name)) == 1, name
    assert holds(pdftext.text(content), LINES * 2)


_ROW = """<div class="row">
<div data-column="translation" lang="ru"><p{on}>Перевод {n}.</p></div>
<{quoted} data-column="original" lang="ky"><p{on}>Сүйлөм {n}.</p></{quoted}></div>"""


def test_an_excerpt_in_rows_is_one_quotation_heard_after_its_translation() -> None:
    rows = [
        _ROW.format(
            n=n,
            on=" data-goes-on" if n % 8 else "",
            quoted="div" if n else "blockquote",
        )
        for n in range(16)
    ]
    html = page(
        f"<h1>А</h1><article>{''.join(rows)}</article>",
        SMALL + ".row{display:grid;grid-template-columns:1fr 1fr;break-inside:avoid}",
    )
    content = pdf_of(html)
    assert broken_rules(content) == []
    with opened(content) as document:
        assert len(document.pages) > 1
        (quoted,) = tags(document, "BlockQuote")
        assert names_within(quoted) == ["P", "P"]
    heard = pdftext.text(content)
    for word in ("Перевод", "Сүйлөм"):
        assert " ".join(f"{word} {n}." for n in range(16)) in heard


def test_a_table_that_runs_over_a_page_end_has_its_headers_on_each_page() -> None:
    rows = "<tr><td>1</td></tr>" * 60
    table = f"<table><thead><tr><th>А</th></tr></thead><tbody>{rows}</tbody></table>"
    content = pdf_of(page(f"<h1>А</h1>{table}", SMALL))
    assert broken_rules(content) == []
    with opened(content) as document:
        assert len(tags(document, "Table")) == len(document.pages)
        assert len(tags(document, "TH")) == len(document.pages)


def test_other_documents_are_written_as_before() -> None:
    from weasyprint.pdf import stream
    from weasyprint.pdf import tags as builder

    before = builder._build_box_tree, stream.Stream.marked
    pdf_of(page("<h1>А</h1>"))
    assert before == (builder._build_box_tree, stream.Stream.marked)


def test_a_link_is_one_whatever_stands_in_it() -> None:
    body = (
        '<h1 id="there">Баш</h1><p><a href="#there">2019, <span>2-абз.</span></a></p>'
    )
    pdf = pdf_of(page(body))
    with opened(pdf) as document:
        (sheet,) = document.pages
        assert len(sheet.Annots) == 1
        (link,) = tags(document, "Link")
        assert link.K[0].Type == "/OBJR"
    assert broken_rules(pdf) == []
