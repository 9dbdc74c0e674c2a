//! Rows of a list that count in no figure: until somebody decides whether they
//! repeat others, or because the project that they are of lies in the bin.

use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use suoji_model::{Kind, Shape};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::Result;
use crate::figures::{OPEN, OPEN_LISTING, UNDECIDED};
use crate::recall::{LISTED, listed};

/// Why a row counts in no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It, or the project that it is of, may repeat another.
    Undecided,
    /// The project that it is of lies in the bin.
    Orphaned,
}

/// Whether a row of a kind waits by itself. An agreement and a key project wait
/// with their project, and that waits as long as one of them does.
fn waits_itself(kind: &Kind) -> bool {
    kind.field("same_verdict").is_some() && !["project", "key_project"].contains(&kind.name)
}

/// Whether row `r` of a kind waits until somebody decides, as the figures have
/// it; `None` where rows never do.
fn undecided(kind: &Kind) -> Option<String> {
    if waits_itself(kind) {
        return Some(format!("({UNDECIDED} AND r.same_verdict IS NOT 'same')"));
    }
    // From the projects outwards: few are undecided.
    let waiting = "p.suspected_same_as IS NOT NULL AND p.deleted = 0";
    let signed = format!("SELECT p.id FROM project AS p WHERE {waiting} AND {OPEN}");
    let listed = |column: &str| {
        format!(
            "SELECT {column} FROM project AS p CROSS JOIN key_project AS r ON r.project = p.id \
             WHERE {waiting} AND r.deleted = 0 AND {OPEN_LISTING}"
        )
    };
    match kind.name {
        "agreement" => Some(format!("(r.project IN ({signed}))")),
        "key_project" => Some(format!("(r.id IN ({}))", listed("r.id"))),
        "project" => Some(format!(
            "(r.id IN ({signed} UNION {}))",
            listed("r.project")
        )),
        _ => None,
    }
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
        if counts_with(kind).is_empty() {
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
        Ok(Self {
            undecided: undecided.filter(|_| waits || waits_itself(kind)),
            orphaned: orphaned.filter(|_| lies),
        })
    }
}

/// The kinds whose changes make rows of `kind` count, or not, without touching
/// them.
pub(crate) fn counts_with(kind: &Kind) -> &'static [&'static str] {
    match kind.name {
        "project" => &["agreement", "key_project"],
        _ if orphaned(kind).is_some() => &["project"],
        _ => &[],
    }
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
