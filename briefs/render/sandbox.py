"""Fill templates that may come from a stranger: they show data, and do nothing else.

Jinja's sandbox keeps a template from the program behind its data. What it leaves open
is bounded here: how often a template repeats something, and how much it writes.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from briefs.errors import Message
from briefs.render import assets

STEPS = 200_000
"""How often the loops, calls and inclusions of one page may run, all together."""

LENGTH = 20_000_000
"""The most characters of a page, and of a text that a template puts together."""

DEEPEST = 12
"""How deep a list of a template may hold lists."""

_GROWING = frozenset(
    [
        "center",
        "expandtabs",
        "format",
        "format_map",
        "join",
        "ljust",
        "replace",
        "rjust",
        "translate",
        "zfill",
    ]
)
"""Methods of texts that make long texts of short ones."""

_GROWING_FILTERS = ("center", "format", "indent", "replace", "wordwrap")


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which no template runs code, or without an end."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._steps = STEPS
        self._written = 0
        finalize = self.finalize

        def counted(value: object) -> object:
            shown = finalize(value) if finalize else value
            return self._bounded(shown)

        self.finalize = counted
        self.filters[_REPEATED] = self._repeated
        self.filters[_BOUNDED] = self._bounded
        self.filters[_NESTED] = self._nested
        self.filters["join"] = self._joined
        self.filters["sum"] = self._summed
        self.globals.pop("lipsum", None)
        for name in _GROWING_FILTERS:
            self.filters.pop(name, None)

    def page(self, name: str, **variables: object) -> str:
        """Return what a template makes of some variables.

        Raises what is raised in the template, and TemplateRuntimeError where the page
        has no end.
        """
        self._steps, self._written = STEPS, 0
        pieces = []
        length = 0
        for piece in self.get_template(name).generate(**variables):
            length += len(piece)
            if length > LENGTH:
                raise _endless()
            pieces.append(piece)
        return "".join(pieces)

    def call(self, context: Any, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls: a macro, a method of a text, a translation."""
        self._spend(1)
        return self._nested(super().call(context, called, *args, **kwargs))

    def get_template(self, name: Any, *where: Any, **how: Any) -> jinja2.Template:
        """Return a template, to be shown or included."""
        self._spend(1)
        return super().get_template(name, *where, **how)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may use an attribute."""
        growing = isinstance(obj, str) and attr in _GROWING
        return not growing and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work out a product, power, remainder or sum of bounded size."""
        numbers = all(_is_small_number(value) for value in (left, right))
        if operator == "+":
            return self._bounded(left + right)
        if operator == "**" or not numbers:
            raise Excess(
                Message("'{sign}' counts with small numbers only", sign=operator)
            )
        return left * right if operator == "*" else left % right

    def _generate(self, source: nodes.Template, *how: Any, **named: Any) -> str:
        return super()._generate(_Bounding().visit(source), *how, **named)

    def _spend(self, steps: int) -> None:
        self._steps -= steps
        if self._steps < 0:
            raise _endless()

    def _repeated(self, items: Iterable[Any]) -> Any:
        """Return what a loop goes through, taking its steps from those of the page."""
        if isinstance(items, jinja2.Undefined):
            return items  # says itself what is missing
        found = items if isinstance(items, list | tuple) else list(items)
        self._spend(len(found))
        return found

    @jinja2.pass_eval_context
    def _joined(self, context: Any, items: Iterable[Any], divider: str = "") -> str:
        """Join texts of bounded length; each may be one and the same long text."""
        texts = [item if isinstance(item, str) else str(item) for item in items]
        length = sum(map(len, texts)) + len(divider) * len(texts)
        if length > LENGTH:
            raise _endless()
        return str(jinja2.filters.do_join(context, texts, divider))

    @jinja2.pass_environment
    def _summed(
        self,
        environment: Any,
        items: Iterable[Any],
        attribute: Any = None,
        start: Any = 0,
    ) -> Any:
        """Add up numbers, or lists of bounded length; it may be one and the same."""
        if attribute is not None:
            items = map(jinja2.filters.make_attrgetter(environment, attribute), items)
        found = list(items)
        if not isinstance(start, tuple | list):
            return sum(found, start)
        self._spend(sum(map(len, found)))
        return type(start)(chain(start, *found))

    def _nested(self, value: Any) -> Any:
        """Return a list whose lists are not too deep: nothing interrupts a comparison.

        Thirty lists that each hold the one before twice are a billion texts.
        """
        if isinstance(value, _HOLDING) and _depth(value, {}) > DEEPEST:
            raise Excess(Message("lists stand in lists too deep"))
        return value

    def _bounded(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            self._spend(len(value))
        if isinstance(value, str):
            self._written += len(value)
            if self._written > LENGTH * 4:
                raise _endless()
        return value


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates in memory for the next language, never in a file."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was compiled of the same text."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()

_REPEATED, _BOUNDED, _NESTED = "-repeated", "-bounded", "-nested"
_HOLDING = (list, tuple, dict)


class _Bounding(NodeTransformer):
    """Let every loop, list and joining of texts pass through a count."""

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Visit what a node holds, then bound the node."""
        super().generic_visit(node, *args, **kwargs)
        if isinstance(node, nodes.For):
            node.iter = _filtered(node.iter, _REPEATED)
        elif isinstance(node, nodes.Concat):
            return _filtered(node, _BOUNDED)
        elif isinstance(node, nodes.List | nodes.Dict | nodes.Tuple):
            is_target = getattr(node, "ctx", "load") != "load"
            return node if is_target else _filtered(node, _NESTED)
        return node


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(
        node,
        name,
        [],
        [],
        None,
        None,
        lineno=node.lineno,
        environment=node.environment,
    )


def _depth(value: Any, known: dict[int, int]) -> int:
    """Return how deep lists stand in each other; each is looked at once."""
    if not isinstance(value, _HOLDING):
        return 0
    if id(value) not in known:
        held = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + max((_depth(one, known) for one in held), default=0)
    return known[id(value)]


def _is_small_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) <= LENGTH


class Excess(jinja2.TemplateRuntimeError):
    """What a template asks for is more than a page takes; `said` says what."""

    def __init__(self, said: Message) -> None:
        super().__init__(str(said))
        self.said = said


def _endless() -> Excess:
    return Excess(Message("the page that this template makes has no end"))


class Loader(jinja2.FileSystemLoader):
    """Find templates in the house's folder first, then in the package.

    A template of the house is a regular file inside its folder, in UTF-8.
    """

    def __init__(self, look: Path | None) -> None:
        super().__init__(assets.folders("templates", look))
        self._own = (look / "templates").resolve() if look else None

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template, its path, and whether it is still that."""
        for folder in map(Path, self.searchpath):
            file = folder.joinpath(*jinja2.loaders.split_template_path(template))
            if file.is_file() and self._is_inside(file, folder):
                return assets.text(file), str(file), _unchanged(file)
        raise jinja2.TemplateNotFound(template)

    def _is_inside(self, file: Path, folder: Path) -> bool:
        own = self._own
        return folder.resolve() != own or file.resolve().is_relative_to(own)


def _unchanged(file: Path) -> Callable[[], bool]:
    """Return what says whether a template is still as it was read."""

    def look() -> int | None:
        try:
            return file.stat().st_mtime_ns
        except OSError:
            return None

    before = look()
    return lambda: look() == before
