//! Marks and numbers before a name, which are no part of it: `★甲项目`,
//! `※乙项目`, `1、丙项目`, `（2）丁公司`.

use suoji_model::Value;

use super::tags::FIRMS;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const PROJECT: Target = target("project", "name");

const MARKS: &[char] = &[
    '★', '☆', '▲', '△', '●', '○', '■', '□', '◆', '◇', '※', '*', '＊', '√',
];

/// A name without the number that it has in its list. `1、2号厂房` and
/// `一、二期项目` begin with two, `3.0产业园` with a version.
pub(super) fn unnumbered(name: &str) -> &str {
    const NUMERALS: &str = "一二三四五六七八九十";
    /// Digits or numerals that a number in a list has.
    const MOST: usize = 3;
    let counts = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
    let inside = name.strip_prefix(['（', '(']);
    let start = inside.unwrap_or(name);
    let rest = start.trim_start_matches(counts);
    let number = &start[..start.len() - rest.len()];
    if !(1..=MOST).contains(&number.chars().count()) {
        return name;
    }
    let behind = match inside {
        Some(_) => rest.strip_prefix(['）', ')']),
        None if number.starts_with(|c: char| c.is_ascii_digit()) => {
            rest.strip_prefix(['、', '.', '．', ')', '）'])
        }
        None => rest.strip_prefix('、'),
    };
    let behind = behind.map(str::trim_start);
    let bare = behind.filter(|bare| !bare.is_empty() && !bare.starts_with(counts));
    bare.unwrap_or(name)
}

/// Takes them off.
pub(crate) fn taken_off(line: &mut Line<'_>) {
    for target in FIRMS.iter().chain([&PROJECT]) {
        let Some(name) = line.text(*target) else {
            continue;
        };
        let bare = name.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
        let bare = unnumbered(bare);
        if !bare.is_empty() && bare.len() < name.len() {
            let bare = bare.to_owned();
            line.set(*target, Value::Text(bare));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unnumbered;

    #[test]
    fn a_number_in_a_list_is_no_part_of_a_name() {
        for (text, wanted) in [
            ("1、甲项目", "甲项目"),
            ("12.甲项目", "甲项目"),
            ("2)甲公司", "甲公司"),
            ("（2）甲公司", "甲公司"),
            ("(三)甲项目", "甲项目"),
            ("一、甲项目", "甲项目"),
            ("1、2号厂房项目", "1、2号厂房项目"),
            ("一、二期项目", "一、二期项目"),
            ("3.0产业园", "3.0产业园"),
            ("5G基站项目", "5G基站项目"),
            ("2024、甲项目", "2024、甲项目"),
            ("一汽项目", "一汽项目"),
            ("1、", "1、"),
        ] {
            assert_eq!(unnumbered(text), wanted, "{text}");
        }
    }
}
