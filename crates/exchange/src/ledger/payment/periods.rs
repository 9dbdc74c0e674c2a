//! Columns that each hold what was paid in one month or quarter: `1月` …
//! `12月`, `一季度`, `2024年3月`. Every cell of such a column is a payment of
//! its own; columns that add them up are compared and never added.

use std::collections::HashMap;

use suoji_model::PartialDate;

use super::streams::{self, Stream};
use super::turns;
use crate::cells::date;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::given::times;
use crate::ledger::heads::{Head, Match};
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// The field that the cells are.
pub(crate) const PAID: Target = target("payment", "paid_in");

/// Months that follow each other, in the year that the heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Months {
    year: Option<i32>,
    first: u32,
    last: u32,
}

/// Whether a part of a heading is about what is planned, promised or built,
/// and not about what was paid.
pub(crate) fn is_other(part: &str) -> bool {
    [
        "计划",
        "目标",
        "任务",
        "预计",
        "承诺",
        "应到",
        "拟",
        "完成投资",
        "同期",
        "比重",
        "率",
    ]
    .iter()
    .any(|word| part.contains(word))
}

/// Headings of periods from which a table is one of periods.
const LEAST: usize = 2;

impl Months {
    /// What a heading such as `3月到位资金` or `第一季度` names.
    pub(crate) fn of(head: &Head) -> Option<Self> {
        let (own, above) = streams::own(&head.parts)?;
        if head.parts.iter().any(|part| is_other(part)) {
            return None;
        }
        let mut found = read(&tight(own)).or_else(|| {
            let bare: i32 = tight(own).parse().ok().filter(|_| !above.is_empty())?;
            (2000..2100).contains(&bare).then_some(Self {
                year: Some(bare),
                ..Self::YEAR
            })
        })?;
        let year_above = || above.iter().rev().find_map(|part| year(&tight(part)));
        found.year = found.year.or_else(year_above);
        Some(found)
    }

    /// The period as a date, in its own year or else the ledger's.
    pub(super) fn date(self, year: Option<i32>) -> Option<PartialDate> {
        date::holding(self.year.or(year)?, self.first, self.last)
    }

    /// Whether its heading says of which year it is.
    pub(crate) fn has_year(self) -> bool {
        self.year.is_some()
    }

    fn overlaps(self, other: Self) -> bool {
        self.year == other.year && self.first <= other.last && other.first <= self.last
    }

    fn holds(self, other: Self) -> bool {
        (self.year.is_none() || other.year.is_none() || self.year == other.year)
            && self.first <= other.first
            && other.last <= self.last
    }

    /// Whether it is a month, a quarter or half a year of the calendar.
    fn is_whole(self) -> bool {
        let length = self.last + 1 - self.first;
        matches!(length, 1 | 3 | 6 | 12) && (self.first - 1).is_multiple_of(length)
    }

    /// The last month of those from January on.
    pub(super) fn since_january(self) -> Option<u32> {
        (self.first == 1).then_some(self.last)
    }

    /// Whether it is a whole year.
    pub(super) fn is_year(self) -> bool {
        (self.first, self.last) == (1, 12)
    }

    /// Whether it can stand beside other periods, though it is no part of the
    /// calendar: `2024年1-9月` beside the years before.
    fn is_beside(self, parts: &[(usize, Self)]) -> bool {
        parts
            .iter()
            .all(|(_, part)| part.year.is_some() == self.year.is_some())
    }

    pub(super) const YEAR: Self = Self {
        year: None,
        first: 1,
        last: 12,
    };
}

/// How many headings are periods that follow each other from January on; what
/// stands below other headings may be the months of anything.
pub(crate) fn counted<'h>(heads: impl Iterator<Item = &'h Head>) -> usize {
    let months = heads.filter_map(|head| {
        let (own, _) = streams::own(&head.parts)?;
        let worded = own.contains(['月', '季', 'Q']);
        Months::of(head).filter(|months| worded && months.is_whole())
    });
    let (mut count, mut next) = (0, 1);
    for months in months {
        if months.first == next && months.last - months.first <= 2 {
            count += 1;
            next = months.last + 1;
        }
    }
    if count < LEAST { 0 } else { count }
}

/// Words around a period that say no more than that money came.
const AROUND: &[&str] = &[
    "份",
    "当月",
    "当季",
    "度",
    "单月",
    "本月",
    "实际",
    "新增",
    "到位",
    "到资",
    "到账",
    "进资",
    "入资",
    "拨付",
    "资金",
    "外资",
    "内资",
    "金额",
    "数额",
    "额",
    "数",
    "情况",
    "截至目前",
    "截止目前",
    "至今",
];

/// The months that a heading begins with, whatever it says of them:
/// `2024年1-6月到位省外资金`, `1-5月实际到资（万元）`.
pub(super) fn named(head: &str) -> Option<Months> {
    let own = tight(streams::own_of(head));
    let end = own.rfind('月')? + '月'.len_utf8();
    let rest = own[end..].trim_start_matches('份');
    (!rest.starts_with(['底', '末', '前'])).then(|| read(&own[..end]))?
}

/// What follows a year that stands for all before it, too.
const AND_BEFORE: &[&str] = &["及以前", "及之前", "及以前年度"];

/// Whether a heading is of a year and all before it.
pub(super) fn is_open(head: &str) -> bool {
    let own = tight(streams::own_of(head));
    AND_BEFORE.iter().any(|word| own.contains(word))
}

fn read(text: &str) -> Option<Months> {
    let text = text.split(['(', '[']).next().unwrap_or_default();
    let (year, rest) = match year(text) {
        Some(year) => (Some(year), after_year(text)),
        None => (None, text),
    };
    let mut rest = rest;
    while let Some(shorter) = AROUND.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let rest = rest.trim_start_matches('第');
    let is_open = year.is_some() && AND_BEFORE.contains(&rest);
    let rest = if is_open { "" } else { rest };
    let months = |first, last| Some(Months { year, first, last });
    let (found, after) = if rest.is_empty() && year.is_some() {
        (months(1, 12)?, rest)
    } else if let Some((first, after)) = times::half_of_year(rest) {
        (months(first, first + 5)?, after)
    } else if let Some(quarter) = rest.strip_prefix('Q') {
        let (number, after) = number(quarter)?;
        (quarter_of(year, number)?, after)
    } else {
        let (first, after) = number(rest)?;
        let range = after.strip_prefix(['-', '—', '~', '至', '到']);
        if let Some(range) = range {
            let (last, after) = number(range)?;
            let after = after.strip_prefix('月')?;
            ((first <= last).then_some(months(first, last)?)?, after)
        } else if let Some(after) = after.strip_prefix('月') {
            (months(first, first)?, after)
        } else if let Some(after) = after.strip_prefix('季') {
            (quarter_of(year, first)?, after)
        } else if year.is_some() && after.is_empty() {
            (months(first, first)?, after)
        } else {
            return None;
        }
    };
    let mut after = after;
    while let Some(shorter) = AROUND.iter().find_map(|word| after.strip_prefix(word)) {
        after = shorter;
    }
    (after.is_empty() && (1..=12).contains(&found.first) && found.last <= 12).then_some(found)
}

fn quarter_of(year: Option<i32>, number: u32) -> Option<Months> {
    (1..=4).contains(&number).then(|| Months {
        year,
        first: number * 3 - 2,
        last: number * 3,
    })
}

/// The number that a text begins with, in digits or Chinese, up to 12.
pub(crate) fn number(text: &str) -> Option<(u32, &str)> {
    const WORDS: &[&str] = &[
        "十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一",
    ];
    if let Some(at) = WORDS.iter().position(|word| text.starts_with(word)) {
        let number = u32::try_from(WORDS.len() - at).ok()?;
        return Some((number, &text[WORDS[at].len()..]));
    }
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok()?;
    (1..=12).contains(&number).then_some((number, &text[end..]))
}

/// The year that a text begins with: `2024年…`, `2024.1`, `202401`.
fn year(text: &str) -> Option<i32> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let year: i32 = text.get(..4)?.parse().ok()?;
    let whole = matches!(digits, 4 | 6) && (2000..2100).contains(&year);
    (whole && text.len() > 4).then_some(year)
}

/// Whether a heading begins with a year: `2024年各月完成投资`.
pub(crate) fn begins_with_year(text: &str) -> bool {
    year(text).is_some() && after_year(text).len() < text.len()
}

fn after_year(text: &str) -> &str {
    let rest = text.get(4..).unwrap_or_default();
    let rest = rest.trim_start_matches("年度").trim_start_matches('年');
    rest.trim_start_matches(['.', '-', '/'])
}

/// Headings of a column that adds up others of its row.
pub(super) fn sums(head: &Head) -> bool {
    const SUM: &[&str] = &[
        "合计",
        "小计",
        "总计",
        "共计",
        "累计",
        "全年",
        "当年",
        "本年",
        "年度",
        "到位资金",
        "到资",
        "到账资金",
        "实际到位",
        "到位金额",
        "到位总额",
    ];
    const OTHER: &[&str] = &[
        "历年",
        "上年",
        "去年",
        "以前",
        "开工",
        "截至",
        "总累计",
        "计划",
        "目标",
        "任务",
        "合同",
        "协议",
        "率",
        "认定",
        "核定",
        "时间",
        "日期",
        "性质",
        "类别",
    ];
    let own = streams::own(&head.parts)
        .map(|(own, _)| tight(own))
        .unwrap_or_default();
    SUM.iter().any(|word| own.contains(word))
        && !OTHER.iter().any(|word| head.text().contains(word))
}

/// What a column adds up: the period or year that it names, as `1月▸合计` and
/// `2024年累计` do, or all.
fn held(head: &Head) -> Months {
    let bare = |own: &String| ["合计", "小计", "总计"].contains(&tight(own).as_str());
    if let Some((own, [above @ .., period])) = head.parts.split_last()
        && bare(own)
        && let Some(months) = read(&tight(period))
    {
        let named = above.iter().rev().find_map(|part| year(&tight(part)));
        return Months {
            year: months.year.or(named),
            ..months
        };
    }
    let named = head.parts.iter().rev().find_map(|part| {
        let text = tight(part);
        let rest = text.get(4..).and_then(|rest| rest.strip_prefix('年'))?;
        let other = rest.starts_with(['底', '末', '止', '前', '以', '来'])
            || rest.contains(|c: char| c.is_ascii_digit());
        year(&text).filter(|_| !other)
    });
    Months {
        year: named,
        ..Months::YEAR
    }
}

/// Whether what such a column adds up may be of years before.
pub(crate) fn is_running(head: &str) -> bool {
    let own = streams::own_of(head);
    own.contains("累计")
        && !["本年", "当年", "全年", "年累计"]
            .iter()
            .any(|word| own.contains(word))
}

/// Gives the columns of periods their roles, where a ledger of payments has
/// them: the finest periods are the payments, coarser ones add them up. Those
/// of the ledger's year may name it or not: `2025年1-8月到位` beside `9月到位`.
pub(crate) fn assign(heads: &[(u32, Head)], given: &mut [Option<Match>], year: Option<i32>) {
    let of_ledger = |months: Months| Months {
        year: months.year.filter(|own| Some(*own) != year),
        ..months
    };
    let found = heads.iter().enumerate();
    let mut found: Vec<(usize, Months)> = found
        .filter_map(|(at, (_, head))| Some((at, of_ledger(Months::of(head)?))))
        .filter(|(at, _)| {
            given[*at].is_none_or(|one| one.reason != "told" || one.role == PAID_ROLE)
        })
        .collect();
    let years = found.iter().filter(|(_, months)| months.is_year()).count();
    found.retain(|(at, _)| years >= LEAST || !is_open(&heads[*at].1.text()));
    let streams = streams::both(heads, &found);
    let apart = |one: usize, other: usize| {
        let streams = streams.as_ref();
        streams.is_some_and(|streams| streams[one].is_apart(streams[other]))
    };
    // Beside both of its streams, a period as a whole adds them up.
    let adds_up = |at: usize| {
        let streams = streams.as_ref();
        streams.is_some_and(|streams| streams[at] == Stream::Any)
    };
    found.sort_by_key(|(at, months)| (months.last - months.first, adds_up(*at), *at));
    let mut parts: Vec<(usize, Months)> = Vec::new();
    let mut totals = Vec::new();
    for (at, months) in found {
        let mut others = parts.iter();
        let free = others.all(|(one, part)| !part.overlaps(months) || apart(*one, at));
        if free && (months.is_whole() || months.is_beside(&parts)) {
            parts.push((at, months));
        } else {
            totals.push((at, months));
        }
    }
    let same = |at: usize| parts.iter().filter(|(one, _)| !apart(*one, at)).count();
    let most = parts.iter().map(|(at, _)| same(*at)).max();
    let whole = parts.iter().any(|(_, months)| months.is_whole());
    if most.is_none_or(|most| most < LEAST) || !whole {
        return;
    }
    let role = |role, reason| {
        Some(Match {
            role,
            confidence: 95,
            reason,
        })
    };
    let own = |at: usize, months: Months| Months::of(&heads[at].1).unwrap_or(months);
    for (at, months) in &parts {
        given[*at] = role(Role::Part(own(*at, *months)), "paid_in_period");
    }
    for (at, months) in &totals {
        given[*at] = role(Role::Sum(own(*at, *months)), "row_sum");
    }
    let periods: Vec<usize> = parts.iter().chain(&totals).map(|(at, _)| *at).collect();
    for (at, (_, head)) in heads.iter().enumerate() {
        if periods.contains(&at) {
            continue;
        }
        let own = given[at];
        let is_paid = own.is_some_and(|one| one.role == PAID_ROLE);
        if is_paid || own.is_none_or(|one| one.role == Role::Aside) && sums(head) {
            let last = head.parts.last().map(|part| tight(part));
            let years = parts.iter().map(|(_, months)| months.year);
            let is_told = own.is_some_and(|one| one.reason == "told");
            given[at] = match !is_told && ends_before(&last.unwrap_or_default(), years) {
                true => None,
                false => role(Role::Sum(held(head)), "row_sum"),
            };
        } else if own.is_some_and(|one| OF_ROWS.contains(&one.role)) {
            // What is said of all periods together is said of none of them.
            given[at] = role(Role::Aside, "kept_as_text");
        }
    }
}

/// Whether a heading tells what there was at the end of a year before these
/// of the periods: `2024年底累计到位` beside those of 2025.
fn ends_before(head: &str, mut years: impl Iterator<Item = Option<i32>>) -> bool {
    let ended = year(head).filter(|_| head.contains("年底") || head.contains("年末"));
    ended.is_some_and(|ended| years.all(|year| year.is_some_and(|year| year > ended)))
}

/// The years of the periods of a table, of which some may be the ledger's.
fn years(columns: &[Mapped], year: Option<i32>) -> Vec<Option<i32>> {
    let own = |column: &Mapped| match column.role {
        Some(Role::Part(months)) => Some(months.year.or(year)),
        _ => None,
    };
    columns.iter().filter_map(own).collect()
}

fn is_before(column: &Mapped, years: &[Option<i32>]) -> bool {
    let own = column.column.head.rsplit('▸').next().unwrap_or_default();
    !years.is_empty() && ends_before(&tight(own), years.iter().copied())
}

/// Takes no sum of the periods from a column of what there was before them,
/// now that the ledger's year is known.
pub(crate) fn leave_out_before(columns: &mut [Mapped], year: Option<i32>) {
    let years = years(columns, year);
    for column in columns {
        let sums = matches!(column.role, Some(Role::Sum(_)));
        if sums && is_before(column, &years) {
            column.role = None;
            "unknown_heading".clone_into(&mut column.column.reason);
        }
    }
}

/// Whether one of the columns tells what there was before its periods.
pub(crate) fn has_before(columns: &[Mapped], year: Option<i32>) -> bool {
    let years = years(columns, year);
    let mut columns = columns.iter();
    columns.any(|column| column.role.is_none() && is_before(column, &years))
}

/// Whether a column adds up the periods of a year, and nothing before.
pub(crate) fn sums_year(column: &Mapped) -> bool {
    matches!(column.role, Some(Role::Sum(months)) if months.is_year())
        && !is_running(&column.column.head)
}

const PAID_ROLE: Role = Role::Field(PAID);
const OF_ROWS: &[Role] = &[
    Role::Field(target("payment", "paid_date")),
    Role::Field(target("payment", "period")),
    Role::Original,
    Role::Equivalent,
];

/// One period or turn of a table: its column, and the columns as they are for
/// a payment of it.
pub(crate) struct Part {
    pub(crate) at: u16,
    /// The columns of which one must say something.
    pub(crate) numbers: Vec<u32>,
    pub(crate) months: Option<Months>,
    pub(crate) columns: Vec<Mapped>,
    pub(crate) by_role: HashMap<Role, usize>,
}

/// The periods of a table, in the order of its columns, or else its turns.
pub(crate) fn parts(columns: &[Mapped]) -> Vec<Part> {
    let turned = |column: &Mapped| matches!(column.role, Some(Role::Turn(..)));
    if columns.iter().any(turned) {
        return turns::parts(columns);
    }
    let of = |(at, column): (u16, &Mapped)| {
        let Some(Role::Part(months)) = column.role else {
            return None;
        };
        let mut own = columns.to_vec();
        for (place, one) in (0u16..).zip(&mut own) {
            match one.role {
                _ if place == at => one.role = Some(PAID_ROLE),
                Some(Role::Part(_) | Role::Sum(_)) => one.role = Some(Role::Aside),
                _ => {}
            }
        }
        Some(Part {
            at,
            numbers: vec![column.number],
            months: Some(months),
            by_role: crate::ledger::table::by_role(&own),
            columns: own,
        })
    };
    (0u16..).zip(columns).filter_map(of).collect()
}

/// Of columns that add up, whether this one holds the period of that one.
pub(crate) fn adds(sum: &Mapped, part: &Mapped) -> bool {
    match (sum.role, part.role) {
        (Some(Role::Sum(held)), Some(Role::Part(months))) => {
            let (own, other) = (&sum.column.head, &part.column.head);
            held.holds(months) && !Stream::of(own).is_apart(Stream::of(other))
        }
        (Some(Role::Sum(_)), Some(Role::Field(PAID) | Role::Turn(_, PAID))) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(parts: &[&str]) -> String {
        let head = Head {
            parts: parts.iter().map(|part| (*part).to_owned()).collect(),
        };
        match Months::of(&head) {
            None => "-".to_owned(),
            Some(Months { year, first, last }) => {
                let year = year.map(|year| format!("{year} ")).unwrap_or_default();
                format!("{year}{first}-{last}")
            }
        }
    }

    #[test]
    fn a_heading_names_a_period_or_none() {
        for (parts, wanted) in [
            (&["1月"][..], "1-1"),
            (&["十二月"], "12-12"),
            (&["3月份"], "3-3"),
            (&["到位资金（万元）", "１０月"], "10-10"),
            (&["2月到位资金（万元）"], "2-2"),
            (&["2024年", "5月"], "2024 5-5"),
            (&["2024年5月"], "2024 5-5"),
            (&["2024.05"], "2024 5-5"),
            (&["202411"], "2024 11-11"),
            (&["一季度"], "1-3"),
            (&["第四季度到资"], "10-12"),
            (&["Q2"], "4-6"),
            (&["上半年"], "1-6"),
            (&["2024H2"], "2024 7-12"),
            (&["1-9月"], "1-9"),
            (&["计划到位", "1月"], "-"),
            (&["1月底"], "-"),
            (&["13月"], "-"),
            (&["到位时间（月）"], "-"),
            (&["2024年"], "2024 1-12"),
            (&["2022年度到资（万元）"], "2022 1-12"),
            (&["到位资金", "2023"], "2023 1-12"),
            (&["2023"], "-"),
            (&["2023年底"], "-"),
            (&["五个月"], "-"),
            (&["一、二季度"], "-"),
        ] {
            assert_eq!(shown(parts), wanted, "{parts:?}");
        }
    }
}
