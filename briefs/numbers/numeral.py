"""A number that stands in a text."""

from dataclasses import dataclass

from briefs.model import Span


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text.

    `span` takes in its ending ("11и"), its sign ("$ 4,5 млн", "69%ы") and, for a
    range, both ends. `unit` is "percent" or a currency when the number carries it.
    `nominal` tells that it stands for what it counts, as "11и" or "экөө" do; `digits`
    that it begins with digits, `grouped` that these are grouped, as in 8,823; `scale`
    is what multiplies it (a million), `former` and `latter` mark "from 5 to 7",
    `signed` an amount whose sign stands before it; `ordinal` closes with a word that
    tells a place in a row ("двадцать первый"); `rounded` ends in "about".
    """

    span: Span
    value: float
    value_max: float | None = None
    unit: str | None = None
    digits: bool = False
    grouped: bool = False
    nominal: bool = False
    fraction: bool = False
    approximate: bool = False
    ending: str = ""
    scale: float = 1.0
    former: bool = False
    latter: bool = False
    signed: bool = False
    ordinal: bool = False
    rounded: bool = False
