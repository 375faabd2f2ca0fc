"""Say where something stands: citations, section labels, locators, bibliography."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

import regex

from briefs.compose.statistics import codes
from briefs.document import SourceEntry
from briefs.i18n.locale import Locale
from briefs.model import RUN_IN, Edition, Heading, Passage, Span
from briefs.text.casing import sentence_case

_LATIN, _CYRILLIC = "abcdefgh", "абвгдежз"
_IN_LATIN = frozenset({"en"})
_IN_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LETTER = regex.compile(r"(?<!\S)(\p{Ll})\.(?=\s)")
_LABELLED = regex.compile(r"((?:\p{L}|\p{N}+|[\p{L}\p{N}\s-]{0,20}\p{N}+)\.)\s+(.+)")

_NUMBERED = regex.compile(
    r"((?:\p{L}|\p{N}+(?:-\p{L}+)?|[\p{L}\p{N}\s-]{0,20}\p{N}+)\.)\s+(.+)"
)

YEAR = "{year}"
"""Where the name of a report has its year, in a language that does not put it last.

It stands in [ ], with all that the name of the series has not:
"Доклад о правах человека [за {year} год]".
"""

_BRACKETED = regex.compile(r"\[[^\]]*\]")
_NO_BRACKETS = str.maketrans("", "", "[]")


def report(edition: Edition, locale: Locale, country: str = "") -> str:
    """Return the report with its year, and the country where it has to be told."""
    name = titled(locale.label(edition.names), edition.year)
    return f"{name}, {country}" if country else name


def titled(name: str, year: int) -> str:
    """Return the name of a report with a year where it has its place, else after it.

    A title that names the year, as reports of no series have, is left as it is.
    """
    if YEAR not in name:
        return name if regex.search(rf"\b{year}\b", name) else f"{name} {year}"
    return name.replace(YEAR, str(year)).translate(_NO_BRACKETS)


def series(name: str) -> str:
    """Return the name of a series of reports: what [ ] holds is for a single year."""
    return " ".join(_BRACKETED.sub("", name).split())


class Section(NamedTuple):
    """Where a passage stands in its report; `translated` from the report's language."""

    text: str
    translated: bool


def section(
    headings: tuple[Heading, ...],
    translations: Mapping[str, str] = MappingProxyType({}),
    texts: Iterable[str] = (),
    reader: str = "",
) -> Section:
    """Return the section a passage stands in: labels as printed, then the title.

    The labels of the sections around it come first ("1 Бөлүм. в. …"); a run-in heading
    is left out, because it opens the passage itself. `translations` of titles have
    labels of their own, whose letters are those of the `reader`'s script; others those
    of their title's ("г." beside "д.", where the report has a Latin "d."). The title is
    whole and in sentence case, as the sentences of the `texts` write its words.
    """
    titles = [heading for heading in headings if heading.level < RUN_IN]
    if not titles:
        return Section("", translated=False)
    labels = [_label(one, translations) for one in titles[:-1] if one.label]
    last = titles[-1]
    told = translations.get(last.printed)
    own, title = (last.label, last.text) if told is None else _parted(told)
    written = sentence_case(title, texts).rstrip(" :,;")
    words = " ".join(part for part in (*labels, own, written) if part)
    latin = not _IN_CYRILLIC.search(title) if told is None else reader in _IN_LATIN
    return Section(_lettered(words, latin=latin), translated=told is not None)


def _label(heading: Heading, translations: Mapping[str, str]) -> str:
    """Return what a title is numbered with, "Раздел 1." for "1 Бөлүм."."""
    label, stop, _ = translations.get(heading.printed, "").partition(". ")
    return f"{label}." if stop else heading.label


def _parted(title: str) -> tuple[str, str]:
    """Return the label and the text of a translated title."""
    match = _LABELLED.fullmatch(title)
    return (match[1], match[2]) if match else ("", title)


def _lettered(words: str, *, latin: bool) -> str:
    """Return labels with the letters of one script: "c." for "в."."""
    ours, theirs = (_LATIN, _CYRILLIC) if latin else (_CYRILLIC, _LATIN)

    def exchanged(match: regex.Match[str]) -> str:
        place = theirs.find(match[1])
        return f"{ours[place]}." if place >= 0 else match[0]

    return _LETTER.sub(exchanged, words)


def shortened(section: str) -> str:
    """Return what a section is numbered with: "Section 7. B" without its title.

    One without a number keeps its title.
    """
    labels, rest = [], section
    while match := _NUMBERED.fullmatch(rest):
        labels.append(match[1])
        rest = match[2]
    return " ".join(labels).removesuffix(".") or section


def locator(quoted: Iterable[tuple[Passage, Span]], locale: Locale) -> str:
    """Return the pages of some words, or the paragraphs where there are no pages.

    Words are told by their passages and where they stand in them. Paragraphs are
    counted within their section, if anybody counted them.
    """
    places = list(quoted)
    pages = [passage.pages_of(words) for passage, words in places]
    known = [number for both in pages if both for number in both]
    if known:
        return page(min(known), locale, max(known))
    numbers = [passage.place or passage.number for passage, _ in places]
    return paragraph(min(numbers), locale, max(numbers))


def where(quoted: Iterable[tuple[Passage, Span]], section: str, locale: Locale) -> str:
    """Return the locator of some words that stands alone: "Protection, para. 2".

    The number of a paragraph says nothing without its `section`, in the reader's
    language; where that is empty, paragraphs are counted through the report.
    """
    places = list(quoted)
    paged = any(passage.pages_of(words) for passage, words in places)
    if paged or not places[0][0].place:
        return locator(places, locale)
    if section:
        return f"{section}, {locator(places, locale)}"
    numbers = [passage.number for passage, _ in places]
    return locale.gettext("{paragraphs} of the report").format(
        paragraphs=paragraph(min(numbers), locale, max(numbers))
    )


def page(number: int, locale: Locale, last: int | None = None) -> str:
    """Return the number of a page, or of the pages up to `last`: "pp. 20–21"."""
    if last in (None, number):
        return locale.gettext("p. {page}").format(page=number)
    return locale.gettext("pp. {first}–{last}").format(first=number, last=last)


def paragraph(number: int, locale: Locale, last: int | None = None) -> str:
    """Return the number of a paragraph, or of those up to `last`: "para. 14"."""
    if last in (None, number):
        return locale.gettext("para. {paragraph}").format(paragraph=number)
    return locale.gettext("paras. {first}–{last}").format(first=number, last=last)


def source_anchor(edition: Edition) -> str:
    """Return the anchor of an edition's bibliography entry."""
    return f"source-{edition.id}"


def source(edition: Edition, locale: Locale, country: str = "") -> SourceEntry:
    """Return the bibliography entry: the title in its own language and the reader's.

    The country is told where it has to be, in the words that cite the edition.
    """
    own = edition.titles.get(edition.language, "")
    reader = locale.label(edition.titles)
    translated = f"[{reader}]" if own else reader
    parts = [translated if reader != own else "", locale.label(edition.publisher)]
    parts.append(_issued(edition, locale))
    parts.append(
        locale.gettext("Language: {language}").format(
            language=locale.language(edition.language)
        )
    )
    parts += [locale.label(edition.origin), locale.label(edition.licence)]
    return SourceEntry(
        edition=edition.id,
        anchor=source_anchor(edition),
        title=report(edition, locale, country),
        language=edition.language,
        own=own.strip(" ."),
        entry=". ".join(part.strip(" .") for part in parts if part) + ".",
        checksum=edition.sha256,
        url=edition.url,
        link=edition.url.removeprefix("https://").rstrip("/"),
        address=edition.address,
        addressed=_addressed(edition, locale),
        retrieved=_retrieved(edition, locale),
    )


def _issued(edition: Edition, locale: Locale) -> str:
    if not edition.issued:
        return locale.gettext("Date of issue not recorded")
    return locale.gettext("Issued {date}").format(date=locale.date(edition.issued))


def _addressed(edition: Edition, locale: Locale) -> str:
    """Say which text stands at the address of an issue."""
    if edition.translation_of:
        return locale.gettext("The authoritative text ({language}):").format(
            language=locale.language(edition.translation_of)
        )
    return locale.gettext("This report:")


def _retrieved(edition: Edition, locale: Locale) -> str:
    if edition.retrieved is None:
        return locale.gettext("Day of retrieval not recorded")
    return locale.gettext("Retrieved {date}").format(
        date=locale.date(edition.retrieved)
    )


def sources(
    placed: Iterable[tuple[Edition, str]], locale: Locale
) -> tuple[SourceEntry, ...]:
    """Return the bibliography of editions, each with its country if it has to be told.

    The first entry of each address has its code.
    """
    entries = [source(edition, locale, country) for edition, country in placed]
    first = {entry.url: entry.edition for entry in reversed(entries) if entry.url}
    return tuple(
        replace(entry, code=codes.qr(entry.url))
        if first.get(entry.url) == entry.edition
        else entry
        for entry in entries
    )
