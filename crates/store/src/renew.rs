//! Making a file's search documents anew when they have an older form.

use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use suoji_model::log::Replayed;
use suoji_model::{Kind, kinds};

use crate::document::{self, FORM};
use crate::row;
use crate::setting::{self, SEARCH_FORM};

/// Records that are read together.
const TOGETHER: usize = 2_000;

/// Makes all search documents anew, in one transaction, unless they have the
/// form that this version writes.
pub(crate) async fn renew(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    if is_current(connection).await? {
        return Ok(());
    }
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    // Another program may have done it meanwhile.
    if !is_current(&mut transaction).await? {
        clear(&mut transaction).await?;
        for kind in kinds::ALL {
            if kind.fields.iter().any(|field| field.search > 0) {
                write_kind(&mut transaction, kind).await?;
            }
        }
        setting::put(&mut transaction, SEARCH_FORM, FORM).await?;
    }
    transaction.commit().await
}

/// How the index keeps itself: it gathers so many bytes before it writes them,
/// has up to so many parts of a size before it makes one of them, and does not
/// rewrite its older parts for the sake of documents that changed,
/// which it does at every block of a paste otherwise.
const INDEX: &[(&str, i64)] = &[("hashsize", 32 << 20), ("automerge", 8), ("deletemerge", 0)];

/// Takes all documents away.
pub(crate) async fn clear(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    // All at once costs less than taking one document after another out.
    sqlx::query("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM search_doc")
        .execute(&mut *connection)
        .await?;
    for (name, value) in INDEX {
        sqlx::query("INSERT INTO search_index (search_index, rank) VALUES (?, ?)")
            .bind(*name)
            .bind(*value)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn is_current(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let form = setting::get(connection, SEARCH_FORM).await?;
    Ok(form.as_deref() == Some(FORM))
}

async fn write_kind(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "SELECT rowid, {} FROM {} WHERE rowid > ? AND deleted = 0 ORDER BY rowid LIMIT {TOGETHER}",
        row::table(kind).columns,
        kind.name
    );
    let mut last = i64::MIN;
    loop {
        let rows = sqlx::query(AssertSqlSafe(sql.clone()))
            .bind(last)
            .fetch_all(&mut *connection)
            .await?;
        for found in &rows {
            let record = row::read(kind, found)?;
            let row = Replayed {
                values: record.values,
                deleted: record.deleted,
                version: record.version,
            };
            document::write(&mut *connection, kind, record.id, &row).await?;
        }
        match rows.last() {
            Some(row) => last = row.try_get("rowid")?,
            None => return Ok(()),
        }
    }
}
