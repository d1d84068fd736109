"""Runs every module of this folder that has `scores(short: bool)`, each in a process of its own.

Promise: the exit status is 0 exactly when every score met its goal; a module that breaks or takes too long is
a score that says so, the others run all the same, and nothing that it started is left.
"""

import argparse
import json
import os
import pkgutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.torture._apart import scored
from tests.torture.score import Score, is_law

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

LIMITS_S = {True: 90, False: 3600}
"""Seconds one module may take."""
TIMES_ONLY = ("gaps", "stops")
"""Modules of whose scores nearly all are absolute times: no laws."""


def every(short: bool, only: str, *, laws: bool = False) -> Iterator[Score]:
    """Yields the scores of all modules whose name contains `only`, and says on stderr how long each took."""
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name.startswith(("_", "test_")) or only not in found.name:
            continue
        if laws and found.name in TIMES_ONLY:
            continue
        began = time.monotonic()
        scores = scored(f"tests.torture.{found.name}", short, LIMITS_S[short])
        yield from (score for score in scores if not laws or is_law(score))
        print(f"  {found.name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def main() -> int:
    """Prints the table; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--short", action="store_true", help="fewer runs, four minutes in all")
    parser.add_argument("--laws", action="store_true", help="only what must be none or all: no times")
    parser.add_argument("--json", type=Path, help="write the scores to this file as well")
    parser.add_argument("--only", default="", help="only modules whose name contains this")
    options = parser.parse_args()
    scores: list[Score] = []
    for score in every(options.short, options.only, laws=options.laws):
        scores.append(score)
        met = {True: "met", False: "MISSED", None: ""}[score["met"]]
        line = (
            f"{score['name']:66} {_figure(score['value']):>10} {score['unit']:10} {score['goal']:10}"
            f" runs {score['runs']:>9,} worst {_figure(score['worst']):>10} {met}"
        )
        print(line, flush=True)
    if options.json:
        options.json.write_text(json.dumps(scores, indent=1))
    return 1 if any(score["met"] is False for score in scores) else 0


def _figure(value: float) -> str:
    return f"{value:,.3g}" if abs(value) < 100 else f"{value:,.0f}"


if __name__ == "__main__":
    sys.exit(main())
