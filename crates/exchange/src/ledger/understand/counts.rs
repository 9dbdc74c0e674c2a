//! A small table of counts beside a list, parted from it by an empty column:
//! `月份 | 签约个数 | 合同利用资金（亿元）`. It only counts what the list has.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::beside::{LEAST, MOST_ROWS, known, names, part};
use crate::book::{Raw, Row, Sheet};
use crate::cells::exact::Exact;
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::heads::key;

/// The code under `problem.` for such a table.
pub(super) const REASON: &str = "counts_beside";

/// Columns of such a table.
const WIDEST: u32 = 8;
/// Rows of such a table.
const LONGEST: usize = 60;
/// How its first heading ends.
const GROUPS: &[&str] = &[
    "月份",
    "月",
    "季度",
    "单位",
    "部门",
    "类别",
    "类型",
    "产业",
    "产业链",
    "行业",
    "级别",
    "区域",
    "镇街",
    "街道",
    "乡镇",
    "园区",
    "方式",
    "来源",
    "驻点",
    "片区",
    "分类",
    "招商组",
];
/// How the heading ends that counts.
const COUNTS: &[&str] = &[
    "个数",
    "项目数",
    "家数",
    "宗数",
    "户数",
    "数量",
    "条数",
    "签约数",
    "件数",
];

/// The sheet without such a table.
pub(super) fn left_out(sheet: &Sheet) -> Cow<'_, Sheet> {
    match list(sheet) {
        Some((header, own)) => Cow::Owned(part(sheet, header, |column| own.contains(&column))),
        None => Cow::Borrowed(sheet),
    }
}

/// The heading row and the columns of a list that has one beside it.
fn list(sheet: &Sheet) -> Option<(u32, Range<u32>)> {
    let near = || sheet.rows.iter().take(MOST_ROWS);
    let heads = |row: &Row| row.cells.iter().filter_map(known).count();
    near().find(|row| row.cells.iter().any(counts))?;
    let header = near().max_by_key(|row| (heads(row), std::cmp::Reverse(row.number)))?;
    let first = near().filter_map(|row| Some(row.cells.first()?.0)).min()?;
    let last = near().filter_map(|row| Some(row.cells.last()?.0)).max()?;
    let is_empty = |at: u32| {
        let below = sheet.rows.iter().filter(|row| row.number >= header.number);
        let mut below = below.map(|row| (row, sheet.merge_at(row.number, at)));
        below.all(|(row, area)| {
            let wide = area.is_some_and(|area| area.left < at || area.right > at);
            row.cell(at).is_blank() && !wide
        })
    };
    let lists = |own: &Range<u32>| {
        let cells = header.cells.iter().filter(|(at, _)| own.contains(at));
        let known: Vec<(u32, String)> = cells.filter_map(known).collect();
        known.len() >= LEAST && known.iter().any(|(_, head)| names(head))
    };
    (first + 1..last)
        .filter(|at| is_empty(*at))
        .find_map(|gap| {
            let (left, right) = (first..gap, gap + 1..last + 1);
            match (lists(&left), lists(&right)) {
                (true, false) if is_counts(sheet, &right) => Some((header.number, left)),
                (false, true) if is_counts(sheet, &left) => Some((header.number, right)),
                _ => None,
            }
        })
}

fn counts((_, raw): &(u32, Raw)) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let head = key(&tight(text)).0;
    COUNTS.iter().any(|end| head.ends_with(end))
}

/// Whether the columns have nothing but groups with their numbers.
fn is_counts(sheet: &Sheet, own: &Range<u32>) -> bool {
    let cells = |row: &Row| -> Vec<(u32, Raw)> {
        let own = row.cells.iter().filter(|(at, _)| own.contains(at));
        own.filter(|(_, raw)| !raw.is_blank()).cloned().collect()
    };
    if own.end - own.start > WIDEST {
        return false;
    }
    let rows = sheet.rows.iter().map(cells).filter(|row| row.len() >= 2);
    let mut rows = rows.take(LONGEST + 2);
    let Some(heads) = rows.next() else {
        return false;
    };
    let group = key(&tight(&heads[0].1.display())).0;
    let is_head = GROUPS.iter().any(|end| group.ends_with(end)) && heads.iter().any(counts);
    let below: Vec<Vec<(u32, Raw)>> = rows.collect();
    let labels: BTreeSet<String> = below.iter().map(|row| tight(&row[0].1.display())).collect();
    let figures = below.iter().flat_map(|row| &row[1..]);
    is_head
        && (2..=LONGEST).contains(&below.len())
        && labels.len() == below.len()
        && figures.into_iter().all(|(_, raw)| is_figure(raw))
}

fn is_figure(raw: &Raw) -> bool {
    match raw {
        Raw::Number { .. } | Raw::Unstored => true,
        Raw::Text(text) => {
            let text = tight(text);
            let bare = text.trim_end_matches(['%', '个', '家', '条']);
            null::read(raw).is_some() || Exact::parse(bare).is_some()
        }
        _ => false,
    }
}
