-- What the other readings of figures need, and what a person may do.
ALTER TABLE agreement ADD COLUMN review_date TEXT;
ALTER TABLE agreement ADD COLUMN review_date_precision TEXT;
ALTER TABLE agreement ADD COLUMN review_date_mark TEXT;
ALTER TABLE key_project ADD COLUMN floor_area INTEGER;
ALTER TABLE key_project ADD COLUMN floor_area_unit TEXT;
ALTER TABLE key_project ADD COLUMN floor_area_mark TEXT;
ALTER TABLE key_project ADD COLUMN floor_area_started INTEGER;
ALTER TABLE key_project ADD COLUMN floor_area_started_unit TEXT;
ALTER TABLE key_project ADD COLUMN floor_area_started_mark TEXT;
ALTER TABLE key_project ADD COLUMN floor_area_capped INTEGER;
ALTER TABLE key_project ADD COLUMN floor_area_capped_unit TEXT;
ALTER TABLE key_project ADD COLUMN floor_area_capped_mark TEXT;
ALTER TABLE person ADD COLUMN role TEXT;
ALTER TABLE person ADD COLUMN unmask_right TEXT;
CREATE INDEX agreement_review_date ON agreement (review_date) WHERE review_date IS NOT NULL;
