"""Short printed documents that can be trusted, from human-rights reports.

    import briefs
    corpus = briefs.Corpus.open()
    brief = briefs.compose(corpus, ["torture"], locale="ky", profile="handout")
    pdf = briefs.render(brief)

Each name is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefs.api import Accepted as Accepted
    from briefs.api import Accession as Accession
    from briefs.api import Added as Added
    from briefs.api import Answers as Answers
    from briefs.api import Brief as Brief
    from briefs.api import BriefsError as BriefsError
    from briefs.api import Cell as Cell
    from briefs.api import Comparison as Comparison
    from briefs.api import Condition as Condition
    from briefs.api import Corpus as Corpus
    from briefs.api import Cutting as Cutting
    from briefs.api import Difference as Difference
    from briefs.api import Display as Display
    from briefs.api import Draft as Draft
    from briefs.api import Everywhere as Everywhere
    from briefs.api import Failure as Failure
    from briefs.api import Finding as Finding
    from briefs.api import Holding as Holding
    from briefs.api import Message as Message
    from briefs.api import Missing as Missing
    from briefs.api import Options as Options
    from briefs.api import Outline as Outline
    from briefs.api import OwnWords as OwnWords
    from briefs.api import Picks as Picks
    from briefs.api import Placed as Placed
    from briefs.api import Preview as Preview
    from briefs.api import Proof as Proof
    from briefs.api import Reviewing as Reviewing
    from briefs.api import Round as Round
    from briefs.api import Said as Said
    from briefs.api import Statement as Statement
    from briefs.api import Turn as Turn
    from briefs.api import Verdict as Verdict
    from briefs.api import Watch as Watch
    from briefs.api import accept as accept
    from briefs.api import amount_of as amount_of
    from briefs.api import build as build
    from briefs.api import build_everywhere as build_everywhere
    from briefs.api import build_recipe as build_recipe
    from briefs.api import chapter_of as chapter_of
    from briefs.api import compose as compose
    from briefs.api import designs as designs
    from briefs.api import doctor as doctor
    from briefs.api import draft_columns as draft_columns
    from briefs.api import draft_csv as draft_csv
    from briefs.api import drafts as drafts
    from briefs.api import excerpt_id as excerpt_id
    from briefs.api import finished_in as finished_in
    from briefs.api import ingest as ingest
    from briefs.api import language_gaps as language_gaps
    from briefs.api import locales as locales
    from briefs.api import mail as mail
    from briefs.api import make as make
    from briefs.api import moves_of as moves_of
    from briefs.api import new_language as new_language
    from briefs.api import new_recipe as new_recipe
    from briefs.api import outline as outline
    from briefs.api import paragraph_of as paragraph_of
    from briefs.api import place_of as place_of
    from briefs.api import readable_accent as readable_accent
    from briefs.api import render as render
    from briefs.api import say as say
    from briefs.api import tell as tell
    from briefs.api import to_csv as to_csv
    from briefs.api import unlisted as unlisted
    from briefs.api import unlisted_of_recipe as unlisted_of_recipe
    from briefs.api import verify as verify
    from briefs.api import verify_all as verify_all
    from briefs.api import watch_recipe as watch_recipe

__version__ = "0.1.0"

__all__ = [
    "Accepted",
    "Accession",
    "Added",
    "Answers",
    "Brief",
    "BriefsError",
    "Cell",
    "Comparison",
    "Condition",
    "Corpus",
    "Cutting",
    "Difference",
    "Display",
    "Draft",
    "Everywhere",
    "Failure",
    "Finding",
    "Holding",
    "Message",
    "Missing",
    "Options",
    "Outline",
    "OwnWords",
    "Picks",
    "Placed",
    "Preview",
    "Proof",
    "Reviewing",
    "Round",
    "Said",
    "Statement",
    "Turn",
    "Verdict",
    "Watch",
    "__version__",
    "accept",
    "amount_of",
    "build",
    "build_everywhere",
    "build_recipe",
    "chapter_of",
    "compose",
    "designs",
    "doctor",
    "draft_columns",
    "draft_csv",
    "drafts",
    "excerpt_id",
    "finished_in",
    "ingest",
    "language_gaps",
    "locales",
    "mail",
    "make",
    "moves_of",
    "new_language",
    "new_recipe",
    "outline",
    "paragraph_of",
    "place_of",
    "readable_accent",
    "render",
    "say",
    "tell",
    "to_csv",
    "unlisted",
    "unlisted_of_recipe",
    "verify",
    "verify_all",
    "watch_recipe",
]


def __getattr__(name: str) -> object:
    """Load the public names when the first is asked for (PEP 562).

    All are bound at once: the functions `compose`, `render` and `verify` take the place
    of the packages of the same name, which loading has bound here.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    api = import_module("briefs.api")
    globals().update({each: getattr(api, each) for each in api.__all__})
    return globals()[name]


def __dir__() -> list[str]:
    return __all__
