"""Every message of the program is said whole in every language, with its fields."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import briefs
from briefs import errors
from briefs.cli import extraction
from briefs.errors import BriefsError, Message, UsageError
from briefs.i18n import locale as i18n
from briefs.i18n import messages

FILES = sorted(Path(briefs.__file__).parent.rglob("*.py"))
LOCALES = [code for code in i18n.available() if not i18n.load(code).written.draft]


def templates() -> dict[str, Path]:
    """Return the template of every message in the code, and where it arises."""
    found: dict[str, Path] = {}
    for path in FILES:
        with path.open("rb") as file:
            for _, _, message, _ in extraction.extract(file, (), (), {}):
                if message[0] == i18n.PROGRAM:
                    found[message[1]] = path
    return found


TEMPLATES = templates()


def fields(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def filled(template: str) -> Message:
    """Return a message whose every field stands in brackets."""
    return Message(template, **{name: f"⟦{name}⟧" for name in fields(template)})


def test_messages_are_found_where_they_arise() -> None:
    assert len(TEMPLATES) > 400
    assert "unknown topic '{name}'" in TEMPLATES


@pytest.mark.parametrize("code", LOCALES)
def test_an_error_is_raised_with_all_its_fields_in_every_language(code: str) -> None:
    for template in TEMPLATES:
        error = UsageError(filled(template), hint=filled(template))
        told = messages.tell(error, code)
        for name in fields(template):
            assert told.count(f"⟦{name}⟧") >= 2, (template, told)
        assert "{" not in told or "{{" in template, told


TYPED = re.compile(
    r"`[^`]*`|⟦[^⟧]*⟧|'[^']*'|\"[^\"]*\"|<[^>]*>|--?[a-z][-\w]*"
    r"|(?:apt-get|make) install[-\w ]*|briefs [a-z]+"
)
"""What a user types or reads in a file: commands, options, names, tags."""

ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")
THE_SAME = re.compile("Markdown|[A-Z]+")
"""Names that are the same in every language."""


@pytest.mark.parametrize("code", sorted({*LOCALES} - {i18n.SOURCE_LOCALE}))
def test_no_english_remains(code: str) -> None:
    for template in TEMPLATES:
        said = messages.say(filled(template), code)
        assert said != str(filled(template)) or THE_SAME.fullmatch(template), template
        assert not ENGLISH.search(TYPED.sub(" | ", said)), (template, said)


def errors_of(module: object) -> Iterator[type[BriefsError]]:
    for _, kind in inspect.getmembers(module, inspect.isclass):
        if issubclass(kind, BriefsError):
            yield kind


def test_every_error_takes_messages_only() -> None:
    for kind in errors_of(errors):
        hints = inspect.signature(kind).parameters
        assert hints["message"].annotation is Message
        assert "Message" in str(hints["hint"].annotation)


def sentences_in_fields() -> Iterator[tuple[str, str]]:
    """Yield the words in plain English that are filled into a message."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message":
                for given in node.keywords:
                    match given.value:
                        case ast.Constant(value=str(text)) if given.arg not in SHOWN:
                            yield path.name, text


SHOWN = {"command", "example"}
"""Fields that hold what a user types, in any language the same."""


def test_nothing_english_is_filled_in() -> None:
    told = [(name, text) for name, text in sentences_in_fields() if " " in text]
    assert told == []


def test_several_things_are_said_one_by_one_each_in_the_language() -> None:
    told = Message("{place}: {what}", place="a", what=(Message("found"), "b"))
    assert str(told) == "a: found, b"
    assert messages.say(told, "ru") == "a: есть, b"


def test_lines_are_said_one_by_one() -> None:
    both = errors.lines([Message("found"), Message("not found")])
    assert messages.say(both, "ru").split("\n") == ["есть", "нет"]
