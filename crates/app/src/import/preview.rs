//! The first rows of a ledger, shown before it is read whole.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::book::{Row, Sheet, letters};
use suoji_exchange::{Input, Workbook, ledgers, preview, read, understand_with};

use super::request::{Bytes, options};
use super::{report, templates};
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

/// Rows of each sheet that are shown.
const ROWS: usize = 200;
/// Columns of a sheet that are shown.
const WIDTH: u32 = 256;
/// A file up to this size is read whole: then merged headings are known.
const SMALL: u64 = 1 << 20;

impl App {
    /// Looks at the first rows of a ledger, and holds its bytes for the tries
    /// to come.
    pub(crate) async fn preview_ledger(
        &self,
        request: PreviewLedger,
    ) -> Result<LedgerPreview, Fault> {
        let bad = |detail: String| Fault::new(Code::BadRequest).with("detail", detail);
        let (bytes, held) = match (request.data, request.path, request.held) {
            (Some(data), None, None) => {
                let bytes = BASE64
                    .decode(data)
                    .map_err(|error| bad(error.to_string()))?;
                let held = self.holder().hold(bytes);
                (Bytes::Own(held.bytes.clone()), Some(held.token.clone()))
            }
            (None, Some(path), None) => (Bytes::File(path.into()), None),
            (None, None, Some(token)) => {
                let held = self.holder().get(&token)?;
                (Bytes::Own(held.bytes.clone()), Some(token))
            }
            _ => return Err(bad("data, path or held".to_owned())),
        };
        let mut options = options(
            request.mappings,
            request.answers,
            request.hidden_sheets.unwrap_or(false),
        );
        let desk = self.desk().await?;
        let templates = templates::offer(&desk, &mut options, request.template.as_deref()).await?;
        drop(desk);
        let name: Arc<str> = request.name.into();
        let own = name.clone();
        let looked = tokio::task::spawn_blocking(move || {
            let (book, size) = beginning(&own, &bytes)?;
            let understood = understand_with(&book, &options);
            Ok((book, understood, size))
        });
        let looked = looked
            .await
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        let (book, understood, bytes) = looked.map_err(|error| Fault::of_reading(&name, &error))?;
        let tables = understood.tables.iter();
        Ok(LedgerPreview {
            held,
            bytes,
            sheets: sheets(&book),
            problems: understood
                .problems
                .iter()
                .map(report::problem_info)
                .collect(),
            questions: understood
                .questions
                .iter()
                .map(report::question_info)
                .collect(),
            tables: tables.map(report::table_read).collect(),
            ledgers: ledgers()
                .map(|(name, kinds)| LedgerInfo {
                    name: name.to_owned(),
                    kinds: kinds.map(str::to_owned).collect(),
                })
                .collect(),
            templates,
        })
    }
}

/// The first rows of a file, and its size.
fn beginning(name: &str, bytes: &Bytes) -> Result<(Workbook, u64), suoji_exchange::ReadError> {
    let (input, size) = match bytes {
        Bytes::Own(bytes) => (Input::Bytes(bytes), bytes.len() as u64),
        Bytes::Sample(bytes) => (Input::Bytes(bytes), bytes.len() as u64),
        Bytes::File(path) => {
            let size = std::fs::metadata(path).map_or(u64::MAX, |data| data.len());
            (Input::File(path), size)
        }
    };
    let book = match input {
        Input::Bytes(bytes) if size <= SMALL => read(name, bytes)?,
        input => preview(name, input, ROWS + 1)?,
    };
    Ok((book, size))
}

fn sheets(book: &Workbook) -> Vec<SheetPreview> {
    let filled = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    filled.map(sheet_preview).collect()
}

fn sheet_preview(sheet: &Sheet) -> SheetPreview {
    let shown = &sheet.rows[..sheet.rows.len().min(ROWS)];
    let last = |row: &Row| row.cells.last().map_or(0, |(column, _)| *column);
    SheetPreview {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        width: shown.iter().map(last).max().unwrap_or(0).min(WIDTH),
        rows: shown.iter().map(raw_row).collect(),
        more: sheet.rows.len() > shown.len(),
    }
}

fn raw_row(row: &Row) -> RawRow {
    let cells = row.cells.iter().filter(|(column, _)| *column <= WIDTH);
    RawRow {
        sheet: String::new(),
        row: row.number,
        cells: cells
            .map(|(column, raw)| (letters(*column), raw.display()))
            .collect(),
    }
}
