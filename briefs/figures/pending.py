"""Find the statistics of an edition that nobody has reviewed yet."""

from briefs.corpus import declined, ledger
from briefs.corpus.corpus import Corpus
from briefs.figures import observations, review
from briefs.files import cache
from briefs.model import Edition, Figure


def pending(corpus: Corpus, edition: Edition) -> tuple[Figure, ...]:
    """Return the figures that neither stand in the ledger nor were declined.

    They are remembered while the text, its ledger and the grammar are unchanged. Raises
    CorpusError for an altered source, a malformed ledger or number grammar.
    """
    corpus.check_source(edition)
    files = [
        ledger.path(edition),
        declined.path(edition),
        corpus.lent(f"numbers/{edition.language}.toml"),
        corpus.lent("organisations.toml"),
    ]
    text = edition.id, edition.sha256, edition.layout_sha256
    return cache.remember(
        "pending",
        tuple[Figure, ...],
        (*text, edition.language, edition.covers, *cache.contents(files)),
        lambda: _found(corpus, edition),
    )


def _found(corpus: Corpus, edition: Edition) -> tuple[Figure, ...]:
    shelf = observations.read(corpus, edition)
    left = declined.read(edition, shelf.passages)
    missing = review.compare(shelf.reviewed, shelf.candidates).missing
    return tuple(one for one in missing if not any(each.covers(one) for each in left))
