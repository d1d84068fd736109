"""Files that are on their way, and those of an earlier message that is edited, over the real services."""

from pathlib import Path

from panda_desktop.domain.errors import ErrorKind
from panda_desktop.viewmodels.attachments import AttachmentsModel
from tests.services.chats import PNG, quiet, saying
from tests.services.world import world
from tests.viewmodels.test_chat_parts import Heard, identity, opened


async def test_files_come_in_the_order_they_were_given_and_where_they_were_expected(
    tmp_path: Path, qapp: object
) -> None:
    async with world(tmp_path, saying("ok")) as here:
        chat, files = await opened(here), AttachmentsModel(here.tasks, here.chat)
        assert chat.conversation is not None
        files.show(chat.conversation)
        first = identity(chat)
        place = files.expect(3)
        assert (files.pending, files.room) == (3, 17)
        second = await here.chat.create("auto")
        files.show(second)
        assert (files.items, files.pending) == ((), 0)
        missed, failed = Heard(files.missed), Heard(files.failed)
        files.add(b"x" * 5_000_000, "large.txt", place=place)
        files.add(PNG, "small.png", place=place)
        files.give_up(place)
        await quiet(here)
        assert files.items == ()
        stored, _ = await here.chat.open(first)
        assert [each.name for each in stored.draft_attachments] == ["large.txt", "small.png"]
        files.show(stored)
        assert (files.pending, files.room) == (0, 18)
        assert len(missed) == 1

        files.add(b"\x7fELF\0\0", "a.out", place=files.expect(1))
        await failed.reached(1)
        assert failed[0][0].kind is ErrorKind.CANNOT_ATTACH
        assert len(missed) == 2


async def test_the_files_of_an_edited_message_are_beside_those_of_the_draft(
    tmp_path: Path, qapp: object
) -> None:
    async with world(tmp_path, saying("ok")) as here:
        chat, files = await opened(here), AttachmentsModel(here.tasks, here.chat)
        assert chat.conversation is not None
        files.show(chat.conversation)
        files.add(b"draft", "draft.txt")
        await quiet(here)
        draft = files.items
        old = await here.chat.keep_attachment(b"old", "old.txt")
        files.show_edit("message", (old,))
        assert files.items == (old,)
        files.add(b"new", "new.txt")
        await quiet(here)
        files.remove(old.id)
        assert [each.name for each in files.items] == ["new.txt"]
        stored, _ = await here.chat.open(identity(chat))
        assert stored.draft_attachments == draft
        files.show(stored)  # another chat was seen meanwhile
        assert files.items == draft == files.drafted(stored.id)
        files.show_edit("message", ())
        assert [each.name for each in files.items] == ["new.txt"]
        place = files.expect(1)
        files.leave_edit()
        files.add(b"late", "late.txt", place=place)
        await quiet(here)
        assert files.items == draft
        files.show_edit("message", (old,))
        assert files.items == (old,)
        files.leave_edit()
        files.forget_edit(stored.id, "message")
