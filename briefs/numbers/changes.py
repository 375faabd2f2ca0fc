"""Tell a difference ("fell by 12") from a level ("fell to 12")."""

from briefs.numbers.grammars.load import Grammar
from briefs.numbers.numeral import Numeral
from briefs.text.phrases import Rule


def change(text: str, numeral: Numeral, grammar: Grammar, *, share: bool) -> int:
    """Return -1 for a number by which something fell, 1 for a rise, 0 for a level.

    A `share` is told from a level by fewer words than an amount: "10 percent lower".
    """
    if numeral.former or numeral.latter:
        return 0  # "fell from 19 to 11": two levels
    for sign, shares, amounts in grammar.changes:
        rules = (*shares, *amounts) if share else amounts
        if _stands(text, numeral, rules, grammar.lexis.by_endings):
            return sign
    return 0


def _stands(
    text: str, numeral: Numeral, rules: tuple[Rule, ...], endings: tuple[str, ...]
) -> bool:
    """Tell whether a number stands in a rule, also where its own ending is a part."""
    start, end = numeral.span
    ends = {end, *(end - len(e) for e in endings if text.endswith(e, start, end))}
    return any(rule.holds(text, start, place) for rule in rules for place in ends)
