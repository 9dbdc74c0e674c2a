//! `全部封顶` and `均已开工` where the number of buildings would stand.

use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const ALL: Target = target("key_project", "buildings");
const COUNTS: [Target; 2] = [
    target("key_project", "buildings_started"),
    target("key_project", "buildings_capped"),
];
const WORDS: &[&str] = &["全部", "均", "全"];
const DONE: &[&str] = &["", "开工", "动工", "封顶", "完工", "完成", "竣工"];

/// Reads such a cell as the number of all buildings, where that is known.
pub(super) fn read(line: &mut Line<'_>) {
    let Cell::Known(Value::Number(all), None) = *line.get(ALL) else {
        return;
    };
    for field in COUNTS {
        let Some(column) = line.column_of(field) else {
            continue;
        };
        if is_all(&line.raw(column).display()) {
            let letter = &column.column.letter;
            line.problems.retain(|one| one.column != *letter);
            line.set(field, Value::Number(all));
        }
    }
}

fn is_all(text: &str) -> bool {
    let text = tight(text);
    let what = WORDS.iter().find_map(|word| text.strip_prefix(word));
    let what = what.map(|what| what.strip_prefix('已').unwrap_or(what));
    what.is_some_and(|what| DONE.contains(&what))
}

#[cfg(test)]
mod tests {
    use super::is_all;

    #[test]
    fn all_of_them_are_done() {
        for text in ["全部封顶", "均已开工", "全部", "全部已完成"] {
            assert!(is_all(text), "{text}");
        }
        for text in ["全部未开工", "封顶", "部分封顶", "16"] {
            assert!(!is_all(text), "{text}");
        }
    }
}
