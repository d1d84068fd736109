"""The search index: which words are in which message and which title.

Promise: a message is in the index exactly when it is final and not noted as pending, in the same transaction
as the message itself; an answer that streams is indexed once, when it ends.

What was chosen, and why (measured with 200,000 messages of 1 KB, half of them Chinese, 212 MB of text):

- FTS5 over folded text (`domain/folding.py`), in which every Chinese character is a word, so that a part of
  Chinese text of any length is a phrase: two characters are found in 1 to 30 ms. `trigram` finds nothing
  under three characters. Pairs of characters are faster (1 ms) but need an index 40 % larger, and a second
  one for single characters.
- The tokenizer is `ascii`: it takes every character beyond ASCII as part of a word, so what a word is was
  decided by the folding alone and does not change with the version of SQLite. FTS5's own folding and
  `remove_diacritics` differ from version to version and know no full-width letters.
- Contentless: the text is in `messages` already. Before a text changes or goes, its words are taken out by
  folding the old text again, which is sound because folding never changes for a character Unicode has
  assigned; entries that stay behind for another reason lead to no message and are dropped by the search.
- A prefix index of two characters: 20 % more space (178 instead of 147 MB), 0.6 instead of 77 ms for `re…`.
- No triggers: they would need the folding as an SQL function, and any other program that opens the file
  to repair it could then not write to it.
- Filling it is no part of a migration, which would hold up the start (20 s for those 200,000, 50 s with
  the pauses that leave the database to others): what is missing is noted in `search_pending` and taken in
  newest first, in transactions of some 20 ms. Each of them is whole, so this goes on after a kill. Copies of
  long conversations and imported ones are noted there as well.
- Of a message the first 1,000,000 characters are indexed.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from panda_desktop.domain.chat import MessageState
from panda_desktop.domain.folding import folded

INDEXED: Final = 1_000_000
"""Characters of a message that are indexed."""
STEP_MESSAGES: Final = 128
STEP_CHARACTERS: Final = 200_000
"""What is done in one transaction of slow work: so many messages, or what reaches so many characters."""

MESSAGES: Final = "search_words"
TITLES: Final = "search_title_words"


def put_message(connection: sqlite3.Connection, seq: int, text: str) -> None:
    """Takes in a message that is final. `text` is exactly as stored."""
    if not _is_pending(connection, seq):
        _write(connection, MESSAGES, seq, text)


def take_message(connection: sqlite3.Connection, seq: int, text: str) -> None:
    """Takes out a message that was final. `text` is exactly as it was stored."""
    if _is_pending(connection, seq):
        connection.execute("DELETE FROM search_pending WHERE seq = ?", (seq,))
    else:
        _erase(connection, MESSAGES, seq, text)


def postpone(connection: sqlite3.Connection, seqs: Iterable[int]) -> None:
    """Notes messages to be taken in later, by `take_in_some`."""
    connection.executemany("INSERT INTO search_pending (seq) VALUES (?)", ((seq,) for seq in seqs))


def set_title(connection: sqlite3.Connection, conversation_id: str, title: str) -> None:
    """Takes in the title of a conversation, in place of the one before. `title` is as stored."""
    found = connection.execute(
        "SELECT number, title FROM search_titles WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    if found is None:
        values = (conversation_id, title)
        cursor = connection.execute(
            "INSERT INTO search_titles (conversation_id, title) VALUES (?, ?)", values
        )
        assert cursor.lastrowid is not None
        _write(connection, TITLES, cursor.lastrowid, title)
    elif found[1] != title:
        _erase(connection, TITLES, found[0], found[1])
        connection.execute("UPDATE search_titles SET title = ? WHERE number = ?", (title, found[0]))
        _write(connection, TITLES, found[0], title)


def drop_title(connection: sqlite3.Connection, conversation_id: str) -> None:
    """Takes out the title of a conversation."""
    found = connection.execute(
        "SELECT number, title FROM search_titles WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    if found is not None:
        _erase(connection, TITLES, found[0], found[1])
        connection.execute("DELETE FROM search_titles WHERE number = ?", (found[0],))


def take_in_some(connection: sqlite3.Connection) -> bool:
    """Takes in some of what is missing, the newest first; returns whether there is more."""
    titles = connection.execute(
        "SELECT id, title FROM conversations"
        " WHERE id NOT IN (SELECT conversation_id FROM search_titles) LIMIT ?",
        (STEP_MESSAGES,),
    ).fetchall()
    if titles:
        for conversation_id, title in titles:
            set_title(connection, conversation_id, title)
        return True
    # The newest first, but each batch in ascending order: FTS5 begins a new segment whenever a row comes
    # after a later one, which made this four times as slow.
    for seq, text in sorted(_newest_pending(connection)):
        connection.execute("DELETE FROM search_pending WHERE seq = ?", (seq,))
        if text is not None:
            _write(connection, MESSAGES, seq, text)
    return not is_complete(connection)


def _newest_pending(connection: sqlite3.Connection) -> list[tuple[int, str | None]]:
    """Returns some of the messages that are missing, with the text of those that are final."""
    pending = connection.execute(
        "SELECT seq FROM search_pending ORDER BY seq DESC LIMIT ?", (STEP_MESSAGES,)
    ).fetchall()
    taken: list[tuple[int, str | None]] = []
    left = STEP_CHARACTERS
    for (seq,) in pending:
        found = connection.execute("SELECT state, text FROM messages WHERE seq = ?", (seq,)).fetchone()
        is_final = found is not None and MessageState(found[0]).is_final
        taken.append((seq, found[1] if is_final else None))
        left -= len(found[1]) if is_final else 0
        if left <= 0:
            break
    return taken


def is_complete(connection: sqlite3.Connection) -> bool:
    """Tells whether every message is taken in."""
    return connection.execute("SELECT 1 FROM search_pending LIMIT 1").fetchone() is None


def _is_pending(connection: sqlite3.Connection, seq: int) -> bool:
    found = connection.execute("SELECT 1 FROM search_pending WHERE seq = ?", (seq,)).fetchone()
    return found is not None


def _write(connection: sqlite3.Connection, table: str, row: int, text: str) -> None:
    if words := folded(text[:INDEXED]).strip():
        connection.execute(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", (row, words))


def _erase(connection: sqlite3.Connection, table: str, row: int, text: str) -> None:
    if words := folded(text[:INDEXED]).strip():
        values = ("delete", row, words)
        connection.execute(f"INSERT INTO {table} ({table}, rowid, text) VALUES (?, ?, ?)", values)
