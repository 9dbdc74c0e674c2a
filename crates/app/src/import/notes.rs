//! What a report says of single rows: the first of it is listed and the rest
//! counted, so that a ledger of a million rows takes no more room than one of
//! some thousands.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::contract::{DuplicateInfo, ImportMore, ProblemGroup, ProblemInfo};

/// Problems that are listed, and rows that may repeat a record.
const LISTED: usize = 20_000;

/// What makes problems alike.
type Alike = (String, String, String);

/// What is said of rows.
#[derive(Default)]
pub(super) struct Notes {
    /// Problems still to be passed over, which are only counted.
    passed: u64,
    problems: Vec<ProblemInfo>,
    duplicates: Vec<DuplicateInfo>,
    more: ImportMore,
    /// Where problems stand in `more` that are alike.
    places: HashMap<Alike, usize>,
    /// Rows that may repeat a record and are not listed, by sheet.
    others: HashMap<String, HashSet<u32>>,
}

impl Notes {
    /// Lists problems only after so many others.
    pub(super) fn after(passed: u64) -> Self {
        Self {
            passed,
            ..Self::default()
        }
    }

    /// Takes a problem in.
    pub(super) fn problem(&mut self, problem: ProblemInfo) {
        if self.passed == 0 && self.problems.len() < LISTED {
            self.problems.push(problem);
            return;
        }
        self.passed = self.passed.saturating_sub(1);
        self.more.problems += 1;
        let groups = &mut self.more.groups;
        let place = self.places.entry(alike(&problem)).or_insert_with(|| {
            groups.push(group(&problem));
            groups.len() - 1
        });
        groups[*place].count += 1;
    }

    /// Takes a row in that may repeat a record.
    pub(super) fn duplicate(&mut self, duplicate: DuplicateInfo) {
        if self.duplicates.len() < LISTED {
            self.duplicates.push(duplicate);
            return;
        }
        self.more.duplicates += 1;
        let rows = self.others.entry(duplicate.sheet).or_default();
        rows.insert(duplicate.row);
    }

    /// The rows that may repeat a record, as far as they are listed.
    pub(super) fn duplicates(&mut self) -> &mut Vec<DuplicateInfo> {
        &mut self.duplicates
    }

    /// Whether a row may repeat a record, so that something is decided.
    pub(super) fn is_suspect(&self, sheet: &str, row: u32) -> bool {
        let is_here = |one: &DuplicateInfo| one.row == row && one.sheet == sheet;
        let mut listed = self.duplicates.iter();
        listed.any(|one| one.decision.is_some() && is_here(one)) || self.is_counted(sheet, row)
    }

    /// Whether a row that may repeat a record was only counted.
    pub(super) fn is_counted(&self, sheet: &str, row: u32) -> bool {
        let rows = self.others.get(sheet);
        rows.is_some_and(|rows| rows.contains(&row))
    }

    /// A row's problem that the reader saw in a column is not told again of
    /// the whole row.
    pub(super) fn say_once(&mut self) {
        let place = |one: &ProblemInfo| (one.sheet.clone(), one.row, one.reason.clone());
        let in_column = self.problems.iter();
        let in_column: BTreeSet<_> = in_column
            .filter(|one| !one.column.is_empty())
            .map(place)
            .collect();
        let mut seen = BTreeSet::new();
        self.problems.retain(|one| {
            let new = seen.insert((place(one), one.column.clone(), one.raw.clone()));
            new && (!one.column.is_empty() || one.row == 0 || !in_column.contains(&place(one)))
        });
    }

    /// All of it: what is listed, and what is only counted, if anything.
    pub(super) fn finish(self) -> (Vec<ProblemInfo>, Vec<DuplicateInfo>, Option<ImportMore>) {
        let all = self.more.problems == 0 && self.more.duplicates == 0;
        (self.problems, self.duplicates, (!all).then_some(self.more))
    }
}

/// What a problem has in common with others like it.
pub(super) fn alike(problem: &ProblemInfo) -> Alike {
    (
        problem.reason.clone(),
        problem.sheet.clone(),
        problem.column.clone(),
    )
}

/// A group of problems like this one, of which none is counted yet.
pub(super) fn group(problem: &ProblemInfo) -> ProblemGroup {
    ProblemGroup {
        reason: problem.reason.clone(),
        level: problem.level,
        sheet: problem.sheet.clone(),
        column: problem.column.clone(),
        field: problem.field.clone(),
        count: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::ProblemLevel;

    fn problem(row: u32) -> ProblemInfo {
        ProblemInfo {
            sheet: "台账".to_owned(),
            row,
            column: ["H", "I"][row as usize % 2].to_owned(),
            field: None,
            reason: "approximate".to_owned(),
            level: ProblemLevel::Info,
            raw: String::new(),
        }
    }

    #[test]
    fn the_rest_is_listed_when_the_first_are_passed_over() {
        let rows = u32::try_from(LISTED).expect("rows") + 7;
        let mut notes = Notes::after(LISTED as u64);
        (1..=rows).map(problem).for_each(|one| notes.problem(one));
        let (problems, _, more) = notes.finish();
        let listed: Vec<u32> = problems.iter().map(|one| one.row).collect();
        assert_eq!(listed, (rows - 6..=rows).collect::<Vec<_>>());
        assert_eq!(more.expect("more").problems, LISTED as u64);
    }

    #[test]
    fn what_is_not_listed_is_counted() {
        let mut notes = Notes::default();
        let rows = u32::try_from(LISTED).expect("rows") + 7;
        for row in 1..=rows {
            notes.problem(problem(row));
            notes.duplicate(DuplicateInfo {
                sheet: "台账".to_owned(),
                row,
                kind: "project".to_owned(),
                of: None,
                from: None,
                of_this_file: true,
                level: "L1".to_owned(),
                reason: "duplicate_project".to_owned(),
                decision: None,
            });
        }
        notes.say_once();
        assert!(notes.is_counted("台账", rows));
        assert!(!notes.is_counted("台账", 1));
        let (problems, duplicates, more) = notes.finish();
        assert_eq!((problems.len(), duplicates.len()), (LISTED, LISTED));
        let more = more.expect("more");
        assert_eq!((more.problems, more.duplicates), (7, 7));
        let counts: Vec<u64> = more.groups.iter().map(|group| group.count).collect();
        assert_eq!(counts, [4, 3]);
    }
}
