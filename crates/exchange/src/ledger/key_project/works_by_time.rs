//! One amount of works in several columns, each of another span of time:
//! `完成投资▸2023年 | 2024年 | 累计`, `1月累计完成投资 | 2月累计完成投资`,
//! `1-3月▸计划完成投资 | 全年▸计划完成投资`.

use std::collections::BTreeSet;

use super::progress::{IN_YEAR, PLANNED, SINCE_BEGUN};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::look::{looked_at, values};
use crate::ledger::given::year::year_in;
use crate::ledger::heads::{Head, LEAST, Match};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::periods;
use crate::ledger::words::{Role, field};

/// What such columns may have been taken for.
const OF_TIME: &[Role] = &[IN_YEAR, PLANNED, SINCE_BEGUN, IN_MONTH];
const IN_MONTH: Role = field("key_project", "month_completed_investment");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Done,
    Meant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Year(i32),
    /// One month.
    Month(u32),
    /// From January to the end of a month.
    Until(u32),
    /// All that stands beside it.
    All,
}

struct Spanned {
    index: usize,
    what: What,
    when: When,
    above: Vec<String>,
}

/// Gives each field the column of its own span, and takes the others for none.
pub(crate) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    year: Option<i32>,
    wishes: &mut Vec<(usize, Match)>,
) {
    if ledger.name != "key_project" {
        return;
    }
    let spans = spans(block, wishes);
    let is_filled = |one: &Spanned| {
        let column = block.heads.get(one.index);
        column.is_some_and(|(number, _)| !values(sheet, block, *number).is_empty())
    };
    for what in [What::Done, What::Meant] {
        let own: Vec<&Spanned> = spans.iter().filter(|one| one.what == what).collect();
        let choice = Choice::of(what, &own, year, is_filled);
        for (index, found) in wishes.iter_mut() {
            if choice.decides(*index) && OF_TIME.contains(&found.role) {
                found.confidence = 0;
            }
        }
        for (index, role) in choice.chosen {
            let Some((number, head)) = block.heads.get(index) else {
                continue;
            };
            let found = Match::exact(role);
            let confidence = looked_at(sheet, block, *number, found, head.unit());
            if confidence >= LEAST {
                let found = Match {
                    confidence,
                    ..found
                };
                wishes.push((index, found));
            }
        }
    }
}

/// The columns of amounts of works over a span, but those of which a person
/// said what they are.
fn spans(block: &Block, wishes: &[(usize, Match)]) -> Vec<Spanned> {
    let is_told = |index: usize| {
        let mut own = wishes.iter().filter(|(of, _)| *of == index);
        own.any(|(_, found)| found.reason == "told")
    };
    let spanned = |(index, (_, head)): (usize, &(u32, Head))| {
        let (what, when) = (what(head)?, when(head)?);
        let above = head.parts.split_last().map(|(_, above)| above.to_vec());
        Some(Spanned {
            index,
            what,
            when,
            above: above.unwrap_or_default(),
        })
    };
    let heads = block.heads.iter().enumerate();
    let heads = heads.filter(|(index, _)| !is_told(*index));
    heads.filter_map(spanned).collect()
}

/// What the columns of what was done, or is meant to be, are taken for.
#[derive(Default)]
struct Choice {
    /// Columns of a field.
    chosen: Vec<(usize, Role)>,
    /// Columns of another span, which are none's.
    others: Vec<usize>,
}

impl Choice {
    fn of(
        what: What,
        own: &[&Spanned],
        year: Option<i32>,
        is_filled: impl Fn(&Spanned) -> bool,
    ) -> Self {
        let mut choice = Self::default();
        choice.take_years(what, own, year);
        choice.take_months(what, own, is_filled);
        let chosen = &choice.chosen;
        choice
            .others
            .retain(|index| chosen.iter().all(|(own, _)| own != index));
        choice
    }

    /// Whether it says what a column is.
    fn decides(&self, index: usize) -> bool {
        self.others.contains(&index) || self.chosen.iter().any(|(own, _)| *own == index)
    }

    /// Of several years the ledger's own, and all of them together.
    fn take_years(&mut self, what: What, own: &[&Spanned], year: Option<i32>) {
        let years: BTreeSet<i32> = own.iter().filter_map(|one| one.when.year()).collect();
        // Without a year of its own a ledger may plan for any.
        if years.len() < 2 || year.is_none() && what == What::Meant {
            return;
        }
        let own_year = year.or_else(|| years.last().copied());
        let of_year = own.iter().filter(|one| one.when.year().is_some());
        let parents: Vec<&Vec<String>> = of_year.map(|one| &one.above).collect();
        for one in own {
            let is_sum = one.when == When::All && parents.contains(&&one.above);
            match one.when.year() {
                Some(year) if Some(year) == own_year => {
                    self.chosen.push((one.index, what.in_year()));
                }
                Some(_) => self.others.push(one.index),
                None if is_sum && what == What::Done => {
                    self.chosen.push((one.index, SINCE_BEGUN));
                }
                None if is_sum => self.others.push(one.index),
                None => {}
            }
        }
    }

    /// Of the months since January the last that is filled in, or the whole
    /// year of a plan; single months are none's.
    fn take_months(&mut self, what: What, own: &[&Spanned], is_filled: impl Fn(&Spanned) -> bool) {
        let of = |is: fn(When) -> bool| -> Vec<&Spanned> {
            own.iter().copied().filter(|one| is(one.when)).collect()
        };
        let months = of(|when| matches!(when, When::Month(_)));
        let until = of(|when| matches!(when, When::Until(_)));
        let count = |of: &[&Spanned]| of.iter().map(|one| one.when).collect::<BTreeSet<_>>().len();
        if count(&months) > 1 {
            self.others.extend(months.iter().map(|one| one.index));
        }
        match count(&until) {
            2.. => {
                let last = match what {
                    What::Done => {
                        let filled = until.iter().filter(|one| is_filled(one));
                        filled.max_by_key(|one| one.when)
                    }
                    What::Meant => until.iter().find(|one| one.when == When::Until(12)),
                };
                self.chosen
                    .extend(last.map(|one| (one.index, what.in_year())));
                self.others.extend(until.iter().map(|one| one.index));
            }
            1 if what == What::Done && count(&months) == 1 => {
                // 本年完成投资▸6月 beside 1-6月 is the last month of it.
                let (until, month) = (until[0], months[0]);
                if until.above == month.above && until.when.last() == month.when.last() {
                    self.chosen
                        .extend([(until.index, IN_YEAR), (month.index, IN_MONTH)]);
                }
            }
            _ if what == What::Meant => {
                // What is meant to be done by June is no plan of the year.
                let part = until.iter().filter(|one| one.when < When::Until(12));
                self.others.extend(part.map(|one| one.index));
            }
            _ => {}
        }
    }
}

impl What {
    fn in_year(self) -> Role {
        match self {
            Self::Done => IN_YEAR,
            Self::Meant => PLANNED,
        }
    }
}

impl When {
    /// The last month of it.
    fn last(self) -> Option<u32> {
        match self {
            Self::Month(last) | Self::Until(last) => Some(last),
            _ => None,
        }
    }

    fn year(self) -> Option<i32> {
        match self {
            Self::Year(year) => Some(year),
            _ => None,
        }
    }
}

/// Whether a column says what was invested or what is to be.
fn what(head: &Head) -> Option<What> {
    const NONE: &[&str] = &[
        "率", "比", "%", "节点", "时间", "日期", "面积", "进度", "个数", "以前", "上年", "去年",
        "开工", "截至", "截止", "内容", "原因", "增", "设备", "固",
    ];
    const MEANT: &[&str] = &["计划", "目标", "任务", "拟", "预计", "安排"];
    let text = tight(&head.parts.concat());
    let own = head.parts.last().map(|own| tight(own)).unwrap_or_default();
    let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&text, NONE) {
        return None;
    }
    // 本年完成/计划 is two amounts in one.
    if text.contains('/') {
        return None;
    }
    let done = |text: &str| text.contains("实际") || text.contains("完成") && !says(text, MEANT);
    if done(&own) {
        return Some(What::Done);
    }
    match says(&text, MEANT) {
        true => Some(What::Meant),
        false if text.contains("完成") => Some(What::Done),
        false => None,
    }
}

/// Of which span the innermost part says that a column is.
fn when(head: &Head) -> Option<When> {
    const SUMS: &[&str] = &["合计", "小计", "总计", "共计", "累计"];
    const WHOLE: &[&str] = &["全年", "年度", "本年", "当年", "今年"];
    let own = head.parts.last().map(|own| tight(own)).unwrap_or_default();
    let bare = own.split('(').next().unwrap_or_default();
    if SUMS.contains(&bare) {
        return Some(When::All);
    }
    head.parts.iter().rev().find_map(|part| {
        let part = tight(part);
        let (year, rest) = match periods::begins_with_year(&part) {
            true => (
                year_in(&part),
                part.split_once('年').map_or("", |(_, rest)| rest),
            ),
            false => (None, part.as_str()),
        };
        let rest = rest.trim_start_matches('度');
        if let Some(when) = months(rest) {
            return Some(when);
        }
        if WHOLE.iter().any(|word| rest.starts_with(word)) {
            return Some(When::Until(12));
        }
        let is_whole = !rest.contains(|c: char| c.is_ascii_digit())
            && !rest.contains(['月', '季', '底', '前']);
        year.filter(|_| is_whole).map(When::Year)
    })
}

/// `3月完成` is of one month; `3月累计`, `1-3月` and `一至三月` go on from January.
fn months(text: &str) -> Option<When> {
    let (first, rest) = periods::number(text)?;
    let to = rest.strip_prefix(['-', '—', '–', '~', '至', '到']);
    if let Some(to) = to {
        let to = to.trim_start_matches('-');
        let (last, rest) = periods::number(to)?;
        return (first == 1 && last > 1 && rest.starts_with('月')).then_some(When::Until(last));
    }
    let rest = rest.strip_prefix('月')?.trim_start_matches('份');
    let ended = rest.starts_with(['底', '末']);
    match rest.contains("累计") || ended {
        true => Some(When::Until(first)),
        false => Some(When::Month(first)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_of_which_span_it_is() {
        let read = |parts: &[&str]| {
            let parts = parts.iter().map(|part| (*part).to_owned()).collect();
            let head = Head { parts };
            what(&head).zip(when(&head))
        };
        for (parts, wanted) in [
            (
                &["2月累计完成投资（万元）"][..],
                Some((What::Done, When::Until(2))),
            ),
            (&["3月完成投资"], Some((What::Done, When::Month(3)))),
            (
                &["1-3月", "计划完成投资"],
                Some((What::Meant, When::Until(3))),
            ),
            (
                &["全年", "实际完成投资"],
                Some((What::Done, When::Until(12))),
            ),
            (
                &["分年度投资计划", "2026年"],
                Some((What::Meant, When::Year(2026))),
            ),
            (&["完成投资", "累计"], Some((What::Done, When::All))),
            (&["截至6月底完成投资"], None),
            (&["分年度投资", "2026年"], None),
        ] {
            assert_eq!(read(parts), wanted, "{parts:?}");
        }
    }
}
