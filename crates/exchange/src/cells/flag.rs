//! Yes and no.

use suoji_model::Value;

use super::Reading;
use super::text::tight;
use crate::book::Raw;

/// Marks that are full whatever others stand beside them.
const FULL: &[&str] = &["●", "■", "√", "✓", "✔", "☑"];

/// Whether the cell is a mark beside which an empty one says no.
pub(crate) fn is_full(raw: &Raw) -> bool {
    matches!(raw, Raw::Text(text) if FULL.contains(&text.trim()))
}

/// Yes or no, if the cell says either. An empty circle alone is a mark as
/// good as any; beside full ones, `hollow`, it says no.
pub(crate) fn parse(raw: &Raw, hollow: bool) -> Option<bool> {
    let text = match raw {
        Raw::Bool(flag) => return Some(*flag),
        Raw::Number { text, .. } => text.to_string(),
        Raw::Text(text) => tight(text).to_ascii_uppercase(),
        _ => return None,
    };
    // 是（3月核）, 否。, ×（重复）
    let bare = text
        .split(['(', ',', ';', '。', ':'])
        .next()
        .unwrap_or_default();
    match bare {
        "○" | "〇" | "◯" => Some(!hollow),
        "√" | "✓" | "✔" | "☑" | "✅" | "■" | "●" | "V" | "是" | "有" | "对" | "已" | "有效"
        | "有效信息" | "有效线索" | "认定" | "已认定" | "通过" | "合格" | "符合" | "计入"
        | "采用" | "已采用" | "采纳" | "已入库" | "已纳统" | "已入统" | "已纳入" | "Y" | "YES"
        | "TRUE" | "1" => Some(true),
        "×" | "✗" | "✘" | "☒" | "❌" | "□" | "☐" | "X" | "否" | "无" | "没有" | "未" | "不是"
        | "无效" | "无效信息" | "无效线索" | "失效" | "已失效" | "未认定" | "不认定"
        | "不予认定" | "未通过" | "不通过" | "不合格" | "不符合" | "不计入" | "剔除" | "已剔除"
        | "重复" | "不采用" | "未采用" | "不采纳" | "未采纳" | "未入库" | "未纳统" | "未入统"
        | "未纳入" | "N" | "NO" | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

/// Reads a flag.
pub(crate) fn read(raw: &Raw, hollow: bool) -> Reading {
    match parse(raw, hollow) {
        Some(flag) => Reading::exact(Value::Flag(flag)),
        None if super::null::read(raw).is_some() => Reading::blank(),
        None => Reading::refused("choice_unknown"),
    }
}
