//! An amount in the description of a project, where no column has one:
//! `计划投资3.6亿元，其中一期1.6亿元` under 建设内容及投资.

use suoji_model::{Cell, Value};

use crate::book::Raw;
use crate::cells::Context;
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::table::notices;
use crate::problem::Level;
use crate::table::Target;

/// What stands before the amount that a project costs in all.
const LEADS: &[&str] = &[
    "总投资额",
    "总投资",
    "投资总额",
    "计划投资",
    "拟投资",
    "预计投资",
    "投资额",
    "投资",
];

/// Fills an amount from the description, in a table without a column of
/// amounts.
pub(crate) fn amount(line: &mut Line<'_>, description: Target, amount: Target) {
    let Some(column) = line.column_of(description) else {
        return;
    };
    if *line.get(amount) != Cell::Blank
        || notices::has_main_amount(line.frame.ledger.name, line.frame.columns)
    {
        return;
    }
    let text = tight(&line.raw(column).display());
    let found = amounts_told(&text).find_map(|words| {
        let reading = line.reading_of(amount, &Raw::text(words), Context::default())?;
        matches!(reading.cell, Cell::Known(Value::Money(_), _)).then_some(reading)
    });
    if let Some(reading) = found {
        line.keep(column, amount, reading);
        line.report(Some(column), Some(amount), "amount_in_words", Level::Should);
    }
}

/// What stands behind each word that leads to an amount, up to the next mark.
fn amounts_told(text: &str) -> impl Iterator<Item = &str> {
    let leads = LEADS
        .iter()
        .flat_map(|lead| text.match_indices(lead).map(|(at, lead)| at + lead.len()));
    leads.map(|at| {
        let rest = text[at..].trim_start_matches([':', '为']);
        let end = rest.find([',', '。', ';', '、', '(', '\n']);
        &rest[..end.unwrap_or(rest.len())]
    })
}
