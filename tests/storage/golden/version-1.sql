-- Made by version 1 of the storage (commit 4334ddf): STEPS[:1] and its own stores.
PRAGMA application_id = 1346457156;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE answers (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id),
        status INTEGER NOT NULL,
        headers TEXT NOT NULL,
        body BLOB NOT NULL,
        received_at TEXT NOT NULL
    );
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
INSERT INTO "conversations" VALUES('c1','Crème brûlée','auto','','{"temperature":0.5,"top_p":null,"max_tokens":null}','a2','and a pav',1,0,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00');
INSERT INTO "conversations" VALUES('c2','熊猫吃什么？','auto:cost','Be brief','{"temperature":null,"top_p":null,"max_tokens":null}','a3','',0,0,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00');
INSERT INTO "conversations" VALUES('c3','Archived','auto','','{"temperature":null,"top_p":null,"max_tokens":null}','q3','',0,1,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00');
INSERT INTO "conversations" VALUES('c4','Deleted','auto','','{"temperature":null,"top_p":null,"max_tokens":null}','q4','',0,0,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00');
INSERT INTO "conversations" VALUES('c5','','auto','','{"temperature":null,"top_p":null,"max_tokens":null}',NULL,'',0,0,NULL,'2026-11-20T09:30:00+00:00','2026-11-20T09:30:00+00:00');
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
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "settings" VALUES('all','{"theme":"dark","zoom":100,"language":"system","base_url":"","demo":false,"key_saved":false,"wait_cap_minutes":60,"chat_model":"auto","image_model":"","image_n":1,"image_size":"","video_model":"","place":"chat","geometry":"","sidebar_width":260,"conversation_id":""}');
CREATE INDEX conversations_by_time ON conversations (pinned, updated_at);
CREATE INDEX messages_by_conversation ON messages (conversation_id, seq);
CREATE INDEX messages_open ON messages (state) WHERE state IN ('waiting', 'streaming');
CREATE INDEX answers_by_job ON answers (job_id, seq);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('messages',7);
COMMIT;
