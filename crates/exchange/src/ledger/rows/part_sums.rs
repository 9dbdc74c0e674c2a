//! Rows that name a part of the list without a number and carry its sums: in
//! a section's heading, `制造业 | 10.5`, below its rows, `招商一局（3个）| 9.2`, and in a
//! small block of counts under the table, `新建 | 3个 | 10.5`.

use super::sections::is_section;
use super::{is_amount, is_figure, part_lines, totals};
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::table::measure::Scale;
use crate::ledger::table::subtotals;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// What the rows of a table with sections are called by.
const NAMES: &[Target] = &[
    target("project", "name"),
    target("enterprise", "name"),
    target("lead", "enterprise"),
];
/// Rows of parts that a sum may reach over.
const MOST_PARTS: usize = 12;
/// Rows whose sum is no chance.
const SEVERAL: usize = 2;

/// A row of a part: its name, and the figures it has by their columns.
struct Part<'a> {
    label: String,
    /// Whether it says how many rows it is of, in a cell of its own.
    is_counted: bool,
    figures: Vec<(&'a Mapped, Scale, i64, u32)>,
}

/// What the row is, where it is one of a part.
pub(super) fn kind(sheet: &Sheet, columns: &[Mapped], row: &Row) -> Option<&'static str> {
    let part = of(columns, row)?;
    let above = sheet.rows.partition_point(|one| one.number < row.number);
    if is_section(&part.label) || part.figures.is_empty() {
        return None;
    }
    if agrees(columns, &part, sheet.below(row.number)) {
        return Some("section");
    }
    if agrees(columns, &part, sheet.rows[..above].iter().rev()) {
        return Some("subtotal");
    }
    let is_named = part_lines::names_a_part(&part.label);
    let next = sheet.below(row.number).next();
    let leads = next.is_some_and(|next| is_record(columns, next));
    match (part.is_counted, is_named) {
        (true, _) => Some("note"),
        (false, true) if leads => Some("section"),
        (false, true) if follows_total(columns, &sheet.rows[..above], row) => Some("note"),
        (false, true) => Some("subtotal"),
        (false, false) => None,
    }
}

fn serial(columns: &[Mapped]) -> Option<&Mapped> {
    columns.iter().find(|one| one.role == Some(Role::Serial))
}

fn is_record(columns: &[Mapped], row: &Row) -> bool {
    let number = |serial: &Mapped| is_figure(&tight(&row.cell(serial.number).display()));
    serial(columns).is_some_and(number)
}

/// The row as one of a part: it has no number where others have one, and says
/// nothing in words but its name, up to where the others have theirs, and how
/// many rows it is of.
fn of<'a>(columns: &'a [Mapped], row: &Row) -> Option<Part<'a>> {
    if is_record(columns, row) {
        return None;
    }
    let first = serial(columns)?.number;
    let of = |target: &Target| columns.iter().find(|one| one.target() == Some(*target));
    let name = NAMES.iter().find_map(of)?.number;
    let filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let (figures, words): (Vec<_>, Vec<_>) = filled.partition(|(_, raw)| is_amount(raw));
    let mut words = words.into_iter();
    let (at, label) = words.next()?;
    if !matches!(label, Raw::Text(_)) || !(first..=name).contains(at) {
        return None;
    }
    let is_counted = match (words.next(), words.next()) {
        (None, _) => false,
        (Some((_, raw)), None) if is_count(raw) => true,
        _ => return None,
    };
    let figure = |(number, raw): &(u32, Raw)| {
        let column = columns.iter().find(|one| one.number == *number)?;
        let scale = Scale::of(column)?;
        let (_, value, digits) = subtotals::figure(column, scale, raw)?;
        Some((column, scale, value, digits))
    };
    Some(Part {
        label: tight(&label.display()),
        is_counted,
        figures: figures.into_iter().filter_map(figure).collect(),
    })
}

/// `3个`
fn is_count(raw: &Raw) -> bool {
    let text = tight(&raw.display());
    let digits = text.strip_suffix(['个', '项', '家', '条', '宗', '笔', '户']);
    digits.is_some_and(is_figure)
}

/// Whether the sums of the rows up to another such row, or to the end, are what
/// the row says.
fn agrees<'a>(columns: &[Mapped], part: &Part<'_>, rows: impl Iterator<Item = &'a Row>) -> bool {
    if part.figures.iter().all(|(_, _, value, _)| *value == 0) {
        return false;
    }
    let least = match part_lines::names_a_part(&part.label) {
        true => 1,
        false if part.label.ends_with("项目") || part.label.ends_with("公司") => return false,
        false => SEVERAL,
    };
    let mut sums = vec![0i128; part.figures.len()];
    let (mut records, mut parts) = (0usize, 0usize);
    let is_sum = |sums: &[i128], records: usize| {
        let figures = part.figures.iter().zip(sums);
        let near = |((_, scale, value, digits), sum): (&(_, Scale, i64, u32), &i128)| {
            (i128::from(*value) - sum).abs() <= scale.half((*digits).max(2))
        };
        records >= least && figures.into_iter().all(near)
    };
    for row in rows {
        if is_record(columns, row) {
            records += 1;
            for ((column, scale, _, _), sum) in part.figures.iter().zip(&mut sums) {
                let own = subtotals::figure(column, *scale, row.cell(column.number));
                *sum += own.map_or(0, |(_, value, _)| i128::from(value));
            }
        } else if of(columns, row).is_some() {
            if is_sum(&sums, records) {
                return true;
            }
            parts += 1;
            if parts > MOST_PARTS {
                return false;
            }
        }
    }
    is_sum(&sums, records)
}

/// Whether nothing but rows of parts stands between the row and a total above, or
/// an empty row below the records.
fn follows_total(columns: &[Mapped], above: &[Row], row: &Row) -> bool {
    let mut below = row.number;
    let mut rows = above.iter().rev().take(MOST_PARTS);
    let found = rows.find_map(|row| {
        let is_apart = row.number + 1 < below;
        below = row.number;
        let first = row.cells.iter().find(|(_, raw)| !raw.is_blank());
        let Some((_, first)) = first else {
            return Some(true);
        };
        match of(columns, row) {
            _ if totals::named(&tight(&first.display()), None).is_some() => Some(true),
            Some(_) => None,
            None => Some(is_apart),
        }
    });
    found == Some(true)
}
