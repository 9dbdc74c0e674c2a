//! The key projects of a plan year, and the projects finished in it.

use suoji_model::Period;
use uuid::Uuid;

use super::carriers::{FoundArea, thirds};
use super::{COUNTS_AS, FoundMoney, SAME, fen, id, is_rough};
use crate::desk::Desk;
use crate::error::Result;

/// What a plan year's ledger says of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The key project.
    pub key_project: Uuid,
    /// The project, or the one it was found to be the same as.
    pub project: Uuid,
    /// The packed projects (打包项目) that it belongs to, at every level.
    pub parents: Vec<Uuid>,
    /// In which year's plan.
    pub plan_year: Option<i32>,
    /// Under construction, planned, or finished.
    pub ledger_kind: Option<String>,
    /// Province, city or county.
    pub key_level: Option<String>,
    /// Continuing or new.
    pub build_nature: Option<String>,
    /// The total investment in fen.
    pub total_fen: Option<i64>,
    /// Whether that is approximate.
    pub approximate: bool,
    /// Planned for the year, in fen.
    pub plan_fen: Option<i64>,
    /// Invested in the year, in fen.
    pub done_fen: Option<i64>,
    /// Buildings: all, started, capped.
    pub buildings: [Option<i64>; 3],
    /// Their floor areas, as [`super::UnitRow::area`]: all, started, capped.
    pub floor_areas: [Option<i64>; 3],
    /// Its light.
    pub rag_status: Option<String>,
    /// The first day of its completion.
    pub completion_date: Option<String>,
    /// The first day of its production.
    pub production_date: Option<String>,
    /// Whether its completion and its production are so roughly dated that
    /// they may lie behind the period.
    pub rough: [bool; 2],
    /// Whether the project may repeat another, which nobody decided yet.
    pub undecided: bool,
}

impl KeyRow {
    /// What another list says of the same project, where this one does not.
    pub fn fill(&mut self, other: &Self) {
        if self.total_fen.is_none() {
            (self.total_fen, self.approximate) = (other.total_fen, other.approximate);
        }
        self.plan_fen = self.plan_fen.or(other.plan_fen);
        self.done_fen = self.done_fen.or(other.done_fen);
        for (own, others) in [
            (&mut self.ledger_kind, &other.ledger_kind),
            (&mut self.build_nature, &other.build_nature),
            (&mut self.rag_status, &other.rag_status),
        ] {
            if own.is_none() {
                own.clone_from(others);
            }
        }
        // A count of buildings is whole or not at all.
        if self.buildings[0].is_none() {
            self.buildings = other.buildings;
        }
        if self.floor_areas[0].is_none() {
            self.floor_areas = other.floor_areas;
        }
    }
}

/// A phase of a key project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseRow {
    /// The key project.
    pub key_project: Uuid,
    /// Its total investment in fen.
    pub total_fen: Option<i64>,
    /// Whether it is done.
    pub finished: bool,
}

/// The projects above `p`, each as the one it was found to be the same as.
const PARENTS: &str = "iif(p.parent_project IS NULL, '[]', (WITH RECURSIVE above (id) AS ( \
     SELECT p.parent_project \
     UNION SELECT q.parent_project FROM above JOIN project AS q ON q.id = above.id \
       WHERE q.parent_project IS NOT NULL) \
   SELECT json_group_array(hex(coalesce(same.root, above.id))) \
   FROM above LEFT JOIN same ON same.id = above.id WHERE above.id <> p.id))";

/// Whether nobody decided yet if a listing `r` is that of another project, which is
/// listed for the same year and as far: without such a listing, or with that
/// project in the bin, the project counts once, whatever is decided.
pub(crate) const OPEN: &str = "(p.suspected_same_as IS NOT NULL \
     AND coalesce(p.same_verdict, '') NOT IN ('same', 'different') \
     AND EXISTS (SELECT 1 FROM project AS o JOIN key_project AS k ON k.project = o.id \
       WHERE o.id = p.suspected_same_as AND o.deleted = 0 AND k.deleted = 0 AND k.plan_year IS r.plan_year \
       AND coalesce(k.completion_date, k.production_date) IS NULL = \
           (coalesce(r.completion_date, r.production_date) IS NULL)))";

type Found = (
    (String, String, Vec<String>, Option<i32>),
    (Option<String>, Option<String>, Option<String>),
    (FoundMoney, u8, FoundMoney, FoundMoney),
    (Option<i64>, Option<i64>, Option<i64>),
    (FoundArea, FoundArea, FoundArea),
    (Option<String>, Option<String>, Option<String>),
    (u8, u8, u8),
);

impl Desk {
    /// Everything the ledgers say of projects planned for the year of `period`
    /// or finished in it or before, one row for each time a project is listed.
    pub async fn key_projects(&self, period: Period) -> Result<Vec<KeyRow>> {
        let rough = ["r.completion_date", "r.production_date"].map(|day| is_rough(day, period));
        let [completed, producing] = rough;
        let sql = format!(
            "WITH RECURSIVE {SAME} \
             SELECT json_group_array(json_array( \
               json_array(hex(r.id), hex({COUNTS_AS}), \
                 json({PARENTS}), r.plan_year), \
               json_array(r.ledger_kind, r.key_level, r.build_nature), \
               json_array(json_array(r.total_investment, r.total_investment_currency), \
                 r.total_investment IS NOT NULL AND r.total_investment_mark IS NOT NULL, \
                 json_array(r.annual_plan_investment, r.annual_plan_investment_currency), \
                 json_array(r.annual_completed_investment, \
                   r.annual_completed_investment_currency)), \
               json_array(r.buildings, r.buildings_started, r.buildings_capped), \
               json_array(json_array(r.floor_area, r.floor_area_unit), \
                 json_array(r.floor_area_started, r.floor_area_started_unit), \
                 json_array(r.floor_area_capped, r.floor_area_capped_unit)), \
               json_array(r.rag_status, r.completion_date, r.production_date), \
               json_array({completed}, {producing}, {OPEN}))) \
             FROM key_project AS r JOIN project AS p ON p.id = r.project \
             WHERE r.deleted = 0 AND p.deleted = 0 AND (r.plan_year = CAST(?1 AS INTEGER) \
               OR r.completion_date < ?2 OR r.production_date < ?2)"
        );
        let binds = vec![period.year().to_string(), period.after()];
        let rows: Vec<Found> = self.rows(sql, binds).await?;
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The phases of the key projects of a plan year.
    pub async fn phases(&self, year: i32) -> Result<Vec<PhaseRow>> {
        let sql = "SELECT json_group_array(json_array(hex(r.key_project), \
               json_array(r.total_investment, r.total_investment_currency), \
               coalesce(r.finished, 0))) \
             FROM project_phase AS r JOIN key_project AS k ON k.id = r.key_project \
             WHERE r.deleted = 0 AND k.deleted = 0 AND k.plan_year = CAST(?1 AS INTEGER)";
        let rows: Vec<(String, FoundMoney, u8)> =
            self.rows(sql.to_owned(), vec![year.to_string()]).await?;
        let read = |(key_project, total, finished): (String, FoundMoney, u8)| {
            Some(PhaseRow {
                key_project: id(&key_project)?,
                total_fen: fen(&total, None),
                finished: finished != 0,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

fn read((ids, choices, amounts, buildings, areas, rest, is): Found) -> Option<KeyRow> {
    let (key_project, project, parents, plan_year) = ids;
    let (ledger_kind, key_level, build_nature) = choices;
    let (total, approximate, plan, done) = amounts;
    let (all, started, capped) = buildings;
    let (built, begun, topped) = areas;
    let (rag_status, completion_date, production_date) = rest;
    let (completion_rough, production_rough, undecided) = is;
    Some(KeyRow {
        key_project: id(&key_project)?,
        project: id(&project)?,
        parents: parents.iter().filter_map(|parent| id(parent)).collect(),
        plan_year,
        ledger_kind,
        key_level,
        build_nature,
        total_fen: fen(&total, None),
        approximate: approximate != 0,
        plan_fen: fen(&plan, None),
        done_fen: fen(&done, None),
        buildings: [all, started, capped],
        floor_areas: [built, begun, topped].map(|one| one.0.is_some().then(|| thirds(&one))),
        rag_status,
        completion_date,
        production_date,
        rough: [completion_rough, production_rough].map(|one| one != 0),
        undecided: undecided != 0,
    })
}
