"""The codes that a ledger is written with: SDMX's where it has them."""

from enum import StrEnum


class Basis(StrEnum):
    """Where a figure's period comes from.

    Stated in its sentence, carried from an earlier sentence of the passage, or taken
    from the edition because the passage says nothing.
    """

    STATED = "stated"
    CARRIED = "carried"
    EDITION = "edition"


class Kind(StrEnum):
    """What a figure is: only an aggregate is a statistic to compare across years.

    A duration ("two weeks") and a penalty ("six years in prison") measure a time or a
    sentence; they never stand among statistics.
    """

    AGGREGATE = "aggregate"
    INCIDENT = "incident"
    NORM = "norm"
    INSTITUTION = "institution"
    DURATION = "duration"
    PENALTY = "penalty"


APART = (Kind.DURATION, Kind.PENALTY)
"""Kinds of figures that are no statistics."""


class Bound(StrEnum):
    """How a number is meant that is not exact: a limit, a rounding or an estimate."""

    AT_MOST = "at-most"
    AT_LEAST = "at-least"
    ABOUT = "about"
    ESTIMATE = "estimate"


class Status(StrEnum):
    """SDMX observation status: `CL_OBS_STATUS` codes used here.

    MISSING is a number that the source calls unknown, UNREPORTED one of which it says
    that nobody gave it; neither is a zero.
    """

    NORMAL = "A"
    BREAK = "B"
    ESTIMATED = "E"
    MISSING = "M"
    UNREPORTED = "L"
    PROVISIONAL = "P"
