//! How cells look in formats whose reader of values leaves that out.

use std::collections::{BTreeMap, HashMap};

use super::comments::Comments;
use super::format::{self, Format};
use super::ods_texts::Untyped;
use crate::book::{Area, Look, Raw, Shown};

/// What one sheet says beside its values.
#[derive(Debug, Clone, Default)]
pub(super) struct Looks {
    /// By row and column from 1, where a cell shows anything of its own.
    pub(super) cells: HashMap<(u32, u32), (Shown, Look)>,
    /// Merged ranges.
    pub(super) merges: Vec<Area>,
    /// Formats that change what a cell means, by row and column from 1.
    pub(super) formats: HashMap<(u32, u32), Format>,
    /// Columns that the file hides, by number from 1.
    pub(super) hidden: Vec<u32>,
    /// Texts of which a part is struck through, each whole and without it.
    pub(super) struck: HashMap<(u32, u32), (String, String)>,
    /// Rows that the file hides, by number from 1.
    pub(super) hidden_rows: Vec<u32>,
    /// What people noted on cells.
    pub(super) comments: Comments,
    /// Texts of cells that do not say their type.
    pub(super) untyped: Vec<Untyped>,
}

/// Cells whose looks are kept.
const MOST_LOOKS: usize = 1_000_000;

impl Looks {
    /// Keeps how a cell looks, when that is anything.
    pub(super) fn put(&mut self, row: u32, column: u32, (shown, look): (Shown, Look)) {
        let plain = shown == Shown::General && look == Look::default();
        if !plain && self.cells.len() < MOST_LOOKS {
            self.cells.insert((row, column), (shown, look));
        }
    }

    /// How a number is shown.
    pub(super) fn shown(&self, row: u32, column: u32) -> Shown {
        let found = self.cells.get(&(row, column));
        found.map_or(Shown::General, |(shown, _)| *shown)
    }

    /// A cell as its format shows it, `约3000`, without what is struck through.
    pub(super) fn told(&self, row: u32, column: u32, raw: Raw) -> Raw {
        if let Some((_, kept)) = self.struck.get(&(row, column)) {
            return if kept.is_empty() {
                raw
            } else {
                Raw::text(kept)
            };
        }
        match self.formats.get(&(row, column)) {
            Some(format) => format.tell(raw),
            None => raw,
        }
    }

    /// Fills and lines through text.
    pub(super) fn looks(&self) -> HashMap<(u32, u32), Look> {
        let cells = self.cells.iter();
        let with_look = cells.filter(|(_, (_, look))| *look != Look::default());
        let mut looks: HashMap<_, Look> = with_look.map(|(at, (_, look))| (*at, *look)).collect();
        for (at, _) in self.struck.iter().filter(|(_, (_, kept))| kept.is_empty()) {
            looks.entry(*at).or_default().struck = true;
        }
        looks
    }

    /// Whole texts of which a part is struck through.
    pub(super) fn struck_parts(&self) -> BTreeMap<(u32, u32), String> {
        let parts = self.struck.iter();
        let parts = parts.filter(|(_, (_, kept))| !kept.is_empty());
        parts.map(|(at, (whole, _))| (*at, whole.clone())).collect()
    }
}

/// The colour of a text, where it is neither black nor white nor grey.
pub(super) fn coloured(rgb: [u8; 3]) -> Option<[u8; 3]> {
    let (most, least) = (rgb.iter().max()?, rgb.iter().min()?);
    (most - least >= 64).then_some(rgb)
}

/// How a number format's code shows numbers.
pub(super) fn shown(code: &str) -> Shown {
    let bare = format::bare(code);
    let positive = bare.split(';').next().unwrap_or_default();
    if positive.contains('%') {
        return Shown::Percent;
    }
    match positive.split_once('.') {
        Some((_, rest)) => {
            let digits = rest.bytes().take_while(|byte| *byte == b'0').count();
            Shown::Decimals(u8::try_from(digits).unwrap_or(u8::MAX))
        }
        None if positive.contains('0') => Shown::Decimals(0),
        None => Shown::General,
    }
}
