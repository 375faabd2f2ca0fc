"""What is quoted beside the excerpts is proven whenever it is read."""

from pathlib import Path

import pytest

from briefs.corpus.beside import statements
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError

CORPUS = Corpus.open()
KNOWN = {edition.id: CORPUS.paragraphs(edition) for edition in CORPUS.editions}
SAID = KNOWN["tip-2019-kgz-ky"][3].text
LABELS = 'labels = { ky = "А", ru = "Б", en = "C" }'


def read(folder: Path, terms: str) -> statements.Statements:
    (folder / statements.TERMS).write_text(terms, encoding="utf-8")
    return statements.read(lambda name: folder / name, KNOWN)


def term(quote: str, edition: str = "tip-2019-kgz-ky") -> str:
    stated = f'{{ edition = "{edition}", paragraph = 3, quote = "{quote}" }}'
    return f"[watch]\n{LABELS}\nstated = [{stated}]\n"


def test_the_shipped_files_quote_what_the_reports_say() -> None:
    found = CORPUS.statements
    assert {"article-124", "article-171", "article-260", "tiers"} <= set(found.terms)
    contradiction = found.contradictions["penalties-article-124"]
    assert len({one.edition for one in contradiction.stated}) == 3


def test_whole_sentences_are_accepted_letter_by_letter(tmp_path: Path) -> None:
    assert read(tmp_path, term(SAID)).terms["watch"].stated[0].quote == SAID


@pytest.mark.parametrize("quote", [SAID[:-10], SAID[5:], SAID.replace("эки", "үч")])
def test_a_part_or_another_wording_is_refused_with_its_place(
    quote: str, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError, match=r"terms.toml.*paragraph 3"):
        read(tmp_path, term(quote))


def test_an_edition_that_is_not_here_proves_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, term("Something.", "tip-2030-kgz-ky")).terms


def test_a_term_has_to_be_explained(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no stated words and no explanation"):
        read(tmp_path, f"[watch]\n{LABELS}\n")
