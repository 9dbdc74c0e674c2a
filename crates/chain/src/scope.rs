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
/// Verbs that, standing alone, say more of the things before them.
const SERVES: &[&str] = &["安装", "维修", "维护", "保养", "调试", "改造", "服务"];
/// What joins verbs.
const JOINS: [char; 6] = ['的', '及', '和', '与', '并', '等'];
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
/// what is not done are left out; one that tells of several things with a verb
/// each, `导轨制造、门机销售`, is divided between them.
pub fn clauses(text: &str) -> impl Iterator<Item = (&str, Doing)> {
    let ends = [';', '。', ',', '\n', ':', '(', ')', '【', '】'];
    let clauses = text.split(ends).filter(|clause| !clause.is_empty());
    clauses.flat_map(|clause| {
        let (whole, divided) = match said(clause) {
            Said::Not => (None, Vec::new()),
            Said::One(doing) => (Some((clause, doing)), Vec::new()),
            Said::Several(doing) if !clause.contains('、') => (Some((clause, doing)), Vec::new()),
            Said::Several(_) => (None, groups(clause)),
        };
        whole.into_iter().chain(divided)
    })
}

/// What a part of a clause is about, without what is done with it; nothing
/// where it tells only what is done.
pub(crate) fn thing(part: &str) -> &str {
    let thing = part.trim_end_matches('等');
    if is_bare(thing) {
        return "";
    }
    let verbs = MAKES.iter().chain(KNOWS);
    let bare = verbs
        .filter_map(|verb| thing.strip_suffix(verb))
        .min_by_key(|bare| bare.len());
    bare.unwrap_or(thing).trim_end_matches(['的', '等'])
}

/// Whether a part consists of verbs.
fn is_bare(part: &str) -> bool {
    let mut left = part.trim_end_matches(JOINS);
    let verbs = || [MAKES, KNOWS, TRADES, SERVES].into_iter().flatten();
    while let Some(rest) = verbs().find_map(|verb| left.strip_suffix(verb)) {
        left = rest.trim_end_matches(JOINS);
    }
    left.is_empty()
}

/// The things of a clause with what is done with each: a verb is about what
/// stands before it, or, where it comes first, about what follows.
fn groups(clause: &str) -> Vec<(&str, Doing)> {
    let mut starts = vec![0];
    // What is known of the last group.
    let (mut named, mut ended, mut leads) = (false, false, false);
    let mut at = 0;
    for part in clause.split('、') {
        let verb = !matches!(said(part), Said::One(Doing::Unsaid));
        let bare = is_bare(part);
        let first = verb && !bare && opens(part);
        let new = !bare && named && (ended || (leads && verb) || first);
        if new {
            starts.push(at);
            (named, ended, leads) = (false, false, false);
        }
        leads |= verb && !named && (bare || first);
        named |= !bare;
        ended |= verb && named && !leads;
        at += part.len() + '、'.len_utf8();
    }
    // Things after the last verb go with those before them.
    if starts.len() > 1 && !ended && !leads {
        starts.pop();
    }
    let ends = starts.iter().skip(1).map(|next| next - '、'.len_utf8());
    let ends = ends.chain([clause.len()]);
    let groups = starts.iter().zip(ends).map(|(from, to)| &clause[*from..to]);
    groups.map(|group| (group, said(group).doing())).collect()
}

/// Whether a verb stands at the beginning.
fn opens(part: &str) -> bool {
    let lists = [MAKES, KNOWS, TRADES, SERVES];
    let mut verbs = lists.iter().flat_map(|verbs| verbs.iter());
    verbs.any(|verb| part.starts_with(verb))
}

/// What the verbs of a clause say.
enum Said {
    /// What is not done.
    Not,
    /// One thing is done, or nothing is said.
    One(Doing),
    /// Several things are done; this says the most.
    Several(Doing),
}

impl Said {
    fn doing(&self) -> Doing {
        match self {
            Self::Not => Doing::Unsaid,
            Self::One(doing) | Self::Several(doing) => *doing,
        }
    }
}

fn said(clause: &str) -> Said {
    let Some((finder, says)) = &*VERBS else {
        return Said::One(Doing::Unsaid);
    };
    let rank = |doing: Doing| match doing {
        Doing::Makes => 3,
        Doing::Trades => 2,
        Doing::Knows => 1,
        Doing::Unsaid => 0,
    };
    let (mut most, mut several) = (Doing::Unsaid, false);
    for hit in finder.find_iter(clause) {
        match says[hit.pattern().as_usize()] {
            Verb::Not => return Said::Not,
            Verb::Does(doing) => {
                several |= most != Doing::Unsaid && most != doing;
                if rank(doing) > rank(most) {
                    most = doing;
                }
            }
        }
    }
    match several {
        true => Said::Several(most),
        false => Said::One(most),
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
    fn each_verb_is_about_its_own_things() {
        let told = |text: &str| -> Vec<(String, Doing)> {
            let text = normal(text);
            let all = clauses(&text).map(|(clause, doing)| (clause.to_owned(), doing));
            all.collect()
        };
        let expect = |text: &str, groups: &[(&str, Doing)]| {
            let groups: Vec<_> = groups.iter().map(|(s, d)| ((*s).to_owned(), *d)).collect();
            assert_eq!(told(text), groups, "{text}");
        };
        let (makes, trades) = (Doing::Makes, Doing::Trades);
        expect(
            "空心胶囊制造、门机销售",
            &[("空心胶囊制造", makes), ("门机销售", trades)],
        );
        expect(
            "导轨、支架制造、门机、层门销售",
            &[("导轨、支架制造", makes), ("门机、层门销售", trades)],
        );
        expect(
            "生产门机、导轨、销售电缆、绳头",
            &[("生产门机、导轨", makes), ("销售电缆、绳头", trades)],
        );
        for whole in [
            "门机的研发、生产、销售",
            "生产、销售门机、导轨",
            "研发、生产和销售门机、导轨",
        ] {
            expect(whole, &[(whole, makes)]);
        }
        expect(
            "门机销售、安装、导轨制造、支架",
            &[("门机销售、安装", trades), ("导轨制造、支架", makes)],
        );
        expect("不含门机制造、导轨销售", &[]);
    }

    #[test]
    fn verbs_alone_are_about_no_thing() {
        assert_eq!(thing("门机的研发"), "门机");
        for verbs in ["销售", "生产和销售", "安装维修", "技术服务"] {
            assert_eq!(thing(verbs), "", "{verbs}");
        }
    }

    #[test]
    fn widths_and_blanks_do_not_matter() {
        assert_eq!(normal("ＤＭＦ　生 产（A）"), "dmf生产(a)");
    }
}
