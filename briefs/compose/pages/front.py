"""Fill the front page: as many leads as there is room for, and no more than one page.

The measures are those of `styles/brief.css`, in points.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, inf

from briefs.compose.pages import prints
from briefs.compose.pages.plan import Plan
from briefs.compose.pages.prints import TILE, WIDE_TILE, Print
from briefs.document import Lead
from briefs.exhibits import Coverage, KeyFigure, Own
from briefs.render.typeface import widths as letters

WIDTH = 493.0

HEADLESS = 26.0
"""By so much the first page is higher than the others, which name the columns."""

_ON_SCREEN = 2  # sentences; a screen has no end to be filled

MOST_TOPICS = 3
"""With more topics the coverage stands on the page after the front."""

_BAR = 24.0
_TITLE, _TITLE_LINE, _TITLE_GAPS = 34.0, 36.0, 12.0
_META_GAP = 6.0
_ABREAST, _PAIRED = 3, 2  # tiles in a row; two and four stand in pairs
_VALUE = 40.0
_LONGEST_BESIDE = 6  # letters of a value that stands beside its picture
_TILE_GAP = 12.0
_LEAD_WIDTH = 406.0
_LEAD, _LEAD_LINE, _LEAD_GAP, _LEAD_FOOT = 15.0, 20.0, 13.0, 4.0
_FEW, _FEW_LINE, _FEW_GAP = 20.0, 27.0, 26.0  # of leads that would not fill the page
_LETTERS_LARGE = 330  # a longer lead is set like a stand-first
_ADVISED = 2  # recommendations that come before notes
_ADVICE_WIDTHS = {1: WIDTH, 2: 240.4, 3: 156.2}
_OWN_WIDTH, _OWN_FRAME, _OWN_GAP = 467.0, 39.0, 5.0
_COVERAGE_HEAD, _COVERAGE_ROW, _COVERAGE_FOOT = 4.0, 18.0, 7.0
_SPARE = 6.0


@dataclass(frozen=True, slots=True)
class Filled:
    """What the front page has room for; `few` leads are set larger, to fill it."""

    tiles: tuple[KeyFigure, ...]
    leads: tuple[Lead, ...]
    advice: tuple[Lead, ...]
    few: bool


def _room(plan: Plan) -> tuple[float, int]:
    """Return how high the front may be, and how many leads it may have."""
    if not plan.paged:
        return inf, min(plan.leads, _ON_SCREEN)
    return plan.page + HEADLESS, plan.leads


def filled(
    found: Sequence[Lead],
    plan: Plan,
    *,
    title: str,
    stand: str,
    own: Own,
    meta: str,
    tiles: Sequence[KeyFigure],
    advice: Sequence[Lead],
    coverage: Coverage | None,
    notices: Sequence[str] = (),
) -> Filled:
    """Return what a front page has room for: tiles, leads, advice.

    The first lead is shown; for its sake the longest advice gives way. Tiles of a
    second row give way so that it fits, and that something is recommended. Notes of the
    numbers come before a third recommendation and before a second sentence.
    """
    kind = prints.of(plan.words)
    height, most = _room(plan)
    rest = height - _SPARE - _head(title, stand, meta, kind)
    rest -= _coverage(coverage, kind) + kind.section + _own(own, kind)
    rest -= _notices(notices, kind)
    least = _lead(found[0], kind) if found else 0
    tiles = _fitting(tiles, rest - least, advice, kind)
    kept = _kept(advice, rest - _tiles(tiles, kind) - least, kind)
    rest -= _tiles(tiles, kind) + _advice(kept, kind)
    few = plan.paged and not tiles and len(found) <= most and _fits_large(found, rest)
    chosen: list[Lead] = []
    for lead in found:
        size = _lead(lead, kind) + (_LEAD_GAP if chosen else 0)
        if len(chosen) == most:
            break
        if size > rest and (chosen or lead is not found[-1]):
            continue
        chosen.append(lead)
        rest -= size
    return Filled(tuple(tiles), tuple(chosen), kept, few)


def _kept(advice: Sequence[Lead], room: float, kind: Print) -> tuple[Lead, ...]:
    """Return the advice that has room; what is longest gives way."""
    kept = list(advice)
    while kept and _advice(kept, kind) > room:
        kept.remove(max(kept, key=lambda one: _advice([one], kind)))
    return tuple(kept)


def _head(title: str, stand: str, meta: str, kind: Print) -> float:
    titles = letters.lines(title, WIDTH, _TITLE, bold=True)
    stands = letters.lines(stand, WIDTH, kind.stand)
    small = letters.lines(meta, WIDTH, kind.small)
    return (
        _BAR
        + kind.line
        + titles * _TITLE_LINE
        + _TITLE_GAPS
        + stands * kind.stand_line
        + _META_GAP
        + small * kind.small_line
    )


def _own(own: Own, kind: Print) -> float:
    height = (
        letters.lines(own.title, WIDTH, kind.small) * kind.small_line
        if own.title
        else 0
    )
    if not own.introduction:
        return height
    items = [item for block in own.introduction for item in block.items]
    lines = sum(
        letters.lines("".join(run.text for run in item), _OWN_WIDTH, kind.size)
        for item in items
    )
    return height + _OWN_FRAME + lines * kind.line + _OWN_GAP * (len(items) - 1)


def _tiles(tiles: Sequence[KeyFigure], kind: Print) -> float:
    if not tiles:
        return 0
    abreast, width = _columns(tiles)
    shared = _shared(tiles)
    alone = [replace(t, note="") if t.note in shared else t for t in tiles]
    rows = _in_rows(alone, abreast)
    labels = max(_labelled(tile, width, kind) for tile in tiles)
    height = sum(
        labels
        + max(_drawn(tile, kind) for tile in row)
        + 3
        + max(_sourced(tile, width, kind) for tile in row)
        for row in rows
    )
    for note in shared:
        values = "; ".join(tile.value for tile in tiles if tile.note == note)
        lines = letters.lines(f"{values}: {note}", WIDTH, kind.small)
        height += _META_GAP + lines * kind.small_line
    told = " ".join(dict.fromkeys(sign for t in tiles for sign in _signs(t)))
    if told:
        height += _META_GAP + letters.lines(told, WIDTH, kind.small) * kind.small_line
    return height + kind.section + _TILE_GAP * (len(rows) - 1)


def _fitting(
    tiles: Sequence[KeyFigure], room: float, advice: Sequence[Lead], kind: Print
) -> Sequence[KeyFigure]:
    """Return the tiles, without a second row where it leaves too little room.

    It gives way to all advice, and to the notes of the first row.
    """
    both, first = (
        _noted(some, room, advice, kind) for some in (tiles, tiles[:_ABREAST])
    )
    kept = _kept(advice, room - _tiles(both, kind), kind)
    untold = both != tiles and first == tiles[:_ABREAST]
    if len(kept) == len(advice) and _tiles(both, kind) <= room and not untold:
        return both
    return first


def _noted(
    tiles: Sequence[KeyFigure], room: float, advice: Sequence[Lead], kind: Print
) -> Sequence[KeyFigure]:
    """Return the tiles with all their notes where these leave room for what follows.

    Else with those that make no row higher than noughts make it, which say less than
    they seem to; the rest stand with the table.
    """
    kept = _kept(advice, room - _tiles(tiles, kind), kind)
    if _tiles(tiles, kind) <= room and len(kept) >= min(len(advice), _ADVISED):
        return tiles
    abreast, width = _columns(tiles)
    shown: list[KeyFigure] = []
    for row in _in_rows(tiles, abreast):
        bare = [one if one.value == "0" else replace(one, note="") for one in row]
        high = max(_sourced(one, width, kind) for one in bare)
        pairs = zip(row, bare, strict=True)
        shown += [
            one if _sourced(one, width, kind) <= high else less for one, less in pairs
        ]
    return shown


def _shared(tiles: Sequence[KeyFigure]) -> tuple[str, ...]:
    """Return the notes of several numbers: each is said once, below them."""
    counted = Counter(tile.note for tile in tiles if tile.note)
    return tuple(note for note, times in counted.items() if times > 1)


def _columns(tiles: Sequence[KeyFigure]) -> tuple[int, float]:
    """Return how many tiles stand beside each other, and how wide each is."""
    if len(tiles) in {_PAIRED, 2 * _PAIRED}:
        return _PAIRED, WIDE_TILE
    return _ABREAST, TILE


def _in_rows(tiles: Sequence[KeyFigure], abreast: int) -> list[Sequence[KeyFigure]]:
    return [tiles[start : start + abreast] for start in range(0, len(tiles), abreast)]


def _labelled(tile: KeyFigure, width: float, kind: Print) -> float:
    lines = letters.lines(tile.label, width, kind.size, bold=True)
    return max(lines, ceil(len(tile.label) / kind.letters[width])) * kind.line


def _drawn(tile: KeyFigure, kind: Print) -> float:
    """Return the height of a number, with its picture beside or below it."""
    if not tile.picture:
        return _VALUE
    return kind.picture + _VALUE * (len(tile.value) > _LONGEST_BESIDE)


def _signs(tile: KeyFigure) -> tuple[str, ...]:
    return tile.picture.signs if tile.picture else ()


def _sourced(tile: KeyFigure, width: float, kind: Print) -> float:
    source = " · ".join(
        (tile.period, tile.reporter, tile.pictured or tile.reference, tile.note)
    )
    return max(2, letters.lines(source, width, kind.small)) * kind.small_line


def _fits_large(found: Sequence[Lead], room: float) -> bool:
    """Tell whether leads have room when they are set larger, as few ones are."""
    sizes = [_lead(lead, prints.USUAL, _FEW, _FEW_LINE) for lead in found]
    return sum(sizes) + _FEW_GAP * (len(sizes) - 1) <= room


def _lead(
    lead: Lead, kind: Print, size: float = _LEAD, line: float = _LEAD_LINE
) -> float:
    family = letters.SERIF if lead.text == lead.quoted else letters.SANS
    if len(lead.text) > _LETTERS_LARGE:
        size, line = kind.stand, kind.stand_line
    said = letters.lines(lead.text, _LEAD_WIDTH, size, family=family)
    place = letters.lines(lead.place, _LEAD_WIDTH, kind.small)
    return said * line + _LEAD_FOOT + place * kind.small_line


def _advice(advice: Sequence[Lead], kind: Print) -> float:
    if not advice:
        return 0
    width = _ADVICE_WIDTHS[len(advice)]
    tall = max(
        letters.lines(f"{one.mark}  {one.text}", width, kind.size) for one in advice
    )
    return kind.section + tall * kind.line


def _notices(notices: Sequence[str], kind: Print) -> float:
    return sum(
        letters.lines(text, WIDTH - 12, kind.size) * kind.line + _META_GAP
        for text in notices
    )


def _coverage(coverage: Coverage | None, kind: Print) -> float:
    if coverage is None:
        return 0
    legend = "    ".join(cell.text for cell in coverage.legend)
    foot = letters.lines(legend, WIDTH - 60, kind.small) * kind.small_line
    head = kind.section + kind.small_line + _COVERAGE_HEAD
    return head + _COVERAGE_ROW * len(coverage.rows) + foot + _COVERAGE_FOOT
