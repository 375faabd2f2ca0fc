"""The doctor finds what is missing and names the command that installs it."""

import ctypes
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.errors import Message, RenderError
from briefs.files import cache, resources
from briefs.i18n import locale as i18n
from briefs.render.typeface import fonts
from briefs.tasks import doctor
from briefs.tasks.doctor import Condition
from tests.make.places import ROOT

CORPUS = resources.data_dir("corpus")


@pytest.fixture
def without_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)


@pytest.fixture
def look(tmp_path: Path) -> Callable[..., dict[str, Condition]]:
    """Examine the machine; return what was found by name."""

    def examine(corpus: Path = CORPUS, output: Path = tmp_path) -> dict[str, Condition]:
        return {
            str(finding.name): finding for finding in doctor.examine([corpus], output)
        }

    return examine


Look = Callable[..., dict[str, Condition]]


def test_this_machine_can_make_a_brief(look: Look) -> None:
    ailing = [finding for finding in look().values() if not finding.ok]
    assert ailing == []


def test_everything_a_brief_needs_is_looked_at(look: Look) -> None:
    assert list(look()) == [
        "Python",
        "pango-1.0",
        "pangoft2-1.0",
        "harfbuzz-subset",
        *fonts.FAMILIES,
        *(f"language {code}" for code in i18n.available()),
        "corpus",
        "cache",
        "output",
    ]


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "debian"}, "sudo apt-get install libpango-1.0-0"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "sudo apt-get install libpango-1.0-0"),
        ({"ID": "fedora"}, "sudo dnf install pango harfbuzz"),
        ({"ID": "rocky", "ID_LIKE": "rhel fedora"}, "sudo dnf install pango harfbuzz"),
    ],
)
@pytest.mark.usefixtures("without_libraries")
def test_a_missing_library_names_the_command_of_this_system(
    look: Look,
    monkeypatch: pytest.MonkeyPatch,
    release: dict[str, str],
    command: str,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert str(look()["pango-1.0"].said) == f"NO  pango-1.0: not found; {command}"


@pytest.mark.usefixtures("without_libraries")
def test_a_missing_library_on_a_mac_is_brewed(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert look()["pango-1.0"].remedy == "brew install pango"


@pytest.mark.usefixtures("without_libraries")
def test_an_unknown_system_is_told_every_command(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown() -> None:
        raise OSError("no os-release")

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", unknown)
    remedy = look()["harfbuzz-subset"].remedy
    for part in ("apt-get install libharfbuzz-subset0", "dnf", "brew"):
        assert part in str(remedy)


@pytest.mark.usefixtures("without_libraries")
def test_a_bare_machine_lacks_the_libraries_and_venv(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("sys.version_info", type("V", (), {"major": 3, "minor": 12}))
    assert doctor.missing_packages() == [
        "python3.12-venv",
        "libpango-1.0-0",
        "libpangoft2-1.0-0",
        "libharfbuzz-subset0",
    ]


def test_on_a_machine_with_everything_nothing_is_missing() -> None:
    assert doctor.missing_packages() == []


def test_an_old_python_is_told(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PYTHON", (99, 0))
    assert str(look()["Python"].remedy) == "install Python 99.0 or newer"


def test_a_missing_font_is_told(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> Path:
        raise RenderError(Message("the font is missing"), hint=Message("install it"))

    monkeypatch.setattr(fonts, "file", missing)
    said = str(look()["Briefs Sans"].said)
    assert said == "NO  Briefs Sans: the font is missing; install it"


def test_a_damaged_font_is_told(
    look: Look, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"not a font at all")
    monkeypatch.setattr(fonts, "file", lambda *_: damaged)
    assert not look()["Briefs Serif"].ok


def test_a_font_without_kyrgyz_letters_is_told(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "letters", lambda: "ң漢")
    finding = look()["Briefs Serif"]
    assert (finding.ok, str(finding.detail)) == (False, "400 normal lacks 漢")


def test_a_locale_without_data_is_told(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "available", lambda: ("ky", "zxx"))
    assert not look()["language zxx"].ok


def test_a_folder_without_editions_is_told(look: Look, tmp_path: Path) -> None:
    finding = look(corpus=tmp_path)["corpus"]
    assert not finding.ok
    assert "--corpus" in str(finding.remedy)


def test_a_cache_that_is_off_is_no_ailment(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFS_CACHE", "off")
    assert str(look()["cache"].said) == "ok  cache: off"


def test_a_cache_that_cannot_be_written_is_told(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "store", lambda *_: None)
    finding = look()["cache"]
    assert not finding.ok
    assert "BRIEFS_CACHE" in str(finding.remedy)


def test_an_output_folder_that_is_still_to_be_made_is_fine(
    look: Look, tmp_path: Path
) -> None:
    assert look(output=tmp_path / "new" / "deep" / "brief.pdf")["output"].ok


def test_an_output_folder_that_cannot_be_written_is_told(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    finding = look()["output"]
    assert not finding.ok
    assert str(tmp_path) in str(finding.detail)


def test_what_is_missing_is_found_before_anything_is_installed() -> None:
    """Without site-packages, as `make brief` asks on a bare machine."""
    code = "from briefs.tasks import doctor; print(*doctor.missing_packages())"
    told = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
