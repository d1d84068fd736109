"""What an import leaves behind: each chat once and whole, and nothing of one that did not become whole."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from panda_desktop.domain.changes import BranchChanged, ConversationChanged
from panda_desktop.domain.chat import Conversation, Message, Role
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.domain.exchange import FileFormat, Progress, Watch
from panda_desktop.domain.folders import Shelf
from panda_desktop.domain.search import parse
from panda_desktop.services.exchange.pace import TARGET_S, Pace
from panda_desktop.services.exchange.plain import derived_id
from panda_desktop.storage.storage import Storage
from tests.services.exchange.rig import Rig, rig
from tests.services.exchange.samples import claude, long_chat, node, ours, saved, turn, two_versions, zipped

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        [two_versions(), two_versions(conversation_id="other")],
        [claude(turn("m", "human", "x"))],
        ours(("a", 3), ("b", 2000)),
    ],
)
async def test_a_second_import_adds_nothing(tmp_path: Path, value: Any) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, value)
        first = await here.take_in(path)
        before = await here.everything()
        assert first.conversations and not first.duplicates
        second = await here.take_in(path)
        assert (second.conversations, second.messages, second.grown) == (0, 0, 0)
        assert second.duplicates == first.conversations
        third = await here.take_in(zipped(tmp_path, ("conversations.json", value)))
        assert third.duplicates == first.conversations
        assert await here.everything() == before


async def test_a_chat_in_the_trash_is_here_already(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, [two_versions()])
        await here.take_in(path)
        chat, _ = await here.only()
        await here.storage.conversations.save(replace(chat, deleted_at=NOW))
        assert (await here.take_in(path)).duplicates == 1
        assert await here.storage.conversations.list() == ()


async def test_a_chat_that_was_deleted_for_good_can_come_again(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, [long_chat("long", 300)])
        await here.take_in(path)
        chat, messages = await here.only()
        await here.storage.conversations.doom(chat.id)  # its rows are still there
        report = await here.take_in(path)
        assert (report.conversations, report.messages) == (1, 300)
        _, again = await here.only()
        assert [replace(each, seq=0) for each in again] == [replace(each, seq=0) for each in messages]


async def test_a_chat_that_went_on_elsewhere_grows(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await here.take_in(saved(tmp_path, [two_versions()]))
        chat, before = await here.only()
        more = two_versions()
        more["mapping"]["q2"] = node("q2", "a1", "user", "And at night?", when=1_700_000_200)
        more["mapping"]["a3"] = node("a3", "q2", "assistant", "Stars.", when=1_700_000_210)
        more |= {"current_node": "a3", "update_time": 1_700_000_210}
        here.bus.heard.clear()
        report = await here.take_in(saved(tmp_path, [more]))
        assert (report.conversations, report.grown, report.messages, report.duplicates) == (0, 1, 2, 0)
        grown, after = await here.only()
        assert after[: len(before)] == before
        assert [each.text for each in after[len(before) :]] == ["And at night?", "Stars."]
        assert grown.leaf_id == after[-1].id and grown.updated_at > chat.updated_at
        assert [type(change) for change in here.bus.heard] == [ConversationChanged, BranchChanged]
        assert (await here.take_in(saved(tmp_path, [more]))).duplicates == 1


async def test_what_was_deleted_or_continued_here_stays_so(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, [two_versions()])
        await here.take_in(path)
        chat, messages = await here.only()
        store = here.storage.conversations
        await store.delete_messages([messages[1].id])
        mine = Message("mine", chat.id, messages[2].id, 0, Role.USER, "mine", NOW)
        await store.add((mine,), replace(chat, leaf_id="mine", title="Mine"))
        assert (await here.take_in(path)).duplicates == 1
        found, left = await here.only()
        assert [each.text for each in left] == ["Why is the sky blue?", "Because.", "mine"]
        assert (found.leaf_id, found.title) == ("mine", "Mine")


async def test_what_was_deleted_a_moment_ago_stays_deleted(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, [two_versions()])
        await here.take_in(path)
        _, messages = await here.only()
        await here.storage.conversations.set_aside([messages[2].id])  # it can still be brought back
        assert (await here.take_in(path)).duplicates == 1
        assert len((await here.only())[1]) == 2


async def test_one_file_that_holds_a_chat_twice(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        other = two_versions()
        other["mapping"]["a0"] = node("a0", "q", "assistant", "Older.", when=1_600_000_000)
        path = saved(tmp_path, [two_versions(), two_versions(), other])
        report = await here.take_in(path)
        assert (report.conversations, report.messages, report.grown, report.duplicates) == (1, 4, 1, 1)
        assert (await here.take_in(path)).messages == 0


async def test_the_list_hears_of_each_chat_when_it_is_whole(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        here.bus.subscribe(ConversationChanged, lambda change: told.append(change.conversation))
        told: list[Conversation] = []
        await here.take_in(saved(tmp_path, ours(("a", 2), ("b", 3000))))
        assert [each.title for each in told] == ["a", "b"]
        assert {each.id: each for each in told} == {
            key: chat for key, (chat, _) in (await here.everything()).items()
        }
        assert told[1].draft == "later"


async def test_what_came_in_is_found(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        await here.take_in(saved(tmp_path, [two_versions(), long_chat("long", 100, "albatross")]))
        while await here.storage.search.take_in_some():
            pass
        for word in ("Rayleigh", "albatross"):
            page = await here.storage.search.search(parse(word))
            assert page is not None and page.hits


async def stopped_at(here: Rig, path: Path, enough: int) -> Progress:
    told: list[Progress] = []

    def hear(progress: Progress) -> None:
        told.append(progress)
        watch.stopped = progress.done >= enough

    watch = Watch(hear)
    report = await here.exchange.import_file(path, watch)
    assert report.stopped
    found = await here.everything()
    assert len(found) == report.conversations
    assert report.messages == sum(len(messages) for _, messages in found.values())
    return told[-1]


@pytest.mark.parametrize("part", [0.2, 0.6])
async def test_stopped_in_the_middle_of_many(tmp_path: Path, part: float) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, [long_chat(f"c{number}", 40) for number in range(200)])
        size = path.stat().st_size
        last = await stopped_at(here, path, int(size * part))
        assert size * part <= last.done < size and last.total == size
        counts = {len(messages) for _, messages in (await here.everything()).values()}
        assert counts <= {40}
        # What is missing comes with the next import.
        report = await here.take_in(path)
        assert report.conversations + report.duplicates == 200
        assert {len(messages) for _, messages in (await here.everything()).values()} == {40}


async def test_stopped_in_the_middle_of_a_long_chat(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, ours(("a", 20), ("b", 20_000)))
        await stopped_at(here, path, path.stat().st_size // 2)
        assert list(await here.everything()) == ["a" * 32]
        counts = here.storage.conversations.counts
        await until_async(lambda: only_a(counts))
        assert (await here.take_in(path)).messages == 20_000


async def only_a(counts: Any) -> bool:
    return list(await counts()) == ["a" * 32]


async def until_async(reached: Any) -> None:
    async with asyncio.timeout(20):
        while not await reached():
            await asyncio.sleep(0.01)


async def test_cancelled_in_the_middle_of_a_long_chat(tmp_path: Path) -> None:
    path = saved(tmp_path, ours(("a", 20), ("b", 20_000)))
    half = path.stat().st_size // 2
    async with rig(tmp_path) as here:
        begun = asyncio.Event()
        watch = Watch(lambda progress: begun.set() if progress.done > half else None)
        task = asyncio.ensure_future(here.exchange.import_file(path, watch))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert list(await here.everything()) == ["a" * 32]
    # The next start finds its rows and clears them.
    storage = await Storage.open(tmp_path / "data")
    assert await storage.conversations.expired(datetime(2000, 1, 1, tzinfo=UTC)) == ("b" * 32,)
    await storage.close()


KILLED = """
import asyncio, sys
from pathlib import Path
from panda_desktop.domain.exchange import Watch
from tests.services.exchange.rig import rig

async def main():
    async with rig(Path(sys.argv[1])) as here:
        def told(progress):
            print(progress.done, flush=True)
        await here.exchange.import_file(Path(sys.argv[2]), Watch(told))

asyncio.run(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("after", [0.1, 0.4, 0.7])
async def test_d02_killed_in_the_middle(tmp_path: Path, after: float) -> None:
    path = saved(tmp_path, ours(*((letter, 1500) for letter in "abcdef")))
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path), str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) > path.stat().st_size * after:
            break
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    async with rig(tmp_path) as here:
        found = await here.everything()
        assert len(found) < 6 and (found or after < 0.3)
        assert all(len(messages) == 1500 for _, messages in found.values())
        report = await here.take_in(path)
        assert report.duplicates == len(found) and report.conversations == 6 - len(found)
        assert all(len(messages) == 1500 for _, messages in (await here.everything()).values())


async def test_a_disk_that_fills_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with rig(tmp_path) as here:
        store = here.storage.conversations
        bring_in, calls = store.bring_in, 0

        async def full(messages: Any, conversation: Any, *, is_whole: bool) -> None:
            nonlocal calls
            calls += 1
            if calls > 4:
                raise PandaError(ErrorKind.DISK_FULL)
            await bring_in(messages, conversation, is_whole=is_whole)

        monkeypatch.setattr(store, "bring_in", full)
        with pytest.raises(PandaError) as failure:
            await here.take_in(saved(tmp_path, ours(*((letter, 1000) for letter in "abcdef"))))
        assert failure.value.kind is ErrorKind.DISK_FULL
        assert all(len(messages) == 1000 for _, messages in (await here.everything()).values())


async def test_exports_and_imports_come_one_after_the_other(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, ours(("a", 3000)))
        reports = await asyncio.gather(here.take_in(path), here.take_in(path), here.put_out(FileFormat.JSON))
        assert [reports[0].conversations, reports[1].duplicates, reports[2].messages] == [1, 1, 3000]


async def test_a_temporary_chat_of_the_same_id_stays_in_memory(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        chat = Conversation("a" * 32, "t", "auto", NOW, NOW, temporary=True)
        await here.storage.conversations.save(chat)
        assert (await here.take_in(saved(tmp_path, ours(("a", 3))))).duplicates == 1
        assert await here.storage.conversations.shelf(Shelf.LIST) == (chat,)


async def test_the_window_waits_for_no_transaction_long(tmp_path: Path) -> None:
    async with rig(tmp_path) as here:
        path = saved(tmp_path, ours(*((letter, 8000) for letter in "abc")))
        waits: list[float] = []
        task = asyncio.ensure_future(here.take_in(path))
        while not task.done():
            began, worked = time.perf_counter(), time.process_time()
            await here.storage.conversations.save_draft("x", "y")
            # Time in which other programs had the processor does not count.
            waits.append(min(time.perf_counter() - began, time.process_time() - worked))
            await asyncio.sleep(0.002)
        assert (await task).messages == 24_000
        waits.sort()
        # The benchmark has the figure; here a busy machine is allowed for.
        assert waits[len(waits) // 2] < 0.05 and waits[int(len(waits) * 0.95)] < 0.15


def test_pace_finds_what_fits() -> None:
    pace = Pace()
    for _ in range(50):
        pace.took(pace.size * 1e-6, pace.size)  # a microsecond for a character
    assert 0.5 * TARGET_S < pace.size * 1e-6 <= TARGET_S * 1.01
    pace.took(10.0, pace.size)
    assert pace.size == 4 * 1024
    for _ in range(50):
        pace.took(1e-9, pace.size)
    assert pace.size == 2 * 1024 * 1024


def test_derived_ids_are_ids_of_ours_and_tell_nothing() -> None:
    one = derived_id("chatgpt", "c-1")
    assert one == derived_id("chatgpt", "c-1") != derived_id("claude", "c-1")
    assert len(one) == 32 and set(one) <= set("0123456789abcdef")
    assert derived_id("a", "b\x1fc") != derived_id("a\x1f", "b", "c") and derived_id("\ud83d")
