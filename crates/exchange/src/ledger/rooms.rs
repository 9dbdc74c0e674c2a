//! Parts of a floor under headings that name other things as well: 分区, 铺位 or
//! 跨 over `1-1`, `1-2` beside the building.

use super::block::Block;
use super::columns::{Mapped, has};
use super::look::values;
use super::words::{Role, target};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::table::Target;

const UNIT: Target = target("factory_unit", "unit_no");
const BUILDING: Target = target("factory_unit", "building");
const HEADS: &[&str] = &[
    "分区",
    "户号",
    "区域",
    "铺位",
    "铺位号",
    "区段",
    "工位",
    "工位号",
    "防火分区",
    "跨",
    "跨号",
];
/// Characters of a number of a room.
const MOST: usize = 8;

/// Takes such a column for that of the units where no other is it.
pub(super) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    if has(columns, UNIT) || !has(columns, BUILDING) {
        return;
    }
    let counts = |column: &&mut Mapped| {
        let values = values(sheet, block, column.number);
        let is_number = |text: &str| {
            let digits = text.contains(|c: char| c.is_ascii_digit());
            digits && text.contains('-') && text.chars().count() <= MOST
        };
        column.role.is_none()
            && HEADS.contains(&column.head.as_str())
            && column.column.reason != "told"
            && !values.is_empty()
            && values.iter().all(|raw| is_number(&tight(&raw.display())))
    };
    if let Some(column) = columns.iter_mut().find(counts) {
        column.role = Some(Role::Field(UNIT));
        column.column.target = Some(UNIT);
        "heading_exact".clone_into(&mut column.column.reason);
    }
}
