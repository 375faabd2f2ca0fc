"""Whoever writes a recipe decides what a brief holds, and gets the same anywhere."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.make.commands import Outcome, run
from tests.make.shelf import small_corpus

PLAIN = 'topics = ["torture"]\nlocales = ["en"]\ndate = 2026-11-26\n'
OWN = """\
title = "What we ask"
introduction = \"""
We speak for *survivors*. “No torture here”, they say.

- [Our site](https://example.org)
\"""
call = "Open the prisons."
"""
ISSUER = '[issuer]\nname = "Our House"\ncontact = "a@example.org"\n'


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def ids(small: Path) -> list[str]:
    """The ids of the passages on torture, in the order of the corpus."""
    listed = run("excerpts", "torture", "--json", "--corpus", small)
    return [row["id"] for row in json.loads(listed.out)]


def build(small: Path, text: str, folder: Path, *words: object) -> Outcome:
    (folder / "recipe.toml").write_text(text, encoding="utf-8")
    return run("build", folder / "recipe.toml", *words, "--corpus", small)


def page(small: Path, text: str, folder: Path) -> str:
    """Return the web page of a recipe."""
    made = build(small, text + '[output]\nname = "page"\n', folder)
    assert (made.code, made.err) == (0, "")
    return (folder / "page.html").read_text(encoding="utf-8")


def record(file: Path) -> list[dict[str, Any]]:
    with pikepdf.open(file) as document:
        data = document.attachments["quotations.json"].get_file().read_bytes()
    return list(json.loads(data))


HTML = PLAIN + 'formats = ["html"]\n'


def picking(key: str, *ids: str) -> str:
    return f"[excerpts]\n{key} = {json.dumps(ids)}\n"


# The same anywhere


def test_a_recipe_makes_the_same_bytes_in_another_folder(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two" / "deep"
    for folder in (one, two):
        folder.mkdir(parents=True)
        (folder / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    text = PLAIN + OWN + ISSUER + 'logo = "logo.svg"\n'
    assert build(small, text, one).code == 0
    monkeypatch.chdir(two)
    other = shutil.copytree(small, tmp_path / "elsewhere")
    (two / "briefs.toml").write_text('accent = "#123456"\n[issuer]\nname = "X"\n')
    assert build(other, text, two).code == 0
    name = "torture-en.pdf"
    assert (one / name).read_bytes() == (two / name).read_bytes()
    proof = run("verify", one / name, "--json", "--corpus", other)
    assert json.loads(proof.out)[0]["verdict"] == "identical"


def test_several_languages_designs_and_formats_are_made_at_once(
    small: Path, tmp_path: Path
) -> None:
    text = (
        'topics = ["torture"]\nlocales = ["en", "ky"]\nprofiles = ["brief", "email"]\n'
        'formats = ["html"]\ntitle.en = "Ours"\ntitle.ky = "Биздики"\n'
        '[output]\nfolder = "out"\nname = "{topic}-{profile}-{locale}"\n'
    )
    made = build(small, text, tmp_path)
    names = ["brief-en", "brief-ky", "email-en", "email-ky"]
    expected = [str(tmp_path / "out" / f"torture-{name}.html") for name in names]
    assert (made.code, made.out.split()) == (0, expected)
    assert "Биздики" in Path(expected[1]).read_text("utf-8")


# The house's own words


def test_own_words_are_marked_and_stand_in_no_quotation(
    small: Path, tmp_path: Path
) -> None:
    shown = page(small, HTML + OWN + ISSUER, tmp_path)
    assert shown.count("The words of Our House, not of the reports") == 2
    assert "The title is that of those who issue this brief" in shown
    assert "<h1>What we ask</h1>" in shown
    assert '<a href="https://example.org">Our site</a>' in shown
    for part in shown.split("<blockquote")[1:] + shown.split("<q")[1:]:
        quoted = part.split("</blockquote>")[0].split("</q>")[0]
        assert "Open the prisons" not in quoted
        assert "survivors" not in quoted


def test_own_words_travel_apart_from_the_quotations(
    small: Path, tmp_path: Path
) -> None:
    assert build(small, PLAIN + OWN, tmp_path).code == 0
    file = tmp_path / "torture-en.pdf"
    with pikepdf.open(file) as document:
        own = document.attachments["own-words.md"].get_file().read_bytes().decode()
        recipe = json.loads(document.attachments["recipe.json"].get_file().read_bytes())
    assert own.startswith("# What we ask\n\nWe speak for *survivors*.")
    assert recipe["words"]["call"] == "Open the prisons."
    assert "survivors" not in json.dumps(record(file))


def test_html_in_own_words_is_an_error_that_names_file_line_and_key(
    small: Path, tmp_path: Path
) -> None:
    told = build(small, PLAIN + 'call = "<b>now</b>"\n', tmp_path)
    assert told.code == 3
    assert f"{tmp_path / 'recipe.toml'}, line 4: 'call': line 1" in told.err
    assert not (tmp_path / "torture-en.pdf").exists()


def test_a_title_with_signs_of_html_is_shown_as_written(
    small: Path, tmp_path: Path
) -> None:
    shown = page(small, HTML + 'title = "1 < 2 & <i>3</i>"\n', tmp_path)
    assert "<h1>1 &lt; 2 &amp; &lt;i&gt;3&lt;/i&gt;</h1>" in shown


# Excerpts by their ids


def quoted(file: Path) -> list[str]:
    return [id for row in record(file) for id in row["ids"]]


def test_the_record_names_the_ids_that_are_listed(
    small: Path, ids: list[str], tmp_path: Path
) -> None:
    assert build(small, PLAIN, tmp_path).code == 0
    assert set(quoted(tmp_path / "torture-en.pdf")) == set(ids)
    assert ids[0] in run("excerpts", "torture", "--corpus", small).out


def test_only_some_excerpts_are_quoted_and_the_brief_says_so(
    small: Path, ids: list[str], tmp_path: Path
) -> None:
    shown = page(small, HTML + picking("only", ids[0]), tmp_path)
    assert shown.count("selected by the organization that issues this brief") == 2
    assert f"It left out {len(ids) - 1} passages on the topics." in shown
    assert shown.count("<blockquote") == 1
    proof = run("verify", tmp_path / "page.html", "--json", "--corpus", small)
    assert json.loads(proof.out)[0]["verdict"] == "identical"


def test_an_excerpt_is_left_out(small: Path, ids: list[str], tmp_path: Path) -> None:
    assert build(small, PLAIN + picking("without", ids[-1]), tmp_path).code == 0
    assert set(quoted(tmp_path / "torture-en.pdf")) == set(ids[:-1])


def test_excerpts_stand_in_the_order_asked_for(
    small: Path, ids: list[str], tmp_path: Path
) -> None:
    assert build(small, PLAIN + picking("order", ids[-1]), tmp_path).code == 0
    first, *_, last = (row["edition"] for row in record(tmp_path / "torture-en.pdf"))
    assert (first, last) == ("hrr-2020-kgz-en", "hrr-2019-kgz-ky")


@pytest.mark.thorough
@pytest.mark.parametrize("profile", ["booklet", "large-print", "handout"])
def test_a_choice_holds_in_every_design(
    small: Path, ids: list[str], tmp_path: Path, profile: str
) -> None:
    """What is pinned stands there, what is dropped does not, what is first is first."""
    text = f'{PLAIN}profiles = ["{profile}"]\n[output]\nname = "one"\n'
    file = tmp_path / "one.pdf"
    for chosen, dropped in ((ids[2], ids[3]), (ids[1], ids[2])):
        more = f'[excerpts]\npin = ["{chosen}"]\nwithout = ["{dropped}"]\n'
        assert build(small, text + more, tmp_path).code == 0
        assert chosen in quoted(file)
        assert dropped not in quoted(file)
        more += f'order = ["{chosen}"]\n'
        assert build(small, text + more, tmp_path).code == 0
        assert chosen in record(file)[0]["ids"]
        proof = run("verify", file, "--json", "--corpus", small)
        assert json.loads(proof.out)[0]["verdict"] == "identical"


def test_without_a_choice_nothing_is_said_of_one(small: Path, tmp_path: Path) -> None:
    assert "selected by" not in page(small, HTML, tmp_path)


def test_flags_choose_as_a_recipe_does(
    small: Path, ids: list[str], tmp_path: Path
) -> None:
    (tmp_path / "intro.md").write_text("We **say** so.", encoding="utf-8")
    words = ["build", "torture", "-l", "en", "--date", "2026-11-26"]
    words += ["--title", "Ours", "--only", ",".join(ids[:2])]
    file = tmp_path / "flags.html"
    intro = tmp_path / "intro.md"
    made = run(*words, "--intro", intro, "-o", file, "--corpus", small)
    assert (made.code, made.err) == (0, "")
    text = HTML + 'title = "Ours"\nintroduction = "We **say** so."\n'
    recipe = page(small, text + picking("only", *ids[:2]), tmp_path)
    assert file.read_text("utf-8") == recipe


# What is wrong


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        ("titel = 'x'\n", 3, "line 4: unknown key 'titel': did you mean 'title'?"),
        ("[excerpts]\npins = []\n", 3, "line 5: unknown key 'excerpts.pins'"),
        ("years = 'never'\n", 3, "line 4: never is not a year"),
        ("profiles = ['brif']\n", 3, "no page design 'brif': did you mean 'brief'?"),
        ("accent = 'red'\n", 3, "line 4: 'accent' must be a colour"),
        ("title.ky = 'Биз'\n", 3, "line 4: 'title' has no text in 'en'"),
        ('title = "a\\nb"\n', 3, "line 4: 'title': a title is one line"),
        ("[issuer]\nname = 'x'\nlogo = 'no.png'\n", 3, "line 6: cannot read"),
        ("[issuer]\nname = 'x'\nlogo = 'no.exe'\n", 3, "line 6: the logo"),
        ("[issuer]\nname = 'x'\nlogo = '../no.png'\n", 3, "no.png stands outside"),
        ("look = '/'\n", 3, "line 4: / stands outside the folder of the recipe"),
        ("withhold = '/etc/passwd'\n", 3, "line 4: /etc/passwd stands outside"),
        ("[output]\nfolder = '../x'\n", 3, "line 5: the folder"),
        ("[output]\nfolder = '/tmp'\n", 3, "line 5: the folder"),
        ("[output]\nname = 'a/b'\n", 3, "line 5: 'output.name'"),
        ("[output]\nname = '{lang}'\n", 3, "no field {lang}"),
        ("[output]\nname = '{0.x}'\n", 3, "no field {0.x}"),
        ("[output]\nname = '{'\n", 3, "stands alone"),
        ("[excerpts]\npin = ['hrr-2020-kgz-en-0']\n", 3, "line 5: there is no exc"),
        ("formats = ['pdf', 'html']\npages = 1\n", 3, "'pages' must be a number"),
        ("look = 'none'\n", 3, "line 4: there is no folder"),
        ("locales", 3, "malformed TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    small: Path, tmp_path: Path, text: str, code: int, why: str
) -> None:
    told = build(small, PLAIN + text, tmp_path)
    assert (told.code, told.out) == (code, "")
    assert why in told.err
    assert len(told.err.splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["recipe.toml"]


def test_who_says_too_much_for_a_page_is_told_so(small: Path, tmp_path: Path) -> None:
    much = "We say so. " * 130
    text = f'{PLAIN}profiles = ["page"]\nintroduction = "{much}"\ncall = "{much}"\n'
    told = build(small, text, tmp_path)
    assert told.code == 2
    assert "say less yourself" in told.err


def test_outputs_never_overwrite_one_another(small: Path, tmp_path: Path) -> None:
    text = 'topics = ["torture"]\nlocales = ["en", "ky"]\n[output]\nname = "one"\n'
    told = build(small, text, tmp_path)
    assert told.code == 2
    assert "two briefs would be written to" in told.err
    assert not list(tmp_path.glob("*.pdf"))


def test_an_unknown_topic_is_named_with_its_line(small: Path, tmp_path: Path) -> None:
    told = build(small, '\ntopics = ["tortur"]\n', tmp_path)
    assert (told.code, told.out) == (3, "")
    assert "line 2: unknown topic 'tortur': did you mean Torture (torture)?" in told.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--years", "2015"), "--years does not go with a recipe"),
        (("--title", "x"), "--title does not go with a recipe"),
        (("torture",), "a recipe stands alone"),
    ],
)
def test_a_recipe_is_not_mixed_with_other_orders(
    small: Path, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    told = build(small, PLAIN, tmp_path, *words)
    assert told.code == 2
    assert why in told.err


@pytest.mark.parametrize(
    "chosen",
    [
        {"pin": [0], "without": [0]},
        {"only": [0], "without": [0]},
        {"only": [0], "pin": [1]},
    ],
)
def test_an_excerpt_is_not_wanted_and_left_out(
    small: Path, ids: list[str], tmp_path: Path, chosen: Mapping[str, list[int]]
) -> None:
    lines = [
        f"{key} = {json.dumps([ids[n] for n in ns])}" for key, ns in chosen.items()
    ]
    told = build(small, PLAIN + "[excerpts]\n" + "\n".join(lines), tmp_path)
    assert told.code == 2
    assert "is wanted and left out at once" in told.err


def test_a_title_for_two_languages_needs_a_recipe(small: Path) -> None:
    words = ["build", "torture", "-l", "en", "-l", "ky", "--title", "x"]
    told = run(*words, "--corpus", small)
    assert told.code == 2
    assert "several are asked for" in told.err
