"""The shape of the database, as a list that only grows.

Promise: a step that was ever released is never changed; the number of steps is the file's `user_version`.
"""

from typing import Final

APPLICATION_ID: Final = 0x50414E44
"""`PANDA` shortened to four bytes: tells our files from other SQLite files (SQLite file format, offset
68)."""

STEPS: Final = (
    """
    CREATE TABLE conversations (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        model TEXT NOT NULL,
        system_prompt TEXT NOT NULL,
        parameters TEXT NOT NULL,
        leaf_id TEXT,
        draft TEXT NOT NULL DEFAULT '',
        pinned INTEGER NOT NULL,
        archived INTEGER NOT NULL,
        deleted_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    );
    CREATE INDEX conversations_by_time ON conversations (pinned, updated_at);
    CREATE TABLE messages (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        parent_id TEXT,
        role TEXT NOT NULL,
        state TEXT NOT NULL,
        text TEXT NOT NULL,
        reasoning TEXT NOT NULL,
        facts TEXT NOT NULL
    );
    CREATE INDEX messages_by_conversation ON messages (conversation_id, seq);
    CREATE INDEX messages_open ON messages (state) WHERE state IN ('waiting', 'streaming');
    CREATE TABLE jobs (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        facts TEXT NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE answers (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id),
        status INTEGER NOT NULL,
        headers TEXT NOT NULL,
        body BLOB NOT NULL,
        received_at TEXT NOT NULL
    );
    CREATE INDEX answers_by_job ON answers (job_id, seq);
    CREATE TABLE media (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        job_id TEXT,
        position INTEGER NOT NULL,
        facts TEXT NOT NULL,
        UNIQUE (job_id, position)
    );
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
)
