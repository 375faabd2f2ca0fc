"""Speak the reader's language: messages, dates, numbers and periods of a locale.

Messages are gettext catalogs in `templates/locales`, compiled in memory when loaded, so
that none can be stale; formats are those of CLDR. Adding a language means adding one
catalog, and one column of labels to the corpus.
"""

import gettext
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from briefs.errors import CorpusError, UsageError
from briefs.files import resources
from briefs.files.tomlfile import nearest
from briefs.model import Labels

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE_LOCALE = "en"
"""The language the messages are written in; it needs no catalog."""

PROGRAM = "program"
"""The message context of what the program says to its user, not to a brief's reader."""

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Locale:
    """A reader's language: `code` for CLDR, `messages` to say things in it."""

    code: str
    messages: gettext.NullTranslations

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, number: int, **fields: str) -> str:
        """Return the form of a message for a number, its fields filled in."""
        form = self.messages.ngettext(one, many, number)
        return form.format(number=self.number(number), **fields)

    def label(self, labels: Labels) -> str:
        """Return the wording in this language, else in the first there is, or none."""
        first = next(iter(labels.values()), "")
        return labels.get(self.code) or labels.get(SOURCE_LOCALE) or first

    def number(self, value: float) -> str:
        """Format a number: 8 823 or 4,5."""
        from babel.numbers import format_decimal

        return format_decimal(_exact(value), locale=self.code)

    def percent(self, value: float) -> str:
        """Format a share given in percent: 25 %."""
        from babel.numbers import format_percent

        share = _exact(value) / 100
        return format_percent(share, locale=self.code, decimal_quantization=False)

    def amount(self, value: float) -> str:
        """Format a large amount shortly, if no digit is lost: 339 million, 4,5 млн."""
        from babel.numbers import format_compact_decimal

        if abs(value) < _MILLION or _exact(value) % (_MILLION // 10):
            return self.number(value)
        return format_compact_decimal(
            _exact(value),
            format_type="long" if self.code == SOURCE_LOCALE else "short",
            locale=self.code,
            fraction_digits=1,
        )

    def date(self, day: date) -> str:
        """Format a day: 2026-ж., 22-ноябрь."""
        from babel.dates import format_date

        return format_date(day, "long", locale=self.code)

    def period(self, period: str) -> str:
        """Format an ISO 8601 period: a year, month or day, or an interval of those."""
        from babel.dates import format_interval, format_skeleton

        start, _, end = period.partition("/")
        first, skeleton = _moment(start)
        if not end:
            if skeleton.endswith("d"):
                return self.date(first)
            return format_skeleton(skeleton, first, locale=self.code)
        last, _ = _moment(end)
        return format_interval(first, last, skeleton, locale=self.code)

    def years(self, years: Iterable[int]) -> str:
        """Format the first and the last of some years: 2015–2019."""
        known = sorted(years)
        first, last = known[0], known[-1]
        return str(first) if first == last else f"{first}–{last}"

    def enumerate(self, items: Iterable[str]) -> str:
        """Join items as a sentence does: a, b and c."""
        from babel.lists import format_list

        return format_list(list(items), locale=self.code)

    def language(self, code: str) -> str:
        """Return the name of a language."""
        from babel import Locale as Cldr

        name = Cldr.parse(code).get_language_name(self.code)
        return _LANGUAGES.get((self.code, code)) or name or code

    def country(self, code: str, names: Mapping[str, Labels]) -> str:
        """Return a country's name: from `names` by ISO 3166-1 alpha-3, else CLDR's."""
        from babel import Locale as Cldr
        from babel.core import get_global

        if code in names:
            return self.label(names[code])
        short = get_global("territory_aliases").get(code, [code])[0]
        return str(Cldr.parse(self.code).territories.get(short, code))

    def sort_key(self, text: str) -> list[int]:
        """Return what sorts `text` as a dictionary of this language does."""
        alphabet = _ALPHABETS.get(self.code, "")
        return [
            alphabet.find(letter) if letter in alphabet else 1000 + ord(letter)
            for letter in text.lower()
        ]


_LANGUAGES = {("ru", "ky"): "кыргызский"}
"""Names of languages for which the United Nations do not say what CLDR says."""

_ALPHABETS = {
    "ky": " абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "ru": " абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}


def available() -> tuple[str, ...]:
    """Return the codes of the locales that a brief can be made in."""
    return tuple(sorted({SOURCE_LOCALE, *resources.languages()}))


@cache
def load(code: str) -> Locale:
    """Load a locale; raises UsageError when there is no catalog for it."""
    if code == SOURCE_LOCALE:
        return Locale(code, gettext.NullTranslations())
    if code not in available():
        raise UsageError(
            f"there is no locale {code!r}", hint=nearest(code, available())
        )
    return Locale(code, gettext.GNUTranslations(io.BytesIO(compiled(code))))


def compiled(code: str) -> bytes:
    """Return the catalog of a locale as an MO file, entries marked fuzzy left out."""
    from babel.messages.mofile import write_mo

    file = io.BytesIO()
    write_mo(file, catalog(code))
    return file.getvalue()


@cache
def catalog(code: str) -> "Catalog":
    """Read the catalog of a locale; raises CorpusError when it cannot be read."""
    from babel.messages.pofile import PoFileError, read_po

    path = resources.catalogs() / f"{code}.po"
    try:
        with path.open("rb") as file:
            return read_po(file, locale=code, abort_invalid=True)
    except (OSError, UnicodeDecodeError, PoFileError) as error:
        raise CorpusError(f"cannot read the catalog {path}: {error}") from error


def _exact(value: float) -> Decimal:
    return Decimal(str(value))


def _moment(text: str) -> tuple[date, str]:
    """Return the first day of "2015", "2015-10" or "2015-10-22", with its skeleton."""
    parts = [int(part) for part in text.split("-")]
    skeleton = ("y", "yMMMM", "yMMMMd")[len(parts) - 1]
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day), skeleton
