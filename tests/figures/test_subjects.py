"""A figure serves the topics of its sentence and of its heading."""

from briefs.figures.subjects import Places, topics
from briefs.model import Basis, Figure, Kind, Span
from tests.quality.measure_figures import passage

TEXT = "Police tortured 12 men. In Osh 5 women were beaten at home. Of them 2 died."


def of(place: str, found: Places) -> tuple[str, ...]:
    start = TEXT.index(place)
    span = Span(start, start + len(place))
    told = Figure(
        edition="hrr-2015-kgz-en",
        paragraph=1,
        span=span,
        quote=place,
        sentence=TEXT,
        value=1,
        value_max=None,
        unit="people",
        counted="",
        period=None,
        period_basis=Basis.EDITION,
        kind=Kind.AGGREGATE,
        approximate=False,
        change=False,
        reported_by=None,
    )
    return topics(told, passage(TEXT), found, "en")


def words(said: str) -> tuple[bool, tuple[Span, ...]]:
    start = TEXT.index(said)
    return False, (Span(start, start + len(said)),)


FOUND = {"torture": words("tortured"), "domestic-violence": words("beaten at home")}


def test_what_another_sentence_touches_is_none_of_its_topics() -> None:
    assert of("12 men", FOUND) == ("torture",)
    assert of("5 women", FOUND) == ("domestic-violence",)


def test_a_sentence_without_a_topic_goes_on_with_the_one_before() -> None:
    assert of("2 died", FOUND) == ("domestic-violence",)


def test_a_heading_holds_for_every_figure_below_it() -> None:
    headed: Places = {"police": (True, ()), **FOUND}
    assert of("12 men", headed) == ("police", "torture")
    assert of("2 died", headed) == ("police",)


def test_a_topic_that_shows_only_later_is_better_than_none() -> None:
    later = {"domestic-violence": words("beaten at home")}
    assert of("12 men", later) == ("domestic-violence",)


def test_a_passage_without_topics_gives_none() -> None:
    assert of("12 men", {}) == ()
