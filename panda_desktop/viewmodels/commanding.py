"""What every view-model with commands shares: work is started, named, and its failure is told.

Promise: a command returns at once; an expected failure reaches `failed`, and nothing is reported twice.
"""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from panda_desktop.services.tasks import TaskSet


class Commanding(QObject):
    """Starts the work of commands.

    Signals:
        failed(object): a `PandaError`: a command of this view-model did not do what was wanted.
    """

    failed = Signal(object)

    def __init__(self, tasks: TaskSet) -> None:
        """`tasks` owns the work."""
        super().__init__()
        self._tasks = tasks

    def _do(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Starts the work; its failure is told by `failed`."""
        self._tasks.spawn(work, name=name, failed=self.failed.emit, brief=True)
