"""Tell a difference ("fell by 12") from a level ("fell to 12")."""

from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numeral import Numeral


def change(text: str, numeral: Numeral, grammar: Grammar, *, share: bool) -> int:
    """Return -1 for a number by which something fell, 1 for a rise, 0 for a level.

    A `share` is told from a level by fewer words than an amount: "10 percent lower".
    """
    if numeral.former or numeral.latter:
        return 0  # "fell from 19 to 11": two levels
    start, end = numeral.span
    is_by = text.endswith(grammar.lexis.by_endings, start, end)  # "120га азайган"
    for way in grammar.changes:
        rules = (
            *(way.shares if share else ()),
            *way.amounts,
            *(way.ended if is_by else ()),
        )
        if any(rule.holds(text, start, end) for rule in rules):
            return way.sign
    return 0
