-- One row a searchable record: its texts as they are shown, its title as it
-- is looked up, and the tokens all of it is found by. Made anew from the
-- records when the file is opened.
DROP TABLE search_index;
DROP TABLE search_doc;
CREATE TABLE search_doc (
    rowid INTEGER NOT NULL PRIMARY KEY,
    record BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    initials TEXT NOT NULL,
    names TEXT NOT NULL,
    rest TEXT NOT NULL,
    tokens TEXT NOT NULL
) STRICT;
CREATE INDEX search_doc_title ON search_doc (title) WHERE title <> '';
CREATE INDEX search_doc_initials ON search_doc (initials) WHERE initials <> '';
CREATE VIRTUAL TABLE search_index USING fts5 (
    tokens,
    content = 'search_doc', content_rowid = 'rowid',
    tokenize = 'ascii', detail = 'none'
);
CREATE TRIGGER search_doc_inserted AFTER INSERT ON search_doc BEGIN
    INSERT INTO search_index (rowid, tokens) VALUES (NEW.rowid, NEW.tokens);
END;
CREATE TRIGGER search_doc_deleted AFTER DELETE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, tokens)
    VALUES ('delete', OLD.rowid, OLD.tokens);
END;
CREATE TRIGGER search_doc_updated AFTER UPDATE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, tokens)
    VALUES ('delete', OLD.rowid, OLD.tokens);
    INSERT INTO search_index (rowid, tokens) VALUES (NEW.rowid, NEW.tokens);
END;
