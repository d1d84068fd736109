"""How long a model usually takes, and the states of a job with their times."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from panda_desktop.domain.changes import JobChanged
from panda_desktop.domain.jobs import ImageRequest, JobState, UsualTime, VideoRequest
from panda_desktop.services.media.history import JobTimes
from tests.services.media.rig import NOW, Rig, rig, run


async def done(here: Rig, model: str, seconds: float, *, polled: bool = False, hidden: bool = False) -> None:
    """A finished job; the file of a held one was fetched an hour after its answer."""
    end = NOW + timedelta(seconds=seconds)
    ends = (
        {"remote_id": "v1", "answered_at": NOW, "finished_at": end}
        if polled
        else {"answered_at": end, "finished_at": end + timedelta(hours=1)}
    )
    job = await here.job(VideoRequest(model, "x"), sent_at=NOW, **ends)
    if hidden:
        await here.storage.jobs.hide(job.id)


def test_usual_time_comes_from_the_database_and_goes_on(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            for seconds in (10, 20, 30):
                await done(here, "wan", seconds)
            await done(here, "wan", 40, polled=True)
            await done(here, "wan", 500, hidden=True)
            await here.job(VideoRequest("wan", "x"), JobState.FAILED, sent_at=NOW, answered_at=NOW)
            await here.job(
                VideoRequest("wan", "x"), sent_at=NOW, answered_at=NOW - timedelta(days=400)
            )  # V12: the clock went back
            times = JobTimes(here.bus, here.storage.jobs)
            await times.start()
            assert times.usual_time("wan") == UsualTime(30, 20, 40, 5)
            assert times.usual_time("kolors") is None
            job = await here.job(ImageRequest("kolors", "x"), sent_at=NOW)
            job = replace(job, answered_at=NOW + timedelta(seconds=7))
            here.bus.publish(JobChanged(job))
            here.bus.publish(JobChanged(replace(job, cost_is_shared=True)))
            assert times.usual_time("kolors") == UsualTime(7, 7, 7, 1)

    run(main)


def test_v17_each_state_is_noted_with_its_time(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            store = here.storage.jobs
            job = await here.job(ImageRequest("kolors", "x"), JobState.QUEUED)
            sent = replace(job, state=JobState.SUBMITTING)
            assert await store.move(JobState.QUEUED, sent)
            assert not await store.move(JobState.QUEUED, sent)  # overtaken: no second note
            assert await store.move(JobState.SUBMITTING, replace(sent, request_id="r"))  # same state
            await here.answered(sent, b"{}")
            moves = await store.moves(job.id)
            assert [move.state.value for move in moves] == ["queued", "submitting", "answered"]
            times = [move.at for move in moves]
            assert times == sorted(times) and all(at.utcoffset() == timedelta(0) for at in times)

    run(main)
