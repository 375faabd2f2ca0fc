"""Show a composed brief as a page, by the template of its profile."""

from briefs.document import Brief
from briefs.i18n import locale as i18n
from briefs.render import layout as render
from briefs.tasks.request import Look


def to_html(
    brief: Brief,
    look: Look,
    locale: i18n.Locale,
    spacing: str = "",
    *,
    mark: str = "",
    trace: bool = False,
) -> str:
    """Show a brief by the template of its profile; `spacing` is "spread" or "tight".

    `mark` stands on each page of a brief in a language that is not complete. With
    `trace` each element tells the template line it comes from.
    """
    variables: dict[str, object] = {
        "spacing": spacing,
        "attached": look.format == "pdf",
        "draft": mark,
    }
    if look.accent:
        variables["accent"] = look.accent
    return render.to_html(
        brief,
        profile=look.profile,
        translations=locale.messages,
        paper=look.paper,
        mono=look.mono,
        crop_marks=look.crop_marks,
        look=look.folder,
        trace=trace,
        variables=variables,
    )
