"""`briefs build`: what it is asked for, what it writes, and when it writes nothing."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from briefs.errors import ExitCode
from briefs.files import deliver
from briefs.render import layout
from briefs.render import layout as render
from briefs.render.webpage import visible_text
from tests.make.commands import Outcome, assert_refused, build, run
from tests.make.shelf import EDITION, ENGLISH, add_edition
from tests.make.spoil import HOME, TORTURE, Alter, remove, rewrite


def shown(path: Path) -> str:
    """Return the text of a page as a reader sees it, on one line."""
    return " ".join(visible_text(path.read_text(encoding="utf-8")).split())


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


def test_an_official_edition_is_quoted_in_place_of_its_counterpart(
    own: Path, tmp_path: Path
) -> None:
    add_edition(own, RUSSIAN, 2020, "ru")
    path = tmp_path / "t.html"
    told = run(
        *("build", "torture", "-l", "ru", "--format", "html", "--years", "2020"),
        *("--corpus", own, "-o", path, "--names", "full"),
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


# What cannot be done


def test_an_unknown_locale_is_a_usage_error(small: Path, tmp_path: Path) -> None:
    told = run("build", "torture", "-l", "kz", "--corpus", small, "-o", tmp_path)
    assert_refused(told, ExitCode.USAGE, "'kz'", "ky")


def test_an_unknown_profile_is_refused(small: Path, tmp_path: Path) -> None:
    told = build(small, "women", "--profile", "handuot", "-o", tmp_path / "w.html")
    assert told.code in {ExitCode.USAGE, ExitCode.SETTING, ExitCode.RENDER}
    assert_refused(told, ExitCode(told.code), "handuot")


def test_a_date_that_is_none_in_the_environment_is_a_usage_error(small: Path) -> None:
    told = build(small, "women", env={"SOURCE_DATE_EPOCH": "yesterday"})
    assert_refused(told, ExitCode.USAGE, "SOURCE_DATE_EPOCH=yesterday")


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


def test_a_period_covered_that_is_no_year_is_refused(own: Path, tmp_path: Path) -> None:
    assert 'covers = "{year}"' in EDITION
    rewrite(f"{HOME}/edition.toml", 'covers = "2020"', 'covers = "lately"')(own)
    told = build(own, "torture", "-o", tmp_path / "t.html")
    assert_refused(told, ExitCode.CORPUS, "edition.toml", "covers")


def test_a_figure_that_its_words_do_not_say_is_never_printed(own: Path) -> None:
    rewrite(f"{HOME}/figures.csv", '"40"', '"41"')(own)
    told = run("build", "torture", "--corpus", own, "-o", own / "brief.pdf")
    assert told.code == ExitCode.VERIFICATION
    assert "“40 complaints of torture”: the quote does not say 41" in told.err
    assert not (own / "brief.pdf").exists()


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
