"""No quotation that is not in its source, letter by letter, leaves or passes."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.corpus.withheld import Withheld
from briefs.errors import CorpusError, Message, VerificationError
from briefs.render.pdf import Attachment
from briefs.text.names import Finder, Name
from briefs.verify import quotations as verify
from briefs.verify import unnamed
from briefs.verify.quotations import Quotation
from tests.make import sample
from tests.make.commands import run
from tests.make.pages import opened, pdf_of
from tests.make.pages import page as html_page
from tests.make.places import CORPUS
from tests.make.shelf import ENGLISH, add_edition, corpus_of, passages_of, small_corpus

Row = dict[str, Any]

SENTENCE = (
    "Prosecutors received 40 complaints of torture in 2020 and opened three cases."
)
MEANT = (
    "The law forbids torture. Nevertheless, police officers beat detainees to obtain "
    f"confessions. {SENTENCE}"
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A small corpus, one edition of it translated into Russian."""
    folder = small_corpus(tmp_path_factory.mktemp("corpus"))
    translated = folder / "editions" / "hrr-2020-kgz-en" / "translations"
    translated.mkdir()
    (translated / "ru.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        f'msgid "{SENTENCE}"\nmsgstr "В 2020 году прокуратура получила 40 жалоб."\n',
        encoding="utf-8",
    )
    return Corpus.open(folder)


def quotation(small: Corpus, *parts: str, **others: Any) -> Quotation:
    """Return a quotation of paragraph 2 of the English edition."""
    found = Quotation(
        number=1,
        edition="hrr-2020-kgz-en",
        sha256=small.edition("hrr-2020-kgz-en").sha256,
        paragraphs=(2,) * max(1, len(parts)),
        parts=parts or (SENTENCE,),
        shown=parts or (SENTENCE,),
    )
    return replace(found, **others)


# Against the source


def test_a_quotation_that_is_in_its_paragraph_is_proved(small: Corpus) -> None:
    verify.against_source([quotation(small), quotation(small, MEANT)], small)


def test_white_space_is_left_aside_because_lines_were_joined(small: Corpus) -> None:
    verify.against_source([quotation(small, SENTENCE.replace(" ", "\n  "))], small)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("complaints", "complaint"),
        ("40", "41"),
        ("three", "four"),
        ("Prosecutors", "prosecutors"),
        ("2020 and", "2020, and"),
        (" of torture", ""),
        ("o", "о"),  # the Cyrillic letter that looks the same
    ],
)
def test_any_change_is_found(small: Corpus, old: str, new: str) -> None:
    changed = SENTENCE.replace(old, new, 1)
    with pytest.raises(VerificationError, match=r"excerpt 1 .* the source hrr-2020"):
        verify.against_source([quotation(small, changed)], small)


@given(st.data())
def test_whichever_letter_is_changed(data: st.DataObject) -> None:
    text = passages_of(Corpus.open(CORPUS).editions[0])[12].text
    of = Corpus.open(CORPUS).editions[0]
    place = data.draw(st.integers(0, len(text) - 1).filter(lambda i: text[i].isalnum()))
    letter = data.draw(
        st.sampled_from("абвоөуүнң0159Z").filter(lambda x: x != text[place])
    )
    changed = text[:place] + letter + text[place + 1 :]
    one = Quotation(1, of.id, of.sha256, (13,), (changed,), (changed,))
    with pytest.raises(VerificationError):
        verify.against_source([one], corpus_of(of))


def test_parts_have_to_come_in_the_order_of_the_source(small: Corpus) -> None:
    first, second = "The law forbids torture.", SENTENCE
    verify.against_source([quotation(small, first, second)], small)
    with pytest.raises(VerificationError):
        verify.against_source([quotation(small, second, first)], small)


def test_each_part_stands_in_its_own_paragraph(small: Corpus) -> None:
    after = "Despite these injuries the court admitted the confession."
    verify.against_source([quotation(small, SENTENCE, after, paragraphs=(2, 3))], small)
    for numbers in ((3, 2), (2, 2), (3, 3), (2, 4)):
        wrong = quotation(small, SENTENCE, after, paragraphs=numbers)
        with pytest.raises(VerificationError):
            verify.against_source([wrong], small)


def test_a_quotation_of_another_paragraph_or_edition_is_not_proved(
    small: Corpus,
) -> None:
    with pytest.raises(VerificationError):
        verify.against_source([quotation(small, paragraphs=(99,))], small)
    other = small.edition("hrr-2019-kgz-ky")
    moved = quotation(small, edition=other.id, sha256=other.sha256)
    with pytest.raises(VerificationError):
        verify.against_source([moved], small)


def test_a_quotation_of_another_text_of_the_edition_is_not_proved(
    small: Corpus,
) -> None:
    with pytest.raises(VerificationError, match="taken from another text"):
        verify.against_source([quotation(small, sha256="0" * 64)], small)


def test_an_altered_source_proves_nothing(tmp_path: Path) -> None:
    home = add_edition(tmp_path, ENGLISH, 2020, "en")
    (altered,) = Corpus.open(tmp_path).editions
    (home / "source.txt").write_text(ENGLISH.replace("40", "41"), encoding="utf-8")
    shelf = corpus_of(altered)
    one = quotation(shelf)
    with pytest.raises(CorpusError, match="checksum"):
        verify.against_source([one], shelf)


# In the finished file


PAGE, FILE = Message("the page"), Message("the file")


def test_what_is_shown_has_to_be_in_the_text(small: Corpus) -> None:
    verify.in_text([quotation(small)], f"… {SENTENCE}\n…", PAGE)
    with pytest.raises(VerificationError, match="not found in the page"):
        verify.in_text([quotation(small)], SENTENCE.replace("40", "41"), PAGE)


def test_a_part_that_is_not_shown_has_not_to_be_in_the_text(small: Corpus) -> None:
    verify.in_text([quotation(small, shown=("Перевод.",))], "Перевод.", PAGE)


def test_a_long_quotation_is_named_by_its_beginning(small: Corpus) -> None:
    with pytest.raises(VerificationError, match=r"“The law forbids .{20,50}…”"):
        verify.in_text([quotation(small, MEANT)], "", PAGE)


# The file that somebody received


@pytest.fixture(scope="module")
def brief(small: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / "torture.pdf"
    made = run("build", "torture", "-l", "en", "-o", path, "--corpus", small.folders[0])
    assert (made.code, made.err) == (0, "")
    return path


def test_the_record_names_every_quotation_with_its_source(
    brief: Path, small: Corpus
) -> None:
    with pikepdf.open(brief) as document:
        rows = json.loads(document.attachments[verify.RECORD].get_file().read_bytes())
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        edition = small.edition(row["edition"])
        assert row["sha256"] == edition.sha256
        texts = {found.number: found.text for found in passages_of(edition)}
        assert all(
            part in texts[number]
            for number, part in zip(row["paragraphs"], row["parts"], strict=True)
        )


def record_of(small: Corpus, change: Callable[[list[Row]], Any]) -> bytes:
    """Return a file with a record of one quotation that somebody has changed."""
    rows = json.loads(verify.record([quotation(small)]))
    changed = change(rows)
    data = json.dumps(rows if changed is None else changed).encode()
    record = Attachment(verify.RECORD, "Quotations", data)
    return pdf_of(html_page("<h1>A</h1>", language="en"), attachments=[record])


def first(key: str, value: Any) -> Callable[[list[Row]], None]:
    def change(rows: list[Row]) -> None:
        rows[0][key] = value

    return change


DAMAGED: dict[str, Callable[[list[Row]], Any]] = {
    "a paragraph that is no number": first("paragraphs", ["2"]),
    "an edition that is no name": first("edition", ["a"]),
    "no part": first("parts", []),
    "empty parts": first("parts", [" "]),
    "a part that is no text": first("parts", [1]),
    "letters for parts": first("parts", "law"),
    "nothing shown": first("shown", []),
    "emptiness shown": first("shown", [""]),
    "no list": lambda _: 3,
    "no objects": lambda _: ["a"],
    "a key less": lambda rows: [{k: v for k, v in rows[0].items() if k != "shown"}],
}


@pytest.mark.parametrize("change", DAMAGED.values(), ids=DAMAGED)
def test_a_record_that_would_prove_nothing_is_refused(
    small: Corpus, change: Callable[[list[Row]], Any]
) -> None:
    with pytest.raises(VerificationError, match="record of quotations is damaged"):
        verify.recorded(record_of(small, change))


def test_a_file_without_a_record_has_none() -> None:
    with pytest.raises(VerificationError, match="carries no record"):
        verify.recorded(pdf_of(html_page("<h1>A</h1>")))


def test_a_record_is_read_as_it_was_written(small: Corpus) -> None:
    pdf = record_of(small, lambda _: None)
    assert verify.recorded(pdf) == [quotation(small)]


RUSSIAN = "В 2020 году прокуратура получила 40 жалоб."


def test_the_working_translation_may_be_shown_instead(small: Corpus) -> None:
    verify.against_translations([quotation(small, shown=(RUSSIAN,))], small)


@pytest.mark.parametrize("other", [RUSSIAN.replace("40", "4"), "Nobody complained."])
def test_another_text_in_its_place_is_not_proved(small: Corpus, other: str) -> None:
    with pytest.raises(VerificationError, match="not its working translation"):
        verify.against_translations([quotation(small, shown=(other,))], small)


def test_the_figures_of_the_brief_travel_inside_it(brief: Path) -> None:
    with opened(brief.read_bytes()) as document:
        table = document.attachments["figures.csv"].get_file().read_bytes().decode()
    head, row = table.splitlines()
    assert head.startswith("EDITION,PARAGRAPH,QUOTE,INDICATOR,REF_AREA,TIME_PERIOD")
    assert row.startswith(
        "hrr-2020-kgz-en,2,40 complaints of torture,complaints,KGZ,2020"
    )


# While a brief is being made


@pytest.mark.parametrize("format", ["pdf", "html"])
def test_a_page_that_changes_a_quotation_is_not_written(
    small: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    from briefs.render import layout as render

    honest = render.to_html

    def dishonest(*args: Any, **how: Any) -> str:
        return honest(*args, **how).replace("40 complaints", "4 complaints")

    monkeypatch.setattr(render, "to_html", dishonest)
    path = tmp_path / f"torture.{format}"
    words = "build", "torture", "-l", "en", "--format", format, "-o", path
    made = run(*words, "--corpus", small.folders[0])
    assert (made.code, made.out) == (8, "")
    assert "is not found in" in made.err
    assert list(tmp_path.iterdir()) == []


# Figures that are quoted one by one


def test_a_figure_has_to_stand_in_the_finished_text() -> None:
    quotes = [
        quote
        for chapter in sample.BRIEF.chapters
        if chapter.figures
        for single in chapter.figures.singles
        for quote in single.counted
    ]
    assert quotes
    verify.figures_in_text(sample.BRIEF, " ".join(quotes), FILE)
    with pytest.raises(VerificationError, match="is not found in the file"):
        verify.figures_in_text(sample.BRIEF, " ".join(quotes[1:]), FILE)


# Names withheld

MARK = "[name withheld]"
JUDGE = Withheld(Finder((Name(("Prosecutors",)),)), {"person": MARK})
UNNAMED = SENTENCE.replace("Prosecutors", MARK)


def test_a_withheld_name_is_put_back_from_the_source(small: Corpus) -> None:
    for part in (UNNAMED, MEANT.replace("Prosecutors", MARK)):
        (whole,) = unnamed.named([quotation(small, part)], small, JUDGE)
        assert MARK not in whole.parts[0] + whole.shown[0]
        verify.against_source([whole], small)


def test_its_translation_lacks_the_name_likewise(small: Corpus) -> None:
    hidden = Withheld(
        Finder((Name(("Prosecutors",)), Name(("прокуратура",)))), {"person": MARK}
    )
    shown = (UNNAMED, RUSSIAN.replace("прокуратура", MARK))
    whole = unnamed.named([quotation(small, UNNAMED, shown=shown)], small, hidden)
    verify.against_translations(whole, small, hidden)
    forged = unnamed.named(
        [quotation(small, UNNAMED, shown=(shown[1].replace("40", "4"),))], small, hidden
    )
    with pytest.raises(VerificationError, match="not its working translation"):
        verify.against_translations(forged, small, hidden)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("40", "41"),
        (" of torture", ""),
        (MARK, f"{MARK} {MARK}"),
        (MARK, f"Not {MARK}"),
        ("three cases", MARK),
        ("three", MARK),
        (UNNAMED, MARK),
    ],
)
def test_a_mark_hides_no_other_change(small: Corpus, old: str, new: str) -> None:
    whole = unnamed.named([quotation(small, UNNAMED.replace(old, new))], small, JUDGE)
    with pytest.raises(VerificationError, match=r"excerpt 1 .* the source hrr-2020"):
        verify.against_source(whole, small)
