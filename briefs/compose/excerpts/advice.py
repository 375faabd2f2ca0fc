"""Set recommendations out one by one, and say which a report repeats and which are new.

One is repeated where it shares enough of its words with one of the other report, or
where a person joined the two in `recommendations.toml`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from briefs.compose.excerpts.cuts.cutting import Cutting, Part
from briefs.compose.excerpts.selection import recommends
from briefs.corpus.beside.statements import Repeat
from briefs.document import Excerpt, YearGroup
from briefs.i18n.locale import Locale
from briefs.model import Edition, Span
from briefs.text.sentences import sentences

SHARED = 0.3
"""The share of their words that two recommendations have in common, to be one."""

_LETTERS = 5
_WORD = regex.compile(r"\p{L}{4,}")


def parted(cuttings: Iterable[Cutting]) -> Iterator[Cutting]:
    """Yield cuttings, those of recommendations parted where a semicolon ends one."""
    for cutting in cuttings:
        if not recommends(cutting.finding):
            yield cutting
            continue
        for run in cutting.runs:
            items = list(_items(run, cutting.finding.edition.language))
            for span in [
                one for one in items if _is_on_topic(one, run, cutting)
            ] or items:
                yield replace(cutting, runs=(run._replace(span=span),))


def _is_on_topic(item: Span, run: Part, cutting: Cutting) -> bool:
    """Tell whether a recommendation bears the topic, or the whole passage does."""
    return any(
        reason.span is None or reason.span.overlaps(item)
        for told in cutting.told
        if told.passage.number == run.passage.number
        for reason in told.match.reasons
    )


def _items(run: Part, language: str) -> Iterator[Span]:
    """Yield where each recommendation of a run stands."""
    start = run.span.start
    for span in sentences(run.text, language):
        end = run.span.start + span.start + len(span.of(run.text).rstrip())
        if run.passage.text[:end].endswith(";") or end == run.span.end:
            yield Span(start, end)
            start = (
                end + len(run.passage.text[end:]) - len(run.passage.text[end:].lstrip())
            )
    if start < run.span.end:
        yield Span(start, run.span.end)


def compared(
    groups: Sequence[YearGroup],
    editions: Mapping[str, Edition],
    joined: Sequence[Repeat],
    locale: Locale,
) -> tuple[YearGroup, ...]:
    """Return recommendations that say which stand in the edition before or after too.

    Editions of one report on one country in one language are compared, neighbours only.
    """
    said: dict[int, list[str]] = {}
    for older, newer in _neighbours(groups, editions):
        pairs = _pairs(older, newer, joined)
        before, after = (editions[one[0].edition].year for one in (older, newer))
        for item in newer:
            again = [one.mark for one, two in pairs if two == item]
            fresh = locale.gettext("new compared with {year}").format(year=before)
            said.setdefault(item.number, []).append(
                _also(again, before, locale) or fresh
            )
        for item in older:
            again = [two.mark for one, two in pairs if one == item]
            gone = locale.gettext("not in {year}").format(year=after)
            words = _also(again, after, locale) or gone
            said.setdefault(item.number, []).append(words)
    return tuple(_marked(group, said) for group in groups)


def _neighbours(
    groups: Sequence[YearGroup], editions: Mapping[str, Edition]
) -> Iterator[tuple[tuple[Excerpt, ...], tuple[Excerpt, ...]]]:
    last: dict[tuple[str, str, str], tuple[Excerpt, ...]] = {}
    for group in groups:
        edition = editions[group.excerpts[0].edition]
        series = edition.report, edition.country, edition.language
        if series in last:
            yield last[series], group.excerpts
        last[series] = group.excerpts


def _also(marks: Sequence[str], year: int, locale: Locale) -> str:
    if not marks:
        return ""
    return locale.gettext("also in {year}: {mark}").format(
        year=year, mark=", ".join(marks)
    )


def _pairs(
    older: Sequence[Excerpt], newer: Sequence[Excerpt], joined: Sequence[Repeat]
) -> list[tuple[Excerpt, Excerpt]]:
    """Return which older ones are which newer ones: as joined, then the most alike."""
    every = [(one, two) for one in older for two in newer]
    found = [pair for pair in every if _joined(*pair, joined)]
    alike = sorted(
        (pair for pair in every if _shared(*pair) >= SHARED),
        key=lambda pair: (-_shared(*pair), pair[0].number, pair[1].number),
    )
    for one, two in alike:
        if not any(
            one == older_one or two == newer_one for older_one, newer_one in found
        ):
            found.append((one, two))
    return found


def _joined(one: Excerpt, two: Excerpt, joined: Sequence[Repeat]) -> bool:
    return any(
        repeat.of.quote in one.parts[0]
        and repeat.of.edition == one.edition
        and repeat.here.quote in two.parts[0]
        and repeat.here.edition == two.edition
        for repeat in joined
    )


def _shared(one: Excerpt, two: Excerpt) -> float:
    """Return which share of the beginnings of their words two texts have in common."""
    mine, theirs = (_beginnings(item) for item in (one, two))
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


def _beginnings(item: Excerpt) -> frozenset[str]:
    words = _WORD.findall(" ".join(item.parts).lower())
    return frozenset(word[:_LETTERS] for word in words)


def _marked(group: YearGroup, said: Mapping[int, Sequence[str]]) -> YearGroup:
    def told(item: Excerpt) -> Excerpt:
        words = [*filter(None, [item.repeated]), *said.get(item.number, ())]
        return replace(item, repeated="; ".join(words))

    sections = tuple(
        replace(section, excerpts=tuple(map(told, section.excerpts)))
        for section in group.sections
    )
    return replace(group, sections=sections)
