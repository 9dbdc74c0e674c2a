//! Which column is which field: headings first, then the look of the values.

pub(crate) mod above;
mod abroad;
mod areas;
mod by_values;
mod chains;
pub(crate) mod days;
pub(crate) mod dollars;
mod ended;
mod finished;
mod formerly;
mod grouped;
mod happened;
pub(crate) mod look;
mod meant;
mod numbered;
pub(crate) mod pairs;
pub(crate) mod said;
mod sought;
mod stock;
pub(crate) mod ticks;
mod unit_of_sum;
pub(crate) mod units;
mod ways;
mod whose;
mod years;

use suoji_model::Shape;

use crate::book::{Area, Raw, Row, Sheet, letters};
use crate::cells::date::{self, Order};
use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::cells::{Context, Small, Zero};
use crate::ledger::block::Block;
use crate::ledger::carrier::{lettable, own_use, rooms};
use crate::ledger::heads::{Head, Match};
use crate::ledger::key_project::plans;
use crate::ledger::kinds::Ledger;
use crate::ledger::parcel::supply;
use crate::ledger::payment::{instalments, periods, streams};
use crate::ledger::questions;
use crate::ledger::rows::{nodes, two_rows};
use crate::ledger::words::{Role, target};
use crate::table::{Column, Target};
use above::Above;
use look::{fraction, values};
use said::{Said, SaidUnit};
use sought::{Sought, picked};

/// A column with what it does.
#[derive(Debug, Clone)]
pub(crate) struct Mapped {
    /// Its number.
    pub(super) number: u32,
    /// What it does, when that is known.
    pub(super) role: Option<Role>,
    /// The unit of its numbers.
    pub(super) unit: Option<Unit>,
    /// Whether that unit, if any, is not its own heading's.
    pub(super) borrowed: bool,
    /// The unit that a template says, where the file says another.
    pub(super) overruled: Option<Unit>,
    /// What its heading and the answers say of every cell.
    pub(super) context: Context,
    /// How it is reported.
    pub(super) column: Column,
    /// Its heading without units and years.
    pub(super) head: String,
    /// Cells merged downwards, by ascending row: units and serial numbers are
    /// often written once for several rows.
    down: Vec<Area>,
    /// Whether those cells are not merged, but empty below the first.
    pub(super) is_grouped: bool,
}

impl Mapped {
    /// The first and the last row of the cell that reaches over this one.
    pub(super) fn merged(&self, row: u32) -> Option<(u32, u32)> {
        let next = self.down.partition_point(|area| area.top <= row);
        let area = self.down.get(next.checked_sub(1)?)?;
        (area.bottom >= row).then_some((area.top, area.bottom))
    }

    /// Whether any of its cells below this row reaches over several rows.
    pub(super) fn is_merged_below(&self, row: u32) -> bool {
        self.down.iter().any(|area| area.top > row)
    }

    /// Lets cells that are not merged reach over the rows below them.
    pub(super) fn group(&mut self, areas: Vec<Area>) {
        if !areas.is_empty() {
            self.is_grouped = true;
            self.down = areas;
        }
    }

    /// The field it is.
    pub(super) fn target(&self) -> Option<Target> {
        self.column.target
    }
}

fn merged_down(sheet: &Sheet, column: u32) -> Vec<Area> {
    let one = |area: &&Area| area.left == column && area.right == column && area.bottom > area.top;
    let areas = sheet.merges.areas();
    let mut areas: Vec<Area> = areas.iter().filter(one).copied().collect();
    if areas.is_empty() {
        return counted_down(sheet, column);
    }
    areas.sort_by_key(|area| area.top);
    areas
}

/// Cells that say of how many rows they are, where text files have no merged
/// ones: `省重点（2个）` with an empty cell below it.
fn counted_down(sheet: &Sheet, column: u32) -> Vec<Area> {
    let area = |row: &Row| {
        let Raw::Text(text) = row.cell(column) else {
            return None;
        };
        let text = text.trim_end().strip_suffix([')', '）'])?;
        let (_, count) = text.rsplit_once(['(', '（'])?;
        let count = count.strip_suffix(['个', '项', '家', '宗', '户'])?;
        let count: u32 = count.parse().ok().filter(|count| *count >= 2)?;
        // Alone it is the heading of a section.
        let filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        if filled.count() < 2 {
            return None;
        }
        let bottom = row.number.checked_add(count - 1)?;
        let is_empty = |number: u32| {
            let below = sheet.row(number);
            below.is_some_and(|row| row.cells.len() > 1 && row.cell(column).is_blank())
        };
        (row.number + 1..=bottom).all(is_empty).then_some(Area {
            top: row.number,
            bottom,
            left: column,
            right: column,
        })
    };
    sheet.rows.iter().filter_map(area).collect()
}

/// Gives each column its best role; each role goes to one column.
pub(super) fn map(
    sheet: &Sheet,
    block: &Block,
    ledger: &'static Ledger,
    said: &Said<'_>,
    named: bool,
    year: Option<i32>,
) -> Vec<Mapped> {
    let sought = Sought {
        sheet,
        block,
        ledger,
        said,
        above: Above::of(sheet, block),
        hollow: ticks::has_full(sheet, block),
        named,
        year,
    };
    let given = sought.roles();
    let totals_free = !given
        .iter()
        .flatten()
        .any(|found| found.role == questions::CONTRACT_TOTAL);
    let mut columns: Vec<Mapped> = Vec::with_capacity(given.len());
    for ((number, head), mut found) in block.heads.iter().zip(given) {
        if let Some(found) = &mut found
            && totals_free
            && let Some(role) = questions::told_total(ledger, head, found.role, said.answers)
        {
            found.role = role;
        }
        let role = found.map(|found| found.role);
        let near = if head.is_thereof() {
            let before = columns.iter().rev();
            before
                .filter(|one| is_money(one.role) && one.role != Some(Role::Original))
                .find_map(|one| one.unit)
        } else {
            None
        };
        let general = near
            .filter(|_| is_money(role))
            .or_else(|| sought.above.unit(role, &head.text()));
        let mut one = mapped(sheet, block, ledger, said, general, (*number, head, found));
        one.context.hollow = sought.hollow && !ticks::says_no(sheet, block, *number);
        columns.push(one);
    }
    pairs::assign(sheet, block, &mut columns);
    currency_of_row(sheet, block, &mut columns);
    unit_of_row(sheet, block, &mut columns);
    streams::of_row(sheet, block, &mut columns);
    if named && ledger.name == "payment" {
        instalments::assign(sheet, block, &mut columns);
        unit_of_sum::share(&mut columns);
    }
    if ledger.name == "key_project" {
        two_rows::assign(sheet, block, &mut columns);
        nodes::assign(sheet, block, &mut columns);
        years_of_works(sheet, block, &mut columns);
        finished::assign(sheet, block, &mut columns);
    }
    grouped::assign(sheet, block, &mut columns);
    supply::assign(sheet, block, ledger, &mut columns);
    by_values::assign(sheet, block, ledger, &mut columns);
    if ledger.name == "factory_unit" {
        lettable::assign(sheet, block, &mut columns);
        own_use::assign(sheet, block, &mut columns);
        rooms::assign(sheet, block, &mut columns);
    }
    of_company(&mut columns);
    plans::of_all(ledger, &mut columns);
    if ledger.in_sqm {
        areas::share_unit(sheet, block, &mut columns);
    }
    columns
}

/// 建设年限 over `2022-2025` has the days planned; `24个月` and `3年` say how long
/// it takes.
fn years_of_works(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    const HEADS: &[&str] = &["建设起止年限", "建设年限", "起止年限", "建设期限", "建设期"];
    let (first, last) = (
        target("key_project", "planned_start_date"),
        target("key_project", "planned_completion_date"),
    );
    if has(columns, first) || has(columns, last) {
        return;
    }
    let spans = |column: &&mut Mapped| {
        let values = values(sheet, block, column.number);
        let is_span = |raw: &&Raw| date::span(raw, column.context).is_some();
        HEADS.contains(&column.head.as_str())
            && column.column.reason != "told"
            && !values.is_empty()
            && values.iter().all(is_span)
    };
    if let Some(column) = columns.iter_mut().find(spans) {
        column.role = Some(Role::Span(first, last));
        column.column.target = Some(first);
        "heading_exact".clone_into(&mut column.column.reason);
    }
}

/// 货币单位 over names of currencies is the currency of each row's amounts.
fn currency_of_row(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    const CURRENCY: Option<Role> = Some(Role::Currency);
    if columns.iter().any(|column| column.role == CURRENCY) || dollars::count(columns) {
        return;
    }
    let asks = |column: &&mut Mapped| {
        let head = &column.head;
        ["币", "货币", "单位"]
            .iter()
            .any(|word| head.contains(word))
            && column.column.reason != "told"
            && !is_money(column.role)
    };
    for column in columns.iter_mut().filter(asks) {
        let values = values(sheet, block, column.number);
        let is_name = |raw: &&Raw| unit::is_currency_name(&tight(&raw.display()));
        if !values.is_empty() && values.iter().all(is_name) {
            column.role = CURRENCY;
            column.column.target = None;
            "row_currency".clone_into(&mut column.column.reason);
            return;
        }
    }
}

/// 单位 over units is the unit of each row's amounts, and no department.
fn unit_of_row(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let is_unit = |raw: &&Raw| {
        let unit = unit::parse(&raw.display());
        unit.is_some_and(|unit| matches!(unit.measure, Measure::Money(_)))
    };
    // 万美元 under 币种 is more than a currency.
    let names_more = |raw: &&Raw| unit::currency(&raw.display()).is_none();
    let is_named = |one: &&mut Mapped| one.head.ends_with("单位") || one.head.contains('币');
    for column in columns.iter_mut().filter(is_named) {
        let values = values(sheet, block, column.number);
        let is_open = match column.role {
            Some(Role::Currency) => values.iter().any(&names_more),
            Some(_) => column.head.ends_with("单位"),
            None => true,
        };
        if is_open && !values.is_empty() && values.iter().all(&is_unit) {
            column.role = Some(Role::Unit);
            column.column.target = None;
            "row_unit".clone_into(&mut column.column.reason);
            return;
        }
    }
}

/// Beside an investor in a column of its own, a code or a capital is of the
/// company, for which records have no place.
fn of_company(columns: &mut [Mapped]) {
    let company = Role::Field(target("project", "project_company"));
    let second = |column: &Mapped| column.role == Some(company) && column.column.confidence < 90;
    if !columns.iter().any(second) {
        return;
    }
    for column in columns {
        let of_company = matches!(
            column.role,
            Some(Role::Field(Target {
                kind: "enterprise",
                field: "uscc" | "registered_capital"
            }))
        );
        if of_company && !column.head.contains('▸') {
            column.role = Some(Role::Aside);
            column.column.target = None;
            "kept_as_text".clone_into(&mut column.column.reason);
        }
    }
}

/// What the columns of periods are called together.
const EACH_PERIOD: &str = "各期到位";

fn mapped(
    sheet: &Sheet,
    block: &Block,
    ledger: &'static Ledger,
    said: &Said<'_>,
    general: Option<Unit>,
    (number, head, found): (u32, &Head, Option<Match>),
) -> Mapped {
    let role = found.map(|found| found.role);
    let key = match role {
        // All periods are asked about at once.
        Some(Role::Part(_) | Role::Sum(_)) => EACH_PERIOD.to_owned(),
        _ => head.key(),
    };
    let answer = |what: &str| said.answers.get(&questions::key(what, ledger, &key));
    let told = said.unit(number, head, &questions::key("unit", ledger, &key));
    let written = head.unit_below(general);
    let (own, unit, overruled) = match told {
        Some(SaidUnit::Own(unit)) => (Some(unit), Some(unit), None),
        Some(SaidUnit::Template(unit)) => {
            // What the file says itself is so.
            let in_file = written.or(general);
            let overruled = in_file.filter(|own| *own != unit).map(|_| unit);
            (written, in_file.or(Some(unit)), overruled)
        }
        None => (written, written.or(general), None),
    };
    let left_out = said.pick(number, head).and_then(picked) == Some(None);
    let context = Context {
        unit,
        year: None,
        within: None,
        month: head.is_month(),
        fraction: is_ratio(role) && fraction(sheet, block, number),
        hollow: false,
        tenth: answer("month").and_then(|answer| answer.parse().ok()),
        zero: Zero::Unknown,
        order: Order::Unknown,
        months: ledger.name == "payment",
        untyped: sheet.untyped,
        since_1904: sheet.since_1904,
        kilo: answer("kilo").and_then(|answer| answer.parse().ok()),
        small: answer("small").and_then(|answer| Small::parse(answer)),
        currency: answer("currency").and_then(|word| unit::currency(word)),
    };
    Mapped {
        number,
        role,
        unit,
        borrowed: own.is_none(),
        overruled,
        context,
        down: merged_down(sheet, number),
        is_grouped: false,
        head: key,
        column: Column {
            letter: letters(number),
            head: head.text(),
            target: match role {
                Some(Role::Part(_)) => Some(periods::PAID),
                Some(
                    Role::Field(target)
                    | Role::Span(target, _)
                    | Role::Pair(target, _)
                    | Role::Days(target, _)
                    | Role::Append(target)
                    | Role::Otherwise(target, _)
                    | Role::Tick(target, _)
                    | Role::Turn(_, target)
                    | Role::Addend(target),
                ) => Some(target),
                _ => None,
            },
            unit: unit.map(|unit| unit.name),
            confidence: match left_out {
                true => 100,
                false => found.map_or(0, |found| found.confidence),
            },
            reason: match left_out {
                true => "told",
                false => reason(found),
            }
            .to_owned(),
        },
    }
}

fn reason(found: Option<Match>) -> &'static str {
    match found {
        None => "unknown_heading",
        Some(found) => match found.role {
            Role::Field(_) | Role::Span(..) | Role::Pair(..) | Role::Days(..) | Role::Tick(..) => {
                found.reason
            }
            Role::Append(_) | Role::Otherwise(..) => "joined_text",
            Role::Part(_) | Role::Sum(_) | Role::Turn(..) | Role::Addend(_) => found.reason,
            Role::Aside => "kept_as_text",
            Role::Serial => "row_number",
            Role::Currency => "row_currency",
            Role::Unit => "row_unit",
            Role::Planned => "row_planned",
            Role::Original => "original_amount",
            Role::Equivalent => "equivalent_amount",
            Role::Status => "row_status",
            Role::Person => "person_and_phone",
        },
    }
}

pub(super) fn shape(role: Option<Role>) -> Option<Shape> {
    match role? {
        Role::Field(target)
        | Role::Turn(_, target)
        | Role::Addend(target)
        | Role::Pair(target, _)
        | Role::Otherwise(target, _) => target.declared().map(|field| field.shape),
        Role::Part(_) | Role::Sum(_) => Some(Shape::Money),
        _ => None,
    }
}

/// Whether the role's values are amounts.
pub(super) fn is_money(role: Option<Role>) -> bool {
    matches!(role, Some(Role::Original | Role::Equivalent)) || shape(role) == Some(Shape::Money)
}

/// Whether the role's values are shares of a whole.
fn is_ratio(role: Option<Role>) -> bool {
    matches!(
        role,
        Some(Role::Field(target)) if target.field.ends_with("_ratio") && target.kind != "parcel"
            || target.field.ends_with("_rate")
    )
}

/// Whether a target is filled by any of the columns.
pub(super) fn has(columns: &[Mapped], target: Target) -> bool {
    columns
        .iter()
        .any(|column| column.role == Some(Role::Field(target)))
}
