//! Ledgers in: understood rows become records, in one batch.

mod registry;
mod signing;
mod single;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{Level, Problem, Table, Understood, Workbook};
use suoji_model::log::Intent;
use suoji_model::{Kind, kinds};
use suoji_store::Batch;

use self::registry::Registry;
use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Created,
    Updated,
    Unchanged,
    Rejected,
}

impl App {
    /// Imports a ledger, or only says what that would do.
    pub(crate) async fn import_ledger(&self, request: ImportLedger) -> Result<ImportReport, Fault> {
        let bytes = BASE64
            .decode(request.data)
            .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))?;
        self.import(&request.name, bytes, request.dry_run.unwrap_or(false))
            .await
    }

    /// Imports the bytes of a ledger.
    pub(crate) async fn import(
        &self,
        name: &str,
        bytes: Vec<u8>,
        dry_run: bool,
    ) -> Result<ImportReport, Fault> {
        let file = name.to_owned();
        // Reading is heavy and must not hold up the window's other calls.
        let read = tokio::task::spawn_blocking(move || {
            let book = suoji_exchange::read(&file, &bytes)?;
            let understood = suoji_exchange::understand(&book);
            Ok::<_, suoji_exchange::ReadError>((book, understood))
        })
        .await
        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        let (book, understood) = read.map_err(|error| Fault::of_reading(name, &error))?;
        if understood.tables.is_empty() {
            return Err(Fault::new(Code::NothingRecognised).with("file", name));
        }
        let desk = self.desk().await?;
        let mut registry = Registry::load(&desk).await?;
        let mut report = report(&book, &understood);
        for table in &understood.tables {
            let counted = import_table(&mut registry, &book, table, &mut report.problems).await?;
            report.created += counted.created;
            report.updated += counted.updated;
            report.unchanged += counted.unchanged;
            report.rejected += counted.rejected;
            report.tables.push(counted);
        }
        let writes = registry.into_writes();
        if !dry_run && !writes.is_empty() {
            let person = me(&desk).await?;
            let batch = Batch::new(Intent::Import, person, writes);
            report.batch = Some(desk.commit(batch).await?.batch);
        }
        Ok(report)
    }
}

async fn import_table(
    registry: &mut Registry<'_>,
    book: &Workbook,
    table: &Table,
    problems: &mut Vec<ProblemInfo>,
) -> Result<ImportTable, Fault> {
    let mut counted = table_info(table);
    problems.extend(table.problems.iter().map(problem_info));
    for row in &table.rows {
        problems.extend(row.problems.iter().map(problem_info));
        let mut found = Vec::new();
        let fate = if row.rejected {
            Fate::Rejected
        } else {
            registry.at(book, table, row);
            match kinds::find(table.kind) {
                Some(kind) if kind.name == kinds::AGREEMENT.name => {
                    signing::import_row(registry, table, row, &mut found).await?
                }
                Some(kind) => single::import_row(registry, kind, table, row, &mut found).await?,
                None => Fate::Rejected,
            }
        };
        counted.suspects += found
            .iter()
            .filter(|problem| problem.reason == signing::DUPLICATE)
            .count() as u64;
        problems.extend(found.iter().map(problem_info));
        match fate {
            Fate::Created => counted.created += 1,
            Fate::Updated => counted.updated += 1,
            Fate::Unchanged => counted.unchanged += 1,
            Fate::Rejected => counted.rejected += 1,
        }
    }
    Ok(counted)
}

fn report(book: &Workbook, understood: &Understood) -> ImportReport {
    ImportReport {
        file: book.file.clone(),
        sha256: book.sha256.clone(),
        tables: Vec::new(),
        problems: understood.problems.iter().map(problem_info).collect(),
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        batch: None,
    }
}

fn table_info(table: &Table) -> ImportTable {
    ImportTable {
        sheet: table.sheet.clone(),
        kind: table.kind.to_owned(),
        header_rows: table.header_rows.clone(),
        columns: table
            .columns
            .iter()
            .map(|column| ImportColumn {
                letter: column.letter.clone(),
                head: column.head.clone(),
                field: column.target.map(dotted),
                unit: column.unit.map(str::to_owned),
                confidence: column.confidence,
                reason: column.reason.clone(),
            })
            .collect(),
        read: table.rows.len() as u64,
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        suspects: 0,
    }
}

fn dotted(target: suoji_exchange::Target) -> String {
    format!("{}.{}", target.kind, target.field)
}

fn problem_info(problem: &Problem) -> ProblemInfo {
    ProblemInfo {
        sheet: problem.sheet.clone(),
        row: problem.row,
        column: problem.column.clone(),
        field: problem.field.map(dotted),
        reason: problem.reason.to_owned(),
        level: match problem.level {
            Level::Must => ProblemLevel::Must,
            Level::Should => ProblemLevel::Should,
            Level::Info => ProblemLevel::Info,
        },
        raw: problem.raw.clone(),
    }
}

/// A problem of a whole row.
fn row_problem(
    table: &Table,
    row: u32,
    reason: &'static str,
    level: Level,
    raw: impl Into<String>,
) -> Problem {
    Problem {
        sheet: table.sheet.clone(),
        row,
        column: String::new(),
        field: None,
        reason,
        level,
        raw: raw.into(),
    }
}

/// The row's values of one kind, references left out.
fn own_values(row: &suoji_exchange::LedgerRow, kind: &Kind) -> suoji_model::log::Values {
    let mut values = suoji_model::log::Values::new();
    for (target, cell) in &row.cells {
        let Some(field) = target.declared().filter(|_| target.kind == kind.name) else {
            continue;
        };
        if !matches!(field.shape, suoji_model::Shape::Ref(_)) && *cell != suoji_model::Cell::Blank {
            values.insert(field.name.to_owned(), cell.to_json(&field.shape));
        }
    }
    values
}
