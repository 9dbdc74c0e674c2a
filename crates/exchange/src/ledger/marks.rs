//! What tells two works of one firm apart by their names alone: another phase,
//! number, part of the site, or doing.

use std::hash::Hash;

use super::duplicates::brief;
use super::names;
use crate::cells::text::tight;

/// What is done to something that stands, or to have it stand.
const DOINGS: &[&str] = &[
    "扩产", "扩建", "扩能", "增资", "技改", "改造", "新建", "迁建", "搬迁", "异地", "追加",
];
/// Sides of a site, and what has them.
const SIDES: &str = "东西南北中";
const SIDED: &str = "区部厂片园侧院";

/// The marks of a name, each as a number; zero where it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    phase: u16,
    numbers: u16,
    side: u16,
    doing: u16,
}

impl Marks {
    /// The marks of a project's name.
    pub(super) fn of(name: &str) -> Self {
        let folded = tight(name).to_ascii_uppercase();
        let numbers = folded.split(|sign: char| !sign.is_ascii_digit() && sign != '.');
        let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
        let signs: Vec<char> = folded.chars().collect();
        let sides = signs.windows(2).filter(|pair| {
            let [side, what] = [pair[0], pair[1]];
            SIDES.contains(side) && SIDED.contains(what)
        });
        let sides: Vec<&[char]> = sides.collect();
        let doings = DOINGS.iter().filter(|doing| folded.contains(**doing));
        let doings: Vec<&&str> = doings.collect();
        Self {
            // A first phase may be called by the name of the whole.
            phase: names::phase(name).map_or(1, |phase| phase.try_into().unwrap_or(u16::MAX)),
            numbers: short(&numbers),
            side: short(&sides),
            doing: short(&doings),
        }
    }

    /// Whether names with these marks may be of two works: what only one of
    /// them says of numbers and sides tells nothing.
    pub(super) fn are_apart(self, other: Self) -> bool {
        let both = |one: u16, other: u16| one != 0 && other != 0 && one != other;
        self.phase != other.phase
            || self.doing != other.doing
            || both(self.numbers, other.numbers)
            || both(self.side, other.side)
    }
}

/// What is said as a small number; zero where nothing is.
fn short<T: Hash>(said: &[T]) -> u16 {
    match said {
        [] => 0,
        said => brief(said),
    }
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
            ("珩谦电梯华东数字化产业园", "珩谦股份华东数字化产业园"),
            ("年产10万套减震器项目", "减震器"),
            ("晗棠东区厂房", "晗棠厂房"),
        ] {
            assert!(!may_be_two_works(one, other), "{one} {other}");
        }
    }
}
