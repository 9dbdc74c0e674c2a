//! Firms in a cell: how their names end, and several of them below each other.

use suoji_model::Value;

use super::stars;
use super::tags::FIRMS;
use crate::ledger::line::Line;

/// How the names of firms and of other bodies that invest or visit end.
pub(crate) const ENDINGS: &[&str] = &[
    "公司",
    "集团",
    "厂",
    "企业",
    "合作社",
    "研究院",
    "基金",
    "商会",
    "协会",
    "事务所",
    "大学",
];

/// Whether a text is the name of a firm, with no more behind it than signs and
/// figures: `甲公司（2400㎡）`.
pub(crate) fn is_named(text: &str) -> bool {
    let end = ENDINGS.iter().filter_map(|ending| {
        let at = text.rfind(ending)?;
        Some(at + ending.len())
    });
    let rest = end.max().map(|end| &text[end..]);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
}

/// A line of a list without its number: `1.甲公司`, `（2）乙公司`, `③丙公司`, and
/// `4 丁公司`, which a name by itself may begin with.
pub(super) fn unnumbered(text: &str) -> &str {
    let text = stars::unnumbered(text.trim());
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < text.len() && rest.starts_with(' ') {
        return rest.trim_start();
    }
    text.trim_start_matches(|c| ('①'..='⑳').contains(&c)).trim()
}

/// Firms that stand below each other in a cell stay apart: read as one name
/// they would be a firm that nobody knows. Lines into which one name is broken
/// do not each end like one.
pub(crate) fn listed(line: &mut Line<'_>) {
    for firm in FIRMS {
        let Some(column) = line.column_of(*firm) else {
            continue;
        };
        if line.text(*firm).is_none() {
            continue;
        }
        let text = line.raw(column).display();
        let lines = text.lines().map(unnumbered);
        let lines: Vec<&str> = lines.filter(|one| !one.is_empty()).collect();
        let bare = |one: &str| {
            one.trim_end_matches(['、', '；', ';', '，', ',', '。'])
                .to_owned()
        };
        let lines: Vec<String> = lines.into_iter().map(bare).collect();
        // 甲公司 above （上市公司）: the second is none.
        let named = |one: &String| is_named(one) && !one.starts_with(['(', '（']);
        if lines.len() >= 2 && lines.iter().all(named) {
            line.set(*firm, Value::Text(lines.join("、")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_ends_like_one() {
        for text in ["甲公司", "乙机械厂（2400㎡）", "丙商会", "丁有限公司 3000"]
        {
            assert!(is_named(text), "{text}");
        }
        for text in ["山东某某科技", "有限公司北京分部", "甲公司王强", ""] {
            assert!(!is_named(text), "{text}");
        }
    }

    #[test]
    fn a_number_before_a_firm_is_no_part_of_it() {
        for (text, wanted) in [
            ("1.甲公司", "甲公司"),
            ("（2）乙公司", "乙公司"),
            ("③丙公司", "丙公司"),
            ("58同城公司", "58同城公司"),
            ("360公司", "360公司"),
        ] {
            assert_eq!(unnumbered(text), wanted, "{text}");
        }
    }
}
