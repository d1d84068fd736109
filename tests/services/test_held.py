"""Paid requests outlive the program: what the next start, a second program and a person make of them."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError, Reached
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.domain.secret import ApiKey
from panda_desktop.storage.spool import Spools
from panda_desktop.storage.storage import Storage
from tests.gateway.scripted import Call, Play, Scripted, answer
from tests.services.holders import holders, no_holder_left, one_holder, until_none
from tests.services.test_jobs import CLIP, IMAGES, MP4, only, settled
from tests.services.world import ENVIRONMENT, World, world

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")

VIDEO = VideoRequest("wan-2.7-video", "a panda")
READY = json.dumps({"video_url": CLIP})


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 40))


class Remote:
    """A gateway that outlives the program and holds every paid request until the test lets go."""

    def __init__(self, then: Play | None = None) -> None:
        self.arrived, self.go_on = asyncio.Event(), asyncio.Event()
        self._then = then or answer(READY)
        routes = {
            "/dashboard/billing": answer('{"balance": 42.50, "currency": "usd"}'),
            "/models": answer('{"data": []}'),
        }
        self.server = Scripted([self._play], routes=routes)

    async def __aenter__(self) -> "Remote":
        await self.server.__aenter__()
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.server.__aexit__(*failure)

    async def _play(self, call: Call) -> None:
        self.arrived.set()
        await self.go_on.wait()
        await self._then(call)

    @property
    def environment(self) -> dict[str, str]:
        return ENVIRONMENT | {"PANDA_BASE_URL": self.server.url}

    def posts(self) -> int:
        return len(self.server.calls)


async def left_running(folder: Path, remote: Remote) -> None:
    """Runs the program until its request is held, and ends it."""
    async with world(folder, environment=remote.environment) as here:
        await here.jobs.make_video(VIDEO)
        await remote.arrived.wait()
        assert [job.state for job in here.jobs.held()] == [JobState.SUBMITTING]
    assert len(holders(folder)) == 1


def spools(folder: Path) -> tuple[str, ...]:
    return Spools(folder).left()


async def until_swept(folder: Path) -> None:
    async with asyncio.timeout(10):
        while spools(folder):
            await asyncio.sleep(0.02)


def test_v10_the_answer_of_a_closed_program_is_taken_up(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            await left_running(tmp_path, remote)
            remote.go_on.set()
            await asyncio.to_thread(until_none, tmp_path)
            async with world(tmp_path, environment=remote.environment) as here:
                await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
                (item,) = here.library.of_job(only(here, JobKind.VIDEO).id)
                assert here.library.path_of(item).read_bytes() == MP4
            assert (remote.posts(), spools(tmp_path)) == (1, ())

    run(main)


def test_v10_a_request_that_is_still_held_is_waited_for(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            await left_running(tmp_path, remote)
            async with world(tmp_path, environment=remote.environment) as here:
                before = only(here, JobKind.VIDEO)
                assert before.state is JobState.SUBMITTING and before.sent_at is not None
                assert here.jobs.held() == (before,)
                remote.go_on.set()
                await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
                assert only(here, JobKind.VIDEO).sent_at == before.sent_at
            assert remote.posts() == 1

    run(main)


def test_v08_v10_a_refusal_of_a_closed_program_is_taken_up(tmp_path: Path) -> None:
    async def main() -> None:
        refusal = answer('{"error":{"message":"no"}}', "400 X", x_request_id="r7")
        async with Remote(refusal) as remote:
            await left_running(tmp_path, remote)
            remote.go_on.set()
            await asyncio.to_thread(until_none, tmp_path)
            async with world(tmp_path, environment=remote.environment) as here:
                await here.until(settled(here, JobKind.VIDEO, JobState.REJECTED))
                job = only(here, JobKind.VIDEO)
                assert (job.error, job.request_id) == (ErrorKind.BAD_REQUEST, "r7")
                assert job.error_detail is not None and job.error_detail.message == "no"
            assert (remote.posts(), spools(tmp_path)) == (1, ())

    run(main)


def test_v08_v10_a_connection_lost_while_the_program_was_closed(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            await left_running(tmp_path, remote)
            remote.server.calls[0].reset()
            await asyncio.to_thread(until_none, tmp_path)
            async with world(tmp_path, environment=remote.environment) as here:
                await here.until(settled(here, JobKind.VIDEO, JobState.UNKNOWN))
                assert only(here, JobKind.VIDEO).error is ErrorKind.CONNECTION_LOST
            assert remote.posts() == 1

    run(main)


@pytest.mark.parametrize("program_runs", [True, False])
def test_v10_the_holder_is_killed(tmp_path: Path, program_runs: bool) -> None:
    async def main() -> None:
        async with Remote() as remote:
            if program_runs:
                async with world(tmp_path, environment=remote.environment) as here:
                    await here.jobs.make_video(VIDEO)
                    await remote.arrived.wait()
                    one_holder(tmp_path).kill()
                    await here.until(settled(here, JobKind.VIDEO, JobState.UNKNOWN))
            else:
                await left_running(tmp_path, remote)
                one_holder(tmp_path).kill()
                await asyncio.to_thread(until_none, tmp_path)
            async with world(tmp_path, environment=remote.environment) as here:
                await here.until(settled(here, JobKind.VIDEO, JobState.UNKNOWN))
                assert only(here, JobKind.VIDEO).error is ErrorKind.CRASHED
            assert (remote.posts(), spools(tmp_path)) == (1, ())

    run(main)


def test_v10_killed_before_the_request_was_handed_over(tmp_path: Path) -> None:
    async def main() -> None:
        now = datetime.now(UTC)
        storage = await Storage.open(tmp_path)
        job = Job("j", JobKind.VIDEO, VIDEO, JobState.SUBMITTING, now, base_url="http://127.0.0.1:1/v1")
        await storage.jobs.add(job)
        storage.spools.of("j").prepare()
        await storage.close()
        async with world(tmp_path, answer("{}")) as here:
            await here.until(lambda: only(here, JobKind.VIDEO).state is JobState.REJECTED)
            assert only(here, JobKind.VIDEO).error is ErrorKind.NOT_SENT
            assert here.server.calls == []
            await until_swept(tmp_path)

    run(main)


def test_v10_a_helper_that_cannot_start_sends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        monkeypatch.setattr("sys.executable", str(tmp_path / "gone"))
        async with world(tmp_path, answer(IMAGES)) as here:
            await here.jobs.make_images(ImageRequest("kolors", "x"))
            await here.until(settled(here, JobKind.IMAGE, JobState.REJECTED))
            assert only(here, JobKind.IMAGE).error is ErrorKind.NOT_SENT
            assert here.server.calls == []

    run(main)


def test_v27_a_held_request_keeps_the_key_it_began_with(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote, world(tmp_path, environment=remote.environment) as here:
            await here.jobs.make_video(VIDEO)
            await remote.arrived.wait()
            await here.connection.use_key(ApiKey("sk-another-0123456789"))
            remote.go_on.set()
            await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
            (call,) = remote.server.calls
            assert call.headers["authorization"] == f"Bearer {ENVIRONMENT['PANDA_API_KEY']}"

    run(main)


def test_v13_two_programs_over_one_folder(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote, world(tmp_path, environment=remote.environment) as one:
            await one.jobs.make_video(VIDEO)
            await remote.arrived.wait()
            async with world(tmp_path, environment=remote.environment) as two:
                assert only(two, JobKind.VIDEO).state is JobState.SUBMITTING
                remote.go_on.set()
                await asyncio.to_thread(until_none, tmp_path)
                await until_swept(tmp_path)
                stored = await one.storage.jobs.get(only(one, JobKind.VIDEO).id)
                assert stored is not None and stored.state is not JobState.UNKNOWN
            assert remote.posts() == 1

    run(main)


def test_v13_a_second_program_leaves_a_held_request_it_does_not_know_alone(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote, world(tmp_path, environment=remote.environment) as one:
            async with world(tmp_path, environment=remote.environment) as two:
                await one.jobs.make_video(VIDEO)
                await remote.arrived.wait()
                await two.jobs.start_up()  # its list is older than the job
                await two.tasks.close()
            assert len(holders(tmp_path)) == 1
            remote.go_on.set()
            await one.until(settled(one, JobKind.VIDEO, JobState.DONE))
            assert remote.posts() == 1

    run(main)


def test_v13_started_twice(tmp_path: Path) -> None:
    async def main() -> None:
        storage = await Storage.open(tmp_path)
        await storage.jobs.add(Job("j", JobKind.VIDEO, VIDEO, JobState.QUEUED, datetime.now(UTC)))
        await storage.close()
        async with (
            Remote() as remote,
            world(tmp_path, environment=remote.environment) as one,
            world(tmp_path, environment=remote.environment) as two,
        ):
            await asyncio.gather(one.jobs.start("j"), one.jobs.start("j"), two.jobs.start("j"))
            await remote.arrived.wait()
            remote.go_on.set()
            await asyncio.to_thread(until_none, tmp_path)
            await until_swept(tmp_path)
            assert remote.posts() == 1

    run(main)


@pytest.mark.parametrize("restarted", [False, True])
def test_v24_stop_ends_what_holds_the_request(tmp_path: Path, restarted: bool) -> None:
    async def stop(here: World) -> None:
        await here.jobs.end_held()
        assert only(here, JobKind.VIDEO).state is JobState.ABANDONED
        assert here.jobs.held() == ()

    async def main() -> None:
        async with Remote() as remote:
            async with world(tmp_path, environment=remote.environment) as here:
                await here.jobs.make_video(VIDEO)
                await remote.arrived.wait()
                if not restarted:
                    await stop(here)
            if restarted:
                async with world(tmp_path, environment=remote.environment) as here:
                    await stop(here)
            await asyncio.to_thread(until_none, tmp_path)
            assert (remote.posts(), spools(tmp_path)) == (1, ())

    run(main)


def test_v24_an_answer_that_came_as_the_person_stopped_is_kept(tmp_path: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            await left_running(tmp_path, remote)
            remote.go_on.set()
            await asyncio.to_thread(until_none, tmp_path)
            async with world(tmp_path, environment=remote.environment) as here:
                # Before the loop has had a turn to take it up.
                job = only(here, JobKind.VIDEO)
                await here.jobs.abandon(job.id)
                assert only(here, JobKind.VIDEO).state is JobState.ABANDONED
                await here.jobs.look_again(job.id)
                await here.until(lambda: only(here, JobKind.VIDEO).state is JobState.DONE)
            assert remote.posts() == 1

    run(main)


@pytest.mark.parametrize("state", [JobState.ANSWERED, JobState.UNKNOWN])
def test_v10_what_a_kill_left_in_the_spool_is_swept_and_never_lost(tmp_path: Path, state: JobState) -> None:
    async def main() -> None:
        now = datetime.now(UTC)
        raw = RawAnswer(200, {}, READY.encode(), now)
        storage = await Storage.open(tmp_path)
        job = Job("j", JobKind.VIDEO, VIDEO, state, now, base_url="http://127.0.0.1:1/v1", sent_at=now)
        await storage.jobs.add(job)
        if state is JobState.ANSWERED:
            assert await storage.jobs.store_answer(state, job, raw)
        spool = storage.spools.of("j")
        spool.prepare()
        spool.begin()
        spool.keep_answer(raw)
        storage.spools.of("of-no-job").prepare()  # never sent: nothing of it is lost
        await storage.close()
        async with world(tmp_path) as here:
            await until_swept(tmp_path)
            if state is JobState.UNKNOWN:
                assert only(here, JobKind.VIDEO).state is JobState.UNKNOWN
                await here.jobs.look_again("j")
            await here.until(lambda: only(here, JobKind.VIDEO).state is JobState.DONE)
            assert here.server.calls == []

    run(main)


def test_v10_an_answer_of_a_past_demo_is_kept_and_not_fetched(tmp_path: Path) -> None:
    async def main() -> None:
        now = datetime.now(UTC)
        storage = await Storage.open(tmp_path)
        job = Job("j", JobKind.VIDEO, VIDEO, JobState.SUBMITTING, now, sent_at=now)
        await storage.jobs.add(replace(job, base_url="http://127.0.0.1:1/v1", is_demo=True))
        spool = storage.spools.of("j")
        spool.prepare()
        spool.begin()
        spool.keep_answer(RawAnswer(200, {}, READY.encode(), now))
        await storage.close()
        async with world(tmp_path) as here:
            await here.until(lambda: only(here, JobKind.VIDEO).state is JobState.REVIEW)
            assert only(here, JobKind.VIDEO).error is ErrorKind.LINK_EXPIRED
            assert await here.jobs.raw_answer("j") is not None

    run(main)


def test_d04_an_answer_that_cannot_be_stored_stays_in_the_spool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> bool:
        raise PandaError(ErrorKind.DISK_FULL, reached=Reached.ANSWERED)

    async def main() -> None:
        async with Remote() as remote:
            async with world(tmp_path, environment=remote.environment) as here:
                await here.jobs.make_video(VIDEO)
                await remote.arrived.wait()
                with monkeypatch.context() as patch:
                    patch.setattr(here.storage.jobs, "store_answer", full)
                    remote.go_on.set()
                    async with asyncio.timeout(10):
                        while not here.problems:
                            await asyncio.sleep(0.02)
                assert only(here, JobKind.VIDEO).state is JobState.SUBMITTING
                assert len(spools(tmp_path)) == 1
            async with world(tmp_path, environment=remote.environment) as here:
                await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
            assert (remote.posts(), spools(tmp_path)) == (1, ())

    run(main)
