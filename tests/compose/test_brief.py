"""A brief is composed the same way every time, and says where everything is from."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from briefs.compose import brief as compose
from briefs.compose import wording
from briefs.compose.changes import years
from briefs.compose.excerpts.repeats import Years
from briefs.compose.material import Material, Order
from briefs.compose.pages.plan import Plan, Words
from briefs.compose.sources import cite
from briefs.corpus.beside import doubts, ledger, people, translations
from briefs.corpus.corpus import Corpus
from briefs.corpus.scope import Range
from briefs.document import (
    Brief,
    CellState,
    Chapter,
    Excerpt,
    Issuer,
    excerpts_of,
    statements_of,
)
from briefs.i18n import locale as i18n
from briefs.match import index
from briefs.model import Span
from briefs.text.sentences import sentences
from briefs.years import sayings
from tests.make.places import CORPUS
from tests.make.shelf import (
    add_edition,
    edition,
    passages_of,
    real_passages,
    small_corpus,
)

DAY = date(2026, 11, 22)


@cache
def material(
    *codes: str, folder: Path = CORPUS, locale: str = "ky", range: Range | None = None
) -> Material:
    """Gather what a brief on some topics is composed from."""
    corpus = Corpus.open(folder)
    chosen = corpus.select(codes)
    editions = corpus.within(range or Range())
    texts = {of.id: {p.number: p for p in passages_of(of)} for of in editions}
    known = {
        of.id: found
        for of in editions
        if of.language != locale and (found := translations.read(of, locale))
    }
    return Material(
        topics=chosen,
        editions=editions,
        findings=index.find(corpus, editions, chosen),
        passages=texts,
        figures=tuple(
            chain.from_iterable(ledger.figures(of, texts[of.id]) for of in editions)
        ),
        translations=known,
        others={},
        indicators=corpus.indicators,
        reporters=corpus.organisations,
        countries=corpus.countries,
        questions={code: {"ky": ("Эмне үчүн?",), "en": ("Why?",)} for code in codes},
        quoting=corpus.quoting({of.language for of in editions}),
        selections={of.id: corpus.selections(of) for of in editions},
        doubts={of.id: corpus.doubts(of) for of in editions},
        sayings=sayings.read(corpus, editions),
        people={
            of.id: people.bearers(corpus.people(of), corpus.grammars) for of in editions
        },
    )


def order(locale: str = "ky", **how: object) -> Order:
    return replace(Order(day=DAY, locale=i18n.load(locale)), **how)  # type: ignore[arg-type]


def quoted(brief: Brief) -> list[Excerpt]:
    return [item for chapter in brief.chapters for item in excerpts_of(chapter)]


@pytest.fixture(scope="module")
def trafficking() -> Brief:
    return compose.compose(material("trafficking"), order())


@pytest.fixture(scope="module")
def several() -> Brief:
    return compose.compose(material("torture", "detention", "trafficking"), order())


# The whole


def test_the_same_input_makes_the_same_brief(several: Brief) -> None:
    again = compose.compose(material("torture", "detention", "trafficking"), order())
    assert again == several


def test_a_brief_is_in_one_language_and_of_one_day(trafficking: Brief) -> None:
    assert trafficking.locale == "ky"
    assert "2026" in trafficking.date


def test_it_says_what_it_is_on_and_of_which_years(trafficking: Brief) -> None:
    topic = material("trafficking").topics[0]
    assert trafficking.title == topic.labels["ky"]
    assert trafficking.keywords == (topic.labels["ky"],)
    assert trafficking.years == "2015–2018-жылдар"


def test_it_says_what_it_is_made_from(trafficking: Brief) -> None:
    made = compose.compose(material("torture"), order("en"))
    assert made.statement.startswith(f"This brief consists of {len(quoted(made))} exc")
    assert "Human Rights Report 2015" in made.statement
    assert made.country == "Kyrgyz Republic"
    assert trafficking.statement != made.statement


def test_it_names_who_issues_it() -> None:
    issuer = Issuer("House", "house@example.org", "")
    made = compose.compose(material("torture"), order(issuer=issuer))
    assert made.issuer == issuer


def test_it_says_how_it_was_made_and_that_translations_are_not_official() -> None:
    original = compose.compose(material("torture"), order("ky"))
    translated = compose.compose(material("torture", locale="en"), order("en"))
    assert any("working translations" in said for said in translated.method)
    assert len(translated.method) == len(original.method) + 1


def test_it_says_that_a_comma_parts_thousands_in_what_it_quotes() -> None:
    def method(topic: str, code: str) -> str:
        shelf = material(topic) if code == "ky" else material(topic, locale=code)
        return " ".join(compose.compose(shelf, order(code)).method)

    assert "1,819" in method("women", "ky")
    assert "1,819" not in method("women", "en")
    assert "1,819" not in method("torture", "ky")


# Chapters


def test_each_topic_has_a_chapter_in_the_order_asked_for(several: Brief) -> None:
    codes = [chapter.code for chapter in several.chapters]
    assert codes == ["torture", "detention", "trafficking"]
    assert several.contents
    assert len({chapter.anchor for chapter in several.chapters}) == 3


def test_one_topic_needs_no_contents(trafficking: Brief) -> None:
    assert not trafficking.contents


def test_what_is_no_plain_bar_is_told_beside_the_large_numbers(
    trafficking: Brief,
) -> None:
    told = {"partial": "Сызык", "gap": "Чекит", "unknown": "?"}
    for figure in trafficking.key_figures:
        if figure.picture:
            styles = {bar.style for bar in figure.picture.bars} & set(told)
            signs = [sign.split()[0].strip(":") for sign in figure.picture.signs]
            assert signs == [told[style] for style in told if style in styles]


def test_excerpts_are_numbered_through(several: Brief) -> None:
    every = quoted(several)
    assert [item.number for item in every] == list(range(1, len(every) + 1))
    assert len({item.anchor for item in every}) == len(every)


@pytest.mark.parametrize("codes", [("hiv",), ("torture", "trafficking")])
def test_letters_follow_each_other_as_a_page_is_read(codes: tuple[str, ...]) -> None:
    """The sentence that leads comes first, what is recommended comes last."""
    plan = Plan(single=True, leads=1, most=6, longest=40, advice=2)
    brief = compose.compose(material(*codes), order(plan=plan))
    first = brief.leads[0].anchor
    said = [i for c in brief.chapters for g in c.years for i in g.excerpts]
    advised = [i for c in brief.chapters for g in c.advice for i in g.excerpts]
    read = [*sorted(said, key=lambda item: item.anchor != first), *advised]
    assert [item.number for item in read] == [*range(1, len(read) + 1)]
    assert [item.mark for item in read] == list(wording.letters(i18n.load("ky")))[
        : len(read)
    ]
    numbers = [item.number for item in brief.annex]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("topic", "edition"),
    [("trafficking", "tip-2019-kgz-ky"), ("children", "hrr-2015-kgz-ky")],
)
def test_the_report_that_says_most_leads_with_its_newest_edition(
    topic: str, edition: str
) -> None:
    brief = compose.compose(material(topic), order())
    editions = {item.anchor: item.edition for item in quoted(brief)}
    assert editions[brief.leads[0].anchor] == edition


@pytest.mark.parametrize("locale", ["ky", "en"])
def test_a_chosen_sentence_leads_a_page_without_its_run_in_heading(
    locale: str,
) -> None:
    plan = Plan(single=True, leads=1, most=2, longest=40)
    known = material("women", locale=locale)
    brief = compose.compose(known, order(locale, plan=plan))
    chosen = known.selections["hrr-2015-kgz-ky"].on("women").lead[0]
    text = known.passages["hrr-2015-kgz-ky"][chosen.paragraph].text
    whole = chosen.span.of(text)
    assert ": " in whole
    assert brief.leads[0].quoted == whole.partition(": ")[2].strip()
    assert quoted(brief)[0].parts == (brief.leads[0].quoted,)


def test_a_mild_sentence_that_tells_nothing_of_the_topic_stands_in_for_none() -> None:
    plan = Plan(single=True, leads=1, most=2, longest=28)
    brief = compose.compose(material("statelessness"), order(plan=plan))
    (said,) = quoted(brief)
    assert "Өкмөт мамлекетке таандык эмес" in said.parts[0]


def test_a_stop_that_stands_twice_is_quoted_once_where_a_sentence_stands_alone() -> (
    None
):
    plan = Plan(single=True, leads=1, most=5, longest=40)
    brief = compose.compose(material("lgbti"), order(plan=plan))
    ends = [part for item in quoted(brief) for part in item.parts]
    assert any(part.endswith("жасашкан.") for part in ends)
    assert not any(part.endswith(". .") for part in ends)


def test_a_sentence_set_large_names_its_own_pages() -> None:
    """An excerpt may run over two pages of which its sentence needs one."""
    known = material("fair-trial")
    brief = compose.compose(known, order())
    runs = {item.anchor: item for item in quoted(brief)}
    narrower = 0
    for lead in brief.leads:
        item = runs[lead.anchor]
        (passage,) = (
            one
            for number in item.paragraphs
            if lead.quoted in (one := known.passages[item.edition][number]).text
        )
        start = passage.text.index(lead.quoted)
        pages = passage.pages_of(Span(start, start + len(lead.quoted)))
        told = wording_of_pages(*pages) if pages else item.locator
        assert told in lead.place
        narrower += told != item.locator
    assert narrower


def wording_of_pages(first: int, last: int) -> str:
    return cite.page(first, i18n.load("ky"), last)


@pytest.mark.parametrize("topic", ["trafficking", "elections", "children"])
def test_what_terms_and_contradictions_quote_is_not_counted_as_left_out(
    topic: str,
) -> None:
    statements = Corpus.open(CORPUS).statements
    known = replace(material(topic), statements=statements)
    brief = compose.compose(known, order())
    (chapter,) = brief.chapters
    shown = {
        (item.edition, number)
        for item in (*excerpts_of(chapter), *statements_of(brief))
        for number in item.paragraphs
    }
    left = [
        one
        for one in known.findings[topic]
        if (one.edition.id, one.passage.number) not in shown
    ]
    assert chapter.omitted == wording.omitted(len(left), i18n.load("ky"))


def test_what_was_chosen_of_an_older_report_does_not_hide_the_newest() -> None:
    known = material("trafficking")
    newest = "tip-2019-kgz-ky"
    older = {id: made for id, made in known.selections.items() if id != newest}
    bare = replace(known, figures=(), selections=older)
    brief = compose.compose(bare, order())
    editions = {item.anchor: item.edition for item in quoted(brief)}
    first, second, *_ = (editions[lead.anchor] for lead in brief.leads)
    assert first == "tip-2017-kgz-ky"
    assert second == newest


def test_years_are_in_order_and_say_which_year_they_describe(
    trafficking: Brief,
) -> None:
    (chapter,) = trafficking.chapters
    years = [group.year for group in chapter.years]
    assert years == sorted(years) == ["2015", "2017", "2019"]
    notes = [group.note for group in chapter.years]
    assert notes[0] == ""
    assert "2016" in notes[1]
    assert "2018" in notes[2]


def test_within_a_year_the_gravest_comes_first() -> None:
    made = compose.compose(material("lgbti"), order("ky"))
    (group,) = made.chapters[0].years
    grave = ["кыйна", "зордого", "уруп-сабап"]
    assert any(word in " ".join(group.excerpts[0].parts) for word in grave)


@pytest.mark.parametrize("code", ["movement", "detention"])
def test_what_nobody_chose_leads_only_with_a_word_of_the_topic(code: str) -> None:
    # A paragraph on registration goes on with the price of textbooks.
    known = material(code)
    made = compose.compose(known, order("ky"))
    chosen = {
        one.span.of(known.passages[id][one.paragraph].text).strip()
        for id, choices in known.selections.items()
        for one in choices.on(code).lead
    }
    reasons = [one for found in known.findings[code] for one in found.match.reasons]
    assert made.leads
    for lead in made.leads:
        assert lead.quoted in chosen or any(
            one.span is None or one.surface in lead.quoted for one in reasons
        )
        assert "китептери" not in lead.quoted
        assert not lead.quoted.endswith("жардам алууга укуктуу.")


def test_a_newer_report_that_only_denies_leads_before_nothing_that_happened(
    tmp_path: Path,
) -> None:
    folder = small_corpus(tmp_path)
    said = "Police officers tortured many detainees to obtain confessions from them."
    denied = "There were no reports of torture by police officers during the year."
    add_edition(folder, f"Torture\n\n{said}\n", 2021, "en")
    add_edition(folder, f"Torture\n\n{denied}\n", 2022, "en")
    known = material("torture", folder=folder, locale="en")
    made = [one.quoted for one in compose.compose(known, order("en")).leads]
    assert said in made
    assert denied not in made or made.index(said) < made.index(denied)


def test_agencies_are_no_agents() -> None:
    for code in ("association", "privacy"):
        editions = {one.edition.report for one in material(code).findings[code]}
        assert editions == {"hrr"}


def test_recommendations_stand_apart(trafficking: Brief) -> None:
    (chapter,) = trafficking.chapters
    assert {item.edition[:8] for item in chapter.recommendations} == {
        "tip-2017",
        "tip-2019",
    }
    said = [item for group in chapter.years for item in group.excerpts]
    assert not {(i.edition, *i.paragraphs) for i in said} & {
        (i.edition, *i.paragraphs) for i in chapter.recommendations
    }


def test_every_recommendation_stands_there_whole(trafficking: Brief) -> None:
    (chapter,) = trafficking.chapters
    numbers = [(i.edition[:8], i.paragraphs) for i in chapter.recommendations]
    assert numbers == [
        *[("tip-2017", (3,))] * 10,
        *(("tip-2019", (n,)) for n in range(4, 15)),
    ]
    for number in {item.paragraphs for item in chapter.recommendations}:
        items = [one for one in chapter.recommendations if one.paragraphs == number]
        for report in {one.edition for one in items}:
            parts = [one.parts[0] for one in items if one.edition == report]
            assert " ".join(parts) == real_passages()[report][number[0]].text


def test_a_chapter_says_how_many_passages_it_leaves_out() -> None:
    (chapter,) = compose.compose(
        material("torture"), order("en", plan=Plan(room=0, fewest=2))
    ).chapters
    assert len(list(excerpts_of(chapter))) == 2
    total = len(material("torture").findings["torture"])
    assert chapter.omitted == (
        f"{total - 2} more passages on this topic are not quoted here."
    )


def test_questions_are_asked_where_they_are_wanted() -> None:
    (plain,) = compose.compose(material("torture"), order()).chapters
    (asking,) = compose.compose(
        material("torture"), order(plan=Plan(questions=True))
    ).chapters
    assert (plain.questions, asking.questions) == ((), ("Эмне үчүн?",))


# Excerpts


def test_every_part_stands_in_its_paragraph(several: Brief) -> None:
    for item in quoted(several):
        texts = real_passages()[item.edition]
        assert all(
            part in texts[number].text
            for part, number in zip(item.parts, item.paragraphs, strict=True)
        )


def test_whole_paragraphs_are_quoted_where_there_is_room(several: Brief) -> None:
    chosen = material("torture", "detention", "trafficking").selections
    shortened = {
        (edition, number)
        for edition, found in chosen.items()
        for selection in found.topics.values()
        for number in selection.only
    }
    advised = [item for one in several.chapters for item in one.recommendations]
    for item in quoted(several):
        if item in advised:  # they stand one by one
            continue
        texts = real_passages()[item.edition]
        assert any(
            part == texts[number].text or (item.edition, number) in shortened
            for part, number in zip(item.parts, item.paragraphs, strict=True)
        )


def test_no_excerpt_stops_before_what_answers_it() -> None:
    ties = Corpus.open(CORPUS).quoting(["ky"]).get("ky")
    assert ties
    made = compose.compose(
        material("torture", "elections", "trafficking"), order(plan=Plan(longest=30))
    )
    for item in quoted(made):
        number, part = item.paragraphs[-1], item.parts[-1]
        text = real_passages()[item.edition][number].text
        rest = text[text.index(part) + len(part) :]
        after = real_passages()[item.edition].get(number + 1)
        here = real_passages()[item.edition][number]
        if not rest.strip() and after and after.headings == here.headings:
            rest = after.text
        for span in sentences(rest, "ky")[:1]:
            assert not ties.traits(span.of(rest)).answers, span.of(rest)


def test_one_sentence_that_a_line_break_parted_is_one_excerpt() -> None:
    made = compose.compose(material("internet"), order())
    (item,) = (i for i in quoted(made) if {74, 75} & set(i.paragraphs))
    assert item.paragraphs == (74, 75)


def test_what_seems_to_say_the_opposite_of_what_is_meant_is_not_quoted() -> None:
    for code in ("internet", "torture", "women", "antisemitism", "labour"):
        found = material(code)
        inverted = {s for of in found.doubts.values() for s in doubts.inverted(of)}
        for item in quoted(compose.compose(found, order())):
            assert not any(one in part for one in inverted for part in item.parts)
        whole = compose.compose(found, order(full=True, plan=Plan(room=60_000)))
        parts = [part for item in quoted(whole) for part in item.parts]
        assert any(one in part for one in inverted for part in parts)


@pytest.mark.parametrize(
    ("topics", "each"), [(("hiv",), 6), (("hiv", "lgbti", "statelessness"), 2)]
)
def test_topics_that_share_a_sheet_share_the_room_for_questions(
    topics: tuple[str, ...], each: int
) -> None:
    plan = Plan(single=True, questions=True, fewest=1, most=1)
    asked = {code: {"ky": tuple("абвгдежз")} for code in topics}
    found = replace(material(*topics), questions=asked)
    made = compose.compose(found, order(plan=plan))
    assert [len(chapter.questions) for chapter in made.chapters] == [each] * len(topics)


def test_no_sentence_that_needs_a_note_is_set_large() -> None:
    found = material("hiv")
    first = compose.compose(found, order()).leads[0]
    doubt = doubts.Doubt(158, first.quoted, doubts.Kind.GARBLED, {"ky": "?"})
    noted = replace(found, doubts={"hrr-2015-kgz-ky": (doubt,)})
    made = compose.compose(noted, order())
    assert made.leads
    assert first.quoted not in [lead.quoted for lead in made.leads]


def test_only_what_seems_inverted_is_said_to_be_left_out_for_that() -> None:
    every = []
    for code in ("women", "antisemitism"):
        found = material(code, locale="en")
        known = {
            (id, one.paragraph)
            for id, of in found.doubts.items()
            for one in of
            if one.kind is doubts.Kind.INVERTED
        }
        every += [
            {(item.edition, number) for number in item.paragraphs} & known
            for item in quoted(compose.compose(found, order("en")))
            if any("is left out, because" in note for note in item.notes)
        ]
    assert every
    assert all(every)


def test_a_note_names_the_sentence_or_tells_of_one_that_opens_what_comes_next() -> None:
    """The source goes on: despite those injuries a case "was opened" (¶21)."""
    made = compose.compose(
        material("torture", locale="en"), order("en", plan=Plan(room=60_000))
    )
    (hurt,) = (item for item in quoted(made) if item.paragraphs == (19, 20))
    assert ["is left out, because" in note for note in hurt.notes] == [True]
    (dated,) = (item for item in quoted(made) if 17 in item.paragraphs)
    assert dated.notes[0].startswith("Editor’s note on “At the end of…”: ")


def test_where_pages_are_narrow_what_a_person_put_first_leads_all_the_same() -> None:
    small = Plan(room=1_000, leads=1, words=Words(alone=264, beside=0))
    made = compose.compose(material("women"), order(plan=small))
    (lead,) = made.leads
    assert lead.quoted.startswith("Жолдошу зордогонун кошуп, зордуктоо")


@pytest.mark.parametrize(
    ("locale", "begins"),
    [
        ("ky", "Жолдошу зордогонун"),
        ("ru", "Изнасилование, в том"),
        ("en", "Rape, incl"),
    ],
)
def test_a_sentence_that_leads_leaves_its_run_in_heading_behind(
    locale: str, begins: str
) -> None:
    """The source has "Rape and Domestic Violence: Rape, including spousal rape"."""
    made = compose.compose(material("women", locale=locale), order(locale))
    assert made.leads[0].text.startswith(begins)


@pytest.mark.parametrize(
    ("locale", "note"),
    [("en", "names 13"), ("ru", "называет 13"), ("ky", "13үн гана атайт")],
)
def test_what_is_doubtful_has_a_note_in_the_readers_language(
    locale: str, note: str
) -> None:
    found = material("association", locale=locale)
    made = compose.compose(found, order(locale, plan=Plan(room=60_000)))
    (item,) = (i for i in quoted(made) if 81 in i.paragraphs)
    assert any(note in said for said in item.notes)


def test_what_was_chosen_is_quoted_first_and_what_was_refused_never() -> None:
    found = material("children")
    chosen = found.selections["hrr-2015-kgz-ky"].on("children")
    made = quoted(compose.compose(found, order(plan=Plan(room=0, fewest=4))))
    assert any(133 in item.paragraphs for item in made)
    whole = quoted(compose.compose(found, order(plan=Plan(room=60_000))))
    numbers = {n for i in whole if i.edition[:3] == "hrr" for n in i.paragraphs}
    assert chosen.keep <= numbers
    assert not chosen.never & numbers


def test_pages_are_those_of_the_quoted_words() -> None:
    made = compose.compose(material("statelessness"), order("en"))
    (item,) = (i for i in quoted(made) if 93 in i.paragraphs)
    assert item.locator == "pp. 20–21"


def test_every_excerpt_is_cited_in_full(several: Brief) -> None:
    sources = {source.anchor for source in several.sources}
    for item in quoted(several):
        assert re.search("(2015|2017|2019)-жылкы", item.citation)
        assert item.locator
        assert item.source in sources
        assert item.language == "ky"
        assert item.section or item.edition.startswith("tip")


def test_an_excerpt_that_leans_begins_in_the_paragraph_before() -> None:
    made = compose.compose(material("impunity"), order(plan=Plan(room=14_000)))
    (item,) = (i for i in quoted(made) if 14 in i.paragraphs and "2017" in i.citation)
    assert item.paragraphs == (13, 14)


def test_what_was_said_in_several_years_is_quoted_once(tmp_path: Path) -> None:
    said = (
        "SUMMARY\n\nThe law forbids torture, but lawyers and journalists reported that "
        "police officers in the south of the country beat detainees in order to obtain "
        "confessions, and that courts accepted such confessions as proof of guilt.\n"
    )
    folder = small_corpus(tmp_path)
    for year in (2016, 2017, 2018):
        add_edition(folder, said, year, "en")
    made = compose.compose(material("torture", folder=folder), order("en"))
    (told,) = [item for item in quoted(made) if item.edition == "hrr-2018-kgz-en"]
    assert told.repeated == "word for word in 2016–2018"
    assert not [i for i in quoted(made) if i.edition in {"hrr-2016-kgz-en"}]


# Translations


def test_a_working_translation_stands_beside_the_original() -> None:
    made = compose.compose(material("trafficking", locale="en"), order("en"))
    for item in quoted(made):
        assert item.original
        assert item.translation
        assert item.translation.language == "en"
        assert len(item.translation.parts) == len(item.parts)
        assert item.translation.status == "working translation, not reviewed"
    assert "Trafficking in persons" in {item.section for item in quoted(made)}


def test_the_translation_may_stand_alone() -> None:
    ordered = order("en", quotes="translation")
    made = compose.compose(material("trafficking", locale="en"), ordered)
    assert not any(item.original for item in quoted(made))


def test_the_original_may_stand_alone() -> None:
    ordered = order("en", quotes="original")
    made = compose.compose(material("trafficking", locale="en"), ordered)
    assert all(item.original and not item.translation for item in quoted(made))
    for chapter in made.chapters:
        assert chapter.figures
        assert not any(single.translation for single in chapter.figures.singles)


def test_without_a_translation_the_original_stands_alone() -> None:
    ordered = order("en", quotes="translation")
    untranslated = replace(material("trafficking", locale="en"), translations={})
    made = compose.compose(untranslated, ordered)
    assert all(item.original and not item.translation for item in quoted(made))
    assert {item.section_language for item in quoted(made)} == {"ky"}


def test_an_excerpt_of_which_a_sentence_is_untranslated_has_no_translation() -> None:
    full = material("trafficking", locale="en")
    known = full.translations["tip-2019-kgz-ky"]
    fewer = dict(list(known.entries.items())[:1])
    poorer = {**full.translations, known.language: known}
    poorer["tip-2019-kgz-ky"] = replace(known, entries=fewer)
    made = compose.compose(replace(full, translations=poorer), order("en"))
    assert not any(
        item.translation for item in quoted(made) if item.edition == "tip-2019-kgz-ky"
    )


# Coverage, figures, sources


def test_coverage_tells_silence_from_a_missing_report(trafficking: Brief) -> None:
    assert trafficking.coverage.years == ("2015", "2016", "2017", "2018", "2019")
    states = {
        row.label: [cell.state for cell in row.cells]
        for row in trafficking.coverage.rows
    }
    none = CellState.NO_EDITION
    assert sorted(states.values(), reverse=True) == [
        [CellState.PASSAGES, none, none, none, none],
        [none, none, CellState.PASSAGES, none, CellState.PASSAGES],
    ]
    legend = {cell.state for cell in trafficking.coverage.legend}
    assert legend == {CellState.PASSAGES, none}


def test_a_figure_refers_to_the_excerpt_that_quotes_it(trafficking: Brief) -> None:
    numbers = {f"[{item.number}]": item for item in quoted(trafficking)}
    anchors = {item.anchor for item in numbers.values()}
    anchors |= {source.anchor for source in trafficking.sources}
    assert trafficking.key_figures
    assert any(key.reference in numbers for key in trafficking.key_figures)
    for key in trafficking.key_figures:
        assert key.anchor in anchors
        assert key.period


def test_key_figures_are_six_at_most_and_none_is_shown_twice() -> None:
    codes = "trafficking", "children", "labour", "refugees", "statelessness"
    keys = compose.compose(material(*codes), order()).key_figures
    assert 3 <= len(keys) <= 6
    assert len({key.label for key in keys}) == len(keys)


def test_a_chapter_has_the_figures_of_its_topic(several: Brief) -> None:
    torture, _, trafficking = several.chapters
    assert torture.figures
    assert trafficking.figures
    assert torture.figures.table != trafficking.figures.table


def test_a_topic_without_figures_has_none(tmp_path: Path) -> None:
    made = compose.compose(
        material("women", folder=small_corpus(tmp_path)), order("en")
    )
    assert made.chapters[0].figures is None
    assert made.key_figures == ()


def test_only_the_editions_that_are_cited_are_sources(several: Brief) -> None:
    torture = compose.compose(material("torture"), order())
    assert [source.edition for source in torture.sources] == ["hrr-2015-kgz-ky"]
    assert len(several.sources) == 3
    assert all(len(source.checksum) == 64 for source in several.sources)


# Filters


def test_years_and_country_choose_the_editions() -> None:
    late = material(
        "trafficking", range=Range(frozenset({2017, 2018, 2019}), frozenset({"KGZ"}))
    )
    made = compose.compose(late, order())
    assert {item.edition for item in quoted(made)} == {
        "tip-2017-kgz-ky",
        "tip-2019-kgz-ky",
    }
    assert made.coverage.years == ("2017", "2018", "2019")


def test_figures_of_two_countries_are_kept_apart(tmp_path: Path) -> None:
    folder = small_corpus(tmp_path)
    home = add_edition(
        folder,
        (folder / "editions/hrr-2020-kgz-en/source.txt").read_text(encoding="utf-8"),
        2020,
        "en",
        "UZB",
    )
    rows = (folder / "editions/hrr-2020-kgz-en/figures.csv").read_text(encoding="utf-8")
    ledger_of = home / "figures.csv"
    ledger_of.write_text(rows.replace('"KGZ"', '"UZB"'), encoding="utf-8")
    made = compose.compose(material("torture", folder=folder), order("en"))
    section = made.chapters[0].figures
    assert section
    assert section.table
    assert [row.label for row in section.table.rows] == [
        "Complaints of torture (Kyrgyz Republic)",
        "Complaints of torture (Uzbekistan)",
    ]
    assert [row.cells[0].text for row in section.table.rows] == ["40", "40"]


def test_the_order_in_which_findings_come_does_not_change_a_brief(
    several: Brief,
) -> None:
    found = material("torture", "detention", "trafficking")
    backwards = {code: tuple(reversed(f)) for code, f in found.findings.items()}
    assert compose.compose(replace(found, findings=backwards), order()) == several


# Its own words


@pytest.mark.parametrize(
    ("labels", "title"),
    [
        (["Torture"], "Torture"),
        (["Torture", "Detention"], "Torture, detention"),
        (["Torture", "HIV and AIDS"], "Torture, HIV and AIDS"),
        (["A", "B", "C", "D"], "Human rights in the reports"),
    ],
)
def test_a_title_joins_the_topics(labels: list[str], title: str) -> None:
    assert wording.title(labels, i18n.load("en")) == title


def test_nothing_is_said_of_what_is_not() -> None:
    english = i18n.load("en")
    assert years.repeated(Years(frozenset({2015})), english) == ""
    assert wording.omitted(0, english) == ""
    assert wording.covers([edition(year=2015)], english) == ""


def test_a_chapter_names_its_scope(several: Brief) -> None:
    chapters: tuple[Chapter, ...] = several.chapters
    assert all(chapter.title and chapter.scope for chapter in chapters)
