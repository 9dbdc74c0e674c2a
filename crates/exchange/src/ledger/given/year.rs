//! The year that a ledger is of, where its dates leave it out.

use chrono::{Datelike, NaiveDate};
use suoji_model::{Cell, Value};

use crate::book::{Raw, Sheet, Workbook};
use crate::cells::text::{fold, tight};
use crate::cells::{Context, date};
use crate::ledger::block::Block;
use crate::ledger::choose::titles;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::values;
use crate::ledger::kinds::Ledger;
use crate::ledger::questions;
use crate::ledger::rows::numeral;
use crate::ledger::words::target;
use crate::options::Answers;
use crate::table::Target;

/// The year in the sheet's name, in a title, in the file's name, or in any line
/// above the table.
pub(crate) fn of(book: &Workbook, sheet: &Sheet, block: &Block) -> Option<i32> {
    let own = || titles(sheet, block).filter(|line| is_title(line));
    year_in(&sheet.name)
        .or_else(|| own().find_map(|title| year_in(&title)))
        .or_else(|| year_in(&book.file))
        .or_else(|| titles(sheet, block).find_map(|line| year_in(&line)))
}

/// The year that a person said the file is of: `2024`, `2024年`.
pub(crate) fn answered(answers: &Answers, file: &str) -> Option<i32> {
    year_in(answers.get(&questions::year_key(file))?)
}

/// Whether a line says what the table below is: `2024年签约项目`, and no
/// `填报日期：2025年1月6日`.
fn is_title(line: &str) -> bool {
    const ELSE: &[&str] = &[":", "日", "截至", "截止", "更新", "文件", "号"];
    let line = in_figures(&tight(line));
    let rest = line.split_once('年').map(|(_, rest)| rest);
    let is_of_year = rest.is_some_and(|rest| rest.contains(|c: char| !c.is_ascii_digit()));
    // 2024年签约2025年开工 is of either.
    let is_of_two = rest
        .and_then(year_in)
        .is_some_and(|year| Some(year) != year_in(&line));
    is_of_year
        && !is_of_two
        && line.chars().count() <= TITLE
        && !ELSE.iter().any(|word| line.contains(word))
}

/// A line that is longer is a sentence.
const TITLE: usize = 30;

/// Whether the year of a ledger is only that in which its last line was written,
/// `截至2024年9月30日`, while its days are of others, too, and each says its own.
pub(crate) fn is_cut_off(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    ledger: &Ledger,
    columns: &[Mapped],
) -> bool {
    const UNTIL: &[&str] = &["截至", "截止", "更新"];
    let names = [sheet.name.clone(), book.file.clone()];
    let mut names = names.into_iter().chain(titles(sheet, block));
    let Some((text, year)) = names.find_map(|text| year_in(&text).map(|year| (text, year))) else {
        return false;
    };
    let text = in_figures(&fold(&text));
    let before = text.split(&year.to_string()).next().unwrap_or_default();
    let until = UNTIL.iter().any(|word| {
        let after = before.rsplit_once(word).map(|(_, after)| after);
        after.is_some_and(|after| after.chars().count() <= 4)
    });
    let year_of = |raw: &&Raw| match date::read(raw, Context::default()).cell {
        Cell::Known(Value::Date(date), _) => Some(date.start().year()),
        _ => None,
    };
    let day = ledger.dated.map(|(day, _)| day);
    let mut dated = columns
        .iter()
        .filter(|column| day.is_some() && column.target() == day);
    let days = dated
        .next()
        .map(|column| values(sheet, block, column.number));
    let years: Option<Vec<i32>> = days.unwrap_or_default().iter().map(year_of).collect();
    until && years.is_some_and(|years| years.iter().any(|one| *one != year))
}

/// The one year of the days that name theirs, in a ledger of events that are
/// listed one after another: `2025年9月2日`, `9月10日`. A January below a December
/// may be of the next year.
pub(crate) fn beside(
    sheet: &Sheet,
    block: &Block,
    ledger: &Ledger,
    columns: &[Mapped],
) -> Option<i32> {
    let day = ledger.dated.map(|(day, _)| day)?;
    let mut dated = columns.iter().filter(|one| one.target() == Some(day));
    let dated = dated.next().filter(|_| ledger.name != "signing")?;
    let any = |year| Context {
        year,
        ..dated.context
    };
    let start = |raw: &&Raw, year| {
        let of = |cell: &Cell| match cell {
            Cell::Known(Value::Date(date), _) => Some(date.start()),
            _ => None,
        };
        let spanned = || of(&date::span(raw, any(year))?.0.cell);
        of(&date::read(raw, any(year)).cell).or_else(spanned)
    };
    let days = values(sheet, block, dated.number);
    let named: Vec<Option<i32>> = days
        .iter()
        .map(|raw| start(raw, None).map(|day| day.year()))
        .collect();
    let year = *named.iter().flatten().next()?;
    let is_first = named.first() == Some(&Some(year)) || named.iter().flatten().count() > 1;
    let one_year = is_first && named.iter().flatten().all(|one| *one == year);
    let days: Option<Vec<NaiveDate>> = days.iter().map(|raw| start(raw, Some(year))).collect();
    let follows = |days: Vec<NaiveDate>| days.is_sorted() || days.is_sorted_by(|a, b| a >= b);
    (one_year && days.is_some_and(follows)).then_some(year)
}

/// The year of the day on which a list was made, in one of its last lines,
/// `报送人：甲 2023.9.22`, where all of its days are of the weeks before.
pub(crate) fn below(
    sheet: &Sheet,
    block: &Block,
    ledger: &Ledger,
    columns: &[Mapped],
) -> Option<i32> {
    const MADE: &[&str] = &["报送", "填报", "制表", "报表", "上报", "日期", "时间"];
    const WEEKS: i64 = 9;
    let day = ledger.dated.map(|(day, _)| day)?;
    let dated = columns.iter().find(|one| one.target() == Some(day))?;
    let last = sheet.rows.iter().rev().take(3);
    let last = last.filter(|row| row.number > block.last && row.cells.len() <= 2);
    let mut lines = last.flat_map(|row| &row.cells);
    let made = lines.find_map(|(_, raw)| {
        let text = raw.display();
        let says = MADE.iter().any(|word| text.contains(word));
        date::inside(&text).filter(|_| says)
    })?;
    let made = made.start();
    let read = |raw: &&Raw| {
        let context = Context {
            year: Some(made.year()),
            ..dated.context
        };
        match date::read(raw, context).cell {
            Cell::Known(Value::Date(date), _) => Some(date.start()),
            _ => None,
        }
    };
    let days = values(sheet, block, dated.number);
    let days = days
        .iter()
        .filter(|raw| date::inside(&raw.display()).is_none());
    let mut days = days.filter_map(read).peekable();
    days.peek()?;
    let is_before = |day: NaiveDate| (0..WEEKS).contains(&(made - day).num_weeks());
    days.all(is_before).then_some(made.year())
}

/// The year for which the headings of a list of key projects say what is
/// planned: `2024年计划投资`.
pub(crate) fn of_plan(columns: &[Mapped]) -> Option<i32> {
    const PLAN: Target = target("key_project", "annual_plan_investment");
    let plans = columns.iter().filter(|one| one.target() == Some(PLAN));
    let mut years = plans.filter_map(|one| year_in(&one.column.head));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// The year of a section that names nothing else: `2022年`, `一、2023年度签约
/// 项目（5个）`.
pub(crate) fn alone(section: &str) -> Option<i32> {
    let text = in_figures(&tight(section));
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix("年)"));
    if let Some(year) = inside.filter(|year| year.len() == 4) {
        return year_in(year);
    }
    let (before, after) = text.split_once('年')?;
    let (number, year) = before.split_at_checked(before.len().checked_sub(4)?)?;
    let is_number = number
        .chars()
        .all(|c| numeral(c) || c.is_ascii_digit() || "()、.".contains(c));
    let rest = after.split('(').next()?.trim_start_matches('度');
    let rest = ["签约", "项目", "新", "已", "结转", "跨年", "存量"]
        .iter()
        .fold(rest.to_owned(), |rest, word| rest.replace(word, ""));
    let own = is_number && !number.ends_with(|c: char| c.is_ascii_digit()) && rest.is_empty();
    own.then(|| year_in(year)).flatten()
}

/// The one year, 2000 to 2099, that a text names, in figures or as 二〇二三年;
/// none in `2023—2024年`, `2023年1月至2024年6月` or `2023年以来`, of which each row
/// may be of any.
pub(crate) fn year_in(text: &str) -> Option<i32> {
    let text = in_figures(&fold(text));
    let runs = text.split(|c: char| !c.is_ascii_digit());
    let mut years = runs.filter_map(|run| {
        let year = run.get(..4).filter(|_| matches!(run.len(), 4 | 6 | 8))?;
        Some((year, number(year)?))
    });
    let (written, year) = years.next()?;
    let until = years.find(|(_, until)| *until != year);
    let spans = until.is_some_and(|(until, _)| {
        let between = text.split_once(written).map(|(_, rest)| rest);
        let between = between.and_then(|rest| rest.split_once(until));
        between.is_some_and(|(between, _)| is_span(between))
    });
    let behind = text.split_once(written).map(|(_, rest)| rest);
    let since = behind.is_some_and(|rest| {
        let rest = rest.trim_start_matches(['年', '度']);
        SINCE.iter().any(|word| rest.starts_with(word))
    });
    (!spans && !since).then_some(year)
}

/// Words behind a year from which on rows are listed.
const SINCE: &[&str] = &["以来", "至今", "起"];

/// Whether nothing but a sign of a span, and what goes with dates, stands
/// between two years.
fn is_span(between: &str) -> bool {
    const SIGNS: &[char] = &['-', '—', '–', '~', '至', '到', '、'];
    between.contains(SIGNS)
        && between
            .chars()
            .all(|c| c.is_ascii_digit() || "年度月日号.".contains(c) || SIGNS.contains(&c))
}

/// Four digits as a year.
fn number(digits: &str) -> Option<i32> {
    let year = digits.parse().ok()?;
    (2000..2100).contains(&year).then_some(year)
}

/// The text with 二〇二三年 as 2023年.
fn in_figures(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for at in 4..chars.len() {
        let figures = chars[at - 4..at].iter().map(|c| figure(*c));
        if chars[at] == '年'
            && let Some(figures) = figures.collect::<Option<Vec<char>>>()
        {
            chars.splice(at - 4..at, figures);
        }
    }
    chars.into_iter().collect()
}

fn figure(c: char) -> Option<char> {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let at = match c {
        '零' | '○' => 0,
        c => digits.iter().position(|digit| *digit == c)?,
    };
    char::from_digit(u32::try_from(at).ok()?, 10)
}

#[cfg(test)]
mod tests {
    use super::year_in;

    #[test]
    fn a_year_stands_in_figures_or_in_characters() {
        for (text, year) in [
            ("２０２３年签约", Some(2023)),
            ("二〇二三年签约合同登记簿", Some(2023)),
            ("二○二四年度", Some(2024)),
            ("二零二四年", Some(2024)),
            ("台账20240630", Some(2024)),
            ("协议目录（2023—2024年）", None),
            ("2023年-2024年度签约", None),
            ("（2023年1月—2024年6月）", None),
            ("2023年以来签约项目", None),
            ("2023年签约2024年开工项目", Some(2023)),
            ("2024-2024年", Some(2024)),
            ("2023-06-30", Some(2023)),
            ("十二个月", None),
            ("1999年", None),
        ] {
            assert_eq!(year_in(text), year, "{text}");
        }
    }
}
