"""What was asked for before, to be used again.

Promise: each prompt is there once, the latest first, however often it was sent.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from panda_desktop.domain.changes import JobChanged, JobRemoved
from panda_desktop.domain.folding import folded
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, VideoRequest
from panda_desktop.services.bus import Bus
from panda_desktop.services.contract import JobCommands

MOST: Final = 500


@dataclass(frozen=True, slots=True)
class PastPrompt:
    """A prompt that was sent.

    Attributes:
        prompt: the words.
        last: the request it was last sent with: model, size and the rest to be used again.
        used_at: aware UTC of the last time.
        count: how often it was sent.
    """

    prompt: str
    last: ImageRequest | VideoRequest
    used_at: datetime
    count: int


class PromptHistory(QObject):
    """The prompts of the jobs of one kind, latest first, at most 500.

    Signals:
        changed: `prompts` differ.
    """

    changed = Signal()

    def __init__(self, bus: Bus, kind: JobKind, jobs: JobCommands) -> None:
        """Reads the jobs when it is first asked."""
        super().__init__()
        self._kind = kind
        self._jobs = jobs
        self._prompts: tuple[PastPrompt, ...] | None = None
        bus.subscribe(JobChanged, self._heard)
        bus.subscribe(JobRemoved, lambda _change: self._forget())

    @property
    def prompts(self) -> tuple[PastPrompt, ...]:
        """All prompts."""
        if self._prompts is None:
            self._prompts = _distinct(self._jobs.jobs(self._kind))
        return self._prompts

    def matching(self, text: str) -> tuple[PastPrompt, ...]:
        """Returns the prompts that contain every word that was typed, whatever the case and diacritics."""
        wanted = [term for word in text.split() if (term := folded(word).strip())]
        if not wanted:
            return self.prompts
        texts = ((each, folded(each.prompt)) for each in self.prompts)
        return tuple(each for each, whole in texts if all(term in whole for term in wanted))

    def _heard(self, change: JobChanged) -> None:
        # A job becomes history when it is sent; what follows changes nothing of its prompt.
        if change.job.kind is self._kind and change.job.state is JobState.SUBMITTING:
            self._forget()

    def _forget(self) -> None:
        self._prompts = None
        self.changed.emit()


def _distinct(jobs: tuple[Job, ...]) -> tuple[PastPrompt, ...]:
    last: dict[str, Job] = {}
    counts: dict[str, int] = {}
    for job in jobs:
        prompt = job.request.prompt
        if job.state is JobState.QUEUED:
            continue
        last.setdefault(prompt, job)
        counts[prompt] = counts.get(prompt, 0) + 1
    latest = list(last.items())[:MOST]
    return tuple(
        PastPrompt(prompt, job.request, job.sent_at or job.created_at, counts[prompt])
        for prompt, job in latest
    )
