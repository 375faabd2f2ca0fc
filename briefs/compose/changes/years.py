"""Word what a brief says of the years of a report: what it repeats, what it lacks."""

from collections.abc import Iterable, Mapping, Sequence

from briefs.compose import coverage
from briefs.compose.excerpts.repeats import Years
from briefs.compose.material import Material
from briefs.document import Coverage
from briefs.i18n.locale import Locale
from briefs.model import Edition, Labels, Topic


def repeated(years: Years, locale: Locale) -> str:
    """Say in which years an excerpt is said, empty when only in its own."""
    told = [
        locale.gettext("word for word in {years}").format(years=spans(years.exact))
        if len(years.exact) > 1
        else "",
        locale.gettext("in nearly the same words in {years}").format(
            years=spans(years.likewise)
        )
        if years.likewise
        else "",
        locale.gettext("in part in {years}").format(years=spans(years.partly))
        if years.partly
        else "",
    ]
    return "; ".join(filter(None, told))


def matrix(material: Material, locale: Locale) -> Coverage:
    """Return what each report says on the topics of a brief, year by year."""
    return coverage.matrix(
        material.topics,
        material.editions,
        material.findings,
        locale,
        material.quoting,
        material.outlines,
        material.countries,
    )


def notices(material: Material, locale: Locale) -> tuple[str, ...]:
    """Say which reports have no chapter on the topics of a brief."""
    found = [(topic, material.lacking(topic)) for topic in material.topics]
    return lacking(found, material.countries, locale)


def lacking(
    found: Iterable[tuple[Topic, Sequence[Edition]]],
    names: Mapping[str, Labels],
    locale: Locale,
) -> tuple[str, ...]:
    """Say which reports have no chapter on a topic, though those of other years have.

    Topics are named together that the same reports lack; `names` are those of
    countries, told where there are several.
    """
    groups: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    every = list(found)
    countries = {edition.country for _, editions in every for edition in editions}
    for topic, editions in every:
        for code in sorted({edition.country for edition in editions}):
            years = sorted({e.year for e in editions if e.country == code})
            place = locale.country(code, names) if len(countries) > 1 else ""
            label = locale.label(topic.labels)
            groups.setdefault((place, tuple(years)), []).append(label)
    return tuple(
        (f"{place}: " if place else "")
        + locale.ngettext(
            "The report of {years} has no section on: {topics}. This does not mean "
            "that nothing happened.",
            "The reports of {years} have no section on: {topics}. This does not mean "
            "that nothing happened.",
            len(years),
            years=spans(years),
            topics=locale.enumerate(topics),
        )
        for (place, years), topics in groups.items()
    )


def spans(years: Iterable[int]) -> str:
    """Write years with those that follow each other joined: 2015, 2017–2019."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs
    )
