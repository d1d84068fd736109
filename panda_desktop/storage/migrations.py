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
    # Folders, tags, the emptying of the trash, and the search (see `search_index`). Taking the messages into
    # the index is no part of the step: they are noted here, at once, and taken in while the program runs.
    """
    CREATE TABLE folders (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        place INTEGER NOT NULL,
        collapsed INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT NOT NULL, colour INTEGER NOT NULL);
    CREATE TABLE conversation_tags (
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        tag_id TEXT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        PRIMARY KEY (conversation_id, tag_id)
    ) WITHOUT ROWID;
    CREATE INDEX conversation_tags_by_tag ON conversation_tags (tag_id);
    ALTER TABLE conversations ADD COLUMN folder_id TEXT REFERENCES folders (id) ON DELETE SET NULL;
    ALTER TABLE conversations ADD COLUMN doomed INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX conversations_by_folder ON conversations (folder_id) WHERE folder_id IS NOT NULL;
    CREATE INDEX conversations_in_trash ON conversations (deleted_at) WHERE deleted_at IS NOT NULL;
    CREATE VIRTUAL TABLE search_words USING fts5 (text, content = '', tokenize = 'ascii', prefix = '2');
    CREATE VIRTUAL TABLE search_title_words USING fts5 (text, content = '', tokenize = 'ascii');
    CREATE TABLE search_titles (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        conversation_id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL
    );
    CREATE TABLE search_pending (seq INTEGER PRIMARY KEY);
    INSERT INTO search_pending (seq) SELECT seq FROM messages;
    """,
    # Attachments, messages that wait, messages taken out until the program ends, presets and prompts. The
    # index finds what messages refer to without reading all of them (see `attachments`).
    """
    ALTER TABLE conversations ADD COLUMN draft_attachments TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE conversations ADD COLUMN title_by TEXT NOT NULL DEFAULT 'text';
    CREATE INDEX messages_with_files ON messages (seq) WHERE instr(facts, '"attachments":[{') > 0;
    CREATE TABLE removed_messages (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        parent_id TEXT,
        role TEXT NOT NULL,
        state TEXT NOT NULL,
        text TEXT NOT NULL,
        reasoning TEXT NOT NULL,
        facts TEXT NOT NULL
    );
    CREATE INDEX removed_by_conversation ON removed_messages (conversation_id);
    CREATE TABLE queued (
        id TEXT PRIMARY KEY,
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        text TEXT NOT NULL,
        attachments TEXT NOT NULL,
        created_at TEXT NOT NULL
    );
    CREATE INDEX queued_by_conversation ON queued (conversation_id, place);
    CREATE TABLE presets (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        system_prompt TEXT NOT NULL,
        model TEXT NOT NULL,
        parameters TEXT NOT NULL,
        place INTEGER NOT NULL
    );
    CREATE TABLE prompts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        place INTEGER NOT NULL
    );
    """,
    # Boards and tags of the library, what is left of items that were removed for good (only ids, so that a
    # lineage goes on), and the states of each job with their times.
    """
    CREATE TABLE boards (id TEXT PRIMARY KEY, name TEXT NOT NULL, place INTEGER NOT NULL);
    CREATE TABLE board_items (
        board_id TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
        media_id TEXT NOT NULL REFERENCES media (id) ON DELETE CASCADE,
        PRIMARY KEY (board_id, media_id)
    ) WITHOUT ROWID;
    CREATE INDEX board_items_by_media ON board_items (media_id);
    CREATE TABLE media_tags (
        media_id TEXT NOT NULL REFERENCES media (id) ON DELETE CASCADE,
        tag_id TEXT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        PRIMARY KEY (media_id, tag_id)
    ) WITHOUT ROWID;
    CREATE INDEX media_tags_by_tag ON media_tags (tag_id);
    ALTER TABLE media ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE job_moves (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id),
        state TEXT NOT NULL,
        at TEXT NOT NULL
    );
    CREATE INDEX job_moves_by_job ON job_moves (job_id, seq);
    """,
    # What was spent: an entry a paid call (amounts as text, so that every digit stays), what the gateway said
    # was spent in all, prices of the person's own, and budgets.
    """
    CREATE TABLE spending (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        profile TEXT NOT NULL,
        base_url TEXT NOT NULL,
        kind TEXT NOT NULL,
        model TEXT NOT NULL,
        served_model TEXT NOT NULL,
        conversation_id TEXT,
        job_id TEXT,
        count INTEGER NOT NULL,
        prompt_tokens INTEGER,
        completion_tokens INTEGER,
        predicted TEXT,
        charged TEXT,
        shared INTEGER NOT NULL,
        currency TEXT NOT NULL,
        ended INTEGER NOT NULL
    );
    CREATE INDEX spending_by_day ON spending (day, profile);
    CREATE INDEX spending_by_chat ON spending (conversation_id) WHERE conversation_id IS NOT NULL;
    CREATE INDEX spending_by_job ON spending (job_id) WHERE job_id IS NOT NULL;
    CREATE INDEX spending_open ON spending (seq) WHERE ended = 0;
    CREATE TABLE spent_totals (
        profile TEXT NOT NULL,
        base_url TEXT NOT NULL,
        currency TEXT NOT NULL,
        first_at TEXT NOT NULL,
        first_total TEXT NOT NULL,
        last_at TEXT NOT NULL,
        last_total TEXT NOT NULL,
        PRIMARY KEY (profile, base_url, currency)
    ) WITHOUT ROWID;
    CREATE TABLE prices (
        model TEXT PRIMARY KEY,
        currency TEXT NOT NULL,
        prompt TEXT,
        completion TEXT,
        image TEXT,
        video TEXT,
        second TEXT
    ) WITHOUT ROWID;
    CREATE TABLE budgets (
        id TEXT PRIMARY KEY,
        span TEXT NOT NULL,
        money TEXT NOT NULL,
        currency TEXT NOT NULL,
        profile TEXT NOT NULL,
        may_pass INTEGER NOT NULL
    );
    """,
)
