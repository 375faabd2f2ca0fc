"""A recipe is written by asking a few questions, and made again when it changes."""

import signal
import subprocess
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

import briefs
from briefs.errors import ExitCode
from tests.make.commands import COMMAND, execute, run

RECIPE = 'topics = ["torture"]\nlocales = ["en"]\nformats = ["html"]\n'


def test_a_recipe_is_written_from_flags(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "recipe.toml"
    words = ["init", "Torture", "-l", "en", "-l", "ky", "--years", "2019-2020"]
    words += ["--issuer", 'The "House"', "--contact", "a@example.org"]
    made = run(*words, "-o", file, "--corpus", small)
    assert (made.code, made.out, made.err) == (0, f"{file}\n", "")
    text = file.read_text(encoding="utf-8")
    assert "# Your own words." in text
    values = tomllib.loads(text)
    assert values["topics"] == ["torture"]
    assert values["locales"] == ["en", "ky"]
    assert values["issuer"] == {"name": 'The "House"', "contact": "a@example.org"}


def test_a_written_recipe_can_be_built_as_it_is(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "recipe.toml"
    run("init", "torture", "-l", "en", "--title", "Ours", "-o", file, "--corpus", small)
    file.write_text('formats = ["html"]\n' + file.read_text("utf-8"), encoding="utf-8")
    made = run("build", file, "--corpus", small)
    assert (made.code, made.err) == (0, "")
    assert "<h1>Ours</h1>" in (tmp_path / "torture-en.html").read_text("utf-8")


def test_every_example_in_a_written_recipe_is_a_key(
    small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "recipe.toml"
    run("init", "torture", "-l", "en", "-o", file, "--corpus", small)
    lines = file.read_text(encoding="utf-8").splitlines()
    opened = [
        line.removeprefix("# ")
        for line in lines
        if (" = " in line or line.startswith(("[", "# ["))) and "logo" not in line
    ]
    file.write_text('formats = ["html"]\n' + "\n".join(opened), encoding="utf-8")
    made = run("build", file, "--corpus", small)
    assert made.code == 5, "the years of the example are not those of the corpus"


def test_a_recipe_is_commented_in_the_language_of_the_user(
    small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "recipe.toml"
    env = {"BRIEFS_LOCALE": "ru", "LC_ALL": "ru_RU.UTF-8"}
    run("init", "torture", "-o", file, "--corpus", small, env=env)
    assert "Ваши собственные слова" in file.read_text(encoding="utf-8")


def test_without_topics_it_asks(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["torture, women", "en", "Ours", "Our House", "a@example.org"])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    file = tmp_path / "recipe.toml"
    assert run("init", "-o", file, "--corpus", small).code == 0
    values = tomllib.loads(file.read_text(encoding="utf-8"))
    assert values["topics"] == ["torture", "women"]
    assert values["title"] == "Ours"
    assert values["issuer"]["name"] == "Our House"


def test_what_is_there_is_not_overwritten(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "recipe.toml"
    file.write_text("mine", encoding="utf-8")
    made = run("init", "torture", "-o", file, "--corpus", small)
    assert (made.code, made.out) == (2, "")
    assert "is there already" in made.err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "code"),
    [(("tortur",), 4), (("torture", "-l", "xx"), 2), (("torture", "--years", "x"), 2)],
)
def test_a_wrong_answer_writes_nothing(
    small: Path, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    made = run("init", *words, "-o", tmp_path / "r.toml", "--corpus", small)
    assert made.code == code
    assert not (tmp_path / "r.toml").exists()


def test_a_change_makes_the_briefs_again_and_is_told(
    small: Path, tmp_path: Path
) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    corpus = briefs.Corpus.open(small)

    def changes() -> Iterator[set[Path]]:
        yield {recipe}
        recipe.write_text(f'title = "Ours"\n{RECIPE}', encoding="utf-8")
        yield {recipe}
        recipe.write_text(f"titel = 1\n{RECIPE}", encoding="utf-8")
        yield {recipe}

    first, same, other, wrong = briefs.watch_recipe(corpus, recipe, changes=changes())
    assert [file.name for file in first.files] == ["torture-en.html"]
    assert first.said == ()
    assert [str(each) for each in same.said] == [
        "changed: recipe.toml",
        "torture-en.html: as before",
    ]
    assert "other in the recipe: title" in map(str, other.said)
    assert "torture-en.html: new" in map(str, other.said)
    assert "unknown key 'titel'" in str(wrong.error)


def test_the_first_file_is_shown_once(small: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    with (
        mock.patch("watchfiles.watch", return_value=[{(1, str(recipe))}]),
        mock.patch("typer.launch") as shown,
    ):
        made = run("watch", recipe, "--open", "--corpus", small)
    file = str(tmp_path / "torture-en.html")
    assert (made.code, made.out.split()) == (0, [file, file])
    assert "torture-en.html: as before" in made.err
    shown.assert_called_once_with(file)


@pytest.mark.thorough
def test_another_home_cache_language_and_time_zone_give_the_same_bytes(
    small: Path, tmp_path: Path
) -> None:
    text = RECIPE.replace('"html"', '"pdf"') + "date = 2026-11-26\n"
    made = []
    for name, zone, language, seed in (
        ("one", "Pacific/Kiritimati", "C.UTF-8", "7"),
        ("two", "America/Anchorage", "ru_RU.UTF-8", "4711"),
    ):
        home = tmp_path / name
        (home / "temporary").mkdir(parents=True)
        (home / "recipe.toml").write_text(text, encoding="utf-8")
        env = {"HOME": str(home), "BRIEFS_CACHE": str(home / "cache"), "TZ": zone}
        env |= {"LC_ALL": language, "LANG": language, "PYTHONHASHSEED": seed}
        env |= {"TMPDIR": str(home / "temporary"), "USER": name}
        told = execute("build", "recipe.toml", "--corpus", small, env=env, cwd=home)
        assert told.code == 0, told.err
        made.append((home / "torture-en.pdf").read_bytes())
    assert made[0] == made[1]


@pytest.mark.thorough
def test_a_file_that_is_saved_is_noticed(small: Path, tmp_path: Path) -> None:
    """The real command, and a real change on disk."""
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    words = [str(word) for word in (COMMAND, "watch", recipe, "--corpus", small)]
    with subprocess.Popen(words, text=True, stdout=-1, stderr=-1) as watching:
        assert watching.stdout is not None
        try:
            assert "torture-en.html" in watching.stdout.readline()
            page = tmp_path / "torture-en.html"
            until = time.monotonic() + 60
            while "Ours" not in page.read_text("utf-8") and time.monotonic() < until:
                recipe.write_text(f'title = "Ours"\n{RECIPE}', encoding="utf-8")
                time.sleep(2)
            assert "<h1>Ours</h1>" in page.read_text("utf-8")
        finally:
            watching.send_signal(signal.SIGINT)
            _, told = watching.communicate(timeout=30)
    assert "other in the recipe: title" in told
    assert watching.returncode == 0
    assert "Traceback" not in told
    assert not list(tmp_path.glob("*.part"))


def test_a_recipe_that_is_not_there_is_not_watched(small: Path, tmp_path: Path) -> None:
    told = run("watch", tmp_path / "none.toml", "--corpus", small)
    assert told.code == ExitCode.SETTING
    assert "none.toml" in told.err


def test_folders_elsewhere_are_not_watched(small: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "sent" / "recipe.toml"
    (recipe.parent / "look").mkdir(parents=True)
    corpus = briefs.Corpus.open(small)
    for look, watched in (("look", True), ("/", False), ("../..", False)):
        recipe.write_text(f'look = "{look}"\n{RECIPE}', encoding="utf-8")
        with mock.patch("watchfiles.watch", return_value=[]) as watch:
            list(briefs.watch_recipe(corpus, recipe))
        seen = {Path(folder) for folder in watch.call_args.args}
        assert ((recipe.parent / look).resolve() in seen) is watched
