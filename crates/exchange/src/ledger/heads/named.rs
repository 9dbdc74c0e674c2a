//! What the words and phrases of the vocabulary let a heading mean.

use super::loose::loose;
use super::{EXACT, LEAST, Match, flows, of_contract, unlike};
use crate::ledger::words::{ANY, Vocabulary, is_under};

/// Confidence in a heading that says it in other words.
const ALIKE: u8 = 86;
/// Confidence in a heading that is put together of parts that say it.
const PHRASE: u8 = 88;
/// Confidence in a heading of one word that may mean it.
const WORD: u8 = 80;
/// Words that turn a heading into something else than the part it contains.
const TURNS: &[&str] = &[
    "是否",
    "到位",
    "完成",
    "年度",
    "累计",
    "亩均",
    "开工",
    "竣工",
    "投产",
    "注册",
    "备案",
    "税",
    "认定",
    "计划",
    "下步",
    "数",
    "率",
    "占比",
    "比例",
    "比重",
    "拟签",
    "待签",
    "预计签",
    "预签",
    "预计来",
    "预计到访",
    "拟来",
    "拟访",
];
/// What says in front of a part that it is not so, not yet or no longer.
const DENIES: &[&str] = &["未", "待", "非", "不", "不予", "可", "可供", "原", "上一"];
/// What ends as these do and denies nothing.
const ASSENTS: &[&str] = &["接待", "招待", "许可", "认可"];
/// What makes of a part that of another time, or what it should be.
const ELSEWHEN: &[&str] = &["去年", "上年", "往年", "同期", "目标"];

/// What the words and phrases of the vocabulary let a heading mean.
pub(super) fn by_words(
    keys: &[String],
    child: &str,
    parents: &[String],
    vocabulary: &Vocabulary,
) -> Vec<Match> {
    let joined = joined(keys);
    let like = loose(child).filter(|_| parents.is_empty());
    let mut found: Vec<Match> = Vec::new();
    for word in &vocabulary.words {
        if word.alone && (word.key != *child || !parents.is_empty()) {
            continue;
        }
        let alike = like.is_some() && like == word.loose && !word.key.contains('▸');
        let is_other = || {
            unlike::is_one(word.role, &word.key, child)
                || flows::is_one(word.role, unlike::before(&word.key, child))
        };
        if word.key != *child && is_other() {
            continue;
        }
        let exact = score(&word.key, child, parents, &joined);
        let Some((confidence, reason)) = (match exact {
            Some((sure, _)) if alike && sure < ALIKE => Some((ALIKE, "heading_similar")),
            None if alike => Some((ALIKE, "heading_similar")),
            other => other,
        }) else {
            continue;
        };
        let one = Match {
            role: of_contract::under(word.role, child, parents),
            confidence: confidence.saturating_sub(word.later),
            reason,
        };
        keep_better(&mut found, one);
    }
    let inner = joined.iter().map(String::as_str).chain([child]);
    for (phrase, role) in vocabulary.phrases.fitting(inner) {
        let one = Match {
            role: *role,
            confidence: match phrase.is_single() {
                true => WORD,
                false => PHRASE,
            },
            reason: "heading_similar",
        };
        keep_better(&mut found, one);
    }
    found
}

/// Keeps what a heading may mean, unless it is surer already that it does.
fn keep_better(found: &mut Vec<Match>, one: Match) {
    match found.iter_mut().find(|other| other.role == one.role) {
        Some(other) if other.confidence >= one.confidence => {}
        Some(other) => *other = one,
        None => found.push(one),
    }
}

/// What the innermost parts make together, from two of them to all: 签约▸日期
/// is 签约日期 whatever stands above. Last, the two innermost the other way
/// round: 利用资金▸合同 is 合同利用资金.
fn joined(keys: &[String]) -> Vec<String> {
    let inner = |many: usize| keys[keys.len() - many..].concat();
    let mut joined: Vec<String> = (2..=keys.len()).map(inner).collect();
    if let [.., parent, child] = keys {
        joined.push(format!("{child}{parent}"));
    }
    joined
}

fn score(
    word: &str,
    child: &str,
    parents: &[String],
    joined: &[String],
) -> Option<(u8, &'static str)> {
    if let Some((parent, own)) = word.split_once('▸') {
        let fits = is_under(parent, own, child, parents);
        // 投资总额及资金来源▸总投资 is of the other thing.
        let is_of_two = || {
            let is_and =
                |part: &&String| part.contains(parent) && part.contains(['及', '和', '与', '、']);
            parents.iter().any(|part| is_and(&part))
        };
        let sure = match own {
            ANY if is_of_two() => 90,
            ANY => 95,
            _ => 98,
        };
        return fits.then_some((sure, "heading_under_parent"));
    }
    if word == child {
        return Some((if parents.is_empty() { EXACT } else { 94 }, "heading_exact"));
    }
    if joined.iter().any(|joined| joined == word) {
        return Some((95, "heading_under_parent"));
    }
    let (inside, around) = (child.contains(word), word.contains(child));
    if !inside && !around {
        return None;
    }
    let (ours, theirs) = (word.chars().count(), child.chars().count());
    let turned = |turn: &&str| child.contains(turn) && !word.contains(turn);
    if ours.min(theirs) < 2 || TURNS.iter().any(turned) || is_denied(word, child) {
        return None;
    }
    let share = |part: usize, whole: usize| u8::try_from(part * 30 / whole).unwrap_or(0);
    let confidence = if ours >= 3 && inside {
        52 + share(ours, theirs)
    } else if theirs * 4 >= ours * 3 && around {
        48 + share(theirs, ours)
    } else {
        return None;
    };
    (confidence >= LEAST).then_some((confidence, "heading_similar"))
}

/// Whether a heading says that the part of it is not so: `未出租面积`,
/// `非固定资产投资`, `去年到位资金`.
fn is_denied(word: &str, head: &str) -> bool {
    let before = unlike::before(word, head);
    let ends = |ends: &[&str]| ends.iter().any(|end| before.ends_with(end));
    let is_other = ELSEWHEN.iter().any(|other| before.contains(other));
    is_other || ends(DENIES) && !ends(ASSENTS) || unlike::ends_in_phase(before)
}
