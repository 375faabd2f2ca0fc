"""Find how a copy was made that lost its recipe: by the brief id that its pages show.

Printing to a file drops what a brief carries, but not what stands on its pages. The id
is the beginning of the recipe's checksum: of all recipes that may have been used, only
the right one has it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, permutations, product

from briefs.corpus.corpus import Corpus
from briefs.i18n import locale as i18n
from briefs.i18n.locale import Locale
from briefs.model import Topic
from briefs.render import layout
from briefs.tasks.building import gather
from briefs.tasks.building import recipe as recipes
from briefs.tasks.building.wanted.request import Look, Request
from briefs.text.sentences import squeeze
from briefs.verify import recipe
from briefs.verify.recipe import Recipe

_ID = re.compile(r"\b[0-9a-f]{4}(?:-[0-9a-f]{4}){2}\b")

_DAYS = 5 * 366
"""So many days old a copy may be; and it may be of tomorrow, elsewhere on earth."""

_MOST = 5
"""Topics of which pairs are tried: any brief names some that it is not on."""


def recipe_of(text: str, corpus: Corpus, today: date) -> Recipe | None:
    """Return the recipe of a brief by the text of its pages, None where none fits.

    Tried are briefs on one topic or two of the whole corpus, in every design, paper and
    way to quote; not those with words, a choice or a name of the house's own.
    """
    ids = set(_ID.findall(text))
    if len(ids) != 1:
        return None
    shown = squeeze(text)
    for plain in _plain(shown, corpus, today):
        for tried in _variants(plain):
            if recipe.identity(tried) in ids:
                return tried
    return None


def _plain(shown: str, corpus: Corpus, today: date) -> Iterator[Recipe]:
    """Yield the simplest recipe of each language, day and topics that a text names."""
    for code in i18n.available():
        locale = i18n.load(code)
        days = [day for day in _days(today) if squeeze(locale.date(day)) in shown]
        topics = _named(shown, corpus.topics.values(), locale)
        if not days or not topics:
            continue
        first = Request((), (code,), days[0])
        made = recipes.planned(gather.settled(first), topics, code, corpus)
        pairs = permutations(topics[:_MOST], 2)
        for day, asked in product(days, chain(((one,) for one in topics), pairs)):
            codes = tuple(topic.code for topic in asked)
            yield replace(made, date=day, topics=codes)


def _days(today: date) -> Iterator[date]:
    return (today - timedelta(days=back) for back in range(-1, _DAYS))


def _named(shown: str, topics: Iterable[Topic], locale: Locale) -> Sequence[Topic]:
    """Return the topics that a text names, the one it names first in front."""
    places = [(shown.find(squeeze(locale.label(t.labels))), t) for t in topics]
    return [topic for place, topic in sorted(places, key=_place) if place >= 0]


def _place(found: tuple[int, Topic]) -> int:
    return found[0]


def _variants(plain: Recipe) -> Iterator[Recipe]:
    """Yield a recipe in every design and with every choice of the command line."""
    for profile, paper, quotes, mono, clear in product(
        layout.profiles(), ("a4", "letter"), _QUOTES, (False, True), (False, True)
    ):
        look = Look(profile=profile, paper=paper, mono=mono, clear=clear)
        usual = gather.settled(Request((), (plain.locale,), plain.date, look=look))
        for names in dict.fromkeys((usual.names or "full", *_NAMES)):
            yield replace(
                plain,
                profile=profile,
                paper=paper,
                quotes=quotes,
                mono=mono,
                clear=clear,
                names=names,
            )


_QUOTES = ("both", "translation", "original", "annex")
_NAMES = ("full", "withheld", "front")
