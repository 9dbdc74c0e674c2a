//! The rejected rows as a file that can be put right and imported again.

use std::borrow::Cow;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{
    Column, Encoding, LedgerRow, Line, Out, Problem, Sheet, Span, Table, date_in_full, write_book,
    write_csv,
};
use suoji_model::words::{Language, field_key, word};

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
/// Between the headings of sections that lie in each other.
const WITHIN: &str = " ▸ ";

/// The rejected rows of a file: its sheets, and on each its tables one below
/// the other, each under its own title and headings.
#[derive(Default)]
pub(super) struct Rejected {
    pages: Vec<Page>,
    /// The table and the row that the last line is.
    place: Option<(String, u32)>,
    rows: u64,
}

/// The rejected rows of a sheet. What the sheet, its titles and its sections
/// said of them goes with them.
#[derive(Default)]
struct Page {
    name: String,
    /// The lines above the first table.
    top: Vec<String>,
    heads: Vec<String>,
    lines: Vec<Held>,
    /// The table, the headings and the section of the last line.
    table: String,
    last: Vec<String>,
    section: Option<Arc<str>>,
}

/// A line while it is held, in one piece: of a long ledger there may be a
/// million.
enum Held {
    Cells(Box<str>),
    Section(Box<str>),
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
        self.rows += 1;
        let sentence = |problem: &Problem| {
            let key = format!("problem.{}", problem.reason);
            word(Language::Chinese, &key).to_owned()
        };
        let mut reasons: Vec<String> = why.map(sentence).collect();
        if reasons.is_empty() {
            reasons.push(word(Language::Chinese, TABLE_OPEN).to_owned());
        }
        let at = self.pages.iter().position(|page| page.name == table.sheet);
        let at = at.unwrap_or_else(|| {
            self.pages.push(Page {
                name: table.sheet.clone(),
                ..Page::default()
            });
            self.pages.len() - 1
        });
        self.pages[at].add(table, row, &reasons.join("；"));
    }

    /// The file; `None` when no row was rejected.
    pub(super) fn file(self, of: &str) -> Result<Option<ExportDone>, Fault> {
        if self.rows == 0 {
            return Ok(None);
        }
        let stem = of.rsplit_once('.').map_or(of, |(stem, _)| stem);
        let lines: usize = self.pages.iter().map(|page| page.lines.len()).sum();
        let (ending, bytes) = match lines {
            ..=MOST_IN_BOOK => {
                let pages: Vec<(Sheet, Vec<Held>)> =
                    self.pages.into_iter().map(Page::written).collect();
                let pages = pages
                    .iter()
                    .map(|(sheet, lines)| (sheet, lines.iter().map(Held::line)));
                ("xlsx", write_book(pages)?)
            }
            _ => {
                let (sheet, lines) = Page::below_each_other(self.pages).written();
                let lines = lines.iter().map(Held::line);
                ("csv", write_csv(&sheet, lines, Encoding::default())?)
            }
        };
        Ok(Some(ExportDone {
            file_name: format!("{stem}_未导入.{ending}"),
            data: BASE64.encode(bytes),
            rows: self.rows,
        }))
    }
}

impl Page {
    fn add(&mut self, table: &Table, row: &LedgerRow, why: &str) {
        let units = row.units.as_deref().unwrap_or_default();
        let heads = table.columns.iter().enumerate().map(|(at, column)| {
            let own = units.get(at).copied().flatten();
            head(column, own.or(column.unit))
        });
        let said = table.constants.iter().map(|(target, _)| {
            let key = field_key(target.kind, target.field);
            word(Language::Chinese, &key).to_owned()
        });
        let heads: Vec<String> = heads.chain(said).chain([WHY.to_owned()]).collect();
        if self.heads.is_empty() {
            self.top.clone_from(&table.above);
            self.heads.clone_from(&heads);
        } else if self.table != table.key || self.last != heads {
            self.lines.push(Held::Cells(Box::from("")));
            if self.table != table.key {
                let above = table.above.iter().map(|text| Box::from(text.as_str()));
                self.lines.extend(above.map(Held::Section));
            }
            let heads = joined(heads.iter().map(String::as_str));
            self.lines.push(Held::Cells(heads));
        }
        if self.table != table.key {
            self.table.clone_from(&table.key);
            self.section = None;
        }
        self.last = heads;
        if self.section != row.section {
            let parts = row.section.iter().flat_map(|section| section.split(WITHIN));
            let own = parts.filter(|part| table.above.iter().all(|line| line != part));
            self.lines
                .extend(own.map(|part| Held::Section(part.into())));
            self.section.clone_from(&row.section);
        }
        let columns = table.columns.iter().enumerate();
        let texts = columns.map(|(at, column)| in_full(row, at, column));
        let texts: Vec<Cow<'_, str>> = texts.collect();
        let said = table.constants.iter().map(|(_, text)| text.as_str());
        let texts = texts.iter().map(|text| &**text);
        let line = joined(texts.chain(said).chain([why]));
        self.lines.push(Held::Cells(line));
    }

    /// One page of several, for a file that has no sheets.
    fn below_each_other(pages: Vec<Self>) -> Self {
        let mut pages = pages.into_iter();
        let mut first = pages.next().unwrap_or_default();
        for page in pages {
            first.lines.push(Held::Cells(Box::from("")));
            let above = page.top.into_iter().map(String::into_boxed_str);
            first.lines.extend(above.map(Held::Section));
            let heads = joined(page.heads.iter().map(String::as_str));
            first.lines.push(Held::Cells(heads));
            first.lines.extend(page.lines);
        }
        first
    }

    fn written(self) -> (Sheet, Vec<Held>) {
        let plain = Sheet::plain(&self.name, &self.heads);
        let to = plain.last_column();
        let top = self.top.into_iter().enumerate().map(|(at, text)| {
            vec![Span {
                text,
                to,
                is_title: at == 0,
                ..Span::default()
            }]
        });
        let top = top.collect();
        (Sheet { top, ..plain }, self.lines)
    }
}

impl Held {
    fn line(&self) -> Line {
        match self {
            Self::Cells(cells) => Line::Record(apart(cells)),
            Self::Section(text) => Line::Section(text.to_string()),
        }
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
            let line = || Held::Cells(joined(["甲", "没有名称"].into_iter()));
            let page = Page {
                name: "Sheet1".to_owned(),
                heads: vec!["项目".to_owned(), WHY.to_owned()],
                lines: std::iter::repeat_with(line).take(lines).collect(),
                ..Page::default()
            };
            let rejected = Rejected {
                pages: vec![page],
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
