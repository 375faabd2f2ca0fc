"""Prove finished briefs, and send them on."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.document import Issuer
from briefs.i18n import locale as i18n
from briefs.verify.proof import Difference as Difference
from briefs.verify.proof import Proof as Proof
from briefs.verify.proof import Verdict as Verdict


def verify(
    file: Path | str,
    corpus: Corpus,
    *,
    look: Path | None = None,
    withhold: Path | None = None,
) -> Proof:
    """Make the brief of a file again from a corpus and compare; return the proof.

    `look` is the house's folder, `withhold` its list of names, where the brief was made
    with one. Nothing is raised for a file that cannot be read: its verdict says so.
    """
    from briefs.tasks import verify as task

    return task.prove([Path(file)], corpus, look, withhold)[0]


def verify_all(
    files: Iterable[Path | str],
    corpus: Corpus,
    *,
    look: Path | None = None,
    withhold: Path | None = None,
) -> list[Proof]:
    """Do what `verify` does for several files; of each brief one is made again.

    Copies of one brief take little more time than the first.
    """
    from briefs.tasks import verify as task

    return task.prove(map(Path, files), corpus, look, withhold)


def finished_in(places: Iterable[Path]) -> list[Path]:
    """Return the files that are named, and those of the folders that are named.

    Raises UsageError for a name that nothing has, and VerificationError for a folder
    without any.
    """
    from briefs.tasks import verify as task

    return task.files(places)


def mail(
    files: Sequence[Path],
    to: Sequence[str] = (),
    *,
    locale: str = "ky",
    output: Path | None = None,
    issuer: Issuer | None = None,
    force: bool = False,
) -> Path:
    """Write an e-mail draft with finished briefs attached; return its path.

    It stands beside the first file, or at `output`, where another draft stays unless
    `force` replaces it. `locale` is for a file that does
    not say its language; `issuer` sends the letter, else the file's own issuer. Raises
    UsageError for an address that is none, DeliveryError and VerificationError for a
    file that cannot be attached.
    """
    from briefs.tasks import mail as task

    return task.draft(files, to, i18n.load(locale), output, issuer, force=force)
