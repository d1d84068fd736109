"""Videos that are answered with an id and asked for later, in three dialects.

Promise: a job only moves forward: queued, processing, then completed or failed.
"""

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, Final

_KEPT: Final = 1_000
# what each dialect calls the four states
_WORDS: Final = {
    "id": {},
    "task": {"queued": "SUBMITTED", "processing": "RUNNING", "completed": "SUCCEEDED", "failed": "FAILED"},
    "link": {"queued": "Pending", "processing": "in_progress", "completed": "Done", "failed": "Error"},
}


@dataclass(slots=True)
class VideoJob:
    """One job.

    Attributes:
        id: `video_` and hex digits.
        model: that makes it.
        prompt: what was asked for.
        dialect: how it is shown: `id`, `task` or `link`.
        poll_url: where it is asked for; shown by the dialect `link`.
        status: queued, processing, completed or failed.
        url: of the clip once completed.
        error: why it failed.
        created_at: seconds since 1970.
    """

    id: str
    model: str
    prompt: str
    dialect: str = "id"
    poll_url: str = ""
    status: str = "queued"
    url: str | None = None
    error: str | None = None
    created_at: int = field(default_factory=lambda: int(time.time()))

    @property
    def is_running(self) -> bool:
        """It is neither completed nor failed."""
        return self.status in ("queued", "processing")

    def as_json(self) -> dict[str, Any]:
        """Returns the job as its dialect shows it."""
        word = _WORDS[self.dialect].get(self.status, self.status)
        error = None
        if self.error is not None:
            error = {"message": self.error, "type": "upstream_error", "code": "generation_failed"}
        if self.dialect == "task":
            output = {"task_id": self.id, "task_status": word}
            if self.url is not None:
                output["video_url"] = self.url
            if self.error is not None:
                output["message"] = self.error
            return {"request_id": self.id, "output": output}
        shown: dict[str, Any] = {
            "id": self.id,
            "object": "video",
            "model": self.model,
            "status": word,
            "created_at": self.created_at,
        }
        if self.dialect == "link" and self.is_running:
            shown["polling_url"] = self.poll_url
        if self.url is not None:
            shown["video"] = {"url": self.url, "content_type": "video/mp4"}
            shown["video_url"] = self.url
        if error is not None:
            shown["error"] = error
        return shown


class VideoJobs:
    """The jobs of this run and the tasks that work on them."""

    def __init__(self) -> None:
        """Starts without a job."""
        self._jobs: dict[str, VideoJob] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, job: VideoJob, work: Coroutine[Any, Any, None]) -> None:
        """Adds a job and lets `work` move it forward; forgets the oldest finished one when there are many."""
        if len(self._jobs) >= _KEPT:
            oldest = next((known.id for known in self._jobs.values() if not known.is_running), None)
            self._jobs.pop(oldest or job.id, None)
        self._jobs[job.id] = job
        task = asyncio.create_task(work, name=f"video {job.id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def get(self, job_id: str) -> VideoJob | None:
        """Returns a job, or None."""
        return self._jobs.get(job_id)

    def cancel_all(self) -> None:
        """Forgets every job and ends the work on it."""
        for task in tuple(self._tasks):
            task.cancel()
        self._jobs.clear()
