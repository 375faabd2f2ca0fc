"""Write an e-mail draft with finished briefs attached, to be opened and sent.

The letter is in the language of the first file and says what the file says: its key
figures with their sources, one quoted passage, one request, who sends it.
"""

import html
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from briefs.compose import letter
from briefs.document import Issuer
from briefs.errors import DeliveryError, Message, UsageError, VerificationError
from briefs.files import deliver, inputs
from briefs.i18n import locale as i18n
from briefs.i18n.locale import Locale
from briefs.tasks.building import sparing
from briefs.verify import pdftext, received
from briefs.verify.quotations import RECORD

_DRAFT = 500_000_000
"""Bytes of a draft that is compared with a new one."""

_LONGEST = 2000
"""Letters of the addresses in one word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a letter; a quotation has a language of its own."""

    text: str
    language: str = ""
    quoted: bool = False
    listed: bool = False


def draft(
    files: Sequence[Path],
    to: Sequence[str],
    locale: Locale,
    output: Path | None = None,
    issuer: Issuer | None = None,
    *,
    force: bool = False,
) -> Path:
    """Write a draft beside the first PDF file (or to `output`) and return its path.

    Mail programs open it as a message that is not sent yet. `locale` is for a file that
    does not say its language; `issuer` sends the letter, else the file's own issuer.
    A draft that is there already, and another, is kept unless `force` replaces it.
    Raises DeliveryError when a file cannot be read or the draft not be written,
    VerificationError when one is not a PDF, UsageError for an address that is none.
    """
    place = output or files[0].parent / f"{files[0].stem}.eml"  # "." has no name
    if place.suffix.lower() != ".eml":
        raise UsageError(
            Message("{name} is no name of an e-mail draft", name=place),
            hint=Message("write an ending .eml"),
        )
    if any(place.exists() and file.samefile(place) for file in files if file.exists()):
        raise UsageError(
            Message("{name} is one of the files to be sent", name=place),
            hint=Message("name another place with -o"),
        )
    _require_names(files)
    attached = {file.name: _read(file) for file in files}
    if len(attached) < len(files):
        raise UsageError(
            Message("two of the files have the same name"),
            hint=Message("rename one of them"),
        )
    first = files[0]
    content = attached[first.name]
    told = _for_letter(first, content)
    speaking = _language(told, content, locale)
    message = _message(told, issuer or _issuer(told), speaking, first.name)
    _address(message, to)
    for name, pdf in attached.items():
        message.add_attachment(
            pdf, maintype="application", subtype="pdf", filename=name
        )
    _part(message)
    message["Content-Language"] = speaking.code
    content = message.as_bytes(policy=SMTP)
    if place.is_file() and not force and not _holds(place, content):
        raise sparing.kept(place)
    return deliver.write_atomically(place, content)


def _require_names(files: Sequence[Path]) -> None:
    """Raise DeliveryError for a name that cannot stand in the head of a mail."""
    for file in files:
        if not file.name.isprintable():
            raise DeliveryError(
                Message(
                    "a mail cannot name the file {name}", name=repr(file.name)[:80]
                ),
                hint=Message("rename it"),
            )


def _holds(place: Path, content: bytes) -> bool:
    return inputs.read_bytes(place, DeliveryError, _DRAFT) == content


def _read(file: Path) -> bytes:
    content = inputs.read_bytes(file, DeliveryError, received.LARGEST)
    received.weigh(content)
    pdftext.described(content)
    return content


def _for_letter(file: Path, content: bytes) -> dict[str, Any]:
    """Return what a file has for its letter; nothing when it was made otherwise."""
    title, description = pdftext.described(content)
    plain = {"title": title or file.name, "description": description}
    data = pdftext.attachment(content, letter.NAME)
    try:
        told = letter.read(data) if data else {}
        sentence = told.get("sentence")
        if sentence and not _is_proven(sentence["original"], content):
            raise VerificationError(
                Message(
                    "{file} does not record what its letter would quote", file=file
                ),
                hint=Message("build it again"),
            )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VerificationError(
            Message("what {file} tells for a letter is damaged", file=file),
            hint=Message("build it again"),
        ) from error
    return {**plain, **told}


def _is_proven(sentence: str, content: bytes) -> bool:
    """Tell whether a sentence is one of the quotations that were proven in the file."""
    record = json.loads(pdftext.attachment(content, RECORD) or b"[]")
    rows = record["quotations"] if isinstance(record, dict) else record
    return any(sentence in part for row in rows for part in row["parts"])


def _language(told: dict[str, Any], content: bytes, locale: Locale) -> Locale:
    """Return the language of the letter: that of the file, if it is known here."""
    code = told.get("language") or pdftext.language(content)
    return i18n.load(code) if code in i18n.available() else locale


def _issuer(told: dict[str, Any]) -> Issuer | None:
    found = told.get("issuer")
    return Issuer(found["name"], found["contact"], "") if found else None


def _message(
    told: dict[str, Any], issuer: Issuer | None, locale: Locale, name: str
) -> EmailMessage:
    message = EmailMessage()
    message["X-Unsent"] = "1"
    message["Subject"] = _subject(told, locale)
    lines = list(_lines(told, issuer, locale, name))
    message.set_content(_plain(lines), cte="base64")
    message.add_alternative(_page(lines, locale), subtype="html", cte="base64")
    return message


def _subject(told: dict[str, Any], locale: Locale) -> str:
    place = ", ".join(filter(None, (told.get("country"), told.get("years"))))
    on = f"{told['title']} – {place}" if place else told["title"]
    said = locale.gettext("{topic}: a brief, and a request to meet").format(topic=on)
    return "".join(filter(str.isprintable, " ".join(said.split())))


def _lines(
    told: dict[str, Any], issuer: Issuer | None, locale: Locale, name: str
) -> Iterator[Line]:
    """Yield the letter, paragraph by paragraph."""
    yield Line(locale.gettext("Dear Sir or Madam,"))
    sources = locale.enumerate(told.get("sources", ()))
    yield Line(
        locale.gettext(
            "We send you a brief on “{title}”, made from: {sources}."
        ).format(title=told["title"], sources=sources)
        if sources
        else locale.gettext("We send you a brief: “{title}”.").format(
            title=told["title"]
        )
    )
    figures = told.get("figures", ())
    if figures:
        yield Line(locale.gettext("What the reports count:"))
        yield from (Line(_figure(figure), listed=True) for figure in figures)
    elif told.get("description"):
        yield Line(told["description"])
    if sentence := told.get("sentence"):
        yield Line(locale.gettext("In the words of the report:"))
        yield from _quotation(sentence)
    yield Line(
        locale.gettext(
            "We ask you to read the attached brief ({file}) and to name a day on which "
            "we could discuss it with you."
        ).format(file=name)
    )
    yield Line(locale.gettext("Respectfully,"))
    yield from _signature(issuer, locale)


def _figure(figure: dict[str, str]) -> str:
    source = f" ({figure['source']})" if figure["source"] else ""
    note = f". {figure['note']}" if figure.get("note") else ""
    return f"{figure['value']} – {figure['label']}, {figure['period']}{source}{note}"


def _quotation(sentence: dict[str, str]) -> Iterator[Line]:
    yield Line(sentence["text"], sentence["language"], quoted=True)
    if sentence["status"]:
        original, language = sentence["original"], sentence["original_language"]
        yield Line(original, language, quoted=True)
    about = ", ".join(filter(None, (sentence["source"], sentence["status"])))
    yield Line(f"– {about}")


def _signature(issuer: Issuer | None, locale: Locale) -> Iterator[Line]:
    if issuer is None:
        yield Line(locale.gettext("[name, organization, telephone]"))
        return
    yield Line(issuer.name)
    if issuer.contact:
        yield Line(issuer.contact)


def _plain(lines: Sequence[Line]) -> str:
    return "\n\n".join(_worded(line) for line in lines) + "\n"


def _worded(line: Line) -> str:
    if line.listed:
        return f"• {line.text}"
    return f"> {line.text}" if line.quoted else line.text


def _page(lines: Sequence[Line], locale: Locale) -> str:
    """Return the letter as HTML that mail programs show without loading anything."""
    body = "\n".join(map(_element, lines))
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(locale.code)}">\n'
        f'<head><meta charset="utf-8"></head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _element(line: Line) -> str:
    text = html.escape(line.text)
    language = f' lang="{html.escape(line.language)}"' if line.language else ""
    if line.quoted:
        return f"<blockquote{language}><p>{text}</p></blockquote>"
    return f"<p>{'• ' if line.listed else ''}{text}</p>"


def _address(message: EmailMessage, to: Sequence[str]) -> None:
    for each in to:
        if not _is_address(each):
            raise UsageError(
                Message("--to {addresses} is no address", addresses=repr(each[:80])),
                hint=Message("write one such as deputy@example.org"),
            )
    if to:
        message["To"] = ", ".join(to)


def _is_address(words: str) -> bool:
    """Say whether words are one address or several, with or without names."""
    if not words.isprintable() or len(words) > _LONGEST:
        return False
    draft = EmailMessage()
    try:
        draft["To"] = words
        found = draft["To"].addresses
        draft.as_bytes(policy=SMTP)
    except Exception:  # the library raises IndexError and worse for half an address
        return False
    return bool(found) and all(
        each.username and each.domain and each.addr_spec.isascii() for each in found
    )


def _part(message: EmailMessage) -> None:
    """Let the parts of one draft always be parted in the same way."""
    message.set_boundary("briefs-draft")
    for number, part in enumerate(message.iter_parts()):
        if part.is_multipart():
            part.set_boundary(f"briefs-draft-{number}")
