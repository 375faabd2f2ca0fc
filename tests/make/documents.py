"""Make files of every format from a report whose headings and paragraphs are known."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

Item = tuple[int, str]
"""A heading with its level from 1, or a paragraph with level 0."""


def items(labels: Path, most: int | None = None) -> list[Item]:
    """Return the headings and paragraphs of a judged report, in order."""
    return list(_items(json.loads(labels.read_text(encoding="utf-8"))))[:most]


def _items(units: list[dict[str, str]]) -> Iterator[Item]:
    last = ["", "", ""]
    for unit in units:
        now = [unit["section"], unit["sub"], unit["subsub"]]
        for level, title in enumerate(now):
            if title and now[: level + 1] != last[: level + 1]:
                yield level + 1, title
        last = now
        yield 0, unit["text"]


def web_page(found: list[Item], *, legacy: bool = False, bold: int = 3) -> str:
    """Return a page as a ministry publishes it, with menus and notices around.

    On a `legacy` one headings are bold, those below the level `bold` in italics.
    """
    body = []
    for level, text in found:
        words = html.escape(text)
        if not level:
            words = re.sub(r"^([^.:]{3,60}):", r"<b>\1</b>:", words)
            body.append(f"<p>{words}</p>")
        elif legacy:
            tag = "strong" if level <= bold else "em"
            body.append(f"<p><{tag}>{words}</{tag}></p>")
        else:
            body.append(f"<h{level + 1}>{words}</h{level + 1}>")
    links = "".join(f'<li><a href="#s{n}">Section {n}. Part</a></li>' for n in range(9))
    text = "\n".join(body)
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><title>Country - United States Department of State</title>
<meta property="og:title"
 content="2019 Country Reports on Human Rights Practices: Kazakhstan">
<meta property="og:site_name" content="United States Department of State">
<style>p {{ color: black }}</style>
<script>var x = "<p>no text at all</p>";</script></head>
<body class="single"><a class="skip-link" href="#main">Skip to content</a>
<div class="banner"><p>An official website of the United States Government</p></div>
<header class="site-header"><ul><li><a href="/">Home</a></li><li><a href="/r">Reports
</a></li></ul><form><input value="Search"></form></header>
<div id="cookie-notice"><p>We use cookies to improve this site. By going on you agree to
our use of cookies, as described in the notice on privacy.</p><button>OK</button></div>
<main id="main"><h1>2019 Country Reports on Human Rights Practices: Kazakhstan</h1>
<p class="article-meta__author-bureau">Bureau of Democracy, Human Rights, and Labor</p>
<div class="report"><nav class="report__nav"><h2>On This Page</h2><ul>{links}</ul></nav>
<div class="share"><span>Share this page on:</span><a href="#">Facebook</a></div>
<div class="entry-content">
{text}
</div></div></main>
<aside><h3>Related Articles</h3><p><a href="#">Another country</a></p></aside>
<footer><p>The Office of Website Management keeps this site as a portal for information
from the department. External links are no endorsement.</p></footer></body></html>"""


STYLES = {
    "plain": """@page { size: A4; margin: 25mm;
        @top-center { content: "KAZAKHSTAN 2019 HUMAN RIGHTS REPORT"; font-size: 9pt }
        @bottom-center { content: counter(page); font-size: 9pt } }
      body { font: 11pt/1.35 serif } p { margin: 0 0 9pt }
      h2 { font-size: 15pt } h3 { font-size: 13pt } h4 { font-size: 11pt }""",
    "gaps": """@page { size: letter; margin: 1in;
        @top-center { content: "KAZAKHSTAN 2019 HUMAN RIGHTS REPORT" }
        @bottom-right { content: counter(page) } }
      body { font: 12pt/1.15 serif } p { margin: 0 0 12pt } h2 { font-size: 14pt }
      h3 { font-size: 12pt } h4 { font-size: 12pt; font-style: italic }""",
    "indented": """@page { size: A4; margin: 22mm 20mm;
        @bottom-center { content: "KAZAKHSTAN 2019 HUMAN RIGHTS · " counter(page) } }
      body { font: 10.5pt/1.5 sans-serif; text-align: justify; hyphens: auto }
      p { margin: 0; text-indent: 14pt } h2 { font-size: 15pt } h3 { font-size: 12.5pt }
      h4 { font-size: 10.5pt }""",
    "newspaper": """@page { size: A4; margin: 18mm;
        @top-center { content: "Country Reports on Human Rights Practices for 2019" }
        @bottom-center { content: "– " counter(page) " –" } font-size: 8pt }
      body { font: 9pt/1.3 serif; columns: 2; text-align: justify; hyphens: auto }
      p { margin: 0 0 5pt } h2 { font-size: 13pt; column-span: all }
      h3 { font-size: 10.5pt } h4 { font-size: 9pt; font-style: italic }""",
    "columns": """@page { size: letter; margin: 20mm;
        @top-left { content: "Country Reports on Human Rights Practices for 2019" }
        @bottom-right { content: "Page " counter(page) " of " counter(pages) }
        font-size: 8pt }
      body { font: 10pt/1.3 sans-serif; columns: 2; text-align: justify }
      p { margin: 0; text-indent: 1.2em } h2 { font-size: 13pt; column-span: none }
      h3 { font-size: 11.5pt } h4 { font-size: 10pt; font-style: italic }""",
    "typed": """@page { size: letter; margin: 1in; @top-center { content: "KAZAKHSTAN" }
        @bottom-center { content: counter(page) } }
      body { font: 12pt/1.15 serif } p { margin: 0 0 12pt }
      h2, h3 { font: bold 12pt serif } h4 { font: 12pt serif;
        text-decoration: underline }""",
    "italics": """@page { size: A4; margin: 25mm;
        @bottom-right { content: counter(page) } }
      body { font: 11pt/1.3 serif } p { margin: 0 0 9pt }
      h2, h3, h4 { font: italic 11pt/1.3 serif; margin: 0 0 9pt }""",
}


def pdf(
    found: list[Item], style: str, *, tagged: bool = False, noted: bool = False
) -> bytes:
    """Return a report as a PDF with running heads and feet in one of the layouts.

    One that is `noted` has contents at its beginning and a note to each paragraph.
    """
    import weasyprint

    note = f'<span class="note">{_NOTED}</span>' if noted else ""
    body = "\n".join(
        f"<h{level + 1}>{html.escape(text)}</h{level + 1}>"
        if level
        else f"<p>{html.escape(text)}{note}</p>"
        for level, text in found
    )
    if noted:
        heads = (html.escape(text) for level, text in found if level)
        rows = "".join(f"<p>{text} {n}</p>" for n, text in enumerate(heads, start=1))
        body = f"<style>{_NOTES}</style><p>Contents</p>{rows}<hr>{body}"
    page = f"<html lang=en><title>R</title><style>{STYLES[style]}</style>{body}</html>"
    written = weasyprint.HTML(string=page).write_pdf(pdf_tags=tagged)
    assert isinstance(written, bytes)
    return written


_NOTED = "Interview with a lawyer of the coalition, Bishkek."
_NOTES = """.note { float: footnote; font-size: 8pt }
    ::footnote-call { font-size: 7pt; vertical-align: super }
    hr { break-after: page }"""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(found: list[Item], *, styled: bool = True, bold: int = 3) -> bytes:
    """Return a report as a Word file, its headings by style or only in bold.

    Without styles those below the level `bold` are underlined.
    """
    looks = {level: "b" if level <= bold else "u" for level in (1, 2, 3)}
    body = []
    for level, text in found:
        style = f'<w:pStyle w:val="Heading{level}"/>' if level and styled else ""
        look = f"<w:rPr><w:{looks[level]}/></w:rPr>" if level and not styled else ""
        middle = len(text) // 2
        runs = "".join(
            f'<w:r>{look}<w:t xml:space="preserve">{escape(half)}</w:t></w:r>'
            for half in (text[:middle], text[middle:])
        )
        body.append(f"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}">'
        f'<w:name w:val="heading {n}"/></w:style>'
        for n in (1, 2, 3)
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}'
            "</w:body></w:document>",
            "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        }
    )


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def odt(found: list[Item]) -> bytes:
    """Return a report as an OpenDocument text."""
    body = "".join(
        f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'
        if level
        else f"<text:p>{escape(text)}</text:p>"
        for level, text in found
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<office:document-content"
            f' xmlns:office="{_OFFICE}:office:1.0"'
            f' xmlns:text="{_OFFICE}:text:1.0"><office:body><office:text>{body}'
            "</office:text></office:body></office:document-content>",
        }
    )


def markdown(found: list[Item]) -> str:
    """Return a report as Markdown."""
    return "\n\n".join(f"{'#' * level} {text}".strip() for level, text in found)


def packed(parts: dict[str, str]) -> bytes:
    """Return a packed file with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()
