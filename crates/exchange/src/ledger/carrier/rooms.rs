//! Parts of a floor under headings that name other things as well: 分区, 铺位 or
//! 跨 over `1-1`, `1-2` beside the building.

use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::look::values;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::heads::Match;
use crate::ledger::words::{Role, target};
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

/// Headings of rooms, of which a floor has several.
const ROOMS: &[&str] = &[
    "房号",
    "房间号",
    "房间",
    "室号",
    "单元号",
    "单元",
    "门牌号",
    "房间编号",
];

/// 房号 beside 楼层 is the number of the unit; a floor is not.
pub(crate) fn settle(block: &Block, wishes: &mut [(usize, Match)]) {
    let is_room = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.key());
        head.is_some_and(|head| ROOMS.contains(&head.as_str()))
    };
    let of_unit = |found: &Match| found.role == Role::Field(UNIT) && found.confidence > 0;
    if !wishes
        .iter()
        .any(|(at, found)| of_unit(found) && is_room(*at))
    {
        return;
    }
    for (at, found) in wishes {
        if of_unit(found) && !is_room(*at) && found.reason != "told" {
            found.confidence = 0;
        }
    }
}

/// Takes such a column for that of the units where no other is it.
pub(crate) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
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
