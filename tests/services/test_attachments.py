"""Files that go with messages: kept, sent, gone, and safe against a kill."""

import asyncio
import base64
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from panda_desktop.domain.attachments import QUOTED, Attachment, AttachmentKind
from panda_desktop.domain.changes import ConversationChanged
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services.chat import attaching
from panda_desktop.storage.storage import Storage
from tests.services.chats import PNG, bodies, chat, finished, run, saying, shown, texts
from tests.services.world import World, world

DATA_URL = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


def file_of(here: World, attachment: Attachment) -> Path:
    return here.storage.folder / attachment.file


def test_an_image_is_a_part_of_the_content(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("A dot")) as (here, created):
            kept = await here.chat.keep_attachment(PNG, "dot.png", "text/html")
            assert (kept.kind, kept.mime, kept.width, kept.height) == (
                AttachmentKind.IMAGE,
                "image/png",
                2,
                3,
            )
            assert file_of(here, kept).read_bytes() == PNG
            await here.chat.send(created.id, "What is it?", (kept,))
            await here.until(finished(here))
            question, _ = await shown(here, created.id)
            assert question.attachments == (kept,)
            await here.chat.send(created.id, "And without?")
            await here.until(finished(here, 2))
            first, second = bodies(here)
            image = {"type": "image_url", "image_url": {"url": DATA_URL}}
            assert first["messages"][0]["content"] == [{"type": "text", "text": "What is it?"}, image]
            # The image goes along with the history; a message without any stays plain text.
            assert [type(each["content"]) for each in second["messages"]] == [list, str, str]

    run(main)


def test_an_image_alone_is_a_message(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("A dot")) as (here, created):
            kept = await here.chat.keep_attachment(PNG, "dot.png")
            await here.chat.send(created.id, "", (kept,))
            await here.until(finished(here))
            (body,) = bodies(here)
            assert [part["type"] for part in body["messages"][0]["content"]] == ["image_url"]
            conversation, _ = await here.chat.open(created.id)
            assert conversation.title == "dot.png"

    run(main)


def test_a_text_is_quoted_in_a_fence_it_cannot_close(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            source = "print('hi')\n````\nnot the end"
            kept = await here.chat.keep_attachment(source.encode(), 'a "b".py')
            await here.chat.send(created.id, "Explain", (kept,))
            await here.until(finished(here))
            (body,) = bodies(here)
            said = "Attached file \"a 'b'.py\":\n\n`````py\n" + source + "\n`````\n\nExplain"
            assert body["messages"] == [{"role": "user", "content": said}]
            # What was typed and what was attached stay apart.
            assert (await texts(here, created.id))[0] == "Explain"

    run(main)


def test_u01_a_huge_text_is_sent_to_its_limit_and_says_so(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            kept = await here.chat.keep_attachment(b"x" * (QUOTED + 5), "big.txt")
            assert kept.is_cut and len(kept.excerpt) == 200
            await here.chat.send(created.id, "Sum up", (kept,))
            await here.until(finished(here))
            said = bodies(here)[0]["messages"][0]["content"]
            assert "(the first 400,000 of 400,005 characters)" in said
            assert said.count("x") == QUOTED + said.count("txt")

    run(main)


@pytest.mark.parametrize("change", ["deleted", "changed", "a folder"])
def test_d18_a_file_that_is_gone_is_left_out_and_named(tmp_path: Path, change: str) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            image = await here.chat.keep_attachment(PNG, "dot.png")
            text = await here.chat.keep_attachment(b"some notes", "notes.txt")
            file_of(here, image).unlink()
            if change == "changed":
                file_of(here, image).write_bytes(PNG + b"more")
            elif change == "a folder":
                file_of(here, image).mkdir()
            with pytest.raises(PandaError) as caught:
                await here.chat.read_attachment(image)
            assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.CANNOT_READ, "attachment")
            await here.chat.send(created.id, "Look", (image, text))
            await here.until(finished(here))
            said = bodies(here)[0]["messages"][0]["content"]
            assert '[Attached file "dot.png" is not included: it can no longer be read.]' in said
            assert "some notes" in said and said.endswith("Look")
            assert not here.problems

    run(main)


def test_k09_only_files_of_ours_are_read(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path) as (here, _):
            kept = await here.chat.keep_attachment(b"mine", "a.txt")
            for file in ("panda.sqlite3", "../secret", "/etc/passwd", f"{kept.file}/../{kept.file}", ""):
                with pytest.raises(PandaError) as caught:
                    await here.chat.read_attachment(replace(kept, file=file))
                assert caught.value.kind is ErrorKind.CANNOT_READ

    run(main)


def test_a_model_that_is_known_not_to_see_is_not_asked(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok"), model="blind") as (here, created):
            for name, sees in (("blind", False), ("seeing", True)):
                await here.models.add(name)
                await here.models.set_sees(name, sees)
            kept = await here.chat.keep_attachment(PNG, "dot.png")
            with pytest.raises(PandaError) as caught:
                await here.chat.send(created.id, "Look", (kept,))
            assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.CANNOT_SEE_IMAGES, "blind")
            assert await shown(here, created.id) == [] and not here.server.calls
            await here.chat.change(created.id, model="seeing")
            await here.chat.send(created.id, "Look", (kept,))
            await here.until(finished(here))
            question, reply = await shown(here, created.id)
            with pytest.raises(PandaError):
                await here.chat.regenerate(reply.id, "blind")
            # An image of earlier does not lock the blind model out: it is named instead.
            await here.chat.change(created.id, model="blind")
            await here.chat.send(created.id, "Thanks")
            await here.until(finished(here, 2))
            said = bodies(here)[1]["messages"][0]["content"]
            assert said == '[Attached file "dot.png" is not included: this model takes no images.]\n\nLook'
            assert question.attachments

    run(main)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path) as (here, created):
            kept = await here.chat.keep_attachment(b"x", "a.txt")
            with pytest.raises(PandaError) as caught:
                await here.chat.send(created.id, "All", (kept,) * 21)
            assert caught.value.detail.param == "attachments"

    run(main)


def test_h31_older_images_are_left_out_of_a_request_that_grows_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "IMAGES_SENT", len(PNG) + 1)

    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            for number in (1, 2):
                kept = await here.chat.keep_attachment(PNG, f"{number}.png")
                await here.chat.send(created.id, "Look", (kept,))
                await here.until(finished(here, number))
            old, _, new = (each["content"] for each in bodies(here)[1]["messages"])
            assert '"1.png" is not included: the request would be too large' in old
            assert new[1]["image_url"]["url"] == DATA_URL

    run(main)


def test_an_edit_keeps_the_files_or_has_its_own(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            kept = await here.chat.keep_attachment(PNG, "dot.png")
            await here.chat.send(created.id, "Look", (kept,))
            await here.until(finished(here))
            question, _ = await shown(here, created.id)
            await here.chat.edit(question.id, "Look closer")
            await here.until(finished(here, 2))
            assert (await shown(here, created.id))[0].attachments == (kept,)
            await here.chat.edit(question.id, "Do not look", ())
            await here.until(finished(here, 3))
            edited, answer = await shown(here, created.id)
            assert edited.attachments == ()
            # Every version is there, and so are their files; a fork has them too.
            fork = await here.chat.fork(question.id)
            assert (await shown(here, fork.id))[0].attachments == (kept,)
            assert answer.parent_id == edited.id

    run(main)


def test_draft_files_are_kept_apart_from_its_text(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            kept = await here.chat.keep_attachment(PNG, "dot.png")
            await here.chat.save_draft(created.id, "Look", (kept,))
            await here.chat.save_draft(created.id, "Look at")
            conversation, _ = await here.chat.open(created.id)
            assert (conversation.draft, conversation.draft_attachments) == ("Look at", (kept,))
            await here.chat.save_draft(created.id, None, ())
            conversation, _ = await here.chat.open(created.id)
            assert (conversation.draft, conversation.draft_attachments) == ("Look at", ())
            await here.chat.save_draft(created.id, None, (kept,))
            await here.chat.send(created.id, "Look at it", (kept,))
            told = [c.conversation for c in here.bus.heard if isinstance(c, ConversationChanged)][-1]
            stored, _ = await here.chat.open(created.id)
            for conversation in (told, stored):
                assert (conversation.draft, conversation.draft_attachments) == ("", ())

    run(main)


def test_files_of_a_temporary_chat_never_reach_the_disk(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, saying("ok")) as here:
            created = await here.chat.create("auto", temporary=True)
            kept = await here.chat.keep_attachment(PNG, "dot.png", temporary=True)
            await here.chat.save_draft(created.id, "Look", (kept,))
            assert await here.chat.read_attachment(kept) == PNG
            await here.chat.send(created.id, "Look", (kept,))
            await here.until(finished(here))
            assert bodies(here)[0]["messages"][0]["content"][1]["image_url"]["url"] == DATA_URL
            assert not (tmp_path / "attachments").exists()

    run(main)


def test_files_nothing_refers_to_go_with_the_next_start(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path, saying("ok")) as (here, created):
            names = ("sent", "draft", "queued", "deleted", "removed", "nowhere")
            kept = {name: await here.chat.keep_attachment(name.encode(), f"{name}.txt") for name in names}
            await here.chat.send(created.id, "x", (kept["sent"],))
            await here.until(finished(here))
            _, reply = await shown(here, created.id)
            await here.chat.save_draft(created.id, None, (kept["draft"],))
            other = await here.chat.create("auto")
            await here.chat.send(other.id, "x", (kept["deleted"],))
            await here.until(finished(here, 2))
            await here.chat.trash(other.id)
            await here.organisation.delete(other.id)
            third = await here.chat.create("auto")
            await here.chat.send(third.id, "x", (kept["removed"],))
            await here.until(finished(here, 3))
            await here.chat.delete_message((await shown(here, third.id))[0].id)
            await here.storage.queue.save(
                replace(await here.chat.queue(third.id, "y", (kept["queued"],)), id="q")
            )
            await here.until(finished(here, 4))
            assert reply.text == "ok"
            await here.parts.attaching.sweep()
            assert all(file_of(here, each).exists() for each in kept.values())  # all of this run
        async with world(tmp_path, saying("ok")) as here:
            await here.storage.conversations.recover()
            await here.parts.attaching.sweep()
            left = {name for name, each in kept.items() if file_of(here, each).exists()}
            assert left == {"sent", "draft", "queued"}
            assert await here.storage.attachments.sweep() == 0

    run(main)


def test_the_same_file_is_kept_once_and_mended(tmp_path: Path) -> None:
    async def main() -> None:
        async with chat(tmp_path) as (here, _):
            first = await here.chat.keep_attachment(PNG, "a.png")
            file_of(here, first).write_bytes(b"broken")
            second = await here.chat.keep_attachment(PNG, "b.png")
            assert first.file == second.file and first.id != second.id
            assert await here.chat.read_attachment(first) == PNG

    run(main)


KILLED = """
import asyncio, sys
from pathlib import Path
from tests.services.chats import PNG
from tests.services.world import world

async def main():
    async with world(Path(sys.argv[1])) as here:
        created = await here.chat.create("auto")
        kept = await here.chat.keep_attachment(PNG, "dot.png")
        await here.chat.save_draft(created.id, "Look", (kept,))
        print(created.id, flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


def test_d01_u16_files_of_a_draft_survive_a_kill(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    conversation_id = process.stdout.readline().decode().strip()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    async def main() -> None:
        storage = await Storage.open(tmp_path)
        await storage.attachments.sweep()
        conversation = await storage.conversations.get(conversation_id)
        assert conversation is not None and conversation.draft == "Look"
        (kept,) = conversation.draft_attachments
        assert await storage.attachments.read(kept.file) == PNG
        await storage.close()

    asyncio.run(main())
