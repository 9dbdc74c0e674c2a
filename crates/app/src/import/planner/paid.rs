//! The payments that rows of a list of payments may be: those of their
//! vouchers, of a project's day, and what their firms paid.

use std::collections::{HashMap, HashSet};

use serde_json::Value as Json;
use suoji_model::kinds::{PAYMENT, PROJECT};
use suoji_model::log::Values;
use suoji_store::Running;
use uuid::Uuid;

use super::super::cells::{cell_text, day};
use super::super::filed::Key;
use super::super::likeness::fold;
use super::super::source::Sheet;
use super::Planner;
use crate::fault::Fault;

/// The payments of each project.
#[derive(Debug, Default)]
pub(in crate::import) struct Paid {
    /// Those that were of a day once, `None` without one, in the order they came.
    on: HashMap<(Uuid, Option<String>), Vec<Uuid>>,
    /// Those that were said to be the sum of a period.
    sums: HashMap<Uuid, Vec<Uuid>>,
}

impl Paid {
    fn keep(&mut self, project: Uuid, payment: Uuid, values: &Values) {
        let own = self.on.entry((project, day(values.get("paid_date"))));
        let sums = values.contains_key("period").then_some(project);
        let sums = sums.map(|project| self.sums.entry(project).or_default());
        for filed in std::iter::once(own.or_default()).chain(sums) {
            if !filed.contains(&payment) {
                filed.push(payment);
            }
        }
    }
}

impl Planner {
    /// The payments of a project that are of a day, or were before this import
    /// put them right.
    pub(in crate::import) fn paid_on(&self, project: Uuid, day: Option<&str>) -> &[Uuid] {
        let found = self.paid.on.get(&(project, day.map(str::to_owned)));
        found.map_or(&[], Vec::as_slice)
    }

    /// The payments of a project that may be the sum of a period.
    pub(in crate::import) fn sums_of(&self, project: Uuid) -> &[Uuid] {
        self.paid.sums.get(&project).map_or(&[], Vec::as_slice)
    }

    /// Files what is said of a payment.
    pub(super) fn keep_paid(&mut self, payment: Uuid, values: &Values) {
        let own = values.get("project").and_then(Json::as_str);
        let project = own.or_else(|| self.text(payment, "project"));
        if let Some(project) = project.and_then(|project| Uuid::parse_str(project).ok()) {
            self.paid.keep(project, payment, values);
        }
    }

    /// The payments of a voucher's number, oldest first.
    pub(in crate::import) fn vouchers(&self, number: &str) -> Vec<Uuid> {
        self.vouchers.under(self.voucher(number)).to_vec()
    }

    /// Files a payment under its voucher's number.
    pub(in crate::import) fn keep_voucher(&mut self, payment: Uuid) {
        let number = self.text(payment, "voucher_no");
        let number = number.filter(|number| !fold(number).is_empty());
        if let Some(key) = number.map(|number| self.voucher(number)) {
            self.vouchers.add(key, payment);
        }
    }

    fn voucher(&self, number: &str) -> Key {
        self.keys.of("payment", "voucher_no", &fold(number))
    }

    /// The payments of the desk that a firm made.
    pub(in crate::import) fn paid_by(&self, payer: Uuid) -> &[Uuid] {
        self.paid_by.get(&payer).map_or(&[], Vec::as_slice)
    }

    /// Reads the payments of the vouchers that the rows name.
    pub(super) async fn hold_vouchers(
        &mut self,
        run: &mut Running<'_>,
        sheet: &Sheet<'_>,
    ) -> Result<(), Fault> {
        let rows = sheet.table.rows.iter();
        let numbers = rows.filter_map(|row| {
            let number = cell_text(row, "payment", "voucher_no")?;
            Some(number.to_owned())
        });
        let found = run.records_by(&PAYMENT, "voucher_no", numbers).await?;
        let ids: Vec<Uuid> = found.iter().map(|record| record.id).collect();
        self.take(found);
        ids.iter().for_each(|id| self.keep_voucher(*id));
        Ok(())
    }

    /// Reads what the firms paid that the rows of a list of payments name, and for
    /// which projects.
    pub(super) async fn hold_paid(
        &mut self,
        run: &mut Running<'_>,
        sheet: &Sheet<'_>,
    ) -> Result<(), Fault> {
        let rows = sheet.table.rows.iter();
        let payers = rows.filter_map(|row| {
            let name = cell_text(row, "payment", "payer")?;
            self.register.find("enterprise", "name", name)
        });
        let payers: HashSet<String> = payers.map(|id| id.to_string()).collect();
        let paid = run.records_by(&PAYMENT, "payer", payers).await?;
        for one in &paid {
            let payer = one.values.get("payer").and_then(Json::as_str);
            if let Some(payer) = payer.and_then(|payer| Uuid::parse_str(payer).ok()) {
                let paid = self.paid_by.entry(payer).or_default();
                if !paid.contains(&one.id) {
                    paid.push(one.id);
                }
            }
        }
        let of = paid
            .iter()
            .filter_map(|one| one.values.get("project")?.as_str());
        let of: HashSet<String> = of.map(str::to_owned).collect();
        let projects = run.records_by(&PROJECT, "id", of).await?;
        self.register.hold(&projects);
        self.take(projects);
        self.take(paid);
        Ok(())
    }
}
