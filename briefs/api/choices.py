"""Tell what may be chosen from: page designs and languages."""

from pathlib import Path

from briefs.files import resources
from briefs.render.checks import contrast


def designs(look: Path | None = None) -> list[str]:
    """Return the names of the page designs, those of a house's folder included."""
    return resources.designs(look)


def locales() -> list[str]:
    """Return the languages (BCP 47) that a brief can be made in, drafts included."""
    return sorted({"en", *resources.languages()})


def readable_accent(colour: str) -> str:
    """Return the nearest neighbour of a colour that can be read on white paper.

    A colour ("#7a1f1f") that can be read is its own neighbour.
    """
    return contrast.readable(colour.lower())
