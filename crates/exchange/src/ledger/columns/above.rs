//! The units in the lines above the headings: `单位：万元、亩`, or one for each
//! of several amounts: `总投资单位：亿元；年度投资单位：万元`; and in the notes below
//! the table: `注：投资规模单位为万元。`.

use suoji_model::Shape;

use super::{is_money, shape};
use crate::book::{Row, Sheet};
use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::ledger::block::Block;
use crate::ledger::choose::lines_above;
use crate::ledger::heads;
use crate::ledger::words::Role;

/// Words before 单位 that are about every amount or area.
const GENERAL: &[&str] = &[
    "金额",
    "资金",
    "货币",
    "计量",
    "计价",
    "投资",
    "投资额",
    "数额",
    "面积",
    "用地",
    "本表",
    "表内",
    "金额计量",
    "统计",
    "数据",
];

/// The units that stand above a table.
#[derive(Default)]
pub(crate) struct Above {
    money: Option<Unit>,
    /// The unit of foreign amounts beside that of ours: `万元、万美元`.
    foreign: Option<Unit>,
    area: Option<Unit>,
    /// Units of what the line names, where it names several of one measure.
    named: Vec<(String, Unit)>,
}

impl Above {
    /// Reads the lines above the headings.
    pub(super) fn of(sheet: &Sheet, block: &Block) -> Self {
        let (own, shared) = lines_above(sheet, block);
        let mut own = Self::in_lines(&own);
        // What is said nearer is right; the name on the tab and the notes at the
        // end say it last.
        let further = [
            Self::in_lines(&shared),
            Self::in_name(&sheet.name),
            Self::in_lines(&notes_below(sheet, block)),
        ];
        for further in further {
            own.money = own.money.or(further.money);
            own.foreign = own.foreign.or(further.foreign);
            own.area = own.area.or(further.area);
            own.named.splice(0..0, further.named);
        }
        own
    }

    fn in_lines(rows: &[&Row]) -> Self {
        let mut found = Self::default();
        rows.iter().for_each(|row| found.add(row));
        found.settle();
        found
    }

    /// The units in what a sheet is called: `2024（万元）`.
    fn in_name(name: &str) -> Self {
        let mut found = Self::default();
        found.say(name);
        found.settle();
        found
    }

    /// The units in one line, if it names any.
    pub(super) fn said(row: &Row) -> Option<Self> {
        let mut found = Self::default();
        found.add(row);
        found.settle();
        (found.money.is_some() || found.area.is_some() || !found.named.is_empty()).then_some(found)
    }

    fn add(&mut self, row: &Row) {
        let mut label = String::new();
        for (_, raw) in row.cells.iter().filter(|(_, raw)| !raw.is_blank()) {
            // 单位： may have its unit in the next cell.
            let text = std::mem::take(&mut label) + &raw.display();
            match tight(&text).ends_with("单位:") {
                true => label = text,
                false => self.say(&text),
            }
        }
    }

    fn say(&mut self, text: &str) {
        let text = labelled(
            tight(text)
                .replace("单位均为", "单位:")
                .replace("单位为", "单位:"),
        );
        // `单位：万元`, or a title that ends in `（万元）`.
        let bracket = text
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('));
        let Some((before, after)) = text.split_once("单位:").or(bracket) else {
            return;
        };
        let is_bracket = !text.contains("单位:");
        let mut subject = if is_bracket { "" } else { last_word(before) };
        let parts = after.split(['、', ',', ';', ')', '。', '(']);
        let clauses = parts.filter(|part| !is_price(part));
        for clause in clauses.flat_map(|part| part.split('/')) {
            let words = match clause.split_once("单位:") {
                Some((named, words)) => {
                    subject = named;
                    words
                }
                None => clause,
            };
            let words = up_to_label(money_in(words));
            match (unit::parse(words), heads::key(words)) {
                (Some(unit), _) => self.put(subject, unit),
                (None, (named, Some(unit))) => self.put(&named, unit),
                _ => {}
            }
        }
    }

    fn put(&mut self, subject: &str, unit: Unit) {
        let subject = subject.trim_end_matches(['的', '以', '为', ':']);
        match unit.measure {
            Measure::Money(_) | Measure::Area(_) => self.named.push((subject.to_owned(), unit)),
            _ => {}
        }
    }

    /// The first unit of a measure is every column's, unless the line says
    /// whose the units are.
    fn settle(&mut self) {
        let is_money = |unit: &Unit| matches!(unit.measure, Measure::Money(_));
        let of = |asked: bool, named: &[(String, Unit)]| {
            let ours = named.iter().filter(|(_, unit)| is_money(unit) == asked);
            let mut ours: Vec<_> = ours.collect();
            if ours.iter().any(|(_, unit)| !unit.is_foreign()) {
                ours.retain(|(_, unit)| !unit.is_foreign());
            }
            let differ = ours.windows(2).any(|two| two[0].1 != two[1].1);
            if differ {
                ours.retain(|(subject, _)| subject.is_empty());
            }
            ours.first().map(|(_, unit)| *unit)
        };
        self.money = of(true, &self.named);
        let mut abroad = self.named.iter().map(|(_, unit)| *unit);
        self.foreign = abroad
            .find(|unit| unit.is_foreign())
            .filter(|unit| self.money != Some(*unit));
        self.area = of(false, &self.named);
        if self.money.is_none() || self.area.is_none() {
            self.general();
        }
        self.named.retain(|(subject, _)| !subject.is_empty());
    }

    /// 金额 and 面积 beside what is named are about all the others.
    fn general(&mut self) {
        let general = |(subject, _): &&(String, Unit)| GENERAL.contains(&subject.as_str());
        for (_, unit) in self.named.iter().filter(general) {
            match unit.measure {
                Measure::Money(_) => self.money = self.money.or(Some(*unit)),
                _ => self.area = self.area.or(Some(*unit)),
            }
        }
    }

    /// What the lines say of the amounts or the areas of a role.
    pub(crate) fn unit(&self, role: Option<Role>, head: &str) -> Option<Unit> {
        let is_area = shape(role) == Some(Shape::Area);
        if !is_area && !is_money(role) {
            return None;
        }
        let ours = |unit: &Unit| matches!(unit.measure, Measure::Area(_)) == is_area;
        let head: String = tight(head).chars().filter(|c| *c != '▸').collect();
        let about = |subject: &str| says(&head, role, subject);
        let named = self
            .named
            .iter()
            .filter(|(subject, unit)| ours(unit) && about(subject))
            .max_by_key(|(subject, _)| subject.len());
        let foreign = self.foreign.filter(|_| !is_area && is_abroad(&head));
        let general = if is_area { self.area } else { self.money };
        named.map(|(_, unit)| *unit).or(foreign).or(general)
    }
}

/// Whether a heading asks for what came from abroad.
fn is_abroad(head: &str) -> bool {
    const ABROAD: &[&str] = &["外资", "境外", "外商", "外汇", "港澳台"];
    ABROAD.iter().any(|word| head.contains(word)) && !head.contains("内资")
}

/// Whether a unit is that of a price, `元/㎡·月`, and not one of amounts and one
/// of areas, `万元/亩`.
fn is_price(text: &str) -> bool {
    text.rsplit(':').next().unwrap_or(text).starts_with("元/")
}

/// Rows at the end of a sheet among which its notes are.
const LAST: usize = 10;

/// Cells of a line that tells of units, beside who made the table and when.
const MOST: usize = 4;
/// How what tells of units begins.
const STARTS: &[&str] = &[
    "注",
    "备注",
    "说明",
    "单位",
    "计量单位",
    "金额单位",
    "货币单位",
    "投资单位",
];

/// The notes at the end that tell of units.
fn notes_below<'s>(sheet: &'s Sheet, block: &Block) -> Vec<&'s Row> {
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let notes = sheet.rows[below..].iter().rev().take(LAST);
    let tells = |row: &&Row| {
        let filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let texts: Vec<String> = filled.map(|(_, raw)| tight(&raw.display())).collect();
        let is_note = |text: &String| {
            let text = text.trim_start_matches('(');
            text.contains("单位") && STARTS.iter().any(|word| text.starts_with(word))
        };
        texts.len() <= MOST && texts.iter().any(is_note)
    };
    notes.filter(tells).collect()
}

/// `Unit:` and `Currency:` are 单位:.
fn labelled(text: String) -> String {
    let upper = text.to_ascii_uppercase();
    let found = ["UNITS:", "UNIT:", "CURRENCY:"]
        .iter()
        .find_map(|label| Some((upper.find(label)?, label.len())));
    match found {
        Some((at, length)) => format!("{}单位:{}", &text[..at], &text[at + length..]),
        None => text,
    }
}

/// What follows the last `in` of English words, where that is a unit: `in RMB
/// million`, `amounts in CNY 10k`.
fn money_in(words: &str) -> &str {
    let after = words.rfind("in").and_then(|at| words.get(at + 2..));
    after
        .filter(|after| words.is_ascii() && unit::parse(after).is_some())
        .unwrap_or(words)
}

/// The unit that a line goes on behind: `万元2023年11月5日`, `亿元制表人:…`.
fn up_to_label(words: &str) -> &str {
    const LABELS: &[&str] = &[
        "填", "制", "编", "报", "审", "日期", "时间", "截", "统计", "负责", "联系", "电话", "第",
        "共", "表", "二〇", "二O", "二零",
    ];
    let goes_on = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '_')
            || LABELS.iter().any(|label| rest.starts_with(label))
    };
    if unit::parse(words).is_some() {
        return words;
    }
    let mut ends = words.char_indices().map(|(at, _)| at).skip(1);
    let end = ends.find(|at| unit::parse(&words[..*at]).is_some() && goes_on(&words[*at..]));
    end.map_or(words, |end| &words[..end])
}

/// What stands between the last mark and 单位: the words that it is about.
fn last_word(before: &str) -> &str {
    let marks = [
        ',', ';', '。', '(', '、', ':', ')', '[', ']', '《', '》', '"', '表',
    ];
    let last = before.rsplit(marks).next().unwrap_or_default();
    // A title runs into the unit without a mark between them.
    if last.chars().count() <= 8 { last } else { "" }
}

/// Whether a heading asks for what the line calls `subject`.
fn says(head: &str, role: Option<Role>, subject: &str) -> bool {
    let core = subject
        .trim_end_matches("金额")
        .trim_end_matches('额')
        .trim_end_matches("资金");
    let core = if core.chars().count() < 2 {
        subject
    } else {
        core
    };
    if head.contains(core) {
        return true;
    }
    let field = match role {
        Some(Role::Field(target) | Role::Turn(_, target) | Role::Addend(target)) => target.field,
        _ => "",
    };
    // A column of one year, whatever its heading calls it.
    let yearly = field.starts_with("annual_") || field.starts_with("month_");
    yearly
        && ["年度", "当年", "本年", "今年"]
            .iter()
            .any(|word| subject.contains(word))
}
