//! Firms that have no name yet: `待注册`, `待定（浙江某集团）`.

use suoji_model::{Cell, Value};

use super::tags::FIRMS;
use crate::book::Raw;
use crate::cells::null::{self, Null};
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

/// What is written of a firm that is still to be founded.
const UNFOUNDED: &[&str] = &[
    "待注册",
    "未注册",
    "拟注册",
    "注册中",
    "正在注册",
    "尚未注册",
    "待成立",
    "未成立",
    "拟成立",
    "待设立",
    "拟设立",
    "暂未注册",
];

/// Keeps no such name where something else names the row. What more the cell
/// says stays in the row's note.
pub(crate) fn taken_out(line: &mut Line<'_>) {
    for field in FIRMS {
        let Some(text) = line.text(*field).filter(|text| is_unnamed(text)) else {
            continue;
        };
        let text = text.to_owned();
        if !is_needed(line, *field) {
            line.cells.remove(field);
            note(line, text);
        }
    }
}

/// Whether the row has no name but this.
fn is_needed(line: &Line<'_>, field: Target) -> bool {
    let titles = line.frame.ledger.titles;
    let mut others = titles.iter().filter(|title| **title != field);
    titles.contains(&field) && others.all(|title| *line.get(*title) == Cell::Blank)
}

fn is_unnamed(text: &str) -> bool {
    let text = tight(text);
    let bare = text.split('(').next().unwrap_or_default();
    let is_null = matches!(null::read(&Raw::text(bare)), Some(Null::Absent(_)));
    is_null || UNFOUNDED.contains(&bare)
}

fn note(line: &mut Line<'_>, text: String) {
    let field = target(line.frame.ledger.kind().name, "note");
    if text.contains(['(', '（']) && field.declared().is_some() {
        let text = match line.text(field) {
            Some(before) => format!("{before}；{text}"),
            None => text,
        };
        line.set(field, Value::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::is_unnamed;

    #[test]
    fn what_is_to_come_is_no_name() {
        for text in ["待注册", "待定（浙江某电梯部件集团）", "未成立(已核名)"]
        {
            assert!(is_unnamed(text), "{text}");
        }
        for text in ["甲公司（待注册）", "无锡公司", "（上市）", "待定公司"] {
            assert!(!is_unnamed(text), "{text}");
        }
    }
}
