"""Put the pages of a booklet on sheets so that they can be folded and stapled.

Printed on both sides, turned over the short edge, the stack of sheets is folded once
and stapled in the fold. The sheets are for the printer: they carry no tags, so that the
file in reading order belongs beside them.
"""

import io
from typing import Any

Sheet = tuple[float, float]

SHEETS: dict[str, Sheet] = {"a4": (841.89, 595.276), "letter": (792.0, 612.0)}
"""The sheets, lying, in points: each side takes two pages."""


def saddle_stitch(pages: int) -> list[tuple[int | None, int | None]]:
    """Return the left and right page of each sheet side, counted from 0.

    None is a blank: sheets hold four pages each.
    """
    places = -(-pages // 4) * 4
    sides = []
    for side in range(places // 2):
        outer, inner = places - 1 - side, side
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        sides.append((left if left < pages else None, right if right < pages else None))
    return sides


def booklet(
    pdf: bytes, *, sheet: Sheet = SHEETS["a4"], attached: str | None = None
) -> bytes:
    """Return the sheets of a booklet; the same pages always give the same bytes.

    The attachment of the name `attached` travels on with them.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as sheets:
        for left, right in saddle_stitch(len(source.pages)):
            _add_side(sheets, source, sheet, (left, right))
        if attached is not None:
            _pass_on(attached, source, sheets)
        if "/Title" in source.docinfo:
            sheets.docinfo["/Title"] = source.docinfo["/Title"]
        sheets.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None")
        )
        result = io.BytesIO()
        sheets.save(
            result,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return result.getvalue()


def _pass_on(name: str, source: Any, sheets: Any) -> None:
    """Copy an attachment as it is; the library would note the time of day."""
    import pikepdf

    files = source.Root.Names.EmbeddedFiles.Names
    entries = zip(*[iter(files)] * 2, strict=True)
    spec = next(spec for key, spec in entries if str(key) == name)
    sheets.Root.Names = pikepdf.Dictionary(
        EmbeddedFiles=pikepdf.Dictionary(
            Names=pikepdf.Array([pikepdf.String(name), sheets.copy_foreign(spec)])
        )
    )


def _add_side(
    sheets: Any, source: Any, sheet: Sheet, pair: tuple[int | None, int | None]
) -> None:
    """Add a side of a sheet with two pages that touch in the fold."""
    import pikepdf

    width, height = sheet
    forms, operations = pikepdf.Dictionary(), []
    for half, number in enumerate(pair):
        if number is None:
            continue
        page = source.pages[number]
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        scale = min(width / 2 / (right - left), height / (top - bottom))
        x = width / 2 - (0 if half else (right - left) * scale) - left * scale
        y = (height - (top - bottom) * scale) / 2 - bottom * scale
        # Fixed names: those that pikepdf makes up are random.
        forms[f"/P{half}"] = sheets.copy_foreign(page.as_form_xobject())
        operations.append(
            f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm /P{half} Do Q"
        )
    sheets.add_blank_page(page_size=sheet)
    side = sheets.pages[-1]
    side.Resources = pikepdf.Dictionary(XObject=forms)
    side.Contents = sheets.make_stream("\n".join(operations).encode())
