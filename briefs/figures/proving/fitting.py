"""Fit a row that the machine drafts to what every row of a ledger must pass."""

from dataclasses import replace

from briefs.figures.proving import setting, together, who, wording
from briefs.figures.proving.case import Case
from briefs.figures.series import data_year, is_whole_year
from briefs.model import Figure, Kind, Status


def fitted(case: Case) -> Figure:
    """Return the row of a case with what its words demand, as far as they say it.

    That is the indicator that they speak of, if it is one alone, the parts that they
    tell, the words that turn what it means, and no reporter who only acted.
    """
    belongs = list(together.belonging(case))
    if len(belongs) == 1:
        case = _of(case, replace(case.row, indicator=belongs[0].code))
    while parts := list(setting.left_out(case)):
        told = (*case.row.dimensions, parts[0])
        case = _of(case, replace(case.row, dimensions=told))
    longer = wording.turned(case.row, case.bench)
    case = _of(case, replace(case.row, span=longer.span, quote=longer.quote))
    if not who.is_told(case):
        case = _of(case, replace(case.row, reported_by=None))
    return replace(case.row, status=_status(case.row))


def _of(case: Case, row: Figure) -> Case:
    """Return the case of a row that says something else, among the rows beside it."""
    beside = tuple(row if one is case.row else one for one in case.siblings)
    return replace(case, row=row, siblings=beside)


def _status(row: Figure) -> Status:
    within = data_year(row.period) is not None and not is_whole_year(row.period)
    if row.kind is Kind.AGGREGATE and within:
        return Status.PROVISIONAL
    if row.indicator and not row.period:
        return Status.BREAK
    return Status.ESTIMATED if row.bound else Status.NORMAL
