"""Recommendations are compared with those of the edition before, by a stated rule."""

from dataclasses import replace

from briefs.compose.excerpts import advice
from briefs.corpus.beside.statements import Repeat, Statement
from briefs.corpus.corpus import Corpus
from briefs.document import Excerpt, Section, YearGroup
from briefs.i18n.locale import load
from tests.make import sample

EDITIONS = {edition.id: edition for edition in Corpus.open().editions}
OLD, NEW = "tip-2017-kgz-ky", "tip-2019-kgz-ky"
GUIDE = "жапа чеккендерди аныктоо боюнча колдонмолорду бекитүү жана ишке киргизүү;"
AGAIN = "Жапа чеккендерди аныктоо боюнча колдонмолорду бекитүү, ишке киргизүү"
HELP = "уюмдардын ишмердигине колдоо көрсөтүүнү улантуу"
FRESH = "Күбөлүк көрсөтмөлөрдү топтоонун альтернативдик ыкмалары"


def group(edition: str, *items: Excerpt) -> YearGroup:
    return YearGroup("", "", "", (Section("", "ky", items),))


def item(number: int, edition: str, text: str) -> Excerpt:
    like = sample.TORTURE.years[0].excerpts[0]
    return replace(
        like,
        number=number,
        mark=str(number),
        edition=edition,
        parts=(text,),
        repeated="",
    )


OLDER = group(OLD, item(1, OLD, GUIDE), item(2, OLD, HELP))
NEWER = group(NEW, item(3, NEW, AGAIN), item(4, NEW, FRESH))


def said(*joined: Repeat) -> list[str]:
    found = advice.compared([OLDER, NEWER], EDITIONS, joined, load("en"))
    return [one.repeated for years in found for one in years.excerpts]


def test_near_repeats_name_each_other_and_the_rest_is_new_or_gone() -> None:
    assert said() == [
        "also in 2019: 3",
        "not in 2019",
        "also in 2017: 1",
        "new compared with 2017",
    ]


def test_what_a_person_joined_is_a_repeat_in_whatever_words() -> None:
    joined = Repeat(Statement(NEW, 13, FRESH), Statement(OLD, 3, HELP))
    assert said(joined)[1::2] == ["also in 2019: 4", "also in 2017: 2"]


def test_a_single_edition_is_compared_with_nothing() -> None:
    (alone,) = advice.compared([NEWER], EDITIONS, (), load("en"))
    assert [one.repeated for one in alone.excerpts] == ["", ""]
