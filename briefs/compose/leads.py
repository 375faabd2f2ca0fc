"""Choose the sentences that are set large: the reports' words, and their advice.

A file of reviewed choices comes first, but for a newer edition of the report for which
nobody has chosen yet. Without one, a lead is the first sentence of at most forty words
that an excerpt can lend, the weightiest excerpt first.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefs.compose.excerpts.cuts.cutting import Cutting
from briefs.compose.excerpts.cuts.standalone import SHORTEST, best
from briefs.compose.excerpts.quoting import bare, standing, translated
from briefs.compose.excerpts.selection import LONGEST_ADVICE
from briefs.compose.material import Material, Order
from briefs.document import Excerpt, Lead
from briefs.model import Edition
from briefs.text.bearers import NOBODY
from briefs.text.sentences import count_words, sentences

_GRAVE = 2
_MOST_OF_ONE = 2  # sentences of one excerpt
_MOST_ADVICE = 3


Quoted = Iterable[tuple[Cutting, Excerpt]]


def leads(
    quoted: Quoted, topics: Mapping[str, str], material: Material, order: Order
) -> list[Lead]:
    """Return the sentences that may stand on the front page, the best first.

    `quoted` are the excerpts, `topics` the code of the topic by the anchor of an
    excerpt: each topic has its turn. What is not grave at all comes after what is.
    """
    names = material.known_names()
    ranked = sorted(
        ((cutting, item) for cutting, item in quoted if item.anchor in topics),
        key=lambda pair: (-pair[0].weight, pair[1].number),
    )
    turns: Counter[str] = Counter()
    found: list[tuple[int, int, Lead]] = []
    seen: set[str] = set()
    by_choice = list(_chosen(ranked, topics, material))
    found_by_words = list(_found(ranked, names, material))
    said = [pair for pair in found_by_words if not _denies(pair, material)]
    others = sorted(said, key=lambda pair: not _gravity(pair, material))
    newer = list(_newer(by_choice, others, _issues(ranked)))
    others += [pair for pair in found_by_words if pair not in others]
    for sentence, item in [*by_choice[:1], *newer, *by_choice[1:], *others]:
        passed_over = sentence in seen or material.is_doubtful(sentence, item.edition)
        lead = None if passed_over else _lead(sentence, item, material, order)
        seen.add(sentence)
        if lead:
            turns[topics[item.anchor]] += 1
            found.append((turns[topics[item.anchor]], len(found), lead))
    return [lead for *_, lead in sorted(found, key=lambda one: one[:2])]


def _chosen(
    ranked: Sequence[tuple[Cutting, Excerpt]],
    topics: Mapping[str, str],
    material: Material,
) -> Iterator[tuple[str, Excerpt]]:
    """Yield the sentences that a person chose, those of each edition in turn.

    The report that says most begins, with its newest edition.
    """
    known = _issues(ranked)
    said = Counter(
        (topic, finding.edition.report)
        for topic, findings in material.findings.items()
        for finding in findings
    )
    pairs = sorted(
        {(topics[item.anchor], item.edition) for _, item in ranked},
        key=lambda pair: (
            -said[pair[0], known[pair[1]].report],
            -known[pair[1]].year,
            *pair,
        ),
    )
    lists = [chosen(topic, edition, material) for topic, edition in pairs]
    for turn in range(max(map(len, lists), default=0)):
        for sentence in (one[turn] for one in lists if turn < len(one)):
            for _, item in ranked:
                if any(_says(part, sentence) for part in item.parts):
                    yield sentence, item
                    break


def _says(part: str, sentence: str) -> bool:
    """Tell whether a sentence is quoted, be it without its run-in heading."""
    return sentence in part or sentence.endswith(part)


def _found(
    ranked: Sequence[tuple[Cutting, Excerpt]],
    names: Collection[str],
    material: Material,
) -> Iterator[tuple[str, Excerpt]]:
    """Yield sentences that can stand alone: the best of each excerpt, then the next.

    Each has a word of the topic; none is a mere law, or mild beside what was chosen. A
    paragraph that a person chose a sentence of lends no other: its neighbours may be
    what answers it.
    """
    for choice in range(_MOST_OF_ONE):
        for cutting, item in ranked:
            quoting = material.quoting.get(item.language)
            chose = chosen(cutting.finding.match.topic, item.edition, material)
            if any(_says(part, sentence) for sentence in chose for part in item.parts):
                continue
            for sentence in singles(cutting, item, names, material)[
                choice : choice + 1
            ]:
                traits = quoting.traits(sentence) if quoting else None
                mild = traits and traits.gravity < _GRAVE
                why = cutting.finding.match.reasons
                if not ((traits and traits.norm) or (chose and mild)) and any(
                    one.span is None or one.surface in sentence for one in why
                ):
                    yield sentence, item


def _gravity(pair: tuple[str, Excerpt], material: Material) -> int:
    """Return how grave a sentence is; where nobody says what is, all are alike."""
    quoting = material.quoting.get(pair[1].language)
    return quoting.traits(pair[0]).gravity if quoting else 0


def _denies(pair: tuple[str, Excerpt], material: Material) -> bool:
    """Tell whether a sentence only says that nothing is known to have happened."""
    quoting = material.quoting.get(pair[1].language)
    return bool(quoting and quoting.traits(pair[0]).denies)


def _issues(ranked: Iterable[tuple[Cutting, Excerpt]]) -> dict[str, Edition]:
    """Return the issue that each edition quoted is of, by the id of the edition."""
    return {item.edition: cutting.finding.edition for cutting, item in ranked}


def _newer(
    by_choice: Sequence[tuple[str, Excerpt]],
    others: Sequence[tuple[str, Excerpt]],
    issues: Mapping[str, Edition],
) -> Iterator[tuple[str, Excerpt]]:
    """Yield a sentence of each report's newest edition where only older ones lead.

    What a person chose from the report of 2015 does not hide what that of 2021 says.
    """
    series = {id: (one.report, one.country) for id, one in issues.items()}
    years = {id: one.year for id, one in issues.items()}
    newest: dict[tuple[str, str], int] = {}
    for _, item in by_choice:
        own = series[item.edition]
        newest[own] = max(newest.get(own, 0), years[item.edition])
    for own, year in newest.items():
        later = [
            pair
            for pair in others
            if series[pair[1].edition] == own and years[pair[1].edition] > year
        ]
        if later:
            yield max(later, key=lambda pair: years[pair[1].edition])


def advice(
    recommended: Sequence[Excerpt],
    editions: Sequence[str],
    material: Material,
    order: Order,
) -> tuple[Lead, ...]:
    """Return the first recommendations of the newest edition, three at most.

    Reports put first what they hold to be most urgent; what several say in the same
    words is said once. `editions` are ids, the newest
    first.
    """
    found: list[Lead] = []
    said: set[str] = set()
    newest_first = sorted(recommended, key=lambda one: editions.index(one.edition))
    for item in newest_first:
        pieces = (
            span.of(part).strip().rstrip(";")
            for part in item.parts
            for span in sentences(part, item.language)
        )
        for piece in pieces:
            fits = SHORTEST / 2 < count_words(piece) <= LONGEST_ADVICE
            if fits and piece not in said:
                said.add(piece)
                lead = _lead(piece, item, material, order)
                found += [lead] if lead else []
                break
    return tuple(found[:_MOST_ADVICE])


def singles(
    cutting: Cutting, item: Excerpt, names: Collection[str], material: Material
) -> list[str]:
    """Return the sentences of an excerpt that can stand alone, the best first.

    They are not too long, need no neighbour to be understood and, as far as capitals
    tell, name no private person; those that carry the topic come first, then the
    gravest.
    """
    hits = [reason.surface for reason in cutting.finding.match.reasons if reason.span]
    quoting = material.quoting.get(item.language)
    people = material.people.get(item.edition, NOBODY)
    own = item.edition == cutting.finding.edition.id
    parts = lending(cutting, material) if own else item.parts
    return best(parts, item.language, hits, names, quoting, people)


def lending(cutting: Cutting, material: Material) -> list[str]:
    """Return what an excerpt may lend a sentence of: no paragraph wanted whole."""
    finding = cutting.finding
    known = material.selections.get(finding.edition.id)
    whole = known.on(finding.match.topic).whole if known else ()
    return [run.text for run in cutting.runs if run.passage.number not in whole]


def chosen(topic: str, edition: str, material: Material) -> list[str]:
    """Return the sentences that a person chose to lead a topic, the strongest first."""
    known = material.selections.get(edition)
    return [
        one.span.of(material.passages[edition][one.paragraph].text).strip()
        for one in (known.on(topic).lead if known else ())
    ]


def _lead(
    sentence: str, item: Excerpt, material: Material, order: Order
) -> Lead | None:
    """Return a sentence as it is printed, None where its translation is missing.

    The run-in heading of its paragraph is no part of it, where it can do without.
    """
    text, language, status = None, item.language, ""
    known = material.translations.get(item.edition)
    if item.translation and known:
        edition = next(e for e in material.editions if e.id == item.edition)
        translation = translated([sentence], edition, known, order.locale)
        if translation is None:
            return None
        text, language = translation.parts[0].rstrip(";"), translation.language
        status = translation.status
    passages = material.passages.get(item.edition, {})
    above = [h for n in item.paragraphs if n in passages for h in passages[n].headings]
    quoted, text = bare(sentence, text, above, known)
    return Lead(
        text=text or quoted,
        language=language,
        quoted=quoted,
        mark=item.mark,
        anchor=item.anchor,
        place=f"{item.citation}, {standing(quoted, item, material, order.locale)}",
        status=status,
    )
