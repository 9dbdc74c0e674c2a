-- The atlas: industry chains, their segments and relations, what enterprises make of
-- them, target parks, judgements and lessons; what enterprises, leads and projects
-- say about it.

CREATE TABLE chain (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    name_en TEXT,
    code TEXT,
    aliases TEXT,
    order_key TEXT,
    benchmark_region TEXT,
    atlas_version INTEGER,
    atlas_version_mark TEXT,
    source TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER chain_insert_through_the_log BEFORE INSERT ON chain
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER chain_update_through_the_log BEFORE UPDATE ON chain
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER chain_never_deleted BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE segment (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    name_en TEXT,
    code TEXT,
    chain BLOB REFERENCES chain (id) DEFERRABLE INITIALLY DEFERRED,
    parent BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    layer TEXT,
    order_key TEXT,
    aliases TEXT,
    description TEXT,
    gbt4754_codes TEXT,
    keywords TEXT,
    products TEXT,
    must_have INTEGER,
    chokepoint INTEGER,
    policy_priority TEXT,
    benchmark_need INTEGER,
    benchmark_need_mark TEXT,
    need_unit TEXT,
    confidence TEXT,
    source TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER segment_insert_through_the_log BEFORE INSERT ON segment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER segment_update_through_the_log BEFORE UPDATE ON segment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER segment_never_deleted BEFORE DELETE ON segment
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE segment_relation (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    from_segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    to_segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    relation TEXT,
    what TEXT,
    coefficient INTEGER,
    coefficient_mark TEXT,
    share INTEGER,
    share_mark TEXT,
    critical INTEGER,
    confidence TEXT,
    source TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER segment_relation_insert_through_the_log BEFORE INSERT ON segment_relation
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER segment_relation_update_through_the_log BEFORE UPDATE ON segment_relation
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER segment_relation_never_deleted BEFORE DELETE ON segment_relation
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE enterprise_segment (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    enterprise BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    product TEXT,
    capacity INTEGER,
    capacity_mark TEXT,
    capacity_unit TEXT,
    utilisation INTEGER,
    utilisation_mark TEXT,
    revenue_share INTEGER,
    revenue_share_mark TEXT,
    evidence TEXT,
    evidence_date TEXT,
    evidence_date_precision TEXT,
    evidence_date_mark TEXT,
    matched TEXT,
    confidence TEXT,
    source TEXT,
    confirmed_by BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;

CREATE TRIGGER enterprise_segment_insert_through_the_log BEFORE INSERT ON enterprise_segment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER enterprise_segment_update_through_the_log BEFORE UPDATE ON enterprise_segment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER enterprise_segment_never_deleted BEFORE DELETE ON enterprise_segment
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE segment_override (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT,
    reason TEXT,
    person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    expires_at TEXT,
    expires_at_precision TEXT,
    expires_at_mark TEXT
) STRICT;

CREATE TRIGGER segment_override_insert_through_the_log BEFORE INSERT ON segment_override
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER segment_override_update_through_the_log BEFORE UPDATE ON segment_override
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER segment_override_never_deleted BEFORE DELETE ON segment_override
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE placement_lesson (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    word TEXT,
    segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT
) STRICT;

CREATE TRIGGER placement_lesson_insert_through_the_log BEFORE INSERT ON placement_lesson
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER placement_lesson_update_through_the_log BEFORE UPDATE ON placement_lesson
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER placement_lesson_never_deleted BEFORE DELETE ON placement_lesson
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE park (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    name_en TEXT,
    code TEXT,
    region TEXT,
    longitude INTEGER,
    longitude_mark TEXT,
    latitude INTEGER,
    latitude_mark TEXT,
    level TEXT,
    chains TEXT,
    home INTEGER,
    confidence TEXT,
    source TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER park_insert_through_the_log BEFORE INSERT ON park
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER park_update_through_the_log BEFORE UPDATE ON park
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER park_never_deleted BEFORE DELETE ON park
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

ALTER TABLE enterprise ADD COLUMN short_name TEXT;
ALTER TABLE enterprise ADD COLUMN listed_code TEXT;
ALTER TABLE enterprise ADD COLUMN is_local INTEGER;
ALTER TABLE enterprise ADD COLUMN park BLOB REFERENCES park (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE enterprise ADD COLUMN site TEXT;
ALTER TABLE enterprise ADD COLUMN employees INTEGER;
ALTER TABLE enterprise ADD COLUMN employees_mark TEXT;
ALTER TABLE enterprise ADD COLUMN products TEXT;
ALTER TABLE enterprise ADD COLUMN business_scope TEXT;
ALTER TABLE enterprise ADD COLUMN business_status TEXT;
ALTER TABLE enterprise ADD COLUMN expansion_signs TEXT;
ALTER TABLE enterprise ADD COLUMN expansion_date TEXT;
ALTER TABLE enterprise ADD COLUMN expansion_date_precision TEXT;
ALTER TABLE enterprise ADD COLUMN expansion_date_mark TEXT;
ALTER TABLE enterprise ADD COLUMN confidence TEXT;
ALTER TABLE enterprise ADD COLUMN source TEXT;
ALTER TABLE lead ADD COLUMN segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE lead ADD COLUMN target_reasons TEXT;
ALTER TABLE project ADD COLUMN segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX segment_by_chain ON segment (chain, id) WHERE chain IS NOT NULL;
CREATE INDEX segment_by_parent ON segment (parent, id) WHERE parent IS NOT NULL;
CREATE INDEX segment_relation_by_from_segment ON segment_relation (from_segment, id) WHERE from_segment IS NOT NULL;
CREATE INDEX segment_relation_by_to_segment ON segment_relation (to_segment, id) WHERE to_segment IS NOT NULL;
CREATE INDEX enterprise_segment_by_enterprise ON enterprise_segment (enterprise, id) WHERE enterprise IS NOT NULL;
CREATE INDEX enterprise_segment_by_segment ON enterprise_segment (segment, id) WHERE segment IS NOT NULL;
CREATE INDEX enterprise_segment_by_confirmed_by ON enterprise_segment (confirmed_by, id) WHERE confirmed_by IS NOT NULL;
CREATE INDEX segment_override_by_segment ON segment_override (segment, id) WHERE segment IS NOT NULL;
CREATE INDEX segment_override_by_person ON segment_override (person, id) WHERE person IS NOT NULL;
CREATE INDEX placement_lesson_by_segment ON placement_lesson (segment, id) WHERE segment IS NOT NULL;
CREATE INDEX enterprise_by_park ON enterprise (park, id) WHERE park IS NOT NULL;
CREATE INDEX lead_by_segment ON lead (segment, id) WHERE segment IS NOT NULL;
CREATE INDEX project_by_segment ON project (segment, id) WHERE segment IS NOT NULL;
