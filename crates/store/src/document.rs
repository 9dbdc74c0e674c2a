//! A record's search document: one row of `search_doc`, written with the
//! record's row.

use sqlx::{AssertSqlSafe, SqliteConnection};
use suoji_model::Kind;
use suoji_model::log::Replayed;
use uuid::Uuid;

use crate::column::Statement;
use crate::tokens::{self, Document};

/// Writes a document, new or not.
const PUT: &str = "INSERT INTO search_doc (record, kind, plain, strong, middle, weak) \
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (record) DO UPDATE SET plain = excluded.plain, \
     strong = excluded.strong, middle = excluded.middle, weak = excluded.weak";
/// Removes a document, if there is one.
const REMOVE: &str = "DELETE FROM search_doc WHERE record = ?";

/// The document that a row has now; `None` when nothing of it is searched.
pub(crate) fn of(kind: &Kind, row: &Replayed) -> Option<Document> {
    tokens::document(kind, &row.values).filter(|_| !row.deleted)
}

/// The statement that keeps `document`.
pub(crate) fn sql(document: Option<&Document>) -> &'static str {
    match document {
        Some(_) => PUT,
        None => REMOVE,
    }
}

/// Binds what [`sql`] asks for.
pub(crate) fn bind<'q>(
    statement: Statement<'q>,
    kind: &'static Kind,
    record: Uuid,
    document: Option<&'q Document>,
) -> Statement<'q> {
    let statement = statement.bind(record);
    match document {
        Some(document) => statement
            .bind(kind.name)
            .bind(&*document.plain)
            .bind(&*document.strong)
            .bind(&*document.middle)
            .bind(&*document.weak),
        None => statement,
    }
}

/// Writes or removes a record's document by itself.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    record: Uuid,
    row: &Replayed,
) -> Result<(), sqlx::Error> {
    let document = of(kind, row);
    let statement = sqlx::query(AssertSqlSafe(sql(document.as_ref())));
    bind(statement, kind, record, document.as_ref())
        .execute(connection)
        .await?;
    Ok(())
}
