"""A mistake in a TOML file is named by file, line and key."""

from pathlib import Path

import pytest

from briefs.errors import CorpusError, Message, SettingError
from briefs.files.data import tomlfile

TOPIC = '''\
# A topic, with all that can confuse a search for keys.
code = "torture"
note = """
scope = "not a key"
"""

[labels]
ky = "Кыйноо"   # en = "not a key either"
"ru" = "Пытки"

[patterns]
ky = [
    "кыйно",
    "scope = 1",
]

[a.b]
c.d = 1

[[questions]]
ky = "Биринчи?"

[[questions]]
ky = "Экинчи?"

[questions.more]
en = "Third?"
'''


@pytest.fixture
def table(tmp_path: Path) -> tomlfile.Table:
    path = tmp_path / "torture.toml"
    path.write_text(TOPIC, encoding="utf-8")
    return tomlfile.read(path, CorpusError)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("code",), 2),
        (("note",), 3),
        (("labels",), 7),
        (("labels", "ky"), 8),
        (("labels", "ru"), 9),
        (("labels", "en"), 7),
        (("patterns", "ky"), 12),
        (("patterns", "ky", 1), 12),
        (("a", "b", "c", "d"), 18),
        (("questions", 0, "ky"), 21),
        (("questions", 1, "ky"), 24),
        (("questions", 1, "more", "en"), 27),
        (("scope",), None),
        ((), None),
    ],
)
def test_every_key_has_the_line_where_it_stands(
    table: tomlfile.Table, keys: tuple[str | int, ...], line: int | None
) -> None:
    assert table.line_of(*keys) == line


def test_a_fault_names_file_and_line(table: tomlfile.Table) -> None:
    fault = table.fault(
        Message("no such language"), "labels", "ru", hint=Message("use ky")
    )
    assert isinstance(fault, CorpusError)
    assert str(fault) == f"{table.path}, line 9: no such language: use ky"
    assert str(table.where()) == str(table.path)


def test_an_unknown_key_is_refused_with_the_nearest_name(table: tomlfile.Table) -> None:
    table.allow(["ky", "ru"], "labels")
    with pytest.raises(
        CorpusError, match=r"line 9: unknown key 'labels\.ru'"
    ) as caught:
        table.allow(["ky", "rus"], "labels")
    assert caught.value.hint == "did you mean 'rus'?"
    with pytest.raises(CorpusError, match="unknown key 'code'") as caught:
        table.allow(["xyz", "qqq"])
    assert caught.value.hint == "choose from qqq, xyz"


def test_of_very_many_names_only_the_nearest_are_listed() -> None:
    names = [f"{letter * 4}-series" for letter in "abcdefgh"] * 6
    assert str(tomlfile.nearest("zz", names[:40])).count(",") == 39
    hint = str(tomlfile.nearest("aaaa", names))
    assert hint.startswith("of 48 names these are the nearest: aaaa-series")
    assert hint.count(",") == 4


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('a = 1\nb = "open\n', "line 2: malformed"),
        ("a = 1\n\n[b\n", "line 3: malformed"),
        ("a = 1\na = 2\n", "line 2: malformed"),
        ("a = 1\nb =", "line 2: malformed"),
    ],
)
def test_malformed_toml_is_told_with_its_line(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "briefs.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=says) as caught:
        tomlfile.read(path, SettingError)
    assert str(path) in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    "number",
    ["9" * 400, "-9_223372036854775809", "1E400", "+inf", "nan", "0x" + "f" * 90],
)
def test_a_number_out_of_all_reason_is_told_with_its_line(
    tmp_path: Path, number: str
) -> None:
    path = tmp_path / "briefs.toml"
    path.write_text(f"a = 1\n[b]\nc = [1, {number}]\n", encoding="utf-8")
    with pytest.raises(SettingError, match=r"line 3: no such number"):
        tomlfile.read(path, SettingError)


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "briefs.toml"
    path.write_bytes("a = 1\nb = 'Кыйноо'\n".encode("cp1251"))
    with pytest.raises(CorpusError, match="line 2: not UTF-8"):
        tomlfile.read(path, CorpusError)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"none\.toml: it does not exist"):
        tomlfile.read(tmp_path / "none.toml", CorpusError)


def test_files_saved_on_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "briefs.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    table = tomlfile.read(path, CorpusError)
    assert table.values == {"a": 1, "b": 2}
    assert table.line_of("b") == 2


@pytest.mark.parametrize(
    "line",
    ['en = "a\\u001bb"', 'en = "a\\u009bb"', '"a\\u0007b" = "x"', 'en = ["\x85\x9b"]'],
)
def test_a_control_character_is_refused_however_it_is_written(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(f"[labels]\n{line}\n", "utf-8")
    with pytest.raises(CorpusError, match=r"line [12]: a control character"):
        tomlfile.read(path, CorpusError)


def test_tabs_and_line_ends_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('a = "x\\ty\\nz \\u202e"\n', "utf-8")
    assert tomlfile.read(path, CorpusError).values["a"] == "x\ty\nz \u202e"
