//! Ledgers nobody has seen before, written small: what stands in them, and
//! the truth about it.

mod again;
mod beside;
mod between;
mod by_quarter;
mod by_title;
mod carriers;
mod ceremonies;
mod colours;
mod comments;
mod counted_once;
mod doors;
mod elsewhere;
mod ended;
mod equivalents;
mod firms;
mod flattened;
mod form_rows;
mod forms_in_use;
mod grouped;
mod heard;
mod key_projects;
mod known;
mod laid_out;
mod landed;
mod latest;
mod let_in_parts;
mod marks;
mod mixed;
mod named;
mod named_beside;
mod named_otherwise;
mod nested;
mod newest;
mod numbered;
mod occupied;
mod odd;
mod offices;
mod one_list;
mod others;
mod pages;
mod paid_in_kind;
mod papers;
mod parts;
mod people;
mod periods;
mod phrases;
mod planned;
mod printed;
mod provinces;
mod recognised;
mod regions;
mod registers;
mod remarks;
mod renamed;
mod reported;
mod reports;
mod said;
mod section_says;
mod sections;
mod shapes;
mod signing;
mod spans;
mod stacked;
mod stages;
mod standing;
mod standing_words;
mod still_so;
mod struck;
mod sums;
mod talks;
mod titled;
mod towns;
mod undone;
mod unlike;
mod unmerged;
mod values;
mod visits;
mod weeks;
mod within;
mod worded;
mod worded_otherwise;
mod world;

use rust_xlsxwriter::{Color, Format, Workbook, Worksheet, XlsxError};
use suoji_model::{Cell, Mark, Precision, Value};

use crate::problem::Problem;
use crate::table::{LedgerRow, Table, Target};
use crate::{Understood, read, understand};

/// One ledger: its sheets, and what must come of it.
struct Stranger<'a> {
    file: &'a str,
    /// The name on the tab, the cells as csv, and merged ranges. A text that
    /// begins with `~` is struck through, one with `#` lies on grey.
    sheets: &'a [(&'a str, &'a str, &'a [&'a str])],
    /// `sheet ledger heading-rows rows` of every table.
    tables: &'a [&'a str],
    /// Every record: `field=value` of what is asked about, with an exclamation
    /// mark where it is not counted.
    records: &'a [&'a str],
}

fn understood(stranger: &Stranger<'_>) -> Understood {
    let bytes = workbook(stranger).expect("workbook");
    understand(&read(stranger.file, &bytes).expect("xlsx"))
}

/// `row reason raw` of what is told at the level that asks for an answer.
fn musts(stranger: &Stranger<'_>) -> Vec<String> {
    let musts = problems(stranger).into_iter();
    let musts = musts.filter(|one| one.level == crate::problem::Level::Must);
    musts
        .map(|one| format!("{} {} {}", one.row, one.reason, one.raw))
        .collect()
}

/// What is told of the ledger's rows and tables, apart from lines left out.
fn problems(stranger: &Stranger<'_>) -> Vec<Problem> {
    let tables = understood(stranger).tables.into_iter();
    let problems = tables.flat_map(|table| {
        let rows = table.rows.into_iter().flat_map(|row| row.problems);
        rows.chain(table.problems)
    });
    problems
        .filter(|one| !matches!(one.reason, "row_skipped" | "no_payment"))
        .collect()
}

fn check(stranger: &Stranger<'_>) {
    let found = understood(stranger);
    let tables: Vec<String> = found.tables.iter().map(table).collect();
    assert_eq!(tables, stranger.tables, "{}", stranger.file);
    let rows: Vec<&LedgerRow> = found.tables.iter().flat_map(|one| &one.rows).collect();
    assert_eq!(rows.len(), stranger.records.len(), "{}", stranger.file);
    for (row, wanted) in rows.into_iter().zip(stranger.records) {
        let fields = wanted.trim_start_matches('!').split(' ');
        let fields = fields.filter(|one| !one.is_empty());
        let said: Vec<String> = fields
            .map(|one| {
                let (field, _) = one.split_once('=').unwrap_or((one, ""));
                format!("{field}={}", shown(row, field))
            })
            .collect();
        let mark = if row.uncounted.is_some() { "!" } else { "" };
        let place = format!("{} row {}", stranger.file, row.row);
        assert_eq!(format!("{mark}{}", said.join(" ")), *wanted, "{place}");
    }
}

fn table(table: &Table) -> String {
    let heads: Vec<String> = table.header_rows.iter().map(u32::to_string).collect();
    let (sheet, ledger, heads) = (&table.sheet, table.ledger, heads.join(","));
    format!("{sheet} {ledger} {heads} {}", table.read)
}

/// A value without its unit's zeros: `150000000`, `0.5亿` is `50000000`,
/// `~` marks what is not exact.
fn shown(row: &LedgerRow, dotted: &str) -> String {
    let target = Target::parse(dotted).unwrap_or_else(|| panic!("{dotted}"));
    let (value, mark) = match row.cells.get(&target) {
        Some(Cell::Known(value, mark)) => (value, mark),
        Some(Cell::Absent(absent)) => return format!("<{}>", absent.name()),
        _ => return String::new(),
    };
    let text = match value {
        Value::Money(money) => {
            let amount = money.amount();
            let amount = amount.strip_suffix(".00").unwrap_or(&amount);
            match money.currency.code() {
                "CNY" => amount.to_owned(),
                code => format!("{amount}{code}"),
            }
        }
        Value::Date(date) if date.precision() == Precision::Day => date.to_string(),
        Value::Date(date) => format!("{}/{}", date.start(), date.precision().name()),
        Value::Area(area) => format!("{}{}", area.amount(), area.unit.name()),
        Value::Flag(flag) => flag.to_string(),
        Value::Text(text) => text.replace(' ', "_"),
        other => format!("{other:?}"),
    };
    match mark {
        None => text,
        Some(Mark::Range { .. }) => format!("{text}~range"),
        Some(_) => format!("{text}~"),
    }
}

fn workbook(stranger: &Stranger<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for (name, csv, merges) in stranger.sheets {
        let page = book.add_worksheet();
        page.set_name(*name)?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(csv.as_bytes());
        for (row, line) in (0u32..).zip(reader.records()) {
            let line = line.expect("csv");
            for (column, text) in (0u16..).zip(&line) {
                write(page, row, column, text)?;
            }
        }
        for range in *merges {
            let (first, last) = range.split_once(':').expect("range");
            let ((top, left), (bottom, right)) = (corner(first), corner(last));
            let lines: Vec<&str> = csv.lines().collect();
            let held = lines.get(top as usize).and_then(|line| {
                let cells: Vec<&str> = line.split(',').collect();
                cells.get(usize::from(left)).copied()
            });
            let text = held.unwrap_or_default();
            page.merge_range(top, left, bottom, right, "", &Format::new())?;
            write(page, top, left, text)?;
        }
    }
    book.save_to_buffer()
}

fn write(page: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let plain = text.trim_start_matches(['~', '#']);
    let format = match text.chars().next() {
        Some('~') => Format::new().set_font_strikethrough(),
        Some('#') => Format::new().set_background_color(Color::RGB(0x00BF_BFBF)),
        _ => Format::new(),
    };
    match plain.parse::<f64>() {
        _ if plain.is_empty() => {}
        Ok(number) => {
            page.write_number_with_format(row, column, number, &format)?;
        }
        Err(_) => {
            page.write_string_with_format(row, column, plain, &format)?;
        }
    }
    Ok(())
}

/// `B3` as row and column from 0.
fn corner(cell: &str) -> (u32, u16) {
    let column = cell.bytes().next().map_or(0, |letter| letter - b'A');
    let row: u32 = cell[1..].parse().expect("row");
    (row - 1, column.into())
}

/// What a csv file of one ledger holds.
fn of_text(file: &str, text: &[u8]) -> Understood {
    understand(&read(file, text).expect("csv"))
}
