"""Write down how a brief is made, and order it again as written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TypeVar

from briefs.choice import NO_WORDS
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.corpus.withheld import FULL
from briefs.document import Issuer
from briefs.errors import Message
from briefs.files.cache import digest
from briefs.model import Topic
from briefs.tasks.building.gather import Job
from briefs.tasks.building.wanted.request import Look, Request
from briefs.verify import used
from briefs.verify.recipe import NAME, House, Recipe, write

T = TypeVar("T", int, str)


def of(job: Job) -> Recipe:
    """Return the recipe of a brief; that of its file, where it is made again."""
    own = job.recipe
    return own or planned(job.request, job.material.topics, job.locale, job.corpus)


def planned(
    request: Request, topics: Iterable[Topic], locale: str, corpus: Corpus
) -> Recipe:
    """Return the recipe of the brief that a request asks for, before it is made.

    The request says which names are withheld, as `gather.settled` has it.
    """
    look, issuer = request.look, request.issuer
    reading = corpus.within(request.range)
    return Recipe(
        topics=tuple(topic.code for topic in topics),
        locale=locale,
        date=request.day,
        years=_sorted(request.range.years),
        countries=_sorted(request.range.countries),
        profile=look.profile,
        format=look.format,
        paper=look.paper,
        mono=look.mono,
        crop_marks=look.crop_marks,
        clear=look.clear,
        accent=look.accent,
        look=checksum(look.folder) if look.folder else None,
        full=request.full,
        draft=request.draft,
        quotes=request.quotes,
        by=request.by,
        pages=request.pages,
        issuer=House(issuer.name, issuer.contact, issuer.logo) if issuer else None,
        words=request.words.get(locale, NO_WORDS),
        picks=request.picks,
        names=request.names or FULL,
        withhold=request.withhold is not None,
        replaces=request.replaces,
        code=used.code(),
        data=used.data(corpus, locale),
        editions=used.editions(reading, locale),
    )


def _sorted(chosen: Iterable[T] | None) -> tuple[T, ...] | None:
    return None if chosen is None else tuple(sorted(chosen))


def request(recipe: Recipe, look: Path | None, withhold: Path | None = None) -> Request:
    """Return the order for the brief of a recipe.

    `look` and `withhold` are the receiver's own: the folder of the house's design, and
    the list of names.
    """
    house = recipe.issuer
    return Request(
        topics=recipe.topics,
        locales=(recipe.locale,),
        day=recipe.date,
        range=Range(
            years=frozenset(recipe.years) if recipe.years else None,
            countries=frozenset(recipe.countries) if recipe.countries else None,
        ),
        look=Look(
            profile=recipe.profile,
            format=recipe.format,
            paper=recipe.paper,
            mono=recipe.mono,
            crop_marks=recipe.crop_marks,
            clear=recipe.clear,
            accent=recipe.accent,
            folder=look if recipe.look else None,
        ),
        full=recipe.full,
        draft=recipe.draft,
        quotes=recipe.quotes,
        by=recipe.by,
        pages=recipe.pages,
        issuer=Issuer(house.name, house.contact, house.logo) if house else None,
        words={recipe.locale: recipe.words},
        picks=recipe.picks,
        names=recipe.names,
        withhold=withhold if recipe.withhold else None,
        replaces=recipe.replaces,
    )


def checksum(look: Path) -> str:
    """Return the checksum of the templates and styles of a house."""
    return digest(used.of(look / "templates"), used.of(look / "styles"))


@dataclass(frozen=True, slots=True)
class Lent:
    """What a brief may need that is in no corpus; the receiver has it from the house.

    `look` is the folder of the house's design, `withhold` its list of names.
    """

    look: Path | None = None
    withhold: Path | None = None


def not_lent(made: Recipe, lent: Lent) -> Iterator[Message]:
    """Yield what only the house can give."""
    look = lent.look
    if made.look and (look is None or checksum(look) != made.look):
        yield Message("the templates and styles of the house are not here")
    if made.withhold and lent.withhold is None:
        yield Message("the house’s own list of names to withhold is not here")


def into_page(page: str, recipe: Recipe) -> str:
    """Return a web page that carries its recipe."""
    content = escape(write(recipe).decode())
    meta = f'<meta name="{NAME}" content="{content}">'
    return page.replace("</head>", f"{meta}\n</head>", 1)
