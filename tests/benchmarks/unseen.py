"""Measure how fast text that was never seen is worked through for the index.

Reports beside the project are changed so that no sentence of theirs is known: other
digits, and in each line a misspelled word, or one of 25. All other words are known, as
they are after some reports of a language. The least time of several rounds counts,
because a busy machine only ever makes one slower.
"""

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import regex

from briefs.corpus.corpus import Corpus
from briefs.figures.candidates import candidates
from briefs.files import resources
from briefs.match.matcher import Matcher
from briefs.model import Passage
from briefs.numbers.grammars import load as grammar
from briefs.reading import lines, passages
from briefs.text.fold import keys
from briefs.text.sentences import sentences
from tests.make.places import SHARED
from tests.quality.measure_figures import edition

ROUNDS = 4
REPORTS = {
    "en": sorted((SHARED / "reports-dev").glob("*_HR.txt")),
    "ky": sorted((SHARED / "seeds").glob("*.txt")),
}
_YEAR = "2019"
_WORD = regex.compile(r"[^\W\d_]{4,}")
_DIGITS = regex.compile(r"\d+")
_PER_MISSPELLED = 25


class Stage(NamedTuple):
    """A part of what the index needs: what it is called, and what does it."""

    name: str
    work: Callable[[str, Sequence[Passage]], Any]


def speeds() -> Iterator[tuple[str, float]]:
    """Yield megabytes a second of one core, by language and stage, and of all."""
    corpus = Corpus([resources.data_dir("corpus")])
    for language, files in REPORTS.items():
        stages = _stages(corpus, language)
        size = sum(file.stat().st_size for file in files) / 1e6
        for file in files:  # patterns are compiled, words are learnt
            _spent(stages, file.read_text(encoding="utf-8"))
        took = [_least(stages, file) for file in files]
        for stage, seconds in zip(stages, zip(*took, strict=True), strict=True):
            yield f"{stage.name} of unseen text, {language}", size / sum(seconds)
        yield f"all of that of unseen text, {language}", size / sum(chain(*took))


def _stages(corpus: Corpus, language: str) -> list[Stage]:
    standard = corpus.headings.get(language, {})
    matcher = Matcher(corpus.topics.values(), language, standard)
    rules = grammar.load(corpus, language)
    issue = edition(_YEAR, language)

    def each(work: Callable[[Passage], object]) -> Callable[..., Any]:
        return lambda _, found: list(map(work, found))

    return [
        Stage("reading", lambda text, _: _passages(text)),
        Stage("words", each(lambda passage: keys(passage.text))),
        Stage("sentences", each(lambda passage: sentences(passage.text, language))),
        Stage("topics", each(matcher)),
        Stage("figures", each(lambda passage: candidates(passage, issue, rules))),
    ]


def _passages(text: str) -> tuple[Passage, ...]:
    return passages.to_passages(lines.parse(text), "unseen")


def _least(stages: Iterable[Stage], file: Path) -> list[float]:
    """Return the least seconds that each stage takes for a report, changed anew."""
    text = file.read_text(encoding="utf-8")
    rounds = (_spent(stages, _changed(text, random.Random(n))) for n in range(ROUNDS))
    return list(map(min, zip(*rounds, strict=True)))


def _spent(stages: Iterable[Stage], text: str) -> list[float]:
    found: Sequence[Passage] = ()
    spent = []
    for stage in stages:
        start = time.process_time()
        made = stage.work(text, found)
        spent.append(time.process_time() - start)
        found = found or made  # the first stage reads the text
    return spent


def _changed(text: str, chance: random.Random) -> str:
    """Return a text with other numbers, and misspelled words in every line."""
    return "\n".join(
        _misspelled(_DIGITS.sub(partial(_other, chance), line), chance)
        for line in text.split("\n")
    )


def _other(chance: random.Random, number: "regex.Match[str]") -> str:
    """Return another number of as many digits; of a year, another year."""
    if len(number[0]) == len(_YEAR) and number[0][:2] in ("19", "20"):
        return f"20{chance.randint(0, 2)}{chance.randint(0, 9)}"
    return "".join(str(chance.randint(1, 9)) for _ in number[0])


def _misspelled(line: str, chance: random.Random) -> str:
    found = list(_WORD.finditer(line))
    if not found:
        return line
    chosen = chance.sample(found, max(1, len(found) // _PER_MISSPELLED))
    for word in sorted(chosen, key=lambda one: -one.start()):
        place = chance.randrange(word.start() + 1, word.end())
        line = line[:place] + line[word.start()].lower() + line[place:]
    return line
