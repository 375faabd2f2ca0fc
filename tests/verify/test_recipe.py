"""A recipe is written and read alike; what nobody wrote is refused, key by key."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.errors import VerificationError
from briefs.tasks.building import recipe as recipes
from briefs.tasks.building.wanted.request import Look, Request
from briefs.verify import recipe
from briefs.verify.recipe import House, Recipe

SHA = "0123456789abcdef" * 4
WRITTEN = Recipe(
    topics=("torture", "prison-conditions"),
    locale="ky",
    date=date(2026, 11, 22),
    years=(2015, 2018),
    countries=("KGZ",),
    accent="#7a1f1f",
    look=SHA,
    pages=4,
    issuer=House("Кылым шамы", "Бишкек\n+996", "data:image/png;base64,iVBORw0="),
    code="0.1.0+0123456789abcdef",
    data={"topics": SHA},
    editions={"hrr-2015-kgz-ky": {"source.txt": SHA, "translations/en.po": SHA}},
)


OLDER = {
    "id": "0000-1111-2222",
    "date": "2026-11-20",
    "quoted": ["hrr-2015-kgz-ky 13,14 0123456789abcdef"],
    "figures": {"hrr-2015-kgz-ky 1 a 2015-01/2015-06": "about 109 / 2.5"},
    "corrected": [
        {"date": "2026-11-24", "edition": "hrr-2015-kgz-ky", "what": {"en": "A name."}}
    ],
}


def test_what_a_brief_replaces_is_read_as_it_was_written() -> None:
    found = recipe.read(altered(replaces=OLDER)).replaces
    assert found
    assert found.corrected[0].what == {"en": "A name."}
    assert found.figures == OLDER["figures"]


@pytest.mark.parametrize(
    "one", [WRITTEN, Recipe(topics=("torture",), locale="ru", date=date(2026, 1, 1))]
)
def test_a_recipe_is_read_as_it_was_written(one: Recipe) -> None:
    if not one.code:
        one = replace(one, code="0.1.0")
    assert recipe.read(recipe.write(one)) == one


def test_the_id_begins_the_checksum_and_changes_with_all_a_brief_is_made_from() -> None:
    id = recipe.identity(WRITTEN)
    assert json.loads(recipe.write(WRITTEN))["seal"].startswith(id.replace("-", ""))
    assert recipe.identity(replace(WRITTEN, data={"topics": "f" * 64})) != id
    assert recipe.identity(replace(WRITTEN, mono=True)) != id


def altered(**values: Any) -> bytes:
    """Return the recipe with other values and a checksum that fits them."""
    kept: Mapping[str, Any] = json.loads(recipe.write(WRITTEN))
    other = {**kept, **values}
    other.pop("seal")
    return recipe._dump(other | {"seal": recipe._seal(other)})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("topics", []),
        ("topics", "torture"),
        ("topics", ["../../etc"]),
        ("topics", ["torture", 1]),
        ("locale", "../ky"),
        ("date", "2026-13-01"),
        ("date", "today"),
        ("years", []),
        ("years", [True, 2018]),
        ("countries", "KGZ"),
        ("profile", "../brief"),
        ("format", "exe"),
        ("paper", "a0"),
        ("mono", 1),
        ("accent", "red;} body{display:none"),
        ("look", "/home/user/look"),
        ("quotes", "none"),
        ("by", "topic"),
        ("pages", 0),
        ("pages", 2.5),
        ("issuer", {"name": "A"}),
        ("issuer", {"name": "A", "contact": "", "logo": "file:///etc/passwd"}),
        ("issuer", {"name": "A\x00", "contact": "", "logo": ""}),
        ("words", {"title": "A"}),
        ("words", {"title": "A\x00", "introduction": "", "call": ""}),
        ("picks", {"only": [], "without": [], "pin": [], "order": "all"}),
        ("picks", {"only": ["../x"], "without": [], "pin": [], "order": []}),
        ("replaces", {"id": "0000-1111-2222"}),
        ("replaces", {**OLDER, "id": "<b>"}),
        ("replaces", {**OLDER, "date": "2026-02-31"}),
        ("replaces", {**OLDER, "quoted": ["../source.txt"]}),
        ("replaces", {**OLDER, "figures": {"hrr-2015-kgz-ky 1 a 2015": "<b>"}}),
        ("replaces", {**OLDER, "figures": {"hrr-2015-kgz-ky 1 a 2015": "most 1"}}),
        ("replaces", {**OLDER, "figures": {"hrr-2015-kgz-ky 1 a 2015-13": "1"}}),
        ("replaces", {**OLDER, "corrected": [{"date": "2026-11-24"}]}),
        ("code", "<b>"),
        ("data", {"topics": "no checksum"}),
        ("editions", {"../hrr": {}}),
        ("editions", {"hrr-2015-kgz-ky": {"../source.txt": SHA}}),
    ],
)
def test_a_value_that_nobody_wrote_is_refused(key: str, value: object) -> None:
    with pytest.raises(VerificationError, match=f"damaged or altered \\({key}\\)"):
        recipe.read(altered(**{key: value}))


def test_what_an_earlier_version_did_not_know_may_be_missing() -> None:
    kept = json.loads(recipe.write(WRITTEN))
    older = {k: v for k, v in kept.items() if k not in {"words", "picks", "seal"}}
    data = recipe._dump(older | {"seal": recipe._seal(older)})
    found = recipe.read(data)
    assert found == WRITTEN
    assert recipe.write(found) == data


def test_a_key_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(VerificationError, match="keys"):
        recipe.read(altered(command="rm -rf ."))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000])
def test_what_is_no_recipe_is_refused(data: bytes) -> None:
    with pytest.raises(VerificationError, match="damaged or altered"):
        recipe.read(data)


@given(st.data())
def test_a_slip_anywhere_is_seen(data: st.DataObject) -> None:
    text = recipe.write(WRITTEN).decode()
    digits = [place for place, letter in enumerate(text) if letter.isdigit()]
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from("0123456789").filter(lambda x: x != text[place]))
    with pytest.raises(VerificationError):
        recipe.read((text[:place] + other + text[place + 1 :]).encode())


def test_all_that_can_be_asked_for_is_written_down() -> None:
    """What is new in an order has a place in the recipe, or no file can be proven."""
    settled = {
        "topics": "topics",
        "locales": "locale",
        "day": "date",
        "range": "years",
        "look": "look",
        "everything": "topics",
        "separate": "topics",
        "full": "full",
        "draft": "draft",
        "quotes": "quotes",
        "by": "by",
        "pages": "pages",
        "output": None,
        "issuer": "issuer",
        "words": "words",
        "picks": "picks",
        "name": None,
        "force": None,
        "names": "names",
        "withhold": "withhold",
        "replaces": "replaces",
    }
    assert {field.name for field in fields(Request)} == set(settled)
    names = {field.name for field in fields(Recipe)}
    assert {name for name in settled.values() if name} <= names
    assert {field.name for field in fields(Look)} - {"folder"} <= names


def test_an_order_is_written_down_and_ordered_again() -> None:
    request = recipes.request(replace(WRITTEN, look=None), None)
    assert (request.topics, request.locales) == (WRITTEN.topics, ("ky",))
    assert request.range.years == frozenset({2015, 2018})
    assert request.look.accent == "#7a1f1f"
    assert request.issuer is not None
    assert request.issuer.logo.startswith("data:image/png")
