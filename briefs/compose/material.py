"""Hold what a brief is composed from, and how it is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from briefs.choice import NO_WORDS, OwnWords, Replaced
from briefs.compose.changes.comparing import Comparison
from briefs.compose.excerpts.picking import ALL, Picked
from briefs.compose.pages.plan import Plan
from briefs.compose.sources import cite
from briefs.corpus.beside.doubts import Doubt
from briefs.corpus.beside.selections import Selections
from briefs.corpus.beside.statements import Statements
from briefs.corpus.beside.translations import Translations
from briefs.corpus.parallel import Counterpart
from briefs.corpus.quoting import Quoting
from briefs.corpus.vocabulary.parties.publishers import Publisher
from briefs.corpus.vocabulary.questions import Questions
from briefs.corpus.withheld import NOTHING, Policy
from briefs.document import Issuer
from briefs.i18n.locale import Locale
from briefs.match.index import Finding
from briefs.model import Edition, Figure, Indicator, Labels, Passage, Topic
from briefs.text.bearers import Bearers
from briefs.text.fold import fold
from briefs.years.outline import Outline
from briefs.years.sayings import Sayings


@dataclass(frozen=True, slots=True)
class Material:
    """What a brief is composed from.

    `editions` are those in the range asked for; `findings` hold, by topic code, what
    was found in them; `passages`, by edition id and number, all they say; `figures`
    their reviewed figures; `translations`, by edition id, those into the language of
    the brief; `others`, likewise, the official editions in that language. `reporters`
    and `countries` say what an organisation is called by its code, and a country by its
    ISO 3166-1 alpha-3 code; `questions` are those to discuss on a topic, by its code.
    `quoting` knows, by language, what ties sentences together; `selections` hold what
    a person chose to quote, `doubts` where the sources seem wrong, by edition id;
    `publishers` who published them, by code; `picked` is what the organization wants
    quoted; `statements` what is quoted besides the excerpts: terms and contradictions;
    `sayings` tell in which years each sentence stands, `outlines` which chapters an
    edition has, by its id; `comparisons` are those of neighbouring editions,
    `unreviewed` the figures that may not be printed yet.
    `policy` says which names are withheld; `people` are those whom the editions name,
    by edition id.
    """

    topics: tuple[Topic, ...]
    editions: tuple[Edition, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    passages: Mapping[str, Mapping[int, Passage]]
    figures: tuple[Figure, ...]
    translations: Mapping[str, Translations]
    others: Mapping[str, Counterpart]
    indicators: Mapping[str, Indicator]
    reporters: Mapping[str, Labels]
    countries: Mapping[str, Labels]
    questions: Mapping[str, Questions]
    quoting: Mapping[str, Quoting] = field(default_factory=dict)
    selections: Mapping[str, Selections] = field(default_factory=dict)
    doubts: Mapping[str, tuple[Doubt, ...]] = field(default_factory=dict)
    picked: Picked = ALL
    publishers: Mapping[str, Publisher] = field(default_factory=dict)
    statements: Statements = field(default_factory=Statements)
    sayings: Sayings = field(default_factory=Sayings)
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    comparisons: tuple[Comparison, ...] = ()
    unreviewed: tuple[Figure, ...] = ()
    policy: Policy = NOTHING
    people: Mapping[str, Bearers] = field(default_factory=dict)

    @property
    def quotable(self) -> tuple[Edition, ...]:
        """The editions that may be quoted: also those in the reader's language."""
        return (*self.editions, *(other.edition for other in self.others.values()))

    def figures_on(self, topic: Topic) -> list[Figure]:
        """Return the reviewed figures that serve a topic, and those they need beside.

        Of two values that contradict each other none is shown alone, and no part
        without its total: so all figures of an indicator come, and of its total.
        """
        return self._with_companions({topic.code})

    def lacking(self, topic: Topic) -> list[Edition]:
        """Return the editions without the chapter on a topic that others have."""
        known = self.outlines
        return [
            e for e in self.editions if e.id in known and known[e.id].lacks(topic.code)
        ]

    def country(self, edition: Edition, locale: Locale) -> str:
        """Return the country of an edition, empty where all editions are of one."""
        if len({each.country for each in self.editions}) == 1:
            return ""
        return locale.country(edition.country, self.countries)

    def report(self, edition: Edition, locale: Locale) -> str:
        """Return what an edition is called, with its country if there are several."""
        return cite.report(edition, locale, self.country(edition, locale))

    def known_names(self) -> frozenset[str]:
        """Return the folded words of names that are no private person's."""
        return frozenset(
            word
            for named in self.reporters.values()
            for label in named.values()
            for word in fold(label).split()
        )

    def is_doubtful(self, sentence: str, edition: str) -> bool:
        """Tell whether an editor's note has to stand with a sentence of an edition."""
        return any(one.sentence in sentence for one in self.doubts.get(edition, ()))

    def printed(self) -> list[Figure]:
        """Return the reviewed figures of all the topics, each once."""
        return self._with_companions({topic.code for topic in self.topics})

    def _with_companions(self, topics: set[str]) -> list[Figure]:
        serving = [figure for figure in self.figures if topics & set(figure.topics)]
        codes = {figure.indicator for figure in serving if figure.indicator}
        known = [self.indicators[code] for code in codes if code in self.indicators]
        wanted = {*codes, *(one.part_of for one in known if one.part_of)}
        return [
            figure
            for figure in self.figures
            if figure.indicator in wanted or topics & set(figure.topics)
        ]


@dataclass(frozen=True, slots=True)
class Order:
    """How a brief is wanted: `plan` says how much of it, `full` quotes whole passages.

    `quotes` says what prints of a quotation in another language: "original", "both",
    "translation", or "annex", the originals at the end. `by` is the order of what
    several countries' reports say: "year" or "country". `words` are the organization's
    own; `id` is the brief's own; `replaces` is the older brief that it replaces.
    """

    day: date
    locale: Locale
    plan: Plan = field(default_factory=Plan)
    quotes: str = "both"
    by: str = "year"
    full: bool = False
    issuer: Issuer | None = None
    words: OwnWords = NO_WORDS
    id: str = ""
    replaces: Replaced | None = None


def shown(material: Material, order: Order) -> Material:
    """Return a material without the translations where only originals are wanted."""
    return (
        replace(material, translations={}) if order.quotes == "original" else material
    )
