-- A frozen period may end within its year.
ALTER TABLE snapshot ADD COLUMN through INTEGER;
ALTER TABLE snapshot ADD COLUMN through_mark TEXT;
