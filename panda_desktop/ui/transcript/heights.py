"""Heights of many things in a column, some measured, most estimated.

Promise: finding, changing and appending cost next to nothing for tens of thousands of entries, and so does a
column of which nothing is measured yet.
"""

from array import array
from collections.abc import Iterable
from typing import Final, Self

_CHUNK: Final = 128


class Heights:
    """A list of heights in pixels with sums by chunk."""

    def __init__(self, heights: Iterable[float] = ()) -> None:
        """Starts with the given heights."""
        self._heights = array("d", heights)  # packed: eight bytes an entry, nothing to count references of
        self._sums: list[float] = []
        self._sum_from(0)

    @classmethod
    def alike(cls, count: int, height: float) -> Self:
        """Makes a column of `count` entries all guessed the same, without adding them up one by one."""
        made = cls()
        made._heights = array("d", (height,)) * count
        whole, rest = divmod(count, _CHUNK)
        made._sums = [height * _CHUNK] * whole + ([height * rest] if rest else [])
        return made

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    @property
    def total(self) -> float:
        """The sum of all."""
        return sum(self._sums)

    def set(self, index: int, height: float) -> float:
        """Replaces one height; returns by how much it grew."""
        growth = height - self._heights[index]
        if growth:
            self._heights[index] = height
            self._sums[index // _CHUNK] += growth
        return growth

    def splice(self, start: int, stop: int, heights: Iterable[float]) -> None:
        """Replaces the heights from `start` to `stop`."""
        self._heights[start:stop] = array("d", heights)
        self._sum_from(start // _CHUNK)

    def top(self, index: int) -> float:
        """Returns the sum of the heights before `index`."""
        chunk = index // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : index])

    def at(self, y: float) -> tuple[int, float]:
        """Returns the entry that covers `y` and the offset in it; the first or last when `y` lies outside."""
        if not self._heights:
            return 0, 0.0
        rest = max(0.0, y)
        chunk = 0
        while chunk < len(self._sums) - 1 and rest >= self._sums[chunk]:
            rest -= self._sums[chunk]
            chunk += 1
        index = chunk * _CHUNK
        last = min(index + _CHUNK, len(self._heights)) - 1
        while index < last and rest >= self._heights[index]:
            rest -= self._heights[index]
            index += 1
        return index, rest

    def _sum_from(self, chunk: int) -> None:
        del self._sums[chunk:]
        for start in range(chunk * _CHUNK, len(self._heights), _CHUNK):
            self._sums.append(sum(self._heights[start : start + _CHUNK]))
