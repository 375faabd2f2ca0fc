"""Speak the reader's language: messages, dates, numbers and periods of a locale.

Messages are gettext catalogs in the folders of `templates/locales`, compiled in memory
when loaded, so that none can be stale; formats are those of a language's own file, else
of the CLDR. What a language does not say is said in the languages it falls back to.
"""

import functools
import gettext
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.errors import CorpusError, Message, UsageError
from briefs.files import cache, resources
from briefs.files.data import pofile
from briefs.files.data.tomlfile import nearest
from briefs.files.guard import guarded
from briefs.i18n import dates, language
from briefs.i18n.language import Language
from briefs.model import Labels
from briefs.text.borrowed import Borrowed

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE_LOCALE = language.SOURCE
"""The language the messages are written in; it needs no catalog."""

PROGRAM = "program"
"""The message context of what the program says to its user, not to a brief's reader."""

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Locale:
    """A reader's language: its BCP 47 tag, and `messages` to say things in it."""

    code: str
    messages: gettext.NullTranslations

    @property
    def written(self) -> Language:
        """How the language is written."""
        return language.read(self.code)

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, number: float, **fields: str) -> str:
        """Return the form of a message for a number, its fields filled in.

        A fraction has a form of its own: "1,5 сома", "2.5 years".
        """
        if float(number).is_integer():
            form = self.messages.ngettext(one, many, int(number))
        else:
            form = _fraction(self.messages, one) or many
        return form.format(number=self.number(number), **fields)

    def label(self, labels: Labels) -> str:
        """Return the wording in this language, else in the first there is, or none."""
        if labels.get(self.code):
            return labels[self.code]
        others = {code: labels[code] for code in self.written.chain if labels.get(code)}
        for text in others.values():
            if worded := self.wording(text):
                return worded
        for code, text in (others or labels).items():
            return Borrowed(text, code)
        return ""

    def wording(self, text: str) -> str:
        """Return what a text of a corpus is in this language, empty if not known.

        The catalog of the language has it beside the wording of another one.
        """
        return _wordings(resources.language_file(self.code, resources.WORDINGS)).get(
            text, ""
        )

    def listed(self, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """Return a list of texts in this language, else the first there is, or none."""
        if lists.get(self.code):
            return tuple(lists[self.code])
        for code in self.written.chain:
            if texts := lists.get(code):
                return tuple(self.wording(text) or text for text in texts)
        return ()

    def number(self, value: float) -> str:
        """Format a number: 8 823 or 4,5."""
        from babel.numbers import format_decimal

        return format_decimal(_exact(value), locale=self.written.cldr)

    def percent(self, value: float) -> str:
        """Format a share given in percent: 25 %."""
        from babel.numbers import format_percent

        if pattern := self.written.percent:
            return pattern.format(number=self.number(value))
        share = _exact(value) / 100
        return format_percent(
            share, locale=self.written.cldr, decimal_quantization=False
        )

    def duration(self, value: float, unit: str) -> str:
        """Format a time by the CLDR, "2.5 years"; empty where it lacks the unit."""
        from babel.units import format_unit

        code = f"duration-{unit}"
        text = format_unit(_exact(value), code, locale=self.written.cldr)
        return "" if code in text else text

    def currency(self, code: str, value: float) -> str:
        """Return the name of a currency as an amount of it takes it: US dollars."""
        from babel.numbers import get_currency_name

        return get_currency_name(code, _exact(value), locale=self.written.cldr)

    def amount(self, value: float) -> str:
        """Format a large amount shortly, if no digit is lost: 339 million, 4,5 млн."""
        from babel.numbers import format_compact_decimal

        if abs(value) < _MILLION or _exact(value) % (_MILLION // 10):
            return self.number(value)
        return format_compact_decimal(
            _exact(value),
            format_type="long" if self.written.millions == "long" else "short",
            locale=self.written.cldr,
            fraction_digits=1,
        )

    def date(self, day: date) -> str:
        """Format a day: 2026-жылдын 22-ноябры."""
        return dates.day(day, self.written)

    def period(self, period: str) -> str:
        """Format an ISO 8601 period: a year, month or day, or an interval of those."""
        return dates.period(period, self.written)

    def years(self, years: Iterable[int]) -> str:
        """Format the first and the last of some years as numbers: 2015–2019."""
        known = sorted(years)
        first, last = known[0], known[-1]
        return str(first) if first == last else f"{first}–{last}"

    def years_named(self, years: Iterable[int]) -> str:
        """Format some years as a period: 2015-жыл, 2015–2019 годы."""
        known = sorted(years)
        return dates.years(known[0], known[-1], self.written)

    def enumerate(self, items: Iterable[str]) -> str:
        """Join items as a sentence does: a, b and c."""
        from babel.lists import format_list

        return format_list(list(items), locale=self.written.cldr)

    def language(self, code: str) -> str:
        """Return the name of a language."""
        from babel import Locale as Cldr
        from babel import UnknownLocaleError

        if name := self.written.names.get(code):
            return name
        try:
            cldr = Cldr.parse(language.read(code).cldr)
        except UnknownLocaleError:
            return code
        return cldr.get_language_name(self.written.cldr) or code

    def country(self, code: str, names: Mapping[str, Labels]) -> str:
        """Return a country's name: from `names` by ISO 3166-1 alpha-3, else CLDR's."""
        from babel import Locale as Cldr
        from babel.core import get_global

        if code in names:
            return self.label(names[code])
        short = get_global("territory_aliases").get(code, [code])[0]
        return str(Cldr.parse(self.written.cldr).territories.get(short, code))

    def sort_key(self, text: str) -> list[int]:
        """Return what sorts `text` as a dictionary of this language does."""
        alphabet = f" {self.written.alphabet}"
        return [
            alphabet.find(letter) if letter in alphabet else 1000 + ord(letter)
            for letter in text.lower()
        ]


def available() -> tuple[str, ...]:
    """Return the codes of the locales that a brief can be made in."""
    return tuple(sorted({SOURCE_LOCALE, *resources.languages()}))


@functools.cache
def load(code: str) -> Locale:
    """Load a locale; raises UsageError when there is no catalog for it."""
    if code == SOURCE_LOCALE:
        return Locale(code, gettext.NullTranslations())
    if code not in available():
        raise UsageError(
            Message("there is no locale {code!r}", code=code),
            hint=nearest(code, available()),
        )
    messages = _messages(code)
    for other in language.read(code).fallback:
        if other != SOURCE_LOCALE and other in available():
            # A copy of its own, so that no chain of others grows with this one.
            messages.add_fallback(_messages(other))
    return Locale(code, messages)


def _messages(code: str) -> gettext.GNUTranslations:
    file = resources.language_file(code, resources.MESSAGES)
    with guarded(CorpusError, Message("cannot read the catalog {file}", file=file)):
        return gettext.GNUTranslations(io.BytesIO(compiled(code)))


def compiled(code: str) -> bytes:
    """Return the catalog of a locale as an MO file, entries marked fuzzy left out."""
    file = resources.language_file(code, resources.MESSAGES)
    parts = (language.read(code).cldr, *cache.contents([file]))
    return cache.remember("catalogs", bytes, parts, lambda: _compiled(code))


def _compiled(code: str) -> bytes:
    from babel.messages.mofile import write_mo

    file = io.BytesIO()
    write_mo(file, catalog(code))
    return file.getvalue()


@functools.cache
def catalog(code: str) -> "Catalog":
    """Read the catalog of a locale; raises CorpusError when it cannot be read."""
    return _read(resources.language_file(code, resources.MESSAGES))


@functools.cache
def _wordings(path: Path) -> dict[str, str]:
    """Read what the texts of a corpus are in a language; a language may have none."""
    if not path.exists():
        return {}
    return {
        str(entry.id): str(entry.string)
        for entry in _read(path)
        if entry.id and entry.string
    }


def _read(path: Path) -> "Catalog":
    found = pofile.read(path, language.read(path.parent.name).cldr)
    pofile.require_same_fields(found, path)
    return found


def _exact(value: float) -> Decimal:
    """Return a number without needless decimals, which would alter its plural form."""
    return Decimal(int(value) if float(value).is_integer() else str(value))


def _fraction(messages: gettext.NullTranslations, message: str) -> str:
    """Return the form that a catalog keeps for fractions: the last one, by the CLDR."""
    forms: dict[object, str] = getattr(messages, "_catalog", {})
    numbers = [key[1] for key in forms if isinstance(key, tuple) and key[0] == message]
    return forms[message, max(numbers)] if numbers else ""
