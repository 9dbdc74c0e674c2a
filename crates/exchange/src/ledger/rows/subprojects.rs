//! Parts of a project in rows of their own, numbered below its number: `1` and
//! `1.1`, `1.2`, or named after it: `甲产业园项目` and `甲产业园项目一期`. A packed
//! project (打捆项目) counts once, with its own amount, which its parts add up to.

use suoji_model::{Value, decimal};

use crate::book::{Row, Sheet};
use crate::cells::text::{tidy, tight};
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

/// What such a row is among those that are no records.
pub(crate) const KIND: &str = "part_of_project";

const NAME: Target = target("project", "name");
const TOTAL: Target = target("key_project", "total_investment");
const NOTE: Target = target("key_project", "note");
/// What an agreement comes to.
const AMOUNTS: &[Target] = &[
    target("agreement", "contract_capital"),
    target("agreement", "contract_total"),
    target("project", "total_investment"),
];
const AGREEMENT_NOTE: Target = target("agreement", "note");
const PARCEL: Target = target("parcel", "parcel_no");
const LAND: Target = target("parcel", "land_area");
const PARCEL_NOTE: Target = target("parcel", "note");
/// Decimals of an amount in any unit.
const DECIMALS: u8 = 6;
/// Parts that one project may have.
const MOST: usize = 200;

/// Whether the row is a part of a project above it.
pub(super) fn is_part(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let Some(table) = Numbered::of(sheet, columns) else {
        return false;
    };
    let Some(of) = table.part_of(row).filter(|of| table.folds(of)) else {
        return false;
    };
    let at = sheet.rows.partition_point(|one| one.number < row.number);
    let mut above = sheet.rows[..at].iter().rev().take(MOST);
    let is_part = |one: &&Row| table.part_of(one).as_ref() == Some(&of);
    let whole = above.find(|one| !is_part(one));
    whole.is_some_and(|whole| {
        let is_own = match &of {
            Of::Number(number) => table.number(whole) == *number,
            Of::Above | Of::Thereof => table
                .number(whole)
                .bytes()
                .all(|byte| byte.is_ascii_digit()),
            Of::Name(name) => tight(&table.name(whole)) == *name,
        };
        is_own && table.makes_up(whole, &table.parts(whole))
    })
}

/// Adds to the note of a project what its parts are called.
pub(crate) fn named(line: &mut Line<'_>) {
    let (sheet, columns) = (line.frame.sheet, line.frame.columns);
    let Some(table) = Numbered::of(sheet, columns) else {
        return;
    };
    let parts = table.parts(line.row);
    let folds = |row: &&Row| table.part_of(row).is_some_and(|of| table.folds(&of));
    if parts.is_empty() || !parts.iter().all(folds) || !table.makes_up(line.row, &parts) {
        return;
    }
    let names = parts.iter().map(|row| table.name(row));
    let said = format!("子项：{}", names.collect::<Vec<_>>().join("、"));
    let field = match table.of {
        Records::Works => NOTE,
        Records::Parcels => PARCEL_NOTE,
        Records::Agreements => AGREEMENT_NOTE,
    };
    let note = match line.text(field) {
        Some(before) => format!("{before}\n{said}"),
        None => said,
    };
    line.set(field, Value::Text(note));
}

/// Names the agreement of a whole project below which its parts stand as
/// agreements of their own and come to the same: one of both counts.
pub(crate) fn with_parts(line: &mut Line<'_>) {
    let (sheet, columns) = (line.frame.sheet, line.frame.columns);
    let table = Numbered::of(sheet, columns).filter(|table| table.of == Records::Agreements);
    let Some(table) = table else {
        return;
    };
    let parts = table.parts(line.row);
    let numbered = |row: &&Row| matches!(table.part_of(row), Some(Of::Number(_)));
    let has_amounts = parts.iter().all(|row| table.amount(row).is_some());
    let is_whole = !parts.is_empty() && parts.iter().all(numbered) && has_amounts;
    if is_whole && table.adds_up(line.row, &parts) {
        let (column, field) = (Some(table.total), table.total.target());
        line.report(column, field, "whole_beside_parts", Level::Must);
    }
}

/// Whose part a row is by its number.
#[derive(PartialEq, Eq)]
enum Of {
    /// `1.2` is a part of 1.
    Number(String),
    /// `(2)` is a part of the nearest numbered row above.
    Above,
    /// So is `其中：一期`.
    Thereof,
    /// `甲产业园项目一期` is a part of 甲产业园项目.
    Name(String),
}

/// What the rows of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Records {
    Works,
    Parcels,
    Agreements,
}

/// The columns of a table of key projects or of agreements that has amounts, or
/// of parcels with their areas.
struct Numbered<'c> {
    sheet: &'c Sheet,
    of: Records,
    serial: Option<&'c Mapped>,
    name: &'c Mapped,
    total: &'c Mapped,
}

impl<'c> Numbered<'c> {
    fn of(sheet: &'c Sheet, columns: &'c [Mapped]) -> Option<Self> {
        let find = |role| columns.iter().find(|column| column.role == Some(role));
        let both = |name, total| find(Role::Field(name)).zip(find(Role::Field(total)));
        let serial = find(Role::Serial);
        let agreements = || {
            let mut amounts = AMOUNTS.iter();
            amounts
                .find_map(|total| both(NAME, *total))
                .filter(|_| serial.is_some())
        };
        let found = both(NAME, TOTAL).map(|both| (Records::Works, both));
        let found = found.or_else(|| Some((Records::Parcels, both(PARCEL, LAND)?)));
        let found = found.or_else(|| Some((Records::Agreements, agreements()?)));
        let (of, (name, total)) = found?;
        Some(Self {
            sheet,
            of,
            serial,
            name,
            total,
        })
    }

    /// Whether such a part is no record beside the whole. An agreement may be
    /// of a part, unless the list says that it is one: 其中：一期.
    fn folds(&self, of: &Of) -> bool {
        self.of != Records::Agreements || *of == Of::Thereof
    }

    /// Whether the row of a parcel or an agreement has no number, and it or one
    /// above it that has none either begins with 其中.
    fn is_thereof(&self, row: &Row) -> bool {
        if self.of == Records::Works || self.serial.is_none() {
            return false;
        }
        let at = self
            .sheet
            .rows
            .partition_point(|one| one.number <= row.number);
        let up = self.sheet.rows[..at].iter().rev().take(MOST);
        let mut up = up.take_while(|row| self.number(row).is_empty());
        up.any(|row| tight(&self.name(row)).starts_with("其中"))
    }

    fn number(&self, row: &Row) -> String {
        let serial = self.serial.map(|serial| row.cell(serial.number).display());
        serial.map(|text| tight(&text)).unwrap_or_default()
    }

    fn name(&self, row: &Row) -> String {
        tidy(&row.cell(self.name.number).display(), false)
    }

    fn part_of(&self, row: &Row) -> Option<Of> {
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let text = self.number(row);
        let inside = text
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        if inside.is_some_and(digits) || text.starts_with(|c| ('①'..='⑳').contains(&c)) {
            return Some(Of::Above);
        }
        if self.is_thereof(row) {
            return Some(Of::Thereof);
        }
        if let Some((number, own)) = text.split_once(['.', '-', '—'])
            && digits(number)
            && digits(own)
        {
            return Some(Of::Number(number.to_owned()));
        }
        without_phase(&tight(&self.name(row))).map(Of::Name)
    }

    /// The rows below one that are its parts.
    fn parts(&self, whole: &Row) -> Vec<&'c Row> {
        let (number, name) = (self.number(whole), tight(&self.name(whole)));
        let is_part = |row: &&Row| match self.part_of(row) {
            Some(Of::Number(of)) => of == number,
            Some(Of::Above | Of::Thereof) => self.part_of(whole).is_none(),
            Some(Of::Name(of)) => of == name,
            None => false,
        };
        let rows = &self.sheet.rows;
        let at = rows.partition_point(|row| row.number <= whole.number);
        let below = rows[at..].iter().take(MOST);
        below.take_while(is_part).collect()
    }

    /// Whether the whole is counted with its parts. Phases named after it may
    /// be projects beside it, unless their amounts are its own.
    fn makes_up(&self, whole: &Row, parts: &[&Row]) -> bool {
        let is_named = |row: &&Row| matches!(self.part_of(row), Some(Of::Name(_)));
        let named = parts.iter().any(is_named);
        let has_amount = |row: &&Row| self.amount(row).is_some();
        let several = parts.len() >= 2 && parts.iter().all(has_amount);
        (!named || several) && self.adds_up(whole, parts)
    }

    /// Whether the parts have no amounts, or those that the whole has.
    fn adds_up(&self, whole: &Row, parts: &[&Row]) -> bool {
        let amounts: Vec<i128> = parts.iter().filter_map(|row| self.amount(row)).collect();
        let sum: i128 = amounts.iter().sum();
        let is_thereof = |row: &&Row| self.part_of(row) == Some(Of::Thereof);
        match self.amount(whole) {
            // Not all that is in an agreement needs to be named.
            Some(own) if self.of == Records::Agreements && parts.iter().all(is_thereof) => {
                sum * 200 <= own * 201
            }
            // Each may be rounded.
            Some(own) => amounts.is_empty() || (own - sum).abs() * 200 <= own,
            None => false,
        }
    }

    fn amount(&self, row: &Row) -> Option<i128> {
        let text = tight(&row.cell(self.total.number).display());
        let figures = text.replace(',', "");
        let end = figures.find(|c: char| !c.is_ascii_digit() && c != '.');
        decimal::parse(&figures[..end.unwrap_or(figures.len())], DECIMALS).map(i128::from)
    }
}

/// The name of the whole project in that of a phase: `甲产业园项目` in
/// `甲产业园项目（一期）` and `甲产业园一期项目`.
fn without_phase(name: &str) -> Option<String> {
    let at = name.find('期')?;
    let number = name[..at].chars().next_back()?;
    if !"一二三四五六首12345".contains(number) {
        return None;
    }
    let before =
        name[..at - number.len_utf8()].trim_end_matches(['第', '(', '-', '—', '其', '中', ':']);
    let behind = name[at + '期'.len_utf8()..].trim_start_matches("工程");
    let behind = behind.trim_start_matches(')');
    (!before.is_empty()).then(|| format!("{before}{behind}"))
}
