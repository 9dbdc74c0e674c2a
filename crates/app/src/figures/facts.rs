//! The rows of a year, asked for once; every reading is counted out of them.

use std::collections::{BTreeMap, HashMap};

use suoji_model::rule::{Rules, Setting};
use suoji_store::{
    Desk, KeyRow, LeadChecks, LeadRow, LeaseRow, ParcelRow, PaymentRow, PhaseRow, SignedProject,
    SignedRow, SupplementRow, UnitRow, VisitRow,
};
use uuid::Uuid;

use crate::fault::{Code, Fault};

/// The years that dates may name.
const YEARS: std::ops::Range<i32> = 1900..2200;

/// The rows that a year's figures may count.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) year: i32,
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
    /// Last year's occupancy rate, entered or frozen, in hundredths of a
    /// percent.
    pub(super) earlier_rate: Option<i64>,
}

impl Facts {
    /// Asks for the rows; with `readings`, also for those that only another
    /// reading counts.
    pub(super) async fn load(
        desk: &Desk,
        year: i32,
        rules: &Rules,
        readings: bool,
    ) -> Result<Self, Fault> {
        if !YEARS.contains(&year) {
            return Err(Fault::new(Code::BadRequest).with("detail", format!("year {year}")));
        }
        let mut facts = Self {
            year,
            leads: desk.leads(year).await?,
            visits: desk.visits(year).await?,
            payments: desk.payments(year).await?,
            key_projects: desk.key_projects(year).await?,
            phases: desk.phases(year).await?,
            units: desk.units().await?,
            leases: desk.leases().await?,
            parcels: desk.parcels().await?,
            ..Self::default()
        };
        facts.earlier_rate = match desk.indicator("F17", year - 1).await? {
            Some(scaled) => Some(scaled / 10_000),
            None => super::frozen::rate(desk, year - 1).await?,
        };
        if readings || !rules.is("lead_validity", "recorded") {
            facts.lead_checks = desk.lead_checks(year).await?;
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
            let rows = desk.signed(year, &rule).await?;
            facts.signed.insert(key(&variant), rows);
            if readings || variant.is("supplement", "adds_money") {
                let rows = desk.supplements(year, &rule).await?;
                facts.supplements.insert(key(&variant), rows);
            }
        }
        let projects = readings || !rules.chosen.is_empty();
        if projects {
            let rows = desk.signed_projects(year).await?;
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

    /// The last day that counts, ISO 8601.
    pub(super) fn cutoff(&self) -> String {
        format!("{:04}-12-31", self.year)
    }

    /// Whether a date, by its first day, lies in the year.
    pub(super) fn in_year(&self, date: Option<&str>) -> bool {
        date.is_some_and(|date| date.starts_with(&format!("{:04}-", self.year)))
    }
}

/// The settings of which each reading asks for other rows.
const ASKED: [&str; 3] = ["counted_types", "amount", "year_of"];

fn key(rules: &Rules) -> [String; 3] {
    ASKED.map(|name| rules.reading(name).to_owned())
}
