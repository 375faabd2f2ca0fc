"""Whoever receives a brief proves all that it shows, from a corpus of their own."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefs.render import layout as render
from briefs.tasks.building import build as pipeline
from briefs.verify import used
from tests.make import forgeries
from tests.make.alike import standing_for
from tests.make.commands import Outcome, run
from tests.make.forgeries import changed
from tests.make.shelf import small_corpus

TRANSLATION = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    'msgid "The law forbids torture."\nmsgstr "Закон запрещает пытки."\n\n'
    'msgid "Nevertheless, police officers beat detainees to obtain confessions."\n'
    'msgstr "Тем не менее милиция избивает задержанных, чтобы те признались."\n\n'
    'msgid "Despite these injuries the court admitted the confession."\n'
    'msgstr "Несмотря на эти травмы, суд принял признание."\n\n'
    'msgid "The judge ignored the complaint of torture."\n'
    'msgstr "Судья оставил жалобу на пытки без внимания."\n\n'
    'msgid "Prosecutors received 40 complaints of torture in 2020 and opened three '
    'cases."\nmsgstr "В 2020 году прокуратура получила 40 жалоб."\n'
)
PO = Path("editions") / "hrr-2020-kgz-en" / "translations" / "ru.po"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_corpus(tmp_path_factory.mktemp("corpus"))
    (folder / PO).parent.mkdir()
    (folder / PO).write_text(TRANSLATION, encoding="utf-8")
    return folder


@pytest.fixture
def own(small: Path, tmp_path: Path) -> Path:
    """A corpus that may be changed."""
    return shutil.copytree(small, tmp_path / "own")


def built(small: Path, path: Path, *words: object) -> Path:
    more = [] if "-l" in words else ["-l", "ru"]
    made = run("build", "torture", *words, *more, "-o", path, "--corpus", small)
    assert (made.code, made.err) == (0, "")
    return path


@pytest.fixture(scope="module")
def brief(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(small, tmp_path_factory.mktemp("out") / "torture.pdf")


def verified(corpus: Path, *files: Path) -> tuple[int, list[dict[str, Any]]]:
    proved = run("verify", *files, "--json", "--corpus", corpus)
    assert proved.err == ""
    return proved.code, json.loads(proved.out)


def verdict(corpus: Path, file: Path) -> str:
    _, (proof,) = verified(corpus, file)
    return str(proof["verdict"])


def said(corpus: Path, *files: Path) -> Outcome:
    return run("verify", *files, "--corpus", corpus)


# What holds


def test_a_finished_brief_is_identical(small: Path, brief: Path) -> None:
    code, (proof,) = verified(small, brief)
    assert code == 0
    assert set(proof) >= {"file", "verdict", "quotations", "differences"}
    assert (proof["file"], proof["verdict"]) == (str(brief), "identical")
    assert proof["quotations"]["proven"] == proof["quotations"]["of"] > 1
    assert proof["differences"] == []
    assert "byte for byte" in said(small, brief).out


def test_a_repacked_brief_is_the_same(small: Path, brief: Path, tmp_path: Path) -> None:
    copy = tmp_path / "renamed.pdf"
    copy.write_bytes(changed(brief.read_bytes(), lambda document: None))
    code, (proof,) = verified(small, copy)
    assert (code, proof["verdict"]) == (0, "same-content")
    assert "another program" in said(small, copy).out


@pytest.mark.parametrize(
    "words",
    [
        ("--country", "KGZ", "--years", "2020", "--mono", "--paper", "letter"),
        ("--format", "html"),
        pytest.param(("--profile", "handout"), marks=pytest.mark.thorough),
        pytest.param(("--crop-marks", "-l", "ky"), marks=pytest.mark.thorough),
        pytest.param(("--all", "--separate"), marks=pytest.mark.thorough),
        pytest.param(
            ("--full", "--quotes", "original", "--pages", "4"),
            marks=pytest.mark.thorough,
        ),
        pytest.param(
            ("--format", "html", "--profile", "email"), marks=pytest.mark.thorough
        ),
    ],
    ids=" ".join,
)
def test_a_brief_is_made_again_as_it_was_ordered(
    small: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    topics = [] if "--all" in words else ["torture"]
    made = run("build", *topics, *words, "-o", out, "--corpus", small)
    assert made.err == ""
    code, proofs = verified(small, out)
    assert code == 0
    assert {proof["verdict"] for proof in proofs} == {"identical"}
    assert len(proofs) == len(made.out.split())


def test_a_booklet_and_its_sheets_are_proven(small: Path, tmp_path: Path) -> None:
    built(small, tmp_path / "b.pdf", "--profile", "booklet")
    sheets = tmp_path / "b-imposed.pdf"
    assert verdict(small, sheets) == "identical"
    sheets.write_bytes(
        changed(
            sheets.read_bytes(), forgeries.drawn_over(b"1 1 1 rg 500 100 300 400 re f")
        )
    )
    assert verdict(small, sheets) == "changed"


def test_the_words_of_the_house_are_carried_and_not_proven(
    small: Path, tmp_path: Path
) -> None:
    (tmp_path / "briefs.toml").write_text('[issuer]\nname = "Шам"\n', encoding="utf-8")
    out = tmp_path / "out.pdf"
    words = "--config", tmp_path / "briefs.toml", "build", "torture", "-l", "ru"
    assert run(*words, "-o", out, "--corpus", small).code == 0
    code, (proof,) = verified(small, out)
    assert (code, proof["verdict"]) == (0, "identical")
    assert "Шам" in proof["notes"][0]


def test_a_newer_edition_in_the_corpus_does_no_harm(
    own: Path, small: Path, brief: Path
) -> None:
    old = own / "editions" / "hrr-2020-kgz-en"
    new = shutil.copytree(old, own / "editions" / "hrr-2021-kgz-en")
    (new / "figures.csv").unlink()
    table = (new / "edition.toml").read_text("utf-8").replace("2020", "2021")
    (new / "edition.toml").write_text(table, encoding="utf-8")
    assert verdict(own, brief) == "identical"


# What does not


@pytest.mark.parametrize(
    ("old", "new"),
    standing_for(
        [("40 complaints", "400 complaints")],
        [
            ("40 жалоб", "4 жалоб"),
            ("40 complaints", "400 complaints"),
            ("2019", "2018"),
            ("SHA-256 ", "SHA-256 0"),
            ("Пытки", "Женщины"),
        ],
    ),
)
def test_a_page_that_was_never_made_is_found(
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
) -> None:
    """A forger who has the tool sets the page anew: tags, record and recipe fit."""
    with monkeypatch.context() as patch:
        honest = render.to_html

        def dishonest(*args: Any, **how: Any) -> str:
            page = honest(*args, **how)
            assert old in page
            return page.replace(old, new)

        patch.setattr(render, "to_html", dishonest)
        patch.setattr(pipeline, "_prove", lambda *_: None)
        forged = built(small, tmp_path / "forged.pdf")
    code, (proof,) = verified(small, forged)
    assert (code, proof["verdict"]) == (8, "changed")
    first = proof["differences"][0]
    assert isinstance(first["page"], int)
    assert new.split()[0] in " ".join(each["found"] for each in proof["differences"])
    told = said(small, forged)
    assert (told.code, told.out) == (8, "")
    assert "another version of the tool" in told.err
    assert f"page {first['page']}: other words" in told.err


def test_of_a_brief_of_another_version_the_innocent_cause_and_what_stands_is_told(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version may quote otherwise; each quotation is then proven alone."""
    old, new = "Despite these injuries", "Besides these injuries"
    with monkeypatch.context() as patch:
        honest = render.to_html
        patch.setattr(used, "code", lambda: "0.1.0+0123456789abcdef")
        patch.setattr(
            render,
            "to_html",
            lambda *args, **how: honest(*args, **how).replace(old, new),
        )
        patch.setattr(pipeline, "_prove", lambda *_: None)
        older = built(small, tmp_path / "older.pdf", "-l", "en")
    code, (proof,) = verified(small, older)
    assert (code, proof["verdict"]) == (8, "changed")
    assert "another version of the tool (0.1.0" in proof["notes"][0]
    assert "may choose and set quotations otherwise" in proof["notes"][1]
    numbers = proof["notes"][2].rpartition("quotations ")[2].split(", ")
    assert 0 < len(numbers) == proof["quotations"]["proven"]
    assert proof["quotations"]["proven"] == proof["quotations"]["of"] - 1


def test_copies_of_one_brief_are_compared_with_one_made_again(
    small: Path, brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    make = pipeline.with_quotations

    def counted(job: Any) -> Any:
        made.append(job)
        return make(job)

    monkeypatch.setattr(pipeline, "with_quotations", counted)
    for number in range(3):
        shutil.copyfile(brief, tmp_path / f"{number}.pdf")
    cover = forgeries.drawn_over(b"1 1 1 rg 0 0 600 800 re f")
    (tmp_path / "1.pdf").write_bytes(changed(brief.read_bytes(), cover))
    _, proofs = verified(small, tmp_path)
    verdicts = [proof["verdict"] for proof in proofs]
    assert verdicts == ["identical", "changed", "identical"]
    assert len(made) == 1


def test_a_quotation_under_a_cover_is_not_counted(
    small: Path, brief: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "forged.pdf"
    cover = forgeries.drawn_over(b"1 1 1 rg 0 0 600 800 re f")
    forged.write_bytes(changed(brief.read_bytes(), cover))
    code, (proof,) = verified(small, forged)
    assert (code, proof["verdict"]) == (8, "changed")
    assert proof["quotations"]["proven"] < proof["quotations"]["of"]
    assert {"page": 1, "kind": "look"}.items() <= proof["differences"][0].items()


def test_a_web_page_with_other_words_is_found(small: Path, tmp_path: Path) -> None:
    page = built(small, tmp_path / "p.html", "--format", "html")
    text = page.read_text("utf-8")
    page.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert verdict(small, page) == "same-content"
    for old, new in (
        ("40 жалоб", "4 жалобы"),
        ("</head>", "<style>blockquote{display:none}</style></head>"),
        ("</body>", "<script>alert(1)</script></body>"),
    ):
        page.write_text(text.replace(old, new), encoding="utf-8")
        assert verdict(small, page) == "changed"


# What cannot be made again


def lost_edition(corpus: Path) -> None:
    shutil.rmtree(corpus / "editions" / "hrr-2020-kgz-en")


def corrected_translation(corpus: Path) -> None:
    (corpus / PO).write_text(TRANSLATION.replace("получила", "приняла"), "utf-8")


def other_topic(corpus: Path) -> None:
    file = corpus / "topics" / "torture.toml"
    file.write_text(file.read_text("utf-8").replace("Пытки", "Истязания"), "utf-8")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lost_edition, "hrr-2020-kgz-en is not in this corpus"),
        (corrected_translation, "hrr-2020-kgz-en: translations/ru.po is another"),
        (other_topic, "topics is another version"),
    ],
)
def test_a_receiver_who_lacks_something_is_told_what(
    own: Path, brief: Path, change: Callable[[Path], None], what: str
) -> None:
    change(own)
    code, (proof,) = verified(own, brief)
    assert (code, proof["verdict"]) == (9, "unknown-source")
    assert any(what in each for each in proof["missing"])
    assert proof["quotations"]["of"] > 0
    told = said(own, brief)
    assert told.code == 9
    assert what in told.err


def test_what_differs_and_shows_nowhere_does_no_harm(own: Path, brief: Path) -> None:
    (own / PO).write_text(f"# corrected\n{TRANSLATION}", encoding="utf-8")
    code, (proof,) = verified(own, brief)
    assert (code, proof["verdict"]) == (0, "identical")


def test_quotations_are_proven_one_by_one_where_an_edition_is_missing(
    own: Path, brief: Path
) -> None:
    lost_edition(own)
    _, (proof,) = verified(own, brief)
    assert 0 < proof["quotations"]["proven"] < proof["quotations"]["of"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"not a PDF file", "does not say how it was made"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)
def test_of_other_files_nothing_can_be_said(
    small: Path, tmp_path: Path, content: bytes, why: str
) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(content)
    code, (proof,) = verified(small, file)
    assert (code, proof["verdict"]) == (8, "cannot-say")
    assert why in said(small, file).err


def test_a_file_that_is_not_there_was_named_wrongly(
    small: Path, tmp_path: Path
) -> None:
    told = said(small, tmp_path / "none.pdf")
    assert (told.code, told.out) == (2, "")
    assert "it does not exist" in told.err


def test_a_brief_without_its_recipe_is_made_again_by_its_id_and_the_loss_is_told(
    small: Path, brief: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.pdf"
    removed = forgeries.attached("recipe.json", lambda data: None)
    bare.write_bytes(changed(brief.read_bytes(), removed))
    assert verdict(small, bare) == "changed"
    assert "recipe.json" in said(small, bare).err


def test_several_files_end_in_a_summary_and_the_gravest_code(
    small: Path, brief: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-")
    proved = said(small, brief, tmp_path)
    assert proved.code == 8
    assert "files: 2 (identical: 1, nothing can be said: 1)" in proved.out
    assert run("verify", tmp_path / "other.pdf", brief, "--corpus", small).code == 8


def test_a_folder_without_briefs_is_an_error(small: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    proved = said(small, tmp_path / "empty")
    assert (proved.code, proved.out) == (8, "")
    assert "no PDF file" in proved.err
