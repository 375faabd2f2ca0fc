"""A Python program can do what the command line does, through one door."""

import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

import briefs
from briefs import api
from tests.conftest import Golden
from tests.make.places import ROOT
from tests.make.shelf import small_corpus

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> briefs.Corpus:
    return briefs.Corpus.open(small_corpus(tmp_path_factory.mktemp("corpus")))


def test_every_public_name_is_there_and_explained() -> None:
    for name in briefs.__all__:
        if name != "__version__":
            assert inspect.getdoc(getattr(briefs, name)), name
    assert dir(briefs) == briefs.__all__


def test_the_package_offers_what_the_door_does() -> None:
    assert {*briefs.__all__} == {*api.__all__, "__version__"}
    assert dir(api) == api.__all__
    for name in api.__all__:
        assert getattr(briefs, name) is getattr(api, name)


def test_every_public_function_is_typed() -> None:
    public = {name: getattr(api, name) for name in api.__all__}
    for name in api.__all__:
        value = getattr(api, name)
        own = inspect.isclass(value) and value.__module__.startswith("briefs.api")
        several = methods(value) if own else [(name, value)]
        for called, function in several:
            if inspect.isfunction(function):
                hints = get_type_hints(function, localns=public)
                wanted = {*inspect.signature(function).parameters} - {"self", "cls"}
                assert hints.keys() == {*wanted, "return"}, called


def signature(name: str, function: object) -> str:
    """Return how a function is called, its types without their modules."""
    assert callable(function)
    called = re.sub(r"\b(?:\w+\.)+(?=\w)", "", str(inspect.signature(function)))
    called = re.sub(r"(-> |: )'([^']*)'", r"\1\2", called)
    called = re.sub(r"\*<class '(\w+)'>", r"\1", called)
    return f"{name}{called}"


def methods(kind: type) -> Iterator[tuple[str, object]]:
    """Yield what a class of the door itself can do."""
    for name, member in vars(kind).items():
        function = member.__func__ if isinstance(member, classmethod) else member
        if not name.startswith("_") and inspect.isfunction(function):
            yield name, function


def entry(name: str) -> Iterator[str]:
    """Yield what the papers say of a public name."""
    value = getattr(briefs, name)
    doc = inspect.getdoc(value) or ""
    if not value.__module__.startswith("briefs.api"):
        doc = doc.splitlines()[0]  # the rest is told where it is at home
    yield f"### `{name}`\n"
    if inspect.isfunction(value):
        yield f"```python\n{signature(name, value)}\n```\n"
    yield f"{doc}\n"
    if inspect.isclass(value) and value.__module__.startswith("briefs.api"):
        for method, function in methods(value):
            yield f"- `{signature(method, function)}`  "
            yield f"  {(inspect.getdoc(function) or '').splitlines()[0]}"
        yield ""


def test_the_papers_show_every_public_name_as_it_is(golden: Golden) -> None:
    paper = ROOT / "docs" / "api.md"
    told = paper.read_text(encoding="utf-8").partition("## Reference\n")[0]
    lines = [
        "Written by `pytest tests/test_api.py --update-golden` from the code.\n",
        *(line for name in api.__all__ for line in entry(name)),
    ]
    reference = "\n".join(lines).rstrip()
    golden(paper, f"{told.rstrip()}\n\n## Reference\n\n{reference}\n")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = briefs.nothing


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import briefs, sys; print([m for m in sys.modules if m[:7] == 'briefs.'])"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert told.stdout == "[]\n"


def test_a_corpus_answers_questions(small: briefs.Corpus) -> None:
    assert small.find("torture")
    assert small.find("Torture", years={2019}) == small.find("torture", years=[2019])
    assert small.search("police")
    assert small.figures("torture")
    assert {cell.topic for cell in small.coverage("torture")} == {"torture"}


def test_a_brief_is_composed_and_rendered(small: briefs.Corpus, tmp_path: Path) -> None:
    brief = briefs.compose(small, ["torture"], locale="en", date=DAY)
    pdf = briefs.render(brief)
    assert brief.title == "Torture"
    assert pdf.startswith(b"%PDF-")
    assert briefs.render(brief, format="html").startswith(b"<!DOCTYPE html>")
    (path,) = briefs.build(
        small, ["torture"], locales=["en"], output=tmp_path / "a.pdf", date=DAY
    )
    assert path.read_bytes() == pdf
    assert briefs.verify(path, small).verdict == "identical"


def test_what_is_wrong_is_an_error_that_knows_its_exit_code(
    small: briefs.Corpus,
) -> None:
    with pytest.raises(briefs.BriefsError, match="tortur") as caught:
        briefs.compose(small, ["tortur"])
    assert caught.value.exit_code == 4
