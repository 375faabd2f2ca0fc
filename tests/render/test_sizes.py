"""Every design has letters that can be read: a histogram of what is printed."""

from datetime import date
from itertools import product

import pytest

from briefs.document import Brief
from briefs.render import layout as render
from tests.make import glyphs, sample
from tests.make.alike import standing_for

RUNNING = {
    "brief": (10, 8.5),
    "booklet": (10, 8.5),
    "page": (12, 9),
    "handout": (12, 9),
    "email": (12, 9),
    "large-print": (18, 18),
}
"""The least size of running text, and of small print, in points."""

WORDS = 0.4
"""The share of running text that a design has at least."""


def briefs(profile: str) -> Brief:
    return sample.HANDOUT if profile in {"page", "handout"} else sample.BRIEF


SHOWN = [("handout", True)]


@pytest.mark.parametrize(
    ("profile", "clear"), standing_for(SHOWN, product(sorted(RUNNING), [False, True]))
)
def test_no_design_has_letters_that_are_too_small(profile: str, clear: bool) -> None:
    html = render.to_html(
        briefs(profile), profile=profile, variables={"clear_print": clear}
    )
    found = glyphs.sizes(render.to_pdf(html, date=date(2026, 11, 22)))
    running, small = RUNNING[profile]
    if clear:
        running, small = max(running, 12), max(small, 10)
    assert min(found) >= small, found
    assert glyphs.share(found, running) > WORDS, found
