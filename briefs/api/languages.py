"""Add a language of the reader, and see what it lacks."""

from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.tasks import languages as task
from briefs.tasks.languages import Missing as Missing


def new_language(
    tag: str, corpus: Corpus, folder: Path, *, source: str = "ru"
) -> list[Path]:
    """Write all that a translator fills in; return the paths of the files.

    `tag` is BCP 47, such as "uz-Cyrl"; its files go into `folder`/`tag`, with each text
    in the language `source` beside. Raises UsageError for a tag that is none, or a
    language that is there already.
    """
    return task.new(tag, source, corpus.folders, folder)


def language_gaps(tag: str, corpus: Corpus) -> list[Missing]:
    """Count what a language does not say yet, place by place.

    Raises UsageError for a language that is unknown.
    """
    return task.missing(tag, corpus.folders)
