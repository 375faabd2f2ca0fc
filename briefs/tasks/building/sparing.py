"""Keep what stands at a destination from being lost: only a brief gives way to one."""

from collections.abc import Iterable
from pathlib import Path

from briefs.errors import BriefsError, DeliveryError, Message
from briefs.files import deliver, inputs
from briefs.verify import pdftext, received, recipe


def require(places: Iterable[Path], sources: Iterable[Path], *, force: bool) -> None:
    """Raise DeliveryError for a place whose file a new brief must not replace.

    `sources` are the folders that briefs are made from: nothing is written into them,
    not even by `force`, which else replaces any file. A link may have come with what
    was sent, and leads to a file that nobody named: it is kept as if it were no brief.
    """
    inside = [path.resolve() for path in sources]
    wanted = list(places)
    deliver.require_straight(wanted)  # before the work, not after it
    for place in wanted:
        try:
            real = place.resolve()
        except (OSError, RuntimeError) as problem:  # a link that leads to itself
            raise deliver.leads_nowhere(place) from problem
        if place.is_symlink() and not place.exists():
            raise deliver.leads_nowhere(place)
        if any(real.is_relative_to(folder) for folder in inside):
            raise DeliveryError(
                Message("{file} stands among what briefs are made from", file=place),
                hint=Message("choose another place with {option}", option="-o"),
            )
        is_other = place.is_file() and (place.is_symlink() or not _is_brief(place))
        if is_other and not force:
            raise kept(place)


def kept(place: Path) -> DeliveryError:
    """Return the error that a file is there already and stays."""
    return DeliveryError(
        Message("{file} is there already, and is another file", file=place),
        hint=Message("choose another place with -o, or replace it with --force"),
    )


def _is_brief(file: Path) -> bool:
    """Say whether a file was made by `build`; only such a one has a recipe."""
    try:
        content = inputs.read_bytes(file, DeliveryError, received.LARGEST)
        return _has_recipe(content)
    except BriefsError:
        return False


def recipe_in(content: bytes) -> bytes | None:
    """Return the recipe that a file carries, None for none; raises BriefsError."""
    if content.startswith(b"%PDF-"):
        received.weigh(content)
        return pdftext.attachment(content, recipe.NAME)

    from briefs.verify.comparing import webpages

    return webpages.recipe_of(content)


def _has_recipe(content: bytes) -> bool:
    if not content.startswith(b"%PDF-"):
        return recipe_in(content) is not None
    received.weigh(content)
    return pdftext.carries(content, recipe.NAME)  # at once: no second reader is loaded
