"""The tables of the README are written between their markers, and nothing else is touched."""

import json
import platform
import socket
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.packaging.scripts import load

PAGE = """# Title

<!-- performance -->
old
<!-- /performance -->

Text

<!-- scorecard --><!-- /scorecard -->
End
"""


def row(name: str, value: float, unit: str, goal: str, met: bool | None, worst: float | None = None) -> Any:
    shown = value if worst is None else worst
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "goal": goal,
        "runs": 1500,
        "worst": shown,
        "met": met,
    }


@pytest.fixture
def tables() -> ModuleType:
    return load("tables")


def test_both_tables_are_written_and_the_rest_stays(tables: ModuleType, tmp_path: Path) -> None:
    bench, torture, readme = tmp_path / "b.json", tmp_path / "t.json", tmp_path / "README.md"
    bench.write_text(json.dumps([row("opening | fast", 1.0432, "x", "<= 1.5", True)]))
    torture.write_text(json.dumps([row("kills", 12345.6, "ms", "<= 50", False, 20000.4)]))
    readme.write_text(PAGE)
    assert tables.main([str(bench), str(torture), str(readme)]) == 0
    text = readme.read_text()
    assert text.startswith("# Title\n\n<!-- performance -->\n")
    assert text.endswith("\n<!-- /scorecard -->\nEnd\n")
    assert "\n\nText\n\n" in text
    assert "old" not in text
    assert "| opening \\| fast | 1.04 × | ≤ 1.5 | 1,500 |  | met |" in text
    assert "| kills | 12,346 ms | ≤ 50 | 1,500 | 20,000 | **missed** |" in text
    assert text.index("opening") < text.index("Text") < text.index("kills")
    assert tables.main([str(bench), str(torture), str(readme)]) == 0
    assert readme.read_text() == text


def test_what_was_not_run_is_said(tables: ModuleType) -> None:
    written = tables.table([row("Chromium: not run: there is no npm", 0.0, "", "", None)], "Today")
    assert "Today. 0 met, 0 missed." in written
    assert "| Chromium: not run: there is no npm | – |  |  |  |  |" in written


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0"), (0.1234, "0.123"), (7.0, "7"), (7.006, "7.01"), (46.3, "46.3"), (1e6, "1,000,000")],
)
def test_a_figure_has_three_digits(tables: ModuleType, value: float, shown: str) -> None:
    assert tables._figure(value) == shown


def test_a_page_without_markers_is_left_alone(tables: ModuleType, tmp_path: Path) -> None:
    rows, readme = tmp_path / "rows.json", tmp_path / "README.md"
    rows.write_text("[]")
    readme.write_text("<!-- /performance --><!-- performance --><!-- scorecard --><!-- /scorecard -->")
    before = readme.read_text()
    with pytest.raises(SystemExit, match="performance"):
        tables.main([str(rows), str(rows), str(readme)])
    assert readme.read_text() == before


def test_versions_and_the_class_of_the_machine_are_said_but_no_name(tables: ModuleType) -> None:
    said = tables.surroundings()
    assert platform.python_version() in said
    for what in ("PySide6 6", "Qt 6", "SQLite 3", "cores", "GiB"):
        assert what in said
    assert socket.gethostname() not in said
