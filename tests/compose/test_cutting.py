"""An excerpt is whole sentences that carry the topic and can be understood alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.cutting import LONGEST, cut, lead_in
from briefs.match.index import Finding
from briefs.model import Grade, Span
from briefs.text.sentences import count_words, sentences
from tests.make.shelf import edition, finding, passage

ENGLISH = edition(language="en")


def filler(count: int, start: str = "Nothing") -> str:
    """Return a sentence of so many words that says nothing on the topic."""
    return " ".join([start, *["more"] * (count - 2), "here."])


def said(text: str, *hits: str, figures: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the parts of the excerpt of an English passage."""
    return cut(finding(text, *hits, of=ENGLISH), figures).parts


def test_a_short_passage_is_quoted_whole() -> None:
    text = "Police tortured him. The court did nothing."
    assert said(text, "tortured") == (text,)


def test_of_a_long_passage_only_the_sentences_on_the_topic_are_quoted() -> None:
    text = f"{filler(60)} Police tortured ten men. {filler(88)}"
    assert said(text, "tortured") == ("Police tortured ten men.",)


def test_a_sentence_on_the_topic_comes_before_one_that_only_stands_first() -> None:
    text = f"In 2015 there were 12 laws. {filler(88)} Officers tortured a man."
    assert said(text, "tortured") == ("Officers tortured a man.",)


def test_what_is_left_out_parts_the_excerpt() -> None:
    text = f"Police tortured ten men. {filler(85)} Guards tortured nine women."
    assert said(text, "Police tortured", "Guards tortured") == (
        "Police tortured ten men.",
        "Guards tortured nine women.",
    )


def test_an_excerpt_has_three_parts_at_most() -> None:
    told = [f"Town {letter} saw torture." for letter in "ABCDE"]
    text = f" {filler(80)} ".join(told)
    hits = [f"{letter} saw torture" for letter in "ABCDE"]
    assert said(text, *hits) == tuple(told[:3])


def test_a_single_sentence_that_is_too_long_is_quoted_whole() -> None:
    long = filler(LONGEST + 30, "Torture")
    assert said(f"{long} {filler(20)}", "Torture") == (long,)


def test_a_sentence_that_leans_comes_with_the_one_before_it() -> None:
    text = (
        f"{filler(86)} Милиция Үсөновду уруп-согуп, олуттуу жаракат келтирген. "
        "Бул жаракаттарына карабастан, сот кыйноо болгон эмес деген."
    )
    assert cut(finding(text, "кыйноо")).parts == (
        "Милиция Үсөновду уруп-согуп, олуттуу жаракат келтирген. "
        "Бул жаракаттарына карабастан, сот кыйноо болгон эмес деген.",
    )


@pytest.mark.parametrize(
    ("language", "leaning"),
    [
        ("ky", "Бирок алар кыйноону четке кагышкан."),
        ("ky", "Прокуратура анын кыйноо боюнча арызын албай койгон."),
        ("ru", "Однако суд не признал пытки."),
        ("ru", "Несмотря на эти травмы, суд не признал пытки."),
        ("en", "However, the court denied torture."),
        ("en", "Despite these injuries the court denied torture."),
    ],
)
def test_a_sentence_leans_when_it_begins_with_or_soon_refers_to_what_was_said(
    language: str, leaning: str
) -> None:
    before = "Police beat Mr Usenov."
    text = f"{filler(86)} {before} {leaning}"
    found = finding(text, leaning[-12:], of=edition(language=language))
    assert cut(found).parts == (f"{before} {leaning}",)


def test_a_chain_of_leaning_sentences_is_followed_two_steps_back() -> None:
    text = f"{filler(85)} A man died. He was 20. His mother wept. She named torture."
    assert said(text, "torture") == ("He was 20. His mother wept. She named torture.",)


def test_a_leaning_sentence_stands_alone_where_both_would_be_too_long() -> None:
    text = f"{filler(60)} {filler(50, 'Such torture')} {filler(9)}"
    (part,) = said(text, "Such torture")
    assert part.startswith("Such torture")


def test_a_gap_is_filled_from_its_beginning_so_that_no_sentence_leans_on_a_gap() -> (
    None
):
    text = (
        f"Police tortured men. {filler(85)} He wept. Guards tortured women. {filler(9)}"
    )
    assert said(text, "Police tortured", "Guards tortured") == (
        "Police tortured men.",
        f"Guards tortured women. {filler(9)}",
    )


def test_the_sentence_that_tells_a_reviewed_figure_is_quoted() -> None:
    told = "Courts convicted ten officers."
    text = f"Police tortured men. {filler(86)} {told}"
    assert said(text, "tortured", figures=(told,)) == ("Police tortured men.", told)


def test_under_a_heading_on_the_topic_the_first_sentence_and_numbers_are_quoted() -> (
    None
):
    text = f"The law forbids it. {filler(86)} Ten of 20 complaints were closed."
    assert said(text) == ("The law forbids it.", "Ten of 20 complaints were closed.")


def test_a_whole_passage_is_quoted_when_asked_for() -> None:
    text = f"{filler(60)} Police tortured ten men. {filler(60)}"
    assert cut(finding(text, "tortured"), full=True).parts == (text,)


def test_a_smaller_limit_is_kept() -> None:
    text = "Police tortured ten men in Osh. The court freed all of the officers."
    assert cut(finding(text, "tortured", of=ENGLISH), longest=8).parts == (
        "Police tortured ten men in Osh.",
    )


def test_a_sure_finding_weighs_more_than_a_doubtful_one() -> None:
    sure = finding("Police tortured him.", "tortured")
    doubtful = replace(sure, match=replace(sure.match, grade=Grade.POSSIBLE))
    assert cut(sure).weight > cut(doubtful).weight


def test_a_finding_weighs_more_the_more_often_the_topic_is_named() -> None:
    once = finding("Torture was reported.", "Torture")
    twice = finding("Torture and beatings were reported.", "Torture", "beatings")
    assert cut(twice).weight > cut(once).weight


def test_a_finding_that_tells_reviewed_figures_weighs_more() -> None:
    told = "Police tortured 10 men."
    one = finding(told, "tortured")
    assert cut(one, [told]).weight > cut(one).weight


# Beginning in the paragraph before


def led(text: str, before: str, language: str = "ky") -> tuple[str, ...]:
    of = edition(language=language)
    return lead_in(cut(finding(text, of=of, number=2)), passage(before)).parts


def test_an_excerpt_that_leans_begins_in_the_paragraph_before() -> None:
    before = "Сот башталды. Милиция Үсөновду уруп-согуп, жаракат келтирген."
    text = "Бул жаракаттарына карабастан, сот аны күнөөлүү деп тапкан."
    (part,) = led(text, before)
    assert part == f"Милиция Үсөновду уруп-согуп, жаракат келтирген. {text}"


def test_an_excerpt_that_does_not_lean_begins_where_it_begins() -> None:
    assert led("Сот башталды.", "Милиция келди.") == ("Сот башталды.",)


def test_nothing_is_led_in_where_the_excerpt_begins_later_in_its_paragraph() -> None:
    text = f"{filler(88)} Police tortured ten men."
    cutting = cut(finding(text, "tortured", of=ENGLISH, number=2))
    assert lead_in(cutting, passage("It was dark.")) == cutting


def test_nothing_is_led_in_that_would_make_the_excerpt_too_long() -> None:
    assert led("This was torture.", filler(LONGEST), "en") == ("This was torture.",)


# Whatever the text

WORDS = st.sampled_from(
    ["Police", "tortured", "This", "he", "their", "court", "12", "Бул", "сот", ";"]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=50).map(lambda w: " ".join(w) + ".")
TEXT = st.lists(SENTENCE, min_size=1, max_size=12).map(" ".join)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    text = draw(TEXT)
    places = [i for i in range(len(text)) if text.startswith("tortured", i)]
    found = finding(text, *["tortured"] * bool(places), of=ENGLISH)
    chosen = draw(st.lists(st.sampled_from(places), max_size=4)) if places else []
    reasons = tuple(
        replace(found.match.reasons[0], span=Span(i, i + 8)) for i in chosen
    )
    match = replace(found.match, reasons=reasons or found.match.reasons)
    return replace(found, match=match)


@given(findings(), st.integers(5, LONGEST))
def test_every_part_is_a_run_of_whole_sentences_of_the_source(
    found: Finding, longest: int
) -> None:
    text = found.passage.text
    spans = sentences(text, "en")
    place = 0
    for part in cut(found, longest=longest).parts:
        start = text.index(part, place)
        place = start + len(part)
        assert start in {span.start for span in spans}
        assert place in {span.end for span in spans}


@given(findings(), st.integers(5, LONGEST))
def test_an_excerpt_keeps_its_limit_or_is_a_single_sentence(
    found: Finding, longest: int
) -> None:
    parts = cut(found, longest=longest).parts
    single = len(parts) == 1 and len(sentences(parts[0], "en")) == 1
    assert single or sum(map(count_words, parts)) <= longest
    assert len(parts) <= 3


@given(findings())
def test_an_excerpt_carries_the_topic(found: Finding) -> None:
    parts = cut(found).parts
    hits = [reason for reason in found.match.reasons if reason.span]
    assert not hits or any("tortured" in part for part in parts)


@given(findings(), TEXT)
def test_a_lead_in_is_the_end_of_the_paragraph_before(
    found: Finding, before: str
) -> None:
    whole = cut(found)
    parts = lead_in(whole, passage(before)).parts
    assert parts[1:] == whole.parts[1:]
    lead = parts[0].removesuffix(whole.parts[0]).rstrip()
    assert before.rstrip().endswith(lead)
    assert not lead or sum(map(count_words, parts)) <= LONGEST
