//! Totals under other words: `汇总 | 60000 | 12000`, `共3个项目 | 60000`.

use super::{is_amount, numeral};
use crate::book::Raw;
use crate::cells::text::tight;

/// Words that are a total alone in a row of figures.
const WORDS: &[&str] = &[
    "汇总",
    "总和",
    "总数",
    "总计数",
    "合计数",
    "累计数",
    "总量",
    "Σ",
    "∑",
];

/// Whether the only word of a row is about all rows, and the rest are figures.
pub(super) fn is_one(filled: &[&(u32, Raw)]) -> bool {
    let mut words = filled.iter().filter(|(_, raw)| !is_amount(raw));
    let (Some((_, word)), None) = (words.next(), words.next()) else {
        return false;
    };
    filled.len() >= 2 && says(&tight(&word.display()))
}

fn says(text: &str) -> bool {
    let text = text.trim_end_matches(':');
    WORDS.contains(&text) || is_count(text)
}

/// Whether a text counts what is listed: `3个`, `共3个项目`, `项目数3个`.
fn is_count(text: &str) -> bool {
    let before = ["项目个数", "项目数", "企业数", "总共", "合计", "共", "计"];
    let text = before
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start_matches(':');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || numeral(c));
    let rest = rest.strip_prefix(['个', '项', '家', '宗']);
    let counted = rest.map(|rest| matches!(rest, "" | "项目" | "重点项目" | "企业"));
    counted == Some(true) && !text.starts_with(['个', '项', '家', '宗'])
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_word_is_about_all_rows_or_about_one() {
        for text in [
            "汇总",
            "总计数",
            "合计数：",
            "共3个项目",
            "3个",
            "项目数：12个",
            "共三个",
        ] {
            assert!(says(&crate::cells::text::tight(text)), "{text}");
        }
        for text in [
            "个体户项目",
            "3个车间改造项目",
            "家具项目",
            "三家店项目",
            "汇总中心项目",
        ] {
            assert!(!says(text), "{text}");
        }
    }
}
