"""Put together what travels inside a finished PDF file, beside its pages."""

from collections.abc import Sequence

from briefs.choice import OwnWords
from briefs.compose import letter
from briefs.compose.material import Material
from briefs.compose.sources import passagelist
from briefs.corpus.beside import ledger
from briefs.document import Brief
from briefs.i18n.locale import Locale
from briefs.render.pdf import Attachment
from briefs.verify import quotations as verify
from briefs.verify import recipe as written
from briefs.verify.quotations import Quotation
from briefs.verify.recipe import Recipe

FIGURES = "figures.csv"
"""The name of the attachment that lists the figures of a brief."""

OWN_WORDS = "own-words.md"
"""The name of the attachment with what the organisation says itself."""

PASSAGES = "passages.txt"
"""The name of the attachment with every passage, also those that are not quoted."""


def of(
    brief: Brief,
    quotations: Sequence[Quotation],
    material: Material,
    recipe: Recipe,
    locale: Locale,
) -> list[Attachment]:
    """Return the files: quotations, figures, passages, letter, and the recipe.

    What the organisation says itself is a file of its own, if it says anything. No name
    that is withheld stands in any other; the letter, which goes before the brief, tells
    none that is withheld on the front page.
    """
    policy = material.policy
    figures = policy.everywhere.text(ledger.to_csv(material.printed()))
    passages = policy.everywhere.text(passagelist.text(material, locale))
    told = letter.summary(brief, policy.front)
    record = verify.record(quotations)
    title = locale.gettext("All passages on the topics of this brief")
    own = _own_words(recipe.words)
    return [
        Attachment(verify.RECORD, locale.gettext("Quotations and sources"), record),
        Attachment(FIGURES, locale.gettext("Figures of this brief"), figures.encode()),
        Attachment(letter.NAME, locale.gettext("What a letter says"), told),
        Attachment(PASSAGES, title, passages.encode()),
        Attachment(
            written.NAME,
            locale.gettext("How this brief was made"),
            written.write(recipe),
        ),
        *(
            [Attachment(OWN_WORDS, locale.gettext("The organization’s own words"), own)]
            if own
            else []
        ),
    ]


def _own_words(words: OwnWords) -> bytes:
    """Return what an organisation says itself, as it was written."""
    title = f"# {words.title}" if words.title else ""
    parts = [part for part in (title, words.introduction, words.call) if part]
    return "\n\n".join(parts).encode()
