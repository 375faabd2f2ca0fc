"""Word figures: JSON objects for programs, plain lines for people and reviewers."""

from collections.abc import Iterator, Sequence

from briefs import api
from briefs.api import Corpus, Draft, Placed, Reviewing, Statement
from briefs.cli.listing.listings import Row, edition_fields
from briefs.errors import Message
from briefs.i18n.locale import Locale
from briefs.model import Basis, Edition, Figure, Kind, Passage


def figure(found: Figure, edition: Edition, passage: Passage) -> Row:
    """Return a figure as the contract of `figures --json` has it.

    Its page is that of the quoted words.
    """
    pages = passage.pages_of(found.span)
    return {
        "value": found.value,
        "value_max": found.value_max,
        "unit": found.unit,
        "counted": found.counted,
        "period": found.period,
        "period_basis": str(found.period_basis),
        "kind": str(found.kind),
        "approximate": found.approximate,
        "bound": found.bound and str(found.bound),
        "change": found.change,
        "reported_by": found.reported_by,
        "base": found.base,
        "repeats": found.repeats,
        "indicator": found.indicator,
        "status": str(found.status),
        "reviewed": found.reviewed,
        "topics": list(found.topics),
        **edition_fields(edition),
        "page": pages and pages[0],
        "paragraph": found.paragraph,
        "sentence": found.sentence,
        "quote": found.quote,
    }


def figure_lines(found: Placed, corpus: Corpus, locale: Locale) -> Iterator[str]:
    """Yield a figure for reading: value, what it counts, when, who says so, where."""
    edition, passage, figure = found
    indicator = corpus.indicators.get(figure.indicator or "")
    said = (
        locale.label(indicator.labels) if indicator else _unit(figure.unit, locale),
        _say(_CHANGE, locale) if figure.change else "",
        _period(figure, locale),
        _reporters(figure, corpus, locale),
        _say(_KINDS[figure.kind], locale),
        _say(_REVIEWED if figure.reviewed else _FOUND, locale),
    )
    amount = api.amount_of(figure, locale.code)
    yield f"{amount} – {', '.join(part for part in said if part)}"
    yield f"  {figure.quote}"
    yield f"  {api.place_of(edition, passage, locale.code)}"
    if indicator:
        yield f"  {locale.label(indicator.definition)}"


def _say(message: Message, locale: Locale) -> str:
    return api.say(message, locale.code)


def _unit(code: str, locale: Locale) -> str:
    """Say what is counted; shares, money and times are written with their amount."""
    return _say(UNITS[code], locale) if code in UNITS else ""


def _period(figure: Figure, locale: Locale) -> str:
    """Say when a figure was so, and where that is known from."""
    if figure.period is None:
        return _say(Message("period not stated"), locale)
    basis = _say(_BASES[figure.period_basis], locale)
    return f"{locale.period(figure.period)} ({basis})"


def _reporters(figure: Figure, corpus: Corpus, locale: Locale) -> str:
    """Name those who reported a figure."""
    known = corpus.organisations
    names = [locale.label(known.get(code, {})) or code for code in figure.reporters]
    return locale.enumerate(names)


UNITS = {
    "agencies": Message("agencies"),
    "applications": Message("applications"),
    "bottles": Message("bottles"),
    "businesses": Message("businesses"),
    "calls": Message("calls"),
    "cases": Message("cases"),
    "centres": Message("centers"),
    "complaints": Message("complaints"),
    "councils": Message("councils"),
    "databases": Message("databases"),
    "documents": Message("documents"),
    "facilities": Message("facilities"),
    "hectares": Message("hectares"),
    "households": Message("households"),
    "languages": Message("languages"),
    "meetings": Message("meetings"),
    "offices": Message("offices"),
    "orders": Message("orders"),
    "organisations": Message("organizations"),
    "pages": Message("sheets or pages"),
    "people": Message("people"),
    "regions": Message("regions"),
    "seats": Message("seats"),
    "shelters": Message("shelters"),
    "signatures": Message("signatures"),
    "times": Message("times"),
    "trainings": Message("trainings"),
    "vehicles": Message("vehicles"),
    "visits": Message("visits"),
    "votes": Message("votes"),
    "websites": Message("websites"),
}
"""What is counted, by unit; shares, money and times have words of their own."""

_KINDS = {
    Kind.AGGREGATE: Message("total"),
    Kind.INCIDENT: Message("of one incident"),
    Kind.NORM: Message("set by law"),
    Kind.INSTITUTION: Message("of an institution"),
    Kind.DURATION: Message("how long something took"),
    Kind.PENALTY: Message("a sentence passed"),
}
_BASES = {
    Basis.STATED: Message("as stated"),
    Basis.CARRIED: Message("from the sentences before"),
    Basis.EDITION: Message("the year of the report"),
}
_CHANGE = Message("change")
_REVIEWED, _FOUND = Message("reviewed"), Message("found by machine")
_SAYS = {"none": Message("none"), "unknown": Message("unknown")}


def review_lines(
    found: Reviewing, drafts: Sequence[Draft], locale: Locale
) -> Iterator[str]:
    """Yield what a reviewer of an edition's figures has to look at beside drafts."""
    unfound = found.compared.unfound
    repeats = sum(draft.figure.repeats is not None for draft in drafts)
    yield locale.ngettext(
        "{number} figure is not reviewed yet",
        "{number} figures are not reviewed yet",
        len(drafts),
    )
    told = Message(
        "sure: {sure}, of a known series: {series}, repeats: {repeats}, "
        "doubtful: {doubts}",
        sure=sum(draft.sure for draft in drafts),
        series=sum(draft.figure.indicator is not None for draft in drafts),
        repeats=repeats,
        doubts=sum(bool(draft.doubts) for draft in drafts),
    )
    if drafts:
        yield f"  {_say(told, locale)}"
    yield locale.ngettext(
        "{number} row of the ledger is not found by the grammar:",
        "{number} rows of the ledger are not found by the grammar:",
        len(unfound),
    )
    yield from (candidate(figure, locale) for figure in unfound)
    yield locale.ngettext(
        "{number} place says that there was none, or that the number is unknown:",
        "{number} places say that there was none, or that the number is unknown:",
        len(found.statements),
    )
    yield from (statement(each, locale) for each in found.statements)


def candidate(found: Figure, locale: Locale) -> str:
    """Return a figure to be reviewed as a line: place, value, unit, period, quote."""
    unit = _unit(found.unit, locale)
    amount = api.amount_of(found, locale.code)
    size = ", ".join(filter(None, (amount, unit, _when(found.period, locale))))
    return f"  {api.paragraph_of(found.paragraph, locale.code)}: {size}: {found.quote}"


def statement(found: Statement, locale: Locale) -> str:
    """Return a statement without a number as a line: place, what it says, quote."""
    place = api.paragraph_of(found.paragraph, locale.code)
    said = f"{_say(_SAYS[found.says], locale)}, {_when(found.period, locale)}"
    return f"  {place}: {said}: {found.quote}"


def _when(period: str | None, locale: Locale) -> str:
    return locale.period(period) if period else "?"
