"""Know all about a language's numbers that its data files tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.files.data.tomlfile import read
from briefs.model import Bound
from briefs.numbers.clauses import Joints
from briefs.numbers.grammars.grammar import Calendar, Change, Lexis, Nouns, Pattern
from briefs.numbers.grammars.grammarfile import GrammarFile
from briefs.numbers.grammars.grammarkeys import check
from briefs.numbers.grammars.lexisfile import lexis
from briefs.numbers.reporters import Organisation, Reporters, organisations
from briefs.text.searching.beginnings import Anchored
from briefs.text.searching.needed import Possible
from briefs.text.searching.phrases import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that is known of a language's numbers, compiled."""

    one_is_article: bool
    period_first: bool
    lexis: Lexis
    calendar: Calendar
    nouns: Nouns
    classes: Possible[tuple[str, Rule]]
    bounds: tuple[tuple[Bound, Pattern, Pattern], ...]
    estimating: Pattern
    approximating: Pattern
    changes: tuple[Change, ...]
    institution: tuple[Rule, ...]
    institution_units: frozenset[str]
    norm: tuple[Rule, ...]
    reported: Anchored
    jointly: Pattern
    joints: Joints
    participle: Pattern
    sentenced: Pattern
    none: Pattern
    unknown: Anchored
    uncounted: Pattern
    recounted: Pattern
    turning: Pattern
    caveats: Pattern
    anaphora: Pattern
    parts: tuple[Rule, ...]
    rest: tuple[Rule, ...]
    organisations: tuple[Organisation, ...]
    dimensions: Mapping[tuple[str, str], Pattern]

    def reporters(self, text: str) -> Reporters:
        """Find who reports in a sentence."""
        said = self.reported, self.unknown
        return Reporters(text, self.organisations, *said, self.joints)


def load(corpus: Corpus, language: str) -> Grammar:
    """Read the grammar of a language: `numbers/<language>.toml`, `organisations.toml`.

    Raise CorpusError, with file, line and key, when either is missing or malformed.
    """
    numbers = corpus.lent(f"numbers/{language}.toml")
    return _load(numbers, corpus.lent("organisations.toml"), language)


@cache
def _load(numbers: Path, names: Path, language: str) -> Grammar:
    table = read(numbers, CorpusError)
    check(table)
    file = GrammarFile(table)
    slots = file.slots()
    return Grammar(
        one_is_article=table.values["one"] == "article",
        period_first=table.values["period"] == "before",
        lexis=lexis(file),
        calendar=file.calendar(slots),
        nouns=file.nouns(slots),
        classes=Possible(
            ((name, rule), rule.ways)
            for name in table.values["classes"]
            for rule in file.rules("classes", name, slots=slots)
        ),
        estimating=file.matcher("bounds", "estimate-sentence"),
        approximating=file.matcher("bounds", "about-sentence"),
        bounds=tuple(
            (
                bound,
                file.before("bounds", f"{bound}-before"),
                file.after("bounds", f"{bound}-after"),
            )
            for bound in Bound
        ),
        changes=tuple(
            Change(
                sign,
                shares=file.rules("change", way, slots=slots),
                amounts=file.rules("change", f"{way}-by", slots=slots),
                ended=file.rules("change", f"{way}-ended", slots=slots),
            )
            for sign, way in ((-1, "down"), (1, "up"))
        ),
        institution=file.rules("kinds", "institution", slots=slots),
        institution_units=frozenset(file.texts("kinds", "institution-units")),
        norm=file.rules("kinds", "norm", slots=slots),
        reported=file.anchored("kinds", "reported"),
        jointly=file.matcher("kinds", "jointly"),
        joints=Joints(
            joint=file.matcher("clauses", "joints"),
            opening=file.matcher("clauses", "opening"),
            doer=file.matcher("clauses", "doers"),
        ),
        participle=file.after("clauses", "participles"),
        sentenced=file.matcher("kinds", "sentenced"),
        none=file.matcher("statements", "none"),
        unknown=file.anchored("statements", "unknown"),
        uncounted=file.matcher("statements", "uncounted"),
        recounted=file.matcher("statements", "recounted"),
        turning=file.matcher("statements", "turning"),
        caveats=file.matcher("statements", "caveats"),
        anaphora=file.matcher("anaphora", "words"),
        parts=file.rules("nouns", "parts", slots=slots),
        rest=file.rules("nouns", "rest", slots=slots),
        organisations=organisations(names, language),
        dimensions={
            (key, value): file.matcher("dimensions", f"{key}={value}", slots=slots)
            for key, _, value in (
                name.partition("=") for name in table.values["dimensions"]
            )
        },
    )
