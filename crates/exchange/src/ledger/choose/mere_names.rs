//! Lists that say no more of leads than their names: `招商目标企业名单` with a
//! firm in each row.

use crate::ledger::columns::Mapped;
use crate::ledger::heads::SURE;
use crate::ledger::kinds::Ledger;
use crate::ledger::words::Role;

/// Words of a heading that leads are named under.
const HEADS: &[&str] = &["企业", "公司", "客商", "投资", "项目", "线索", "客户"];
/// Words in the name of a sheet that sets tasks, or is a card, and lists nothing.
const TASKS: &[&str] = &["任务", "分解", "考核", "指标", "责任", "完成", "卡"];

/// Whether the columns are of leads that a list called so names, and of little
/// else.
pub(super) fn is_list<'n>(
    ledger: &Ledger,
    columns: &[Mapped],
    mut names: impl Iterator<Item = &'n String>,
) -> bool {
    let known = columns.iter().filter(|column| {
        let is_known = !matches!(column.role, None | Some(Role::Serial));
        is_known && column.column.confidence >= SURE
    });
    let titled = columns.iter().any(|column| {
        let is_title = column
            .target()
            .is_some_and(|target| ledger.titles.contains(&target));
        is_title && HEADS.iter().any(|word| column.head.contains(word))
    });
    let is_other = names.any(|name| TASKS.iter().any(|word| name.contains(word)));
    let unknown = columns.iter().filter(|one| one.role.is_none()).count();
    // A card has its headings on the left: 项目名称 | 甲项目.
    let is_numbered = columns.iter().any(|one| one.role == Some(Role::Serial));
    let many = known.count() + usize::from(is_numbered);
    ledger.name == "lead" && titled && !is_other && many > unknown
}
