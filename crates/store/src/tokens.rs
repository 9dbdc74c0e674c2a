//! Text as search sees it: folded, and cut into words, single Chinese
//! characters and pairs of them, so that any fragment of a name is found.

use suoji_model::{Cell, Kind, Shape, Value, log::Values};

/// A record's searchable text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// All of it, folded, one field a line.
    pub(crate) plain: String,
    /// Tokens of names.
    pub(crate) strong: String,
    /// Tokens of codes and numbers.
    pub(crate) middle: String,
    /// Tokens of the rest.
    pub(crate) weak: String,
}

/// Fields of at least this search weight are names.
const STRONG: u8 = 8;
/// Fields of at least this search weight are codes and numbers.
const MIDDLE: u8 = 4;

/// The document of a record; `None` when it has nothing to search.
pub(crate) fn document(kind: &Kind, values: &Values) -> Option<Document> {
    let mut document = Document::default();
    for field in kind.fields.iter().filter(|field| field.search > 0) {
        let Some(json) = values.get(field.name) else {
            continue;
        };
        let texts = match Cell::read(&field.shape, json) {
            Ok(Cell::Known(Value::Text(text), _)) => vec![text],
            Ok(Cell::Known(Value::List(list), _)) => list,
            _ => continue,
        };
        let tokens = match field.search {
            STRONG.. => &mut document.strong,
            MIDDLE.. => &mut document.middle,
            _ => &mut document.weak,
        };
        for text in texts {
            let folded = fold(&text);
            document.plain.push_str(&folded);
            document.plain.push('\n');
            for token in cut(&folded) {
                tokens.push_str(&token);
                tokens.push(' ');
            }
        }
    }
    (!document.plain.is_empty()).then_some(document)
}

/// Whether a change of any of these fields changes the document.
pub(crate) fn touches(kind: &Kind, mut names: impl Iterator<Item = impl AsRef<str>>) -> bool {
    names.any(|name| {
        kind.field(name.as_ref()).is_some_and(|field| {
            field.search > 0
                && matches!(field.shape, Shape::Text { .. } | Shape::Code | Shape::List)
        })
    })
}

/// Full-width to half-width, lower case.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The tokens of folded text.
fn cut(folded: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for run in runs(folded) {
        match run {
            Run::Han(han) => {
                tokens.extend(han.iter().map(char::to_string));
                tokens.extend(han.windows(2).map(|pair| pair.iter().collect()));
            }
            Run::Word(word) => tokens.push(word),
        }
    }
    tokens
}

/// The FTS5 expression that a query's folded text stands for; `None` when it
/// has no letter, digit or character to look for.
pub(crate) fn expression(folded: &str) -> Option<String> {
    let mut terms = Vec::new();
    for run in runs(folded) {
        match run {
            Run::Han(han) if han.len() == 1 => terms.push(format!("\"{}\"", han[0])),
            Run::Han(han) => terms.extend(
                han.windows(2)
                    .map(|pair| format!("\"{}{}\"", pair[0], pair[1])),
            ),
            Run::Word(word) => terms.push(format!("\"{word}\"*")),
        }
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

enum Run {
    Han(Vec<char>),
    Word(String),
}

fn runs(folded: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for c in folded.chars() {
        let han = matches!(c as u32, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF);
        match (runs.last_mut(), han) {
            (Some(Some(Run::Han(run))), true) => run.push(c),
            (_, true) => runs.push(Some(Run::Han(vec![c]))),
            (Some(Some(Run::Word(run))), false) if c.is_alphanumeric() => run.push(c),
            (_, false) if c.is_alphanumeric() => runs.push(Some(Run::Word(c.to_string()))),
            (_, false) => runs.push(None),
        }
    }
    runs.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_cut_into_characters_and_pairs() {
        assert_eq!(cut(&fold("红日ＢＭＳ")), ["红", "日", "红日", "bms"]);
        assert_eq!(
            expression("红日药").as_deref(),
            Some("\"红日\" AND \"日药\"")
        );
        assert_eq!(
            expression("zs2023-0").as_deref(),
            Some("\"zs2023\"* AND \"0\"*")
        );
        assert_eq!(expression("（）"), None);
    }

    proptest! {
        #[test]
        fn a_query_never_breaks_out_of_its_quotes(text in ".{0,40}") {
            if let Some(expression) = expression(&fold(&text)) {
                prop_assert_eq!(expression.matches('"').count() % 2, 0);
                prop_assert!(!expression.contains("\"\"\""));
            }
        }
    }
}
