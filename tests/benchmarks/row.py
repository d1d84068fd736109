"""One line of the benchmark table."""

from typing import Final, TypedDict

RATIO: Final = "x"
"""The unit of a ratio of two values of the same run."""


class Row(TypedDict):
    """A measured value and its goal; `met` is None for a value that is only reported. `worst` is the worst of
    `runs` measurements, in the unit of `value`.
    """

    name: str
    value: float
    unit: str
    goal: str
    runs: int
    worst: float
    met: bool | None


def at_most(
    name: str, value: float, unit: str, limit: float, *, runs: int = 1, worst: float | None = None
) -> Row:
    """A value that should not be above `limit`."""
    return _row(name, value, unit, f"<= {limit:g}", runs, worst, value <= limit)


def at_least(
    name: str, value: float, unit: str, limit: float, *, runs: int = 1, worst: float | None = None
) -> Row:
    """A value that should not be below `limit`."""
    return _row(name, value, unit, f">= {limit:g}", runs, worst, value >= limit)


def is_law(row: Row) -> bool:
    """Says whether a row is a ratio with a goal: it holds on any machine, whatever else that one does."""
    return row["unit"] == RATIO and row["met"] is not None


def not_run(name: str, reason: str, *, met: bool | None = None) -> Row:
    """Something that could not be measured here; `met` is False where that is a fault."""
    return Row(name=f"{name}: not run: {reason}", value=0.0, unit="", goal="", runs=0, worst=0.0, met=met)


def told(name: str, value: float, unit: str, *, runs: int = 1, worst: float | None = None) -> Row:
    """A value without a goal."""
    return _row(name, value, unit, "", runs, worst, None)


def _row(
    name: str, value: float, unit: str, goal: str, runs: int, worst: float | None, met: bool | None
) -> Row:
    shown = value if worst is None else worst
    return Row(
        name=name, value=round(value, 4), unit=unit, goal=goal, runs=runs, worst=round(shown, 4), met=met
    )
