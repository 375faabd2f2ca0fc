"""Read from a grammar file how numbers are written."""

from collections.abc import Iterable

import regex

from briefs.numbers.grammars.grammar import Lexis, Pattern, Role, Word
from briefs.numbers.grammars.grammarfile import GrammarFile
from briefs.text.searching import phrases
from briefs.text.searching.late import FLAGS
from briefs.text.searching.needed import Possible, needs, ways
from briefs.text.searching.phrases import NEVER

_ROLES = {
    "ordinals": Role.ORDINAL,
    "denominators": Role.DENOMINATOR,
    "words": Role.NUMBER,
    "scales": Role.SCALE,
    "collectives": Role.COLLECTIVE,
}
_ELEVEN = 11
_SIGN = regex.compile(r"\w*\p{Sc}")


def lexis(file: GrammarFile) -> Lexis:
    """Return how numbers are written."""
    currencies = file.table.values["currencies"]
    words = _words(file)
    shares = file.table.values["fractions"]
    return Lexis(
        group="".join(file.texts("digits", "group")),
        point="".join(file.texts("digits", "point")),
        endings=phrases.glued(
            file.texts("digits", "endings"), file.texts("digits", "apart")
        ),
        nominal=frozenset(file.texts("digits", "nominal")),
        ordinals=frozenset(file.texts("digits", "ordinals")),
        hyphen_is_ordinal=file.table.values["digits"].get("hyphen") == "ordinal",
        about=frozenset(file.texts("digits", "about")),
        words=words,
        has_teens=any(
            word.value == _ELEVEN and word.role is Role.NUMBER
            for word in words.values()
        ),
        links=frozenset(file.texts("joins", "and")),
        comma_links=bool(file.texts("joins", "and")),
        one_after=file.before("joins", "one_after"),
        article=file.before("joins", "article"),
        half_before=file.before("joins", "half_of"),
        half=file.matcher("joins", "half"),
        whole=file.told(
            lambda: phrases.gap(f"({'|'.join(file.texts('joins', 'whole'))})"),
            *"joins",
            "whole",
        ),
        fractions=_groups(file, "fractions", shares),
        fractions_need=needs(
            phrase for key in shares for phrase in file.texts("fractions", key)
        ),
        shares=tuple(file.number("fractions", key) for key in shares),
        each=file.before("odds", "each"),
        out_of=_between(file, "odds", "out_of"),
        part=file.after("odds", "part"),
        of_whole=_between(file, "odds", "of_whole"),
        of_each=file.before("odds", "of_each"),
        members=_between(file, "odds", "members"),
        denominators=frozenset(
            float(number) for number in file.texts("odds", "denominators")
        ),
        not_alone=frozenset(file.texts("joins", "not_alone")),
        alone_before=file.after("joins", "alone_before"),
        between=_between(file, "range", "between"),
        range_endings=frozenset(file.texts("range", "after_ending")),
        ablative=regex.compile(
            rf"\p{{L}}(?:{phrases.either(file.texts('range', 'after_ending'))})$"
        ),
        until=file.after("range", "until"),
        moves=file.matcher("range", "moves"),
        pairs=_pairs(file, "pairs"),
        never=_pairs(file, "never"),
        currencies=tuple(currencies),
        money=Possible(
            ((code, file.matcher("currencies", code)), ways(texts))
            for code in currencies
            if (texts := file.texts("currencies", code))
        ),
        signs={
            sign: code
            for code in currencies
            for sign in file.texts("currencies", code)
            if _SIGN.fullmatch(sign)
        },
        itself=file.after("nouns", "itself"),
        by_endings=tuple(file.texts("change", "endings")),
    )


def _pairs(file: GrammarFile, key: str) -> tuple[tuple[Pattern, Pattern], ...]:
    """Read ranges such as "between # and #": what stands before and between."""
    return file.told(
        lambda: tuple(phrases.pair(phrase) for phrase in file.texts("range", key)),
        "range",
        key,
    )


def _between(file: GrammarFile, *keys: str) -> Pattern:
    """Compile what may stand between two numbers."""
    texts = file.texts(*keys)
    if not texts:
        return NEVER
    return file.told(lambda: phrases.gap(f"({'|'.join(texts)})"), *keys)


def _groups(file: GrammarFile, section: str, keys: Iterable[str]) -> Pattern:
    """Compile the phrases of several keys, a group for each."""
    sources = [f"({file.source(section, key)})" for key in keys]
    return regex.compile("|".join(sources) or r"(?!)", FLAGS)


def _words(file: GrammarFile) -> dict[str, Word]:
    """Return every number word in every form, in lower case with е for ё."""
    single = frozenset(file.texts("joins", "single"))
    endings = file.texts("digits", "endings")
    found: dict[str, Word] = {}
    for section, role in _ROLES.items():
        own = file.texts(section, "endings") if role is Role.ORDINAL else []
        if file.table.values["inflected"] == "numbers":
            own = own or endings
        for key, forms in file.table.values[section].items():
            if key == "endings":
                continue
            value = file.number(section, key)
            for form in forms:
                dotted = form.endswith(".")
                stem = form.lower().replace("ё", "е").rstrip(".")
                for ending in ("", *own):
                    found[stem + ending] = Word(
                        role, value, ending, form in single, dotted
                    )
    return found
