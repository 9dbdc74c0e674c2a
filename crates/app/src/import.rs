//! Ledgers in: understood rows become records, in one action.

mod cells;
mod claims;
mod decide;
mod likeness;
mod planner;
mod register;
mod rejected;
mod report;
mod request;
mod rows;
mod source;
mod templates;

use std::ops::ControlFlow;

use suoji_exchange::{Input, LedgerRow, Options, ReadError, Table, Understood, each_row};
use suoji_model::log::Intent;
use suoji_store::{Batch, Running};
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::JoinHandle;

use self::decide::Decisions;
use self::planner::Planner;
use self::report::Report;
use self::request::{Bytes, Wanted};
use self::rows::{Fate, Reading};
use self::source::Sheet;
use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};

/// Batches that may be read ahead of those being written.
const AHEAD: usize = 2;

/// Rows of a table, as the reader hands them on.
type Batched = (Table, Vec<LedgerRow>);

impl App {
    /// Imports a ledger, or only says what that would do.
    pub(crate) async fn import_ledger(&self, request: ImportLedger) -> Result<ImportReport, Fault> {
        self.import(Wanted::read(request)?).await
    }

    /// Imports the bytes of a ledger as the defaults have it.
    pub(crate) async fn import_plainly(
        &self,
        name: &str,
        bytes: &'static [u8],
    ) -> Result<ImportReport, Fault> {
        self.import(Wanted::plain(name, bytes)).await
    }

    async fn import(&self, mut wanted: Wanted) -> Result<ImportReport, Fault> {
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        templates::offer(&desk, &mut wanted).await?;
        let (mut batches, reading) = read(&wanted);
        let mut hold = desk.hold().await;
        let batch = Batch::new(Intent::Import, person, Vec::new());
        let mut run = hold.begin(&batch).await?;
        let mut report = Report::new(&wanted.name, &wanted.sha256);
        let mut planner = Planner::default();
        planner.spares_known = wanted.decisions.all == OnDuplicate::Skip;
        while let Some((mut table, rows)) = batches.recv().await {
            table.rows = rows;
            let sheet = Sheet::new(&wanted.name, &wanted.sha256, &table);
            import_rows(
                &mut run,
                &mut planner,
                &sheet,
                &wanted.decisions,
                &mut report,
            )
            .await?;
        }
        let understood = understood(&wanted.name, reading).await?;
        report.understood(&understood);
        claims::keep(&mut run, &wanted, &understood.tables).await?;
        if !wanted.dry_run && (run.has_written() || wanted.save_template.is_some()) {
            templates::keep(&mut run, &wanted, &understood.tables).await?;
            report.committed(run.finish().await?.batch);
        }
        report.finish()
    }
}

/// Reads a file apart: that is heavy and must not hold up the window's other
/// calls. It stops when nobody takes its rows any more.
fn read(wanted: &Wanted) -> (Receiver<Batched>, JoinHandle<Result<Understood, ReadError>>) {
    let (sender, receiver) = channel::<Batched>(AHEAD);
    let (name, bytes, options) = (
        wanted.name.clone(),
        wanted.bytes.clone(),
        wanted.options.clone(),
    );
    let reading = tokio::task::spawn_blocking(move || {
        let mut sink = |table: &Table, rows: Vec<LedgerRow>| match sender
            .blocking_send((table.clone(), rows))
        {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        each(&name, &bytes, &options, &mut sink)
    });
    (receiver, reading)
}

fn each(
    name: &str,
    bytes: &Bytes,
    options: &Options,
    sink: &mut suoji_exchange::Sink<'_>,
) -> Result<Understood, ReadError> {
    let input = match bytes {
        Bytes::Own(bytes) => Input::Bytes(bytes),
        Bytes::Sample(bytes) => Input::Bytes(bytes),
        Bytes::File(path) => Input::File(path),
    };
    each_row(name, input, options, sink)
}

/// What the reader found in the whole file.
async fn understood(
    name: &str,
    reading: JoinHandle<Result<Understood, ReadError>>,
) -> Result<Understood, Fault> {
    let read = reading
        .await
        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
    let understood = read.map_err(|error| Fault::of_reading(name, &error))?;
    if understood.tables.is_empty() {
        return Err(Fault::new(Code::NothingRecognised).with("file", name));
    }
    Ok(understood)
}

/// Plans and writes rows of a table.
async fn import_rows(
    run: &mut Running<'_>,
    planner: &mut Planner,
    sheet: &Sheet<'_>,
    decisions: &Decisions,
    report: &mut Report,
) -> Result<(), Fault> {
    planner.prepare(run, sheet).await?;
    for row in &sheet.table.rows {
        report.noticed(&row.problems);
        let mut found = Vec::new();
        let fate = if row.rejected {
            Fate::Rejected
        } else {
            planner.at(sheet, row.row);
            rows::plan(&mut Reading {
                planner: &mut *planner,
                sheet,
                row,
                decisions,
                found: &mut found,
                suspects: report.suspects(),
            })
        };
        if fate != Fate::Told && !row.rejected {
            planner.tells_nothing();
        }
        report.row(sheet.table, row, fate, &found);
    }
    if sheet.table.kind == "factory_unit" {
        rows::carriers::close(planner);
    }
    let settled = planner.settle(run, &sheet.makes()).await?;
    report.settled(&sheet.table.key, settled);
    Ok(())
}
