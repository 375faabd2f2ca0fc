"""Add reports to a corpus, or see first what is understood of a file."""

from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.tasks.adding import ingest as task
from briefs.tasks.adding.accession import Accession as Accession
from briefs.tasks.adding.ingest import Added as Added
from briefs.tasks.adding.outline import Outline as Outline


def outline(file: Path, corpus: Corpus, accession: Accession | None = None) -> Outline:
    """Return what a file holds and what it is taken for; nothing is written.

    `accession` tells what the file itself does not. Raises UsageError for what cannot
    be used of it, CorpusError for an unknown topic or a file that is no report.
    """
    return task.examine(file, accession or Accession(), corpus)


def ingest(
    file: Path,
    corpus: Corpus,
    accession: Accession | None = None,
    *,
    replace: bool = False,
) -> Added:
    """Put a report into the first folder of a corpus, whole or not at all.

    The same file again changes nothing. To `replace` an edition that has another text
    takes that away, with its reviewed figures and translations. Raises as `outline`
    does, ChangedError for such an edition, DeliveryError where it cannot be written.
    """
    return task.add(file, accession or Accession(), corpus, replace=replace)
