"""Which text is the authoritative one is said as the edition says it."""

from dataclasses import replace

from briefs.compose.sources import standing
from briefs.corpus.corpus import Corpus
from briefs.document import Translation
from briefs.i18n.locale import load
from tests.make import sample

ENGLISH = load("en")
TRANSLATED = Corpus.open().edition("hrr-2015-kgz-ky")
OWN = replace(TRANSLATED, translation_of="")


def test_a_translation_is_never_called_authoritative() -> None:
    said = standing.authority([(TRANSLATED, "Report")], ENGLISH)
    assert "published translation (Kyrgyz)" in said
    assert "authoritative text is the publisher’s own (English)" in said


def test_the_publishers_own_text_is_the_authoritative_one() -> None:
    said = standing.authority([(OWN, "Report")], ENGLISH)
    assert "publisher’s own text (Kyrgyz), the authoritative one" in said


def test_of_texts_of_two_kinds_each_report_is_named_with_its_own() -> None:
    said = standing.authority(
        [(TRANSLATED, "Report 2015"), (OWN, "Report 2021")], ENGLISH
    )
    assert "Report 2015: the published translation (Kyrgyz) is quoted" in said
    assert "Report 2021: the publisher’s own text (Kyrgyz) is quoted" in said
    assert "The excerpts are taken" not in said


def test_the_head_of_the_columns_names_the_authoritative_text() -> None:
    translation = Translation("en", ("Words.",), "working translation", reviewed=False)
    item = replace(
        sample.TORTURE.years[0].excerpts[0],
        edition=TRANSLATED.id,
        translation=translation,
    )
    for edition, words in (
        (TRANSLATED, "translation, as published; the authoritative text: English"),
        (OWN, "the original: only this text is authoritative"),
    ):
        columns = standing.columns([item], [edition], ENGLISH)
        assert columns is not None
        assert columns.authority == words


def test_translations_alone_have_a_head_that_names_no_original() -> None:
    translation = Translation("en", ("Words.",), "working translation", reviewed=False)
    first = sample.TORTURE.years[0].excerpts[0]
    item = replace(
        first, edition=OWN.id, translation=translation, original=False, cut=()
    )
    columns = standing.columns([item], [OWN], ENGLISH)
    assert columns is not None
    assert columns.status == "working translation, not reviewed"
    assert (columns.original, columns.authority) == ("", "")


def test_the_status_holds_for_all_translations_not_for_the_first() -> None:
    first = sample.TORTURE.years[0].excerpts[0]
    one, other = (
        replace(first, translation=Translation("en", ("W.",), "", reviewed=reviewed))
        for reviewed in (True, False)
    )
    assert standing.status([one, one], ENGLISH) == "working translation, reviewed"
    assert standing.status([one, other], ENGLISH).endswith("reviewed in part")
    assert standing.status([first], ENGLISH) == ""


def test_beside_originals_each_translation_tells_its_own_status() -> None:
    first = sample.TORTURE.years[0].excerpts[0]
    told = replace(first, translation=Translation("en", ("W.",), "", reviewed=False))
    assert standing.status_of_all([told, told], ENGLISH).endswith("not reviewed")
    assert standing.status_of_all([told, first], ENGLISH) == ""
