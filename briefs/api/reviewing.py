"""Review the figures of a new edition, and put those accepted into its ledger."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import Message, UsageError
from briefs.figures.proposals import Draft as Draft
from briefs.i18n import locale as i18n
from briefs.i18n import messages
from briefs.tasks.reviewing import accepting, draftfile, drafting
from briefs.tasks.reviewing.accepting import Accepted as Accepted


def drafts(corpus: Corpus, edition: str) -> tuple[Draft, ...]:
    """Return a draft row for each figure of an edition that nobody reviewed yet.

    Raises CorpusError where there is no such edition, or it cannot be read.
    """
    return drafting.drafts(corpus, edition)


def draft_csv(rows: Iterable[Draft], locale: str = "en") -> str:
    """Return drafts as a table for a spreadsheet in a language, with a byte-order mark.

    Semicolons divide it where a comma stands in numbers, as spreadsheets expect.
    """
    divider = ";" if "," in i18n.load(locale).number(0.5) else ","
    return draftfile.to_csv(rows, divider, lambda doubt: messages.say(doubt, locale))


def draft_columns() -> Mapping[str, Message]:
    """Return what each column of a draft holds, in their order."""
    return draftfile.EXPLAINED


def accept(
    corpus: Corpus,
    edition: str,
    *,
    file: Path | None = None,
    rows: Collection[str] = (),
    all_sure: bool = False,
) -> Accepted:
    """Put reviewed rows into the ledger of an edition, all of them or none.

    They are those of a reviewed draft `file` that say yes; or drafts by their names
    ("p12.2", or "p12" for a whole paragraph); or all that are sure. Raises UsageError
    where none or two of these are meant, CorpusError with every row that its words do
    not bear out, DeliveryError where the ledger cannot be written.
    """
    if file is not None and not rows:
        return accepting.from_file(corpus, edition, file, all_sure=all_sure)
    if rows and file is None and not all_sure:
        return accepting.by_name(corpus, edition, rows)
    if all_sure and not rows:
        return accepting.sure(corpus, edition)
    raise UsageError(
        Message("which rows are accepted?"),
        hint=Message(
            "name a reviewed draft, or rows such as p12.2, or write --all-sure"
        ),
    )
