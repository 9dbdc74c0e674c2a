//! Lists of idle factories (闲置厂房摸排表): the firm that each row names owns
//! what stands idle, and rents nothing.

use suoji_model::{Cell, Value};

use super::{STATE, TAKEN};
use crate::cells::text::tight;
use crate::ledger::columns::has;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const TENANT: Target = target("lease", "tenant");
const OWNER: Target = target("factory_unit", "owner");
const VACANT: Target = target("factory_unit", "vacant_area");
/// Headings of a firm that say nothing of how it has the unit.
const FIRMS: &[&str] = &["企业名称", "企业", "单位名称", "公司名称", "企业(单位)名称"];

/// Takes the firm for the owner, where the list asks for nothing of a lease.
pub(super) fn unit(line: &mut Line<'_>) {
    let columns = line.frame.columns;
    let of_lease = [
        STATE,
        TAKEN[0],
        TAKEN[1],
        target("lease", "start_date"),
        target("lease", "end_date"),
        target("lease", "annual_rent"),
    ];
    let is_leased = of_lease.iter().any(|field| has(columns, *field));
    let idle = line.column_of(VACANT);
    let is_idle = idle.is_some_and(|column| column.column.head.contains("闲置"));
    let plain = line.column_of(TENANT).is_some_and(|column| {
        let head = tight(&column.column.head);
        FIRMS.contains(&head.as_str())
    });
    if is_leased || !is_idle || !plain {
        return;
    }
    let Some(firm) = line.text(TENANT).map(str::to_owned) else {
        return;
    };
    if *line.get(OWNER) == Cell::Blank {
        line.set(OWNER, Value::Text(firm));
    }
    line.cells.remove(&TENANT);
}
