"""Word what the folders of a corpus hold: JSON objects, and lines for people."""

import json
from collections.abc import Iterator

from briefs import api
from briefs.api import Corpus, Display, Holding
from briefs.cli.listing.listings import Row, edition_fields
from briefs.errors import Message
from briefs.i18n.locale import Locale

_SHELVES = {
    "shipped": Message("came with the program"),
    "own": Message("your own corpus"),
    "named": Message("a corpus that was named"),
}
_MOST_SECTIONS = 20


def row(found: Holding) -> Row:
    """Return an edition as `corpus list --json` has it; unknown counts are null."""
    edition = found.edition
    return {
        **edition_fields(edition),
        "covers": edition.covers,
        "titles": edition.titles,
        "folder": str(found.folder),
        "shelf": str(found.shelf),
        "hides": [str(folder) for folder in found.behind],
        "figures": {"reviewed": found.reviewed, "unreviewed": found.unreviewed},
        "fault": None if found.fault is None else str(found.fault),
    }


def display_json(found: Display) -> str:
    """Return an edition as `corpus show --json` has it: one object."""
    return json.dumps(_display(found), ensure_ascii=False, indent=1)


def _display(found: Display) -> Row:
    edition = found.holding.edition
    return {
        **row(found.holding),
        "source": {
            "path": str(edition.path),
            "sha256": edition.sha256,
            "original": None if found.original is None else str(found.original),
            "original_sha256": edition.original_sha256 or None,
            "address": edition.address or None,
        },
        "outline": {
            "sections": list(found.sections),
            "headings": found.headings,
            "paragraphs": found.paragraphs,
            "pages": found.pages,
            "notes": found.notes,
        },
        "translations": [
            {
                "language": one.language,
                "sentences": one.sentences,
                "reviewed": one.reviewed,
            }
            for one in found.translations
        ],
        "people": None
        if found.people is None
        else {"named": found.people, "private": found.private},
    }


def lines(found: Holding, corpus: Corpus, locale: Locale) -> Iterator[str]:
    """Yield an edition for reading: what it is, its figures, and where it stands."""
    edition = found.edition
    said = [
        locale.country(edition.country, corpus.countries),
        f"{locale.label(edition.names)} {edition.year}",
        _say(Message("on {year}", year=edition.covers), locale),
        locale.language(edition.language),
    ]
    yield f"{edition.id}  {', '.join(said)}"
    yield f"  {_figures(found, locale)}"
    shelf = _say(_SHELVES[found.shelf], locale)
    yield f"  {found.folder} ({shelf})"
    for folder in found.behind:
        yield "  " + _say(
            Message("it stands before the one in {folder}", folder=folder), locale
        )


def display_lines(found: Display, corpus: Corpus, locale: Locale) -> Iterator[str]:
    """Yield an edition with its outline and all that lies beside it."""
    edition = found.holding.edition
    yield locale.label(edition.titles)
    yield from lines(found.holding, corpus, locale)
    facts = [
        Message("source: {file}, SHA-256 {sum}", file=edition.path, sum=edition.sha256)
    ]
    if found.original:
        facts.append(
            Message(
                "taken from: {file}, SHA-256 {sum}",
                file=found.original,
                sum=edition.original_sha256,
            )
        )
    if edition.address:
        facts.append(Message("authoritative text: {address}", address=edition.address))
    facts.append(
        Message(
            "headings: {headings}, paragraphs: {paragraphs}, pages: {pages}, "
            "notes: {notes}",
            headings=found.headings,
            paragraphs=found.paragraphs,
            pages="–" if found.pages is None else found.pages,
            notes=found.notes,
        )
    )
    facts += [
        Message(
            "translation into {language}: {sentences} sentences, {reviewed} reviewed",
            language=locale.language(one.language),
            sentences=one.sentences,
            reviewed=one.reviewed,
        )
        for one in found.translations
    ] or [Message("no translations")]
    facts.append(
        Message("nobody listed yet whom it names (people.csv)")
        if found.people is None
        else Message(
            "people named: {people}, private: {private}",
            people=found.people,
            private=found.private,
        )
    )
    yield from (f"  {_say(fact, locale)}" for fact in facts)
    yield from (f"    {title}" for title in found.sections[:_MOST_SECTIONS])


def _figures(found: Holding, locale: Locale) -> str:
    if found.fault is not None:
        return api.tell(found.fault, locale.code)
    return _say(
        Message(
            "figures: {reviewed} reviewed, {unreviewed} not reviewed",
            reviewed=found.reviewed,
            unreviewed=found.unreviewed,
        ),
        locale,
    )


def _say(message: Message, locale: Locale) -> str:
    return api.say(message, locale.code)
