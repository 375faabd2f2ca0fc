"""Each sentence of SECURITY.md that asserts something names the tests that prove it."""

import os
import re
from pathlib import Path

import pytest

from briefs.errors import CorpusError, SettingError
from briefs.files import drawings, inputs, pictures
from briefs.reading.formats import archives, scan
from briefs.render import patience
from briefs.verify import received
from tests.make.places import ROOT

PAPER = (ROOT / "SECURITY.md").read_text("utf-8").partition("## How to report")[0]

PROVEN = {
    "change how a brief looks": "cli/test_look.py",
    "run code: templates are data": "render/test_sandbox.py::"
    "test_a_template_runs_no_code"
    " render/test_sandbox.py::test_a_template_without_an_end_is_stopped"
    " render/test_sandbox.py::test_what_a_template_holds_is_bounded",
    "read a file outside the look": "render/test_sandbox.py::"
    "test_a_template_stands_in_its_folder",
    "print a logo from outside the folder": "cli/test_settings.py::"
    "test_settings_that_lie_in_a_folder_print_no_picture_from_elsewhere",
    "write through a link to another folder": "safety/test_destinations.py::"
    "test_a_link_that_was_sent_writes_no_file_elsewhere",
    "say what is quoted": "corpus/test_corpus.py",
    "read a file outside its folder: links that lead out are refused": "corpus/"
    "test_links.py::test_a_link_that_leads_elsewhere_is_named corpus/test_corpus.py",
    "give an address other than http and https": "corpus/test_corpus.py",
    "be read": "reading/test_kinds.py",
    "be taken for text when it is markup": "reading/test_source.py::"
    "test_markup_is_never_text",
    "be an archive bomb or larger than 64 MB": "safety/test_paper.py::"
    "test_a_file_is_opened_if_it_is_one_and_not_too_large"
    " safety/test_hostile.py::test_no_input_ends_in_a_fault_of_ours",
    "be compared": "verify/test_tampering.py",
    "decide what is proven: the brief is made again": "verify/test_battery.py",
    "its recipe is data, checked key by key": "verify/test_recipe.py",
    "say what a brief shows": "tasks/test_recipes.py",
    "read or write a file outside its folder": "tasks/test_recipes.py"
    " safety/test_destinations.py::test_a_link_that_was_sent_writes_no_file_elsewhere",
    "be printed": "files/test_pictures.py",
    "be larger than 8 MB, be fetched from elsewhere": "safety/test_paper.py::"
    "test_a_logo_is_a_file_that_is_not_too_large files/test_bare.py"
    " safety/test_network.py::test_no_command_uses_the_network",
    "save time": "files/test_cache.py::test_what_is_stored_is_loaded",
    "run code: entries are data of known types": "files/test_cache.py::"
    "test_what_others_may_write_is_not_trusted files/test_cache.py::"
    "test_what_somebody_else_put_there_is_not_trusted",
    "what others may write does not count": "files/test_cache.py::"
    "test_what_others_may_write_is_not_trusted safety/test_crash.py::"
    "test_a_cache_that_is_of_no_use_changes_nothing",
    "No command uses the network": "safety/test_network.py::"
    "test_no_command_at_all_uses_the_network",
    "leaves the old file or the new one": "safety/test_crash.py::"
    "test_a_build_that_is_ended_leaves_the_old_file_or_the_new_one"
    " safety/test_crash.py::test_a_full_disk_leaves_the_old_file",
    "sends hostile inputs and counts": "safety/test_paper.py::"
    "test_what_is_named_to_be_run_is_there",
    "All that is installed is pinned by hash": "test_packaging.py::"
    "test_every_locked_package_has_hashes_and_no_address",
    "are looked at where they are drawn": "render/checks/test_seen.py::"
    "test_what_hides_or_changes_a_quotation_is_refused",
    "Filling a template and setting a page": "render/test_patience.py::"
    "test_what_has_no_end_is_refused render/test_patience.py::"
    "test_memory_is_bounded_too safety/test_paper.py::"
    "test_the_bounds_are_those_that_are_told",
    "What is no regular file is not opened": "safety/test_paper.py::"
    "test_a_file_is_opened_if_it_is_one_and_not_too_large",
    "A PDF that unpacks to more than": "safety/test_growth.py::"
    "test_a_file_of_streams_and_nothing_else_is_refused safety/test_growth.py::"
    "test_a_packed_file_is_refused_with_its_size_and_without_unpacking"
    " files/test_drawings.py::test_drawings_are_counted",
    "names no user, machine, path or hour": "safety/test_traces.py::"
    "test_no_user_machine_path_or_hour_is_in_a_file tasks/building/"
    "test_withholding.py::test_a_withheld_name_is_in_no_byte_and_the_brief_is_proven",
    "is printed without what would steer a terminal": "cli/test_streams.py::"
    "test_what_is_listed_steers_no_terminal files/data/test_csvfile.py::"
    "test_a_formula_is_written_as_a_text",
}
"""The beginning or the heart of what is asserted, and the tests that prove it."""


def claims() -> list[str]:
    """Return what is asserted: the cells of the table, and the sentences after it."""
    head, _, rest = PAPER.partition("\n\nNo command")
    rest = "No command" + rest.partition("What is not bounded")[0]
    rows = [line.split("|")[2:4] for line in head.split("\n") if line.startswith("| ")]
    cells = [part for row in rows[1:] for cell in row for part in cell.split("; ")]
    told = " ".join(rest.split())
    sentences = re.split(r"(?<=\.)\s+(?=[A-Z`])|(?<=\.) (?=`make)", told)
    return [claim.strip() for claim in [*cells, *sentences] if claim.strip()]


def is_of(key: str, claim: str) -> bool:
    return key == claim or (len(key) > 20 and key in claim)


def test_what_is_asserted_has_tests_that_name_it() -> None:
    found = claims()
    assert not [one for one in found if not any(is_of(key, one) for key in PROVEN)]
    assert not [key for key in PROVEN if not any(is_of(key, one) for one in found)]


@pytest.mark.parametrize("key", PROVEN)
def test_a_test_that_is_named_is_there(key: str) -> None:
    for named in PROVEN[key].split():
        file, _, name = named.partition("::")
        written = (ROOT / "tests" / file).read_text("utf-8")
        assert f"def {name or 'test_'}" in written


def test_the_bounds_are_those_that_are_told() -> None:
    million = 1_000_000
    for told, number in {
        "64 MB": inputs.SOURCE / million,
        "8 MB": inputs.TABLE / million,
        "700 MB": patience.MEMORY / million,
        "256 MB": received.UNPACKED / million,
        "100,000 streams": received.STREAMS,
        "100,000 times": drawings.MOST,
        "five seconds": patience.SECONDS,
        "eight hundredths": patience.SECONDS_A_TAG * 10 * 100,
        "two minutes": scan._SECONDS / 60,
    }.items():
        amount = told.split()[0].replace(",", "")
        worded = {"five": 5, "eight": 8, "two": 2}.get(amount) or int(amount)
        assert told in " ".join(PAPER.split())
        assert number == worded
    assert archives.LARGEST == inputs.SOURCE


def test_a_file_is_opened_if_it_is_one_and_not_too_large(tmp_path: Path) -> None:
    pipe, huge = tmp_path / "pipe", tmp_path / "huge"
    os.mkfifo(pipe)
    huge.touch()
    os.truncate(huge, inputs.SOURCE + 1)
    link = tmp_path / "link"
    link.symlink_to("/dev/zero")
    for path in (pipe, huge, link, tmp_path, tmp_path / "none"):
        with pytest.raises(CorpusError, match=re.escape(path.name)):
            inputs.read_bytes(path, CorpusError, inputs.SOURCE)


def test_a_logo_is_a_file_that_is_not_too_large(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.touch()
    os.truncate(logo, inputs.TABLE + 1)
    for path in (logo, Path("http://example.org/logo.png")):
        with pytest.raises(SettingError):
            pictures.data_uri(path, SettingError)


def test_what_is_named_to_be_run_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", " ".join(PAPER.split())):
        assert re.search(rf"(?m)^{target}:", makefile), target
    assert re.search(r"(?m)^AXE_SHA256 := [0-9a-f]{64}$", makefile)
