use std::collections::BTreeSet;

use sqlx::Row;
use suoji_model::kinds;

use crate::Desk;

/// The declaration and the database agree, column by column.
#[tokio::test]
async fn every_declared_column_exists_and_no_other_and_each_table_is_guarded() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = Desk::create(&folder.path().join("desk.db"), None)
        .await
        .expect("desk");
    for kind in kinds::ALL {
        let rows = sqlx::query("SELECT name FROM pragma_table_info(?)")
            .bind(kind.name)
            .fetch_all(desk.readers())
            .await
            .expect("table");
        let found: BTreeSet<String> = rows.iter().map(|row| row.get("name")).collect();
        let declared: BTreeSet<String> = ["id", "version", "deleted", "extra"]
            .into_iter()
            .map(str::to_owned)
            .chain(kind.fields.iter().flat_map(super::names))
            .collect();
        assert_eq!(found, declared, "{}", kind.name);
        let guards: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 \
             AND name IN (?1 || '_insert_through_the_log', ?1 || '_update_through_the_log', \
                ?1 || '_never_deleted')",
        )
        .bind(kind.name)
        .fetch_one(desk.readers())
        .await
        .expect("guards");
        assert_eq!(guards, 3, "{}", kind.name);
    }
}
