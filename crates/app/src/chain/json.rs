//! A book as one JSON file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use suoji_model::log::Values;
use suoji_model::{Kind, Shape};

use super::book::{Book, declared};
use super::check::{problem, whole};
use crate::contract::ChainProblem;
use crate::fault::{Code, Fault};

/// What the file says it is.
const FORMAT: &str = "suoji-chain";
/// The version of the form that this program writes.
const VERSION: u32 = 1;
/// What some editors put before the text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// What a file says of itself; a newer version may hold its lists in another form.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Json,
    #[serde(default)]
    version: Json,
}

/// The lists as they are read.
#[derive(Deserialize)]
struct Lists {
    #[serde(default)]
    lists: BTreeMap<String, Vec<Json>>,
}

/// The file as it is written.
#[derive(Serialize)]
struct File<'b> {
    format: &'static str,
    version: u32,
    lists: BTreeMap<&'static str, Vec<&'b Values>>,
}

/// Whether a file is text that is meant as JSON.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let start = text.iter().find(|byte| !byte.is_ascii_whitespace());
    start == Some(&b'{')
}

/// The book in a file, with what is wrong with the file; the book is empty where it
/// cannot be read as a whole.
pub(super) fn read(bytes: &[u8]) -> (Book, Vec<ChainProblem>) {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let refused =
        |code: &str, params: &[(&str, &str)]| (Book::default(), vec![whole(code, params, true)]);
    let broken = |error: &serde_json::Error| {
        let (line, column) = (error.line().to_string(), error.column().to_string());
        refused("broken_json", &[("line", &line), ("column", &column)])
    };
    let head: Head = match serde_json::from_slice(bytes) {
        Ok(head) => head,
        Err(error) => return broken(&error),
    };
    let (Some(FORMAT), Some(version)) = (head.format.as_str(), head.version.as_u64()) else {
        return refused("not_a_chain", &[]);
    };
    if version > u64::from(VERSION) {
        let (version, known) = (version.to_string(), VERSION.to_string());
        return refused("newer_version", &[("version", &version), ("known", &known)]);
    }
    let Lists { mut lists } = match serde_json::from_slice(bytes) {
        Ok(lists) => lists,
        Err(error) => return broken(&error),
    };
    let (mut book, mut problems) = (Book::default(), Vec::new());
    for kind in declared() {
        for (row, values) in (1..).zip(lists.remove(kind.name).unwrap_or_default()) {
            match values {
                Json::Object(values) => {
                    let values = values.into_iter();
                    let values = values.map(|(name, value)| as_declared(kind, name, value));
                    book.add(kind.name, row, values.collect());
                }
                _ => problems.push(problem(kind.name, row, "no_record", &[], true)),
            }
        }
    }
    for name in lists.keys() {
        problems.push(whole("unknown_list", &[("list", name)], false));
    }
    (book, problems)
}

/// A value as it is declared: in a file that a person wrote, a number may stand plainly.
fn as_declared(kind: &Kind, name: String, value: Json) -> (String, Json) {
    let shape = kind.field(&name).map(|field| &field.shape);
    let value = match (shape, value) {
        (Some(Shape::Number { .. }), Json::Number(plain)) => json!({ "number": plain.to_string() }),
        (_, value) => value,
    };
    (name, value)
}

/// A book as a file.
pub(super) fn write(book: &Book) -> Result<Vec<u8>, Fault> {
    let lists = book.lists.iter().map(|(kind, rows)| {
        let rows = rows.iter().map(|row| &row.values);
        (*kind, rows.collect())
    });
    let file = File {
        format: FORMAT,
        version: VERSION,
        lists: lists.collect(),
    };
    serde_json::to_vec_pretty(&file)
        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_whole_file_is_named() {
        let deep = "[".repeat(200);
        for (text, code) in [
            ("{\"format\": \"suoji-chain\", \"ver", "broken_json"),
            ("{\"format\" \"suoji-chain\"}", "broken_json"),
            ("{}", "not_a_chain"),
            ("{\"format\": \"other\", \"version\": 1}", "not_a_chain"),
            ("{\"format\": \"suoji-chain\"}", "not_a_chain"),
            (
                "{\"format\": \"suoji-chain\", \"version\": 2, \"lists\": [1]}",
                "newer_version",
            ),
            (
                "{\"format\": \"suoji-chain\", \"version\": 1, \"lists\": [1]}",
                "broken_json",
            ),
            (
                "\u{feff}{\"format\": \"suoji-chain\", \"version\": 1, \"lists\": {\"segment\": [3]}}",
                "no_record",
            ),
            (
                "{\"format\": \"suoji-chain\", \"version\": 1, \"lists\": {\"moon\": []}}",
                "unknown_list",
            ),
            (&format!("{{\"lists\": {deep}"), "broken_json"),
        ] {
            assert!(is_json(text.as_bytes()), "{text}");
            let (book, problems) = read(text.as_bytes());
            assert_eq!(
                (book, problems[0].code.as_str()),
                (Book::default(), code),
                "{text}"
            );
        }
        let plain = br#"{"format": "suoji-chain", "version": 1,
            "lists": {"park": [{"name": "x", "latitude": 37.25}]}}"#;
        let (book, problems) = read(plain);
        let latitude = &book.rows("park")[0].values["latitude"];
        assert_eq!(*latitude, json!({ "number": "37.25" }), "{problems:?}");
        let (_, problems) = read(b"{\n  \"format\": oops}");
        assert_eq!(problems[0].params["line"], "2");
    }
}
