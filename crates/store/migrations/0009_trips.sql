-- Trips: planned journeys of an office to firms worth a call, and their stops.

CREATE TABLE trip (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    name TEXT,
    resident_office BLOB REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
    leader BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    start_date TEXT,
    start_date_precision TEXT,
    start_date_mark TEXT,
    end_date TEXT,
    end_date_precision TEXT,
    end_date_mark TEXT,
    place TEXT,
    note TEXT
) STRICT;

CREATE TRIGGER trip_insert_through_the_log BEFORE INSERT ON trip
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER trip_update_through_the_log BEFORE UPDATE ON trip
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER trip_never_deleted BEFORE DELETE ON trip
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE TABLE trip_stop (
    id BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    trip BLOB REFERENCES trip (id) DEFERRABLE INITIALLY DEFERRED,
    enterprise BLOB REFERENCES enterprise (id) DEFERRABLE INITIALLY DEFERRED,
    segment BLOB REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    order_key TEXT,
    appointment TEXT,
    visit_date TEXT,
    visit_date_precision TEXT,
    visit_date_mark TEXT,
    met TEXT,
    visit BLOB REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;

CREATE TRIGGER trip_stop_insert_through_the_log BEFORE INSERT ON trip_stop
WHEN NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER trip_stop_update_through_the_log BEFORE UPDATE ON trip_stop
WHEN NEW.id IS NOT OLD.id OR NEW.version <= OLD.version
    OR NOT EXISTS (SELECT 1 FROM log WHERE seq = NEW.version AND record = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are written through the log'); END;

CREATE TRIGGER trip_stop_never_deleted BEFORE DELETE ON trip_stop
BEGIN SELECT RAISE(ABORT, 'rows go to the recycle bin'); END;

CREATE INDEX trip_by_resident_office ON trip (resident_office, id) WHERE resident_office IS NOT NULL;
CREATE INDEX trip_by_leader ON trip (leader, id) WHERE leader IS NOT NULL;
CREATE INDEX trip_stop_by_trip ON trip_stop (trip, id) WHERE trip IS NOT NULL;
CREATE INDEX trip_stop_by_enterprise ON trip_stop (enterprise, id) WHERE enterprise IS NOT NULL;
CREATE INDEX trip_stop_by_segment ON trip_stop (segment, id) WHERE segment IS NOT NULL;
CREATE INDEX trip_stop_by_visit ON trip_stop (visit, id) WHERE visit IS NOT NULL;
