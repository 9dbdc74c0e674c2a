//! Frozen periods (数据冻结): figures as they were reported, what changed
//! against them since, and two periods side by side.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use suoji_model::kinds::SNAPSHOT;
use suoji_model::log::{Intent, Values};
use suoji_model::rule::{Rules, yuan_text};
use suoji_model::{Cell, Period, decimal};
use suoji_store::{Batch, Desk, Filter, Query, Record, Test, Write};
use uuid::Uuid;

use super::build::{NOTHING, fixed, percent};
use super::facts::Facts;
use super::{carriers, count, period, rules};
use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::{Code, Fault};
use crate::time;

/// A figure as a snapshot keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    id: String,
    kind: String,
    unit: String,
    value: FigureValue,
    /// Each row and its amount in fen.
    rows: BTreeMap<Uuid, Option<i64>>,
    /// What it consisted of; `None` in a period that was frozen before parts
    /// were kept.
    parts: Option<Vec<KeptPart>>,
}

/// A part of a figure as a snapshot keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptPart {
    key: String,
    count: u64,
    display: Option<String>,
    rows: BTreeSet<Uuid>,
}

impl From<FigurePart> for KeptPart {
    fn from(part: FigurePart) -> Self {
        Self {
            key: part.key.unwrap_or_default(),
            count: part.count,
            display: part.display,
            rows: part.ids.into_iter().collect(),
        }
    }
}

impl Kept {
    /// The parts that a row belongs to; `None` when that was not kept.
    fn parts_of(&self, row: Uuid) -> Option<Vec<&str>> {
        let own = self.parts.as_ref()?.iter();
        let own = own.filter(|part| part.rows.contains(&row));
        Some(own.map(|part| part.key.as_str()).collect())
    }
}

impl From<Figure> for Kept {
    fn from(figure: Figure) -> Self {
        Self {
            id: figure.id,
            kind: figure.kind,
            unit: figure.unit,
            value: figure.value,
            rows: figure.ids.into_iter().zip(figure.amounts).collect(),
            parts: Some(figure.parts.into_iter().map(KeptPart::from).collect()),
        }
    }
}

impl App {
    /// Keeps the figures of a period as they stand, as a record.
    pub(crate) async fn freeze(&self, request: Freeze) -> Result<Saved, Fault> {
        let period = period(request.year, request.through)?;
        let desk = self.desk().await?;
        let kept = rules::kept(&desk).await?;
        let rules = rules::with(&kept, request.rule)?;
        let figures = counted(&desk, period, &rules).await?;
        let figures: Vec<Kept> = figures.into_iter().map(Kept::from).collect();
        let mut values = Values::from_iter([
            ("name".to_owned(), json!(request.name)),
            ("year".to_owned(), number_of(period.year())),
            ("frozen_at".to_owned(), json!({"date": time::today()})),
            ("settings".to_owned(), json!(text(&rules)?)),
            ("figures".to_owned(), json!(text(&figures)?)),
        ]);
        if !period.is_whole() {
            values.insert("through".to_owned(), number_of(period.through()));
        }
        if let Some(note) = request.note {
            values.insert("note".to_owned(), json!(note));
        }
        let write = Write::create(&SNAPSHOT, values);
        let id = write.record;
        let batch = Batch::new(Intent::Create, me(&desk).await?, vec![write]);
        let committed = desk.commit(batch).await?;
        Ok(Saved {
            id,
            version: committed.seq,
            kind: SNAPSHOT.name.to_owned(),
            batch: committed.batch,
            warnings: Vec::new(),
        })
    }

    /// The frozen periods, newest first.
    pub(crate) async fn frozen(&self, request: FrozenRequest) -> Result<Frozen, Fault> {
        let desk = self.desk().await?;
        let mut periods = Vec::new();
        for record in snapshots(&desk, request.year, None).await? {
            let rules: Rules = read(&record, "settings")?;
            let figures: Vec<Kept> = read(&record, "figures")?;
            periods.push(FrozenPeriod {
                id: record.id,
                version: record.version,
                name: word(&record, "name"),
                year: of(&record)?.year(),
                through: of(&record)?.through(),
                frozen_at: moment(&desk, &record).await?,
                note: Some(word(&record, "note")).filter(|note| !note.is_empty()),
                rule: rules::info(&rules, &rules),
                figures: figures.into_iter().map(FrozenFigure::from).collect(),
            });
        }
        Ok(Frozen { periods })
    }

    /// What changed since a freeze, counted by the rules of the freeze.
    pub(crate) async fn frozen_changes(
        &self,
        request: FrozenChangesRequest,
    ) -> Result<FrozenChanges, Fault> {
        let desk = self.desk().await?;
        let record = desk.record(&SNAPSHOT, request.id).await?;
        let rules: Rules = read(&record, "settings")?;
        let kept: Vec<Kept> = read(&record, "figures")?;
        let now = counted(&desk, of(&record)?, &rules).await?;
        let now: BTreeMap<String, Kept> = now
            .into_iter()
            .map(|figure| (figure.id.clone(), Kept::from(figure)))
            .collect();
        let changes = kept
            .into_iter()
            .filter_map(|was| change(&was, now.get(&was.id)?));
        Ok(FrozenChanges {
            figures: changes.collect(),
        })
    }

    /// The same months of two years side by side (同比). The earlier are taken
    /// as they were frozen, where they were.
    pub(crate) async fn compare(&self, request: CompareRequest) -> Result<Comparison, Fault> {
        let later = period(request.year, request.through)?;
        let with = request.with.unwrap_or(later.year() - 1);
        let earlier = period(with, request.through)?;
        let desk = self.desk().await?;
        let rules = rules::with(&rules::kept(&desk).await?, request.rule)?;
        let facts = Facts::load(&desk, later, &rules, false).await?;
        let now = count(&facts, &rules);
        let frozen = snapshots(&desk, Some(with), Some(earlier.through())).await?;
        let frozen = frozen.into_iter().next();
        let (before, then): (Vec<Kept>, Rules) = match &frozen {
            Some(record) => (read(record, "figures")?, read(record, "settings")?),
            None => {
                let before = counted(&desk, earlier, &rules).await?;
                (before.into_iter().map(Kept::from).collect(), rules.clone())
            }
        };
        let in_time = match &frozen {
            Some(record) => is_in_time(record)?,
            None => false,
        };
        let entered = entered_rate(&desk, earlier).await?;
        let mut before: BTreeMap<String, FigureValue> = before
            .into_iter()
            .map(|kept| (kept.id, kept.value))
            .collect();
        let compared = now.into_iter().map(|figure| {
            let before = before.remove(&figure.id);
            let known = in_time || !carriers::is_of_now(&figure.id);
            match entered.filter(|_| figure.id == RATE) {
                Some(rate) => compared(figure, Ok(Some(rate_as_entered(rate)))),
                None if known => compared(figure, Ok(before)),
                None => compared(figure, Err(Refused::NotKept)),
            }
        });
        Ok(Comparison {
            year: later.year(),
            through: later.through(),
            with,
            frozen: frozen.as_ref().map(|record| record.id),
            read_otherwise: rules::info(&then, &rules).changed,
            figures: compared.collect(),
        })
    }
}

impl From<Kept> for FrozenFigure {
    fn from(kept: Kept) -> Self {
        Self {
            id: kept.id,
            display: kept.value.display().to_owned(),
            unit: kept.unit,
            rows: kept.rows.len() as u64,
            parts: kept
                .parts
                .unwrap_or_default()
                .into_iter()
                .map(FrozenPart::from)
                .collect(),
        }
    }
}

impl From<KeptPart> for FrozenPart {
    fn from(part: KeptPart) -> Self {
        Self {
            key: (!part.key.is_empty()).then_some(part.key),
            count: part.count,
            display: part.display,
        }
    }
}

/// The occupancy rate, of which a ledger may give that of the year before.
const RATE: &str = "F17";

/// The occupancy rate a year before in hundredths of a percent: as somebody
/// entered it for the end of that year, or as it was frozen in time.
pub(super) async fn earlier_rate(desk: &Desk, later: Period) -> Result<Option<i64>, Fault> {
    let (before, through) = (later.year() - 1, later.through());
    if let Some(rate) = entered_rate(desk, period(before, Some(through))?).await? {
        return Ok(Some(rate));
    }
    let frozen = snapshots(desk, Some(before), Some(through)).await?;
    let Some(record) = frozen.into_iter().next() else {
        return Ok(None);
    };
    if !is_in_time(&record)? {
        return Ok(None);
    }
    let figures: Vec<Kept> = read(&record, "figures")?;
    let rate = figures.iter().find(|kept| kept.id == RATE);
    Ok(rate.and_then(|kept| decimal::parse(kept.value.display(), 2)))
}

/// The occupancy rate that somebody entered for the end of a year, in
/// hundredths of a percent.
async fn entered_rate(desk: &Desk, of: Period) -> Result<Option<i64>, Fault> {
    if !of.is_whole() {
        return Ok(None);
    }
    let entered = desk.indicator(RATE, of.year()).await?;
    Ok(entered.map(|scaled| scaled / 10_000))
}

/// A rate of which only the result was given.
fn rate_as_entered(hundredths: i64) -> FigureValue {
    FigureValue::Rate {
        part: NOTHING.to_owned(),
        whole: NOTHING.to_owned(),
        display: fixed(hundredths.into()),
    }
}

/// So long after its last day a period is reported; what is frozen later says
/// of a stock only how it stands then.
const REPORTED_WITHIN_DAYS: i64 = 92;

/// Whether a period was frozen when it was reported, so that what it says of a
/// stock was so at its cut-off.
fn is_in_time(record: &Record) -> Result<bool, Fault> {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let (cutoff, frozen) = (of(record)?.cutoff(), date(record));
    let late = day(&frozen)
        .zip(day(&cutoff))
        .map(|(frozen, cutoff)| (frozen - cutoff).num_days());
    Ok(late.is_some_and(|days| days <= REPORTED_WITHIN_DAYS))
}

async fn counted(desk: &Desk, period: Period, rules: &Rules) -> Result<Vec<Figure>, Fault> {
    let facts = Facts::load(desk, period, rules, false).await?;
    Ok(count(&facts, rules))
}

/// The snapshots that hold, newest first: of all periods, of those of a year,
/// or of those of it through a month.
async fn snapshots(
    desk: &Desk,
    year: Option<i32>,
    through: Option<u32>,
) -> Result<Vec<Record>, Fault> {
    let of_year = year.map(|year| Filter {
        field: "year".to_owned(),
        test: Test::Is,
        value: number_of(year),
    });
    let query = Query {
        filters: of_year.into_iter().collect(),
        limit: u32::MAX,
        ..Query::default()
    };
    let mut rows = desk.select(&SNAPSHOT, &query).await?.rows;
    rows.retain(|record| record.values.get("released") != Some(&json!(true)));
    rows.retain(|record| {
        through.is_none_or(|month| of(record).is_ok_and(|of| of.through() == month))
    });
    rows.sort_by_key(|record| std::cmp::Reverse(record.id));
    Ok(rows)
}

fn change(was: &Kept, now: &Kept) -> Option<FrozenChange> {
    let ids = |kept: &Kept| -> BTreeSet<Uuid> { kept.rows.keys().copied().collect() };
    let (old, new) = (ids(was), ids(now));
    let yuan = |fen: &Option<i64>| fen.map(|fen| yuan_text(fen.into())).unwrap_or_default();
    let corrected: Vec<Correction> = was
        .rows
        .iter()
        .filter_map(|(id, fen)| {
            let present = now.rows.get(id)?;
            let (old, new) = (was.parts_of(*id), now.parts_of(*id));
            let moved = old.is_some() && old != new;
            let words = |parts: Option<Vec<&str>>| parts.filter(|_| moved).map(|all| all.join(" "));
            (present != fen || moved).then(|| Correction {
                id: *id,
                was: yuan(fen),
                now: yuan(present),
                was_part: words(old),
                now_part: words(new),
            })
        })
        .collect();
    let late: Vec<Uuid> = new.difference(&old).copied().collect();
    let withdrawn: Vec<Uuid> = old.difference(&new).copied().collect();
    let same = match (&was.value, &now.value) {
        // How a sum is shown may have been said otherwise when it was frozen.
        (FigureValue::Money { yuan: was, .. }, FigureValue::Money { yuan: now, .. }) => was == now,
        (was, now) => was == now,
    };
    if same && late.is_empty() && withdrawn.is_empty() && corrected.is_empty() {
        return None;
    }
    Some(FrozenChange {
        id: was.id.clone(),
        kind: was.kind.clone(),
        unit: was.unit.clone(),
        was: was.value.display().to_owned(),
        now: now.value.display().to_owned(),
        late,
        withdrawn,
        corrected,
    })
}

fn compared(figure: Figure, before: Result<Option<FigureValue>, Refused>) -> Compared {
    let refused = before.as_ref().err().copied();
    let before = before.ok().flatten();
    let of_rate = matches!(
        figure.value,
        FigureValue::Rate { .. } | FigureValue::Change { .. }
    );
    let change = before.as_ref().and_then(|before| {
        let (now, before) = (number(&figure.value)?, number(before)?);
        if of_rate {
            Some(now - before)
        } else {
            percent(now - before, before)
        }
    });
    Compared {
        before: before.map(|before| before.display().to_owned()),
        refused,
        change: change.map_or_else(|| NOTHING.to_owned(), fixed),
        change_unit: if of_rate { "points" } else { "percent" }.to_owned(),
        id: figure.id,
        unit: figure.unit,
        now: figure.value,
    }
}

/// A value as a number that compares with others of its figure.
fn number(value: &FigureValue) -> Option<i128> {
    let hundredths = |text: &str| decimal::parse(text, 2).map(i128::from);
    match value {
        FigureValue::Count { count, .. } => Some(i128::from(*count)),
        FigureValue::Money { display, .. } if display == NOTHING => None,
        FigureValue::Money { yuan, .. } => hundredths(yuan),
        FigureValue::Area { sqm, .. } => hundredths(sqm),
        FigureValue::Rate { display, .. } | FigureValue::Change { display, .. } => {
            hundredths(display)
        }
    }
}

fn text(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| unreadable(&error))
}

fn read<T: serde::de::DeserializeOwned>(record: &Record, field: &str) -> Result<T, Fault> {
    serde_json::from_str(&word(record, field)).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> Fault {
    Fault::new(Code::Internal).with("detail", error.to_string())
}

fn word(record: &Record, field: &str) -> String {
    let value = record.values.get(field);
    value
        .and_then(|value| value.as_str())
        .unwrap_or_default()
        .to_owned()
}

fn date(record: &Record) -> String {
    let value = record.values.get("frozen_at");
    let date = value.and_then(|value| value.get("date")?.as_str());
    date.unwrap_or_default().to_owned()
}

/// When a snapshot was taken, as the log has it; else its day alone.
async fn moment(desk: &Desk, record: &Record) -> Result<String, Fault> {
    let logged = desk.history(record.id).await?;
    let first = logged.last().map(|entry| time::rfc3339(entry.at_ms));
    Ok(first.unwrap_or_else(|| date(record)))
}

/// The period that a snapshot is of.
fn of(record: &Record) -> Result<Period, Fault> {
    let number = |name: &str| {
        let field = SNAPSHOT.field(name);
        let (field, value) = field.zip(record.values.get(name))?;
        match Cell::read(&field.shape, value).ok()? {
            Cell::Known(suoji_model::Value::Number(number), _) => Some(number),
            _ => None,
        }
    };
    let year = number("year").and_then(|year| i32::try_from(year).ok());
    let through = number("through").and_then(|month| u32::try_from(month).ok());
    period(year.unwrap_or_default(), through)
}

fn number_of(number: impl ToString) -> serde_json::Value {
    json!({"number": number.to_string()})
}
