"""Finds messages and titles.

Promise: a search is a few short reads, each of which ends within milliseconds once it is superseded; no
write is ever cut off by that, for the watch is set on the one thread of the database for the read alone.

Of the messages, the newest 2,000 that match are ranked (BM25 in half points, then the newest first), then
the 2,000 before them, until there are enough: ranking all 115,000 hits of a common word takes 340 ms.
"""

import asyncio
import math
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final, TypeVar

import msgspec

from panda_desktop.domain.chat import Role
from panda_desktop.domain.search import PAGE_SIZE, SearchHit, SearchPage, Snippet, Term
from panda_desktop.domain.snippet import SCANNED, snippet_of
from panda_desktop.storage.database import Database
from panda_desktop.storage.search_index import MESSAGES, TITLES, is_complete, take_in_some

T = TypeVar("T")

WINDOW: Final = 2_000
"""Hits that are ranked against each other."""
_BATCH: Final = 200
_TELLING: Final = 4
"""Letters of the beginning of a word from which on hits are ranked."""
_STEPS_BETWEEN_LOOKS: Final = 1_000
"""Instructions of SQLite's machine between two looks whether the search is superseded: under 1 ms."""
_MOST_BYTES: Final = 4  # of a character in UTF-8

Superseded = Callable[[], bool]


class _Ended(Exception):
    """The search is superseded."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit before its snippet is made."""

    hit: SearchHit
    text: str


@dataclass(frozen=True, slots=True)
class _Window:
    """The best of one window of messages by `seq`; `below` is where the next one begins, None at the end."""

    seqs: tuple[int, ...]
    below: int | None


class SearchStore:
    """Reads the search index and fills it."""

    def __init__(self, database: Database) -> None:
        """Uses an open database."""
        self._database = database

    async def search(
        self,
        terms: Sequence[Term],
        *,
        limit: int = PAGE_SIZE,
        trashed: bool = False,
        superseded: Superseded = lambda: False,
    ) -> SearchPage | None:
        """Returns the best `limit` hits outside the trash, or in it when `trashed`; None when `superseded`
        has become true meanwhile. It is called on another thread.
        """
        if not terms:
            return SearchPage()
        query = _Query(terms, trashed, limit + 1, superseded)
        try:
            titles = await self._read(query, query.titles)
            seqs: list[int] = []
            below: int | None = None
            while len(titles) + len(seqs) <= limit:
                enough = limit + 1 - len(titles) - len(seqs)
                window = await self._read(query, partial(query.window, below=below, enough=enough))
                seqs += window.seqs
                if (below := window.below) is None:
                    break
            wanted = seqs[: max(limit - len(titles), 0)]
            messages = await self._read(query, partial(query.messages, seqs=wanted))
            complete = await self._read(query, is_complete)
            hits = await asyncio.to_thread(query.with_snippets, [*titles[:limit], *messages])
        except _Ended:
            return None
        return SearchPage(hits, len(titles) + len(seqs) > limit, complete)

    async def take_in_some(self) -> bool:
        """Takes some of the missing messages into the index, in about 20 ms; returns whether more are
        missing.
        """
        return await self._database.run(take_in_some)

    async def is_complete(self) -> bool:
        """Tells whether every message is in the index."""
        return await self._database.run(is_complete)

    async def _read(self, query: "_Query", work: Callable[[sqlite3.Connection], T]) -> T:
        if query.superseded():
            raise _Ended

        def watched(connection: sqlite3.Connection) -> T:
            with _watch(connection, query.superseded):
                return work(connection)

        return await self._database.run(watched)


@contextmanager
def _watch(connection: sqlite3.Connection, superseded: Superseded) -> Iterator[None]:
    """Ends the reads within as soon as they are superseded."""
    connection.set_progress_handler(superseded, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            raise _Ended from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


class _Query:
    """What is searched, and its statements."""

    def __init__(
        self, terms: Sequence[Term], trashed: bool, most_titles: int, superseded: Superseded
    ) -> None:
        self._terms = terms
        self._match = " ".join(map(_phrase, terms))
        self._trashed = trashed
        self._place = f"doomed = 0 AND deleted_at IS {'NOT ' if trashed else ''}NULL"
        self._most_titles = most_titles
        # The beginnings of so few letters are in most messages: ranking says little and takes longest.
        is_vague = any(term.prefix and len(term.words[-1]) < _TELLING for term in terms)
        self._rank = "0.0" if is_vague else "rank"
        self.superseded = superseded

    def titles(self, connection: sqlite3.Connection) -> list[_Found]:
        """Returns the conversations by their titles, the newest first."""
        rows = connection.execute(
            "SELECT c.id, c.title, c.archived, c.updated_at"
            f" FROM {TITLES} AS w JOIN search_titles AS t ON t.number = w.rowid"
            f" JOIN conversations AS c ON c.id = t.conversation_id WHERE {TITLES} MATCH ? AND {self._place}"
            " ORDER BY c.updated_at DESC, t.number DESC LIMIT ?",
            (self._match, self._most_titles),
        )
        return [
            _Found(self._hit(conversation_id, None, None, time, title, archived), title)
            for conversation_id, title, archived, time in rows.fetchall()
        ]

    def window(self, connection: sqlite3.Connection, *, below: int | None, enough: int) -> _Window:
        """Returns the best `enough` of the next window of messages."""
        rows = connection.execute(
            f"SELECT rowid, {self._rank} FROM {MESSAGES} WHERE {MESSAGES} MATCH ? AND rowid < ?"
            " ORDER BY rowid DESC LIMIT ?",
            (self._match, 2**62 if below is None else below, WINDOW),
        ).fetchall()
        ranked = sorted(rows, key=lambda row: (math.floor(row[1] * 2), -row[0]))
        kept: list[int] = []
        for start in range(0, len(ranked), _BATCH):
            batch = [row[0] for row in ranked[start : start + _BATCH]]
            here = self._in_place(connection, batch)
            kept.extend(seq for seq in batch if seq in here)
            if len(kept) >= enough:
                break
        return _Window(tuple(kept[:enough]), rows[-1][0] if len(rows) == WINDOW else None)

    def _in_place(self, connection: sqlite3.Connection, seqs: Sequence[int]) -> set[int]:
        marks = ", ".join("?" * len(seqs))
        rows = connection.execute(
            "SELECT m.seq FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id"
            f" WHERE m.seq IN ({marks}) AND {self._place}",
            tuple(seqs),
        )
        return {row[0] for row in rows.fetchall()}

    def messages(self, connection: sqlite3.Connection, *, seqs: Sequence[int]) -> list[_Found]:
        """Reads messages; one that is gone meanwhile is left out."""
        return [found for seq in seqs if (found := self._message(connection, seq)) is not None]

    def _message(self, connection: sqlite3.Connection, seq: int) -> _Found | None:
        # Of the text no more is read than the snippet looks at: it may have 50 MB.
        row = connection.execute(
            "SELECT m.id, m.role, m.facts, c.id, c.title, c.archived"
            " FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id WHERE m.seq = ?",
            (seq,),
        ).fetchone()
        if row is None:
            return None
        with connection.blobopen("messages", "text", seq, readonly=True) as blob:
            text = blob.read(SCANNED * _MOST_BYTES).decode(errors="ignore")
        time = msgspec.json.decode(row[2], type=_Facts).created_at
        return _Found(self._hit(row[3], row[0], Role(row[1]), time, row[4], row[5]), text)

    def _hit(
        self,
        conversation_id: str,
        message_id: str | None,
        role: Role | None,
        time: str,
        title: str,
        archived: int,
    ) -> SearchHit:
        when = datetime.fromisoformat(time)
        blank = Snippet("")
        return SearchHit(conversation_id, message_id, role, when, title, blank, bool(archived), self._trashed)

    def with_snippets(self, found: Sequence[_Found]) -> tuple[SearchHit, ...]:
        """Returns the hits with their snippets."""
        made = []
        for each in found:
            if self.superseded():
                raise _Ended
            made.append(replace(each.hit, snippet=snippet_of(each.text, self._terms)))
        return tuple(made)


class _Facts(msgspec.Struct):
    created_at: str


def _phrase(term: Term) -> str:
    """Returns the term for FTS5. Folded words hold no quote, so nothing in them is read as an operator."""
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")
