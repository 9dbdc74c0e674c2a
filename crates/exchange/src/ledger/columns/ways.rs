//! 到资方式 is what money was for, or only how it came: `现汇`, `实物`.

use super::look::values;
use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::cells::{self, Context};
use crate::ledger::block::Block;
use crate::ledger::heads::Match;
use crate::ledger::words::{Role, field, target};
use crate::table::Target;

const KIND: Target = target("payment", "fund_kind");
const NOTE: Role = Role::Append(target("payment", "note"));

/// Keeps a column of ways as a remark where no cell says what for.
pub(super) fn settle(sheet: &Sheet, block: &Block, wishes: &mut [(usize, Match)]) {
    const WAYS: &[&str] = &["方式", "形式", "来源"];
    for (index, found) in wishes {
        let Some((number, head)) = block.heads.get(*index) else {
            continue;
        };
        let of_way = WAYS.iter().any(|word| tight(&head.key()).ends_with(word));
        if found.role != field(KIND.kind, KIND.field) || found.reason == "told" || !of_way {
            continue;
        }
        let said = values(sheet, block, *number);
        if !said.is_empty() && !said.iter().any(|raw| says_kind(raw)) {
            found.role = NOTE;
        }
    }
}

fn says_kind(raw: &Raw) -> bool {
    KIND.declared().is_some_and(|declared| {
        let reading = cells::read(KIND.kind, declared, raw, Context::default());
        reading.findings.is_empty()
    })
}
