"""Write a word alike that British and American English spell in two ways.

What comes out is compared and never shown: a word that is of neither kind may look odd
("promize"), as long as no two words become one.
"""

from functools import lru_cache

import regex

_RULES = tuple(
    (regex.compile(pattern), alike)
    for pattern, alike in (
        (r"^(in|un|dis|mis)?practis", r"\1practic"),
        (r"(?<=\p{L}{3})is(?=(?:e[drs]?|ers?|ing|ations?|able)$)", "iz"),
        (r"(?<=anal|paral|catal)ys(?=(?:e[drs]?|ers?|ing)$)", "yz"),
        (
            r"(?<=\b(?:dis|mis|un|en)?(?:arm|behavi|cand|cl|col|demean|endeav|fav|ferv|harb"
            r"|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig))our",
            "or",
        ),
        (r"(?<=^(?:self-)?(?:def|off|pret|lic))enc(?=(?:e|es|ed|eless)$)", "ens"),
        (
            r"(?<=(?:cent|theat|met|lit|fib|calib|spect|lust|meag|somb))re(?=[sd]?$)",
            "er",
        ),
        (
            r"(?<=(?:cancel|channel|counsel|dial|equal|fuel|initial|label|level|marshal"
            r"|model|panel|quarrel|rival|shovel|signal|total|travel|tunnel))l"
            r"(?=(?:ed|ing|ers?|ors?)$)",
            "",
        ),
        (r"^(enrol|fulfil|instal|distil)(?=(?:s|ments?)?$)", r"\1l"),
        (r"^(skil|wil)(?=ful)", r"\1l"),
        (r"(?<=an|h|p|arch|encyclop|gyn|orthop)ae(?=[a-z]{2})", "e"),
        (r"(?<=f|diarrh|man)oe(?=tus|tal|a|uv)", "e"),
        (r"maneuvre", "maneuver"),
        (r"(?<=(?:anal|catal|dial|monol|prol))ogue(?=s?$)", "og"),
        (r"(?<=^(?:re)?program)me(?=s?$)", ""),
        (r"(?<=^(?:mis|pre)?(?:judg|acknowledg|lodg|abridg))e(?=ments?$)", ""),
        (r"^(ag)e(?=ing$)", r"\1"),
        (r"^sceptic", "skeptic"),
        (r"^gaol", "jail"),
        (r"^grey", "gray"),
        (r"^mould", "mold"),
        (r"^plough", "plow"),
        (r"^aluminium$", "aluminum"),
        (r"(?<=^(?:after|to))wards$", "ward"),
        (r"^(among|amid)st$", r"\1"),
        (r"^whilst$", "while"),
        (r"^(burn|learn|dream)t$", r"\1ed"),
        (r"^(spel|spil)t$", r"\1led"),
    )
)


@lru_cache(maxsize=1 << 16)
def alike(word: str) -> str:
    """Return what a word in small letters has in common with its other spelling."""
    if word.startswith("per") and word.split() == ["per", "cent"]:
        return "percent"
    if word.isascii():
        for pattern, other in _RULES:
            word = pattern.sub(other, word)
    return word
