//! The ledgers that can be read, each declared once: what its rows are, how
//! its sheets are named, which fields tell it from others, and the headings
//! that zones use for it beyond those declared with the fields.

mod carrier;
mod key_project;
mod key_words;
mod lead;
mod lists;
mod payment;
pub(super) mod phrases;
mod signing;
mod visit;

use suoji_model::Kind;

use crate::ledger::line::Line;
use crate::ledger::words::Role;
use crate::problem::Level;
use crate::table::{LedgerRow, Target};

/// Headings of remarks, beyond 备注 and 说明.
const NOTES: &[&str] = &[
    "其他说明",
    "其它说明",
    "补充说明",
    "情况说明",
    "特别说明",
    "其他备注",
    "备注说明",
    "备注栏",
    "备注信息",
    "其他情况",
    "其它情况",
    "有关情况",
    "相关情况",
    "有关说明",
    "相关说明",
    "需说明事项",
    "需要说明的情况",
    "其他",
    "其它",
    "附注",
];

/// How one ledger is told and read.
pub(crate) struct Ledger {
    /// Its name in templates and questions.
    pub(super) name: &'static str,
    /// Kinds whose fields its columns may be; its rows are of the first.
    pub(super) kinds: &'static [&'static Kind],
    /// Words in the name of the sheet or file, or in the title, that show it.
    pub(super) named: &'static [&'static str],
    /// Fields that show it.
    pub(super) telling: &'static [Target],
    /// Fields of which a table has one at least.
    pub(super) titles: &'static [Target],
    /// Declared fields whose headings mean another column here.
    pub(super) instead: &'static [(Target, Role)],
    /// Headings beyond those declared with the fields.
    pub(super) words: &'static [(Role, &'static [&'static str])],
    /// What headings mean where another column has their first meaning.
    pub(super) second: &'static [(Role, &'static [&'static str])],
    /// Whether it is a plain list of one kind.
    pub(super) is_list: bool,
    /// Whether its areas are of buildings, all in one unit.
    pub(super) in_sqm: bool,
    /// How much an approximate amount matters.
    pub(super) vague: Level,
    /// The amount that may be foreign.
    pub(super) money: Option<Money>,
    /// The date that must lie in the ledger's year.
    pub(super) dated: Option<(Target, Level)>,
    /// Reads a row.
    pub(super) read: fn(Line<'_>) -> LedgerRow,
}

/// The fields about an amount that may be in another currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Money {
    pub(super) amount: Target,
    pub(super) rate: Target,
    pub(super) rate_date: Target,
    pub(super) date: Target,
    pub(super) note: Target,
}

impl Ledger {
    /// What its rows are.
    pub(super) fn kind(&self) -> &'static Kind {
        self.kinds[0]
    }
}

/// Every ledger by name, with the kinds whose fields its columns may be; its
/// rows are of the first.
pub fn names() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    ALL.iter()
        .map(|ledger| (ledger.name, ledger.kinds.iter().map(|kind| kind.name)))
}

/// Every ledger; of two that fit as well, the first is taken.
pub(super) const ALL: &[&Ledger] = &[
    &signing::SIGNING,
    &key_project::KEY_PROJECT,
    &lead::LEAD,
    &payment::PAYMENT,
    &visit::VISIT,
    &carrier::FACTORY_UNIT,
    &carrier::LEASE,
    &carrier::PARCEL,
    &lists::PROJECT,
    &lists::PROJECT_PHASE,
    &lists::ENTERPRISE,
    &lists::CONTACT,
    &lists::PARTNER,
    &lists::OFFICE,
    &lists::PERSON,
];
