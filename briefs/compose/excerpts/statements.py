"""Quote what stands beside the excerpts: terms as reports say them, contradictions.

Each quotation comes with what it points back to and with what answers or limits it.
"""

from collections.abc import Iterable, Iterator, Sequence

from briefs.compose.excerpts import doubtful
from briefs.compose.excerpts.cuts import cutting
from briefs.compose.excerpts.cuts.cutting import Part
from briefs.compose.excerpts.quoting import Register, in_rows, translated
from briefs.compose.material import Material, Order
from briefs.compose.sources import cite
from briefs.corpus.beside.statements import Statement
from briefs.corpus.beside.statements import Term as Explained
from briefs.document import Contradiction, Excerpt, Term
from briefs.i18n.locale import Locale
from briefs.model import Span
from briefs.text.searching import phrases


def texts(material: Material, locale: Locale) -> Iterator[str]:
    """Yield what may be quoted besides the excerpts, to know how much room it takes."""
    codes = {topic.code for topic in material.topics}
    for contradiction in material.statements.contradictions.values():
        if codes & set(contradiction.topics):
            yield from (one.quote for one in contradiction.stated)
    for term in material.statements.terms.values():
        if term.always and codes & set(term.topics):
            yield locale.label(term.explanation)
            yield from (one.quote for one in term.stated)


class Quoter:
    """Quotes statements, numbered after all excerpts that a register holds."""

    def __init__(self, material: Material, order: Order, register: Register) -> None:
        self._material, self._order, self._register = material, order, register
        self._editions = {edition.id: edition for edition in material.editions}
        self._next = register.next

    def terms(self, topics: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms that the excerpts use, or that a topic always explains."""
        quoted = [
            (excerpt.language, part)
            for _, excerpt in self._register.quoted()
            for part in excerpt.parts
        ]
        codes = set(topics)
        every = self._material.statements.terms.values()
        chosen = [
            term
            for term in every
            if (not term.topics or codes & set(term.topics))
            and (_is_used(term, quoted) or (term.always and codes & set(term.topics)))
        ]
        return tuple(found for term in chosen if (found := self._term(term)))

    def contradictions(self, topic: str) -> tuple[Contradiction, ...]:
        """Return the statements on a topic that do not fit each other.

        Where an edition of them is not at hand, nothing contradicts what is left.
        """
        locale = self._order.locale
        return tuple(
            Contradiction(
                what=locale.label(one.what),
                stated=tuple(self._quoted(one.stated)),
                note=locale.label(one.note),
            )
            for one in self._material.statements.contradictions.values()
            if topic in one.topics and all(map(self._is_known, one.stated))
        )

    def _term(self, term: Explained) -> Term | None:
        locale = self._order.locale
        known = [*filter(self._is_known, term.stated)]
        marks = [self._mark(one) for one in known]
        stated = tuple(
            self._quoted(
                one for one, mark in zip(known, marks, strict=True) if not mark
            )
        )
        explanation = locale.label(term.explanation)
        if not known and not explanation:
            return None
        seen = locale.enumerate(f"[{mark}]" for mark in dict.fromkeys(marks) if mark)
        own = locale.gettext("Explained in our own words.")
        if not term.reviewed:
            own = locale.gettext("Explained in our own words; not reviewed.")
        return Term(
            name=locale.label(term.labels),
            stated=stated,
            explanation=explanation,
            own=own if explanation else "",
            quoted=locale.gettext("See {excerpts}.").format(excerpts=seen)
            if seen
            else "",
        )

    def _mark(self, one: Statement) -> str:
        """Return what the excerpt is called that quotes a statement, or nothing."""
        return next(
            (
                excerpt.mark
                for _, excerpt in self._register.quoted()
                if excerpt.edition == one.edition
                and any(one.quote in part for part in excerpt.parts)
            ),
            "",
        )

    def _is_known(self, one: Statement) -> bool:
        """Tell whether a statement is at hand and may be quoted."""
        known = one.edition in self._editions and one.edition in self._material.passages
        return (
            known and (one.edition, one.paragraph) not in self._material.picked.without
        )

    def _quoted(self, stated: Iterable[Statement]) -> Iterator[Excerpt]:
        for one in stated:
            yield self._quote(one)
            self._next += 1

    def _quote(self, one: Statement) -> Excerpt:
        material, locale = self._material, self._order.locale
        edition = self._editions[one.edition]
        passage = material.passages[one.edition][one.paragraph]
        start = passage.text.index(one.quote)
        run = Part(passage, Span(start, start + len(one.quote)))
        quoting = material.quoting.get(edition.language)
        run = cutting.fair(run, edition.language, quoting)
        known = material.translations.get(edition.id)
        translation = translated([run.text], edition, known, locale) if known else None
        section = self._register.readable(edition, passage, material, locale)
        told = known if translation else None
        return Excerpt(
            number=self._next,
            mark=str(edition.year),
            anchor=f"statement-{self._next}",
            language=edition.language,
            parts=(run.text,),
            original=not translation or self._order.quotes != "translation",
            language_name=locale.language(edition.language),
            citation=material.report(edition, locale),
            section=section,
            section_language=locale.code,
            locator=cite.locator([run], locale),
            repeated="",
            edition=edition.id,
            paragraphs=(passage.number,),
            source=cite.source_anchor(edition),
            translation=translation,
            notes=doubtful.notes([run], edition, material, locale),
            where=cite.where([run], section, locale),
            cut=in_rows([run.text], edition, told, self._order),
        )


def _is_used(term: Explained, quoted: Sequence[tuple[str, str]]) -> bool:
    patterns = {
        language: phrases.matcher(words) for language, words in term.uses.items()
    }
    return any(
        patterns[language].search(text)
        for language, text in quoted
        if language in patterns
    )
