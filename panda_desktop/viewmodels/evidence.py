"""Evidence for a refund, written by one click.

Promise: what is offered is a job that may have been charged for nothing; the end is told with its place.
"""

from pathlib import Path

from PySide6.QtCore import Signal

from panda_desktop.domain.evidence import EvidenceWords, may_be_claimed
from panda_desktop.domain.jobs import Job
from panda_desktop.services.media.contract import EvidenceCommands
from panda_desktop.services.tasks import TaskSet
from panda_desktop.viewmodels.commanding import Commanding


class EvidenceModel(Commanding):
    """Writes bundles.

    Signals:
        written(str, object): the bundle of this job is at this `Path`.
    """

    written = Signal(str, object)

    def __init__(self, tasks: TaskSet, evidence: EvidenceCommands) -> None:
        """Writes nothing yet."""
        super().__init__(tasks)
        self._evidence = evidence

    def is_offered(self, job: Job) -> bool:
        """Whether a job may have been charged without giving all it was to give."""
        return may_be_claimed(job)

    def file_name(self, job: Job) -> str:
        """Returns a name for the bundle, ending in `.zip`."""
        return self._evidence.file_name(job)

    def write(self, job_id: str, target: Path, words: EvidenceWords) -> None:
        """Writes the bundle of a job to `target`, replacing it; ends in `written` or `failed`."""
        self._do(self._write(job_id, target, words), "write evidence")

    async def _write(self, job_id: str, target: Path, words: EvidenceWords) -> None:
        await self._evidence.write(job_id, target, words)
        self.written.emit(job_id, target)
