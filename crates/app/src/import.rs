//! Ledgers in: understood rows become records, in one action.

mod called;
mod cells;
mod claims;
mod decide;
mod detail;
mod filed;
mod gone;
mod likeness;
mod notes;
mod planner;
mod preview;
mod progress;
mod reader;
mod register;
mod rejected;
mod report;
mod request;
mod resent;
mod rounded;
mod rows;
mod source;
mod templates;
mod unused;
mod written;

use suoji_exchange::LedgerRow;
use suoji_model::log::Intent;
use suoji_store::{Batch, Running};

use self::decide::Decisions;
use self::planner::Planner;
use self::progress::Progress;
use self::reader::Reader;
use self::report::Report;
use self::request::{RowDetail, Wanted};
use self::rows::{Fate, Reading};
use self::source::Sheet;
use crate::app::App;
use crate::chain::Called;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};
use crate::jobs::Job;

impl App {
    /// Imports a ledger, or only says what that would do.
    pub(crate) async fn import_ledger(
        &self,
        mut request: ImportLedger,
    ) -> Result<ImportReport, Fault> {
        let job = self.jobs().begin(request.job.take());
        let held = request.held.take();
        let held = held.map(|token| self.holder().get(&token)).transpose()?;
        // A large file is decoded or read through once for its digest.
        let wanted = tokio::task::spawn_blocking(move || Wanted::read(request, held))
            .await
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))??;
        self.import(wanted, &job).await
    }

    /// Asks an import to stop.
    pub(crate) async fn cancel_import(&self, request: CancelImport) -> Result<Nothing, Fault> {
        self.jobs().cancel(request.job);
        Ok(Nothing {})
    }

    /// Imports the bytes of a ledger as the defaults have it.
    pub(crate) async fn import_plainly(
        &self,
        name: &str,
        bytes: &'static [u8],
    ) -> Result<ImportReport, Fault> {
        let job = self.jobs().begin(None);
        self.import(Wanted::plain(name, bytes), &job).await
    }

    /// Imports until it is done or cancelled. What was written when it is
    /// cancelled goes with the transaction.
    async fn import(&self, wanted: Wanted, job: &Job) -> Result<ImportReport, Fault> {
        tokio::select! {
            biased;
            () = job.cancelled() => Err(Fault::new(Code::ImportCancelled)),
            report = self.carry_out(wanted, job) => report,
        }
    }

    async fn carry_out(&self, mut wanted: Wanted, job: &Job) -> Result<ImportReport, Fault> {
        let mut progress = Progress::begin(self, job);
        let desk = self.desk().await?;
        let person = me(&desk).await?;
        templates::offer(&desk, &mut wanted.options, wanted.template.as_deref()).await?;
        let mut reader = Reader::start(&wanted);
        let mut report = Report::new(&wanted);
        let mut planner = Planner::default();
        planner.tells_changes = wanted.detail != RowDetail::Nothing;
        planner.answers = wanted.options.answers.clone();
        planner.spares_known = wanted.decisions.all == OnDuplicate::Skip;
        planner.register.on_map = Called::read(&desk).await?;
        // Others may write until the first rows are there.
        let mut next = reader.next().await;
        let batch = Batch::new(Intent::Import, person, Vec::new());
        let mut run = desk.begin(&batch).await?;
        while let Some((mut table, rows)) = next {
            progress.expects(table.file_rows);
            progress.stage(ImportStage::Matching);
            table.rows = rows;
            let sheet = Sheet::new(&wanted.name, &wanted.sha256, &table);
            planner.prepare(&mut run, &sheet).await?;
            progress.stage(match wanted.dry_run {
                true => ImportStage::Checking,
                false => ImportStage::Writing,
            });
            let decisions = &wanted.decisions;
            import_rows(&mut run, &mut planner, &sheet, decisions, &mut report).await?;
            progress.did(table.rows.len() as u64);
            next = reader.next().await;
        }
        // Of a long ledger that is much; what the reader tells now is too.
        let now = gone::Now {
            taken: std::mem::take(&mut planner.taken),
            states: std::mem::take(&mut planner.states),
        };
        drop(planner);
        let understood = reader.finish(&wanted).await?;
        report.understood(&understood);
        let gone = gone::find(&mut run, &wanted, &understood.tables, &now).await?;
        report.noticed(&gone);
        let is_suspect = |sheet: &str, row: u32| report.is_suspect(sheet, row);
        let unused = unused::find(&wanted, &understood.tables, is_suspect);
        report.noticed(&unused);
        if wanted.template.is_none() {
            let rivals = templates::rivals(&wanted.options, &understood.tables);
            report.noticed(&rivals);
        }
        claims::keep(&mut run, &wanted, &understood.tables).await?;
        if !wanted.dry_run && (run.has_written() || wanted.save_template.is_some()) {
            templates::keep(&mut run, &wanted, &understood.tables).await?;
            progress.stage(ImportStage::Sealing);
            if !job.seal() {
                return Err(Fault::new(Code::ImportCancelled));
            }
            report.committed(run.finish().await?.batch);
        }
        report.finish(&desk).await
    }
}

/// Rows or records gone through before SQLite may be given more to do.
const AT_ONCE: usize = 4;

/// Plans and writes rows of a table.
async fn import_rows(
    run: &mut Running<'_>,
    planner: &mut Planner,
    sheet: &Sheet<'_>,
    decisions: &Decisions,
    report: &mut Report,
) -> Result<(), Fault> {
    // What the rows before told of goes to SQLite while these are planned.
    for (at, row) in (1..).zip(&sheet.table.rows) {
        plan_row(planner, sheet, row, decisions, report);
        if at % AT_ONCE == 0 {
            run.go_on().await?;
            tokio::task::yield_now().await;
        }
    }
    if sheet.table.kind == "factory_unit" && sheet.tells_of_tenants() {
        rows::carriers::close(planner);
    }
    let settled = planner.settle(run, sheet).await?;
    report.settled(sheet.table, settled);
    Ok(())
}

/// Plans one row.
fn plan_row(
    planner: &mut Planner,
    sheet: &Sheet<'_>,
    row: &LedgerRow,
    decisions: &Decisions,
    report: &mut Report,
) {
    report.noticed(&row.problems);
    let mut found = Vec::new();
    let fate = if row.rejected {
        Fate::Rejected
    } else {
        planner.at(sheet, row);
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
