//! One raw cell into one value of the model. What cannot be read stays out
//! and is named; text never turns into a number on the quiet.

pub(crate) mod amount;
pub(crate) mod area;
pub(crate) mod choice;
pub(crate) mod code;
pub(crate) mod date;
pub(crate) mod exact;
pub(crate) mod flag;
pub(crate) mod null;
pub(crate) mod number;
pub(crate) mod numeral;
pub(crate) mod person;
pub(crate) mod quantity;
pub(crate) mod text;
pub(crate) mod unit;

use suoji_model::{Cell, Field, Mark, Shape, Value};

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

    fn exact(value: Value) -> Self {
        Self::of(Cell::exact(value))
    }

    /// No value, because `reason`.
    fn refused(reason: &'static str) -> Self {
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
    let marks = field.shape.takes_marks();
    match null::read(raw) {
        Some(null::Null::Blank) => return Reading::blank(),
        Some(null::Null::Absent(absent)) if marks => return Reading::of(Cell::Absent(absent)),
        Some(null::Null::Absent(_)) if !matches!(field.shape, Shape::Flag) => {
            return Reading::blank();
        }
        _ => {}
    }
    if let Raw::Error(_) = raw {
        return Reading::refused("formula_error");
    }
    match field.shape {
        Shape::Text { long } => Reading::of(text::cell(raw, long)),
        Shape::Ref(_) | Shape::OpenChoice => Reading::of(text::cell(raw, false)),
        Shape::List => Reading::of(text::list(raw)),
        Shape::Code => code::read(raw),
        Shape::Choice(choices) => choice::read(kind, field.name, choices, raw),
        Shape::Flag => flag::read(raw),
        Shape::Money => amount::read(raw, context.unit),
        Shape::Number { decimals } => number::read(raw, decimals),
        Shape::Area => area::read(raw, context.unit),
        Shape::Date => date::read(raw, context.year),
    }
}

#[cfg(test)]
mod tests;
