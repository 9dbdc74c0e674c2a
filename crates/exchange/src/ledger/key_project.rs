//! Rows of a key-project ledger (重点项目台账). A project built in phases
//! takes several rows, of which the first is the project's own.

mod all_buildings;
pub(crate) mod colours;
mod done;
mod level_and_nature;
mod level_in_name;
pub(crate) mod months_of_works;
mod nature;
mod not_begun;
mod phases;
pub(crate) mod plans;
pub(crate) mod progress;
pub(crate) mod since_january;
pub(crate) mod so_far;
mod stage_of_works;
pub(crate) mod works_by_time;
pub(crate) mod works_in_parts;

use chrono::Datelike;
use suoji_model::{Cell, Mark, Shape, Value};

use crate::book::Raw;
use crate::cells::text::{tidy, tight};
use crate::cells::{date, null};
use crate::ledger::columns::Mapped;
use crate::ledger::heads::planned;
use crate::ledger::line::Line;
use crate::ledger::names::{aliases, inside, unnamed_projects};
use crate::ledger::people::{answering, noted_beside_firm};
use crate::ledger::rows::{nodes, numeral, subprojects, two_rows};
use crate::ledger::under::{self, levels};
use crate::ledger::words::target;
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Target};
use colours::Colour;

const NAME: Target = target("project", "name");
const PHASE: Target = target("project_phase", "phase");
const RAG: Target = target("key_project", "rag_status");
const LEVEL: Target = target("key_project", "key_level");

/// Fields that a phase has of its own.
const OF_PHASE: &[&str] = &[
    "buildings",
    "buildings_started",
    "buildings_capped",
    "visible_progress",
];

/// Fields of the project that the rows of its phases add up to.
pub const ADDED: &[&str] = &[
    "total_investment",
    "annual_plan_investment",
    "annual_completed_investment",
    "month_completed_investment",
    "cumulative_investment",
    "floor_area",
    "floor_area_started",
    "floor_area_capped",
];

/// Reads one row.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|target| target == RAG);
    rag(&mut line);
    all_buildings::read(&mut line);
    aliases::also_called(&mut line);
    let company = target("project", "project_company");
    noted_beside_firm(&mut line, company, target("key_project", "note"));
    inside::company(&mut line, company);
    answering::part(
        &mut line,
        target("key_project", "responsible_unit"),
        target("key_project", "sponsor_leader"),
    );
    let firms = [company, target("project", "investor")];
    unnamed_projects::called_as(&mut line, &firms);
    let follows = match line.column_of(NAME) {
        Some(column) => phase(&mut line, column),
        None => false,
    };
    if !follows {
        level_in_name::read(&mut line);
        under::key_project(&mut line);
        stage_of_works::read(&mut line);
        level_and_nature::read(&mut line);
        nature::of_earlier_year(&mut line);
        nature::not_begun(&mut line);
        months_of_works::add_up(&mut line);
        works_in_parts::add_up(&mut line);
        two_rows::read(&mut line);
        nodes::read(&mut line);
        subprojects::named(&mut line);
        said_planned(&mut line);
        said_begun(&mut line);
        not_begun::told(&mut line);
        still_planned(&mut line);
        told_done(&mut line);
        denied_start(&mut line);
        came_true(&mut line);
        share_of_plan(&mut line);
        finished_outside_year(&mut line);
        counted(&mut line);
    }
    if let Cell::Known(Value::Text(name), _) = line.get(NAME).clone() {
        line.set(target("key_project", "project"), Value::Text(name));
    }
    line.need(&[NAME], "name_missing");
    if follows {
        // The row is of the phase alone, but for what adds up.
        let added = ADDED.iter().map(|field| target("key_project", field));
        let added: Vec<Target> = added
            .filter(|target| matches!(line.get(*target), Cell::Known(..)))
            .collect();
        let repeated = match line.column_of(NAME) {
            Some(name) => phases::repeated(&line, name, &added),
            None => Vec::new(),
        };
        let of_phase = |target: &Target| {
            target.kind != "key_project" || added.contains(target) && !repeated.contains(target)
        };
        line.cells.retain(of_phase);
        let of_phase = |field: Option<Target>| field.is_none_or(|one| of_phase(&one));
        line.problems.retain(|problem| of_phase(problem.field));
        line.uncounted = Some("phase");
    }
    line.finish()
}

/// Moves what is a phase's to the phase; `true` when the row belongs to the
/// project of a row above.
fn phase(line: &mut Line<'_>, name: &Mapped) -> bool {
    let merged = name.merged(line.row.number);
    let own = line.row.cell(name.number);
    let mut follows = merged.is_some_and(|(top, _)| top < line.row.number);
    if let Some(phase) = phase_alone(own)
        && let Some(above) = above(line, name)
    {
        line.set(NAME, Value::Text(above));
        line.set(PHASE, Value::Text(phase));
        follows = true;
    }
    if *line.get(PHASE) == Cell::Blank {
        return false;
    }
    if own.is_blank()
        && !follows
        && let Some(above) = above(line, name)
    {
        line.set(NAME, Value::Text(above));
        follows = true;
    }
    let listed = phases::listed(line, name);
    follows |= listed
        .first()
        .is_some_and(|first| first.number < line.row.number);
    if follows || merged.is_some() || !listed.is_empty() || is_followed(line, name) {
        for field in OF_PHASE {
            let cell = line.cells.remove(&target("key_project", field));
            if let Some(cell) = cell {
                line.cells.insert(target("project_phase", field), cell);
            }
        }
        phases::state(line, name, follows);
    }
    follows
}

/// The name in the nearest row above that has one of its own.
fn above(line: &Line<'_>, name: &Mapped) -> Option<String> {
    let rows = &line.frame.sheet.rows;
    let at = rows.partition_point(|row| row.number < line.row.number);
    let mut named = rows[..at].iter().rev().map(|row| row.cell(name.number));
    let found = named.find(|raw| !raw.is_blank() && phase_alone(raw).is_none())?;
    matches!(found, Raw::Text(_)).then(|| tidy(&found.display(), false))
}

/// The phase that a cell for names holds and nothing else: `其中：一期`,
/// `（二）三期工程`.
fn phase_alone(raw: &Raw) -> Option<String> {
    let Raw::Text(text) = raw else {
        return None;
    };
    let text = tight(text);
    let bare = match text.split_once(')') {
        Some((number, rest)) if number.trim_start_matches('(').chars().all(numeral) => rest,
        _ => &text,
    };
    let bare = bare.trim_start_matches(['其', '中', ':', '-', '—', '、']);
    let bare = bare.trim_end_matches("项目").trim_end_matches("工程");
    let number = bare.strip_prefix('第').unwrap_or(bare).strip_suffix('期')?;
    let counts = |c: char| numeral(c) || c.is_ascii_digit();
    let counted = (1..=2).contains(&number.chars().count()) && number.chars().all(counts);
    (counted || matches!(number, "首" | "前" | "后")).then(|| bare.to_owned())
}

/// Whether the next row is a further phase of this project.
fn is_followed(line: &Line<'_>, name: &Mapped) -> bool {
    let next = line.frame.sheet.below(line.row.number).next();
    let phase = line.column_of(PHASE);
    next.is_some_and(|next| {
        next.cell(name.number).is_blank()
            && phase.is_some_and(|phase| !next.cell(phase.number).is_blank())
    })
}

/// The colour by its word, else by that of the mark in the cell, else by the
/// cell's fill.
fn rag(line: &mut Line<'_>) {
    let Some(column) = line.column_of(RAG) else {
        return;
    };
    let raw = line.raw(column);
    let is_mark = matches!(raw, Raw::Text(text) if colours::is_mark(text));
    let top = column
        .merged(line.row.number)
        .map_or(line.row.number, |(top, _)| top);
    let look = line.frame.sheet.looks.get(&(top, column.number));
    let by_ink = is_mark
        .then(|| colours::read_ink(look, line.frame.answers))
        .flatten();
    let reason = match by_ink {
        Some(_) => "colour_by_ink",
        None => "colour_by_fill",
    };
    let found = by_ink.or_else(|| colours::read(look, line.frame.answers));
    if null::read(raw).is_none() && !(is_mark && found.is_some()) {
        if let Some(reading) = line.reading(column, RAG, line.context(column)) {
            line.keep(column, RAG, reading);
        }
        return;
    }
    match found {
        Some(Colour::Known(word)) => {
            line.set(RAG, Value::Text(word.to_owned()));
            line.report(Some(column), Some(RAG), reason, Level::Info);
        }
        Some(Colour::Unknown(key)) => {
            line.report(Some(column), Some(RAG), "colour_unknown", Level::Should);
            if let Some(problem) = line.problems.last_mut() {
                problem.raw = key;
            }
        }
        None => {}
    }
}

/// A day that its own cell calls planned is no actual one: `2024.8（拟）` under
/// 开工时间.
fn said_planned(line: &mut Line<'_>) {
    for (done, planned) in planned::DAYS {
        // 2025年底前 is still to come as well.
        let is_planned = match line.get(done) {
            Cell::Known(_, Some(Mark::AtMost)) => true,
            Cell::Known(..) => date::says_planned(&line.text_of(done)),
            _ => false,
        };
        if !is_planned {
            continue;
        }
        if let Some(cell) = line.cells.remove(&done)
            && *line.get(planned) == Cell::Blank
        {
            line.cells.insert(planned, cell);
        }
    }
}

/// What a project is built for is not done yet: in a ledger of projects under
/// construction, 竣工时间 is the day planned, unless it says 实际 or the row
/// says that it is done.
fn still_planned(line: &mut Line<'_>) {
    let of = |field| target("key_project", field);
    let (complete, producing) = said_done(line);
    let open: &[(&str, &str)] = match line.text(of("ledger_kind")) {
        Some("planned") => &[
            ("start_date", "planned_start_date"),
            ("completion_date", "planned_completion_date"),
            ("production_date", "planned_production_date"),
        ],
        Some("building") => &[
            ("completion_date", "planned_completion_date"),
            ("production_date", "planned_production_date"),
        ],
        _ => return,
    };
    for (done, planned) in open {
        let is_actual = line.column_of(of(done)).is_some_and(is_actual);
        let is_done = match *done {
            "completion_date" => complete,
            "production_date" => producing,
            _ => false,
        };
        let is_done = is_done || says_done(&line.text_of(of(done)));
        // 起止年限 says no more than the year of what 竣工时间 says.
        let has_plan =
            line.column_of(of(planned)).is_some() && *line.get(of(planned)) != Cell::Blank;
        if is_actual || is_done || has_plan {
            continue;
        }
        if let Some(cell) = line.cells.remove(&of(done))
            && (matches!(cell, Cell::Known(..)) || *line.get(of(planned)) == Cell::Blank)
        {
            line.cells.insert(of(planned), cell);
        }
    }
}

/// A project whose progress says that it has not begun has a day on which it
/// did: it counts by the day, and a person must say which is true.
fn denied_start(line: &mut Line<'_>) {
    let (text, start) = (
        target("key_project", "visible_progress"),
        target("key_project", "start_date"),
    );
    let denied = line.text(text).is_some_and(|progress| {
        let progress = tight(progress);
        let bare = progress.trim_start_matches(['尚', '暂', '还', '仍']);
        let words = ["未开工", "未动工", "未开建", "待开工", "没开工"];
        words.iter().any(|word| bare.starts_with(word))
    });
    if denied && matches!(line.get(start), Cell::Known(..)) {
        line.report(
            line.column_of(text),
            Some(start),
            "start_denied",
            Level::Must,
        );
    }
}

/// Whether a cell for a day says that it is past: `已竣工（2025.3）`.
fn says_done(text: &str) -> bool {
    const DONE: &[&str] = &["已开工", "已竣工", "已完工", "已建成", "已投产", "已于"];
    DONE.iter().any(|word| text.contains(word))
}

/// Whether the row says that the project is completed, and that it produces.
fn said_done(line: &Line<'_>) -> (bool, bool) {
    const SAYING: &[&str] = &["visible_progress", "weekly_progress", "note"];
    let texts = SAYING
        .iter()
        .filter_map(|field| line.text(target("key_project", field)));
    let told = texts.map(|text| done::read(text, line.frame.year));
    told.fold((false, false), |(complete, producing), one| {
        (complete || one.is_complete, producing || one.is_producing)
    })
}

/// 是否开工 and 是否投产 say of each row of a mixed list how far it has come.
fn said_begun(line: &mut Line<'_>) {
    const BEGUN: &[&str] = &["是否开工", "是否已开工", "开工与否", "是否已动工"];
    const COMPLETE: &[&str] = &["是否竣工", "是否已竣工"];
    const PRODUCING: &[&str] = &["是否投产", "是否已投产"];
    let kind = target("key_project", "ledger_kind");
    if line.column_of(kind).is_some() {
        return;
    }
    let says = |heads: &[&str]| {
        let mut columns = line.frame.columns.iter();
        let asked = columns.find(|column| heads.contains(&column.head.as_str()));
        asked.and_then(|column| line.mark(column))
    };
    // What is completed is finished, whether it produces yet or not.
    let complete = match says(COMPLETE) {
        None if matches!(
            line.get(target("key_project", "completion_date")),
            Cell::Known(..)
        ) =>
        {
            None
        }
        None => says(PRODUCING),
        said => said,
    };
    let begun = says(BEGUN).or_else(|| begun_or_not(line));
    if begun_or_not(line).is_some() {
        // It is no day that could not be read.
        let start = target("key_project", "start_date");
        line.problems.retain(|one| one.field != Some(start));
    }
    let said = match (begun, complete, line.text(kind)) {
        (Some(false), _, Some("building") | None) => "planned",
        (Some(true), _, Some("planned") | None) | (_, Some(false), Some("finished")) => "building",
        _ => return,
    };
    line.set(kind, Value::Text(said.to_owned()));
}

/// 已开工 or 未开工 and no more under 开工情况, which may tell the day as well.
fn begun_or_not(line: &Line<'_>) -> Option<bool> {
    let mut columns = line.frame.columns.iter();
    let column = columns.find(|column| column.head == "开工情况")?;
    match tight(&line.raw(column).display()).as_str() {
        "已开工" | "已动工" | "开工" => Some(true),
        "未开工" | "尚未开工" | "未动工" => Some(false),
        _ => None,
    }
}

/// Whether a column of actual days says when the project was completed or began
/// to produce.
pub(super) fn done_in_fact(line: &Line<'_>) -> bool {
    let mut days = ["completion_date", "production_date"].into_iter();
    days.any(|field| {
        let day = target("key_project", field);
        let actual = line.column_of(day).is_some_and(is_actual);
        actual && matches!(line.get(day), Cell::Known(..))
    })
}

/// Whether a heading asks for days that came true.
fn is_actual(column: &Mapped) -> bool {
    let words = ["实际", "确认", "验收"];
    words.iter().any(|word| column.column.head.contains(word))
}

/// The days of completion and production that only the progress tells.
fn told_done(line: &mut Line<'_>) {
    let of = |field| target("key_project", field);
    let text = of("visible_progress");
    let Some(progress) = line.text(text) else {
        return;
    };
    let told = done::read(progress, line.frame.year);
    let days = [
        ("completion_date", told.completed),
        ("production_date", told.producing),
    ];
    let open = days.map(|(field, _)| matches!(line.get(of(field)), Cell::Blank | Cell::Absent(_)));
    let begun = line.text(of("ledger_kind")) == Some("building");
    if !told.said && !(begun && (told.is_complete || told.is_producing)) {
        return;
    }
    let column = line.column_of(text);
    for ((field, day), _) in days.into_iter().zip(open).filter(|(_, open)| *open) {
        if let Some(day) = day {
            line.set(of(field), Value::Date(day));
            line.report(column, Some(of(field)), "day_from_progress", Level::Should);
        }
    }
    let told_none = days.iter().all(|(_, day)| day.is_none());
    if told_none && open.iter().all(|open| *open) {
        let field = of("completion_date");
        line.report(column, Some(field), "finished_without_day", Level::Should);
        // The headings only let it be supposed that all are being built.
        let kind = of("ledger_kind");
        let mut given = line.frame.given.iter();
        if told.is_complete && given.any(|one| one.target == kind && one.is_supposed) {
            line.set(kind, Value::Text("finished".to_owned()));
        }
    }
}

/// Of a finished project the day under `（预计）竣工时间` is when it was done.
fn came_true(line: &mut Line<'_>) {
    let of = |field| target("key_project", field);
    let progress = line.text(of("visible_progress")).unwrap_or_default();
    let told = done::read(progress, line.frame.year);
    let is_finished = line.text(of("ledger_kind")) == Some("finished");
    let done = [
        ("completion_date", is_finished || told.is_complete),
        ("production_date", is_finished || told.is_producing),
    ];
    for (field, is_done) in done {
        let day = of(field);
        let Some(planned) = planned::of(day).filter(|_| is_done) else {
            continue;
        };
        let column = line.column_of(planned);
        let Some(column) = column.filter(|column| planned::is_open(&column.column.head)) else {
            continue;
        };
        let known @ Cell::Known(..) = line.get(planned).clone() else {
            continue;
        };
        if matches!(line.get(day), Cell::Blank | Cell::Absent(_)) {
            line.cells.insert(day, known);
            line.report(Some(column), Some(day), "day_came_true", Level::Should);
        }
    }
}

/// A share above one is 108 % or 1.08 %: the two amounts it is made of tell.
fn share_of_plan(line: &mut Line<'_>) {
    let of = |field| target("key_project", field);
    let fen = |field| match line.get(of(field)) {
        Cell::Known(Value::Money(money), None) => Some(i128::from(money.minor)),
        _ => None,
    };
    let ratio = of("completion_ratio");
    let (Some(plan), Some(done), Cell::Known(Value::Number(share), None)) = (
        fen("annual_plan_investment"),
        fen("annual_completed_investment"),
        line.get(ratio),
    ) else {
        return;
    };
    let decimals = match ratio.declared().map(|field| field.shape) {
        Some(Shape::Number { decimals }) => u32::from(decimals),
        _ => return,
    };
    let percent = 10i128.pow(decimals);
    let share = i128::from(*share);
    let is =
        |share: i128| plan > 0 && (share * plan - done * 100 * percent).abs() <= plan * percent;
    if !is(share)
        && is(share * 100)
        && let Ok(hundredfold) = i64::try_from(share * 100)
    {
        line.set(ratio, Value::Number(hundredfold));
    }
}

/// A finished project has one of its days in the ledger's year.
fn finished_outside_year(line: &mut Line<'_>) {
    let finished = target("key_project", "ledger_kind");
    if line.text(finished) != Some("finished") {
        return;
    }
    let Some(year) = line.frame.year else {
        return;
    };
    // A list of projects in all stages has the year in which they were signed.
    let is_column = |field| line.column_of(target("key_project", field)).is_some();
    if is_column("ledger_kind") && is_column("sign_date") {
        return;
    }
    let days = ["completion_date", "production_date"].map(|field| target("key_project", field));
    let told = |problem: &Problem| problem.field.is_some_and(|field| days.contains(&field));
    let dayless = days.iter().all(|day| *line.get(*day) == Cell::Blank);
    if dayless && !line.problems.iter().any(told) {
        let column = line.column_of(finished);
        line.report(column, Some(days[0]), "finished_without_day", Level::Should);
    }
    let years: Vec<i32> = days
        .into_iter()
        .filter_map(|target| match line.get(target) {
            Cell::Known(Value::Date(date), _) => Some(date.start().year()),
            _ => None,
        })
        .collect();
    if !years.is_empty() && !years.contains(&year) {
        // What explains it stands in the remark.
        let note = line.column_of(target("key_project", "note"));
        let explained = note.filter(|column| !line.raw(column).is_blank());
        let column = explained.or_else(|| line.column_of(days[0]));
        line.report(column, Some(days[0]), "date_outside_year", Level::Must);
        line.uncounted = Some("date_outside_year");
    }
}

/// Totals of a ledger of key projects leave out what has no level.
fn counted(line: &mut Line<'_>) {
    if matches!(line.get(LEVEL), Cell::Known(..)) {
        return;
    }
    let among_others = || levels::has_none(line.section.as_deref().unwrap_or_default());
    if line.column_of(LEVEL).is_some() || among_others() {
        line.uncounted.get_or_insert("no_key_level");
    }
}
