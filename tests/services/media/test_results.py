"""What a real job leaves: its items with size, duration and origin, and the evidence when it fails."""

import base64
import json
import zipfile
from pathlib import Path

from panda_desktop.domain.evidence import EvidenceWords
from panda_desktop.domain.jobs import ImageRequest, JobKind, JobState, VideoRequest
from panda_desktop.domain.media import Origin
from panda_desktop.services.media.evidence import EvidenceService
from panda_desktop.services.media.lineage import LineageService
from tests.gateway.scripted import answer
from tests.services.media.rig import png, run
from tests.services.test_jobs import only, settled
from tests.services.world import ENVIRONMENT, world
from tests.storage.test_measuring import box, film, mvhd, tkhd

ORIGIN = Origin("c1", "m1")


def test_items_know_their_size_and_where_they_began(tmp_path: Path) -> None:
    data = png(width=12, height=7)
    images = json.dumps({"data": [{"b64_json": base64.b64encode(data).decode()}]})

    async def main() -> None:
        async with world(tmp_path, answer(images)) as here:
            await here.jobs.make_images(ImageRequest("kolors", "a panda", 1, origin=ORIGIN))
            await here.until(settled(here, JobKind.IMAGE, JobState.DONE))
            (item,) = here.library.items()
            assert (item.width, item.height, item.origin) == (12, 7, ORIGIN)
            assert here.library.path_of(item).read_bytes() == data
            (sent,) = [call for call in here.server.calls if call.method == "POST"]
            assert b"origin" not in sent.body and b"m1" not in sent.body
            stored = (await here.storage.jobs.all())[0]
            assert stored.request.origin == ORIGIN
            lineage = LineageService(
                here.library, here.storage.media, here.storage.jobs, here.storage.conversations
            )
            chat, image = (await lineage.lineage(item.id)).links
            assert (chat.conversation_id, chat.message_id, image.parent_key) == ("c1", "m1", chat.key)

    run(main)


def test_a_clip_knows_how_long_it_is(tmp_path: Path) -> None:
    clip = film(mvhd(1000, 4200), box(b"trak", tkhd(640, 360)))
    url = f"data:video/mp4;base64,{base64.b64encode(clip).decode()}"

    async def main() -> None:
        async with world(tmp_path, answer(json.dumps({"video_url": url}))) as here:
            await here.jobs.make_video(VideoRequest("wan", "x", origin=ORIGIN))
            await here.until(settled(here, JobKind.VIDEO, JobState.DONE))
            (item,) = here.library.items()
            assert (item.width, item.height, item.duration, item.origin) == (640, 360, 4.2, ORIGIN)

    run(main)


def test_v17_a_job_that_failed_has_its_evidence(tmp_path: Path) -> None:
    async def main() -> None:
        key = ENVIRONMENT["PANDA_API_KEY"]
        body = json.dumps({"status": "failed", "error": f"no credit for {key}"})
        async with world(tmp_path / "data", answer(body)) as here:
            await here.jobs.make_video(VideoRequest("wan", "x"))
            await here.until(settled(here, JobKind.VIDEO, JobState.FAILED))
            job = only(here, JobKind.VIDEO)
            evidence = EvidenceService(here.storage.jobs, here.storage.files, here.connection)
            target = tmp_path / "a.zip"
            await evidence.write(job.id, target, EvidenceWords("Refund", {}, {}, "", "", ""))
            with zipfile.ZipFile(target) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
            facts = json.loads(files["job.json"])
            assert [each["state"] for each in facts["states"]] == [
                "queued",
                "submitting",
                "answered",
                "failed",
            ]
            assert (facts["state"], facts["error"]) == ("failed", "job_failed")
            assert b"no credit for ***" in files["answer.bin"]
            assert all(key.encode() not in data for data in files.values())

    run(main)
