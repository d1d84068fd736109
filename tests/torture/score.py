"""One line of the scorecard."""

from collections.abc import Sequence
from typing import TypedDict


class Score(TypedDict):
    """A claim that was tried `runs` times. `met` is None for a value that is only reported; `worst` is the
    worst single run, in the unit of `value`.
    """

    name: str
    value: float
    unit: str
    goal: str
    runs: int
    worst: float
    met: bool | None


def none_of(name: str, failures: int, runs: int, unit: str = "failures") -> Score:
    """Something that must never happen."""
    return _score(name, failures, unit, "0", runs, failures, failures == 0 and runs > 0)


def all_of(name: str, good: int, runs: int) -> Score:
    """Something that must hold every time; in per cent."""
    share = 100.0 * good / runs if runs else 0.0
    return _score(name, share, "%", "100", runs, share, good == runs and runs > 0)


def worst_at_most(name: str, values: Sequence[float], unit: str, limit: float) -> Score:
    """Values of which not even the largest may be above `limit`."""
    worst = max(values)
    return _score(name, worst, unit, f"<= {limit:g}", len(values), worst, worst <= limit)


def p95_at_most(name: str, values: Sequence[float], unit: str, limit: float) -> Score:
    """Values of which 95 in 100 must not be above `limit`."""
    value = percentile(values, 0.95)
    return _score(name, value, unit, f"<= {limit:g}", len(values), max(values), value <= limit)


def at_most(name: str, value: float, unit: str, limit: float, runs: int, worst: float | None = None) -> Score:
    """A value that should not be above `limit`."""
    return _score(name, value, unit, f"<= {limit:g}", runs, value if worst is None else worst, value <= limit)


def not_run(name: str, reason: str) -> Score:
    """Something that was to be tried and was not, or not to its end: a fault."""
    return _score(f"{name}: not run: {reason}", 0.0, "", "", 0, 0.0, met=False)


def is_law(score: Score) -> bool:
    """Says whether a score holds on any machine, however slow: none, all, a ratio, or that it was not run."""
    counted = score["goal"] in ("0", "100", "<= 0")
    return score["met"] is not None and (counted or score["unit"] in ("x", ""))


def told(name: str, value: float, unit: str, runs: int) -> Score:
    """A value without a goal."""
    return _score(name, value, unit, "", runs, value, None)


def percentile(values: Sequence[float], part: float) -> float:
    """Returns the value below which so large a part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _score(name: str, value: float, unit: str, goal: str, runs: int, worst: float, met: bool | None) -> Score:
    return Score(
        name=name, value=round(value, 4), unit=unit, goal=goal, runs=runs, worst=round(worst, 4), met=met
    )
