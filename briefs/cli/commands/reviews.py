"""Review the figures of an edition: write drafts, and accept what was reviewed."""

from collections.abc import Sequence
from pathlib import Path

from briefs import api
from briefs.cli import options, streams
from briefs.errors import Message, UsageError
from briefs.files import deliver
from briefs.i18n.locale import Locale

REVIEW, ACCEPT = "review", "accept"


def review(
    words: Sequence[str], shelf: "api.Corpus", reader: Locale, output: Path | None
) -> None:
    """Write the drafts of an edition: to a file with its columns beside, or stdout.

    What else a reviewer has to look at is told on stderr.
    """
    from briefs.cli.listing import figurelists

    if len(words) != 1:
        raise UsageError(
            Message("`briefs figures review` takes one edition"),
            hint=Message("write `briefs figures review hrr-2015-kgz-ky`"),
        )
    drafts = api.drafts(shelf, words[0])
    table = api.draft_csv(drafts, reader.code)
    if output is None:
        streams.echo(table, nl=False)
    else:
        columns = output.with_name(f"{output.stem}-columns.txt")
        said = "".join(
            f"{name}: {api.say(what, reader.code)}\n"
            for name, what in api.draft_columns().items()
        )
        files = {output: table.encode(), columns: said.encode()}
        deliver.require_free(files)  # somebody may have worked in the draft
        options.show(map(str, deliver.write_all(files)))
    for line in figurelists.review_lines(shelf.review(words[0]), drafts, reader):
        streams.echo(line, err=True)


def accept(words: Sequence[str], shelf: "api.Corpus", *, all_sure: bool) -> None:
    """Put reviewed rows into the ledger of an edition, and print its path."""
    if not words:
        raise UsageError(
            Message("`briefs figures accept` takes an edition"),
            hint=Message("write `briefs figures accept EDITION draft.csv`"),
        )
    edition, *named = words
    files = [Path(word) for word in named if word.lower().endswith(".csv")]
    rows = [word for word in named if not word.lower().endswith(".csv")]
    if len(files) > 1 or (files and rows):
        raise UsageError(
            Message("which rows are accepted?"),
            hint=Message(
                "name a reviewed draft, or rows such as p12.2, or write --all-sure"
            ),
        )
    file = files[0] if files else None
    found = api.accept(shelf, edition, file=file, rows=rows, all_sure=all_sure)
    if found.rows:
        streams.echo(found.path)
    said = Message(
        "accepted: {rows}, declined: {declined}, still to review: {left}",
        rows=found.rows,
        declined=found.declined,
        left=found.left,
    )
    options.say([said], err=True)
