"""Propose what may stand in a word of the command line, as it is being typed."""

from collections.abc import Iterator

from briefs import api


def topics(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the topics that begin so, each with its English label."""
    from briefs.cli import options

    for code, topic in options.corpus(None).topics.items():
        if code.startswith(incomplete):
            yield code, topic.labels.get("en", "")


def locales(incomplete: str) -> list[str]:
    """Return the languages that begin so."""
    return [code for code in api.locales() if code.startswith(incomplete)]


def designs(incomplete: str) -> list[str]:
    """Return the page designs that begin so."""
    from briefs.cli import options

    known = api.designs(options.settings().look)
    return [name for name in known if name.startswith(incomplete)]
