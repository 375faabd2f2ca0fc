"""Read the older brief that a new one replaces, and what was corrected since."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefs.choice import Corrected, Replaced
from briefs.compose import replacing
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import corrections
from briefs.errors import Message, UsageError, VerificationError
from briefs.files import inputs
from briefs.files.guard import guarded
from briefs.tasks import remaking
from briefs.tasks.building.attachments import FIGURES
from briefs.verify import carried, pdftext, quotations, received, recipe, unnamed, used
from briefs.verify.recipe import Recipe


def read(file: Path, corpus: Corpus, day: date) -> Replaced:
    """Return what an older brief says of itself.

    `day` is the date of issue of the new one: what was corrected later is not told.
    Raises UsageError for a file that is no brief, or is newer than `day`.
    """
    refused = Message("{file} is no brief that another could replace", file=file)
    hint = Message("name the file of a brief as it was sent out")
    try:
        content = inputs.read_bytes(file, VerificationError, received.LARGEST)
        received.weigh(content)
        with guarded(VerificationError, refused, hint):
            made = recipe.read(carried.recipe(content))
            quoted, translated = _quoted(content, made, corpus)
            figures = _figures(content)
    except VerificationError as error:
        raise UsageError(
            Message("{refused}: {reason}", refused=refused, reason=error.said),
            hint=hint,
        ) from error
    if made.date > day:
        raise UsageError(
            Message(
                "{file} is of {older}, and the brief that is to replace it of {newer}",
                file=file,
                older=made.date.isoformat(),
                newer=day.isoformat(),
            ),
            hint=Message("give the new one a later --date"),
        )
    return Replaced(
        id=recipe.identity(made),
        date=made.date.isoformat(),
        quoted=quoted,
        figures=figures,
        corrected=tuple(_corrected(made, corpus, day)),
        translated=translated,
    )


def _quoted(
    content: bytes, made: Recipe, corpus: Corpus
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the quotations that a file records, and their translations by them.

    Names that it withholds are put back from the source; a translation in which some
    are withheld is not compared. A web page records nothing.
    """
    if not carried.is_pdf(content):
        return (), {}
    quoted, translated = [], {}
    known = {edition.id for edition in corpus.editions}
    for one in quotations.recorded(content):
        shown = [text for text in one.shown if text not in one.parts]
        if one.edition in known:
            hidden = remaking.hidden(one, corpus, made)
            (one,) = unnamed.named([one], corpus, hidden)
            shown = [] if any(map(hidden.is_marked, shown)) else shown
        quoted.append(replacing.quotation_key(one.edition, one.paragraphs, one.parts))
        if shown:
            translated[quoted[-1]] = replacing.translation_key(made.locale, shown)
    return tuple(quoted), translated


def _figures(content: bytes) -> dict[str, str]:
    """Return the values that a file counts in series, by what they are known by."""
    data = pdftext.attachment(content, FIGURES) if carried.is_pdf(content) else None
    rows = csv.DictReader(io.StringIO((data or b"").decode("utf-8-sig")))
    return replacing.by_key(
        (
            row["EDITION"],
            int(row["PARAGRAPH"]),
            row["INDICATOR"],
            row["TIME_PERIOD"],
            replacing.written(
                float(row["OBS_VALUE"]) if row["OBS_VALUE"] else None, row["BOUND"]
            ),
        )
        for row in rows
    )


def _corrected(made: Recipe, corpus: Corpus, day: date) -> Iterator[Corrected]:
    """Yield what was corrected in the editions that have changed since."""
    known = {edition.id: edition for edition in corpus.editions}
    changed = {
        id
        for id, papers in made.editions.items()
        if id in known and used.editions([known[id]], made.locale)[id] != papers
    }
    for one in corrections.load(corpus.lent(corrections.FILE)):
        if made.date <= one.date <= day and one.edition in changed:
            yield Corrected(one.date.isoformat(), one.edition, one.what)
