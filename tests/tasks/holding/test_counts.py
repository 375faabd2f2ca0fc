"""How far figures are reviewed is counted once; what changed is counted anew."""

from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.tasks.holding import counts
from briefs.tasks.holding.counts import Counts
from tests.make.shelf import small_corpus

ENGLISH = "hrr-2020-kgz-en"


def test_the_index_counts_as_one_by_one(small: Path) -> None:
    corpus = Corpus.open(small)
    told = counts.read(corpus, corpus.editions)
    assert told == {one.id: counts.of(corpus, one) for one in corpus.editions}
    assert told[ENGLISH].reviewed == 1


def test_a_ledger_that_changed_is_counted_anew_and_a_broken_one_left_out(
    tmp_path: Path,
) -> None:
    own = small_corpus(tmp_path)
    corpus = Corpus.open(own)
    before = counts.read(corpus, corpus.editions)
    assert before[ENGLISH].reviewed == 1
    ledger = own / "editions" / ENGLISH / "figures.csv"
    kept = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    ledger.write_text(kept[0], encoding="utf-8")
    again = Corpus.open(own)
    after = counts.read(again, again.editions)
    assert after[ENGLISH] == Counts(0, before[ENGLISH].unreviewed + 1)
    ledger.write_text("no,such,columns\n1,2,3\n", encoding="utf-8")
    broken = Corpus.open(own)
    assert ENGLISH not in counts.read(broken, broken.editions)
