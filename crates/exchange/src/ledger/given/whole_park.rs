//! The park in which all units of a sheet lie, where no column says it.

use super::times::{self, after_time};
use crate::book::{Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::choose::row_of_heads::heads_units;
use crate::ledger::under;
use crate::ledger::understand::aside::heading;

/// The park that the sheet or the title of its table is named after, or the name
/// of one of several sheets that list units under the same headings, or else the
/// park that the file is named after: 1号楼 of one is not that of another.
pub(super) fn of(book: &Workbook, sheet: &Sheet, titles: &[String]) -> Option<String> {
    let name = tight(&sheet.name);
    let file = book
        .file
        .rsplit_once('.')
        .map_or(&*book.file, |(stem, _)| stem);
    let said = |text: &str| in_title(text).or_else(|| beside_list(text));
    said(&name)
        .or_else(|| is_one(&name).then(|| name.clone()))
        .or_else(|| titles.iter().find_map(|title| said(title)))
        .or_else(|| is_one_of_many(book, sheet).then_some(name))
        .or_else(|| said(file))
}

/// Whether a name is that of one park, and not of all or of any.
fn is_one(name: &str) -> bool {
    const ALL: &[&str] = &["各", "全", "所有", "及", "和", "与", "、"];
    const GENERIC: &[&str] = &[
        "产业园",
        "产业园区",
        "工业园",
        "工业园区",
        "科技园",
        "孵化器",
    ];
    let is_all = ALL.iter().any(|word| name.contains(word)) || GENERIC.contains(&name);
    under::is_park(name) && !is_all
}

/// The park in brackets or behind a stroke: `载体台账（电梯产业园）`,
/// `载体台账_电梯产业园`.
fn beside_list(text: &str) -> Option<String> {
    let text = tight(text);
    let mut parts = text
        .split(['(', ')', '_', '-', '—', '–', '·', ':', '【', '】'])
        .skip(1);
    let park = parts.find_map(|part| Some(after_time(part)).filter(|part| is_one(part)));
    park.map(str::to_owned)
}

/// The park in `电子信息产业园标准厂房出租情况表`.
fn in_title(title: &str) -> Option<String> {
    const LISTS: &[&str] = &[
        "标准", "厂房", "载体", "出租", "入驻", "租赁", "企业", "房屋", "楼宇", "使用", "资产",
        "招租", "单元",
    ];
    let title = tight(title);
    let title = title.split_once('年').map_or(&*title, |(year, rest)| {
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        if is_year {
            rest.trim_start_matches('度')
        } else {
            &title
        }
    });
    let end = LISTS.iter().filter_map(|word| title.find(word)).min()?;
    let name = &title[..end];
    let zone = ["开发区", "经开区", "高新区", "管委会"].iter();
    let name = zone
        .filter_map(|zone| Some(name.rsplit_once(zone)?.1))
        .min_by_key(|rest| rest.len())
        .unwrap_or(name);
    is_one(name).then(|| name.to_owned())
}

/// Whether the sheet is one of several lists of units that are called
/// differently, and by no time, kind or state.
fn is_one_of_many(book: &Workbook, sheet: &Sheet) -> bool {
    const GENERIC: &[&str] = &[
        "SHEET", "表", "月", "季", "台账", "汇总", "明细", "统计", "一览", "情况", "租", "售",
        "空", "闲", "企业", "入驻", "合同", "续签", "到期", "全部", "全区", "总", "土地", "地块",
    ];
    let is_name = |sheet: &Sheet| {
        let name = tight(&sheet.name).to_ascii_uppercase();
        let generic = GENERIC.iter().any(|word| name.contains(word));
        let short = (2..=12).contains(&name.chars().count());
        short
            && !generic
            && times::of(&name).is_none()
            && !name.starts_with(|c: char| c.is_ascii_digit())
    };
    let lists =
        |sheet: &Sheet| !sheet.hidden && is_name(sheet) && heading(sheet).is_some_and(heads_units);
    let mut others = book.sheets.iter().filter(|one| one.name != sheet.name);
    lists(sheet) && others.any(lists)
}
