-- The change log: append-only, the truth about time. `seq` is the order in
-- this file, (device, n) the name that every desk gives an entry.
-- `intent` and `undoes` stand on the first entry of a batch only.
CREATE TABLE log (
    seq INTEGER NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    n INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    person BLOB,
    batch BLOB NOT NULL,
    intent TEXT,
    undoes BLOB,
    kind TEXT NOT NULL,
    record BLOB NOT NULL,
    seen INTEGER NOT NULL,
    changes TEXT NOT NULL,
    source TEXT,
    UNIQUE (device, n)
) STRICT;
CREATE INDEX log_record ON log (record, seq);
CREATE INDEX log_batch ON log (batch, seq);
CREATE INDEX log_batch_head ON log (seq) WHERE intent IS NOT NULL;
CREATE INDEX log_undoes ON log (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER log_never_updated BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER log_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Facts about this file: its device, its person, the user's settings.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a searchable record: its folded text and the tokens of it in three
-- weights, indexed by FTS5.
CREATE TABLE search_doc (
    rowid INTEGER NOT NULL PRIMARY KEY,
    record BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    plain TEXT NOT NULL,
    strong TEXT NOT NULL,
    middle TEXT NOT NULL,
    weak TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    strong, middle, weak,
    content = 'search_doc', content_rowid = 'rowid',
    tokenize = 'unicode61 remove_diacritics 0', detail = 'column'
);
CREATE TRIGGER search_doc_inserted AFTER INSERT ON search_doc BEGIN
    INSERT INTO search_index (rowid, strong, middle, weak)
    VALUES (NEW.rowid, NEW.strong, NEW.middle, NEW.weak);
END;
CREATE TRIGGER search_doc_deleted AFTER DELETE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, strong, middle, weak)
    VALUES ('delete', OLD.rowid, OLD.strong, OLD.middle, OLD.weak);
END;
CREATE TRIGGER search_doc_updated AFTER UPDATE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, strong, middle, weak)
    VALUES ('delete', OLD.rowid, OLD.strong, OLD.middle, OLD.weak);
    INSERT INTO search_index (rowid, strong, middle, weak)
    VALUES (NEW.rowid, NEW.strong, NEW.middle, NEW.weak);
END;

-- Records: one table a kind, columns as declared in `suoji_model::kinds`.
-- A row can only be written with the log entry it carries as its version.
CREATE TABLE agreement (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    party BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    agreement_type TEXT,
    agreement_no TEXT,
    supplement_to BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    sign_date TEXT,
    sign_date_precision TEXT,
    sign_date_mark TEXT,
    ceremony TEXT,
    contract_total INTEGER,
    contract_total_currency TEXT,
    contract_total_mark TEXT,
    contract_capital INTEGER,
    contract_capital_currency TEXT,
    contract_capital_mark TEXT,
    fixed_investment INTEGER,
    fixed_investment_currency TEXT,
    fixed_investment_mark TEXT,
    rate INTEGER,
    rate_mark TEXT,
    rate_date TEXT,
    rate_date_precision TEXT,
    rate_date_mark TEXT,
    responsible_unit BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    contact BLOB REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    fair_competition_review TEXT,
    legality_review TEXT,
    voided INTEGER,
    void_reason TEXT,
    void_date TEXT,
    void_date_precision TEXT,
    void_date_mark TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER agreement_insert_through_the_log BEFORE INSERT ON agreement
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER agreement_update_through_the_log BEFORE UPDATE ON agreement
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER agreement_never_deleted BEFORE DELETE ON agreement
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE project (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    project_no TEXT,
    name TEXT,
    aliases TEXT,
    approval_code TEXT,
    stage TEXT,
    stage_reason TEXT,
    investor BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    project_company BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    parent_project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    phase_no INTEGER,
    phase_no_mark TEXT,
    content TEXT,
    chain TEXT,
    chain_node TEXT,
    promotion_method TEXT,
    partner BLOB REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
    resident_office BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    sponsor_leader BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    service_officer BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    capital_type TEXT,
    source_region TEXT,
    total_investment INTEGER,
    total_investment_currency TEXT,
    total_investment_mark TEXT,
    land_area INTEGER,
    land_area_unit TEXT,
    land_area_mark TEXT,
    suspected_same_as BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    same_verdict TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER project_insert_through_the_log BEFORE INSERT ON project
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER project_update_through_the_log BEFORE UPDATE ON project
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER project_never_deleted BEFORE DELETE ON project
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE enterprise (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    aliases TEXT,
    uscc TEXT,
    uscc_mark TEXT,
    parent_group BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    nature TEXT,
    region TEXT,
    gbt4754_code TEXT,
    tags TEXT,
    registered_capital INTEGER,
    registered_capital_currency TEXT,
    registered_capital_mark TEXT,
    founded TEXT,
    founded_precision TEXT,
    founded_mark TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER enterprise_insert_through_the_log BEFORE INSERT ON enterprise
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER enterprise_update_through_the_log BEFORE UPDATE ON enterprise
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER enterprise_never_deleted BEFORE DELETE ON enterprise
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE contact (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    enterprise BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    duty TEXT,
    mobile TEXT,
    phone TEXT,
    wechat TEXT,
    role TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER contact_insert_through_the_log BEFORE INSERT ON contact
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER contact_update_through_the_log BEFORE UPDATE ON contact
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER contact_never_deleted BEFORE DELETE ON contact
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE partner (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    partner_type TEXT,
    contact_name TEXT,
    phone TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER partner_insert_through_the_log BEFORE INSERT ON partner
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER partner_update_through_the_log BEFORE UPDATE ON partner
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER partner_never_deleted BEFORE DELETE ON partner
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE office (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    office_type TEXT,
    region TEXT,
    head BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    address TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER office_insert_through_the_log BEFORE INSERT ON office
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER office_update_through_the_log BEFORE UPDATE ON office
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER office_never_deleted BEFORE DELETE ON office
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    office BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    duty TEXT,
    phone TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER person_insert_through_the_log BEFORE INSERT ON person
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER person_update_through_the_log BEFORE UPDATE ON person
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER person_never_deleted BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE extra_field (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    label TEXT,
    of_kind TEXT,
    shape TEXT,
    choices TEXT,
    position INTEGER,
    position_mark TEXT
) STRICT;

CREATE TRIGGER extra_field_insert_through_the_log BEFORE INSERT ON extra_field
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER extra_field_update_through_the_log BEFORE UPDATE ON extra_field
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER extra_field_never_deleted BEFORE DELETE ON extra_field
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE INDEX agreement_sign_date ON agreement (sign_date);
CREATE INDEX agreement_project ON agreement (project);
CREATE INDEX agreement_party ON agreement (party);
CREATE INDEX project_no ON project (project_no);
CREATE INDEX project_name ON project (name);
CREATE INDEX project_investor ON project (investor);
CREATE INDEX project_suspected_same_as ON project (suspected_same_as)
    WHERE suspected_same_as IS NOT NULL;
CREATE INDEX enterprise_uscc ON enterprise (uscc);
CREATE INDEX enterprise_name ON enterprise (name);
CREATE INDEX contact_enterprise ON contact (enterprise);
