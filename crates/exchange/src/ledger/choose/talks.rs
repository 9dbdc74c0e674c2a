//! How far the projects of a list are by what its rows say: talked about,
//! signed, being built or finished. A list at every stage is no ledger of key
//! projects, though it asks for plans and progress as well, and none of leads
//! where some are signed.

use crate::book::{Raw, Row, Sheet};
use crate::cells::flag;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::is_past;
use crate::ledger::signing::unsigned::stage_in;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const PROGRESS: [Target; 2] = [
    target("key_project", "visible_progress"),
    target("lead", "progress"),
];
const SIGNED: &[&str] = &[
    "签约时间",
    "签约日期",
    "签订时间",
    "签订日期",
    "签约年月",
    "签约",
];
const WORKS: &[&str] = &[
    "开工时间",
    "开工日期",
    "开工",
    "竣工时间",
    "竣工日期",
    "竣工",
    "投产时间",
    "投产日期",
    "投产",
];
/// The longest answer that is a stage and tells nothing else.
const STAGE: usize = 6;

/// Whether one of these projects is still being talked about: 在谈 among what
/// its progress or its state says.
pub(super) fn are_told(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    any(sheet, block, columns, asks_progress, |raw| match raw {
        Raw::Text(text) => is_talk(text),
        _ => false,
    })
}

/// Whether some are talked about or are said to be signed and have a day of
/// signing, or most have one.
pub(super) fn are_signed(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    let is_day = |raw: &Raw| raw.display().contains(|c: char| c.is_ascii_digit());
    let asks = |column: &Mapped| last(column).starts_with("是否") && last(column).contains("签");
    let is_yes = |raw: &Raw| flag::parse(raw, false) == Some(true);
    let some_are = || any(sheet, block, columns, asks, is_yes);
    let is_mixed = are_told(sheet, block, columns) || some_are();
    is_mixed && any(sheet, block, columns, is_of_signing, is_day)
        || most_are_signed(sheet, block, columns)
}

/// Whether most have a day of signing.
pub(super) fn most_are_signed(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    most(sheet, block, columns, is_of_signing, is_past)
}

/// Whether most are being built or finished, by what their progress or state
/// says or by the day of it.
pub(super) fn are_begun(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    let is_of_works = |column: &Mapped| {
        let head = last(column);
        WORKS.contains(&head.strip_prefix("实际").unwrap_or(head))
    };
    most(sheet, block, columns, asks_progress, |raw| match raw {
        Raw::Text(text) => is_work(text),
        _ => false,
    }) || most(sheet, block, columns, is_of_works, is_past)
}

/// Whether a text says that talks go on, and nothing else.
pub(crate) fn is_talk(text: &str) -> bool {
    text.chars().count() <= STAGE && stage_in(text) == Some("negotiate")
}

fn asks_progress(column: &Mapped) -> bool {
    match column.role {
        Some(Role::Field(target) | Role::Append(target)) => PROGRESS.contains(&target),
        Some(Role::Status) => true,
        _ => false,
    }
}

fn is_of_signing(column: &Mapped) -> bool {
    SIGNED.contains(&last(column))
}

/// The last part of a column's heading.
fn last(column: &Mapped) -> &str {
    column.head.rsplit('▸').next().unwrap_or_default()
}

/// Whether a text says that works have begun, and nothing else.
fn is_work(text: &str) -> bool {
    const BEGUN: &[&str] = &["开工", "在建", "施工", "竣工", "建成", "投产"];
    const NOT_YET: &[&str] = &["未", "拟", "待", "计划", "预计", "筹备", "准备"];
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    text.chars().count() <= STAGE && says(BEGUN) && !says(NOT_YET)
}

/// Whether most rows with a name and something beside it are so, in one of
/// these columns.
fn most(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    asked: impl Fn(&Mapped) -> bool,
    is_so: impl Fn(&Raw) -> bool,
) -> bool {
    let filled = |row: &Row| row.cells.iter().filter(|(_, raw)| !raw.is_blank()).count();
    let rows = below(sheet, block).iter();
    let rows: Vec<&Row> = rows.filter(|row| filled(row) > 2).collect();
    let asked = columns.iter().filter(|column| asked(column));
    let so = |column: &Mapped| {
        rows.iter()
            .filter(|row| is_so(row.cell(column.number)))
            .count()
    };
    asked.map(so).any(|so| so * 2 > rows.len())
}

/// Whether any cell below the headings is so, in any of these columns.
fn any(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    asked: impl Fn(&Mapped) -> bool,
    is_so: impl Fn(&Raw) -> bool,
) -> bool {
    let mut asked = columns.iter().filter(|column| asked(column));
    asked.any(|column| {
        let mut rows = below(sheet, block).iter();
        rows.any(|row| is_so(row.cell(column.number)))
    })
}

/// The rows below the headings.
fn below<'s>(sheet: &'s Sheet, block: &Block) -> &'s [Row] {
    let first = sheet.rows.partition_point(|row| row.number <= block.last);
    &sheet.rows[first..]
}
