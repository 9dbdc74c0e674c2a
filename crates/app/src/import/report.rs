//! What an import read, wrote and refused, put together as it goes.

use std::collections::{BTreeMap, HashMap, HashSet};

use suoji_exchange::{LedgerRow, Level, Problem, Table, Target, Understood};
use suoji_model::words::Language;
use suoji_model::{Cell, Shape, kinds};
use suoji_store::Desk;
use uuid::Uuid;

use super::detail::Detail;
use super::notes::Notes;
use super::planner::blanked::{self, Blanked};
use super::planner::{Became, Settled, Since};
use super::rejected::Rejected;
use super::request::Wanted;
use super::rows::{Fate, Suspect};
use crate::contract::*;
use crate::fault::Fault;

/// What became of the rows of a table so far.
#[derive(Debug, Default)]
struct Counts {
    created: u64,
    updated: u64,
    unchanged: u64,
    rejected: u64,
    left_out: u64,
    suspects: u64,
}

/// A report under way.
pub(super) struct Report {
    report: ImportReport,
    counts: BTreeMap<String, Counts>,
    suspects: Vec<Suspect>,
    notes: Notes,
    rejected: Rejected,
    detail: Option<Detail>,
    /// What is asked of columns that no longer give what they gave.
    asked: Vec<ImportQuestion>,
}

/// The reason given to a value that stands and that its row no longer gives.
const BLANKED: &str = "value_blanked";
/// Values that are shown beside a question.
const EXAMPLES: usize = 3;

impl Report {
    /// The report of a file.
    pub(super) fn new(wanted: &Wanted) -> Self {
        Self {
            report: ImportReport {
                file: wanted.name.clone(),
                sha256: wanted.sha256.clone(),
                tables: Vec::new(),
                problems: Vec::new(),
                created: 0,
                updated: 0,
                unchanged: 0,
                rejected: 0,
                skipped: 0,
                duplicates: Vec::new(),
                more: None,
                questions: Vec::new(),
                rejected_file: None,
                batch: None,
                detail: None,
            },
            counts: BTreeMap::new(),
            suspects: Vec::new(),
            notes: Notes::after(wanted.problems_from),
            rejected: Rejected::default(),
            detail: Detail::of(wanted.detail),
            asked: Vec::new(),
        }
    }

    /// Takes problems in.
    pub(super) fn noticed(&mut self, problems: &[Problem]) {
        for problem in problems {
            self.notes.problem(problem_info(problem));
        }
    }

    /// Where suspects go.
    pub(super) fn suspects(&mut self) -> &mut Vec<Suspect> {
        &mut self.suspects
    }

    /// Whether something was to be decided about a row.
    pub(super) fn is_suspect(&self, sheet: &str, row: u32) -> bool {
        self.notes.is_suspect(sheet, row)
    }

    /// What became of a row as it was planned.
    pub(super) fn row(&mut self, table: &Table, row: &LedgerRow, fate: Fate, found: &[Problem]) {
        self.noticed(found);
        if let Some(detail) = &mut self.detail {
            let noted = !row.problems.is_empty() || !found.is_empty();
            detail.row(table, row, noted);
        }
        let counts = self.counts.entry(table.key.clone()).or_default();
        match fate {
            Fate::Told => {}
            Fate::Skipped => counts.left_out += 1,
            Fate::Rejected => {
                counts.rejected += 1;
                let why = row.problems.iter().chain(found);
                let why = why.filter(|problem| problem.level == Level::Must);
                self.rejected.add(table, row, why);
            }
        }
    }

    /// What became of a block when it was written.
    pub(super) fn settled(&mut self, table: &Table, settled: Settled) {
        let suspects = std::mem::take(&mut self.suspects);
        if let Some(detail) = &mut self.detail {
            detail.changed(settled.changed, settled.titles);
        }
        let counts = self.counts.entry(table.key.clone()).or_default();
        counts.suspects += suspects.len() as u64;
        for suspect in suspects {
            self.notes.duplicate(duplicate_info(suspect));
        }
        for became in settled.rows {
            match became {
                Became::Created => counts.created += 1,
                Became::Updated => counts.updated += 1,
                Became::Unchanged => counts.unchanged += 1,
                Became::Nothing => {}
            }
        }
        for blanked in &settled.blanked {
            self.blanked(table, blanked);
        }
        for noted in settled.noted {
            let (reason, level) = match noted.why {
                Since::ByPerson => ("kept_edit", ProblemLevel::Should),
                Since::ByLaterFile => ("kept_newer", ProblemLevel::Should),
                Since::Exactly => ("kept_exact", ProblemLevel::Info),
                Since::SetBack => ("set_back", ProblemLevel::Must),
            };
            self.notes.problem(ProblemInfo {
                sheet: noted.sheet,
                row: noted.row,
                column: String::new(),
                field: Some(format!("{}.{}", noted.kind, noted.field)),
                reason: reason.to_owned(),
                level,
                raw: noted.field,
            });
        }
    }

    /// Takes in a value that stands and that its row no longer gives: told of
    /// each, and asked of the column.
    fn blanked(&mut self, table: &Table, blanked: &Blanked) {
        let Some(column) = table.columns.get(usize::from(blanked.column)) else {
            return;
        };
        let raw = shown(blanked.target, &blanked.old);
        let key = blanked::key(&self.report.file, &column.head);
        match self.asked.iter_mut().find(|one| one.key == key) {
            Some(known) => {
                known.rows += 1;
                if known.examples.len() < EXAMPLES && !known.examples.contains(&raw) {
                    known.examples.push(raw.clone());
                }
            }
            None => self.asked.push(ImportQuestion {
                key,
                reason: BLANKED.to_owned(),
                sheet: table.sheet.clone(),
                column: column.letter.clone(),
                head: column.head.clone(),
                choices: [blanked::KEEP, blanked::CLEAR].map(str::to_owned).into(),
                supposed: Some(blanked::KEEP.to_owned()),
                rows: 1,
                examples: vec![raw.clone()],
            }),
        }
        self.notes.problem(ProblemInfo {
            sheet: table.sheet.clone(),
            row: blanked.row,
            column: column.letter.clone(),
            field: Some(blanked.target.dotted()),
            reason: BLANKED.to_owned(),
            level: ProblemLevel::Should,
            raw,
        });
    }

    /// Takes in what the whole file showed.
    pub(super) fn understood(&mut self, understood: &Understood) {
        self.noticed(&understood.problems);
        if let Some(detail) = &mut self.detail {
            detail.tables(&understood.tables);
        }
        for table in &understood.tables {
            self.noticed(&table.problems);
            let counts = self.counts.remove(&table.key).unwrap_or_default();
            self.report.created += counts.created;
            self.report.updated += counts.updated;
            self.report.unchanged += counts.unchanged;
            self.report.rejected += counts.rejected;
            self.report.skipped += counts.left_out;
            self.report.tables.push(table_info(table, &counts));
        }
        let known = self.notes.duplicates().iter().enumerate();
        let mut known: HashMap<(String, u32), usize> = known
            .rev()
            .map(|(at, one)| ((one.sheet.clone(), one.row), at))
            .collect();
        let earlier = understood.tables.iter().filter(|one| one.later.is_some());
        let earlier: HashSet<&str> = earlier.map(|one| &*one.sheet).collect();
        for duplicate in &understood.duplicates {
            self.repeats(duplicate, &earlier, &mut known);
        }
        self.report.questions = understood.questions.iter().map(question_info).collect();
        self.report.questions.append(&mut self.asked);
        self.notes.say_once();
    }

    /// Takes in rows that repeat another of the same file; `known` is where
    /// rows stand that repeat something. Those of an `earlier` month repeat
    /// nothing.
    fn repeats(
        &mut self,
        duplicate: &suoji_exchange::Duplicate,
        earlier: &HashSet<&str>,
        known: &mut HashMap<(String, u32), usize>,
    ) {
        let kept = &duplicate.kept;
        let from = (self.report.file.clone(), kept.sheet.clone(), kept.row);
        for (place, column) in &duplicate.others {
            let is_earlier = earlier.contains(&*place.sheet);
            if is_earlier || self.notes.is_counted(&place.sheet, place.row) {
                continue;
            }
            self.notes.problem(ProblemInfo {
                sheet: place.sheet.clone(),
                row: place.row,
                column: column.clone(),
                field: None,
                reason: duplicate.reason.to_owned(),
                level: level(duplicate.level),
                raw: format!("{} {}", kept.sheet, kept.row),
            });
            let row = (place.sheet.clone(), place.row);
            if let Some(at) = known.get(&row) {
                let from = || from.clone();
                self.notes.duplicates()[*at].from.get_or_insert_with(from);
                continue;
            }
            known.insert(row, self.notes.duplicates().len());
            let mut tables = self.report.tables.iter();
            let table = tables.find(|table| table.sheet == place.sheet);
            self.notes.duplicate(DuplicateInfo {
                sheet: place.sheet.clone(),
                row: place.row,
                kind: table.map(|table| table.kind.clone()).unwrap_or_default(),
                of: None,
                from: Some(from.clone()),
                of_this_file: true,
                level: "L1".to_owned(),
                reason: duplicate.reason.to_owned(),
                decision: None,
            });
        }
    }

    /// What was written can be undone as this action.
    pub(super) fn committed(&mut self, batch: Uuid) {
        self.report.batch = Some(batch);
    }

    /// The report.
    pub(super) async fn finish(mut self, desk: &Desk) -> Result<ImportReport, Fault> {
        let notes = std::mem::take(&mut self.notes).finish();
        (
            self.report.problems,
            self.report.duplicates,
            self.report.more,
        ) = notes;
        self.report.rejected_file = self.rejected.file(&self.report.file)?;
        if let Some(detail) = self.detail {
            detail.finish(desk, &mut self.report).await?;
        }
        Ok(self.report)
    }
}

/// A table of which only rows were read.
pub(super) fn table_read(table: &Table) -> ImportTable {
    table_info(table, &Counts::default())
}

fn table_info(table: &Table, counts: &Counts) -> ImportTable {
    ImportTable {
        key: table.key.clone(),
        sheet: table.sheet.clone(),
        ledger: table.ledger.to_owned(),
        kind: table.kind.to_owned(),
        template: table.template.clone(),
        year: table.year,
        header_rows: table.header_rows.clone(),
        columns: table.columns.iter().map(column_info).collect(),
        read: table.read,
        created: counts.created,
        updated: counts.updated,
        unchanged: counts.unchanged,
        rejected: counts.rejected,
        left_out: counts.left_out,
        suspects: counts.suspects,
        skipped: table
            .skipped
            .iter()
            .map(|skipped| SkippedRow {
                row: skipped.row,
                kind: skipped.kind.to_owned(),
                text: skipped.text.clone(),
            })
            .collect(),
        subtotals: table.subtotals.iter().map(subtotal_info).collect(),
        hidden_columns: table.hidden_columns.clone(),
        gaps: table.gaps.clone(),
    }
}

fn column_info(column: &suoji_exchange::Column) -> ImportColumn {
    ImportColumn {
        letter: column.letter.clone(),
        head: column.head.clone(),
        field: column.target.map(|target| target.dotted()),
        unit: column.unit.map(str::to_owned),
        confidence: column.confidence,
        reason: column.reason.clone(),
    }
}

fn subtotal_info(subtotal: &suoji_exchange::Subtotal) -> SubtotalInfo {
    SubtotalInfo {
        row: subtotal.row,
        label: subtotal.label.clone(),
        column: subtotal.column.clone(),
        field: subtotal.field.dotted(),
        claimed: subtotal.claimed.clone(),
        read: subtotal.read.clone(),
        counted: subtotal.counted.clone(),
        difference: subtotal.difference.clone(),
        agrees: subtotal.agrees.map(str::to_owned),
    }
}

pub(super) fn question_info(question: &suoji_exchange::Question) -> ImportQuestion {
    ImportQuestion {
        key: question.key.clone(),
        reason: question.reason.to_owned(),
        sheet: question.sheet.clone(),
        column: question.column.clone(),
        head: question.head.clone(),
        choices: question.choices.clone(),
        supposed: question.supposed.clone(),
        rows: question.rows,
        examples: question.examples.clone(),
    }
}

pub(super) fn problem_info(problem: &Problem) -> ProblemInfo {
    ProblemInfo {
        sheet: problem.sheet.clone(),
        row: problem.row,
        column: problem.column.clone(),
        field: problem.field.map(|target| target.dotted()),
        reason: problem.reason.to_owned(),
        level: level(problem.level),
        raw: problem.raw.clone(),
    }
}

/// A value as people read it; a reference is told by its field alone.
fn shown(target: Target, value: &serde_json::Value) -> String {
    let of = kinds::find(target.kind).zip(target.declared());
    let of = of.filter(|(_, field)| !matches!(field.shape, Shape::Ref(_)));
    let shown = of.and_then(|(kind, field)| {
        let cell = Cell::read(&field.shape, value).ok()?;
        Some(suoji_model::show::show(
            Language::Chinese,
            kind,
            field,
            &cell,
        ))
    });
    shown.unwrap_or_default()
}

fn level(level: Level) -> ProblemLevel {
    match level {
        Level::Must => ProblemLevel::Must,
        Level::Should => ProblemLevel::Should,
        Level::Info => ProblemLevel::Info,
    }
}

fn duplicate_info(suspect: Suspect) -> DuplicateInfo {
    DuplicateInfo {
        sheet: suspect.sheet,
        row: suspect.row,
        kind: suspect.kind.to_owned(),
        of: Some(suspect.of),
        from: suspect.from,
        of_this_file: suspect.fresh,
        level: suspect.level.to_owned(),
        reason: suspect.reason.to_owned(),
        decision: Some(suspect.decision),
    }
}
