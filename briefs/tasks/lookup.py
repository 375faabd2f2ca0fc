"""Answer questions about a corpus: topics, passages, coverage, figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.compose.sources import tally
from briefs.compose.sources.tally import Cell
from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.errors import Message, NothingFoundError, UsageError
from briefs.figures import observations, review
from briefs.figures.statements import Statement, statements
from briefs.match import index, matcher
from briefs.match.index import Finding
from briefs.model import Edition, Passage
from briefs.numbers.grammars import load as grammar
from briefs.tasks.answering import searching, summaries, tables
from briefs.tasks.answering.tables import Placed
from briefs.text.sentences import squeeze

Years = tuple[int, ...]


def cover(corpus: Corpus, names: Iterable[str] | None, range: Range) -> list[Cell]:
    """Return the coverage cells of some topics, or of all of them."""
    chosen = corpus.select(names)
    editions = corpus.issues(range).editions
    return tally.cells(chosen, editions, summaries.read(corpus, editions))


def counts(corpus: Corpus) -> dict[str, dict[int, int]]:
    """Return how many passages are on each topic, by its code and the year of issue."""
    found: dict[str, Counter[int]] = {code: Counter() for code in corpus.topics}
    said = summaries.read(corpus, corpus.editions)
    for edition in corpus.editions:
        for code, own in said[edition.id].said.items():
            found[code][edition.year] += own.passages
    return {code: dict(sorted(years.items())) for code, years in found.items()}


def find(corpus: Corpus, names: Iterable[str], range: Range) -> list[Finding]:
    """Return every passage on some topics, topic by topic.

    Raises NothingFoundError when there is none.
    """
    chosen = corpus.select(names)
    findings = index.find(corpus, corpus.within(range), chosen)
    index.require(chosen, findings)
    return [finding for topic in chosen for finding in findings[topic.code]]


def repeats(
    corpus: Corpus, findings: Iterable[Finding]
) -> dict[tuple[str, int], Years]:
    """Return the years in which passages stand word for word, by edition and number.

    Looked through are all editions of the same report on the same country in the same
    language; the year of the passage itself is among them.
    """
    wanted = list(findings)
    texts: dict[tuple[str, str, str], dict[str, set[int]]] = {}
    for serial in {_serial(finding.edition) for finding in wanted}:
        said = texts.setdefault(serial, {})
        for edition in corpus.editions:
            for passage in (
                corpus.passages(edition) if _serial(edition) == serial else ()
            ):
                said.setdefault(squeeze(passage.text), set()).add(edition.year)
    return {
        (one.edition.id, one.passage.number): tuple(
            sorted(texts[_serial(one.edition)][squeeze(one.passage.text)])
        )
        for one in wanted
    }


def _serial(edition: Edition) -> tuple[str, str, str]:
    return edition.report, edition.country, edition.language


def figures(corpus: Corpus, names: Sequence[str] | None, range: Range) -> list[Placed]:
    """Return the figures on some topics, or all there are, with where they stand.

    Raises NothingFoundError when there is none.
    """
    chosen = [topic.code for topic in corpus.select(names)]
    found = tables.figures(corpus, corpus.within(range), names and chosen)
    if not found:
        raise NothingFoundError(
            Message(
                "there are no figures on {topics}", topics=", ".join(sorted(chosen))
            ),
            hint=Message("`briefs excerpts` lists what is said in words"),
        )
    return found


def search(corpus: Corpus, text: str, range: Range) -> list[tuple[Edition, Passage]]:
    """Return the passages that contain all the words of a text.

    Raises NothingFoundError when there is none, UsageError when there is no word.
    """
    if not any(letter.isalnum() for letter in text):
        raise UsageError(
            Message("there is no word to search for"), hint=Message("name one or more")
        )
    found = searching.search(corpus, corpus.within(range), text)
    if not found:
        raise NothingFoundError(
            Message("no passage contains {text}", text=f"“{text}”"),
            hint=Message("try the beginnings of fewer words"),
        )
    return found


def translated(
    corpus: Corpus, edition: Edition, passage: Passage, languages: Iterable[str]
) -> str:
    """Return a passage in the first of some languages that it is translated into.

    Empty when it is in one of them already, or in none.
    """
    for language in languages:
        if language == edition.language:
            return ""
        if text := translations_of(corpus, edition, passage).get(language):
            return text
    return ""


def translations_of(
    corpus: Corpus, edition: Edition, passage: Passage
) -> dict[str, str]:
    """Return the working translations of a whole passage, by language."""
    found = {
        language: translations.whole(passage.text, edition.language, known)
        for language in translations.languages(edition)
        if (known := corpus.translations(edition, language))
    }
    return {language: text for language, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class Preview:
    """The words that each pattern of the topics hits in a language's passages.

    `seen` holds them by topic and pattern, `idle` the patterns that hit nothing.
    """

    language: str
    seen: dict[str, Mapping[str, Mapping[str, int]]]
    idle: tuple[matcher.Unused, ...]


def preview_topics(corpus: Corpus, names: Iterable[str] | None) -> Iterator[Preview]:
    """Yield, for each language of a corpus, what some topics (or all) hit in it."""
    chosen = corpus.select(names)
    by_language: dict[str, list[Passage]] = {}
    for edition in corpus.editions:
        by_language.setdefault(edition.language, []).extend(corpus.passages(edition))
    for language, texts in sorted(by_language.items()):
        yield Preview(
            language,
            {topic.code: matcher.preview(topic, language, texts) for topic in chosen},
            matcher.unused(chosen, language, texts),
        )


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What a reviewer of an edition's figures has to look at."""

    compared: review.Comparison
    statements: list[Statement]


def review_figures(corpus: Corpus, edition: str) -> Reviewing:
    """Compare the ledger of an edition with what the grammar finds in its passages.

    Raises CorpusError when there is no such edition.
    """
    shelf = observations.read(corpus, corpus.edition(edition))
    rules = grammar.load(corpus, shelf.edition.language)
    told = [
        statement
        for passage in shelf.passages.values()
        for statement in statements(passage, shelf.edition, rules)
    ]
    return Reviewing(review.compare(shelf.reviewed, shelf.candidates), told)
