"""Waiting for a job's answer: it ends when somebody stops it, whatever else happens at that moment."""

import asyncio
from datetime import UTC, datetime
from typing import Any, cast

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.gateway.client import Gateway
from panda_desktop.services.media.polling import Polling

JOB = Job("j", JobKind.VIDEO, VideoRequest("m", "x"), JobState.POLLING, datetime.now(UTC), remote_id="v1")


class _Silent:
    """A gateway that is never reached; counts the questions."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def poll(self, remote_id: str, poll_url: str) -> RawAnswer:
        self.asked.set()
        raise PandaError(ErrorKind.CANNOT_CONNECT, reached=Reached.NOTHING_SENT)


async def test_v24_u08_stopping_is_not_lost_when_the_network_comes_back_at_that_moment() -> None:
    """Python 3.11's `wait_for` would swallow it: the program could never end, and “Stop waiting” hung."""
    gateway = _Silent()
    polling = Polling(cast(Gateway, cast(Any, gateway)), "https://gateway.example/v1", first_pause_s=60.0)
    task = asyncio.ensure_future(polling.final_answer(JOB))
    await gateway.asked.wait()
    await asyncio.sleep(0)  # it waits now
    polling.wake()
    task.cancel()
    _, pending = await asyncio.wait((task,), timeout=5)
    assert not pending and task.cancelled()
