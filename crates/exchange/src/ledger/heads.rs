//! One heading against the words that headings use.

mod either;
mod ends;
pub(crate) mod flattened;
mod flows;
pub(crate) mod loose;
mod named;
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
use crate::ledger::words::{Role, Vocabulary};

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

/// Buttons of a filter that were copied with the headings.
const FILTERS: &[char] = &['▼', '▽', '▾', '▿', '▲', '△', '▴', '⏷', '🔽'];
/// Words for a time.
const WHEN: &[&str] = &["日", "日期", "时间"];

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
        let mut keys: Vec<String> = keys.into_iter().map(|(key, _)| key).collect();
        // 累计完成投资▸1-11月 is of the year; 各月完成▸1-2月 is of two months.
        if let Some((own, above)) = keys.split_last_mut()
            && above.iter().any(|key| key.contains("累计"))
            && behind_january(own) == Some("")
        {
            "本年".clone_into(own);
        }
        keys
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
        let mut found = named::by_words(&keys, child, parents, vocabulary);
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
        if parents.is_empty() {
            if found.is_empty() {
                found.extend(either::of(child, vocabulary));
            }
        } else if let Some(above) = self.by_parent(child, found.is_empty(), vocabulary) {
            return above;
        }
        for one in &mut found {
            one.role = planned::under(one.role, &self.parts);
        }
        found.sort_by_key(|one| std::cmp::Reverse(one.confidence));
        found
    }

    /// What the heading means by what stands above it: where it says nothing
    /// itself, or only which part of an amount it is.
    fn by_parent(
        &self,
        child: &str,
        says_nothing: bool,
        vocabulary: &Vocabulary,
    ) -> Option<Vec<Match>> {
        let is_whole = says_nothing && WHOLE.contains(&child);
        let is_side = SIDES.contains(&child) && !self.is_thereof();
        if !says_nothing && !is_side {
            return None;
        }
        let parts = self.parts[..self.parts.len() - 1].to_vec();
        let above = Self { parts }.matches(vocabulary);
        if is_whole {
            // 投资额▸总额 is the amount that stands above it.
            return Some(above);
        }
        let end = says_nothing.then(|| ends::of(child, &above, vocabulary));
        if let Some(end) = end.flatten() {
            return Some(vec![end]);
        }
        // So are 投资额▸内资 and ▸外资: most projects have but one of them.
        let amounts = above.into_iter().filter(|one| is_money(Some(one.role)));
        let amounts: Vec<Match> = amounts.filter(|_| is_side).collect();
        (!amounts.is_empty()).then_some(amounts)
    }
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
    let rest = behind_january(head)?;
    let done = ["累计完成", "完成", "实际完成"]
        .iter()
        .any(|word| rest.starts_with(word));
    done.then(|| format!("本年{rest}"))
}

/// What a heading says behind months from January on: `1-9月份完成` is 完成.
fn behind_january(head: &str) -> Option<&str> {
    let rest = head
        .strip_prefix("1-")
        .or_else(|| head.strip_prefix("1—"))?;
    let (month, rest) = rest.split_once('月')?;
    let month = month.parse::<u8>().ok()?;
    (2..=12)
        .contains(&month)
        .then_some(rest.trim_start_matches('份'))
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
