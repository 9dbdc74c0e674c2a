//! Files that are earlier states of the ledger that is read: those of its
//! name, those that it puts right by its title, and those of other months whose
//! rows it lists again, as the ledger of April does with those of March.

use std::collections::{HashMap, HashSet};

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
}

impl States {
    /// Whether a file is an earlier state of the one that is read.
    pub(in crate::import) fn have(&self, earlier: &str, file: &str) -> bool {
        self.are_one(earlier, file) || self.files.contains(earlier)
    }

    /// Whether a file is the one that is read before it was put right.
    pub(in crate::import) fn are_one(&self, earlier: &str, file: &str) -> bool {
        is_resent(earlier, file) || self.put_right.contains(earlier)
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
