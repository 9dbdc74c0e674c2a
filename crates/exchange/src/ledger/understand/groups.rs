//! Several records of one kind in a row, each under a heading with a number:
//! `项目1▸名称, 签约时间, 金额 | 项目2▸名称, 签约时间, 金额`.

use super::beside::{LEAST, MOST_ROWS, known, names, part};
use crate::book::{Area, Row, Sheet};
use crate::cells::text::tight;

/// Groups that a row may have.
const MOST_GROUPS: usize = 12;
/// What such a heading counts.
const COUNTED: &[&str] = &[
    "项目", "企业", "客商", "线索", "地块", "厂房", "单元", "协议", "合同",
];

/// The sheet once for each group, with the columns that they share; nothing
/// where a row holds one record.
pub(super) fn apart(sheet: &Sheet) -> Vec<Sheet> {
    let Some((header, groups)) = groups(sheet) else {
        return Vec::new();
    };
    let within = |group: &Area, at: u32| (group.left..=group.right).contains(&at);
    let of = |(nth, own): (usize, &Area)| {
        let mut part = part(sheet, header, |at| {
            within(own, at) || !groups.iter().any(|group| within(group, at))
        });
        // A row that ends before the group has no record of it.
        part.rows.retain(|row| {
            let mut cells = row.cells.iter();
            nth == 0
                || row.number <= header
                || cells.any(|(at, raw)| within(own, *at) && !raw.is_blank())
        });
        part
    };
    groups.iter().enumerate().map(of).collect()
}

/// The row of the headings below the numbered ones, and the columns of each.
fn groups(sheet: &Sheet) -> Option<(u32, Vec<Area>)> {
    let near = sheet.rows.iter().take(MOST_ROWS);
    near.filter(|row| row.cells.len() >= 2 * LEAST)
        .find_map(|row| {
            let above = row.number.checked_sub(1)?;
            let mut areas: Vec<Area> = sheet
                .merges
                .in_row(above)
                .filter(|area| area.bottom == above && area.right - area.left + 1 >= 2)
                .copied()
                .collect();
            areas.sort_by_key(|area| area.left);
            let base = |area: &Area| counted(&tight(&sheet.cell(area.top, area.left).display()));
            let first = areas.iter().find_map(base)?;
            areas.retain(|area| base(area).as_ref() == Some(&first));
            let heads = |area: &Area| children(row, area);
            let own = heads(areas.first()?);
            let is_whole = own.len() >= LEAST && own.iter().any(|head| is_name(head));
            let alike = areas.iter().all(|area| heads(area) == own);
            let several = (2..=MOST_GROUPS).contains(&areas.len());
            (is_whole && alike && several).then_some((row.number, areas))
        })
}

fn is_name(head: &str) -> bool {
    names(head) || head == "名称"
}

/// The known headings below a wide one.
fn children(row: &Row, area: &Area) -> Vec<String> {
    let cells = row.cells.iter();
    let own = cells.filter(|(at, _)| (area.left..=area.right).contains(at));
    own.filter_map(|cell| match known(cell) {
        Some((_, head)) => Some(head),
        None => Some(tight(&cell.1.display())).filter(|head| head == "名称"),
    })
    .collect()
}

/// What a numbered heading counts: `项目` of `项目一`, `第2个项目`.
fn counted(text: &str) -> Option<String> {
    let is_number =
        |c: char| c.is_ascii_digit() || "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨第个()#".contains(c);
    let rest: String = text.chars().filter(|c| !is_number(*c)).collect();
    let numbered = rest.len() < text.len();
    (numbered && COUNTED.contains(&rest.as_str())).then_some(rest)
}
