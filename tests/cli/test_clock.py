"""A time zone that is none stops no command."""

from pathlib import Path

import pytest

from briefs.cli import clock
from tests.make.commands import execute


def test_a_file_that_holds_no_time_zone_is_passed_over(
    small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "zone"
    file.write_text("Osh\n", encoding="utf-8")
    told = execute("corpus", "list", "--corpus", small, env={"TZ": f":{file}"})
    assert (told.code, told.err) == (0, "")


@pytest.mark.parametrize("name", ["Asia/Bishkek", "UTC0", "nosuch/zone", ""])
def test_the_name_of_a_zone_is_kept(name: str) -> None:
    env = {"TZ": name}
    clock.settle(env)
    assert env == {"TZ": name}


def test_a_folder_and_a_link_that_leads_nowhere_are_no_zones(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    for place in (tmp_path, tmp_path / "link"):
        env = {"TZ": str(place)}
        clock.settle(env)
        assert env == {}


def test_a_file_of_a_time_zone_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "zone"
    file.write_bytes(b"TZif2")
    env = {"TZ": str(file)}
    clock.settle(env)
    assert env == {"TZ": str(file)}
