"""Let WeasyPrint be loaded without what it needs for other fonts than ours.

It imports most of fontTools, which takes a tenth of the time of a brief and a fifth of
its memory, and uses it for fonts that are compressed, variable or coloured, or where
HarfBuzz cannot cut them down. Until then stand-ins have its names.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_PARTS = (
    "fontTools.subset",
    "fontTools.ttLib",
    "fontTools.varLib",
    "fontTools.varLib.instancer",
)

_USERS = ("weasyprint.pdf.fonts", "weasyprint.text.fonts")
"""The modules that import them."""


@contextmanager
def fonttools() -> Iterator[None]:
    """Let modules that are imported inside have stand-ins for parts of fontTools."""
    missing = [name for name in _PARTS if name not in sys.modules]
    sys.modules.update({name: _Module(name) for name in missing})
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


class _Module(ModuleType):
    """Stands for a module: whatever is imported from it is a stand-in too."""

    def __getattr__(self, name: str) -> "_StandIn":
        if name.startswith("__"):
            raise AttributeError(name)
        return _StandIn(self.__name__, name)


class _StandIn:
    """Stands for a name of a module; when it is used, every user gets what is real."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *values: Any, **named: Any) -> Any:
        return self._real()(*values, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> Any:
        for user in map(import_module, _USERS):
            for name, value in vars(user).items():
                if isinstance(value, _StandIn):
                    setattr(user, name, value._found())
                elif isinstance(value, _Module):
                    setattr(user, name, import_module(value.__name__))
        return self._found()

    def _found(self) -> Any:
        module = import_module(self._module)
        return getattr(module, self._name, None) or import_module(
            f"{self._module}.{self._name}"
        )
