//! Sheets that are no ledger of their own beside the others of a file: old
//! copies, what tells how to fill the others in, what says again all that they
//! say, how the units of carriers stood in an earlier month, and what was paid up
//! to one.

use std::collections::BTreeSet;

use super::beside::known;
use super::foreign::NOT_UNDERSTOOD;
use super::{copied, series};
use crate::book::{Row, Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::choose::row_of_heads::{columns_of_names, heads_payments, heads_units};
use crate::ledger::given::month;
use crate::ledger::given::times::{self, Time};
use crate::problem::Level;

/// Rows searched for headings.
const MOST_ROWS: usize = 40;
/// Sheets of a file that are compared with each other.
const MOST_SHEETS: usize = 100;
/// Rows whose units are compared.
const MOST_UNITS: usize = 2_000;
/// Headings that a table has at least.
const LEAST: usize = 3;

/// Why a sheet is left out.
pub(super) fn reason(book: &Workbook, sheet: &Sheet) -> Option<(&'static str, Level)> {
    let others = || {
        let others = book.sheets.iter();
        others.filter(|one| !one.hidden && one.name != sheet.name && !is_aside(one))
    };
    if is_guide(&sheet.name) || is_sample(&sheet.name) {
        let is_beside = others().any(|other| heading(other).is_some());
        let reason = match is_guide(&sheet.name) {
            true => (NOT_UNDERSTOOD, Level::Info),
            false => ("sheet_set_aside", Level::Should),
        };
        return is_beside.then_some(reason);
    }
    if is_old(&sheet.name) {
        let own = heads(sheet);
        let is_alike = |other: &Sheet| {
            let shared = heads(other).intersection(&own).count();
            shared >= LEAST && shared * 2 >= own.len()
        };
        return others()
            .any(is_alike)
            .then_some(("sheet_set_aside", Level::Should));
    }
    if book.sheets.len() > MOST_SHEETS {
        return None;
    }
    if copied::is_one(book, sheet) {
        return Some(("sheet_listed_elsewhere", Level::Should));
    }
    let is_monthly = |other: &&Sheet| month::said(&other.name).is_some_and(|month| month > 1);
    let is_first =
        month::said(&sheet.name) == Some(1) && !book.sheets.iter().any(|one| is_monthly(&one));
    let first = (is_first && heading(sheet).is_some_and(heads_payments)).then_some(1);
    if let Some(last) = paid_until(sheet).or(first) {
        let is_later = |other: &Sheet| {
            paid_until(other).is_some_and(|later| later > last) && heads(other) == heads(sheet)
        };
        return others()
            .any(is_later)
            .then_some(("sheet_of_earlier", Level::Should));
    }
    let time = time(sheet)?;
    let own = units(sheet).filter(|own| !own.is_empty())?;
    let is_later = |other: &Sheet| {
        self::time(other).is_some_and(|later| later.is_after(time))
            && heads(other) == heads(sheet)
            && units(other).is_some_and(|others| {
                let shared = own.intersection(&others).count();
                shared * 2 >= own.len().min(others.len())
            })
    };
    others()
        .any(is_later)
        .then_some(("sheet_of_earlier", Level::Should))
}

/// The time of a list by its tab, or by its title where the tab is only numbered.
fn time(sheet: &Sheet) -> Option<Time> {
    times::of(&sheet.name).or_else(|| times::amid(series::title(sheet)?.as_str()))
}

pub(super) fn is_aside(sheet: &Sheet) -> bool {
    is_guide(&sheet.name) || is_sample(&sheet.name) || is_old(&sheet.name)
}

/// Whether a sheet only tells how others are filled in.
fn is_guide(name: &str) -> bool {
    const WHOLE: &[&str] = &["目录", "封面", "字典", "选项", "说明"];
    const WORDS: &[&str] = &[
        "填报说明",
        "填表说明",
        "填写说明",
        "使用说明",
        "指标说明",
        "指标解释",
        "字段说明",
        "填报须知",
        "填表须知",
        "下拉选项",
        "下拉菜单",
        "数据字典",
    ];
    let name = tight(name);
    WHOLE.contains(&&*name) || WORDS.iter().any(|word| name.contains(word))
}

/// Whether a sheet shows how others are filled in.
fn is_sample(name: &str) -> bool {
    const WHOLE: &[&str] = &["样表", "样例", "示例", "范例", "填写示例", "填报示例"];
    const ENDS: &[&str] = &["样表", "(示例)", "(样例)", "填写示例", "填报示例"];
    let name = tight(name);
    WHOLE.contains(&&*name) || ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a sheet is called an old copy, or thrown away.
fn is_old(name: &str) -> bool {
    const WHOLE: &[&str] = &[
        "旧",
        "老",
        "删",
        "废",
        "删除",
        "已删",
        "已删除",
        "待删",
        "待删除",
        "废表",
        "废弃",
        "停用",
        "弃用",
        "不用",
        "不要",
        "回收站",
        "历史版本",
        "旧数据",
        "旧台账",
        "OLD",
        "BAK",
        "BACKUP",
    ];
    const ENDS: &[&str] = &[
        "备份",
        "副本",
        "旧表",
        "旧版",
        "旧版本",
        "老版",
        "老表",
        "_OLD",
        "-OLD",
        "_BAK",
        "-BAK",
    ];
    const MARKS: &[&str] = &[
        "旧", "老", "废", "删", "删除", "已删", "作废", "停用", "不用", "OLD",
    ];
    let name = tight(name).to_ascii_uppercase();
    let framed = MARKS.iter().any(|mark| {
        let frames = [format!("({mark})"), format!("-{mark}"), format!("_{mark}")];
        frames.iter().any(|end| name.ends_with(end.as_str()))
    });
    let bare = name.trim_matches(['(', ')']);
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    WHOLE.contains(&bare) || ENDS.iter().any(|end| bare.ends_with(end)) || framed
}

/// The row whose headings are best known.
pub(crate) fn heading(sheet: &Sheet) -> Option<&Row> {
    let near = sheet.rows.iter().take(MOST_ROWS);
    let many = |row: &&Row| row.cells.iter().filter_map(known).count();
    near.filter(|row| many(row) >= LEAST).max_by_key(many)
}

/// Its known headings.
pub(super) fn heads(sheet: &Sheet) -> BTreeSet<String> {
    let row = heading(sheet).into_iter().flat_map(|row| &row.cells);
    row.filter_map(known).map(|(_, head)| head).collect()
}

/// The last month of a list of all that was paid since January: `1-6月到位资金`.
fn paid_until(sheet: &Sheet) -> Option<u32> {
    let row = heading(sheet).filter(|row| heads_payments(row))?;
    let above = sheet.rows.iter().filter(|one| one.number < row.number);
    let titles = above
        .flat_map(|row| &row.cells)
        .map(|(_, raw)| raw.display());
    let mut names = [sheet.name.clone()].into_iter().chain(titles);
    names.find_map(|name| times::since_january(&name))
}

/// What the rows of a list of units are called.
fn units(sheet: &Sheet) -> Option<BTreeSet<String>> {
    let row = heading(sheet).filter(|row| heads_units(row))?;
    let names = columns_of_names(row);
    let below = sheet.rows.iter().filter(|one| one.number > row.number);
    let name = |row: &Row| {
        let own = names.iter().map(|at| tight(&row.cell(*at).display()));
        own.collect::<Vec<String>>().join(" ")
    };
    let names = below.take(MOST_UNITS).map(name);
    Some(names.filter(|name| !name.trim().is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::is_old;

    #[test]
    fn a_sheet_is_called_an_old_copy() {
        for name in [
            "备份",
            "签约备份",
            "旧",
            "旧版",
            "签约（旧）",
            "签约_old",
            "删除",
            "已删2",
            "副本",
        ] {
            assert!(is_old(name), "{name}");
        }
        for name in [
            "旧改项目",
            "老旧小区",
            "签约",
            "历史项目",
            "废旧金属",
            "删减后",
        ] {
            assert!(!is_old(name), "{name}");
        }
    }
}
