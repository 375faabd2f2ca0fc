"""Say where a brief comes from: who published its sources, what its proof proves."""

from collections.abc import Iterable, Mapping, Sequence

from briefs.compose import wording
from briefs.compose.material import Material, Order
from briefs.compose.sources import standing
from briefs.corpus.vocabulary.parties.publishers import Publisher
from briefs.document import Chapter, Excerpt, Guarantee, PublisherNote
from briefs.i18n.locale import Locale
from briefs.model import Edition


def publishers(
    known: Mapping[str, Publisher], cited: Iterable[Edition], locale: Locale
) -> tuple[PublisherNote, ...]:
    """Return what is known of those who published the cited editions."""
    names = {name for edition in cited for name in edition.publisher.values()}
    return tuple(_note(one, locale) for one in known.values() if names & set(one.names))


def _note(one: Publisher, locale: Locale) -> PublisherNote:
    parts = (
        (locale.gettext("Mandate"), one.mandate),
        (locale.gettext("How its reports are made"), one.method),
        (locale.gettext("Known limits"), one.limits),
    )
    return PublisherNote(
        name=locale.label(one.labels),
        parts=tuple((word, locale.label(text)) for word, text in parts),
        status=_status(one, locale),
    )


def _status(one: Publisher, locale: Locale) -> str:
    """Say of which day a description is, and whether it is a translation."""
    day = locale.date(one.as_of)
    if one.reviewed:
        return locale.gettext(
            "Description as of {date}, written for this collection and reviewed."
        ).format(date=day)
    if locale.code == one.language:
        return locale.gettext(
            "Description as of {date}, written for this collection; not reviewed."
        ).format(date=day)
    return locale.gettext(
        "Description as of {date}, written for this collection in {language}; working "
        "translation, not reviewed."
    ).format(date=day, language=locale.language(one.language))


def authority(
    quoted: Iterable[Excerpt],
    chapters: Iterable[Chapter],
    sources: Sequence[Edition],
    material: Material,
    locale: Locale,
) -> str:
    """Say which texts are quoted, as excerpts or as what changed in the chapters."""
    changed = [one for chapter in chapters for one in chapter.changes]
    ids = {item.edition for item in quoted}
    ids |= {side.edition for one in changed for side in one.sides}
    texts = [one for one in sources if one.id in ids] or sources
    return standing.authority(
        [(one, material.report(one, locale)) for one in texts], locale
    )


def method(
    quoted: Sequence[Excerpt],
    chapters: Iterable[Chapter],
    cited: Sequence[Edition],
    authority: str,
    material: Material,
    order: Order,
    selected: str,
) -> tuple[str, ...]:
    """Say how the brief was made, what its makers did, and what its id is for.

    `cited` are its sources; `authority` says which text of them is quoted.
    """
    locale = order.locale
    passages = (material.passages.get(edition.id) for edition in cited)
    unpaged = not all(found[min(found)].page for found in passages if found)
    every = tuple(chapters)
    compared = any(len(chapter.advice) > 1 for chapter in every)
    changed = [one for chapter in every for one in chapter.changes]
    return (
        *wording.method(quoted, changed, authority, locale, selected),
        *([wording.counting(locale)] if unpaged else []),
        *([wording.repeating(locale)] if compared else []),
        role(locale),
        *([trace(order.id, locale)] if order.id else []),
    )


def role(locale: Locale) -> str:
    """Say what whoever made the brief has done, and what not."""
    return locale.gettext(
        "This brief repackages a secondary source. Whoever made it chose, arranged and "
        "translated what the named reports say; they did not collect these facts, did "
        "not speak with the persons concerned, and did not check the facts anew."
    )


def trace(id: str, locale: Locale) -> str:
    """Say what the sign at the foot of each page is for."""
    return locale.gettext(
        "The brief id {id} stands on every page. It is the beginning of a checksum of "
        "all that the brief was made from, so a loose sheet can be traced to its file, "
        "and another choice, source or version has another id."
    ).format(id=id)


def guarantee(locale: Locale, *, exact: bool) -> Guarantee:
    """Return what the proof is worth; `exact` tells that all is word for word."""
    words = (
        locale.gettext(
            "Each quotation stands letter by letter in the stored source, whose "
            "checksum is given above."
        )
        if exact
        else locale.gettext(
            "Each excerpt was taken letter by letter from the stored source, whose "
            "checksum is given above; here its working translation is printed."
        )
    )
    rows = (
        (
            words,
            locale.gettext(
                "That what the reports say is true. They are one publisher’s account."
            ),
        ),
        (
            locale.gettext(
                "Each figure taken from the reviewed ledger was held against the words "
                "it is taken from: value, unit, limits, year and who reported it."
            ),
            locale.gettext(
                "That figures of different years were counted in the same way, or that "
                "what was not reported did not happen."
            ),
        ),
        (
            locale.gettext(
                "The page and the section named with an excerpt are those of the "
                "stored source."
            ),
            locale.gettext(
                "That the stored source is the publisher’s own wording: it may be a "
                "translation, or text taken from a file."
            ),
        ),
        (
            locale.gettext(
                "Whoever has the same collection can make this file again from the "
                "recipe in it, and sees every change."
            ),
            locale.gettext(
                "That working translations are right, that the choice of excerpts is "
                "complete, or who issued the file."
            ),
        ),
    )
    return Guarantee(
        holds=locale.gettext("The proof guarantees"),
        leaves=locale.gettext("It does not guarantee"),
        rows=rows,
    )
