//! Where money comes from by how far away it is: 省外资金 beside 省内市外资金 and
//! 境外资金 have no money in common, and are parts of what they make together.
//! 市外资金 is all of it.

use crate::cells::text::tight;
use crate::ledger::heads::{self, Head};

/// A place from which money comes, that is in none of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// From another province of the country.
    Province,
    /// From another town of the province.
    Town,
    /// From another county of the town.
    County,
    /// From abroad.
    Abroad,
}

const NAMES: &[(&str, Origin)] = &[
    ("省外", Origin::Province),
    ("国内省外", Origin::Province),
    ("省外境内", Origin::Province),
    ("境内省外", Origin::Province),
    ("省内市外", Origin::Town),
    ("市外省内", Origin::Town),
    ("市内区外", Origin::County),
    ("区外市内", Origin::County),
    ("市内县外", Origin::County),
    ("县外市内", Origin::County),
    ("境外", Origin::Abroad),
    ("国外", Origin::Abroad),
    ("外资", Origin::Abroad),
];
/// Words in front of such a name and behind it.
const BEFORE: &[&str] = &[
    "其中", ":", "合同", "协议", "签约", "利用", "引进", "使用", "引资",
];
const BEHIND: &[&str] = &["资金", "内资", "引资", "投资", "额", "金额"];

/// What a part of a heading names, where it says nothing else.
pub(super) fn of(part: &str) -> Option<Origin> {
    let key = heads::key(&tight(part)).0;
    let mut name = key.as_str();
    while let Some(shorter) = BEFORE.iter().find_map(|word| name.strip_prefix(word)) {
        name = shorter;
    }
    loop {
        if let Some((_, origin)) = NAMES.iter().find(|(own, _)| *own == name) {
            return Some(*origin);
        }
        name = BEHIND.iter().find_map(|word| name.strip_suffix(word))?;
    }
}

/// Where the money of a column comes from, by its own part of the heading. A
/// name that says no more than 省外 is of what stands above it.
pub(crate) fn of_head(head: &Head) -> Option<Origin> {
    let own = head.parts.last()?;
    let origin = of(own)?;
    let says_money = ["资", "额"].iter().any(|word| own.contains(word));
    (says_money || head.parts.len() > 1).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::{Origin, of};

    #[test]
    fn a_heading_may_say_no_more_than_where_money_comes_from() {
        for (text, wanted) in [
            ("省外", Some(Origin::Province)),
            ("省外资金（亿元）", Some(Origin::Province)),
            ("合同利用省外资金", Some(Origin::Province)),
            ("其中：国内省外", Some(Origin::Province)),
            ("市外省内", Some(Origin::Town)),
            ("省内市外内资", Some(Origin::Town)),
            ("外资（折人民币）", Some(Origin::Abroad)),
            ("境外资金（万美元）", Some(Origin::Abroad)),
            ("市外资金", None),
            ("内资", None),
            ("省外企业", None),
        ] {
            assert_eq!(of(text), wanted, "{text}");
        }
    }
}
