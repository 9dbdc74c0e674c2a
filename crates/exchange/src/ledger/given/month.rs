//! The month that a sheet is of, for dates that leave out all but the day:
//! one sheet per month is a common habit.

use std::collections::HashSet;

use suoji_model::Shape;

use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::choose::titles;
use crate::ledger::heads::{Match, SURE};
use crate::ledger::words::Role;

/// The months as they are written in characters, from the longest.
const WRITTEN: &[(&str, u32)] = &[
    ("十二", 12),
    ("十一", 11),
    ("十", 10),
    ("九", 9),
    ("八", 8),
    ("七", 7),
    ("六", 6),
    ("五", 5),
    ("四", 4),
    ("三", 3),
    ("二", 2),
    ("一", 1),
    ("元", 1),
];

/// The one month that the sheet's name says, else the one that a line above
/// the headings says.
pub(crate) fn of(sheet: &Sheet, block: &Block) -> Option<u32> {
    said(&sheet.name).or_else(|| titles(sheet, block).find_map(|title| said(&title)))
}

/// The month in `7月`, `2024年7月`, `七月份`; none in `1-9月`, `7月至9月`,
/// `5个月` or `7月5日`.
pub(crate) fn said(text: &str) -> Option<u32> {
    let text = without_report(tight(text));
    let mut found = text.split('月');
    let (before, after, more) = (found.next()?, found.next()?, found.next());
    if more.is_some() {
        return None;
    }
    let rest = after.trim_start_matches('份');
    // 3月到位资金 is of March alone.
    let is_paid = ["到位", "到账", "到资"]
        .iter()
        .any(|word| rest.starts_with(word));
    let to_another = rest.starts_with(['-', '—', '–', '~', '至', '到', '、', '底', '末']);
    if to_another && !is_paid || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &before[digits.len()..];
    let (month, ahead) = if number.is_empty() {
        let (word, month) = WRITTEN.iter().find(|(word, _)| before.ends_with(word))?;
        (*month, &before[..before.len() - word.len()])
    } else {
        (number.parse().ok()?, digits)
    };
    let since = ahead.ends_with(['-', '—', '–', '~', '至', '到', '、', '.', '前']);
    ((1..=12).contains(&month) && !since).then_some(month)
}

/// The text without what says that it reports by the month: 2024年10月到位资金月报
/// names one month, as 3月报送线索 does.
fn without_report(mut text: String) -> String {
    if let Some(at) = text
        .rfind("月报")
        .filter(|_| text.matches('月').count() > 1)
    {
        text.replace_range(at..at + '月'.len_utf8(), "");
    }
    text
}

/// Leaves a column of months aside where another has the days: 月份 beside
/// 签约时间 only sorts the rows.
pub(crate) fn settle(block: &Block, wishes: &mut [(usize, Match)]) {
    let is_month = |index: usize| {
        let head = block.heads.get(index);
        head.is_some_and(|(_, head)| head.is_month())
    };
    let days: HashSet<Role> = wishes
        .iter()
        .filter(|(index, found)| found.confidence >= SURE && !is_month(*index))
        .map(|(_, found)| found.role)
        .collect();
    for (index, found) in wishes {
        if is_month(*index) && is_date(found.role) && days.contains(&found.role) {
            found.role = Role::Aside;
        }
    }
}

fn is_date(role: Role) -> bool {
    let Role::Field(target) = role else {
        return false;
    };
    target.declared().map(|field| field.shape) == Some(Shape::Date)
}

/// The last of the months from January on that a text names: 7 in `1-7月`.
pub(super) fn last(text: &str) -> Option<u32> {
    let text = tight(text);
    let (before, _) = text.split_once('月')?;
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let first = digits.trim_end_matches(['-', '—', '–', '~', '至', '到']);
    let since = first.len() < digits.len() && first.ends_with('1') && !first.ends_with("11");
    let month = before[digits.len()..].parse().ok();
    month.filter(|month| since && (2..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::{last, said};

    #[test]
    fn months_from_january_on_end_with_the_last() {
        for (text, month) in [
            ("2024年1-7月到位资金", Some(7)),
            ("1—12月", Some(12)),
            ("2024年11-12月", None),
            ("7月", None),
        ] {
            assert_eq!(last(text), month, "{text}");
        }
    }

    #[test]
    fn a_sheet_is_of_one_month_or_of_none() {
        for (text, month) in [
            ("7月", Some(7)),
            ("2024年7月份", Some(7)),
            ("十一月", Some(11)),
            ("7月外出走访登记", Some(7)),
            ("2024年7月到位资金", Some(7)),
            ("7月到9月到位资金", None),
            ("1-9月", None),
            ("7月至9月", None),
            ("一至三月", None),
            ("截至7月底", None),
            ("13月", None),
            ("3个月", None),
            ("2024年10月到位资金月报", Some(10)),
            ("到位资金月报", None),
            ("到位资金月报（10月）", Some(10)),
            ("10月月报", Some(10)),
            ("3月报送线索", Some(3)),
            ("7月5日周报", None),
            ("泰州", None),
        ] {
            assert_eq!(said(text), month, "{text}");
        }
    }
}
