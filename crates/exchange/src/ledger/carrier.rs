//! Rows of carrier ledgers (载体台账): units with who uses them, and leases.

mod bought;
mod floor_load;
mod idle;
mod in_lines;
mod lease_terms;
pub(crate) mod let_in_parts;
pub(crate) mod lettable;
mod occupied;
pub(crate) mod own_use;
pub(crate) mod rooms;
mod tenants;
mod unbuilt;
pub(crate) mod unit_state;

use suoji_model::{Area, AreaUnit, Cell, Value};

use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::names::firms;
use crate::ledger::people::noted_beside_firm;
use crate::ledger::under;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::{LedgerRow, Target};

/// The most yuan, in hundredths, that a square metre costs in a month.
const MOST_RENT: i64 = 300 * 100;
pub(super) const STATE: Target = target("factory_unit", "state");
pub(super) const NAME: Target = target("factory_unit", "name");
pub(super) const WHOLE: Target = target("factory_unit", "floor_area");
const TENANT: Target = target("lease", "tenant");
pub(super) const TAKEN: [Target; 2] =
    [target("lease", "leased_area"), target("lease", "sold_area")];

/// Reads a unit, with its lease in the same row.
pub(super) fn unit(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|target| WORDED.contains(&target));
    let_in_parts::add(&mut line);
    in_lines::read(&mut line);
    noted_beside_firm(&mut line, TENANT, target("lease", "note"));
    worded(&mut line);
    floor_load::read(&mut line);
    lease_terms::read(&mut line);
    under::unit(&mut line);
    unit_state::in_order(&mut line);
    unit_state::of_section(&mut line);
    named(&mut line);
    tenants::without_standing(&mut line);
    nobody(&mut line);
    bought::unit(&mut line);
    idle::unit(&mut line);
    intended(&mut line);
    tenants::counted(&mut line);
    tenants::with_areas(&mut line);
    rent_of_time(&mut line);
    rent_of_all(&mut line);
    by_state(&mut line);
    own_use::unit(&mut line);
    unbuilt::told(&mut line);
    not_vacant(&mut line);
    lettable::left(&mut line);
    occupied::rest(&mut line);
    in_part(&mut line);
    all_of_it(&mut line);
    fits_in(&mut line);
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

/// Numbers that people write in words: `一层7.5米，二层4.5米`, `面议`, `满租`.
const WORDED: &[Target] = &[
    target("factory_unit", "floors"),
    target("factory_unit", "floor_height"),
    target("factory_unit", "floor_load"),
    target("factory_unit", "rent"),
    target("factory_unit", "occupancy_rate"),
];

/// Keeps what is no one number in the note.
fn worded(line: &mut Line<'_>) {
    const RATE: Target = target("factory_unit", "occupancy_rate");
    const FULL: &[&str] = &["满租", "已满", "满", "全部出租", "全租", "租满"];
    for field in WORDED {
        let Some(column) = line.column_of(*field) else {
            continue;
        };
        let Some(reading) = line.reading(column, *field, line.context(column)) else {
            continue;
        };
        let unread = reading.findings.iter();
        let unread = unread.filter(|(reason, _)| *reason == "number_unreadable");
        let text = tight(&line.raw(column).display());
        if unread.count() == 0 {
            line.keep(column, *field, reading);
        } else if *field == RATE && FULL.contains(&text.as_str()) {
            // In hundredths of a percent.
            line.set(RATE, Value::Number(10_000));
        } else {
            line.append(column, target(line.frame.ledger.kind().name, "note"));
            line.report(Some(column), Some(*field), "number_in_words", Level::Should);
        }
    }
}

/// A word for the unit's state where the tenant's name would stand.
fn nobody(line: &mut Line<'_>) {
    let state = match line.text(TENANT) {
        Some(text) if is_vacant(text) => "vacant",
        Some(text) if is_own_use(text) || COMMON.contains(&text) => "own_use",
        Some(text) if unbuilt::UNBUILT.contains(&text) => "building",
        _ => return,
    };
    line.cells.retain(|target| target.kind != "lease");
    if *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text(state.to_owned()));
    }
}

/// Words for what all tenants of a park use.
const COMMON: &[&str] = &[
    "公共配套",
    "配套用房",
    "公共用房",
    "物业用房",
    "物业",
    "设备用房",
    "管理用房",
];

/// Words for a unit that nobody has.
const VACANT: &[&str] = &[
    "空",
    "闲置",
    "空置",
    "待租",
    "待租赁",
    "待出租",
    "可租",
    "可出租",
    "招租",
    "招租中",
    "未租",
    "未出租",
    "招商中",
    "待招商",
];

/// Whether a unit stands empty, whoever had it before or thinks of it: `空置
/// （原甲公司）`.
fn is_vacant(text: &str) -> bool {
    let text = tight(text);
    VACANT.contains(&text.split('(').next().unwrap_or_default())
}

/// `自用`, `业主自用`, `园区自用（展厅）`, `园区管委会自用`.
fn is_own_use(text: &str) -> bool {
    let text = tight(text);
    let bare = text.split('(').next().unwrap_or_default();
    let who = [
        "业主",
        "产权人",
        "产权方",
        "产权单位",
        "园区",
        "公司",
        "本公司",
        "平台",
        "管委会",
        "自己",
        "",
    ];
    let own = bare.strip_suffix("自用").or(bare.strip_suffix("自用房"));
    let runs = ["管委会", "业主", "园区公司", "平台公司", "运营公司"];
    own.is_some_and(|own| who.contains(&own) || runs.iter().any(|one| own.ends_with(one)))
}

/// Words by which a firm only thinks of taking a unit.
const THINKS: &[&str] = &[
    "意向",
    "有意向",
    "意向企业",
    "意向客户",
    "拟租",
    "拟租赁",
    "拟承租",
    "拟入驻",
    "预租",
    "预定",
    "已预定",
    "预留",
    "洽谈中",
    "在谈",
    "洽谈",
];

/// Characters of a firm's name that is more than its trade and its form.
const IN_FULL: usize = 7;

/// A firm that only thinks of taking the unit has none of it: `甲公司（意向）`,
/// `意向：甲公司`, `意向客户苏州甲科技有限公司`.
fn intended(line: &mut Line<'_>) -> bool {
    let said = line.text(TENANT).map(tight).unwrap_or_default();
    let thinks = THINKS.iter().any(|word| {
        let rest = said.strip_prefix(word);
        let is_firm = |rest: &str| rest.chars().count() >= IN_FULL && firms::is_named(rest);
        said.ends_with(&format!("({word})"))
            || rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with([':', '(']) || is_firm(rest)
            })
    });
    let state = tight(&line.text_of(STATE));
    let is_meant = unit_state::is_meant(line) || THINKS.contains(&state.as_str());
    let thinks = thinks || !said.is_empty() && is_meant;
    let Some(column) = line.column_of(TENANT).filter(|_| thinks) else {
        return false;
    };
    line.cells.retain(|target| target.kind != "lease");
    line.append(column, target("factory_unit", "note"));
    line.report(Some(column), Some(TENANT), "tenant_intended", Level::Should);
    true
}

/// A rent beyond any for one square metre is that of all of them, unless the
/// heading says what it is of; so is any that counts in 万元.
fn rent_of_all(line: &mut Line<'_>) {
    let rent = target("factory_unit", "rent");
    let Some(column) = line.column_of(rent) else {
        return;
    };
    let of_one = column.column.head.contains(['㎡', '/', '／', '平', '单']);
    let most = matches!(line.get(rent), Cell::Known(Value::Number(rent), _) if *rent > MOST_RENT);
    let is_known = matches!(line.get(rent), Cell::Known(..));
    let in_size =
        column.column.head.contains('万') || column.unit.is_some_and(|unit| unit.power > 0);
    if most && !of_one || is_known && in_size {
        line.cells.remove(&rent);
        line.append(column, target(line.frame.ledger.kind().name, "note"));
        line.report(Some(column), Some(rent), "rent_of_all", Level::Should);
    }
}

/// A rent by the day or by the year is not the one by the month that a unit
/// has: it stays in the note.
fn rent_of_time(line: &mut Line<'_>) {
    let rent = target("factory_unit", "rent");
    let Some(column) = line.column_of(rent) else {
        return;
    };
    if *line.get(rent) != Cell::Blank && is_of_other_time(&tight(&column.column.head)) {
        line.cells.remove(&rent);
        line.append(column, target("factory_unit", "note"));
        line.report(Some(column), Some(rent), "rent_of_time", Level::Should);
    }
}

/// Whether a rent's heading names the day or the year, and no month:
/// `元/㎡·天`, `日租金`, `年租金单价`; `2024年租金` is of a month in that year.
fn is_of_other_time(head: &str) -> bool {
    let by = |time: &str| {
        let per = ["/", "·", ".", "*", "每"];
        let rented = head.split(['▸', '(']).any(|part| {
            let part = part.strip_prefix(time);
            part.is_some_and(|rest| rest.starts_with('租'))
        });
        rented || per.iter().any(|per| head.contains(&format!("{per}{time}")))
    };
    !by("月") && (by("天") || by("日") || by("年"))
}

/// A unit that is said not to stand empty has no vacant area: `可用面积`
/// beside 是否空置 is all of it then; with a tenant it is let.
fn not_vacant(line: &mut Line<'_>) {
    let column = line.column(Role::Tick(STATE, "vacant"));
    if column.and_then(|column| line.mark(column)) != Some(false) {
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
    let tenant = line.text(TENANT).is_some();
    if tenant && !is_sold && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("leased".to_owned()));
    }
}

/// 部分 where it is asked whether a unit stands empty: what is not let of it
/// is vacant, if both areas are known.
fn in_part(line: &mut Line<'_>) {
    let column = line.column(Role::Tick(STATE, "vacant"));
    let said = column.map(|column| tight(&line.raw(column).display()));
    if said.is_some_and(|said| said.contains("部分")) && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("partly_leased".to_owned()));
    }
    let vacant = target("factory_unit", "vacant_area");
    if line.text(STATE) != Some("partly_leased") || *line.get(vacant) != Cell::Blank {
        return;
    }
    let let_out = TAKEN.map(|area| sqm(line, area));
    if let_out == [None, None] {
        line.report(
            column,
            Some(TAKEN[0]),
            "part_let_without_area",
            Level::Should,
        );
        return;
    }
    let Some(whole) = sqm(line, WHOLE) else {
        return;
    };
    let left = whole - let_out.into_iter().flatten().sum::<i128>();
    if let (Ok(scaled), true) = (i64::try_from(left), left > 0) {
        let unit = AreaUnit::Sqm;
        line.set(vacant, Value::Area(Area { scaled, unit }));
    }
}

/// What is let, sold and empty of a unit is no more than all of it.
fn fits_in(line: &mut Line<'_>) {
    let vacant = target("factory_unit", "vacant_area");
    let parts = [TAKEN[0], TAKEN[1], vacant];
    let sum: i128 = parts.iter().filter_map(|area| sqm(line, *area)).sum();
    let over = sqm(line, WHOLE).is_some_and(|whole| whole > 0 && sum > whole + whole / 50);
    if over {
        let mut last = parts.into_iter().rev();
        let last = last.find(|area| sqm(line, *area).is_some_and(|area| area > 0));
        let column = last.and_then(|area| line.column_of(area));
        line.report(column, last, "areas_exceed_unit", Level::Should);
    }
}

/// An exact area in ten-thousandths of a square metre, wide enough to add up any.
pub(super) fn sqm(line: &Line<'_>, area: Target) -> Option<i128> {
    match line.get(area) {
        Cell::Known(Value::Area(area), None) => Some(area.scaled_in(AreaUnit::Sqm).into()),
        _ => None,
    }
}

/// One column of areas for all units: the state says whether they are let or
/// sold. What the owner uses is neither, nor is what stands empty and names
/// nobody.
fn by_state(line: &mut Line<'_>) {
    let [leased, sold] = TAKEN;
    match line.text(STATE) {
        Some("sold") if *line.get(sold) == Cell::Blank => {
            if let Some(area) = line.cells.remove(&leased) {
                line.cells.insert(sold, area);
            }
        }
        Some("own_use") => line.cells.retain(|target| target.kind != "lease"),
        Some("vacant") if line.text(TENANT).is_none() => {
            let vacant = target("factory_unit", "vacant_area");
            let area = TAKEN.into_iter().find(|area| sqm(line, *area) > Some(0));
            let Some(area) = area.and_then(|area| line.cells.remove(&area)) else {
                return;
            };
            line.cells.retain(|target| target.kind != "lease");
            if *line.get(vacant) == Cell::Blank {
                line.cells.insert(vacant, area);
            }
        }
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
        None if occupied::is_of_one(line) => areas[0],
        _ => return,
    };
    // A list of units alone says nothing of leases.
    let tenant = line.text(TENANT).is_some();
    if said || !tenant || !matches!(whole, Cell::Known(..)) {
        return;
    }
    line.cells.insert(area, whole);
    let column = line.column_of(STATE);
    let column = column.or(line.column_of(TENANT));
    line.report(column, Some(area), "all_of_the_unit", Level::Info);
}

/// Reads a lease of a list of leases; its unit is named by the row.
pub(super) fn lease(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|target| WORDED.contains(&target));
    let_in_parts::add(&mut line);
    in_lines::read(&mut line);
    noted_beside_firm(&mut line, TENANT, target("lease", "note"));
    worded(&mut line);
    lease_terms::read(&mut line);
    rent_of_time(&mut line);
    rent_of_all(&mut line);
    unit_state::of_section(&mut line);
    named(&mut line);
    tenants::without_standing(&mut line);
    let is_meant = intended(&mut line);
    tenants::counted(&mut line);
    by_state(&mut line);
    if is_empty(&line) {
        // Its area is no part of what the list says of all units.
        line.cells.retain(|target| target.kind != "lease");
        line.set(STATE, Value::Text("vacant".to_owned()));
    } else if !is_meant {
        line.need(line.frame.ledger.titles, "title_missing");
    }
    line.finish()
}

/// Whether a row among leases is a unit that nobody has: 空 where the tenant
/// would stand, and no day and no money.
fn is_empty(line: &Line<'_>) -> bool {
    let said = tight(&line.text_of(TENANT));
    let said = said.trim_matches(['(', ')']);
    let terms = ["start_date", "end_date", "annual_rent", "arrears"];
    let mut terms = terms.iter().map(|field| target("lease", field));
    is_vacant(said)
        && *line.get(NAME) != Cell::Blank
        && terms.all(|term| !matches!(line.get(term), Cell::Known(..)))
}

/// 整层 is a unit of each floor that has it.
fn whole_floor(line: &mut Line<'_>) {
    let number = target("factory_unit", "unit_no");
    let mut columns = line.frame.columns.iter();
    let beside = |column: &&Mapped| {
        column.role == Some(Role::Append(target("factory_unit", "note")))
            && matches!(column.head.as_str(), "楼层" | "层")
    };
    let Some(column) = columns.find(beside) else {
        return;
    };
    let Some(text) = line.text(number) else {
        return;
    };
    let floor = tight(&line.raw(column).display());
    if !floor.is_empty() && !text.contains(|c: char| c.is_ascii_digit()) {
        let is_bare = floor.bytes().all(|byte| byte.is_ascii_digit());
        let floor = if is_bare {
            format!("{floor}层")
        } else {
            floor
        };
        let text = format!("{floor}{text}");
        line.set(number, Value::Text(text));
    }
}

/// What an address says of the building or the room.
const BUILDINGS: &[&str] = &[
    "楼", "栋", "幢", "座", "室", "层", "单元", "车间", "厂房", "#",
];

/// An address that names no building is that of several firms: the owner tells
/// whose it is.
fn of_owner(line: &mut Line<'_>) {
    let column = line.column_of(NAME);
    if !column.is_some_and(|column| column.head.ends_with("地址")) {
        return;
    }
    let owner = line.text(target("factory_unit", "owner"));
    if let (Some(place), Some(owner)) = (line.text(NAME), owner)
        && !BUILDINGS.iter().any(|word| place.contains(word))
        && !place.contains(owner)
    {
        let name = format!("{owner} {place}");
        line.set(NAME, Value::Text(name));
    }
}

/// A unit without a name of its own is called by park, building and number; so
/// is one of which the name is that of the building.
fn named(line: &mut Line<'_>) {
    let (building, number) = (
        target("factory_unit", "building"),
        target("factory_unit", "unit_no"),
    );
    let at = line.column_of(NAME).filter(|column| {
        let is_unit = line.frame.ledger.name == "factory_unit";
        is_unit
            && ["位置", "坐落", "地址"]
                .iter()
                .any(|word| column.head.ends_with(word))
    });
    whole_floor(line);
    of_owner(line);
    // Where the unit lies names it only where nothing else does.
    let parts = [building, number].map(|part| line.text(part).is_some());
    if let Some(column) = at.filter(|_| parts != [false, false] && line.text(NAME).is_some()) {
        line.cells.remove(&NAME);
        line.append(column, target("factory_unit", "note"));
    }
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
    let parts: Vec<&str> = ["park", "building", "unit_no"]
        .into_iter()
        .filter_map(part)
        .collect();
    let name = parts.join(" ");
    if !name.is_empty() {
        line.set(NAME, Value::Text(name));
    }
}
