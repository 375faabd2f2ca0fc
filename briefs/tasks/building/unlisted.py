"""Say which editions have no list of persons, so that no name is withheld."""

from collections.abc import Iterator

from briefs.compose.pages import designs
from briefs.corpus.beside import people
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.corpus.withheld import FULL
from briefs.errors import Message
from briefs.tasks.building.wanted.request import Look


def told(
    corpus: Corpus, range: Range, look: Look, names: str | None
) -> Iterator[Message]:
    """Yield a line for each edition whose private persons nobody listed.

    There is none where all names are to be shown; `names` None does as the design.
    """
    wanted = names or designs.get(look.profile, look.folder).names
    if wanted == FULL:
        return
    for edition in corpus.within(range):
        if corpus.people(edition) is None:
            yield Message(
                "{edition}: no {file} says who is a private person, so no name of it "
                "is withheld; write one beside its source, or build with --names full",
                edition=edition.id,
                file=people.path(edition).name,
            )
