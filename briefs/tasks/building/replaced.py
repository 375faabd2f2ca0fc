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
from briefs.tasks.building.attachments import FIGURES
from briefs.verify import carried, pdftext, quotations, received, recipe, used
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
            quoted = tuple(_quoted(content))
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
    )


def _quoted(content: bytes) -> Iterator[str]:
    """Yield the quotations that a file records; a web page records none."""
    if not carried.is_pdf(content):
        return
    for one in quotations.recorded(content):
        yield replacing.quotation_key(one.edition, one.paragraphs, one.parts)


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
