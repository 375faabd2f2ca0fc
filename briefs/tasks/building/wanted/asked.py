"""Refuse what a page design cannot do, before anything is made."""

from briefs.compose.pages import designs
from briefs.errors import Message, UsageError
from briefs.tasks.building.wanted.request import Request


def require_possible(request: Request) -> None:
    """Raise UsageError for an option that the design or the format cannot obey."""
    look = request.look
    profile = designs.get(look.profile, look.folder)
    if profile.exactly and request.pages not in (None, profile.pages):
        raise UsageError(
            Message(
                "{profile} has {pages} pages, not {wanted}",
                profile=look.profile,
                pages=profile.pages,
                wanted=request.pages,
            ),
            hint=Message("leave out --pages, or choose another profile"),
        )
    if request.full and all(step.single for step in profile.steps):
        raise UsageError(
            Message("{profile} quotes single sentences", profile=look.profile),
            hint=Message("leave out --full, or choose another profile"),
        )
    if look.crop_marks and look.format == "html":
        raise UsageError(
            Message("a web page has no crop marks"),
            hint=Message("leave out --crop-marks, or write a PDF"),
        )
