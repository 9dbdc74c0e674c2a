-- One row a searchable record: its texts as they are shown, and its title as
-- it is looked up and sorted. The tokens that all of it is found by stand in
-- the index only. Made anew from the records when the file is opened.
DROP TABLE search_index;
DROP TABLE search_doc;
CREATE TABLE search_doc (
    rowid INTEGER NOT NULL PRIMARY KEY,
    record BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    initials TEXT NOT NULL,
    names TEXT NOT NULL,
    rest TEXT NOT NULL
) STRICT;
CREATE INDEX search_doc_title ON search_doc (title, kind, record) WHERE title <> '';
CREATE INDEX search_doc_initials ON search_doc (initials) WHERE initials <> '';
CREATE VIRTUAL TABLE search_index USING fts5 (
    tokens,
    content = '', contentless_delete = 1,
    tokenize = 'ascii', detail = 'none'
);
-- In which documents each token stands, token by token.
CREATE VIRTUAL TABLE search_posting USING fts5vocab (search_index, instance);
-- A document and its tokens are written together.
CREATE VIEW search_entry (record, kind, title, initials, names, rest, tokens) AS
    SELECT record, kind, title, initials, names, rest, '' FROM search_doc;
CREATE TRIGGER search_entry_put INSTEAD OF INSERT ON search_entry BEGIN
    INSERT INTO search_doc (record, kind, title, initials, names, rest)
    VALUES (NEW.record, NEW.kind, NEW.title, NEW.initials, NEW.names, NEW.rest)
    ON CONFLICT (record) DO UPDATE SET title = excluded.title,
        initials = excluded.initials, names = excluded.names, rest = excluded.rest;
    INSERT OR REPLACE INTO search_index (rowid, tokens)
    SELECT rowid, NEW.tokens FROM search_doc WHERE record = NEW.record;
END;
CREATE TRIGGER search_doc_deleted AFTER DELETE ON search_doc BEGIN
    DELETE FROM search_index WHERE rowid = OLD.rowid;
END;
