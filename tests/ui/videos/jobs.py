"""Jobs of the videos tab in every state."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from panda_desktop.domain.jobs import Job, JobKind, JobState, VideoRequest
from tests.ui.doubles import Stage

MODEL = "wan-2.7-video"


def video_job(
    stage: Stage, state: JobState, prompt: str = "A panda rolls down a hill", ago: float = 60, **values: Any
) -> Job:
    """Puts a job into the world, sent `ago` seconds ago."""
    now = datetime.now(UTC)
    request = values.pop("request", VideoRequest(MODEL, prompt))
    seq = len(stage.jobs_service.all) + 1
    sent = None if state is JobState.QUEUED else now - timedelta(seconds=ago)
    given: dict[str, Any] = {"sent_at": sent, **values}
    if not state.is_running:
        given.setdefault("finished_at", now)
    return stage.jobs_service.put(Job(f"job-{seq}", JobKind.VIDEO, request, state, now, seq=seq, **given))


def done_job(stage: Stage, prompt: str = "A panda") -> Job:
    """Puts a finished job into the world; its video is put there by the caller."""
    return video_job(
        stage,
        JobState.DONE,
        prompt,
        ago=125,
        arrived=1,
        balance_before=Decimal("42.88"),
        balance_after=Decimal("42.50"),
    )
