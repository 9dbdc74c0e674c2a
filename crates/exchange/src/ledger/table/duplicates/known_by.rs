//! What a row is recognised by among those of its kind of ledger.

use chrono::Datelike;
use std::hash::{DefaultHasher, Hash, Hasher};

use suoji_model::rule::SigningRule;
use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::names;
use crate::ledger::words::{Role, target};
use crate::table::{LedgerRow, Target};

/// A day behind all that dates may name.
const NO_DAY: i32 = 1_000_000;

/// A row with its columns.
pub(super) struct Reader<'a> {
    pub(super) row: &'a LedgerRow,
    pub(super) columns: &'a [Mapped],
}

impl Reader<'_> {
    pub(super) fn text(&self, kind: &'static str, field: &'static str) -> Option<&str> {
        self.row.cells.get(&target(kind, field))?.as_text()
    }

    /// A company's name as it compares.
    fn company(&self, kind: &'static str, field: &'static str) -> Option<String> {
        self.text(kind, field).map(names::company)
    }

    /// What the row's enterprise was called before.
    pub(super) fn former(&self) -> &[String] {
        self.names(target("enterprise", "aliases"))
    }

    /// What else the project of an agreement is called, where its name and no
    /// segment of a chain tells it from others.
    pub(super) fn also_called(&self, ledger: &str) -> Option<&String> {
        let goes_by_name = ledger == "signing" && self.text("project", "chain_node").is_none();
        let names = self.names(target("project", "aliases"));
        names.first().filter(|_| goes_by_name)
    }

    fn names(&self, of: Target) -> &[String] {
        match self.row.cells.get(&of) {
            Some(Cell::Known(Value::List(names), _)) => names,
            _ => &[],
        }
    }

    fn folded(&self, kind: &'static str, field: &'static str) -> String {
        tight(self.text(kind, field).unwrap_or_default()).to_ascii_uppercase()
    }

    /// The day by its number, no day last.
    fn day(&self, kind: &'static str, field: &'static str) -> i32 {
        match self.row.cells.get(&target(kind, field)) {
            Some(Cell::Known(Value::Date(date), _)) => date.start().num_days_from_ce(),
            _ => NO_DAY,
        }
    }

    fn column(&self, kind: &'static str, field: &'static str) -> u16 {
        self.column_of(target(kind, field))
    }

    /// The column of the remark, which explains it, else of the name.
    fn noted(&self, note: Target) -> u16 {
        let said = self
            .row
            .cells
            .get(&note)
            .is_some_and(|cell| *cell != Cell::Blank);
        if said {
            self.column_of(note)
        } else {
            self.column("project", "name")
        }
    }

    fn column_of(&self, target: Target) -> u16 {
        let role = Some(Role::Field(target));
        let found = self.columns.iter().position(|column| column.role == role);
        found
            .and_then(|at| u16::try_from(at).ok())
            .unwrap_or(u16::MAX)
    }
}

/// Texts as one number.
pub(super) fn hash(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

/// What a row is recognised by.
pub(super) struct Known {
    /// Rows with one key may be one record.
    pub(super) key: u64,
    /// Of those, rows that also share this are.
    pub(super) same: u64,
    /// The least one counts.
    pub(super) order: i32,
    /// The column that shows it.
    pub(super) column: u16,
    /// Whether it is over: a work that is finished, a lease that ended.
    pub(super) is_over: bool,
}

impl Known {
    /// What a row of `ledger` is recognised by; nothing where it says too little.
    pub(super) fn by(ledger: &str, read: &Reader<'_>) -> Option<Self> {
        match ledger {
            "lead" => Self::lead(read),
            "payment" => Self::payment(read),
            "signing" => Self::agreement(read),
            "key_project" => Self::key_project(read),
            "factory_unit" => Self::unit(read),
            "visit" => Self::visit(read),
            "parcel" => Some(Self {
                key: hash(&[&read.folded("parcel", "parcel_no")]),
                same: 0,
                order: 0,
                column: read.column("parcel", "parcel_no"),
                is_over: false,
            }),
            _ => None,
        }
    }

    fn lead(read: &Reader<'_>) -> Option<Self> {
        let enterprise = read.company("lead", "enterprise")?;
        let minutes = read.text("lead", "reported_time").and_then(minutes);
        Some(Self {
            key: hash(&[&enterprise]),
            same: hash(&[&read.folded("lead", "chain")]),
            order: read.day("lead", "reported_at") * 1440 + minutes.unwrap_or(1439),
            column: read.column("lead", "enterprise"),
            is_over: false,
        })
    }

    fn payment(read: &Reader<'_>) -> Option<Self> {
        let voucher = read.folded("payment", "voucher_no");
        if voucher.is_empty() {
            return None;
        }
        let payer = read.company("payment", "payer").unwrap_or_default();
        let amount = format!("{:?}", read.row.cells.get(&target("payment", "paid_in")));
        let day = read.day("payment", "paid_date");
        Some(Self {
            key: hash(&[&voucher]),
            same: hash(&[&payer, &amount]),
            order: standing(read.text("payment", "state")) * (NO_DAY + 1) + day,
            column: read.column("payment", "voucher_no"),
            is_over: false,
        })
    }

    fn agreement(read: &Reader<'_>) -> Option<Self> {
        let investor = read.company("enterprise", "name")?;
        let rule = SigningRule::default();
        let kind = read.text("agreement", "agreement_type").unwrap_or("formal");
        let counts = rule.counted_types.iter().any(|one| one == kind);
        if !counts || read.row.uncounted == Some("voided") {
            return None;
        }
        let node = read.folded("project", "chain_node");
        let what = match node.is_empty() {
            true => names::project(read.text("project", "name")?),
            false => format!("{} {node}", read.folded("project", "chain")),
        };
        Some(Self {
            key: hash(&[&investor]),
            same: hash(&[&what]),
            order: read.day("agreement", "sign_date"),
            column: read.noted(target("agreement", "note")),
            is_over: false,
        })
    }

    fn key_project(read: &Reader<'_>) -> Option<Self> {
        let name = read.text("project", "name")?;
        let phase = names::phase(name).map(|phase| phase.to_string());
        let is_finished = read.text("key_project", "ledger_kind") == Some("finished");
        Some(Self {
            key: hash(&[&names::project(name), phase.as_deref().unwrap_or_default()]),
            same: u64::from(is_finished),
            order: match read.text("key_project", "key_level") {
                _ if is_finished => 0,
                Some("province") => 1,
                Some("city") => 2,
                Some("county") => 3,
                _ => 4,
            },
            column: match is_finished {
                true => read.noted(target("key_project", "note")),
                false => read.column("project", "name"),
            },
            is_over: is_finished,
        })
    }

    fn unit(read: &Reader<'_>) -> Option<Self> {
        let unit = read.folded("factory_unit", "name");
        let is_over = read.row.uncounted == Some("ended_lease");
        (!unit.is_empty()).then(|| Self {
            key: hash(&[&unit]),
            same: 0,
            order: i32::from(is_over),
            column: read.column("factory_unit", "state"),
            is_over,
        })
    }

    fn visit(read: &Reader<'_>) -> Option<Self> {
        let enterprise = read.company("visit", "enterprise")?;
        let day = read.day("visit", "visit_date");
        let office = read.folded("visit", "resident_office");
        Some(Self {
            key: hash(&[&enterprise, &day.to_string()]),
            same: hash(&[&office, &read.folded("visit", "content")]),
            order: day,
            column: read.column("visit", "enterprise"),
            is_over: false,
        })
    }
}

/// How far a voucher came, the furthest first: one that was handed in again
/// counts as it was recognised, and not as it was returned.
pub fn standing(state: Option<&str>) -> i32 {
    match state {
        Some("recognised") => 0,
        Some("returned") => 2,
        _ => 1,
    }
}

fn minutes(text: &str) -> Option<i32> {
    let (hour, minute) = text.split_once(':')?;
    Some(hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?)
}
