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
    from briefs.api import Brief as Brief
    from briefs.api import Corpus as Corpus
    from briefs.api import Proof as Proof
    from briefs.api import build as build
    from briefs.api import compose as compose
    from briefs.api import render as render
    from briefs.api import verify as verify
    from briefs.errors import BriefsError as BriefsError

__version__ = "0.1.0"

__all__ = [
    "Brief",
    "BriefsError",
    "Corpus",
    "Proof",
    "__version__",
    "build",
    "compose",
    "render",
    "verify",
]


def __getattr__(name: str) -> object:
    """Load the public names when the first is asked for (PEP 562).

    All are bound at once: the functions `compose`, `render` and `verify` take the place
    of the packages of the same name, which loading has bound here.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    api = import_module("briefs.api")
    globals().update(
        {each: getattr(api, each) for each in __all__ if each in vars(api)}
    )
    return globals()[name]


def __dir__() -> list[str]:
    return __all__
