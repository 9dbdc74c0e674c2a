//! A file's sheets into tables.

use suoji_model::Kind;

use super::block::{self, Block};
use super::columns::{self, Mapped};
use super::heads::SURE;
use super::line::Line;
use super::words::{PLAIN_WORDS, Role, SIGNING_WORDS};
use super::{plain, rows, signing};
use crate::book::{Sheet, Workbook};
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
            understood
                .problems
                .push(about(sheet, "hidden_sheet", Level::Should));
            continue;
        }
        match table(book, sheet) {
            Some(table) => understood.tables.push(table),
            None => {
                let problem = about(sheet, "sheet_not_understood", Level::Must);
                understood.problems.push(problem);
            }
        }
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

fn table(book: &Workbook, sheet: &Sheet) -> Option<Table> {
    if let Some(block) = block::find(sheet, &SIGNING_WORDS, 1) {
        let columns = columns::map(sheet, &block, &SIGNING_WORDS);
        if is_signing(book, sheet, &block, &columns) {
            let year = year(book, sheet, &block);
            let mut table = shell(sheet, "agreement", &block, &columns, year);
            fill(&mut table, sheet, &block, &columns, signing::read);
            suppose(&mut table, &columns);
            return Some(table);
        }
    }
    PLAIN_WORDS.iter().find_map(|(kind, vocabulary)| {
        let block = block::find(sheet, vocabulary, 1)?;
        let columns = columns::map(sheet, &block, vocabulary);
        if !is_list(kind, &columns) {
            return None;
        }
        let mut table = shell(
            sheet,
            kind.name,
            &block,
            &columns,
            year(book, sheet, &block),
        );
        fill(&mut table, sheet, &block, &columns, |line| {
            plain::read(kind, line)
        });
        Some(table)
    })
}

fn shell(
    sheet: &Sheet,
    kind: &'static str,
    block: &Block,
    columns: &[Mapped],
    year: Option<i32>,
) -> Table {
    let above = sheet.rows.iter().filter(|row| row.number < block.first);
    Table {
        sheet: sheet.name.clone(),
        kind,
        header_rows: (block.first..=block.last).collect(),
        columns: columns.iter().map(|column| column.column.clone()).collect(),
        rows: Vec::new(),
        skipped: above
            .map(|row| Skipped {
                row: row.number,
                kind: "title",
                text: row
                    .cells
                    .first()
                    .map(|(_, raw)| raw.display())
                    .unwrap_or_default(),
            })
            .collect(),
        problems: Vec::new(),
        year,
    }
}

fn fill<'a>(
    table: &mut Table,
    sheet: &'a Sheet,
    block: &Block,
    columns: &'a [Mapped],
    read: impl Fn(Line<'a>) -> crate::table::LedgerRow,
) {
    for row in sheet.rows.iter().filter(|row| row.number > block.last) {
        match rows::skip(sheet, block, columns, row) {
            Some(kind) => table.skipped.push(Skipped {
                row: row.number,
                kind,
                text: row
                    .cells
                    .first()
                    .map(|(_, raw)| raw.display())
                    .unwrap_or_default(),
            }),
            None => {
                let line = Line::new(sheet, row, columns, table.year);
                table.rows.push(read(line));
            }
        }
    }
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
