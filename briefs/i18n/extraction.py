"""Find what the program says to its user, for `pybabel extract` and the tests.

Errors and lines are plain f-strings where they arise. As messages, of the context
"program", they have numbered fields, so that no name in the code matters to a
translator. `briefs.i18n.phrasebook` recognises such a message when it is shown.
A `Message` is found by Babel itself; its fields have names.
"""

import ast
import builtins
import inspect
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from string import Formatter
from typing import IO, Any

from briefs.i18n.locale import PROGRAM

CLICK = (
    "Usage:",
    "Options",
    "Arguments",
    "Commands",
    "required",
    "default: {default}",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Error: {message}",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Did you mean {possibility}?",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
)
"""What Click says of its own accord, and takes from our catalog."""

_MESSAGE = "Message"
_SAID = ("fault", "error", "Finding")
_HELP = ("Option", "Argument")
_KEYWORDS = {"hint", "help", "detail", "remedy", "message"}
_NAMES = {
    "hint",
    "what",
    "fault",
    "message",
    "detail",
    "remedy",
    "_FORMS",
    "_NOT_BLANK",
    "_PACKAGES",
    "_TYPE_NAMES",
}
_HINTS = {"nearest", "where", "_hint"}

Found = tuple[int, str, str | tuple[str, str], list[str]]
"""A message as Babel takes it: line, function, context and message, comments."""


def extract(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Any]:
    """Yield the messages of a Python file: an extraction method for Babel."""
    from babel.messages.extract import extract_python

    # Babel's own types are narrower than what it passes on.
    source_file: Any = file
    chosen: Any = options
    wanted: Any = {*keywords, _MESSAGE}
    found: Any
    for line, function, found, comments in extract_python(
        source_file, wanted, comment_tags, chosen
    ):
        if function == _MESSAGE:
            text = found[0] if isinstance(found, tuple | list) and found else found
            if text and any(map(str.isalpha, _literal(text))):
                yield line, "pgettext", (PROGRAM, text), comments
        else:
            yield line, function, found, comments
    file.seek(0)
    source = file.read().decode("utf-8")
    yield from said(source)
    if "CLICK = (" in source:
        yield from _click()


def said(source: str) -> Iterator[Found]:
    """Yield what a module says to its user: errors, hints, help, and yielded lines."""
    for node in ast.walk(ast.parse(source)):
        fielded = isinstance(node, ast.Call) and _is_message(node)
        for value in _spoken(node):
            for message in _as_it_is(value) if fielded else _messages(value):
                yield value.lineno, "pgettext", (PROGRAM, message), []


def _click() -> Iterator[Found]:
    for message in CLICK:
        plural = isinstance(message, tuple)
        yield 1, "ngettext" if plural else "gettext", message, []


def _spoken(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions in a node that a user gets to read."""
    match node:
        case ast.Call(
            func=ast.Name(id="Message"), args=[ast.Constant() as template, *_]
        ):
            yield template
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            is_error = name.endswith("Error") and not hasattr(builtins, name)
            if is_error or name in _SAID:
                # Further words of a fault are the keys that it is about.
                keys = name != "Finding"
                yield from (a for a in node.args if not (keys and _is_key(a)))
            if is_error or name in (*_SAID, *_HELP):
                yield from (k.value for k in node.keywords if k.arg in _KEYWORDS)
            if name == "say" and isinstance(node.args[0], ast.List):
                yield from node.args[0].elts
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in _NAMES:
            yield from value.values if isinstance(value, ast.Dict) else [value]
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict(values=values)):
            if name in _NAMES:
                yield from values
        case ast.Yield(value=ast.expr() as value):
            yield value
        case ast.FunctionDef(name=name) if name in _HINTS:
            returned = (n for n in ast.walk(node) if isinstance(n, ast.Return))
            yield from (each.value for each in returned if each.value)
        case ast.FunctionDef(decorator_list=[ast.Call(func=ast.Attribute(attr=name))]):
            if name in {"command", "callback"} and isinstance(node.body[0], ast.Expr):
                yield node.body[0].value


def _as_it_is(value: ast.expr) -> Iterator[str]:
    text = str(value.value) if isinstance(value, ast.Constant) else ""
    if any(map(str.isalpha, _literal(text))):
        yield text


def _is_message(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "Message"


def _is_key(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=str(text)):
            return " " not in text
    return False


def _messages(value: ast.expr) -> Iterator[str]:
    """Yield the messages of an expression: of its parts, and of either choice."""
    if isinstance(value, ast.IfExp):
        yield from _messages(value.body)
        yield from _messages(value.orelse)
        return
    if isinstance(value, ast.Tuple):
        for part in value.elts:
            yield from (said for said in _messages(part) if " " in said)
        return
    message = inspect.cleandoc(_template(value, count()) or "")
    if any(letter.isalpha() for letter in _literal(message)):
        yield message


def _literal(message: str) -> str:
    return "".join(text for text, *_ in Formatter().parse(message))


def _template(value: ast.expr, fields: Iterator[int]) -> str | None:
    """Return a text with a numbered field for all that is filled in; None if none."""
    match value:
        case ast.Constant(value=str(text)):
            return text.replace("{", "{{").replace("}", "}}")
        case ast.JoinedStr(values=values):
            return "".join(_template(each, fields) or "" for each in values)
        case ast.FormattedValue():
            return f"{{{next(fields)}}}"
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            first = _template(left, fields)
            if first is not None:
                return first + (_template(right, fields) or f"{{{next(fields)}}}")
    return None
