"""What is installed is what stands in the tree, and it runs without the tree."""

import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DATA = ("templates", "styles", "corpus")
JUNK = re.compile(r"(^|/)(\.|__pycache__|out/)|\.(pyc|part|pdf)$|~$")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    builder = WheelBuilder(str(ROOT))
    return Path(next(iter(builder.build(directory=str(folder), versions=["standard"]))))


@pytest.fixture(scope="module")
def source_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    return Path(next(iter(SdistBuilder(str(ROOT)).build(directory=str(folder)))))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in a new environment that has the wheel; the libraries are lent."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    place = sysconfig.get_path("purelib", vars={"base": str(home)})
    pip = [sys.executable, "-m", "pip", f"--python={python}", "install", "--quiet"]
    subprocess.run(
        [*pip, "--disable-pip-version-check", "--no-index", "--no-deps", str(wheel)],
        check=True,
        timeout=120,
    )
    # The lent folder comes after the environment's own, and its .pth files (among them
    # that of this checkout) are not read.
    Path(place, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "briefs"


def run(command: Path, *words: str, cwd: Path) -> str:
    own = ("PYTHONPATH", "BRIEFS_")
    env = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    result = subprocess.run(
        [command, *words],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=env | {"BRIEFS_CACHE": "off"},
        timeout=120,
    )
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def tree(folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and not JUNK.search(path.relative_to(ROOT).as_posix())
    }


@pytest.mark.parametrize("folder", DATA)
def test_the_wheel_holds_the_data_as_it_stands_in_the_tree(
    wheel: Path, folder: str
) -> None:
    prefix = "briefs/_data/"
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix(prefix): archive.read(name)
            for name in archive.namelist()
            if name.startswith(f"{prefix}{folder}/")
        }
    assert packed == tree(folder)


def test_the_wheel_holds_the_modules_and_no_junk(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert not [name for name in names if JUNK.search(name)]
    modules = {name for name in names if re.match(r"briefs/(?!_data/)", name)}
    assert modules == set(tree("briefs"))
    assert "briefs/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    tops = {name.split("/")[0] for name in names}
    assert tops == {"briefs", f"briefs-{PROJECT['project']['version']}.dist-info"}


def test_the_source_archive_builds_and_tests_itself(source_archive: Path) -> None:
    with tarfile.open(source_archive) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    for name in ("pyproject.toml", "Makefile", "LICENSE", "README.md"):
        assert name in names
    assert {*tree("briefs"), *tree("corpus"), *tree("templates")} <= names
    assert not [name for name in names if re.search(r"\.(pyc|part)$|(^|/)out/", name)]


@pytest.mark.parametrize("folder", DATA)
def test_no_program_stands_among_the_data(folder: str) -> None:
    assert not list((ROOT / folder).rglob("*.py")), "hatchling would refuse to install"


def test_no_packaged_copy_stands_in_the_tree() -> None:
    assert not (ROOT / "briefs" / "_data").exists(), "it would hide the data folders"


def test_the_installed_wheel_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert PROJECT["project"]["version"] in run(installed, "--version", cwd=tmp_path)


def test_the_installed_wheel_brings_its_editions(
    installed: Path, tmp_path: Path
) -> None:
    told = run(installed, "corpus", "list", "--json", cwd=tmp_path)
    editions = [path.name for path in (ROOT / "corpus" / "editions").iterdir()]
    assert editions
    assert all(f'"{name}"' in told for name in editions)


@pytest.mark.thorough
def test_the_installed_wheel_knows_the_topics(installed: Path, tmp_path: Path) -> None:
    told = run(installed, "topics", cwd=tmp_path)
    for path in (ROOT / "corpus" / "topics").glob("*.toml"):
        assert path.stem in told


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    code = re.sub(r"#.*", "", lock).replace("\\\n", " ")
    for line in filter(str.strip, code.splitlines()):
        assert re.fullmatch(r"[\w.-]+==\S+( +--hash=sha256:[0-9a-f]{64})+ *", line)


def test_every_dependency_is_locked() -> None:
    def names(lines: list[str]) -> set[str]:
        found = (re.match(r"[A-Za-z][\w.-]*", line) for line in lines)
        return {name[0].lower() for name in found if name}

    locked = names((ROOT / "requirements.txt").read_text().splitlines())
    assert names(PROJECT["project"]["dependencies"]) <= locked
    locked = names((ROOT / "requirements-dev.txt").read_text().splitlines())
    assert names(PROJECT["dependency-groups"]["dev"]) <= locked


def test_what_locked_packages_need_is_locked_too() -> None:
    """So that a lock can be installed as it is, by any pip and at any time."""
    lines = [
        line
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if re.match(r"[A-Za-z0-9]", line)
    ]
    pinned = {
        canonicalize_name(found.name): found.extras
        for found in (Requirement(line.rstrip("\\ ")) for line in lines)
    }
    for name, extras in pinned.items():
        try:
            needed = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system or Python
        for told in map(Requirement, needed):
            asked = [{"extra": extra} for extra in extras] or [{"extra": ""}]
            if told.marker is None or any(map(told.marker.evaluate, asked)):
                assert canonicalize_name(told.name) in pinned, f"{name} needs {told}"


@pytest.mark.thorough
@pytest.mark.parametrize("pip", ["pip==23.0.1", "pip"], ids=["Debian 12", "newest"])
def test_the_makefile_installs_both_locks_with_any_pip(
    pip: str, source_archive: Path, tmp_path: Path
) -> None:
    """Debian 12 has a pip that takes the newest of whatever a lock leaves open."""
    with tarfile.open(source_archive) as archive:
        archive.extractall(tmp_path, filter="data")
    (home,) = tmp_path.glob("briefs-*")
    python = home / ".venv" / "bin" / "python"
    venv.create(home / ".venv", with_pip=True)
    got = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--upgrade", pip], check=False
    )
    if got.returncode:
        pytest.skip("needs a package index")
    done = subprocess.run(
        ["make", f"PYTHON={sys.executable}", ".venv/.tested"],
        check=False,
        cwd=home,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    version = subprocess.run(
        [python, "-m", "pip", "--version"], check=True, capture_output=True, text=True
    ).stdout
    assert version.startswith(f"pip {pip.partition('==')[2]}")
    assert run(home / ".venv" / "bin" / "briefs", "topics", cwd=tmp_path)
    assert run(home / ".venv" / "bin" / "pytest", "--version", cwd=tmp_path)
