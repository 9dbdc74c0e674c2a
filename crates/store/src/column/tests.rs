use std::collections::BTreeSet;

use sqlx::Row;
use suoji_model::kinds;

use crate::Desk;

/// The declaration and the database agree, column by column.
#[tokio::test]
async fn every_declared_column_exists_and_no_other() {
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
    }
}
