"""Say messages in the user's language, each with its fields filled in.

A message arises as an English template where something is found out. Here its template
is looked up in the catalog, and so is that of every message in its fields.
"""

from briefs.errors import BriefsError, Message
from briefs.i18n import locale as i18n


def say(message: Message, code: str) -> str:
    """Return a message in a language; what nobody has translated stays English."""
    template = i18n.load(code).messages.pgettext(i18n.PROGRAM, message.template)
    return message.filled(
        template, lambda field: say(field, code), i18n.load(code).label
    )


def tell(error: BriefsError, code: str) -> str:
    """Return what is wrong and what to do about it, in a language."""
    return say(error.whole, code)
