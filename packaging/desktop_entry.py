"""Puts the program into the menu of a Linux desktop for this user, and takes it out again.

    desktop_entry.install(command, data_home)     entry, icon and AppStream metainfo
    desktop_entry.remove(data_home)

Promise: only three files of its own are written, the entry starts exactly `command`, and removing leaves
nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
ENTRY = Path("applications/panda-desktop.desktop")
ICON = Path("icons/hicolor/scalable/apps/panda-desktop.svg")
METAINFO = Path("metainfo/panda-desktop.metainfo.xml")
_SPECIAL = '\\"`$'


def data_home() -> Path:
    """Returns where a desktop looks for the entries of this user."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def install(command: list[str], folder: Path) -> list[Path]:
    """Writes the files below `folder` and returns them; `command` is the program and its words."""
    text = (RESOURCES / "desktop" / "panda-desktop.desktop").read_text(encoding="utf-8")
    lines = [
        f"Exec={quoted(command)}{line.removeprefix('Exec=panda-desktop')}"
        if line.startswith("Exec=panda-desktop")
        else line
        for line in text.splitlines()
    ]
    written = [folder / ENTRY, folder / ICON, folder / METAINFO]
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
    (folder / ENTRY).write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copyfile(RESOURCES / "app" / "panda-desktop.svg", folder / ICON)
    shutil.copyfile(RESOURCES / "desktop" / "panda-desktop.metainfo.xml", folder / METAINFO)
    _tell(folder)
    return written


def remove(folder: Path) -> list[Path]:
    """Deletes the files below `folder` and returns those that were there."""
    there = [path for path in (folder / ENTRY, folder / ICON, folder / METAINFO) if path.exists()]
    for path in there:
        path.unlink()
    _tell(folder)
    return there


def quoted(command: list[str]) -> str:
    """Returns a command as the value of `Exec` (Desktop Entry Specification, "The Exec key")."""
    return " ".join(map(_argument, command))


def _argument(word: str) -> str:
    if any(ord(letter) < 0x20 for letter in word):
        raise SystemExit(f"A desktop entry cannot hold this path: {word!r}")
    inside = "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in word).replace("%", "%%")
    # The value is read as a string first, in which a backslash is written twice.
    return '"' + inside.replace("\\", "\\\\") + '"'


def _tell(folder: Path) -> None:
    """Lets the desktop look again, where it has the programs for that."""
    for program, place in (
        ("update-desktop-database", ENTRY.parent),
        ("gtk-update-icon-cache", Path("icons/hicolor")),
    ):
        if shutil.which(program) and (folder / place).is_dir():
            subprocess.run([program, "-q", str(folder / place)], check=False, capture_output=True)
