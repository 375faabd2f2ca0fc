"""A logo travels inside the page, with no more dots than can be seen."""

import base64
import io
import random
from pathlib import Path

import pytest
from PIL import Image

from briefs.errors import SettingError
from briefs.files import pictures


def written(folder: Path, name: str, size: tuple[int, int]) -> Path:
    """Write a picture of noise, which cannot be packed."""
    dots = random.Random(7).randbytes(size[0] * size[1] * 3)
    path = folder / name
    Image.frombytes("RGB", size, dots).save(path)
    return path


def content(uri: str) -> bytes:
    return base64.b64decode(uri.partition(",")[2])


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_logo_with_too_many_dots_is_made_smaller(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    Image.linear_gradient("L").resize((1500, 500)).convert("RGB").save(path)
    made = content(pictures.data_uri(path, SettingError))
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.size == (480, 160)
    assert made == content(pictures.data_uri(path, SettingError))


@pytest.mark.parametrize("size", [(1200, 600), (480, 480)])
@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_logo_is_never_too_heavy_for_a_letter(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    path = written(tmp_path, name, size)
    assert path.stat().st_size > pictures.HEAVIEST
    assert len(content(pictures.data_uri(path, SettingError))) <= pictures.HEAVIEST


def test_a_logo_of_the_right_size_is_left_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "logo.png", (90, 42))
    assert content(pictures.data_uri(path, SettingError)) == path.read_bytes()


def test_a_photograph_stands_upright_without_the_note_that_turned_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "logo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.linear_gradient("L").resize((90, 42)).save(path, exif=exif)
    made = content(pictures.data_uri(path, SettingError))
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.size == (42, 90)
        assert not picture.getexif()
