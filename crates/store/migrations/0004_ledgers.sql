-- The records of the other ledgers: leads, visits, key projects and their phases,
-- payments, carriers, parcels; values of indicators; frozen periods; templates of
-- imports.

CREATE TABLE lead (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    lead_no TEXT,
    enterprise BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT,
    reported_at TEXT,
    reported_at_precision TEXT,
    reported_at_mark TEXT,
    reported_time TEXT,
    reporting_unit BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    lead_source TEXT,
    introducer BLOB REFERENCES partner (id) DEFERRABLE INITIALLY DEFERRED,
    source_region TEXT,
    chain TEXT,
    chain_node TEXT,
    content TEXT,
    enterprise_profile TEXT,
    planned_investment INTEGER,
    planned_investment_currency TEXT,
    planned_investment_mark TEXT,
    fixed_investment INTEGER,
    fixed_investment_currency TEXT,
    fixed_investment_mark TEXT,
    land_area INTEGER,
    land_area_unit TEXT,
    land_area_mark TEXT,
    progress TEXT,
    contact_level TEXT,
    next_step TEXT,
    issue TEXT,
    responsible_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    contact BLOB REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    assessment TEXT,
    assessment_reason TEXT,
    is_effective INTEGER,
    valid_until TEXT,
    valid_until_precision TEXT,
    valid_until_mark TEXT,
    project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    suspected_same_as BLOB REFERENCES lead (id) DEFERRABLE INITIALLY DEFERRED,
    same_verdict TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER lead_insert_through_the_log BEFORE INSERT ON lead
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER lead_update_through_the_log BEFORE UPDATE ON lead
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER lead_never_deleted BEFORE DELETE ON lead
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE visit (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    visit_no TEXT,
    resident_office BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    visit_date TEXT,
    visit_date_precision TEXT,
    visit_date_mark TEXT,
    end_date TEXT,
    end_date_precision TEXT,
    end_date_mark TEXT,
    visit_type TEXT,
    city TEXT,
    place TEXT,
    enterprise BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    their_people TEXT,
    their_duty TEXT,
    their_phone TEXT,
    our_people TEXT,
    leader BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    head_count INTEGER,
    head_count_mark TEXT,
    industry TEXT,
    content TEXT,
    result TEXT,
    intent TEXT,
    follow_up TEXT,
    due_date TEXT,
    due_date_precision TEXT,
    due_date_mark TEXT,
    responsible_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    cost INTEGER,
    cost_currency TEXT,
    cost_mark TEXT,
    lead BLOB REFERENCES lead (id) DEFERRABLE INITIALLY DEFERRED,
    project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    suspected_same_as BLOB REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    same_verdict TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER visit_insert_through_the_log BEFORE INSERT ON visit
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER visit_update_through_the_log BEFORE UPDATE ON visit
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER visit_never_deleted BEFORE DELETE ON visit
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE key_project (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    plan_year INTEGER,
    plan_year_mark TEXT,
    ledger_kind TEXT,
    key_level TEXT,
    build_nature TEXT,
    total_investment INTEGER,
    total_investment_currency TEXT,
    total_investment_mark TEXT,
    fixed_investment INTEGER,
    fixed_investment_currency TEXT,
    fixed_investment_mark TEXT,
    equipment_investment INTEGER,
    equipment_investment_currency TEXT,
    equipment_investment_mark TEXT,
    annual_plan_investment INTEGER,
    annual_plan_investment_currency TEXT,
    annual_plan_investment_mark TEXT,
    month_completed_investment INTEGER,
    month_completed_investment_currency TEXT,
    month_completed_investment_mark TEXT,
    annual_completed_investment INTEGER,
    annual_completed_investment_currency TEXT,
    annual_completed_investment_mark TEXT,
    cumulative_investment INTEGER,
    cumulative_investment_currency TEXT,
    cumulative_investment_mark TEXT,
    buildings INTEGER,
    buildings_mark TEXT,
    buildings_started INTEGER,
    buildings_started_mark TEXT,
    buildings_capped INTEGER,
    buildings_capped_mark TEXT,
    planned_start_date TEXT,
    planned_start_date_precision TEXT,
    planned_start_date_mark TEXT,
    start_date TEXT,
    start_date_precision TEXT,
    start_date_mark TEXT,
    planned_completion_date TEXT,
    planned_completion_date_precision TEXT,
    planned_completion_date_mark TEXT,
    completion_date TEXT,
    completion_date_precision TEXT,
    completion_date_mark TEXT,
    planned_production_date TEXT,
    planned_production_date_precision TEXT,
    planned_production_date_mark TEXT,
    production_date TEXT,
    production_date_precision TEXT,
    production_date_mark TEXT,
    visible_progress TEXT,
    weekly_progress TEXT,
    next_week_plan TEXT,
    procedures TEXT,
    issue TEXT,
    measure TEXT,
    due_date TEXT,
    due_date_precision TEXT,
    due_date_mark TEXT,
    rag_status TEXT,
    rag_reason TEXT,
    completion_ratio INTEGER,
    completion_ratio_mark TEXT,
    in_stat INTEGER,
    is_behind INTEGER,
    workers INTEGER,
    workers_mark TEXT,
    land_area INTEGER,
    land_area_unit TEXT,
    land_area_mark TEXT,
    land_place TEXT,
    is_clear_land INTEGER,
    sign_date TEXT,
    sign_date_precision TEXT,
    sign_date_mark TEXT,
    registered_date TEXT,
    registered_date_precision TEXT,
    registered_date_mark TEXT,
    land_supplied_date TEXT,
    land_supplied_date_precision TEXT,
    land_supplied_date_mark TEXT,
    funding_source TEXT,
    responsible_unit BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    sponsor_leader BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    service_officer BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    suspected_same_as BLOB REFERENCES key_project (id) DEFERRABLE INITIALLY DEFERRED,
    same_verdict TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER key_project_insert_through_the_log BEFORE INSERT ON key_project
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER key_project_update_through_the_log BEFORE UPDATE ON key_project
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER key_project_never_deleted BEFORE DELETE ON key_project
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE project_phase (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    key_project BLOB REFERENCES key_project (id) DEFERRABLE INITIALLY DEFERRED,
    phase TEXT,
    total_investment INTEGER,
    total_investment_currency TEXT,
    total_investment_mark TEXT,
    buildings INTEGER,
    buildings_mark TEXT,
    buildings_started INTEGER,
    buildings_started_mark TEXT,
    buildings_capped INTEGER,
    buildings_capped_mark TEXT,
    visible_progress TEXT,
    finished INTEGER,
    note TEXT
) STRICT;

CREATE TRIGGER project_phase_insert_through_the_log BEFORE INSERT ON project_phase
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER project_phase_update_through_the_log BEFORE UPDATE ON project_phase
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER project_phase_never_deleted BEFORE DELETE ON project_phase
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE payment (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    payer BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    paid_date TEXT,
    paid_date_precision TEXT,
    paid_date_mark TEXT,
    paid_in INTEGER,
    paid_in_currency TEXT,
    paid_in_mark TEXT,
    rate INTEGER,
    rate_mark TEXT,
    rate_date TEXT,
    rate_date_precision TEXT,
    rate_date_mark TEXT,
    fund_kind TEXT,
    voucher_no TEXT,
    state TEXT,
    recognised_amount INTEGER,
    recognised_amount_currency TEXT,
    recognised_amount_mark TEXT,
    exclusion_reason TEXT,
    period TEXT,
    suspected_same_as BLOB REFERENCES payment (id) DEFERRABLE INITIALLY DEFERRED,
    same_verdict TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER payment_insert_through_the_log BEFORE INSERT ON payment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER payment_update_through_the_log BEFORE UPDATE ON payment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER payment_never_deleted BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE factory_unit (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    park TEXT,
    building TEXT,
    unit_no TEXT,
    floors INTEGER,
    floors_mark TEXT,
    floor_height INTEGER,
    floor_height_mark TEXT,
    floor_load INTEGER,
    floor_load_mark TEXT,
    structure TEXT,
    floor_area INTEGER,
    floor_area_unit TEXT,
    floor_area_mark TEXT,
    vacant_area INTEGER,
    vacant_area_unit TEXT,
    vacant_area_mark TEXT,
    state TEXT,
    rent INTEGER,
    rent_mark TEXT,
    occupancy_rate INTEGER,
    occupancy_rate_mark TEXT,
    owner TEXT,
    utilities TEXT,
    contact_name TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER factory_unit_insert_through_the_log BEFORE INSERT ON factory_unit
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER factory_unit_update_through_the_log BEFORE UPDATE ON factory_unit
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER factory_unit_never_deleted BEFORE DELETE ON factory_unit
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE lease (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    unit BLOB REFERENCES factory_unit (id) DEFERRABLE INITIALLY DEFERRED,
    tenant BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    leased_area INTEGER,
    leased_area_unit TEXT,
    leased_area_mark TEXT,
    sold_area INTEGER,
    sold_area_unit TEXT,
    sold_area_mark TEXT,
    start_date TEXT,
    start_date_precision TEXT,
    start_date_mark TEXT,
    end_date TEXT,
    end_date_precision TEXT,
    end_date_mark TEXT,
    ended INTEGER,
    rent INTEGER,
    rent_mark TEXT,
    annual_rent INTEGER,
    annual_rent_currency TEXT,
    annual_rent_mark TEXT,
    arrears INTEGER,
    arrears_currency TEXT,
    arrears_mark TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER lease_insert_through_the_log BEFORE INSERT ON lease
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER lease_update_through_the_log BEFORE UPDATE ON lease
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER lease_never_deleted BEFORE DELETE ON lease
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE parcel (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    parcel_no TEXT,
    place TEXT,
    land_area INTEGER,
    land_area_unit TEXT,
    land_area_mark TEXT,
    land_use TEXT,
    plot_ratio INTEGER,
    plot_ratio_mark TEXT,
    supply_state TEXT,
    intended_project TEXT,
    project BLOB REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;

CREATE TRIGGER parcel_insert_through_the_log BEFORE INSERT ON parcel
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER parcel_update_through_the_log BEFORE UPDATE ON parcel
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER parcel_never_deleted BEFORE DELETE ON parcel
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE indicator_value (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    indicator TEXT,
    year INTEGER,
    year_mark TEXT,
    basis TEXT,
    value INTEGER,
    value_mark TEXT,
    source TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER indicator_value_insert_through_the_log BEFORE INSERT ON indicator_value
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER indicator_value_update_through_the_log BEFORE UPDATE ON indicator_value
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER indicator_value_never_deleted BEFORE DELETE ON indicator_value
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE snapshot (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    year INTEGER,
    year_mark TEXT,
    frozen_at TEXT,
    frozen_at_precision TEXT,
    frozen_at_mark TEXT,
    settings TEXT,
    figures TEXT,
    released INTEGER,
    note TEXT
) STRICT;

CREATE TRIGGER snapshot_insert_through_the_log BEFORE INSERT ON snapshot
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER snapshot_update_through_the_log BEFORE UPDATE ON snapshot
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER snapshot_never_deleted BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE import_template (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    of_kind TEXT,
    heads TEXT,
    mapping TEXT,
    answers TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER import_template_insert_through_the_log BEFORE INSERT ON import_template
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER import_template_update_through_the_log BEFORE UPDATE ON import_template
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER import_template_never_deleted BEFORE DELETE ON import_template
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE INDEX lead_enterprise ON lead (enterprise);
CREATE INDEX lead_reported_at ON lead (reported_at);
CREATE INDEX visit_visit_date ON visit (visit_date);
CREATE INDEX visit_enterprise ON visit (enterprise);
CREATE INDEX visit_resident_office ON visit (resident_office);
CREATE INDEX key_project_project ON key_project (project);
CREATE INDEX key_project_plan_year ON key_project (plan_year);
CREATE INDEX project_phase_key_project ON project_phase (key_project);
CREATE INDEX payment_project ON payment (project);
CREATE INDEX payment_paid_date ON payment (paid_date);
CREATE INDEX payment_voucher_no ON payment (voucher_no);
CREATE INDEX payment_payer ON payment (payer);
CREATE INDEX factory_unit_name ON factory_unit (name);
CREATE INDEX lease_unit ON lease (unit);
CREATE INDEX lease_tenant ON lease (tenant);
CREATE INDEX parcel_no ON parcel (parcel_no);
CREATE INDEX indicator_value_year ON indicator_value (year);
CREATE INDEX snapshot_year ON snapshot (year);
CREATE INDEX import_template_of_kind ON import_template (of_kind);
