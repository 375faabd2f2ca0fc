"""Word what a brief says of the years of a report: what it repeats, what it lacks."""

from collections.abc import Iterable, Sequence
from itertools import product

from briefs.compose.excerpts.repeats import Years
from briefs.compose.material import Material
from briefs.compose.sources import coverage
from briefs.document import Coverage
from briefs.i18n.locale import Locale


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
    """Say which reports have no chapter on a topic, though those of other years have.

    Topics are named together that the same reports lack, and countries where there
    are several. What is told of a topic in other chapters is told apart from silence.
    """
    groups: dict[tuple[str, tuple[int, ...], bool], list[str]] = {}
    every = [(topic, material.lacking(topic)) for topic in material.topics]
    countries = {edition.country for _, editions in every for edition in editions}
    for topic, editions in every:
        found = {one.edition.id for one in material.findings.get(topic.code, ())}
        for code, heard in product(sorted(countries), (False, True)):
            years = sorted(
                {
                    e.year
                    for e in editions
                    if e.country == code and (e.id in found) is heard
                }
            )
            place = locale.country(code, material.countries)
            key = place if len(countries) > 1 else "", tuple(years), heard
            if years:
                groups.setdefault(key, []).append(locale.label(topic.labels))
    return tuple(
        (f"{place}: " if place else "")
        + _lacking(years, topics, locale, elsewhere=heard)
        for (place, years, heard), topics in groups.items()
    )


def _lacking(
    years: Sequence[int], topics: Sequence[str], locale: Locale, *, elsewhere: bool
) -> str:
    """Say that reports lack a section; what they say `elsewhere` is no silence."""
    told = {"years": spans(years), "topics": locale.enumerate(topics)}
    if elsewhere:
        return locale.ngettext(
            "The report of {years} has no section of its own on: {topics}. What it "
            "says about that stands in other sections.",
            "The reports of {years} have no sections of their own on: {topics}. What "
            "they say about that stands in other sections.",
            len(years),
            **told,
        )
    return locale.ngettext(
        "The report of {years} has no section on: {topics}. This does not mean that "
        "nothing happened.",
        "The reports of {years} have no section on: {topics}. This does not mean that "
        "nothing happened.",
        len(years),
        **told,
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
