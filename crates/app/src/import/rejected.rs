//! The rejected rows as a file that can be put right and imported again.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{
    Column, Encoding, LedgerRow, Line, Out, Problem, Sheet, Table, date_in_full, write_csv,
    write_xlsx,
};
use suoji_model::words::{Language, word};

use crate::contract::ExportDone;
use crate::fault::Fault;

/// The heading of the column that says why.
const WHY: &str = "未导入原因";
/// Why a row was held of which nothing is wrong by itself.
const TABLE_OPEN: &str = "problem.ledger_unknown";
/// Lines of a workbook; more of them become csv, whose memory is that of its
/// text.
const MOST_IN_BOOK: usize = 100_000;
/// Between the cells of a line while it is held; no cell has one.
const BETWEEN: char = '\u{1f}';

/// The rejected rows of a file: tables one below the other, each under its
/// headings.
#[derive(Default)]
pub(super) struct Rejected {
    heads: Vec<String>,
    /// Each line in one piece: of a long ledger there may be a million.
    lines: Vec<Box<str>>,
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
            self.lines.push(Box::from(""));
            self.lines.push(joined(heads.iter().map(String::as_str)));
        }
        let sentence = |problem: &Problem| {
            let key = format!("problem.{}", problem.reason);
            word(Language::Chinese, &key).to_owned()
        };
        let mut reasons: Vec<String> = why.map(sentence).collect();
        if reasons.is_empty() {
            reasons.push(word(Language::Chinese, TABLE_OPEN).to_owned());
        }
        self.last = heads;
        self.rows += 1;
        let columns = table.columns.iter().enumerate();
        let texts = columns.map(|(at, column)| in_full(row, at, column));
        let texts: Vec<Cow<'_, str>> = texts.collect();
        let why = reasons.join("；");
        let texts = texts.iter().map(|text| &**text);
        self.lines.push(joined(texts.chain([why.as_str()])));
    }

    /// The file; `None` when no row was rejected.
    pub(super) fn file(self, of: &str) -> Result<Option<ExportDone>, Fault> {
        if self.rows == 0 {
            return Ok(None);
        }
        let stem = of.rsplit_once('.').map_or(of, |(stem, _)| stem);
        let sheet = Sheet::plain(stem, &self.heads);
        let (ending, many) = match self.lines.len() {
            ..=MOST_IN_BOOK => ("xlsx", false),
            _ => ("csv", true),
        };
        let lines = self
            .lines
            .into_iter()
            .map(|line| Line::Record(apart(&line)));
        let bytes = match many {
            true => write_csv(&sheet, lines, Encoding::default())?,
            false => write_xlsx(&sheet, lines)?,
        };
        Ok(Some(ExportDone {
            file_name: format!("{stem}_未导入.{ending}"),
            data: BASE64.encode(bytes),
            rows: self.rows,
        }))
    }
}

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> Box<str> {
    let mut line = String::new();
    for (index, text) in texts.enumerate() {
        if index > 0 {
            line.push(BETWEEN);
        }
        line.push_str(text);
    }
    line.into_boxed_str()
}

fn apart(line: &str) -> Vec<Out> {
    let texts = line.split(BETWEEN).map(|text| match text {
        "" => Out::Blank,
        text => Out::Text(text.to_owned()),
    });
    texts.collect()
}

/// The text of a cell; a date has the year that stood in a title.
fn in_full<'r>(row: &'r LedgerRow, at: usize, column: &Column) -> Cow<'r, str> {
    let text = row.text(at).unwrap_or_default();
    let cell = column.target.and_then(|target| row.cells.get(&target));
    let full = cell.and_then(|cell| date_in_full(text, cell));
    full.map_or(Cow::Borrowed(text), Cow::Owned)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_lines_become_text() {
        let of = |lines: usize| {
            let rejected = Rejected {
                heads: vec!["项目".to_owned(), WHY.to_owned()],
                lines: vec![joined(["甲", "没有名称"].into_iter()); lines],
                rows: 1,
                ..Rejected::default()
            };
            let file = rejected.file("台账.xlsx").expect("written");
            file.expect("a file").file_name
        };
        assert_eq!(of(1), "台账_未导入.xlsx");
        assert_eq!(of(MOST_IN_BOOK + 1), "台账_未导入.csv");
        assert_eq!(
            apart(&joined(["甲", "", "乙"].into_iter())),
            [
                Out::Text("甲".to_owned()),
                Out::Blank,
                Out::Text("乙".to_owned())
            ]
        );
    }
}
