"""Say what a wording in several languages is in the files of a corpus."""

from typing import Annotated, TypeAlias

from briefs.files.data.schema import Languages

LANGUAGES = ("ky", "ru", "en")
"""The languages that what belongs to every corpus is worded in, at least."""

Wording: TypeAlias = Annotated[dict[str, str], Languages()]
"""A text in some languages."""

FullWording: TypeAlias = Annotated[
    dict[str, str], Languages(LANGUAGES, spoken=LANGUAGES)
]
"""A text in all languages that the product speaks."""
