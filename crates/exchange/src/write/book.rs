//! Several plain tables in one workbook.

use rust_xlsxwriter::{Format, Workbook};

use super::WriteError;
use super::xlsx::allowed;

/// A table with one row of headings.
#[derive(Debug, Clone, Default)]
pub struct PlainTable {
    /// The name on its tab.
    pub name: String,
    /// The headings.
    pub heads: Vec<String>,
    /// The rows, as texts.
    pub rows: Vec<Vec<String>>,
}

/// Writes tables of texts, a sheet each. Text is always a text cell.
///
/// # Errors
/// More rows or columns than a sheet holds, or a name that is not allowed.
pub fn write_tables(tables: &[PlainTable]) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for table in tables {
        let page = book.add_worksheet();
        page.set_name(allowed(&table.name))?;
        page.set_freeze_panes(1, 0)?;
        for (column, head) in (0_u16..).zip(&table.heads) {
            page.write_string_with_format(0, column, head, &bold)?;
            page.set_column_width(column, 18)?;
        }
        for (row, cells) in (1_u32..).zip(&table.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                if !cell.is_empty() {
                    page.write_string(row, column, cell)?;
                }
            }
        }
    }
    Ok(book.save_to_buffer()?)
}
