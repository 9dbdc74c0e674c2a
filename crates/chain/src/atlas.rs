//! The rows that everything is told from, as records say them.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::hash::IdMap;

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$one])* $variant),* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in records.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The one of that name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// Where in the chain a segment stands.
    Layer {
        /// 上游
        Upstream = "upstream",
        /// 中游
        Midstream = "midstream",
        /// 下游
        Downstream = "downstream",
        /// 支撑配套
        Support = "support",
    }
}

names! {
    /// What flows between two segments.
    RelationKind {
        /// Goods.
        Supplies = "supplies",
        /// Machines.
        Equips = "equips",
        /// Tests.
        Tests = "tests",
        /// Material that goes back.
        Recycles = "recycles",
        /// Services.
        Serves = "serves",
    }
}

names! {
    /// What a firm has to do with a segment.
    Role {
        /// It makes what the segment stands for.
        Makes = "makes",
        /// It needs it.
        Needs = "needs",
        /// It plans to make it.
        Plans = "plans",
    }
}

names! {
    /// The state of a segment in the zone.
    State {
        /// 优势
        Strong = "strong",
        /// 薄弱
        Weak = "weak",
        /// 缺失
        Missing = "missing",
        /// 可延伸
        Extend = "extend",
        /// 未评估
        Unknown = "unknown",
    }
}

names! {
    /// How far a row may be trusted.
    Confidence {
        /// Checked.
        High = "high",
        /// Likely.
        Medium = "medium",
        /// Doubtful.
        Low = "low",
    }
}

names! {
    /// What a link rests on.
    Evidence {
        /// 年报
        AnnualReport = "annual_report",
        /// 专利
        Patent = "patent",
        /// 官网
        Website = "website",
        /// 走访
        Visit = "visit",
        /// 新闻
        News = "news",
        /// 参考资料
        Reference = "reference",
        /// 经营范围
        BusinessScope = "business_scope",
    }
}

/// An industry chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its place among the chains.
    pub order_key: String,
    /// The version of the starter atlas it was made from.
    pub atlas_version: Option<i64>,
}

/// A segment of a chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The chain.
    pub chain: Uuid,
    /// The segment it is part of.
    pub parent: Option<Uuid>,
    /// Its layer.
    pub layer: Layer,
    /// Its place among its siblings.
    pub order_key: String,
    /// Its name.
    pub name: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Words that point to it.
    pub keywords: Vec<String>,
    /// Products that point to it.
    pub products: Vec<String>,
    /// Classes of GB/T 4754.
    pub gbt4754_codes: Vec<String>,
    /// What it is.
    pub description: Option<String>,
    /// Whether the chain cannot do without it.
    pub must_have: bool,
    /// Whether few can make it.
    pub chokepoint: bool,
    /// How much policy wants it.
    pub policy_priority: Option<String>,
    /// What the zone needs of it, when somebody says.
    pub benchmark_need: Option<f64>,
    /// The unit of that.
    pub need_unit: Option<String>,
    /// How far the row may be trusted.
    pub confidence: Option<Confidence>,
    /// Where the row is from.
    pub source: Option<String>,
}

impl Segment {
    /// Its English name; its own where it has none.
    pub fn english(&self) -> &str {
        let english = self.name_en.as_deref();
        english
            .filter(|name| !name.is_empty())
            .unwrap_or(&self.name)
    }
}

/// What flows from one segment to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// From where.
    pub from: Uuid,
    /// To where.
    pub to: Uuid,
    /// How.
    pub kind: RelationKind,
    /// What flows.
    pub what: Option<String>,
    /// How much of it one unit takes.
    pub coefficient: Option<f64>,
    /// What part of the receiver's cost or need it is, 0 to 1.
    pub share: Option<f64>,
    /// Whether the receiver stands still without it.
    pub critical: bool,
    /// How far the row may be trusted.
    pub confidence: Option<Confidence>,
    /// Where the row is from.
    pub source: Option<String>,
}

/// An enterprise as far as maps are concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Firm {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<String>,
    /// Where it is, as the record says.
    pub region: Option<String>,
    /// Province and city, when the region names them.
    pub city: Option<String>,
    /// The park it sits in.
    pub park: Option<Uuid>,
    /// Whether it is one of ours.
    pub local: bool,
    /// Its tags.
    pub tags: Vec<String>,
    /// What it makes, in words.
    pub products: Option<String>,
    /// Whether it is on the stock market.
    pub listed: bool,
    /// How many people work there.
    pub employees: Option<i64>,
    /// Whether it is gone or on a black list.
    pub barred: bool,
    /// Signs that it expands.
    pub expansion_signs: Option<String>,
    /// When these were seen.
    pub expansion_date: Option<NaiveDate>,
    /// How far the row may be trusted.
    pub confidence: Option<Confidence>,
    /// Where the row is from.
    pub source: Option<String>,
}

/// What a firm has to do with a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The firm.
    pub firm: Uuid,
    /// The segment.
    pub segment: Uuid,
    /// How they belong together.
    pub role: Role,
    /// The product.
    pub product: Option<String>,
    /// How much it can make.
    pub capacity: Option<f64>,
    /// The unit of that.
    pub capacity_unit: Option<String>,
    /// How much of the capacity is used, 0 to 1.
    pub utilisation: Option<f64>,
    /// What it rests on.
    pub evidence: Option<Evidence>,
    /// When that was.
    pub evidence_date: Option<NaiveDate>,
    /// How far the row may be trusted.
    pub confidence: Option<Confidence>,
    /// Where the row is from.
    pub source: Option<String>,
    /// Whether a person confirmed it.
    pub confirmed: bool,
}

/// A park where targets sit.
#[derive(Debug, Clone, PartialEq)]
pub struct Park {
    /// The record.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub region: Option<String>,
    /// Province and city, when the region names them.
    pub city: Option<String>,
    /// Its rank.
    pub level: Option<String>,
    /// Longitude and latitude, WGS-84.
    pub position: Option<(f64, f64)>,
    /// Codes of the chains it is known for.
    pub chains: Vec<String>,
    /// Whether it is our own.
    pub home: bool,
}

/// A person's judgement of a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Override {
    /// The record.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The segment.
    pub segment: Uuid,
    /// The state that holds.
    pub state: State,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub person: Option<Uuid>,
    /// The last day it holds.
    pub expires: Option<NaiveDate>,
}

/// A lead, as far as maps are concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// The record.
    pub id: Uuid,
    /// The enterprise.
    pub firm: Option<Uuid>,
    /// The segment it is for.
    pub segment: Option<Uuid>,
    /// What it is called.
    pub name: Option<String>,
    /// Whether it is still worked on.
    pub open: bool,
    /// The office that claims it.
    pub office: Option<Uuid>,
    /// When it was received.
    pub reported: Option<NaiveDate>,
}

/// A project, as far as maps are concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// The record.
    pub id: Uuid,
    /// Who invests.
    pub firm: Option<Uuid>,
    /// The segment it is in.
    pub segment: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// Its stage.
    pub stage: Option<String>,
    /// The contract capital signed, in fen.
    pub signed_fen: i128,
}

/// An office of ours.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// The record.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The region it covers.
    pub region: Option<String>,
}

/// A visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The record.
    pub id: Uuid,
    /// Who was met.
    pub firm: Option<Uuid>,
    /// When.
    pub date: Option<NaiveDate>,
}

/// Every row that maps are told from, by record.
#[derive(Debug, Clone, Default)]
pub struct Atlas {
    /// The chains.
    pub chains: IdMap<Chain>,
    /// Their segments.
    pub segments: IdMap<Segment>,
    /// Their relations.
    pub relations: IdMap<Relation>,
    /// The firms.
    pub firms: IdMap<Firm>,
    /// What firms make.
    pub links: IdMap<Link>,
    /// The parks.
    pub parks: IdMap<Park>,
    /// The judgements.
    pub overrides: IdMap<Override>,
    /// The leads.
    pub leads: IdMap<Lead>,
    /// The projects.
    pub projects: IdMap<Project>,
    /// The offices.
    pub offices: IdMap<Office>,
    /// The visits.
    pub visits: IdMap<Visit>,
}

impl Atlas {
    /// The chains in their order.
    pub fn chains(&self) -> Vec<&Chain> {
        let mut chains: Vec<&Chain> = self.chains.values().collect();
        chains.sort_by(|a, b| (&a.order_key, a.id).cmp(&(&b.order_key, b.id)));
        chains
    }

    /// The chain of that id, code, or name in either language; a code goes before a name.
    pub fn chain(&self, name: &str) -> Option<&Chain> {
        if let Ok(id) = Uuid::parse_str(name) {
            return self.chains.get(&id);
        }
        let low = name.trim().to_lowercase();
        let named = |chain: &Chain| -> Option<u8> {
            let english = chain.name_en.as_deref().unwrap_or_default();
            let names = [chain.code.as_str(), chain.name.as_str(), english];
            let at = names.iter().position(|one| one.to_lowercase() == low)?;
            u8::try_from(at).ok().filter(|_| !low.is_empty())
        };
        let found = self.chains.values();
        let found = found.filter_map(|chain| Some((named(chain)?, chain.id, chain)));
        found.min_by_key(|(at, id, _)| (*at, *id)).map(|one| one.2)
    }
}
