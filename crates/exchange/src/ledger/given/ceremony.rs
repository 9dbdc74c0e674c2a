//! The day of a signing ceremony, in the title of the list of what was signed
//! there: `2024年5月18日集中签约项目名单`, `签约时间：2024年5月18日`.

use suoji_model::{Cell, Precision, Value};

use super::Given;
use crate::book::Raw;
use crate::cells::text::tight;
use crate::cells::{Context, date};
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const DATE: Target = target("agreement", "sign_date");

/// What is held on one day, and agreements are signed there.
const EVENTS: &[&str] = &[
    "集中签约",
    "现场签约",
    "签约仪式",
    "签约活动",
    "签约大会",
    "专场签约",
    "签约专场",
    "会签约",
    "签约会",
    "推介会",
    "恳谈会",
    "洽谈会",
    "招商大会",
    "博览会",
    "博会",
    "洽会",
    "交易会",
];
/// Words of a line whose day is that of the writing, or of a list that more
/// than one day has filled.
const OTHERWISE: &[&str] = &[
    "截至", "截止", "填报", "填表", "报送", "上报", "更新", "制表", "统计", "汇总", "台账", "调度",
    "进展", "推进", "累计", "历次",
];
/// What stands before the day of a line of its own.
const LABELS: &[&str] = &["签约时间:", "签约日期:", "签约仪式时间:"];

/// The day of all that was signed, where no column has it.
pub(super) fn day(titles: &[String], columns: &[Mapped], year: Option<i32>) -> Option<Given> {
    if columns.iter().any(holds_day) {
        return None;
    }
    let cell = titles.iter().find_map(|title| told(title, year));
    let cell = cell.or_else(|| below(titles, year))?;
    Some(Given::said(DATE, cell))
}

/// The day in a line of its own below the title that names the ceremony.
fn below(titles: &[String], year: Option<i32>) -> Option<Cell> {
    let is_event = |title: &&String| EVENTS.iter().any(|event| title.contains(event));
    let is_other = |title: &&String| OTHERWISE.iter().any(|word| title.contains(word));
    let mut lines = titles.iter().filter(|title| !title.trim().is_empty());
    lines.find(|title| is_event(title) && !is_other(title))?;
    let day = tight(lines.next()?);
    let day = day.trim_matches(['(', ')']);
    // Nothing but the day.
    let is_bare = |c: char| c.is_ascii_digit() || "年月日.-/".contains(c);
    match days(day, year).as_slice() {
        [(cell, _)] if day.chars().all(is_bare) => Some(cell.clone()),
        _ => None,
    }
}

/// The day that all below a section's heading were signed, where no column has
/// it: `第二次（6月6日，粤港澳推介会）`.
pub(crate) fn day_of_section(line: &mut Line<'_>) {
    if line.frame.columns.iter().any(holds_day) {
        return;
    }
    let section = line.section.clone().unwrap_or_default();
    let year = line.frame.year;
    if let Some(cell) = section.rsplit(" ▸ ").find_map(|part| only_day(part, year)) {
        line.cells.insert(DATE, cell);
    }
}

/// The one day in a text that is about nothing else than when it was.
fn only_day(text: &str, year: Option<i32>) -> Option<Cell> {
    let text = tight(text);
    let otherwise = OTHERWISE.iter().chain(&["拟", "计划", "预计"]);
    if otherwise.into_iter().any(|word| text.contains(word)) {
        return None;
    }
    match days(&text, year).as_slice() {
        [(cell, _)] => Some(cell.clone()),
        _ => None,
    }
}

/// Whether the column has the day of each.
fn holds_day(column: &Mapped) -> bool {
    match column.role {
        Some(Role::Field(target) | Role::Span(target, _) | Role::Days(target, _)) => target == DATE,
        _ => false,
    }
}

/// The one day that a line names as that of a ceremony.
fn told(line: &str, year: Option<i32>) -> Option<Cell> {
    let text = tight(line);
    let labelled = LABELS.iter().find_map(|label| text.split_once(label));
    if let Some((_, rest)) = labelled {
        return days(rest, year).into_iter().next().map(|(cell, _)| cell);
    }
    if OTHERWISE.iter().any(|word| text.contains(word)) || !text.contains("签约") {
        return None;
    }
    let found = days(&text, year);
    let [(cell, rest)] = found.as_slice() else {
        return None;
    };
    let is_event = rest.starts_with("签约") || EVENTS.iter().any(|event| text.contains(event));
    is_event.then(|| cell.clone())
}

/// Every day in a text with what stands behind it; none where a span of days
/// is named.
fn days(text: &str, year: Option<i32>) -> Vec<(Cell, &str)> {
    let context = Context {
        year,
        ..Context::default()
    };
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_digit()
            && !text[..*at].ends_with(|c: char| c.is_ascii_digit() || ".年月".contains(c))
    });
    let mut found = Vec::new();
    for (start, _) in starts {
        let run = &text[start..];
        let end = run
            .find(|c: char| !c.is_ascii_digit() && !"年月日号./".contains(c))
            .unwrap_or(run.len());
        let (words, rest) = run.split_at(end);
        let cell = date::read(&Raw::text(words.trim_end_matches('.')), context).cell;
        let is_day = matches!(&cell, Cell::Known(Value::Date(date), _) if date.precision() == Precision::Day);
        if !is_day {
            continue;
        }
        if rest.starts_with(['-', '—', '–', '~', '至', '到', '、']) {
            return Vec::new();
        }
        found.push((cell, rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use suoji_model::{Cell, Value};

    use super::told;

    #[test]
    fn a_title_names_the_day_of_its_ceremony_and_no_other() {
        for (line, year, day) in [
            (
                "2024年5月18日集中签约项目名单",
                Some(2024),
                Some("2024-05-18"),
            ),
            ("2024.5.18签约项目名单", None, Some("2024-05-18")),
            (
                "2024年第二季度项目集中签约活动（6月26日）签约项目清单",
                Some(2024),
                Some("2024-06-26"),
            ),
            (
                "签约时间：2024年5月18日    地点：会议中心",
                None,
                Some("2024-05-18"),
            ),
            ("集中签约项目台账（2024年6月30日）", Some(2024), None),
            ("签约项目名单（2024年6月30日）", Some(2024), None),
            ("截至2024年6月30日集中签约项目", Some(2024), None),
            ("2024年5月18日至20日集中签约项目名单", Some(2024), None),
            ("2024年5月集中签约项目名单", Some(2024), None),
            ("2024年5月18日集中开工项目名单", Some(2024), None),
        ] {
            let found = told(line, year).map(|cell| match cell {
                Cell::Known(Value::Date(date), _) => date.to_string(),
                other => format!("{other:?}"),
            });
            assert_eq!(found.as_deref(), day, "{line}");
        }
    }
}
