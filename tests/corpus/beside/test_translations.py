"""Working translations: read, joined, and checked against what they translate."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.beside import translations
from briefs.corpus.beside.translations import Entry, Translations
from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.files.resources import data_dir
from briefs.model import Edition, Passage
from briefs.numbers.grammars import load as grammar
from briefs.tasks.checking import translations as translation_checks
from briefs.text.sentences import sentences
from tests.make.commands import run
from tests.make.shelf import passages_of

CORPUS = data_dir("corpus")
KY = grammar.load(Corpus.open(CORPUS), "ky")
RU = grammar.load(Corpus.open(CORPUS), "ru")
EN = grammar.load(Corpus.open(CORPUS), "en")

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# translator: so the source
#. ¶1
#, fuzzy
msgid "Биринчи сүйлөм."
msgstr "The first sentence."

# glossary: police, torture
# numbers: 14
#. ¶1
msgid "Экинчи сүйлөм."
msgstr "The second sentence."

msgctxt "heading"
msgid "1-Бөлүм."
msgstr "Section 1."
"""


class Says(Corpus):
    """A corpus of which every edition has one paragraph."""

    def __init__(self, text: str) -> None:
        super().__init__([CORPUS])
        self._text = text

    def passages(self, edition: Edition) -> tuple[Passage, ...]:
        return (passage(self._text),)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition in a folder that has translations of its own."""
    first = Corpus.open(CORPUS).editions[0]
    moved = replace(first, path=tmp_path / "source.txt")
    write(moved, PO)
    return moved


def write(edition: Edition, text: str) -> None:
    path = translations.path(edition, "en")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(edition: Edition) -> Translations:
    found = translations.read(edition, "en")
    assert found is not None
    return found


def passage(text: str) -> Passage:
    return Passage("e", 1, text, None, (), ())


def lost(source: str, target: str, language: grammar.Grammar = EN) -> list[str]:
    """The numbers that a translation lost."""
    entry = Entry(target, reviewed=False)
    return [
        str(number)
        for number in translation_checks.lost_numbers(source, entry, KY, language)
    ]


class TestReading:
    def test_an_entry_is_unreviewed_until_its_fuzzy_flag_is_cleared(
        self, edition: Edition
    ) -> None:
        known = read(edition).entries
        assert not known["Биринчи сүйлөм."].reviewed
        assert known["Экинчи сүйлөм."].reviewed

    def test_comments_are_excuses(self, edition: Edition) -> None:
        known = read(edition).entries
        assert known["Биринчи сүйлөм."].excused("glossary") == set()
        assert known["Экинчи сүйлөм."].excused("glossary") == {"police", "torture"}
        assert known["Экинчи сүйлөм."].excused("numbers") == {"14"}

    def test_an_entry_knows_its_line(self, edition: Edition) -> None:
        line = read(edition).entries["Экинчи сүйлөм."].line
        assert PO.splitlines()[line - 1] == 'msgid "Экинчи сүйлөм."'

    def test_headings_stand_apart_from_sentences(self, edition: Edition) -> None:
        assert read(edition).headings == {"1-Бөлүм.": "Section 1."}

    def test_an_edition_may_have_no_translation(self, edition: Edition) -> None:
        assert translations.languages(edition) == ["en"]
        assert translations.read(edition, "ru") is None

    def test_a_malformed_file_is_named(self, edition: Edition) -> None:
        write(edition, 'msgid "Биринчи\n')
        with pytest.raises(CorpusError, match=r"en\.po"):
            translations.read(edition, "en")


class TestTranslating:
    def test_a_quoted_part_is_translated_sentence_by_sentence(
        self, edition: Edition
    ) -> None:
        found = translations.translate(
            "Биринчи сүйлөм. Экинчи сүйлөм.", "ky", read(edition)
        )
        assert found is not None
        assert translations.joined(found) == "The first sentence. The second sentence."

    def test_one_missing_sentence_leaves_the_part_untranslated(
        self, edition: Edition
    ) -> None:
        part = "Биринчи сүйлөм. Үчүнчү сүйлөм."
        assert translations.translate(part, "ky", read(edition)) is None

    def test_a_list_cut_short_is_translated_clause_by_clause(self) -> None:
        known = Translations(
            "en",
            {"биринчиси;": Entry("one;", False), "экинчиси;": Entry("two;", False)},
            {},
        )
        found = translations.translate("биринчиси; экинчиси;", "ky", known)
        assert found is not None
        assert translations.joined(found) == "one; two;"


class TestCompleteness:
    def test_a_sentence_without_translation_is_told_with_its_paragraph(
        self, edition: Edition
    ) -> None:
        found = translation_checks.missing(
            [passage("Биринчи сүйлөм. Үчүнчү сүйлөм.")], edition, read(edition)
        )
        assert "paragraph 1, “Үчүнчү сүйлөм.” is missing" in [*map(str, found)]

    def test_what_the_source_no_longer_says_is_told_with_its_line(
        self, edition: Edition
    ) -> None:
        faults = translation_checks.faults(Says("Биринчи сүйлөм."), edition, "en")
        path = translations.path(edition, "en")
        line = read(edition).entries["Экинчи сүйлөм."].line
        assert (
            f"{path}, line {line}: “Экинчи сүйлөм.” is no sentence of the source"
            in [*map(str, faults)]
        )

    def test_a_heading_that_is_left_over_is_told(self, edition: Edition) -> None:
        found = translation_checks.missing([], edition, read(edition))
        assert [*map(str, found)] == ["“1-Бөлүм.” is no heading of the source"]

    def test_every_sentence_and_heading_of_the_corpus_is_translated(self) -> None:
        for each in Corpus.open(CORPUS).editions:
            found = passages_of(each)
            for language in ("en", "ru"):
                known = translations.read(each, language)
                assert known is not None
                assert not list(translation_checks.missing(found, each, known))
                for one in found:
                    for span in sentences(one.text, each.language):
                        assert one.text[span.start : span.end] in known.entries


class TestNumbers:
    @pytest.mark.parametrize(
        ("source", "target"),
        [
            ("109 доо арыз түшкөн", "109 complaints were received"),
            ("8,823 адам", "8 823 people"),
            ("үч жүз адам", "300 people"),
            ("18 өкмөттүк эмес уюм", "eighteen NGOs"),
            ("сегизи качты", "eight of them fled"),
            ("бир киши", "a man"),
            ("500-700 адам", "500 to 700 people"),
            ("25% га аз", "25 percent fewer"),
            ("63 пайызын алган", "won 63% of it"),
            ("339 млн сом", "339 million soms"),
            ("$ 4,5 млн", "$4.5 million"),
            ("жылдын биринчи жарымында", "in the first half of the year"),
            ("2014-жылдын 4-октябрында", "on October 4, 2014"),
            ("124-берене", "article 124"),
            ("№ 12 иш", "case No. 12"),
        ],
    )
    def test_a_number_may_be_written_in_another_way(
        self, source: str, target: str
    ) -> None:
        assert lost(source, target) == []

    @pytest.mark.parametrize(
        ("source", "target", "told"),
        [
            ("109 доо арыз түшкөн", "190 complaints were received", "109"),
            ("2014-жылы", "in 2015", "2014"),
            ("сегиз адам", "nine people", "8"),
            ("25% га аз", "25 fewer", "25 percent"),
            ("339 млн сом", "$339 million", "339000000 KGS"),
            ("500-700 адам", "500 people", "700"),
            ("№ 12 иш", "a case", "12"),
        ],
    )
    def test_a_number_percentage_currency_or_year_that_is_lost_is_told(
        self, source: str, target: str, told: str
    ) -> None:
        assert lost(source, target) == [told]

    def test_russian_words_count_as_numbers_too(self) -> None:
        assert lost("18 адам, сегизи аял", "восемнадцать человек, 8 женщин", RU) == []

    def test_a_comment_excuses_a_number(self) -> None:
        entry = Entry("both of them", reviewed=True, comments=("numbers: 12, 2",))
        assert not translation_checks.lost_numbers("12 адам", entry, KY, EN)

    @given(st.integers(min_value=2, max_value=10**7))
    def test_any_count_is_kept_or_missed(self, count: int) -> None:
        assert lost(f"{count} адам келди", f"{count:,} people came") == []
        assert lost(f"{count} адам келди", "people came") != []


@pytest.mark.thorough  # `briefs check` of the corpus finds them too (tests/cli)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_translations_of_the_corpus_have_no_fault(language: str) -> None:
    for each in Corpus.open(CORPUS).editions:
        assert not list(translation_checks.faults(Corpus.open(CORPUS), each, language))


def test_a_figure_without_series_is_translated_with_its_sentence(
    tmp_path: Path,
) -> None:
    file = tmp_path / "brief.html"
    told = run("build", "trafficking", "-l", "ru", "--format", "html", "-o", file)
    assert told.code == 0, told.err
    page = file.read_text("utf-8")
    singles = page.partition('<div class="singles">')[2].partition("</div>")[0]
    assert singles.count("<q ") == singles.count('class="said" lang="ru">') > 0
    assert "рабочий перевод, не проверен" in page
