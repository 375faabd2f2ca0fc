"""Keep to what an organisation picked: which passages are quoted, and in what order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefs.compose.excerpts.cuts.cutting import UNRANKED, Cutting
from briefs.errors import Message, UsageError
from briefs.match.index import Finding
from briefs.model import Passage
from briefs.text.sentences import sentences

Place = tuple[str, int]
"""An edition by its id, and the number of a passage in it."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The passages that an organisation picked.

    Nothing but `only` is quoted, where it is not None, and nothing of `without`;
    `pinned` is quoted in any case. `order` gives the place of some among the others.
    """

    only: frozenset[Place] | None = None
    without: frozenset[Place] = frozenset()
    pinned: frozenset[Place] = frozenset()
    order: Mapping[Place, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.only or self.without or self.pinned or self.order)

    def bars(self, finding: Finding) -> bool:
        """Tell whether a passage is not to be quoted."""
        place = place_of(finding)
        return place in self.without or (
            self.only is not None and place not in self.only
        )

    def pins(self, finding: Finding) -> bool:
        """Tell whether a passage has to be quoted."""
        return place_of(finding) in self.pinned

    def rank(self, finding: Finding) -> int:
        """Return the place of a passage among the others."""
        return self.order.get(place_of(finding), UNRANKED)

    def barred(
        self, edition: str, passages: Mapping[int, Passage], language: str
    ) -> frozenset[str]:
        """Return the sentences of the passages of an edition that are left out."""
        return frozenset(
            span.of(passages[number].text)
            for id, number in self.without
            if id == edition
            for span in sentences(passages[number].text, language)
        )

    def require(self, findings: Iterable[Finding], quoted: Iterable[Cutting]) -> None:
        """Raise UsageError for a passage that has to be quoted and cannot be.

        So it is where what was chosen for the corpus forbids it, or where it may not
        stand without a sentence that is left out.
        """
        told = {place_of(one) for cutting in quoted for one in cutting.told}
        for finding in findings:
            if self.pins(finding) and place_of(finding) not in told:
                raise UsageError(
                    Message("the excerpt {id} cannot be quoted", id=finding.id),
                    hint=Message(
                        "it says the opposite of what is meant, was ruled out for this "
                        "corpus, or needs a passage that is left out"
                    ),
                )


ALL = Picked()
"""Nothing was picked: the program chooses among all passages."""


def place_of(finding: Finding) -> Place:
    """Return where a passage stands."""
    return finding.edition.id, finding.passage.number
