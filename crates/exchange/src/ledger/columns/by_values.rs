//! Columns under headings that nobody knows, of which every cell is a word of
//! one choice alone: 省级 and 市级 under 列级, 退回 and 已认定 under 核验.

use super::look::values;
use super::{Mapped, has};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// How sure the values make it.
const CONFIDENCE: u8 = 75;

/// By ledger, what its columns may be, and the words that are of nothing else.
const WORDS: &[(&str, Target, &[&str])] = &[
    (
        "signing",
        target("agreement", "agreement_type"),
        &[
            "投资合同",
            "投资协议",
            "正式合同",
            "正式协议",
            "框架协议",
            "合作框架协议",
            "意向协议",
            "意向书",
            "战略合作协议",
            "补充协议",
            "入园协议",
            "入驻协议",
            "租赁合同",
            "解除协议",
        ],
    ),
    (
        "key_project",
        target("key_project", "key_level"),
        &[
            "国家级",
            "省级",
            "市级",
            "县级",
            "区级",
            "省重点",
            "市重点",
            "县重点",
            "区重点",
            "省级重点",
            "市级重点",
            "县级重点",
            "区级重点",
            "省重大",
            "市重大",
        ],
    ),
    (
        "key_project",
        target("key_project", "build_nature"),
        &["新建", "续建", "新开工", "结转", "新建项目", "续建项目"],
    ),
    (
        "payment",
        target("payment", "state"),
        &[
            "认定",
            "已认定",
            "未认定",
            "不认定",
            "不予认定",
            "退回",
            "已退回",
            "申报",
            "申报中",
            "待认定",
            "已通过",
            "未通过",
            "待审核",
            "审核中",
        ],
    ),
    (
        "lead",
        target("lead", "is_effective"),
        &["有效", "无效", "有效线索", "无效线索"],
    ),
    (
        "factory_unit",
        target("factory_unit", "state"),
        &[
            "空置",
            "闲置",
            "已租",
            "出租",
            "已出租",
            "部分出租",
            "已售",
            "自用",
            "在建",
        ],
    ),
];

/// Reads such a column as what its values say, where no other is of that.
pub(super) fn assign(sheet: &Sheet, block: &Block, ledger: &Ledger, columns: &mut [Mapped]) {
    for (own, target, words) in WORDS {
        if *own != ledger.name || is_known(columns, *target) {
            continue;
        }
        let are_words = |column: &&mut Mapped| {
            let is_open = column.role.is_none() && column.column.reason != "told";
            let values = is_open.then(|| values(sheet, block, column.number));
            let mut words = values.iter().flatten().map(|raw| {
                let text = tight(&raw.display());
                words.contains(&text.as_str())
            });
            words
                .next()
                .is_some_and(|first| first && words.all(|word| word))
        };
        if let Some(column) = columns.iter_mut().find(are_words) {
            column.role = Some(Role::Field(*target));
            column.column.target = Some(*target);
            column.column.confidence = CONFIDENCE;
            "by_values".clone_into(&mut column.column.reason);
        }
    }
}

/// Whether a column says it, or marks do.
fn is_known(columns: &[Mapped], target: Target) -> bool {
    let marks = |column: &Mapped| matches!(column.role, Some(Role::Tick(of, _)) if of == target);
    has(columns, target) || columns.iter().any(marks)
}
