//! The office that a sheet, or its title, names beside what it lists.

use super::after_time;
use crate::cells::text::tight;
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
pub(super) fn bare(name: &str) -> &str {
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
