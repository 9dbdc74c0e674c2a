//! A book as one workbook: a sheet for each kind, a column for each field.

use serde_json::{Value as Json, json};
use suoji_exchange::{PlainTable, read as read_workbook, write_tables};
use suoji_model::log::Values;
use suoji_model::words::{Language, word};
use suoji_model::{Field, Kind, Shape};

use super::book::{Book, declared};
use super::check::{problem, whole};
use crate::contract::ChainProblem;
use crate::fault::Fault;

/// Both languages: a workbook of either is read.
const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// The workbook of a book.
pub(super) fn write(book: &Book) -> Result<Vec<u8>, Fault> {
    let tables: Vec<PlainTable> = declared()
        .map(|kind| {
            let fields: Vec<&Field> = kind
                .fields
                .iter()
                .filter(|field| super::book::target(field.shape) != Some(None))
                .collect();
            let rows = book.rows(kind.name).iter();
            let rows = rows.map(|row| {
                let cells = fields.iter();
                cells
                    .map(|field| cell(kind, field, row.values.get(field.name)))
                    .collect()
            });
            PlainTable {
                name: word(Language::Chinese, &format!("kind.{}", kind.name)).to_owned(),
                heads: fields
                    .iter()
                    .map(|field| label(Language::Chinese, kind, field))
                    .collect(),
                rows: rows.collect(),
            }
        })
        .collect();
    Ok(write_tables(&tables)?)
}

fn label(language: Language, kind: &Kind, field: &Field) -> String {
    word(language, &format!("field.{}.{}", kind.name, field.name)).to_owned()
}

fn choice(language: Language, kind: &Kind, field: &Field, choice: &str) -> String {
    word(
        language,
        &format!("choice.{}.{}.{choice}", kind.name, field.name),
    )
    .to_owned()
}

/// A value as the text of a cell: as people write it where that is read back
/// as the same value, else as it stands in the JSON file.
fn cell(kind: &Kind, field: &Field, value: Option<&Json>) -> String {
    let Some(value) = value else {
        return String::new();
    };
    let plain = shown(kind, field, value);
    let kept = !plain.contains(|c: char| c.is_control() && c != '\n') && !plain.contains("_x");
    match kept && typed(kind, field, plain.trim()) == *value {
        true => plain,
        false => value.to_string(),
    }
}

/// A value as people write it.
fn shown(kind: &Kind, field: &Field, value: &Json) -> String {
    let member = |name: &str| value.get(name).and_then(Json::as_str).map(str::to_owned);
    match (field.shape, value) {
        (Shape::Choice(_), Json::String(name)) => choice(Language::Chinese, kind, field, name),
        (_, Json::String(text)) => text.clone(),
        (_, Json::Bool(flag)) => if *flag { "是" } else { "否" }.to_owned(),
        (_, Json::Array(items)) => {
            let items = items.iter().filter_map(Json::as_str);
            items.collect::<Vec<_>>().join(";")
        }
        (Shape::Money, _) => {
            let amount = member("amount").unwrap_or_default();
            format!("{amount} {}", member("currency").unwrap_or_default())
        }
        _ => member("number")
            .or_else(|| member("date"))
            .unwrap_or_default(),
    }
}

/// The book of a workbook, with what could not be read of it.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<(Book, Vec<ChainProblem>), Fault> {
    let workbook = read_workbook(name, bytes).map_err(|error| Fault::of_reading(name, &error))?;
    let mut book = Book::default();
    let mut problems = Vec::new();
    for kind in declared() {
        let names = LANGUAGES.map(|one| word(one, &format!("kind.{}", kind.name)).to_owned());
        let sheet = workbook
            .sheets
            .iter()
            .find(|sheet| sheet.name == kind.name || names.contains(&sheet.name));
        let Some(sheet) = sheet else {
            continue;
        };
        let mut rows = sheet.rows.iter();
        let Some(head) = rows.next() else {
            continue;
        };
        let columns: Vec<(u32, Option<&Field>, String)> = head
            .cells
            .iter()
            .map(|(column, cell)| {
                let text = cell.display();
                let field = kind.fields.iter().find(|field| {
                    field.name == text
                        || LANGUAGES.iter().any(|one| label(*one, kind, field) == text)
                });
                (*column, field, text)
            })
            .collect();
        for (_, _, text) in columns.iter().filter(|(_, field, _)| field.is_none()) {
            let params = [("field", text.as_str())];
            problems.push(problem(
                kind.name,
                head.number,
                "unknown_field",
                &params,
                false,
            ));
        }
        for row in rows {
            let mut values = Values::new();
            for (column, field, _) in &columns {
                let text = row.cell(*column).display();
                if let Some(field) = field.filter(|_| !text.trim().is_empty()) {
                    values.insert(field.name.to_owned(), typed(kind, field, text.trim()));
                }
            }
            if !values.is_empty() {
                book.add(kind.name, row.number, values);
            }
        }
    }
    if book.lists.is_empty() {
        problems.push(whole("not_a_chain", &[], true));
    }
    Ok((book, problems))
}

/// The text of a cell as a value.
fn typed(kind: &Kind, field: &Field, text: &str) -> Json {
    if text.starts_with(['{', '[', '"'])
        && let Ok(value) = serde_json::from_str(text)
    {
        return value;
    }
    match field.shape {
        Shape::Choice(choices) => {
            let named = choices.iter().find(|name| {
                LANGUAGES
                    .iter()
                    .any(|one| choice(*one, kind, field, name) == text)
            });
            json!(named.copied().unwrap_or(text))
        }
        Shape::Flag => match text {
            "是" | "1" | "TRUE" | "true" | "yes" => json!(true),
            "否" | "0" | "FALSE" | "false" | "no" => json!(false),
            other => json!(other),
        },
        Shape::List => {
            let items = text.split([';', '；']).map(str::trim);
            json!(items.filter(|item| !item.is_empty()).collect::<Vec<_>>())
        }
        Shape::Number { .. } => json!({ "number": text }),
        Shape::Date => json!({ "date": text }),
        Shape::Money => match text.split_once(' ') {
            Some((amount, currency)) => json!({ "amount": amount, "currency": currency }),
            None => json!({ "amount": text, "currency": "CNY" }),
        },
        _ => json!(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chain::{files, json as json_file};

    /// Texts as they come: blanks at the ends, lines, marks of other forms.
    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[\\p{Han}a-z0-9 ;；,\\n\\r\\t\"{}\\[\\]_x是否]{1,12}",
            "-?[0-9]{1,6}(\\.[0-9]{1,3})?",
            Just("{\"a\": 1}".to_owned()),
            Just("_x000D_".to_owned()),
            Just("2026-03".to_owned()),
        ]
    }

    fn value(shape: Shape) -> BoxedStrategy<Json> {
        match shape {
            Shape::Choice(names) => proptest::sample::select(names)
                .prop_map(|name| json!(name))
                .boxed(),
            Shape::Flag => any::<bool>().prop_map(|flag| json!(flag)).boxed(),
            Shape::List => proptest::collection::vec(text(), 1..4)
                .prop_map(|list| json!(list))
                .boxed(),
            Shape::Number { .. } => "-?[0-9]{1,5}(\\.[0-9]{1,3})?"
                .prop_map(|n| json!({ "number": n }))
                .boxed(),
            Shape::Date => "20[0-9]{2}(-0[1-9])?"
                .prop_map(|date| json!({ "date": date }))
                .boxed(),
            Shape::Money => ("[0-9]{1,6}\\.[0-9]{2}", any::<bool>())
                .prop_map(|(amount, marked)| match marked {
                    true => json!({ "amount": amount, "currency": "USD", "mark": "about" }),
                    false => json!({ "amount": amount, "currency": "CNY" }),
                })
                .boxed(),
            _ => text().prop_map(|text| json!(text)).boxed(),
        }
    }

    fn rows(kind: &'static Kind) -> impl Strategy<Value = Vec<Values>> {
        let fields = kind
            .fields
            .iter()
            .filter(|field| super::super::book::target(field.shape) != Some(None));
        let fields: Vec<_> = fields
            .map(|field| {
                (
                    Just(field.name.to_owned()),
                    proptest::option::weighted(0.6, value(field.shape)),
                )
            })
            .collect();
        let row = fields.prop_map(|fields| {
            let given = fields
                .into_iter()
                .filter_map(|(name, value)| Some((name, value?)));
            given.collect::<Values>()
        });
        proptest::collection::vec(row, 1..4)
    }

    fn books() -> impl Strategy<Value = Book> {
        let kinds: Vec<_> = declared()
            .map(|kind| (Just(kind.name), rows(kind)))
            .collect();
        kinds.prop_map(|kinds| {
            let mut book = Book::default();
            for (kind, rows) in kinds {
                for (row, values) in (2..).zip(rows.into_iter().filter(|row| !row.is_empty())) {
                    book.add(kind, row, values);
                }
            }
            book
        })
    }

    /// The values by kind; the numbers of the rows are of a form.
    fn values(book: &Book) -> Vec<(&'static str, Vec<Values>)> {
        let lists = book.lists.iter();
        lists
            .map(|(kind, rows)| (*kind, rows.iter().map(|row| row.values.clone()).collect()))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_book_comes_back_whole_from_a_workbook_and_from_json(book in books()) {
            let bytes = write(&book).expect("written");
            let (back, problems) = read("book.xlsx", &bytes).expect("read");
            prop_assert!(problems.is_empty(), "{:?}", problems);
            prop_assert_eq!(values(&back), values(&book));
            let bytes = json_file::write(&book).expect("written");
            let (back, problems) = files::open("book.json", &bytes).expect("read");
            prop_assert!(problems.is_empty(), "{:?}", problems);
            prop_assert_eq!(values(&back), values(&book));
        }

        #[test]
        fn a_damaged_file_is_refused_or_read_and_never_a_crash(
            book in books(), at in any::<proptest::sample::Index>(), to in any::<u8>(), cut in any::<bool>(),
        ) {
            for (name, bytes) in [
                ("book.json", json_file::write(&book).expect("written")),
                ("book.xlsx", write(&book).expect("written")),
            ] {
                let mut bytes = bytes;
                let at = at.index(bytes.len());
                match cut {
                    true => bytes.truncate(at),
                    false => bytes[at] = to,
                }
                // Either way is right: what it must not do is panic.
                let _ = crate::look_at_chain_file(name, &bytes);
            }
        }
    }
}
