"""Read the standard headings of human rights reports, and what each is about."""

from pathlib import Path
from typing import Any

import regex

from briefs.corpus.vocabulary.labels import LANGUAGES
from briefs.errors import CorpusError, Message
from briefs.files import resources
from briefs.files.data import tomlfile
from briefs.files.data.tomlfile import Table
from briefs.text.fold import words

FILE = "headings.toml"
_LABEL = regex.compile(r"^\W*(?:\p{L}|\d{1,2}(?:\.\d{1,2})*)[.)]\s+")


def read(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return, for each language, the topics of every standard heading by its key.

    Raises CorpusError, naming file, line and key, for an entry that gives no topics or
    no wordings.
    """
    table = tomlfile.read(path, CorpusError)
    table.allow(("heading",))
    known = {"topics", *LANGUAGES, *resources.languages()}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for number, entry in enumerate(table.values.get("heading", ())):
        table.allow(known, "heading", number)
        topics = _texts(table, entry, number, "topics")
        for language in entry.keys() - {"topics"}:
            for wording in _texts(table, entry, number, language):
                found.setdefault(language, {})[key(wording)] = topics
    return found


def key(heading: str) -> str:
    """Return what is compared: the words of a heading, however they are spelled.

    A label that nobody took off ("c. ", "1.2. ") is none of them.
    """
    return " ".join(word.key for word in words(_LABEL.sub("", heading)))


def _texts(
    table: Table, entry: dict[str, Any], number: int, name: str
) -> tuple[str, ...]:
    texts = entry.get(name)
    if not isinstance(texts, list) or not all(isinstance(t, str) for t in texts):
        what = Message("'{key}' must be a list of texts", key=name)
        raise table.fault(what, "heading", number, name)
    return tuple(texts)
