//! What stays when an import is taken back although nothing holds it.

use sqlx::sqlite::SqliteRow;
use suoji_model::kinds::IMPORT_TEMPLATE;
use uuid::Uuid;

use super::column;

/// Sets the entries of templates aside, and names their records: how an office
/// writes its ledgers is known whatever becomes of the rows of one file. An
/// import that wrote nothing else is taken back with its templates.
pub(super) fn set_aside(
    entries: Vec<SqliteRow>,
) -> Result<(Vec<SqliteRow>, Vec<Uuid>), sqlx::Error> {
    let (templates, rows): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| {
        column::<String>(entry, "kind").is_ok_and(|kind| kind == IMPORT_TEMPLATE.name)
    });
    if rows.is_empty() {
        return Ok((templates, Vec::new()));
    }
    let named: Result<_, _> = templates
        .iter()
        .map(|entry| column(entry, "record"))
        .collect();
    Ok((rows, named?))
}
