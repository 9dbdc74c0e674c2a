//! What is kept of the lists that were asked for last: how many rows they
//! have, what these add up to, and which rows they are in order. All of it
//! can be made anew from the file, and is true for one number of the log.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use suoji_model::Kind;
use uuid::Uuid;

use crate::conditions::Conditions;
use crate::query::{Query, Sort};
use crate::totals::Totals;

/// Lists whose totals are kept.
const MOST_SUMMARIES: usize = 32;
/// Lists whose order is kept.
const MOST_ORDERS: usize = 8;
/// Rows that all kept orders may have together.
const MOST_ROWS: usize = 2_000_000;

/// Names a list's rows, or these in an order.
type Name = [u8; 32];

/// What is true of all rows of a list.
#[derive(Debug)]
pub(crate) struct Summary {
    /// How many there are, and their sums.
    pub(crate) totals: Totals,
    /// The condition they meet.
    pub(crate) conditions: Conditions,
}

/// Something that was true when the log ended with `seq`.
#[derive(Debug, Clone)]
pub(crate) struct At<T> {
    pub(crate) seq: i64,
    pub(crate) what: T,
}

/// The lists of one desk.
#[derive(Debug, Default)]
pub(crate) struct OpenLists {
    kept: Mutex<Kept>,
    /// Held by who reads a list anew, so that others need not.
    pub(crate) reading: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct Kept {
    summaries: VecDeque<(Name, At<Arc<Summary>>)>,
    orders: VecDeque<(Name, At<Arc<Vec<Uuid>>>)>,
}

/// The two names of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    rows: Name,
    ordered: Name,
}

impl Names {
    /// The names of the list that a query asks for a page of.
    pub(crate) fn of(kind: &Kind, query: &Query) -> Self {
        let mut hash = Sha256::new();
        let rows = (&query.filters, query.text(), &query.ids, query.deleted);
        hash.update(format!("{} {rows:?}", kind.name));
        let rows = hash.clone().finalize().into();
        for Sort { field, descending } in &query.sort {
            hash.update(format!(" {field} {descending}"));
        }
        let ordered = hash.finalize().into();
        Self { rows, ordered }
    }
}

impl OpenLists {
    /// What is kept of all rows of a list.
    pub(crate) fn summary(&self, names: &Names) -> Option<At<Arc<Summary>>> {
        recall(&mut self.kept().summaries, &names.rows)
    }

    /// What is kept of a list's order.
    pub(crate) fn order(&self, names: &Names) -> Option<At<Arc<Vec<Uuid>>>> {
        recall(&mut self.kept().orders, &names.ordered)
    }

    /// Keeps what is true of all rows of a list.
    pub(crate) fn keep_summary(&self, names: &Names, summary: At<Arc<Summary>>) {
        let mut kept = self.kept();
        keep(&mut kept.summaries, names.rows, summary);
        if kept.summaries.len() > MOST_SUMMARIES {
            kept.summaries.pop_front();
        }
    }

    /// Keeps a list's order.
    pub(crate) fn keep_order(&self, names: &Names, order: At<Arc<Vec<Uuid>>>) {
        let mut kept = self.kept();
        keep(&mut kept.orders, names.ordered, order);
        let rows = |kept: &Kept| {
            kept.orders
                .iter()
                .map(|(_, at)| at.what.len())
                .sum::<usize>()
        };
        while kept.orders.len() > MOST_ORDERS || kept.orders.len() > 1 && rows(&kept) > MOST_ROWS {
            kept.orders.pop_front();
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // What is kept is whole between any two statements that change it.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is kept under a name, which moves to the end.
fn recall<T: Clone>(kept: &mut VecDeque<(Name, T)>, name: &Name) -> Option<T> {
    let at = kept.iter().position(|(known, _)| known == name)?;
    let entry = kept.remove(at)?;
    let what = entry.1.clone();
    kept.push_back(entry);
    Some(what)
}

fn keep<T>(kept: &mut VecDeque<(Name, T)>, name: Name, what: T) {
    kept.retain(|(known, _)| *known != name);
    kept.push_back((name, what));
}
