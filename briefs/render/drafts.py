"""Keep a page that may still change: laid out when its size is asked for, not before.

The size is remembered from call to call, so that a brief which fits is found again
without setting any page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefs.files import cache
from briefs.render import layout as render
from briefs.render.pdf import Attachment


@dataclass(slots=True)
class Draft:
    """A page as HTML; `mono` leaves no colour in the file that is made of it.

    `look` is the house's folder of styles.
    """

    html: str
    mono: bool
    look: Path | None
    _layout: render.Layout | None = field(default=None, init=False)
    _size: tuple[float, ...] | None = field(default=None, init=False)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return int(self._measured()[0])

    @property
    def last(self) -> float:
        """The share of the last page that is filled."""
        return self._measured()[2]

    @property
    def front(self) -> int:
        """The number of pages of the front."""
        return int(self._measured()[1])

    @property
    def gap(self) -> float:
        """The share of the page before the last that stays empty, by need."""
        return self._measured()[3]

    @property
    def ended(self) -> float:
        """The share of the page before the sources, or the words, that is filled."""
        return self._measured()[4]

    @property
    def closed(self) -> float:
        """The share of the page before the sources that is filled."""
        return self._measured()[5]

    @property
    def rest(self) -> tuple[float, float]:
        """The points that stay empty below the first and the last page."""
        return self._measured()[6], self._measured()[7]

    def to_pdf(
        self, day: date, attachments: Sequence[Attachment], multiple: int
    ) -> bytes:
        """Return the PDF file, blank pages added up to a multiple of a number."""
        return self._laid_out().to_pdf(
            date=day, attachments=attachments, multiple=multiple
        )

    def _measured(self) -> tuple[float, ...]:
        if self._size is None:
            key = cache.digest(self.html, render.styles(self.look))
            known = cache.load(key, "fillings")
            if known is None:
                laid = self._laid_out()
                size = laid.pages, laid.front, *laid.fills, *laid.rest
                known = " ".join(map(str, size)).encode()
                cache.store(key, "fillings", known)
            self._size = tuple(map(float, known.split()))
        return self._size

    def _laid_out(self) -> render.Layout:
        if self._layout is None:
            self._layout = render.lay_out(self.html, mono=self.mono, look=self.look)
        return self._layout
