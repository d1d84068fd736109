"""What has ended while a person may be looking elsewhere: jobs and long answers.

Promise: each end is told once, in the run it happened in; what the last run left is told only when its state
changes now.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.changes import JobChanged, MessageAdded, MessageGrew, ReplyFinished
from panda_desktop.domain.chat import Message, MessageState, Role
from panda_desktop.domain.jobs import Job, JobKind, JobState
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import JobCommands

LONG_ANSWER_S: Final = 10.0
"""An answer that took this long is worth being told: nobody looks away from a shorter one."""
# The person did these, or decides about them in the window.
_OWN_DOING: Final = (JobState.ABANDONED, JobState.QUEUED)


class Endings(QObject):
    """Observable ends.

    Signals:
        job_ended(object): a `Job` is no longer running: its result is here, or there is something to know.
        answer_ended(object): a `Message`: an answer that took longer than `LONG_ANSWER_S` has come, or has
            failed.
    """

    job_ended = Signal(object)
    answer_ended = Signal(object)

    def __init__(self, bus: Bus, jobs: JobCommands, *, now: Callable[[], float] = time.monotonic) -> None:
        """Listens from now on; `now` is a monotonic clock in seconds."""
        super().__init__()
        self._now = now
        self._running = {job.id for kind in JobKind for job in jobs.jobs(kind) if job.state.is_running}
        self._begun: dict[str, float] = {}
        bus.subscribe(JobChanged, lambda change: self._heard_job(change.job))
        bus.subscribe(MessageAdded, lambda change: self._heard_answer(change.message))
        bus.subscribe(MessageGrew, lambda change: self._heard_answer(change.message))
        bus.subscribe(ReplyFinished, lambda change: self._heard_end(change.message))

    def _heard_job(self, job: Job) -> None:
        if job.state.is_running:
            self._running.add(job.id)
        elif job.id in self._running:
            self._running.discard(job.id)
            if job.state not in _OWN_DOING:
                self.job_ended.emit(job)

    def _heard_answer(self, message: Message) -> None:
        if message.role is Role.ASSISTANT and not message.state.is_final:
            self._begun.setdefault(message.id, self._now())

    def _heard_end(self, message: Message) -> None:
        begun = self._begun.pop(message.id, None)
        if begun is None or message.state is MessageState.STOPPED:
            return
        if self._now() - begun >= LONG_ANSWER_S:
            self.answer_ended.emit(message)
