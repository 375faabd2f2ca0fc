"""Everything that is said is said in every language: catalogs and labels.

A language nobody speaks shows what is not: each message and label in it is bracketed,
so that a word without brackets is one that no catalog and no column of labels reached.
"""

import csv
import gettext
import html
import re
import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel import Locale as Cldr
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po

from briefs.corpus.beside import ledger
from briefs.corpus.corpus import Corpus
from briefs.files import resources
from briefs.i18n import locale as i18n
from briefs.render import layout as render
from tests.make.alike import standing_for
from tests.make.commands import run
from tests.make.places import ROOT
from tests.make.shelf import passages_of

CORPUS = resources.data_dir("corpus")
COMPLETE = {code for code in i18n.available() if not i18n.load(code).written.draft}
LOCALES = sorted(COMPLETE - {i18n.SOURCE_LOCALE})
EVERY = COMPLETE
MIXED = re.compile("[a-zA-Z][а-яА-ЯөүңӨҮҢ]|[а-яА-ЯөүңӨҮҢ][a-zA-Z]")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The messages of the code and of the page designs, found by Babel."""
    path = tmp_path_factory.mktemp("catalog") / "briefs.pot"
    words = ["pybabel", "-q", "extract", "-F", str(ROOT / "pyproject.toml")]
    babel: Any = CommandLineInterface()
    babel.run([*words, "-o", str(path), str(ROOT)])
    with path.open("rb") as file:
        return read_po(file)


def identity(message: Message) -> tuple[object, str | None]:
    return message.id, message.context


def messages(catalog: Catalog) -> dict[tuple[object, str | None], Message]:
    return {identity(message): message for message in catalog if message.id}


def strings(text: Any) -> tuple[str, ...]:
    """The forms of a message or of its translation."""
    return text if isinstance(text, tuple) else (text,)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


ABBREVIATED = ("-б.", "-абз.")
"""Ends of words, not of sentences: Kyrgyz for page and paragraph."""


@pytest.mark.parametrize("code", LOCALES)
class TestCatalogs:
    def test_no_message_is_missing(self, code: str, template: Catalog) -> None:
        known = messages(i18n.catalog(code))
        assert [
            each
            for each in messages(template)
            if each not in known or not all(strings(known[each].string))
        ] == []

    def test_no_message_is_left_over(self, code: str, template: Catalog) -> None:
        catalog = i18n.catalog(code)
        wanted = messages(template)
        assert [each for each in messages(catalog) if each not in wanted] == []
        assert not catalog.obsolete

    def test_no_message_is_fuzzy(self, code: str) -> None:
        catalog = i18n.catalog(code)
        assert [message.id for message in catalog if message.fuzzy] == []

    def test_fields_are_those_of_the_message(self, code: str) -> None:
        for message in messages(i18n.catalog(code)).values():
            forms = [fields(form) for form in strings(message.id)]
            for form in strings(message.string):
                assert set.intersection(*forms) <= fields(form), message.id
                assert fields(form) <= set.union(*forms), message.id

    def test_plural_forms_are_those_of_the_cldr(self, code: str) -> None:
        catalog = i18n.catalog(code)
        rule = Cldr.parse(code).plural_form
        order = ("zero", "one", "two", "few", "many", "other")
        forms = [name for name in order if name in {*rule.tags, "other"}]
        assert catalog.num_plurals == len(forms)
        choose = gettext.c2py(catalog.plural_expr)
        for number in range(1000):
            assert forms[choose(number)] == rule(number)

    def test_every_plural_has_all_its_forms(self, code: str) -> None:
        catalog = i18n.catalog(code)
        for message in messages(catalog).values():
            if message.pluralizable:
                forms = strings(message.string)
                assert len(forms) == catalog.num_plurals, message.id
                assert all(forms), message.id

    def test_quotation_marks_are_those_of_the_language(self, code: str) -> None:
        for message in messages(i18n.catalog(code)).values():
            for form in strings(message.string):
                assert not set("“”„") & set(form), form

    def test_a_message_ends_as_the_english_one_does(self, code: str) -> None:
        for message in messages(i18n.catalog(code)).values():
            for form in strings(message.string):
                assert form == form.strip(), form
                if form.endswith(ABBREVIATED):
                    continue
                assert (form[-1] == ".") == (strings(message.id)[-1][-1] == "."), form

    def test_no_latin_letter_hides_in_a_cyrillic_word(self, code: str) -> None:
        for message in messages(i18n.catalog(code)).values():
            for form in strings(message.string):
                assert not MIXED.search(form), form


def wordings(value: object, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every table of a TOML file that has one text for each language."""
    if isinstance(value, dict):
        if EVERY & {*value} and all(isinstance(text, str) for text in value.values()):
            yield place, value
        for key, inner in value.items():
            yield from wordings(inner, f"{place} {key}")


@pytest.mark.parametrize(
    "path",
    sorted(CORPUS.rglob("*.toml")),
    ids=lambda path: str(path.relative_to(CORPUS)),
)
def test_every_label_has_a_wording_in_each_language(path: Path) -> None:
    for place, labels in wordings(tomllib.loads(path.read_text("utf-8")), path.name):
        assert {*labels} == EVERY, place
        assert all(labels.values()), place


def test_every_note_on_a_figure_has_a_wording_in_each_language() -> None:
    for edition in Corpus.open(CORPUS).editions:
        texts = {passage.number: passage for passage in passages_of(edition)}
        for figure in ledger.figures(edition, texts):
            assert {*figure.notes} in (set(), EVERY), (edition.id, figure.quote)


# A language nobody speaks

OTHER = "de"
"""A language of the CLDR that has no catalog, and two plural forms."""

ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
LABEL = re.compile(r"""(?P<key>\ben = )(?P<text>"(?:[^"\\]|\\.)*")""")
BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
ADDRESS = re.compile(r"(?:https?://)?\w+(?:\.\w+)+/\S+")
WORD = re.compile(r"[^\W\d_]{2,}")
VOID = {"meta", "link", "img", "br", "hr", "input", "path", "circle", "rect", "line"}
SPOKEN = {"aria-label", "alt", "title"}


def bracketed(text: str) -> str:
    """Return a message in the language nobody speaks; its fields stay as they are."""
    parts = []
    for literal, name, form, conversion in Formatter().parse(text):
        parts.append(literal.translate(ACCENTS).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            parts.append(f"{{{name}{'!' + conversion if conversion else ''}}}")
            assert not form
    return f"⟦{''.join(parts)}⟧"


@pytest.fixture(scope="module")
def pseudo(
    tmp_path_factory: pytest.TempPathFactory, template: Catalog
) -> Iterator[Path]:
    """Add a language: one catalog, and one column of labels in a copy of the corpus."""
    folder = tmp_path_factory.mktemp("pseudo")
    catalog = Catalog(OTHER)
    for message in messages(template).values():
        forms = tuple(map(bracketed, strings(message.id)))
        catalog.add(
            message.id,
            forms if message.pluralizable else forms[0],
            context=message.context,
        )
    (folder / OTHER).mkdir()
    with (folder / OTHER / resources.MESSAGES).open("wb") as file:
        write_po(file, catalog)
    home = folder / "corpus"
    shutil.copytree(CORPUS, home)
    add_column(home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFS_LANGUAGES", str(folder))
        i18n.load.cache_clear()
        i18n.catalog.cache_clear()
        yield home
    i18n.load.cache_clear()
    i18n.catalog.cache_clear()


def add_column(folder: Path) -> None:
    """Add another label beside each English one of a corpus."""
    for path in folder.rglob("*.toml"):
        path.write_text(with_labels(path.read_text("utf-8")), "utf-8")
    for path in (folder / "questions").glob("*.toml"):
        asked = tomllib.loads(path.read_text("utf-8"))["en"]
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{OTHER} = {[f'⟦{question}⟧' for question in asked]}\n")
    for path in folder.rglob("figures.csv"):
        with path.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        column = f"NOTE_{OTHER.upper()}"
        for row in rows:
            row[column] = row["NOTE_EN"] and f"⟦{row['NOTE_EN']}⟧"
        with path.open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, [*rows[0]])
            writer.writeheader()
            writer.writerows(rows)


def with_labels(text: str) -> str:
    """Return a file with another label after each English one."""

    def beside(label: re.Match[str]) -> str:
        line = text[text.rfind("\n", 0, label.start()) + 1 : label.start()]
        seam = ", " if "{" in line else "\n"
        return f'{label[0]}{seam}{OTHER} = "⟦{label["text"][1:-1]}⟧"'

    return LABEL.sub(beside, text)


class Page(HTMLParser):
    """Collect what a page says of its own: not what it quotes, styles or scripts."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.open: list[tuple[str, bool]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        silent = tag in {"style", "script"} or self.silent
        if "lang" in known:
            silent = known["lang"] != self.language
        if not silent:
            self.said += [known[name] for name in SPOKEN & {*known}]
            if tag == "meta" and known.get("name") in {"description", "keywords"}:
                self.said.append(known["content"])
        if tag not in VOID:
            self.open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag not in VOID:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)

    @property
    def silent(self) -> bool:
        return bool(self.open) and self.open[-1][1]


BRIEF_ID = re.compile("(?:[0-9a-f]{4}-){2}[0-9a-f]{4}")


def unbracketed(text: str) -> list[str]:
    """Return the words of a text that stand in no brackets."""
    before = None
    while before != text:
        before, text = text, BRACKETED.sub(" ", text)
    return WORD.findall(text)


def formats() -> set[str]:
    """Return the words that dates, numbers and lists bring along from the CLDR."""
    cldr = Cldr.parse(OTHER)
    months = {
        name
        for kind in cldr.months.values()
        for width in kind.values()
        for name in width.values()
    }
    locale = i18n.Locale(OTHER, gettext.NullTranslations())
    others = [locale.enumerate("abc"), locale.amount(1e6), locale.amount(4.5e6)]
    return {word for text in [*months, *others] for word in WORD.findall(text)}


@pytest.mark.parametrize("profile", standing_for(["brief"], render.profiles()))
def test_a_catalog_and_a_column_of_labels_make_a_language(
    pseudo: Path, profile: str, tmp_path: Path
) -> None:
    file = tmp_path / "brief.html"
    words = ["--corpus", pseudo, "--profile", profile, "--format", "html", "-o", file]
    made = run("build", "torture", "trafficking", "-l", OTHER, *words)
    assert made.code == 0, made.err
    page = Page(OTHER)
    page.feed(html.unescape(file.read_text("utf-8")))
    said = BRIEF_ID.sub(" ", "\n".join(page.said))
    for edition in Corpus.open(pseudo).editions:
        for own in (*edition.titles.values(), edition.sha256):
            said = said.replace(own, " ")
    strange = set(unbracketed(ADDRESS.sub(" ", said))) - formats() - {"SHA", "QR"}
    names = {i18n.load(OTHER).language(code) for code in ("ky", "ru", "en")}
    assert strange - names == set()
    assert "⟦" in said


def test_dates_follow_the_cldr_of_the_language(pseudo: Path) -> None:
    assert i18n.load(OTHER).date(date(2026, 11, 22)) == "22. November 2026"


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["build", "--help"],
        ["figures", "--help"],
        ["ingest", "--help"],
        ["coverage", "torture"],
        ["search", "кыйноо", "--years", "2019"],
        ["figures", "torture", "--years", "2019"],
        ["build", "tortur"],
        ["build"],
        ["excerpts", "torture", "--years", "x"],
        ["build", "torture", "--years", "1990"],
        pytest.param(["check"], marks=pytest.mark.thorough),
        ["verify", "none.pdf"],
    ],
    ids=" ".join,
)
def test_the_command_line_speaks_the_language_too(
    pseudo: Path, words: list[str]
) -> None:
    env = {"BRIEFS_LOCALE": OTHER, "BRIEFS_CORPUS": str(pseudo)}
    told = run(*words, env=env)
    assert "⟦" in told.out + told.err
