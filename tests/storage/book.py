"""A data folder whose chats are searched, for tests that are not coroutines."""

import asyncio
import sqlite3
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from panda_desktop.domain.chat import Conversation, Message, MessageState, Role
from panda_desktop.domain.folding import words
from panda_desktop.domain.search import SearchPage, parse
from panda_desktop.storage.search_index import INDEXED
from panda_desktop.storage.storage import Storage

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LONGEST_WORD = 32_768  # bytes FTS5 keeps of one
_T = TypeVar("_T")


class Book:
    """An open data folder, used from tests that are not coroutines."""

    def __init__(self, folder: Path) -> None:
        self._runner = asyncio.Runner()
        self._count = 0
        self.folder = folder
        self.storage = self.run(Storage.open(folder))

    def run(self, work: Coroutine[Any, Any, _T]) -> _T:
        return self._runner.run(work)

    def chat(self, identity: str, title: str = "", **values: Any) -> Conversation:
        made = replace(Conversation(identity, title, "auto", NOW, NOW), **values)
        self.run(self.storage.conversations.save(made))
        return made

    def write(
        self, text: str, chat: str = "c", state: MessageState = MessageState.DONE, role: Role = Role.USER
    ) -> Message:
        self._count += 1
        when = NOW + timedelta(minutes=self._count)
        made = Message(f"m{self._count}", chat, None, 0, role, text, when, state=state)
        return self.run(self.storage.conversations.add((made,)))[0]

    def page(self, text: str, **options: Any) -> SearchPage:
        found = self.run(self.storage.search.search(parse(text), **options))
        assert found is not None
        return found

    def ids(self, text: str, **options: Any) -> list[str | None]:
        return [hit.message_id for hit in self.page(text, **options).hits]

    def reopen(self) -> None:
        self.run(self.storage.close())
        self.storage = self.run(Storage.open(self.folder))

    def sql(self, statement: str, *values: Any) -> list[Any]:
        def work(connection: sqlite3.Connection) -> list[Any]:
            return [tuple(row) for row in connection.execute(statement, values)]

        return self.run(self.storage._database.run(work))

    def check(self) -> None:
        """The index holds exactly the words of the final messages that are not pending, and the titles."""
        for table in ("search_words", "search_title_words"):
            self.sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            self.sql(f"CREATE VIRTUAL TABLE temp.inside USING fts5vocab (main, {table}, instance)")
            inside = {(row[0], row[1], row[3]) for row in self.sql("SELECT * FROM temp.inside")}
            self.sql("DROP TABLE temp.inside")
            if table == "search_words":
                stored = self.sql(
                    "SELECT seq, text FROM messages WHERE state NOT IN ('waiting', 'streaming')"
                    " AND seq NOT IN (SELECT seq FROM search_pending)"
                )
            else:
                stored = self.sql(
                    "SELECT number, conversations.title FROM search_titles"
                    " JOIN conversations ON conversations.id = conversation_id"
                )
                (chats,) = self.sql("SELECT count(*) FROM conversations")
                assert chats[0] == len(stored)
            assert inside == {
                (word[:LONGEST_WORD], number, place)
                for number, text in stored
                for place, word in enumerate(words(text[:INDEXED]))
            }

    def close(self) -> None:
        self.run(self.storage.close())
        self._runner.close()
