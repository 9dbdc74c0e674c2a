//! Yes and no.

use suoji_model::Value;

use super::Reading;
use super::text::tight;
use crate::book::Raw;

/// Yes or no, if the cell says either.
pub(crate) fn parse(raw: &Raw) -> Option<bool> {
    let text = match raw {
        Raw::Bool(flag) => return Some(*flag),
        Raw::Number { text, .. } => text.to_string(),
        Raw::Text(text) => tight(text).to_ascii_uppercase(),
        _ => return None,
    };
    match text.as_str() {
        "√" | "✓" | "✔" | "☑" | "○" | "●" | "是" | "有" | "对" | "已" | "有效" | "有效信息"
        | "有效线索" | "已入库" | "已纳统" | "已入统" | "已纳入" | "Y" | "YES" | "TRUE" | "1" => {
            Some(true)
        }
        "×" | "✗" | "✘" | "☒" | "X" | "否" | "无" | "没有" | "未" | "不是" | "无效"
        | "无效信息" | "无效线索" | "未入库" | "未纳统" | "未入统" | "未纳入" | "N" | "NO"
        | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

/// Reads a flag.
pub(crate) fn read(raw: &Raw) -> Reading {
    match parse(raw) {
        Some(flag) => Reading::exact(Value::Flag(flag)),
        None if super::null::read(raw).is_some() => Reading::blank(),
        None => Reading::refused("choice_unknown"),
    }
}
