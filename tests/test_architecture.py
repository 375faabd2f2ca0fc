"""The package keeps its floors, and each module stays small and says what it is for."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import briefs

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(Path(briefs.__file__).parent.rglob("*.py"))


def test_imports_go_down_the_floors_only(monkeypatch: pytest.MonkeyPatch) -> None:
    # It would silence all loggers, also for the tests that come after this one.
    monkeypatch.setattr("logging.config.dictConfig", lambda settings: None)
    assert (
        lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0
    )


@pytest.mark.parametrize(
    "module", MODULES, ids=lambda path: f"{path.parent.name}.{path.stem}"
)
def test_a_module_fits_in_one_reading(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    caption = ast.get_docstring(ast.parse(text)) or ""
    assert caption.split("\n")[0].endswith((".", ":", "?")), "say what it does"
    assert len(text.splitlines()) < 300


@pytest.mark.parametrize(
    "package",
    sorted({module.parent for module in MODULES}),
    ids=lambda folder: folder.name,
)
def test_a_package_is_a_room_and_says_in_one_sentence_what_it_is_for(
    package: Path,
) -> None:
    caption = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8")))
    assert caption, "say what it is for"
    assert len(list(package.glob("*.py"))) <= 18, "more than a room holds"
