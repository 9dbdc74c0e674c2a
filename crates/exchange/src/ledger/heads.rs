//! One heading against the words that headings use.

use super::words::{Role, Vocabulary, is_under};
use crate::cells::text::tight;
use crate::cells::unit::{self, Unit};
use crate::table::Target;

/// A column's heading, from the outermost merged part to its own.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// The parts as written.
    pub(super) parts: Vec<String>,
}

/// What a heading may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) role: Role,
    /// 0 to 100.
    pub(super) confidence: u8,
    /// A code under `match.` in the word files.
    pub(super) reason: &'static str,
}

/// Confidence from which a heading is what it says.
pub(super) const SURE: u8 = 85;
/// Confidence below which a heading says nothing.
pub(super) const LEAST: u8 = 60;

/// Words that turn a heading into something else than the part it contains.
const TURNS: &[&str] = &[
    "是否", "到位", "完成", "年度", "累计", "亩均", "开工", "竣工", "投产", "注册", "备案", "税",
    "认定", "计划", "下步", "数", "率",
];

impl Head {
    /// The parts joined, as shown to people.
    pub(super) fn text(&self) -> String {
        self.parts.join("▸")
    }

    /// The innermost unit that a part names.
    pub(super) fn unit(&self) -> Option<Unit> {
        self.parts.iter().rev().find_map(|part| key(part).1)
    }

    /// Whether the heading surely means something.
    pub(super) fn is_known(&self, vocabulary: &Vocabulary) -> bool {
        let keys: Vec<String> = self.parts.iter().map(|part| key(part).0).collect();
        let Some((child, parents)) = keys.split_last() else {
            return false;
        };
        vocabulary.has(child, parents)
    }

    /// Everything the heading may mean, best first.
    pub(super) fn matches(&self, vocabulary: &Vocabulary) -> Vec<Match> {
        let keys: Vec<String> = self.parts.iter().map(|part| key(part).0).collect();
        let Some((child, parents)) = keys.split_last() else {
            return Vec::new();
        };
        let joined = keys.concat();
        let mut found: Vec<Match> = Vec::new();
        for word in &vocabulary.words {
            let Some((confidence, reason)) = score(&word.key, child, parents, &joined) else {
                continue;
            };
            let role = under(word.role, parents);
            match found.iter_mut().find(|one| one.role == role) {
                Some(one) if one.confidence >= confidence => {}
                Some(one) => (one.confidence, one.reason) = (confidence, reason),
                None => found.push(Match {
                    role,
                    confidence,
                    reason,
                }),
            }
        }
        found.sort_by_key(|one| std::cmp::Reverse(one.confidence));
        found
    }
}

fn score(word: &str, child: &str, parents: &[String], joined: &str) -> Option<(u8, &'static str)> {
    if let Some((parent, own)) = word.split_once('▸') {
        let fits = is_under(parent, own, child, parents);
        return fits.then_some((98, "heading_under_parent"));
    }
    if word == child {
        return Some((if parents.is_empty() { 96 } else { 94 }, "heading_exact"));
    }
    if word == joined {
        return Some((95, "heading_under_parent"));
    }
    let (inside, around) = (child.contains(word), word.contains(child));
    if !inside && !around {
        return None;
    }
    let (ours, theirs) = (word.chars().count(), child.chars().count());
    let turned = |turn: &&str| child.contains(turn) && !word.contains(turn);
    if ours.min(theirs) < 2 || TURNS.iter().any(turned) {
        return None;
    }
    let share = |part: usize, whole: usize| u8::try_from(part * 30 / whole).unwrap_or(0);
    let confidence = if ours >= 3 && inside {
        52 + share(ours, theirs)
    } else if theirs * 2 >= ours && around {
        48 + share(theirs, ours)
    } else {
        return None;
    };
    (confidence >= LEAST).then_some((confidence, "heading_similar"))
}

/// 总投资 under a heading about the contract is the contract's.
fn under(role: Role, parents: &[String]) -> Role {
    const TOTAL: Role = Role::Field(Target {
        kind: "project",
        field: "total_investment",
    });
    let about_contract = |part: &String| ["合同", "协议", "签约"].iter().any(|w| part.contains(w));
    if role == TOTAL && parents.iter().any(about_contract) {
        return Role::Field(Target {
            kind: "agreement",
            field: "contract_total",
        });
    }
    role
}

/// A heading's part without spaces, brackets and 其中, and the unit it names.
pub(super) fn key(part: &str) -> (String, Option<Unit>) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0u32);
    let mut unit = None;
    for c in tight(part).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => {
                depth = depth.saturating_sub(1);
                unit = unit.or_else(|| unit::parse(&std::mem::take(&mut inside)));
                inside.clear();
            }
            c if depth > 0 => inside.push(c),
            c => outside.push(c),
        }
    }
    let bare = outside
        .trim_start_matches("其中")
        .trim_matches([':', '*', '#', '、', '.'])
        .to_ascii_uppercase();
    for ending in ["亿美元", "万美元", "亿元", "万元", "平方米", "㎡", "亩"] {
        if let (None, Some(rest)) = (unit, bare.strip_suffix(ending))
            && rest.chars().count() >= 2
        {
            return (rest.to_owned(), unit::parse(ending));
        }
    }
    (bare, unit)
}
