"""The data folders are found beside the package."""

from pathlib import Path

import pytest

from briefs.files import resources


@pytest.mark.parametrize("name", ["templates", "styles", "corpus"])
def test_each_data_folder_is_found(name: str) -> None:
    assert resources.data_dir(name).is_dir()


def test_packaged_data_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "_data" / "corpus"
    packaged.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.data_dir("corpus") == packaged
