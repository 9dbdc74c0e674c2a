//! The time that the tab of a sheet names: `11月`, `2025年11月底`, `三季度`,
//! `第2周`, `202511`, `上半年`, `1-9月`, `全年`.

use super::year::year_in;
use crate::cells::text::tight;
use crate::ledger::payment::periods;

/// Year, month and week, each 0 where it is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Time {
    year: i32,
    month: u32,
    week: u32,
}

impl Time {
    /// Whether it is of the same year, as far as both say one.
    pub(crate) fn is_of_year_of(self, other: Self) -> bool {
        self.year == 0 || other.year == 0 || self.year == other.year
    }

    /// Whether the time is one of the same sort, and later.
    pub(crate) fn is_after(self, other: Self) -> bool {
        let sort = |time: Self| (time.year == 0, time.month == 0, time.week == 0);
        sort(self) == sort(other) && self > other
    }
}

/// The time that a name says and nothing beside it.
pub(crate) fn of(name: &str) -> Option<Time> {
    const UNTIL: &[&str] = &["截至", "截止到", "截止", "至"];
    let name = tight(name);
    let name = name.trim_matches(['(', ')']);
    let until = UNTIL.iter().find_map(|word| name.strip_prefix(word));
    let (year, rest) = dated(until.unwrap_or(name))?;
    let rest = rest.trim_end_matches(['底', '末']);
    let time = |month, week| Some(Time { year, month, week });
    let of_year = (year > 0 && is_digits(rest)).then(|| periods::number(rest));
    let month = of_year.flatten().map(|(month, _)| month);
    if let Some(last) = month.or_else(|| last_month(rest)) {
        return time(last, 0);
    }
    let rest = rest.trim_start_matches('度').trim_start_matches('第');
    if rest.is_empty() {
        return (year > 0).then_some(Time {
            year,
            month: 0,
            week: 0,
        });
    }
    let week = match periods::number(rest) {
        Some((number, "周")) => number,
        _ => rest.strip_suffix('周')?.parse().ok()?,
    };
    (1..=53).contains(&week).then(|| time(0, week))?
}

/// The time that a name says with other words around it: `1月进度`,
/// `重点项目（上半年）`.
pub(crate) fn amid(name: &str) -> Option<Time> {
    const FIRST: &[char] = &[
        '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '上', '下', '全', '前', '第',
        '截', 'Q',
    ];
    let name = tight(name);
    let begins = name.find(|c: char| c.is_ascii_digit() || FIRST.contains(&c))?;
    let begun = &name[begins..];
    let ends = begun.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.rev().find_map(|end| of(&begun[..end]))
}

/// The year that a name begins with, 0 where it says none, and the rest:
/// `2025年11月`, `2025.11`, `202511`.
fn dated(name: &str) -> Option<(i32, &str)> {
    if let Some((year, rest)) = name.split_once('年').filter(|(year, _)| is_digits(year)) {
        return Some((year_in(year)?, rest));
    }
    let Some((digits, month)) = name.split_at_checked(4).filter(|(year, _)| is_digits(year)) else {
        return Some((0, name));
    };
    let month = month.trim_start_matches(['.', '-', '/']);
    (is_digits(month) && month.len() <= 2).then_some((year_in(digits)?, month))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The last month of what a text is: `11月`, `三季度`, `Q3`, `上半年`, `1-9月`,
/// `全年`.
fn last_month(text: &str) -> Option<u32> {
    const WHOLE: &[&str] = &["全年", "全年度", "年度", "年终"];
    if WHOLE.contains(&text) {
        return Some(12);
    }
    if let Some((first, "" | "度")) = half_of_year(text) {
        return Some(first + 5);
    }
    if let Some(quarter) = text.strip_prefix(['Q', 'q']) {
        let (quarter, rest) = periods::number(quarter)?;
        return (rest.is_empty() && quarter <= 4).then_some(quarter * 3);
    }
    match periods::number(text.trim_start_matches('第')) {
        Some((quarter, "季度" | "季")) if quarter <= 4 => Some(quarter * 3),
        Some((month, "月" | "月份")) => Some(month),
        _ => since_january(text).filter(|_| text.ends_with(['月', '份', '度'])),
    }
}

/// The first month of the half-year that a text begins with, and the rest.
pub(crate) fn half_of_year(text: &str) -> Option<(u32, &str)> {
    const HALVES: &[(&str, u32)] = &[("上半年", 1), ("下半年", 7), ("H1", 1), ("H2", 7)];
    let mut halves = HALVES.iter();
    halves.find_map(|(half, first)| Some((*first, text.strip_prefix(half)?)))
}

/// The last month of a list that goes on from January: `1-6月`, `一至六月`,
/// `上半年`.
pub(crate) fn since_january(name: &str) -> Option<u32> {
    const SPANS: &[(&str, u32)] = &[("上半年", 6), ("前三季度", 9), ("1-3季度", 9)];
    let name = tight(name);
    if let Some((_, last)) = SPANS.iter().find(|(span, _)| name.contains(span)) {
        return Some(*last);
    }
    let signs = ["-", "—", "–", "~", "至", "到"];
    let firsts = ["1月份", "1月", "1", "一月", "一"];
    let spans = firsts
        .iter()
        .flat_map(|first| signs.map(|sign| format!("{first}{sign}")));
    let ends = spans.filter_map(|span| {
        let (before, after) = name.split_once(&span)?;
        // 11-12月 begins in November.
        let is_whole = !before.ends_with(|c: char| c.is_ascii_digit() || c == '十');
        let (last, rest) = periods::number(after).filter(|_| is_whole)?;
        (last > 1 && rest.starts_with('月')).then_some(last)
    });
    ends.max()
}

/// What a name says after the number and the time that it begins with:
/// `2024年3月上海` and `第三周上海` are 上海.
pub(super) fn after_time(name: &str) -> &str {
    const NUMBERS: &str = "第〇一二三四五六七八九十0123456789";
    const UNITS: &[&str] = &["年度", "年", "季度", "月份", "月", "周", "期", "号"];
    let rest = name.trim_start_matches(|c: char| c.is_ascii_punctuation());
    let after = rest.trim_start_matches(|c| NUMBERS.contains(c));
    if after.len() == rest.len() {
        return rest;
    }
    let unit = UNITS.iter().find_map(|unit| after.strip_prefix(unit));
    match unit.or_else(|| after.strip_prefix(|c: char| c.is_ascii_punctuation())) {
        Some(after) => after_time(after),
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::{Time, amid, of, since_january};

    #[test]
    fn a_name_says_how_far_from_january() {
        for (name, wanted) in [
            ("2025年1-6月到位资金", Some(6)),
            ("1-11月", Some(11)),
            ("一至三月", Some(3)),
            ("上半年", Some(6)),
            ("11-12月", None),
            ("6月", None),
        ] {
            assert_eq!(since_january(name), wanted, "{name}");
        }
    }

    #[test]
    fn other_words_may_stand_around_a_time() {
        for (name, wanted) in [
            ("1月进度", of("1月")),
            ("重点项目（上半年）", of("上半年")),
            ("2025年3月调度表", of("2025年3月")),
            ("在建项目Q2", of("Q2")),
            ("一览表", None),
            ("第一批项目", None),
            ("重点项目", None),
        ] {
            assert_eq!(amid(name), wanted, "{name}");
        }
    }

    #[test]
    fn a_tab_names_a_time() {
        let time = |year, month, week| Some(Time { year, month, week });
        for (name, wanted) in [
            ("11月", time(0, 11, 0)),
            ("2025年11月底", time(2025, 11, 0)),
            ("202511", time(2025, 11, 0)),
            ("三季度", time(0, 9, 0)),
            ("第2周", time(0, 0, 2)),
            ("第23周", time(0, 0, 23)),
            ("2025年", time(2025, 0, 0)),
            ("2025.03", time(2025, 3, 0)),
            ("2025-3", time(2025, 3, 0)),
            ("Q2", time(0, 6, 0)),
            ("上半年", time(0, 6, 0)),
            ("1-11月", time(0, 11, 0)),
            ("前三季度", time(0, 9, 0)),
            ("截至2025年6月底", time(2025, 6, 0)),
            ("全年", time(0, 12, 0)),
            ("3", None),
            ("11月签约", None),
            ("2025重点", None),
            ("1号", None),
            ("Sheet1", None),
        ] {
            assert_eq!(of(name), wanted, "{name}");
        }
    }
}
