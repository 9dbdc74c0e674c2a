//! A heading that names what happened, over the days of it: `招引阶段▸签约`,
//! `建设阶段▸开工` ask for 签约时间 and 开工时间.

use super::look::{is_past, values};
use crate::book::Sheet;
use crate::ledger::block::Block;
use crate::ledger::heads::Head;

/// What happens on a day.
const EVENTS: &[&str] = &["签约", "签订", "开工", "竣工", "投产"];
/// What stands above it where it only says of which time it is.
const STAGE: &str = "阶段";

/// The heading with the word that it leaves out, where most of its values are
/// days.
pub(super) fn dated(sheet: &Sheet, block: &Block, number: u32, head: &Head) -> Option<Head> {
    let [.., above, own] = head.parts.as_slice() else {
        return None;
    };
    if !EVENTS.contains(&own.as_str()) || !above.ends_with(STAGE) {
        return None;
    }
    let values = values(sheet, block, number);
    let days = values.iter().filter(|raw| is_past(raw)).count();
    (days > 0 && days * 2 >= values.len()).then(|| Head {
        parts: vec![format!("{own}时间")],
    })
}
