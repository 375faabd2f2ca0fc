"""Open the packed files of word processors without trusting them.

A part is read only if it stays small when unpacked, and XML only without entities,
external files or network.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefs.errors import CorpusError, Message

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 64_000_000
"""Bytes that the parts that are read may have when unpacked, together."""


def parts(
    content: bytes, wanted: tuple[str, ...], name: str
) -> Mapping[str, "_Element"]:
    """Return the XML parts of a packed file that are there, by their name in it.

    `name` is the file in messages. Raises CorpusError when it is damaged, encrypted or
    would grow beyond `LARGEST`.
    """
    damaged = CorpusError(
        Message("{file} is damaged and cannot be unpacked", file=name),
        hint=Message("fetch it again from where it comes from"),
    )
    found = {}
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in wanted:
                if part not in archive.namelist():
                    continue
                with archive.open(part) as file:
                    data = file.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise CorpusError(
                        Message(
                            "{file} unpacks to more than {most} MB",
                            file=name,
                            most=LARGEST // 1_000_000,
                        ),
                        hint=Message(
                            "save the text of the report as a file of its own"
                        ),
                    )
                found[part] = _xml(data)
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError) as error:
        raise damaged from error
    except Exception as error:
        if isinstance(error, CorpusError):
            raise
        raise damaged from error
    return found


def _xml(data: bytes) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(data, parser=parser)
