"""Keep with a text which language it is in, where another one is spoken around it."""

from typing import Self


class Borrowed(str):
    """A text in another language than the one around it, which lacks it.

    A page marks it with its own `language`, so that it is read aloud as what it is.
    """

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """Return the text; it is a plain one in all but its language."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Say what to make it again from, in another process."""
        return type(self), (str(self), self.language)
