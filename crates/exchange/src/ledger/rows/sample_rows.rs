//! Rows that only show how a form is filled in: `示例 | 某某项目 | 某某公司 | 1.0`,
//! `如：XX项目 | XX公司 | 格式：2023-01-01`, `文本 | 文本 | 日期 | 数值`.

use crate::book::Raw;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::words::Role;

/// Cells that such a row has at least.
const LEAST: usize = 3;

/// Whether the row says of itself that it is an example: where others are
/// numbered, or before the first of its names.
pub(super) fn is_one(columns: &[Mapped], filled: &[&(u32, Raw)]) -> bool {
    const WHOLE: &[&str] = &[
        "示例",
        "样例",
        "范例",
        "例",
        "例:",
        "例如",
        "例如:",
        "示例:",
        "举例",
        "填写示例",
        "填报示例",
        "填写样例",
        "填表示例",
        "样本",
        "参考示例",
    ];
    const STARTS: &[&str] = &[
        "示例:",
        "例:",
        "例如:",
        "如:",
        "比如:",
        "填写示例:",
        "填报示例:",
        "样例:",
        "(示例)",
        "(样例)",
        "(例)",
        "[示例]",
        "【示例】",
    ];
    if filled.len() < LEAST {
        return false;
    }
    if filled.iter().all(|(_, raw)| is_kind(raw)) || is_blank_form(filled) {
        return true;
    }
    let mut texts = filled
        .iter()
        .take(2)
        .map(|(at, raw)| (at, tight(&raw.display())));
    texts.any(|(at, text)| {
        let column = columns.iter().find(|column| column.number == *at);
        let counts = column.is_none_or(|one| matches!(one.role, None | Some(Role::Serial)));
        let bare = text.trim_matches(['(', ')', '【', '】', '[', ']']);
        let is_example = ["示例项目", "样例项目"].contains(&bare);
        counts && WHOLE.contains(&bare)
            || is_example
            || STARTS.iter().any(|start| text.starts_with(start))
    })
}

/// Whether a cell says what is to be filled in below it, and nothing else.
fn is_kind(raw: &Raw) -> bool {
    const KINDS: &[&str] = &[
        "文本",
        "文字",
        "字符",
        "字符串",
        "数字",
        "数值",
        "整数",
        "小数",
        "金额",
        "日期",
        "时间",
        "年月日",
        "必填",
        "选填",
        "非必填",
        "必选",
        "可选",
        "单选",
        "多选",
        "下拉",
        "下拉选择",
        "选择",
        "自动生成",
        "自动计算",
    ];
    let text = tight(&raw.display());
    let bare = text.trim_matches(['(', ')', '【', '】', '[', ']', '*']);
    let bare = bare.strip_suffix('型').unwrap_or(bare);
    KINDS.contains(&bare.strip_suffix("格式").unwrap_or(bare))
}

/// Whether two cells of the row name a project or a firm by crosses and what it
/// is alone: `XX项目 | XX有限公司`.
fn is_blank_form(filled: &[&(u32, Raw)]) -> bool {
    const WHAT: &[&str] = &[
        "项目",
        "公司",
        "有限公司",
        "企业",
        "集团",
        "建设项目",
        "产业园项目",
        "生产项目",
        "科技有限公司",
        "投资项目",
    ];
    let is_one = |raw: &Raw| {
        let text = tight(&raw.display());
        let what = text.trim_start_matches(['X', 'x', '×', '*', '＊', '○', '〇']);
        what.len() + 2 <= text.len() && WHAT.contains(&what)
    };
    filled.iter().filter(|(_, raw)| is_one(raw)).count() >= 2
}
