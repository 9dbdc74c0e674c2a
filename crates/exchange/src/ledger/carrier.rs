//! Rows of carrier ledgers (载体台账): units with who uses them, leases, and
//! parcels.

use suoji_model::{Cell, Value};

use super::line::Line;
use super::under;
use super::words::{Role, target};
use crate::book::Raw;
use crate::cells::{self, Context, flag};
use crate::problem::Level;
use crate::table::{LedgerRow, Target};

/// The most yuan, in hundredths, that a square metre costs in a month.
const MOST_RENT: i64 = 300 * 100;
const STATE: Target = target("factory_unit", "state");
const NAME: Target = target("factory_unit", "name");

/// Reads a unit, with its lease in the same row.
pub(super) fn unit(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|_| false);
    under::unit(&mut line);
    named(&mut line);
    nobody(&mut line);
    area_behind(&mut line);
    rent_of_all(&mut line);
    sold_or_own(&mut line);
    not_vacant(&mut line);
    all_of_it(&mut line);
    let told = match line.text(STATE) {
        Some("vacated") => Some("ended_lease"),
        Some("building") => Some("not_completed"),
        _ => None,
    };
    if let Some(reason) = told {
        line.report(line.column_of(STATE), Some(STATE), reason, Level::Must);
        line.uncounted = Some(reason);
    }
    line.need(&[NAME], "title_missing");
    line.finish()
}

/// A word for the unit's state where the tenant's name would stand.
fn nobody(line: &mut Line<'_>) {
    let tenant = target("lease", "tenant");
    let state = match line.text(tenant) {
        Some("闲置" | "空置" | "待租" | "待出租" | "空" | "未租" | "未出租" | "招商中") => {
            "vacant"
        }
        Some("自用" | "业主自用" | "产权人自用") => "own_use",
        Some("在建" | "建设中" | "未竣工" | "未交付") => "building",
        _ => return,
    };
    line.cells.retain(|target| target.kind != "lease");
    if *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text(state.to_owned()));
    }
}

/// A rent beyond any for one square metre is that of all of them, unless the
/// heading says what it is of.
fn rent_of_all(line: &mut Line<'_>) {
    let rent = target("factory_unit", "rent");
    let Some(column) = line.column_of(rent) else {
        return;
    };
    let of_one = column.column.head.contains(['㎡', '/', '／', '平', '单']);
    let most = matches!(line.get(rent), Cell::Known(Value::Number(rent), _) if *rent > MOST_RENT);
    if most && !of_one {
        line.cells.remove(&rent);
        line.append(column, target("factory_unit", "note"));
        line.report(Some(column), Some(rent), "rent_of_all", Level::Should);
    }
}

/// The tenant's area behind its name: `甲公司8000㎡`.
fn area_behind(line: &mut Line<'_>) {
    let (tenant, leased) = (target("lease", "tenant"), target("lease", "leased_area"));
    let Some(text) = line.text(tenant) else {
        return;
    };
    let name = text.trim_end_matches(['㎡', '平', '方', '米']);
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let area = &text[name.len()..];
    let name = name.trim_end_matches(['(', '（', ':', '：', ' ']);
    let is_area = area.ends_with(['㎡', '米']) && area.starts_with(|c: char| c.is_ascii_digit());
    if !is_area || name.is_empty() {
        return;
    }
    let (name, area) = (name.to_owned(), Raw::text(area));
    let column = line.column_of(tenant);
    line.set(tenant, Value::Text(name));
    if *line.get(leased) == Cell::Blank
        && let Some(field) = leased.declared()
    {
        let reading = cells::read(leased.kind, field, &area, Context::default());
        if let Some(column) = column {
            line.keep(column, leased, reading);
        }
    }
}

/// A unit that is said not to stand empty has no vacant area: `可用面积`
/// beside 是否空置 is all of it then; with a tenant it is let.
fn not_vacant(line: &mut Line<'_>) {
    let column = line.column(Role::Tick(STATE, "vacant"));
    if column.and_then(|column| flag::parse(line.raw(column))) != Some(false) {
        return;
    }
    let (whole, vacant) = (
        target("factory_unit", "floor_area"),
        target("factory_unit", "vacant_area"),
    );
    if *line.get(whole) == Cell::Blank
        && let Some(area) = line.cells.remove(&vacant)
    {
        line.cells.insert(whole, area);
    }
    let is_sold = *line.get(target("lease", "sold_area")) != Cell::Blank;
    let tenant = line.text(target("lease", "tenant")).is_some();
    if tenant && !is_sold && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("leased".to_owned()));
    }
}

/// One column of areas for those let and those sold: the state says which. What
/// the owner uses is neither.
fn sold_or_own(line: &mut Line<'_>) {
    let (leased, sold) = (target("lease", "leased_area"), target("lease", "sold_area"));
    match line.text(STATE) {
        Some("sold") if *line.get(sold) == Cell::Blank => {
            if let Some(area) = line.cells.remove(&leased) {
                line.cells.insert(sold, area);
            }
        }
        Some("own_use") => line.cells.retain(|target| target.kind != "lease"),
        _ => {}
    }
}

/// A unit that is let or sold, and not in part, is so with all its area where
/// no cell says how much.
fn all_of_it(line: &mut Line<'_>) {
    let areas = ["leased_area", "sold_area"].map(|field| target("lease", field));
    let said = areas.iter().any(|area| *line.get(*area) != Cell::Blank);
    let whole = line.get(target("factory_unit", "floor_area")).clone();
    let area = match line.text(STATE) {
        Some("leased") => areas[0],
        Some("sold") => areas[1],
        _ => return,
    };
    // A list of units alone says nothing of leases.
    let tenant = line.text(target("lease", "tenant")).is_some();
    if said || !tenant || !matches!(whole, Cell::Known(..)) {
        return;
    }
    line.cells.insert(area, whole);
    let column = line.column_of(STATE);
    line.report(column, Some(area), "all_of_the_unit", Level::Info);
}

/// Reads a lease of a list of leases; its unit is named by the row.
pub(super) fn lease(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|_| false);
    named(&mut line);
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}

/// Reads a parcel; without a number of its own it is known by its place.
pub(super) fn parcel(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|_| false);
    let (number, place) = (target("parcel", "parcel_no"), target("parcel", "place"));
    if *line.get(number) == Cell::Blank
        && let Some(place) = line.text(place).map(str::to_owned)
    {
        line.set(number, Value::Text(place));
    }
    line.need(&[number], "title_missing");
    line.finish()
}

/// A unit without a name of its own is called by park, building and number; so
/// is one of which the name is that of the building.
fn named(line: &mut Line<'_>) {
    let (building, number) = (
        target("factory_unit", "building"),
        target("factory_unit", "unit_no"),
    );
    if let (Some(name), Some(number), None) =
        (line.text(NAME), line.text(number), line.text(building))
        && !name.contains(number)
    {
        let name = name.to_owned();
        line.set(building, Value::Text(name));
        line.cells.remove(&NAME);
    }
    if let (Some(name), Some(own)) = (line.text(NAME), line.text(building))
        && !name.contains(own)
    {
        // 电梯产业园 | A1: the name is of all its buildings.
        let name = name.to_owned();
        let unit = format!("{name} {own}");
        let park = target("factory_unit", "park");
        if *line.get(park) == Cell::Blank {
            line.set(park, Value::Text(name));
            line.cells.remove(&NAME);
        } else {
            line.set(NAME, Value::Text(unit));
        }
    }
    if *line.get(NAME) != Cell::Blank {
        return;
    }
    let part = |field| line.text(target("factory_unit", field));
    if part("building").is_none() && part("unit_no").is_none() {
        return;
    }
    let parts: Vec<&str> = ["park", "building", "unit_no"]
        .into_iter()
        .filter_map(part)
        .collect();
    let name = parts.join(" ");
    line.set(NAME, Value::Text(name));
}
