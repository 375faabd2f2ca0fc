"""Write a laid-out document as a PDF file for archives and for screen readers.

One file meets both standards: PDF/A-3a as WeasyPrint writes it, and PDF/UA-1 by the
tags of `tags` and by a claim in the metadata. The claim needs the description of its
own vocabulary beside it, or PDF/A would refuse the unknown word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from pathlib import Path
from typing import Any

from briefs.errors import Message, RenderError
from briefs.render import tags

OPTIONS = {"pdf_variant": "pdf/a-3a", "output_intent": "sRGB"}
"""How a document is laid out and written; the intent is the profile given below."""

UA_CLAIM = b"""\
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA the file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>"""


_LINKS = ("a", "a::before", "a::after")

IDENTIFIER = "dcterms.identifier"
"""The `<meta>` of a page that holds the id of its brief."""

_NAMED = b"""\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier>%s</dc:identifier>
</rdf:Description>
</rdf:RDF>"""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside a PDF: its name, what it is, and its bytes."""

    name: str
    description: str
    content: bytes


def write(
    document: Any,
    *,
    date: date,
    attachments: Sequence[Attachment] = (),
    mono: bool = False,
    multiple: int = 1,
) -> bytes:
    """Return a laid-out WeasyPrint document as PDF/A-3a and PDF/UA-1.

    `date` is the only date in the file; without another the bytes depend on nothing
    but the document. `mono` leaves no colour in the file, `multiple` adds blank pages
    up to a multiple of that number. Raise RenderError for a colour that has no grey.
    """

    def finish(document: Any, pdf: Any) -> None:
        join_tags(pdf)
        _claim_accessibility(pdf)
        _identify(pdf, document.metadata.custom.get(IDENTIFIER, ""))
        _add_blank_pages(pdf, -len(document.pages) % multiple)
        if mono:
            _drain_colour(pdf)

    _link_once(document)
    document.metadata.created = document.metadata.modified = date.isoformat()
    with tags.improved(document) as join_tags:
        content: bytes = document.write_pdf(
            **OPTIONS,
            attachments=[_attached(attachment, date) for attachment in attachments],
            finisher=finish,
        )
    return content


def _link_once(document: Any) -> None:
    """Leave one area to a link, whatever stands in it.

    WeasyPrint links each element inside it once more, which PDF/UA forbids: a link
    would be part of the tag of that element.
    """
    for page in document.pages:
        page.links[:] = [link for link in page.links if link[3].element_tag in _LINKS]


@dataclass(slots=True)
class _ColourProfile:
    """What WeasyPrint asks of a colour profile."""

    name: str
    content: bytes
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: bytes | None = None


def colour_profiles() -> dict[str, Any]:
    """Return the one colour profile that PDF/A asks for, byte for byte.

    WeasyPrint would open its file anew for each document, leave it open, and store
    what the colour library makes of it, which changes when it was asked for its name.
    """
    from weasyprint import pdf

    file = Path(pdf.__file__).with_name("sRGB2014.icc")
    profile = _ColourProfile("sRGB IEC61966-2.1", file.read_bytes())
    return {OPTIONS["output_intent"]: profile}


def _attached(attachment: Attachment, date: date) -> Any:
    import weasyprint

    moment = datetime.combine(date, time(), UTC)
    return weasyprint.Attachment(
        string=attachment.content,
        name=attachment.name,
        description=attachment.description,
        created=moment,
        modified=moment,
        relationship="Data",
    )


def _claim_accessibility(pdf: Any) -> None:
    """Say in the metadata that the file meets PDF/UA-1; leave it readable as text."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False
    metadata.stream = [
        b"".join(metadata.stream).replace(b"</rdf:RDF>", UA_CLAIM, 1),
    ]


def _identify(pdf: Any, id: str) -> None:
    """Say which brief it is in the properties of the file, where it has an id."""
    import pydyf

    if not id:
        return
    pdf.info["Brief"] = pydyf.String(id)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    named = _NAMED % escape(id).encode()
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", named, 1)]


def _add_blank_pages(pdf: Any, number: int) -> None:
    """Add blank pages of the last page's size."""
    import pydyf

    last = pdf.objects[int(pdf.page_references[-1].split()[0])]
    boxes = {name: last[name] for name in ("MediaBox", "TrimBox", "BleedBox")}
    for _ in range(number):
        blank = {"Type": "/Page", "Parent": pdf.pages.reference, "Resources": "<<>>"}
        pdf.add_page(pydyf.Dictionary(blank | boxes))


def _drain_colour(pdf: Any) -> None:
    """Write every colour as the grey that the eye takes it for."""
    from weasyprint.pdf.stream import Stream

    for drawn in pdf.objects:
        if isinstance(drawn, Stream):
            drawn.stream = [_grey(operation) for operation in drawn.stream]
        elif isinstance(drawn, dict) and "ShadingType" in drawn:
            raise RenderError(
                Message("a gradient has no grey"),
                hint=Message("use a plain colour in mono styles"),
            )


def _grey(operation: Any) -> Any:
    """Return a drawing operation with its colour, if it sets one, made grey."""
    if not isinstance(operation, bytes):
        return operation
    if operation.endswith((b" scn", b" SCN")) and not operation.startswith(b"/"):
        raise RenderError(
            Message("a colour of a wide colour space has no grey"),
            hint=Message("use rgb() or #hex colours in mono styles"),
        )
    if not operation.endswith((b" rg", b" RG")):
        return operation
    red, green, blue, operator = operation.split()
    light = 0.299 * float(red) + 0.587 * float(green) + 0.114 * float(blue)
    return b"%.4g %s" % (light, b"g" if operator == b"rg" else b"G")
