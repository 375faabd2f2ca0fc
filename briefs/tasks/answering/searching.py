"""Find the passages that contain words, by the index of all their words."""

from collections.abc import Iterator, Mapping, Sequence

from briefs.corpus.beside import translations
from briefs.corpus.corpus import Corpus
from briefs.files import asking, cache
from briefs.files.database import Index, Made
from briefs.model import Edition, Passage
from briefs.tasks.answering.filling import Kind, fill
from briefs.text.fold import keys, words

Found = list[tuple[Edition, Passage]]


def search(corpus: Corpus, editions: Sequence[Edition], text: str) -> Found:
    """Return the passages that contain every word of `text`, in the editions' order.

    A word is found as the beginning of another and in any spelling of ө, ү and ң, in
    the passage itself or in one of its translations.
    """
    wanted = [word.key for word in words(text)]
    return asking.answered(lambda index: _search(index, corpus, editions, wanted))


def _search(
    index: Index, corpus: Corpus, editions: Sequence[Edition], starts: Sequence[str]
) -> Found:
    numbers = fill(index, corpus, editions, kind(corpus))
    hits = index.search(starts)
    stands = {numbers[edition.id]: edition for edition in editions}
    wanted = {number: hits[number] for number in stands if number in hits}
    return [
        (stands[number], passage)
        for number, found in passages(index, wanted)
        for passage in found.values()
    ]


def passages(
    index: Index, wanted: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, dict[int, Passage]]]:
    """Yield some passages of each of some sources, by the numbers they have."""
    for number, parts in index.parts(wanted):
        yield number, {n: cache.decoded(data, Passage) for n, data in parts.items()}


def kind(corpus: Corpus) -> Kind:
    """Return what the index holds of texts: each passage, and the words to find it."""
    return Kind("texts", _key, lambda edition: _made(corpus, edition))


def _key(edition: Edition) -> str:
    files = [
        translations.path(edition, language)
        for language in translations.languages(edition)
    ]
    identity = edition.sha256, edition.layout_sha256, edition.id, edition.language
    return cache.digest(*identity, *cache.contents(files))


def _made(corpus: Corpus, edition: Edition) -> Made:
    found = corpus.passages(edition)
    return Made(
        _key(edition),
        {passage.number: cache.encoded(passage) for passage in found},
        list(_words(corpus, edition, found)),
    )


def _words(
    corpus: Corpus, edition: Edition, found: Sequence[Passage]
) -> Iterator[tuple[int, str]]:
    """Yield the words of each text of a passage: its own, and what it is in others."""
    known = [
        known
        for language in translations.languages(edition)
        if (known := corpus.translations(edition, language))
    ]
    for passage in found:
        texts = [passage.text]
        texts += [translations.whole(passage.text, edition.language, t) for t in known]
        for text in filter(None, texts):
            yield passage.number, " ".join(keys(text))
