"""What the commands promise to print as JSON: each key with its kind of value."""

from collections.abc import Mapping
from typing import Any

EXCERPT = {
    "id": str,
    "topic": str,
    "edition": str,
    "report": str,
    "country": str,
    "year": int,
    "language": str,
    "page": int | None,
    "pages": list | None,
    "years": list,
    "paragraph": int,
    "headings": list,
    "exact": str,
    "grade": str,
    "reasons": list,
    "source": dict,
}
SOURCE = {"path": str, "sha256": str, "start": int, "end": int}
FIGURE = {
    "value": int | float,
    "value_max": int | float | None,
    "unit": str,
    "counted": str,
    "period": str | None,
    "period_basis": str,
    "kind": str,
    "approximate": bool,
    "base": int | float | None,
    "repeats": str | None,
    "bound": str | None,
    "change": bool,
    "reported_by": str | None,
    "indicator": str | None,
    "status": str,
    "reviewed": bool,
    "topics": list,
    "edition": str,
    "report": str,
    "country": str,
    "year": int,
    "language": str,
    "page": int | None,
    "paragraph": int,
    "sentence": str,
    "quote": str,
}
CELL = {
    "topic": str,
    "report": str,
    "country": str,
    "year": int,
    "state": str,
    "excerpts": int,
}
TOPIC = {"code": str, "labels": dict, "excerpts": int}


def check_types(row: Mapping[str, Any], contract: Mapping[str, Any]) -> None:
    """Check that a row has every key, each with its kind of value."""
    for key, kind in contract.items():
        assert isinstance(row[key], kind), key
        assert isinstance(row[key], bool) == (kind is bool), key
