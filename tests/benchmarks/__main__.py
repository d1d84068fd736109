"""Runs every benchmark module of this folder that has `rows(short: bool)`.

Promise: the exit status is 0 exactly when every row met its goal.
"""

import argparse
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.row import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def measured(short: bool, only: str) -> Iterator[Row]:
    """Yields the rows of all modules whose name contains `only`."""
    folder = Path(__file__).parent
    for found in pkgutil.iter_modules([str(folder)]):
        if found.name.startswith("_") or only not in found.name:
            continue
        module = importlib.import_module(f"tests.benchmarks.{found.name}")
        if hasattr(module, "rows"):
            yield from module.rows(short)


def main() -> int:
    """Prints the table; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--short", action="store_true", help="smaller inputs, a minute in all")
    parser.add_argument("--json", type=Path, help="write the rows to this file as well")
    parser.add_argument("--only", default="", help="only modules whose name contains this")
    options = parser.parse_args()
    rows: list[Row] = []
    for row in measured(options.short, options.only):
        rows.append(row)
        met = {True: "met", False: "MISSED", None: ""}[row["met"]]
        value = f"{row['value']:,.3g}" if row["value"] < 100 else f"{row['value']:,.0f}"
        print(f"{row['name']:62} {value:>10} {row['unit']:10} {row['goal']:14} {met}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))
    return 1 if any(row["met"] is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
