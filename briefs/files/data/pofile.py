"""Read catalogs in PO format, which translators and strangers write."""

import io
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.errors import CorpusError, Message
from briefs.files import inputs
from briefs.files.guard import guarded

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_PERCENT = re.compile(r"%(?:\((\w*)\)s|%|(.))", re.DOTALL)
_CHARSET = re.compile(rb'(?i)"Content-Type:[^"]*charset=([^\s"\\;]*)')
_PLURALS = re.compile(rb'"Plural-Forms:\s*([^"]*?)\s*;?\s*(?:\\n)?"')
_PLURAL = re.compile(
    rb"nplurals\s*=\s*[1-6]\s*;\s*plural\s*=(?!.*%\s*0)[n\d\s()%&|!=<>?:]+"
)
_LONGEST_PLURAL = 400


def read(path: Path, locale: str) -> "Catalog":
    """Read a catalog; raises CorpusError when it cannot be read."""
    return parse(inputs.read_bytes(path, CorpusError, inputs.SOURCE), path, locale)


def parse(data: bytes, path: Path, locale: str) -> "Catalog":
    """Read the content of the catalog at `path`; raises CorpusError for a bad one."""
    told = Message("cannot read the catalog {file}", file=path)
    with guarded(CorpusError, told):
        from babel.messages.pofile import read_po

        _require_plain_head(data, path)
        inputs.require_plain(data.decode("utf-8", "replace"), path, CorpusError)
        return read_po(io.BytesIO(data), locale=locale, abort_invalid=True)


def _require_plain_head(data: bytes, path: Path) -> None:
    """Refuse an encoding that is no text's, and a rule of plurals that is none."""
    for name in _CHARSET.findall(data):
        if name.upper() not in {b"UTF-8", b"UTF8", b"US-ASCII", b"ASCII", b"CHARSET"}:
            raise CorpusError(
                Message(
                    "{file} is in the encoding {name}",
                    file=path,
                    name=name.decode("ascii", "replace"),
                ),
                hint=Message("save the file with the encoding UTF-8"),
            )
    for rule in _PLURALS.findall(data):
        if len(rule) > _LONGEST_PLURAL or not _PLURAL.fullmatch(rule):
            raise CorpusError(
                Message("{file}: its rule of plural forms cannot be used", file=path),
                hint=Message("copy the line Plural-Forms from another catalog"),
            )


def require_same_fields(catalog: "Catalog", path: Path) -> None:
    """Raise CorpusError for a translation that fills in what its text has not.

    A text fills in "{name}" or "%(name)s"; nothing else in such a place is harmless.
    """
    for message in catalog:
        if not message.id or not message.string or message.fuzzy:
            continue
        texts = [message.id] if isinstance(message.id, str) else list(message.id)
        said = message.string
        forms = [said] if isinstance(said, str) else [form for form in said if form]
        known = {field for text in texts for field in _fields(text)}
        for form in forms:
            if not _fits(form, known):
                raise CorpusError(
                    Message(
                        "{file}, line {line}: the fields of “{text}” are not those of "
                        "its original",
                        file=path,
                        line=message.lineno or 0,
                        text=form[:80],
                    ),
                    hint=Message("copy {fields} as they are", fields=_listed(known)),
                )


def _listed(fields: set[str]) -> str:
    return " ".join(sorted(fields)) or "{ }"


def _fits(form: str, known: set[str]) -> bool:
    try:
        return _fields(form) <= known
    except ValueError:
        return False


def _fields(text: str) -> set[str]:
    """Return what is filled in; raises ValueError for braces that do not pair."""
    found = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            shape = f"!{conversion}" if conversion else ""
            found.add(f"{{{name}{shape}{':' + form if form else ''}}}")
    for name, other in _PERCENT.findall(text):
        if other == "(":
            raise ValueError(text)
        if name:
            found.add(f"%({name})s")
    return found
