"""Quote excerpts: numbered, cited, in the reader's language where that can be."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from briefs.compose.changes import years
from briefs.compose.excerpts import doubtful, repeats
from briefs.compose.excerpts.cuts import cutting as excerpts
from briefs.compose.excerpts.cuts.cutting import Cutting, Part
from briefs.compose.excerpts.repeats import Years
from briefs.compose.material import Material, Order
from briefs.compose.pages import rows
from briefs.compose.sources import cite
from briefs.corpus import parallel
from briefs.corpus.beside import translations as working
from briefs.corpus.beside.translations import Translations
from briefs.corpus.parallel import Counterpart
from briefs.corpus.quoting import Quoting
from briefs.differences import Row
from briefs.document import Excerpt, Translation
from briefs.i18n.locale import Locale
from briefs.model import RUN_IN, Edition, Heading, Passage, Span
from briefs.text.casing import opened

_SMALL = regex.compile(r"\p{Ll}")
_STRAY = regex.compile(r"(?<=[.!?…])(?:\s+\.)+$")


class Register:
    """Excerpts by their numbers, which count from 1.

    `letters` are what they are called instead of their numbers, if it is not empty.
    They are those of their entering, unless `plan` has told another order, in which
    `first` is to be the first, if it is given.
    """

    def __init__(self, letters: str = "", first: Cutting | None = None) -> None:
        self.letters = letters
        self.first = first
        self._planned: Sequence[Cutting] = ()
        self._entries: list[tuple[Cutting, Excerpt]] = []
        self._sections: dict[tuple[str, tuple[Heading, ...]], cite.Section] = {}
        self._texts: dict[str, str] = {}

    def enter(self, cutting: Cutting, excerpt: Excerpt) -> Excerpt:
        """Enter an excerpt that bears its number."""
        self._entries.append((cutting, excerpt))
        return excerpt

    def plan(self, cuttings: Sequence[Cutting]) -> None:
        """Say in which order excerpts are numbered that are going to be entered."""
        self._planned = cuttings

    def number(self, cutting: Cutting) -> int:
        """Return the number of an excerpt that is to be entered now."""
        return self._planned.index(cutting) + 1 if self._planned else self.next

    @property
    def next(self) -> int:
        """The number of the next excerpt."""
        return len(self._entries) + 1

    def entries(self) -> list[tuple[int, Cutting]]:
        """Return the excerpts as they were cut, with their numbers."""
        return [(excerpt.number, cutting) for cutting, excerpt in self.quoted()]

    def quoted(self) -> list[tuple[Cutting, Excerpt]]:
        """Return the excerpts as they were cut and as they are printed, by number."""
        return sorted(self._entries, key=lambda entry: entry[1].number)

    def readable(
        self, edition: Edition, passage: Passage, material: Material, locale: Locale
    ) -> str:
        """Return the section of a passage in the reader's language, else nothing."""
        known = material.translations.get(edition.id)
        section = self.section(edition, passage, material, locale)
        language = known.language if known and section.translated else edition.language
        return section.text if language == locale.code else ""

    def section(
        self, edition: Edition, passage: Passage, material: Material, locale: Locale
    ) -> cite.Section:
        """Return the section of a passage, worded once."""
        headings = tuple(one for one in passage.headings if one.level < RUN_IN)
        key = edition.id, headings
        if key not in self._sections:
            known = material.translations.get(edition.id)
            self._sections[key] = cite.section(
                headings,
                known.headings if known else {},
                [self._text(edition, material)],
                locale.code,
            )
        return self._sections[key]

    def _text(self, edition: Edition, material: Material) -> str:
        """Return all that an edition says to the reader, put together once."""
        if edition.id not in self._texts:
            known = material.translations.get(edition.id)
            texts = known.entries if known else material.passages.get(edition.id, {})
            self._texts[edition.id] = "\n".join(one.text for one in texts.values())
        return self._texts[edition.id]


def marked(number: int, letters: str) -> str:
    """Return what an excerpt is called: its number, or its letter."""
    return letters[(number - 1) % len(letters)] if letters else str(number)


def numbered(
    cuttings: Iterable[Cutting], material: Material, order: Order, register: Register
) -> tuple[Excerpt, ...]:
    """Return excerpts as they are printed, entered in the register in this order."""
    return tuple(
        register.enter(cutting, _excerpt(cutting, register, material, order))
        for cutting in cuttings
    )


def _excerpt(
    cutting: Cutting, register: Register, material: Material, order: Order
) -> Excerpt:
    """Return an excerpt, quoted from the edition in the reader's language if it can."""
    locale, number = order.locale, register.number(cutting)
    edition, runs = _quotable(cutting, material)
    parts = tuple(run.text for run in runs)
    known = material.translations.get(edition.id)
    translation = translated(parts, edition, known, locale) if known else None
    if order.plan.single and len(parts) == 1:
        told = translation.parts[0] if translation else None
        words, told = bare(parts[0], told, runs[0].passage.headings, known)
        parts = (words,)
        if translation and told:
            translation = replace(translation, parts=(told,))
    section = register.section(edition, runs[0].passage, material, locale)
    return Excerpt(
        number=number,
        mark=marked(number, register.letters),
        anchor=f"excerpt-{number}",
        language=edition.language,
        parts=parts,
        original=not translation or order.quotes != "translation",
        language_name=locale.language(edition.language),
        citation=material.report(edition, locale),
        section=section.text,
        section_language=known.language
        if known and section.translated
        else edition.language,
        locator=cite.locator(runs, locale),
        repeated=years.repeated(_years(cutting, edition, material), locale),
        edition=edition.id,
        paragraphs=tuple(run.passage.number for run in runs),
        source=cite.source_anchor(edition),
        ids=tuple(one.id for one in cutting.told),
        translation=translation,
        notes=doubtful.notes(runs, edition, material, locale),
        where=cite.where(
            runs, register.readable(edition, runs[0].passage, material, locale), locale
        ),
        cut=in_rows(parts, edition, known if translation else None, order),
    )


def standing(words: str, item: Excerpt, material: Material, locale: Locale) -> str:
    """Return where some words of an excerpt stand: their own pages, and the section.

    An excerpt may run over two pages of which one sentence of it needs one.
    """
    section = item.section if item.section_language == locale.code else ""
    where = item.where
    known = material.passages.get(item.edition) or {
        number: passage
        for other in material.others.values()
        if other.edition.id == item.edition
        for number, passage in other.passages.items()
    }
    for passage in (known[n] for n in item.paragraphs if n in known):
        if (start := passage.text.find(words)) >= 0:
            span = Span(start, start + len(words))
            where = cite.where([(passage, span)], section, locale)
            break
    return where if not section or section in where else f"{where}, {section}"


def bare(
    sentence: str,
    told: str | None,
    headings: Iterable[Heading],
    known: Translations | None,
) -> tuple[str, str | None]:
    """Return a sentence and its translation without the run-in heading above both.

    `told` is the translation, None without one. Both stay as they are where one of them
    cannot do without the heading. A stop that the source has twice stands once.
    """
    sentence = _STRAY.sub("", sentence)
    for heading in headings:
        opening = f"{heading.text}: "
        quoted = sentence.removeprefix(opening)
        alone = heading.level >= RUN_IN and quoted != sentence
        if not alone or _SMALL.match(quoted):
            continue
        if told is None:
            return quoted, None
        name = known.headings.get(heading.printed) if known else None
        if name and told.startswith(f"{name}: "):
            return quoted, opened(told.removeprefix(f"{name}: "))
    return sentence, told


def in_rows(
    parts: Iterable[str], edition: Edition, known: Translations | None, order: Order
) -> tuple[Row, ...]:
    """Return quoted parts as they stand beside their translation, where they do."""
    if known is None or order.quotes != "both":
        return ()
    return rows.cut(working.paired(parts, edition.language, known), order.plan)


def _years(cutting: Cutting, quoted: Edition, material: Material) -> Years:
    """Return the years in which an excerpt is said; no words are those of another text.

    What is quoted from an edition in another language is said likewise, not alike.
    """
    found = repeats.years(cutting, material.sayings)
    own = frozenset({cutting.finding.edition.year})
    if quoted == cutting.finding.edition:
        return found
    return Years(own, (found.exact | found.likewise) - own, found.partly)


def _quotable(cutting: Cutting, material: Material) -> tuple[Edition, tuple[Part, ...]]:
    """Return what to quote: the cutting, or what the other edition says there."""
    edition = cutting.finding.edition
    other = material.others.get(edition.id)
    if other is None:
        return edition, cutting.runs
    quoting = material.quoting.get(other.edition.language)
    there = [_counterpart(run, edition, other, quoting) for run in cutting.runs]
    runs = tuple(run for run in there if run)
    return (other.edition, runs) if len(runs) == len(there) else (edition, cutting.runs)


def _counterpart(
    run: Part, edition: Edition, other: Counterpart, quoting: Quoting | None
) -> Part | None:
    """Return the run of the other edition that says the same, None if none does.

    It is unbroken, and as fair to what stands around it as the run was.
    """
    there = other.passages.get(run.passage.number)
    if there is None:
        return None
    language = other.edition.language
    parts = parallel.counterpart(
        (run.text,), run.passage, edition.language, there, language
    )
    if not parts:
        return None
    start = there.text.index(parts[0])
    end = there.text.rindex(parts[-1]) + len(parts[-1])
    return excerpts.fair(Part(there, Span(start, end)), language, quoting)


def translated(
    quoted: Iterable[str], edition: Edition, known: Translations, locale: Locale
) -> Translation | None:
    """Return the working translation of an excerpt, None if a sentence lacks one."""
    parts = [working.translate(part, edition.language, known) for part in quoted]
    if not all(parts):
        return None
    entries = [entry for part in parts for entry in part or ()]
    reviewed = all(entry.reviewed for entry in entries)
    return Translation(
        language=known.language,
        parts=tuple(working.joined(part or ()) for part in parts),
        status=locale.gettext("working translation, reviewed")
        if reviewed
        else locale.gettext("working translation, not reviewed"),
        reviewed=reviewed,
    )
