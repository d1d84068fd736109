"""Runs every benchmark module of this folder that has `rows(short: bool)`.

Promise: the exit status is 0 exactly when every row met its goal; a module that breaks or takes too long is a
row that says so, and the others run all the same.
"""

import argparse
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks.row import Row, is_law, not_run

LIMITS_S: Final = {True: 180, False: 1800}
"""Seconds one module may take."""
TIMES_ONLY: Final = frozenset({"chromium", "compare", "idle", "media", "startup"})
"""Modules without a law of scale in the short form; `startup` compares with another program instead."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def measured(short: bool, only: str, *, laws: bool = False) -> Iterator[Row]:
    """Yields the rows of all modules whose name contains `only`; with `laws` of those that have any."""
    folder = Path(__file__).parent
    for found in pkgutil.iter_modules([str(folder)]):
        if found.name.startswith(("_", "test_")) or only not in found.name:
            continue
        if laws and short and not only and found.name in TIMES_ONLY:
            continue
        if not only:
            if "def rows(" in Path(folder, f"{found.name}.py").read_text(encoding="utf-8"):
                yield from apart(found.name, short)
            continue
        began = time.monotonic()
        try:
            with limited(LIMITS_S[short]):
                module = importlib.import_module(f"tests.benchmarks.{found.name}")
                if hasattr(module, "rows"):
                    yield from module.rows(short)
        except Exception as error:
            # Whatever it was: the row says it, the exit status too, and the trace is there for who mends it.
            traceback.print_exc()
            yield not_run(found.name, f"{type(error).__name__}: {error}"[:200], met=False)
        print(f"  {found.name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def apart(name: str, short: bool) -> Iterator[Row]:
    """Yields the rows of a module that runs in a process of its own: fonts, styles and caches that one module
    leaves behind made plain text three times as cheap for another.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "rows.json")
        words = [sys.executable, "-m", "tests.benchmarks", "--only", name, "--json", str(file)]
        subprocess.run([*words, *(["--short"] if short else [])], stdout=subprocess.DEVNULL, check=False)
        broke = [not_run(name, "its process broke", met=False)]
        rows: list[Row] = json.loads(file.read_text()) if file.exists() else broke
    yield from rows


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raises `TimeoutError` in the block when it takes longer, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ended(*_signal: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    """Prints the table; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--short", action="store_true", help="smaller inputs, under three minutes in all")
    parser.add_argument("--laws", action="store_true", help="only ratios: what holds on any machine")
    parser.add_argument("--json", type=Path, help="write the rows to this file as well")
    parser.add_argument("--only", default="", help="only modules whose name contains this")
    options = parser.parse_args()
    rows: list[Row] = []
    for row in measured(options.short, options.only, laws=options.laws):
        if options.laws and row["unit"] and not is_law(row):
            continue
        rows.append(row)
        met = {True: "met", False: "MISSED", None: ""}[row["met"]]
        value = f"{row['value']:,.3g}" if row["value"] < 100 else f"{row['value']:,.0f}"
        print(f"{row['name']:62} {value:>10} {row['unit']:10} {row['goal']:14} {met}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1))
    return 1 if any(row["met"] is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
