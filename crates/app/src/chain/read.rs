//! Records as the rows of an atlas.

use chrono::NaiveDate;
use serde_json::Value as Json;
use suoji_chain::{
    Atlas, Chain, Confidence, Evidence, Firm, Layer, Link, Office, Override, Park, Relation,
    RelationKind, Role, Segment, State,
};
use suoji_model::log::Values;
use suoji_model::{PartialDate, tree};
use uuid::Uuid;

/// A record as it stands or stood.
pub(super) struct Row<'v> {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) values: &'v Values,
}

impl Row<'_> {
    fn text(&self, field: &str) -> Option<String> {
        let text = self.values.get(field)?.as_str()?;
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn list(&self, field: &str) -> Vec<String> {
        let items = self.values.get(field).and_then(Json::as_array);
        let texts = items.into_iter().flatten().filter_map(Json::as_str);
        texts.map(str::to_owned).collect()
    }

    fn flag(&self, field: &str) -> bool {
        self.values
            .get(field)
            .and_then(Json::as_bool)
            .unwrap_or(false)
    }

    fn id(&self, field: &str) -> Option<Uuid> {
        Uuid::parse_str(self.values.get(field)?.as_str()?).ok()
    }

    fn number(&self, field: &str) -> Option<f64> {
        self.values
            .get(field)?
            .get("number")?
            .as_str()?
            .parse()
            .ok()
    }

    fn day(&self, field: &str) -> Option<NaiveDate> {
        let text = self.values.get(field)?.get("date")?.as_str()?;
        Some(PartialDate::parse(text)?.start())
    }

    fn last_day(&self, field: &str) -> Option<NaiveDate> {
        let text = self.values.get(field)?.get("date")?.as_str()?;
        let date = PartialDate::parse(text)?;
        date.end()
            .pred_opt()
            .filter(|last| *last >= date.start())
            .or(Some(date.start()))
    }

    fn confidence(&self) -> Option<Confidence> {
        Confidence::parse(&self.text("confidence")?)
    }
}

/// Province and city, when a region names them.
fn city(region: Option<&str>) -> Option<String> {
    let path = tree::region_path(region?);
    let city: Vec<&str> = path.into_iter().take(2).collect();
    (!city.is_empty()).then(|| city.concat())
}

/// Puts a record into the atlas in the place of what it was; `None` values
/// take it out.
pub(super) fn put(atlas: &mut Atlas, kind: &str, row: &Row<'_>) {
    match kind {
        "chain" => keep(&mut atlas.chains, row.id, chain(row)),
        "segment" => keep(&mut atlas.segments, row.id, segment(row)),
        "segment_relation" => keep(&mut atlas.relations, row.id, relation(row)),
        "enterprise" => keep(&mut atlas.firms, row.id, Some(firm(row))),
        "enterprise_segment" => keep(&mut atlas.links, row.id, link(row)),
        "segment_override" => keep(&mut atlas.overrides, row.id, judgement(row)),
        "park" => keep(&mut atlas.parks, row.id, Some(park(row))),
        "office" => keep(&mut atlas.offices, row.id, Some(office(row))),
        _ => {}
    }
}

/// Takes a record out of the atlas.
pub(super) fn take(atlas: &mut Atlas, kind: &str, id: Uuid) {
    match kind {
        "chain" => drop(atlas.chains.remove(&id)),
        "segment" => drop(atlas.segments.remove(&id)),
        "segment_relation" => drop(atlas.relations.remove(&id)),
        "enterprise" => drop(atlas.firms.remove(&id)),
        "enterprise_segment" => drop(atlas.links.remove(&id)),
        "segment_override" => drop(atlas.overrides.remove(&id)),
        "park" => drop(atlas.parks.remove(&id)),
        "office" => drop(atlas.offices.remove(&id)),
        _ => {}
    }
}

fn keep<T>(rows: &mut suoji_chain::IdMap<T>, id: Uuid, row: Option<T>) {
    match row {
        Some(row) => drop(rows.insert(id, row)),
        None => drop(rows.remove(&id)),
    }
}

fn chain(row: &Row<'_>) -> Option<Chain> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number of the field"
    )]
    let atlas_version = row.number("atlas_version").map(|number| number as i64);
    Some(Chain {
        id: row.id,
        version: row.version,
        code: row.text("code")?,
        name: row.text("name")?,
        name_en: row.text("name_en"),
        order_key: row.text("order_key").unwrap_or_default(),
        atlas_version,
    })
}

fn segment(row: &Row<'_>) -> Option<Segment> {
    Some(Segment {
        id: row.id,
        version: row.version,
        chain: row.id("chain")?,
        parent: row.id("parent"),
        layer: Layer::parse(&row.text("layer")?)?,
        order_key: row.text("order_key").unwrap_or_default(),
        name: row.text("name")?,
        name_en: row.text("name_en"),
        code: row.text("code"),
        aliases: row.list("aliases"),
        keywords: row.list("keywords"),
        products: row.list("products"),
        gbt4754_codes: row.list("gbt4754_codes"),
        description: row.text("description"),
        must_have: row.flag("must_have"),
        chokepoint: row.flag("chokepoint"),
        policy_priority: row.text("policy_priority"),
        benchmark_need: row.number("benchmark_need"),
        need_unit: row.text("need_unit"),
        confidence: row.confidence(),
        source: row.text("source"),
    })
}

fn relation(row: &Row<'_>) -> Option<Relation> {
    Some(Relation {
        id: row.id,
        version: row.version,
        from: row.id("from_segment")?,
        to: row.id("to_segment")?,
        kind: RelationKind::parse(&row.text("relation")?)?,
        what: row.text("what"),
        coefficient: row.number("coefficient"),
        share: row.number("share"),
        critical: row.flag("critical"),
        confidence: row.confidence(),
        source: row.text("source"),
    })
}

fn firm(row: &Row<'_>) -> Firm {
    let region = row.text("region");
    let status = row.text("business_status");
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a whole number of the field"
    )]
    let employees = row.number("employees").map(|number| number as i64);
    Firm {
        id: row.id,
        version: row.version,
        name: row.text("name").unwrap_or_default(),
        short_name: row.text("short_name"),
        city: city(region.as_deref()),
        region,
        park: row.id("park"),
        local: row.flag("is_local"),
        tags: row.list("tags"),
        products: row.text("products"),
        listed: !row.list("listed_code").is_empty(),
        employees,
        barred: status.is_some_and(|status| status != "active"),
        expansion_signs: row.text("expansion_signs"),
        expansion_date: row.day("expansion_date"),
        confidence: row.confidence(),
        source: row.text("source"),
    }
}

fn link(row: &Row<'_>) -> Option<Link> {
    Some(Link {
        id: row.id,
        version: row.version,
        firm: row.id("enterprise")?,
        segment: row.id("segment")?,
        role: Role::parse(&row.text("role")?)?,
        product: row.text("product"),
        capacity: row.number("capacity"),
        capacity_unit: row.text("capacity_unit"),
        utilisation: row.number("utilisation").map(|percent| percent / 100.0),
        evidence: row.text("evidence").and_then(|name| Evidence::parse(&name)),
        evidence_date: row.day("evidence_date"),
        confidence: row.confidence(),
        source: row.text("source"),
        confirmed: row.id("confirmed_by").is_some(),
    })
}

fn judgement(row: &Row<'_>) -> Option<Override> {
    Some(Override {
        id: row.id,
        version: row.version,
        segment: row.id("segment")?,
        state: State::parse(&row.text("state")?)?,
        reason: row.text("reason")?,
        person: row.id("person"),
        expires: row.last_day("expires_at"),
    })
}

fn park(row: &Row<'_>) -> Park {
    let region = row.text("region");
    Park {
        id: row.id,
        name: row.text("name").unwrap_or_default(),
        city: city(region.as_deref()),
        region,
        level: row.text("level"),
        position: row.number("longitude").zip(row.number("latitude")),
        chains: row.list("chains"),
        home: row.flag("home"),
    }
}

fn office(row: &Row<'_>) -> Office {
    Office {
        id: row.id,
        name: row.text("name").unwrap_or_default(),
        region: row.text("region"),
    }
}
