"""The trash of the library: files go when it is emptied and not before, and nothing else goes with them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from panda_desktop.domain.changes import MediaRemoved
from panda_desktop.domain.chat import Conversation
from panda_desktop.domain.errors import ErrorKind, PandaError
from panda_desktop.services.chat import organisation
from panda_desktop.services.media import trash
from panda_desktop.storage.files import MediaFiles
from tests.services.media.rig import rig, run


def test_trash_restore_and_empty(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            kept, first, second = [await here.item(prompt=name) for name in ("kept", "first", "second")]
            await here.library.trash((first.id,))
            await here.library.trash((second.id,))
            trash = here.media.trash
            assert [item.id for item in trash.items()] == [second.id, first.id]
            assert all(here.library.path_of(item).is_file() for item in (first, second))
            await here.library.restore((first.id,))
            assert [item.id for item in trash.items()] == [second.id]
            with pytest.raises(PandaError) as caught:
                await trash.delete((second.id, kept.id))
            assert caught.value.kind is ErrorKind.INVALID_INPUT
            assert here.library.path_of(second).is_file()

            assert await trash.empty() == second.size
            assert not here.library.path_of(second).exists() and trash.items() == ()
            assert set(await here.reread()) == {kept.id, first.id}
            assert [c.item_id for c in here.bus.heard if isinstance(c, MediaRemoved)] == [second.id]
            (left,) = await here.storage.media.gone()
            assert (left.id, left.prompt, left.file) == (second.id, "", second.file)

    run(main)


def test_after_30_days_and_not_before(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            old, young = await here.item(), await here.item()
            now = datetime.now(UTC)
            for ago in (2, 1):  # it counts up to the third last day of use
                await here.storage.days_seen.see((now - timedelta(days=ago)).date())
            for item, days in ((old, 33), (young, 29)):
                trashed = replace(item, deleted_at=now - timedelta(days=days))
                await here.storage.media.save(trashed)
                here.library.added(trashed)
            here.media.trash.start()
            await here.until(lambda: any(isinstance(each, MediaRemoved) for each in here.bus.heard))
            assert set(await here.reread()) == {young.id}
            assert here.library.path_of(young).is_file() and not here.library.path_of(old).exists()

    run(main)


def test_v12_a_clock_that_is_far_ahead_once_empties_no_trash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            item = await here.item()
            await here.library.trash((item.id,))
            now = datetime.now(UTC)
            for ago in range(40, -1, -1):  # used every day
                await here.storage.days_seen.see((now - timedelta(days=ago)).date())

            class Ahead(datetime):
                @classmethod
                def now(cls, tz: tzinfo | None = None) -> "Ahead":
                    return cls.fromtimestamp(now.timestamp() + 5 * 365 * 86400, tz)

            for module in (trash, organisation):
                monkeypatch.setattr(module, "datetime", Ahead)
            chat = Conversation("c", "c", "auto", now, now, deleted_at=now)
            await here.storage.conversations.save(chat)
            here.media.trash.start()
            here.organisation.start()
            while any(task.get_name() in ("trash", "trash of the library") for task in asyncio.all_tasks()):
                await asyncio.sleep(0.01)
            assert here.media.trash.items() and here.library.path_of(item).is_file()
            assert await here.storage.conversations.get("c") is not None

    run(main)


def test_d19_a_file_that_is_held_goes_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is gone, the file is counted as left over and offered by the clean-up."""

    async def main() -> None:
        async with rig(tmp_path) as here:
            item = await here.item()
            await here.library.trash((item.id,))
            with monkeypatch.context() as held:
                held.setattr(MediaFiles, "remove", lambda self, file: False)
                assert await here.media.trash.empty() == 0
            assert here.library.path_of(item).is_file()
            plan = await here.media.disk.plan()
            assert [(step.reason.value, step.files) for step in plan.steps] == [("leftovers", (item.file,))]
            done = await here.media.disk.clean_up(plan, frozenset(step.reason for step in plan.steps))
            assert (done.files, done.size) == (1, item.size) and not here.library.path_of(item).exists()

    run(main)


def test_d02_an_item_never_loses_its_file_to_an_end_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            item = await here.item()
            await here.library.trash((item.id,))

            async def fails(_items: object) -> None:
                raise PandaError(ErrorKind.DISK_FULL)

            monkeypatch.setattr(here.storage.media, "remove", fails)
            with pytest.raises(PandaError):
                await here.media.trash.empty()
            assert here.library.path_of(item).is_file() and here.library.has(item.id)

    run(main)
