"""Turn phrases as people write them in the data files into regular expressions.

`адам*` is any word that begins so; `[эле]` may be missing; `(жыл*|ай*)` is one of
several; `~` stands for up to two words, `…` for anything in the same clause; `#` is
the number that is judged; `{year}` and the like are slots that the caller defines,
who may also say which letters `*` stands for, and which endings `+` does.
Between words any white space, hyphen or quotation mark may stand; case does not matter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from briefs.errors import Message
from briefs.text.searching.beginnings import Before
from briefs.text.searching.late import FLAGS, late
from briefs.text.searching.needed import TOKEN, Needs, Ways, may_meet, needs, ways

_GAP = r"""(?:['’]s?)?[\s\-\u2010-\u2014“”"«»]+"""
_TIGHT = r"[\s\-\u2010-\u2014]*"
_ANYTHING = r"[^;!?]{0,160}?"
_FAR = "…"
_LETTERS = r"\w*"
_PAIR = 3
NEVER = regex.compile(r"(?!)")

NO_SLOTS: Mapping[str, str] = {}
NO_NEEDS: Mapping[str, Needs] = {}


class PhraseError(ValueError):
    """A phrase that cannot be read; `said` says why."""

    def __init__(self, said: Message) -> None:
        super().__init__(str(said))
        self.said = said


@dataclass(frozen=True, slots=True)
class Rule:
    """A phrase around a number: what has to stand before it and what after it.

    `ways` is what a text has to hold for that.
    """

    left: "regex.Pattern[str] | Before | None"
    right: regex.Pattern[str] | None
    ways: Ways

    def holds(self, text: str, start: int, end: int) -> bool:
        """Tell whether the number at `start:end` stands in this phrase."""
        return may_meet(self.ways, text) and self.stands(text, start, end)

    def stands(self, text: str, start: int, end: int) -> bool:
        """Tell the same of a text that holds all that is needed."""
        if self.right is not None and not self.right.match(text, end):
            return False
        return self.left is None or bool(self.left.match(text, 0, start))


@dataclass(slots=True)
class _Part:
    source: str
    optional: bool = False
    tight: bool = False
    anything: bool = False


def pattern(phrases: Sequence[str], slots: Mapping[str, str] = NO_SLOTS) -> str:
    """Return a regular expression that matches any of the phrases.

    Raise PhraseError for a phrase with unbalanced brackets or an unknown slot.
    """
    return "|".join(f"(?:{_source(phrase, slots)})" for phrase in phrases)


def matcher(
    phrases: Sequence[str], slots: Mapping[str, str] = NO_SLOTS
) -> regex.Pattern[str]:
    """Compile phrases to one pattern; without phrases it never matches."""
    return late(pattern(phrases, slots) or r"(?!)")


def rules(
    phrases: Sequence[str],
    slots: Mapping[str, str] = NO_SLOTS,
    needed: Mapping[str, Needs] = NO_NEEDS,
) -> tuple[Rule, ...]:
    """Compile phrases that have a `#`; those that look one way only become one rule.

    One that looks far ("…") is a rule of its own: few texts hold all that it needs.
    `needed` is what a text has to hold for each of the `slots`.
    """
    before: list[tuple[str, str]] = []
    after: list[tuple[str, str]] = []
    found: list[Rule] = []
    for phrase in phrases:
        left, number, right = phrase.partition("#")
        if not number:
            raise PhraseError(
                Message("the phrase '{phrase}' has no # for the number", phrase=phrase)
            )
        sources = _beside(left, right, slots)
        if _FAR in phrase or (left.strip() and right.strip()):
            far = _far(left, sources[0]) if left.strip() else None
            near = _right(sources[1]) if right.strip() else None
            found.append(Rule(far, near, ways([phrase], needed)))
        elif not left.strip():
            after.append((phrase, sources[1]))
        else:
            before.append((phrase, sources[0]))
    if before:
        told = _joint([phrase for phrase, _ in before], needed)
        found.append(Rule(_left("|".join(one for _, one in before)), None, told))
    if after:
        told = _joint([phrase for phrase, _ in after], needed)
        found.append(Rule(None, _right("|".join(one for _, one in after)), told))
    return tuple(found)


def _joint(phrases: Sequence[str], needed: Mapping[str, Needs]) -> Ways:
    return frozenset([frozenset(filter(None, [needs(phrases, needed)]))])


def ending(phrases: Sequence[str]) -> regex.Pattern[str]:
    """Compile phrases that end, but for white space, where they are looked for."""
    return _left(f"(?:{pattern(phrases)}){_TIGHT}") if phrases else NEVER


def beginning(phrases: Sequence[str]) -> regex.Pattern[str]:
    """Compile phrases that begin, but for white space, where they are looked for."""
    return _right(f"{_TIGHT}(?:{pattern(phrases)})") if phrases else NEVER


def pair(phrase: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Compile "between # and #": what stands before the first number, and between."""
    parts = phrase.split("#")
    if len(parts) != _PAIR:
        raise PhraseError(
            Message("the phrase '{phrase}' needs two # for two numbers", phrase=phrase)
        )
    return ending([parts[0]]), gap(parts[1])


def glued(endings: Sequence[str], apart: Sequence[str]) -> regex.Pattern[str]:
    """Compile the endings of words that stand on a number, or apart behind it."""
    on, behind = either(endings), either(apart)
    return regex.compile(
        rf"(?:-?(?P<ending>{on})|[ -](?P<ending>{behind}))(?!\p{{L}})", FLAGS
    )


def either(words: Sequence[str]) -> str:
    """Return a pattern of words as they are written, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(map(regex.escape, longest_first)) or "(?!)"


def whole(words: Sequence[str], more: str = "") -> regex.Pattern[str]:
    """Compile whole words as they are written; `more` is a pattern of further ones."""
    plain = rf"(?<![\p{{L}}\p{{N}}])(?:{either(words)})(?![\p{{L}}\p{{N}}])"
    return regex.compile(f"{plain}|{more}" if more else plain, FLAGS)


def gap(phrase: str) -> regex.Pattern[str]:
    """Compile what stands between two numbers, as in "to" or "-"."""
    return late(rf"\s*{_source(phrase, NO_SLOTS)}\s*")


def listing(words: Sequence[str]) -> regex.Pattern[str]:
    """Compile what stands between the numbers of a list: ", ", "-, ", " and "."""
    link = either(words)
    return regex.compile(
        rf"\s*[-\u2010\u2011–]?\s*(?:[,;]\s*(?:(?:{link})\s)?|\s(?:{link})\s)\s*", FLAGS
    )


def _far(phrase: str, source: str) -> "regex.Pattern[str] | Before":
    backwards = _left(source)
    return Before(late(source), backwards, phrase) if _FAR in phrase else backwards


def _left(source: str) -> regex.Pattern[str]:
    return late(f"(?r)(?:{source})")


def _right(source: str) -> regex.Pattern[str]:
    return late(f"(?:{source})")


def _beside(left: str, right: str, slots: Mapping[str, str]) -> tuple[str, str]:
    """Return the sources of both sides, tied to the number by white space or hyphen."""
    before = f"{_source(left, slots)}{_TIGHT}" if left.strip() else ""
    after = f"{_TIGHT}{_source(right, slots)}" if right.strip() else ""
    return f"(?:{before})", f"(?:{after})"


def _source(phrase: str, slots: Mapping[str, str]) -> str:
    tokens = iter(TOKEN.findall(phrase.strip()))
    source, closing = _alternatives(tokens, slots, phrase)
    if closing:
        raise PhraseError(
            Message(
                "the phrase '{phrase}' has a '{sign}' too many",
                phrase=phrase,
                sign=closing,
            )
        )
    return source


def _alternatives(
    tokens: Iterator[str], slots: Mapping[str, str], phrase: str
) -> tuple[str, str]:
    """Read up to a closing bracket; return the source and that bracket."""
    choices: list[list[_Part]] = [[]]
    closing = ""
    for token in tokens:
        if token in ")]":
            closing = token
            break
        if token == "|":
            choices.append([])
        elif not token.isspace():
            choices[-1].append(_part(token, tokens, slots, phrase))
    joined = [_join(parts) for parts in choices]
    return (joined[0] if len(joined) == 1 else f"(?:{'|'.join(joined)})"), closing


def _part(
    token: str, tokens: Iterator[str], slots: Mapping[str, str], phrase: str
) -> _Part:
    if token in "([":
        source, closing = _alternatives(tokens, slots, phrase)
        if closing != {"(": ")", "[": "]"}[token]:
            raise PhraseError(
                Message(
                    "the phrase '{phrase}' has an unclosed '{sign}'",
                    phrase=phrase,
                    sign=token,
                )
            )
        return _Part(f"(?:{source})", optional=token == "[")
    if token == "~":
        return _Part(rf"(?:[^\s.;:!?]+{_GAP}){{0,2}}", tight=True)
    if token == "…":
        return _Part("", anything=True)
    if token.startswith("{"):
        if token[1:-1] not in slots:
            raise PhraseError(
                Message(
                    "the phrase '{phrase}' has an unknown slot {slot}",
                    phrase=phrase,
                    slot=token,
                )
            )
        return _Part(slots[token[1:-1]], tight=True)
    return _Part(_word(token, slots))


def _word(written: str, slots: Mapping[str, str]) -> str:
    """Return the source of one word, which never matches inside another one."""
    if written in ("-", "–"):
        return r"[-\u2010-\u2014]"
    if written == "*":
        return r"\b\w+"  # alone it is any word
    if not any(mark.isalnum() for mark in written):
        return regex.escape(written)
    ended = written.endswith("+") and "+" in slots
    stem = written[:-1] if ended else written
    body = slots.get("*", _LETTERS).join(
        regex.escape(piece).replace("'", "['’]") for piece in stem.split("*")
    )
    ahead = r"\b" if written[0].isalnum() or written[0] == "*" else ""
    behind = r"\b" if stem[-1].isalnum() or stem[-1] == "*" else ""
    if ended:
        behind = slots["+"] + behind
    return ahead + body + behind


def _join(parts: list[_Part]) -> str:
    """Join the parts of a phrase with gaps; an optional part takes its gap with it."""
    source = link = ""
    for part in parts:
        if part.anything:
            link = _ANYTHING
            continue
        if link == _GAP and part.tight:
            link = _TIGHT
        if not part.optional:
            source += link + part.source
            link = _TIGHT if part.tight else _GAP
        elif link:
            source += f"(?:{link}{part.source})?"
        else:
            source += f"(?:{part.source}{_GAP})?"
    return source + (_ANYTHING if link == _ANYTHING else "")
