"""Propose what may stand in a word of the command line, as it is being typed."""

from collections.abc import Iterator

import click

from briefs import api

_OF_AN_EDITION = ("review", "accept")
"""What `briefs figures` does with an edition, which is named next."""


def topics(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the topics that begin so, each with its English label."""
    from briefs.cli import options

    for code, topic in options.corpus(None).topics.items():
        if code.startswith(incomplete):
            yield code, topic.labels.get("en", "")


def editions(ctx: click.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of editions that begin so, each with its English or own title."""
    from briefs.cli import options

    for edition in options.corpus(ctx.params.get("corpus")).editions:
        if edition.id.startswith(incomplete):
            titles = edition.titles
            yield edition.id, titles.get("en") or next(iter(titles.values()), "")


def figured(ctx: click.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield what may stand next in `briefs figures`: topics, or an edition."""
    words = ctx.params.get("topics") or []
    if not words:
        yield from (
            (word, "") for word in _OF_AN_EDITION if word.startswith(incomplete)
        )
    if words and words[0] in _OF_AN_EDITION:
        yield from editions(ctx, incomplete) if len(words) == 1 else ()
    else:
        yield from topics(incomplete)


def locales(incomplete: str) -> list[str]:
    """Return the languages that begin so."""
    return [code for code in api.locales() if code.startswith(incomplete)]


def designs(incomplete: str) -> list[str]:
    """Return the page designs that begin so."""
    from briefs.cli import options

    known = api.designs(options.settings().look)
    return [name for name in known if name.startswith(incomplete)]
