"""Listings speak the reader's language, and show what is said beside how it is said."""

import json

import pytest

from briefs.i18n import locale as i18n
from tests.make.commands import run


@pytest.mark.parametrize(("word", "code"), [("пытки", "ru"), ("torture", "en")])
def test_a_search_finds_what_a_translation_says(word: str, code: str) -> None:
    told = run("search", word, "-l", code)
    assert told.code == 0, told.err
    place, translation, original = told.out.split("\n\n")[0].splitlines()
    assert place.startswith("hrr-2015-kgz-ky, ")
    assert word in translation.lower()
    assert set("өүң") & set(original)


def test_what_is_found_is_shown_in_the_original_to_who_reads_it() -> None:
    told = run("search", "пытки", "-l", "ky")
    assert len(told.out.split("\n\n")[0].splitlines()) == 2


def test_json_has_every_translation_of_what_is_found() -> None:
    found = json.loads(run("search", "кыйноо", "--json").out)
    assert {*found[0]["translations"]} == {"en", "ru"}
    assert "кыйноо" in found[0]["exact"].lower()


def test_excerpts_stand_in_the_readers_language_before_the_original() -> None:
    _, translation, original = run("excerpts", "hiv", "-l", "ru").out.splitlines()[:3]
    assert "ВИЧ" in translation
    assert "АИВ" in original or "ВИЧ" in original


@pytest.mark.parametrize("code", ["ky", "ru", "en"])
def test_topics_are_sorted_as_a_dictionary_of_the_language_does(code: str) -> None:
    topics = json.loads(run("topics", "--json").out)
    locale = i18n.load(code)
    labels = {topic["code"]: locale.label(topic["labels"]) for topic in topics}
    wanted = sorted(labels, key=lambda topic: locale.sort_key(labels[topic]))
    lines = run("topics", "-l", code).out.splitlines()
    assert [line.split()[0] for line in lines] == wanted


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ru", ["109 – Жалобы", "июнь 2015 года (указан)", "Генеральная прокуратура"]),
        ("ky", ["109 – Кыйноо", "июнь айлары (көрсөтүлгөн)", "Башкы прокуратура"]),
        (
            "en",
            ["109 – Torture", "June 2015 (as stated)", "Prosecutor General’s Office"],
        ),
    ],
)
def test_figures_are_listed_without_codes(code: str, words: list[str]) -> None:
    told = run("figures", "torture", "-l", code).out
    for word in words:
        assert word in told.replace("\N{NO-BREAK SPACE}", " ")
    for word in ("aggregate", "prosecutor-general", "2015-01/2015-06", "complaints,"):
        assert word not in told
