-- Lists handed out on a superior's form, and what personal data went with
-- them.
CREATE TABLE export_template (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    of_kind TEXT,
    form TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER export_template_insert_through_the_log BEFORE INSERT ON export_template
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER export_template_update_through_the_log BEFORE UPDATE ON export_template
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER export_template_never_deleted BEFORE DELETE ON export_template
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE disclosure (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    file_name TEXT,
    of_kind TEXT,
    template BLOB REFERENCES export_template (id) DEFERRABLE INITIALLY DEFERRED,
    row_count INTEGER,
    row_count_mark TEXT,
    personal_fields TEXT
) STRICT;

CREATE TRIGGER disclosure_insert_through_the_log BEFORE INSERT ON disclosure
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER disclosure_update_through_the_log BEFORE UPDATE ON disclosure
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER disclosure_never_deleted BEFORE DELETE ON disclosure
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE INDEX export_template_of_kind ON export_template (of_kind);
CREATE INDEX disclosure_by_template ON disclosure (template, id) WHERE template IS NOT NULL;
