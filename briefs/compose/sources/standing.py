"""Say which text has authority, and what a translation beside it is worth."""

from collections.abc import Iterable
from dataclasses import replace

from briefs.differences import Columns
from briefs.document import Excerpt
from briefs.i18n.locale import Locale
from briefs.model import Edition


def authority(named: Iterable[tuple[Edition, str]], locale: Locale) -> str:
    """Say which texts are quoted, and which text is the authoritative one.

    A published translation is quoted as it is, but it is not what the publisher wrote.
    Where texts of several kinds are quoted, the reports are `named` that each is of.
    """
    kinds: dict[tuple[str, str], dict[str, None]] = {}
    for edition, name in named:
        kind = edition.language, edition.translation_of
        kinds.setdefault(kind, {})[name] = None
    if len(kinds) > 1:
        return " ".join(
            _taken_from(locale.enumerate(names), *kind, locale)
            for kind, names in sorted(kinds.items())
        )
    return " ".join(
        locale.gettext(
            "The excerpts are taken from the published translation ({language}); the "
            "authoritative text is the publisher’s own ({original})."
        ).format(language=locale.language(code), original=locale.language(original))
        if original
        else locale.gettext(
            "The excerpts are taken from the publisher’s own text ({language}), the "
            "authoritative one."
        ).format(language=locale.language(code))
        for code, original in kinds
    )


def _taken_from(reports: str, language: str, original: str, locale: Locale) -> str:
    """Say which text of some reports is quoted, where it is another one of others."""
    said = (
        locale.gettext(
            "{reports}: the published translation ({language}) is quoted; the "
            "authoritative text is the publisher’s own ({original})."
        )
        if original
        else locale.gettext(
            "{reports}: the publisher’s own text ({language}) is quoted, the "
            "authoritative one."
        )
    )
    return said.format(
        reports=reports,
        language=locale.language(language),
        original=locale.language(original) if original else "",
    )


def columns(
    excerpts: Iterable[Excerpt], sources: Iterable[Edition], locale: Locale
) -> Columns | None:
    """Say what stands in the columns of excerpts, None where nothing is translated.

    Translations may stand alone: then nothing is said of originals. `sources` are the
    editions that may be quoted; one year's excerpts are of one.
    """
    told = [item for item in excerpts if item.translation]
    if not told:
        return None
    reviewed = [item.translation.reviewed for item in told if item.translation]
    # A language without translations of its own borrows those of another one.
    spoken = next((item.translation.language for item in told if item.translation), "")
    edition = next(one for one in sources if one.id == told[0].edition)
    both = beside(spoken or locale.code, reviewed, edition, locale)
    if any(item.original for item in told):
        return both
    return replace(both, original="", authority="")


def beside(
    spoken: str, reviewed: Iterable[bool], edition: Edition, locale: Locale
) -> Columns:
    """Say what stands in two columns: translations of an edition, and its own words."""
    return Columns(
        translation=locale.language(spoken),
        status=_worth(reviewed, locale),
        original=locale.language(edition.language),
        authority=_standing(edition, locale),
    )


def status(excerpts: Iterable[Excerpt], locale: Locale) -> str:
    """Say what the translations of some excerpts are worth, if there are any."""
    told = [item.translation for item in excerpts if item.translation]
    return _worth((translation.reviewed for translation in told), locale)


def status_of_all(excerpts: Iterable[Excerpt], locale: Locale) -> str:
    """Say it once for all excerpts; "" where some are quoted in the source's words.

    Then each that is translated says it of itself.
    """
    known = list(excerpts)
    return status(known, locale) if all(item.translation for item in known) else ""


def _worth(reviewed: Iterable[bool], locale: Locale) -> str:
    """Say what translations are worth that are `reviewed`, or not, each."""
    found = set(reviewed)
    if not found:
        return ""
    if found == {True}:
        return locale.gettext("working translation, reviewed")
    if found == {False}:
        return locale.gettext("working translation, not reviewed")
    return locale.gettext("working translation, reviewed in part")


def _standing(edition: Edition, locale: Locale) -> str:
    """Say in short whether a text is the authoritative one, or which one is."""
    if not edition.translation_of:
        return locale.gettext("the original: only this text is authoritative")
    return locale.gettext(
        "translation, as published; the authoritative text: {language}"
    ).format(language=locale.language(edition.translation_of))
