"""Boards, and the marks of the library: which items lie on which board and carry which tag.

Promise: what is deleted leaves its items as they are; a change of many items is one step.
"""

import sqlite3
from collections.abc import Sequence

from panda_desktop.domain.boards import Board
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import whole
from panda_desktop.storage.media import mark


class BoardStore:
    """Reads and writes boards and marks."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def all(self) -> tuple[Board, ...]:
        """Returns all boards in order."""
        return await self._database.run(_boards)

    async def save(self, board: Board, item_ids: Sequence[str] = ()) -> None:
        """Stores a new board with what lies on it, or a changed one."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO boards (id, name, place) VALUES (?, ?, ?) ON CONFLICT (id)"
                " DO UPDATE SET name = excluded.name",
                (board.id, whole(board.name), board.place),
            )
            mark(connection, "board_items", "board_id", [(each, board.id) for each in item_ids], True)

        await self._database.run(work)

    async def order(self, board_ids: Sequence[str]) -> None:
        """Puts the boards into this order."""
        values = [(place, board_id) for place, board_id in enumerate(board_ids)]
        await self._database.run(
            lambda connection: connection.executemany("UPDATE boards SET place = ? WHERE id = ?", values)
        )

    async def delete(self, board_id: str) -> None:
        """Removes a board; its items stay."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM boards WHERE id = ?", (board_id,))
        )

    async def put(self, item_ids: Sequence[str], board_id: str, on: bool) -> None:
        """Puts items on a board, or takes them off."""
        pairs = [(item_id, board_id) for item_id in item_ids]
        await self._database.run(lambda connection: mark(connection, "board_items", "board_id", pairs, on))

    async def tag(self, item_ids: Sequence[str], tag_id: str, carried: bool) -> None:
        """Gives items a tag, or takes it from them."""
        pairs = [(item_id, tag_id) for item_id in item_ids]
        await self._database.run(lambda connection: mark(connection, "media_tags", "tag_id", pairs, carried))


def _boards(connection: sqlite3.Connection) -> tuple[Board, ...]:
    rows = connection.execute("SELECT id, name, place FROM boards ORDER BY place, rowid")
    return tuple(Board(*row) for row in rows.fetchall())
