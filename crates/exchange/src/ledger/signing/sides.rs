//! Both sides of an agreement in one cell, `开发区管委会与某某公司`: the zone's own
//! is none of the investors.

use suoji_model::Value;

use crate::ledger::line::Line;
use crate::ledger::rows::joint::FIRM;

/// Signs between the two, which stand in no firm's name.
const SIGNS: &[&str] = &["/", "／", "、", "&", "＆", "——", "；", ";", "\n"];
/// Words between the two, with which a firm's name may go on: 景德镇和某公司.
const WORDS: &[&str] = &["与", "和", "及"];
/// How the zone's own side ends, and no place in a firm's name.
const OFFICES: &[&str] = &[
    "管委会",
    "管理委员会",
    "政府",
    "街道办事处",
    "街道办",
    "招商局",
    "投资促进局",
    "投促局",
];
/// How it may end as well.
const PLACES: &[&str] = &["街道", "镇", "乡", "开发区", "高新区", "经开区"];

/// Keeps the side that is not the zone's own.
pub(super) fn other(line: &mut Line<'_>) {
    if let Some(other) = line.text(FIRM).and_then(not_ours) {
        let other = other.to_owned();
        line.set(FIRM, Value::Text(other));
    }
}

/// What stands before the name of the side that is not the zone's own.
const LABELS: &[&str] = &["乙方：", "乙方:"];
/// What stands before the names of further sides.
const FURTHER: &[&str] = &["甲方：", "甲方:", "丙方：", "丙方:"];

/// The side that is called 乙方, where a cell labels both.
fn labelled(text: &str) -> Option<&str> {
    let after = |label: &&str| text.find(*label).map(|at| &text[at + label.len()..]);
    let rest = LABELS.iter().find_map(after)?;
    let end = FURTHER.iter().filter_map(|label| rest.find(label)).min();
    let name = rest[..end.unwrap_or(rest.len())].trim();
    let name = name.trim_end_matches(['；', ';', '，', ',', '、']);
    (!name.is_empty()).then_some(name)
}

fn not_ours(text: &str) -> Option<&str> {
    if let Some(name) = labelled(text) {
        return Some(name);
    }
    let ends = |side: &str, ends: &[&str]| ends.iter().any(|end| side.ends_with(end));
    let office = |side: &str| ends(side, OFFICES);
    beside(text, SIGNS, &|side| office(side) || ends(side, PLACES))
        .or_else(|| beside(text, WORDS, &office))
}

/// What stands beside the side that is ours.
fn beside<'t>(text: &'t str, signs: &[&str], is_ours: &dyn Fn(&str) -> bool) -> Option<&'t str> {
    signs.iter().find_map(|sign| {
        text.match_indices(sign).find_map(|(at, sign)| {
            let (one, other) = (text[..at].trim(), text[at + sign.len()..].trim());
            match (is_ours(one), is_ours(other)) {
                (true, false) if !other.is_empty() => Some(other),
                (false, true) if !one.is_empty() => Some(one),
                _ => None,
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::not_ours;

    #[test]
    fn the_zone_s_own_side_is_left_out() {
        for (both, other) in [
            ("开发区管委会 与 甲轴承公司", Some("甲轴承公司")),
            ("开发区管委会/乙电梯公司", Some("乙电梯公司")),
            ("某镇政府、丙物流公司", Some("丙物流公司")),
            ("和记港口公司&某区人民政府", Some("和记港口公司")),
            ("甲公司、乙公司", None),
            ("某镇政府、某区管委会", None),
            ("某镇/丁公司", Some("丁公司")),
            ("景德镇和平陶瓷公司", None),
            ("某某镇", None),
            ("甲方：某园区管委会\n乙方：甲轴承公司", Some("甲轴承公司")),
            (
                "甲方:某区政府 乙方:乙物流集团 丙方:某镇",
                Some("乙物流集团"),
            ),
        ] {
            assert_eq!(not_ours(both), other, "{both}");
        }
    }
}
