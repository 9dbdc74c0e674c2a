//! One heading against the words that headings use.

mod either;
mod ends;
pub(crate) mod flattened;
mod flows;
pub(crate) mod loose;
mod of_contract;
pub(crate) mod ours;
pub(crate) mod phrases;
pub(crate) mod planned;
pub(crate) mod unlike;

use std::borrow::Cow;

use suoji_model::Currency;

use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::ledger::columns::{dollars, is_money};
use crate::ledger::payment::periods;
use crate::ledger::words::{ANY, Role, Vocabulary, is_under};
use loose::loose;

/// A column's heading, from the outermost merged part to its own.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// The parts as written.
    pub(super) parts: Vec<String>,
}

/// What a heading may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub(super) role: Role,
    /// 0 to 100.
    pub(super) confidence: u8,
    /// A code under `match.` in the word files.
    pub(super) reason: &'static str,
}

impl Match {
    /// What the list says, word by word.
    pub(super) fn exact(role: Role) -> Self {
        Self {
            role,
            confidence: EXACT,
            reason: "heading_exact",
        }
    }

    /// What a person said.
    pub(super) fn told(role: Role) -> Self {
        Self {
            role,
            confidence: 100,
            reason: "told",
        }
    }
}

/// Confidence in a heading that is in the list.
const EXACT: u8 = 97;
/// Confidence from which a heading is what it says.
pub(super) const SURE: u8 = 85;
/// Confidence in a heading that says it in other words.
const ALIKE: u8 = 86;
/// Confidence in a heading that is put together of parts that say it.
const PHRASE: u8 = 88;
/// Confidence in a heading of one word that may mean it.
const WORD: u8 = 80;
/// Confidence below which a heading says nothing.
pub(super) const LEAST: u8 = 60;

/// Headings that say no more than the one above them.
const WHOLE: &[&str] = &[
    "总额",
    "金额",
    "合计",
    "小计",
    "总计",
    "数额",
    "总量",
    "总数",
    "核定",
    "核定数",
    "审定",
    "审定数",
];

/// Where the money of an amount comes from.
const SIDES: &[&str] = &["内资", "外资"];

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
/// Buttons of a filter that were copied with the headings.
const FILTERS: &[char] = &['▼', '▽', '▾', '▿', '▲', '△', '▴', '⏷', '🔽'];
/// Words for a time.
const WHEN: &[&str] = &["日", "日期", "时间"];
/// What ends as these do and denies nothing.
const ASSENTS: &[&str] = &["接待", "招待", "许可", "认可"];
/// What makes of a part that of another time, or what it should be.
const ELSEWHEN: &[&str] = &["去年", "上年", "往年", "同期", "目标"];

impl Head {
    /// The parts joined, as shown to people.
    pub(super) fn text(&self) -> String {
        self.parts.join("▸")
    }

    /// The parts without units and years, joined: what stays the same from
    /// file to file.
    pub(super) fn key(&self) -> String {
        let mut keys = self.keys();
        keys.retain(|key| !key.is_empty());
        keys.join("▸")
    }

    /// The parts that are more than a unit, the name of a currency below
    /// another part or how to write a day; 其中 is an empty one.
    fn keys(&self) -> Vec<String> {
        let parts = self.parts.iter().filter(|part| !is_date_form(part));
        let keys = parts.map(|part| key(part));
        let mut keys: Vec<_> = keys
            .filter(|(key, unit)| !key.is_empty() || unit.is_none())
            .collect();
        // 投资总额▸美元（万美元）: nothing but a unit, said twice; 投资情况▸外币（万）
        // is an amount of its own.
        let of_amount =
            |(key, _): &(String, Option<Unit>)| !key.ends_with("情况") && !key.ends_with("信息");
        if keys.len() > 1 && keys[..keys.len() - 1].iter().any(of_amount) {
            let is_unit = |key: &str| unit::is_currency_name(key) || key == "外币";
            keys.retain(|(key, unit)| unit.is_none() || !is_unit(key));
        }
        keys.into_iter().map(|(key, _)| key).collect()
    }

    /// Whether it asks for a month alone.
    pub(super) fn is_month(&self) -> bool {
        let last = self
            .parts
            .last()
            .map(|part| tight(part))
            .unwrap_or_default();
        last.ends_with("月份") || last.ends_with("(月)") || last == "月"
    }

    /// The innermost unit that a part names.
    pub(super) fn unit(&self) -> Option<Unit> {
        let parts = self.parts.iter().rev();
        let own = |part: &String| key(part).1.or_else(|| unit::parse(part));
        let unit = parts.clone().find_map(own);
        // 折美元（万）
        let is_open = |unit: &Unit| unit.measure == Measure::Money(None);
        let in_dollars = unit.filter(|unit| is_open(unit) && dollars::is_worth(self));
        in_dollars.map(Unit::in_dollars).or(unit)
    }

    /// Its unit, where `above` stands over the whole table: a currency alone
    /// says nothing of sizes, as in 协议投资额（万元）▸人民币 or below
    /// 单位：万元. Yuan without a size anywhere are none.
    pub(super) fn unit_below(&self, above: Option<Unit>) -> Option<Unit> {
        let Some(own) = self.unit() else {
            let is_money = |unit: &Unit| matches!(unit.measure, Measure::Money(_));
            let above = above.filter(|unit| is_money(unit) && dollars::is_worth(self));
            return above.map(Unit::in_dollars);
        };
        if !self.names_currency() {
            return Some(own);
        }
        let sized = |unit: &Unit| {
            let is_money = matches!(unit.measure, Measure::Money(_) | Measure::MixedMoney);
            is_money && unit.power > 0
        };
        let outer = self.parts.iter().filter_map(|part| key(part).1);
        match outer.chain(above).find(sized) {
            Some(above) => Some(own.in_size(above.power)),
            None => Some(own).filter(|own| own.measure != Measure::Money(Some(Currency::CNY))),
        }
    }

    /// Whether its innermost unit is the name of a currency alone.
    fn names_currency(&self) -> bool {
        let parts = self.parts.iter().rev();
        let mut parts = parts.map(|part| tight(part));
        let innermost = parts.find(|part| key(part).1.is_some() || unit::parse(part).is_some());
        innermost.is_some_and(|part| {
            unit::is_currency_name(&part) || part.ends_with("(人民币)") || part.ends_with("(RMB)")
        })
    }

    /// Whether it says what part of the column before it is.
    pub(super) fn is_thereof(&self) -> bool {
        self.parts
            .iter()
            .any(|part| tight(part).starts_with("其中"))
    }

    /// Whether the heading surely means something.
    pub(super) fn is_known(&self, vocabulary: &Vocabulary) -> bool {
        let keys = self.keys();
        let Some((child, parents)) = keys.split_last() else {
            return false;
        };
        vocabulary.has(child, parents)
    }

    /// Everything the heading may mean, best first.
    pub(super) fn matches(&self, vocabulary: &Vocabulary) -> Vec<Match> {
        let keys = self.keys();
        let Some((child, parents)) = keys.split_last() else {
            return Vec::new();
        };
        let joined = joined(&keys);
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
            let role = of_contract::under(word.role, child, parents);
            let confidence = confidence.saturating_sub(word.later);
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
        let inner = joined.iter().chain([child]).map(String::as_str);
        for (phrase, role) in vocabulary.phrases.fitting(inner) {
            let put_together = Match {
                role: *role,
                confidence: match phrase.is_single() {
                    true => WORD,
                    false => PHRASE,
                },
                reason: "heading_similar",
            };
            match found.iter_mut().find(|one| one.role == *role) {
                Some(one) if one.confidence >= put_together.confidence => {}
                Some(one) => *one = put_together,
                None => found.push(put_together),
            }
        }
        found.retain(|one| !of_contract::is_unpaid(one.role, parents, vocabulary));
        if keys.iter().any(|key| ours::is_ours(key)) {
            found.retain(|one| !ours::is_theirs(one.role));
        }
        let person = ours::without_number(child).unwrap_or(child);
        if ours::is_of_firm(person) {
            found.retain(|one| !ours::is_of_ours(one.role));
        } else if person != child && parents.is_empty() {
            let parts = vec![person.to_owned()];
            let own = Self { parts }.matches(vocabulary);
            if own.first().is_some_and(|one| ours::is_of_ours(one.role)) {
                return own;
            }
        }
        if self.parts.iter().any(|part| unlike::is_of_phase(part)) {
            found.retain(|one| !is_money(Some(one.role)));
        }
        let above = || {
            let parts = self.parts[..self.parts.len() - 1].to_vec();
            Self { parts }.matches(vocabulary)
        };
        if found.is_empty() && !parents.is_empty() && WHOLE.contains(&child.as_str()) {
            // 投资额▸总额 is the amount that stands above it.
            return above();
        }
        if found.is_empty()
            && !parents.is_empty()
            && let Some(end) = ends::of(child, &above(), vocabulary)
        {
            return vec![end];
        }
        if found.is_empty() && parents.is_empty() {
            found.extend(either::of(child, vocabulary));
        }
        if SIDES.contains(&child.as_str()) && !parents.is_empty() && !self.is_thereof() {
            // So are 投资额▸内资 and ▸外资: most projects have but one of them.
            let amounts = above().into_iter();
            let amounts: Vec<Match> = amounts.filter(|one| is_money(Some(one.role))).collect();
            if !amounts.is_empty() {
                return amounts;
            }
        }
        for one in &mut found {
            one.role = planned::under(one.role, &self.parts);
        }
        found.sort_by_key(|one| std::cmp::Reverse(one.confidence));
        found
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

/// Whether a text says how days are to be written: `年/月/日`, `yyyy-mm-dd`.
pub(super) fn is_date_form(text: &str) -> bool {
    let text = text
        .trim_matches(['(', ')', '（', '）'])
        .to_ascii_lowercase();
    let parts = text.contains(['年', 'y']) && text.contains(['月', 'm']);
    parts && text.chars().all(|c| "年月日ymd/-.".contains(c))
}

/// `企业（项目）名称` is `项目（企业）名称`.
fn firm_or_project(part: &str) -> Cow<'_, str> {
    let firms = ["企业(项目)", "公司(项目)", "单位(项目)"];
    let rest = firms.iter().find_map(|firm| part.strip_prefix(firm));
    rest.map_or(part.into(), |rest| format!("项目{rest}").into())
}

/// A heading's part without spaces, brackets and 其中, and the unit it names.
pub(super) fn key(part: &str) -> (String, Option<Unit>) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0u32);
    let (mut unit, mut mixed): (Option<Unit>, bool) = (None, false);
    for c in firm_or_project(&tight(part)).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => {
                depth = depth.saturating_sub(1);
                let found = unit_among(&std::mem::take(&mut inside));
                // 用地（亩）/厂房（㎡）: each number must say its own.
                mixed |= unit.zip(found).is_some_and(|(one, other)| one != other);
                unit = unit.or(found);
            }
            c if depth > 0 => inside.push(c),
            c => outside.push(c),
        }
    }
    // 用地面积(亩: nobody closed it.
    let unit = unit.or_else(|| unit_among(&inside)).filter(|_| !mixed);
    let bare = outside
        .trim_start_matches("其中")
        .trim_end_matches(FILTERS)
        .trim_matches([':', '#', '、', '.'])
        .to_ascii_uppercase();
    let bare = match bare.trim_matches('*') {
        "" => bare.as_str(),
        rest => unnumbered(rest),
    };
    let other = of_one_month(bare).or_else(|| asked(bare));
    let bare = other.as_deref().unwrap_or_else(|| timeless(bare));
    // 面积▸亩: the inner heading is nothing but a unit.
    if let (None, Some(found)) = (unit, unit::parse(bare)) {
        return (String::new(), Some(found));
    }
    if let (None, Some((rest, found))) = (unit, stroked(bare)) {
        return (rest.to_owned(), Some(found));
    }
    for ending in ["亿美元", "万美元", "亿元", "万元", "平方米", "㎡", "亩"] {
        if let (None, Some(rest)) = (unit, bare.strip_suffix(ending))
            && rest.chars().count() >= 2
        {
            return (rest.to_owned(), unit::parse(ending));
        }
    }
    if let (None, Some((rest, found))) = (unit, english_unit(bare)) {
        return (rest.to_owned(), Some(found));
    }
    (bare.to_owned(), unit)
}

/// The unit of money behind a stroke: `到账金额/元`; 单价万元/元 is a price.
fn stroked(head: &str) -> Option<(&str, Unit)> {
    let (rest, words) = head.rsplit_once('/')?;
    let found = unit::parse(words)?;
    let is_money = matches!(found.measure, Measure::Money(_));
    let is_price = unit::parse(rest).is_some() || rest.ends_with('元') || rest.contains("均");
    (is_money && !is_price && rest.chars().count() >= 2).then_some((rest, found))
}

/// The unit in brackets, where it may stand beside a remark: `（万元，不含税）`.
/// A currency alone is none, for its size may be the remark: `(USD, mn)`.
fn unit_among(words: &str) -> Option<Unit> {
    unit::parse(words).or_else(|| {
        let sized = |unit: &Unit| unit.power > 0 || !matches!(unit.measure, Measure::Money(_));
        // 外资-万美元 says whose money it is, and how it is counted.
        let mut units = words.split([',', ';', '-', ':']).filter_map(unit::parse);
        units
            .next()
            .filter(sized)
            .filter(|_| units.next().is_none())
    })
}

/// A heading that asks when, as others name it: `何时签约` is `签约时间`.
fn asked(head: &str) -> Option<String> {
    let when = ["何时", "何日", "哪天", "几时", "什么时候", "啥时候"];
    let what = when.iter().find_map(|when| head.strip_prefix(when))?;
    let what = what.trim_end_matches(['的', '了']);
    (!what.is_empty()).then(|| format!("{what}时间"))
}

/// A heading without its number: `1.项目名称`, `二、投资方`.
fn unnumbered(head: &str) -> &str {
    let digits = head.trim_start_matches(|c: char| c.is_ascii_digit());
    let written = head.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
    let rest = match (digits.len() < head.len(), written.len() < head.len()) {
        (true, _) => digits.strip_prefix(['.', '、']),
        (_, true) => written.strip_prefix('、'),
        _ => None,
    };
    rest.filter(|rest| rest.chars().count() >= 2 && !rest.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(head)
}

/// The unit behind an English heading: `TOTALINVESTMENT,RMBMILLION`,
/// `AMOUNTINCNY10K`.
fn english_unit(head: &str) -> Option<(&str, Unit)> {
    if !head.is_ascii() {
        return None;
    }
    [",", "IN", "/", "-"].iter().find_map(|sign| {
        let (rest, words) = head.rsplit_once(sign)?;
        let unit = unit::parse(words)?;
        (rest.len() >= 4).then_some((rest, unit))
    })
}

/// What was done in one month, whatever the month: `9月完成` is 本月完成;
/// `1-9月完成` is 本年完成.
fn of_one_month(head: &str) -> Option<String> {
    let head = head.split_once('年').map_or(head, |(year, rest)| {
        let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
        if is_year { rest } else { head }
    });
    if let Some(since) = since_january(head) {
        return Some(since);
    }
    let (_, rest) = periods::number(head)?;
    let rest = rest.strip_prefix('月')?.trim_start_matches('份');
    let done = ["完成", "新增", "实际完成"]
        .iter()
        .any(|word| rest.starts_with(word));
    done.then(|| format!("本月{rest}"))
}

/// What was done from January on is of the year, whatever the last month:
/// `1-9月累计完成` is 本年累计完成.
fn since_january(head: &str) -> Option<String> {
    let rest = head
        .strip_prefix("1-")
        .or_else(|| head.strip_prefix("1—"))?;
    let (month, rest) = rest.split_once('月')?;
    let month = month
        .parse::<u8>()
        .is_ok_and(|month| (2..=12).contains(&month));
    let rest = rest.trim_start_matches('份');
    let done = ["累计完成", "完成", "实际完成"]
        .iter()
        .any(|word| rest.starts_with(word));
    (month && done).then(|| format!("本年{rest}"))
}

/// A heading without the year or months it was written for: `2023年计划投资`,
/// `1-11月完成投资`, `截至6月底累计完成投资`.
fn timeless(head: &str) -> &str {
    // 截止日期 is a day, and no day without the word before it.
    let until = head.strip_prefix("截止");
    let until = until.filter(|rest| !WHEN.contains(rest));
    let mut rest = until.unwrap_or_else(|| head.trim_start_matches("截至"));
    loop {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "-—~至.".contains(c));
        let after = [
            "年度", "年底", "年末", "年", "月份", "月底", "月末", "月", "日",
        ]
        .iter()
        .find_map(|word| digits.strip_prefix(word));
        match after.filter(|_| digits.len() < rest.len()) {
            Some(after) => rest = after,
            None => break,
        }
    }
    if rest.is_empty() { head } else { rest }
}
