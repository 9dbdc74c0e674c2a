//! The rejected rows as a file that can be put right and imported again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{Column, LedgerRow, Line, Out, Problem, Sheet, Table, write_xlsx};
use suoji_model::words::{Language, word};

use crate::contract::ExportDone;
use crate::fault::Fault;

/// The heading of the column that says why.
const WHY: &str = "未导入原因";

/// The rejected rows of a file: tables one below the other, each under its
/// headings.
#[derive(Default)]
pub(super) struct Rejected {
    heads: Vec<String>,
    lines: Vec<Vec<Out>>,
    /// The headings of the table that the last line is of.
    last: Vec<String>,
    /// The table and the row that the last line is.
    place: Option<(String, u32)>,
    rows: u64,
}

impl Rejected {
    /// Takes a row in with what is wrong about it.
    pub(super) fn add<'p>(
        &mut self,
        table: &Table,
        row: &LedgerRow,
        why: impl Iterator<Item = &'p Problem>,
    ) {
        // Of a row that makes several records, once.
        let place = Some((table.key.clone(), row.row));
        if self.place == place {
            return;
        }
        self.place = place;
        let units = row.units.as_deref().unwrap_or_default();
        let heads = table.columns.iter().enumerate().map(|(at, column)| {
            let own = units.get(at).copied().flatten();
            head(column, own.or(column.unit))
        });
        let heads: Vec<String> = heads.chain([WHY.to_owned()]).collect();
        if self.heads.is_empty() {
            self.heads.clone_from(&heads);
        } else if self.last != heads {
            self.lines.push(Vec::new());
            self.lines
                .push(heads.iter().cloned().map(Out::Text).collect());
        }
        let sentence = |problem: &Problem| {
            let key = format!("problem.{}", problem.reason);
            word(Language::Chinese, &key).to_owned()
        };
        let reasons: Vec<String> = why.map(sentence).collect();
        self.last = heads;
        self.rows += 1;
        let texts = (0..table.columns.len()).map(|column| {
            let text = row.text(column);
            text.map_or(Out::Blank, |text| Out::Text(text.to_owned()))
        });
        let why = Out::Text(reasons.join("；"));
        self.lines.push(texts.chain([why]).collect());
    }

    /// The file; `None` when no row was rejected.
    pub(super) fn file(self, of: &str) -> Result<Option<ExportDone>, Fault> {
        if self.rows == 0 {
            return Ok(None);
        }
        let stem = of.rsplit_once('.').map_or(of, |(stem, _)| stem);
        let sheet = Sheet::plain(stem, &self.heads);
        let bytes = write_xlsx(&sheet, self.lines.into_iter().map(Line::Record))?;
        Ok(Some(ExportDone {
            file_name: format!("{stem}_未导入.xlsx"),
            data: BASE64.encode(bytes),
            rows: self.rows,
        }))
    }
}

/// A heading with its unit, which may have stood in a line above.
fn head(column: &Column, unit: Option<&str>) -> String {
    let said = column.unit.filter(|own| column.head.contains(own));
    match unit {
        Some(unit) if said.is_some_and(|own| own != unit) => {
            // The heading names a unit that the rows further down no longer have.
            column.head.replace(said.unwrap_or_default(), unit)
        }
        Some(unit) if said.is_none() => format!("{}（{unit}）", column.head),
        _ => column.head.clone(),
    }
}
