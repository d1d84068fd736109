"""Files of the person, grabbed frames and copies: what made a picture is inside its PNG and comes back."""

import hashlib
import json
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import ImageRequest
from panda_desktop.domain.media import MediaItem, MediaKind
from panda_desktop.storage.png import read_texts
from tests.services.media.rig import KEY, chunk, png, rig, run
from tests.storage.test_measuring import film, mvhd


def texts_of(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return read_texts(file)


def test_a_saved_copy_says_what_made_it_and_the_original_stays(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            parent = await here.item()
            job = await here.job(
                ImageRequest("kolors", "a cat 猫", 2, "64x64", parent.id),
                balance_before=Decimal("3.5"),
                balance_after=Decimal("3.42"),
                arrived=2,
            )
            data = png()
            given: dict[str, Any] = {"prompt": "a cat 猫", "model": "kolors", "parent_id": parent.id}
            item = await here.item(data, job_id=job.id, revised_prompt="a grey cat", **given)
            target = tmp_path / "copy.png"
            await here.library.save_copy(item, target)
            assert here.library.path_of(item).read_bytes() == data
            texts = texts_of(target)
            assert (texts["Description"], texts["Software"]) == ("a cat 猫", "Panda Desktop")
            facts = json.loads(texts["panda"])
            assert facts["parameters"] == {"n": 2, "size": "64x64"}
            assert (facts["job"], facts["parent"], facts["cost"]) == (job.id, parent.id, "0.08")
            assert (facts["model"], facts["revised_prompt"], facts["id"]) == ("kolors", "a grey cat", item.id)
            assert KEY.encode() not in target.read_bytes()

            clip = await here.item(b"\0\0\0\x18ftypisom", kind=MediaKind.VIDEO)
            await here.library.save_copy(clip, tmp_path / "copy.mp4")
            assert (tmp_path / "copy.mp4").read_bytes() == here.library.path_of(clip).read_bytes()
            assert list(tmp_path.glob("*.part")) == []

    run(main)


def test_i10_a_broken_png_is_copied_as_it_is(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            item = await here.item(b"\x89PNG\r\n\x1a\n" + b"\0" * 100, prompt="x")
            await here.library.save_copy(item, tmp_path / "copy.png")
            assert (tmp_path / "copy.png").read_bytes() == here.library.path_of(item).read_bytes()

    run(main)


def test_i18_copies_to_drag_out_have_safe_names(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            names = ["../../x", "CON", "a:b.", "猫" * 300, "same", "same", "\u202egnp.exe", ""]
            items = [await here.item(prompt=name, position=place) for place, name in enumerate(names)]
            paths = await here.library.copies_out(tuple(items))
            for item, path in zip(items, paths, strict=True):
                assert path.is_relative_to(tmp_path / "outgoing") and path.suffix == ".png"
                assert len(path.name.encode()) <= 120 and not set(path.name) & set('<>:"/\\|?*\u202e')
                assert json.loads(texts_of(path)["panda"])["id"] == item.id
            assert len(set(paths)) == len(paths)

    run(main)


def test_a_grabbed_frame_knows_its_film(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            clip = await here.item(
                b"\0\0\0\x18ftypisom", kind=MediaKind.VIDEO, prompt="it sails", model="wan"
            )
            frame = await here.library.add_frame(png(width=8, height=4), clip)
            data = here.library.path_of(frame).read_bytes()
            assert (frame.size, frame.sha256) == (len(data), hashlib.sha256(data).hexdigest())
            assert (frame.width, frame.height, frame.parent_id) == (8, 4, clip.id)
            facts = json.loads(texts_of(here.library.path_of(frame))["panda"])
            assert (facts["kind"], facts["parent"], facts["prompt"]) == ("frame", clip.id, "it sails")

    run(main)


def test_a_picture_comes_back_with_its_words(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            item = await here.item(prompt="a cat 猫", model="kolors", revised_prompt="grey")
            target = tmp_path / "from outside.png"
            await here.library.save_copy(item, target)
            back = await here.media.bringing.add_file(target)
            assert (back.prompt, back.revised_prompt, back.model) == ("a cat 猫", "grey", "kolors")
            assert (back.name, back.parent_id, back.job_id) == ("from outside.png", item.id, None)
            assert here.library.path_of(back).read_bytes() == target.read_bytes()
            assert (await here.reread())[back.id] == back

            foreign = tmp_path / "other.png"
            foreign.write_bytes(png(chunk(b"tEXt", b"parameters\0a dog\nNegative prompt: cats\nSteps: 20")))
            assert (await here.media.bringing.add_file(foreign)).prompt == "a dog"

    run(main)


@pytest.mark.parametrize(
    "claim",
    [
        "[" * 200_000,
        '{"prompt": 5, "model": ["x"], "id": {}}',
        '{"prompt": "' + "x" * 200_000 + '"}',
        '"text"',
        '{"id": "../../etc", "parent": "none"}',
    ],
    ids=["deep", "kinds", "long", "no object", "foreign ids"],
)
def test_i17_what_a_file_claims_is_only_text(tmp_path: Path, claim: str) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            path = tmp_path / "x.png"
            path.write_bytes(png(chunk(b"iTXt", b"panda\0\0\0\0\0" + claim.encode())))
            item = await here.media.bringing.add_file(path)
            assert len(item.prompt) <= 20_000 and item.parent_id is None and item.model == ""

    run(main)


def test_the_same_bytes_are_there_once_also_from_the_trash(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            path = tmp_path / "a.mp4"
            path.write_bytes(film(mvhd(10, 35)))
            first = await here.media.bringing.add_file(path)
            assert (first.kind, first.duration, first.mime) == (MediaKind.VIDEO, 3.5, "video/mp4")
            await here.library.trash((first.id,))
            again = await here.media.bringing.add_file(path)
            assert (again.id, again.deleted_at) == (first.id, None)
            assert len(list((tmp_path / "data" / "media").rglob("*.mp4"))) == 1
            assert list((tmp_path / "data" / "incoming").iterdir()) == []

    run(main)


def test_u03_what_is_no_plain_picture_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with rig(tmp_path / "data") as here:
            (tmp_path / "folder").mkdir()
            (tmp_path / "loop").symlink_to(tmp_path / "loop")
            (tmp_path / "empty.png").write_bytes(b"")
            (tmp_path / "page.png").write_bytes(b"<html>")
            (tmp_path / "drawing.svg").write_bytes(b"<svg/>")
            os.mkfifo(tmp_path / "pipe")
            cases = {
                "folder": ErrorKind.CANNOT_READ,
                "loop": ErrorKind.CANNOT_READ,
                "pipe": ErrorKind.CANNOT_READ,
                "none": ErrorKind.CANNOT_READ,
                "empty.png": ErrorKind.NOT_MEDIA,
                "page.png": ErrorKind.NOT_MEDIA,
                "drawing.svg": ErrorKind.NOT_MEDIA,
            }
            for name, kind in cases.items():
                with pytest.raises(PandaError) as caught:
                    await here.media.bringing.add_file(tmp_path / name)
                assert caught.value.kind is kind, name
            with pytest.raises(PandaError) as caught:
                await here.media.bringing.add_file(Path("/dev/zero"))
            assert caught.value.kind is ErrorKind.CANNOT_READ
            monkeypatch.setattr(
                "panda_desktop.services.media.bringing.MAX_SIZE", dict.fromkeys(MediaKind, 50)
            )
            (tmp_path / "big.png").write_bytes(png())
            with pytest.raises(PandaError) as caught:
                await here.media.bringing.add_file(tmp_path / "big.png")
            assert caught.value.kind is ErrorKind.TOO_LARGE
            assert here.library.items() == ()
            assert not list((tmp_path / "data").rglob("*.part"))

    run(main)


def test_what_was_stored_without_its_size_is_measured_later(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            item = await here.item(png(width=9, height=5))
            lost = await here.item()
            here.library.path_of(lost).unlink()
            outside = replace(await here.item(), file="../../etc/passwd")
            here.library.added(outside)
            await here.library.measure_missing()
            stored = await here.reread()
            assert (stored[item.id].width, stored[item.id].height) == (9, 5)
            assert stored[lost.id].width == 0

    run(main)


def test_results_of_a_job_are_found_without_looking_at_everything(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            second = await here.item(job_id="j", position=1)
            first = await here.item(job_id="j", position=0)
            await here.item(job_id="other")

            def ids(items: tuple[MediaItem, ...]) -> list[str]:
                return [item.id for item in items]

            assert ids(here.library.of_job("j")) == [first.id, second.id]
            await here.library.trash((first.id,))
            assert ids(here.library.of_job("j")) == [second.id]
            await here.media.trash.empty()
            await here.library.restore((second.id,))
            assert ids(here.library.of_job("j")) == [second.id] and here.library.of_job("none") == ()

    run(main)
