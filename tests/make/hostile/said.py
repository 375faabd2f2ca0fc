"""A valid corpus with a file of every kind, and what people write to order briefs."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.make import shelf as shelves
from tests.make.places import CORPUS

_WORDS = '{ ky = "а", ru = "б", en = "c" }'
_STATED = (
    '{ edition = "hrr-2020-kgz-en", paragraph = 2, quote = "The law forbids torture." }'
)
_OTHER = (
    '{ edition = "hrr-2019-kgz-ky", paragraph = 2, '
    'quote = "Мыйзам кыйноого тыюу салат." }'
)

FILES: Mapping[str, str] = {
    "contradictions.toml": f"""\
[law]
topics = ["torture"]
what = {_WORDS}
stated = [
  {_STATED},
  {_OTHER},
]
note = {_WORDS}
""",
    "terms.toml": f"""\
[complaint]
topics = ["torture"]
always = true
uses.en = ["complaint*"]
labels = {_WORDS}
stated = [
  {_STATED},
]
explanation = {_WORDS}
""",
    "recommendations.toml": f"""\
[forbid]
here = {_STATED}
of = {_OTHER}
""",
    "publishers.toml": f"""\
[state]
names = ["Department of State"]
as_of = 2026-11-26
language = "en"
labels = {_WORDS}
mandate = {_WORDS}
method = {_WORDS}
limits = {_WORDS}
""",
    "corrections.toml": f"""\
[[correction]]
date = 2026-11-22
edition = "hrr-2020-kgz-en"
what = {_WORDS}
""",
    "editions/hrr-2020-kgz-en/people.csv": """\
NAME,VARIANTS,ROLE,PUBLIC,PARAGRAPH,NOTE,REVIEWED
Prosecutors received,,official,yes,2,,no
""",
    "editions/hrr-2020-kgz-en/declined.csv": """\
PARAGRAPH,QUOTE,SENTENCE
2,three cases,Prosecutors received 40 complaints of torture in 2020 and opened \
three cases.
""",
}

RECIPE = """\
topics = ["torture"]
years = "2019-2020"
locales = ["en"]
profiles = ["brief"]
formats = ["html"]
title = "Ours"
introduction = "We **say** so, [here](https://example.org/)."
call = "Do it."
date = 2026-11-26
quotes = "both"
pages = 9
paper = "a4"
accent = "#7a1f1f"
look = "look"
mono = false
full = false
names = "withheld"
withhold = "names.csv"

[excerpts]
pin = []
without = []
order = []

[issuer]
name = "House"
contact = "office@example.org"
logo = "logo.png"

[output]
folder = "out"
name = "{topic}-{locale}-{profile}"
"""

WITHHELD = "NAME,VARIANTS,KIND\nHidden House,Hid House; Hidden Home,organization\n"

INTRODUCTION = """\
We work with **people** who were tortured, since 2004.

- One [thing](https://example.org/),
- *another*.
"""

SELECTION = """\
reviewed = false

[torture]
lead = [{ paragraph = 2, from = "Prosecutors received 40" }]
keep = [2]
never = [4]
only = [{ paragraph = 3, from = "The judge", until = "The judge ignored" }]
"""

DOUBT = (
    "PARAGRAPH,SENTENCE,KIND,NOTE_KY,NOTE_RU,NOTE_EN\n"
    "2,Prosecutors received,garbled,а,б,the source is garbled\n"
)

CATALOG = """\
# Working translations.
msgid ""
msgstr ""
"Language: ky\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. ¶2
#, fuzzy
msgid "The law forbids torture."
msgstr "Мыйзам кыйноого тыюу салат."

#. ¶2
msgid "Prosecutors received 40 complaints of torture in 2020 and opened three cases."
msgstr "2020-жылы прокурорлор кыйноо боюнча 40 арыз алып, үч иш козгогон."
"""

EDITION = "editions/hrr-2020-kgz-en"
SOURCE = f"{EDITION}/source.txt"


@cache
def shelf() -> Mapping[str, bytes]:
    """Return the files of a valid corpus that has one of every kind, by name."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        home = shelves.small_corpus(Path(folder) / "corpus")
        found = {
            str(file.relative_to(home)): file.read_bytes()
            for file in home.rglob("*")
            if file.is_file()
        }
    for name in ("countries.toml", "reports.toml", "headings.toml", "glossary.csv"):
        found[name] = (CORPUS / name).read_bytes()
    found["headings.toml"] = b'[[heading]]\ntopics = ["torture"]\nen = ["Torture"]\n'
    for name in ("quoting/en.toml", "quoting/ky.toml", "questions/torture.toml"):
        found[name] = (CORPUS / name).read_bytes()
    for name in ("names/en.toml", "names/ky.toml"):
        found[name] = (CORPUS / name).read_bytes()
    found |= {name: text.encode() for name, text in FILES.items()}
    found["selections/hrr-2020-kgz-en.toml"] = SELECTION.encode()
    found[f"{EDITION}/doubts.csv"] = DOUBT.encode()
    found[f"{EDITION}/translations/ky.po"] = CATALOG.encode()
    return found


def corpus(place: Path) -> Path:
    """Put the valid corpus into a folder."""
    for name, data in shelf().items():
        file = place / "corpus" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return place / "corpus"
