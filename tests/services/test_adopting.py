"""Held requests that the ledger does not know, as after an older backup was restored."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest, Job, JobKind, JobState
from panda_desktop.storage.restoring import DATABASE, stage
from panda_desktop.storage.spool import Spools
from panda_desktop.storage.storage import Storage
from tests.canary import CANARY
from tests.gateway.scripted import answer
from tests.services.holders import no_holder_left, one_holder, until_none
from tests.services.test_held import VIDEO, Remote, left_running, run, spools, until_swept
from tests.services.test_jobs import IMAGES, MP4, only, settled
from tests.services.world import ENVIRONMENT, world

__all__ = ["no_holder_left"]
pytestmark = pytest.mark.usefixtures("no_holder_left")


async def backed_up(folder: Path) -> Path:
    """Returns a backup of a data folder without jobs."""
    storage = await Storage.open(folder)
    await storage.close()
    return shutil.copyfile(folder / DATABASE, folder.parent / "older.sqlite3")


async def lost_job(folder: Path, remote: Remote) -> Job:
    """Leaves a held request, and restores a backup that is older; returns the job that the backup lacks."""
    backup = await backed_up(folder)
    await left_running(folder, remote)
    storage = await Storage.open(folder)
    (job,) = await storage.jobs.all()
    await storage.close()
    stage(folder, backup)
    return job


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.mark.parametrize("answered_before", [True, False])
def test_v10_a_paid_answer_outlives_the_restoring_of_an_older_backup(
    folder: Path, answered_before: bool
) -> None:
    async def main() -> None:
        async with Remote() as remote:
            lost = await lost_job(folder, remote)
            if answered_before:
                remote.go_on.set()
                await asyncio.to_thread(until_none, folder)
            async with world(folder, environment=remote.environment) as here:
                if not answered_before:
                    await here.until(lambda: bool(here.jobs.held()))  # it is waited for, not ended
                    remote.go_on.set()
                await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
                job = only(here, JobKind.VIDEO)
                for name in ("id", "request", "created_at", "sent_at", "profile_id", "base_url", "is_demo"):
                    assert getattr(job, name) == getattr(lost, name)
                (item,) = here.library.of_job(job.id)
                assert here.library.path_of(item).read_bytes() == MP4
            assert (remote.posts(), spools(folder)) == (1, ())
            async with world(folder, environment=remote.environment) as here:
                assert only(here, JobKind.VIDEO).state is JobState.DONE

    run(main)


def test_v10_a_request_without_an_answer_is_marked_after_an_older_backup(folder: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            lost = await lost_job(folder, remote)
            one_holder(folder).kill()
            await asyncio.to_thread(until_none, folder)
            async with world(folder, environment=remote.environment) as here:
                await here.until(settled(here, JobKind.VIDEO, JobState.UNKNOWN))
                job = only(here, JobKind.VIDEO)
                assert (job.id, job.request, job.error) == (lost.id, VIDEO, ErrorKind.CRASHED)
            assert (remote.posts(), spools(folder)) == (1, ())

    run(main)


def test_v10_two_programs_adopt_it_once(folder: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            await lost_job(folder, remote)
            async with (
                world(folder, environment=remote.environment) as one,
                world(folder, environment=remote.environment) as two,
            ):
                async with asyncio.timeout(10):
                    while not (one.jobs.held() or two.jobs.held()):
                        await asyncio.sleep(0.02)
                remote.go_on.set()
                await asyncio.to_thread(until_none, folder)
                await until_swept(folder)
                assert len(await one.storage.jobs.all()) == 1
                assert not (one.problems or two.problems)
            assert remote.posts() == 1

    run(main)


def test_v10_one_that_waited_in_the_backup_is_not_ended_while_it_is_held(folder: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            await left_running(folder, remote)
            storage = await Storage.open(folder)
            (job,) = await storage.jobs.all()
            await storage.close()
            older = folder.parent / "older.sqlite3"
            shutil.copyfile(await backed_up_with(folder.parent / "other", job), older)
            stage(folder, older)
            async with world(folder, environment=remote.environment) as here:
                assert only(here, JobKind.VIDEO).state is JobState.UNKNOWN
                remote.go_on.set()
                await until_swept(folder)
                assert only(here, JobKind.VIDEO).base_url == job.base_url
                await here.jobs.look_again(job.id)
                await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
            assert remote.posts() == 1

    run(main)


async def backed_up_with(folder: Path, job: Job) -> Path:
    """Returns a database in which a job waits to be sent."""
    folder.mkdir()
    storage = await Storage.open(folder)
    await storage.jobs.add(Job(job.id, job.kind, job.request, JobState.QUEUED, job.created_at))
    await storage.close()
    return folder / DATABASE


def test_k09_v10_what_the_spool_says_of_a_job_never_holds_the_key(folder: Path) -> None:
    async def main() -> None:
        async with Remote() as remote:
            job = await lost_job(folder, remote)
            said = (Spools(folder).of(job.id).folder / "job").read_text()
            assert json.loads(said.splitlines()[2])["request"]["prompt"] == VIDEO.prompt
            assert ENVIRONMENT["PANDA_API_KEY"] == CANARY and CANARY not in said
            remote.go_on.set()

    run(main)


def test_v10_an_entry_of_an_earlier_version_becomes_a_job_as_far_as_it_is_known(folder: Path) -> None:
    async def main() -> None:
        for name in ("answered", "begun", "never-sent"):
            spool = Spools(folder).of(name)
            spool.prepare()
            if name != "never-sent":
                spool.begin()
        (Spools(folder).of("answered").folder / "answer").write_bytes(
            b'{"status": 200, "headers": {}, "received_at": "2026-05-04T03:02:01+00:00", "size": %d}\n%s'
            % (len(IMAGES), IMAGES.encode())
        )
        async with world(folder, answer(IMAGES)) as here:
            await here.until(settled(here, JobKind.IMAGE, JobState.DONE))
            await here.until(settled(here, JobKind.VIDEO, JobState.UNKNOWN))
            await until_swept(folder)
            assert (only(here, JobKind.IMAGE).id, only(here, JobKind.VIDEO).id) == ("answered", "begun")
            assert only(here, JobKind.IMAGE).request == ImageRequest("", "")
            with pytest.raises(PandaError) as refused:
                await here.jobs.send_again("answered")  # nobody knows what to send
            assert refused.value.kind is ErrorKind.EMPTY_PROMPT
            assert here.server.calls == []

    run(main)


def test_v10_a_job_file_that_cannot_be_read_loses_nothing(folder: Path) -> None:
    async def main() -> None:
        spool = Spools(folder).of("j")
        spool.prepare("video\nsubmitting\n{broken")
        spool.begin()
        async with world(folder) as here:
            await here.until(settled(here, JobKind.VIDEO, JobState.UNKNOWN))
            assert only(here, JobKind.VIDEO).sent_at is not None

    run(main)
