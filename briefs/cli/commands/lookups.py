"""Take the commands that look into a corpus: topics, passages, coverage, figures."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from briefs import api
from briefs.cli import completion, options, streams
from briefs.cli.commands import reviews
from briefs.cli.options import AnyTopics, Country, Folder, Json, Locale, Topics, Years
from briefs.errors import Message, UsageError

app = typer.Typer()
"""The commands, to be added to those of `cli`."""


@app.command()
def topics(
    action: Annotated[
        Literal["check"] | None, typer.Argument(help="check: preview the patterns.")
    ] = None,
    topic: AnyTopics = None,
    locale: Locale = None,
    corpus: Folder = None,
    as_json: Json = False,
) -> None:
    """List the topics, or preview what their patterns hit and warn of idle ones."""
    from briefs.cli.listing import listings

    reader = options.reader(locale)
    shelf = options.corpus(corpus)
    if action == "check":
        for preview in shelf.preview(*(topic or ())):
            options.show(listings.preview_lines(preview, reader))
        return
    found = shelf.counts()
    rows = [listings.topic(t, found[t.code]) for t in shelf.topics.values()]
    if as_json:
        streams.echo(listings.to_json(rows))
    else:
        options.show(listings.topic_lines(rows, reader))


@app.command()
def excerpts(
    topics: Topics,
    locale: Locale = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    why: Annotated[bool, typer.Option(help="Say why each was found.")] = False,
    splices: Annotated[
        bool, typer.Option("--splices", help="List what is not quoted whole.")
    ] = False,
    longest: Annotated[
        int | None,
        typer.Option(min=1, help="Words beyond which a paragraph is cut."),
    ] = None,
    as_json: Json = False,
) -> None:
    """List every passage on a topic, with its place and the reasons."""
    from briefs.cli.listing import listings

    shelf = options.corpus(corpus)
    range = options.range_of(years, country)
    if splices:
        reader = options.reader(locale)
        for cutting in shelf.splices(*topics, **range, longest=longest):
            options.show(listings.splice_lines(cutting, reader))
        return
    findings = shelf.find(*topics, **range)
    if as_json:
        repeated = shelf.repeats(findings)
        rows = (
            listings.excerpt(one, repeated[one.edition.id, one.passage.number])
            for one in findings
        )
        streams.echo(listings.to_json(rows))
    else:
        reader = options.reader(locale)
        for finding in findings:
            told = shelf.translated(
                finding.edition, finding.passage, reader.written.chain
            )
            options.show(listings.excerpt_lines(finding, reader, told, why=why))


@app.command()
def figures(
    topics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TOPIC…] | review EDITION | accept EDITION [ROWS]",
            help="Topics; or an edition to review; or rows, a draft to accept.",
            autocompletion=completion.figured,
        ),
    ] = None,
    locale: Locale = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="review: the table to write."),
    ] = None,
    all_sure: Annotated[
        bool, typer.Option("--all-sure", help="accept: all rows that are sure.")
    ] = False,
) -> None:
    """List figures with period, source and reporter, or review those of an edition."""
    from briefs.cli.listing import figurelists, listings

    shelf = options.corpus(corpus)
    action, *words = topics or [""]
    if action == reviews.REVIEW:
        reviews.review(words, shelf, options.reader(locale), output)
        return
    if action == reviews.ACCEPT:
        reviews.accept(words, shelf, all_sure=all_sure)
        return
    if output or all_sure:
        raise UsageError(
            Message("only a review is written to a file, and only rows are accepted"),
            hint=Message("write `briefs figures review EDITION -o draft.csv`"),
        )
    placed = shelf.figures(*(topics or ()), **options.range_of(years, country))
    if as_csv:
        streams.echo(api.to_csv(figure for _, _, figure in placed), nl=False)
        return
    rows = [figurelists.figure(figure, e, passage) for e, passage, figure in placed]
    if as_json:
        streams.echo(listings.to_json(rows))
    else:
        reader = options.reader(locale)
        for each in placed:
            options.show(figurelists.figure_lines(each, shelf, reader))


@app.command()
def coverage(
    topics: AnyTopics = None,
    locale: Locale = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
) -> None:
    """Show which report says how much on which topic in which year."""
    from briefs.cli.listing import listings

    shelf = options.corpus(corpus)
    cells = shelf.coverage(*(topics or ()), **options.range_of(years, country))
    if as_json:
        streams.echo(listings.to_json(map(listings.cell, cells)))
    else:
        reader = options.reader(locale)
        options.show(listings.coverage_lines(cells, shelf.topics, reader))


@app.command()
def changes(
    topics: Topics,
    locale: Locale = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="A PDF or HTML file to write instead."),
    ] = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    day: options.Day = None,
    force: options.Force = False,
    as_json: Json = False,
) -> None:
    """Show what is new, dropped or reworded from one edition to the next."""
    from briefs.cli.listing import changelists, listings

    settings = options.settings(locale=locale)
    shelf = options.corpus_of(settings, corpus)
    chosen = options.range_of(years, country)
    if output:
        paths = api.build(
            shelf,
            topics,
            locales=(settings.locale,),
            output=output,
            format=str(options.format_of(output)),
            profile="changes",
            look=settings.look,
            date=options.day_of(day),
            force=force,
            **chosen,
        )
        options.show(map(str, paths))
        return
    found = shelf.changes(*topics, **chosen)
    options.say(shelf.not_compared(**chosen), err=True)
    if as_json:
        streams.echo(listings.to_json(changelists.rows(found)))
        return
    reader = options.reader(locale)
    for each in found:
        options.show(changelists.lines(each, reader))


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT…", help="Words to find.")],
    locale: Locale = None,
    corpus: Folder = None,
    years: Years = None,
    country: Country = None,
    as_json: Json = False,
) -> None:
    """List the passages that contain all the words, in any spelling of ө, ү, ң."""
    from briefs.cli.listing import listings

    shelf = options.corpus(corpus)
    found = shelf.search(" ".join(text), **options.range_of(years, country))
    if as_json:
        rows = [
            {
                **listings.passage(*each),
                "translations": shelf.translations_of(*each),
            }
            for each in found
        ]
        streams.echo(listings.to_json(rows))
    else:
        reader = options.reader(locale)
        for edition, passage in found:
            told = shelf.translated(edition, passage, reader.written.chain)
            options.show(listings.passage_lines(edition, passage, reader, told))
