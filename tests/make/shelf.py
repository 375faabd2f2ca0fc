"""Editions, passages and figures made up for a test, and small corpora on disk."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefs.corpus.beside import ledger, people
from briefs.corpus.beside.ledger import COLUMNS
from briefs.corpus.corpus import Corpus
from briefs.figures import series
from briefs.figures.series import Series
from briefs.match.index import Finding
from briefs.model import (
    Basis,
    Bound,
    Edition,
    Figure,
    Grade,
    Heading,
    Indicator,
    Kind,
    Match,
    Passage,
    Reason,
    Span,
    Status,
)
from tests.make.places import CORPUS


def edition(
    report: str = "hrr",
    year: int = 2015,
    country: str = "KGZ",
    language: str = "ky",
    covers: str = "",
    path: Path = Path("source.txt"),
) -> Edition:
    return Edition(
        id=f"{report}-{year}-{country.lower()}-{language}",
        report=report,
        country=country,
        year=year,
        covers=covers or str(year),
        language=language,
        titles={"en": f"Report {year}"},
        names={"en": "Report"},
        publisher={"en": "Publisher"},
        issued=None,
        licence={"en": "Public domain"},
        origin={"en": "A text"},
        url="",
        topics=(),
        path=path,
        sha256="0" * 64,
    )


def passage(text: str, number: int = 1, *headings: str, of: str = "") -> Passage:
    above = tuple(Heading(1, "", title, None, (Span(0, 1),)) for title in headings)
    span = Span(0, len(text))
    return Passage(of or edition().id, number, text, None, above, (span,))


def finding(
    text: str,
    *hits: str,
    of: Edition | None = None,
    number: int = 1,
    grade: Grade = Grade.STRONG,
) -> Finding:
    """Return a passage on torture, betrayed by some of its words or by its heading."""
    source = of or edition()
    reasons = tuple(
        Reason("pattern", hit, hit, Span(text.index(hit), text.index(hit) + len(hit)))
        for hit in hits
    ) or (Reason("heading", "torture", "Torture", None),)
    found = passage(text, number, of=source.id)
    return Finding(source, found, Match("torture", grade, reasons))


def figure(
    value: float | None,
    period: str | None = "2018",
    indicator: str | None = "convictions",
    *,
    of: str = "tip-2019-kgz-ky",
    status: Status = Status.NORMAL,
    area: str = "KGZ",
    dimensions: tuple[tuple[str, str], ...] = (),
    change: bool = False,
    unit: str = "people",
    value_max: float | None = None,
    bound: Bound | None = None,
    base: float | None = None,
    basis: Basis = Basis.STATED,
    reported_by: str | None = "government",
    note: str = "",
    paragraph: int = 1,
    kind: Kind = Kind.AGGREGATE,
    start: int = 0,
) -> Figure:
    """Return a reviewed figure that stands in a sentence of its own."""
    quote = f"{value} people"
    return Figure(
        edition=of,
        paragraph=paragraph,
        span=Span(start, start + len(quote)),
        quote=quote,
        sentence=f"In {period}, {quote}: {indicator}, {of}.",
        value=value,
        value_max=value_max,
        unit=unit,
        counted="people",
        period=period,
        period_basis=basis,
        kind=kind,
        approximate=bool(bound),
        change=change,
        reported_by=reported_by,
        area=area,
        indicator=indicator,
        status=Status.MISSING if value is None else status,
        dimensions=dimensions,
        notes={"en": note} if note else {},
        reviewed=True,
        topics=("trafficking",),
        bound=bound,
        base=base,
    )


def indicator(
    code: str, order: int = 10, part_of: str | None = None, *, key: bool = True
) -> Indicator:
    return Indicator(
        code=code,
        labels={"en": code.capitalize()},
        definition={"en": code},
        unit="people",
        topics=("trafficking",),
        notes={},
        order=order,
        part_of=part_of,
        key=key,
        path=Path(f"{code}.toml"),
    )


def indicators(*codes: str, **parts: str) -> dict[str, Indicator]:
    """Return indicators by code; a keyword names the total that one is a part of."""
    totals = {code: indicator(code, order) for order, code in enumerate(codes)}
    return totals | {
        code: indicator(code, 50 + order, total)
        for order, (code, total) in enumerate(parts.items())
    }


ENGLISH = """\
EXECUTIVE SUMMARY

The country has a constitution and a parliament of 120 members. The president is \
elected for six years and names the prime minister. The government controls the \
security forces, and the courts are independent by law. Newspapers and broadcasters \
report on what the government does, and citizens may write to any office and must be \
answered within a month.

Torture

The law forbids torture. Nevertheless, police officers beat detainees to obtain \
confessions. Prosecutors received 40 complaints of torture in 2020 and opened three \
cases.

Despite these injuries the court admitted the confession. The judge ignored the \
complaint of torture.

Women

The government opened a shelter for women who had suffered domestic violence.
"""

KYRGYZ = """\
КЫСКАЧА КОРУТУНДУ

Өлкөдө 120 депутаттан турган парламент бар. Президент алты жылга шайланат жана \
премьер-министрди дайындайт. Өкмөт коопсуздук күчтөрүн көзөмөлдөйт, соттор мыйзам \
боюнча көз карандысыз. Гезиттер жана телеканалдар өкмөттүн иши тууралуу жазышат, ал \
эми жарандар каалаган мекемеге кат жаза алышат жана бир айдын ичинде жооп алышат.

Кыйноо

Мыйзам кыйноого тыюу салат. Бирок милиция кызматкерлери кармалгандарды кыйнашкан. \
Прокуратурага 2019-жылы кыйноо боюнча 35 арыз түшкөн.

Бул жаракаттарына карабастан сот аны күнөөлүү деп тапкан. Сот кыйноо жөнүндө арызды \
карабай койгон.

Аялдар

Үй-бүлөдөгү зомбулуктан жапа чеккен аялдар үчүн баш калкалоочу жай ачылган.
"""

TORTURE = """\
[labels]
ky = "Кыйноо"
ru = "Пытки"
en = "Torture"

[scope]
ky = "Кыйноо жана ырайымсыз мамиле."
ru = "Пытки и жестокое обращение."
en = "Torture and cruel treatment."

[patterns]
ky = ["кыйно", "кыйна"]
en = ["tortur"]

[heads]
ky = ["кыйноо"]
en = ["torture"]
"""

WOMEN = """\
[labels]
ky = "Аялдар"
ru = "Женщины"
en = "Women"

[scope]
ky = "Аялдардын укуктары."
ru = "Права женщин."
en = "Rights of women."

[patterns]
ky = ["зомбулук"]
en = ["domestic violence"]
"""

EDITION = """\
report = "hrr"
country = "{country}"
year = {year}
covers = "{year}"
language = "{language}"
source = "source.txt"
sha256 = "{sha256}"

[titles]
en = "Human Rights Report {year}"

[names]
en = "Human Rights Report"

[publisher]
en = "Department of State"

[licence]
en = "Public domain"

[origin]
en = "Written for a test, by nobody who counted or was asked. No land is meant by \
it, no person, no court and no year, and what it says of any of them did not happen. \
Nobody quotes it for any purpose, and nobody looks for it in a library. It has as \
many words as fill a third of the last page of a brief on torture, as the origins of \
real editions do, so that such a brief is set once."
"""

COMPLAINTS = """\
unit = "complaints"
topics = ["torture"]
order = 1

[labels]
ky = "Кыйноо боюнча арыздар"
ru = "Жалобы на пытки"
en = "Complaints of torture"

[definition]
en = "Complaints that prosecutors received in a year."
"""

ORGANISATIONS = """\
[prosecutors]
labels = { ky = "Прокуратура", ru = "Прокуратура", en = "Prosecutors" }
names = { ky = ["прокуратура*"], en = ["prosecutors"] }
"""

LEDGER_ROW = {
    "PARAGRAPH": "2",
    "QUOTE": "40 complaints of torture",
    "INDICATOR": "complaints",
    "REF_AREA": "KGZ",
    "TIME_PERIOD": "2020",
    "PERIOD_BASIS": "stated",
    "OBS_VALUE": "40",
    "UNIT_MEASURE": "complaints",
    "OBS_STATUS": "A",
    "KIND": "aggregate",
    "REPORTED_BY": "prosecutors",
    "TOPICS": "torture",
    "SENTENCE": "Prosecutors received 40 complaints of torture in 2020 and opened "
    "three cases.",
}
"""The one row of the small corpus's ledger, without its empty cells."""


def ledger_text(*rows: Mapping[str, str]) -> str:
    """Return a ledger as it is written by hand."""
    noted = {key: None for row in rows for key in row if key.startswith("NOTE_")}
    columns = [*COLUMNS, *noted]
    lines = [",".join(columns)]
    for row in rows:
        cells = [row.get(column, "").replace('"', '""') for column in columns]
        lines.append(",".join(f'"{cell}"' for cell in cells))
    return "\n".join(lines) + "\n"


def add_edition(
    corpus: Path, text: str, year: int, language: str, country: str = "KGZ"
) -> Path:
    """Add an edition to a corpus folder; return the edition's folder."""
    home = corpus / "editions" / f"hrr-{year}-{country.lower()}-{language}"
    home.mkdir(parents=True)
    source = text.encode()
    (home / "source.txt").write_bytes(source)
    (home / "edition.toml").write_text(
        EDITION.format(
            country=country,
            year=year,
            language=language,
            sha256=hashlib.sha256(source).hexdigest(),
        ),
        encoding="utf-8",
    )
    return home


def name_nobody(edition: Path) -> None:
    """Say of an edition, in its list of persons, that it names none."""
    head = ",".join(people.COLUMNS) + "\n"
    (edition / "people.csv").write_text(head, encoding="utf-8")


def small_corpus(folder: Path) -> Path:
    """Write a corpus of two editions, two topics, one indicator and one figure."""
    for kind, name, text in (
        ("topics", "torture.toml", TORTURE),
        ("topics", "women.toml", WOMEN),
        ("indicators", "complaints.toml", COMPLAINTS),
        ("", "organisations.toml", ORGANISATIONS),
    ):
        place = folder / kind / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    numbers = folder / "numbers"
    numbers.mkdir()
    for rules in (CORPUS / "numbers").glob("*.toml"):
        (numbers / rules.name).write_bytes(rules.read_bytes())
    for text, year, language in ((KYRGYZ, 2019, "ky"), (ENGLISH, 2020, "en")):
        home = add_edition(folder, text, year, language)
        name_nobody(home)
    (home / "figures.csv").write_text(ledger_text(LEDGER_ROW), encoding="utf-8")
    return folder


def corpus_of(*editions: Edition) -> Corpus:
    """Return a corpus that holds some editions, and what else the package's has."""
    held = Corpus([CORPUS])
    held.__dict__["editions"] = editions
    return held


def passages_of(edition: Edition) -> tuple[Passage, ...]:
    """Return the passages of an edition, of whatever corpus."""
    return Corpus.open(CORPUS).passages(edition)


@cache
def real_editions() -> dict[str, Edition]:
    """Return the editions of the package's corpus by id."""
    return {edition.id: edition for edition in Corpus.open(CORPUS).editions}


@cache
def real_passages() -> dict[str, dict[int, Passage]]:
    """Return the passages of the package's corpus by edition and number."""
    return {
        edition.id: {found.number: found for found in passages_of(edition)}
        for edition in real_editions().values()
    }


@cache
def real_figures() -> tuple[Figure, ...]:
    """Return the reviewed figures of the package's corpus."""
    return tuple(
        figure
        for edition in real_editions().values()
        for figure in ledger.figures(edition, real_passages()[edition.id])
    )


@cache
def real_series(topic: str) -> dict[str, Series]:
    """Return the series of a topic in the package's corpus, by indicator."""
    figures = [figure for figure in real_figures() if topic in figure.topics]
    found = series.build(figures, Corpus.open(CORPUS).indicators)
    return {one.indicator.code: one for one in found}
