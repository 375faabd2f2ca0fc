"""Say which of the quoted sentences are doubtful, and what was left out for that."""

from collections.abc import Sequence

from briefs.compose.excerpts.cuts.cutting import Part
from briefs.compose.material import Material
from briefs.corpus.beside import translations as working
from briefs.corpus.beside.doubts import Doubt, Kind
from briefs.i18n.locale import Locale
from briefs.model import Edition, Passage

_OPENING = 4
"""Words by which a sentence is found again."""


def notes(
    runs: Sequence[Part], edition: Edition, material: Material, locale: Locale
) -> tuple[str, ...]:
    """Return what is said of the doubtful sentences that are quoted.

    One that is cut off because the opposite is meant is told of, too, even where it
    opens the next paragraph and points back to what is quoted.
    """
    quoting = material.quoting.get(edition.language)
    passages = material.passages.get(edition.id, {})
    found = []
    for doubt in material.doubts.get(edition.id, ()):
        note = locale.label(doubt.notes)
        own = [run for run in runs if run.passage.number == doubt.paragraph]
        if any(doubt.sentence == run.text for run in own):
            found.append(locale.gettext("Editor’s note: {note}").format(note=note))
        elif any(doubt.sentence in run.text for run in own):
            found.append(
                locale.gettext("Editor’s note on “{words}…”: {note}").format(
                    words=_opening(doubt.sentence, edition, material), note=note
                )
            )
        elif doubt.kind is Kind.INVERTED and (
            any(_adjoins(run, doubt.sentence) for run in own)
            or (
                (quoting and quoting.traits(doubt.sentence).hangs)
                and _goes_on(runs[-1], doubt, passages.get(doubt.paragraph))
            )
        ):
            found.append(
                locale.gettext(
                    "Editor’s note: the sentence beside this one in the source is left "
                    "out, because it seems to say the opposite of what is meant: {note}"
                ).format(note=note)
            )
    return tuple(found)


def _opening(sentence: str, edition: Edition, material: Material) -> str:
    """Return the first words of a sentence, in the reader's language if it can."""
    known = material.translations.get(edition.id)
    told = known and working.translate(sentence, edition.language, known)
    text = working.joined(told) if told else sentence
    return " ".join(text.split()[:_OPENING]).rstrip(" ,;:.–—-")


def _adjoins(run: Part, sentence: str) -> bool:
    """Tell whether a sentence stands right before or after what is quoted."""
    text = run.passage.text
    start = text.find(sentence)
    end = start + len(sentence)
    between = text[end : run.span.start] if end <= run.span.start else ""
    after = text[run.span.end : start] if run.span.end <= start else ""
    return start >= 0 and not (between + after).strip()


def _goes_on(run: Part, doubt: Doubt, after: Passage | None) -> bool:
    """Tell whether the paragraph right behind what is quoted opens with a sentence."""
    return bool(
        after
        and after.number == run.passage.number + 1
        and after.headings == run.passage.headings
        and not run.passage.text[run.span.end :].strip()
        and after.text.startswith(doubt.sentence)
    )
