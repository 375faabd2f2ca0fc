"""Spoil one file of a corpus, to see what is said about it."""

from collections.abc import Callable
from pathlib import Path

Alter = Callable[[Path], object]

TORTURE, HOME = "topics/torture.toml", "editions/hrr-2020-kgz-en"


def rewrite(name: str, old: str, new: str) -> Alter:
    """Return what spoils a file of a corpus."""

    def alter(corpus: Path) -> None:
        file = corpus / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return alter


def remove(name: str) -> Alter:
    """Return what takes a file away from a corpus."""
    return lambda corpus: (corpus / name).unlink()
