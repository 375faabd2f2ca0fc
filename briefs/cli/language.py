"""Speak the user's language on the command line: help, usage, errors and lines."""

import gettext
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefs.files import scratch

if TYPE_CHECKING:
    import click
    import typer

    from briefs.errors import BriefsError, Message

ENGLISH = "en"

_FLAGS = ("--locale", "-l")
_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
_DOMAIN = "messages"
"""Where Click looks for its own words."""


def language(flag: str | None, env: Mapping[str, str]) -> str:
    """Return the language to speak: a flag's, a setting's, the system's, or English."""
    for wish in _wishes(flag, env):
        if not wish:
            continue
        code = re.split("[_.@-]", wish)[0]
        if code in (ENGLISH, "C", "POSIX"):
            break
        # Only here, so that English is spoken at once.
        from briefs.i18n import locale as i18n

        for known in (wish, code):
            if known in i18n.available():
                return known
    return ENGLISH


def house(env: Mapping[str, str]) -> str:
    """Return the folder of the house's languages: of the environment or settings."""
    named = env.get("BRIEFS_LANGUAGES", "")
    value, path = _setting(env, "languages")
    return named or (str(path.parent / value) if value else "")


def flag(arguments: Sequence[str]) -> str | None:
    """Return the locale that arguments name, before they are looked at closely."""
    for argument, value in pairwise([*arguments, ""]):
        name, _, attached = argument.partition("=")
        if name in _FLAGS:
            return attached or value
    return None


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Let Click, which asks gettext for its words, find them in our catalog."""
    if code == ENGLISH:
        yield
        return
    from briefs.i18n import locale as i18n

    before = os.environ.get("LANGUAGE", "")
    with ExitStack() as until:
        with suppress(OSError):  # without room for the catalog, Click speaks English
            folder = until.enter_context(scratch.folder())
            place = folder / code / "LC_MESSAGES"
            place.mkdir(parents=True)
            (place / f"{_DOMAIN}.mo").write_bytes(i18n.compiled(code))
            gettext.bindtextdomain(_DOMAIN, str(folder))
            os.environ["LANGUAGE"] = code
        try:
            yield
        finally:
            os.environ["LANGUAGE"] = before


def localise(command: Any, code: str) -> None:
    """Put the help of a Click command, its options and subcommands into a language."""
    if code == ENGLISH:
        return
    from briefs.i18n import locale as i18n

    say = i18n.load(code).messages.pgettext
    if command.help:
        command.help = say(i18n.PROGRAM, command.help)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = say(i18n.PROGRAM, parameter.help)
    for subcommand in getattr(command, "commands", {}).values():
        localise(subcommand, code)


@cache
def commands(app: "typer.Typer", code: str, house: str) -> "click.Command":
    """Return the commands with their help in a language, maybe one of the house."""
    import typer

    from briefs.cli import advice

    found = typer.main.get_command(app)
    localise(found, code)
    advice.attend(found)
    return found


def said(message: "Message", code: str) -> str:
    """Return what the program has to say, in a language."""
    if code == ENGLISH:
        return str(message)
    from briefs.i18n import messages

    return messages.say(message, code)


def told(error: "BriefsError", code: str) -> str:
    """Return what went wrong and what to do about it, in a language."""
    if code == ENGLISH:
        return str(error)
    from briefs.i18n import messages

    return messages.tell(error, code)


def _wishes(flag: str | None, env: Mapping[str, str]) -> Iterator[str]:
    yield flag or ""
    yield env.get("BRIEFS_LOCALE", "")
    yield _setting(env, "locale")[0]
    # The first that is set counts, as everywhere on such systems.
    yield next((env[name] for name in _SYSTEM if env.get(name)), "")


def _setting(env: Mapping[str, str], name: str) -> tuple[str, Path]:
    """Return a text of the settings file; what is wrong with it is told later."""
    from briefs.cli.settings import FILE_NAME
    from briefs.errors import SettingError
    from briefs.files.data import tomlfile

    path = Path(env.get("BRIEFS_CONFIG") or FILE_NAME)
    if not path.exists():
        return "", path
    try:
        value = tomlfile.read(path, SettingError).values.get(name)
    except SettingError:
        return "", path
    return value if isinstance(value, str) else "", path
