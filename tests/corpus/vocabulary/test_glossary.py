"""Terms are said as the glossary has them, and not as it says to avoid."""

from pathlib import Path

import pytest

from briefs.corpus.vocabulary import glossary
from briefs.errors import CorpusError
from tests.make.places import CORPUS

TERMS = glossary.read(CORPUS / "glossary.csv", "ky", "ru")


class TestGlossary:
    def missed(self, source: str, target: str) -> list[str]:
        return [term.name for term in glossary.missed(source, target, TERMS)]

    def test_inflected_terms_are_known_on_both_sides(self) -> None:
        assert not self.missed(
            "Генералдык прокуратурага арыз берилген",
            "Жалобы были поданы в Генеральную прокуратуру",
        )

    def test_another_word_for_a_term_is_told(self) -> None:
        assert self.missed("Генералдык прокуратура билдирди", "Полиция сообщила") == [
            "prosecutor-general"
        ]

    def test_a_term_within_a_longer_one_does_not_count(self) -> None:
        assert not self.missed("укук коргоо органдары", "правоохранительными органами")
        assert not self.missed("адамдарды сатуучулар", "торговцы людьми")

    def test_an_acronym_is_no_beginning_of_another_word(self) -> None:
        assert not self.missed("Бул жөнүндө айтылган эмес", "Об этом не сказано")
        assert self.missed("БУУнун маалыматы", "По данным") == ["un"]

    def test_a_term_must_not_be_called_what_its_row_says_to_avoid(self) -> None:
        terms = glossary.read(CORPUS / "glossary.csv", "ky", "en")
        found = glossary.misnamed("Children did hard labor.", terms)
        assert [(term.accepted, said) for term, said in found] == [
            ("child labor", "hard labor")
        ]
        assert glossary.misnamed("It is hard for labor unions.", terms) == []

    def test_a_row_with_too_few_cells_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "glossary.csv"
        file.write_text("term,ky,ru,en,note\nun,БУУ,ООН\n", encoding="utf-8")
        with pytest.raises(CorpusError, match="line 2"):
            glossary.read(file, "ky", "ru")

    def test_a_glossary_that_a_spreadsheet_has_marked_is_read(
        self, tmp_path: Path
    ) -> None:
        file = tmp_path / "glossary.csv"
        file.write_text("\ufeffterm,ky,ru\nun,БУУ,ООН\n", encoding="utf-8")
        (term,) = glossary.read(file, "ky", "ru")
        assert term.accepted == "ООН"
        assert glossary.read(file, "ky", "en") == ()

    @pytest.mark.parametrize(
        ("content", "fault"),
        [
            ("ky,ru\nБУУ,ООН\n".encode(), "line 1: the columns are not those"),
            ("term,ky,ru\nun,БУУ,ООН\n".encode("cp1251"), "is not UTF-8 text"),
        ],
    )
    def test_a_file_that_is_no_glossary_is_named(
        self, content: bytes, fault: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "glossary.csv"
        file.write_bytes(content)
        with pytest.raises(CorpusError, match=fault):
            glossary.read(file, "ky", "ru")

    def test_a_corpus_may_have_no_glossary(self, tmp_path: Path) -> None:
        assert glossary.read(tmp_path / "none.csv", "ky", "ru") == ()
