//! How a filled form writes its numbers, its dates, and nothing.

use std::collections::{BTreeMap, HashMap};

use suoji_model::Absent;

use crate::book::{Raw, Sheet, Shown};
use crate::cells::null::{self, Null};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::rows;
use crate::write::DateLook;

/// Rows looked at.
const MOST_ROWS: usize = 200;

/// What the first rows of a form show.
#[derive(Default)]
pub(super) struct Samples {
    columns: HashMap<u32, Sample>,
    /// The word or sign that most often stands for nothing.
    pub(super) nothing: Option<String>,
}

/// What the first cells of a column show.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sample {
    /// Digits after the point.
    pub(super) decimals: Option<u8>,
    /// How dates are written.
    pub(super) date: Option<DateLook>,
}

impl Samples {
    pub(super) fn of(sheet: &Sheet, block: &Block, columns: &[Mapped]) -> Self {
        let mut samples = Self::default();
        let mut nothing: BTreeMap<String, usize> = BTreeMap::new();
        let rows = sheet.rows.iter().filter(|row| row.number > block.last);
        for row in rows.take(MOST_ROWS) {
            if rows::skip(sheet, block, columns, row).is_some() {
                continue;
            }
            for (column, raw) in &row.cells {
                match null::read(raw) {
                    Some(Null::Absent(Absent::NotApplicable)) => {
                        *nothing.entry(tight(&raw.display())).or_default() += 1;
                        continue;
                    }
                    Some(_) => continue,
                    None => {}
                }
                samples.columns.entry(*column).or_default().take(raw);
            }
        }
        let most = nothing.into_iter().max_by_key(|(_, count)| *count);
        samples.nothing = most.map(|(text, _)| text);
        samples
    }

    pub(super) fn of_column(&self, column: u32) -> Sample {
        self.columns.get(&column).copied().unwrap_or_default()
    }
}

impl Sample {
    fn take(&mut self, raw: &Raw) {
        match raw {
            Raw::Number { text, shown } => {
                let own = text.split_once('.').map_or(0, |(_, digits)| digits.len());
                let digits = match shown {
                    Shown::Decimals(digits) => *digits,
                    Shown::General | Shown::Percent => u8::try_from(own.min(6)).unwrap_or(6),
                };
                self.decimals = self.decimals.max(Some(digits));
            }
            Raw::Date(..) => {
                self.date.get_or_insert(DateLook::Iso);
            }
            Raw::Text(text) => {
                let text = tight(text);
                let year = text
                    .get(..4)
                    .is_some_and(|year| year.parse::<u16>().is_ok());
                let look = match text.as_bytes().get(4) {
                    _ if !year => None,
                    Some(b'.') => Some(DateLook::Dots),
                    Some(b'-') => Some(DateLook::Iso),
                    Some(b'/') => Some(DateLook::Slashes),
                    _ => text[4..].starts_with('年').then_some(DateLook::Words),
                };
                // Written dates tell more than stored ones.
                self.date = look.or(self.date);
            }
            _ => {}
        }
    }
}
