"""The lists of models as they were read, and what the person says of models, in the database.

Promise: whatever is stored, reading gives something usable; a list that cannot be read is asked for again.
"""

import contextlib
import json
import sqlite3
from dataclasses import fields, replace
from typing import Any, Final, get_type_hints

import msgspec

from panda_desktop.domain.model_listing import ModelListing
from panda_desktop.domain.model_marks import ModelMarks
from panda_desktop.storage.database import Database
from panda_desktop.storage.facts import to_json, whole

_MARKS: Final = "models"
_LISTS: Final = "models of "
"""Begins the name of the row of a list; then profile and address, with a space between them."""


class ModelStore:
    """Reads and writes rows of the settings."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def marks(self) -> ModelMarks:
        """Returns what the person says of models."""
        text = await self._read(_MARKS)
        return await self._database.run(lambda _: _marks_of(text)) if text else ModelMarks()

    async def save_marks(self, marks: ModelMarks) -> None:
        """Stores what the person says of models."""
        text = to_json(marks)
        await self._database.run(lambda connection: _write(connection, _MARKS, text))

    async def listing(self, profile: str, base_url: str) -> ModelListing | None:
        """Returns the list an account was given last; None without one."""
        text = await self._read(f"{_LISTS}{profile} {base_url}")
        return await self._database.run(lambda _: _listing_of(text)) if text else None

    async def save_listing(self, profile: str, base_url: str, listing: ModelListing) -> None:
        """Stores the list of an account in the place of the one before."""
        name = f"{_LISTS}{profile} {base_url}"
        await self._database.run(
            lambda connection: _write(connection, name, whole(msgspec.json.encode(listing).decode()))
        )

    async def forget(self, profile: str) -> None:
        """Removes the lists of a profile that is no more."""
        await self._database.run(
            lambda connection: connection.execute(
                "DELETE FROM settings WHERE name GLOB ?", (f"{_LISTS}{profile} *",)
            )
        )

    async def _read(self, name: str) -> str:
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT value FROM settings WHERE name = ?", (name,)
            ).fetchone()
        )
        return str(row[0]) if row else ""


def _write(connection: sqlite3.Connection, name: str, text: str) -> None:
    connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, text))


def _listing_of(text: str) -> ModelListing | None:
    try:
        return msgspec.json.decode(text.encode(), type=ModelListing)
    except (msgspec.MsgspecError, ValueError):
        return None


def _marks_of(text: str) -> ModelMarks:
    """Returns each mark that can be understood."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        return ModelMarks()
    hints, marks = get_type_hints(ModelMarks), ModelMarks()
    for field in fields(ModelMarks) if isinstance(stored, dict) else ():
        with contextlib.suppress(KeyError, msgspec.ValidationError):
            value: dict[str, Any] = {field.name: msgspec.convert(stored[field.name], hints[field.name])}
            marks = replace(marks, **value)
    return marks
