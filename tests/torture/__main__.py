"""Runs every module of this folder that has `scores(short: bool)`.

Promise: the exit status is 0 exactly when every score met its goal; what was not tried is not in the table.
"""

import argparse
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.torture.score import Score

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


def scored(short: bool, only: str) -> Iterator[Score]:
    """Yields the scores of all modules whose name contains `only`."""
    folder = Path(__file__).parent
    for found in pkgutil.iter_modules([str(folder)]):
        if found.name.startswith("_") or only not in found.name:
            continue
        module = importlib.import_module(f"tests.torture.{found.name}")
        if hasattr(module, "scores"):
            yield from module.scores(short)


def main() -> int:
    """Prints the table; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--short", action="store_true", help="fewer runs, three minutes in all")
    parser.add_argument("--json", type=Path, help="write the scores to this file as well")
    parser.add_argument("--only", default="", help="only modules whose name contains this")
    options = parser.parse_args()
    scores: list[Score] = []
    for score in scored(options.short, options.only):
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
