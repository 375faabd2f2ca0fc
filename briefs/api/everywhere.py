"""Make briefs for every country."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from briefs.api import making
from briefs.corpus.corpus import Corpus
from briefs.files.watching import Watch, unwatched
from briefs.tasks.everywhere import run
from briefs.tasks.everywhere.making import Failure as Failure
from briefs.tasks.everywhere.run import Everywhere as Everywhere


def build_everywhere(
    corpus: Corpus,
    topics: Iterable[str] | None,
    *,
    locales: Sequence[str] = ("ky",),
    output: Path | str | None = None,
    format: str = "pdf",
    force: bool = False,
    scheduler: str | None = None,
    watch: Watch | None = None,
    **options: Unpack[making.Options],
) -> Everywhere:
    """Make a brief for each country, topic and language, each country's in its folder.

    Each file is put in place as soon as it is made and proven; one that is there and
    is made of the same by the same code stays. A brief that cannot be made does not
    stop the others. `scheduler` is the address of a Dask scheduler whose workers have
    this version and see the corpus under the same path; else the processes of this
    machine make them. Raises BriefsError where nothing can be made at all.
    """
    wanted = replace(
        making.wanted_of(corpus, topics, locales, options, format),
        force=force,
        output=None if output is None else str(output),
    )
    return run.make(corpus, wanted, watch or unwatched, scheduler)
