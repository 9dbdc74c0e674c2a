-- Whether any project lies in the bin, and which: its rows count with it.
CREATE INDEX project_in_bin ON project (id) WHERE deleted = 1;
