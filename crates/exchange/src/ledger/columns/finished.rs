//! A day that only says that it is one, in a list of works that are finished:
//! `竣工投产项目清单` over `时间` tells when they were.

use super::look::{is_past, values};
use super::{Mapped, has};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::choose::titles;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const COMPLETION: Target = target("key_project", "completion_date");
const PRODUCTION: Target = target("key_project", "production_date");
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
const ELSE: &[&str] = &["在建", "拟", "计划", "开工", "续建", "预计", "重点项目进"];
/// How sure that is.
const CONFIDENCE: u8 = 85;

/// Gives such a column its field.
pub(super) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    if has(columns, COMPLETION) || has(columns, PRODUCTION) {
        return;
    }
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
    let are_days = |column: &&mut Mapped| {
        let values = values(sheet, block, column.number);
        let days = values.iter().filter(|raw| is_past(raw)).count();
        DAYS.contains(&column.head.as_str())
            && column.column.reason != "told"
            && days > 0
            && days * 2 >= values.len()
    };
    if let Some(column) = columns.iter_mut().find(are_days) {
        column.role = Some(Role::Field(field));
        column.column.target = Some(field);
        column.column.confidence = CONFIDENCE;
        "by_title".clone_into(&mut column.column.reason);
    }
}
