"""Withhold names in a brief: in all that it shows, or on its front page alone.

A brief is made of texts; each is looked at, whatever part of the brief it is in, so
that no part can be forgotten. The organization's own words are left alone, and so are
the questions for discussion: they quote nobody.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from briefs.corpus.withheld import Policy, Withheld
from briefs.document import Brief
from briefs.i18n.locale import Locale
from briefs.text.borrowed import Borrowed

T = TypeVar("T")

_OWN = frozenset({"issuer", "own", "questions"})
_FRONT = ("key_figures", "leads", "advice")


def withheld(brief: Brief, policy: Policy, locale: Locale) -> Brief:
    """Return a brief without the names that are withheld; it says that they are."""
    within = _without(brief, policy.everywhere)
    shown = replace(
        within,
        **{name: _without(getattr(brief, name), policy.front) for name in _FRONT},
    )
    if shown == brief:
        return brief
    return replace(shown, withheld=_said(locale, within=within != brief))


def _without(value: T, withheld: Withheld) -> T:
    """Return a value of a brief with the names withheld in all its texts."""
    return _mapped(value, withheld.text) if withheld.finder.names else value


def _mapped(value: T, change: Callable[[str], str]) -> T:
    """Return a value of a brief with all its texts changed."""
    found: Any = value
    if isinstance(found, tuple):
        found = tuple(_mapped(each, change) for each in found)
    elif isinstance(found, Borrowed):
        found = Borrowed(change(found), found.language)
    elif type(found) is str:
        found = change(found)
    elif is_dataclass(found) and not isinstance(found, type):
        texts = (field.name for field in fields(found) if field.name not in _OWN)
        found = replace(
            found, **{name: _mapped(getattr(found, name), change) for name in texts}
        )
    made: T = found
    return made


def _said(locale: Locale, *, within: bool) -> str:
    """Say that names are withheld, where, and why."""
    if within:
        return locale.gettext(
            "Names of private persons, such as victims, accused and relatives, are "
            "withheld so that no one is harmed; the words in brackets that stand for "
            "them are the editor’s."
        )
    return locale.gettext(
        "On the first page names of private persons, such as victims, accused and "
        "relatives, are withheld so that no one is harmed; the words in brackets that "
        "stand for them are the editor’s."
    )
