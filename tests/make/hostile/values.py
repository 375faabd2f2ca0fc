"""Write tables whose values are of the wrong kind, size or place."""

import csv
import io
import re
from random import Random

from tests.make.hostile import noise

_ENTRY = re.compile(r"(?m)^(\s*[\w\"-]+\s*=\s*)(.+)$")

VALUES = (
    "1",
    "-1",
    "0",
    "9" * 4400,
    "1e400",
    "nan",
    "-inf",
    "0x" + "f" * 300,
    "1979-05-27",
    "07:32:00",
    "0001-01-01T00:00:00Z",
    "true",
    "[]",
    "[[]]",
    "[" * 500 + "]" * 500,
    "[" * 3000 + "]" * 3000,
    "[1, 'a', [2], {b = 3}]",
    "{}",
    "{a = {b = {c = 1}}}",
    '""',
    '"\\u0000"',
    '"\\u202e"',
    '"a\\nb"',
    '"' + "x" * 100_000 + '"',
    '["' + '", "'.join("abcdefgh") + '"]',
    '{ ky = "а", ru = "б", en = "c" }',
    "{ ky = 1, ru = [], en = {} }",
    '{ zz = "x", "" = "y", "a.b" = "z" }',
)
"""Values of TOML of every kind and of no sensible size."""


def toml(random: Random, source: str) -> bytes:
    """Return a TOML file in which some values, keys or tables are other ones."""
    found = source
    for _ in range(random.choice((1, 1, 2, 4))):
        entries = list(_ENTRY.finditer(found))
        how = random.randrange(5)
        if how < 3 and entries:
            entry = random.choice(entries)
            value = random.choice((random.choice(VALUES), _string(random)))
            found = found[: entry.start(2)] + value + found[entry.end(2) :]
        elif how == 3:
            key = random.choice((_string(random), "a.b.c", "labels", "source", "url"))
            line = f"{key} = {random.choice(VALUES)}\n"
            table = (
                f"[{random.choice(('x', 'labels', 'patterns.ky', _string(random)))}]\n"
            )
            found = random.choice((line + found, f"{found}\n{table}{line}"))
        else:
            return noise.spoiled(random, found.encode())
    return found.encode("utf-8", "surrogatepass")


def _string(random: Random) -> str:
    plain = noise.text(random, 8).replace("\\", "\\\\").replace('"', '\\"')
    plain = "".join(
        c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in plain
    )
    return f'"{plain}"'


def table(random: Random, source: str) -> bytes:
    """Return a CSV file in which some cells, columns or rows are other ones."""
    rows = list(csv.reader(io.StringIO(source)))
    for _ in range(random.choice((1, 1, 2, 4))):
        how = random.randrange(7)
        row = random.choice(rows)
        if how < 3 and row:
            cell = random.choice(
                (noise.text(random, 6), "1", "-1", "9" * 400, "nan", "")
            )
            row[random.randrange(len(row))] = cell
        elif how == 3:
            row.insert(random.randrange(len(row) + 1), noise.text(random, 3))
        elif how == 4 and row:
            del row[random.randrange(len(row))]
        elif how == 5:
            rows.insert(random.randrange(len(rows) + 1), list(random.choice(rows)))
        else:
            row[:] = ["x" * 140_000]
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    content = written.getvalue().encode("utf-8", "surrogatepass")
    return noise.spoiled(random, content) if random.random() < 0.3 else content


HEADERS = (
    "Content-Type: text/plain; charset=klingon\\n",
    "Content-Type: text/plain; charset=utf-16\\n",
    "Content-Type: text/plain; charset=idna\\n",
    "Content-Type: text/plain; charset=zip\\n",
    "Content-Type: \\n",
    "Plural-Forms: nplurals=2; plural=__import__('os').system('id');\\n",
    "Plural-Forms: nplurals=999999999; plural=n;\\n",
    "Plural-Forms: nplurals=2; plural=(n%0);\\n",
    "Plural-Forms: nplurals=2; plural=" + "(" * 300 + "n" + ")" * 300 + ";\\n",
    "Plural-Forms: x\\n",
    "POT-Creation-Date: yesterday\\n",
    "PO-Revision-Date: 9999-99-99 99:99+9999\\n",
    "Language: zz_ZZ@zz\\n",
    "no colon at all\\n",
    ": empty\\n",
)
"""Lines of the head of a catalog that a program may stumble over."""


def catalog(random: Random, source: str) -> bytes:
    """Return a catalog with another head, other flags, or other messages."""
    found = source
    for _ in range(random.choice((1, 1, 2))):
        how = random.randrange(4)
        if how == 0:
            head = f'msgid ""\nmsgstr ""\n"{random.choice(HEADERS)}"\n'
            found = found.replace('msgid ""\nmsgstr ""\n', head, 1)
        elif how == 1:
            lines = found.split("\n")
            odd = (
                "msgid_plural " + _string(random),
                'msgstr[7] "x"',
                'msgstr[99999999999] "x"',
                "#, fuzzy, python-format",
                "#~ msgid",
                "#: a:b:c",
                '"loose"',
                "msgctxt",
            )
            lines.insert(random.randrange(len(lines) + 1), random.choice(odd))
            found = "\n".join(lines)
        elif how == 2:
            found = re.sub(
                r'(?m)^msgstr ".+"$',
                lambda match: (
                    f"msgstr {_string(random)}" if random.random() < 0.5 else match[0]
                ),
                found,
            )
        else:
            return noise.spoiled(random, found.encode())
    return found.encode("utf-8", "surrogatepass")
