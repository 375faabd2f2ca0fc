"""What README and docs show is so: commands run, names exist, help is that of the code.

`docs/cli.md` is written by `pytest tests/test_papers.py --update-golden`.
"""

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import click
import pytest
import typer

from briefs.cli.app import app
from briefs.cli.settings import Settings
from briefs.corpus.corpus import Corpus
from briefs.errors import ExitCode
from briefs.files import resources
from briefs.tasks.building.wanted import ordering, recipefile
from briefs.verify.proof import Verdict
from tests.conftest import Golden
from tests.make.alike import standing_for
from tests.make.commands import EPOCH, run
from tests.make.places import CORPUS, ROOT
from tests.make.shelf import add_edition, small_corpus

PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "RELEASE.md"]
PAPERS += sorted((ROOT / "docs").glob("*.md"))
OTHERS = {"make", "pip", "pybabel", "pytest"}
"""Programs of others that a paper shows; of make, the target has to exist."""

PLACEHOLDER = re.compile(r"[A-Z]{3,}|…")
CHEAPER = {word: ["--format", "html"] for word in ("--all", "--draft", "detention")}
"""What is added to a command that would take long for the same proof."""

FEWER = {"--all": ["--years", "2017"]}
"""What is added besides, where the corpus is that of the package."""

TRAFFICKING = """\
Trafficking in Persons

The law forbids trafficking in persons. In 2018 police identified 12 victims of \
trafficking and opened four criminal cases.
"""
"""What the papers ask for and the small corpus does not tell."""

REPORT = """\
COUNTRY REPORT ON HUMAN RIGHTS PRACTICES 2016

TORTURE AND OTHER CRUEL TREATMENT

The law prohibits torture. In 2016 the prosecutors received 109 complaints of torture.

PRISON CONDITIONS

Conditions in prisons were harsh. Inmates said that food and medicine were short.
"""
"""The report that the papers add to a corpus as `report.txt`."""


def texts_of(paper: Path) -> tuple[str, str]:
    """Return the lines of the console blocks of a paper, and what stands around."""
    text = paper.read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", text, re.M | re.S)
    return "".join(blocks), re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)


def shown(paper: Path) -> list[list[str]]:
    """Return the commands that a paper shows behind a prompt, in order."""
    lines, _ = texts_of(paper)
    return [
        shlex.split(line.removeprefix("$ "), comments=True)
        for line in lines.splitlines()
        if line.startswith("$ ")
    ]


def mentioned(paper: Path) -> Iterator[list[str]]:
    """Yield the commands that a paper mentions within its sentences."""
    _, prose = texts_of(paper)
    for code in re.findall(r"`(briefs [^`]+)`", prose):
        yield code.split()


def commands() -> dict[str, click.Command]:
    """Return each command and subcommand by its words."""
    root = typer.main.get_command(app)
    assert isinstance(root, click.Group)
    found: dict[str, click.Command] = {}
    for name, command in sorted(root.commands.items()):
        found[name] = command
        if isinstance(command, click.Group):
            for inner, subcommand in sorted(command.commands.items()):
                found[f"{name} {inner}"] = subcommand
    return found


def help_of(words: str, command: click.Command) -> str:
    """Return the help of a command as a terminal of 80 letters shows it."""
    context = click.Context(
        command,
        info_name=words,
        terminal_width=80,
        help_option_names=["-h", "--help"],
    )
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def reference() -> str:
    """Return docs/cli.md."""
    parts = [
        "# The command line\n",
        "Written from the help of the commands by "
        "`pytest tests/test_papers.py --update-golden`; do not edit it.\n",
        "Data goes to standard output, messages to standard error. Help and messages\n"
        "are in the language of the machine, of `--locale`, or of `BRIEFS_LOCALE`.\n",
        "```text",
        help_of("briefs", typer.main.get_command(app)),
        "```\n",
    ]
    for words, command in commands().items():
        text = help_of(f"briefs {words}", command)
        parts += [f"## briefs {words}\n", "```text", text, "```\n"]
    parts += ["## Exit codes\n", "| code | name |", "|---|---|"]
    parts += [f"| {code:d} | {code.name.lower()} |" for code in ExitCode]
    return "\n".join(parts) + "\n"


def test_the_reference_of_the_commands_is_their_help(golden: Golden) -> None:
    golden(ROOT / "docs" / "cli.md", reference())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus that borrows the topics, so that all that papers name is there."""
    folder = small_corpus(tmp_path_factory.mktemp("corpus"))
    shutil.rmtree(folder / "topics")
    add_edition(folder, TRAFFICKING, 2018, "en")
    return folder


@pytest.mark.parametrize(
    ("whole", "paper"),
    standing_for(((False, paper) for paper in PAPERS), product([False, True], PAPERS)),
    ids=lambda value: value.stem if isinstance(value, Path) else str(value),
)
def test_every_command_shown_runs(
    paper: Path,
    whole: bool,
    shelf: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a small corpus, and `whole` with that of the package."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    corpus = shutil.copytree(CORPUS if whole else shelf, tmp_path / "corpus")
    if not whole:
        monkeypatch.setenv("BRIEFS_CORPUS", str(corpus))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for words in shown(paper):
        if words[0] in OTHERS:
            if words[0] == "make":
                assert re.search(rf"^{words[1]}:", makefile, re.M), words
            continue
        env = dict(word.split("=", 1) for word in words if word.startswith("BRIEFS_"))
        command = words[len(env) :]
        assert command[0] == "briefs", f"{paper.name}: nobody tries {words}"
        added = [CHEAPER, FEWER] if whole else [CHEAPER]
        extra = [
            more for word in command for each in added for more in each.get(word, ())
        ]
        told = run(*command[1:], *extra, env=env)
        assert told.code == 0, f"{paper.name}: {shlex.join(words)}: {told.err}"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_command_mentioned_exists(paper: Path) -> None:
    known = commands()
    for words in mentioned(paper):
        if PLACEHOLDER.fullmatch(words[1]) or words[1].startswith("-"):
            continue
        command = known.get(" ".join(words[1:3])) or known.get(words[1])
        assert command, f"{paper.name}: {' '.join(words)}"
        options = {name for each in command.params for name in each.opts}
        for word in words[2:]:
            if word.startswith("-") and word not in {"-", "--help"}:
                assert word in options, f"{paper.name}: {' '.join(words)}"


def test_the_readme_names_every_command_design_code_and_verdict() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for words, command in commands().items():
        if not isinstance(command, click.Group):
            assert f"briefs {words.split()[0]}" in text
    for design in resources.designs(None):
        assert f"| `{design}` |" in text
    for code in ExitCode:
        assert f"| {code:d} |" in text
    for verdict in Verdict:
        assert f"| `{verdict}` | {verdict.exit_code:d} |" in text


def test_the_settings_shown_are_settings() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```toml\n(.*?)^```", text, re.M | re.S)
    assert tomllib.loads(block).keys() <= {*Settings.__dataclass_fields__}


def test_the_recipe_shown_is_one_and_every_key_is_explained(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "recipe.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```toml\n(.*?)^```", text, re.M | re.S)
    (tmp_path / "recipe.toml").write_text(block, encoding="utf-8")
    day = date(2026, 11, 26)
    recipe = ordering.read(
        tmp_path / "recipe.toml", Corpus.open(CORPUS), day, ordering.Changed()
    )
    assert [each.look.profile for each in recipe.requests] == ["brief", "handout"]
    for key in recipefile.KEYS:
        assert f"`{key}`" in text or f"`[{key}]`" in text, key


def test_the_page_counts_of_the_designs_are_those_of_their_files() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for design in resources.designs(None):
        file = ROOT / "templates" / f"{design}.toml"
        pages = tomllib.loads(file.read_text(encoding="utf-8"))["pages"]
        assert re.search(rf"^\| `{design}` \| {pages} \|", text, re.M), design


def test_the_picture_of_the_house_has_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in (ROOT / "briefs").iterdir():
        if room.is_dir() and (room / "__init__.py").exists():
            assert re.search(rf"\b{room.name}\b", text), room.name


@pytest.mark.parametrize("name", ["architecture", "patches"])
def test_every_function_named_in_the_papers_of_the_house_exists(name: str) -> None:
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+(?:/\w+)*\.py):(\w+(?:\.\w+)?)`", text)
    assert named
    for file, function in named:
        code = (ROOT / "briefs" / file).read_text(encoding="utf-8")
        for part in function.split("."):
            there = rf"^ *(def|class) {part}\b|^ *{part}\b *[=:]"
            assert re.search(there, code, re.M), f"{file}: {function}"
