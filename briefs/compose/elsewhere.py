"""Find what the edition in the reader's language says where another one is read."""

from collections.abc import Iterable, Iterator

from briefs.compose.material import Material
from briefs.corpus import parallel
from briefs.document import Chapter
from briefs.model import Edition, Passage, Span
from briefs.years.changes import Said


def elsewhere(
    text: str, edition: Edition, passage: Passage, material: Material
) -> Said | None:
    """Return where the edition in the reader's language says what `text` says.

    There is no such place where that edition is missing, says it in several places, or
    with other numbers.
    """
    other = material.others.get(edition.id)
    there = other.passages.get(passage.number) if other else None
    if other is None or there is None:
        return None
    language = other.edition.language
    parts = parallel.counterpart((text,), passage, edition.language, there, language)
    if len(parts) != 1 or parallel.numbers(parts[0]) != parallel.numbers(text):
        return None
    start = there.text.index(parts[0])
    return Said(other.edition, there, Span(start, start + len(parts[0])))


def read_for(chapters: Iterable[Chapter]) -> Iterator[str]:
    """Yield the editions whose words tell figures and changes."""
    for chapter in chapters:
        for single in chapter.figures.every_single if chapter.figures else ():
            yield single.edition
        for changed in chapter.changes:
            yield from (side.edition for side in changed.sides)
