-- What serves the window: saved views, form layouts, notes, attachments.
CREATE TABLE view (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    of_kind TEXT,
    person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    shared INTEGER,
    pinned INTEGER,
    default_for TEXT,
    layout TEXT
) STRICT;

CREATE TRIGGER view_insert_through_the_log BEFORE INSERT ON view
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER view_update_through_the_log BEFORE UPDATE ON view
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER view_never_deleted BEFORE DELETE ON view
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE form_layout (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    of_kind TEXT,
    layout TEXT
) STRICT;

CREATE TRIGGER form_layout_insert_through_the_log BEFORE INSERT ON form_layout
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER form_layout_update_through_the_log BEFORE UPDATE ON form_layout
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER form_layout_never_deleted BEFORE DELETE ON form_layout
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE note (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    about_kind TEXT,
    about TEXT,
    text TEXT,
    mentions TEXT
) STRICT;

CREATE TRIGGER note_insert_through_the_log BEFORE INSERT ON note
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER note_update_through_the_log BEFORE UPDATE ON note
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER note_never_deleted BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE attachment (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    about_kind TEXT,
    about TEXT,
    file_name TEXT,
    media_type TEXT,
    bytes INTEGER,
    bytes_mark TEXT,
    sha256 TEXT
) STRICT;

CREATE TRIGGER attachment_insert_through_the_log BEFORE INSERT ON attachment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER attachment_update_through_the_log BEFORE UPDATE ON attachment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER attachment_never_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE INDEX view_of_kind ON view (of_kind);
CREATE INDEX note_about ON note (about);
CREATE INDEX attachment_about ON attachment (about);
CREATE INDEX attachment_sha256 ON attachment (sha256);
