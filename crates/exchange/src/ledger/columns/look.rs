//! A look at the values below a heading: whether they can be what it says.

use suoji_model::{Cell, Shape, Value};

use super::pairs;
use crate::book::{Raw, Row, Sheet, Shown};
use crate::cells::text::tight;
use crate::cells::unit::Unit;
use crate::cells::{self, Context, date, null};
use crate::ledger::block::Block;
use crate::ledger::given::month;
use crate::ledger::heads::Match;
use crate::ledger::line::ditto;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// What headings may ask for, or for something else that no choice reads.
const NATURE: Target = target("key_project", "build_nature");
/// What may ask for the stage of works, or for that of talks.
const STAGE: Target = target("key_project", "ledger_kind");

/// Values looked at per column.
const SAMPLE: usize = 60;

/// What stands below a heading near the top of the table, without what says
/// that there is nothing, and without the headings of a next page.
pub(crate) fn values<'s>(sheet: &'s Sheet, block: &Block, number: u32) -> Vec<&'s Raw> {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    // A word alone in its row is a note or a section.
    let several = |row: &&Row| row.cells.len() >= 2 && !block.is_repeated(row);
    let rows = sheet.rows[below..].iter().take(SAMPLE).filter(several);
    rows.map(|row| row.cell(number))
        .filter(|raw| null::read(raw).is_none() && !ditto::is_one(raw) && !is_total(raw))
        .collect()
}

/// Whether the values below a heading do no more than count: 1, 2, 3, and from
/// one again where another part of the table begins.
pub(super) fn counts(sheet: &Sheet, block: &Block, number: u32) -> bool {
    let values = values(sheet, block, number);
    let numbers: Option<Vec<u32>> = values
        .iter()
        .map(|raw| tight(&raw.display()).parse().ok())
        .collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) else {
        return false;
    };
    let follows = |pair: &[u32]| pair[1] == 1 || pair[1] == pair[0] + 1;
    numbers[0] == 1 && numbers.windows(2).all(follows)
}

/// Whether the cell names a row of sums: `1月小计`.
fn is_total(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    ["小计", "合计", "总计"]
        .iter()
        .any(|word| text.ends_with(word))
}

/// The confidence after a look at the values below the heading.
pub(crate) fn looked_at(
    sheet: &Sheet,
    block: &Block,
    number: u32,
    found: Match,
    unit: Option<Unit>,
) -> u8 {
    let Role::Field(target) = found.role else {
        // 货币 beside 实物 is money, and names no currency.
        let is_currency = found.role == Role::Currency;
        let values = values(sheet, block, number);
        let are_numbers = !values.is_empty() && values.iter().all(|raw| is_number(raw));
        return match is_currency && are_numbers {
            true => 0,
            false => found.confidence,
        };
    };
    let values = values(sheet, block, number);
    if values.is_empty() {
        return found.confidence;
    }
    let similar = found.reason == "heading_similar";
    let context = Context {
        unit,
        year: Some(2000),
        within: month::of(sheet, block),
        month: true,
        months: target.kind == "payment",
        ..Context::default()
    };
    // 项目性质 may ask for 工业 and 外资 as well as for 续建.
    let similar = similar || [NATURE, STAGE].contains(&target);
    let fitting = values.iter();
    let fitting = fitting
        .filter(|raw| fits(target, raw, context, similar))
        .count();
    if fitting * 2 >= values.len() || target == NATURE && fitting > 0 {
        found.confidence
    } else if similar {
        0
    } else {
        found.confidence.saturating_sub(25)
    }
}

/// Whether a value can be one of the field. Of a choice under a heading that
/// only resembles it, it must be one of the choices.
fn fits(target: Target, raw: &Raw, context: Context, similar: bool) -> bool {
    let Some(field) = target.declared() else {
        return false;
    };
    if field.name == "plan_year" {
        return is_year(raw);
    }
    if pairs::of(target).is_some() && pairs::split(raw).is_some() {
        return true;
    }
    // A visit of several days has them in one cell.
    if field.name == "visit_date" && date::span(raw, context).is_some() {
        return true;
    }
    match field.shape {
        Shape::Money | Shape::Area | Shape::Number { .. } | Shape::Date => {
            let reading = cells::read(target.kind, field, raw, context);
            let unreadable = |reason| {
                matches!(
                    reason,
                    "amount_unreadable" | "area_unreadable" | "number_unreadable" | "bad_date"
                )
            };
            !reading
                .findings
                .iter()
                .any(|(reason, _)| unreadable(*reason))
        }
        Shape::Choice(_) | Shape::Flag if similar => {
            let reading = cells::read(target.kind, field, raw, context);
            reading.findings.is_empty()
        }
        // Names and descriptions are no numbers; codes and telephones may be.
        Shape::Text { .. } | Shape::Ref(_) | Shape::Choice(_) | Shape::List => {
            let code = field.personal
                || field.name.ends_with("_no")
                || field.name.ends_with("code")
                || field.name == "building";
            let numbered = similar && field.name.ends_with("_no");
            // A description is no number in a text file either.
            let described = similar && field.shape == Shape::Text { long: true };
            let is_text = matches!(raw, Raw::Text(_)) && !(described && is_number(raw));
            code && !numbered || is_text
        }
        _ => true,
    }
}

/// Whether a cell is a day or a month that has come.
pub(crate) fn is_past(raw: &Raw) -> bool {
    // The year does not matter, for those that leave theirs out.
    let context = Context {
        year: Some(2_000),
        ..Context::default()
    };
    let is_date = matches!(
        date::read(raw, context).cell,
        Cell::Known(Value::Date(_), _)
    );
    is_date && !date::says_planned(&raw.display())
}

/// Whether the cell is a number, as text files have it too.
fn is_number(raw: &Raw) -> bool {
    let text = tight(&raw.display()).replace(',', "");
    text.contains(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

/// Whether the cell is a year and nothing else.
fn is_year(raw: &Raw) -> bool {
    let text = tight(&raw.display());
    let year = text.trim_end_matches('度').trim_end_matches('年').parse();
    year.is_ok_and(|year: u32| (1990..2100).contains(&year))
}

/// Whether bare numbers of a column are shares of one, not of a hundred.
pub(super) fn fraction(sheet: &Sheet, block: &Block, number: u32) -> bool {
    let mut any = false;
    for raw in values(sheet, block, number) {
        let text = match raw {
            Raw::Number {
                shown: Shown::Percent,
                ..
            } => continue,
            Raw::Number { text, .. } => text.to_string(),
            Raw::Text(text) => tight(text),
            _ => continue,
        };
        if !text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        {
            continue;
        }
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let above_one = whole == "1" && rest.bytes().any(|byte| byte != b'0');
        if !matches!(whole, "0" | "1") || above_one {
            return false;
        }
        any |= !rest.is_empty();
    }
    any
}
