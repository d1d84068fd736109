"""Paid requests: one POST each, every result on disk."""

import asyncio
import base64
import json
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState, RawAnswer, VideoRequest
from panda_desktop.storage.storage import Storage
from tests.gateway.scripted import Call, answer, reset
from tests.services.world import World, world

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
MP4 = b"\0\0\0\x18ftypisom" + b"\0" * 100
IMAGES = json.dumps({"data": [{"b64_json": base64.b64encode(PNG).decode(), "revised_prompt": "nicer"}]})
CLIP = f"data:video/mp4;base64,{base64.b64encode(MP4).decode()}"
VIDEO = VideoRequest("wan-2.7-video", "a panda")


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 30))


def only(here: World, kind: JobKind) -> Job:
    (job,) = here.jobs.jobs(kind)
    return job


def settled(here: World, kind: JobKind, state: JobState) -> Callable[[], bool]:
    return lambda: any(job.state is state and job.balance_after is not None for job in here.jobs.jobs(kind))


def posts(here: World) -> int:
    return sum(call.method == "POST" for call in here.server.calls)


def test_images_end_on_disk(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, answer(IMAGES)) as here:
            await here.jobs.make_images(ImageRequest("kolors", "a panda", 2, "64x64"))
            await here.until(settled(here, JobKind.IMAGE, JobState.DONE))
            job = only(here, JobKind.IMAGE)
            assert (job.arrived, job.expected, posts(here)) == (1, 2, 1)
            (item,) = here.library.of_job(job.id)
            assert here.library.path_of(item).read_bytes() == PNG
            assert (item.revised_prompt, item.mime, item.prompt) == ("nicer", "image/png", "a panda")
            body = json.loads(here.server.calls[0].body)
            assert body == {"model": "kolors", "prompt": "a panda", "n": 2, "size": "64x64"}
            await here.library.trash((item.id,))
            assert here.library.items() == ()
            await here.library.restore((item.id,))
            assert len(here.library.items()) == 1

    run(main)


@pytest.mark.parametrize(
    ("play", "state", "error"),
    [
        (reset, JobState.UNKNOWN, ErrorKind.CONNECTION_LOST),
        (answer("{}", "524 X"), JobState.UNKNOWN, ErrorKind.GATEWAY_TIMEOUT),
        (answer('{"error":{"message":"no"}}', "400 X"), JobState.REJECTED, ErrorKind.BAD_REQUEST),
        (answer('{"choices":[{"message":{"content":"No."}}]}'), JobState.REVIEW, ErrorKind.NO_RESULT),
        (answer('{"status":"failed","error":"broken"}'), JobState.FAILED, ErrorKind.JOB_FAILED),
    ],
)
def test_v05_v08_v17_ends_without_a_video(
    tmp_path: Path, play: Any, state: JobState, error: ErrorKind
) -> None:
    async def main() -> None:
        async with world(tmp_path, play) as here:
            await here.jobs.make_video(VIDEO)
            await here.until(settled(here, JobKind.VIDEO, state))
            job = only(here, JobKind.VIDEO)
            assert (job.error, posts(here)) == (error, 1)
            if state is JobState.UNKNOWN:
                with pytest.raises(PandaError) as caught:
                    await here.jobs.look_again(job.id)
                assert (caught.value.kind, posts(here)) == (ErrorKind.NO_RESULT, 1)
            if state is JobState.REVIEW:
                kept = await here.jobs.raw_answer(job.id)
                assert kept is not None and b"No." in kept.body

    run(main)


def test_v03_v15_a_polled_video(tmp_path: Path) -> None:
    async def main() -> None:
        plays = (
            answer('{"id":"v1","status":"queued"}', "202 X"),
            answer("", "500 X"),
            answer("", "500 X"),
            answer("", "500 X"),
            answer('{"id":"v1","status":"RUNNING"}'),
            answer(json.dumps({"id": "v1", "status": "SUCCEEDED", "video_url": CLIP})),
        )
        async with world(tmp_path, *plays) as here:
            await here.jobs.make_video(VIDEO)
            await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
            job = only(here, JobKind.VIDEO)
            assert (job.remote_id, posts(here)) == ("v1", 1)
            (item,) = here.library.of_job(job.id)
            assert here.library.path_of(item).read_bytes() == MP4

    run(main)


def test_v24_abandoned(tmp_path: Path) -> None:
    async def main() -> None:
        arrived, hold = asyncio.Event(), asyncio.Event()

        async def held(call: Call) -> None:
            arrived.set()
            await hold.wait()

        async with world(tmp_path, held) as here:
            made = await here.jobs.make_video(VIDEO)
            await arrived.wait()
            assert only(here, JobKind.VIDEO).state is JobState.SUBMITTING
            await here.jobs.abandon(made.id)
            assert (only(here, JobKind.VIDEO).state, posts(here)) == (JobState.ABANDONED, 1)
            await here.jobs.remove(made.id)
            assert here.jobs.jobs(JobKind.VIDEO) == ()
            hold.set()

    run(main)


def test_v10_a_gateway_that_ends_too_leaves_it_unknown_and_sends_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        arrived, hold = asyncio.Event(), asyncio.Event()

        async def held(call: Call) -> None:
            arrived.set()
            await hold.wait()

        async with world(tmp_path, held) as here:
            await here.jobs.make_video(VIDEO)
            await arrived.wait()
            await here.tasks.close()
            assert only(here, JobKind.VIDEO).state is JobState.SUBMITTING
        hold.set()
        async with world(tmp_path) as here:
            await here.until(lambda: only(here, JobKind.VIDEO).state is JobState.UNKNOWN)
            assert posts(here) == 0

    run(main)


@pytest.mark.parametrize(
    "state", [JobState.SUBMITTING, JobState.ANSWERED, JobState.DOWNLOADING, JobState.QUEUED]
)
def test_v10_what_the_next_start_does(tmp_path: Path, state: JobState) -> None:
    async def main() -> None:
        now = datetime.now(UTC)
        storage = await Storage.open(tmp_path)
        job = Job(
            "j", JobKind.IMAGE, ImageRequest("kolors", "x"), state, now, base_url="http://127.0.0.1:1/v1"
        )
        await storage.jobs.add(job)
        if state not in (JobState.SUBMITTING, JobState.QUEUED):
            raw = RawAnswer(200, {}, IMAGES.encode(), now)
            assert await storage.jobs.store_answer(state, job, raw)
        await storage.close()
        async with world(tmp_path, answer(IMAGES)) as here:
            if state is JobState.SUBMITTING:
                assert only(here, JobKind.IMAGE).state is JobState.UNKNOWN
            elif state is JobState.QUEUED:
                assert (only(here, JobKind.IMAGE).state, posts(here)) == (JobState.QUEUED, 0)
                await here.jobs.start("j")
                await here.until(settled(here, JobKind.IMAGE, JobState.DONE))
                assert posts(here) == 1
                return
            else:
                await here.until(lambda: only(here, JobKind.IMAGE).state is JobState.DONE)
                # Another gateway is in use by now: its balance says nothing about this job.
                assert only(here, JobKind.IMAGE).balance_after is None
            assert posts(here) == 0

    run(main)


def test_a_polled_job_waits_for_its_own_gateway(tmp_path: Path) -> None:
    async def main() -> None:
        now = datetime.now(UTC)
        storage = await Storage.open(tmp_path)
        request = VideoRequest("wan-2.7-video", "x")
        await storage.jobs.add(
            Job(
                "j",
                JobKind.VIDEO,
                request,
                JobState.POLLING,
                now,
                base_url="http://[::1]:1/v1",
                remote_id="r",
            )
        )
        await storage.close()
        async with world(tmp_path, answer('{"id": "r", "status": "queued"}')) as here:
            await here.account.settled()
            assert only(here, JobKind.VIDEO).state is JobState.POLLING
            assert not [call for call in here.server.calls if "/videos/" in call.path]

    run(main)


@pytest.mark.parametrize("number", [0, 11])
def test_what_is_out_of_range_is_not_a_job(tmp_path: Path, number: int) -> None:
    async def main() -> None:
        async with world(tmp_path) as here:
            with pytest.raises(PandaError) as caught:
                await here.jobs.make_images(ImageRequest("kolors", "x", number))
            assert (caught.value.detail.param, here.jobs.jobs(JobKind.IMAGE)) == ("n", ())

    run(main)
