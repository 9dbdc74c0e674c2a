//! Both languages say the same things, with the same blanks to fill in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Finding;
use super::tree::{File, Tree};

/// The folders with a pair of files each.
const FOLDERS: &[&str] = &["crates/model/words", "ui/src/words"];

/// The languages; the first is the one the program is thought in.
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    FOLDERS
        .iter()
        .flat_map(|folder| pair(tree, folder))
        .collect()
}

fn pair(tree: &Tree, folder: &str) -> Vec<Finding> {
    let path = |language| format!("{folder}/{language}.json");
    let files = LANGUAGES.map(|language| tree.file(&path(language)));
    let [Some(one), Some(other)] = files else {
        // A house without these words at all (a made-up one in a test) is in order.
        let lone = files.into_iter().flatten().next();
        let finding = |file: &File| Finding::new(&file.path, 1, "the other language is missing");
        return lone.map(finding).into_iter().collect();
    };
    match (texts(one), texts(other)) {
        (Ok(first), Ok(second)) => {
            let mut findings = lacking(one, &first, other, &second);
            findings.extend(lacking(other, &second, one, &first));
            findings.extend(blanks(other, &first, &second));
            findings
        }
        (first, second) => [first.err(), second.err()].into_iter().flatten().collect(),
    }
}

type Texts = BTreeMap<String, String>;

fn texts(file: &File) -> Result<Texts, Finding> {
    let json: Value = serde_json::from_str(&file.text)
        .map_err(|error| Finding::new(&file.path, error.line(), error.to_string()))?;
    let mut texts = Texts::new();
    flatten("", &json, &mut texts);
    Ok(texts)
}

fn flatten(path: &str, json: &Value, texts: &mut Texts) {
    match json {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                flatten(&path, value, texts);
            }
        }
        Value::String(text) => {
            texts.insert(path.to_owned(), text.clone());
        }
        other => {
            texts.insert(path.to_owned(), other.to_string());
        }
    }
}

fn lacking(file: &File, texts: &Texts, other: &File, others: &Texts) -> Vec<Finding> {
    let keys = texts.keys().filter(|key| !others.contains_key(*key));
    let finding = |key: &String| {
        let message = format!("`{key}` is missing in {}", other.path);
        Finding::new(&file.path, line_of(&file.text, key), message)
    };
    keys.map(finding).collect()
}

fn blanks(file: &File, first: &Texts, second: &Texts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, text) in second {
        let Some(model) = first.get(key) else {
            continue;
        };
        let (wanted, there) = (blanks_of(model), blanks_of(text));
        if wanted != there {
            let message = format!("`{key}` fills in {there:?}, the other language {wanted:?}");
            findings.push(Finding::new(&file.path, line_of(&file.text, key), message));
        }
    }
    findings
}

/// The names in braces; `segment_en` is the English form of `segment`, and
/// `count:record|records` the word that fits the `count`.
fn blanks_of(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    let names = parts.filter_map(|part| part.split_once('}'));
    names
        .map(|(name, _)| name.split_once(':').map_or(name, |(name, _)| name))
        .map(str::trim)
        .map(|name| name.strip_suffix("_en").unwrap_or(name))
        .collect()
}

/// The line on which the key stands, whole or, in nested files, its last part.
fn line_of(text: &str, key: &str) -> usize {
    let last = key.rsplit('.').next().unwrap_or(key);
    let on = |name: &str| {
        let name = format!("\"{name}\":");
        text.lines().position(|line| line.contains(&name))
    };
    on(key).or_else(|| on(last)).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::tree::shown;
    use super::*;

    fn found(zh: &str, en: &str) -> Vec<String> {
        let tree = [
            ("ui/src/words/zh-CN.json", zh),
            ("ui/src/words/en.json", en),
        ];
        shown(&check(&Tree::with(&tree)))
    }

    #[test]
    fn pairs_with_the_same_keys_are_in_order() {
        let nested = r#"{"a": {"b": "x {n}"}, "c.d": "y"}"#;
        assert!(found(nested, nested).is_empty());
        let fitted = r#"{"a": {"b": "x {n} {n:row|rows}"}, "c.d": "y"}"#;
        assert!(found(nested, fitted).is_empty());
    }

    #[test]
    fn a_key_missing_on_either_side_is_named_at_its_line() {
        let zh = "{\n\"a\": \"1\",\n\"b\": {\"c\": \"2\"}\n}";
        let en = "{\n\"a\": \"1\",\n\"d\": \"2\"\n}";
        assert_eq!(
            found(zh, en),
            [
                "ui/src/words/zh-CN.json:3: `b.c` is missing in ui/src/words/en.json",
                "ui/src/words/en.json:3: `d` is missing in ui/src/words/zh-CN.json",
            ]
        );
    }

    #[test]
    fn a_blank_that_only_one_language_fills_in_is_named() {
        let found = found(r#"{"a": "共 {n} 条"}"#, r#"{"a": "{count} rows"}"#);
        assert!(
            found[0].starts_with("ui/src/words/en.json:1: `a` fills in"),
            "{found:?}"
        );
    }

    #[test]
    fn a_missing_or_broken_file_is_a_finding() {
        let lone = Tree::with(&[("ui/src/words/en.json", "{}")]);
        assert_eq!(check(&lone).len(), 1);
        assert_eq!(found("{", "{}").len(), 1);
    }
}
