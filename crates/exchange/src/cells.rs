//! One raw cell into one value of the model. What cannot be read stays out
//! and is named; text never turns into a number on the quiet.

pub(crate) mod amount;
pub(crate) mod area;
pub(crate) mod choice;
pub(crate) mod code;
pub(crate) mod date;
pub(crate) mod duty;
pub(crate) mod exact;
pub(crate) mod flag;
pub(crate) mod null;
pub(crate) mod number;
pub(crate) mod numeral;
pub(crate) mod person;
pub(crate) mod phased;
mod quantity;
pub(crate) mod rate;
pub(crate) mod surname;
mod telling;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod unit;

use suoji_model::{Cell, Currency, Field, Mark, Shape, Value};

use crate::book::Raw;
use crate::problem::Level;
use amount::Foreign;
use unit::Unit;

/// What the column and the file say about every cell in the column.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// The unit in the heading, or in the lines above it.
    pub(crate) unit: Option<Unit>,
    /// The year of the file, for dates that leave it out.
    pub(crate) year: Option<i32>,
    /// The month of the sheet, for dates that are a day and no more.
    pub(crate) within: Option<u32>,
    /// Whether bare numbers from 1 to 12 are months.
    pub(crate) month: bool,
    /// Whether bare numbers are shares of one, where hundredths are kept.
    pub(crate) fraction: bool,
    /// What 2023.1 was said to mean: month 1 or 10.
    pub(crate) tenth: Option<u32>,
    /// What became of a last zero behind the point: `2023.10` as `2023.1`.
    pub(crate) zero: Zero,
    /// What stands first in days that have the year last: `07/14/2023`.
    pub(crate) order: date::Order,
    /// Whether several months may be one period, that of a payment.
    pub(crate) months: bool,
    /// Whether text may be a number, which a text file does not tell apart.
    pub(crate) untyped: bool,
    /// Whether numbers of days count from 1904.
    pub(crate) since_1904: bool,
    /// Whether the table has full marks as well, so that empty circles say no.
    pub(crate) hollow: bool,
    /// The power of ten that `KW` was said to mean.
    pub(crate) kilo: Option<u32>,
    /// What `5千` was said to mean.
    pub(crate) small: Option<Small>,
    /// The currency of amounts that name none under a heading that names two,
    /// or none.
    pub(crate) currency: Option<Currency>,
}

/// Whether a column kept the last zeros of `2023.10` or `3.20`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Zero {
    /// Nothing tells.
    #[default]
    Unknown,
    /// Another cell of the column ends with one.
    Kept,
    /// Other cells write `2023.01`, so `2023.1` was October.
    Lost,
}

/// What `5千` means under a heading that counts in 万 or 亿.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Small {
    /// So many of the heading's unit.
    OfHeading,
    /// So many yuan.
    Yuan,
}

impl Small {
    /// Reads an answer.
    pub(crate) fn parse(answer: &str) -> Option<Self> {
        match answer {
            "heading" => Some(Self::OfHeading),
            "yuan" => Some(Self::Yuan),
            _ => None,
        }
    }
}

/// A finding about a cell: a code under `problem.`, and how much it matters.
pub(crate) type Finding = (&'static str, Level);

/// A cell as understood.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// The value, in the field's own shape; a reference holds a name.
    pub(crate) cell: Cell,
    /// What a person should know about it.
    pub(crate) findings: Vec<Finding>,
    /// What a cell of foreign money says about its worth in yuan.
    pub(crate) foreign: Option<Foreign>,
}

impl Reading {
    fn blank() -> Self {
        Self::of(Cell::Blank)
    }

    fn of(cell: Cell) -> Self {
        Self {
            cell,
            findings: Vec::new(),
            foreign: None,
        }
    }

    /// An exact value.
    pub(crate) fn exact(value: Value) -> Self {
        Self::of(Cell::exact(value))
    }

    /// No value, because `reason`.
    pub(crate) fn refused(reason: &'static str) -> Self {
        Self::blank().with(reason, Level::Must)
    }

    fn with(mut self, reason: &'static str, level: Level) -> Self {
        self.findings.push((reason, level));
        self
    }

    /// A quantity with the findings that its mark deserves; of an amount,
    /// which stands in totals, somebody must know.
    fn marked(value: Value, mark: Option<Mark>, noted: bool) -> Self {
        let level = match value {
            Value::Money(_) => Level::Must,
            Value::Number(_) => Level::Info,
            _ => Level::Should,
        };
        let mut reading = Self::of(Cell::Known(value, mark));
        match mark {
            Some(Mark::Range { .. }) => reading = reading.with("range", level),
            Some(_) => reading = reading.with("approximate", level),
            None => {}
        }
        if noted {
            reading = reading.with("amount_with_note", Level::Should);
        }
        reading
    }
}

/// Reads a raw cell for a field.
pub(crate) fn read(kind: &str, field: &Field, raw: &Raw, context: Context) -> Reading {
    let bare = unguarded(raw);
    let raw = bare.as_ref().unwrap_or(raw);
    let marks = field.shape.takes_marks();
    match null::read(raw) {
        Some(null::Null::Blank) => return Reading::blank(),
        Some(null::Null::Absent(absent)) if marks => return Reading::of(Cell::Absent(absent)),
        Some(null::Null::Absent(_)) if !matches!(field.shape, Shape::Flag) => {
            return Reading::blank();
        }
        _ => {}
    }
    match raw {
        Raw::Error(_) => return Reading::refused("formula_error"),
        Raw::Unstored => return Reading::refused("formula_unstored"),
        Raw::Text(text) if is_error(text) => return Reading::refused("formula_error"),
        _ => {}
    }
    match field.shape {
        // A number shown in part says nothing.
        Shape::Text { .. } if field.personal && person::is_masked(&raw.display()) => {
            Reading::blank()
        }
        // What a formula shows of an empty cell elsewhere is no text.
        Shape::Text { .. } | Shape::Ref(_) | Shape::OpenChoice | Shape::List if is_nought(raw) => {
            Reading::blank()
        }
        Shape::Text { long } => Reading::of(text::cell(raw, long)),
        Shape::Ref(to) => reference(raw, to == "person"),
        Shape::OpenChoice => Reading::of(text::cell(raw, false)),
        Shape::List => Reading::of(text::list(raw)),
        Shape::Code => code::read(raw),
        Shape::Choice(choices) => choice::read(kind, field.name, choices, raw),
        Shape::Flag => flag::read(raw, context.hollow),
        Shape::Money => amount::read(raw, context),
        Shape::Number { decimals } => number::read(raw, decimals, context),
        Shape::Area => area::read(raw, context.unit),
        Shape::Date => date::read(raw, context),
    }
}

/// A text without the apostrophe by which a spreadsheet is told that it is one;
/// nothing where there is none, or where it begins a quotation.
fn unguarded(raw: &Raw) -> Option<Raw> {
    let Raw::Text(text) = raw else {
        return None;
    };
    let bare = text.strip_prefix('\'')?;
    (!bare.contains('\'')).then(|| Raw::Text(bare.into()))
}

/// Whether the cell is the number nought.
fn is_nought(raw: &Raw) -> bool {
    matches!(raw, Raw::Number { text, .. } if &**text == "0")
}

/// Whether a text is what a spreadsheet shows where a formula failed: formats
/// that know no errors keep it so.
fn is_error(text: &str) -> bool {
    const ERRORS: &[&str] = &[
        "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
    ];
    let text = text.trim();
    text.starts_with('#') && ERRORS.contains(&text)
}

/// The name of another record; of several persons the first.
fn reference(raw: &Raw, is_person: bool) -> Reading {
    let written = match raw.display() {
        text if is_person => by_name(text),
        text => text,
    };
    let mut parts = written
        .split(['、', '，', ',', '/', '；', ';'])
        .filter(|part| !part.trim().is_empty());
    let several = is_person && parts.clone().count() > 1;
    let first = if several { parts.next() } else { None };
    let name = text::name(first.unwrap_or(&written), is_person);
    if name.is_empty() {
        return Reading::blank();
    }
    let reading = Reading::of(Cell::text(name));
    if several {
        reading.with("more_than_one_person", Level::Should)
    } else {
        reading
    }
}

/// Persons without the duties and numbers that stand beside their names.
fn by_name(text: String) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < 7 {
        return text;
    }
    let found = person::split(&text);
    let number = found.mobile.is_some() || found.phone.is_some();
    let Some(name) = found.name.filter(|_| number) else {
        return text;
    };
    let more = found.more.iter().filter_map(|one| person::split(one).name);
    let names: Vec<String> = std::iter::once(name).chain(more).collect();
    names.join("、")
}

#[cfg(test)]
mod tests;
