"""Queue, files, comparison, presets, prompts and the pad, as a page sees them, over the real services."""

import asyncio
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import SignalInstance

from panda_desktop.domain.attachments import Attachment
from panda_desktop.domain.chat import MessageState, Parameters
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.queue import Hold
from panda_desktop.viewmodels.attachments import AttachmentsModel
from panda_desktop.viewmodels.chat import ChatModel
from panda_desktop.viewmodels.compare import CompareModel
from panda_desktop.viewmodels.completing import CompletionModel
from panda_desktop.viewmodels.presets import PresetsModel
from panda_desktop.viewmodels.prompts import PromptsModel
from panda_desktop.viewmodels.queue import QueueModel
from tests.gateway.scripted import stream
from tests.services.chats import DONE, PNG, balances, delta, finished, growing, quiet, saying, texts
from tests.services.test_completing import piece
from tests.services.world import World, world


class Heard(list[tuple[Any, ...]]):
    """What a signal told."""

    def __init__(self, *signals: SignalInstance) -> None:
        super().__init__()
        self.came = asyncio.Event()
        for signal in signals:
            signal.connect(self._hear)

    def _hear(self, *values: Any) -> None:
        self.append(values)
        self.came.set()

    async def reached(self, wanted: int) -> None:
        async with asyncio.timeout(10):
            while len(self) < wanted:
                self.came.clear()
                await self.came.wait()


async def opened(here: World) -> ChatModel:
    model = ChatModel(here.bus, here.tasks, here.chat, here.settings)
    await model.load()
    return model


def identity(model: ChatModel) -> str:
    assert model.conversation is not None
    return model.conversation.id


async def test_the_queue_of_the_open_chat(tmp_path: Path, qapp: object) -> None:
    hold = asyncio.Event()
    async with world(tmp_path, stream(delta("one"), hold=hold), saying("two")) as here:
        chat, queue = await opened(here), QueueModel(here.bus, here.tasks, here.chat)
        queue.show(identity(chat))
        changed = Heard(queue.changed)
        sent = Heard(chat.sent)
        chat.send("1")
        await here.until(growing(here))
        for text in ("a", "b", "c"):
            chat.queue(text)
            await sent.reached(2 + "abc".index(text))
        assert [item.text for item in queue.items] == ["a", "b", "c"] and queue.hold is None
        queue.move(queue.items[2].id, 0)
        queue.edit(queue.items[1].id, "B")
        queue.remove(queue.items[0].id)
        await changed.reached(6)
        assert [item.text for item in queue.items] == ["c", "B"]
        chat.stop()
        await changed.reached(7)
        assert queue.hold is Hold.STOPPED and queue.error is None
        queue.send_now(queue.items[1].id)
        await here.until(finished(here, 2))
        await quiet(here)
        assert [item.text for item in queue.items] == ["c"] and queue.hold is Hold.STOPPED
        assert [message.text for message in chat.rows.messages()] == ["1", "one", "B", "two"]
        queue.resume()
        await here.until(finished(here, 3))
        await quiet(here)
        assert queue.items == () and queue.hold is None
        # Another chat has another queue.
        queue.show("elsewhere")
        assert queue.items == ()
        failed = Heard(queue.failed)
        queue.remove("none")
        await failed.reached(1)
        hold.set()


def items(files: AttachmentsModel) -> tuple[Attachment, ...]:
    """Returns the files as they are now; a type checker takes an attribute once seen empty to stay so."""
    return files.items


async def test_files_belong_to_the_chat_they_were_added_in(tmp_path: Path, qapp: object) -> None:
    async with world(tmp_path, saying("ok")) as here:
        chat, files = await opened(here), AttachmentsModel(here.tasks, here.chat)
        chat.opened.connect(files.show)
        assert chat.conversation is not None
        files.show(chat.conversation)
        first, changed = identity(chat), Heard(files.changed)
        files.add(PNG, "dot.png", "image/png")
        assert files.pending == 1 and items(files) == ()
        second = await here.chat.create("auto")
        chat.open(second.id)
        await quiet(here)
        assert items(files) == () and files.pending == 0
        chat.open(first)
        await quiet(here)
        (kept,) = files.items
        assert kept.name == "dot.png" and len(changed) >= 3
        files.add(b"notes", "notes.txt")
        await quiet(here)
        stored, _ = await here.chat.open(first)
        assert stored.draft_attachments == files.items

        loaded = Heard(files.loaded)
        files.load(kept)
        await loaded.reached(1)
        assert loaded[0] == (kept, PNG)
        (here.storage.folder / kept.file).unlink()
        files.load(kept)
        await loaded.reached(2)
        assert loaded[1] == (kept, None)  # D18: a placeholder

        files.remove(kept.id)
        going = files.items
        sent = Heard(chat.sent)
        chat.send("Read this", going)
        await sent.reached(1)
        files.add(b"late", "late.txt")
        await quiet(here)
        files.sent(first, going)
        await quiet(here)
        assert [each.name for each in files.items] == ["late.txt"]
        stored, _ = await here.chat.open(first)
        assert stored.draft_attachments == files.items
        assert [each.attachments for each in chat.rows.messages()] == [going, ()]

        failed = Heard(files.failed)
        files.add(b"\x7fELF\0\0", "a.out")
        await failed.reached(1)
        assert failed[0][0].kind is ErrorKind.CANNOT_ATTACH and files.pending == 0
        for number in range(20):
            files.add(b"x%d" % number, f"{number}.txt")
        await failed.reached(2)
        assert failed[1][0].detail.param == "attachments"
        await quiet(here)


async def test_a_comparison_in_columns(tmp_path: Path, qapp: object) -> None:
    hold = asyncio.Event()
    slow = stream(delta("some"), hold=hold)
    async with world(tmp_path, slow, slow) as here:
        here.server.routes["/dashboard/billing"] = balances("10", "9")
        await here.account.settled()
        chat, compare = await opened(here), CompareModel(here.bus, here.tasks, here.parts.comparing)
        answering = Heard(chat.answering_changed)
        shown, running = Heard(compare.shown), Heard(compare.running_changed)
        compare.start(identity(chat), "Hi", ("auto:cost", "auto:quality"))
        await shown.reached(1)
        assert compare.question is not None and compare.question.text == "Hi"
        left, right = compare.columns
        assert (left.model, right.model) == ("auto:cost", "auto:quality")
        grew = Heard(left.rows.grew, left.rows.changed)
        await here.until(growing(here, 2))
        assert left.is_running and compare.is_running
        assert (left.rows.count(), left.message.text, left.state) == (1, "some", MessageState.STREAMING)
        changed = Heard(left.changed)
        compare.stop(left.message.id)
        await here.until(finished(here))
        assert (left.state, right.state) == (MessageState.STOPPED, MessageState.STREAMING)
        assert chat.is_answering and compare.is_running and grew and changed
        compare.stop_all()
        await here.until(finished(here, 2))
        assert [value for (value,) in running] == [True, False]
        assert [value for (value,) in answering] == [True, False]
        await quiet(here)
        assert left.receipt is not None and left.receipt.cost == Decimal(1) and left.receipt.cost_is_shared
        used = Heard(compare.used)
        compare.use(right.message.id)
        await used.reached(1)
        assert used[0] == (right.message.id,)
        await quiet(here)
        assert chat.rows.messages()[-1].id == right.message.id
        compare.clear()
        assert compare.columns == () and compare.question is None
        compare.show(chat.rows.messages()[0].id)
        await shown.reached(3)
        assert [column.model for column in compare.columns] == ["auto:cost", "auto:quality"]
        compare.start_again(chat.rows.messages()[0].id, ("a", "b", "c"))
        await shown.reached(4)
        assert len(compare.columns) == 3
        failed = Heard(compare.failed)
        compare.start(identity(chat), "Hi", ("auto",))
        await failed.reached(1)
        compare.stop_all()
        await here.until(finished(here, 5))
        hold.set()


async def test_presets_and_prompts(tmp_path: Path, qapp: object) -> None:
    async with world(tmp_path) as here:
        chat = await opened(here)
        presets = PresetsModel(here.bus, here.tasks, here.parts.presets)
        await presets.load()
        made = Heard(presets.made)
        presets.create("Brief", "Be brief", "auto:cost", Parameters(temperature=0.2))
        await made.reached(1)
        (brief,) = presets.presets
        assert presets.preset(brief.id) == brief == made[0][0]
        changed = Heard(chat.changed)
        chat.apply_preset(brief.id)
        await changed.reached(1)
        assert chat.conversation is not None and chat.conversation.system_prompt == "Be brief"
        presets.change(brief.id, name="Short")
        presets.set_default(brief.id)
        await quiet(here)
        assert presets.presets[0].name == "Short" and presets.default_id == brief.id
        presets.create("Last")
        await made.reached(2)
        presets.place(made[1][0].id, 0)
        presets.delete(brief.id)
        await quiet(here)
        assert [each.name for each in presets.presets] == ["Last"] and presets.default_id == ""
        assert presets.preset(brief.id) is None

        prompts = PromptsModel(here.bus, here.tasks, here.parts.prompts)
        await prompts.load((("Translate", "To {{language}}: {{text}}"), ("翻译", "译成{{语言}}")))
        translate, chinese = prompts.prompts
        assert prompts.matching("TRANS") == (translate,)
        assert prompts.matching("译") == (chinese,) and prompts.matching("{{") == (translate, chinese)
        assert prompts.missing(translate, {"text": "hi"}) == ("language",)
        assert prompts.filled(translate, {"text": "hi", "language": "zh"}) == "To zh: hi"
        made = Heard(prompts.made)
        prompts.create("Mine", "{{x}}")
        await made.reached(1)
        prompts.place(made[0][0].id, 0)
        prompts.change(translate.id, name="Into")
        prompts.delete(chinese.id)
        await quiet(here)
        assert [each.name for each in prompts.prompts] == ["Mine", "Into"]
        assert prompts.prompt(chinese.id) is None and prompts.prompt(translate.id) is not None
        await prompts.load((("Again", "x"),))
        assert len(prompts.prompts) == 2


async def test_what_was_deleted_or_replaced_comes_back_in_its_place(tmp_path: Path, qapp: object) -> None:
    async with world(tmp_path) as here:
        chat = await opened(here)
        presets = PresetsModel(here.bus, here.tasks, here.parts.presets)
        for name in ("One", "Two", "Three"):
            presets.create(name, f"Be {name}", "auto:cost", Parameters(top_p=0.5))
        await quiet(here)
        two = presets.presets[1]
        presets.set_default(two.id)
        presets.delete(two.id)
        presets.restore(two, 1, default=True)
        await quiet(here)
        assert [each.name for each in presets.presets] == ["One", "Two", "Three"]
        assert presets.presets[1].parameters == Parameters(top_p=0.5)
        assert presets.default_id == presets.presets[1].id

        before = chat.conversation
        assert before is not None
        chat.apply_preset(presets.presets[0].id)
        await quiet(here)
        assert chat.conversation is not None and presets.matching(chat.conversation) == presets.presets[0]
        chat.restore_request(before)
        await quiet(here)
        now = chat.conversation
        assert (now.model, now.system_prompt, now.parameters) == (before.model, "", Parameters())
        assert presets.matching(now) is None

        prompts = PromptsModel(here.bus, here.tasks, here.parts.prompts)
        prompts.read((("A", "a"), ("B", "b"), ("C", "c")))
        await quiet(here)
        middle = prompts.prompts[1]
        prompts.delete(middle.id)
        prompts.restore(middle, 1)
        await quiet(here)
        prompts.duplicate(prompts.prompts[0], "A (copy)")
        await quiet(here)
        assert [each.name for each in prompts.prompts] == ["A", "A (copy)", "B", "C"]


async def test_the_pad_is_told_in_frames(tmp_path: Path, qapp: object) -> None:
    pieces = [piece("x") for _ in range(200)]
    async with world(tmp_path, stream(*pieces, piece("", "stop"), DONE)) as here:
        pad = CompletionModel(here.bus, here.tasks, here.parts.completing)
        await pad.load()
        grew, changed, writing = Heard(pad.grew), Heard(pad.changed), Heard(pad.writing_changed)
        pad.change(text="Some ", model="auto:cost")
        await quiet(here)
        pad.complete()
        await writing.reached(2)
        assert pad.pad.text == "Some " + "x" * 200
        told = "".join(text for (text,) in grew)
        assert told == "x" * 200 or changed[-1][0].text.startswith("Some " + told)
        assert len(grew) < 100
        pad.take_back()
        await quiet(here)
        assert pad.pad.text == "Some "
        failed = Heard(pad.failed)
        pad.change(model=" ")
        await failed.reached(1)
        pad.stop()


async def test_deleting_offers_the_way_back(tmp_path: Path, qapp: object) -> None:
    async with world(tmp_path, saying("one")) as here:
        chat = await opened(here)
        sent, deleted = Heard(chat.sent), Heard(chat.messages_deleted)
        chat.send("1")
        await sent.reached(1)
        await here.until(finished(here))
        await quiet(here)
        chat.delete_message(chat.rows.messages()[0].id)
        await deleted.reached(1)
        await quiet(here)
        assert chat.rows.count() == 0
        chat.restore_messages(deleted[0][0])
        await quiet(here)
        assert [message.text for message in chat.rows.messages()] == ["1", "one"]
        failed = Heard(chat.failed)
        chat.restore_messages(("none",))
        await failed.reached(1)
        assert isinstance(failed[0][0], PandaError)


async def test_a_receipt_that_comes_later_is_in_the_row(tmp_path: Path, qapp: object) -> None:
    async with world(tmp_path, saying("one")) as here:
        here.server.routes["/dashboard/billing"] = balances("10", "9.5")
        await here.account.settled()
        chat = await opened(here)
        sent = Heard(chat.sent)
        chat.send("1")
        await sent.reached(1)
        await here.until(finished(here))
        await quiet(here)
        receipt = chat.rows.messages()[1].receipt
        assert receipt is not None and receipt.cost == Decimal("0.5")
        assert await texts(here, identity(chat)) == ["1", "one"]
