-- The guards of rows end the whole action, which they always did: none of its
-- statements is to be taken back alone, for which SQLite would keep what each
-- changes and the search index would write what it has gathered.

DROP TRIGGER agreement_insert_through_the_log;
CREATE TRIGGER agreement_insert_through_the_log BEFORE INSERT ON agreement
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER agreement_update_through_the_log;
CREATE TRIGGER agreement_update_through_the_log BEFORE UPDATE ON agreement
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER project_insert_through_the_log;
CREATE TRIGGER project_insert_through_the_log BEFORE INSERT ON project
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER project_update_through_the_log;
CREATE TRIGGER project_update_through_the_log BEFORE UPDATE ON project
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER enterprise_insert_through_the_log;
CREATE TRIGGER enterprise_insert_through_the_log BEFORE INSERT ON enterprise
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER enterprise_update_through_the_log;
CREATE TRIGGER enterprise_update_through_the_log BEFORE UPDATE ON enterprise
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER contact_insert_through_the_log;
CREATE TRIGGER contact_insert_through_the_log BEFORE INSERT ON contact
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER contact_update_through_the_log;
CREATE TRIGGER contact_update_through_the_log BEFORE UPDATE ON contact
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER partner_insert_through_the_log;
CREATE TRIGGER partner_insert_through_the_log BEFORE INSERT ON partner
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER partner_update_through_the_log;
CREATE TRIGGER partner_update_through_the_log BEFORE UPDATE ON partner
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER office_insert_through_the_log;
CREATE TRIGGER office_insert_through_the_log BEFORE INSERT ON office
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER office_update_through_the_log;
CREATE TRIGGER office_update_through_the_log BEFORE UPDATE ON office
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER person_insert_through_the_log;
CREATE TRIGGER person_insert_through_the_log BEFORE INSERT ON person
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER person_update_through_the_log;
CREATE TRIGGER person_update_through_the_log BEFORE UPDATE ON person
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER extra_field_insert_through_the_log;
CREATE TRIGGER extra_field_insert_through_the_log BEFORE INSERT ON extra_field
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER extra_field_update_through_the_log;
CREATE TRIGGER extra_field_update_through_the_log BEFORE UPDATE ON extra_field
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER view_insert_through_the_log;
CREATE TRIGGER view_insert_through_the_log BEFORE INSERT ON view
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER view_update_through_the_log;
CREATE TRIGGER view_update_through_the_log BEFORE UPDATE ON view
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER form_layout_insert_through_the_log;
CREATE TRIGGER form_layout_insert_through_the_log BEFORE INSERT ON form_layout
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER form_layout_update_through_the_log;
CREATE TRIGGER form_layout_update_through_the_log BEFORE UPDATE ON form_layout
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER note_insert_through_the_log;
CREATE TRIGGER note_insert_through_the_log BEFORE INSERT ON note
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER note_update_through_the_log;
CREATE TRIGGER note_update_through_the_log BEFORE UPDATE ON note
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER attachment_insert_through_the_log;
CREATE TRIGGER attachment_insert_through_the_log BEFORE INSERT ON attachment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER attachment_update_through_the_log;
CREATE TRIGGER attachment_update_through_the_log BEFORE UPDATE ON attachment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER lead_insert_through_the_log;
CREATE TRIGGER lead_insert_through_the_log BEFORE INSERT ON lead
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER lead_update_through_the_log;
CREATE TRIGGER lead_update_through_the_log BEFORE UPDATE ON lead
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER visit_insert_through_the_log;
CREATE TRIGGER visit_insert_through_the_log BEFORE INSERT ON visit
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER visit_update_through_the_log;
CREATE TRIGGER visit_update_through_the_log BEFORE UPDATE ON visit
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER key_project_insert_through_the_log;
CREATE TRIGGER key_project_insert_through_the_log BEFORE INSERT ON key_project
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER key_project_update_through_the_log;
CREATE TRIGGER key_project_update_through_the_log BEFORE UPDATE ON key_project
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER project_phase_insert_through_the_log;
CREATE TRIGGER project_phase_insert_through_the_log BEFORE INSERT ON project_phase
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER project_phase_update_through_the_log;
CREATE TRIGGER project_phase_update_through_the_log BEFORE UPDATE ON project_phase
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER payment_insert_through_the_log;
CREATE TRIGGER payment_insert_through_the_log BEFORE INSERT ON payment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER payment_update_through_the_log;
CREATE TRIGGER payment_update_through_the_log BEFORE UPDATE ON payment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER factory_unit_insert_through_the_log;
CREATE TRIGGER factory_unit_insert_through_the_log BEFORE INSERT ON factory_unit
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER factory_unit_update_through_the_log;
CREATE TRIGGER factory_unit_update_through_the_log BEFORE UPDATE ON factory_unit
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER lease_insert_through_the_log;
CREATE TRIGGER lease_insert_through_the_log BEFORE INSERT ON lease
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER lease_update_through_the_log;
CREATE TRIGGER lease_update_through_the_log BEFORE UPDATE ON lease
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER parcel_insert_through_the_log;
CREATE TRIGGER parcel_insert_through_the_log BEFORE INSERT ON parcel
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER parcel_update_through_the_log;
CREATE TRIGGER parcel_update_through_the_log BEFORE UPDATE ON parcel
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER indicator_value_insert_through_the_log;
CREATE TRIGGER indicator_value_insert_through_the_log BEFORE INSERT ON indicator_value
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER indicator_value_update_through_the_log;
CREATE TRIGGER indicator_value_update_through_the_log BEFORE UPDATE ON indicator_value
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER snapshot_insert_through_the_log;
CREATE TRIGGER snapshot_insert_through_the_log BEFORE INSERT ON snapshot
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER snapshot_update_through_the_log;
CREATE TRIGGER snapshot_update_through_the_log BEFORE UPDATE ON snapshot
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER import_template_insert_through_the_log;
CREATE TRIGGER import_template_insert_through_the_log BEFORE INSERT ON import_template
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER import_template_update_through_the_log;
CREATE TRIGGER import_template_update_through_the_log BEFORE UPDATE ON import_template
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER chain_insert_through_the_log;
CREATE TRIGGER chain_insert_through_the_log BEFORE INSERT ON chain
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER chain_update_through_the_log;
CREATE TRIGGER chain_update_through_the_log BEFORE UPDATE ON chain
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER segment_insert_through_the_log;
CREATE TRIGGER segment_insert_through_the_log BEFORE INSERT ON segment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER segment_update_through_the_log;
CREATE TRIGGER segment_update_through_the_log BEFORE UPDATE ON segment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER segment_relation_insert_through_the_log;
CREATE TRIGGER segment_relation_insert_through_the_log BEFORE INSERT ON segment_relation
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER segment_relation_update_through_the_log;
CREATE TRIGGER segment_relation_update_through_the_log BEFORE UPDATE ON segment_relation
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER enterprise_segment_insert_through_the_log;
CREATE TRIGGER enterprise_segment_insert_through_the_log BEFORE INSERT ON enterprise_segment
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER enterprise_segment_update_through_the_log;
CREATE TRIGGER enterprise_segment_update_through_the_log BEFORE UPDATE ON enterprise_segment
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER segment_override_insert_through_the_log;
CREATE TRIGGER segment_override_insert_through_the_log BEFORE INSERT ON segment_override
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER segment_override_update_through_the_log;
CREATE TRIGGER segment_override_update_through_the_log BEFORE UPDATE ON segment_override
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER placement_lesson_insert_through_the_log;
CREATE TRIGGER placement_lesson_insert_through_the_log BEFORE INSERT ON placement_lesson
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER placement_lesson_update_through_the_log;
CREATE TRIGGER placement_lesson_update_through_the_log BEFORE UPDATE ON placement_lesson
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER park_insert_through_the_log;
CREATE TRIGGER park_insert_through_the_log BEFORE INSERT ON park
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER park_update_through_the_log;
CREATE TRIGGER park_update_through_the_log BEFORE UPDATE ON park
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER export_template_insert_through_the_log;
CREATE TRIGGER export_template_insert_through_the_log BEFORE INSERT ON export_template
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER export_template_update_through_the_log;
CREATE TRIGGER export_template_update_through_the_log BEFORE UPDATE ON export_template
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER disclosure_insert_through_the_log;
CREATE TRIGGER disclosure_insert_through_the_log BEFORE INSERT ON disclosure
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER disclosure_update_through_the_log;
CREATE TRIGGER disclosure_update_through_the_log BEFORE UPDATE ON disclosure
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER trip_insert_through_the_log;
CREATE TRIGGER trip_insert_through_the_log BEFORE INSERT ON trip
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER trip_update_through_the_log;
CREATE TRIGGER trip_update_through_the_log BEFORE UPDATE ON trip
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER trip_stop_insert_through_the_log;
CREATE TRIGGER trip_stop_insert_through_the_log BEFORE INSERT ON trip_stop
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;

DROP TRIGGER trip_stop_update_through_the_log;
CREATE TRIGGER trip_stop_update_through_the_log BEFORE UPDATE ON trip_stop
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(FAIL, 'rows are written through the log'); END;
