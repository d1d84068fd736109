"""Writes the tables of the README from what the measurements told.

    python3 packaging/dev.py bench --json BENCH
    python3 packaging/dev.py torture --json TORTURE
    .venv/bin/python packaging/tables.py BENCH TORTURE [README]

Promise: nothing but what stands between the markers is changed; without markers nothing is written.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import sqlite3
import sys
from datetime import date
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parent.parent / "README.md"
MET = {True: "met", False: "**missed**", None: ""}

Row = dict[str, Any]


def written(text: str, name: str, body: str) -> str:
    """Returns a page with the part between the markers of a name replaced.

    Raises:
        SystemExit: a marker is missing, or there are several.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        raise SystemExit(f"The page needs {begin} and after it {end}, once each.")
    before, _, rest = text.partition(begin)
    after = rest.partition(end)[2]
    return f"{before}{begin}\n{body}\n{end}{after}"


def table(rows: list[Row], said: str) -> str:
    """Returns rows as Markdown, with a sentence above about where they come from."""
    met, missed = (sum(row["met"] is which for row in rows) for which in (True, False))
    lines = [
        f"{said}. {met} met, {missed} missed.",
        "",
        "| | value | goal | runs | worst | |",
        "|---|---:|---|---:|---:|---|",
    ]
    return "\n".join([*lines, *map(_line, rows)])


def _line(row: Row) -> str:
    measured = bool(row["unit"])
    cells = (
        row["name"].replace("|", "\\|"),
        f"{_figure(row['value'])} {_unit(row)}" if measured else "–",
        row["goal"].replace("<=", "≤").replace(">=", "≥"),
        f"{row['runs']:,}" if measured else "",
        _figure(row["worst"]) if measured and row["worst"] != row["value"] else "",
        MET[row["met"]],
    )
    return f"| {' | '.join(cells)} |"


def _unit(row: Row) -> str:
    return "×" if row["unit"] == "x" else str(row["unit"])


def _figure(value: float) -> str:
    """Returns three digits, without an exponent."""
    size = abs(value)
    digits = 0 if size >= 100 or value == int(value) else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:,.{digits}f}"


def surroundings() -> str:
    """Says when and with what was measured: versions and the class of the machine, never its name."""
    versions = {
        "Python": platform.python_version(),
        "PySide6": _version("PySide6-Essentials"),
        "Qt": _qt(),
        "SQLite": sqlite3.sqlite_version,
    }
    named = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
    return f"{date.today():%Y-%m-%d}: {named}; {_system()}, {_machine()}"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _qt() -> str:
    try:
        from PySide6.QtCore import qVersion
    except ImportError:
        return ""
    return str(qVersion())


def _system() -> str:
    if sys.platform == "linux":
        return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    return f"{platform.system()} {platform.release()}"


def _machine() -> str:
    cores = f"{os.cpu_count()} cores, {platform.machine()}"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return f"{cores}, {memory / 2**30:.0f} GiB of memory"
    return cores


def main(words: list[str]) -> int:
    if len(words) not in (2, 3):
        print(__doc__)
        return 2
    bench, torture = (json.loads(Path(word).read_text(encoding="utf-8")) for word in words[:2])
    readme = Path(words[2]) if len(words) == 3 else README
    said = surroundings()
    text = readme.read_text(encoding="utf-8")
    text = written(text, "performance", table(bench, said))
    text = written(text, "scorecard", table(torture, said))
    readme.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
