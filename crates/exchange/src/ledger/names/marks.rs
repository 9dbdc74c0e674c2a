//! What tells two works of one firm apart by their names alone: another phase,
//! number, part of the site, or doing.

use crate::cells::text::tight;
use crate::ledger::names;
use crate::ledger::table::duplicates::brief;

/// What is done to something that stands, in words of one meaning.
const DOINGS: &[&[&str]] = &[
    &["扩产", "扩建", "扩能", "增资", "追加"],
    &["技改", "改造"],
    &["迁建", "搬迁", "异地"],
];
/// Sides of a site, and what has them.
const SIDES: &str = "东西南北中";
const SIDED: &str = "区部厂片园侧院";

/// The marks of a name; zero where it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Marks {
    phase: u8,
    doing: u8,
    side: u16,
    /// The first number, and what it counts.
    number: u16,
    counted: u16,
}

impl Marks {
    /// The marks of a project's name.
    pub(crate) fn of(name: &str) -> Self {
        let folded = tight(name).to_ascii_uppercase();
        let signs: Vec<char> = folded.chars().collect();
        let side = signs
            .windows(2)
            .find(|pair| SIDES.contains(pair[0]) && SIDED.contains(pair[1]));
        let is_done = |words: &&&[&str]| words.iter().any(|word| folded.contains(word));
        let doing = DOINGS.iter().position(|words| is_done(&words));
        let number = number(&folded);
        // A first phase may be called by the name of the whole.
        let phase = names::phase(name).map_or(1, |phase| phase.try_into().unwrap_or(u8::MAX));
        Self {
            phase,
            // What is done in a later phase is that phase.
            doing: doing.filter(|_| phase == 1).map_or(0, |at| at as u8 + 1),
            side: side.map_or(0, brief),
            number: number.map_or(0, |(number, _)| brief(&number)),
            counted: number.map_or(0, |(_, counted)| brief(&counted)),
        }
    }

    /// Whether names with these marks may be of two works: what only one of
    /// them says of numbers and sides tells nothing.
    pub(crate) fn are_apart(self, other: Self) -> bool {
        let both = |one: u16, other: u16| one != 0 && other != 0 && one != other;
        self.phase != other.phase
            || self.doing != other.doing
            || both(self.side, other.side)
            || self.counted == other.counted && both(self.number, other.number)
    }
}

/// The first number of a name that is of no phase, in thousandths, and the sign
/// behind it: 10万套 is 100000套.
fn number(name: &str) -> Option<(u64, char)> {
    let at = name.find(|sign: char| sign.is_ascii_digit())?;
    let rest = &name[at..];
    let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.');
    let (digits, behind) = rest.split_at(end?);
    let mut behind = behind.chars();
    let mut sign = behind.next()?;
    let times = match sign {
        '万' => 10_000,
        '亿' => 100_000_000,
        '千' => 1_000,
        _ => 1,
    };
    if times > 1 {
        sign = behind.next()?;
    }
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let thousandths = format!("{whole}{part}").parse::<u64>().ok()?;
    (sign != '期').then_some((thousandths.checked_mul(times)?, sign))
}

/// Whether two names of one firm's projects may be of two works, such as
/// `1号厂房` and `2号厂房`, or a project and its `二期`.
pub fn may_be_two_works(one: &str, other: &str) -> bool {
    Marks::of(one).are_apart(Marks::of(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_of_one_firm_are_told_apart() {
        for (one, other) in [
            ("晗棠阀门项目", "晗棠阀门二期项目"),
            ("晗棠阀门项目", "晗棠阀门项目（二期）"),
            ("晗棠阀门项目", "晗棠阀门Ⅱ期项目"),
            ("晗棠1号厂房项目", "晗棠2号厂房项目"),
            ("晗棠100MW光伏项目", "晗棠200MW光伏项目"),
            ("年产5万吨铝箔项目", "年产8万吨铝箔项目"),
            ("晗棠东区厂房", "晗棠西区厂房"),
            ("晗棠铝箔项目", "晗棠铝箔增资扩产项目"),
        ] {
            assert!(may_be_two_works(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("晗棠阀门项目", "晗棠阀门项目（一期）"),
            ("晗棠阀门项目", "新建晗棠阀门项目"),
            ("晗棠阀门二期项目", "晗棠阀门Ⅱ期扩建项目"),
            ("晗棠铝箔增资项目", "晗棠铝箔增资扩产项目"),
            ("晗棠铝箔技改项目", "晗棠铝箔技术改造项目"),
            ("年产10万套减震器", "年产100000套减震器（占地50亩）"),
            ("珩谦电梯华东数字化产业园", "珩谦股份华东数字化产业园"),
            ("年产10万套减震器项目", "减震器"),
            ("晗棠东区厂房", "晗棠厂房"),
        ] {
            assert!(!may_be_two_works(one, other), "{one} {other}");
        }
    }
}
