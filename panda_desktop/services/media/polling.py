"""Asks the gateway for the result of a job it gave an id for.

Promise: GETs only, which are free; an HTTP error while asking never means that the job failed.
"""

import asyncio
import random
import time
from typing import Final

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import Job, RawAnswer
from panda_desktop.gateway.client import Gateway
from panda_desktop.gateway.failures import retry_after
from panda_desktop.gateway.results import VideoNotFound, VideoPending, read_video, status_of

FIRST_PAUSE_S: Final = 4.5
"""With the tenth that chance adds still under 5 s, within which a network that is back is made use of."""
LONGEST_PAUSE_S: Final = 30.0
GROWTH: Final = 1.3
GIVE_UP_AFTER_S: Final = 24 * 3600.0
LASTING: Final = frozenset({ErrorKind.KEY_REFUSED, ErrorKind.REDIRECTED})
"""What the next question would be answered with too, until a person does something about it."""
LASTING_TIMES: Final = 5
"""In a row: once or twice it is trouble that passes, such as a gateway that is being restarted."""
GLANCE_S: Final = 2.0
"""How often it is looked whether the computer has slept."""
_FINAL: Final = frozenset({ErrorKind.NO_KEY, ErrorKind.BLOCKED_ADDRESS, ErrorKind.ANSWER_TOO_BIG})


class Polling:
    """Waits for one job's final answer."""

    def __init__(self, gateway: Gateway, base_url: str, *, first_pause_s: float = FIRST_PAUSE_S) -> None:
        """`base_url` resolves relative addresses of the answer."""
        self._gateway = gateway
        self._base_url = base_url
        self._first_pause_s = first_pause_s
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Asks at once: the computer woke up, or the network came back."""
        self._wake.set()

    async def final_answer(self, job: Job) -> tuple[RawAnswer, str]:
        """Returns the first answer that is not "still working", and the last status word.

        Raises:
            PandaError: `TOOK_TOO_LONG` after 24 hours of this run; `NO_KEY`: the key was removed;
                `BLOCKED_ADDRESS`: there is no other place to ask than one that is not touched;
                `ANSWER_TOO_BIG`: it would be as big the next time; `KEY_REFUSED`, `REDIRECTED`: five times in
                a row, for no other key is taken and no redirect is followed without a person.
        """
        refused = 0
        began = time.monotonic()
        pause = self._first_pause_s
        word = job.status_word
        while time.monotonic() - began < GIVE_UP_AFTER_S:
            asked: float | None = None
            self._wake.clear()  # not after the question: who wakes it meanwhile wants another one
            try:
                answer = await self._gateway.poll(job.remote_id, job.poll_url)
                outcome = read_video(answer, self._base_url)
                said, is_final = status_of(answer)
                # A page of whatever stands before the gateway, or "still working" without an id.
                says_nothing = isinstance(outcome, VideoNotFound) and not is_final
                if not isinstance(outcome, VideoPending) and not says_nothing:
                    return answer, word
                word, refused = said or word, 0
                asked = retry_after(answer.headers)
            except PandaError as error:
                refused = refused + 1 if error.kind in LASTING else 0
                if error.kind in _FINAL or refused == LASTING_TIMES:
                    raise
                asked = error.detail.retry_after
                if error.reached is Reached.NOTHING_SENT:
                    pause = self._first_pause_s  # without a network: asked as soon as it is back
            await self._sleep(asked if asked is not None else pause * random.uniform(0.9, 1.1))
            pause = min(pause * GROWTH, LONGEST_PAUSE_S)
        raise PandaError(ErrorKind.TOOK_TOO_LONG)

    async def _sleep(self, seconds: float) -> None:
        """Waits until it is time, somebody wakes it, or the computer has slept meanwhile."""
        ends = time.monotonic() + min(max(seconds, 0.05), 300.0)
        while (left := ends - time.monotonic()) > 0:
            shown = time.time()
            try:
                # Not `wait_for`: it lets nobody cancel what is woken at the same moment (Python 3.11).
                async with asyncio.timeout(min(left, GLANCE_S)):
                    await self._wake.wait()
                return
            except TimeoutError:
                # The clock this waits by stands still while the computer sleeps, the one on the wall goes on.
                if time.time() - shown > 3 * GLANCE_S:
                    return
