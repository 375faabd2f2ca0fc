"""Add a language: write what a translator fills in, and say what is still missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.compose.material import Material
from briefs.corpus.vocabulary import wordings
from briefs.corpus.vocabulary.wordings import Wording
from briefs.errors import CorpusError, Message, UsageError
from briefs.files import cache, deliver, resources
from briefs.i18n import language as written
from briefs.i18n import locale as i18n
from briefs.i18n.locale import Locale
from briefs.model import Labels, Topic

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PAGES = "pages"
"""The place of what the pages of a brief say."""

PROGRAM = "program"
"""The place of what the program says to its user, which no brief prints."""

_WHOLE = "ru"
"""A language in which the package says everything."""

_PLACES = {
    PAGES: Message("pages"),
    PROGRAM: Message("program"),
    "topics": Message("topics"),
    "indicators": Message("indicators"),
    "questions": Message("questions"),
    "organisations": Message("organizations"),
    "countries": Message("countries"),
    "editions": Message("editions"),
    "figures": Message("notes on figures"),
}

_FILE = """\
# How this language is written, where the Unicode CLDR does not know it.
draft = true                       # until a person has reviewed it: each page says so
fallback = [{fallback}]            # what it does not say is said in these, in turn
alphabet = ""                      # the letters in the order of a dictionary
letters = ""                       # those that the fonts must have
"""


@dataclass(frozen=True, slots=True)
class Missing:
    """How much of a place a language does not say yet, and the first of it."""

    place: str
    missing: int
    of: int
    first: str = ""

    @property
    def printed(self) -> bool:
        """Whether a brief prints it, so that no brief is complete without."""
        return self.place != PROGRAM

    @property
    def said(self) -> Message:
        """How much is missing: "topics: 3 of 60 are missing, first: …"."""
        place = _PLACES.get(self.place) or self.place
        if not self.missing:
            return Message("{place}: all {of} are there", place=place, of=self.of)
        return Message(
            "{place}: {missing} of {of} are missing, first: {first}",
            place=place,
            missing=self.missing,
            of=self.of,
            first=self.first,
        )


def new(tag: str, source: str, folders: Sequence[Path], home: Path) -> list[Path]:
    """Write the files of a new language into a folder of `home`; return their paths.

    A translator finds each text in the language `source` and fills in the new one.
    Raises UsageError for a tag that is none, or when the language is there already.
    """
    written.proper(tag)
    folder = home / tag
    if tag == i18n.SOURCE_LOCALE or tag in i18n.available() or folder.exists():
        raise UsageError(
            Message("there is a language {tag} already", tag=tag),
            hint=Message(
                "see what it lacks: `{command}`", command=f"briefs language check {tag}"
            ),
        )
    fallback = [code for code in i18n.load(source).written.chain if code != "en"]
    files = {
        folder / written.FILE: _FILE.format(
            fallback=", ".join(f'"{code}"' for code in (*fallback, "en"))
        ).encode(),
        folder / resources.MESSAGES: _po(_messages(tag, source)),
        folder / resources.WORDINGS: _po(_wordings(tag, source, folders)),
    }
    return deliver.write_all(files)


def missing(tag: str, folders: Sequence[Path]) -> list[Missing]:
    """Count what a language does not say, place by place, what is whole included."""
    locale = i18n.load(tag)
    counted = [_counted(PAGES, list(_unsaid(tag, program=False)))]
    counted.append(_counted(PROGRAM, list(_unsaid(tag, program=True))))
    places: dict[str, list[tuple[str, bool]]] = {}
    for one in _every(folders):
        text = next(iter(one.texts.values()))
        places.setdefault(one.kind, []).append((text, _says(locale, one.texts)))
    return counted + [_counted(kind, found) for kind, found in places.items()]


def mark(tag: str, topics: Sequence[Topic], material: Material, *, draft: bool) -> str:
    """Return what each page says of a language that is not complete, else nothing.

    Raises CorpusError for a language that is a draft, or lacks what a brief on the
    topics prints, unless `draft` allows it.
    """
    locale = i18n.load(tag)
    try:
        _require(locale, _printed(topics, material))
    except CorpusError:
        if not draft:
            raise
        return locale.gettext("Draft: this language has not been reviewed")
    return ""


def _require(locale: Locale, printed: Iterable[Labels]) -> None:
    tag = locale.code
    if tag == i18n.SOURCE_LOCALE:
        return
    count = _lacking(tag)
    count += sum(not _says(locale, labels) for labels in printed if labels)
    hint = Message("see `briefs language check {tag}`, or add --draft", tag=tag)
    if count:
        raise CorpusError(
            Message("the language {tag} lacks {count} texts", tag=tag, count=count),
            hint=hint,
        )
    if locale.written.draft:
        raise CorpusError(
            Message("the language {tag} is a draft that nobody has reviewed", tag=tag),
            hint=hint,
        )


def _lacking(tag: str) -> int:
    """Return how many texts of pages a catalog lacks, remembered until it changes."""
    files = {
        resources.language_file(code, resources.MESSAGES) for code in (tag, _WHOLE)
    }

    def count() -> int:
        return sum(not said for _, said in _unsaid(tag, program=False))

    return cache.remember("lacking", int, (tag, *cache.contents(sorted(files))), count)


def _printed(topics: Sequence[Topic], material: Material) -> Iterator[Labels]:
    """Yield the wordings of the taxonomy that briefs on some topics show."""
    codes = {topic.code for topic in topics}
    for topic in topics:
        yield from (topic.labels, topic.scope)
    for indicator in material.indicators.values():
        if codes & {*indicator.topics}:
            yield indicator.labels
    for code in codes & {*material.questions}:
        asked = material.questions[code]
        for number in range(min(map(len, asked.values()), default=0)):
            yield {language: texts[number] for language, texts in asked.items()}


def _counted(place: str, found: Sequence[tuple[str, bool]]) -> Missing:
    lacking = [text for text, said in found if not said]
    return Missing(place, len(lacking), len(found), lacking[0] if lacking else "")


def _unsaid(tag: str, *, program: bool) -> Iterator[tuple[str, bool]]:
    """Yield each message, and whether the catalog of the language has it.

    All that there are to say are those of any complete catalog.
    """
    known = i18n.catalog(tag) if tag != i18n.SOURCE_LOCALE else None
    for message in _template():
        if not message.id or (message.context == i18n.PROGRAM) != program:
            continue
        own = known.get(message.id, message.context) if known else message
        forms = own.string if own and not own.fuzzy else ""
        said = all(forms) if isinstance(forms, tuple) else bool(forms)
        text = message.id if isinstance(message.id, str) else message.id[0]
        yield str(text), said


def _template() -> "Catalog":
    """Return a catalog that has every message: one the package is complete in."""
    return i18n.catalog(_WHOLE)


def _every(folders: Sequence[Path]) -> Iterator[Wording]:
    """Yield the wordings of corpus folders."""
    for folder in folders:
        yield from wordings.every(folder, i18n.SOURCE_LOCALE)


def _says(locale: Locale, texts: Mapping[str, str]) -> bool:
    return bool(texts.get(locale.code) or any(map(locale.wording, texts.values())))


def _messages(tag: str, source: str) -> "Catalog":
    """Return an empty catalog of all messages, each with its wording in `source`."""
    from babel.messages.catalog import Catalog

    catalog = Catalog(tag.replace("-", "_"), project="briefs")
    known = i18n.catalog(source) if source != i18n.SOURCE_LOCALE else None
    for message in _template():
        if not message.id:
            continue
        own = known.get(message.id, message.context) if known else None
        texts = (own.string if own else ()) or ()
        shown = (texts,) if isinstance(texts, str) else texts
        catalog.add(
            message.id,
            context=message.context,
            flags=message.flags,
            auto_comments=[f"{source}: {text}" for text in shown],
        )
    return catalog


def _wordings(tag: str, source: str, folders: Sequence[Path]) -> "Catalog":
    """Return an empty catalog of what corpus folders say in `source`."""
    from babel.messages.catalog import Catalog

    catalog = Catalog(tag.replace("-", "_"), project="briefs")
    for folder in folders:
        for one in wordings.every(folder, source):
            catalog.add(one.texts[source], auto_comments=[one.place])
    return catalog


def _po(catalog: "Catalog") -> bytes:
    from io import BytesIO

    from babel.messages.pofile import write_po

    file = BytesIO()
    write_po(file, catalog, width=0, omit_header=False)
    return file.getvalue()
