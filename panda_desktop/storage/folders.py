"""Folders and tags.

Promise: what is deleted leaves its conversations as they are, in no folder and without the tag.
"""

import sqlite3
from collections.abc import Sequence

from panda_desktop.domain.folders import Folder, Tag
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import whole


class FolderStore:
    """Reads and writes folders and tags."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def folders(self) -> tuple[Folder, ...]:
        """Returns all folders in order."""
        return await self._database.run(_folders)

    async def save_folder(self, folder: Folder) -> None:
        """Stores a new folder, or its changed name or state; its place is that of `order`."""
        values = (folder.id, whole(folder.name), folder.place, folder.collapsed)
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT INTO folders (id, name, place, collapsed) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
                " DO UPDATE SET name = excluded.name, collapsed = excluded.collapsed",
                values,
            )
        )

    async def order(self, folder_ids: Sequence[str]) -> None:
        """Puts the folders into this order."""
        values = [(place, folder_id) for place, folder_id in enumerate(folder_ids)]
        await self._database.run(
            lambda connection: connection.executemany("UPDATE folders SET place = ? WHERE id = ?", values)
        )

    async def delete_folder(self, folder_id: str) -> None:
        """Removes a folder; its conversations stay."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
        )

    async def tags(self) -> tuple[Tag, ...]:
        """Returns all tags by name."""
        tags = await self._database.run(_tags)
        return tuple(sorted(tags, key=lambda tag: (tag.name.casefold(), tag.id)))

    async def save_tag(self, tag: Tag) -> None:
        """Stores a new or changed tag."""
        values = (tag.id, whole(tag.name), tag.colour)
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT INTO tags (id, name, colour) VALUES (?, ?, ?) ON CONFLICT (id)"
                " DO UPDATE SET name = excluded.name, colour = excluded.colour",
                values,
            )
        )

    async def delete_tag(self, tag_id: str) -> None:
        """Removes a tag from wherever it is carried, and itself."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM tags WHERE id = ?", (tag_id,))
        )


def _folders(connection: sqlite3.Connection) -> tuple[Folder, ...]:
    rows = connection.execute("SELECT id, name, place, collapsed FROM folders ORDER BY place, rowid")
    return tuple(Folder(row[0], row[1], row[2], bool(row[3])) for row in rows.fetchall())


def _tags(connection: sqlite3.Connection) -> tuple[Tag, ...]:
    rows = connection.execute("SELECT id, name, colour FROM tags")
    return tuple(Tag(row[0], row[1], row[2]) for row in rows.fetchall())
