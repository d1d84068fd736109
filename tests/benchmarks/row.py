"""One line of the benchmark table."""

from typing import TypedDict


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
