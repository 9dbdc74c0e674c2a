//! SQL stands in `store` only.

use super::Finding;
use super::rust_text::{Sort, pieces};
use super::tree::{File, Tree};

/// Folders whose Rust code may not hold SQL. `tests` breaks files on purpose and may.
const CLOSED: &[&str] = &[
    "crates/model",
    "crates/exchange",
    "crates/sync",
    "crates/app",
    "crates/cli",
    "crates/web",
    "src-tauri",
];

/// How a statement begins and what it has further on; the second may be empty.
const STATEMENTS: &[(&str, &str)] = &[
    ("select ", " from "),
    ("insert ", " into "),
    ("replace into ", ""),
    ("update ", " set "),
    ("delete from ", ""),
    ("create table ", ""),
    ("create index ", ""),
    ("create trigger ", ""),
    ("create view ", ""),
    ("create virtual table ", ""),
    ("alter table ", ""),
    ("drop table ", ""),
    ("with recursive ", ""),
    ("begin immediate", ""),
    ("begin exclusive", ""),
    ("attach database ", ""),
    ("pragma ", ""),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let closed = |file: &&File| CLOSED.iter().any(|room| file.is_rust_of(room));
    let files = tree.files.iter().filter(closed);
    files.flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let pieces = pieces(&file.text).into_iter();
    let texts = pieces.filter(|piece| piece.sort == Sort::Text && is_sql(piece.text));
    let finding = |line| Finding::new(&file.path, line, "SQL stands in `crates/store` only");
    texts.map(|piece| finding(piece.line)).collect()
}

fn is_sql(text: &str) -> bool {
    let text = text.to_lowercase().replace("\\n", " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = format!("{} ", words.join(" "));
    STATEMENTS.iter().any(|(start, later)| {
        // A sign shared by both, as the blank in `insert into`, counts for both.
        text.starts_with(start) && text[start.len() - 1..].contains(later)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::shown;
    use super::*;

    #[test]
    fn a_statement_outside_store_is_refused_at_its_line() {
        let text = "fn f() {\n    q(\"SELECT id\n  FROM record\");\n    q(\"insert into log values (1)\");\n}";
        let found = shown(&check(&Tree::with(&[("crates/app/src/a.rs", text)])));
        assert_eq!(found.len(), 2);
        assert!(
            found[0].starts_with("crates/app/src/a.rs:2: SQL"),
            "{found:?}"
        );
        for room in ["crates/store", "tests"] {
            let path = format!("{room}/src/a.rs");
            assert!(check(&Tree::with(&[(&path, text)])).is_empty());
        }
    }

    #[test]
    fn statements_are_told_from_sentences() {
        for sql in [
            "pragma key = 'x'",
            "Update t SET a = 1",
            "delete from t",
            "BEGIN IMMEDIATE",
        ] {
            assert!(is_sql(sql), "{sql}");
        }
        for sentence in [
            "select",
            "Select a file",
            "update",
            "Insert a row",
            "deleted from",
        ] {
            assert!(!is_sql(sentence), "{sentence}");
        }
    }
}
