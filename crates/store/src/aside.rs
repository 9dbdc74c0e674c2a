//! Rows of a list that count in no figure: until somebody decides whether they
//! repeat others, or because the project that they are of lies in the bin.

use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use suoji_model::{Kind, Shape};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;
use crate::figures::{OPEN, UNDECIDED};
use crate::recall::{LISTED, listed};

/// Why a row counts in no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It, or the project that it is of, may repeat another.
    Undecided,
    /// The project that it is of lies in the bin.
    Orphaned,
}

/// Whether row `r` of a kind waits until somebody decides; `None` where rows
/// never do.
fn undecided(kind: &Kind) -> Option<String> {
    if kind.field("same_verdict").is_some() {
        return Some(format!("({UNDECIDED} AND r.same_verdict IS NOT 'same')"));
    }
    // From the projects outwards: few are undecided.
    (kind.name == "agreement").then(|| {
        format!(
            "(r.project IN (SELECT p.id FROM project AS p \
             WHERE p.suspected_same_as IS NOT NULL AND p.deleted = 0 AND {OPEN}))"
        )
    })
}

/// Whether row `r` of a kind is of a project in the bin, and counts with it.
fn orphaned(kind: &Kind) -> Option<&'static str> {
    let of_project = matches!(
        kind.field("project").map(|field| field.shape),
        Some(Shape::Ref("project"))
    );
    (of_project && ["agreement", "payment", "key_project"].contains(&kind.name))
        .then_some("(r.project IN (SELECT p.id FROM project AS p WHERE p.deleted = 1))")
}

/// What to ask of rows that are to be counted.
pub(crate) struct Tests {
    /// Whether a row waits until somebody decides.
    pub(crate) undecided: Option<String>,
    /// Whether a row is of a project in the bin.
    pub(crate) orphaned: Option<&'static str>,
}

impl Tests {
    /// The tests of a kind, without those of projects where none is undecided,
    /// or none in the bin: to ask them of every row would take as long again.
    pub(crate) async fn of(
        connection: &mut SqliteConnection,
        kind: &Kind,
    ) -> std::result::Result<Self, sqlx::Error> {
        let (undecided, orphaned) = (undecided(kind), orphaned(kind));
        if orphaned.is_none() {
            return Ok(Self {
                undecided,
                orphaned,
            });
        }
        let (waits, lies): (bool, bool) = sqlx::query_as(
            "SELECT EXISTS (SELECT 1 FROM project WHERE suspected_same_as IS NOT NULL), \
             EXISTS (SELECT 1 FROM project WHERE deleted = 1)",
        )
        .fetch_one(connection)
        .await?;
        let has_own = kind.field("same_verdict").is_some();
        Ok(Self {
            undecided: undecided.filter(|_| waits || has_own),
            orphaned: orphaned.filter(|_| lies),
        })
    }
}

/// The kind whose changes make rows of `kind` count, or not, without touching
/// them.
pub(crate) fn counts_with(kind: &Kind) -> Option<&'static str> {
    orphaned(kind).map(|_| "project")
}

impl Desk {
    /// Which of these rows of a kind count in no figure, and why.
    pub async fn aside(&self, kind: &'static Kind, ids: &[Uuid]) -> Result<Vec<(Uuid, Aside)>> {
        let (undecided, orphaned) = (undecided(kind), orphaned(kind));
        if ids.is_empty() || (undecided.is_none() && orphaned.is_none()) {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT r.id, {} AS orphaned, {} AS undecided FROM {} AS r WHERE r.id IN {LISTED}",
            orphaned.unwrap_or("0"),
            undecided.as_deref().unwrap_or("0"),
            kind.name
        );
        let rows = sqlx::query(AssertSqlSafe(sql))
            .bind(listed(ids.iter().copied()))
            .fetch_all(self.readers())
            .await
            .map_err(|error| self.failed(error))?;
        let mut found = Vec::new();
        for row in rows {
            let read = || -> std::result::Result<_, sqlx::Error> {
                Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))
            };
            match read().map_err(|error| self.failed(error))? {
                (id, true, _) => found.push((id, Aside::Orphaned)),
                (id, _, true) => found.push((id, Aside::Undecided)),
                _ => {}
            }
        }
        Ok(found)
    }
}
