//! Whose a parcel is that lies idle: a firm there is no project to come, and two
//! firms at one road have a parcel each.

use crate::book::Sheet;
use crate::cells::null;
use crate::cells::text::tidy;
use crate::ledger::block::Block;
use crate::ledger::choose::titles;
use crate::ledger::columns::Mapped;
use crate::ledger::heads::Match;
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, field, target};

/// Headings of whoever holds a parcel, which no record has a field for.
pub(crate) const ALWAYS: &[&str] = &[
    "权利人",
    "土地权利人",
    "使用权人",
    "土地使用权人",
    "土地使用者",
    "土地使用单位",
    "土地使用企业",
    "现使用单位",
    "现使用企业",
    "产权单位",
    "产权人",
    "业主",
    "业主单位",
    "业主名称",
];
/// Headings that name him in a list of land that lies idle, and elsewhere
/// perhaps who is to have it.
const WHERE_IDLE: &[&str] = &[
    "企业",
    "企业名称",
    "单位名称",
    "公司名称",
    "用地企业",
    "用地企业名称",
    "用地单位",
    "用地单位名称",
    "使用单位",
    "使用企业",
    "原用地单位",
    "原用地企业",
    "项目企业",
    "项目企业名称",
];
/// Words of such a list.
const IDLE: &[&str] = &["低效", "闲置", "盘活", "存量", "僵尸"];

/// Rows before and behind in which the same place is looked for.
const NEAR: usize = 500;

const NOTE: Role = Role::Append(target("parcel", "note"));
const INTENDED: Role = field("parcel", "intended_project");

/// Takes the firms of a list of land that lies idle for its holders.
pub(crate) fn settle(sheet: &Sheet, ledger: &Ledger, block: &Block, wishes: &mut [(usize, Match)]) {
    if ledger.name != "parcel" {
        return;
    }
    let heads = block.heads.iter().map(|(_, head)| head.text());
    let mut names = titles(sheet, block)
        .chain(heads)
        .chain([sheet.name.clone()]);
    if !names.any(|name| IDLE.iter().any(|word| name.contains(word))) {
        return;
    }
    for (index, found) in wishes {
        let head = block.heads.get(*index).map(|(_, head)| head.key());
        let names = head.is_some_and(|head| WHERE_IDLE.contains(&head.as_str()));
        if names && found.role == INTENDED && found.reason != "told" {
            found.role = NOTE;
        }
    }
}

/// Who tells the parcel of a row, which has no number, from others at its place:
/// who holds it, or who is to have it where another row names the place too.
pub(super) fn of(line: &Line<'_>) -> Option<String> {
    holder(line).or_else(|| {
        let intended = line.text(target("parcel", "intended_project"))?;
        is_shared(line).then(|| intended.to_owned())
    })
}

/// Whether a row near this one names its place as well.
fn is_shared(line: &Line<'_>) -> bool {
    let Some(column) = line.column_of(target("parcel", "place")) else {
        return false;
    };
    let own = tidy(&line.raw(column).display(), false);
    let rows = &line.frame.sheet.rows;
    let at = rows.partition_point(|row| row.number < line.row.number);
    let near = rows[at.saturating_sub(NEAR)..].iter().take(NEAR * 2);
    let others = near.filter(|row| row.number != line.row.number);
    let mut places = others.map(|row| tidy(&row.cell(column.number).display(), false));
    places.any(|place| place == own)
}

fn holder(line: &Line<'_>) -> Option<String> {
    let holds = |column: &&Mapped| {
        let head = column.head.as_str();
        column.role == Some(NOTE) && (ALWAYS.contains(&head) || WHERE_IDLE.contains(&head))
    };
    let column = line.frame.columns.iter().find(holds)?;
    let raw = line.raw(column);
    null::read(raw)
        .is_none()
        .then(|| tidy(&raw.display(), false))
}
