"""What cannot be printed is left out and told; the rest of the brief is made."""

import logging

import pytest

from briefs.errors import NothingFoundError
from briefs.tasks.building import printable
from tests.make.shelf import finding


def test_a_sentence_with_a_lost_character_is_not_quoted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    whole, lost = (
        finding("Tortured in custody."),
        finding("In cus\ufffdtody.", number=2),
    )
    with caplog.at_level(logging.WARNING, "briefs"):
        assert printable.only({"torture": (whole, lost)}) == {"torture": (whole,)}
    (said,) = caplog.messages
    assert said.endswith(
        "paragraph 2 is not quoted: a character of it was lost (U+FFFD)"
    )


def test_a_script_without_a_font_is_named_with_its_character(
    caplog: pytest.LogCaptureFixture,
) -> None:
    whole = finding("Tortured in custody, № 12, 7500⃀ – “so”, ʻoʼ, Αθήνα.")
    strange = finding("A man named \U000105c0 was beaten.", number=3)
    found = printable.only({"torture": (whole, strange), "women": ()})
    assert found == {"torture": (whole,), "women": ()}
    assert "no font here has “\U000105c0” (U+105C0)" in caplog.text


def test_where_nothing_is_left_the_reason_is_said() -> None:
    with pytest.raises(NothingFoundError, match=r"can be printed: .*U\+FFFC"):
        printable.only({"torture": (finding("In cus\ufffctody."),)})
