//! How a figure is put together out of its rows.

use suoji_model::decimal;
use suoji_model::money::DisplayUnit;
use suoji_model::rule::{SETTINGS, yuan_text};
use uuid::Uuid;

use crate::contract::*;

/// What stands for a share of nothing.
pub(super) const NOTHING: &str = "—";

/// A row that counts.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) id: Uuid,
    /// Its amount, where the figure has one.
    pub(super) fen: Option<i64>,
    pub(super) approximate: bool,
    /// Whether its date may lie behind the cut-off.
    pub(super) rough: bool,
}

impl Row {
    /// A row that only counts.
    pub(super) fn bare(id: Uuid) -> Self {
        Self {
            id,
            fen: None,
            approximate: false,
            rough: false,
        }
    }

    /// The same row, whose date may lie behind the cut-off.
    pub(super) fn dated(self, rough: bool) -> Self {
        Self { rough, ..self }
    }
}

/// The sum before any rounding.
pub(super) fn total<'r>(rows: impl IntoIterator<Item = &'r Row>) -> i128 {
    let fen = rows.into_iter().filter_map(|row| row.fen);
    fen.map(i128::from).sum()
}

/// A figure over rows of `kind`.
pub(super) fn figure(
    id: &str,
    nature: Nature,
    kind: &str,
    rows: &[Row],
    value: FigureValue,
) -> Figure {
    let ids = |keep: fn(&&Row) -> bool| rows.iter().filter(keep).map(|row| row.id).collect();
    let settings = SETTINGS
        .iter()
        .filter(|setting| setting.figures.contains(&id));
    Figure {
        id: id.to_owned(),
        unit: unit(&value).to_owned(),
        group: group(kind),
        nature,
        kind: kind.to_owned(),
        ids: ids(|_| true),
        approximate: ids(|row| row.approximate),
        rough: ids(|row| row.rough),
        missing: Vec::new(),
        on_the_line: Vec::new(),
        lapsed: Vec::new(),
        undecided: Vec::new(),
        parts: Vec::new(),
        settings: settings.map(|setting| setting.name.to_owned()).collect(),
        other_readings: Vec::new(),
        amounts: rows.iter().map(|row| row.fen).collect(),
        value,
    }
}

impl Figure {
    /// The same figure, naming the rows that have no amount.
    pub(super) fn with_missing(self, rows: &[Row]) -> Self {
        let missing = rows.iter().filter(|row| row.fen.is_none());
        let missing = missing.map(|row| row.id).collect();
        self.missing(missing)
    }

    /// The same figure, naming these as rows that have no amount.
    pub(super) fn missing(mut self, ids: Vec<Uuid>) -> Self {
        self.missing = ids;
        self
    }

    /// The same figure, naming the rows exactly on its line.
    pub(super) fn on_line(mut self, ids: Vec<Uuid>) -> Self {
        self.on_the_line = ids;
        self
    }

    /// The same figure, naming leases that are over by their dates alone.
    pub(super) fn lapsed(mut self, ids: Vec<Uuid>) -> Self {
        self.lapsed = ids;
        self
    }

    /// The same figure, naming rows that would count, if somebody decided that
    /// they repeat no others.
    pub(super) fn undecided(mut self, ids: Vec<Uuid>) -> Self {
        self.undecided = ids;
        self
    }

    /// The same figure with its parts.
    pub(super) fn with_parts(mut self, parts: Vec<FigurePart>) -> Self {
        self.parts = parts;
        self
    }

    /// The same figure shown in another unit.
    pub(super) fn in_unit(mut self, unit: &str) -> Self {
        unit.clone_into(&mut self.unit);
        self
    }
}

fn group(kind: &str) -> Group {
    match kind {
        "lead" | "visit" => Group::Leads,
        "key_project" => Group::KeyProjects,
        "lease" | "factory_unit" | "parcel" => Group::Sites,
        "payment" => Group::Capital,
        _ => Group::Signing,
    }
}

fn unit(value: &FigureValue) -> &'static str {
    match value {
        FigureValue::Count { .. } => "count",
        FigureValue::Money { .. } => DisplayUnit::YiYuan.name(),
        FigureValue::Area { .. } => "wan_sqm",
        FigureValue::Rate { .. } => "percent",
        FigureValue::Change { .. } => "points",
    }
}

/// A number of things.
pub(super) fn count(count: usize) -> FigureValue {
    FigureValue::Count {
        count: count as u64,
        display: count.to_string(),
    }
}

/// The sum of the rows' amounts in 亿元, rounded once; of rows of which none has
/// an amount nobody knows it.
pub(super) fn money(rows: &[Row]) -> FigureValue {
    let fen = total(rows);
    let is_known = rows.is_empty() || rows.iter().any(|row| row.fen.is_some());
    FigureValue::Money {
        yuan: yuan_text(fen),
        display: match is_known {
            true => DisplayUnit::YiYuan.show(fen),
            false => NOTHING.to_owned(),
        },
    }
}

/// A sum of areas in thirds of a ten-thousandth of a square metre, shown in
/// units of `sqm_thirds` thirds of a square metre.
pub(super) fn area(thirds: i128, sqm_thirds: i128) -> FigureValue {
    let hundredths = |unit: i128| decimal::divide_half_up(thirds * 100, 10_000 * unit);
    FigureValue::Area {
        sqm: fixed(hundredths(3)),
        display: fixed(hundredths(sqm_thirds)),
    }
}

/// A share of a whole, in percent.
pub(super) fn rate(part: i128, whole: i128, text: fn(i128) -> String) -> FigureValue {
    FigureValue::Rate {
        part: text(part),
        whole: text(whole),
        display: percent(part, whole).map_or_else(|| NOTHING.to_owned(), fixed),
    }
}

/// The same with what is behind the second decimal cut off.
pub(super) fn rate_cut_off(part: i128, whole: i128, text: fn(i128) -> String) -> FigureValue {
    let cut = (whole > 0).then(|| (part * 10_000).div_euclid(whole));
    FigureValue::Rate {
        part: text(part),
        whole: text(whole),
        display: cut.map_or_else(|| NOTHING.to_owned(), fixed),
    }
}

/// A share that nobody knows, of a whole.
pub(super) fn rate_of_unknown(whole: i128, text: fn(i128) -> String) -> FigureValue {
    FigureValue::Rate {
        part: NOTHING.to_owned(),
        whole: text(whole),
        display: NOTHING.to_owned(),
    }
}

/// Hundredths of a percent, rounded once; `None` of nothing.
pub(super) fn percent(part: i128, whole: i128) -> Option<i128> {
    (whole > 0).then(|| decimal::divide_half_up(part * 10_000, whole))
}

/// Hundredths as text with two decimals.
pub(super) fn fixed(hundredths: i128) -> String {
    i64::try_from(hundredths).map_or_else(
        |_| hundredths.to_string(),
        |scaled| decimal::fixed(scaled, 2),
    )
}

/// A part that counts rows and says their amount.
pub(super) fn part_with_money(key: impl Into<String>, rows: &[&Row]) -> FigurePart {
    let fen = total(rows.iter().copied());
    FigurePart {
        yuan: Some(yuan_text(fen)),
        display: Some(DisplayUnit::YiYuan.show(fen)),
        ..part(key, rows)
    }
}

/// A part that only counts rows.
pub(super) fn part(key: impl Into<String>, rows: &[&Row]) -> FigurePart {
    let key = key.into();
    FigurePart {
        key: (!key.is_empty()).then_some(key),
        label: None,
        count: rows.len() as u64,
        yuan: None,
        display: None,
        ids: rows.iter().map(|row| row.id).collect(),
    }
}

/// The parts of rows by what `key` says of each, the largest first.
pub(super) fn by_key<'r>(
    rows: &'r [Row],
    key: impl Fn(&'r Row) -> String,
    make: fn(String, &[&Row]) -> FigurePart,
) -> Vec<FigurePart> {
    let mut groups = std::collections::BTreeMap::<String, Vec<&Row>>::new();
    for row in rows {
        groups.entry(key(row)).or_default().push(row);
    }
    let mut parts: Vec<_> = groups
        .into_iter()
        .map(|(key, rows)| make(key, &rows))
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.count));
    parts
}

/// An id as a part's key; nothing entered is the empty key.
pub(super) fn id_key(id: Option<Uuid>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_rows_without_an_amount_is_not_zero() {
        let bare = Row::bare(Uuid::nil());
        let paid = Row {
            fen: Some(12_300_000_000),
            ..bare.clone()
        };
        assert_eq!(money(&[]).display(), "0.00");
        assert_eq!(money(std::slice::from_ref(&bare)).display(), NOTHING);
        assert_eq!(money(&[bare, paid]).display(), "1.23");
    }
}
