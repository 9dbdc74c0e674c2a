//! The rows of a period, asked for once; every reading is counted out of them.

use std::collections::{BTreeMap, HashMap};

use suoji_model::Period;
use suoji_model::rule::{Rules, Setting};
use suoji_store::{
    Desk, KeyRow, LeadChecks, LeadRow, LeaseRow, ParcelRow, PaymentRow, PhaseRow, SignedProject,
    SignedRow, SupplementRow, UnitRow, VisitRow,
};
use uuid::Uuid;

use super::frozen;
use crate::fault::Fault;

/// The rows that the figures of a period may count.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) period: Period,
    /// Signed agreements by the readings of [`ASKED`].
    signed: BTreeMap<[String; 3], Vec<SignedRow>>,
    supplements: BTreeMap<[String; 3], Vec<SupplementRow>>,
    pub(super) projects: HashMap<Uuid, SignedProject>,
    pub(super) leads: Vec<LeadRow>,
    /// What checklists ask of the leads, where a reading needs it.
    pub(super) lead_checks: HashMap<Uuid, LeadChecks>,
    pub(super) visits: Vec<VisitRow>,
    pub(super) payments: Vec<PaymentRow>,
    pub(super) key_projects: Vec<KeyRow>,
    pub(super) phases: Vec<PhaseRow>,
    pub(super) units: Vec<UnitRow>,
    pub(super) leases: Vec<LeaseRow>,
    pub(super) parcels: Vec<ParcelRow>,
    /// What may repeat another, and counts nowhere until that is decided.
    pub(super) undecided: Undecided,
    /// The occupancy rate a year before, in hundredths of a percent.
    pub(super) earlier_rate: Option<i64>,
}

/// Rows that may repeat others.
#[derive(Debug, Default)]
pub(super) struct Undecided {
    pub(super) signed: Vec<SignedRow>,
    pub(super) key_projects: Vec<KeyRow>,
    pub(super) leads: Vec<LeadRow>,
    pub(super) visits: Vec<VisitRow>,
    pub(super) payments: Vec<PaymentRow>,
}

impl Facts {
    /// Asks for the rows; with `readings`, also for those that only another
    /// reading counts.
    pub(super) async fn load(
        desk: &Desk,
        period: Period,
        rules: &Rules,
        readings: bool,
    ) -> Result<Self, Fault> {
        let mut undecided = Undecided {
            signed: desk.signed_undecided(period, &rules.signing()).await?,
            ..Undecided::default()
        };
        let leads = desk.leads(period).await?;
        let visits = desk.visits(period).await?;
        let payments = desk.payments(period).await?;
        let key_projects = desk.key_projects(period).await?;
        let leads = decided(leads, |one| one.undecided, &mut undecided.leads);
        let visits = decided(visits, |one| one.undecided, &mut undecided.visits);
        let payments = decided(payments, |one| one.undecided, &mut undecided.payments);
        let open = &mut undecided.key_projects;
        let key_projects = decided(key_projects, |one| one.undecided, open);
        let mut facts = Self {
            period,
            leads,
            visits,
            payments,
            key_projects,
            undecided,
            phases: desk.phases(period.year()).await?,
            units: desk.units().await?,
            leases: desk.leases().await?,
            parcels: desk.parcels().await?,
            earlier_rate: frozen::earlier_rate(desk, period).await?,
            signed: BTreeMap::new(),
            supplements: BTreeMap::new(),
            projects: HashMap::new(),
            lead_checks: HashMap::new(),
        };
        if readings || !rules.is("lead_validity", "recorded") {
            facts.lead_checks = desk.lead_checks(period).await?;
        }
        let mut variants = vec![rules.clone()];
        if readings {
            for setting in ASKED.map(Setting::find) {
                let others = setting.into_iter().flat_map(|setting| {
                    let others = setting.readings.others(rules.reading(setting.name));
                    others.map(|other| rules.with(setting.name, other))
                });
                variants.extend(others);
            }
        }
        for variant in variants {
            let rule = variant.signing();
            let rows = desk.signed(period, &rule).await?;
            facts.signed.insert(key(&variant), rows);
            if readings || variant.is("supplement", "adds_money") {
                let rows = desk.supplements(period, &rule).await?;
                facts.supplements.insert(key(&variant), rows);
            }
        }
        let projects = readings || !rules.chosen.is_empty();
        if projects {
            let rows = desk.signed_projects(period).await?;
            facts.projects = rows.into_iter().map(|row| (row.agreement, row)).collect();
        }
        Ok(facts)
    }

    /// The projects signed, under these rules.
    pub(super) fn signed(&self, rules: &Rules) -> &[SignedRow] {
        self.signed.get(&key(rules)).map_or(&[], Vec::as_slice)
    }

    /// The supplements, under these rules.
    pub(super) fn supplements(&self, rules: &Rules) -> &[SupplementRow] {
        let rows = self.supplements.get(&key(rules));
        rows.map_or(&[], Vec::as_slice)
    }

    /// Whether a date, by its first day, lies in the period.
    pub(super) fn in_period(&self, date: Option<&str>) -> bool {
        date.is_some_and(|date| self.period.has(date))
    }
}

/// The rows of which it is decided that they repeat no others; the rest are
/// put aside.
fn decided<T>(rows: Vec<T>, is_undecided: fn(&T) -> bool, aside: &mut Vec<T>) -> Vec<T> {
    let (undecided, decided) = rows.into_iter().partition(is_undecided);
    *aside = undecided;
    decided
}

/// The settings of which each reading asks for other rows.
const ASKED: [&str; 3] = ["counted_types", "amount", "year_of"];

fn key(rules: &Rules) -> [String; 3] {
    ASKED.map(|name| rules.reading(name).to_owned())
}
