"""Hold the door of the library: all that a Python program and the command line call.

What is wrong is raised as a `BriefsError`, which knows the exit code that the command
line would end with. Each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefs.api.adding import Accession as Accession
    from briefs.api.adding import Added as Added
    from briefs.api.adding import Outline as Outline
    from briefs.api.adding import ingest as ingest
    from briefs.api.adding import outline as outline
    from briefs.api.choices import designs as designs
    from briefs.api.choices import locales as locales
    from briefs.api.choices import readable_accent as readable_accent
    from briefs.api.everywhere import Everywhere as Everywhere
    from briefs.api.everywhere import Failure as Failure
    from briefs.api.everywhere import build_everywhere as build_everywhere
    from briefs.api.languages import Missing as Missing
    from briefs.api.languages import language_gaps as language_gaps
    from briefs.api.languages import new_language as new_language
    from briefs.api.machine import Condition as Condition
    from briefs.api.machine import doctor as doctor
    from briefs.api.making import Brief as Brief
    from briefs.api.making import Options as Options
    from briefs.api.making import Watch as Watch
    from briefs.api.making import build as build
    from briefs.api.making import compose as compose
    from briefs.api.making import make as make
    from briefs.api.making import render as render
    from briefs.api.making import unlisted as unlisted
    from briefs.api.proving import Difference as Difference
    from briefs.api.proving import Proof as Proof
    from briefs.api.proving import Verdict as Verdict
    from briefs.api.proving import finished_in as finished_in
    from briefs.api.proving import mail as mail
    from briefs.api.proving import verify as verify
    from briefs.api.proving import verify_all as verify_all
    from briefs.api.recipes import Answers as Answers
    from briefs.api.recipes import Round as Round
    from briefs.api.recipes import build_recipe as build_recipe
    from briefs.api.recipes import new_recipe as new_recipe
    from briefs.api.recipes import unlisted_of_recipe as unlisted_of_recipe
    from briefs.api.recipes import watch_recipe as watch_recipe
    from briefs.api.reviewing import Accepted as Accepted
    from briefs.api.reviewing import Draft as Draft
    from briefs.api.reviewing import accept as accept
    from briefs.api.reviewing import draft_columns as draft_columns
    from briefs.api.reviewing import draft_csv as draft_csv
    from briefs.api.reviewing import drafts as drafts
    from briefs.api.shelves import Corpus as Corpus
    from briefs.api.words import amount_of as amount_of
    from briefs.api.words import chapter_of as chapter_of
    from briefs.api.words import excerpt_id as excerpt_id
    from briefs.api.words import moves_of as moves_of
    from briefs.api.words import paragraph_of as paragraph_of
    from briefs.api.words import place_of as place_of
    from briefs.api.words import say as say
    from briefs.api.words import tell as tell
    from briefs.api.words import to_csv as to_csv
    from briefs.choice import OwnWords as OwnWords
    from briefs.choice import Picks as Picks
    from briefs.compose.changes.comparing import Comparison as Comparison
    from briefs.compose.changes.comparing import Turn as Turn
    from briefs.compose.excerpts.cuts.cutting import Cutting as Cutting
    from briefs.compose.sources.tally import Cell as Cell
    from briefs.errors import BriefsError as BriefsError
    from briefs.errors import Message as Message
    from briefs.figures.statements import Statement as Statement
    from briefs.match.index import Finding as Finding
    from briefs.tasks.answering.tables import Placed as Placed
    from briefs.tasks.holding.holdings import Display as Display
    from briefs.tasks.holding.holdings import Holding as Holding
    from briefs.tasks.lookup import Preview as Preview
    from briefs.tasks.lookup import Reviewing as Reviewing
    from briefs.years.changes import Said as Said

_HOMES = {
    "briefs.api.adding": ("Accession", "Added", "Outline", "ingest", "outline"),
    "briefs.api.choices": ("designs", "locales", "readable_accent"),
    "briefs.api.everywhere": ("Everywhere", "Failure", "build_everywhere"),
    "briefs.api.languages": ("Missing", "language_gaps", "new_language"),
    "briefs.api.machine": ("Condition", "doctor"),
    "briefs.api.making": (
        "Brief",
        "Options",
        "Watch",
        "build",
        "compose",
        "make",
        "render",
        "unlisted",
    ),
    "briefs.api.proving": (
        "Difference",
        "Proof",
        "Verdict",
        "finished_in",
        "mail",
        "verify",
        "verify_all",
    ),
    "briefs.api.recipes": (
        "Answers",
        "Round",
        "build_recipe",
        "new_recipe",
        "unlisted_of_recipe",
        "watch_recipe",
    ),
    "briefs.api.reviewing": (
        "Accepted",
        "Draft",
        "accept",
        "draft_columns",
        "draft_csv",
        "drafts",
    ),
    "briefs.api.shelves": ("Corpus",),
    "briefs.api.words": (
        "amount_of",
        "chapter_of",
        "excerpt_id",
        "moves_of",
        "paragraph_of",
        "place_of",
        "say",
        "tell",
        "to_csv",
    ),
    "briefs.choice": ("OwnWords", "Picks"),
    "briefs.compose.changes.comparing": ("Comparison", "Turn"),
    "briefs.compose.excerpts.cuts.cutting": ("Cutting",),
    "briefs.compose.sources.tally": ("Cell",),
    "briefs.errors": ("BriefsError", "Message"),
    "briefs.figures.statements": ("Statement",),
    "briefs.match.index": ("Finding",),
    "briefs.tasks.answering.tables": ("Placed",),
    "briefs.tasks.holding.holdings": ("Display", "Holding"),
    "briefs.tasks.lookup": ("Preview", "Reviewing"),
    "briefs.years.changes": ("Said",),
}
"""The module that each public name is loaded from."""

__all__ = [*sorted(name for names in _HOMES.values() for name in names)]


def __getattr__(name: str) -> object:
    """Load a public name when it is asked for (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
