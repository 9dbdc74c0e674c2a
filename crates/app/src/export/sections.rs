//! The sections of a form: rows by what they share.

use std::collections::BTreeMap;

use suoji_model::words::{Language, word};
use suoji_model::{Cell, Shape, Value, show};
use suoji_store::Record;

use super::column::Writer;
use super::paths::Path;
use crate::contract::{FormGroup, GroupStep};

/// Rows that share something.
pub(super) struct Section {
    /// Its heading; none when there are no sections.
    pub(super) heading: Option<String>,
    /// The places of its records.
    pub(super) rows: Vec<usize>,
}

/// The rows by what they share.
pub(super) fn sections(
    writer: &Writer<'_>,
    group: &FormGroup,
    by: &Path,
    records: &[Record],
) -> Vec<Section> {
    let mut found: Vec<(i64, String, Vec<usize>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (row, record) in records.iter().enumerate() {
        let cell = writer.referred.cell(by, &record.values);
        let (rank, label) = shared(writer, group.step, by, &cell);
        let place = *places.entry(label.clone()).or_insert_with(|| {
            found.push((rank, label, Vec::new()));
            found.len() - 1
        });
        found[place].2.push(row);
    }
    found.sort_by_key(|(rank, ..)| *rank);
    let each = found.into_iter().enumerate();
    each.map(|(at, (_, label, rows))| {
        let (number, count) = (numeral(at + 1), rows.len().to_string());
        let heading = group
            .label
            .replace("{number}", &number)
            .replace("{group}", &label)
            .replace("{count}", &count);
        Section {
            heading: Some(heading),
            rows,
        }
    })
    .collect()
}

/// What a record shares with others, and where that stands among the rest.
fn shared(writer: &Writer<'_>, step: Option<GroupStep>, by: &Path, cell: &Cell) -> (i64, String) {
    use chrono::Datelike as _;
    match cell {
        Cell::Known(Value::Ref(id), _) => (0, writer.referred.title(*id)),
        Cell::Known(Value::Date(date), _) => {
            let (year, month) = (date.start().year(), date.start().month());
            let quarter = (month - 1) / 3 + 1;
            let rank = match step {
                Some(GroupStep::Year) => 0,
                Some(GroupStep::Quarter) => quarter,
                Some(GroupStep::Month) => month,
                None => date.start().ordinal(),
            };
            let label = match (step, writer.language) {
                (Some(GroupStep::Year), Language::Chinese) => format!("{year}年"),
                (Some(GroupStep::Year), Language::English) => year.to_string(),
                (Some(GroupStep::Quarter), Language::Chinese) => {
                    let quarter = usize::try_from(quarter).unwrap_or(0);
                    format!("{year}年{}季度", numeral(quarter))
                }
                (Some(GroupStep::Quarter), Language::English) => format!("{year} Q{quarter}"),
                (Some(GroupStep::Month), Language::Chinese) => format!("{year}年{month}月"),
                (Some(GroupStep::Month), Language::English) => format!("{year}-{month:02}"),
                (None, _) => date.to_string(),
            };
            (i64::from(year) * 1_000 + i64::from(rank), label)
        }
        Cell::Known(Value::Text(text), _) => {
            let rank = match by.field.shape {
                Shape::Choice(choices) => choices.iter().position(|one| one == text),
                _ => None,
            };
            let rank = rank.and_then(|rank| i64::try_from(rank).ok());
            let label = show::show(writer.language, by.kind, &by.field, cell);
            (rank.unwrap_or(0), label)
        }
        Cell::Blank => {
            let label = word(writer.language, "sheet.no_group");
            (i64::MAX, label.to_owned())
        }
        _ => (0, show::show(writer.language, by.kind, &by.field, cell)),
    }
}

/// 一, 二, … 九十九; digits beyond.
fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_numbered_as_in_documents() {
        let numbers = [1, 10, 11, 20, 35, 100].map(numeral);
        assert_eq!(numbers, ["一", "十", "十一", "二十", "三十五", "100"]);
    }
}
