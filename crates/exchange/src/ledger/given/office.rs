//! The office that a sheet, or its title, names beside what it lists.

use super::times::after_time;
use crate::book::{Sheet, Workbook};
use crate::cells::text::{fold, tight};
use crate::ledger::people::{self, office_name};
use crate::ledger::{names, under};

/// What lists are called, in front of the office's name.
const BEFORE: &[&str] = &[
    "拜访接待",
    "拜访",
    "接待",
    "走访",
    "来访",
    "外出",
    "招商线索",
    "招商信息",
    "线索",
    "签约",
    "台账",
];
/// What lists are called, behind it.
const BEHIND: &[&str] = &[
    "拜访", "接待", "走访", "来访", "外出", "招商", "线索", "信息", "签约", "项目", "记录", "台账",
    "登记", "统计", "明细", "汇总", "一览", "清单", "周报", "月报", "情况", "表", "册",
];

/// A name without what lists are called and the signs around it, at either end:
/// `线索招商一部` and `招商线索-招商一部` are both 招商一部.
fn bare(name: &str) -> &str {
    let signs = |c: char| "-—–_·:、 ()".contains(c);
    let mut rest = after_time(name.trim_matches(signs));
    loop {
        let start = BEFORE.iter().find_map(|word| rest.strip_prefix(word));
        let end = BEHIND.iter().find_map(|word| rest.strip_suffix(word));
        match start.or(end) {
            Some(less) => rest = after_time(less.trim_matches(signs)),
            None => return rest,
        }
    }
}

/// The office behind the year, or in the brackets, of a title, or anywhere in
/// the name of a tab, with nothing else beside it but what is listed:
/// `2023年拜访接待记录表（苏州）`, `2023年苏州拜访接待记录表`, `拜访接待苏州`.
pub(super) fn beside_list(tab: &str, titles: &[String]) -> Option<String> {
    let of = |name: &str| {
        let name = bare(name);
        let is_one = names::is_place(name) || people::is_posted(name) || under::is_office(name);
        is_one.then(|| office_name(name))
    };
    let in_title = |title: &String| {
        let title = tight(title);
        let (named, inside) = match title.split_once('(') {
            Some((named, rest)) => (named, rest.split(')').next()),
            None => (title.as_str(), None),
        };
        // What stands before the year is whose list it is.
        let (_, behind) = named.split_once('年').unwrap_or_default();
        inside.and_then(of).or_else(|| of(behind))
    };
    let tab = tight(tab);
    let is_listed = BEFORE.iter().any(|word| tab.contains(word));
    let in_tab = || of(&tab).filter(|_| is_listed);
    in_tab().or_else(|| titles.iter().find_map(in_title))
}

/// An office that the sheet or its title is named after.
pub(super) fn of(sheet: &Sheet, titles: &[String]) -> Option<String> {
    const WORDS: &[&str] = &["驻点", "招商小组", "招商组", "招商工作组", "招商专班"];
    let named = |text: &str| {
        let text = tight(text);
        let (before, _) = WORDS.iter().find_map(|word| text.split_once(word))?;
        // 报送单位：驻上海招商组 says what it is of in front.
        let before = before.rsplit(':').next().unwrap_or(before);
        let name = after_time(before).trim_start_matches('驻');
        // 各驻点 are all of them, and 某某经开区驻点 whose they are.
        let is_one = !name.is_ascii()
            && !["各", "全部", "所有", "县外", "市外", "省外", "外地"].contains(&name)
            && ![
                "开发区",
                "经开区",
                "高新区",
                "园区",
                "管委会",
                "县",
                "年",
                "年度",
            ]
            .iter()
            .any(|end| name.ends_with(end));
        (is_one && name.chars().count() <= 8).then(|| name.to_owned())
    };
    named(&sheet.name)
        .or_else(|| group_in(&sheet.name))
        .or_else(|| titles.iter().find_map(|title| named(title)))
        .map(|name| office_name(&name))
        .or_else(|| titles.iter().find_map(|title| posted(title)))
}

/// The place whose group a tab is named after: `北京组`, `2025年杭州组`.
fn group_in(tab: &str) -> Option<String> {
    let tab = tight(tab);
    let name = after_time(&tab).trim_start_matches('驻');
    let place = name
        .strip_suffix("小组")
        .or_else(|| name.strip_suffix('组'))?;
    names::is_place(place).then(|| place.to_owned())
}

/// The place in which a title says that its office is: `驻苏州联络处工作周报`,
/// `某区驻上海招商分局周报`.
fn posted(title: &str) -> Option<String> {
    let title = tight(title);
    let (_, rest) = title.split_once('驻')?;
    let ends = rest.char_indices().map(|(at, _)| at).skip(2).take(3);
    let mut places = ends.filter_map(|end| rest.get(..end));
    let place = places.find(|place| names::is_place(place))?;
    Some(place.to_owned())
}

/// `组别：泰州组    起止日期：…` in a line above the headings.
pub(super) fn group(titles: &[String]) -> Option<String> {
    labelled(titles, &["组别:", "所属片组:", "片组:", "驻点:"])
}

/// Who filled the sheet in, `填报单位：招商局`: of offices that the sheets of a
/// file are named after, whoever puts the file together.
pub(super) fn filler(titles: &[String]) -> Option<String> {
    labelled(titles, &["报送单位:", "填报单位:"])
}

/// The name behind one of the labels in a line above the headings.
fn labelled(titles: &[String], labels: &[&str]) -> Option<String> {
    titles.iter().find_map(|line| {
        let line = fold(line);
        let rest = labels
            .iter()
            .find_map(|label| Some(line.split_once(label)?.1))?;
        let name = rest.split_whitespace().next()?;
        let name = office_name(name.trim_matches(['_', ',', ';']));
        let is_one = !matches!(name.as_str(), "" | "各") && !name.contains(':');
        is_one.then_some(name)
    })
}

/// Whether an office has others below it that go out for it.
pub(super) fn is_bureau(name: &str) -> bool {
    ["局", "管委会", "委员会", "中心", "开发区", "办公室"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// The office that the sheet or its title names, in a file with one sheet for
/// each office.
pub(super) fn one_of_offices(book: &Workbook, sheet: &Sheet, titles: &[String]) -> Option<String> {
    let before_year = |title: &String| {
        let title = tight(title);
        let end = title.find(|c: char| c.is_ascii_digit())?;
        Some(title[..end].to_owned())
    };
    let name = tight(&sheet.name);
    let bare = bare(&name).to_owned();
    let names = [Some(bare), Some(name), titles.first().and_then(before_year)];
    let mut names = names.into_iter().flatten();
    names
        .find(|name| under::is_office(name))
        .filter(|_| book.sheets.iter().filter(|sheet| !sheet.hidden).count() > 1)
}

/// The sheet's name, in a file with one sheet for each office.
pub(super) fn one_of_many(book: &Workbook, sheet: &Sheet) -> Option<String> {
    const GENERIC: &[&str] = &[
        "SHEET", "表", "月", "季", "年", "台账", "拜访", "接待", "走访", "来访", "记录", "汇总",
        "全部", "外出", "出访", "出差", "活动", "客商", "考察", "推介", "明细", "统计", "招商",
        "一览",
    ];
    let text = tight(&sheet.name);
    let upper = text.to_ascii_uppercase();
    let is_generic = GENERIC.iter().any(|word| upper.contains(word));
    let is_short = (2..=6).contains(&text.chars().count());
    let has_digits = text.chars().any(|c| c.is_ascii_digit());
    (book.sheets.len() > 1 && is_short && !is_generic && !has_digits).then_some(text)
}
