//! Firms put on the map by the words of their business scopes.

use std::collections::{BTreeSet, HashMap};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use suoji_chain::Atlas;
use suoji_chain::place::{Lesson, Placed, Placer, Subject};
use suoji_exchange::read as read_workbook;
use suoji_model::kinds::{ENTERPRISE, PLACEMENT_LESSON};
use suoji_model::log::Intent;
use suoji_store::{Desk, Query};
use uuid::Uuid;

use super::book::text;
use super::check::problem;
use super::edit::{create, done};
use super::told;
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};

/// Rows in which headings are looked for.
const HEAD_ROWS: usize = 12;
/// Headings of the columns that matter, as company-data services write them.
const NAMES: &[&str] = &["企业名称", "公司名称", "单位名称", "名称", "name"];
const SCOPES: &[&str] = &["经营范围", "主营业务", "主营产品", "产品", "scope"];
const CODES: &[&str] = &["统一社会信用代码", "信用代码", "uscc"];
const REGIONS: &[&str] = &["所属地区", "注册地", "所在地", "地区", "地址", "region"];
const PROVINCES: &[&str] = &["所属省份", "所在省份", "省份"];
const CITIES: &[&str] = &["所属城市", "所在城市", "城市"];
const CLASSES: &[&str] = &["国民经济行业代码", "行业代码", "gbt4754_code"];

/// A firm that is to be placed.
struct Firm {
    row: u32,
    name: String,
    scope: String,
    uscc: Option<String>,
    region: Option<String>,
    class: Option<String>,
}

impl App {
    /// Where firms belong; nothing is written.
    pub(crate) async fn chain_place(&self, request: ChainPlace) -> Result<ChainPlaced, Fault> {
        let desk = self.desk().await?;
        let look = self.kept_chains().look(&desk).await?;
        let only = match &request.chain {
            Some(chain) => Some(self.seen(&desk, chain, None).await?.chain),
            None => None,
        };
        let mut problems = Vec::new();
        let firms = match (&request.file_name, &request.data) {
            (Some(name), Some(data)) => sheet(name, data, &mut problems)?,
            _ => texts(request.scopes),
        };
        let segments = look.atlas.segments.values();
        let segments = segments.filter(|one| only.is_none_or(|only| one.chain == only));
        let placer = Placer::new(segments, &lessons(&desk).await?)
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))?;
        let known = known(&desk).await?;
        let rows: Vec<PlacedRow> = firms
            .into_iter()
            .map(|firm| {
                let placed = placer.place(&Subject {
                    name: &firm.name,
                    scope: &firm.scope,
                    code: firm.class.as_deref(),
                });
                told_row(&look.atlas, firm, placed, &known)
            })
            .collect();
        let count =
            |test: &dyn Fn(&&PlacedRow) -> bool| told::number(rows.iter().filter(test).count());
        Ok(ChainPlaced {
            placed: count(&|row| !row.review && !row.segments.is_empty()),
            review: count(&|row| row.review),
            unplaced: count(&|row| row.segments.is_empty()),
            problems,
            rows,
        })
    }

    /// Puts firms on the map, and learns from what was accepted and rejected.
    pub(crate) async fn save_places(&self, request: SavePlaces) -> Result<ChainDone, Fault> {
        let desk = self.desk().await?;
        let look = self.kept_chains().look(&desk).await?;
        let mut known = known(&desk).await?;
        let mut linked: BTreeSet<(Uuid, Uuid)> = look
            .atlas
            .links
            .values()
            .map(|link| (link.firm, link.segment))
            .collect();
        let mut learned: BTreeSet<(String, Uuid, &str)> = BTreeSet::new();
        let (mut writes, mut segments) = (Vec::new(), Vec::new());
        for row in request.rows {
            for one in &row.rejected {
                for word in &one.words {
                    learned.insert((word.clone(), one.segment, "misleads"));
                }
            }
            // A firm that belongs nowhere only teaches.
            if row.segments.is_empty() {
                continue;
            }
            let there = row
                .enterprise
                .or_else(|| find(&known, &row.name, row.uscc.as_deref()));
            let firm = match there {
                Some(id) => id,
                None => {
                    let write = create(
                        "enterprise",
                        json!({
                            "name": row.name, "uscc": row.uscc, "region": row.region,
                            "business_scope": row.scope, "confidence": "low",
                        }),
                    )?;
                    let id = write.record;
                    // Another row of the same firm is about the same record.
                    known.insert(row.name.clone(), id);
                    known.extend(row.uscc.clone().map(|code| (code, id)));
                    writes.push(write);
                    id
                }
            };
            for one in row.segments {
                for word in &one.words {
                    learned.insert((word.clone(), one.segment, "fits"));
                }
                if linked.insert((firm, one.segment)) {
                    segments.push(one.segment);
                    writes.push(create(
                        "enterprise_segment",
                        json!({
                            "enterprise": firm, "segment": one.segment, "role": "makes",
                            "evidence": "business_scope", "confidence": "low",
                            "matched": one.words,
                        }),
                    )?);
                }
            }
        }
        for (word, segment, verdict) in learned {
            let lesson = json!({ "word": word, "segment": segment, "verdict": verdict });
            writes.push(create("placement_lesson", lesson)?);
        }
        segments.sort_unstable();
        segments.dedup();
        done(&desk, Intent::Import, writes, segments).await
    }
}

/// What corrections taught.
async fn lessons(desk: &Desk) -> Result<Vec<Lesson>, Fault> {
    let query = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    let rows = desk.select(&PLACEMENT_LESSON, &query).await?.rows;
    let lesson = |values: &suoji_model::log::Values| {
        Some(Lesson {
            word: text(values, "word").to_owned(),
            segment: Uuid::parse_str(text(values, "segment")).ok()?,
            fits: text(values, "verdict") == "fits",
        })
    };
    Ok(rows.iter().filter_map(|row| lesson(&row.values)).collect())
}

/// The enterprises of the desk by name and code.
async fn known(desk: &Desk) -> Result<HashMap<String, Uuid>, Fault> {
    let query = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    let mut known = HashMap::new();
    for record in desk.select(&ENTERPRISE, &query).await?.rows {
        for field in ["name", "uscc"] {
            let text = text(&record.values, field);
            if !text.is_empty() {
                known.entry(text.to_owned()).or_insert(record.id);
            }
        }
    }
    Ok(known)
}

fn find(known: &HashMap<String, Uuid>, name: &str, uscc: Option<&str>) -> Option<Uuid> {
    let by_code = uscc.and_then(|code| known.get(code));
    by_code.or_else(|| known.get(name)).copied()
}

fn told_row(atlas: &Atlas, firm: Firm, placed: Placed, known: &HashMap<String, Uuid>) -> PlacedRow {
    let segments = placed.segments.into_iter().filter_map(|one| {
        let segment = atlas.segments.get(&one.segment)?;
        Some(PlacedSegment {
            segment: segment.id,
            code: segment.code.clone(),
            name: segment.name.clone(),
            name_en: segment.name_en.clone(),
            score: told::part(one.score),
            words: one.words,
        })
    });
    PlacedRow {
        row: firm.row,
        enterprise: find(known, &firm.name, firm.uscc.as_deref()),
        name: firm.name,
        uscc: firm.uscc,
        region: firm.region,
        scope: firm.scope,
        segments: segments.collect(),
        excluded: placed.excluded,
        review: placed.review,
    }
}

fn texts(scopes: Vec<ScopeText>) -> Vec<Firm> {
    let firms = (1..).zip(scopes);
    firms
        .map(|(row, scope)| Firm {
            row,
            name: scope.name,
            scope: scope.text,
            uscc: None,
            region: None,
            class: None,
        })
        .collect()
}

/// The firms of a sheet.
fn sheet(name: &str, data: &str, problems: &mut Vec<ChainProblem>) -> Result<Vec<Firm>, Fault> {
    let bytes = BASE64
        .decode(data)
        .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))?;
    let workbook = read_workbook(name, &bytes).map_err(|error| Fault::of_reading(name, &error))?;
    let mut firms = Vec::new();
    let mut recognised = false;
    for sheet in workbook.sheets.iter().filter(|sheet| !sheet.hidden) {
        let heads = sheet.rows.iter().take(HEAD_ROWS).enumerate();
        let head = heads.into_iter().find_map(|(at, row)| {
            let column = |names: &[&str]| {
                names.iter().find_map(|name| {
                    let cells = row.cells.iter();
                    let mut found = cells.filter(|(_, cell)| cell.display().trim() == *name);
                    found.next().map(|(column, _)| *column)
                })
            };
            Some((
                at,
                column(NAMES)?,
                column(SCOPES)?,
                [CODES, REGIONS, PROVINCES, CITIES, CLASSES].map(column),
            ))
        });
        let Some((at, names, scopes, [codes, regions, provinces, cities, classes])) = head else {
            continue;
        };
        recognised = true;
        for row in sheet.rows.iter().skip(at + 1) {
            let text = |column: u32| row.cell(column).display().trim().to_owned();
            let given = |column: Option<u32>| {
                let text = column.map(text).filter(|text| !text.is_empty());
                text.filter(|text| text != "-")
            };
            let (name, scope) = (text(names), text(scopes));
            if name.is_empty() {
                if !scope.is_empty() {
                    problems.push(problem(&sheet.name, row.number, "no_name", &[], false));
                }
                continue;
            }
            // As the atlas writes it: 江苏 苏州.
            let parts = [(provinces, '省'), (cities, '市')].map(|(column, end)| {
                let part = given(column)?;
                Some(part.strip_suffix(end).unwrap_or(&part).to_owned())
            });
            let mut parts: Vec<String> = parts.into_iter().flatten().collect();
            parts.dedup();
            let region = parts.join(" ");
            firms.push(Firm {
                row: row.number,
                name,
                scope,
                uscc: given(codes),
                region: given(regions).or(Some(region).filter(|region| !region.is_empty())),
                class: given(classes),
            });
        }
    }
    if !recognised {
        return Err(Fault::new(Code::NoFirms).with("file", name));
    }
    Ok(firms)
}
