"""Show what changed: counted, then sentence by sentence, changed words marked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.compose.changes.comparing import Comparison, Turn
from briefs.compose.elsewhere import elsewhere
from briefs.compose.excerpts.quoting import Register, translated
from briefs.compose.material import Material, Order
from briefs.compose.pages.plan import Plan
from briefs.compose.sources import cite, standing
from briefs.compose.statistics import amounts
from briefs.differences import (
    Changed,
    ChangedSentence,
    Columns,
    MovedFigure,
    Piece,
    Side,
)
from briefs.document import Excerpt
from briefs.figures.moves import Move
from briefs.i18n.locale import Locale
from briefs.model import Edition, Figure, Span, Topic
from briefs.text.sentences import sentences
from briefs.years import changes, likeness
from briefs.years.changes import Change, Kind, Said
from briefs.years.sayings import Serial, serial

Quoted = tuple[Serial, str]
"""A sentence as it is looked up: the report that says it, and its words."""

_FIRST = (Kind.REWORDED, Kind.DROPPED, Kind.NEW)
_PIECEMEAL = 0.1  # of the sentences that changed: a text with fewer reworded is another


def parts(
    topic: Topic, material: Material, order: Order, register: Register
) -> tuple[Changed, ...]:
    """Return what changed on a topic, for each pair of editions that is compared.

    Beside excerpts only what they do not quote is shown. Reports that share no sentence
    on the topic were written anew: then nothing is said of single sentences there.
    """
    plan = order.plan
    if not plan.changes:
        return ()
    quoted = _quoted(register, material) if plan.excerpts else {}
    desk = _Desk(material, order, quoted, register)
    found = [one for one in material.comparisons if one.topic.code == topic.code]
    if plan.excerpts:
        found = [one for one in found if _piecemeal(one) or one.chapter]
    found = [one for one in found if one.turns or one.chapter]
    room = _room(found, plan)
    return tuple(desk.changed(one, room[one.newer.id]) for one in found)


def _room(found: Sequence[Comparison], plan: Plan) -> dict[str, int]:
    """Return how many sentences are shown of each comparison, by its newer edition.

    Where a brief shows excerpts besides, the years of a report share the room, the
    newest first; each has one sentence.
    """
    if not plan.excerpts:
        return {one.newer.id: plan.changes for one in found}
    reports: dict[Serial, list[str]] = {}
    for one in found:
        reports.setdefault(serial(one.newer), []).insert(0, one.newer.id)
    return {
        id: max(1, -((place - plan.changes) // len(newest_first)))
        for newest_first in reports.values()
        for place, id in enumerate(newest_first)
    }


def compared(material: Material, plan: Plan) -> set[str]:
    """Return the ids of the editions whose changes are shown."""
    return {
        edition.id
        for one in material.comparisons
        for edition in (one.older, one.newer)
        if plan.changes
    }


def _piecemeal(one: Comparison) -> bool:
    kinds = Counter(turn.change.kind for turn in one.turns)
    return kinds[Kind.REWORDED] >= _PIECEMEAL * max(1, len(one.turns))


def _quoted(register: Register, material: Material) -> dict[Quoted, Excerpt]:
    """Return the excerpts by the sentences that they quote, each of its report."""
    known = {edition.id: edition for edition in material.quotable}
    return {
        (serial(known[item.edition]), likeness.key(span.of(part))): item
        for _, item in register.quoted()
        for part in item.parts
        for span in sentences(part, item.language)
    }


@dataclass(frozen=True, slots=True)
class _Desk:
    """What changes are set out with; `quoted` are the excerpts by their sentences."""

    material: Material
    order: Order
    quoted: Mapping[Quoted, Excerpt]
    register: Register

    @property
    def locale(self) -> Locale:
        """The reader's language."""
        return self.order.locale

    def changed(self, one: Comparison, room: int) -> Changed:
        """Return a comparison as it is shown; there is `room` for so many sentences."""
        shown = list(self._shown(one.turns))
        kept = shown[:room]
        country = self.material.country(one.newer, self.locale)
        report = cite.series(self.locale.label(one.newer.names))
        found = Changed(
            heading=f"{one.older.year} → {one.newer.year}",
            report=f"{report}, {country}" if country else report,
            notes=tuple(filter(None, [chapter(one.chapter, self.locale)])),
            counts=_counts(one.turns, self.locale),
            sentences=tuple(kept),
            omitted=_omitted(len(shown) - len(kept), self.locale),
        )
        return replace(found, columns=self._columns(found.sides, one.newer))

    def _columns(self, sides: Iterable[Side], edition: Edition) -> Columns | None:
        """Say what stands in the columns, None where nothing is translated."""
        both = [side for side in sides if side.translation]
        if not both:
            return None
        reviewed = [side.reviewed for side in both]
        return standing.beside(both[0].translated_into, reviewed, edition, self.locale)

    def _shown(self, turns: Sequence[Turn]) -> Iterator[ChangedSentence]:
        """Yield what is to be shown: what moved first, then by kind."""
        for turn in sorted(turns, key=_rank):
            change = self._readable(turn.change)
            is_read = change is not turn.change
            new, old = self._excerpt(change.after), self._excerpt(change.before)
            moved_only = old and new and turn.moves
            if (old and not moved_only) or (new and not change.before):
                continue
            if self.order.plan.excerpts and change.kind is Kind.NEW:
                continue
            yield ChangedSentence(
                label=kind(change.kind, self.locale),
                before=None if old else self._side(change.before, change.left_out),
                after=None if new else self._side(change.after, change.added),
                figures=tuple(self._moved(turn, is_read=is_read)),
                mark=new.mark if new else "",
                anchor=new.anchor if new else "",
            )

    def _moved(self, turn: Turn, *, is_read: bool) -> Iterator[MovedFigure]:
        """Yield the figures that moved, each called as its indicator is.

        One of no series is told in its report's words, unless another is read instead.
        """
        for move in turn.moves:
            counted = self._series(move.after.indicator)
            if counted or is_read:
                language = self.locale.code
            else:
                counted, language = move.after.counted, turn.language
            yield MovedFigure(moved(move, self.locale), counted, language)

    def _series(self, code: str | None) -> str:
        """Return what an indicator is called, after the total that it is a part of."""
        known = self.material.indicators.get(code or "")
        if known is None:
            return ""
        label, total = self.locale.label(known.labels), self._series(known.part_of)
        return f"{total} · {label}" if total else label

    def _readable(self, change: Change) -> Change:
        """Return a change in the words of the editions in the reader's language.

        It stays as it is where they do not say it, or do not say it otherwise.
        """
        before, after = (
            self._elsewhere(said) if said else None
            for said in (change.before, change.after)
        )
        if before and after and likeness.key(before.text) != likeness.key(after.text):
            return changes.reworded(before, after)
        alone = before if change.before else after
        if alone and not (change.before and change.after):
            return replace(change, before=before, after=after)
        return change

    def _elsewhere(self, said: Said) -> Said | None:
        place = elsewhere(said.text, said.edition, said.passage, self.material)
        return Said(place.edition, place.passage, place.span) if place else None

    def _excerpt(self, said: Said | None) -> Excerpt | None:
        if said is None:
            return None
        return self.quoted.get((serial(said.edition), likeness.key(said.text)))

    def _side(self, said: Said | None, places: Iterable[Span]) -> Side | None:
        if said is None:
            return None
        edition, locale = said.edition, self.locale
        known = self.material.translations.get(edition.id)
        told = translated([said.text], edition, known, locale) if known else None
        section = self.register.readable(edition, said.passage, self.material, locale)
        place = cite.where([(said.passage, said.span)], section, locale)
        return Side(
            pieces=tuple(_pieces(said.text, places)),
            language=edition.language,
            place=f"{self.material.report(edition, locale)}, {place}",
            edition=edition.id,
            paragraph=said.passage.number,
            translation=told.parts[0] if told else "",
            translated_into=told.language if told else "",
            reviewed=bool(told and told.reviewed),
        )


def _rank(turn: Turn) -> tuple[bool, int]:
    return not turn.moves, _FIRST.index(turn.change.kind)


def _pieces(text: str, places: Iterable[Span]) -> Iterator[Piece]:
    """Yield a sentence in pieces: what is the same, what changed, and so on."""
    last = 0
    for start, end in places:
        same = text[last:start].rstrip()
        if same:
            yield Piece(same, changed=False)
        space = text[last + len(same) : start]
        yield Piece(text[start:end], changed=True, space=space)
        last = end
    if last < len(text):
        yield Piece(text[last:], changed=False)


def kind(what: Kind, locale: Locale) -> str:
    """Say what became of a sentence."""
    return {
        Kind.NEW: locale.gettext("new"),
        Kind.DROPPED: locale.gettext("dropped"),
        Kind.REWORDED: locale.gettext("reworded"),
    }[what]


def moved(move: Move, locale: Locale) -> str:
    """Say how a figure moved: "40 (2016) → 55 (2017)"."""
    before, after = (_value(each, locale) for each in (move.before, move.after))
    return f"{before} → {after}"


def _value(figure: Figure, locale: Locale) -> str:
    period = f" ({locale.period(figure.period)})" if figure.period else ""
    return f"{amounts.value(figure, locale)}{period}"


def chapter(what: str, locale: Locale) -> str:
    """Say what became of the chapter on a topic; nothing where both have one."""
    return {
        "": "",
        "appeared": locale.gettext(
            "The newer report has a section on the topic; the older one has none."
        ),
        "vanished": locale.gettext(
            "The newer report has no section on the topic any more; the older one has."
        ),
    }[what]


def _counts(turns: Sequence[Turn], locale: Locale) -> str:
    found = Counter(turn.change.kind for turn in turns)
    return locale.gettext(
        "Sentences that are new: {new}; dropped: {dropped}; reworded: {reworded}."
    ).format(**{str(each): locale.number(found[each]) for each in Kind})


def _omitted(number: int, locale: Locale) -> str:
    if number <= 0:
        return ""
    return locale.ngettext(
        "{number} more sentence that changed is not shown here.",
        "{number} more sentences that changed are not shown here.",
        number,
    )
