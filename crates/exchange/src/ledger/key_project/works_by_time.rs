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
    let told: Vec<usize> = wishes
        .iter()
        .filter(|(_, found)| found.reason == "told")
        .map(|(index, _)| *index)
        .collect();
    let heads = block.heads.iter().enumerate();
    let spans = heads.filter(|(index, _)| !told.contains(index));
    let spans: Vec<Spanned> = spans
        .filter_map(|(index, (_, head))| {
            let (what, when) = (what(head)?, when(head)?);
            let above = head.parts.split_last().map(|(_, above)| above.to_vec());
            let above = above.unwrap_or_default();
            Some(Spanned {
                index,
                what,
                when,
                above,
            })
        })
        .collect();
    let is_filled = |one: &Spanned| {
        let column = block.heads.get(one.index);
        column.is_some_and(|(number, _)| !values(sheet, block, *number).is_empty())
    };
    for what in [What::Done, What::Meant] {
        let own = || spans.iter().filter(|one| one.what == what);
        let years: BTreeSet<i32> = own().filter_map(|one| one.when.year()).collect();
        let distinct = |of: fn(&When) -> bool| {
            let own: BTreeSet<When> = own().map(|one| one.when).filter(of).collect();
            own.len()
        };
        let is_month = |when: &When| matches!(when, When::Month(_));
        let is_until = |when: &When| matches!(when, When::Until(_));
        let mut chosen: Vec<(usize, Role)> = Vec::new();
        let mut others: Vec<usize> = Vec::new();
        // Without a year of its own a ledger may plan for any.
        if years.len() > 1 && (year.is_some() || what == What::Done) {
            let of_year = |one: &&Spanned| one.when.year().is_some();
            let own_year = year.or_else(|| years.last().copied());
            let parents: Vec<&Vec<String>> = own().filter(of_year).map(|one| &one.above).collect();
            for one in own() {
                let is_sum = one.when == When::All && parents.contains(&&one.above);
                match one.when.year() {
                    Some(year) if Some(year) == own_year => {
                        chosen.push((one.index, what.in_year()))
                    }
                    Some(_) => others.push(one.index),
                    None if is_sum && what == What::Done => chosen.push((one.index, SINCE_BEGUN)),
                    None if is_sum => others.push(one.index),
                    None => {}
                }
            }
        }
        if distinct(is_month) > 1 {
            let months = own().filter(|one| is_month(&one.when));
            others.extend(months.map(|one| one.index));
        }
        if distinct(is_until) > 1 {
            let mut until = own().filter(|one| is_until(&one.when));
            let last = match what {
                What::Done => until
                    .filter(|one| is_filled(one))
                    .max_by_key(|one| one.when),
                What::Meant => until.find(|one| one.when == When::Until(12)),
            };
            chosen.extend(last.map(|one| (one.index, what.in_year())));
            let rest = own().filter(|one| is_until(&one.when));
            others.extend(rest.map(|one| one.index));
        } else if what == What::Done && distinct(is_until) == 1 && distinct(is_month) == 1 {
            // 本年完成投资▸6月 beside 1-6月 is the last month of it.
            let until = own().find(|one| is_until(&one.when));
            let month = own().find(|one| is_month(&one.when));
            if let (Some(until), Some(month)) = (until, month)
                && until.above == month.above
                && until.when.last() == month.when.last()
            {
                chosen.extend([(until.index, IN_YEAR), (month.index, IN_MONTH)]);
            }
        } else if what == What::Meant {
            // What is meant to be done by June is no plan of the year.
            let part = own().filter(|one| is_until(&one.when) && one.when < When::Until(12));
            others.extend(part.map(|one| one.index));
        }
        others.retain(|index| chosen.iter().all(|(own, _)| own != index));
        for (index, found) in wishes.iter_mut() {
            let is_own = chosen.iter().any(|(own, _)| own == index);
            if (is_own || others.contains(index)) && OF_TIME.contains(&found.role) {
                found.confidence = 0;
            }
        }
        for (index, role) in chosen {
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
