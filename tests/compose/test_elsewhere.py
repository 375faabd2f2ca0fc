"""What another edition is read for is told in the words of the reader's edition."""

from pathlib import Path

import pytest
import regex

from tests.make.commands import run

TEXTS = {
    ("ky", 2021): (
        "1-бөлүм. Инсандын кол тийбестигин урматтоо",
        "Коалиция 171 адам кыйноого кабылганын айтып, сотко берди.",
        "Көз карандысыз мониторинг түрмөлөргө 1200 жолу кыйноого каршы баруу жүргүздү.",
    ),
    ("en", 2021): (
        "Section 1. Respect for the Integrity of the Person",
        "The coalition said that 171 people had been tortured and went to court.",
        "Independent monitors made 1,200 visits to prisons against torture there.",
    ),
    ("ky", 2022): (
        "1-бөлүм. Инсандын кол тийбестигин урматтоо",
        "Коалиция 152 адам кыйноого кабылганын айтып, сотко берди.",
        "Түрмөдө кыйноо тууралуу жаңы маалымат эч кимден келген жок.",
    ),
    ("en", 2022): (
        "Section 1. Respect for the Integrity of the Person",
        "The coalition said that 152 people had been tortured and went to court.",
        "Nobody had new information about torture in prison from any source.",
    ),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of a report in two languages; the figures are those of the Kyrgyz."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for (language, year), lines in TEXTS.items():
        file = folder / f"{year}-{language}.txt"
        file.write_text("\n\n".join(lines) + "\n", "utf-8")
        told = ("--report", "hrr", "--country", "KGZ", "--year", year)
        words = ("ingest", file, *told, "--language", language)
        assert run(*words, "--corpus", folder / "corpus").code == 0
    for year in (2021, 2022):
        draft = folder / f"{year}.csv"
        named = f"hrr-{year}-kgz-ky", "--corpus", folder / "corpus"
        assert run("figures", "review", *named, "-o", draft).code == 0
        head, *found = draft.read_text("utf-8-sig").splitlines(keepends=True)
        rows = "".join([head, *(f"yes{line}" for line in found)])
        draft.write_text(rows, "utf-8")
        edition, *rest = named
        accepted = run("figures", "accept", edition, draft, *rest)
        assert accepted.code == 0, accepted.err
    return folder / "corpus"


@pytest.mark.parametrize("locale", ["en", "ky"])
def test_figures_and_changes_are_told_in_the_readers_language(
    locale: str, corpus: Path, tmp_path: Path
) -> None:
    told = {
        "ky": ("Коалиция 171 адам", "1200 жолу"),
        "en": ("The coalition said that 171 people", "1,200 visits"),
    }
    page = "".join(
        _page(corpus, tmp_path / f"{profile}.html", locale, profile)
        for profile in ("changes", "brief")
    )
    for language, words in told.items():
        for word in words:
            assert (word in page) is (language == locale)


def _page(corpus: Path, file: Path, locale: str, profile: str) -> str:
    """Return the words of a web page, without its tags."""
    words = ("build", "torture", "-l", locale, "--corpus", corpus, "-o", file)
    assert run(*words, "--profile", profile, "--format", "html").code == 0
    return " ".join(regex.sub(r"<[^>]*>", "", file.read_text("utf-8")).split())
