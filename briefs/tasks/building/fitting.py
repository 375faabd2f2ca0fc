"""Fit a brief into its pages, and show it by the template of its design."""

from dataclasses import replace
from functools import partial

from briefs.choice import NO_WORDS
from briefs.compose.lengths import Lengths
from briefs.compose.material import Order
from briefs.compose.pages import designs, fit, sheet
from briefs.compose.pages import spacing as spacings
from briefs.compose.pages.plan import Plan
from briefs.compose.pages.spacing import AS_USUAL, Spacing
from briefs.document import Brief, excerpts_of
from briefs.i18n import locale as i18n
from briefs.render import layout as render
from briefs.render.drafts import Draft
from briefs.tasks.building import recipe as recipes
from briefs.tasks.building.gather import Job
from briefs.tasks.building.wanted.request import Look
from briefs.verify.recipe import identity

SHORT = Spacing("tight")
"""How the shortest briefs are set, which have no room for what the proof is worth."""

HOUSE_STYLE = "styles/house.css"
"""What a house adds to the styles of the package, in the folder of its look."""


def fitted(job: Job) -> tuple[Brief, Draft]:
    """Return the fullest brief that fits on its pages; a screen has no pages."""
    request, look = job.request, job.request.look
    locale = i18n.load(job.locale)
    profile = designs.get(look.profile, look.folder)
    if look.clear:
        profile = replace(profile, words=profile.words.clear())
    recipe = recipes.of(job)
    order = Order(
        day=request.day,
        locale=locale,
        quotes=request.quotes,
        by=request.by,
        full=request.full,
        issuer=request.issuer,
        words=request.words.get(job.locale, NO_WORDS),
        id=identity(recipe),
        replaces=recipe.replaces,
    )

    lengths = Lengths(job.material, order)

    def composed(plan: Plan) -> Brief:
        brief = lengths.compose(plan)
        return sheet.ruled(brief) if profile.folds else brief

    def drafted(brief: Brief, spacing: Spacing | None = None) -> Draft:
        spacing = spacing or (AS_USUAL if brief.guarantee else SHORT)
        page = to_html(brief, look, locale, spacing, mark=job.mark)
        return Draft(page, look.mono, look.folder)

    if look.format == "html":
        most = request.pages or profile.pages
        plan = next(profile.plans(most, look.paper))
        brief = composed(replace(plan, paged=False))
        return brief, drafted(brief)
    brief, draft = fit.fit(profile, request.pages, composed, drafted, look.paper)
    if profile.exactly:
        brief, draft = sheet.grown(brief, draft, drafted)
    set_again = partial(drafted, brief)
    return brief, spacings.better(profile, brief, draft, set_again, look.paper)


def to_html(
    brief: Brief,
    look: Look,
    locale: i18n.Locale,
    spacing: Spacing = AS_USUAL,
    *,
    mark: str = "",
    trace: bool = False,
) -> str:
    """Show a brief by the template of its profile.

    `mark` stands on each page of a brief in a language that
    is not complete. With `trace` each element tells the template line it comes from.
    """
    variables: dict[str, object] = {
        "spacing": spacing.name,
        "air": spacing.air,
        "write": spacing.write,
        "notes_pages": spacing.blank,
        "notes_lines": spacing.ruled,
        "total": sum(len([*excerpts_of(chapter)]) for chapter in brief.chapters),
        "attached": look.format == "pdf",
        "draft": mark,
    }
    if look.clear:
        variables["clear_print"] = True
    if look.folder and (look.folder / HOUSE_STYLE).is_file():
        variables["house_style"] = True
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
