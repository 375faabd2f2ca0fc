"""An excerpt is one unbroken run of whole sentences, fair to what stands around it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.excerpts.cuts.cutting import Cutting, Part, Wishes, fair
from briefs.compose.excerpts.cuts.cutting import cut as try_to_cut
from briefs.compose.excerpts.cuts.uniting import united
from briefs.corpus.corpus import Corpus
from briefs.corpus.quoting import Quoting
from briefs.match.index import Finding
from briefs.model import Grade, Passage, Span
from briefs.text.bearers import NOBODY, Bearers
from briefs.text.names import Name
from briefs.text.sentences import count_words, sentences
from tests.make.places import CORPUS
from tests.make.shelf import edition, finding, passage


def ties(language: str) -> Quoting:
    found = Corpus.open(CORPUS).quoting([language]).get(language)
    assert found
    return found


ENGLISH = edition(language="en")
TIES = ties("en")


def certainly(found: Cutting | None) -> Cutting:
    assert found
    return found


def cut(*given: Any, **how: Any) -> Cutting:
    """Cut an excerpt where there is something to quote."""
    return certainly(try_to_cut(*given, **how))


def filler(count: int, start: str = "Nothing") -> str:
    """Return a sentence of so many words that says nothing on the topic."""
    return " ".join([start, *["more"] * (count - 2), "here."])


def excerpt(
    text: str,
    *hits: str,
    figures: tuple[str, ...] = (),
    longest: int = 90,
    language: str = "en",
    before: str = "",
    after: str = "",
    people: Bearers = NOBODY,
) -> Cutting:
    """Cut the excerpt of paragraph 2, between two others of the same section."""
    of = edition(language=language)
    found = finding(text, *hits, of=of, number=2)
    shelf: Mapping[int, Passage] = {
        number: passage(words, number, of=of.id)
        for number, words in ((1, before), (2, text), (3, after))
        if words
    }
    known = ties(language)
    wishes = Wishes(figures)
    return cut(found, known, wishes, passages=shelf, longest=longest, people=people)


def said(text: str, *hits: str, **how: object) -> tuple[str, ...]:
    return excerpt(text, *hits, **how).parts  # type: ignore[arg-type]


# Whole paragraphs, else one run


def test_a_paragraph_is_quoted_whole_where_there_is_room() -> None:
    text = f"{filler(60)} Police tortured ten men. {filler(60)}"
    assert said(text, "tortured", longest=350) == (text,)


def test_a_whole_paragraph_is_quoted_when_asked_for() -> None:
    text = f"{filler(60)} Police tortured ten men. {filler(60)}"
    found = finding(text, "tortured", of=ENGLISH)
    assert cut(found, TIES, full=True, longest=10).parts == (text,)


def test_nothing_is_cut_in_a_language_whose_ties_are_not_known() -> None:
    text = f"{filler(60)} Police tortured ten men. {filler(60)}"
    assert cut(finding(text, "tortured"), None, longest=10).parts == (text,)


def test_of_a_longer_one_the_sentence_on_the_topic_is_quoted() -> None:
    text = f"{filler(88)} Police tortured ten men. {filler(88)}"
    assert said(text, "tortured") == ("Police tortured ten men.",)


def test_nothing_is_left_out_inside_an_excerpt() -> None:
    text = f"Police tortured ten men. {filler(85)} Guards tortured nine women."
    assert len(said(text, "Police tortured", "Guards tortured", longest=60)) == 1


def test_two_sentences_on_the_topic_come_with_all_between_them() -> None:
    text = f"{filler(60)} Police tortured men. {filler(9)} Guards tortured women."
    (part,) = said(text, "Police tortured", "Guards tortured", longest=20)
    assert part == text[len(filler(60)) + 1 :]


def test_a_single_sentence_that_is_too_long_is_quoted_whole() -> None:
    long = filler(120, "Torture")
    assert said(f"{long} {filler(20)}", "Torture") == (long,)


def test_the_sentence_that_tells_a_reviewed_figure_is_quoted() -> None:
    told = "Courts heard ten officers."
    text = f"Lawyers spoke of rights. {filler(86)} {told}"
    assert said(text, "rights", figures=(told,), longest=10) == (told,)


# What points back


def test_what_a_sentence_takes_up_comes_with_the_one_that_brought_it_in() -> None:
    brought, between = "Media showed a video of Osh.", filler(9)
    text = f"{filler(60)} {brought} {between} In the video police beat a man."
    (quoted,) = said(text, "beat", longest=30)
    assert quoted == f"{brought} {between} In the video police beat a man."


@pytest.mark.parametrize(
    ("language", "before", "leaning"),
    [
        ("ky", "Милиция Үсөновду сабаган.", "Бирок алар кыйноону четке кагышкан."),
        ("ky", "260-берене сойкулукту тыят.", "Эгер бала болсо, бул кылмыш оор."),
        ("ky", "Сотто коркутуу болгон.", "2010-жылдан бери андай жоруктар азайган."),
        ("ky", "97 пайызы өзбек болгон.", "Өкүлдүн көрсөтүүсү боюнча 25 адам кеткен."),
        ("ky", "Мыйзам тыйган.", "Прокурор 2015-жылы аталган арызды албай койгон."),
        ("ru", "Полиция избила Усенова.", "Однако суд не признал пытки."),
        (
            "ru",
            "Статья 260 карает.",
            "Если жертва взрослая, за это преступление – штраф.",
        ),
        ("ru", "Суд отказал.", "Адвокаты считают, что такой отказ незаконен."),
        ("ru", "Принят закон.", "Активисты называют данный закон опасным."),
        ("en", "Police beat Mr Usenov.", "However, the court denied torture."),
        ("en", "Article 260 was new.", "For adults, this crime brought a fine."),
        ("en", "Relatives threatened.", "Since 2010 the number of such acts fell."),
        ("en", "Spravedlivost spoke.", "According to the representative, 25 left."),
        ("en", "Uzbeks left.", "The representative said that 25 were freed."),
    ],
)
def test_a_sentence_that_points_back_comes_with_what_it_means(
    language: str, before: str, leaning: str
) -> None:
    text = f"{filler(86)} {before} {leaning}"
    parts = said(text, leaning[-12:], language=language, longest=25)
    assert parts == (f"{before} {leaning}",)


@pytest.mark.parametrize(
    ("language", "alone"),
    [
        ("ky", "Бул жылы кыйноо боюнча 10 арыз түшкөн."),
        ("ru", "В этом году поступило 10 жалоб на пытки."),
        ("en", "Doctors saw marks such as burns in 10 cases."),
    ],
)
def test_what_only_looks_like_pointing_back_stands_alone(
    language: str, alone: str
) -> None:
    text = f"{filler(86)} Сот болду. {alone}"
    longest = count_words(alone)
    assert said(text, alone[-12:], language=language, longest=longest) == (alone,)


def test_a_comparison_comes_with_what_it_is_compared_to() -> None:
    two, eight = "Officials investigated two cases.", "Eight others were of fraud."
    text = f"{filler(60)} {two} {eight} By comparison, in 2017 four were of torture."
    (quoted,) = said(text, "torture", longest=30)
    assert quoted.startswith(two)


USENOV = Bearers([Name(("Asan Usenov",))])


def test_who_is_named_by_a_family_name_comes_with_who_that_is() -> None:
    told = "Police held Asan Usenov in May."
    text = f"{filler(60)} {told} {filler(40)} In June guards tortured Usenov."
    (quoted,) = said(text, "tortured", longest=30, people=USENOV)
    assert quoted.startswith(told)
    (alone,) = said(text, "tortured", longest=30)
    assert alone == "In June guards tortured Usenov."


def test_that_may_be_in_the_paragraph_before() -> None:
    before = f"{filler(9)} Police held Asan Usenov in May."
    text = "In June guards tortured Usenov."
    parts = said(text, "tortured", before=before, people=USENOV)
    assert parts == ("Police held Asan Usenov in May.", text)
    in_full = "In June guards tortured Asan Usenov."
    assert said(in_full, "tortured", before=before, people=USENOV) == (in_full,)


def test_a_share_comes_with_what_it_is_a_share_of() -> None:
    text = f"{filler(86)} Sezim had 546 calls. Women made 96 percent of calls."
    assert said(text, "Women", longest=12)[0].startswith("Sezim had 546 calls.")


# What answers


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("ky", "Бирок Министрлик аны жокко чыгарган."),
        ("ky", "Ошондой болсо дагы, жардам болгон эмес."),
        ("ky", "Антсе да бул жетишсиз."),
        ("ru", "Однако министерство это отрицало."),
        ("ru", "Тем не менее помощи не было."),
        ("en", "However, the ministry denied it."),
        ("en", "In practice the ministry did nothing."),
        ("en", "But authorization was not always granted."),
    ],
)
def test_no_excerpt_stops_before_what_answers_it(language: str, answer: str) -> None:
    told = "Police tortured ten men."
    text = f"{filler(86)} {told} {answer} {filler(86)}"
    parts = said(text, "tortured", language=language, longest=20)
    assert parts == (f"{told} {answer}",)


def test_nor_where_the_answer_opens_the_next_paragraph() -> None:
    told, answer = "Police tortured ten men.", "However, the court freed them."
    found = excerpt(told, "tortured", after=f"{answer} {filler(30)}")
    assert found.parts == (told, answer)
    assert [run.passage.number for run in found.runs] == [2, 3]


def test_a_number_comes_with_what_limits_it() -> None:
    text = (
        f"{filler(60)} Police tortured 10 men. The real number is unknown. {filler(60)}"
    )
    assert said(text, "tortured", longest=15) == (
        "Police tortured 10 men. The real number is unknown.",
    )


# Neighbouring paragraphs


def test_a_number_comes_with_who_all_those_counted_are() -> None:
    number, all_of = "Guards tortured 25 men.", "All of them were ethnic Uzbeks."
    (quoted,) = said(f"{filler(88)} {number} {all_of} {filler(88)}", "tortured")
    assert quoted == f"{number} {all_of}"


def test_what_somebody_is_accused_of_comes_with_what_his_lawyers_say() -> None:
    charge = "In May a court convicted an imam of murder."
    reply = "In June the lawyers spoke of torture."
    text = f"{charge} {filler(9)} {reply} {filler(80)}"
    assert said(text, "murder", longest=20) == (f"{charge} {filler(9)} {reply}",)


def test_praise_comes_with_where_it_does_not_hold() -> None:
    praise = "Trials were generally open to the public."
    but = "In ten trials judges barred observers."
    (quoted,) = said(f"{filler(80)} {praise} {but} {filler(80)}", "Trials", longest=20)
    assert quoted == f"{praise} {but}"


def test_a_law_comes_with_the_paragraph_that_calls_it_unkept() -> None:
    law = "The law prohibits torture."
    after = "Officials did not enforce this law in prisons. Judges came and went."
    parts = said(law, "torture", after=after)
    assert parts == (law, "Officials did not enforce this law in prisons.")
    plain = "Officials came to see this law in prisons. Judges came and went."
    assert said(law, "torture", after=plain) == (law,)


def test_what_goes_on_in_the_next_paragraph_comes_with_what_limits_it() -> None:
    efforts = "Officials opened ten cases of torture."
    more, less = "Also, ten judges were trained.", "However, efforts shrank."
    parts = said(efforts, "torture", after=f"{more} {less} {filler(9)}")
    assert parts == (efforts, f"{more} {less}")


def test_a_paragraph_that_points_back_begins_in_the_one_before() -> None:
    found = excerpt(
        "Despite these injuries, the court denied torture.",
        "torture",
        before=f"{filler(60)} Police beat Mr Usenov.",
    )
    assert found.parts[0] == "Police beat Mr Usenov."
    assert len(found.parts) == 2


def test_a_law_is_not_quoted_without_that_it_is_not_carried_out() -> None:
    law = "The law prohibits all forms of forced labor."
    unkept = "The authorities did not fully enforce this law."
    text = f"{law} {filler(60)} {unkept} {filler(40, 'Later')}"
    assert unkept in " ".join(said(text, "forced labor"))


DENIAL = "There were no reports that the government committed unlawful killings."


@pytest.mark.parametrize(
    ("before", "text", "joined"),
    [
        (DENIAL, "A detainee was tortured to death in March.", True),
        (DENIAL, "The law provides for a lawyer.", False),
        ("The government reported.", "A detainee was tortured to death.", False),
    ],
)
def test_what_is_grave_comes_with_the_paragraph_that_only_denies_it(
    before: str, text: str, *, joined: bool
) -> None:
    found = excerpt(text, text.split()[1], before=before)
    assert (before in found.parts) is joined


def test_nothing_is_joined_from_under_another_heading() -> None:
    of = ENGLISH
    found = finding("This was torture.", "torture", of=of, number=2)
    above = passage("Police beat a man.", 1, "Elections", of=of.id)
    assert cut(found, TIES, passages={1: above}).parts == ("This was torture.",)


def test_a_sentence_that_a_line_break_parted_is_quoted_to_its_end() -> None:
    found = excerpt(
        "The law forbids it. Members said that the police regularly",
        "police",
        after="Tortured users of the networks.",
    )
    assert found.parts[1] == "Tortured users of the networks."


def test_an_item_of_a_list_without_a_full_stop_is_whole() -> None:
    found = excerpt("Train officials", "Train", after="Fund shelters")
    assert found.parts == ("Train officials",)


def test_excerpts_that_share_a_sentence_are_united() -> None:
    told, answer = "Police tortured ten men.", "However, torture was denied."
    first = excerpt(told, "tortured", after=answer)
    of = first.finding.edition
    second = cut(
        finding(answer, "torture", of=of, number=3),
        TIES,
        passages={2: first.finding.passage, 3: passage(answer, 3, of=of.id)},
    )
    (both,) = united([second, first])
    assert both.parts == (told, answer)
    assert {found.passage.number for found in both.told} == {2, 3}


def test_excerpts_that_share_nothing_stay_apart() -> None:
    one = cut(finding("Police tortured him.", number=1), None)
    other = cut(finding("Guards tortured her.", number=2), None)
    assert united([other, one]) == [one, other]


def test_a_run_of_a_parallel_edition_is_widened_until_it_may_stand_alone() -> None:
    text = "Police beat him. He died. However, nobody was tried. Rain fell."
    start = text.index("He died.")
    wide = fair(Part(passage(text), Span(start, start + 8)), "en", TIES)
    assert wide.text == "Police beat him. He died. However, nobody was tried."


# What weighs most


def test_what_is_grave_is_never_cut_away_for_what_names_the_topic_more_often() -> None:
    often = "Doctors, lawyers and courts spoke of gay men and gay rights."
    grave = "Guards openly tortured gay men."
    text = f"{filler(60)} {often} {filler(60)} {grave} {filler(60)}"
    assert said(text, "gay men", "gay rights", "gay men.", longest=30) == (grave,)


def test_what_was_chosen_to_lead_is_quoted_before_all_else() -> None:
    lead = "Judges kept silent on the complaint."
    text = f"{filler(60)} Guards tortured men. {filler(60)} {lead} {filler(60)}"
    found = finding(text, "tortured", of=ENGLISH)
    assert cut(found, TIES, Wishes(leads=[lead]), longest=10).parts == (lead,)


def test_of_a_paragraph_only_what_was_chosen_is_quoted_with_its_ties() -> None:
    text = "It rained. Police beat a man. He died. The sun shone."
    start = text.index("He died.")
    limits = Span(start, start + len("He died."))
    found = finding(text, of=ENGLISH)
    assert cut(found, TIES, Wishes(limits=limits)).parts == (
        "Police beat a man. He died.",
    )


def test_what_is_wanted_whole_is_not_cut() -> None:
    text = f"{filler(60)} Police tortured ten men. {filler(60)}"
    found = finding(text, "tortured", of=ENGLISH)
    assert cut(found, TIES, Wishes(whole=True), longest=20).parts == (text,)
    barred = Wishes(whole=True, barred=("Police tortured ten men.",))
    assert try_to_cut(found, TIES, barred, longest=20) is None


def test_what_calls_a_law_unkept_comes_with_the_law() -> None:
    law, unkept = "By law, torture is a crime.", "Courts did not enforce the law."
    text = f"{filler(88)} {law} {unkept} {filler(88)}"
    assert said(text, "enforce", longest=20) == (f"{law} {unkept}",)


def test_a_barred_sentence_is_never_quoted() -> None:
    text = "Guards tortured men. A case was opened. Nobody was tried."
    barred = ["A case was opened."]
    found = finding(text, "tortured", of=ENGLISH)
    assert cut(found, TIES, Wishes(barred=barred)).parts == ("Guards tortured men.",)
    nothing = Wishes(barred=[*barred, "Guards tortured men."])
    assert try_to_cut(found, TIES, nothing) is None


def test_the_name_of_a_body_against_torture_is_not_grave() -> None:
    named = "The Center for the Prevention of Torture has seven offices."
    assert cut(finding(named, "Torture", of=ENGLISH), TIES).gravity == 0


def test_an_excerpt_weighs_more_the_graver_it_is() -> None:
    mild = cut(finding("The law limits torture and torture.", "torture", of=ENGLISH))
    grave = cut(finding("A man was killed.", "killed", of=ENGLISH), TIES)
    assert grave.gravity == 4
    assert grave.weight > mild.weight


def test_that_nothing_happened_is_not_grave() -> None:
    text = "There were no reports of killings."
    assert cut(finding(text, "killings", of=ENGLISH), TIES).gravity == 0


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
    assert cut(one, None, Wishes([told])).weight > cut(one).weight


# Whatever the text

WORDS = st.sampled_from(
    ["Police", "tortured", "This", "he", "their", "court", "12", "However", "such", ";"]
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


@given(findings(), st.integers(5, 90))
def test_an_excerpt_is_a_run_of_whole_sentences_that_no_answer_follows(
    found: Finding, longest: int
) -> None:
    text = found.passage.text
    spans = sentences(text, "en")
    (part,) = cut(found, TIES, longest=longest).parts
    (run,) = cut(found, TIES, longest=longest).runs
    assert run.span.start in {span.start for span in spans}
    assert run.span.end in {span.end for span in spans}
    assert run.span.of(text) == part
    for after in (span for span in spans if span.start >= run.span.end):
        assert not TIES.traits(after.of(text)).answers
        break


@given(findings(), st.integers(5, 90))
def test_an_excerpt_begins_where_nothing_points_back_or_its_paragraph_begins(
    found: Finding, longest: int
) -> None:
    (run,) = cut(found, TIES, longest=longest).runs
    first = next(
        s for s in sentences(found.passage.text, "en") if s.end > run.span.start
    )
    assert run.span.start == 0 or not TIES.traits(first.of(found.passage.text)).leans


@given(findings())
def test_an_excerpt_that_is_cut_carries_the_topic(found: Finding) -> None:
    parts = cut(found, TIES, longest=20).parts
    hits = [reason for reason in found.match.reasons if reason.span]
    assert not hits or any("tortured" in part for part in parts)


@given(findings(), st.integers(5, 90))
def test_what_may_stand_alone_keeps_the_limit(found: Finding, longest: int) -> None:
    (run,) = cut(found, TIES, longest=longest).runs
    spans = sentences(found.passage.text, "en")
    tied = any(
        TIES.traits(s.of(found.passage.text)).leans
        or TIES.traits(s.of(found.passage.text)).gravity
        or TIES.traits(s.of(found.passage.text)).limits
        for s in spans
    )
    single = len([s for s in spans if s.overlaps(run.span)]) == 1
    assert tied or single or count_words(run.text) <= longest
