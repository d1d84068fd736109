"""The entry in the menu of a desktop: what is written starts the program, and can be taken away."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as xml
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.ui.resources import resource_path
from tests.packaging.scripts import load


@pytest.fixture
def entry() -> Any:
    return load("desktop_entry")


def _read(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys differ by case
    parser.read(path, encoding="utf-8")
    return parser


def _words(value: str) -> list[str]:
    """Reads `Exec` as a desktop does: as a string, then quoted words, then codes after a per cent sign."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', value.replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", quoted or plain).replace("%%", "%") for quoted, plain in words]


@pytest.mark.parametrize(
    "program", ["/opt/panda/bin/panda-desktop", '/home/a b/100% "x" $HOME/`id`/\\/panda-desktop', "/家/熊猫"]
)
def test_d11_the_entry_starts_exactly_the_program(entry: Any, tmp_path: Path, program: str) -> None:
    written = entry.install([program, "--data-dir", "/data dir"], tmp_path)
    assert all(path.is_file() for path in written)
    read = _read(tmp_path / entry.ENTRY)
    assert _words(read["Desktop Entry"]["Exec"]) == [program, "--data-dir", "/data dir"]
    quick = _words(read["Desktop Action quick"]["Exec"])
    assert quick == [program, "--data-dir", "/data dir", "--quick"]
    assert read["Desktop Entry"]["Icon"] == (tmp_path / entry.ICON).stem


def test_installing_again_changes_it_and_removing_leaves_nothing(entry: Any, tmp_path: Path) -> None:
    entry.install(["/one"], tmp_path)
    entry.install(["/two"], tmp_path)
    assert _words(_read(tmp_path / entry.ENTRY)["Desktop Entry"]["Exec"]) == ["/two"]
    other = tmp_path / "applications" / "other.desktop"
    other.write_text("")
    assert len(entry.remove(tmp_path)) == 3
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "cache" not in path.name] == [other]
    assert entry.remove(tmp_path) == []


def test_a_path_that_no_entry_can_hold_is_refused(entry: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="cannot hold"):
        entry.install(["/a\nExec=/evil"], tmp_path)
    assert not (tmp_path / entry.ENTRY).exists()


def test_the_metainfo_names_the_entry_and_is_valid() -> None:
    path = resource_path("desktop/panda-desktop.metainfo.xml")
    root = xml.parse(path).getroot()
    assert root.findtext("launchable") == "panda-desktop.desktop"
    assert resource_path(f"desktop/{root.findtext('launchable')}").is_file()
    if shutil.which("appstreamcli"):
        checked = subprocess.run(
            ["appstreamcli", "validate", "--no-net", str(path)], capture_output=True, text=True
        )
        assert checked.returncode == 0, checked.stdout
