//! What a user is told, and that a refusal left everything as it was.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use suoji_app::{App, Fault, Language};

/// The fault has that code, and a clear sentence in both languages that
/// names the place.
#[track_caller]
pub(crate) fn told(fault: &Fault, code: &str, place: &Path) {
    assert_eq!(fault.code(), code, "{fault:?}");
    for language in [Language::Chinese, Language::English] {
        let sentence = fault.sentence(language);
        assert_clear(&sentence);
        assert!(
            sentence.contains(&place.display().to_string()),
            "{sentence} does not name {}",
            place.display()
        );
    }
}

/// One line, whole sentences, no blanks left open.
#[track_caller]
pub(crate) fn assert_clear(sentence: &str) {
    let clear = sentence.ends_with(['.', '。'])
        && !sentence.contains(['{', '}', '\n'])
        && !sentence.contains("panicked")
        && sentence.chars().count() > 8;
    assert!(clear, "not clear: {sentence:?}");
}

/// Every file below a folder and its bytes.
pub(crate) fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            found.extend(bytes_below(&path));
            found.insert(path, Vec::new());
        } else {
            found.insert(path.clone(), std::fs::read(&path).expect("file"));
        }
    }
    found
}

/// The same files with the same bytes as before.
#[track_caller]
pub(crate) fn assert_untouched(folder: &Path, before: &BTreeMap<PathBuf, Vec<u8>>) {
    let now = bytes_below(folder);
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&now), names(before), "other files");
    for (path, bytes) in before {
        assert!(&now[path] == bytes, "{} was changed", path.display());
    }
}

/// Starts a program on the file and asks for `name`, which must be refused.
pub(crate) async fn refusal(desk: &Path, name: &str, request: Json) -> Fault {
    let app = App::new(desk.to_path_buf());
    app.start().await;
    let reply = app.call(name, request).await;
    app.close().await;
    reply.expect_err("refused")
}

/// A closed desk at `path` with the sample in it.
pub(crate) async fn sample_desk(path: &Path) {
    let app = App::new(path.to_path_buf());
    app.start().await;
    for name in ["create_desk", "load_sample"] {
        let done = app.call(name, json!({})).await;
        done.unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    }
    app.close().await;
}

/// Opens the file anew; it verifies. The program is returned open.
pub(crate) async fn reopened(path: &Path) -> App {
    let app = App::new(path.to_path_buf());
    app.start().await;
    let report = app.call("verify", json!({})).await;
    assert!(
        report.as_ref().is_ok_and(|report| report["ok"] == true),
        "{report:?}"
    );
    app
}

/// The names of what lies in a folder, sorted.
pub(crate) fn names_in(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
