"""What differs from an older brief is told from what both of them prove."""

import pytest

from briefs.choice import Corrected, Replaced
from briefs.compose import replacing
from briefs.exhibits import Translation
from briefs.i18n import locale as i18n
from tests.compose.test_brief import material
from tests.make import sample

ENGLISH = i18n.load("en")
KEY = "hrr-2015-kgz-ky 13 torture-complaints-prosecutors 2015-01/2015-06"


def told(**how: object) -> list[str]:
    older = Replaced("0000-1111-2222", "2026-11-20", **how)  # type: ignore[arg-type]
    return list(replacing.told(older, [], material("torture"), ENGLISH))


def test_a_value_that_was_printed_otherwise_is_told() -> None:
    said = told(figures={KEY: "910"})
    assert any("January–June 2015: now 109, before 910." in each for each in said)


def test_a_bound_is_part_of_a_value() -> None:
    assert any("before about 109." in each for each in told(figures={KEY: "about 109"}))


def test_a_value_that_is_given_no_more_is_told() -> None:
    gone = told(figures={KEY.replace("13", "99"): "5"})
    assert any("no longer given, before 5." in each for each in gone)


def test_a_value_that_is_the_same_is_not_told() -> None:
    first, second = told(figures={KEY: "109"})
    assert first == "This brief replaces the brief 0000-1111-2222 of November 20, 2026."
    assert "no correction" in second


def test_an_indicator_that_nobody_knows_is_not_told() -> None:
    assert len(told(figures={"hrr-2015-kgz-ky 13 no-such 2015": "1"})) == 2


def test_a_correction_is_told_with_its_day_and_report() -> None:
    one = Corrected("2026-11-24", "hrr-2015-kgz-ky", {"en": "A name was misspelled."})
    assert "Corrected on November 24, 2026, Human Rights Report 2015: A name was " in (
        " ".join(told(corrected=(one,)))
    )


def test_quotations_that_are_no_more_are_counted() -> None:
    assert (
        "Of its 1 quotations 0 stand here word for word"
        in told(quoted=("hrr-2015-kgz-ky 13 0123456789abcdef",))[-1]
    )


def test_a_translation_is_never_said_to_stand_word_for_word() -> None:
    """What is corrected may be the very translation that a reader has before him."""
    said = {}
    for translation in (None, Translation("en", ("Nobody was punished.",), "draft")):
        item = sample.excerpt(
            1, sample.HRR, "p. 3", "Эч ким жазаланган эмес.", translation=translation
        )
        key = replacing.quotation_key(item.edition, item.paragraphs, item.parts)
        older = Replaced("0000-1111-2222", "2026-11-20", quoted=(key,))
        said[bool(translation)] = list(
            replacing.told(older, [item], material("torture"), ENGLISH)
        )[-1]
    assert said[False] == "All its quotations stand here word for word."
    assert "in the language of the source" in said[True]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (("en", "Nobody was punished."), "in the language of the source."),
        (("en", "Nobody was accused."), "was changed: [1]."),
        (("ru", "Никто не наказан."), "in the language of the source."),
    ],
)
def test_a_translation_that_was_changed_is_told_of_itself(
    before: tuple[str, str], told: str
) -> None:
    translation = Translation("en", ("Nobody was punished.",), "draft")
    item = sample.excerpt(
        1, sample.HRR, "p. 3", "Эч ким жазаланган эмес.", translation=translation
    )
    key = replacing.quotation_key(item.edition, item.paragraphs, item.parts)
    language, words = before
    older = Replaced(
        "0000-1111-2222",
        "2026-11-20",
        quoted=(key,),
        translated={key: replacing.translation_key(language, [words])},
    )
    said = list(replacing.told(older, [item], material("torture"), ENGLISH))
    assert any(one.endswith(told) for one in said)
    assert ("changed" in told) != any("no correction" in one for one in said)
