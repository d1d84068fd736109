"""The trash of the library: files go when it is emptied and not before, and nothing else goes with them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from panda_desktop.domain.changes import MediaRemoved
from panda_desktop.domain.errors import ErrorKind, PandaError
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
            for item, days in ((old, 31), (young, 29)):
                trashed = replace(item, deleted_at=now - timedelta(days=days))
                await here.storage.media.save(trashed)
                here.library.added(trashed)
            here.media.trash.start()
            await here.until(lambda: any(isinstance(each, MediaRemoved) for each in here.bus.heard))
            assert set(await here.reread()) == {young.id}
            assert here.library.path_of(young).is_file() and not here.library.path_of(old).exists()

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
