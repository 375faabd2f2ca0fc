"""Tell whether a colour can be read on white paper, and find its neighbour that can.

The measure is that of WCAG: a contrast of 4.5 is asked of text, 21 is black on white.
"""

import colorsys
from collections.abc import Iterable

LEAST = 4.5
"""The contrast with white that a text needs."""

_STEPS = 100


def on_white(colour: str) -> float:
    """Return the contrast of a colour ("#7a1f1f") with white, from 1 to 21."""
    return between(_parts(colour), (1, 1, 1))


def between(one: Iterable[float], other: Iterable[float]) -> float:
    """Return the contrast of two colours, red, green and blue from 0 to 1 each."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str) -> str:
    """Return the lightest colour of the same hue that can be read on white.

    A colour that can be read is returned as it is.
    """
    if on_white(colour) >= LEAST:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(_STEPS + 1):
        darker = light * (1 - step / _STEPS)
        found = _written(colorsys.hls_to_rgb(hue, darker, saturation))
        if on_white(found) >= LEAST:
            return found
    return "#000000"


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: Iterable[float]) -> float:
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
