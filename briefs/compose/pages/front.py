"""Fill the front page: as many leads as there is room for, and no more than one page.

The measures are those of `styles/brief.css`, in points.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import ceil, inf

from briefs.compose.pages.plan import Plan
from briefs.document import Lead
from briefs.exhibits import Coverage, KeyFigure, Own
from briefs.render.typeface import widths as letters

WIDTH = 493.0

_HEADLESS = 26.0  # the first page is higher than the others, which name the columns
_ON_SCREEN = 2  # sentences; a screen has no end to be filled

MOST_TOPICS = 3
"""With more topics the coverage stands on the page after the front."""

_BAR = 24.0
_KICKER = 13.0
_TITLE, _TITLE_LINE, _TITLE_GAPS = 34.0, 36.0, 12.0
_STAND, _STAND_LINE = 12.5, 17.0
_SMALL, _SMALL_LINE = 8.5, 11.0
_META_GAP = 6.0
_SECTION = 15.0 + 23.75  # the space before a heading, and the heading
_ABREAST, _TILE = 3, 156.2
_PAIRED, _WIDE_TILE = 2, 240.4  # as two tiles stand, and four
_TILE_LINE = 13.0
_LETTERS = {_TILE: 26, _WIDE_TILE: 48}  # for so many the templates keep a line of label
_VALUE, _PICTURE = 40.0, 52.5
_LONGEST_BESIDE = 6  # letters of a value that stands beside its picture
_TILE_GAP = 12.0
_LEAD_WIDTH = 406.0
_LEAD, _LEAD_LINE, _LEAD_GAP, _LEAD_FOOT = 15.0, 20.0, 13.0, 4.0
_LETTERS_LARGE = 330  # a longer lead is set like a stand-first
_ADVICE, _ADVICE_LINE = 10.0, 13.0
_ADVISED = 2  # recommendations that come before notes
_ADVICE_WIDTHS = {1: WIDTH, 2: 240.4, 3: 156.2}
_OWN_WIDTH, _OWN_FRAME, _OWN_GAP = 467.0, 39.0, 5.0
_COVERAGE_HEAD, _COVERAGE_ROW, _COVERAGE_FOOT = 15.0, 18.0, 18.0
_SPARE = 6.0


def room(plan: Plan) -> tuple[float, int]:
    """Return how high the front may be, and how many leads it may have."""
    if not plan.paged:
        return inf, min(plan.leads, _ON_SCREEN)
    return plan.page + _HEADLESS, plan.leads


def filled(
    found: Sequence[Lead],
    height: float,
    most: int,
    *,
    title: str,
    stand: str,
    own: Own,
    meta: str,
    tiles: Sequence[KeyFigure],
    advice: Sequence[Lead],
    coverage: Coverage | None,
    notices: Sequence[str] = (),
) -> tuple[tuple[KeyFigure, ...], tuple[Lead, ...], tuple[Lead, ...]]:
    """Return what a front page of this height has room for: tiles, leads, advice.

    The first lead is shown; for its sake the longest advice gives way. Tiles of a
    second row give way so that it fits, and that something is recommended. Notes of the
    numbers come before a third recommendation and before a second sentence.
    """
    rest = height - _SPARE - _head(title, stand, meta)
    rest -= _coverage(coverage) + _SECTION + _own(own) + _notices(notices)
    least = _lead(found[0]) if found else 0
    tiles = _fitting(tiles, rest - least, advice)
    kept = _kept(advice, rest - _tiles(tiles) - least)
    rest -= _tiles(tiles) + _advice(kept)
    chosen: list[Lead] = []
    for lead in found:
        size = _lead(lead) + (_LEAD_GAP if chosen else 0)
        if len(chosen) == most:
            break
        if size > rest and (chosen or lead is not found[-1]):
            continue
        chosen.append(lead)
        rest -= size
    return tuple(tiles), tuple(chosen), kept


def _kept(advice: Sequence[Lead], room: float) -> tuple[Lead, ...]:
    """Return the advice that has room; what is longest gives way."""
    kept = list(advice)
    while kept and _advice(kept) > room:
        kept.remove(max(kept, key=lambda one: _advice([one])))
    return tuple(kept)


def _head(title: str, stand: str, meta: str) -> float:
    titles = letters.lines(title, WIDTH, _TITLE, bold=True)
    stands = letters.lines(stand, WIDTH, _STAND)
    small = letters.lines(meta, WIDTH, _SMALL)
    return (
        _BAR
        + _KICKER
        + titles * _TITLE_LINE
        + _TITLE_GAPS
        + stands * _STAND_LINE
        + _META_GAP
        + small * _SMALL_LINE
    )


def _own(own: Own) -> float:
    height = letters.lines(own.title, WIDTH, _SMALL) * _SMALL_LINE if own.title else 0
    if not own.introduction:
        return height
    items = [item for block in own.introduction for item in block.items]
    lines = sum(
        letters.lines("".join(run.text for run in item), _OWN_WIDTH, _ADVICE)
        for item in items
    )
    return height + _OWN_FRAME + lines * _ADVICE_LINE + _OWN_GAP * (len(items) - 1)


def _tiles(tiles: Sequence[KeyFigure]) -> float:
    if not tiles:
        return 0
    abreast, width = _columns(tiles)
    shared = _shared(tiles)
    alone = [replace(t, note="") if t.note in shared else t for t in tiles]
    rows = _in_rows(alone, abreast)
    labels = max(_labelled(tile, width) for tile in tiles)
    height = sum(
        labels + max(map(_drawn, row)) + 3 + max(_sourced(tile, width) for tile in row)
        for row in rows
    )
    for note in shared:
        values = "; ".join(tile.value for tile in tiles if tile.note == note)
        lines = letters.lines(f"{values}: {note}", WIDTH, _SMALL)
        height += _META_GAP + lines * _SMALL_LINE
    told = " ".join(dict.fromkeys(sign for t in tiles for sign in _signs(t)))
    if told:
        height += _META_GAP + letters.lines(told, WIDTH, _SMALL) * _SMALL_LINE
    return height + _SECTION + _TILE_GAP * (len(rows) - 1)


def _fitting(
    tiles: Sequence[KeyFigure], room: float, advice: Sequence[Lead]
) -> Sequence[KeyFigure]:
    """Return the tiles, without a second row where it leaves too little room.

    It gives way to all advice, and to the notes of the first row.
    """
    both, first = (_noted(some, room, advice) for some in (tiles, tiles[:_ABREAST]))
    kept = _kept(advice, room - _tiles(both))
    untold = both != tiles and first == tiles[:_ABREAST]
    if len(kept) == len(advice) and _tiles(both) <= room and not untold:
        return both
    return first


def _noted(
    tiles: Sequence[KeyFigure], room: float, advice: Sequence[Lead]
) -> Sequence[KeyFigure]:
    """Return the tiles with all their notes where these leave room for what follows.

    Else with those that make no row higher than noughts make it, which say less than
    they seem to; the rest stand with the table.
    """
    kept = _kept(advice, room - _tiles(tiles))
    if _tiles(tiles) <= room and len(kept) >= min(len(advice), _ADVISED):
        return tiles
    abreast, width = _columns(tiles)
    shown: list[KeyFigure] = []
    for row in _in_rows(tiles, abreast):
        bare = [one if one.value == "0" else replace(one, note="") for one in row]
        high = max(_sourced(one, width) for one in bare)
        pairs = zip(row, bare, strict=True)
        shown += [one if _sourced(one, width) <= high else less for one, less in pairs]
    return shown


def _shared(tiles: Sequence[KeyFigure]) -> tuple[str, ...]:
    """Return the notes of several numbers: each is said once, below them."""
    counted = Counter(tile.note for tile in tiles if tile.note)
    return tuple(note for note, times in counted.items() if times > 1)


def _columns(tiles: Sequence[KeyFigure]) -> tuple[int, float]:
    """Return how many tiles stand beside each other, and how wide each is."""
    if len(tiles) in {_PAIRED, 2 * _PAIRED}:
        return _PAIRED, _WIDE_TILE
    return _ABREAST, _TILE


def _in_rows(tiles: Sequence[KeyFigure], abreast: int) -> list[Sequence[KeyFigure]]:
    return [tiles[start : start + abreast] for start in range(0, len(tiles), abreast)]


def _labelled(tile: KeyFigure, width: float) -> float:
    lines = letters.lines(tile.label, width, 10, bold=True)
    return max(lines, ceil(len(tile.label) / _LETTERS[width])) * _TILE_LINE


def _drawn(tile: KeyFigure) -> float:
    """Return the height of a number, with its picture beside or below it."""
    if not tile.picture:
        return _VALUE
    return _PICTURE + _VALUE * (len(tile.value) > _LONGEST_BESIDE)


def _signs(tile: KeyFigure) -> tuple[str, ...]:
    return tile.picture.signs if tile.picture else ()


def _sourced(tile: KeyFigure, width: float) -> float:
    source = " · ".join(
        (tile.period, tile.reporter, tile.pictured or tile.reference, tile.note)
    )
    return max(2, letters.lines(source, width, _SMALL)) * _SMALL_LINE


def _lead(lead: Lead) -> float:
    family = letters.SERIF if lead.text == lead.quoted else letters.SANS
    size, line = _LEAD, _LEAD_LINE
    if len(lead.text) > _LETTERS_LARGE:
        size, line = _STAND, _STAND_LINE
    said = letters.lines(lead.text, _LEAD_WIDTH, size, family=family)
    place = letters.lines(lead.place, _LEAD_WIDTH, _SMALL)
    return said * line + _LEAD_FOOT + place * _SMALL_LINE


def _advice(advice: Sequence[Lead]) -> float:
    if not advice:
        return 0
    width = _ADVICE_WIDTHS[len(advice)]
    tall = max(
        letters.lines(f"{one.mark}  {one.text}", width, _ADVICE) for one in advice
    )
    return _SECTION + tall * _ADVICE_LINE


def _notices(notices: Sequence[str]) -> float:
    return sum(
        letters.lines(text, WIDTH - 12, _ADVICE) * _ADVICE_LINE + _META_GAP
        for text in notices
    )


def _coverage(coverage: Coverage | None) -> float:
    if coverage is None:
        return 0
    legend = "    ".join(cell.text for cell in coverage.legend)
    foot = letters.lines(legend, WIDTH - 60, _SMALL) * _SMALL_LINE + 7
    return _SECTION + _COVERAGE_HEAD + _COVERAGE_ROW * len(coverage.rows) + foot
