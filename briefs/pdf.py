"""Write a laid-out document as a PDF file for archives and for screen readers.

One file meets both standards: PDF/A-3a as WeasyPrint writes it, and PDF/UA-1 by the
tags of `tags` and by a claim in the metadata. The claim needs the description of its
own vocabulary beside it, or PDF/A would refuse the unknown word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from briefs import tags

VARIANT = "pdf/a-3a"

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


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside a PDF: its name, what it is, and its bytes."""

    name: str
    description: str
    content: bytes


def write(
    document: Any, *, date: date, attachments: Sequence[Attachment] = ()
) -> bytes:
    """Return a laid-out WeasyPrint document as PDF/A-3a and PDF/UA-1.

    `date` is the only date in the file; without another the bytes depend on nothing
    but the document.
    """
    document.metadata.created = document.metadata.modified = date.isoformat()
    with tags.improved(document):
        content: bytes = document.write_pdf(
            pdf_variant=VARIANT,
            attachments=[_attached(attachment, date) for attachment in attachments],
            finisher=_claim_accessibility,
        )
    return content


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


def _claim_accessibility(document: Any, pdf: Any) -> None:
    """Say in the metadata that the file meets PDF/UA-1; leave it readable as text."""
    number = int(pdf.catalog["Metadata"].split()[0])
    metadata = pdf.objects[number]
    metadata.compress = False
    metadata.stream = [
        b"".join(metadata.stream).replace(b"</rdf:RDF>", UA_CLAIM, 1),
    ]
