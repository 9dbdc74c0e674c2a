//! What an import read, wrote and refused, put together as it goes.

use suoji_exchange::{LedgerRow, Level, Problem, Table, Understood, Workbook};
use uuid::Uuid;

use super::planner::{Became, Settled};
use super::rejected::Rejected;
use super::rows::{Fate, Suspect};
use crate::contract::*;
use crate::fault::Fault;

/// A report under way.
pub(super) struct Report {
    report: ImportReport,
    suspects: Vec<Suspect>,
    rejected: Rejected,
}

impl Report {
    /// The report of a file.
    pub(super) fn new(book: &Workbook, understood: &Understood) -> Self {
        Self {
            report: ImportReport {
                file: book.file.clone(),
                sha256: book.sha256.clone(),
                tables: Vec::new(),
                problems: understood.problems.iter().map(problem_info).collect(),
                created: 0,
                updated: 0,
                unchanged: 0,
                rejected: 0,
                skipped: 0,
                duplicates: Vec::new(),
                rejected_file: None,
                batch: None,
            },
            suspects: Vec::new(),
            rejected: Rejected::default(),
        }
    }

    /// Begins a table.
    pub(super) fn begin(&mut self, table: &Table) {
        self.noticed(&table.problems);
        self.report.tables.push(table_info(table));
    }

    /// Takes problems in.
    pub(super) fn noticed(&mut self, problems: &[Problem]) {
        self.report
            .problems
            .extend(problems.iter().map(problem_info));
    }

    /// Where suspects go.
    pub(super) fn suspects(&mut self) -> &mut Vec<Suspect> {
        &mut self.suspects
    }

    /// What became of a row as it was planned.
    pub(super) fn row(&mut self, table: &Table, row: &LedgerRow, fate: Fate, found: &[Problem]) {
        self.noticed(found);
        let counted = self.report.tables.last_mut();
        match fate {
            Fate::Told => {}
            Fate::Skipped => {
                self.report.skipped += 1;
                if let Some(counted) = counted {
                    counted.left_out += 1;
                }
            }
            Fate::Rejected => {
                self.report.rejected += 1;
                if let Some(counted) = counted {
                    counted.rejected += 1;
                }
                let why = row.problems.iter().chain(found);
                let why = why.filter(|problem| problem.level == Level::Must);
                self.rejected.add(table, row, why);
            }
        }
    }

    /// What became of a block when it was written.
    pub(super) fn settled(&mut self, settled: Settled) {
        let suspects = std::mem::take(&mut self.suspects);
        let Some(counted) = self.report.tables.last_mut() else {
            return;
        };
        counted.suspects += suspects.len() as u64;
        self.report
            .duplicates
            .extend(suspects.into_iter().map(duplicate_info));
        for became in settled.rows {
            let (of_table, of_file) = match became {
                Became::Created => (&mut counted.created, &mut self.report.created),
                Became::Updated => (&mut counted.updated, &mut self.report.updated),
                Became::Unchanged => (&mut counted.unchanged, &mut self.report.unchanged),
            };
            *of_table += 1;
            *of_file += 1;
        }
        let kept = settled.kept.into_iter().map(|kept| ProblemInfo {
            sheet: kept.sheet,
            row: kept.row,
            column: String::new(),
            field: Some(format!("{}.{}", kept.kind, kept.field)),
            reason: "kept_edit".to_owned(),
            level: ProblemLevel::Should,
            raw: kept.field,
        });
        self.report.problems.extend(kept);
    }

    /// What was written can be undone as this action.
    pub(super) fn committed(&mut self, batch: Uuid) {
        self.report.batch = Some(batch);
    }

    /// The report.
    pub(super) fn finish(mut self) -> Result<ImportReport, Fault> {
        self.report.rejected_file = self.rejected.file(&self.report.file)?;
        Ok(self.report)
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
        left_out: 0,
        suspects: 0,
        skipped: table
            .skipped
            .iter()
            .map(|skipped| SkippedRow {
                row: skipped.row,
                kind: skipped.kind.to_owned(),
                text: skipped.text.clone(),
            })
            .collect(),
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

fn duplicate_info(suspect: Suspect) -> DuplicateInfo {
    DuplicateInfo {
        sheet: suspect.sheet,
        row: suspect.row,
        kind: suspect.kind.to_owned(),
        of: suspect.of,
        level: suspect.level.to_owned(),
        reason: suspect.reason.to_owned(),
        decision: suspect.decision,
    }
}
