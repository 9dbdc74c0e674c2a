//! The command line's own words; those of records and faults are the app's.

use std::collections::HashMap;
use std::sync::LazyLock;

use suoji_app::Language;

static CHINESE: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| read(include_str!("../words/zh-CN.json")));
static ENGLISH: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| read(include_str!("../words/en.json")));

fn read(text: &str) -> HashMap<String, String> {
    // The files are part of the program and a test reads them.
    serde_json::from_str(text).unwrap_or_default()
}

/// The words under `key`, or the key itself where there are none.
pub(crate) fn word(language: Language, key: &str) -> &str {
    let words = match language {
        Language::Chinese => &*CHINESE,
        Language::English => &*ENGLISH,
    };
    words.get(key).map_or(key, String::as_str)
}

/// The words under `key` with each `{name}` replaced.
pub(crate) fn sentence(language: Language, key: &str, params: &[(&str, &str)]) -> String {
    let text = word(language, key).to_owned();
    params.iter().fold(text, |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// The language asked for on the command line, before it is parsed, or that
/// of the environment; Chinese unless it says English.
pub(crate) fn language_of(
    arguments: &[String],
    variable: impl Fn(&str) -> Option<String>,
) -> Language {
    let asked = arguments.iter().enumerate().find_map(|(place, argument)| {
        match argument.strip_prefix("--language")? {
            "" => arguments.get(place + 1).cloned(),
            rest => rest.strip_prefix('=').map(str::to_owned),
        }
    });
    match asked {
        Some(tag) => Language::of_tag(&tag),
        None => suoji_app::system_language(variable),
    }
}
