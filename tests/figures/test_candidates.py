"""Figures of a passage: each with its quote, unit, period, kind and source."""

import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.corpus.corpus import Corpus
from briefs.errors import CorpusError
from briefs.figures.candidates import candidates
from briefs.figures.statements import Says, statements
from briefs.model import Basis, Bound, Figure, Kind
from briefs.numbers.grammars.load import load
from tests.make.places import CASES, CORPUS
from tests.quality.measure_figures import edition, passage

READ = [
    pytest.param(path.stem, book["covers"], case, id=f"{path.stem}: {case['name']}")
    for path in sorted((CASES / "figures").glob("*.toml"))
    for book in [tomllib.loads(path.read_text("utf-8"))]
    for case in book["case"]
]


def figures(text: str, language: str, covers: str = "2015") -> tuple[Figure, ...]:
    grammar = load(Corpus.open(CORPUS), language)
    return candidates(passage(text), edition(covers, language), grammar)


def written(figure: Figure) -> str:
    """Return a figure as the case files write it."""
    value = f"{figure.value:.12g}" + (
        f"–{figure.value_max:.12g}" if figure.value_max else ""
    )
    marks = [
        mark
        for mark, on in (("about", figure.approximate), ("change", figure.change))
        if on
    ]
    period = f"{figure.period or 'untold'} {figure.period_basis}"
    kind = figure.kind + (f" by {figure.reported_by}" if figure.reported_by else "")
    first = " ".join([value, figure.unit, *marks])
    return " | ".join([first, figure.quote, period, kind])


@pytest.mark.parametrize(("language", "covers", "case"), READ)
def test_the_grammar_finds_what_the_case_says(
    language: str, covers: str, case: dict[str, object]
) -> None:
    found = figures(str(case["text"]), language, covers)
    assert [written(figure) for figure in found] == case["figures"]


WORDS = {
    "ky": "109 доо арыз 2015-жылы 25% 339 млн сомду ($ 4,5 млн) экөө бири сегиз адам "
    "124-берене жарымы 11и – 500-700 январь айында , . ; ( ) “ ” өткөн жылы 1.г",
    "ru": "109 жалоб в 2015 году 25 процентов млн сомов двое три человека ст. 124 "
    "половина населения с 10 до 20 января , . ; ( ) « » № 3 лет тысяч",
    "en": "109 complaints in 2015 25 percent of the population $4.5 million two men "
    "one-half Section 1.c. from 10 to 20 May 5 , . ; ( ) “ ” 14-year-old dozen 19th",
}


@st.composite
def jumbles(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(WORDS)))
    words = draw(st.lists(st.sampled_from(WORDS[language].split()), max_size=30))
    return language, " ".join(words)


@given(jumbles())
def test_a_quote_is_always_a_slice_of_the_passage(jumble: tuple[str, str]) -> None:
    language, text = jumble
    for figure in figures(text, language):
        assert figure.quote
        assert text[figure.span.start : figure.span.end] == figure.quote
        assert figure.sentence in text
        assert figure.quote in figure.sentence


@given(jumbles())
def test_quotes_never_overlap(jumble: tuple[str, str]) -> None:
    found = figures(jumble[1], jumble[0])
    for earlier, later in itertools.pairwise(found):
        assert earlier.span.end <= later.span.start


@given(jumbles())
def test_a_figure_always_has_a_value_and_a_unit(jumble: tuple[str, str]) -> None:
    for figure in figures(jumble[1], jumble[0]):
        assert figure.value is not None
        assert figure.unit
        assert figure.value_max is None or figure.value_max > abs(figure.value)


def test_a_conversion_knows_what_it_was_converted_from() -> None:
    _, dollars = figures("Алар 339 млн сомду ($ 4,5 млн) уурдаган.", "ky")
    assert dollars.dimensions == (("conversion", "KGS"),)


def test_a_period_is_carried_from_an_earlier_sentence() -> None:
    _, later = figures("2013-жылы 220 учур болгон. Алардын 20сы өлгөн.", "ky")
    assert (later.period, later.period_basis) == ("2013", Basis.CARRIED)


def test_the_day_of_an_event_is_not_carried_to_something_else() -> None:
    (later,) = figures("On June 5 the court met. Officials trained 300 judges.", "en")
    assert later.period_basis is Basis.EDITION


def test_a_repeated_figure_keeps_its_period() -> None:
    found = figures(
        "Жылдын аягында 403 качкын болгон. 2010-жылы мыйзам өзгөргөн. "
        "403 качкындын ичинде 187 адам бар.",
        "ky",
    )
    assert [figure.period for figure in found] == ["2015", "2015", "2015"]


def test_a_sentence_that_goes_on_keeps_its_reporter() -> None:
    *_, last = figures("UNHCR reported 326 refugees. They include 204 Afghans.", "en")
    assert last.reported_by == "unhcr"


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("ky", "Митингге миңден ашык адам чыккан.", Bound.AT_LEAST),
        ("ky", "Отузга жакын журналист чакырылган.", Bound.ABOUT),
        ("ky", "Соттун алдында 200дөй адам топтолгон.", Bound.ABOUT),
        ("ky", "500гө чейин адам келген.", Bound.AT_MOST),
        ("ky", "Бул жылы 27 адам кармалган.", None),
        ("ru", "Более 300 человек задержаны.", Bound.AT_LEAST),
        ("ru", "Около тысячи человек пострадали.", Bound.ABOUT),
        ("ru", "До 700 тысяч мигрантов уехали.", Bound.AT_MOST),
        ("ru", "Пенсия выросла до 5 тысяч сомов.", None),
        ("en", "At least 12 persons died.", Bound.AT_LEAST),
        ("en", "Fewer than 30 men were held.", Bound.AT_MOST),
        ("en", "An estimated 4,500 persons fled.", Bound.ESTIMATE),
        ("en", "About 60 women came.", Bound.ABOUT),
        ("en", "Police held 12 men.", None),
    ],
)
def test_the_words_around_a_number_bound_it(
    language: str, text: str, bound: Bound | None
) -> None:
    (figure,) = figures(text, language)
    assert figure.bound is bound
    assert figure.approximate is (bound is not None)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ky", "Эки жума кармалды.", Kind.DURATION),
        ("ky", "Айыпталуучу алты жылга эркинен ажыратылган.", Kind.PENALTY),
        ("ru", "Он держал голодовку четырнадцать дней.", Kind.DURATION),
        ("ru", "Суд приговорил его к девяти годам лишения свободы.", Kind.PENALTY),
        ("en", "He spent two weeks in solitary confinement.", Kind.DURATION),
        ("en", "He was sentenced to six years in prison.", Kind.PENALTY),
    ],
)
def test_durations_and_sentences_of_prison_are_no_statistics(
    language: str, text: str, kind: Kind
) -> None:
    (figure,) = figures(text, language)
    assert figure.kind is kind


@pytest.mark.parametrize(
    ("language", "text", "periods"),
    [
        ("ru", "Число жалоб выросло с 79 в 2018 году до 109 в 2019 году.", "2018 2019"),
        ("ru", "В 2020 году было 41 дело (годом ранее — 37).", "2020 2019"),
        (
            "ru",
            "В 2019 году было 66 дел, меньше, чем за аналогичный период 2018 г. (79).",
            "2019 2018",
        ),
        ("ru", "В 2018 году было 12 дел, в 2019-м — 19.", "2018 2019"),
        ("ru", "По состоянию на 01/2015 в колониях было 940 женщин.", "2015-01"),
        ("ru", "Во втором квартале 2015 года поступило 27 жалоб.", "2015-04/2015-06"),
        ("ru", "В марте прошли аресты. Задержали 14 человек.", "2015-03"),
        ("ru", "За последние пять лет убиты двенадцать журналистов.", "2011/2015"),
        ("ky", "Марттан майга чейин 120 зомбулук учуру катталган.", "2015-03/2015-05"),
        ("ky", "2014\u2010жылы 27 адам кармалган.", "2014"),
        ("ky", "Учурлар 2014-жылы 79дан 2015-жылы 109га көбөйдү.", "2014 2015"),
    ],
)
def test_each_number_has_the_period_it_is_told_of(
    language: str, text: str, periods: str
) -> None:
    found = [str(figure.period) for figure in figures(text, language)]
    assert found == periods.split()


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("ky", "Министрлик бир дагы НПОну каттоодон баш тарткан жок.", Says.NONE),
        ("ky", "Белгисиз сандагы жабырлануучуларга жардам берилди.", Says.UNKNOWN),
        ("ky", "Эч ким жазаланган жок.", Says.NONE),
        ("ky", "Арыз түшкөн жок.", Says.NONE),
        ("ky", "Өкмөт маалымат берген жок.", Says.UNKNOWN),
        ("ky", "Статистика жүргүзүлбөйт.", Says.UNKNOWN),
        ("ru", "Ни одно дело не дошло до суда.", Says.NONE),
        ("ru", "Данных нет.", Says.UNKNOWN),
        ("ru", "О пытках не сообщалось.", Says.UNKNOWN),
        ("ru", "Ни одного случая не зарегистрировано.", Says.NONE),
        ("ru", "Число пострадавших неизвестно.", Says.UNKNOWN),
        ("en", "There were no reports of disappearances.", Says.NONE),
        ("en", "An unknown number of persons were helped.", Says.UNKNOWN),
        ("en", "The government did not report the number of victims.", Says.UNKNOWN),
    ],
)
def test_none_and_unknown_are_statements_and_never_figures(
    language: str, text: str, says: Says
) -> None:
    grammar = load(Corpus.open(CORPUS), language)
    (statement,) = statements(passage(text), edition("2015", language), grammar)
    assert statement.says is says
    assert text[statement.span.start : statement.span.end] == statement.quote
    assert figures(text, language) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('head = "run"', 'head = "middle"', "'head' has to be one of"),
        ("[months]", "[moons]", "unknown key 'moons'"),
        ('hyphen = "ordinal"', "hyphen = 5", "'digits.hyphen' has to be one of"),
        ('half = ["жарым"]', 'half = "жарым"', "joins.half has to be a list"),
        ('half = ["жарым"]', 'half = ["(жарым"]', "unclosed"),
        ('article = ["# (', 'article = ["(', "has no #"),
        ("2 = [", "two = [", "words.two has to be a number"),
        ('1 = ["январ*"', '1 = [""', "months.1 has an empty text"),
        ('2 = ["февр', '13 = ["февр', "there is no month 13"),
        ('3 = ["үч"]', '3 = ["үч*"]', "'үч*', which is no single word"),
        ('["январ*"', '["(январ*"', "unclosed"),
    ],
)
def test_a_mistake_in_the_data_is_named_by_file_and_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (CORPUS / "numbers" / "ky.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "numbers").mkdir()
    (tmp_path / "numbers" / "ky.toml").write_text(text.replace(old, new, 1), "utf-8")
    (tmp_path / "organisations.toml").write_text("", "utf-8")
    with pytest.raises(CorpusError, match=r"ky\.toml, line \d+") as caught:
        load(Corpus.open(tmp_path), "ky")
    assert message in str(caught.value)


def test_a_missing_grammar_is_an_error_of_the_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"de\.toml"):
        load(Corpus.open(tmp_path), "de")


def test_every_organisation_has_a_label_in_each_language() -> None:
    for organisation in load(Corpus.open(CORPUS), "en").organisations:
        assert set(organisation.labels) == {"ky", "ru", "en"}


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "ky",
            "Соттор 2021-жылы 4 адам сатуучуну соттоду.",
            "4 people | 4 адам | 2021 stated | aggregate",
        ),
        (
            "ky",
            "2020-жылы калктын 51 пайызы интернетти колдонгон.",
            "51 percent | калктын 51 пайызы | 2020 stated | aggregate",
        ),
        (
            "ky",
            "2021-жылы 70тен 90го чейин аял ала качылган.",
            "70–90 people about | 70тен 90го чейин аял | 2021 stated | aggregate",
        ),
        (
            "ru",
            "Милиция открыла 8 дел, но правительство не сообщили о числе приговоров.",
            "8 cases | 8 дел | 2021 edition | aggregate",
        ),
        (
            "en",
            "Police opened 8 cases, but officials did not report the number.",
            "8 cases | 8 cases | 2021 edition | aggregate",
        ),
    ],
)
def test_each_number_is_read_by_its_own_words(
    language: str, text: str, said: str
) -> None:
    (figure,) = figures(text, language, "2021")
    assert written(figure) == said


def test_a_range_has_no_upper_limit() -> None:
    (figure,) = figures("2021-жылы 7000ден 9000ге чейин аял ала качылган.", "ky")
    assert figure.bound is None
