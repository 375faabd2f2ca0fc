"""What a user types, what comes out, and what is said when it cannot be done."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefs import __version__
from briefs.corpus.corpus import Corpus
from briefs.errors import ExitCode, InterruptionError
from briefs.files import deliver
from briefs.model import Bound, Kind
from briefs.render import layout
from briefs.render import layout as render
from briefs.render.webpage import visible_text
from tests.make.commands import COMMAND, Outcome, execute, run
from tests.make.shelf import (
    EDITION,
    ENGLISH,
    KYRGYZ,
    add_edition,
    passages_of,
    small_corpus,
)

Alter = Callable[[Path], object]

EXCERPT = {
    "id": str,
    "topic": str,
    "edition": str,
    "report": str,
    "country": str,
    "year": int,
    "language": str,
    "page": int | None,
    "pages": list | None,
    "years": list,
    "paragraph": int,
    "headings": list,
    "exact": str,
    "grade": str,
    "reasons": list,
    "source": dict,
}
SOURCE = {"path": str, "sha256": str, "start": int, "end": int}
FIGURE = {
    "value": int | float,
    "value_max": int | float | None,
    "unit": str,
    "counted": str,
    "period": str | None,
    "period_basis": str,
    "kind": str,
    "approximate": bool,
    "base": int | float | None,
    "repeats": str | None,
    "bound": str | None,
    "change": bool,
    "reported_by": str | None,
    "indicator": str | None,
    "status": str,
    "reviewed": bool,
    "topics": list,
    "edition": str,
    "report": str,
    "country": str,
    "year": int,
    "language": str,
    "page": int | None,
    "paragraph": int,
    "sentence": str,
    "quote": str,
}
CELL = {
    "topic": str,
    "report": str,
    "country": str,
    "year": int,
    "state": str,
    "excerpts": int,
}
TOPIC = {"code": str, "labels": dict, "excerpts": int}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small corpus of the test's own, to be spoiled."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return small_corpus(folder)


def build(small: Path, *words: object, **how: Any) -> Outcome:
    """Build from the small corpus; HTML, because that takes no time."""
    return run(
        "build", *words, "--format", "html", "--corpus", small, "-l", "en", **how
    )


def shown(path: Path) -> str:
    """Return the text of a page as a reader sees it, on one line."""
    return " ".join(visible_text(path.read_text(encoding="utf-8")).split())


def rows(*words: object) -> list[dict[str, Any]]:
    """Return what a command prints as JSON."""
    told = run(*words, "--json")
    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    assert isinstance(found, list)
    return found


def check_types(row: Mapping[str, Any], contract: Mapping[str, Any]) -> None:
    for key, kind in contract.items():
        assert isinstance(row[key], kind), key
        assert isinstance(row[key], bool) == (kind is bool), key


def assert_refused(told: Outcome, code: ExitCode, *said: str) -> None:
    """Check that one sentence says what is wrong, and nothing else is printed."""
    assert (told.code, told.out) == (code, "")
    assert told.err.startswith("briefs: ")
    assert len(told.err.strip().splitlines()) == 1
    assert "Traceback" not in told.err
    for text in said:
        assert text in told.err


# The command itself


def test_the_version_is_told() -> None:
    assert run("--version").out == f"briefs {__version__}\n"


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_help_lists_every_command(words: tuple[str, ...]) -> None:
    told = run(*words)
    for command in (
        "build",
        "topics",
        "excerpts",
        "figures",
        "coverage",
        "search",
        "ingest",
        "check",
        "verify",
        "doctor",
    ):
        assert re.search(rf"^  {command}\b", told.out + told.err, re.MULTILINE)


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_help_and_version_start_without_the_heavy_libraries(word: str) -> None:
    heavy = ["weasyprint", "babel", "jinja2", "pikepdf", "py3langid", "pypdfium2"]
    code = (
        "import sys\nfrom briefs.cli.app import main\n"
        f"try: main([{word!r}])\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_an_unknown_command_or_option_is_a_usage_error() -> None:
    assert run("biuld").code == ExitCode.USAGE
    assert run("build", "--colour").code == ExitCode.USAGE


# build


def test_build_prints_the_path_of_the_brief(small: Path, tmp_path: Path) -> None:
    made = build(small, "torture", "-o", tmp_path / "t.html")
    assert made == Outcome(0, f"{tmp_path / 't.html'}\n", "")
    page = shown(tmp_path / "t.html")
    assert "Prosecutors received 40 complaints of torture in 2020" in page
    assert "Прокуратурага 2019-жылы кыйноо боюнча 35 арыз түшкөн." in page


def test_several_topics_make_one_brief(small: Path, tmp_path: Path) -> None:
    made = build(small, "torture", "women", "-o", tmp_path)
    assert made.out == f"{tmp_path / 'torture-women-en.html'}\n"


def test_separate_makes_one_each_and_prints_one_path_a_line(
    small: Path, tmp_path: Path
) -> None:
    made = build(small, "torture", "women", "--separate", "-o", tmp_path)
    assert made.out.splitlines() == [
        str(tmp_path / "torture-en.html"),
        str(tmp_path / "women-en.html"),
    ]
    assert all(Path(line).is_file() for line in made.out.splitlines())


def test_all_makes_every_topic_that_has_excerpts(own: Path, tmp_path: Path) -> None:
    silent = (own / "topics" / "women.toml").read_text(encoding="utf-8")
    for old, new in (("зомбулук", "метеорит"), ("domestic violence", "meteorite")):
        silent = silent.replace(old, new)
    (own / "topics" / "meteorites.toml").write_text(silent, encoding="utf-8")
    made = build(own, "--all", "--separate", "-o", tmp_path / "out")
    assert [Path(line).name for line in made.out.splitlines()] == [
        "torture-en.html",
        "women-en.html",
    ]


def test_a_brief_in_two_languages_is_two_files(small: Path, tmp_path: Path) -> None:
    made = build(small, "torture", "-l", "ru", "-o", tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.html")) == [
        "torture-en.html",
        "torture-ru.html",
    ]
    assert len(made.out.splitlines()) == 2


def test_the_output_is_a_file_when_it_has_an_ending_and_else_a_folder(
    small: Path, tmp_path: Path
) -> None:
    assert (
        build(small, "women", "-o", tmp_path / "a.html").out.strip().endswith("a.html")
    )
    assert build(small, "women", "-o", tmp_path / "new").out == (
        f"{tmp_path / 'new' / 'women-en.html'}\n"
    )


def test_without_an_output_the_brief_is_put_here(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert build(small, "women").out == "women-en.html\n"
    assert (tmp_path / "women-en.html").is_file()


def test_years_choose_the_editions(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    build(small, "torture", "--years", "2020", "-o", path)
    page = shown(path)
    assert "40 complaints" in page
    assert "35 арыз" not in page


def test_a_country_chooses_the_editions(own: Path, tmp_path: Path) -> None:
    add_edition(own, ENGLISH.replace("40", "400"), 2020, "en", "UZB")
    path = tmp_path / "t.html"
    build(own, "torture", "--country", "UZB", "-o", path)
    page = shown(path)
    assert "400 complaints" in page
    assert "40 complaints" not in page


def test_the_same_request_makes_the_same_bytes(small: Path, tmp_path: Path) -> None:
    by_flag, by_variable = tmp_path / "a.pdf", tmp_path / "b.pdf"
    words = "build", "torture", "-l", "en", "--corpus", small
    off = {"BRIEFS_CACHE": "off"}
    run(*words, "-o", by_flag, "--date", "2026-11-22", env=off)
    epoch = {"SOURCE_DATE_EPOCH": "1795305600"}
    run(*words, "-o", by_variable, env=epoch | off)
    assert by_flag.read_bytes()[:5] == b"%PDF-"
    assert by_flag.read_bytes() == by_variable.read_bytes()


def test_a_flag_comes_before_the_environment_and_that_before_the_settings_file(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = f'locale = "ru"\noutput = "here"\ncorpus = "{small}"\n'
    (tmp_path / "briefs.toml").write_text(settings, encoding="utf-8")
    words = "build", "women", "--format", "html"
    assert run(*words).out == "here/women-ru.html\n"
    env = {"BRIEFS_LOCALE": "ky"}
    assert run(*words, env=env).out == "here/women-ky.html\n"
    assert run(*words, "-l", "en", env=env).out == "here/women-en.html\n"


def test_a_settings_file_may_be_named(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text('locale = "en"\noutput = "made"\naccent = "#7a1f1f"\n', "utf-8")
    words = "build", "women", "--format", "html", "--corpus", small
    made = run("--config", file, *words)
    assert made.out == f"{tmp_path / 'made' / 'women-en.html'}\n"
    assert "#7a1f1f" in Path(made.out.strip()).read_text(encoding="utf-8")


def test_a_booklet_comes_with_its_sheets(small: Path, tmp_path: Path) -> None:
    words = "build", "women", "-l", "en", "--profile", "booklet", "--corpus", small
    made = run(*words, "-o", tmp_path / "women.pdf")
    assert made.out.splitlines() == [
        str(tmp_path / "women.pdf"),
        str(tmp_path / "women-imposed.pdf"),
    ]


def test_an_unchanged_brief_is_not_set_again(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "build", "women", "-l", "en", "--corpus", small, "--date", "2026-01-02"
    run(*words, "-o", tmp_path / "a.pdf")
    monkeypatch.delattr(layout, "lay_out")
    run(*words, "-o", tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_several_briefs_are_the_same_whether_made_at_once_or_in_turn(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "torture", "women", "--separate", "--date", "2026-11-22"
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    at_once = build(small, *words, "-o", tmp_path / "a").out.splitlines()
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    in_turn = build(small, *words, "-o", tmp_path / "b").out.splitlines()
    assert [Path(one).read_bytes() for one in at_once] == [
        Path(one).read_bytes() for one in in_turn
    ]


def test_no_progress_is_shown_where_nobody_watches(small: Path, tmp_path: Path) -> None:
    quiet = build(small, "women", "-o", tmp_path, "-q")
    assert quiet.err == build(small, "women", "-o", tmp_path).err == ""


def test_nothing_is_coloured(small: Path) -> None:
    told = execute("topics", "--corpus", small, env={"NO_COLOR": "1"})
    assert told.code == 0
    assert "\x1b" not in told.out + told.err


# The contracts of JSON


def test_excerpts_keep_their_contract(small: Path) -> None:
    found = rows("excerpts", "torture", "--corpus", small)
    assert [(row["edition"], row["paragraph"]) for row in found] == [
        ("hrr-2019-kgz-ky", 2),
        ("hrr-2019-kgz-ky", 3),
        ("hrr-2020-kgz-en", 2),
        ("hrr-2020-kgz-en", 3),
    ]
    for row in found:
        assert set(row) == set(EXCERPT)
        check_types(row, EXCERPT)
        assert set(row["source"]) == set(SOURCE)
        check_types(row["source"], SOURCE)
        assert row["grade"] in {"strong", "possible"}
        assert all(isinstance(reason, str) for reason in row["reasons"])
        assert row["reasons"]


def test_an_excerpt_names_its_pages_and_the_years_that_repeat_it(own: Path) -> None:
    for row in rows("excerpts", "statelessness"):
        pages = {93: [20, 21], 131: [29, 29], 85: [19, 19]}
        assert row["pages"] == pages[row["paragraph"]]
    add_edition(own, ENGLISH, 2022, "en")
    found = rows("excerpts", "torture", "--corpus", own)
    repeated = {row["year"]: row["years"] for row in found}
    assert repeated == {2019: [2019], 2020: [2020, 2022], 2022: [2020, 2022]}
    assert len({row["id"] for row in found}) == len(found)


def test_what_is_not_quoted_whole_is_listed_for_review() -> None:
    whole = execute("excerpts", "detention", "--splices")
    assert (whole.code, whole.out) == (0, "")
    told = execute("excerpts", "torture", "--splices", "--longest", "30", "-l", "en")
    assert told.code == 0
    assert "hrr-2015-kgz-ky, p. 5, para. 22 (torture)" in told.out
    assert "{" in told.out


def test_the_source_of_an_excerpt_encloses_its_text(small: Path) -> None:
    for row in rows("excerpts", "torture", "women", "--corpus", small):
        source = Path(row["source"]["path"]).read_text(encoding="utf-8")
        enclosed = source[row["source"]["start"] : row["source"]["end"]]
        assert enclosed.split() == row["exact"].split()


def test_figures_keep_their_contract(small: Path) -> None:
    found = rows("figures", "--corpus", small)
    for row in found:
        assert set(row) == set(FIGURE)
        check_types(row, FIGURE)
        assert row["period_basis"] in {"stated", "carried", "edition"}
        assert row["kind"] in set(Kind)
        assert row["bound"] in {None, *Bound}
        assert row["quote"] in row["sentence"]
    told = [(row["value"], row["unit"], row["reviewed"]) for row in found]
    assert (40, "complaints", True) in told
    assert sum(value == 40 for value, _, _ in told) == 1
    assert (35, "complaints", False) in told


def test_an_unknown_number_is_no_figure_of_the_contract(own: Path) -> None:
    ledger = own / "editions" / "hrr-2020-kgz-en" / "figures.csv"
    text = ledger.read_text(encoding="utf-8").replace('"40"', '""')
    ledger.write_text(text.replace('"A"', '"M"'), encoding="utf-8")
    assert all(row["value"] is not None for row in rows("figures", "--corpus", own))


def test_figures_of_a_topic_are_those_of_its_passages(small: Path) -> None:
    found = rows("figures", "torture", "--corpus", small)
    assert all("torture" in row["topics"] for row in found)
    assert {row["value"] for row in found} == {35, 40, 3}


def test_figures_as_a_table_have_the_same_columns_as_the_ledger(small: Path) -> None:
    told = run("figures", "torture", "--csv", "--corpus", small)
    head, *lines = told.out.splitlines()
    assert head.startswith("EDITION,PARAGRAPH,QUOTE,INDICATOR,REF_AREA,TIME_PERIOD,")
    assert any("40 complaints of torture,complaints,KGZ,2020" in line for line in lines)


def test_topics_keep_their_contract(small: Path) -> None:
    found = rows("topics", "--corpus", small)
    assert [row["code"] for row in found] == ["torture", "women"]
    for row in found:
        check_types(row, TOPIC)
        assert set(row["labels"]) == {"ky", "ru", "en"}
    assert found[0]["excerpts"] == 4


def test_coverage_keeps_its_contract(small: Path) -> None:
    found = rows("coverage", "--corpus", small)
    for row in found:
        assert set(row) == set(CELL)
        check_types(row, CELL)
    states = {(row["topic"], row["year"]): row["state"] for row in found}
    assert states["torture", 2019] == "passages"
    assert set(states) == {(t, y) for t in ("torture", "women") for y in (2019, 2020)}


def test_coverage_tells_silence_from_a_missing_edition(own: Path) -> None:
    add_edition(
        own, ENGLISH.replace("tortur", "tickl").replace("Tortur", "Tickl"), 2022, "en"
    )
    found = rows("coverage", "torture", "--corpus", own)
    assert [(row["year"], row["state"], row["excerpts"]) for row in found] == [
        (2019, "passages", 2),
        (2020, "passages", 2),
        (2021, "no-edition", 0),
        (2022, "no-such-section", 0),
    ]


def test_search_finds_the_passages_with_all_the_words(small: Path) -> None:
    (row,) = rows("search", "прокуратура", "арыз", "--corpus", small)
    assert (row["edition"], row["paragraph"]) == ("hrr-2019-kgz-ky", 2)
    (row,) = rows("search", "депутат күчтөрүн", "--corpus", small)
    folded = rows("search", "депутат кучторун", "--corpus", small)
    assert folded == [row]


# For people


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("topics",), "torture"),
        (("topics", "check", "torture"), "tortur"),
        (("excerpts", "torture"), "hrr-2020-kgz-en"),
        (("excerpts", "torture", "--why"), "tortur"),
        (("figures", "torture"), "40 complaints of torture"),
        (("figures", "review", "hrr-2020-kgz-en"), "120 members"),
        (("coverage",), "women"),
        (("search", "shelter"), "opened a shelter"),
        (("check",), "hrr-2019-kgz-ky"),
    ],
)
def test_every_command_also_speaks_to_people(
    small: Path, words: tuple[str, ...], said: str
) -> None:
    told = run(*words, "--corpus", small)
    assert (told.code, told.err) == (0, "")
    assert said in told.out


def test_a_pattern_that_never_matches_is_named(own: Path) -> None:
    topic = own / "topics" / "torture.toml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(text.replace('["tortur"]', '["tortur", "thumbscrew"]'), "utf-8")
    told = run("topics", "check", "torture", "--corpus", own)
    assert re.search(r"never.*thumbscrew", told.out)


def test_doctor_says_what_the_machine_has(small: Path) -> None:
    told = run("doctor", "--corpus", small)
    assert told.code == 0
    assert "Python" in told.out


def test_doctor_fails_where_something_is_missing(tmp_path: Path) -> None:
    told = run("doctor", "--corpus", tmp_path / "none")
    assert told.code == ExitCode.UNEXPECTED
    assert "NO" in told.out


def test_an_edition_is_added_and_found_at_once(own: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(ENGLISH.replace("40", "50"), encoding="utf-8")
    told = run(
        *("ingest", report, "--report", "hrr", "--country", "KGZ", "--year", 2021),
        *("--title", "Report 2021", "--publisher", "Department of State"),
        *("--licence", "Public domain", "--origin", "Typed", "--corpus", own),
    )
    assert told.code == 0
    assert "paragraphs: " in told.err
    assert "headings: " in told.err
    assert Path(told.out.strip()).is_dir()
    found = rows("excerpts", "torture", "--years", "2021", "--corpus", own)
    assert "50 complaints" in found[0]["exact"]


def test_the_corpus_may_be_named_in_the_environment(small: Path) -> None:
    told = run("topics", "--json", env={"BRIEFS_CORPUS": str(small)})
    assert [row["code"] for row in json.loads(told.out)] == ["torture", "women"]


def test_a_reviewer_sees_where_there_was_none_or_nobody_knows() -> None:
    told = run("figures", "review", "hrr-2015-kgz-ky", "-l", "en")
    places = told.out.partition("that there was none, or that the number is unknown:")
    assert "unknown, " in places[2]
    assert "none, " in places[2]


def test_an_official_edition_is_quoted_in_place_of_its_counterpart(
    own: Path, tmp_path: Path
) -> None:
    add_edition(own, RUSSIAN, 2020, "ru")
    path = tmp_path / "t.html"
    told = run(
        *("build", "torture", "-l", "ru", "--format", "html", "--years", "2020"),
        *("--corpus", own, "-o", path),
    )
    assert (told.code, told.err) == (0, "")
    assert "В 2020 году прокуроры получили 40 жалоб на пытки" in shown(path)
    assert "Prosecutors received" not in shown(path)


RUSSIAN = """\
КРАТКИЙ ОБЗОР

В стране есть конституция и парламент из 120 депутатов. Президента избирают на шесть \
лет, и он назначает премьер-министра. Правительство управляет силами безопасности, а \
суды по закону независимы. Газеты и телевидение сообщают о том, что делает \
правительство, и граждане могут писать в любое ведомство, где должны ответить в \
течение месяца.

Пытки

Закон запрещает пытки. Тем не менее сотрудники милиции избивали задержанных, чтобы \
получить признание. В 2020 году прокуроры получили 40 жалоб на пытки и возбудили три \
дела.

Несмотря на эти травмы, суд принял признание. Судья не обратил внимания на жалобу на \
пытки.

Женщины

Правительство открыло приют для женщин, которые пострадали от домашнего насилия.
"""


# The look of a house


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder of templates and styles, and settings that name it."""
    (tmp_path / "house" / "templates").mkdir(parents=True)
    (tmp_path / "house" / "styles").mkdir()
    (tmp_path / "our.toml").write_text('look = "house"\n', "utf-8")
    return tmp_path


def poster(house: Path, body: str, *how: object, css: str = "") -> Outcome:
    """Build a brief by a template of the house."""
    (house / "house" / "templates" / "poster.html.j2").write_text(
        '<!doctype html><html lang="en"><head><title>{{ brief.title }}</title>'
        '<link rel="stylesheet" href="styles/house.css"></head><body>'
        f"{body}</body></html>",
        "utf-8",
    )
    (house / "house" / "styles" / "house.css").write_text(css, "utf-8")
    return run(
        *("--config", house / "our.toml", "build", "torture", "-l", "en"),
        *("--profile", "poster", "-o", house / "made", *how),
    )


QUOTED = """
<h1>{{ brief.title }}</h1>
{% for chapter in brief.chapters %}{% for group in chapter.years %}
{% for excerpt in group.excerpts %}<blockquote>
{% for part in excerpt.parts %}<p lang="{{ excerpt.language }}">{{ part|unbroken }}</p>
{% endfor %}
{% if excerpt.translation %}{% for part in excerpt.translation.parts %}
<p>{{ part|unbroken }}</p>{% endfor %}{% endif %}
</blockquote>{% endfor %}{% endfor %}{% endfor %}
"""


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_a_house_sets_briefs_by_templates_of_its_own(house: Path, kind: str) -> None:
    told = poster(house, QUOTED, "--format", kind, css="p { color: #300 }")
    assert (told.code, told.err) == (0, "")
    assert Path(told.out.strip()).name == f"torture-en-poster.{kind}"


@pytest.mark.parametrize(
    ("body", "css", "place"),
    [
        ("\n<h3>{{ brief.title }}</h3>", "", "poster.html.j2:2 <h3>"),
        (QUOTED, "\np { opacity: .5 }", "house.css:2: use a lighter colour"),
    ],
)
def test_a_page_that_nobody_could_hear_is_refused_with_its_line(
    house: Path, body: str, css: str, place: str
) -> None:
    told = poster(house, body, css=css)
    assert_refused(told, ExitCode.RENDER, place, "correct the template")
    assert not (house / "made").exists()


def test_a_look_that_is_not_there_is_named(tmp_path: Path) -> None:
    settings = tmp_path / "our.toml"
    settings.write_text('look = "none"\n', "utf-8")
    told = run("--config", settings, "build", "torture")
    assert_refused(told, ExitCode.SETTING, str(tmp_path / "none"), "templates")


# What cannot be done


def test_an_unknown_topic_is_answered_with_the_nearest(small: Path) -> None:
    for words in (("build", "tortur"), ("excerpts", "tortur"), ("figures", "tortur")):
        told = run(*words, "--corpus", small)
        assert_refused(told, ExitCode.CORPUS, "'tortur'", "torture")


def test_an_unknown_edition_is_answered_with_the_nearest(small: Path) -> None:
    told = run("figures", "review", "hrr-2020-kgz", "--corpus", small)
    assert_refused(told, ExitCode.CORPUS, "hrr-2020-kgz-en")


def test_an_unknown_locale_is_a_usage_error(small: Path, tmp_path: Path) -> None:
    told = run("build", "torture", "-l", "kz", "--corpus", small, "-o", tmp_path)
    assert_refused(told, ExitCode.USAGE, "'kz'", "ky")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build",), "no topic"),
        (("build", "torture", "--years", "2019-2015"), "2019-2015"),
        (("build", "torture", "--years", "last"), "last"),
        (("build", "torture", "--date", "tomorrow"), "tomorrow"),
        (("search", "…"), "word"),
        (("figures", "review"), "edition"),
    ],
)
def test_words_that_make_no_sense_are_usage_errors(
    small: Path, words: tuple[str, ...], said: str
) -> None:
    assert_refused(run(*words, "--corpus", small), ExitCode.USAGE, said)


def test_a_date_that_is_none_in_the_environment_is_a_usage_error(small: Path) -> None:
    told = build(small, "women", env={"SOURCE_DATE_EPOCH": "yesterday"})
    assert_refused(told, ExitCode.USAGE, "SOURCE_DATE_EPOCH=yesterday")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('colour = "red"', ["line 1", "colour"]),
        ('accent = "red"', ["line 1", "accent"]),
        ("locale = ", ["line 1"]),
        ('locale = "ky"\n[issuer]\nname = ""', ["line 3", "issuer"]),
        ('[issuer]\nname = "House"\nlogo = "no.png"', ["line 3", "no.png"]),
    ],
)
def test_a_bad_setting_is_told_by_file_and_line(
    small: Path, tmp_path: Path, settings: str, said: list[str]
) -> None:
    file = tmp_path / "house.toml"
    file.write_text(settings, encoding="utf-8")
    told = build(small, "women", env={"BRIEFS_CONFIG": str(file)})
    assert_refused(told, ExitCode.SETTING, str(file), *said)


def test_an_unknown_setting_in_the_environment_is_refused(small: Path) -> None:
    told = build(small, "women", env={"BRIEFS_COLOUR": "red"})
    assert_refused(told, ExitCode.SETTING, "BRIEFS_COLOUR")


def rewrite(name: str, old: str, new: str) -> Alter:
    """Return what spoils a file of a corpus."""

    def alter(corpus: Path) -> None:
        file = corpus / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return alter


def remove(name: str) -> Alter:
    return lambda corpus: (corpus / name).unlink()


TORTURE, HOME = "topics/torture.toml", "editions/hrr-2020-kgz-en"


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (rewrite(TORTURE, 'en = "Torture"', 'en = "Torture'), [TORTURE, "line 4"]),
        (rewrite(TORTURE, "[heads]", "[head]"), [TORTURE, "line 15", "heads"]),
        (rewrite(TORTURE, '["tortur"]', '"tortur"'), [TORTURE, "patterns.en"]),
        (rewrite(TORTURE, 'en = "Torture"', ""), [TORTURE, "'en' is missing"]),
        (
            rewrite(f"{HOME}/edition.toml", 'sha256 = "', 'sha = "'),
            ["edition.toml", "sha"],
        ),
        (rewrite(f"{HOME}/edition.toml", "year = 2020", 'year = "2020"'), ["line 3"]),
        (rewrite(f"{HOME}/source.txt", "40", "41"), ["source.txt", "checksum"]),
        (remove(f"{HOME}/source.txt"), ["source.txt"]),
        (
            rewrite(f"{HOME}/figures.csv", '"stated"', '"sure"'),
            ["line 2", "PERIOD_BASIS"],
        ),
        (rewrite("indicators/complaints.toml", "order = 1", "order = x"), ["line 3"]),
        (rewrite("organisations.toml", "labels", "label"), ["organisations.toml"]),
    ],
)
def test_a_malformed_corpus_is_told_by_file_line_and_key(
    own: Path, tmp_path: Path, alter: Alter, said: list[str]
) -> None:
    alter(own)
    told = build(own, "torture", "-o", tmp_path / "out")
    assert_refused(told, ExitCode.CORPUS, *said)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (rewrite(f"{HOME}/figures.csv", '"complaints"', '"visits"'), "visits"),
        (rewrite(f"{HOME}/figures.csv", '"prosecutors"', '"nobody"'), "nobody"),
        (rewrite(f"{HOME}/figures.csv", '"torture"', '"tortur"'), "tortur"),
        (rewrite(f"{HOME}/figures.csv", '"40"', '"41"'), "41"),
        (rewrite(f"{HOME}/source.txt", "40", "41"), "checksum"),
    ],
)
def test_check_finds_what_is_wrong_in_a_corpus(
    own: Path, alter: Alter, said: str
) -> None:
    alter(own)
    told = run("check", "--corpus", own)
    assert told.code == ExitCode.CORPUS
    assert said in told.err
    assert "Traceback" not in told.err


def test_check_tells_every_fault_at_once(own: Path) -> None:
    rewrite(f"{HOME}/figures.csv", '"complaints"', '"visits"')(own)
    rewrite(f"{HOME}/figures.csv", '"prosecutors"', '"nobody"')(own)
    rewrite("editions/hrr-2019-kgz-ky/source.txt", "35", "36")(own)
    rewrite("editions/hrr-2019-kgz-ky/edition.toml", "country", "topics = []\ncountry")(
        own
    )
    add_edition(own, ENGLISH, 2021, "en")
    rewrite(
        "editions/hrr-2021-kgz-en/edition.toml", "year =", 'topics = ["x"]\nyear ='
    )(own)
    told = run("check", "--corpus", own)
    faults = told.err.removeprefix("briefs: ").splitlines()
    assert len(faults) == 5
    assert all(
        any(said in fault for fault in faults)
        for said in ("visits", "nobody", "checksum", "unknown topic x")
    )
    assert "hrr-2020-kgz-en: source unaltered" in told.out


def test_a_figure_that_its_words_do_not_say_is_never_printed(own: Path) -> None:
    rewrite(f"{HOME}/figures.csv", '"40"', '"41"')(own)
    told = run("build", "torture", "--corpus", own, "-o", own / "brief.pdf")
    assert told.code == ExitCode.VERIFICATION
    assert "“40 complaints of torture”: the quote does not say 41" in told.err
    assert not (own / "brief.pdf").exists()


def test_check_reads_the_translations(own: Path) -> None:
    home = own / HOME / "translations"
    home.mkdir()
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    entry = 'msgid "Nobody said this."\nmsgstr "Этого никто не говорил."\n'
    (home / "ru.po").write_text(head + entry, encoding="utf-8")
    told = run("check", "--corpus", own)
    assert told.code == ExitCode.CORPUS
    assert "is no sentence of the source" in told.err


def test_check_shows_where_reports_contradict_each_other(own: Path) -> None:
    ledger = own / HOME / "figures.csv"
    row = ledger.read_text(encoding="utf-8").splitlines()[1]
    other = row.replace("40 complaints of torture", "three cases").replace(
        '"40"', '"3"', 1
    )
    with ledger.open("a", encoding="utf-8") as file:
        file.write(
            other.replace("received three cases", "received 40 complaints of torture")
            + "\n"
        )
    told = run("check", "--corpus", own)
    assert (told.code, told.err) == (0, "")
    assert "look: complaints 2020: 40 (hrr-2020-kgz-en, paragraph 2), 3 (" in told.out


def test_check_passes_the_corpus_that_comes_with_the_package() -> None:
    told = run("check")
    assert (told.code, told.err) == (0, "")
    assert "minority-population-share" in told.out


def test_a_folder_without_editions_is_no_corpus(tmp_path: Path) -> None:
    for command in (("topics",), ("coverage",), ("check",), ("search", "word")):
        told = run(*command, "--corpus", tmp_path / "none")
        assert_refused(told, ExitCode.CORPUS, "no corpus folder")
        told = run(*command, "--corpus", tmp_path)
        assert told.code == ExitCode.CORPUS
        assert "no editions" in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("build", "women", "--years", "1999"),
        ("build", "women", "--country", "ATA"),
        ("excerpts", "women", "--years", "1999"),
        ("figures", "women"),
        ("search", "unicorn"),
    ],
)
def test_what_is_not_found_is_said(small: Path, words: tuple[str, ...]) -> None:
    assert_refused(run(*words, "--corpus", small), ExitCode.NOTHING_FOUND)


def test_a_topic_that_finds_nothing_makes_no_brief(own: Path, tmp_path: Path) -> None:
    rewrite("topics/women.toml", '["domestic violence"]', '["meteorite"]')(own)
    rewrite("topics/women.toml", '["зомбулук"]', '["метеорит"]')(own)
    (own / "headings.toml").write_text("", encoding="utf-8")  # none that is standard
    told = build(own, "torture", "women", "-o", tmp_path / "out")
    assert_refused(told, ExitCode.NOTHING_FOUND, "women")
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_told(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    told = build(small, "women", "-o", tmp_path / "file" / "women.html")
    assert_refused(told, ExitCode.DELIVERY, "women.html")
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "folder.html" / "women-en.html").mkdir()
    told = build(small, "women", "-o", tmp_path / "folder.html")
    assert_refused(told, ExitCode.DELIVERY, "women-en.html")


def test_of_several_briefs_none_is_written_when_one_cannot_be(
    small: Path, tmp_path: Path
) -> None:
    (tmp_path / "women-en.html").mkdir()
    told = build(small, "torture", "women", "--separate", "-o", tmp_path)
    assert_refused(told, ExitCode.DELIVERY)
    assert [path.name for path in tmp_path.iterdir()] == ["women-en.html"]


def test_a_machine_without_pango_is_told_what_to_install(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [n for n in sys.modules if n.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    render._renderer.cache_clear()
    words = "build", "women", "-l", "en", "--corpus", small, "-o", tmp_path / "w.pdf"
    told = run(*words, "--date", "2001-01-01")
    render._renderer.cache_clear()
    assert_refused(told, ExitCode.RENDER, "libpango", "apt-get install")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_profile_is_refused(small: Path, tmp_path: Path) -> None:
    told = build(small, "women", "--profile", "handuot", "-o", tmp_path / "w.html")
    assert told.code in {ExitCode.USAGE, ExitCode.SETTING, ExitCode.RENDER}
    assert_refused(told, ExitCode(told.code), "handuot")


def test_an_interruption_leaves_nothing_behind(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)

    monkeypatch.setattr(deliver, "write_all", interrupted)
    told = build(small, "women", "-o", tmp_path / "women.html")
    assert_refused(told, ExitCode.INTERRUPTED)
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_of_check_is_no_fault_of_the_corpus(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise InterruptionError("interrupted")

    monkeypatch.setattr("briefs.corpus.sources.checksum", interrupted)
    assert run("check", "--corpus", small).code == ExitCode.INTERRUPTED


# Through the real command


def test_the_command_works_from_any_folder(small: Path, tmp_path: Path) -> None:
    words = "build", "torture", "women", "-l", "en", "--corpus", small, "-q"
    made = execute(*words, cwd=tmp_path)
    assert made == Outcome(0, "torture-women-en.pdf\n", "")
    assert (tmp_path / "torture-women-en.pdf").read_bytes()[:5] == b"%PDF-"
    proved = execute("verify", "torture-women-en.pdf", "--corpus", small, cwd=tmp_path)
    assert proved.code == 0


def test_an_error_is_one_line_without_a_traceback(small: Path) -> None:
    told = execute("excerpts", "tortur", "--corpus", small)
    assert_refused(told, ExitCode.CORPUS, "torture")


def test_a_reader_may_stop_reading(small: Path) -> None:
    words = [str(COMMAND), "excerpts", "torture", "--json", "--corpus", str(small)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as told:
        assert told.stdout
        assert told.stderr
        told.stdout.close()
        assert "Traceback" not in told.stderr.read()


def test_ctrl_c_ends_the_command_at_once(tmp_path: Path) -> None:
    words = [
        str(COMMAND),
        "build",
        "--all",
        "--separate",
        "-l",
        "en",
        "-o",
        str(tmp_path),
    ]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as made:
        time.sleep(2)
        made.send_signal(signal.SIGINT)
        out, err = made.communicate(timeout=30)
    assert (made.returncode, out) == (ExitCode.INTERRUPTED, "")
    assert err.startswith("briefs: ")
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


# A corpus of one's own


def test_a_corpus_is_read_as_it_is_written(small: Path) -> None:
    editions = Corpus.open(small).editions
    texts = {of.language: [p.text for p in passages_of(of)] for of in editions}
    assert len(texts["ky"]) == len(texts["en"]) == 4
    for language, source in (("ky", KYRGYZ), ("en", ENGLISH)):
        assert all(text in source for text in texts[language])


def test_an_edition_needs_no_year_in_its_folder_name(own: Path) -> None:
    (own / "editions" / "hrr-2020-kgz-en").rename(own / "editions" / "latest")
    found = rows("excerpts", "torture", "--years", "2020", "--corpus", own)
    assert {row["edition"] for row in found} == {"latest"}
    assert {row["year"] for row in found} == {2020}


def test_a_period_covered_that_is_no_year_is_refused(own: Path, tmp_path: Path) -> None:
    assert 'covers = "{year}"' in EDITION
    rewrite(f"{HOME}/edition.toml", 'covers = "2020"', 'covers = "lately"')(own)
    told = build(own, "torture", "-o", tmp_path / "t.html")
    assert_refused(told, ExitCode.CORPUS, "edition.toml", "covers")


def test_a_corpus_of_editions_and_topics_is_enough(own: Path, tmp_path: Path) -> None:
    for extra in ("numbers", "indicators"):
        shutil.rmtree(own / extra)
    for extra in ("organisations.toml", f"{HOME}/figures.csv"):
        (own / extra).unlink()
    assert build(own, "torture", "-o", tmp_path / "t.html").code == 0
    found = rows("figures", "torture", "--corpus", own)
    assert {(row["value"], row["reviewed"]) for row in found} == {
        (35, False),
        (40, False),
        (3, False),
    }
    assert run("check", "--corpus", own).code == 0


def test_a_corrected_language_is_matched_again(own: Path) -> None:
    assert len(rows("excerpts", "torture", "--corpus", own)) == 4
    rewrite(f"{HOME}/edition.toml", 'language = "en"', 'language = "ru"')(own)
    found = rows("excerpts", "torture", "--corpus", own)
    assert {row["edition"] for row in found} == {"hrr-2019-kgz-ky"}
