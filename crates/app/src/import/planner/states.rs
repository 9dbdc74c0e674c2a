//! Files that are earlier states of the ledger that is read: those of its
//! name, those that it puts right by its title, and those of other months whose
//! rows it lists again, as the ledger of April does with those of March.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::super::cells::day;
use super::super::resent::{
    is_of_other_time, is_older, is_resent, is_since_january, says_put_right,
};
use super::super::rows::meant;
use super::super::source::Sheet;
use super::Planner;

/// Rows listed again that tell that a ledger goes on from another.
const ENOUGH: usize = 3;

/// The files of other times that the ledger goes on from.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct States {
    files: HashSet<String>,
    /// Those that it puts right.
    put_right: HashSet<String>,
    /// Those of its name that are of another time: offices call the file of
    /// every month alike.
    apart: HashSet<String>,
}

impl States {
    /// Whether a file is an earlier state of the one that is read.
    pub(in crate::import) fn have(&self, earlier: &str, file: &str) -> bool {
        self.are_one(earlier, file) || self.files.contains(earlier)
    }

    /// Whether a file is the one that is read before it was put right.
    pub(in crate::import) fn are_one(&self, earlier: &str, file: &str) -> bool {
        is_resent(earlier, file) && !self.apart.contains(earlier)
            || self.put_right.contains(earlier)
    }

    /// Whether a file is of an earlier time than the one that is read, and its
    /// rows are listed again.
    pub(in crate::import) fn go_on_from(&self, earlier: &str, file: &str) -> bool {
        self.files.contains(earlier) && !is_older(file, earlier)
    }

    /// The files of which the one that is read lists the rows as they were at an
    /// earlier time.
    pub(in crate::import) fn newer_than(&self, file: &str) -> Vec<&str> {
        let newer = self.files.iter().map(String::as_str);
        let mut newer: Vec<&str> = newer.filter(|one| is_older(file, one)).collect();
        newer.sort_unstable();
        newer
    }
}

/// Finds the files of other times of which the block lists enough rows, or
/// most of its own, as they were.
pub(super) fn find(planner: &mut Planner, sheet: &Sheet<'_>) {
    let files: HashSet<&str> = planner
        .origins
        .values()
        .map(|one| one.file.as_str())
        .collect();
    let titles = sheet.table.skipped.iter().filter(|one| one.kind == "title");
    let puts_right = titles.into_iter().any(|title| says_put_right(&title.text));
    let is_other = |file: &str| match puts_right {
        true => !is_resent(file, sheet.file),
        false => is_of_other_time(file, sheet.file),
    };
    let others = files.into_iter().filter(|file| is_other(file));
    let others: HashSet<String> = others.map(str::to_owned).collect();
    let apart = match puts_right || says_put_right(sheet.file) {
        true => Vec::new(),
        false => of_another_time(planner, sheet),
    };
    planner.states.apart.extend(apart);
    if others.is_empty() {
        return;
    }
    let rows = &sheet.table.rows;
    let mut again = HashMap::<&str, usize>::new();
    for row in rows {
        let listed = meant::listed(planner, sheet.table.kind, row);
        let files: HashSet<&str> = listed
            .into_iter()
            .filter_map(|id| Some(planner.origin(id)?.file.as_str()))
            .filter(|file| others.contains(*file))
            .collect();
        for file in files {
            *again.entry(file).or_default() += 1;
        }
    }
    let since = is_since_january;
    let are_sums = |file: &str| since(file) && since(sheet.file);
    let found = again
        .into_iter()
        .filter(|(file, count)| *count >= ENOUGH || count * 2 > rows.len() || are_sums(file))
        .map(|(file, _)| file.to_owned());
    let found: Vec<String> = found.collect();
    let states = &mut planner.states;
    match puts_right {
        true => states.put_right.extend(found),
        false => states.files.extend(found),
    }
}

/// The files of the same name of which the block lists nothing again, and what
/// it lists instead is all of later days.
fn of_another_time(planner: &Planner, sheet: &Sheet<'_>) -> Vec<String> {
    let kind = sheet.table.kind;
    let Some(field) = meant::day_of(kind) else {
        return Vec::new();
    };
    // What each such file made, and the last day of that.
    let mut made = HashMap::<&str, (String, Vec<Uuid>)>::new();
    for (id, origin) in &planner.origins {
        let record = planner.standing.get(id);
        let record = record.filter(|record| record.kind.name == kind);
        let Some(record) = record.filter(|_| is_resent(&origin.file, sheet.file)) else {
            continue;
        };
        let (last, ids) = made.entry(&origin.file).or_default();
        ids.push(*id);
        *last = day(record.values.get(field))
            .unwrap_or_default()
            .max(std::mem::take(last));
    }
    if made.is_empty() {
        return Vec::new();
    }
    let rows = &sheet.table.rows;
    let own = rows.iter().filter_map(|row| {
        let said = meant::said(row, kind, field);
        day(said.as_ref())
    });
    let own: Vec<String> = own.collect();
    let Some(first) = own.iter().min() else {
        return Vec::new();
    };
    let listed = rows
        .iter()
        .flat_map(|row| meant::listed(planner, kind, row));
    let listed: HashSet<Uuid> = listed.collect();
    let is_later = |(last, ids): &(String, Vec<Uuid>)| {
        let month = |day: &str| day.get(..MONTH).map(str::to_owned);
        let is_of_other_month = month(last) != month(first);
        let is_listed = ids.iter().any(|id| listed.contains(id));
        !is_listed && last < first && (own.len() > 1 || is_of_other_month)
    };
    let found = made.into_iter().filter(|(_, made)| is_later(made));
    found.map(|(file, _)| file.to_owned()).collect()
}

/// Characters of a day that say its year and month.
const MONTH: usize = 7;
