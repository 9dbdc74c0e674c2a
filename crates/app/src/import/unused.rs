//! What was said about a file and is of nothing in it: somebody who decides
//! about a row by a wrong name must not believe that it was heard.

use suoji_exchange::{Level, Problem, Table, Target};

use super::planner::blanked;
use super::request::Wanted;

/// The tables, columns, sheets, rows and questions that answers name and the
/// file does not have; `is_suspect` says whether something was to be decided
/// about a row.
pub(super) fn find(
    wanted: &Wanted,
    tables: &[Table],
    is_suspect: impl Fn(&str, u32) -> bool,
) -> Vec<Problem> {
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
            column.is_none() || wished.is_some_and(|field| Target::parse(field).is_none())
        };
        let picks = mapping.columns.iter().filter(is_unknown);
        unused.extend(picks.map(|pick| {
            let field = pick.field.as_deref().unwrap_or_default();
            format!("{key} {} {field}", pick.column)
        }));
    }
    let keys = options.corrections.keys();
    unused.extend(keys.filter(|key| table(key).is_none()).cloned());
    let answers = options.answers.keys();
    unused.extend(
        answers
            .filter(|key| !is_asked(wanted, tables, key))
            .cloned(),
    );
    let decided = wanted.decisions.rows.keys();
    let for_nothing = decided.filter(|(sheet, row)| !is_suspect(sheet, *row));
    unused.extend(for_nothing.map(|(sheet, row)| format!("{sheet} {row}")));
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

/// Whether the file can raise the question that an answer is given to.
fn is_asked(wanted: &Wanted, tables: &[Table], key: &str) -> bool {
    let (about, rest) = key.split_once(':').unwrap_or((key, ""));
    let (first, second) = rest.split_once(':').unwrap_or((rest, ""));
    let is_of_column = || {
        let mut tables = tables.iter().filter(|table| table.ledger == first);
        tables.any(|table| table.heads.iter().any(|head| head == second))
    };
    match about {
        "unit" | "currency" | "kilo" | "small" | "month" | "field" | "rest" => is_of_column(),
        "rate" => first == wanted.name || is_of_column(),
        "year" => rest == wanted.name,
        blanked::KEY => {
            let mut columns = tables.iter().flat_map(|table| &table.columns);
            first == wanted.name && columns.any(|column| column.head == second)
        }
        "choice" => Target::parse(first).is_some(),
        "ledger" => tables.iter().any(|table| table.heads.join("|") == rest),
        "struck" | "void" => first == "signing",
        "colour" => rest.len() == 6 && rest.chars().all(|sign| sign.is_ascii_hexdigit()),
        _ => false,
    }
}
