//! A firm with what it is like in one cell, under 投资方及简介:
//! `甲公司（国家级高新技术企业，注册资本5000万元）`.

use suoji_model::{Cell, Value};

use super::line::Line;
use super::words::target;
use crate::table::Target;

/// The fields that name a firm, with those that tell what it is like.
const FIRMS: &[(Target, Target)] = &[
    (
        target("lead", "enterprise"),
        target("lead", "enterprise_profile"),
    ),
    (target("enterprise", "name"), target("enterprise", "note")),
];

/// How the names of firms end.
const ENDINGS: &[&str] = &["公司", "集团", "厂", "研究院", "有限合伙）", "合伙企业"];

/// Keeps the name, and the description in a field of its own.
pub(super) fn parted(line: &mut Line<'_>) {
    for (firm, profile) in FIRMS {
        let column = line.column_of(*firm);
        let told = column.is_some_and(|column| {
            let head = &column.column.head;
            ["简介", "概况", "介绍"]
                .iter()
                .any(|word| head.contains(word))
        });
        if !told || *line.get(*profile) != Cell::Blank {
            continue;
        }
        let Some((name, rest)) = line.text(*firm).and_then(apart) else {
            continue;
        };
        let (name, rest) = (name.to_owned(), rest.to_owned());
        line.set(*firm, Value::Text(name));
        line.set(*profile, Value::Text(rest));
    }
}

/// The name, and what stands behind it in brackets or after a sign.
fn apart(text: &str) -> Option<(&str, &str)> {
    let signs = ['（', '(', '，', ',', '：', ':', '。', '；', ';', '\n', ' '];
    text.match_indices(signs).find_map(|(at, _)| {
        let (name, rest) = (text[..at].trim(), text[at..].trim());
        let bare = rest.trim_start_matches(signs).trim();
        let bare = match rest.starts_with(['（', '(']) {
            true => bare.strip_suffix(['）', ')']).unwrap_or(bare),
            false => bare,
        };
        let is_firm = ENDINGS.iter().any(|ending| name.ends_with(ending));
        (is_firm && !bare.is_empty()).then_some((name, bare))
    })
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn the_name_ends_before_what_describes_it() {
        for (text, wanted) in [
            (
                "甲公司（高新技术企业，注册资本5000万元）",
                Some(("甲公司", "高新技术企业，注册资本5000万元")),
            ),
            (
                "乙（中国）有限公司，成立于2010年（上市）",
                Some(("乙（中国）有限公司", "成立于2010年（上市）")),
            ),
            ("丙有限公司", None),
            ("待定（丁集团）", None),
        ] {
            assert_eq!(apart(text), wanted, "{text}");
        }
    }
}
