-- Honours of the zone and its firms.
CREATE TABLE honour (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    level TEXT,
    granted TEXT,
    granted_precision TEXT,
    granted_mark TEXT,
    enterprise BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER honour_insert_through_the_log BEFORE INSERT ON honour
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER honour_update_through_the_log BEFORE UPDATE ON honour
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER honour_never_deleted BEFORE DELETE ON honour
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;
