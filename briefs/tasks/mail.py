"""Write an e-mail draft with a finished brief attached, to be opened and sent."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from briefs.errors import DeliveryError
from briefs.files import deliver
from briefs.i18n.locale import Locale
from briefs.verify import pdftext


def draft(file: Path, to: str, locale: Locale, output: Path | None = None) -> Path:
    """Write a draft beside a PDF file (or to `output`) and return its path.

    Mail programs open it as a message that is not sent yet. Raises DeliveryError when
    the file cannot be read or the draft not be written, VerificationError when the file
    is not a PDF.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DeliveryError(
            f"cannot read {file}: {error.strerror}",
            hint="name a PDF file made by `briefs build`",
        ) from error
    message = _message(file.name, content, to, locale)
    place = output or file.with_suffix(".eml")
    return deliver.write_atomically(place, message.as_bytes(policy=SMTP))


def _message(name: str, content: bytes, to: str, locale: Locale) -> EmailMessage:
    title, description = pdftext.described(content)
    message = EmailMessage()
    message["X-Unsent"] = "1"
    if to:
        message["To"] = to
    message["Subject"] = title or name
    attached = locale.gettext("Please find attached: {title}.").format(
        title=title or name
    )
    message.set_content(f"{attached}\n\n{description}\n", cte="base64")
    message.add_attachment(
        content, maintype="application", subtype="pdf", filename=name
    )
    # The parts of one draft are always parted in the same way.
    message.set_boundary("briefs-draft")
    return message
