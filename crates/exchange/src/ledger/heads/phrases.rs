//! Headings as they are put together: `合同` `利用` `区外` `资金` is one of
//! many that no list holds, but a row of parts of which each may read so or so.

use std::collections::{BTreeSet, HashMap};

use crate::ledger::words::Role;

/// Parts that many headings share, by the name they have between `<` and `>`.
const SHARED: &[(&str, &str)] = &[
    ("when", "时间|日期|年月日|年月|日|时点|时限"),
    ("name", "名称|全称|名字"),
    ("amount", "额|金额|总额|规模|总规模|数额|额度|总量|数"),
    (
        "deal",
        "合同|协议|合同书|协议书|签约|合约|约定|合同约定|签约协议|合同协议|签约合同",
    ),
    ("plan", "拟|计划|预计|承诺|预期"),
    ("approved", "核定|认定|审定|确认"),
    (
        "outer",
        "国内省外|国内市外|国内县外|区外|市外|省外|县外|域外|境外|国内|外来|县域外|区域外|外地|市域外|省内市外|市内区外|省际|省外境内|境内省外",
    ),
    ("unit", "单位|部门|科室|部室|处室|机构|局|部门单位"),
    ("and", "及|和|与|、|/|,|;|·|兼"),
    (
        "phone",
        "电话|联系电话|联系方式|手机|手机号|手机号码|电话号码|联络方式|联系号码|联络电话",
    ),
    ("state", "情况|状态|进展|进度|现状|进展情况|动态|推进情况"),
    ("kind", "类型|类别|性质|形式|种类|方式|分类|大类|门类"),
    ("now", "目前|当前|最新|现|截至目前|项目|近期|最近"),
    (
        "year",
        "本年度|年度|全年|本年|当年|今年|年内|年|今年以来|年初以来|本年累计",
    ),
    (
        "trouble",
        "问题|困难|难点|堵点|制约|障碍|瓶颈|卡点|难题|制约因素|困难问题|问题困难|难点堵点|诉求|因素",
    ),
    (
        "leader",
        "领导|负责同志|责任领导|县级领导|区级领导|市级领导|县领导|区领导|市领导",
    ),
];

/// A heading's parts in their order.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
struct Part {
    readings: Vec<&'static str>,
    may_lack: bool,
}

impl Phrase {
    /// Parts stand apart by spaces, their readings by `|`; `<name>` is a
    /// shared part, and a part that ends in `?` may be left out.
    fn new(pattern: &'static str) -> Self {
        let parts = pattern.split_whitespace().map(|part| {
            let (readings, may_lack) = match part.strip_suffix('?') {
                Some(readings) => (readings, true),
                None => (part, false),
            };
            let readings = readings.split('|').flat_map(readings_of).collect();
            Part { readings, may_lack }
        });
        Self {
            parts: parts.collect(),
        }
    }

    /// Whether it is of one part, which alone says little.
    pub(super) fn is_single(&self) -> bool {
        self.parts.len() == 1
    }

    /// Whether the heading is this and nothing else.
    fn fits(&self, head: &str) -> bool {
        fits(&self.parts, head)
    }

    /// The characters that a heading of it may begin with.
    fn firsts(&self) -> impl Iterator<Item = char> {
        let must = self.parts.iter().position(|part| !part.may_lack);
        let leading = &self.parts[..must.map_or(self.parts.len(), |must| must + 1)];
        let readings = leading.iter().flat_map(|part| &part.readings);
        readings.filter_map(|reading| reading.chars().next())
    }
}

/// Phrases and what they mean, found by the first character of a heading: a
/// sheet asks of every cell whether it is one.
#[derive(Default)]
pub(crate) struct Phrases {
    all: Vec<(Phrase, Role)>,
    by_first: HashMap<char, Vec<usize>>,
}

impl Phrases {
    /// Adds a phrase after the others.
    pub(crate) fn push(&mut self, phrase: Phrase, role: Role) {
        for first in phrase.firsts() {
            let places = self.by_first.entry(first).or_default();
            if places.last() != Some(&self.all.len()) {
                places.push(self.all.len());
            }
        }
        self.all.push((phrase, role));
    }

    /// All of them, in the order in which they were added.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Phrase, Role)> {
        self.all.iter()
    }

    /// Whether the heading is one of them.
    pub(crate) fn has(&self, head: &str) -> bool {
        self.places(head).next().is_some()
    }

    /// Those that one of the headings is, in their order.
    pub(crate) fn fitting<'a>(
        &self,
        heads: impl Iterator<Item = &'a str>,
    ) -> impl Iterator<Item = &(Phrase, Role)> {
        let places: BTreeSet<usize> = heads.flat_map(|head| self.places(head)).collect();
        places.into_iter().map(|place| &self.all[place])
    }

    fn places(&self, head: &str) -> impl Iterator<Item = usize> {
        let first = head.chars().next();
        let near = first.and_then(|first| self.by_first.get(&first));
        let near = near.into_iter().flatten().copied();
        near.filter(move |place| self.all[*place].0.fits(head))
    }
}

/// The readings that a word of a pattern stands for.
fn readings_of(word: &'static str) -> Vec<&'static str> {
    let shared = word
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    match shared {
        None => vec![word],
        Some(name) => {
            let found = SHARED.iter().find(|(own, _)| *own == name);
            debug_assert!(found.is_some(), "{name} is no shared part");
            found.map_or_else(Vec::new, |(_, readings)| readings.split('|').collect())
        }
    }
}

fn fits(parts: &[Part], head: &str) -> bool {
    let Some((part, rest)) = parts.split_first() else {
        return head.is_empty();
    };
    part.may_lack && fits(rest, head)
        || part.readings.iter().any(|reading| {
            head.strip_prefix(reading)
                .is_some_and(|after| fits(rest, after))
        })
}

/// The phrases of a list of patterns.
pub(crate) fn of(
    patterns: &'static [(Role, &'static [&'static str])],
) -> impl Iterator<Item = (Phrase, Role)> {
    patterns.iter().flat_map(|(role, patterns)| {
        patterns
            .iter()
            .map(move |pattern| (Phrase::new(pattern), *role))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_each_of_its_readings_and_nothing_more() {
        let phrase = Phrase::new("<deal>? <plan>? 利用|引进 <outer>? 资金|外资 <amount>?");
        for head in [
            "合同利用区外资金",
            "协议引进资金",
            "利用外资额",
            "签约拟引进市外资金总额",
        ] {
            assert!(phrase.fits(head), "{head}");
        }
        for head in ["合同资金", "实际利用外资", "利用资金情况", ""] {
            assert!(!phrase.fits(head), "{head}");
        }
    }

    #[test]
    fn phrases_are_found_whichever_part_a_heading_begins_with() {
        let mut phrases = Phrases::default();
        let patterns = [
            ("<plan>? 开工 <when>", Role::Serial),
            ("拟|计划 开工 <when>?", Role::Aside),
            ("开工 时间", Role::Unit),
        ];
        for (pattern, role) in patterns {
            phrases.push(Phrase::new(pattern), role);
        }
        let roles = |heads: &[&str]| -> Vec<Role> {
            let fitting = phrases.fitting(heads.iter().copied());
            fitting.map(|(_, role)| *role).collect()
        };
        assert_eq!(roles(&["开工时间"]), [Role::Serial, Role::Unit]);
        assert_eq!(roles(&["计划开工日期"]), [Role::Serial, Role::Aside]);
        assert_eq!(
            roles(&["计划开工", "开工时间"]),
            [Role::Serial, Role::Aside, Role::Unit],
            "in the order of the phrases, not of the headings"
        );
        assert!(phrases.has("拟开工日期") && !phrases.has("竣工时间") && !phrases.has(""));
    }
}
