//! Ledgers in: understood rows become records, in one action.

mod cells;
mod decide;
mod likeness;
mod planner;
mod register;
mod rejected;
mod report;
mod rows;
mod source;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{Table, Understood, Workbook};
use suoji_model::log::Intent;
use suoji_store::{Batch, Running};

use self::decide::Decisions;
use self::planner::Planner;
use self::report::Report;
use self::rows::{Fate, Reading};
use self::source::Sheet;
use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};

/// Rows that are planned and written together.
const BLOCK: usize = 1_000;

impl App {
    /// Imports a ledger, or only says what that would do.
    pub(crate) async fn import_ledger(&self, request: ImportLedger) -> Result<ImportReport, Fault> {
        let bytes = BASE64
            .decode(request.data)
            .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))?;
        let rows = request.decisions.into_iter();
        let decisions = Decisions {
            all: request.on_duplicate.unwrap_or_default(),
            rows: rows
                .map(|one| ((one.sheet, one.row), one.decision))
                .collect(),
        };
        let dry_run = request.dry_run.unwrap_or(false);
        self.import(&request.name, bytes, dry_run, &decisions).await
    }

    /// Imports the bytes of a ledger as the defaults have it.
    pub(crate) async fn import_plainly(
        &self,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<ImportReport, Fault> {
        self.import(name, bytes, false, &Decisions::default()).await
    }

    async fn import(
        &self,
        name: &str,
        bytes: Vec<u8>,
        dry_run: bool,
        decisions: &Decisions,
    ) -> Result<ImportReport, Fault> {
        let (book, understood) = understand(name, bytes).await?;
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        let mut hold = desk.hold().await;
        let batch = Batch::new(Intent::Import, person, Vec::new());
        let mut run = hold.begin(&batch).await?;
        let mut report = Report::new(&book, &understood);
        let mut planner = Planner::default();
        for table in understood.tables {
            import_table(&mut run, &mut planner, &book, table, decisions, &mut report).await?;
        }
        if !dry_run && run.has_written() {
            report.committed(run.finish().await?.batch);
        }
        report.finish()
    }
}

/// Reads a file, which is heavy and must not hold up the window's other calls.
async fn understand(name: &str, bytes: Vec<u8>) -> Result<(Workbook, Understood), Fault> {
    let file = name.to_owned();
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
    Ok((book, understood))
}

/// Plans and writes the rows of a table, block by block.
async fn import_table(
    run: &mut Running<'_>,
    planner: &mut Planner,
    book: &Workbook,
    mut table: Table,
    decisions: &Decisions,
    report: &mut Report,
) -> Result<(), Fault> {
    report.begin(&table);
    let rows = std::mem::take(&mut table.rows);
    let mut rows = rows.into_iter();
    loop {
        table.rows = rows.by_ref().take(BLOCK).collect();
        if table.rows.is_empty() {
            return Ok(());
        }
        let sheet = Sheet::new(&book.file, &book.sha256, &table);
        planner.prepare(run, &sheet).await?;
        for row in &table.rows {
            report.noticed(&row.problems);
            let mut found = Vec::new();
            let fate = if row.rejected {
                Fate::Rejected
            } else {
                planner.at(&sheet, row.row);
                rows::plan(&mut Reading {
                    planner: &mut *planner,
                    sheet: &sheet,
                    row,
                    decisions,
                    found: &mut found,
                    suspects: report.suspects(),
                })
            };
            report.row(&table, row, fate, &found);
        }
        if table.kind == "factory_unit" {
            rows::carriers::close(planner);
        }
        let settled = planner.settle(run, &sheet.makes()).await?;
        report.settled(settled);
    }
}
