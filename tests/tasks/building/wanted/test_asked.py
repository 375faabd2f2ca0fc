"""What a design or a format cannot do is refused, and never ignored."""

from datetime import date

import pytest

from briefs.errors import UsageError
from briefs.tasks.building.wanted.asked import require_possible
from briefs.tasks.building.wanted.request import Look, Request


def request(look: Look, *, pages: int | None = None, full: bool = False) -> Request:
    return Request(
        topics=("torture",),
        locales=("ky",),
        day=date(2026, 11, 26),
        look=look,
        pages=pages,
        full=full,
    )


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        (request(Look("handout"), pages=8), "--pages"),
        (request(Look("handout"), full=True), "--full"),
        (request(Look("brief", "html", crop_marks=True)), "--crop-marks"),
    ],
)
def test_what_cannot_be_obeyed_is_refused(asked: Request, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        require_possible(asked)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "asked",
    [
        request(Look("handout"), pages=2),
        request(Look("handout")),
        request(Look("brief", crop_marks=True), pages=8, full=True),
    ],
)
def test_what_can_be_obeyed_is_not(asked: Request) -> None:
    require_possible(asked)
