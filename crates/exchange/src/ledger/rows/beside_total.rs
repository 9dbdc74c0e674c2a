//! Rows beside a total that are no records: what it is made of, `其中：亿元以上
//! 项目 | 3个 | 18.4`, and what it is held against, `去年同期 | 15.2`.

use super::{is_amount, totals};
use crate::book::{Raw, Row, Sheet};
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::words::Role;

/// Whether the row is a share of the total that it stands beside, or holds
/// the total against another year, a target or the whole.
pub(super) fn is_one(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    compares(row) || is_part_of_total(sheet, columns, row)
}

/// The words of a row whose other cells are numbers: where they begin, and
/// what they say. `其中：` may have what it is a share of beside it.
fn said(row: &Row) -> Option<(u32, String)> {
    let mut found: Option<(u32, String)> = None;
    for (number, raw) in row.cells.iter().filter(|(_, raw)| !raw.is_blank()) {
        match &mut found {
            _ if is_number(raw) => {}
            None => found = Some((*number, tight(&raw.display()))),
            Some((_, text)) if matches!(text.trim_end_matches(':'), "其中") => {
                text.push_str(&tight(&raw.display()));
            }
            Some(_) => return None,
        }
    }
    found
}

/// Whether a cell of a total may hold this: an amount, a count, a share or how
/// much more or less it is.
fn is_number(raw: &Raw) -> bool {
    if matches!(raw, Raw::Error(_) | Raw::Unstored) || null::read(raw).is_some() || is_amount(raw) {
        return true;
    }
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text).replace(',', "");
    let bare = text.trim_start_matches(['+', '-', '±', '↑', '↓', '增', '长', '下', '降']);
    let bare = ["个百分点", "%", "个", "项", "家", "条", "宗"]
        .iter()
        .find_map(|unit| bare.strip_suffix(unit))
        .unwrap_or(bare);
    bare == "持平" || text.starts_with('#') || bare.parse::<f64>().is_ok_and(f64::is_finite)
}

/// What words that hold a total against something are made of.
const COMPARED: &[&str] = &[
    "同期",
    "同比",
    "环比",
    "占比",
    "比重",
    "比例",
    "增减",
    "增长",
    "增幅",
    "增速",
    "降幅",
    "目标",
    "任务",
    "序时",
    "进度",
    "完成率",
    "差额",
    "差距",
    "平均",
    "排名",
];

/// What may stand around them.
const AROUND: &[&str] = &[
    "去年",
    "上年",
    "本年",
    "全年",
    "当年",
    "年度",
    "上月",
    "本月",
    "上期",
    "上季度",
    "比",
    "较",
    "与",
    "占",
    "完成",
    "情况",
    "总数",
    "总量",
    "总额",
    "全部",
    "全区",
    "全县",
    "全市",
    "超",
    "率",
    "数",
    "值",
    "额",
    "年",
    "月",
    "的",
    "±",
    "%",
    "(",
    ")",
    ":",
    "+",
    "-",
    "/",
];

/// `去年同期`, `比2022年同期增减（%）`, `占比`, `完成率`, `全年目标任务`: nothing else is said
/// in words, so no record is meant.
fn compares(row: &Row) -> bool {
    said(row).is_some_and(|(_, text)| is_compared(&text))
}

fn is_compared(text: &str) -> bool {
    let mut rest = text;
    let mut found = false;
    while let Some(first) = rest.chars().next() {
        let word = COMPARED.iter().find(|word| rest.starts_with(**word));
        found |= word.is_some();
        let word = word.or_else(|| AROUND.iter().find(|word| rest.starts_with(**word)));
        rest = match word {
            Some(word) => &rest[word.len()..],
            None if first.is_ascii_digit() => &rest[1..],
            None => return false,
        };
    }
    found
}

/// Away from a total such a row may be a part of a project.
fn is_part_of_total(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let Some((column, text)) = said(row).filter(|_| !heads_records(sheet, row)) else {
        return false;
    };
    let at = sheet.rows.partition_point(|one| one.number < row.number);
    if !is_share(&text) {
        return is_unnumbered(columns, row)
            && of_shares(&sheet.rows[..at], column)
                .is_some_and(|first| is_total(beyond_shares(sheet.rows[..first].iter().rev())));
    }
    is_total(beyond_shares(sheet.rows[..at].iter().rev()))
        || is_total(beyond_shares(sheet.rows[at..].iter()))
}

/// Whether the only cell of a row heads the records below it, though it counts
/// them below a total of others: `二、框架协议 4个`.
fn heads_records(sheet: &Sheet, row: &Row) -> bool {
    let filled = |row: &Row| row.cells.iter().filter(|(_, raw)| !raw.is_blank()).count();
    let at = sheet.rows.partition_point(|one| one.number <= row.number);
    let next = sheet.rows.get(at);
    let is_record = |next: &Row| filled(next) >= 3 && said(next).is_none();
    filled(row) == 1 && next.is_some_and(is_record)
}

fn beyond_shares<'a>(mut rows: impl Iterator<Item = &'a Row>) -> Option<&'a Row> {
    rows.find(|row| !said(row).is_some_and(|(_, text)| is_share(&text) || is_compared(&text)))
}

/// `其中：内资`, `市重点2个`; a phase of a project is none.
fn is_share(text: &str) -> bool {
    let counted = || {
        let digits = text.strip_suffix(['个', '项', '家']).unwrap_or_default();
        let name = digits.trim_end_matches(|c: char| c.is_ascii_digit());
        !name.is_empty() && name.len() < digits.len() && digits.len() - name.len() <= 4
    };
    text.starts_with("其中") && !text.ends_with(['期', '程']) || counted()
}

fn is_total(row: Option<&Row>) -> bool {
    let mut filled = row.into_iter().flat_map(|row| &row.cells);
    let first = filled.find(|(_, raw)| !raw.is_blank());
    first.is_some_and(|(_, raw)| totals::named(&tight(&raw.display()), None).is_some())
}

/// Whether the row has no number of its own where records have one.
fn is_unnumbered(columns: &[Mapped], row: &Row) -> bool {
    let mut columns = columns.iter();
    let serial = columns.find(|column| column.role == Some(Role::Serial));
    serial.is_some_and(|column| row.cell(column.number).is_blank())
}

/// Shares that a total is said to be made of one below the other, at most.
const MOST_SHARES: usize = 20;

/// Where the shares begin that end right above, all named in this column:
/// `其中：工业 | 15` above `服务业 | 8`.
fn of_shares(above: &[Row], column: u32) -> Option<usize> {
    let last = above.iter().enumerate().rev().take(MOST_SHARES);
    for (at, row) in last {
        let (_, text) = said(row).filter(|(own, _)| *own == column)?;
        if text.starts_with("其中") {
            return Some(at);
        }
    }
    None
}
