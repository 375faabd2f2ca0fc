"""Read what a page design takes: the file beside its template says how much it holds.

A design is `<name>.html.j2`, `<name>.css` and `<name>.toml`; a house brings its own in
the same way. One without a file of its own is filled like the brief.
"""

from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefs.compose.pages.plan import Plan, Profile, Words
from briefs.corpus.withheld import CHOICES, FRONT, WITHHELD
from briefs.errors import Message, RenderError
from briefs.files.data import tomlfile
from briefs.files.resources import data_dir
from briefs.render import assets

_ENDING = ".toml"
_USUAL = "brief"
_KEYS = ("pages", "sheet", "exactly", "cover", "page", "words", "steps", "names")
_SHEET = 2
"""Pages of a loose sheet, which goes from hand to hand."""

_PAGE = ("a4", "letter")
_WORDS = tuple(field.name for field in fields(Words))
_STEP = tuple(
    field.name
    for field in fields(Plan)
    if field.name not in {"room", "page", "words", "paged"}
)


@cache
def get(name: str, look: Path | None = None) -> Profile:
    """Return what a page design takes; raise RenderError for a mistake in its file."""
    for folder in assets.folders("templates", look):
        file = folder / f"{name}{_ENDING}"
        if file.is_file():
            return _read(file)
    return get(_USUAL, look)


def shipped() -> tuple[str, ...]:
    """Return the names of the designs for briefs that come with the package.

    The design that shows nothing but changes is none: it quotes no excerpts.
    """
    files = data_dir("templates").glob(f"*{_ENDING}")
    names = sorted(file.name.removesuffix(_ENDING) for file in files)
    return tuple(name for name in names if get(name).steps[0].excerpts)


def _read(file: Path) -> Profile:
    table = tomlfile.read(file, RenderError)
    table.allow(_KEYS)
    for name, known in (("page", _PAGE), ("words", _WORDS)):
        if not isinstance(table.values.get(name), dict):
            raise table.fault(Message("there is no table [{name}]", name=name))
        table.allow(known, name)
        for key in known:
            _number(table, float, name, key)
    steps = table.values.get("steps")
    if not isinstance(steps, list) or not steps:
        raise table.fault(Message("there is no [[steps]]"))
    return Profile(
        pages=_number(table, int, "pages"),
        heights={paper: table.values["page"][paper] for paper in _PAGE},
        words=Words(**table.values["words"]),
        exactly=_flag(table, "exactly"),
        cover=_flag(table, "cover"),
        sheet=_number(table, int, "sheet") if "sheet" in table.values else 1,
        steps=tuple(_step(table, place) for place in range(len(steps))),
        names=_names(table),
    )


def _names(table: tomlfile.Table) -> str:
    """Return whose names the design withholds: all that may harm, if it is short."""
    usual = FRONT if table.values["pages"] > _SHEET else WITHHELD
    chosen = table.values.get("names", usual)
    if chosen not in CHOICES:
        raise table.fault(
            Message("'{key}' must be {wanted}", key="names", wanted=", ".join(CHOICES)),
            "names",
        )
    return str(chosen)


def _step(table: tomlfile.Table, place: int) -> Plan:
    """Read one of the plans that are tried in turn."""
    given: dict[str, Any] = table.values["steps"][place]
    table.allow(_STEP, "steps", place)
    usual = Plan()
    for name, value in given.items():
        wanted = int if name in {"most", "advice"} else type(getattr(usual, name))
        if type(value) is not wanted:
            raise table.fault(
                Message(
                    "{key} = {value} cannot be used", key=name, value=repr(value)[:80]
                ),
                "steps",
                place,
                name,
            )
    return replace(usual, **given)


def _number(table: tomlfile.Table, kind: type[int] | type[float], *keys: str) -> Any:
    value: Any = table.values
    for key in keys:
        value = value.get(key)
    is_zero = keys == ("words", "beside") and value == 0
    is_number = type(value) in {int, kind}
    if not is_number or (value <= 0 and not is_zero):
        name = ".".join(keys)
        raise table.fault(
            Message("{key} must be a number above 0", key=name),
            *keys,
            hint=Message("lengths are in points"),
        )
    return value


def _flag(table: tomlfile.Table, name: str) -> bool:
    value = table.values.get(name, False)
    if not isinstance(value, bool):
        raise table.fault(Message("{key} must be true or false", key=name), name)
    return value
