//! A firm with what it is like in one cell, under 投资方及简介:
//! `甲公司（国家级高新技术企业，注册资本5000万元）`.

use suoji_model::{Cell, Value};

use super::aliases;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

/// The fields that name a firm, with those that tell what it is like.
const FIRMS: &[(Target, Target)] = &[
    (
        target("lead", "enterprise"),
        target("lead", "enterprise_profile"),
    ),
    (target("enterprise", "name"), target("enterprise", "note")),
];

/// How the names of firms end that may stand before a description: 基金 and
/// 合作社 are words of it as well, and a form from abroad is none of it.
const ENDINGS: &[&str] = &[
    "公司",
    "集团",
    "厂",
    "研究院",
    "有限合伙）",
    "合伙企业",
    "株式会社",
    "GmbH",
    "Inc",
    "Inc.",
    "Ltd",
    "Ltd.",
    "LLC",
    "AG",
];

/// Takes the firm out of a description, where no column names it:
/// `甲公司，主营汽车热管理` under 投资方简介.
fn out_of_profile(line: &mut Line<'_>, firm: Target, profile: Target) {
    if line.column_of(firm).is_some() || *line.get(firm) != Cell::Blank {
        return;
    }
    let Some(told) = line.text(profile).map(str::to_owned) else {
        return;
    };
    if let Some((name, rest)) = apart(&told) {
        line.set(firm, Value::Text(name.to_owned()));
        line.set(profile, Value::Text(rest.to_owned()));
    } else if is_firm(&told) {
        line.set(firm, Value::Text(told));
        line.cells.remove(&profile);
    }
}

/// Whether a text is a firm's name and nothing else.
fn is_firm(text: &str) -> bool {
    let plain = !text.contains(['，', ',', '。', '；', ';', '、', '\n']);
    plain && ENDINGS.iter().any(|ending| text.ends_with(ending))
}

/// Keeps the name, and the description in a field of its own.
pub(crate) fn parted(line: &mut Line<'_>) {
    for (firm, profile) in FIRMS {
        let of_ledger = line
            .frame
            .ledger
            .kinds
            .iter()
            .any(|kind| kind.name == firm.kind);
        if of_ledger && line.column_of(*profile).is_some() {
            out_of_profile(line, *firm, *profile);
        }
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

/// The fields that name a firm, with those that keep what it was about, by the
/// kind of a ledger's rows.
const ABOUT: &[(Target, Target)] = &[
    (target("lead", "enterprise"), target("lead", "note")),
    (target("visit", "enterprise"), target("visit", "content")),
    (target("enterprise", "name"), target("agreement", "note")),
];

/// Takes what a firm has to do with the row out of its name: `甲公司，储能项目`.
pub(crate) fn without_tail(line: &mut Line<'_>) {
    let kind = line.frame.ledger.kind().name;
    let of_ledger = ABOUT.iter().filter(|(_, about)| about.kind == kind);
    for (firm, about) in of_ledger {
        let told = |text| tailed(text).or_else(|| labelled(text));
        let Some((name, tail)) = line.text(*firm).and_then(told) else {
            continue;
        };
        let (name, mut tail) = (name.to_owned(), tail.to_owned());
        if let Some(before) = line.text(*about) {
            tail = format!("{before}\n{tail}");
        }
        line.set(*firm, Value::Text(name));
        line.set(*about, Value::Text(tail));
    }
}

/// A firm, and what stands behind a sign and names no other.
fn tailed(text: &str) -> Option<(&str, &str)> {
    const FIRMS: &[&str] = &["公司", "集团", "厂"];
    const OTHERS: &[&str] = &[
        "协会",
        "商会",
        "大学",
        "学院",
        "医院",
        "中心",
        "合作社",
        "基金",
        "企业",
        "政府",
        "管委会",
        "局",
    ];
    let (name, tail) = text.split_once(['，', ',', '：', ':'])?;
    let (name, tail) = (name.trim(), tail.trim());
    let listed = text.contains(['、', '；', ';', '\n']);
    // 甲公司（上市公司，…）: the sign is inside the brackets.
    let whole = !name.contains(['（', '(']) || name.contains(['）', ')']);
    let named = whole && FIRMS.iter().any(|end| name.ends_with(end));
    let mut others = ENDINGS.iter().chain(OTHERS);
    let alone = !others.any(|end| tail.contains(end));
    (named && alone && !listed && !tail.is_empty()).then_some((name, tail))
}

/// A firm, and what brackets behind it say of it under a label or in several
/// words: `甲公司（法定代表人：李某）`, `甲公司（上市公司，股票代码300001）`. Another
/// name of the firm is left to be read as one.
fn labelled(text: &str) -> Option<(&str, &str)> {
    let end = text.trim_end().strip_suffix(['）', ')'])?;
    let (name, inside) = end.rsplit_once(['（', '('])?;
    let name = name.trim();
    let is_firm = ENDINGS.iter().any(|ending| name.ends_with(ending));
    let is_labelled = inside.contains(['：', ':', '，', ',']) && !aliases::is_another(inside);
    (is_firm && is_labelled).then_some((name, inside))
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
    use super::{apart, labelled, tailed};

    #[test]
    fn what_brackets_label_is_no_part_of_a_name() {
        assert_eq!(
            labelled("甲有限公司（自然人股东：冉某）"),
            Some(("甲有限公司", "自然人股东：冉某"))
        );
        let listed = "甲公司（上市公司，股票代码300001）";
        assert_eq!(
            labelled(listed),
            Some(("甲公司", "上市公司，股票代码300001"))
        );
        assert_eq!(tailed(listed), None);
        for kept in [
            "甲公司（上海）",
            "乙（中国）有限公司",
            "（法人：李某）",
            "甲有限公司（曾用名：乙厂）",
        ] {
            assert_eq!(labelled(kept), None, "{kept}");
        }
    }

    #[test]
    fn what_a_firm_is_there_for_is_no_part_of_its_name() {
        for (text, wanted) in [
            (
                "深圳甲新能源有限公司，储能项目",
                Some(("深圳甲新能源有限公司", "储能项目")),
            ),
            ("乙集团：签约", Some(("乙集团", "签约"))),
            ("甲公司，乙公司", None),
            ("甲公司，乙电子商会", None),
            ("1.甲公司：电驱；2.乙公司：阀门", None),
            ("BioRea Co., Ltd.", None),
            ("甲有限公司", None),
        ] {
            assert_eq!(tailed(text), wanted, "{text}");
        }
    }

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
