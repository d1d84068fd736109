"""Boards and tags of the library: what a command changed, undoing it changes back."""

import asyncio
from pathlib import Path

import pytest

from panda_desktop.domain.changes import BoardsChanged, MediaChanged
from panda_desktop.domain.errors import ErrorKind, PandaError
from tests.services.media.rig import rig, run


def test_a_board_its_items_and_the_ways_back(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            boards = here.media.boards
            one, two, three = [await here.item() for _ in range(3)]
            board = await boards.create_board("  Sea\n side ", (one.id,))
            assert board.name == "Sea side" and boards.boards() == (board,)
            assert await boards.put(board.id, (one.id, two.id, two.id), True) == (two.id,)
            assert here.library.item(two.id).board_ids == (board.id,)
            # Only what the command changed is undone.
            assert await boards.put(board.id, (two.id,), False) == (two.id,)
            assert (await here.reread())[one.id].board_ids == (board.id,)
            assert await boards.put(board.id, (three.id,), True) == (three.id,)

            assert await boards.rename_board(board.id, "Shore") == "Sea side"
            removed = await boards.delete_board(board.id)
            assert removed.board.name == "Shore" and set(removed.item_ids) == {one.id, three.id}
            assert boards.boards() == () and here.library.item(one.id).board_ids == ()
            assert (await here.reread())[one.id].board_ids == ()
            await boards.restore_board(removed)
            assert boards.boards() == (removed.board,)
            stored = await here.reread()
            assert [stored[each.id].board_ids for each in (one, two, three)] == [
                (board.id,),
                (),
                (board.id,),
            ]
            assert {item.id: item for item in here.library.all_items()} == stored
            told = [change for change in here.bus.heard if isinstance(change, BoardsChanged)]
            assert told[-1].boards == (removed.board,)

    run(main)


def test_names_places_and_what_is_not_there(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            boards = here.media.boards
            a, b, c = [await boards.create_board(name) for name in "abc"]
            await boards.place_board(c.id, 0)
            assert [each.name for each in boards.boards()] == ["c", "a", "b"]
            for refused in (
                boards.create_board("A"),
                boards.rename_board(b.id, "a"),
                boards.create_board(" "),
            ):
                with pytest.raises(PandaError) as caught:
                    await refused
                assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.INVALID_INPUT, "name")
            await boards.rename_board(a.id, "A")  # its own name in other letters
            item = await here.item()
            for work, param in (
                (boards.put("none", (item.id,), True), "board"),
                (boards.put(a.id, ("none",), True), "item"),
                (boards.tag("none", (item.id,), True), "tag"),
            ):
                with pytest.raises(PandaError) as caught:
                    await work
                assert (caught.value.kind, caught.value.detail.param) == (ErrorKind.CANNOT_READ, param)

    run(main)


def test_tags_are_those_of_the_chats_and_leave_with_them(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            tag = await here.organisation.create_tag("Blue", 3)
            other = await here.organisation.create_tag("Red", 1)
            one, two = [await here.item() for _ in range(2)]
            boards = here.media.boards
            assert await boards.tag(tag.id, (one.id, two.id), True) == (one.id, two.id)
            assert await boards.tag(other.id, (one.id,), True) == (one.id,)
            assert await boards.tag(tag.id, (one.id,), True) == ()
            await here.organisation.delete_tag(tag.id)
            await here.until(lambda: here.library.item(two.id).tag_ids == ())
            assert here.library.item(one.id).tag_ids == (other.id,)
            assert (await here.reread())[one.id].tag_ids == (other.id,)

    run(main)


def test_changes_at_the_same_time_do_not_undo_each_other(tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(tmp_path) as here:
            tag = await here.organisation.create_tag("Blue")
            board = await here.media.boards.create_board("B")
            item = await here.item()
            await asyncio.gather(
                here.library.star(item.id, True),
                here.media.boards.tag(tag.id, (item.id,), True),
                here.media.boards.put(board.id, (item.id,), True),
                here.library.trash((item.id,)),
                here.library.restore((item.id,)),
            )
            now = here.library.item(item.id)
            assert (now.starred, now.tag_ids, now.board_ids) == (True, (tag.id,), (board.id,))
            assert (await here.reread())[item.id] == now
            told = [change.item for change in here.bus.heard if isinstance(change, MediaChanged)]
            assert told[-1] == now

    run(main)
