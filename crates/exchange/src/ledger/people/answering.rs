//! The office and the person who answer for a row, in one cell: `招商局 李明`
//! under 责任单位及责任人, `李明/招商局` under 责任领导/责任单位.

use suoji_model::{Cell, Value};

use crate::cells::{person, surname};
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::under;
use crate::ledger::words::target;
use crate::table::Target;

/// Parts the two, where the heading asks for both. One who is no leader stays
/// in the note.
pub(in crate::ledger) fn part(line: &mut Line<'_>, unit: Target, leader: Target) {
    let is_of = |column: &Mapped, field| column.target() == Some(field);
    let of_either = |column: &&Mapped| is_of(column, unit) || is_of(column, leader);
    let columns = line.frame.columns.iter();
    let Some(column) = columns
        .filter(of_either)
        .find(|column| asks_both(&column.head))
    else {
        return;
    };
    let text = line.raw(column).display();
    let Some((office, name)) = apart(&text) else {
        return;
    };
    if is_of(column, unit) || *line.get(unit) == Cell::Blank {
        line.set(unit, Value::Text(office));
    }
    let is_free = is_of(column, leader) || *line.get(leader) == Cell::Blank;
    if column.head.contains("领导") && is_free {
        line.set(leader, Value::Text(name));
    } else {
        line.append(column, target(unit.kind, "note"));
    }
}

/// Whether a heading asks for an office and for a person.
fn asks_both(head: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| head.contains(word));
    says(&["单位", "部门"]) && says(&["责任人", "联系人", "负责人", "经办人", "专员", "领导"])
}

/// The office and the person's name, in whatever order.
fn apart(text: &str) -> Option<(String, String)> {
    const SIGNS: &[char] = &[
        ' ', '\u{3000}', '\n', '/', '、', '，', ',', '；', ';', '：', ':', '（', '(', '）', ')',
    ];
    let parts: Vec<&str> = text.split(SIGNS).filter(|part| !part.is_empty()).collect();
    let of = |office: &str, rest: &str| {
        let person = person::split(rest);
        let name = person.name.filter(|name| surname::is_name(name))?;
        let is_one = under::is_office(office) && person.more.is_empty();
        is_one.then(|| (office.to_owned(), name))
    };
    match parts.as_slice() {
        [one, other] => of(one, other).or_else(|| of(other, one)),
        [whole] => {
            let mut ends = whole.char_indices().map(|(at, _)| at).skip(2);
            ends.find_map(|at| {
                let (office, name) = whole.split_at(at);
                surname::is_name(name).then(|| of(office, name)).flatten()
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{apart, asks_both};

    #[test]
    fn an_office_and_a_person_are_told_apart_in_any_order() {
        for text in [
            "招商局 李明",
            "李明/招商局",
            "招商局（李明）",
            "招商局李明",
            "招商局\n李明",
        ] {
            let wanted = ("招商局".to_owned(), "李明".to_owned());
            assert_eq!(apart(text), Some(wanted), "{text}");
        }
        for text in ["招商局", "李明", "招商局、经发局", "招商局 李明 王强"] {
            assert_eq!(apart(text), None, "{text}");
        }
        assert!(asks_both("责任单位及责任人") && !asks_both("责任单位"));
    }
}
