"""The search as the program uses it: chats that stream, searches that overtake each other."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.changes import (
    BalanceChanged,
    MessageGrew,
    ReceiptChanged,
    ReplyFinished,
    SearchCompleted,
)
from panda_desktop.domain.chat import Message
from panda_desktop.domain.errors import PandaError
from panda_desktop.domain.search import PAGE_SIZE, SearchPage, Term
from panda_desktop.services.bus import Bus
from panda_desktop.services.search import SearchService
from panda_desktop.services.tasks import TaskSet
from panda_desktop.storage import saved_conversations
from panda_desktop.storage.search import SearchStore
from tests.gateway.scripted import Call, Play, stream
from tests.services.chats import quiet
from tests.services.test_chat import HELLO, delta
from tests.services.world import World, world


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 30))


async def found(here: World, text: str, **options: Any) -> list[str]:
    page = await here.search.search(text, **options)
    assert page is not None
    return [hit.snippet.text for hit in page.hits]


def in_two_parts(first: bytes, hold: asyncio.Event, second: bytes) -> Play:
    async def play(call: Call) -> None:
        await stream(first, hold=hold)(call)
        await call.send(second)

    return play


def test_an_answer_is_found_when_it_has_ended(tmp_path: Path) -> None:
    async def main() -> None:
        hold = asyncio.Event()
        async with world(tmp_path, in_two_parts(delta("竹子"), hold, delta("森林", "stop"))) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "熊猫吃什么")
            await here.until(
                lambda: any(isinstance(c, MessageGrew) and c.message.text for c in here.bus.heard)
            )
            assert await found(here, "熊猫") == ["熊猫吃什么", "熊猫吃什么"]  # title, message
            assert await found(here, "竹") == []
            hold.set()
            await here.until(lambda: any(isinstance(change, ReplyFinished) for change in here.bus.heard))
            assert [text[:2] for text in await found(here, "竹子")] == ["竹子"]

    run(main)


def test_the_trash_and_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "About pandas")
            await here.until(lambda: any(isinstance(change, ReplyFinished) for change in here.bus.heard))
            assert len(await found(here, "pandas")) == 2
            await here.chat.trash(created.id)
            assert await found(here, "pandas") == []
            assert len(await found(here, "pandas", trashed=True)) == 2
            await here.chat.restore(created.id)
            assert len(await found(here, "pandas")) == 2
            await here.chat.change(created.id, archived=True)
            page = await here.search.search("pandas")
            assert page is not None and [hit.archived for hit in page.hits] == [True, True]
            await here.chat.trash(created.id)
            await here.organisation.delete(created.id)
            assert await found(here, "pandas") == await found(here, "pandas", trashed=True) == []

    run(main)


def test_a_temporary_chat_is_not_found(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto", temporary=True)
            await here.chat.send(created.id, "Secret pandas")
            await here.until(lambda: any(isinstance(change, ReplyFinished) for change in here.bus.heard))
            assert await found(here, "pandas") == await found(here, "hello") == []

    run(main)


class Gate(SearchStore):
    """A store whose searches wait until they are let go or superseded."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.free = asyncio.Event()
        self.watched = threading.Event()

    async def search(
        self,
        terms: Sequence[Term],
        *,
        limit: int = PAGE_SIZE,
        trashed: bool = False,
        superseded: Callable[[], bool] = lambda: False,
    ) -> SearchPage | None:
        self.began.append(terms[0].words[0])
        while not superseded() and not self.free.is_set():
            await asyncio.sleep(0.001)
        return None if superseded() else SearchPage()


def test_only_the_newest_search_runs(tmp_path: Path) -> None:
    async def main() -> None:
        problems: list[PandaError] = []
        store = Gate()
        service = SearchService(Bus(), TaskSet(problems.append), store)
        typed = [asyncio.ensure_future(service.search("panda"[:end])) for end in range(1, 6)]
        assert await asyncio.gather(*typed[:4]) == [None] * 4
        while store.began[-1] != "panda":
            await asyncio.sleep(0.001)
        assert store.began[0] == "p" and not typed[4].done()
        store.free.set()
        assert await typed[4] == SearchPage()

    run(main)


def test_the_index_is_completed_beside_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_conversations, "BULK", 2)

    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto")
            for number in range(2):
                await here.chat.send(created.id, f"panda {number}")
                await here.until(
                    lambda: sum(isinstance(c, ReplyFinished) for c in here.bus.heard) > number  # noqa: B023
                )
            _, messages = await here.chat.open(created.id)
            await here.chat.fork(messages[-1].id)
            first = await here.search.search("hello")
            assert first is not None and not first.complete and len(first.hits) == 2
            await here.until(lambda: any(isinstance(change, SearchCompleted) for change in here.bus.heard))
            second = await here.search.search("hello")
            assert second is not None and second.complete and len(second.hits) == 4
            await quiet(here)  # what the answers cost is told after them
            here.bus.heard.clear()
            here.search.start()
            await quiet(here)
            assert here.bus.heard == []  # nothing was missing

    run(main)


SETTLING = (BalanceChanged, ReceiptChanged)


def test_a_hit_on_a_branch_that_is_not_shown_can_be_shown(tmp_path: Path) -> None:
    async def main() -> None:
        async with world(tmp_path, HELLO) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "first version")
            await here.until(lambda: any(isinstance(change, ReplyFinished) for change in here.bus.heard))
            conversation, messages = await here.chat.open(created.id)
            await here.chat.edit(messages[0].id, "second version")
            await here.until(lambda: sum(isinstance(c, ReplyFinished) for c in here.bus.heard) > 1)
            page = await here.search.search('"first version"')
            assert page is not None
            hit = page.hits[-1]
            assert hit.message_id == messages[0].id
            await here.chat.show_message(hit.message_id)
            shown, _ = await here.chat.open(created.id)
            assert shown.leaf_id == conversation.leaf_id
            here.bus.heard.clear()
            await here.chat.show_message(hit.message_id)
            # The receipt of the last answer may come in meanwhile; it is nothing that showing did.
            assert [type(change) for change in here.bus.heard if not isinstance(change, SETTLING)] == []

    run(main)


def test_searches_while_an_answer_streams_disturb_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        text = "".join(f"panda {number} " for number in range(300))
        parts = [delta(text[start : start + 40]) for start in range(0, len(text), 40)]
        async with world(tmp_path, stream(*parts, delta("", "stop"))) as here:
            created = await here.chat.create("auto")
            await here.chat.send(created.id, "Tell me about pandas")
            ended: list[Message] = []
            here.bus.subscribe(ReplyFinished, lambda change: ended.append(change.message))
            turns = 0
            while not ended:
                turns += 1
                await asyncio.gather(*(here.search.search("panda"[:end]) for end in range(1, 6)))
            (stored,) = [m for m in (await here.chat.open(created.id))[1] if m.id == ended[0].id]
            assert stored.text == text and turns
            assert len(await found(here, "panda 299")) == 1

    run(main)
