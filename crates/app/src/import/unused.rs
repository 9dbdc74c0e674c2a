//! What was said about a file and is of nothing in it: somebody who decides
//! about a row by a wrong name must not believe that it was heard.

use suoji_exchange::{Level, Problem, Table};

use super::request::Wanted;

/// The tables, columns and sheets that answers name and the file does not have.
pub(super) fn find(wanted: &Wanted, tables: &[Table]) -> Vec<Problem> {
    let options = &wanted.options;
    let table = |key: &str| tables.iter().find(|table| table.key == key);
    let mut unused: Vec<String> = Vec::new();
    for (key, mapping) in &options.mappings {
        let Some(table) = table(key) else {
            if !mapping.skip {
                unused.push(key.clone());
            }
            continue;
        };
        let is_unknown = |pick: &&suoji_exchange::Pick| {
            let mut columns = table.columns.iter();
            let column = columns.find(|one| [&one.letter, &one.head].contains(&&pick.column));
            let wished = pick.field.as_deref().filter(|field| !field.is_empty());
            column.is_none() || wished.is_some_and(|field| !is_declared(field))
        };
        let picks = mapping.columns.iter().filter(is_unknown);
        unused.extend(picks.map(|pick| {
            let field = pick.field.as_deref().unwrap_or_default();
            format!("{key} {} {field}", pick.column)
        }));
    }
    let keys = options.corrections.keys();
    unused.extend(keys.filter(|key| table(key).is_none()).cloned());
    let decided = wanted.decisions.rows.keys();
    let is_here = |sheet: &str| tables.iter().any(|table| table.sheet == sheet);
    let elsewhere = decided.filter(|(sheet, _)| !is_here(sheet));
    unused.extend(elsewhere.map(|(sheet, row)| format!("{sheet} {row}")));
    let problem = |raw| Problem {
        sheet: String::new(),
        row: 0,
        column: String::new(),
        field: None,
        reason: "said_of_nothing",
        level: Level::Should,
        raw,
    };
    unused.into_iter().map(problem).collect()
}

/// Whether a field is one, as `kind.field`.
fn is_declared(field: &str) -> bool {
    let parts = field.split_once('.');
    let kind = parts.and_then(|(kind, name)| Some((suoji_model::kinds::find(kind)?, name)));
    kind.is_some_and(|(kind, name)| kind.field(name).is_some())
}
