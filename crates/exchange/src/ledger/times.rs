//! The time that the tab of a sheet names: `11月`, `2025年11月底`, `三季度`,
//! `第2周`, `202511`.

use super::periods;
use super::year::year_in;
use crate::cells::text::tight;

/// Year, month and week, each 0 where it is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time {
    year: i32,
    month: u32,
    week: u32,
}

impl Time {
    /// Whether it is of the same year, as far as both say one.
    pub(super) fn is_of_year_of(self, other: Self) -> bool {
        self.year == 0 || other.year == 0 || self.year == other.year
    }

    /// Whether the time is one of the same sort, and later.
    pub(super) fn is_after(self, other: Self) -> bool {
        let sort = |time: Self| (time.year == 0, time.month == 0, time.week == 0);
        sort(self) == sort(other) && self > other
    }
}

/// The time that a name says and nothing beside it.
pub(super) fn of(name: &str) -> Option<Time> {
    let name = tight(name);
    let name = name.trim_matches(['(', ')']);
    if name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_digit()) {
        let month = name[4..]
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        let year = year_in(&name[..4])?;
        return Some(Time {
            year,
            month,
            week: 0,
        });
    }
    let (year, rest) = match name.split_once('年') {
        Some((year, rest)) => (year_in(year)?, rest),
        None => (0, name),
    };
    let rest = rest.trim_start_matches('度').trim_end_matches(['底', '末']);
    let rest = rest.trim_start_matches('第');
    let time = |month, week| Some(Time { year, month, week });
    if rest.is_empty() {
        return (year > 0).then_some(Time {
            year,
            month: 0,
            week: 0,
        });
    }
    if let Some((number, behind)) = periods::number(rest) {
        return match behind {
            "季度" | "季" if number <= 4 => time(number * 3, 0),
            "月" | "月份" => time(number, 0),
            "周" => time(0, number),
            _ => None,
        };
    }
    let digits = rest.strip_suffix('周')?;
    let week = digits.parse().ok().filter(|week| (1..=53).contains(week))?;
    time(0, week)
}

/// The first month of the half-year that a text begins with, and the rest.
pub(super) fn half_of_year(text: &str) -> Option<(u32, &str)> {
    const HALVES: &[(&str, u32)] = &[("上半年", 1), ("下半年", 7), ("H1", 1), ("H2", 7)];
    let mut halves = HALVES.iter();
    halves.find_map(|(half, first)| Some((*first, text.strip_prefix(half)?)))
}

/// The last month of a list that goes on from January: `1-6月`, `一至六月`,
/// `上半年`.
pub(super) fn since_january(name: &str) -> Option<u32> {
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

#[cfg(test)]
mod tests {
    use super::{Time, of, since_january};

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
            ("1-11月", None),
            ("11月签约", None),
            ("Sheet1", None),
        ] {
            assert_eq!(of(name), wanted, "{name}");
        }
    }
}
