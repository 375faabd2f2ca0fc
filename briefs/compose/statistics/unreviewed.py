"""Say how many figures a brief leaves out because nobody has reviewed them yet."""

from briefs.compose.changes.years import spans
from briefs.compose.material import Material
from briefs.i18n.locale import Locale


def notice(material: Material, locale: Locale) -> tuple[str, ...]:
    """Return one sentence on the figures on the topics that are not reviewed, or none.

    It names the years that they are told for, as the reports cover them.
    """
    topics = {topic.code for topic in material.topics}
    found = [figure for figure in material.unreviewed if topics & {*figure.topics}]
    covers = {edition.id: int(edition.covers) for edition in material.editions}
    years = {covers[figure.edition] for figure in found}
    if not found:
        return ()
    return (
        locale.ngettext(
            "{number} figure of {years} is not yet reviewed and therefore not shown.",
            "{number} figures of {years} are not yet reviewed and therefore not shown.",
            len(found),
            years=spans(years),
        ),
    )
