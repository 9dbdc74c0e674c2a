//! How all units or leases of a sheet or a section stand, where no column says
//! it: `已退租`, `二、在建厂房`, `空置厂房一览表`.

use suoji_model::{Cell, Value};

use super::{STATE, TAKEN};
use crate::cells::text::tight;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::line::Line;
use crate::ledger::under;
use crate::ledger::words::target;

const STATES: &[(&str, &str)] = &[
    ("已退租", "vacated"),
    ("退租企业", "vacated"),
    ("已搬离", "vacated"),
    ("已清退", "vacated"),
    ("已到期", "vacated"),
    ("在建", "building"),
    ("拟建", "building"),
    ("未建成", "building"),
    ("空置", "vacant"),
    ("闲置", "vacant"),
    ("待租", "vacant"),
    ("可供出租", "vacant"),
    ("已租", "leased"),
    ("已出租", "leased"),
    ("在租", "leased"),
    ("已售", "sold"),
    ("已出售", "sold"),
    ("自用", "own_use"),
];
/// Words of a name that is about several states, or about something else.
const BESIDE: &[&str] = &[
    "情况", "统计", "汇总", "率", "面积", "盘活", "、", "及", "和", "与", "未", "非",
];

/// The state that a name says.
fn said(name: &str) -> Option<&'static str> {
    let bare = under::bare(name)?.replace("未建成", "拟建");
    let is_other = BESIDE.iter().any(|word| bare.contains(word));
    under::choice(&bare, STATES).filter(|_| !is_other)
}

/// The state that the sheet or its title gives all rows. Whether units are
/// empty, let or sold, their areas say better, and who has them.
pub(crate) fn of_table(
    ledger: &str,
    sheet: &str,
    titles: &[String],
    columns: &[Mapped],
) -> Option<String> {
    let title = titles.first().map(String::as_str);
    let mut names = [Some(sheet), title].into_iter().flatten();
    let state = names.find_map(said)?;
    fits(ledger, state, columns).then(|| state.to_owned())
}

fn fits(ledger: &str, state: &str, columns: &[Mapped]) -> bool {
    let vacant = target("factory_unit", "vacant_area");
    let measured = [TAKEN[0], TAKEN[1], vacant];
    let is_measured = measured.iter().any(|area| has(columns, *area));
    match state {
        "vacated" => true,
        "building" => ledger == "factory_unit",
        _ => ledger == "factory_unit" && !is_measured,
    }
}

/// Whether the areas of a unit, where columns have them, say the same as its
/// section.
fn agrees(line: &Line<'_>, state: &str) -> bool {
    let is_taken =
        |area| matches!(line.get(area), Cell::Known(Value::Area(area), _) if area.scaled > 0);
    let (is_let, is_sold) = (is_taken(TAKEN[0]), is_taken(TAKEN[1]));
    let is_nobodys = *line.get(target("lease", "tenant")) == Cell::Blank;
    line.frame.ledger.name == "factory_unit"
        && match state {
            "leased" => is_let && !is_sold,
            "sold" => is_sold && !is_let,
            "vacant" => !is_let && !is_sold && is_nobodys,
            _ => false,
        }
}

/// Sets the state that the section says.
pub(super) fn of_section(line: &mut Line<'_>) {
    let section = line.section.clone().unwrap_or_default();
    let Some(state) = section.rsplit(" ▸ ").find_map(said) else {
        return;
    };
    let ledger = line.frame.ledger.name;
    // Nothing is let of what stands among those that the owner uses.
    let is_own = state == "own_use" && TAKEN.iter().all(|area| *line.get(*area) == Cell::Blank);
    let fits = is_own || fits(ledger, state, line.frame.columns) || agrees(line, state);
    if line.column_of(STATE).is_none() && fits {
        line.set(STATE, Value::Text(state.to_owned()));
        if is_own {
            line.cells.retain(|target| target.kind != "lease");
        }
    }
}

/// A building in good order, `正常`, may be let or not: its areas and its tenant
/// say which. So do they of one in use, whose owner may use it.
pub(super) fn in_order(line: &mut Line<'_>) {
    const WELL: &[&str] = &["正常", "完好", "良好", "正常使用", "正常运营", "运营正常"];
    const USED: &[&str] = &["在用", "使用中", "正在使用", "已使用", "已投用", "运营中"];
    let said = tight(&line.text_of(STATE));
    let known = |field| *line.get(field) != Cell::Blank;
    let is_measured = known(target("factory_unit", "vacant_area"));
    let is_open = WELL.contains(&said.as_str()) || is_measured && USED.contains(&said.as_str());
    if !is_open || known(target("lease", "tenant")) {
        return;
    }
    line.cells.remove(&STATE);
    line.problems
        .retain(|one| one.field != Some(STATE) || one.reason != "choice_unknown");
}

/// Whether all tenants of the sheet only think of it: `意向`, `拟入驻企业`.
pub(super) fn is_meant(line: &Line<'_>) -> bool {
    let name = tight(&line.frame.sheet.name);
    let means = ["意向", "拟租", "预租", "拟入驻"];
    means.iter().any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn a_name_says_how_units_stand() {
        for (name, state) in [
            ("已退租企业", Some("vacated")),
            ("二、在建厂房（3栋）", Some("building")),
            ("空置厂房一览表", Some("vacant")),
            ("已租", Some("leased")),
            ("已租和空置厂房", None),
            ("低效闲置工业厂房盘活利用台账", None),
            ("标准厂房空置情况", None),
            ("厂房", None),
        ] {
            assert_eq!(said(name), state, "{name}");
        }
    }
}
