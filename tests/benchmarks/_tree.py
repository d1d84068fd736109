"""What a process and all it has started take: processor time, memory, wake-ups.

Promise: a process that has ended meanwhile still counts with what it was last seen to have taken.
"""

import itertools
import re
import threading
import time
from pathlib import Path
from typing import Final, Self

import psutil

_PROC: Final = Path("/proc")
SAMPLE_S: Final = 0.5


class Tree:
    """A process and its descendants, on Linux."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._cpu: dict[psutil.Process, float] = {}
        self._waits: dict[Path, int] = {}

    def processes(self) -> list[psutil.Process]:
        """Returns those that run now."""
        return [self._root, *self._root.children(recursive=True)]

    def cpu(self) -> float:
        """Seconds of the processor until now, of the programs and of the kernel for them."""
        for each in self.processes():
            try:
                times = each.cpu_times()
            except psutil.NoSuchProcess:
                continue
            self._cpu[each] = times.user + times.system
        return sum(self._cpu.values())

    def memory(self) -> float:
        """MiB held now; what several share is counted once (PSS)."""
        kib = 0
        for each in self.processes():
            try:
                found = re.search(r"^Pss:\s+(\d+)", _read(each.pid, "smaps_rollup"), re.MULTILINE)
            except OSError:
                continue
            kib += int(found[1]) if found else 0
        return kib / 1024

    def wake_ups(self) -> int:
        """How often a thread has begun to wait until now: each that runs again was woken."""
        for each in self.processes():
            for task in (_PROC / str(each.pid) / "task").iterdir():
                try:
                    said = (task / "status").read_text()
                except OSError:
                    continue
                found = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", said, re.MULTILINE)
                self._waits[task] = int(found[1]) if found else 0
        return sum(self._waits.values())


def _read(pid: int, name: str) -> str:
    return (_PROC / str(pid) / name).read_text()


class Watch(threading.Thread):
    """Looks at a tree again and again while something is measured.

    Attributes:
        memory: the most MiB seen.
        cpu: seconds of the processor between begin and end.
    """

    def __init__(self, tree: Tree) -> None:
        super().__init__(daemon=True)
        self._tree = tree
        self._ended = threading.Event()
        self._looks: list[tuple[float, float]] = []
        self.memory = self.cpu = 0.0

    def __enter__(self) -> Self:
        self._look()
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self.join()
        self._look()
        self.cpu = self._looks[-1][1] - self._looks[0][1]

    def run(self) -> None:
        """Called by the thread."""
        while not self._ended.wait(SAMPLE_S):
            self.memory = max(self.memory, self._tree.memory())
            self._look()

    def growth(self, seconds: float) -> float:
        """What the last quarter of so many seconds took against the first."""
        ends = self._looks[0][0] + seconds
        return (self._taken(ends) - self._taken(ends - seconds / 4)) / self._taken(ends - seconds * 3 / 4)

    def _taken(self, until: float) -> float:
        """Seconds of the processor up to a time, between two looks as if it had been taken evenly."""
        for (at, taken), (then, more) in itertools.pairwise(self._looks):
            if then >= until:
                share = (until - at) / (then - at)
                return taken + (more - taken) * share - self._looks[0][1]
        return self._looks[-1][1] - self._looks[0][1]

    def _look(self) -> None:
        self._looks.append((time.monotonic(), self._tree.cpu()))
