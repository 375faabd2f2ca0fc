"""Say what the folders of a corpus hold, edition by edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.errors import CorpusError
from briefs.files import resources
from briefs.model import Edition
from briefs.reading import passages
from briefs.tasks.holding import counts
from briefs.tasks.holding.counts import Counts


class Shelf(StrEnum):
    """Whose folder an edition stands in."""

    SHIPPED = "shipped"
    OWN = "own"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Holding:
    """An edition on its shelf.

    `folder` is the corpus folder that it is read from; in those of `behind` stands an
    edition of the same id that is not read. `reviewed` figures may be printed,
    `unreviewed` ones not yet; both are None where `fault` says why they are unknown.
    """

    edition: Edition
    folder: Path
    shelf: Shelf
    behind: tuple[Path, ...]
    reviewed: int | None
    unreviewed: int | None
    fault: CorpusError | None = None


@dataclass(frozen=True, slots=True)
class Translated:
    """How much of an edition is translated into a language."""

    language: str
    sentences: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class Display:
    """An edition looked at closely: its outline in numbers, and what lies beside it.

    `pages` is None where the source shows none, `original` the file that the text was
    taken from, None where it is that text; `people` counts those whom it names, None
    where no list tells it, `private` those of them who are withheld.
    """

    holding: Holding
    sections: tuple[str, ...]
    headings: int
    paragraphs: int
    pages: int | None
    notes: int
    original: Path | None
    translations: tuple[Translated, ...]
    people: int | None
    private: int


def holdings(corpus: Corpus, range: Range) -> Iterator[Holding]:
    """Yield the editions in a range; raises NothingFoundError where there is none.

    An edition that cannot be read is told with its fault.
    """
    editions = corpus.within(range)
    known = counts.read(corpus, editions)
    for edition in editions:
        try:
            yield _held(corpus, edition, known.get(edition.id))
        except CorpusError as fault:
            home, behind = home_of(edition), _behind(corpus, edition)
            yield Holding(edition, home, shelf_of(home), behind, None, None, fault)


def holding(corpus: Corpus, edition: Edition) -> Holding:
    """Return where an edition stands and how far its figures are reviewed.

    Raises CorpusError for an altered source or a malformed ledger.
    """
    return _held(corpus, edition, None)


def _held(corpus: Corpus, edition: Edition, known: Counts | None) -> Holding:
    counted = known or counts.of(corpus, edition)
    home = home_of(edition)
    behind = _behind(corpus, edition)
    return Holding(edition, home, shelf_of(home), behind, *counted)


def display(corpus: Corpus, name: str) -> Display:
    """Return what an edition is and what lies beside it.

    Raises CorpusError where there is no such edition, or it cannot be read.
    """
    edition = corpus.edition(name)
    found = passages.contents(corpus.reading(edition), edition.id)
    persons = corpus.people(edition)
    originals = sorted(place_of(edition).glob("original.*"))
    return Display(
        holding=holding(corpus, edition),
        sections=tuple(one.printed for one in found.headings if one.level == 1),
        headings=len(found.headings),
        paragraphs=len(found.passages),
        pages=corpus.reading(edition).pages,
        notes=len(found.notes),
        original=originals[0] if originals else None,
        translations=tuple(_translated(corpus, edition)),
        people=None if persons is None else len(persons),
        private=sum(not one.public for one in persons or ()),
    )


def _translated(corpus: Corpus, edition: Edition) -> Iterator[Translated]:
    for language in translations.languages(edition):
        if known := corpus.translations(edition, language):
            entries = known.entries.values()
            reviewed = sum(entry.reviewed for entry in entries)
            yield Translated(language, len(entries), reviewed)


def place_of(edition: Edition) -> Path:
    """Return the folder of an edition; its source may stand in a folder inside."""
    return next(one for one in edition.path.parents if one.name == edition.id)


def home_of(edition: Edition) -> Path:
    """Return the corpus folder that an edition is read from."""
    return place_of(edition).parents[1]


def shelf_of(folder: Path) -> Shelf:
    """Tell whose folder it is: the program's, the user's, or one that was named."""
    if folder.resolve() == resources.data_dir("corpus").resolve():
        return Shelf.SHIPPED
    own = resources.users_corpus()
    return Shelf.OWN if own and folder.resolve() == own.resolve() else Shelf.NAMED


def _behind(corpus: Corpus, edition: Edition) -> tuple[Path, ...]:
    places = (folder for folder in corpus.folders if folder != home_of(edition))
    return tuple(
        folder
        for folder in places
        if (folder / "editions" / edition.id / "edition.toml").exists()
    )
