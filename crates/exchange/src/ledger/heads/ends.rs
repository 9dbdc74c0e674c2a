//! The first and the last day of a span in columns of their own below its
//! heading: `租赁期限▸开始`, `拜访时间▸止`.

use super::{Match, SURE};
use crate::ledger::words::{Role, Vocabulary};

/// Words for the first day.
const FIRST: &[&str] = &[
    "起",
    "始",
    "自",
    "从",
    "开始",
    "起始",
    "起日",
    "开始时间",
    "开始日期",
    "起始时间",
    "起始日期",
    "起始日",
];
/// Words for the last day.
const LAST: &[&str] = &[
    "止",
    "终",
    "至",
    "到",
    "结束",
    "终止",
    "截止",
    "到期",
    "止日",
    "结束时间",
    "结束日期",
    "终止时间",
    "终止日期",
    "截止时间",
    "截止日期",
    "终止日",
    "截止日",
];

/// Which end of the days that stand above it a heading names.
pub(super) fn of(child: &str, above: &[Match], vocabulary: &Vocabulary) -> Option<Match> {
    let is_first = FIRST.contains(&child);
    if !is_first && !LAST.contains(&child) {
        return None;
    }
    let above = above.first().filter(|found| found.confidence >= SURE)?;
    let mut spans = vocabulary.words.iter().filter_map(|word| match word.role {
        Role::Span(first, last) => Some((first, last)),
        _ => None,
    });
    let (first, last) = spans.find(|(first, last)| match above.role {
        Role::Span(from, to) => (from, to) == (*first, *last),
        role => role == Role::Field(*first),
    })?;
    Some(Match {
        role: Role::Field(if is_first { first } else { last }),
        reason: "heading_under_parent",
        ..*above
    })
}
