"""Take the commands of a corpus: list, show, remove and copy its editions."""

from pathlib import Path
from typing import Annotated

import typer

from briefs import api
from briefs.cli import asking, completion, options, streams
from briefs.cli.careful import Careful
from briefs.cli.options import Country, Folder, Json, Locale, Years
from briefs.errors import Message, UsageError

app = typer.Typer(cls=Careful, help="See which editions there are, and care for them.")
"""The commands, a group of `cli`."""

Edition = Annotated[
    str,
    typer.Argument(
        metavar="EDITION",
        help="Edition, such as hrr-2015-kgz-ky.",
        autocompletion=completion.editions,
    ),
]


@app.command("list")
def listed(
    locale: Locale = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
) -> None:
    """List the editions, the folder of each, and how far its figures are reviewed."""
    from briefs.cli.listing import holdings, listings

    shelf = options.corpus(corpus)
    found = shelf.holdings(**options.range_of(years, country))
    if as_json:
        streams.echo(listings.to_json(map(holdings.row, found)))
        return
    reader = options.reader(locale)
    for one in found:
        options.show(holdings.lines(one, shelf, reader))


@app.command()
def show(
    edition: Edition,
    locale: Locale = None,
    corpus: Folder = None,
    as_json: Json = False,
) -> None:
    """Show an edition: outline, checksum, source, translations, people, figures."""
    from briefs.cli.listing import holdings

    shelf = options.corpus(corpus)
    found = shelf.display(edition)
    if as_json:
        streams.echo(holdings.display_json(found))
        return
    options.show(holdings.display_lines(found, shelf, options.reader(locale)))


@app.command()
def remove(
    edition: Edition,
    corpus: Folder = None,
    force: Annotated[bool, typer.Option("--force", help="Do not ask first.")] = False,
) -> None:
    """Take an edition away with all that lies beside it; print where it stood."""
    shelf = options.corpus(corpus)
    shelf.require_removable(edition)
    if not force and not _agreed(shelf, edition):
        raise UsageError(
            Message("nothing was removed"),
            hint=Message("write --force to remove {edition}", edition=edition),
        )
    streams.echo(shelf.remove(edition))


@app.command()
def copy(
    edition: Edition,
    to: Annotated[
        Path, typer.Option("--to", metavar="FOLDER", help="Corpus folder to copy to.")
    ],
    corpus: Folder = None,
) -> None:
    """Copy an edition into another corpus folder; print its place there."""
    place, new = options.corpus(corpus).copy(edition, to)
    streams.echo(place)
    if not new:
        options.say([Message("it is there already, unchanged")], err=True)


def _agreed(shelf: "api.Corpus", edition: str) -> bool:
    """Ask whether an edition may go."""
    place = shelf.edition(edition).path.parent
    return asking.agreed(
        Message(
            "Remove {folder} with its reviewed figures and translations?", folder=place
        )
    )
