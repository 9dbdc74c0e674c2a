//! The words of records, faults and figures in every language the product
//! speaks. The same two files serve the command line, exports and the UI.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value as Json;

use crate::log::DELETED;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文
    Chinese,
    /// English
    English,
}

impl Language {
    /// The language of a tag such as `zh-CN` or `en_GB.UTF-8`; Chinese unless
    /// it says English.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") {
            Self::English
        } else {
            Self::Chinese
        }
    }
}

static CHINESE: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| flatten(include_str!("../words/zh-CN.json")));
static ENGLISH: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| flatten(include_str!("../words/en.json")));

/// The key of the word for a field; whether a record is in the bin is one of every kind.
pub fn field_key(kind: &str, field: &str) -> String {
    match field == DELETED {
        true => format!("every.{field}"),
        false => format!("field.{kind}.{field}"),
    }
}

/// The words under a dotted key, such as `field.agreement.sign_date`; the key
/// itself where the file has none, so that a gap is seen.
pub fn word(language: Language, key: &str) -> &str {
    let words = match language {
        Language::Chinese => &*CHINESE,
        Language::English => &*ENGLISH,
    };
    words.get(key).map_or(key, String::as_str)
}

/// The words under `key` with `{name}` replaced by each parameter's value.
pub fn sentence<'a>(
    language: Language,
    key: &str,
    params: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> String {
    let text = word(language, key).to_owned();
    params.into_iter().fold(text, |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

fn flatten(text: &str) -> HashMap<String, String> {
    let mut words = HashMap::new();
    // The files are part of the program and a test reads them; a file that
    // could not be parsed would show every key bare.
    if let Ok(json) = serde_json::from_str(text) {
        collect(&json, String::new(), &mut words);
    }
    words
}

fn collect(json: &Json, path: String, words: &mut HashMap<String, String>) {
    match json {
        Json::Object(members) => {
            for (name, member) in members {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                collect(member, path, words);
            }
        }
        Json::String(text) => {
            words.insert(path, text.clone());
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds;
    use crate::{Absent, Shape, log::Intent};

    #[test]
    fn every_declared_name_has_words_in_both_languages() {
        let mut keys = Vec::new();
        for kind in kinds::ALL {
            keys.extend(["kind", "kinds"].map(|many| format!("{many}.{}", kind.name)));
            for field in kind.fields {
                keys.push(format!("field.{}.{}", kind.name, field.name));
                if let Shape::Choice(choices) = field.shape {
                    let key = |choice| format!("choice.{}.{}.{choice}", kind.name, field.name);
                    keys.extend(choices.iter().map(key));
                }
            }
        }
        keys.extend(Absent::ALL.map(|absent| format!("absent.{}", absent.name())));
        keys.extend(Intent::ALL.map(|intent| format!("intent.{}", intent.name())));
        for language in [Language::Chinese, Language::English] {
            for key in &keys {
                assert_ne!(word(language, key), key, "{language:?} lacks {key}");
            }
        }
    }

    #[test]
    fn both_files_have_the_same_keys() {
        let keys = |words: &HashMap<String, String>| {
            let mut keys: Vec<_> = words.keys().cloned().collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(&CHINESE), keys(&ENGLISH));
    }
}
