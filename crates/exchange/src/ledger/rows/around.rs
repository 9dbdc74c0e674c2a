//! The lines of words above the headings and between two tables.

use super::sections::is_section;
use super::totals;
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::under;

/// What a line above the headings is.
pub(crate) fn kind(row: &Row, is_first: bool) -> &'static str {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(|(_, raw)| tight(&raw.display()))
        .collect();
    let text = texts.concat();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let titled = is_first && says(&["台账", "表", "清单", "明细", "汇总", "情况", "年"]);
    if row.cells.len() == 1 && is_section(&text) && !titled {
        return "section";
    }
    if is_first && !text.starts_with("附件") && !text.starts_with("附表") {
        return "title";
    }
    let colons = text.matches(':').count();
    if colons >= 2
        && says(&[
            "填报", "填表", "联系", "负责", "审核", "制表", "报送", "组别",
        ])
    {
        return "fill_in_row";
    }
    let counted = text.char_indices().any(|(at, sign)| {
        "个家条项宗户批亿万".contains(sign) && text[..at].ends_with(|c: char| c.is_ascii_digit())
    });
    let summed = says(&["合计", "总计", "共计"]) && text.contains(|c: char| c.is_ascii_digit());
    if counted || summed {
        return "totals_sentence";
    }
    "note"
}

/// Whether the row is a line of words between two tables, and no record or
/// total of the one above.
pub(crate) fn is_line(row: &Row) -> bool {
    let filled: Vec<&Raw> = row.cells.iter().map(|(_, raw)| raw).collect();
    let filled: Vec<&&Raw> = filled.iter().filter(|raw| !raw.is_blank()).collect();
    let Some(first) = filled.first().map(|raw| tight(&raw.display())) else {
        return true;
    };
    let told = |raw: &&&Raw| tight(&raw.display()).contains(':');
    let short = filled.len() <= 2 || filled.iter().all(told);
    short && totals::named(&first, filled.get(1).map(|raw| **raw)).is_none()
}

/// Whether a line above the headings is the first of those that name a part of
/// the table, `北京组` before `上海组`: the others stand among its rows.
pub(crate) fn begins_parts(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    let alone = |row: &Row| {
        let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let first = filled.next().map(|(_, raw)| tight(&raw.display()));
        first.filter(|_| filled.next().is_none())
    };
    let part = |row: &Row| alone(row).as_deref().and_then(part_of_list);
    let below = sheet.rows.partition_point(|one| one.number <= block.last);
    let own = part(row);
    own.is_some() && sheet.rows[below..].iter().any(|row| part(row) == own)
}

/// What a line alone names a part of the list by: the office that answers for
/// it, or which time it is of several, `第二次（6月6日）`.
fn part_of_list(text: &str) -> Option<&'static str> {
    let name = text.split(['(', ':']).next().unwrap_or_default();
    if name.starts_with('第') && name.ends_with(['次', '批', '场']) {
        return Some("time");
    }
    let name = under::bare(text)?;
    under::is_office(&name).then_some("office")
}
