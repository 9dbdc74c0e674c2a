//! Lists of projects at every stage, from the first talks to production: no
//! ledger of key projects, though they ask for plans and progress as well, and
//! none of leads where some are signed.

use super::block::Block;
use super::columns::Mapped;
use super::unsigned::stage_in;
use super::words::{Role, target};
use crate::book::{Raw, Sheet};
use crate::table::Target;

const PROGRESS: [Target; 2] = [
    target("key_project", "visible_progress"),
    target("lead", "progress"),
];
const SIGNED: &[&str] = &["签约时间", "签约日期", "签订时间", "签订日期", "签约年月"];
/// The longest answer that is a stage and tells nothing else.
const STAGE: usize = 6;

/// Whether one of these projects is still being talked about: 在谈 among what
/// its progress or its state says.
pub(super) fn are_told(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    let asks = |column: &Mapped| match column.role {
        Some(Role::Field(target) | Role::Append(target)) => PROGRESS.contains(&target),
        Some(Role::Status) => true,
        _ => false,
    };
    any(sheet, block, columns, asks, |raw| match raw {
        Raw::Text(text) => is_talk(text),
        _ => false,
    })
}

/// Whether some are talked about, and others have a day of signing.
pub(super) fn some_are_signed(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    let is_of_signing = |column: &Mapped| SIGNED.contains(&column.head.as_str());
    let is_day = |raw: &Raw| raw.display().contains(|c: char| c.is_ascii_digit());
    are_told(sheet, block, columns) && any(sheet, block, columns, is_of_signing, is_day)
}

/// Whether a text says that talks go on, and nothing else.
pub(super) fn is_talk(text: &str) -> bool {
    text.chars().count() <= STAGE && stage_in(text) == Some("negotiate")
}

/// Whether any cell below the headings is so, in any of these columns.
fn any(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    asked: impl Fn(&Mapped) -> bool,
    is_so: impl Fn(&Raw) -> bool,
) -> bool {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let mut asked = columns.iter().filter(|column| asked(column));
    asked.any(|column| {
        let mut rows = sheet.rows[below..].iter();
        rows.any(|row| is_so(row.cell(column.number)))
    })
}
