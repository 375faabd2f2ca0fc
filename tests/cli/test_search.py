"""`briefs search`: the passages that have all the words."""

from pathlib import Path

from tests.make.commands import rows


def test_search_finds_the_passages_with_all_the_words(small: Path) -> None:
    (row,) = rows("search", "прокуратура", "арыз", "--corpus", small)
    assert (row["edition"], row["paragraph"]) == ("hrr-2019-kgz-ky", 2)
    (row,) = rows("search", "депутат күчтөрүн", "--corpus", small)
    folded = rows("search", "депутат кучторун", "--corpus", small)
    assert folded == [row]
