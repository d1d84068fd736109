"""Room on the disk: every file is counted once, and a clean-up removes what it named and nothing else."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest

from panda_desktop.domain.disk import CleanUp, Share
from panda_desktop.domain.jobs import FirstFrame, ImageRequest, JobState, VideoRequest
from panda_desktop.domain.media import MediaKind
from tests.services.media.rig import Rig, png, rig, run

EVERYTHING = frozenset(CleanUp)
LONG_AGO = 1_600_000_000


def put(here: Rig, file: str, data: bytes = b"x" * 10, *, old: bool = True) -> Path:
    path = here.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if old:
        os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def age(here: Rig) -> None:
    for path in here.folder.rglob("*"):
        if path.is_file() and not path.name.startswith("panda."):
            os.utime(path, (LONG_AGO, LONG_AGO))


def test_every_file_is_counted_once(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            image = await here.item()
            video = await here.item(b"\0\0\0\x18ftypisom", kind=MediaKind.VIDEO)
            trashed = await here.item()
            await here.library.trash((trashed.id,))
            lost = await here.item()
            here.library.path_of(lost).unlink()
            put(here, "media/2026/11/frame.png", b"f" * 7)
            request = VideoRequest("wan", "x", FirstFrame(file="media/2026/11/frame.png"))
            await here.job(request)
            put(here, "media/2026/11/unknown.png", b"o" * 5)
            put(here, "incoming/abc-0.part", b"p" * 4)
            put(here, "attachments/aa/x.txt", b"a" * 3)
            put(here, "thumbnails/x", b"t" * 2)
            put(here, "notes.txt", b"n")
            outside = tmp_path.parent / "outside"
            outside.mkdir()
            (outside / "secret").write_bytes(b"s" * 1000)
            (tmp_path / "link").symlink_to(outside, target_is_directory=True)
            use = await here.media.disk.use()
            sizes = {portion.share: (portion.files, portion.size) for portion in use.portions}
            database = sizes.pop(Share.DATABASE)
            assert sizes == {
                Share.IMAGES: (1, image.size),
                Share.VIDEOS: (1, video.size),
                Share.TRASH: (1, trashed.size),
                Share.FIRST_FRAMES: (1, 7),
                Share.THUMBNAILS: (1, 2),
                Share.SPOOL: (1, 4),
                Share.ATTACHMENTS: (1, 3),
                Share.ORPHANS: (1, 5),
                Share.OTHER: (1, 1),
            }
            assert use.size == database[1] + sum(size for _, size in sizes.values())
            assert use.missing == (lost.id,) and use.free > 0

    run(main)


def test_a_clean_up_removes_what_it_named_and_nothing_else(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            kept = await here.item(sha256="will be right below")
            here.library.added(replace(kept, sha256=here.storage.disk.digest(kept.file)))
            trashed = await here.item()
            await here.library.trash((trashed.id,))
            needed = VideoRequest("wan", "x", FirstFrame(file="media/2026/11/needed.png"))
            await here.job(needed)
            old = VideoRequest("wan", "x", FirstFrame(file="media/2026/11/old.png"))
            await here.storage.jobs.hide((await here.job(old)).id)
            done = await here.job(ImageRequest("kolors", "x"))
            going_on = await here.job(VideoRequest("wan", "x"), JobState.EXPIRED)
            goes = {
                CleanUp.BROKEN_DOWNLOADS: put(here, f"incoming/{done.id}-0.part"),
                CleanUp.OLD_FIRST_FRAMES: put(here, "media/2026/11/old.png"),
                CleanUp.DUPLICATES: put(
                    here, "media/2026/11/twice.png", here.library.path_of(kept).read_bytes()
                ),
                CleanUp.THUMBNAILS: put(here, "thumbnails/a.jpg", old=False),
                CleanUp.OUTGOING: put(here, "outgoing/1/cat.png"),
                CleanUp.TRASH: here.library.path_of(trashed),
            }
            stays = [
                here.library.path_of(kept),
                put(here, f"incoming/{going_on.id}-0.part"),
                put(here, f"incoming/{'f' * 32}-0.part", old=False),
                put(here, "incoming/foreign"),
                put(here, "held/j1/answer"),
                put(here, "media/2026/11/needed.png"),
                put(here, "media/2026/11/just-kept.png", png(), old=False),
                put(here, "attachments/aa/x.txt"),
                put(here, "notes.txt"),
            ]
            plan = await here.media.disk.plan()
            named = {step.reason: [here.folder / file for file in step.files] for step in plan.steps}
            assert named == {reason: [path] for reason, path in goes.items()}
            assert plan.size == sum(path.stat().st_size for path in goes.values())
            assert plan.found == ()

            some = frozenset({CleanUp.THUMBNAILS})
            done_some = await here.media.disk.clean_up(plan, some)
            assert (done_some.files, done_some.size) == (1, 10)
            assert not goes.pop(CleanUp.THUMBNAILS).exists() and all(p.exists() for p in goes.values())
            result = await here.media.disk.clean_up(plan, EVERYTHING)
            assert (result.files, result.kept, result.size) == (5, 0, plan.size - 10)
            assert not any(path.exists() for path in goes.values())
            assert all(path.is_file() for path in stays)
            assert (await here.media.disk.plan()).steps == ()

    run(main)


def test_what_changed_since_the_plan_stays(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            trashed = await here.item()
            await here.library.trash((trashed.id,))
            frame = put(here, "media/2026/11/frame.png")
            request = VideoRequest("wan", "x", FirstFrame(file="media/2026/11/frame.png"))
            await here.storage.jobs.hide((await here.job(request)).id)
            plan = await here.media.disk.plan()
            assert {step.reason for step in plan.steps} == {CleanUp.TRASH, CleanUp.OLD_FIRST_FRAMES}
            await here.library.restore((trashed.id,))
            await here.job(request)  # sent again
            result = await here.media.disk.clean_up(plan, EVERYTHING)
            assert (result.files, result.size) == (0, 0)
            assert frame.is_file() and here.library.path_of(trashed).is_file()

    run(main)


def test_a_forged_plan_removes_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            kept, trashed = await here.item(), await here.item()
            await here.library.trash((trashed.id,))
            (step,) = (await here.media.disk.plan()).steps
            forged = [
                replace(step, files=(kept.file,), item_ids=(kept.id,)),
                replace(step, reason=CleanUp.THUMBNAILS, files=(kept.file, "../../etc/passwd")),
            ]
            plan = replace(await here.media.disk.plan(), steps=tuple(forged), found=(kept.file,))
            result = await here.media.disk.clean_up(plan, EVERYTHING)
            assert (result.files, result.taken_in) == (0, 0)
            assert here.library.path_of(kept).is_file() and len(here.library.all_items()) == 2

    run(main)


@pytest.mark.parametrize("data", [png(), b"no picture"], ids=["picture", "other"])
def test_v10_a_result_that_no_item_knows_is_taken_in_not_removed(tmp_path: Path, data: bytes) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            path = put(here, "media/2026/11/paid.png", data)
            plan = await here.media.disk.plan()
            assert (plan.steps, plan.found) == ((), ("media/2026/11/paid.png",))
            result = await here.media.disk.clean_up(plan, EVERYTHING)
            assert path.read_bytes() == data and result.files == 0
            assert result.taken_in == len(here.library.items()) == (1 if data.startswith(b"\x89PNG") else 0)

    run(main)


def test_what_was_dragged_out_goes_at_a_later_start(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            item = await here.item(prompt="cat")
            (young,) = await here.library.copies_out((item,))
            old = put(here, "outgoing/1/cat.png")
            await here.media.disk.clear_outgoing()
            assert young.is_file() and not old.parent.exists()

    run(main)


def test_a_file_that_two_clean_ups_find_is_taken_in_once(tmp_path: Path) -> None:
    """Of two items with one file, emptying the trash of one would lose the other."""

    async def main() -> None:
        async with rig(tmp_path) as here:
            put(here, "media/2020/09/found.png", png())
            plan = await here.media.disk.plan()
            assert plan.found == ("media/2020/09/found.png",)
            done = await asyncio.gather(*(here.media.disk.clean_up(plan, EVERYTHING) for _ in range(2)))
            assert sum(each.taken_in for each in done) == 1
            assert [item.file for item in here.library.items()] == ["media/2020/09/found.png"]

    run(main)
