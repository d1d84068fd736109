"""One line of the benchmark table."""

from typing import TypedDict


class Row(TypedDict):
    """A measured value and its goal; `met` is None for a value that is only reported."""

    name: str
    value: float
    unit: str
    goal: str
    met: bool | None


def at_most(name: str, value: float, unit: str, limit: float) -> Row:
    """A value that should not be above `limit`."""
    return Row(name=name, value=round(value, 4), unit=unit, goal=f"<= {limit:g}", met=value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Row:
    """A value that should not be below `limit`."""
    return Row(name=name, value=round(value, 4), unit=unit, goal=f">= {limit:g}", met=value >= limit)


def told(name: str, value: float, unit: str) -> Row:
    """A value without a goal."""
    return Row(name=name, value=round(value, 4), unit=unit, goal="", met=None)
