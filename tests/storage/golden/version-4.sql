-- Made by version 4 of the storage: STEPS[:4] on version 3, with a board and a state of a job.
PRAGMA application_id = 1346457156;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE answers (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id),
        status INTEGER NOT NULL,
        headers TEXT NOT NULL,
        body BLOB NOT NULL,
        received_at TEXT NOT NULL
    );
CREATE TABLE conversation_tags (
        conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        tag_id TEXT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        PRIMARY KEY (conversation_id, tag_id)
    ) WITHOUT ROWID;
INSERT INTO "conversation_tags" VALUES('c1','t1');
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
    , folder_id TEXT REFERENCES folders (id) ON DELETE SET NULL, doomed INTEGER NOT NULL DEFAULT 0);
INSERT INTO "conversations" VALUES('c1','Crème brûlée','auto','','{"temperature":0.5,"top_p":null,"max_tokens":null}','a2','and a pav',1,0,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00','f1',0);
INSERT INTO "conversations" VALUES('c2','熊猫吃什么？','auto:cost','Be brief','{"temperature":null,"top_p":null,"max_tokens":null}','a3','',0,0,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00',NULL,0);
INSERT INTO "conversations" VALUES('c3','Archived','auto','','{"temperature":null,"top_p":null,"max_tokens":null}','q3','',0,1,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00',NULL,0);
INSERT INTO "conversations" VALUES('c4','Deleted','auto','','{"temperature":null,"top_p":null,"max_tokens":null}','q4','',0,0,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00',NULL,0);
INSERT INTO "conversations" VALUES('c5','','auto','','{"temperature":null,"top_p":null,"max_tokens":null}',NULL,'',0,0,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00',NULL,0);
CREATE TABLE folders (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        place INTEGER NOT NULL,
        collapsed INTEGER NOT NULL DEFAULT 0
    );
INSERT INTO "folders" VALUES('f1','Kitchen',0,1);
CREATE TABLE jobs (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        facts TEXT NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0
    );
CREATE TABLE media (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        job_id TEXT,
        position INTEGER NOT NULL,
        facts TEXT NOT NULL,
        UNIQUE (job_id, position)
    );
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
INSERT INTO "messages" VALUES(1,'q1','c1',NULL,'user','done','How do I bake crème brûlée?','','{"created_at":"2026-11-20T09:31:00Z","model":"","served_model":"","finish_reason":"","error":null,"error_detail":null,"usage":null,"receipt":null,"reasoning_s":null}');
INSERT INTO "messages" VALUES(2,'a1','c1','q1','assistant','done','Slowly, in a **water bath**.','','{"created_at":"2026-11-20T09:31:00Z","model":"auto","served_model":"deepseek-v4-flash","finish_reason":"","error":null,"error_detail":null,"usage":{"prompt_tokens":9,"completion_tokens":7,"total_tokens":16},"receipt":{"first_token_s":0.4,"total_s":1.2,"cost":null,"cost_is_shared":false},"reasoning_s":null}');
INSERT INTO "messages" VALUES(3,'a2','c1','q1','assistant','done','With patience.','','{"created_at":"2026-11-20T09:31:00Z","model":"auto","served_model":"","finish_reason":"","error":null,"error_detail":null,"usage":null,"receipt":null,"reasoning_s":null}');
INSERT INTO "messages" VALUES(4,'q2','c2',NULL,'user','done','熊猫吃什么？','','{"created_at":"2026-11-20T09:31:00Z","model":"","served_model":"","finish_reason":"","error":null,"error_detail":null,"usage":null,"receipt":null,"reasoning_s":null}');
INSERT INTO "messages" VALUES(5,'a3','c2','q2','assistant','streaming','熊猫主要吃竹子，','','{"created_at":"2026-11-20T09:31:00Z","model":"auto","served_model":"","finish_reason":"","error":null,"error_detail":null,"usage":null,"receipt":null,"reasoning_s":null}');
INSERT INTO "messages" VALUES(6,'q3','c3',NULL,'user','done','An archived question','','{"created_at":"2026-11-20T09:31:00Z","model":"","served_model":"","finish_reason":"","error":null,"error_detail":null,"usage":null,"receipt":null,"reasoning_s":null}');
INSERT INTO "messages" VALUES(7,'q4','c4',NULL,'user','done','A deleted question','','{"created_at":"2026-11-20T09:31:00Z","model":"","served_model":"","finish_reason":"","error":null,"error_detail":null,"usage":null,"receipt":null,"reasoning_s":null}');
CREATE TABLE search_pending (seq INTEGER PRIMARY KEY);
CREATE TABLE search_titles (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        conversation_id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL
    );
INSERT INTO "search_titles" VALUES(1,'c1','Crème brûlée');
INSERT INTO "search_titles" VALUES(2,'c2','熊猫吃什么？');
INSERT INTO "search_titles" VALUES(3,'c3','Archived');
INSERT INTO "search_titles" VALUES(4,'c4','Deleted');
INSERT INTO "search_titles" VALUES(5,'c5','');
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "settings" VALUES('all','{"theme":"dark","zoom":100,"language":"system","base_url":"","demo":false,"key_saved":false,"wait_cap_minutes":60,"chat_model":"auto","image_model":"","image_n":1,"image_size":"","video_model":"","place":"chat","geometry":"","sidebar_width":260,"conversation_id":""}');
CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT NOT NULL, colour INTEGER NOT NULL);
INSERT INTO "tags" VALUES('t1','sweet',3);
CREATE INDEX conversations_by_time ON conversations (pinned, updated_at);
CREATE INDEX messages_by_conversation ON messages (conversation_id, seq);
CREATE INDEX messages_open ON messages (state) WHERE state IN ('waiting', 'streaming');
CREATE INDEX answers_by_job ON answers (job_id, seq);
CREATE INDEX conversation_tags_by_tag ON conversation_tags (tag_id);
CREATE INDEX conversations_by_folder ON conversations (folder_id) WHERE folder_id IS NOT NULL;
CREATE INDEX conversations_in_trash ON conversations (deleted_at) WHERE deleted_at IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('messages',7);
INSERT INTO "sqlite_sequence" VALUES('search_titles',5);
CREATE VIRTUAL TABLE search_words USING fts5 (text, content = '', tokenize = 'ascii', prefix = '2');
CREATE VIRTUAL TABLE search_title_words USING fts5 (text, content = '', tokenize = 'ascii');
INSERT INTO "search_title_words" (rowid, text) VALUES(1,'creme brulee');
INSERT INTO "search_title_words" (rowid, text) VALUES(2,'熊  猫  吃  什  么');
INSERT INTO "search_title_words" (rowid, text) VALUES(3,'archived');
INSERT INTO "search_title_words" (rowid, text) VALUES(4,'deleted');
INSERT INTO "search_words" (rowid, text) VALUES(1,'how do i bake creme brulee');
INSERT INTO "search_words" (rowid, text) VALUES(2,'slowly  in a   water bath');
INSERT INTO "search_words" (rowid, text) VALUES(3,'with patience');
INSERT INTO "search_words" (rowid, text) VALUES(4,'熊  猫  吃  什  么');
INSERT INTO "search_words" (rowid, text) VALUES(6,'an archived question');
INSERT INTO "search_words" (rowid, text) VALUES(7,'a deleted question');
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
INSERT INTO "jobs" VALUES(1,'j1','image','done','{"request":{"model":"kolors","prompt":"A red boat","n":2,"size":"1024x1024","parent_id":null},"created_at":"2026-11-21T10:00:00Z","base_url":"https://api.example.com/v1","is_demo":false,"sent_at":"2026-11-21T10:00:00Z","answered_at":"2026-11-21T10:00:08Z","finished_at":"2026-11-21T10:00:10Z","remote_id":"","poll_url":"","status_word":"","request_id":"r1","error":null,"error_detail":null,"balance_before":"42.50","balance_after":"42.42","cost_is_shared":false,"expected":2,"arrived":2}',0);
INSERT INTO "jobs" VALUES(2,'j2','video','done','{"request":{"model":"wan-2.7-video","prompt":"It sails","first_frame":{"url":"","file":"media/2026/11/frame.png","media_id":"i1"}},"created_at":"2026-11-21T11:00:00Z","base_url":"https://api.example.com/v1","is_demo":false,"sent_at":"2026-11-21T11:00:00Z","answered_at":"2026-11-21T11:00:01Z","finished_at":"2026-11-21T11:02:00Z","remote_id":"v1","poll_url":"","status_word":"SUCCEEDED","request_id":"r2","error":null,"error_detail":null,"balance_before":"42.42","balance_after":"41.42","cost_is_shared":true,"expected":1,"arrived":1}',1);
INSERT INTO "media" VALUES(1,'i1','j1',0,'{"id":"i1","kind":"image","file":"media/2026/11/i1.png","mime":"image/png","size":100,"sha256":"aa","created_at":"2026-11-21T10:00:10Z","job_id":"j1","position":0,"prompt":"A red boat","revised_prompt":"A red boat, 油画","model":"kolors","parent_id":null,"width":0,"height":0,"starred":true,"deleted_at":null}');
INSERT INTO "media" VALUES(2,'i2','j1',1,'{"id":"i2","kind":"image","file":"media/2026/11/i2.png","mime":"image/png","size":100,"sha256":"aa","created_at":"2026-11-21T10:00:10Z","job_id":"j1","position":1,"prompt":"A red boat","revised_prompt":"","model":"kolors","parent_id":null,"width":0,"height":0,"starred":false,"deleted_at":"2026-11-22T10:00:00Z"}');
INSERT INTO "media" VALUES(3,'i3','j2',0,'{"id":"i3","kind":"video","file":"media/2026/11/i3.mp4","mime":"video/mp4","size":100,"sha256":"aa","created_at":"2026-11-21T10:00:10Z","job_id":"j2","position":0,"prompt":"It sails","revised_prompt":"","model":"wan-2.7-video","parent_id":"i1","width":0,"height":0,"starred":false,"deleted_at":null}');
INSERT INTO "media" VALUES(4,'i4',NULL,0,'{"id":"i4","kind":"image","file":"media/2026/11/i4.png","mime":"image/png","size":100,"sha256":"aa","created_at":"2026-11-21T10:00:10Z","job_id":null,"position":0,"prompt":"It sails","revised_prompt":"","model":"wan-2.7-video","parent_id":"i3","width":0,"height":0,"starred":false,"deleted_at":null}');
INSERT INTO "sqlite_sequence" VALUES('jobs',2);
INSERT INTO "sqlite_sequence" VALUES('media',4);
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
INSERT INTO "boards" VALUES('b1','Sea, 海',0);
INSERT INTO "board_items" VALUES('b1','i1');
INSERT INTO "job_moves" VALUES(1,'j1','done','2026-11-21T10:00:08+00:00');
COMMIT;
