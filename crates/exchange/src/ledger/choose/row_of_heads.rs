//! What a row of headings is about, before a ledger is chosen.

use super::parks::{PARK, PARTS};
use crate::book::Row;
use crate::cells::text::tight;
use crate::ledger::heads::key;
use crate::ledger::kinds::ALL;
use crate::ledger::words::{Role, field, target};
use crate::table::Target;

/// Whether a row has the headings of a list of units by building.
pub(crate) fn heads_units(row: &Row) -> bool {
    let roles: Vec<Role> = roles("factory_unit", row).map(|(_, role)| role).collect();
    let of = |target: &Target| roles.contains(&Role::Field(*target));
    let measured = of(&target("factory_unit", "floor_area")) || of(&target("lease", "leased_area"));
    roles.len() >= 3 && measured && PARTS[..3].iter().any(of)
}

/// The column of buildings of such a row, where it tells their rooms or who is in
/// them as well.
pub(super) fn column_of_buildings(row: &Row) -> Option<u32> {
    let building = PARTS[0];
    let roles: Vec<(u32, Role)> = roles("factory_unit", row).collect();
    let is_of = |(_, role): &&(u32, Role), part: &Target| *role == Role::Field(*part);
    let mut parts = PARTS[1..].iter();
    let has_rooms = parts.any(|part| roles.iter().any(|one| is_of(&one, part)));
    let own = roles.iter().find(|one| is_of(one, &building));
    own.filter(|_| has_rooms && heads_units(row))
        .map(|(at, _)| *at)
}

/// The columns of such a row that say which unit it is.
pub(crate) fn columns_of_names(row: &Row) -> Vec<u32> {
    let names = |role: Role| {
        let mut names = PARTS[..3].iter().chain([&PARK]);
        names.any(|name| role == Role::Field(*name))
    };
    let own = roles("factory_unit", row).filter(|(_, role)| names(*role));
    own.map(|(at, _)| at).collect()
}

/// Whether a row has the headings of a list that says how far the building of
/// projects got.
pub(crate) fn heads_works(row: &Row) -> bool {
    const NAME: Target = target("project", "name");
    const GOT: [Role; 4] = [
        field("key_project", "annual_completed_investment"),
        field("key_project", "cumulative_investment"),
        field("key_project", "visible_progress"),
        field("key_project", "weekly_progress"),
    ];
    let roles: Vec<Role> = roles("key_project", row).map(|(_, role)| role).collect();
    let named = roles.contains(&Role::Field(NAME));
    roles.len() >= 3 && named && GOT.iter().any(|role| roles.contains(role))
}

/// The columns of such a row that say which project it is.
pub(crate) fn columns_of_works(row: &Row) -> Vec<u32> {
    let named = |role| role == Role::Field(target("project", "name"));
    let own = roles("key_project", row).filter(|(_, role)| named(*role));
    own.map(|(at, _)| at).collect()
}

/// Whether a row has the headings of a list of what was paid in, and no days of
/// payments.
pub(crate) fn heads_payments(row: &Row) -> bool {
    const PAID: Role = field("payment", "paid_in");
    const DAY: Role = field("payment", "paid_date");
    let roles: Vec<Role> = roles("payment", row).map(|(_, role)| role).collect();
    roles.len() >= 2 && roles.contains(&PAID) && !roles.contains(&DAY)
}

/// What the headings of a row mean in a ledger, by their columns.
fn roles<'r>(name: &str, row: &'r Row) -> impl Iterator<Item = (u32, Role)> + use<'r> {
    let ledger = ALL.iter().find(|ledger| ledger.name == name);
    let vocabulary = ledger.map(|ledger| ledger.vocabulary());
    let role = move |text: &str| {
        let text = key(text).0;
        let word = vocabulary?.words.iter().find(|word| word.key == text);
        word.map(|word| word.role)
    };
    let cells = row.cells.iter();
    cells.filter_map(move |(at, raw)| Some((*at, role(&tight(&raw.display()))?)))
}
