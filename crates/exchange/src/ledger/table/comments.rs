//! What people noted on cells (批注). On a record it is kept with its remark and
//! heard like one; elsewhere it is named.

use std::ops::RangeInclusive;

use suoji_model::Value;

use crate::book::{Raw, Sheet, letters};
use crate::cells::text::tidy;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::rows::left_out;
use crate::problem::{Level, Problem};
use crate::table::Target;

/// Signs around a number that are no more than words for how exact it is.
const MOST_WORDS: usize = 8;

/// The comments on the cells of a row, each with its column if that has a
/// heading; of a row in several parts, those on columns of the part.
fn on<'a>(line: &Line<'a>) -> Vec<(Option<&'a Mapped>, &'a str)> {
    let frame = &line.frame;
    let row = line.row.number;
    let comments = frame.sheet.comments.range((row, 0)..=(row, u32::MAX));
    let placed = comments.map(|((_, number), said)| {
        let mut columns = frame.columns.iter();
        (columns.find(|one| one.number == *number), said.as_str())
    });
    placed
        .filter(|(column, said)| !column.is_some_and(|column| repeats(line.raw(column), said)))
        .filter(|(column, _)| column.is_some() || frame.part.is_none())
        .collect()
}

/// Whether a comment only says the number of its cell in other words, as
/// exports have it where a number's format cannot say 约.
fn repeats(raw: &Raw, said: &str) -> bool {
    let number = |text: &str| -> String {
        let signs = text
            .chars()
            .filter(|sign| sign.is_ascii_digit() || *sign == '.');
        signs.collect()
    };
    let own = number(&raw.display());
    !own.is_empty() && own == number(said) && said.chars().count() <= own.len() + MOST_WORDS
}

/// Adds the comments of a row to its remark, and names those by which it would
/// not count.
pub(crate) fn kept(line: &mut Line<'_>) {
    if line.frame.sheet.comments.is_empty() {
        return;
    }
    let kind = line.frame.ledger.kind().name;
    for (column, said) in on(line) {
        let head = column.map(|column| column.column.head.clone());
        let head = head.map(|head| format!("（{head}）")).unwrap_or_default();
        let mut text = format!("批注{head}：{}", tidy(said, true));
        let note = Target {
            kind,
            field: "note",
        };
        if let Some(before) = line.text(note) {
            text = format!("{before}\n{text}");
        }
        line.set(note, Value::Text(text));
        let (reason, level) = match left_out::is_said_by(line, said) {
            true => ("remark_leaves_out", Level::Must),
            false => ("comment_kept", Level::Info),
        };
        line.report_text(column, Some(note), reason, level, said.to_owned());
    }
}

/// Names the comments of rows that are no records.
pub(super) fn elsewhere(
    sheet: &Sheet,
    rows: RangeInclusive<u32>,
) -> impl Iterator<Item = Problem> + use<'_> {
    let comments = sheet
        .comments
        .range((*rows.start(), 0)..=(*rows.end(), u32::MAX));
    comments.map(|((row, column), said)| Problem {
        sheet: sheet.name.clone(),
        row: *row,
        column: letters(*column),
        field: None,
        reason: "comment_on_no_record",
        level: Level::Info,
        raw: said.clone(),
    })
}
