"""Jobs while something else happens: one worker a job, and nothing is said of a job that is gone."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.changes import JobChanged
from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.ids import new_id
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer
from panda_desktop.services.media.polling import Polling
from tests.gateway.scripted import Call, answer, reset
from tests.services.chats import quiet
from tests.services.holders import no_holder_left
from tests.services.slow import slow
from tests.services.test_jobs import CLIP, IMAGES, PNG, VIDEO, only, run
from tests.services.world import World, world

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")

IMAGE = ImageRequest("kolors", "a panda")
NOTHING = answer('{"choices":[{"message":{"content":"No."}}]}')


def held_balance(here: World) -> tuple[asyncio.Event, asyncio.Event]:
    """Lets the next reading of the balance wait: returns what tells that it has begun, and what ends it."""
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def play(call: Call) -> None:
        asked.set()
        await go_on.wait()
        await answer('{"balance": 41, "currency": "usd"}')(call)

    here.server.routes["/dashboard/billing"] = play
    return asked, go_on


def test_looking_again_twice_at_once_looks_once(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, NOTHING) as here:
            await here.jobs.make_video(VIDEO)
            await here.until(lambda: only(here, JobKind.VIDEO).state is JobState.REVIEW)
            await quiet(here)
            job = only(here, JobKind.VIDEO)
            before = len(here.bus.heard)
            await asyncio.gather(here.jobs.look_again(job.id), here.jobs.look_again(job.id))
            await quiet(here)
            told = [each.job.state for each in here.bus.heard[before:] if isinstance(each, JobChanged)]
            assert told.count(JobState.ANSWERED) == 1
            assert only(here, JobKind.VIDEO).state is JobState.REVIEW and here.problems == []

    run(main)


def test_a_result_is_downloaded_once_when_the_network_comes_back_at_that_moment(tmp_path: Path) -> None:
    """Two downloads of one result would write into the same file."""

    async def main() -> None:
        fetched: list[str] = []

        async def play(call: Call) -> None:
            if call.method == "POST":
                url = f"{here.server.url}/one.png"
                await answer(json.dumps({"data": [{"url": url}]}))(call)
                return
            fetched.append(call.path)
            if len(fetched) == 1:
                await answer("gone", "404 X")(call)
            else:
                await asyncio.sleep(0.05)
                await answer(PNG, content_type="image/png")(call)

        async with world(tmp_path, play) as here:
            await here.jobs.make_images(IMAGE)
            await here.until(lambda: only(here, JobKind.IMAGE).state is JobState.EXPIRED)
            await quiet(here)
            job = only(here, JobKind.IMAGE)
            here.connection.saw(PandaError(ErrorKind.CANNOT_CONNECT))

            def back(change: JobChanged) -> None:
                if change.job.state is JobState.DOWNLOADING:
                    here.connection.saw(None)

            here.bus.subscribe(JobChanged, back)
            await here.jobs.look_again(job.id)
            await here.until(lambda: only(here, JobKind.IMAGE).state is JobState.DONE)
            await quiet(here)
            assert len(fetched) == 2 and here.problems == []
            (item,) = here.library.of_job(job.id)
            assert here.library.path_of(item).read_bytes() == PNG

    run(main)


def test_a_job_removed_while_the_balance_is_read_is_gone_without_a_word(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, answer(IMAGES)) as here:
            asked, go_on = held_balance(here)
            await here.jobs.make_images(IMAGE)
            await asked.wait()
            job = only(here, JobKind.IMAGE)
            await here.jobs.remove(job.id)
            go_on.set()
            await quiet(here)
            assert here.jobs.jobs(JobKind.IMAGE) == () and here.problems == []
            stored = await here.storage.jobs.get(job.id)
            # What it cost is known all the same.
            assert stored is not None and stored.balance_after is not None
            (item,) = here.library.items()
            assert here.library.path_of(item).read_bytes() == PNG

    run(main)


def test_a_job_removed_while_its_cost_is_noted_does_not_come_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, answer(IMAGES)) as here:
            asked, go_on = held_balance(here)
            await here.jobs.make_images(IMAGE)
            await asked.wait()
            job = only(here, JobKind.IMAGE)
            with slow(here.storage.jobs, "move") as disk:
                go_on.set()
                await disk.reached.wait()
                await here.jobs.remove(job.id)
                disk.go.set()
                await quiet(here)
            assert here.jobs.jobs(JobKind.IMAGE) == () and here.problems == []
            stored = await here.storage.jobs.get(job.id)
            assert stored is not None and stored.balance_after is not None

    run(main)


def test_h37_a_network_that_comes_back_during_a_question_is_made_use_of(tmp_path: Path) -> None:
    """The question that hangs is lost, and the next one must not wait for its turn."""

    class Lost:
        """A gateway whose first answer is lost after the network has come back."""

        def __init__(self) -> None:
            self.asked = 0

        async def poll(self, remote_id: str, poll_url: str) -> RawAnswer:
            self.asked += 1
            if self.asked == 1:
                polling.wake()
                raise PandaError(ErrorKind.CONNECTION_LOST, reached=Reached.MAYBE_SENT)
            body = json.dumps({"video_url": CLIP}).encode()
            return RawAnswer(200, {}, body, job.created_at)

    lost: Any = Lost()
    job = Job(new_id(), JobKind.VIDEO, VIDEO, JobState.POLLING, datetime.now(UTC), remote_id="v1")
    polling = Polling(lost, "http://127.0.0.1:1/v1", first_pause_s=20.0)

    async def main() -> None:
        async with asyncio.timeout(2):
            await polling.final_answer(job)
        assert lost.asked == 2

    run(main)


def test_a_job_given_up_while_the_balance_is_read_keeps_what_it_cost(tmp_path: Path) -> None:
    """It is the evidence for a refund."""

    async def main() -> None:
        async with world(tmp_path, reset) as here:
            asked, go_on = held_balance(here)
            await here.jobs.make_images(IMAGE)
            await asked.wait()
            job = only(here, JobKind.IMAGE)
            assert job.state is JobState.UNKNOWN
            giving_up = asyncio.ensure_future(here.jobs.abandon(job.id))
            await here.until(lambda: only(here, JobKind.IMAGE).state is JobState.ABANDONED)
            await giving_up
            go_on.set()
            await quiet(here)
            job = only(here, JobKind.IMAGE)
            assert job.state is JobState.ABANDONED and job.balance_after is not None

    run(main)
