//! What a sheet's own notes say of the looks of its rows: `划线项目为已解除项目`,
//! `灰色底纹为已终止项目，不计入统计`.

use std::collections::BTreeMap;

use super::block::Block;
use super::columns::Mapped;
use super::kinds::Ledger;
use super::words::target;
use crate::book::{Look, Sheet};
use crate::cells::text::tight;
use crate::options::Answers;

/// The question whether rows struck through are void.
pub(super) const STRUCK: &str = "struck:signing";

/// Cells that a row with a note has at most.
const NOTE: usize = 3;
/// Of rows, the part that a colour with a meaning has at most.
const RARE: usize = 4;

const VOID: &[&str] = &[
    "解除",
    "解约",
    "终止",
    "作废",
    "退出",
    "取消",
    "不计入",
    "不纳入",
    "废止",
    "流失",
    "剔除",
    "注销",
];
const LINES: &[&str] = &["划线", "删除线", "划去", "划掉"];
const FILLS: &[&str] = &[
    "底纹",
    "底色",
    "填充",
    "标注",
    "标记",
    "标识",
    "标示",
    "背景",
    "色行",
    "色为",
    "色项目",
    "标红",
    "标橙",
    "标黄",
    "标绿",
    "标蓝",
    "标紫",
    "标灰",
];

/// Colours by their names, and the words that say them.
const COLOURS: &[(&str, char)] = &[
    ("grey", '灰'),
    ("red", '红'),
    ("orange", '橙'),
    ("yellow", '黄'),
    ("green", '绿'),
    ("blue", '蓝'),
    ("purple", '紫'),
];

/// The key of the question whether rows of a colour are void.
pub(super) fn key(colour: &str) -> String {
    format!("void:signing:{colour}")
}

/// The answers that the sheet itself gives, and for colours that few rows
/// have and nobody explained, that they are to be asked for.
pub(super) fn of(sheet: &Sheet, block: &Block, ledger: &Ledger, columns: &[Mapped]) -> Answers {
    let mut answers = Answers::new();
    if ledger.name != "signing" || sheet.looks.is_empty() {
        return answers;
    }
    for row in sheet.rows.iter().filter(|row| row.cells.len() <= NOTE) {
        for (_, raw) in &row.cells {
            told(&tight(&raw.display()), &mut answers);
        }
    }
    let name = columns
        .iter()
        .find(|column| column.target() == Some(target("project", "name")));
    let Some(name) = name else {
        return answers;
    };
    let mut rows = BTreeMap::<&'static str, usize>::new();
    for ((row, column), look) in &sheet.looks {
        let own = *row > block.last && *column == name.number;
        if let Some(colour) = colour(look).filter(|_| own) {
            *rows.entry(colour).or_default() += 1;
        }
    }
    let below = sheet.rows.iter().filter(|row| row.number > block.last);
    let records = below.filter(|row| row.cells.len() > NOTE).count();
    for (colour, rows) in rows {
        if rows * RARE <= records {
            answers
                .entry(key(colour))
                .or_insert_with(|| "ask".to_owned());
        }
    }
    answers
}

/// What one line says.
fn told(line: &str, answers: &mut Answers) {
    for sentence in line.split(['。', ';', ',', '\n']) {
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        // `…不计入合计` may stand in the clause after.
        if !VOID.iter().any(|word| line.contains(word)) {
            return;
        }
        if says(LINES) {
            answers.insert(STRUCK.to_owned(), "void".to_owned());
        }
        if says(FILLS) {
            for (colour, word) in COLOURS {
                if sentence.contains(*word) && says(VOID) {
                    answers.insert(key(colour), "void".to_owned());
                }
            }
        }
    }
}

/// The name of a fill's colour; white and black have none.
pub(super) fn colour(look: &Look) -> Option<&'static str> {
    let rgb = look.fill?;
    let (most, least) = (rgb.into_iter().max()?, rgb.into_iter().min()?);
    let spread = most - least;
    if spread < 24 {
        return (0x40..0xF8).contains(&most).then_some("grey");
    }
    Some(match super::colours::hue(rgb) {
        0..=18 | 336..=359 => "red",
        19..=40 => "orange",
        41..=70 => "yellow",
        71..=170 => "green",
        171..=260 => "blue",
        _ => "purple",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_explains_lines_and_fills() {
        let said = |line: &str| {
            let mut answers = Answers::new();
            told(&tight(line), &mut answers);
            answers.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(said("2.划线项目为已解除项目，不计入合计。"), [STRUCK]);
        assert_eq!(
            said("注：灰色底纹为已终止项目，不计入统计。"),
            ["void:signing:grey"]
        );
        assert_eq!(said("2.删除线为解约项目，不纳入统计。"), [STRUCK]);
        assert_eq!(said("红色填充表示已退出"), ["void:signing:red"]);
        assert!(said("红色标注为重点项目").is_empty());
        assert!(said("框架协议不计入签约家数").is_empty());
    }
}
