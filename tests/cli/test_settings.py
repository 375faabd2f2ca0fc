"""Flag over environment over file over default; what is unknown is an error."""

import re
from pathlib import Path

import pytest

from briefs.cli import settings as config
from briefs.cli.settings import House, Settings
from briefs.errors import SettingError, UsageError
from briefs.render.checks import contrast

HOUSE = """\
locale = "ru"
corpus = "corpus"
profile = "handout"
output = "out"
paper = "letter"
accent = "#7a1f1f"
quotes = "both"

[issuer]
name = "Уюм"
contact = "Бишкек"
logo = "logo.svg"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = "briefs.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_anything_the_defaults_hold() -> None:
    assert config.resolve({}, {}) == Settings()
    assert Settings().locale == "ky"


def test_the_file_is_found_in_the_current_folder(folder: Path) -> None:
    write(folder, 'locale = "en"')
    assert config.resolve({}, {}).locale == "en"


def test_a_settings_file_that_leads_nowhere_is_no_reason_to_go_on(
    folder: Path,
) -> None:
    for target in ("briefs.toml", "nowhere"):  # itself, or no file
        (folder / "briefs.toml").symlink_to(target)
        with pytest.raises(SettingError, match=r"briefs\.toml"):
            config.resolve({}, {})
        (folder / "briefs.toml").unlink()


def test_settings_that_lie_in_a_folder_print_no_picture_from_elsewhere(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("own") / "signature.png"
    elsewhere.touch()
    (folder / "link.png").symlink_to(elsewhere)
    for logo in (str(elsewhere), "link.png"):
        file = write(folder, f'[issuer]\nname = "Uyum"\nlogo = "{logo}"\n')
        with pytest.raises(SettingError, match="outside the folder"):
            config.resolve({}, {})
        assert config.resolve({}, {}, file).issuer  # whoever names a file trusts it


def test_every_key_can_be_set_in_the_file(folder: Path) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "logo.svg").touch()
    file = write(folder / "house", HOUSE, "our.toml")
    assert config.resolve({}, {}, file) == Settings(
        locale="ru",
        corpus=folder / "house" / "corpus",
        profile="handout",
        output=str(folder / "house" / "out"),
        paper="letter",
        accent="#7a1f1f",
        quotes="both",
        issuer=House("Уюм", "Бишкек", folder / "house" / "logo.svg"),
    )


def test_an_issuer_needs_only_a_name(folder: Path) -> None:
    write(folder, '[issuer]\nname = "Уюм"')
    assert config.resolve({}, {}).issuer == House("Уюм")


@pytest.mark.parametrize(
    ("flag", "variable", "in_force"),
    [("en", "ru", "en"), (None, "ru", "ru"), (None, None, "ky"), (None, "", "ky")],
)
def test_flag_beats_environment_beats_file(
    folder: Path, flag: str | None, variable: str | None, in_force: str
) -> None:
    write(folder, 'locale = "ky"')
    env = {} if variable is None else {"BRIEFS_LOCALE": variable}
    assert config.resolve({"locale": flag}, env).locale == in_force


def test_paths_of_flags_and_environment_count_from_the_current_folder() -> None:
    settings = config.resolve({"output": "out"}, {"BRIEFS_CORPUS": "corpus"})
    assert (settings.output, settings.corpus) == ("out", Path("corpus"))


def test_other_variables_are_left_alone() -> None:
    env = {"HOME": "/", "BRIEFS_CACHE": "off", "BRIEFS_CONFIG": "x.toml"}
    assert config.resolve({}, env) == Settings()


@pytest.mark.parametrize(
    ("text", "says", "advises"),
    [
        ('\nlocal = "ky"', "line 2: unknown key 'local'", "did you mean 'locale'?"),
        ("[issuer]\nnmae = 'x'", r"line 2: unknown key 'issuer\.nmae'", "'name'"),
        ("[issuer]\ncontact = 'x'", "line 1: issuer has no name", "name"),
        ("[issuer]\nname = ''", r"line 2: issuer\.name = '' cannot", "not empty"),
        ("[issuer]\nname = 'x'\nlogo = 'no.svg'", "line 3: there is no file", "path"),
        ("issuer = 'Уюм'", "line 1: issuer is a table", "[issuer]"),
        ("locale = 1", "line 1: locale = 1 cannot", "not empty"),
        ("accent = 'red'", "line 1: accent = 'red' cannot", "#7a1f1f"),
        ("paper = 'a5'", "line 1: paper = 'a5' cannot", "a4, letter"),
        ("quotes = 'none'", "line 1: quotes = 'none' cannot", "original, both"),
        ("locale = ", "line 1: malformed", "correct that line"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(
    folder: Path, text: str, says: str, advises: str
) -> None:
    write(folder, text)
    with pytest.raises(SettingError, match=rf"briefs\.toml, {says}") as caught:
        config.resolve({}, {})
    assert advises in caught.value.hint


def test_a_named_file_has_to_exist(folder: Path) -> None:
    with pytest.raises(SettingError, match="cannot read"):
        config.resolve({}, {}, folder / "none.toml")


def test_an_unknown_variable_is_told_with_the_nearest() -> None:
    with pytest.raises(SettingError, match="unknown setting BRIEFS_LOCAL") as caught:
        config.resolve({}, {"BRIEFS_LOCAL": "ky"})
    assert caught.value.hint == "did you mean 'BRIEFS_LOCALE'?"


def test_a_bad_variable_is_told() -> None:
    with pytest.raises(SettingError, match="BRIEFS_PAPER=a0") as caught:
        config.resolve({}, {"BRIEFS_PAPER": "a0"})
    assert "a4" in caught.value.hint


def test_a_bad_flag_is_told() -> None:
    with pytest.raises(UsageError, match="--accent: 'blue'"):
        config.resolve({"accent": "blue"}, {})


@pytest.mark.parametrize(
    ("name", "value", "near"),
    [("profile", "handuot", "handout"), ("locale", "kyr", "ky")],
)
def test_what_does_not_exist_is_told_with_the_nearest(
    folder: Path, name: str, value: str, near: str
) -> None:
    with pytest.raises(UsageError, match=f"'{value}'") as flag:
        config.resolve({name: value}, {})
    write(folder, f'{name} = "{value}"')
    with pytest.raises(
        SettingError, match=rf"briefs\.toml, line 1: .*'{value}'"
    ) as file:
        config.resolve({}, {})
    variable = f"BRIEFS_{name.upper()}"
    with pytest.raises(SettingError, match=f"environment: {variable}={value}") as env:
        config.resolve({}, {variable: value})
    told = {flag.value.hint, file.value.hint, env.value.hint}
    assert told == {f"did you mean '{near}'?"}


# The issuing organisation


def test_without_a_house_a_brief_has_no_issuer() -> None:
    assert config.issuer(None) is None


@pytest.mark.parametrize(
    ("name", "kind"), [("a.svg", "svg+xml"), ("a.PNG", "png"), ("a.jpg", "jpeg")]
)
def test_a_logo_travels_inside_the_page(folder: Path, name: str, kind: str) -> None:
    (folder / name).write_bytes(b"<svg/>")
    made = config.issuer(House("Уюм", "Бишкек", folder / name))
    assert made
    assert (made.name, made.contact) == ("Уюм", "Бишкек")
    assert made.logo == f"data:image/{kind};base64,PHN2Zy8+"


@pytest.mark.parametrize(
    ("name", "fault"), [("a.gif", "cannot be printed"), ("gone.png", "cannot read")]
)
def test_a_logo_that_cannot_be_printed_is_named(
    folder: Path, name: str, fault: str
) -> None:
    (folder / "a.gif").touch()
    with pytest.raises(SettingError, match=fault) as caught:
        config.issuer(House("Уюм", logo=folder / name))
    assert name in caught.value.message


# The accent


def test_an_accent_that_cannot_be_read_is_refused_with_a_readable_neighbour(
    tmp_path: Path,
) -> None:
    file = tmp_path / "briefs.toml"
    file.write_text('paper = "a4"\naccent = "#f5c518"\n', encoding="utf-8")
    with pytest.raises(SettingError, match="line 2") as caught:
        config.resolve({}, {}, file)
    assert "#f5c518" in caught.value.message
    (near,) = re.findall("#[0-9a-f]{6}", caught.value.hint)
    assert contrast.on_white(near) >= contrast.LEAST
