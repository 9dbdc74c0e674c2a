//! A day that only says that it is one, in a list of works that are finished:
//! `竣工投产项目清单` over `时间` tells when they were.

use super::Mapped;
use super::look::{is_past, values};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::choose::titles;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const COMPLETION: Target = target("key_project", "completion_date");
const PRODUCTION: Target = target("key_project", "production_date");
const NOTE: Target = target("key_project", "note");
/// Headings of such days.
const DAYS: &[&str] = &["时间", "日期", "完成时间", "完成日期", "具体时间"];
/// What such a list is called, and what its days are then.
const FINISHED: &[(&str, Target)] = &[
    ("竣工", COMPLETION),
    ("完工", COMPLETION),
    ("建成", COMPLETION),
    ("投产", PRODUCTION),
];
/// Words of lists of other works as well.
const ELSE: &[&str] = &["在建", "拟", "计划", "开工", "续建", "预计", "力争", "推进"];
/// How sure that is.
const CONFIDENCE: u8 = 85;

/// Gives such a column its field.
pub(super) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let mut names = titles(sheet, block).chain([sheet.name.clone()]);
    let field = names.find_map(|name| {
        let name = tight(&name);
        let is_else = ELSE.iter().any(|word| name.contains(word));
        let found = FINISHED.iter().find(|(word, _)| name.contains(word));
        found.filter(|_| !is_else).map(|(_, field)| *field)
    });
    let Some(field) = field else {
        return;
    };
    let are_days = |column: &Mapped| {
        let values = values(sheet, block, column.number);
        let days = values.iter().filter(|raw| is_past(raw)).count();
        days > 0 && days * 2 >= values.len()
    };
    let is_free = |column: &Mapped| column.column.reason != "told";
    let ends = |column: &Mapped| {
        let target = column.target();
        target.is_some_and(|target| [COMPLETION, PRODUCTION].contains(&target))
    };
    let is_said = |column: &Mapped| ends(column) && (are_days(column) || !is_free(column));
    if columns.iter().any(is_said) {
        return;
    }
    let mut days = columns.iter();
    let day = days.position(|column| {
        DAYS.contains(&column.head.as_str()) && is_free(column) && are_days(column)
    });
    let Some(day) = day else {
        return;
    };
    // 竣工/投产 beside it says which of the two, in words.
    for column in columns.iter_mut().filter(|column| ends(column)) {
        give(column, Role::Append(NOTE), None, "joined_text");
    }
    columns[day].column.confidence = CONFIDENCE;
    give(
        &mut columns[day],
        Role::Field(field),
        Some(field),
        "by_title",
    );
}

fn give(column: &mut Mapped, role: Role, field: Option<Target>, reason: &str) {
    column.role = Some(role);
    column.column.target = field;
    reason.clone_into(&mut column.column.reason);
}
