"""Take the command that adds editions to a corpus."""

from pathlib import Path
from typing import Annotated

import typer

from briefs import api
from briefs.cli import asking, options
from briefs.cli.options import Folder
from briefs.errors import ChangedError, Message

app = typer.Typer()


@app.command("ingest")
def add(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Reports: HTML, PDF, DOCX, ODT, text."),
    ],
    report: Annotated[
        str | None, typer.Option(metavar="hrr", help="Which report it is.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="KGZ", help="Country it is about.")
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1900, max=2100, help="Year of issue.")
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="Its title, in its own language.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    licence: Annotated[str | None, typer.Option(help="Under which licence.")] = None,
    origin: Annotated[
        str | None, typer.Option(help="Where the text comes from.")
    ] = None,
    covers: Annotated[
        str | None, typer.Option(metavar="2016", help="Year it describes.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the text, if not detected.")
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option(help="Topic of all of it; may be repeated.")
    ] = None,
    retrieved: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Day it was fetched; else today."),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Take the place of an edition that is there."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the outline; write nothing.")
    ] = False,
    json_output: Annotated[
        bool, typer.Option("--json", help="Print the outline as JSON.")
    ] = False,
    corpus: Folder = None,
) -> None:
    """Add editions to a corpus from files as they are; print their folders."""
    from briefs.cli.listing import outlines

    accession = api.Accession(
        report=report,
        country=country.upper() if country else None,
        year=year,
        title=title,
        publisher=publisher,
        licence=licence,
        origin=origin,
        covers=covers,
        language=language,
        topics=tuple(topic or ()),
        retrieved=options.day_of(retrieved, "retrieved"),
    )
    shelf = options.own_corpus(corpus)
    if dry_run:
        found = [api.outline(file, shelf, accession) for file in files]
        outlines.show(found, json_output=json_output)
        return
    outlines.added(_added(file, shelf, accession, replace) for file in files)


def _added(
    file: Path, shelf: "api.Corpus", accession: "api.Accession", replace: bool
) -> "api.Added":
    """Add a file; where its edition has another text, ask a person at a terminal."""
    try:
        return api.ingest(file, shelf, accession, replace=replace)
    except ChangedError as changed:
        question = Message(
            "{what}. Replace it, with its reviewed figures and translations?",
            what=changed.said,
        )
        if not asking.agreed(question):
            raise
        return api.ingest(file, shelf, accession, replace=True)
