//! What was invested in each month, without a column that adds it up: `1月 | 2月
//! | 3月` below `2025年重点项目月度完成投资`. The last month is the one that a
//! record has, and all of them make what was done in the year.

use suoji_model::{Cell, Value};

use super::progress::{IN_YEAR, SINCE_BEGUN};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::choose::titles;
use crate::ledger::columns::look::{looked_at, values};
use crate::ledger::heads::{Head, LEAST, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const LAST: Target = target("key_project", "month_completed_investment");
const YEAR: Target = target("key_project", "annual_completed_investment");

/// Words in a title, or above the months, by which they are of what was done.
const DONE: &[&str] = &["完成投资", "投资完成", "完成固定资产投资", "完成固投"];

/// The month that a heading is and nothing else.
fn bare(text: &str) -> Option<u32> {
    let text = tight(text);
    let text = text.split('(').next().unwrap_or_default();
    let (month, rest) = periods::number(text)?;
    matches!(rest, "月" | "月份").then_some(month)
}

fn month(head: &Head) -> Option<u32> {
    bare(head.parts.last()?)
}

/// Gives the last month that is filled in its field, and puts the others aside.
pub(crate) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    const TAKEN: [Role; 3] = [Role::Field(LAST), IN_YEAR, SINCE_BEGUN];
    let is_taken = |(_, found): &(usize, Match)| {
        TAKEN.contains(&found.role) && found.confidence >= LEAST || found.reason == "told"
    };
    if ledger.name != "key_project" || wishes.iter().any(is_taken) {
        return;
    }
    let heads = block.heads.iter().enumerate();
    let months = heads.filter_map(|(index, (number, head))| {
        month(head).map(|month| (month, index, *number, head))
    });
    let months: Vec<(u32, usize, u32, &Head)> = months.collect();
    let follow = (1..).zip(&months).all(|(at, (month, ..))| at == *month);
    if months.len() < 2 || !follow || !are_done(sheet, block, &months[0].3.parts) {
        return;
    }
    let filled = months
        .iter()
        .rposition(|(_, _, number, _)| !values(sheet, block, *number).is_empty());
    for (at, (_, index, number, head)) in months.iter().enumerate() {
        let role = match Some(at) == filled {
            true => Role::Field(LAST),
            false => Role::Aside,
        };
        let found = Match::exact(role);
        let confidence = looked_at(sheet, block, *number, found, head.unit());
        if confidence >= SURE {
            wishes.push((
                *index,
                Match {
                    confidence,
                    ..found
                },
            ));
        }
    }
}

/// Whether a line above the headings, a heading above the months or the sheet's
/// name says that they are of what was done.
fn are_done(sheet: &Sheet, block: &Block, parts: &[String]) -> bool {
    let says = |text: &str| {
        let text = tight(text);
        DONE.iter().any(|word| text.contains(word)) && !text.contains("计划")
    };
    let above = parts.split_last().map_or(&[][..], |(_, above)| above);
    says(&sheet.name)
        || above.iter().any(|part| says(part))
        || titles(sheet, block).any(|line| says(&line))
}

/// Adds the months up for the year, where every one of them that is filled is
/// an exact amount.
pub(super) fn add_up(line: &mut Line<'_>) {
    let Some(last) = line.column_of(LAST) else {
        return;
    };
    let own = |head: &str| bare(head.rsplit('▸').next().unwrap_or_default());
    if own(&last.column.head).is_none() || *line.get(YEAR) != Cell::Blank {
        return;
    }
    let columns = line.frame.columns.iter();
    let months = columns.filter(|one| {
        let is_one = own(&one.column.head).is_some();
        is_one && matches!(one.role, Some(Role::Aside | Role::Field(LAST)))
    });
    let mut sum = None;
    for column in months {
        let raw = line.raw(column);
        if crate::cells::null::read(raw).is_some() {
            continue;
        }
        let reading = line.reading_of(LAST, raw, line.context(last));
        let Some(Cell::Known(Value::Money(money), None)) = reading.map(|one| one.cell) else {
            return;
        };
        let mut all = sum.unwrap_or(money);
        if sum.is_some() {
            let Some(minor) = all.minor.checked_add(money.minor) else {
                return;
            };
            all.minor = minor;
        }
        sum = Some(all);
    }
    if let Some(sum) = sum {
        line.set(YEAR, Value::Money(sum));
        line.report(Some(last), Some(YEAR), "months_added_up", Level::Info);
    }
}
