//! The ways a ledger says that there is no value. None of them is zero.

use suoji_model::Absent;

use super::text::tight;
use crate::book::Raw;

/// A cell without a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Null {
    /// Nothing was written.
    Blank,
    /// Something was written that says why there is no value.
    Absent(Absent),
}

/// Bytes of the longest word for nothing, with room for spaces.
const MOST_BYTES: usize = 24;

/// Whether the cell says that there is no value. `None`: it holds one.
pub(crate) fn read(raw: &Raw) -> Option<Null> {
    let text = match raw {
        Raw::Empty => return Some(Null::Blank),
        // Longer texts say something.
        Raw::Text(text) if text.len() > MOST_BYTES && !text.trim().is_empty() => return None,
        Raw::Text(text) => tight(text),
        _ => return None,
    };
    match text.to_ascii_uppercase().as_str() {
        "" | "空" | "空白" => Some(Null::Blank),
        "/" | "//" | "\\" | "-" | "--" | "---" | "—" | "——" | "–" | "_" | "无" | "没有"
        | "不适用" | "NOTAPPLICABLE" | "N/A" | "NA" => Some(Null::Absent(Absent::NotApplicable)),
        "待定" | "待确定" | "待议" | "待补" | "待补充" | "未定" | "待核" | "待核实" | "待明确"
        | "暂定" | "暂未确定" | "暂未明确" | "未明确" | "未确定" | "尚未明确" | "尚未确定"
        | "待商定" | "待洽谈" | "待商议" | "商议中" | "洽谈中" | "测算中" | "待测算"
        | "PENDING" | "TBD" => Some(Null::Absent(Absent::Pending)),
        "暂缺" | "未知" | "UNKNOWN" | "不详" | "不明" | "不清楚" | "暂无" | "见备注"
        | "详见备注" | "?" | "??" | "保密" | "涉密" | "商业秘密" | "见附件" | "详见附件"
        | "见合同" | "详见合同" | "未披露" | "未公开" | "不公开" => {
            Some(Null::Absent(Absent::Unknown))
        }
        _ => None,
    }
}
