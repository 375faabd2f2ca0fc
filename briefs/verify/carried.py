"""Take out of a finished file the recipe that it carries."""

from briefs.errors import Message, VerificationError
from briefs.verify import received
from briefs.verify.comparing import webpages
from briefs.verify.recipe import NAME


class NoRecipeError(VerificationError):
    """A file does not say how it was made."""


def is_pdf(content: bytes) -> bool:
    """Tell whether a file is a PDF file; else it may be a web page."""
    return b"%PDF-" in content[:2048]


def recipe(content: bytes) -> bytes:
    """Return the recipe that a PDF file or a web page carries.

    Raises NoRecipeError for a file without one.
    """
    if not is_pdf(content):
        data = webpages.recipe_of(content)
    else:
        with received.opened(content) as document:
            attached = document.attachments.get(NAME)
            stream = attached.obj.EF.get("/F") if attached else None
            data = received.content(stream) if stream is not None else None
    if data is None:
        raise NoRecipeError(
            Message("the file does not say how it was made"),
            hint=Message(
                "only a file made by `briefs build` can be verified; printing to a "
                "file drops what it needs: ask for the file as it was sent out"
            ),
        )
    return data
