//! Headings of what came or went within some time, where records hold what
//! stands: `本月新增出租面积` is no area that is let.

use crate::ledger::words::Role;

/// Words for what came, went or was within some time.
const FLOWS: &[&str] = &[
    "新增", "新签", "本月", "当月", "本周", "本季", "本年", "当年", "今年", "上月", "上季", "年初",
    "退租", "到期", "续租", "续签",
];

/// Whether a heading is of such a change, `before` the words of a field.
pub(super) fn is_one(role: Role, before: &str) -> bool {
    let Role::Field(target) = role else {
        return false;
    };
    let stands = matches!(
        target.field,
        "leased_area" | "sold_area" | "vacant_area" | "floor_area"
    );
    stands && FLOWS.iter().any(|word| before.contains(word))
}
