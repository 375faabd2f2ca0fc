"""Word figures: JSON objects for programs, plain lines for people and reviewers."""

from collections.abc import Iterator

from briefs.cli.listings import Row, edition_fields
from briefs.compose import cite
from briefs.compose.statistics import amounts
from briefs.figures.statements import Says, Statement
from briefs.i18n.locale import Locale
from briefs.model import Basis, Edition, Figure, Indicator, Kind, Labels, Passage
from briefs.tasks.lookup import Reviewing


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


def figure_lines(
    found: Figure,
    edition: Edition,
    locale: Locale,
    indicator: Indicator | None,
    reporter: Labels,
) -> Iterator[str]:
    """Yield a figure for reading: value, what it counts, when, who says so, where.

    `indicator` is what it measures, if that is known; `reporter` what its reporter is
    called in each language.
    """
    label = locale.label(indicator.labels) if indicator else ""
    period = (
        f"{locale.period(found.period)} ({_basis(found.period_basis, locale)})"
        if found.period
        else locale.gettext("period not stated")
    )
    state = (
        locale.gettext("reviewed")
        if found.reviewed
        else locale.gettext("found by machine")
    )
    said = (label, period, locale.label(reporter), _kind(found.kind, locale), state)
    yield f"{amounts.value(found, locale)} – {', '.join(part for part in said if part)}"
    yield f"  {found.quote}"
    yield f"  {edition.id}, {cite.paragraph(found.paragraph, locale)}"
    if indicator:
        yield f"  {locale.label(indicator.definition)}"


def _kind(kind: Kind, locale: Locale) -> str:
    """Say what kind of figure it is."""
    return {
        Kind.AGGREGATE: locale.gettext("total"),
        Kind.INCIDENT: locale.gettext("of one incident"),
        Kind.NORM: locale.gettext("set by law"),
        Kind.INSTITUTION: locale.gettext("of an institution"),
    }[kind]


def _basis(basis: Basis, locale: Locale) -> str:
    """Say where the period of a figure is known from."""
    return {
        Basis.STATED: locale.gettext("as stated"),
        Basis.CARRIED: locale.gettext("from the sentences before"),
        Basis.EDITION: locale.gettext("the year of the report"),
    }[basis]


def review_lines(found: Reviewing, locale: Locale) -> Iterator[str]:
    """Yield what a reviewer of an edition's figures has to look at."""
    missing, unfound = found.compared.missing, found.compared.unfound
    yield locale.ngettext(
        "{number} candidate is not in the ledger:",
        "{number} candidates are not in the ledger:",
        len(missing),
    )
    yield from (candidate(figure, locale) for figure in missing)
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
    size = f"{found.value} {found.unit}, {found.period or '?'}"
    return f"  {cite.paragraph(found.paragraph, locale)}: {size}: {found.quote}"


def statement(found: Statement, locale: Locale) -> str:
    """Return a statement without a number as a line: place, what it says, quote."""
    says = {Says.NONE: locale.gettext("none"), Says.UNKNOWN: locale.gettext("unknown")}
    place = cite.paragraph(found.paragraph, locale)
    return f"  {place}: {says[found.says]}, {found.period or '?'}: {found.quote}"
