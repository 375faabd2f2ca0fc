"""Make a brief again from its recipe, once for all the copies that are compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefs.corpus import withheld
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import corrections
from briefs.corpus.withheld import Withheld
from briefs.errors import BriefsError, Message, VerificationError
from briefs.i18n import locale as i18n
from briefs.tasks import originals
from briefs.tasks.building import build, gather
from briefs.tasks.building import recipe as recipes
from briefs.verify import recipe, used
from briefs.verify.quotations import Quotation
from briefs.verify.recipe import Recipe

_KEPT = 8
"""Briefs that are kept at once, some megabytes; copies of one often lie in turn."""


@dataclass(frozen=True, slots=True)
class Remade:
    """A brief made again: its file and its quotations, or the error that was met.

    `missing` names what the corpus lacks or has otherwise, `originals` what the files
    say that quoted texts were taken from, `corrected` what was corrected since.
    """

    missing: tuple[Message, ...]
    corrected: tuple[Message, ...]
    content: bytes = b""
    quotations: tuple[Quotation, ...] = ()
    originals: tuple[Message, ...] = ()
    error: BriefsError | None = None


class Remaking:
    """Makes briefs again from one corpus, and remembers those it made last."""

    def __init__(self, corpus: Corpus, lent: recipes.Lent) -> None:
        """Take the corpus of the receiver, and what of the house was lent to them."""
        self.corpus = corpus
        self._lent = lent
        self._kept: dict[bytes, Remade] = {}

    def again(self, made: Recipe) -> Remade:
        """Return the brief of a recipe made again; nothing is raised."""
        key = recipe.write(made)
        if key not in self._kept:
            if len(self._kept) == _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._remade(made)
        return self._kept[key]

    def _remade(self, made: Recipe) -> Remade:
        missing = tuple(_missing(made, self.corpus, self._lent))
        kept = Remade(missing, tuple(_corrected(made, self.corpus)))
        try:
            content, found = _again(made, self.corpus, self._lent)
        except BriefsError as error:
            return replace(kept, error=error)
        told = originals.told(
            found, self.corpus, lambda each: hidden(each, self.corpus, made)
        )
        return replace(
            kept, content=content, quotations=tuple(found), originals=tuple(told)
        )


def hidden(quotation: Quotation, corpus: Corpus, made: Recipe) -> Withheld:
    """Return the names that are withheld in a quotation; the receiver's list says."""
    edition, locale = corpus.edition(quotation.edition), i18n.load(made.locale)
    return withheld.policy(corpus, [edition], locale, made.names).everywhere


def _corrected(made: Recipe, corpus: Corpus) -> Iterator[Message]:
    """Say what was corrected since in the editions that have changed."""
    known = {edition.id: edition for edition in corpus.editions}
    changed = {
        id
        for id, papers in made.editions.items()
        if id in known and used.editions([known[id]], made.locale)[id] != papers
    }
    for one in corrections.load(corpus.lent(corrections.FILE)):
        if one.date >= made.date and one.edition in changed:
            yield Message(
                "corrected on {date} in {edition}: {what}",
                date=one.date.isoformat(),
                edition=one.edition,
                what=one.what,
            )


def _missing(made: Recipe, corpus: Corpus, lent: recipes.Lent) -> Iterator[Message]:
    """Yield what the brief was made from and the receiver lacks or has otherwise."""
    known = {edition.id: edition for edition in corpus.editions}
    for code, papers in made.editions.items():
        if code not in known:
            yield Message("{edition} is not in this corpus", edition=code)
            continue
        mine = used.editions([known[code]], made.locale)[code]
        for name in sorted(papers.keys() | mine.keys()):
            if papers.get(name) != mine.get(name):
                yield Message(
                    "{edition}: {file} is another version in this corpus",
                    edition=code,
                    file=name,
                )
    yield from _data_missing(made.data, used.data(corpus, made.locale))
    yield from recipes.not_lent(made, lent)


def _data_missing(
    theirs: Mapping[str, str], mine: Mapping[str, str]
) -> Iterator[Message]:
    for name in sorted(theirs.keys() | mine.keys()):
        if theirs.get(name) != mine.get(name):
            yield Message("{file} is another version in this corpus", file=name)


def _again(
    made: Recipe, corpus: Corpus, lent: recipes.Lent
) -> tuple[bytes, list[Quotation]]:
    """Make the brief of a recipe again; raise BriefsError where that cannot be done."""
    for message in recipes.not_lent(made, lent):
        raise VerificationError(message)
    shelf = Corpus(corpus.folders)
    shelf.editions = tuple(e for e in corpus.editions if e.id in made.editions)
    if len(shelf.editions) < len(made.editions):
        raise VerificationError(Message("this corpus lacks an edition"))
    (job,) = gather.jobs(shelf, recipes.request(made, lent.look, lent.withhold))
    return build.with_quotations(replace(job, recipe=made))
