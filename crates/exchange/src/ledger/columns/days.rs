//! A day in columns of its own for year, month and day: `签约时间` over `年`,
//! `月`, `日`, `签约年` beside `月`, or `年度` and `月份` with nothing above them.
//! `月` and `日` alone are of the ledger's year.

use suoji_model::{Cell, Shape};

use super::Mapped;
use crate::book::Raw;
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::heads::{Head, Match};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::words::Role;
use crate::table::Target;

/// What the columns are called, in their order; the last may be missing.
const PARTS: &[&[&str]] = &[
    &["年", "年份", "年度"],
    &["月", "月份"],
    &["日", "号", "日期"],
];

/// Gives the first of such columns the date that stands above them.
pub(super) fn assign(ledger: &Ledger, heads: &[(u32, Head)], given: &mut [Option<Match>]) {
    for first in 0..heads.len() {
        let stem = stem(&heads[first].1);
        let last = |at: usize| heads.get(at).and_then(|(_, head)| head.parts.last());
        let is_month = is_month(last(first));
        let is_year = |one: &String| PARTS[0].iter().any(|word| tight(one).ends_with(word));
        let behind_year = first.checked_sub(1).and_then(last).is_some_and(is_year);
        if is_month && behind_year {
            continue;
        }
        let is_part = |at: usize| {
            let same = heads.get(first + at).is_some_and(|(_, head)| {
                let own = &heads[first].1.parts;
                head.parts.len() == own.len() && head.parts[..own.len() - 1] == own[..own.len() - 1]
            });
            let Some(words) = PARTS.get(at + usize::from(is_month)) else {
                return false;
            };
            let is_called = |last: &String| {
                let last = tight(last);
                words.contains(&last.strip_prefix(&*stem).unwrap_or(&last))
            };
            same && last(first + at).is_some_and(is_called)
        };
        let parts = &heads[first].1.parts;
        let many = (0..PARTS.len()).take_while(|at| is_part(*at)).count();
        if many < 2 {
            continue;
        }
        let mut above = parts[..parts.len() - 1].to_vec();
        if !stem.is_empty() {
            above.push(format!("{stem}时间"));
        }
        let above = Head { parts: above };
        let is_date = |target: &Target| target.declared().map(|one| one.shape) == Some(Shape::Date);
        let found = above.matches(ledger.vocabulary());
        let said = found.into_iter().find_map(|found| match found.role {
            Role::Field(target) => Some((target, found)).filter(|(target, _)| is_date(target)),
            _ => None,
        });
        // With nothing above them they are the day that the ledger goes by.
        let own = || {
            let (target, _) = ledger
                .dated
                .filter(|_| parts.len() == 1 && stem.is_empty())?;
            // 日 may be the one that is known: 月 | 日 | 来访单位.
            let known = first + usize::from(!is_month)..first + 2;
            let mut known = given.get(known)?.iter().flatten();
            let role = Role::Field(target);
            Some((target, *known.find(|found| found.role == role)?))
        };
        let Some((target, found)) = said.or_else(own) else {
            continue;
        };
        let is_taken = |one: &Option<Match>| one.is_some_and(|one| one.role == Role::Field(target));
        if given
            .iter()
            .enumerate()
            .any(|(at, one)| !(first..first + many).contains(&at) && is_taken(one))
        {
            continue;
        }
        for one in &mut given[first..first + many] {
            *one = Some(Match {
                role: Role::Aside,
                ..found
            });
        }
        let many = u8::try_from(many).unwrap_or(0);
        given[first] = Some(Match {
            role: Role::Days(target, many),
            ..found
        });
    }
}

/// What a heading that ends in a year says before it: 签约 of 签约年.
fn stem(head: &Head) -> String {
    let own = head.parts.last().map(|own| tight(own)).unwrap_or_default();
    let words = PARTS[0].iter().rev();
    let stem = words
        .filter_map(|word| own.strip_suffix(word))
        .min_by_key(|stem| stem.len());
    stem.unwrap_or_default().to_owned()
}

/// Whether a column is of months, and the first of its day.
fn is_month(own: Option<&String>) -> bool {
    own.is_some_and(|own| PARTS[1].contains(&tight(own).as_str()))
}

/// Puts the day together.
pub(crate) fn read(line: &mut Line<'_>, column: &Mapped, target: Target, many: u8) {
    let columns = line.frame.columns.iter();
    let own = columns.skip_while(|one| one.number != column.number);
    let texts = own.take(usize::from(many)).map(|one| {
        let raw = line.raw(one);
        match null::read(raw) {
            None => tight(&raw.display()),
            Some(_) => String::new(),
        }
    });
    let mut told = String::new();
    let own = column.column.head.rsplit('▸').next().map(str::to_owned);
    let signs = ["年", "月", "日"].into_iter();
    let signs = signs.skip(usize::from(is_month(own.as_ref())));
    for (text, sign) in texts.zip(signs) {
        let number = text.trim_end_matches(['年', '月', '日', '号', '份']);
        if number.is_empty() {
            break;
        }
        told.push_str(number);
        told.push_str(sign);
    }
    if told.is_empty() {
        return;
    }
    let reading = line.reading_of(target, &Raw::text(&told), line.context(column));
    if let Some(reading) = reading.filter(|_| *line.get(target) == Cell::Blank) {
        line.keep(column, target, reading);
    }
}
