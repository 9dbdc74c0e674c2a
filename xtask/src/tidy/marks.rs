//! Marks of unfinished work, and things that belong to one machine.

use super::Finding;
use super::tree::{File, Tree};

/// Words that say "not finished"; written in halves so that this file has none.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("HA", "CK"),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("not ", "implemented"),
    concat!("@ts-", "ignore"),
    concat!("@ts-", "nocheck"),
];

/// Beginnings of lines that a merge leaves behind.
const MERGE: &[&str] = &[concat!("<<<<", "<<< "), concat!(">>>>", ">>> ")];

/// Folders that are only on the machine of whoever wrote the line.
const MACHINE: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!(r"C:\Us", r"ers\"),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.files.iter().filter(|file| is_written(file));
    files.flat_map(check_file).collect()
}

/// Whether a person wrote it: source, words, settings, documents; not a lock file.
fn is_written(file: &File) -> bool {
    let kinds = [
        "rs", "ts", "vue", "js", "mjs", "css", "html", "sql", "json", "toml", "md", "yml", "yaml",
        "sh",
    ];
    (kinds.contains(&file.extension()) && !file.path.ends_with("package-lock.json"))
        || file.path.starts_with(".ci/")
}

fn check_file(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        if let Some(message) = refusal(line) {
            findings.push(Finding::new(&file.path, at + 1, message));
        }
    }
    findings
}

fn refusal(line: &str) -> Option<String> {
    if let Some(mark) = UNFINISHED.iter().find(|mark| has_word(line, mark)) {
        return Some(format!("`{mark}`: finish it, or file an issue"));
    }
    if MERGE.iter().any(|mark| line.starts_with(mark)) {
        return Some("left behind by a merge".to_owned());
    }
    let folder = MACHINE.iter().find(|folder| has_word(line, folder))?;
    Some(format!("`{folder}` is a folder of one machine"))
}

/// Whether `word` stands in the line and not within a longer word.
fn has_word(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    let inner = |c: char| is_letter(c) || matches!(c, '.' | '~' | '}' | '-');
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let path = word.starts_with('/');
        let open = before.is_none_or(|c| !(if path { inner(c) } else { is_letter(c) }));
        let shut = !word.ends_with(is_letter) || after.is_none_or(|c| !is_letter(c));
        open && shut
    })
}

#[cfg(test)]
mod tests {
    use super::super::tree::shown;
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        shown(&check(&Tree::with(&[(path, text)])))
    }

    #[test]
    fn unfinished_work_is_refused_at_its_line() {
        for mark in UNFINISHED {
            let text = format!("fine\n// {mark} later\n");
            let found = found("crates/app/src/a.rs", &text);
            assert_eq!(found.len(), 1, "{mark}");
            assert!(
                found[0].starts_with("crates/app/src/a.rs:2: `"),
                "{found:?}"
            );
        }
        assert_eq!(found(".ci/run", &format!("# {}", UNFINISHED[0])).len(), 1);
    }

    #[test]
    fn words_that_only_look_like_a_mark_are_fine() {
        assert!(
            found(
                "a.rs",
                &format!("{}S_LIST {}ed", UNFINISHED[0], UNFINISHED[2])
            )
            .is_empty()
        );
        assert!(found("ui/package-lock.json", UNFINISHED[0]).is_empty());
    }

    #[test]
    fn a_machines_own_folder_is_refused_but_not_a_relative_one() {
        for folder in MACHINE {
            assert_eq!(found("a.toml", &format!("path = \"{folder}x\"")).len(), 1);
        }
        assert!(found("a.ts", "import a from '../home/a'; fetch(`${base}/home/`)").is_empty());
    }

    #[test]
    fn what_a_merge_leaves_behind_is_refused() {
        assert_eq!(found("a.md", &format!("{}ours", MERGE[0])).len(), 1);
    }
}
