//! What one row of each ledger says: the records it stands for, found again
//! or new.

pub(super) mod carriers;
mod contracts;
pub(super) mod in_place;
mod key_projects;
mod leads;
pub(super) mod left;
pub(super) mod links;
mod lists;
pub(super) mod meant;
mod parties;
mod payments;
mod phases;
mod signing;
mod visits;
mod works;

use serde_json::json;
use suoji_exchange::{LedgerRow, Level, Problem, Target};
use suoji_model::log::Values;
use suoji_model::{Cell, Kind, kinds};
use uuid::Uuid;

use super::decide::{Decision, Decisions};
use super::planner::Planner;
use super::resent::is_sheet_again;
use super::source::Sheet;

/// A row being planned, and what is noticed on the way.
pub(super) struct Reading<'r> {
    pub(super) planner: &'r mut Planner,
    pub(super) sheet: &'r Sheet<'r>,
    pub(super) row: &'r LedgerRow,
    pub(super) decisions: &'r Decisions,
    pub(super) found: &'r mut Vec<Problem>,
    pub(super) suspects: &'r mut Vec<Suspect>,
}

/// A row that may repeat a record.
#[derive(Debug, Clone)]
pub(super) struct Suspect {
    pub(super) sheet: String,
    pub(super) row: u32,
    /// The kind of both.
    pub(super) kind: &'static str,
    /// What it may repeat.
    pub(super) of: Uuid,
    /// Where that came from: file, sheet and row.
    pub(super) from: Option<(String, String, u32)>,
    /// How that was noticed: `L1` to `L4`, from sure to unsure.
    pub(super) level: &'static str,
    /// Why, as the code of a problem.
    pub(super) reason: &'static str,
    /// What was decided.
    pub(super) decision: Decision,
    /// Whether it may repeat another row of this import.
    pub(super) fresh: bool,
}

/// What a row came to when it told of records, or why it did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It told of records.
    Told,
    /// It lacks what its record cannot be without.
    Rejected,
    /// It was decided to leave it out.
    Skipped,
}

/// Plans the records of one row.
pub(super) fn plan(reading: &mut Reading<'_>) -> Fate {
    match reading.sheet.table.kind {
        "agreement" => signing::plan(reading),
        "lead" => leads::plan(reading),
        "visit" => visits::plan(reading),
        "payment" => payments::plan(reading),
        "key_project" => key_projects::plan(reading),
        "project_phase" => phases::plan(reading),
        "factory_unit" | "lease" => carriers::plan(reading),
        other => match kinds::find(other) {
            Some(kind) => lists::plan(reading, kind),
            None => Fate::Rejected,
        },
    }
}

/// Marks a record as one that may repeat another.
fn doubt(values: &mut Values, first: Uuid, decision: Decision) {
    let verdict = if decision == Decision::New {
        "different"
    } else {
        "pending"
    };
    values.insert("suspected_same_as".to_owned(), json!(first));
    values.insert("same_verdict".to_owned(), json!(verdict));
}

impl Reading<'_> {
    /// Reports something about the whole row, unless the reader did already.
    fn report(&mut self, reason: &'static str, level: Level, raw: impl Into<String>) {
        self.report_at(String::new(), reason, level, raw.into());
    }

    /// Reports something about the cell of the row in a column.
    fn report_at(&mut self, column: String, reason: &'static str, level: Level, raw: String) {
        let known = self.row.problems.iter().chain(self.found.iter());
        let mut known = known.filter(|one| one.row == self.row.row && one.reason == reason);
        if known.next().is_some() {
            return;
        }
        self.found.push(Problem {
            sheet: self.sheet.table.sheet.clone(),
            row: self.row.row,
            column,
            field: None,
            reason,
            level,
            raw,
        });
    }

    /// The letters of the column by which a row is seen to repeat a record: the
    /// remark that explains it, or the number or name that both have.
    fn telling(&self, kind: &str) -> String {
        let note = Target {
            kind: "agreement",
            field: "note",
        };
        let has_note = self
            .row
            .cells
            .get(&note)
            .is_some_and(|cell| *cell != Cell::Blank);
        let field = match kind {
            "payment" => Some("payment.voucher_no"),
            "lead" => Some("lead.enterprise"),
            "visit" => Some("visit.enterprise"),
            "project" if has_note => Some("agreement.note"),
            "project" => Some("project.name"),
            _ => None,
        };
        let target = field.and_then(Target::parse);
        let mut columns = self.sheet.table.columns.iter();
        let found = columns.find(|column| target.is_some() && column.target == target);
        found
            .map(|column| column.letter.clone())
            .unwrap_or_default()
    }

    /// Notices that the row may repeat the record `of`, and says what was
    /// decided about that.
    fn suspect(
        &mut self,
        kind: &'static str,
        of: Uuid,
        level: &'static str,
        (reason, matters): (&'static str, Level),
    ) -> Decision {
        let sheet = self.sheet.table.sheet.clone();
        let decision = self.decisions.about(&sheet, self.row.row);
        let title = kinds::find(kind).map_or("name", |kind| kind.title);
        // A title that is a reference is told by the suspect's id alone.
        let named = self.planner.text(of, title);
        let named = named.filter(|text| Uuid::parse_str(text).is_err());
        let named = named.unwrap_or_default().to_owned();
        // Of two rows of the file, the reader names the column.
        let column = match self.planner.makes(of) {
            true => String::new(),
            false => self.telling(kind),
        };
        self.report_at(column, reason, matters, named);
        self.suspects.push(Suspect {
            sheet,
            row: self.row.row,
            kind,
            of,
            from: self.planner.row_of(of),
            level,
            reason,
            decision,
            fresh: self.planner.makes(of),
        });
        decision
    }

    /// Notices that a record known before this row repeats it, and says what
    /// was decided: about the row of this file that told of that record, else
    /// about this one.
    fn is_repeated(
        &mut self,
        kind: &'static str,
        other: Uuid,
        level: &'static str,
        (reason, matters): (&'static str, Level),
    ) -> Decision {
        let there = self.planner.row_of(other);
        let Some((_, sheet, row)) = there.filter(|_| self.planner.makes(other)) else {
            return self.suspect(kind, other, level, (reason, matters));
        };
        let decision = self.decisions.about(&sheet, row);
        self.found.push(Problem {
            sheet: sheet.clone(),
            row,
            column: String::new(),
            field: None,
            reason,
            level: matters,
            raw: String::new(),
        });
        let here = self.planner.here();
        let from = here.map(|here| (here.file.clone(), here.sheet.clone(), here.row));
        self.suspects.push(Suspect {
            sheet,
            row,
            kind,
            of: other,
            from,
            level,
            reason,
            decision,
            fresh: true,
        });
        decision
    }

    /// Marks `other` as one that may repeat the record `id` of this row, which
    /// its own row is told of.
    fn is_repeated_by(&mut self, kind: &'static Kind, other: Uuid, id: Uuid, decision: Decision) {
        let mut told = Values::new();
        doubt(&mut told, id, decision);
        self.planner.remark(kind, other, told, Values::new());
        let mut suspects = self.suspects.iter_mut();
        if let Some(row) = suspects.rfind(|one| one.fresh && one.of == other) {
            row.of = id;
        }
    }

    /// Notices what the row has in common with the record `of`, which is too
    /// little to keep it from being counted.
    fn related(&mut self, kind: &'static str, of: Uuid, (reason, matters): (&'static str, Level)) {
        let title = kinds::find(kind).map_or("name", |kind| kind.title);
        let named = self.planner.text(of, title).unwrap_or_default().to_owned();
        self.report(reason, matters, named);
    }

    /// The raw text of the row's cells that tell of a kind.
    fn raw(&self, kind: &str) -> Values {
        self.sheet.raw(self.row, kind)
    }

    /// Whether a record of the desk was first made by an earlier state of this
    /// file, and no other row stands for it or means it now.
    fn is_of_file(&self, id: Uuid) -> bool {
        let (Some(origin), Some(here)) = (self.planner.origin(id), self.planner.here()) else {
            return false;
        };
        let free = !self.planner.taken.contains(&id) && !self.planner.is_of_other(id, here.row);
        free && self.planner.states.have(&origin.file, &here.file)
    }

    /// The one of these records that an earlier state of this file made, that
    /// no row stands for or means now, and that says the same as the row in
    /// the fields that are `left` of one which was moved and corrected.
    fn moved(&self, among: &[Uuid], values: &Values, left: &[&str]) -> Option<Uuid> {
        let is_left = |id: &&Uuid| {
            let stands = |field: &&str| self.planner.value(**id, field);
            let same = |field: &&str| stands(field) == values.get(*field);
            let says = left.iter().any(|field| {
                let value = values.get(*field);
                value.is_some_and(|value| value.is_object() && value.get("absent").is_none())
            });
            says && left.iter().all(same) && self.is_of_file(**id)
        };
        let mut found = among.iter().filter(is_left);
        let one = found.next().copied();
        one.filter(|_| found.next().is_none())
    }

    /// Whether a record of the desk was first made by this row of an earlier
    /// state of this file, and no other row stands for it or means it now.
    fn made_here(&self, id: Uuid) -> bool {
        let (Some(origin), Some(here)) = (self.planner.origin(id), self.planner.here()) else {
            return false;
        };
        let sheet = (here.sheet.as_str(), here.file.as_str());
        let same = origin.row == here.row && is_sheet_again(&origin.sheet, sheet);
        same && self.is_of_file(id)
    }
}
