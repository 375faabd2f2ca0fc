"""Tell the lines at the head of a report: who issued it, and when."""

from collections.abc import Sequence
from itertools import takewhile

import regex

from briefs.model import Passage
from briefs.text.sentences import count_words

_SENTENCE = regex.compile(r"(?r)[.!?…:;]+[”“»\"’)\]]*")
_LONGEST = 25  # words of a line that is no text yet


def lines(passages: Sequence[Passage]) -> frozenset[int]:
    """Return the numbers of the passages that only say whose report this is.

    They are the first ones, short, without a label and without the end of a sentence:
    "Annual report of X, published on March 3, 2023". A text without any sentence is no
    masthead as a whole.
    """
    found = [one.number for one in takewhile(_is_line, passages)]
    return frozenset(found) if len(found) < len(passages) else frozenset()


def _is_line(passage: Passage) -> bool:
    text = passage.text.rstrip()
    whole = passage.label or _SENTENCE.match(text)
    return not whole and count_words(text) <= _LONGEST
