//! Agreements that say by its number which row of their table has the same
//! project: `同第1项`, `系序号3二次签约`. The name there is another of this row's.

use std::collections::HashMap;

use suoji_model::{Cell, Value};

use super::aliases::is_of_projects;
use crate::cells::text::tight;
use crate::ledger::columns::{self, Mapped};
use crate::ledger::kinds::Ledger;
use crate::ledger::words::{Role, target};
use crate::table::{LedgerRow, Target};

const NAME: Target = target("project", "name");
const ALIASES: Target = target("project", "aliases");
const NOTE: Target = target("agreement", "note");

/// Rows of one table that others may name: nobody counts further by hand.
const MOST: usize = 10_000;

/// What the rows so far are numbered, and what their projects are called.
#[derive(Debug)]
pub(crate) struct Numbered {
    /// Place of the column of numbers.
    serial: usize,
    by_number: HashMap<String, String>,
}

impl Numbered {
    /// Of a table of agreements that numbers its rows.
    pub(crate) fn of(ledger: &Ledger, columns: &[Mapped]) -> Option<Self> {
        let is_serial = |column: &Mapped| column.role == Some(Role::Serial);
        let serial = columns.iter().position(is_serial)?;
        let lists = ledger.name == "signing" && columns::has(columns, NAME);
        lists.then(|| Self {
            serial,
            by_number: HashMap::new(),
        })
    }

    /// Remembers the row, and gives it the name of the one that it says it is.
    pub(crate) fn row(&mut self, row: &mut LedgerRow) {
        let Some(Cell::Known(Value::Text(name), _)) = row.cells.get(&NAME) else {
            return;
        };
        let note = row.cells.get(&NOTE).and_then(Cell::as_text);
        let other = note
            .and_then(meant)
            .and_then(|number| self.by_number.get(&number))
            .filter(|other| *other != name);
        if let Some(other) = other
            && !matches!(row.cells.get(&ALIASES), Some(Cell::Known(..)))
        {
            let names = Value::List(vec![other.clone()]);
            // It is asked whether it repeats that one.
            row.problems
                .retain(|problem| problem.reason != "remark_leaves_out");
            row.cells.insert(ALIASES, Cell::exact(names));
            return;
        }
        let name = name.clone();
        if self.by_number.len() < MOST
            && let Some(number) = row.text(self.serial)
        {
            self.by_number.entry(tight(number)).or_insert(name);
        }
    }
}

/// The number of the row that a remark says has the same project.
fn meant(remark: &str) -> Option<String> {
    let remark = tight(remark);
    let mut clauses = remark.split([',', ';', '。', '(', ')', '\n']);
    clauses.find_map(of_clause)
}

/// Words before the number of a row that is the same.
const SAME: &[&str] = &["实为", "即为", "同", "系", "即", "为"];
/// Words before one of which the rest has to say so.
const WITH: &[&str] = &["与", "和", "跟", "属"];
/// What says so behind the number.
const AGAIN: &[&str] = &[
    "重复",
    "二次签约",
    "再次签约",
    "重复签约",
    "重新签约",
    "再签约",
    "再签",
];

fn of_clause(clause: &str) -> Option<String> {
    let before = |words: &[&str]| words.iter().find_map(|word| clause.strip_prefix(word));
    let (rest, is_same) = match before(SAME) {
        Some(rest) => (rest, true),
        None => (before(WITH).unwrap_or(clause), false),
    };
    let rest = rest.trim_start_matches("本表").trim_start_matches("上表");
    let (number, behind) = match rest.strip_prefix("序号") {
        Some(rest) => digits(rest.trim_start_matches(['为', ':', '第']))
            .map(|(number, rest)| (number, rest.trim_start_matches('号')))?,
        None => {
            let (number, rest) = digits(rest.strip_prefix('第')?)?;
            let behind = ["项", "条", "个", "号"]
                .iter()
                .find_map(|word| rest.strip_prefix(word))?;
            (number, behind)
        }
    };
    let behind = behind.trim_start_matches("项目");
    let says = behind
        .split_once("同一")
        .is_some_and(|(_, what)| is_of_projects(what));
    let again = AGAIN.iter().any(|word| behind.ends_with(word));
    (says || again || is_same && behind.is_empty()).then_some(number)
}

/// The number that a text begins with, in digits or as people write up to ten.
fn digits(text: &str) -> Option<(String, &str)> {
    const WORDS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let end = text.find(|c: char| !c.is_ascii_digit());
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    if !number.is_empty() {
        return Some((number.to_owned(), rest));
    }
    let at = WORDS.iter().position(|word| text.starts_with(*word))?;
    Some(((at + 1).to_string(), text.strip_prefix(WORDS[at])?))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_remark_names_a_row_by_its_number() {
        for (remark, wanted) in [
            ("仪式再签，同第1项", Some("1")),
            ("系第1项二次签约", Some("1")),
            ("与序号1为同一项目", Some("1")),
            ("与第十二条重复", None),
            ("与第2条重复", Some("2")),
            ("同序号12", Some("12")),
            ("与第三个项目为同一项目", Some("3")),
            ("序号5重复签约", Some("5")),
            ("与第1项为同一投资方", None),
            ("第2项", None),
            ("第1条生产线已投产", None),
            ("同第1项一并验收", None),
            ("为第2个落地的项目", None),
        ] {
            assert_eq!(meant(remark).as_deref(), wanted, "{remark}");
        }
    }
}
