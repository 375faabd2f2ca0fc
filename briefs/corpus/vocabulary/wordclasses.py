"""Read the word classes of the topics: words of one kind, named once for all patterns.

`topics/words/<language>.toml` says `police = ["милиция", "тергөөчү"]`, and a pattern
`<police> & саба+` means any of them: a word that is added there is known to all topics.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import regex

from briefs.errors import CorpusError, Message
from briefs.files.data import tomlfile
from briefs.text import patterns
from briefs.text.patterns import PatternError

FOLDER = "words"

Classes = Mapping[str, tuple[str, ...]]
"""The words of each class, by its name."""

_NAME = regex.compile(r"<([^<>\s/]*)>")


def read(files: Iterable[Path]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the word classes by language and name.

    Raises CorpusError, naming file, line and key, for what is no list of words.
    """
    return {path.stem: _classes(path) for path in files}


def _classes(path: Path) -> dict[str, tuple[str, ...]]:
    table = tomlfile.read(path, CorpusError)
    for name, listed in table.values.items():
        if not isinstance(listed, list) or not listed:
            raise table.fault(Message("{key} must be a list of words", key=name), name)
        for word in listed:
            _check(table, name, word)
    return {name: tuple(listed) for name, listed in table.values.items()}


def _check(table: tomlfile.Table, name: str, word: object) -> None:
    try:
        if not isinstance(word, str) or len(word.split()) != 1 or "/" in word:
            raise PatternError(
                Message("it is not one word or several tied with hyphens")
            )
        patterns.parse(f"a| {word}")
    except PatternError as problem:
        raise table.fault(
            Message(
                "{key}: the word {word} cannot be read, {why}",
                key=name,
                word=f"“{word}”",
                why=problem.said,
            ),
            name,
        ) from problem


def expanded(pattern: str, classes: Classes) -> str:
    """Return a pattern with the words of the classes that it names.

    Raises PatternError for a class that does not exist.
    """
    return _NAME.sub(lambda named: "/".join(_words(named[1], classes)), pattern)


def _words(name: str, classes: Classes) -> tuple[str, ...]:
    if name not in classes:
        raise PatternError(Message("there is no word class <{name}>", name=name))
    return classes[name]
