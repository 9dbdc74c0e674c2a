//! A file's sheets into tables.

use std::collections::BTreeMap;
use std::ops::Range;

use suoji_model::{Kind, kinds};

use super::block::{self, Block};
use super::columns::{self, Mapped};
use super::heads::SURE;
use super::line::Line;
use super::words::{PLAIN_WORDS, Role, SIGNING_WORDS};
use super::{plain, rows, signing};
use crate::book::{Row, Sheet, Workbook};
use crate::cells::text::fold;
use crate::problem::{Level, Problem};
use crate::table::{Skipped, Table, Target, Understood};

/// Finds tables, headings and fields, and reads every cell.
///
/// Hidden sheets and sheets without a known table are named in `problems` and
/// left alone.
pub fn understand(book: &Workbook) -> Understood {
    let mut understood = Understood::default();
    for sheet in &book.sheets {
        if sheet.rows.is_empty() {
            continue;
        }
        if sheet.hidden {
            let problem = about(sheet, "hidden_sheet", Level::Should);
            understood.problems.push(problem);
            continue;
        }
        let found = tables(book, sheet);
        if found.is_empty() {
            let problem = about(sheet, "sheet_not_understood", Level::Must);
            understood.problems.push(problem);
        }
        understood.tables.extend(found);
    }
    understood
}

fn about(sheet: &Sheet, reason: &'static str, level: Level) -> Problem {
    let first = sheet.rows.first().and_then(|row| row.cells.first());
    Problem {
        sheet: sheet.name.clone(),
        row: 0,
        column: String::new(),
        field: None,
        reason,
        level,
        raw: first.map(|(_, raw)| raw.display()).unwrap_or_default(),
    }
}

/// The information that a row was no record.
fn told(sheet: &Sheet, skipped: &Skipped) -> Problem {
    Problem {
        sheet: sheet.name.clone(),
        row: skipped.row,
        column: String::new(),
        field: None,
        reason: "row_skipped",
        level: Level::Info,
        raw: skipped.text.clone(),
    }
}

/// A table whose columns are known, before its rows are read.
struct Plan {
    kind: &'static Kind,
    block: Block,
    columns: Vec<Mapped>,
}

/// The tables of a sheet, one below the other.
fn tables(book: &Workbook, sheet: &Sheet) -> Vec<Table> {
    let mut plans: Vec<Plan> = Vec::new();
    let mut window = Some(1..u32::MAX);
    while let Some(plan) = window.and_then(|rows| plan(book, sheet, rows)) {
        window = block::candidate(sheet, &plan.block);
        plans.push(plan);
    }
    let further = plans.iter().skip(1);
    let ends: Vec<u32> = further
        .map(|plan| title_above(sheet, plan.block.first))
        .chain([u32::MAX])
        .collect();
    let mut start = 1;
    let tables = plans.iter().zip(ends);
    tables
        .map(|(plan, end)| {
            let table = table(book, sheet, plan, start..end);
            start = end;
            table
        })
        .collect()
}

/// The first of the lines of one cell that stand right above a heading row.
fn title_above(sheet: &Sheet, first: u32) -> u32 {
    let above = sheet.rows.iter().rev().filter(|row| row.number < first);
    let titles = above.take_while(|row| row.cells.len() == 1);
    titles.last().map_or(first, |row| row.number)
}

/// The uppermost table whose headings stand in these rows.
fn plan(book: &Workbook, sheet: &Sheet, rows: Range<u32>) -> Option<Plan> {
    let signing = block::find(sheet, &SIGNING_WORDS, rows.clone())
        .map(|block| {
            let columns = columns::map(sheet, &block, &SIGNING_WORDS);
            let kind = &kinds::AGREEMENT;
            Plan {
                kind,
                block,
                columns,
            }
        })
        .filter(|plan| is_signing(book, sheet, &plan.block, &plan.columns));
    let lists = PLAIN_WORDS.iter().filter_map(|(kind, vocabulary)| {
        let block = block::find(sheet, vocabulary, rows.clone())?;
        let columns = columns::map(sheet, &block, vocabulary);
        is_list(kind, &columns).then_some(Plan {
            kind,
            block,
            columns,
        })
    });
    // A signing ledger comes before a list that shares its headings.
    let all = signing.into_iter().chain(lists);
    all.min_by_key(|plan| plan.block.first)
}

fn table(book: &Workbook, sheet: &Sheet, plan: &Plan, rows: Range<u32>) -> Table {
    let Plan {
        kind,
        block,
        columns,
    } = plan;
    let above = rows.start..block.first;
    let first_text = |row: &Row| {
        row.cells
            .first()
            .map(|(_, raw)| raw.display())
            .unwrap_or_default()
    };
    let skipped = |row: &Row, kind| Skipped {
        row: row.number,
        kind,
        text: first_text(row),
    };
    let titles = sheet.rows.iter().filter(|row| above.contains(&row.number));
    let mut table = Table {
        sheet: sheet.name.clone(),
        kind: kind.name,
        header_rows: (block.first..=block.last).collect(),
        columns: columns.iter().map(|column| column.column.clone()).collect(),
        rows: Vec::new(),
        skipped: titles.map(|row| skipped(row, "title")).collect(),
        problems: Vec::new(),
        year: year(book, sheet, block),
    };
    let data = block.last + 1..rows.end;
    for row in sheet.rows.iter().filter(|row| data.contains(&row.number)) {
        if let Some(kind) = rows::skip(sheet, block, columns, row) {
            let skipped = skipped(row, kind);
            if let "section" | "subtotal" | "total" | "note" = kind {
                table.problems.push(told(sheet, &skipped));
            }
            table.skipped.push(skipped);
            continue;
        }
        let line = Line::new(sheet, row, columns, table.year);
        table.rows.push(if kind.name == kinds::AGREEMENT.name {
            signing::read(line)
        } else {
            plain::read(kind, line)
        });
    }
    if kind.name == kinds::AGREEMENT.name {
        suppose(&mut table, columns);
    }
    ask_once(&mut table);
    table
}

/// Fields of an agreement itself that show a signing ledger.
const TELLING: &[&str] = &[
    "sign_date",
    "contract_total",
    "contract_capital",
    "agreement_type",
    "agreement_no",
    "ceremony",
];

fn is_signing(book: &Workbook, sheet: &Sheet, block: &Block, columns: &[Mapped]) -> bool {
    let sure = |kind: &str, field: &str| {
        columns.iter().any(|column| {
            let target = column.column.target;
            target.is_some_and(|target| target.kind == kind && target.field == field)
                && column.column.confidence >= SURE
        })
    };
    if !sure("project", "name") && !sure("enterprise", "name") {
        return false;
    }
    let telling = TELLING
        .iter()
        .filter(|field| sure("agreement", field))
        .count();
    let above = sheet.rows.iter().filter(|row| row.number < block.first);
    let titles = above
        .flat_map(|row| &row.cells)
        .map(|(_, raw)| raw.display());
    let named = [book.file.clone(), sheet.name.clone()]
        .into_iter()
        .chain(titles)
        .any(|name| name.contains("签约") || name.contains("招商引资项目"));
    telling >= 2 || telling == 1 && named
}

/// A list of one kind: its title and most other columns are the kind's.
fn is_list(kind: &Kind, columns: &[Mapped]) -> bool {
    let known = columns.iter().filter(|column| {
        matches!(column.role, Some(Role::Field(_))) && column.column.confidence >= SURE
    });
    let title = Target {
        kind: kind.name,
        field: kind.title,
    };
    let counted = columns
        .iter()
        .filter(|column| column.role != Some(Role::Serial))
        .count();
    let titled = columns
        .iter()
        .any(|column| column.column.target == Some(title) && column.column.confidence >= SURE);
    let known = known.count();
    titled && known >= 3 && known * 10 >= counted * 6
}

/// Says once what the ledger leaves out and every row was given.
fn suppose(table: &mut Table, columns: &[Mapped]) {
    let has = |kind, field| {
        let role = Role::Field(Target { kind, field });
        columns.iter().any(|column| column.role == Some(role))
    };
    let missing = [
        ("agreement", "agreement_type", "agreement_type_supposed"),
        ("project", "name", "project_name_supposed"),
    ];
    for (kind, field, reason) in missing {
        if has(kind, field) {
            continue;
        }
        table.problems.push(Problem {
            sheet: table.sheet.clone(),
            row: table.header_rows.last().copied().unwrap_or(0),
            column: String::new(),
            field: Some(Target { kind, field }),
            reason,
            level: Level::Should,
            raw: String::new(),
        });
    }
}

/// A unit that no heading names is asked for once per column.
fn ask_once(table: &mut Table) {
    const ASKED: &[&str] = &["amount_unit_unknown"];
    let asked = |problem: &Problem| ASKED.contains(&problem.reason);
    let mut columns: BTreeMap<String, Vec<Problem>> = BTreeMap::new();
    for problem in table.rows.iter().flat_map(|row| &row.problems) {
        if asked(problem) {
            let of_column = columns.entry(problem.column.clone()).or_default();
            of_column.push(problem.clone());
        }
    }
    for (_, mut problems) in columns.into_iter().filter(|(_, all)| all.len() > 1) {
        let mut problem = problems.swap_remove(0);
        for row in &mut table.rows {
            let other = |one: &Problem| !asked(one) || one.column != problem.column;
            row.problems.retain(other);
        }
        problem.row = table.header_rows.last().copied().unwrap_or(problem.row);
        table.problems.push(problem);
    }
}

/// The year in the file's name, the sheet's name, or the title.
fn year(book: &Workbook, sheet: &Sheet, block: &Block) -> Option<i32> {
    let above = sheet.rows.iter().filter(|row| row.number < block.first);
    let titles = above
        .flat_map(|row| &row.cells)
        .map(|(_, raw)| raw.display());
    [sheet.name.clone(), book.file.clone()]
        .into_iter()
        .chain(titles)
        .find_map(|text| year_in(&text))
}

/// The one year, 2000 to 2099, that a text names.
fn year_in(text: &str) -> Option<i32> {
    let text = fold(text);
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.find_map(|run| {
        let year = run.get(..4).filter(|_| matches!(run.len(), 4 | 6 | 8))?;
        year.parse().ok().filter(|year| (2000..2100).contains(year))
    })
}
