//! What a sheet's own notes say of the looks of its rows: `划线项目为已解除项目`,
//! `灰色底纹为已终止项目，不计入统计`.

use std::collections::BTreeMap;

use crate::book::{Look, Raw, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::kinds::Ledger;
use crate::ledger::words::target;
use crate::options::Answers;

/// The question whether rows struck through are void.
pub(crate) const STRUCK: &str = "struck:signing";

/// Characters of what a colour means, beside it.
const LABEL: usize = 12;
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

/// Words for the colour of letters.
const INKS: &[&str] = &["字体", "字为", "字项目", "红字", "蓝字", "灰字", "字色"];
/// Words that may mean the fill or the letters.
const EITHER: &[&str] = &["标红", "标蓝", "标灰", "标注", "标记", "标识", "标示"];

/// The key of the question whether rows of a colour are void.
pub(crate) fn key(colour: &str) -> String {
    format!("void:signing:{colour}")
}

/// The same of rows whose letters have the colour, about which nobody is asked.
pub(crate) fn key_of_ink(colour: &str) -> String {
    format!("void:signing:ink:{colour}")
}

/// The answers that the sheet itself gives, and for colours that few rows
/// have and nobody explained, that they are to be asked for.
pub(crate) fn of(sheet: &Sheet, block: &Block, ledger: &Ledger, columns: &[Mapped]) -> Answers {
    let mut answers = Answers::new();
    if ledger.name != "signing" || sheet.looks.is_empty() {
        return answers;
    }
    // What stands to the right of all headings is a note as well.
    let last = block.heads.last().map_or(0, |(number, _)| *number);
    for row in &sheet.rows {
        let is_note = |number: u32| row.cells.len() <= NOTE || number > last;
        for (number, raw) in row.cells.iter().filter(|(number, _)| is_note(*number)) {
            let text = tight(&raw.display());
            let is_aside = row.number > block.last && row.cells.len() < NOTE || *number > last;
            let shown = swatch(sheet, row.number, *number).filter(|_| is_aside && is_void(&text));
            match shown {
                Some((colour, _)) => _ = answers.insert(key(colour), "void".to_owned()),
                None => told(&text, &mut answers),
            }
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

/// The colour shown beside what it means, and whether that is in the empty cell
/// to the left or in the cell itself; on to the right there is none, as there
/// is in the rows of records.
fn swatch(sheet: &Sheet, row: u32, column: u32) -> Option<(&'static str, bool)> {
    let fill = |column: u32| sheet.looks.get(&(row, column)).and_then(colour);
    if fill(column + 1).is_some() {
        return None;
    }
    let left = column.checked_sub(1).filter(|left| *left > 0);
    let left = left.filter(|left| sheet.cell(row, *left).is_blank());
    let left = left.and_then(fill).map(|colour| (colour, true));
    left.or_else(|| Some((fill(column)?, false)))
}

/// Whether a line of few cells only says what a colour means.
pub(super) fn is_line(sheet: &Sheet, row: u32, filled: &[&(u32, Raw)]) -> bool {
    let says = |(column, raw): &&(u32, Raw)| {
        let text = tight(&raw.display());
        let shown = || {
            let shown = swatch(sheet, row, *column);
            shown.is_some_and(|(_, is_left)| is_left && is_label(&text) || is_void(&text))
        };
        named_first(&text).is_some() || matches!(raw, Raw::Text(_)) && shown()
    };
    filled.len() <= 2 && !sheet.looks.is_empty() && filled.iter().all(says)
}

/// What stands behind the colour that a sentence begins with: `红色：已终止`.
fn named_first(sentence: &str) -> Option<(&'static str, &str)> {
    COLOURS.iter().find_map(|(colour, word)| {
        let rest = sentence.strip_prefix(*word)?;
        let rest = rest.strip_prefix('色').unwrap_or(rest);
        let marks = [':', '-', '—', '=', '→'];
        let behind = rest.strip_prefix(marks);
        let behind = behind.or_else(|| rest.strip_prefix("代表"));
        let behind = behind.or_else(|| rest.strip_prefix("表示"));
        Some((*colour, behind.filter(|text| !text.is_empty())?))
    })
}

fn is_label(text: &str) -> bool {
    (1..=LABEL).contains(&text.chars().count())
}

/// Whether what stands beside a colour says that its agreements are void.
fn is_void(text: &str) -> bool {
    is_label(text) && VOID.iter().any(|word| text.contains(word))
}

/// What one line says.
fn told(line: &str, answers: &mut Answers) {
    for sentence in line.split(['。', ';', ',', '\n']) {
        if let Some((colour, means)) = named_first(sentence) {
            let void = VOID.iter().any(|word| means.contains(word));
            let means = if void { "void" } else { "holds" };
            answers.insert(key(colour), means.to_owned());
            answers.insert(key_of_ink(colour), means.to_owned());
            continue;
        }
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let coloured = || COLOURS.iter().filter(|(_, word)| sentence.contains(*word));
        // `…不计入合计` may stand in the clause after.
        if !VOID.iter().any(|word| line.contains(word)) {
            // 标黄的为本月新增项目: nobody need be asked what yellow means.
            if says(FILLS) && sentence.contains(['为', '是', ':']) {
                for (colour, _) in coloured() {
                    answers.insert(key(colour), "holds".to_owned());
                }
            }
            continue;
        }
        if says(INKS) || says(EITHER) {
            for (colour, _) in coloured().filter(|_| says(VOID)) {
                answers.insert(key_of_ink(colour), "void".to_owned());
            }
        }
        if says(LINES) {
            answers.insert(STRUCK.to_owned(), "void".to_owned());
        }
        if says(FILLS) {
            for (colour, _) in coloured().filter(|_| says(VOID)) {
                answers.insert(key(colour), "void".to_owned());
            }
        }
    }
}

/// The name of a fill's colour; white and black have none.
pub(crate) fn colour(look: &Look) -> Option<&'static str> {
    named(look.fill?)
}

/// The name of the letters' colour.
pub(crate) fn ink(look: &Look) -> Option<&'static str> {
    named(look.ink?)
}

fn named(rgb: [u8; 3]) -> Option<&'static str> {
    let (most, least) = (rgb.into_iter().max()?, rgb.into_iter().min()?);
    let spread = most - least;
    if spread < 24 {
        return (0x40..0xF8).contains(&most).then_some("grey");
    }
    Some(match crate::ledger::key_project::colours::hue(rgb) {
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
        assert_eq!(said("注：红色字体为已终止项目"), ["void:signing:ink:red"]);
        assert_eq!(
            said("标红的为已终止项目"),
            ["void:signing:ink:red", "void:signing:red"]
        );
        let mut answers = Answers::new();
        told("红色标注为重点项目", &mut answers);
        assert_eq!(
            answers.get("void:signing:red").map(String::as_str),
            Some("holds")
        );
        assert!(said("框架协议不计入签约家数").is_empty());
        assert_eq!(
            said("红色：已终止；黄色：在谈"),
            [
                "void:signing:ink:red",
                "void:signing:ink:yellow",
                "void:signing:red",
                "void:signing:yellow"
            ]
        );
    }
}
