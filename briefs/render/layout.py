"""Show a brief: its template to HTML, the HTML to a PDF file."""

import atexit
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from briefs.document import Brief
from briefs.errors import BriefsError, Message, RenderError
from briefs.files import scratch
from briefs.render import assets, engine, filling, importing, patience, pdf
from briefs.render import html as templating
from briefs.render.checks.complaints import leniently, strictly
from briefs.render.typeface import fonts, hyphenation

TEMPLATE_ENDING = ".html.j2"

AFTER_FRONT = "inside"
"""The anchor of what begins on the page after the front."""

SMALLEST = 1
"""The least width and height inside the margins of a page, in CSS pixels."""

PRELUDE = """
html{hyphenate-character:"-"}
img{image-rendering:crisp-edges}
.unbroken{white-space:nowrap}
"""
"""What every style may count on.

The hyphen is one that the fonts have, PDF/A forbids smoothed pictures, and `unbroken`
is what the template filter of that name asks for.
"""

_UNTRANSLATED = NullTranslations()


def to_html(
    brief: Brief,
    *,
    profile: str = "brief",
    translations: NullTranslations = _UNTRANSLATED,
    paper: str = "a4",
    mono: bool = False,
    crop_marks: bool = False,
    look: Path | None = None,
    trace: bool = False,
    variables: Mapping[str, object] | None = None,
) -> str:
    """Return the brief as an HTML page, set by the template of the profile.

    The template sees `brief`, `profile`, `paper`, `mono`, `crop_marks` and whatever
    `variables` adds; `translations` (gettext) serves `_()` and `{% trans %}`. `look`
    is the house's folder of templates and styles. With `trace` each element tells the
    template line it comes from, for `lint`. Raise RenderError, naming the template
    and its line, when it cannot be filled.
    """
    environment = templating.environment(look, translations, trace=trace)
    try:
        with patience.bounded(0) if look else nullcontext():
            return environment.page(
                profile + TEMPLATE_ENDING,
                brief=brief,
                profile=profile,
                paper=paper,
                mono=mono,
                crop_marks=crop_marks,
                **(variables or {}),
            )
    except BriefsError:
        raise
    except Exception as error:  # whatever a template does, it is the template's fault
        raise templating.explained(error, profile + TEMPLATE_ENDING) from error


def profiles(look: Path | None = None) -> tuple[str, ...]:
    """Return the names of the page designs that have a template."""
    found = {
        path.name.removesuffix(TEMPLATE_ENDING)
        for folder in assets.folders("templates", look)
        for path in folder.glob(f"[!_]*{TEMPLATE_ENDING}")
    }
    return tuple(sorted(found))


def to_pdf(
    html: str,
    *,
    date: date,
    attachments: Sequence[pdf.Attachment] = (),
    mono: bool = False,
    multiple: int = 1,
    look: Path | None = None,
) -> bytes:
    """Return the page as a PDF file that meets PDF/UA-1 and PDF/A-3a.

    `date` is the only date in the file. The same input gives the same bytes. `mono`
    leaves no colour in it; `multiple` adds blank pages up to a multiple of that
    number. Raise RenderError for a style, a picture or a letter that cannot be set.
    """
    return lay_out(html, mono=mono, look=look).to_pdf(
        date=date, attachments=attachments, multiple=multiple
    )


def lay_out(
    html: str, *, mono: bool = False, look: Path | None = None, media: str = "print"
) -> "Layout":
    """Set a page without writing it, to see how many sheets it takes.

    `media` may be "screen", to see what the styles of a web page do. Raise RenderError
    as `to_pdf` does, and when a style of the house hides or changes what is quoted.
    """
    return _renderer(look).lay_out(html, mono=mono, media=media)


def prepare(look: Path | None = None) -> None:
    """Load the renderer and its fonts, so that forked processes share them."""
    _renderer(look)


def styles(look: Path | None = None) -> bytes:
    """Return what the styles of a page depend on: every style file and font name."""
    files = [
        file
        for folder in assets.folders("styles", look)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    ]
    return b"".join(file.name.encode() + assets.content(file) for file in files)


class Renderer:
    """Turn pages into PDF files, sharing fonts and styles from one to the next.

    A process that was forked may go on using the renderer of its parent.
    """

    def __init__(self, look: Path | None = None) -> None:
        self._weasyprint = engine.load()
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        hyphenation.register()
        self._look = look
        self._fetcher = assets.fetcher(look)
        self._grey_fetcher = assets.fetcher(look, mono=True)
        self._shared: dict[str, Any] = {
            "font_config": _fonts(FontConfiguration()),
            "counter_style": CounterStyle(),
            "color_profiles": pdf.colour_profiles(),
        }
        # WeasyPrint forgets its font files when the program ends, and a forked child
        # would take them from its parent.
        atexit.register(self._remove_fonts, os.getpid())
        os.register_at_fork(after_in_child=self._leave_fonts)
        self._styles: dict[tuple[str, str], Any] = {}
        prelude = fonts.stylesheet() + PRELUDE
        with strictly():
            self._prelude = self._css(string=prelude, base_url=assets.BASE_URL)

    def lay_out(
        self, html: str, *, mono: bool = False, media: str = "print"
    ) -> "Layout":
        """Do what the function `lay_out` does."""
        fetcher = self._grey_fetcher if mono else self._fetcher
        watched = strictly() if media == "print" else leniently()
        tags = html.count("<")
        with patience.bounded(tags), watched:
            page = self._weasyprint.HTML(
                string=html,
                base_url=assets.BASE_URL,
                url_fetcher=fetcher,
                media_type=media,
            )
            document = page.render(
                stylesheets=[self._prelude, *self._linked(page, media)],
                **pdf.OPTIONS,
                **self._shared,
            )
            _require_paper(document)
            if self._look is not None:
                from briefs.render.checks import seen

                seen.require(document, html.count("<blockquote"))
        return Layout(document, mono, tags)

    def _remove_fonts(self, owner: int) -> None:
        folder = self._shared["font_config"]._folder
        if folder and os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)

    def _leave_fonts(self) -> None:
        self._shared["font_config"]._folder = None

    def _linked(self, page: Any, media: str) -> Iterator[Any]:
        """Take the style links out of a page and yield their styles, parsed once."""
        head = page.etree_element.find("head")
        for link in head.findall("link[@rel='stylesheet']"):
            if link.get("media", "all") in {"all", media}:
                head.remove(link)
                url = urljoin(assets.BASE_URL, link.get("href", ""))
                if (url, media) not in self._styles:
                    importing.require_end(url, self._look)
                    served = strictly(assets.serving(url, self._look))
                    with served if media == "print" else leniently():
                        style = self._css(url=url, media_type=media)
                    self._styles[url, media] = style
                yield self._styles[url, media]

    def _css(self, **source: str) -> Any:
        return self._weasyprint.CSS(url_fetcher=self._fetcher, **source, **self._shared)


@dataclass(frozen=True, slots=True)
class Layout:
    """Pages that are set and not yet written; `mono` leaves no colour in the file.

    `tags` says how much was set.
    """

    document: Any
    mono: bool
    tags: int

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document.pages)

    @property
    def fills(self) -> tuple[float, float, float, float]:
        """The shares that are filled or have to stay empty, as `filling` has them.

        Those of the last page, of the one before, and of those before the sources or
        the words, and before the sources.
        """
        pages = self.document.pages
        last, gap = filling.last(pages), filling.gap(pages)
        return last, gap, filling.ended(pages), filling.closed(pages)

    @property
    def rest(self) -> tuple[float, float]:
        """The points that stay empty below the first and the last page."""
        return filling.rest(self.document.pages)

    @property
    def front(self) -> int:
        """The number of pages before what follows the front, 0 where nothing does."""
        for number, page in enumerate(self.document.pages):
            if AFTER_FRONT in page.anchors:
                return number
        return 0

    def to_pdf(
        self,
        *,
        date: date,
        attachments: Sequence[pdf.Attachment] = (),
        multiple: int = 1,
    ) -> bytes:
        """Do what the function `to_pdf` does."""
        with patience.bounded(self.tags), strictly():
            return pdf.write(
                self.document,
                date=date,
                attachments=attachments,
                mono=self.mono,
                multiple=multiple,
            )


def _fonts(configuration: Any) -> Any:
    """Let the renderer keep font files where a killed process leaves none for ever."""
    configuration._folder = scratch.lasting()
    return configuration


@cache
def _renderer(look: Path | None) -> Renderer:
    return Renderer(look)


def _require_paper(document: Any) -> None:
    boxes = [page._page_box for page in document.pages]
    if any(min(box.width, box.height) < SMALLEST for box in boxes):
        raise RenderError(
            Message("a page of the style has no size"),
            hint=Message("give @page a size such as A4"),
        )
