"""Quote excerpts: numbered, cited, in the reader's language where that can be."""

from collections.abc import Iterable

from briefs.compose import cite, wording
from briefs.compose.cutting import Cutting
from briefs.compose.material import Material, Order
from briefs.corpus import parallel
from briefs.corpus import translations as working
from briefs.corpus.translations import Translations
from briefs.document import Excerpt, Translation
from briefs.i18n.locale import Locale
from briefs.model import Edition, Passage


class Register:
    """Excerpts in the order of their numbers, which count from 1."""

    def __init__(self) -> None:
        self._cuttings: list[Cutting] = []

    def number(self, cutting: Cutting) -> int:
        """Enter an excerpt and return its number."""
        self._cuttings.append(cutting)
        return len(self._cuttings)

    def entries(self) -> list[tuple[int, Cutting]]:
        """Return the excerpts with their numbers."""
        return list(enumerate(self._cuttings, start=1))


def numbered(
    cuttings: Iterable[Cutting], material: Material, order: Order, register: Register
) -> tuple[Excerpt, ...]:
    """Return excerpts as they are printed, entered in the register in this order."""
    return tuple(
        _excerpt(cutting, register.number(cutting), material, order)
        for cutting in cuttings
    )


def _excerpt(
    cutting: Cutting, number: int, material: Material, order: Order
) -> Excerpt:
    """Return an excerpt, quoted from the edition in the reader's language if it can."""
    locale = order.locale
    edition, passage, parts = _quotable(cutting, material)
    known = material.translations.get(edition.id)
    translation = translated(parts, edition, known, locale) if known else None
    section = cite.section(passage.headings, known.headings if known else {})
    return Excerpt(
        number=number,
        anchor=f"excerpt-{number}",
        language=edition.language,
        parts=parts,
        original=not translation or order.quotes != "translation",
        language_name=locale.language(edition.language),
        citation=cite.report(edition, locale, material.country(edition, locale)),
        section=section.text,
        section_language=locale.code if section.translated else edition.language,
        locator=cite.locator(passage, locale),
        repeated=wording.repeated((also.edition for also in cutting.also), locale),
        edition=edition.id,
        paragraph=passage.number,
        source=cite.source_anchor(edition),
        translation=translation,
    )


def _quotable(
    cutting: Cutting, material: Material
) -> tuple[Edition, Passage, tuple[str, ...]]:
    """Return what to quote: the cutting, or what the other edition says there."""
    edition, passage = cutting.finding.edition, cutting.finding.passage
    other = material.others.get(edition.id)
    if other is None or passage.number not in other.passages:
        return edition, passage, cutting.parts
    there = other.passages[passage.number]
    language = other.edition.language
    parts = parallel.counterpart(
        cutting.parts, passage, edition.language, there, language
    )
    if not parts:
        return edition, passage, cutting.parts
    return other.edition, there, parts


def translated(
    quoted: Iterable[str], edition: Edition, known: Translations, locale: Locale
) -> Translation | None:
    """Return the working translation of an excerpt, None if a sentence lacks one."""
    parts = [working.translate(part, edition.language, known) for part in quoted]
    if not all(parts):
        return None
    entries = [entry for part in parts for entry in part or ()]
    return Translation(
        language=known.language,
        parts=tuple(working.joined(part or ()) for part in parts),
        status=locale.gettext("working translation, reviewed")
        if all(entry.reviewed for entry in entries)
        else locale.gettext("working translation, not reviewed"),
    )
