//! Plain tables, aligned by the width that a terminal gives each character:
//! a Chinese one takes two columns.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest a cell may be on a terminal.
const WIDEST: usize = 36;

/// Rows of cells under headings.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
    right: Vec<bool>,
    /// Whether long cells are cut, for a terminal.
    pub(crate) cut: bool,
}

impl Table {
    /// A table with these headings.
    pub(crate) fn new<T: Into<String>>(headings: impl IntoIterator<Item = T>) -> Self {
        let headings: Vec<_> = headings.into_iter().map(Into::into).collect();
        Self {
            right: vec![false; headings.len()],
            rows: vec![headings],
            cut: false,
        }
    }

    /// Aligns that column to the right, for numbers.
    pub(crate) fn right(mut self, column: usize) -> Self {
        if let Some(right) = self.right.get_mut(column) {
            *right = true;
        }
        self
    }

    /// Adds a row.
    pub(crate) fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// The lines, each ending in a line feed.
    pub(crate) fn text(&self) -> String {
        let shown: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| self.shown(cell)).collect())
            .collect();
        let widths: Vec<usize> = (0..self.right.len())
            .map(|column| {
                let width = |row: &Vec<String>| row.get(column).map_or(0, |cell| cell.width());
                shown.iter().map(width).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        for row in &shown {
            let mut line = String::new();
            for ((cell, width), right) in row.iter().zip(&widths).zip(&self.right) {
                let blanks = " ".repeat(width.saturating_sub(cell.width()));
                let (before, after) = if *right {
                    (&*blanks, "")
                } else {
                    ("", &*blanks)
                };
                line.push_str(&format!("{before}{cell}{after}  "));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    fn shown(&self, cell: &str) -> String {
        let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.cut || line.width() <= WIDEST {
            return line;
        }
        let mut width = 1;
        let mut kept: String = line
            .chars()
            .take_while(|one| {
                width += one.width().unwrap_or(0);
                width <= WIDEST
            })
            .collect();
        kept.push('…');
        kept
    }
}
