"""Say what a brief replaces: which older one, what was corrected since, what differs.

Only that is said which both briefs prove: the values that both count, the quotations
that both record, and the corrections that the collection tells.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefs.choice import Replaced
from briefs.compose.material import Material
from briefs.compose.statistics import amounts
from briefs.document import Excerpt
from briefs.files.cache import digest
from briefs.i18n.locale import Locale
from briefs.model import Bound, Figure
from briefs.text.sentences import squeeze

_BOTH = " / "  # values of one year that contradict each other


def told(
    replaced: Replaced, quoted: Iterable[Excerpt], material: Material, locale: Locale
) -> tuple[str, ...]:
    """Return the paragraphs that say what was corrected, and when."""
    corrected = [*_corrected(replaced, material, locale)]
    figures = [*_figures(replaced, material, locale)]
    said = list(quoted)
    retold = [*_retold(replaced, said, locale)]
    if not corrected and not figures and not retold:
        none = locale.gettext(
            "Since then no correction of what it was made from was recorded."
        )
        corrected = [none]
    return (
        notice(replaced, locale),
        *corrected,
        *figures,
        *retold,
        *_quotations(replaced, said, locale),
    )


def notice(replaced: Replaced, locale: Locale) -> str:
    """Say which brief is replaced."""
    return locale.gettext("This brief replaces the brief {id} of {date}.").format(
        id=replaced.id, date=locale.date(date.fromisoformat(replaced.date))
    )


def quotation_key(edition: str, paragraphs: Iterable[int], parts: Iterable[str]) -> str:
    """Name a quotation by where it stands and a checksum of its words."""
    numbers = ",".join(map(str, paragraphs))
    return f"{edition} {numbers} {digest(*map(squeeze, parts))[:16]}"


def translation_key(language: str, parts: Iterable[str]) -> str:
    """Name a translation by its language and a checksum of its words."""
    return f"{language} {digest(*map(squeeze, parts))[:16]}"


def by_key(
    rows: Iterable[tuple[str, int, str | None, str | None, str]],
) -> dict[str, str]:
    """Return the values of series by edition, paragraph, indicator and period.

    Each row has these four, and the value last. Values of one key stand together.
    """
    found: dict[str, list[str]] = {}
    for edition, paragraph, indicator, period, value in rows:
        if indicator:
            key = f"{edition} {paragraph} {indicator} {period or ''}"
            found.setdefault(key, []).append(value)
    return {key: _BOTH.join(sorted(values)) for key, values in found.items()}


def _corrected(replaced: Replaced, material: Material, locale: Locale) -> Iterator[str]:
    """Yield what the collection tells of its corrections, each with day and report."""
    editions = {edition.id: edition for edition in material.quotable}
    for one in replaced.corrected:
        edition = editions.get(one.edition)
        report = material.report(edition, locale) if edition else one.edition
        yield locale.gettext("Corrected on {date}, {report}: {what}").format(
            date=locale.date(date.fromisoformat(one.date)),
            report=report,
            what=locale.label(one.what),
        )


def _figures(replaced: Replaced, material: Material, locale: Locale) -> Iterator[str]:
    """Yield the values that were printed otherwise, or are printed no more."""
    now = _counted(material)
    known = {edition.id for edition in material.quotable}
    for key, before in replaced.figures.items():
        id, _, code, period = key.split(" ", 3)
        indicator, figures = material.indicators.get(code), now.get(key, [])
        after = _BOTH.join(sorted(written(one.value, one.bound) for one in figures))
        if before == after or indicator is None or id not in known:
            continue
        said = (
            locale.gettext("{figure}: now {now}, before {before}.")
            if figures
            else locale.gettext("{figure}: no longer given, before {before}.")
        )
        when = f", {locale.period(period)}" if period else ""
        yield said.format(
            figure=f"{locale.label(indicator.labels)}{when}",
            now=_BOTH.join(amounts.value(one, locale) for one in figures),
            before=_BOTH.join(
                _shown(one, indicator.unit, locale) for one in before.split(_BOTH)
            ),
        )


def _counted(material: Material) -> dict[str, list[Figure]]:
    """Return the figures of series by what they are known by."""
    found: dict[str, list[Figure]] = {}
    for one in material.printed():
        place = one.edition, one.paragraph, one.indicator, one.period
        for key in by_key([(*place, "")]):
            found.setdefault(key, []).append(one)
    return found


def written(value: float | None, bound: str | None) -> str:
    """Write a value with its bound, as a recipe has it: "at-most 20"."""
    return "" if value is None else f"{bound or ''} {value:g}".strip()


def _shown(text: str, unit: str, locale: Locale) -> str:
    """Write for a reader what `written` wrote, also that a value is not known."""
    bound, _, number = text.rpartition(" ")
    if not number:
        return locale.gettext("unknown")
    amount = amounts.amount(float(number), unit, locale)
    return amounts.bounded(amount, Bound(bound), locale) if bound else amount


def _retold(
    replaced: Replaced, quoted: Sequence[Excerpt], locale: Locale
) -> Iterator[str]:
    """Say which quotations have another working translation than in the older brief."""
    changed = []
    for one in quoted:
        key = quotation_key(one.edition, one.paragraphs, one.parts)
        before = replaced.translated.get(key, "")
        told = one.translation.parts if one.translation else ()
        same_language = before.startswith(f"{locale.code} ")
        if told and same_language and before != translation_key(locale.code, told):
            changed.append(f"[{one.mark}]")
    if changed:
        yield locale.gettext(
            "The working translation of these quotations was changed: {quotations}."
        ).format(quotations=", ".join(changed))


def _quotations(
    replaced: Replaced, said: Sequence[Excerpt], locale: Locale
) -> Iterator[str]:
    """Say how many of the older brief's quotations stand here word for word."""
    here = {quotation_key(one.edition, one.paragraphs, one.parts) for one in said}
    if not replaced.quoted:
        return
    number, kept = len(replaced.quoted), sum(key in here for key in replaced.quoted)
    if kept < number:
        yield locale.gettext(
            "Of its {number} quotations {kept} stand here word for word; the others "
            "are left out or cut otherwise."
        ).format(number=number, kept=kept)
    elif not any(one.translation for one in said):
        yield locale.gettext("All its quotations stand here word for word.")
    elif replaced.translated:
        yield locale.gettext(
            "All its quotations stand here word for word in the language of the source."
        )
    else:
        yield locale.gettext(
            "All its quotations stand here word for word in the language of the "
            "source; their working translations may have been corrected."
        )
