"""Keep what is asked of many texts at once in one SQLite file; losing it costs time.

An entry belongs to a source, which is named by its kind and by a key: a checksum of all
that it was made from. A source is there with all its entries or not at all. The file
stands in the cache's folder, named by the code that made it (`cache`), and is trusted
as little: what others may write is not used, what is damaged is made anew, and where
there can be no file everything is answered from memory, only later.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from briefs.files import cache

Part = str | int

_WAIT = 60.0
"""Seconds to wait while another process writes."""

_LIFETIME = 30
"""Days after which what nobody asked for is removed."""

_MOST = 1 << 20
"""Parts of one source at most, of those that have words."""

_TABLES = """
CREATE TABLE IF NOT EXISTS source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    used INTEGER NOT NULL,
    UNIQUE (kind, key)
);
CREATE TABLE IF NOT EXISTS entry (
    source INTEGER NOT NULL,
    part NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (source, part)
);
CREATE VIRTUAL TABLE IF NOT EXISTS said USING fts5 (
    words, content = '', detail = none, tokenize = "ascii tokenchars '_'"
);
"""


class DamageError(Exception):
    """The file does not hold what was put into it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of one source: its entries by their part, and words to find.

    `words` are keys of words with blanks between, each with the number of its part.
    """

    key: str
    entries: Mapping[Part, bytes]
    words: Sequence[tuple[int, str]] = field(default=())


class Index:
    """One file of entries, or as much in memory."""

    def __init__(self, place: Path | None) -> None:
        """Take a file, None for memory."""
        self.place = place
        self._memory = None if place else _connected(":memory:")

    def held(self, kind: str, keys: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the sources of a kind that are there, by their keys."""
        today = int(time.time()) // 86_400
        with self._open() as connection:
            rows = connection.execute(
                "SELECT key, id, used FROM source WHERE kind = ? "
                "AND key IN (SELECT value FROM json_each(?))",
                (kind, json.dumps(list(keys))),
            ).fetchall()
            if idle := [number for _, number, used in rows if used < today]:
                connection.execute(
                    "UPDATE source SET used = ? "
                    "WHERE id IN (SELECT value FROM json_each(?))",
                    (today, json.dumps(idle)),
                )
        return {key: number for key, number, _ in rows}

    def put(self, kind: str, found: Iterable[Made]) -> None:
        """Keep what was made of sources, each as soon as it comes."""
        today = int(time.time()) // 86_400
        with self._open() as connection:
            _forget(connection, today - _LIFETIME)
            for made in found:
                with _whole(connection):
                    _insert(connection, kind, made, today)

    def entries(self, numbers: Iterable[int], part: Part) -> dict[int, bytes]:
        """Return one part of several sources; raises DamageError where one is missing.

        They come in the order of the numbers.
        """
        wanted = list(numbers)
        with self._open() as connection:
            rows = dict(
                connection.execute(
                    "SELECT source, data FROM entry WHERE part = ? "
                    "AND source IN (SELECT value FROM json_each(?))",
                    (part, json.dumps(wanted)),
                )
            )
        return {number: _proven(rows.get(number), number, part) for number in wanted}

    def parts(
        self, wanted: Mapping[int, Sequence[int]]
    ) -> Iterator[tuple[int, dict[int, bytes]]]:
        """Yield several parts of each of some sources; raises DamageError for a gap."""
        with self._open() as connection:
            for number, parts in wanted.items():
                rows = dict(
                    connection.execute(
                        "SELECT part, data FROM entry WHERE source = ? "
                        "AND part IN (SELECT value FROM json_each(?))",
                        (number, json.dumps(parts)),
                    )
                )
                yield number, {p: _proven(rows.get(p), number, p) for p in parts}

    def search(self, starts: Iterable[str]) -> dict[int, list[int]]:
        """Return the parts that have words beginning so, by the number of the source.

        Every start is the beginning of a word of one of the part's texts. The parts
        are in their order.
        """
        asked = " AND ".join(f'"{start}" *' for start in starts)
        found: dict[int, dict[int, None]] = {}
        with self._open() as connection:
            for (row,) in connection.execute(
                "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid", (asked,)
            ):
                source, part = divmod(row // _TEXTS, _MOST)
                found.setdefault(source, {})[part] = None
        return {source: list(parts) for source, parts in found.items()}

    def close(self) -> None:
        """Let go of what is in memory."""
        if self._memory:
            self._memory.close()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one question: no process is forked with it open."""
        if self._memory or not self.place:
            assert self._memory
            yield self._memory
            return
        connection = _connected(str(self.place))
        try:
            yield connection
        finally:
            connection.close()


_TEXTS = 256
"""Texts of one part at most: the passage and what it is translated into."""


def _connected(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=_WAIT, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _insert(connection: sqlite3.Connection, kind: str, made: Made, today: int) -> None:
    new = connection.execute(
        "INSERT OR IGNORE INTO source (kind, key, used) VALUES (?, ?, ?) RETURNING id",
        (kind, made.key, today),
    ).fetchone()
    if new is None:  # another process was faster
        return
    (number,) = new
    connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?)",
        (
            (number, part, cache.sealed(_named(data, number, part)))
            for part, data in made.entries.items()
        ),
    )
    texts: dict[int, int] = {}
    for part, words in made.words:
        texts[part] = nth = texts.get(part, -1) + 1
        connection.execute(
            "INSERT INTO said (rowid, words) VALUES (?, ?)",
            ((number * _MOST + part) * _TEXTS + nth, words),
        )


def _forget(connection: sqlite3.Connection, day: int) -> None:
    """Remove what was not asked for since a day."""
    with _whole(connection):
        old = "SELECT id FROM source WHERE used < ?"
        connection.execute(f"DELETE FROM entry WHERE source IN ({old})", (day,))
        connection.execute("DELETE FROM source WHERE used < ?", (day,))


def _named(data: bytes, number: int, part: Part) -> bytes:
    """Return data with its place before it, so that none is taken for another."""
    return f"{number}/{part}\0".encode() + data


def _proven(content: object, number: int, part: Part) -> bytes:
    data = cache.unsealed(content) if isinstance(content, bytes) else None
    place = _named(b"", number, part)
    if data is None or not data.startswith(place):
        raise DamageError
    return data[len(place) :]
