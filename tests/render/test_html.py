"""Templates keep quotations whole, and can say which line made an element."""

import html

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.html import traced, unbroken

KEPT = '<span>{}<span class="unbroken">{}</span></span>'


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(ЖМК-нын)", ("", "(ЖМК-нын)")),
        ("бул 22-июлда болду", (" ", "22-июлда")),
        ("анда 2- категорияда", (" ", "2- категорияда")),
        ("сөз - сөз", (" ", "- сөз")),
        ("кыз-келин-чи", ("", "кыз-келин-чи")),
        ("Prosecution, para. 2", (" ", "para. 2")),
        ("2017, с. 7–8; 2019", (" ", "с. 7–8;")),
    ],
)
def test_a_word_with_a_hyphen_or_a_place_stays_on_one_line(
    text: str, kept: tuple[str, str]
) -> None:
    assert unbroken(text) == text.replace("".join(kept), KEPT.format(*kept))


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("болжол менен 10 000ге жакын", "10~000ге"),
        ("анда ($ 26534) болду", "($~26534)"),
        ("и 63 процента мужчин", "63~процента"),
        ("милициянын 6 %ын түзөт", "6~%ын"),
        ("some ($4.5 million) of it", "($4.5~million)"),
    ],
)
def test_a_number_stays_on_one_line(text: str, tied: str) -> None:
    tied = tied.replace("~", "\u00a0")
    assert unbroken(text) == text.replace(tied.replace("\u00a0", " "), tied)


@pytest.mark.parametrize("text", ["сөз — сөз", "сөз – сөз", "сөз —"])
def test_no_line_begins_with_a_dash(text: str) -> None:
    assert unbroken(text) == regex.sub(" (?=[–—])", "\u00a0", text)


@pytest.mark.parametrize("text", ["—", "— сөз", "-", "", "a-" * 60, "2015–2018"])
def test_other_words_are_left_alone(text: str) -> None:
    assert unbroken(text) == text


@given(st.text(alphabet="аб-  <&\n", max_size=60))
def test_the_text_stays_the_same(text: str) -> None:
    assert html.unescape(regex.sub("</?span[^>]*>", "", unbroken(text))) == text


@given(st.text(alphabet="аб- ", max_size=40))
def test_no_line_can_end_in_a_hyphen_but_the_last(text: str) -> None:
    loose = regex.sub('<span class="[^>]*>[^<]*</span>', "х", unbroken(text))
    assert not regex.search(r"-\s+\S", loose)


def test_a_traced_template_names_the_line_of_each_tag() -> None:
    source = '<p>\n  <em class="a">{{ x }}</em>\n<br>'
    assert traced(source, "a.j2") == (
        '<p data-line="a.j2:1">\n  <em data-line="a.j2:2" class="a">{{ x }}</em>\n'
        '<br data-line="a.j2:3">'
    )


@pytest.mark.parametrize(
    "source",
    [
        "{% if a <b %}",
        "{{ '<b>' }}",
        "{# <b> #}",
        "<!-- <b> -->",
        "{% trans %}a <b>c</b>{% endtrans %}",
        "<!doctype html>",
        "</p>",
    ],
)
def test_tracing_leaves_code_comments_and_messages_alone(source: str) -> None:
    assert traced(source, "a.j2") == source
