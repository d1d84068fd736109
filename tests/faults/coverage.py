"""Which rows of the table have a test that names them.

Promise: the names of the test functions are the only record; nothing is kept beside them that could be wrong.

By hand: `python -m tests.faults.coverage` prints the rows without a test.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.faults.rows import ROWS

TESTS = Path(__file__).parent.parent
_NAMED = re.compile(r"(?<=_)[shivdkum]\d\d(?=_|$)")


def by_row() -> dict[str, list[str]]:
    """Returns the tests of each row of the table, as `file::function`, also of those without one."""
    found: dict[str, list[str]] = {row: [] for row in ROWS}
    for file, name in _functions():
        for row in rows_named(name):
            found.setdefault(row, []).append(f"{file}::{name}")
    return found


def rows_named(function: str) -> list[str]:
    """Returns the rows a test function names: `test_s01_h34_…` names S01 and H34."""
    return [row.upper() for row in _NAMED.findall(function.lower())]


def missing(letters: str) -> set[str]:
    """Returns the rows of these groups (`SH`) that no test names."""
    return {row for row, tests in by_row().items() if row[0] in letters and not tests}


def unknown() -> set[str]:
    """Returns the ids in names of tests that are not in the table."""
    return set(by_row()) - set(ROWS)


def _functions() -> Iterator[tuple[str, str]]:
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                yield str(path.relative_to(TESTS)), node.name


if __name__ == "__main__":
    for row in sorted(missing("".join(sorted({row[0] for row in ROWS})))):
        print(row, ROWS[row])
