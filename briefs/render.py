"""Show a brief: its template to HTML, the HTML to a PDF file.

A look folder of the house may hold `templates/` and `styles/`; what stands there wins
over the package's file of the same name.
"""

import logging
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from briefs import fonts, pdf
from briefs.document import Brief
from briefs.errors import RenderError
from briefs.resources import data_dir

if TYPE_CHECKING:
    import jinja2
    from weasyprint.urls import URLFetcherResponse

BASE_URL = "https://briefs.invalid/"
"""Where relative addresses in HTML and CSS lead; no such host can exist."""


def to_html(
    brief: Brief,
    *,
    profile: str = "brief",
    translations: object = None,
    paper: str = "a4",
    mono: bool = False,
    crop_marks: bool = False,
    look: Path | None = None,
    variables: Mapping[str, object] | None = None,
) -> str:
    """Return the brief as an HTML page, set by the template of the profile.

    The template sees `brief`, `profile`, `paper`, `mono`, `crop_marks` and whatever
    `variables` adds; `translations` (gettext) serves `_()` and `{% trans %}`. Raise
    RenderError, naming the template and its line, when it cannot be filled.
    """
    import jinja2

    environment = _environment(look)
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        translations or _no_translations(), newstyle=True
    )
    name = f"{profile}.html.j2"
    try:
        return environment.get_template(name).render(
            brief=brief,
            profile=profile,
            paper=paper,
            mono=mono,
            crop_marks=crop_marks,
            **(variables or {}),
        )
    except jinja2.TemplateNotFound as error:
        raise RenderError(
            f"there is no template {error.name}",
            hint="profiles: " + ", ".join(profiles(look)),
        ) from error
    except jinja2.TemplateSyntaxError as error:
        raise RenderError(
            f"{error.filename or error.name}, line {error.lineno}: {error.message}",
            hint="correct the template",
        ) from error
    except jinja2.TemplateError as error:
        raise RenderError(
            f"{_template_line(error)}: {error}", hint="correct the template"
        ) from error


def profiles(look: Path | None = None) -> tuple[str, ...]:
    """Return the names of the page designs that have a template."""
    ending = ".html.j2"
    found = {
        path.name.removesuffix(ending)
        for folder in _folders("templates", look)
        for path in folder.glob(f"[!_]*{ending}")
    }
    return tuple(sorted(found))


def to_pdf(
    html: str,
    *,
    date: date,
    attachments: Sequence[pdf.Attachment] = (),
    look: Path | None = None,
) -> bytes:
    """Return the page as a PDF file that meets PDF/UA-1 and PDF/A-3a.

    `date` is the only date in the file. The same input gives the same bytes. Raise
    RenderError for a style, a picture or a letter that cannot be set.
    """
    return _renderer(look).to_pdf(html, date=date, attachments=attachments)


class Renderer:
    """Turn pages into PDF files, sharing fonts and styles from one to the next."""

    def __init__(self, look: Path | None = None) -> None:
        weasyprint = _weasyprint()
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        self._weasyprint = weasyprint
        self._fetcher = _fetcher(look)
        self._shared = {
            "font_config": FontConfiguration(),
            "counter_style": CounterStyle(),
            "color_profiles": {},
        }
        self._styles: dict[str, Any] = {}
        with _strict():
            self._faces = self._css(string=fonts.stylesheet(), base_url=BASE_URL)

    def to_pdf(
        self, html: str, *, date: date, attachments: Sequence[pdf.Attachment] = ()
    ) -> bytes:
        """Do what `to_pdf` does."""
        with _strict():
            page = self._weasyprint.HTML(
                string=html, base_url=BASE_URL, url_fetcher=self._fetcher
            )
            document = page.render(
                stylesheets=[self._faces, *self._linked(page)],
                pdf_variant=pdf.VARIANT,
                **self._shared,
            )
            return pdf.write(document, date=date, attachments=attachments)

    def _linked(self, page: Any) -> Iterator[Any]:
        """Take the style links out of a page and yield their styles, parsed once."""
        head = page.etree_element.find("head")
        for link in [] if head is None else head.findall("link[@rel='stylesheet']"):
            head.remove(link)
            address = link.get("href")
            if address not in self._styles:
                self._styles[address] = self._css(url=BASE_URL + address)
            yield self._styles[address]

    def _css(self, **source: str) -> Any:
        return self._weasyprint.CSS(url_fetcher=self._fetcher, **source, **self._shared)


@cache
def _renderer(look: Path | None) -> Renderer:
    return Renderer(look)


def _weasyprint() -> Any:
    """Import WeasyPrint, or say what the machine lacks."""
    try:
        import weasyprint
    except OSError as error:
        raise RenderError(
            f"the text layout library cannot be loaded ({error})",
            hint="install Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0",
        ) from error
    return weasyprint


def _fetcher(look: Path | None) -> Any:
    """Return the one door to the outside: styles, templates, fonts and `data:`."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    faces = fonts.served()

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> "URLFetcherResponse":
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = unquote(urlsplit(url).path).lstrip("/")
            file = faces.get(path) or _resource(path, look)
            if not url.startswith(BASE_URL) or file is None:
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(
                url, file.read_bytes(), {"Content-Type": _CONTENT_TYPES[file.suffix]}
            )

    return Fetcher(allowed_protocols={"data"}, fail_on_errors=True)


_CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}


def _resource(path: str, look: Path | None) -> Path | None:
    """Return the file that serves `styles/…` or `templates/…`, if there is one."""
    kind, _, name = path.partition("/")
    if kind not in {"styles", "templates"}:
        return None
    for folder in _folders(kind, look):
        file = (folder / name).resolve()
        inside = file.is_relative_to(folder.resolve())
        if inside and file.is_file() and file.suffix in _CONTENT_TYPES:
            return file
    return None


def _folders(kind: str, look: Path | None) -> list[Path]:
    """Return the folders to look for templates or styles in, the house's first."""
    return [*([look / kind] if look else []), data_dir(kind)]


@cache
def _environment(look: Path | None) -> "jinja2.Environment":
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_folders("templates", look)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )


def _no_translations() -> object:
    import gettext

    return gettext.NullTranslations()


def _template_line(error: Exception) -> str:
    """Say in which template, and on which line, an error arose."""
    frames = traceback.extract_tb(error.__traceback__)
    place = [frame for frame in frames if frame.filename.endswith(".j2")][-1:]
    return "".join(f"{frame.filename}, line {frame.lineno}" for frame in place)


@contextmanager
def _strict() -> Iterator[None]:
    """Turn what WeasyPrint would only log into a RenderError."""
    from weasyprint.urls import FatalURLFetchingError

    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        yield
    except FatalURLFetchingError as error:
        raise RenderError(
            f"{error} is not part of the package",
            hint="a page may use only its own styles, fonts and data: pictures",
        ) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.messages:
        raise RenderError(
            "the page cannot be set as written: " + "; ".join(complaints.messages),
            hint="correct the template or the style",
        )


class _Complaints(logging.Handler):
    """Collect what WeasyPrint warns about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())
