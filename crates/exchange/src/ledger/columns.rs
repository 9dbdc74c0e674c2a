//! Which column is which field: headings first, then the look of the values.

pub(crate) mod above;
mod abroad;
mod areas;
mod chains;
pub(crate) mod days;
pub(crate) mod dollars;
mod ended;
mod formerly;
mod grouped;
mod happened;
pub(crate) mod look;
mod meant;
mod numbered;
pub(crate) mod pairs;
pub(crate) mod said;
mod stock;
pub(crate) mod ticks;
mod unit_of_sum;
pub(crate) mod units;
mod ways;
mod whose;
mod years;

use std::collections::BTreeSet;

use suoji_model::{AreaUnit, Shape};

use crate::book::{Area, Raw, Row, Sheet, letters};
use crate::cells::date::{self, Order};
use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::cells::{Context, Small, Zero};
use crate::ledger::block::Block;
use crate::ledger::carrier::{let_in_parts, lettable, own_use, rooms};
use crate::ledger::given::month;
use crate::ledger::heads::{Head, LEAST, Match};
use crate::ledger::key_project::{
    months_of_works, plans, progress, since_january, so_far, works_by_time, works_in_parts,
};
use crate::ledger::kinds::Ledger;
use crate::ledger::parcel::{holders, supply};
use crate::ledger::payment::{instalments, periods, reported, running, shares, streams, turns};
use crate::ledger::questions;
use crate::ledger::rows::{nodes, two_rows};
use crate::ledger::signing::addends;
use crate::ledger::words::{Role, target};
use crate::options::Pick;
use crate::table::{Column, Target};
use above::Above;
use look::{counts, fraction, looked_at, values};
use said::{Said, SaidUnit};

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
    let above = Above::of(sheet, block);
    let vocabulary = ledger.vocabulary();
    let mut wishes: Vec<(usize, Match)> = Vec::new();
    for (index, (number, head)) in block.heads.iter().enumerate() {
        if let Some(picked) = said.pick(*number, head).and_then(picked) {
            let sure = |role| (index, Match::told(role));
            wishes.extend(picked.map(sure));
            continue;
        }
        // 编号 over 1, 2, 3 names nothing that another list would know again.
        if head.key() == "编号" && counts(sheet, block, *number) {
            wishes.push((index, Match::exact(Role::Serial)));
            continue;
        }
        let dated = happened::dated(sheet, block, *number, head);
        for found in dated.as_ref().unwrap_or(head).matches(vocabulary) {
            let general = above.unit(Some(found.role), &head.text());
            let unit = head.unit_below(general).or(general);
            let confidence = match is_measured(ledger, found.role, head) {
                true => 0,
                false => looked_at(sheet, block, *number, found, unit),
            };
            wishes.push((
                index,
                Match {
                    confidence,
                    ..found
                },
            ));
        }
    }
    abroad::settle(ledger, block, &mut wishes);
    whose::settle(sheet, ledger, block, &mut wishes);
    holders::settle(sheet, ledger, block, &mut wishes);
    chains::settle(block, &mut wishes);
    ways::settle(sheet, block, &mut wishes);
    progress::settle(ledger, block, &mut wishes);
    years::settle(ledger, block, year, &mut wishes);
    works_by_time::settle(sheet, ledger, block, year, &mut wishes);
    months_of_works::settle(sheet, ledger, block, &mut wishes);
    running::settle(sheet, ledger, block, &mut wishes);
    ended::settle(sheet, ledger, block, &mut wishes);
    dollars::settle(sheet, ledger, block, &mut wishes);
    so_far::settle(sheet, ledger, block, &mut wishes);
    since_january::settle(sheet, ledger, block, &mut wishes);
    if named {
        reported::settle(sheet, ledger, block, &mut wishes);
    }
    formerly::settle(ledger, block, &mut wishes);
    meant::settle(ledger, block, &mut wishes);
    stock::settle(ledger, block, &mut wishes);
    supply::settle(ledger, block, &mut wishes);
    plans::settle(ledger, block, &mut wishes);
    rooms::settle(block, &mut wishes);
    month::settle(block, &mut wishes);
    // Of two columns that are called alike, the one that is shown.
    let is_hidden = |index: usize| {
        let number = block.heads.get(index).map(|(number, _)| *number);
        number.is_some_and(|number| sheet.hidden_columns.contains(&number))
    };
    wishes.sort_by_key(|(index, found)| {
        (
            std::cmp::Reverse(found.confidence),
            is_hidden(*index),
            *index,
        )
    });
    let mut given: Vec<Option<Match>> = vec![None; block.heads.len()];
    let mut taken = BTreeSet::new();
    for (index, found) in wishes {
        let free = !found.role.is_single() || !taken.contains(&found.role);
        if found.confidence >= LEAST && given[index].is_none() && free {
            taken.insert(found.role);
            given[index] = Some(found);
        }
    }
    if named && ledger.name == "payment" {
        periods::assign(&block.heads, &mut given, year);
    }
    // Parts of a day are plain without a name.
    if named || ledger.name == "visit" {
        turns::assign(ledger, &block.heads, &mut given);
    }
    if named && ledger.name == "payment" {
        shares::assign(sheet, block, &above, &mut given);
    }
    let hollow = ticks::has_full(sheet, block);
    ticks::assign(sheet, block, ledger, hollow, &mut given);
    days::assign(ledger, &block.heads, &mut given);
    numbered::assign(ledger, &block.heads, &mut given);
    addends::assign(ledger, &block.heads, &mut given);
    let_in_parts::assign(sheet, ledger, block, &mut given);
    works_in_parts::assign(ledger, block, &mut given);
    let totals_free = !taken.contains(&questions::CONTRACT_TOTAL);
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
            .or_else(|| above.unit(role, &head.text()));
        let mut one = mapped(sheet, block, ledger, said, general, (*number, head, found));
        one.context.hollow = hollow && !ticks::says_no(sheet, block, *number);
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
    }
    grouped::assign(sheet, block, &mut columns);
    supply::assign(sheet, block, ledger, &mut columns);
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

/// Whether a heading's own unit says that it is not the field: names have none,
/// no building is measured in 亩, and no amount in %.
fn is_measured(ledger: &Ledger, role: Role, head: &Head) -> bool {
    let unit = head.unit();
    let own = head.parts.last().map(|own| tight(own));
    let is_share = own.is_some_and(|own| own.contains('%'));
    if unit.is_none() && is_money(Some(role)) {
        return is_share;
    }
    let (Role::Field(target), Some(unit)) = (role, unit) else {
        return false;
    };
    let Measure::Area(area) = unit.measure else {
        return false;
    };
    let named = ledger.titles.contains(&target) && target.kind != "parcel";
    let of_land = area != AreaUnit::Sqm && shape(Some(role)) == Some(Shape::Area);
    named || ledger.in_sqm && of_land
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

/// What a person picked; nothing for a column that is to be left out.
fn picked(pick: &Pick) -> Option<Option<Role>> {
    match pick.field.as_deref() {
        None => None,
        Some("") => Some(None),
        Some(field) => Target::parse(field).map(|target| Some(Role::Field(target))),
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
