//! What the rows of a block may mean, read from the desk before they are planned.

use std::collections::{HashMap, HashSet};

use suoji_exchange::Target;
use suoji_model::kinds::PROJECT;
use suoji_model::{Shape, kinds};
use suoji_store::{Record, Running};
use uuid::Uuid;

use super::{CHILDREN, Planner, firms, states};
use crate::fault::Fault;
use crate::import::AT_ONCE;
use crate::import::cells::cell_text;
use crate::import::likeness;
use crate::import::register::called_by;
use crate::import::rows::{carriers, in_place, left, meant};
use crate::import::source::Sheet;

/// What a visit to no enterprise is found by.
const WHERE: &[&str] = &["place", "content"];

/// The records that rows of a block may mean.
#[derive(Default)]
struct Sought {
    /// By kind, those of the same name or number.
    records: HashMap<&'static str, HashSet<Uuid>>,
    /// Projects of a name that is alike.
    alike: HashSet<Uuid>,
    /// Enterprises that have a telephone number which a row names.
    by_phone: Vec<Uuid>,
}

impl Sought {
    /// Those of a kind.
    fn of(&mut self, kind: &'static str) -> &mut HashSet<Uuid> {
        self.records.entry(kind).or_default()
    }

    /// The ids of those of a kind.
    fn ids(&self, kind: &str) -> impl Iterator<Item = String> + use<'_> {
        let records = self.records.get(kind);
        records.into_iter().flatten().map(Uuid::to_string)
    }
}

impl Planner {
    /// Reads from the desk what the rows of a block may mean.
    pub(in crate::import) async fn prepare(
        &mut self,
        run: &mut Running<'_>,
        sheet: &Sheet<'_>,
    ) -> Result<(), Fault> {
        self.register.load(run, sheet.kinds()).await?;
        let mut sought = self.seek(run, sheet).await?;
        let former = firms::former(self, sheet);
        sought.of("enterprise").extend(&former);
        self.hold_records(run, sheet, &mut sought).await?;
        firms::load(self, run, sheet, (&sought.by_phone, &former)).await?;
        firms::of_open_projects(self, sheet);
        self.trace(run).await?;
        states::find(self, sheet);
        self.is_sent_again = self.knows_file(sheet.file);
        meant::mark(self, sheet);
        left::find(self, run, sheet).await?;
        in_place::find(self, run, sheet).await?;
        self.is_sent_again |= self.left.is_any();
        Ok(())
    }

    /// Finds the records that the rows call by name or number.
    async fn seek(&self, run: &mut Running<'_>, sheet: &Sheet<'_>) -> Result<Sought, Fault> {
        let mut sought = Sought::default();
        for (at, row) in sheet.table.rows.iter().enumerate() {
            if at % AT_ONCE == 0 {
                run.go_on().await?;
            }
            for (target, cell) in row.cells.iter() {
                if let (Some(field), Some(text)) = (target.declared(), cell.as_text()) {
                    self.seek_called(&mut sought, (target, field.shape), text);
                }
            }
            if sheet.table.kind == "lease"
                && let Some(building) = carriers::building_of(row)
            {
                let alike = self.register.alike("factory_unit", &building);
                sought.of("factory_unit").extend(alike);
            }
            let firms = likeness::phones(row);
            let firms = firms.flat_map(|phone| self.register.firms_of(&phone).to_vec());
            let firms: Vec<Uuid> = firms.collect();
            sought.by_phone.extend(firms.iter().copied());
            sought.of("enterprise").extend(firms);
        }
        Ok(sought)
    }

    /// Finds the records that one cell calls by name or number.
    fn seek_called(&self, sought: &mut Sought, (target, shape): (&Target, Shape), text: &str) {
        let (kind, by) = match shape {
            Shape::Ref(kind) => (kind, "name"),
            _ => (target.kind, target.field),
        };
        let called = called_by(kind).unwrap_or_default();
        let Some(by) = called.iter().find(|name| **name == by) else {
            return;
        };
        let known = sought.of(kind);
        known.extend(self.register.all(kind, by, text));
        match (kind, *by) {
            ("enterprise", "name") | ("factory_unit", _) => {
                known.extend(self.register.alike(kind, text));
            }
            ("project", "name") => sought
                .alike
                .extend(self.register.alike("project", text).first()),
            _ => {}
        }
    }

    /// Reads the records that were found, and those that belong to them.
    async fn hold_records(
        &mut self,
        run: &mut Running<'_>,
        sheet: &Sheet<'_>,
        sought: &mut Sought,
    ) -> Result<(), Fault> {
        let mut projects = self.hold_projects(run, sheet, sought).await?;
        for child in sheet.children() {
            let Some((_, by)) = CHILDREN.iter().find(|(name, _)| *name == child) else {
                continue;
            };
            let (Some(kind), Some(of)) = (kinds::find(child), sheet.parent_of(child)) else {
                continue;
            };
            let found = match (child, of) {
                ("project", "enterprise") => std::mem::take(&mut projects),
                _ => run.records_by(kind, by, sought.ids(of)).await?,
            };
            let made = found.iter().map(|record| record.id);
            sought.of(kind.name).extend(made);
            self.take(found);
        }
        match sheet.table.kind {
            "payment" => {
                self.hold_vouchers(run, sheet).await?;
                self.hold_paid(run, sheet).await?;
            }
            "lease" | "factory_unit" => {
                let units = sought.ids("factory_unit");
                let found = run.records_by(&kinds::FACTORY_UNIT, "id", units).await?;
                self.take(found);
            }
            // What was told of no enterprise stands under no parent.
            "visit" => {
                for field in WHERE {
                    let rows = sheet.table.rows.iter();
                    let texts = rows.filter_map(|row| cell_text(row, "visit", field));
                    let texts: HashSet<String> = texts.map(str::to_owned).collect();
                    let found = run.records_by(&kinds::VISIT, field, texts).await?;
                    self.take(found);
                }
            }
            "contact" => {
                let rows = sheet.table.rows.iter();
                let alone = rows.filter(|row| cell_text(row, "contact", "enterprise").is_none());
                let alone = alone.filter_map(|row| cell_text(row, "contact", "name"));
                let alone: HashSet<String> = alone.map(str::to_owned).collect();
                let found = run.records_by(&kinds::CONTACT, "name", alone).await?;
                self.take(found);
            }
            _ => {}
        }
        Ok(())
    }

    /// Reads where the records of the desk came from that the block asked for.
    pub(in crate::import) async fn trace(&mut self, run: &mut Running<'_>) -> Result<(), Fault> {
        let untraced = self.standing.keys().copied();
        let untraced = untraced.filter(|id| !self.origins.contains_key(id));
        let untraced: Vec<Uuid> = untraced.collect();
        self.origins.extend(run.origins(untraced).await?);
        Ok(())
    }

    /// Reads the projects that the rows of a block may mean: those of the
    /// enterprises that they name, which it returns, those of the same groups,
    /// those they name, and those that are called alike.
    async fn hold_projects(
        &mut self,
        run: &mut Running<'_>,
        sheet: &Sheet<'_>,
        sought: &Sought,
    ) -> Result<Vec<Record>, Fault> {
        if !sheet.names_projects() {
            return Ok(Vec::new());
        }
        let firms = sought.records.get("enterprise").into_iter().flatten();
        let around = firms
            .clone()
            .flat_map(|firm| self.register.siblings(*firm).collect::<Vec<Uuid>>());
        let around: HashSet<Uuid> = around.collect();
        let own = firms.clone().map(Uuid::to_string);
        let own = run.records_by(&PROJECT, "investor", own).await?;
        self.register.hold(&own);
        let around = around.iter().map(Uuid::to_string);
        let around = run.records_by(&PROJECT, "investor", around).await?;
        self.register.hold(&around);
        let named = sought.records.get("project").into_iter().flatten();
        let others = named
            .chain(&sought.alike)
            .filter(|id| !self.register.holds(id));
        let others: HashSet<String> = others.map(Uuid::to_string).collect();
        let others = run.records_by(&PROJECT, "id", others).await?;
        self.register.hold(&others);
        self.take(others);
        Ok(own)
    }
}
