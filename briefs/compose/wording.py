"""Word what a brief says of itself: title, statement, notes, method."""

from collections.abc import Iterable, Mapping, Sequence

import regex

from briefs.compose.sources import cite
from briefs.differences import Changed
from briefs.document import Excerpt
from briefs.i18n.locale import Locale
from briefs.model import Edition, Labels

_GROUPED = regex.compile(r"\d,\d{3}(?!\d)")

MOST_TOPICS_IN_TITLE = 3
"""How many topics a title names, and the name of a file."""

MOST_COUNTRIES = 4
"""How many countries are named beside the title; more are counted."""

_THOUSANDS = 1819  # a number to show how a source writes thousands


def title(topics: Sequence[str], locale: Locale, *, changes: bool = False) -> str:
    """Join the topics; many of them have one title, and the contents list them.

    A document of nothing but `changes` says so.
    """
    if changes:
        return locale.gettext("What changed: {topic}").format(
            topic=title(topics, locale)
        )
    if len(topics) > MOST_TOPICS_IN_TITLE:
        return locale.gettext("Human rights in the reports")
    first, *others = topics
    # With commas, because many labels hold an "and" of their own.
    return ", ".join([first, *map(_uncapitalised, others)])


def subtitle(sources: Iterable[Edition], locale: Locale) -> str:
    """Say whose reports the brief is made from."""
    publishers = {locale.label(edition.publisher) for edition in sources} - {""}
    if not publishers:
        return ""
    return locale.gettext("From the reports of: {publishers}").format(
        publishers=locale.enumerate(sorted(publishers, key=locale.sort_key))
    )


def country(
    sources: Iterable[Edition], names: Mapping[str, Labels], locale: Locale
) -> str:
    """Name the countries of the sources, or count them where they are many."""
    codes = {edition.country for edition in sources}
    if len(codes) > MOST_COUNTRIES:
        return locale.ngettext("{number} country", "{number} countries", len(codes))
    found = (locale.country(code, names) for code in codes)
    return locale.enumerate(sorted(found, key=locale.sort_key))


def word_for_word(quoted: Iterable[Excerpt]) -> bool:
    """Tell whether all excerpts stand in the words of their sources."""
    return all(item.original for item in quoted)


def statement(
    excerpts: int, sources: Iterable[Edition], locale: Locale, *, exact: bool
) -> str:
    """Say what the brief is made from; `exact` tells that all is word for word.

    Of excerpts nothing is said where there are none.
    """
    # The same report in two languages, or on two countries, is named once.
    reports = dict.fromkeys(cite.report(e, locale) for e in sources)
    # Chosen by the number of reports.
    named = locale.ngettext(
        "Source: {reports}.",
        "Sources: {reports}.",
        len(reports),
        reports=locale.enumerate(reports),
    )
    if not excerpts:
        return named
    sentences = (
        locale.ngettext(
            "This brief consists of {number} excerpt quoted word for word.",
            "This brief consists of {number} excerpts quoted word for word.",
            excerpts,
        )
        if exact
        else locale.ngettext(
            "This brief consists of {number} excerpt in working translation.",
            "This brief consists of {number} excerpts, some or all of them in working "
            "translation only.",
            excerpts,
        ),
        named,
        locale.gettext(
            "Each excerpt names its report, its year, and its page or paragraph."
        ),
    )
    return " ".join(sentences)


def promise(locale: Locale, *, exact: bool) -> str:
    """Say what was checked: it stands at the foot of the first page."""
    if not exact:
        return locale.gettext(
            "Working translations: the words of the source are not printed here"
        )
    return locale.gettext("Every quotation is checked letter by letter with its source")


def letters(locale: Locale) -> str:
    """Return the letters that sentences are called by, in the reader's script."""
    # Translators: the first letters of the alphabet, capitals, without spaces.
    return locale.gettext("ABCDEFGH")


def groups(quoted: Iterable[Excerpt]) -> bool:
    """Tell whether a quotation parts the thousands of a number by a comma."""
    return any(_GROUPED.search(part) for item in quoted for part in item.parts)


def covers(editions: Iterable[Edition], locale: Locale) -> str:
    """Say which year editions describe, empty when it is the year they carry."""
    periods = sorted({e.covers for e in editions if e.covers != str(e.year)})
    if not periods:
        return ""
    listed = locale.enumerate(
        period if period.isdigit() else locale.period(period) for period in periods
    )
    # Other languages say "year" or "years" here.
    return locale.ngettext("on {years}", "on {years}", len(periods), years=listed)


def omitted(number: int, locale: Locale) -> str:
    """Say how many passages are not quoted, empty when none is left out."""
    if number <= 0:
        return ""
    return locale.ngettext(
        "{number} more passage on this topic is not quoted here.",
        "{number} more passages on this topic are not quoted here.",
        number,
    )


def selected(unwanted: int, locale: Locale) -> str:
    """Say that the excerpts were selected, and how many passages were left out."""
    said = locale.gettext(
        "The excerpts were selected by the organization that issues this brief."
    )
    if not unwanted:
        return said
    left_out = locale.ngettext(
        "It left out {number} passage on the topics.",
        "It left out {number} passages on the topics.",
        unwanted,
    )
    return f"{said} {left_out}"


def method(
    quoted: Sequence[Excerpt],
    changed: Iterable[Changed],
    authority: str,
    locale: Locale,
    selected: str = "",
) -> tuple[str, ...]:
    """Say how what is quoted was chosen and checked, and what the translations are.

    `changed` is what was compared; `authority` says which texts are quoted, `selected`
    what was not left to the program.
    """
    sides = [side for one in changed for side in one.sides]
    paragraphs = [
        locale.gettext(
            "Excerpts are chosen by the words and headings that point to a topic. "
            "Within each year, first come those that a working list of this collection "
            "puts first and those whose words are the gravest; those of one section "
            "stand together. An excerpt is a whole paragraph, or an unbroken run of "
            "its sentences: nothing is left out inside it, but the paragraph may begin "
            "before it and go on after it. ¶ marks where the next paragraph of the "
            "source begins. Spelling is the source’s own and is never corrected."
        )
        if quoted or not sides
        else locale.gettext(
            "Sentences on the topic in the reports of two years are compared. One that "
            "the other year has not is new or dropped; one that it has in other words "
            "is reworded. What is said again in quite other words may be counted as "
            "dropped and new. Spelling is the source’s own and is never corrected."
        ),
        locale.gettext(
            "Every quotation was compared with its source, and found again in the text "
            "of this file, before the file was written. It can be checked again with "
            "the program that made it."
        )
        if word_for_word(quoted)
        else locale.gettext(
            "Excerpts were taken from the source letter by letter, and are shown here "
            "in working translation. Only what is printed in the language of the "
            "source was found again in the text of this file before the file was "
            "written."
        ),
    ]
    if groups(quoted) and locale.number(_THOUSANDS) != f"{_THOUSANDS:,}":
        paragraphs.append(
            locale.gettext(
                "Numbers inside quotations stand as the source has them: there a comma "
                "may separate thousands, as in {quoted} for {number}."
            ).format(quoted=f"{_THOUSANDS:,}", number=locale.number(_THOUSANDS))
        )
    translations = (*(e.translation for e in quoted), *(s.translation for s in sides))
    if any(translations):
        paragraphs.append(
            locale.gettext(
                "Translations are working translations made for this collection; they "
                "are not official."
            )
        )
    if selected:
        paragraphs.insert(1, selected)
    paragraphs.append(authority)
    return tuple(paragraphs)


def repeating(locale: Locale) -> str:
    """Say by which rule a recommendation is called repeated or new."""
    return locale.gettext(
        "Recommendations are called repeated where three in ten of their words begin "
        "alike, or where a working list of this collection joins them; otherwise they "
        "are called new, or not in the other report. The first page holds the first "
        "ones of the newest report, in its own order, that have room there."
    )


def counting(locale: Locale) -> str:
    """Say how paragraphs are counted, where a source has no pages."""
    return locale.gettext(
        "Where a source has no pages, its paragraphs are counted within their section; "
        "each point of a list counts as one, headings are left aside."
    )


def _uncapitalised(label: str) -> str:
    """Return a label as it stands inside a sentence; an acronym keeps its capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
