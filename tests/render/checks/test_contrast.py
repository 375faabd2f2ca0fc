"""A colour that cannot be read on white has a neighbour that can."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.checks import contrast

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#ff0000", 4.0)],
)
def test_the_measure_is_that_of_wcag(colour: str, expected: float) -> None:
    assert contrast.on_white(colour) == pytest.approx(expected, abs=0.01)


@given(COLOURS)
def test_every_colour_has_a_readable_neighbour_that_is_no_lighter(colour: str) -> None:
    near = contrast.readable(colour)
    assert contrast.on_white(near) >= contrast.LEAST
    assert contrast.on_white(near) >= contrast.on_white(colour) - 0.1


@given(COLOURS)
def test_a_readable_colour_is_its_own_neighbour(colour: str) -> None:
    if contrast.on_white(colour) >= contrast.LEAST:
        assert contrast.readable(colour) == colour


def test_the_neighbour_keeps_the_hue() -> None:
    hues = [
        colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[
            0
        ]
        for colour in ("#f5c518", contrast.readable("#f5c518"))
    ]
    assert hues[0] == pytest.approx(hues[1], abs=0.01)
