"""Pictures of a job that could not be fetched are fetched once more, for free."""

import base64
import json
from pathlib import Path

from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState
from tests.gateway.scripted import Call, answer
from tests.services.media.rig import png, run
from tests.services.test_jobs import only, posts, settled
from tests.services.world import world


def test_i02_i03_the_missing_picture_comes_by_a_free_download(tmp_path: Path) -> None:
    first, second = png(), png()

    async def answered(call: Call) -> None:
        late = {"url": f"http://{call.headers['host']}/late.png"}
        data = [{"b64_json": base64.b64encode(first).decode()}, late]
        await answer(json.dumps({"data": data}))(call)

    async def main() -> None:
        async with world(tmp_path, answered) as here:
            here.server.routes["/late.png"] = answer("gone", "404 X")
            await here.jobs.make_images(ImageRequest("kolors", "a panda", 2))
            await here.until(settled(here, JobKind.IMAGE, JobState.DONE))
            job = only(here, JobKind.IMAGE)
            assert (job.arrived, job.expected) == (1, 2)
            (kept,) = here.library.of_job(job.id)

            await here.jobs.look_again(job.id)  # still gone: what is here stays, and so does what it cost
            await here.until(lambda: only(here, JobKind.IMAGE).state is JobState.DONE)
            again = only(here, JobKind.IMAGE)
            assert (again.arrived, again.error, again.balance_after) == (1, job.error, job.balance_after)
            assert here.library.of_job(job.id) == (kept,)

            here.server.routes["/late.png"] = answer(second, content_type="image/png")
            await here.library.trash((kept.id,))
            await here.jobs.look_again(job.id)
            await here.until(lambda: only(here, JobKind.IMAGE).arrived == 2)
            (late,) = here.library.of_job(job.id)
            assert (late.position, here.library.path_of(late).read_bytes()) == (1, second)
            assert only(here, JobKind.IMAGE).state is JobState.DONE
            assert posts(here) == 1

            told = len(here.bus.heard)
            await here.jobs.look_again(job.id)  # nothing is missing
            assert len(here.bus.heard) == told

    run(main)
