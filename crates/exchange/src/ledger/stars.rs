//! Marks before a name, which a note explains and which are no part of it:
//! `★甲项目`, `※乙项目`.

use suoji_model::Value;

use super::line::Line;
use super::tags::FIRMS;
use super::words::target;
use crate::table::Target;

const PROJECT: Target = target("project", "name");

const MARKS: &[char] = &[
    '★', '☆', '▲', '△', '●', '○', '■', '□', '◆', '◇', '※', '*', '＊', '√',
];

/// Takes the marks off.
pub(super) fn taken_off(line: &mut Line<'_>) {
    for target in FIRMS.iter().chain([&PROJECT]) {
        let Some(name) = line.text(*target) else {
            continue;
        };
        let bare = name.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
        if !bare.is_empty() && bare.len() < name.len() {
            let bare = bare.to_owned();
            line.set(*target, Value::Text(bare));
        }
    }
}
