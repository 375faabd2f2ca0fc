"""The program advises of no option that the command at work does not have."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages import pofile

from briefs.cli import advice
from briefs.errors import DeliveryError, Message
from tests.make import advised
from tests.make.commands import run
from tests.make.places import CORPUS, ROOT

TOLD = (
    *(ROOT / "tests" / "quality" / "sentences-en.txt", "--language", "en"),
    *("--report", "own", "--country", "KGZ", "--year", "2010"),
    *("--title", "A report", "--publisher", "A publisher"),
)
CATALOGUES = sorted((ROOT / "templates" / "locales").glob("*/messages.po"))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.name)
def test_commands_and_options_that_are_advised_exist(path: Path) -> None:
    every = set().union(*map(advice.options_of, advised.every()))
    with path.open(encoding="utf-8") as file:
        catalogue = pofile.read_po(file)
    advising = 0
    for entry in catalogue:
        if entry.context != "program":
            continue
        said, told = _first(entry.id), _first(entry.string)
        named = {*advice.options_in(said)}
        advised.assert_possible_commands(said)
        assert named <= every, said
        if told:
            assert {*advice.options_in(told)} == named, told
            advised.assert_possible_commands(told)
        advising += bool(named)
    assert advising


def _first(text: str | Iterable[str] | None) -> str:
    return text if isinstance(text, str) else next(iter(text or ()), "")


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("corpus", "copy", "tip-2019-kgz-ky", "--corpus", CORPUS, "--to"), "--to"),
        (("ingest", *TOLD, "--corpus"), "--corpus"),
        (("init", "torture", "--corpus", CORPUS, "-o"), "-o"),
    ],
)
def test_another_place_is_chosen_by_the_option_of_the_command(
    words: tuple[object, ...], option: str, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("somebody's own")
    there = file / "recipe.toml" if option == "-o" else file
    told = run(*words, there)
    assert told.code == 7
    assert told.err.strip().endswith(f"choose another place with {option}")


def test_an_option_of_another_command_is_said_to_be_one() -> None:
    def told(recipe: bool) -> str:
        error = DeliveryError(Message("no"), hint=Message("allow more: --pages 5"))
        return str(advice.fitted(error, {"-o"}, recipe=recipe))

    assert (
        told(recipe=False) == "no: allow more: --pages 5 (an option of `briefs build`)"
    )
    assert told(recipe=True).endswith("--pages 5 (in the recipe: its key of that name)")


def test_a_recipe_is_not_advised_of_options_that_it_refuses(tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(
        'topics = ["torture", "detention"]\nlocales = ["en"]\npages = 2\nfull = true\n'
    )
    told = run("build", recipe, "--corpus", CORPUS)
    assert "--separate" in told.err
    assert told.err.strip().endswith("(in the recipe: its key of that name)")
