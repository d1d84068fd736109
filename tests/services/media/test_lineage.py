"""The chain from chat to the next clip, what each link cost, and the sum: each job once, nothing guessed."""

import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.chat import Conversation, Message, Receipt, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.jobs import FirstFrame, ImageRequest, VideoRequest
from panda_desktop.domain.lineage import LinkKind
from panda_desktop.domain.media import MediaItem, MediaKind, Origin
from tests.services.media.rig import NOW, Rig, png, rig, run

CLIP = b"\0\0\0\x18ftypisom"


def cost(before: str, after: str, **values: Any) -> dict[str, Any]:
    return {"balance_before": Decimal(before), "balance_after": Decimal(after), **values}


async def chain(here: Rig) -> dict[str, MediaItem]:
    """chat → image (two of one job) → variation → video → frame → next clip."""
    await here.storage.conversations.save(Conversation("c", "Boats", "auto", NOW, NOW))
    receipt = Receipt(cost=Decimal("0.01"))
    message = Message("m", "c", None, 0, Role.ASSISTANT, "Paint a boat", NOW, receipt=receipt)
    await here.storage.conversations.add((message,))
    origin = Origin("c", "m")
    first = await here.job(ImageRequest("kolors", "boat", 2, origin=origin), **cost("9", "8.9", arrived=2))
    image = await here.item(job_id=first.id, origin=origin)
    twin = await here.item(job_id=first.id, position=1, origin=origin)
    varied = await here.job(ImageRequest("kolors", "boat", 1, parent_id=image.id), **cost("8.9", "8.8"))
    variation = await here.item(job_id=varied.id, parent_id=image.id)
    frame = FirstFrame(file="x.png", media_id=variation.id)
    shared = cost("8.8", "7.8", cost_is_shared=True)
    sailing = await here.job(VideoRequest("wan", "it sails", frame), **shared)
    video = await here.item(CLIP, kind=MediaKind.VIDEO, job_id=sailing.id, parent_id=variation.id)
    grabbed = await here.library.add_frame(png(), video)
    next_frame = FirstFrame(file="y.png", media_id=grabbed.id)
    later = await here.job(VideoRequest("wan", "it sinks", next_frame), balance_before=Decimal("7.8"))
    clip = await here.item(CLIP, kind=MediaKind.VIDEO, job_id=later.id, parent_id=grabbed.id)
    return {
        "image": image,
        "twin": twin,
        "variation": variation,
        "video": video,
        "frame": grabbed,
        "clip": clip,
    }


def test_from_the_chat_to_the_next_clip(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            items = await chain(here)
            found = await here.media.lineage.lineage(items["video"].id)
            kinds = LinkKind
            assert [(link.kind, link.depth) for link in found.links] == [
                (kinds.CHAT, 0),
                (kinds.IMAGE, 1),
                (kinds.IMAGE, 2),
                (kinds.VIDEO, 3),
                (kinds.FRAME, 4),
                (kinds.VIDEO, 5),
            ]
            assert [link.parent_key for link in found.links[1:]] == [link.key for link in found.links[:-1]]
            chat, image, variation, video, frame, clip = found.links
            assert (chat.title, chat.conversation_id, chat.message_id) == ("Boats", "c", "m")
            costs = [link.cost for link in found.links]
            assert costs[:4] == [Decimal("0.01"), Decimal("0.1"), Decimal("0.1"), Decimal("1.0")]
            assert (frame.is_free, frame.cost, clip.is_free, clip.cost) == (True, None, False, None)
            assert (image.results, variation.results, video.cost_is_shared) == (2, 1, True)
            assert (found.cost.known, found.cost.unknown, found.cost.is_shared) == (Decimal("1.21"), 1, True)
            assert [link.key for link in found.path] == [link.key for link in found.links[:4]]
            assert (found.path_cost.known, found.path_cost.unknown) == (Decimal("1.21"), 0)

            above = await here.media.lineage.lineage(items["clip"].id)
            assert above.path == above.links and len(above.links) == 6
            below = await here.media.lineage.lineage(items["image"].id)
            assert len(below.links) == 6 and len(below.path) == 2
            assert below.path_cost.known == Decimal("0.11") and not below.path_cost.is_shared

    run(main)


def test_a_job_with_several_results_is_counted_once(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            start = await here.item(name="photo.png")
            request = ImageRequest("kolors", "x", 3, parent_id=start.id)
            job = await here.job(request, **cost("5", "4.4", arrived=3))
            for position in range(3):
                await here.item(job_id=job.id, position=position, parent_id=start.id)
            risen = await here.job(request, **cost("4.4", "104.4"))  # paid in meanwhile
            await here.item(job_id=risen.id, parent_id=start.id)
            found = await here.media.lineage.lineage(start.id)
            assert found.links[0].kind is LinkKind.IMPORT and len(found.links) == 5
            assert {link.depth for link in found.links[1:]} == {1}
            assert (found.cost.known, found.cost.unknown) == (Decimal("0.6"), 1)

    run(main)


def test_what_is_gone_does_not_break_the_chain(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            items = await chain(here)
            await here.library.trash((items["variation"].id,))
            trashed = await here.media.lineage.lineage(items["video"].id)
            variation = trashed.links[2]
            assert variation.item is not None and variation.item.deleted_at is not None
            await here.media.trash.empty()
            found = await here.media.lineage.lineage(items["video"].id)
            assert [link.is_gone for link in found.links] == [False, False, True, False, False, False]
            assert found.cost == trashed.cost
            with pytest.raises(PandaError) as caught:
                await here.media.lineage.lineage(items["variation"].id)
            assert caught.value.kind is ErrorKind.CANNOT_READ

    run(main)


def test_a_chat_that_is_gone_is_still_where_it_began(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            job = await here.job(ImageRequest("kolors", "x", origin=Origin("none", "m")), **cost("2", "1"))
            item = await here.item(job_id=job.id)
            chat, image = (await here.media.lineage.lineage(item.id)).links
            assert (chat.kind, chat.is_gone, chat.title, chat.is_free) == (LinkKind.CHAT, True, "", True)
            assert image.parent_key == chat.key

    run(main)


def test_circles_and_long_chains_end(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            one, two = await here.item(), await here.item()
            here.library.added(replace(one, parent_id=two.id))
            here.library.added(replace(two, parent_id=one.id))
            found = await here.media.lineage.lineage(one.id)
            assert [link.key for link in found.links] == [two.id, one.id]
            item = one
            for number in range(3_000):
                item = replace(item, id=f"x{number}", seq=100 + number, parent_id=item.id)
                here.library.added(item)
            began = time.process_time()  # the machine of the tests is shared
            for focus in (one, item):
                found = await here.media.lineage.lineage(focus.id)
                assert len(found.links) <= 1_000 and found.is_cut
            assert time.process_time() - began < 2

    run(main)


def test_a_picture_of_a_chat_begins_a_chain_at_its_message(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            await here.storage.conversations.save(Conversation("c", "Boats", "auto", NOW, NOW))
            message = Message("m", "c", None, 0, Role.USER, "Look", NOW)
            await here.storage.conversations.add((message,))
            data = png(width=8, height=4)
            item = await here.media.bringing.add_picture(data, "../a boat?.jpg", Origin("c", "m"))
            assert here.library.path_of(item).read_bytes() == data
            assert (item.mime, item.width, item.height) == ("image/png", 8, 4)
            assert item.name == "a boat?.jpg" and item.file.endswith(".png")
            assert (await here.reread())[item.id].origin == Origin("c", "m")
            video = await here.item(CLIP, kind=MediaKind.VIDEO, parent_id=item.id)
            links = (await here.media.lineage.lineage(video.id)).links
            assert [link.kind for link in links[:2]] == [LinkKind.CHAT, LinkKind.IMPORT]
            assert (links[0].conversation_id, links[0].message_id) == ("c", "m")
            assert links[1].parent_key == links[0].key and links[2].parent_key == item.id

            # The same bytes once more are the same item, also out of the trash.
            await here.library.trash((item.id,))
            again = await here.media.bringing.add_picture(data, "b.png", Origin("c", "n"))
            assert again.id == item.id and again.deleted_at is None and again.origin == Origin("c", "m")

            for bad in (CLIP, b"<svg/>", b""):
                with pytest.raises(PandaError) as refused:
                    await here.media.bringing.add_picture(bad, "x.png", None)
                assert refused.value.kind is ErrorKind.NOT_MEDIA

    run(main)
