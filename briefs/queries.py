"""Answer questions about a corpus: topics, passages, coverage, figures."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefs import coverage, grammar, index, listings, match, observations, review
from briefs.corpus import Corpus, load_editions, passages
from briefs.errors import NothingFoundError, UsageError
from briefs.i18n import Locale
from briefs.index import Finding
from briefs.model import Edition, Figure, Passage
from briefs.request import Range
from briefs.scope import load, require, select, within
from briefs.statements import statements

Placed = tuple[Edition, Passage, Figure]
"""A figure with the edition and the passage it stands in."""


def cover(folder: Path, codes: Sequence[str], range: Range) -> list[coverage.Cell]:
    """Return the coverage cells of some topics, or of all of them."""
    corpus = load(folder)
    chosen = select(corpus, codes, everything=not codes)
    editions = within(corpus.editions, range)
    return coverage.cells(chosen, editions, index.find(editions, chosen))


def find(folder: Path, codes: Sequence[str], range: Range) -> list[Finding]:
    """Return every passage on some topics, topic by topic.

    Raises NothingFoundError when there is none.
    """
    corpus = load(folder)
    chosen = select(corpus, codes)
    findings = index.find(within(corpus.editions, range), chosen)
    require(chosen, findings)
    return [finding for topic in chosen for finding in findings[topic.code]]


def figures(folder: Path, codes: Sequence[str], range: Range) -> list[Placed]:
    """Return the figures on some topics, or all there are, with where they stand.

    Raises NothingFoundError when there is none.
    """
    corpus = load(folder)
    chosen = {topic.code for topic in select(corpus, codes, everything=not codes)}
    editions = within(corpus.editions, range)
    findings = index.find(editions, tuple(corpus.topics.values()))
    found = [
        (edition, passage, figure)
        for edition, passage, figure in observations.every(folder, editions, findings)
        if not codes or chosen & set(figure.topics)
    ]
    if not found:
        raise NothingFoundError(
            f"there are no figures on {', '.join(codes)}",
            hint="`briefs excerpts` lists what is said in words",
        )
    return found


def search(folder: Path, text: str, range: Range) -> list[tuple[Edition, Passage]]:
    """Return the passages that contain all the words of a text.

    Raises NothingFoundError when there is none, UsageError when there is no word.
    """
    if not any(letter.isalnum() for letter in text):
        raise UsageError("there is no word to search for", hint="name one or more")
    editions = within(load_editions(folder), range)
    found = list(index.search(editions, text))
    if not found:
        raise NothingFoundError(
            f"no passage contains {text!r}", hint="try the beginnings of fewer words"
        )
    return found


def check_topics(corpus: Corpus, codes: Sequence[str], locale: Locale) -> Iterator[str]:
    """Yield what each pattern of some topics (or of all) hits, and the idle ones."""
    chosen = select(corpus, codes, everything=not codes)
    by_language: dict[str, list[Passage]] = {}
    for edition in corpus.editions:
        by_language.setdefault(edition.language, []).extend(passages(edition))
    for language, texts in sorted(by_language.items()):
        for topic in chosen:
            seen = match.preview(topic, language, texts)
            yield from listings.preview_lines(topic.code, language, seen, locale)
        for idle in match.unused(chosen, language, texts):
            place = f"{idle.topic}, {idle.table}.{language}: {idle.pattern}"
            yield locale.gettext("never matches: {place}").format(place=place)


def review_figures(folder: Path, words: Sequence[str], locale: Locale) -> Iterator[str]:
    """Yield what a reviewer of an edition's figures has to look at.

    `words` is the edition's id. Raises UsageError when it is not one word.
    """
    if len(words) != 1:
        raise UsageError(
            "`briefs figures review` takes one edition",
            hint="`briefs figures review hrr-2015-kgz-ky`",
        )
    shelf = observations.read(folder, load(folder).edition(words[0]))
    found = review.compare(shelf.reviewed, shelf.candidates)
    yield locale.ngettext(
        "{number} candidate is not in the ledger:",
        "{number} candidates are not in the ledger:",
        len(found.missing),
    )
    yield from (listings.candidate(figure, locale) for figure in found.missing)
    yield locale.ngettext(
        "{number} row of the ledger is not found by the grammar:",
        "{number} rows of the ledger are not found by the grammar:",
        len(found.unfound),
    )
    yield from (listings.candidate(figure, locale) for figure in found.unfound)
    rules = grammar.load(folder, shelf.edition.language)
    told = [
        statement
        for passage in shelf.passages.values()
        for statement in statements(passage, shelf.edition, rules)
    ]
    yield locale.ngettext(
        "{number} place says that there was none, or that the number is unknown:",
        "{number} places say that there was none, or that the number is unknown:",
        len(told),
    )
    yield from (listings.statement(each, locale) for each in told)
