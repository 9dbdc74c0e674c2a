//! The figures of a period, each with its rule, its rows and its other readings.

mod build;
mod carriers;
mod facts;
mod frozen;
mod key_projects;
mod promotion;
mod rules;
mod signing;
mod validity;

use std::collections::{BTreeMap, BTreeSet};

use suoji_model::Period;
use suoji_model::rule::{Rules, Setting};
use suoji_store::Desk;
use uuid::Uuid;

use self::facts::Facts;
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::{time, titles};

impl App {
    /// The figures of a year, or of its first months.
    pub(crate) async fn figures(&self, request: FiguresRequest) -> Result<Figures, Fault> {
        let period = period(request.year, request.through)?;
        let desk = self.desk().await?;
        let kept = rules::kept(&desk).await?;
        let rules = rules::with(&kept, request.rule)?;
        let plain = request.plain.unwrap_or(false);
        let facts = Facts::load(&desk, period, &rules, !plain).await?;
        let mut figures = Figures {
            year: period.year(),
            through: period.through(),
            cutoff: period.cutoff(),
            rule: rules::info(&rules, &kept),
            figures: count(&facts, &rules),
            breakdowns: Vec::new(),
        };
        if !plain {
            read_otherwise(&facts, &rules, &mut figures.figures);
            figures.breakdowns = signing::breakdowns(&facts, &rules);
            let rest = [
                key_projects::breakdowns(&facts, &rules),
                promotion::breakdowns(&facts, &rules),
            ];
            figures.breakdowns.extend(rest.into_iter().flatten());
        }
        label(&desk, &mut figures).await?;
        Ok(figures)
    }

    /// The years of which something is recorded, newest first; where all that
    /// is recorded stands in every year, the present one.
    pub(crate) async fn years(&self, _: Nothing) -> Result<Years, Fault> {
        let desk = self.desk().await?;
        let mut years = desk.years().await?;
        if years.is_empty() && desk.has_sites().await? {
            years.push(time::year());
        }
        Ok(Years { years })
    }
}

/// The year through a month, or the whole of it where none is asked for.
fn period(year: i32, through: Option<u32>) -> Result<Period, Fault> {
    let through = through.unwrap_or(Period::LAST);
    let asked = format!("year {year} through month {through}");
    Period::new(year, through).ok_or_else(|| Fault::new(Code::BadRequest).with("detail", asked))
}

/// Counts every figure by one set of rules.
fn count(facts: &Facts, rules: &Rules) -> Vec<Figure> {
    let mut figures = signing::figures(facts, rules);
    let promotion = promotion::figures(facts, rules);
    figures.extend(key_projects::figures(facts, rules));
    figures.extend(carriers::figures(facts, rules));
    figures.extend(promotion);
    figures
}

/// What each figure would show under each other reading of its settings.
fn read_otherwise(facts: &Facts, rules: &Rules, figures: &mut [Figure]) {
    let mut wanted = BTreeMap::<(&'static str, &'static str, bool), Vec<usize>>::new();
    for (place, figure) in figures.iter().enumerate() {
        for setting in figure
            .settings
            .iter()
            .filter_map(|name| Setting::find(name))
        {
            for other in setting.readings.others(rules.reading(setting.name)) {
                let usual = other == setting.readings.default();
                let reading = (setting.name, other, usual);
                wanted.entry(reading).or_default().push(place);
            }
        }
    }
    for ((setting, other, usual), places) in wanted {
        let counted = count(facts, &rules.with(setting, other));
        for place in places {
            figures[place].other_readings.push(OtherReading {
                setting: setting.to_owned(),
                value: other.to_owned(),
                display: counted[place].value.display().to_owned(),
                unit: counted[place].unit.clone(),
                usual,
            });
        }
    }
}

/// Gives the parts that go by a record the record's title.
async fn label(desk: &Desk, figures: &mut Figures) -> Result<(), Fault> {
    let parts = figures.figures.iter_mut().flat_map(|one| &mut one.parts);
    let broken = figures.breakdowns.iter_mut();
    let parts = parts.chain(broken.flat_map(|one| &mut one.parts));
    let mut parts: Vec<(Uuid, &mut FigurePart)> = parts
        .filter_map(|part| Some((Uuid::parse_str(part.key.as_ref()?).ok()?, part)))
        .collect();
    if parts.is_empty() {
        return Ok(());
    }
    let ids: BTreeSet<Uuid> = parts.iter().map(|(id, _)| *id).collect();
    for kind in ["office", "partner", "project"] {
        let names = titles::titles(desk, kind, ids.iter().copied()).await?;
        for (id, part) in &mut parts {
            if let Some(name) = names.get(id) {
                part.label = Some(name.title.clone());
            }
        }
    }
    Ok(())
}
