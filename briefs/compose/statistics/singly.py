"""Set out figures of no series, one by one, each with the sentence that tells it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefs.compose.statistics import amounts, telling
from briefs.compose.statistics.telling import Desk
from briefs.document import SingleFigure
from briefs.i18n.locale import Locale
from briefs.model import Figure


def singles(figures: Iterable[Figure], desk: Desk) -> Iterator[SingleFigure]:
    """Yield single figures; those of one sentence stand together.

    So do those whose sentences go on from each other: no sentence is printed twice.
    """
    told: list[list[list[Figure]]] = []
    for _, group in groupby(figures, key=_common):
        figure = [*group]
        if told and _goes_on(figure, told[-1][-1], desk):
            told[-1].append(figure)
        else:
            told.append([figure])
    for groups in told:
        yield _single(groups, desk)


def _goes_on(figures: Sequence[Figure], before: Sequence[Figure], desk: Desk) -> bool:
    """Tell whether the words of figures hold those of figures before."""
    one, other = figures[0], before[0]
    place = one.edition, one.paragraph
    within = _words(before, desk) in _words(figures, desk)
    return within and place == (other.edition, other.paragraph)


def _common(figure: Figure) -> tuple[str | None, ...]:
    """Return what figures have to have in common to be told together."""
    return figure.edition, figure.sentence, figure.period, figure.reported_by


def _words(figures: Sequence[Figure], desk: Desk) -> str:
    """Return the sentence of some figures, with what it goes on from.

    "97 percent were women" does not say of whom.
    """
    place = figures[0].edition, figures[0].sentence
    return desk.contexts.get(place, figures[0].sentence)


def _single(groups: Sequence[Sequence[Figure]], desk: Desk) -> SingleFigure:
    """Set out figures of one sentence, or of several that go on from each other.

    Each group has period and reporter in common. All the sentences are quoted; beside
    their translation the words of the figures will do.
    """
    locale = desk.locale
    figures = [figure for group in groups for figure in group]
    last = groups[-1][0]
    translation = desk.translations.get((last.edition, last.sentence))
    shown = figures if desk.originals or not translation else []
    place = desk.elsewhere.get((last.edition, last.sentence))
    words = place.text if place else _words(groups[-1], desk)
    quoted = [one.quote if translation else words for one in shown]
    edition = place.edition if place else desk.editions[last.edition]
    periods = [(group, telling.period(group[0], desk)) for group in groups]
    reporters = [(group, telling.reporter(group[0], desk)) for group in groups]
    return SingleFigure(
        value=_values(figures, locale),
        counted=tuple(dict.fromkeys(quoted)),
        language=edition.language,
        period=_each(periods, locale),
        reported_by=_each(reporters, locale),
        citation=telling.references(figures, desk),
        translation=translation,
        notes=tuple(dict.fromkeys(locale.label(f.notes) for f in figures if f.notes)),
        edition=edition.id,
    )


def _values(figures: Iterable[Figure], locale: Locale) -> str:
    """Write values beside each other."""
    return " / ".join(dict.fromkeys(amounts.value(f, locale) for f in figures))


def _each(told: Sequence[tuple[Sequence[Figure], str]], locale: Locale) -> str:
    """Return what is told of all figures, or of each group by its values."""
    if len({text for _, text in told}) == 1:
        return told[0][1]
    return "; ".join(
        f"{_values(figures, locale)}: {text}" for figures, text in told if text
    )
