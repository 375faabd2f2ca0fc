"""Prepare Jinja for the templates of a brief, and explain what is wrong with one."""

import traceback
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from briefs.errors import Message, RenderError
from briefs.text.borrowed import Borrowed

if TYPE_CHECKING:
    import jinja2
    import markupsafe

    from briefs.render.sandbox import Sandbox

TRACE = "data-line"
"""The attribute in which a traced page keeps the template line of each element."""

_HYPHENATED = regex.compile(
    r"(\s*)(?<!\S)((?:\S{0,40}-\s+)+\S{1,40}|\S{1,40}-\w\S{0,40}"
    r"|(?:pp?|paras?|с|абз)\. \p{N}\S{0,10})(?!\S)"  # "para. 2"
)
_NUMBER = regex.compile(
    r"(?<!\S)[(\[«“]?(?:\p{N}{1,3}(?: \p{N}{3})+\S{0,20}"  # "10 000ге"
    r"|[$€№§] \p{N}\S{0,20}"
    r"|[$€]?\p{N}[\p{N}.,–]{0,12} (?:% ?\p{L}{0,8}|per ?cent|процент\p{L}{0,4}"
    r"|пайыз\p{L}{0,8}|[mb]illion|мл[нр]д?\.?)[)\],.;:»”]{0,3})(?!\S)"  # "63 percent"
)
_BEFORE_DASH = regex.compile(r"(?<=\S) (?=[–—](?:\s|$))")
_TIED = "\u00a0"
_TAG_OR_CODE = regex.compile(
    r"(?s)(?P<code>{%-?\s*trans\b.*?endtrans\s*-?%}|{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->)"
    r"|<(?P<tag>[a-z][a-z0-9]*)(?=[\s>/])"
)


@lru_cache(maxsize=8)
def environment(
    look: Path | None, translations: NullTranslations, *, trace: bool = False
) -> "Sandbox":
    """Return the Jinja environment of a language.

    `trace` notes each element's template line. An environment is never shared between
    languages: imported macros keep the language they were first loaded with.
    """
    import jinja2

    from briefs.render import sandbox

    extensions: list[str | type[jinja2.ext.Extension]] = ["jinja2.ext.i18n"]
    prepared = sandbox.Sandbox(
        loader=sandbox.Loader(look),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[*extensions, _tracer()] if trace else extensions,
        finalize=_marked,
        bytecode_cache=None if trace else sandbox.COMPILED,
    )
    extended: Any = prepared  # by its extension, which no type tells of
    extended.install_gettext_translations(translations, newstyle=True)
    prepared.filters["unbroken"] = unbroken
    return prepared


def _marked(value: object) -> object:
    """Let a text in another language than its page say which one it is."""
    if not isinstance(value, Borrowed):
        return value
    from markupsafe import Markup

    return Markup('<span lang="{}">{}</span>').format(value.language, str(value))


def unbroken(text: str) -> "markupsafe.Markup":
    """Keep a line from ending in a hyphen or within a number (a filter for templates).

    Nor does it end within a place such as "para. 2", or before a dash. Readers of PDF
    text take a hyphen at a line end for a division and drop it: what they find would no
    longer be what the source says. The space before such a word stands in a span with
    it, or WeasyPrint 70 would break the line before it once more at its first space.
    The spaces in "10 000" and "5 percent", and before a dash, become such as do not
    break.
    """
    from markupsafe import Markup, escape

    kept = Markup('<span>{}<span class="unbroken">{}</span></span>')
    text = _BEFORE_DASH.sub(_TIED, text)
    text = _NUMBER.sub(lambda match: match[0].replace(" ", _TIED), text)
    first, *pieces = _HYPHENATED.split(text)
    result = escape(first)
    for space, hyphenated, loose in zip(*[iter(pieces)] * 3, strict=True):
        result += kept.format(space, hyphenated) + escape(loose)
    return result


def explained(error: Exception, name: str) -> RenderError:
    """Return the error of a template, or in one, as one that names it and its line.

    `name` is the template that was asked for, where the error itself tells none.
    """
    import jinja2

    if isinstance(error, jinja2.TemplateNotFound):
        return RenderError(
            Message("there is no template {name}", name=error.name),
            hint=Message("choose another profile"),
        )
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = _line(error.filename or error.name or name, error.lineno)
    else:
        place = _place(error) or Message("{file}", file=name)
    own = getattr(error, "said", None) or getattr(error, "message", None)
    why = own or str(error) or type(error).__name__
    return RenderError(
        Message("{place}: {what}", place=place, what=why),
        hint=Message("correct the template"),
    )


def traced(source: str, name: str) -> str:
    """Return a template's source with every literal tag saying where it stands."""

    def note(match: "regex.Match[str]") -> str:
        if match["code"]:
            return match[0]
        line = source.count("\n", 0, match.start()) + 1
        return f'{match[0]} {TRACE}="{name}:{line}"'

    return _TAG_OR_CODE.sub(note, source)


def _tracer() -> "type[jinja2.ext.Extension]":
    from jinja2.ext import Extension

    class Tracer(Extension):
        def preprocess(
            self, source: str, name: str | None, filename: str | None = None
        ) -> str:
            return traced(source, name or "")

    return Tracer


def _place(error: Exception) -> Message | None:
    """Say in which template, and on which line, an error arose; else nothing."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(".j2")]
    return _line(inside[-1].filename, inside[-1].lineno) if inside else None


def _line(file: str, number: int | None) -> Message:
    return Message("{file}, line {line}", file=file, line=number)
