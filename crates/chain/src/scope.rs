//! How a business scope (经营范围) is read: clause by clause, each with what
//! is done in it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

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

/// The verbs with what each says, ready to be looked for.
static VERBS: LazyLock<Option<(AhoCorasick, Vec<Verb>)>> = LazyLock::new(|| {
    let lists = [
        (NOT, Verb::Not),
        (MAKES, Verb::Does(Doing::Makes)),
        (TRADES, Verb::Does(Doing::Trades)),
        (KNOWS, Verb::Does(Doing::Knows)),
    ];
    let said = lists
        .iter()
        .flat_map(|(verbs, says)| verbs.iter().map(|verb| (*verb, *says)));
    let (verbs, says): (Vec<&str>, Vec<Verb>) = said.unzip();
    let kind = Some(AhoCorasickKind::DFA);
    let finder = AhoCorasick::builder().kind(kind).build(verbs);
    finder.ok().map(|finder| (finder, says))
});

/// What a verb says of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// What follows is not done.
    Not,
    /// This is done.
    Does(Doing),
}

/// The clauses of a normal text and what is done in each. Clauses that tell
/// what is not done are left out.
pub fn clauses(text: &str) -> impl Iterator<Item = (&str, Doing)> {
    let ends = [';', '。', ',', '\n', ':', '(', ')', '【', '】'];
    text.split(ends)
        .filter(|clause| !clause.is_empty())
        .filter_map(|clause| Some((clause, doing(clause)?)))
}

/// What a part of a clause is about, without what is done with it.
pub(crate) fn thing(part: &str) -> &str {
    let verbs = MAKES.iter().chain(KNOWS);
    let thing = part.trim_end_matches('等');
    let bare = verbs
        .filter_map(|verb| thing.strip_suffix(verb))
        .min_by_key(|bare| bare.len());
    bare.unwrap_or(thing).trim_end_matches(['的', '等'])
}

/// What is done in a clause; `None` when it tells what is not done.
fn doing(clause: &str) -> Option<Doing> {
    let Some((finder, says)) = &*VERBS else {
        return Some(Doing::Unsaid);
    };
    let rank = |doing: Doing| match doing {
        Doing::Makes => 3,
        Doing::Trades => 2,
        Doing::Knows => 1,
        Doing::Unsaid => 0,
    };
    let mut done = Doing::Unsaid;
    for hit in finder.find_iter(clause) {
        match says[hit.pattern().as_usize()] {
            Verb::Not => return None,
            Verb::Does(doing) if rank(doing) > rank(done) => done = doing,
            Verb::Does(_) => {}
        }
    }
    Some(done)
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
