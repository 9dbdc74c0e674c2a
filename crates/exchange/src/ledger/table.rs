//! One table while it is read: rows become records, or are told apart from
//! them, and what the whole shows is gathered.

pub(crate) mod comments;
mod counted_once;
mod counts_below;
pub(crate) mod duplicates;
mod lacking;
pub(crate) mod measure;
pub(crate) mod notices;
mod opening;
mod row_sums;
mod same_unit;
pub(crate) mod subtotals;
mod whole_building;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use suoji_model::{Cell, Value};

use crate::book::{Area, Raw, Row, Sheet, Workbook, letters};
use crate::cells::null;
use crate::cells::unit::{self, Unit};
use crate::ledger::block::Block;
use crate::ledger::choose::Guess;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::units::{self, Units};
use crate::ledger::given::Given;
use crate::ledger::kinds::Ledger;
use crate::ledger::line::{Frame, Line};
use crate::ledger::names::numbered::Numbered;
use crate::ledger::names::unnamed_projects::Unnamed;
use crate::ledger::payment::earlier::Earlier;
use crate::ledger::payment::periods::{self, Part};
use crate::ledger::payment::{instalments, recognised, reported};
use crate::ledger::questions::{self, Asked};
use crate::ledger::rows::{joint, nodes, skipped, subprojects, two_rows};
use crate::ledger::under::Sections;
use crate::ledger::understand::ahead;
use crate::ledger::understand::plan::Plan;
use crate::ledger::visit::{attendants, no_visit};
use crate::ledger::words::{Role, field, target};
use crate::ledger::{payment, rows};
use crate::options::{Answers, Corrections, Mark};
use crate::problem::{Level, Problem};
use crate::table::{LedgerRow, Question, Table};
use duplicates::{Late, Seen};
use lacking::Lacking;
use notices::about;
use subtotals::{Above, Sums};

/// A table of which rows are still to come.
pub(super) struct Reading {
    pub(super) table: Table,
    ledger: &'static Ledger,
    file: String,
    block: Block,
    columns: Vec<Mapped>,
    by_role: HashMap<Role, usize>,
    /// The periods whose cells are records of their own.
    parts: Vec<Part>,
    given: Vec<Given>,
    answers: Answers,
    corrections: Corrections,
    marks: BTreeMap<u32, Mark>,
    guess: Option<Guess>,
    sections: Sections,
    lacking: Lacking,
    /// Projects called as their firms, where no column names them.
    unnamed: Option<Unnamed>,
    /// Agreements that others name by their numbers.
    numbered: Option<Numbered>,
    sums: Sums,
    asked: Asked,
    last_row: Option<u32>,
    /// The units of a carrier ledger so far.
    carriers: same_unit::Units,
    /// The units of the columns, when they are no longer those of the headings.
    units: Option<Units>,
    /// Whether the rows list what is planned.
    is_ahead: bool,
    /// Whether the rows are those of a small table of counts below the records.
    is_counts: bool,
    earlier: Earlier,
}

/// Rows without anything between two records that are named as a gap.
const LONG_GAP: u32 = 3;
/// Gaps that are named.
const MOST_GAPS: usize = 100;
/// Merged ranges that are named.
const MOST_MERGES: usize = 1_000;

/// A range as Excel writes it: `A1:C2`.
fn range(area: &Area) -> String {
    let corner = |row, column| format!("{}{row}", letters(column));
    let (first, last) = (corner(area.top, area.left), corner(area.bottom, area.right));
    format!("{first}:{last}")
}

impl Reading {
    pub(super) fn new(book: &Workbook, sheet: &Sheet, plan: Plan, start: u32) -> Self {
        let Plan {
            key,
            ledger,
            block,
            mut columns,
            given,
            refused,
            year,
            template,
            answers,
            corrections,
            constants,
            marks,
            guess,
            end,
        } = plan;
        periods::leave_out_before(&mut columns, year);
        reported::leave_out_earlier(book, sheet, &mut columns);
        let opening = opening::of(sheet, &block, start);
        let merges = sheet.merges.areas().iter().filter(|area| area.top >= start);
        let mut table = Table {
            key,
            sheet: sheet.name.clone(),
            ledger: ledger.name,
            kind: ledger.kind().name,
            template,
            heads: block.keys(),
            // Row 0 stands for none.
            header_rows: (block.first.max(1)..=block.last).collect(),
            columns: columns.iter().map(|column| column.column.clone()).collect(),
            rows: Vec::new(),
            read: 0,
            file_rows: 0,
            skipped: opening.skipped,
            above: opening.texts,
            constants,
            subtotals: Vec::new(),
            hidden_columns: sheet.hidden_columns.iter().copied().map(letters).collect(),
            gaps: Vec::new(),
            merges: merges.map(range).take(MOST_MERGES).collect(),
            problems: Vec::new(),
            year,
            later: None,
        };
        let seen = notices::Seen {
            sheet,
            block: &block,
            ledger,
            columns: &columns,
            given: &given,
            end,
        };
        let told = notices::before_rows(&table, &seen, start);
        table.problems.extend(told);
        for (field, reason, text) in refused {
            let mut problem = about(&table, block.last, reason, Level::Must, text);
            problem.field = field;
            table.problems.push(problem);
        }
        let earlier = Earlier::of(book, ledger, &columns);
        let unnamed = Unnamed::of(ledger, &columns);
        let numbered = Numbered::of(ledger, &columns);
        Self {
            sums: Sums::new(ledger, &columns),
            by_role: by_role(&columns),
            parts: periods::parts(&columns),
            table,
            ledger,
            file: book.file.clone(),
            block,
            columns,
            given,
            answers,
            corrections,
            marks,
            guess,
            sections: opening.sections,
            lacking: Lacking::default(),
            unnamed,
            numbered,
            asked: Asked::default(),
            last_row: None,
            carriers: same_unit::Units::default(),
            units: None,
            is_ahead: false,
            is_counts: false,
            earlier,
        }
    }

    /// Reads some rows, in order.
    pub(super) fn read(
        &mut self,
        sheet: &Sheet,
        rows: &[Row],
        seen: &mut Seen,
        at: usize,
    ) -> Vec<LedgerRow> {
        let mut read = Vec::with_capacity(rows.len());
        let data = rows.partition_point(|row| row.number <= self.block.last);
        for own in &rows[data..] {
            let mended = self.mended(own);
            let row = mended.as_ref().unwrap_or(own);
            let kind = match self.marks.get(&row.number) {
                Some(said) => said.kind(),
                None => rows::skip(sheet, &self.block, &self.columns, row).or_else(|| {
                    let is_sum = self.ledger.name == "factory_unit"
                        && whole_building::is_one(sheet, &self.columns, row);
                    is_sum.then_some("note")
                }),
            };
            match kind {
                _ if ahead::begins(row) => self.is_ahead = true,
                _ if counts_below::begins(&self.block, row) => self.is_counts = true,
                Some("section") => self.is_ahead = false,
                Some("header") => self.is_counts = false,
                _ => {}
            }
            let is_told = self.marks.contains_key(&row.number);
            let kind = match self.is_counts && !is_told {
                true => Some("note"),
                false => kind.or((self.is_ahead && !is_told).then_some("note")),
            };
            if let Some(kind) = kind {
                self.skip(sheet, row, kind);
                continue;
            }
            self.sections.row();
            let lines = self.lines(sheet, row);
            self.earlier.row(row, &lines, &self.columns);
            if lines.is_empty() {
                self.pays_nothing(row);
                continue;
            }
            for mut line in lines {
                line.units.clone_from(&self.units);
                if mended.is_some() {
                    line.corrected = self.corrected(own);
                }
                // Records of the wrong kind are worse than none.
                line.rejected |= self.guess.is_some();
                self.asked
                    .row(self.ledger, &self.columns, &self.file, &mut line);
                self.lacking.row(self.ledger, &mut line);
                if let Some(unnamed) = &mut self.unnamed {
                    unnamed.row(self.ledger, &mut line);
                }
                if let Some(numbered) = &mut self.numbered {
                    numbered.row(&mut line);
                }
                let is_again = self.carriers.row(self.ledger, &sheet.name, &mut line);
                self.sums.row(&line, row, &self.columns);
                if is_again {
                    self.sums.shares_unit();
                }
                let table = u32::try_from(at).unwrap_or(u32::MAX);
                seen.row(self.ledger.name, table, &line, &self.columns);
                self.table.read += 1;
                read.push(line);
            }
            self.gap(row.number);
        }
        read
    }

    /// What a row says: one record, or one for each period with a payment.
    fn lines(&self, sheet: &Sheet, row: &Row) -> Vec<LedgerRow> {
        let frame = Frame {
            sheet,
            ledger: self.ledger,
            file: &self.file,
            columns: &self.columns,
            by_role: &self.by_role,
            year: self.sections.year().or(self.table.year),
            given: &self.given,
            answers: &self.answers,
            part: None,
            within: self.sections.month(),
            unit: self.unit_of(row),
        };
        let read = |frame| (self.ledger.read)(Line::new(frame, row, self.sections.joined()));
        if let Some((at, paid)) = instalments::apart(&self.columns, row, frame.year) {
            let part = Some((at, None));
            let frame = Frame { part, ..frame };
            let lines = paid.iter().map(|(day, row)| {
                let mut line = Line::new(frame, row, self.sections.joined());
                line.set(target("payment", "paid_date"), Value::Date(*day));
                (self.ledger.read)(line)
            });
            return self.of_one_row(lines.collect());
        }
        if self.parts.is_empty() {
            let line = (!payment::pays_nothing(&self.columns, row)).then(|| read(frame));
            return line.into_iter().collect();
        }
        let paid = self.parts.iter().filter(|part| {
            // What says that there is nothing is no payment.
            let says = |number: &u32| {
                let raw = row.cell(*number);
                null::read(raw).is_none() && !no_visit::is_away(raw)
            };
            part.numbers.iter().any(says)
        });
        let lines = paid.map(|part| {
            read(Frame {
                columns: &part.columns,
                by_role: &part.by_role,
                part: Some((part.at, part.months)),
                ..frame
            })
        });
        let mut lines: Vec<LedgerRow> = lines.filter(|line| !is_zero(line)).collect();
        let told = row_sums::compare(&self.columns, &self.table, row, &lines);
        if let Some(first) = lines.first_mut() {
            first.problems.extend(told);
        }
        self.of_one_row(lines)
    }

    /// The payments of one row, with what was recognised of all of them.
    fn of_one_row(&self, mut lines: Vec<LedgerRow>) -> Vec<LedgerRow> {
        let told = recognised::part(&self.columns, &self.table, &mut lines);
        if let Some(first) = lines.first_mut() {
            first.problems.extend(told);
        }
        lines
    }

    /// The unit that the row names for its amounts.
    fn unit_of(&self, row: &Row) -> Option<Unit> {
        let column = self.columns.get(*self.by_role.get(&Role::Unit)?)?;
        unit::parse(&row.cell(column.number).display())
    }

    /// A row in which no period has a payment.
    fn pays_nothing(&mut self, row: &Row) {
        let told = row_sums::compare(&self.columns, &self.table, row, &[]);
        self.sums.unpaid(row, &self.columns);
        let mut skipped = skipped::of(row, "no_payment");
        skipped.text = self.title_of(row).unwrap_or(skipped.text);
        let problem = about(
            &self.table,
            row.number,
            "no_payment",
            Level::Info,
            skipped.text.clone(),
        );
        self.table.problems.push(problem);
        self.table.problems.extend(told);
        self.table.skipped.push(skipped);
        self.last_row = Some(row.number);
    }

    /// What the row is about.
    fn title_of(&self, row: &Row) -> Option<String> {
        let titles = self.ledger.titles.iter();
        let mut columns = titles.filter_map(|title| self.by_role.get(&Role::Field(*title)));
        let column = self.columns.get(*columns.next()?)?;
        Some(row.cell(column.number).display())
    }

    fn firm_of(&self, row: &Row) -> Option<String> {
        let at = self.by_role.get(&Role::Field(joint::FIRM))?;
        Some(row.cell(self.columns.get(*at)?.number).display())
    }

    /// The row as a person corrected it.
    fn mended(&self, row: &Row) -> Option<Row> {
        let said = self.corrections.get(&row.number)?;
        let mut row = row.clone();
        for column in &self.columns {
            let Some(text) = said.get(&column.column.letter) else {
                continue;
            };
            let raw = Raw::Text(Arc::from(text.as_str()));
            match row
                .cells
                .binary_search_by_key(&column.number, |(at, _)| *at)
            {
                Ok(at) => row.cells[at].1 = raw,
                Err(at) => row.cells.insert(at, (column.number, raw)),
            }
        }
        Some(row)
    }

    /// What the file holds in the cells of a row that were corrected.
    fn corrected(&self, row: &Row) -> Vec<(u16, Arc<str>)> {
        let Some(said) = self.corrections.get(&row.number) else {
            return Vec::new();
        };
        let columns = (0u16..).zip(&self.columns);
        let said = columns.filter(|(_, column)| said.contains_key(&column.column.letter));
        said.map(|(at, column)| (at, Arc::from(row.cell(column.number).display())))
            .collect()
    }

    fn skip(&mut self, sheet: &Sheet, row: &Row, kind: &'static str) {
        let here = row.number..=row.number;
        let comments = comments::elsewhere(sheet, here);
        self.table.problems.extend(comments);
        let mut skipped = skipped::of(row, kind);
        let told_above = [
            joint::KIND,
            attendants::KIND,
            two_rows::KIND,
            nodes::KIND,
            subprojects::KIND,
        ];
        if told_above.contains(&kind) {
            skipped.kind = "note";
            let told = self.firm_of(row).or_else(|| self.title_of(row));
            let told = told.filter(|text| !text.is_empty());
            skipped.text = told.unwrap_or(skipped.text);
            let raw = skipped.text.clone();
            let problem = about(&self.table, row.number, kind, Level::Info, raw);
            self.table.problems.push(problem);
            self.last_row = Some(row.number);
            self.table.skipped.push(skipped);
            return;
        }
        if !matches!(kind, "filler" | "subtotal" | "total") {
            self.units(row, kind);
        }
        if kind == "section" {
            self.sections.begin(&skipped.text);
        }
        self.sums.skipped(&skipped, row, &self.columns);
        if let "section" | "subtotal" | "total" | "note" = kind {
            self.table.problems.push(Problem {
                sheet: sheet.name.clone(),
                row: row.number,
                column: String::new(),
                field: None,
                reason: "row_skipped",
                level: Level::Info,
                raw: skipped.text.clone(),
            });
        }
        if kind != "filler" {
            self.last_row = Some(row.number);
        }
        self.table.skipped.push(skipped);
    }

    /// The rows below may be in another unit than those above.
    fn units(&mut self, row: &Row, kind: &'static str) {
        let Some(units) = units::told(&mut self.columns, row, kind) else {
            return;
        };
        self.parts = periods::parts(&self.columns);
        let mut names: Vec<&str> = units.iter().copied().flatten().collect();
        names.dedup();
        let problem = about(
            &self.table,
            row.number,
            "unit_changes",
            Level::Should,
            names.join("、"),
        );
        self.table.problems.push(problem);
        self.units = Some(units);
    }

    fn gap(&mut self, number: u32) {
        let gap = self.last_row.map(|last| (last + 1, number - 1));
        self.last_row = Some(number);
        if let Some((first, last)) = gap
            && last + 1 >= first + LONG_GAP
            && self.table.gaps.len() < MOST_GAPS
        {
            self.table.gaps.push((first, last));
            let raw = format!("{first}–{last}");
            let problem = about(&self.table, first, "long_gap", Level::Info, raw);
            self.table.problems.push(problem);
        }
    }

    /// A row that repeats another does not count.
    pub(super) fn uncount(&mut self, row: u32) {
        self.sums.uncount(row);
    }

    /// What the whole file showed about a row.
    pub(super) fn late(&mut self, late: Late) {
        let column = self.letter(late.column).unwrap_or_default();
        let mut problem = about(
            &self.table,
            late.row,
            late.reason,
            late.level,
            String::new(),
        );
        problem.column = column;
        self.table.problems.push(problem);
    }

    /// The letters of a column, by its place.
    pub(super) fn letter(&self, column: u16) -> Option<String> {
        let found = self.table.columns.get(usize::from(column))?;
        Some(found.letter.clone())
    }

    /// The table, and what is asked about it; `above` has the sums of those above
    /// it in the sheet, as long as they have its headings.
    pub(super) fn finish(mut self, above: &mut Above) -> (Table, Vec<Question>) {
        if !self.block.below.is_some_and(|below| below.is_again) {
            above.clear();
        }
        match self.ledger.name {
            "signing" => self.suppose(&[
                ("agreement", "agreement_type", "agreement_type_supposed"),
                ("project", "name", "project_name_supposed"),
            ]),
            "key_project" => self.suppose(&[("project", "name", "project_name_supposed")]),
            _ => {}
        }
        let header = self.block.last;
        let lacking = self.lacking.told(&self.table, self.ledger, header);
        self.table.problems.extend(lacking);
        let earlier = std::mem::take(&mut self.earlier).told(&self.table);
        self.table.problems.extend(earlier);
        let guessed = self.guess.take();
        let (mut questions, asked) = self.asked.finish(header);
        self.table.problems.extend(asked);
        if let Some(guess) = guessed {
            let question = questions::of_ledger(&self.table, guess);
            let problem = about(
                &self.table,
                header,
                question.reason,
                Level::Must,
                question.head.clone(),
            );
            self.table.problems.push(problem);
            questions.push(question);
        }
        questions.extend(questions::of_headings(
            self.ledger,
            &self.table.sheet,
            &self.columns,
            &self.answers,
        ));
        let (subtotals, disagree) = self.sums.finish(&self.table.sheet, &self.columns, above);
        self.table.subtotals = subtotals;
        self.table.problems.extend(disagree);
        (self.table, questions)
    }

    /// Says once what the ledger leaves out and every row was given.
    fn suppose(&mut self, missing: &[(&'static str, &'static str, &'static str)]) {
        for (kind, name, reason) in missing.iter().copied() {
            let role: Role = field(kind, name);
            let said = self.given.iter().any(|one| Role::Field(one.target) == role);
            let is_field = |column: &Mapped| column.target() == Some(target(kind, name));
            if said || self.columns.iter().any(is_field) {
                continue;
            }
            let mut problem = about(
                &self.table,
                self.block.last,
                reason,
                Level::Should,
                String::new(),
            );
            problem.field = Some(target(kind, name));
            self.table.problems.push(problem);
        }
    }
}

/// Whether nothing was paid, in so many words.
fn is_zero(line: &LedgerRow) -> bool {
    let paid = line.cells.get(&periods::PAID);
    matches!(paid, Some(Cell::Known(Value::Money(money), _)) if money.minor == 0)
}

/// The place of the first column of each role.
pub(super) fn by_role(columns: &[Mapped]) -> HashMap<Role, usize> {
    let roles = columns.iter().enumerate().rev();
    roles
        .filter_map(|(at, column)| Some((column.role?, at)))
        .collect()
}
