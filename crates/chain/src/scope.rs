//! How a business scope (经营范围) is read: clause by clause, each with what
//! is done in it.

/// Verbs of making.
const MAKES: &[&str] = &[
    "制造", "生产", "加工", "合成", "研制", "装配", "组装", "冶炼", "炼制", "锻造", "铸造", "提取",
    "开采", "种植",
];
/// Verbs of dealing in what others make.
const TRADES: &[&str] = &[
    "销售",
    "批发",
    "零售",
    "代理",
    "经销",
    "贸易",
    "进出口",
    "租赁",
    "采购",
    "仓储",
    "运输",
];
/// Verbs of knowing about it.
const KNOWS: &[&str] = &["研发", "开发", "技术服务", "咨询", "设计", "技术转让"];
/// What opens a list of things that are not done.
const NOT: &[&str] = &["不含", "除外", "不得", "禁止", "未经", "凡涉及", "不从事"];

/// What is done in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It is made.
    Makes,
    /// It is dealt in.
    Trades,
    /// It is known about.
    Knows,
    /// Nothing is said.
    Unsaid,
}

/// Brings a text into the form in which words are looked for: half-width,
/// lower case, without blanks.
pub fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{3000}' => ' ',
            c => c,
        };
        if !c.is_whitespace() {
            normal.push(c.to_ascii_lowercase());
        }
    }
    normal
}

/// The clauses of a normal text and what is done in each. Clauses that tell
/// what is not done are left out.
pub fn clauses(text: &str) -> impl Iterator<Item = (&str, Doing)> {
    text.split([';', '。', ',', '\n', ':'])
        .flat_map(|clause| clause.split(['(', ')', '【', '】']))
        .filter(|clause| !clause.is_empty() && !NOT.iter().any(|not| clause.contains(not)))
        .map(|clause| (clause, doing(clause)))
}

fn doing(clause: &str) -> Doing {
    let has = |verbs: &[&str]| verbs.iter().any(|verb| clause.contains(verb));
    if has(MAKES) {
        Doing::Makes
    } else if has(TRADES) {
        Doing::Trades
    } else if has(KNOWS) {
        Doing::Knows
    } else {
        Doing::Unsaid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sold_is_told_from_what_is_made() {
        let text = normal("锂电池制造；电池销售；新材料技术研发（不含危险化学品生产）。正极材料");
        let told: Vec<_> = clauses(&text).collect();
        assert_eq!(
            told,
            [
                ("锂电池制造", Doing::Makes),
                ("电池销售", Doing::Trades),
                ("新材料技术研发", Doing::Knows),
                ("正极材料", Doing::Unsaid),
            ]
        );
    }

    #[test]
    fn widths_and_blanks_do_not_matter() {
        assert_eq!(normal("ＤＭＦ　生 产（A）"), "dmf生产(a)");
    }
}
