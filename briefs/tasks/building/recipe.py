"""Write down how a brief is made, and order it again as written."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TypeVar

from briefs.choice import NO_WORDS
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.document import Issuer
from briefs.files.cache import digest
from briefs.model import Topic
from briefs.tasks.building.gather import Job
from briefs.tasks.building.request import Look, Request
from briefs.verify import used
from briefs.verify.recipe import NAME, House, Recipe, write

T = TypeVar("T", int, str)


def of(job: Job) -> Recipe:
    """Return the recipe of a brief; that of its file, where it is made again."""
    return job.recipe or _of(job.request, job.material.topics, job.locale, job.corpus)


def _of(
    request: Request, topics: Iterable[Topic], locale: str, corpus: Corpus
) -> Recipe:
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
        pages=request.pages,
        issuer=House(issuer.name, issuer.contact, issuer.logo) if issuer else None,
        words=request.words.get(locale, NO_WORDS),
        picks=request.picks,
        code=used.code(),
        data=used.data(corpus, locale),
        editions=used.editions(reading, locale),
    )


def _sorted(chosen: Iterable[T] | None) -> tuple[T, ...] | None:
    return None if chosen is None else tuple(sorted(chosen))


def request(recipe: Recipe, look: Path | None) -> Request:
    """Return the order for the brief of a recipe; `look` is the receiver's own."""
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
        pages=recipe.pages,
        issuer=Issuer(house.name, house.contact, house.logo) if house else None,
        words={recipe.locale: recipe.words},
        picks=recipe.picks,
    )


def checksum(look: Path) -> str:
    """Return the checksum of the templates and styles of a house."""
    return digest(used.of(look / "templates"), used.of(look / "styles"))


def into_page(page: str, recipe: Recipe) -> str:
    """Return a web page that carries its recipe."""
    content = escape(write(recipe).decode())
    meta = f'<meta name="{NAME}" content="{content}">'
    return page.replace("</head>", f"{meta}\n</head>", 1)
