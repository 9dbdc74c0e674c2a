//! Rows that only show how a form is filled in: `示例 | 某某项目 | 某某公司 | 1.0`.

use super::columns::Mapped;
use super::words::Role;
use crate::book::Raw;
use crate::cells::text::tight;

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
    const STARTS: &[&str] = &["示例:", "例:", "例如:", "填写示例:", "填报示例:", "样例:"];
    if filled.len() < LEAST {
        return false;
    }
    let mut texts = filled
        .iter()
        .take(2)
        .map(|(at, raw)| (at, tight(&raw.display())));
    texts.any(|(at, text)| {
        let column = columns.iter().find(|column| column.number == *at);
        let counts = column.is_none_or(|one| matches!(one.role, None | Some(Role::Serial)));
        let bare = text.trim_matches(['(', ')', '【', '】', '[', ']']);
        counts && WHOLE.contains(&bare) || STARTS.iter().any(|start| text.starts_with(start))
    })
}
