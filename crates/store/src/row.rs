//! Reading and writing one row of a kind's table.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde_json::Value as Json;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use suoji_model::kinds;
use suoji_model::log::{Change, Changes, DELETED, Replayed, Values};
use suoji_model::{Cell, Field, Kind};
use uuid::Uuid;

use crate::column;

/// A record as it stands.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its kind.
    pub kind: &'static Kind,
    /// Its id.
    pub id: Uuid,
    /// `seq` of the last log entry that touched it.
    pub version: i64,
    /// Whether it lies in the recycle bin.
    pub deleted: bool,
    /// Field values in JSON form, blank ones left out; extra fields, and
    /// fields a newer release wrote, under their own keys.
    pub values: Values,
}

/// What a row holds, as it is written.
#[derive(Clone, Copy)]
pub(crate) struct State<'r> {
    pub(crate) values: &'r Values,
    pub(crate) deleted: bool,
    pub(crate) version: i64,
}

impl<'r> From<&'r Replayed> for State<'r> {
    fn from(row: &'r Replayed) -> Self {
        Self {
            values: &row.values,
            deleted: row.deleted,
            version: row.version,
        }
    }
}

/// The SQL of a kind's table, made once from the declaration.
pub(crate) struct Table {
    /// All columns of a record, comma-separated.
    pub(crate) columns: String,
    /// The statement that writes a whole new row.
    pub(crate) insert: String,
}

static TABLES: LazyLock<HashMap<&'static str, Table>> = LazyLock::new(|| {
    let table = |kind: &&'static Kind| {
        let mut names: Vec<String> = ["id", "version", "deleted", "extra"]
            .map(str::to_owned)
            .to_vec();
        names.extend(kind.fields.iter().flat_map(column::names));
        let places = vec!["?"; names.len()].join(", ");
        let columns = names.join(", ");
        let insert = format!(
            "INSERT OR FAIL INTO {} ({columns}) VALUES ({places})",
            kind.name
        );
        (kind.name, Table { columns, insert })
    };
    kinds::ALL.iter().map(table).collect()
});

/// The SQL of `kind`'s table.
pub(crate) fn table(kind: &Kind) -> &'static Table {
    &TABLES[kind.name]
}

/// Reads a row that has all columns of its kind.
pub(crate) fn read(kind: &'static Kind, row: &SqliteRow) -> Result<Record, sqlx::Error> {
    let extra: String = row.try_get("extra")?;
    let mut values: Values =
        serde_json::from_str(&extra).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    for field in kind.fields {
        let cell = column::read(row, field)?;
        if cell != Cell::Blank {
            values.insert(field.name.to_owned(), cell.to_json(&field.shape));
        }
    }
    Ok(Record {
        kind,
        id: row.try_get("id")?,
        version: row.try_get("version")?,
        deleted: row.try_get("deleted")?,
        values,
    })
}

/// Reads the record of that id, deleted or not.
pub(crate) async fn find(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    id: Uuid,
) -> Result<Option<Record>, sqlx::Error> {
    let sql = format!(
        "SELECT {} FROM {} WHERE id = ?",
        table(kind).columns,
        kind.name
    );
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(kind, &row)).transpose()
}

/// Writes a whole new row by itself.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    kind: &'static Kind,
    id: Uuid,
    row: &Replayed,
) -> Result<(), sqlx::Error> {
    let statement = sqlx::query(table(kind).insert.as_str());
    bind_insert(statement, kind, id, row.into())
        .execute(connection)
        .await?;
    Ok(())
}

/// Binds what [`Table::insert`] asks for.
pub(crate) fn bind_insert<'q>(
    statement: column::Statement<'q>,
    kind: &Kind,
    id: Uuid,
    row: State<'_>,
) -> column::Statement<'q> {
    let mut statement = statement
        .bind(id)
        .bind(row.version)
        .bind(row.deleted)
        .bind(extra_text(kind, row.values));
    for field in kind.fields {
        statement = column::bind(statement, &field.shape, cell(field, row.values));
    }
    statement
}

/// The statement that writes a new row of which nothing but `filled` is not
/// as the table has it by default.
pub(crate) fn filled_sql(kind: &Kind, filled: &Touched) -> String {
    let mut columns = vec!["id".to_owned(), "version".to_owned()];
    columns.extend(filled.fields().flat_map(column::names));
    if filled.extra {
        columns.push("extra".to_owned());
    }
    let places = vec!["?"; columns.len()].join(", ");
    let columns = columns.join(", ");
    format!(
        "INSERT OR FAIL INTO {} ({columns}) VALUES ({places})",
        kind.name
    )
}

/// Binds what [`filled_sql`] asks for.
pub(crate) fn bind_filled<'q>(
    statement: column::Statement<'q>,
    kind: &Kind,
    filled: &Touched,
    id: Uuid,
    row: State<'_>,
) -> column::Statement<'q> {
    let mut statement = statement.bind(id).bind(row.version);
    for field in filled.fields() {
        statement = column::bind(statement, &field.shape, cell(field, row.values));
    }
    match filled.extra {
        true => statement.bind(extra_text(kind, row.values)),
        false => statement,
    }
}

/// What a change of an existing row touches, or what new rows fill.
#[derive(Debug, Default, Clone)]
pub(crate) struct Touched {
    /// The declared fields, by name.
    fields: BTreeMap<&'static str, &'static Field>,
    /// Whether it goes into or out of the bin.
    pub(crate) deleted: bool,
    /// Whether values without a column of their own change.
    extra: bool,
}

impl PartialEq for Touched {
    fn eq(&self, other: &Self) -> bool {
        let same = self.deleted == other.deleted && self.extra == other.extra;
        same && self.fields.keys().eq(other.fields.keys())
    }
}

impl Touched {
    /// What these changes touch.
    pub(crate) fn of(kind: &'static Kind, changes: &Changes) -> Self {
        let mut touched = Self::default();
        for (group, Change { old, new }) in changes {
            if group == DELETED {
                touched.deleted = true;
                continue;
            }
            for name in old.keys().chain(new.keys()) {
                match kind.field(name) {
                    Some(field) => _ = touched.fields.insert(field.name, field),
                    None => touched.extra = true,
                }
            }
        }
        touched
    }

    /// Takes in what a new row holds.
    pub(crate) fn fill(&mut self, kind: &'static Kind, values: &Values) {
        for name in values.keys() {
            if self.fields.contains_key(&**name) {
                continue;
            }
            match kind.field(name) {
                Some(field) => _ = self.fields.insert(field.name, field),
                None => self.extra = true,
            }
        }
    }

    /// The declared fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.values().copied()
    }
}

/// The statement that writes `touched` fields of as many existing rows.
pub(crate) fn update_sql(kind: &Kind, touched: &Touched, many: usize) -> String {
    let mut columns = vec!["version".to_owned()];
    columns.extend(touched.fields().flat_map(column::names));
    if touched.deleted {
        columns.push("deleted".to_owned());
    }
    if touched.extra {
        columns.push("extra".to_owned());
    }
    if many == 1 {
        let sets = columns.join(" = ?, ");
        return format!("UPDATE OR FAIL {} SET {sets} = ? WHERE id = ?", kind.name);
    }
    let places = vec!["?"; columns.len() + 1].join(", ");
    let id = columns.len() + 1;
    let sets = columns.iter().zip(1..);
    let sets: Vec<String> = sets
        .map(|(column, at)| format!("{column} = new.column{at}"))
        .collect();
    let sql = format!(
        "UPDATE OR FAIL {} AS r SET {} FROM (VALUES ({places})) AS new WHERE r.id = new.column{id}",
        kind.name,
        sets.join(", ")
    );
    times(&sql, many)
}

/// The statement with its one row of `VALUES` repeated so many times.
pub(crate) fn times(sql: &str, many: usize) -> String {
    const VALUES: &str = "VALUES (";
    let Some(start) = sql.find(VALUES) else {
        return sql.to_owned();
    };
    let row = start + VALUES.len() - 1;
    let end = sql[row..].find(')').map_or(sql.len(), |end| row + end + 1);
    let rows = vec![&sql[row..end]; many].join(", ");
    format!("{}{rows}{}", &sql[..row], &sql[end..])
}

/// Binds what [`update_sql`] asks for.
pub(crate) fn bind_update<'q>(
    mut statement: column::Statement<'q>,
    kind: &Kind,
    touched: &Touched,
    id: Uuid,
    row: State<'_>,
) -> column::Statement<'q> {
    statement = statement.bind(row.version);
    for field in touched.fields() {
        statement = column::bind(statement, &field.shape, cell(field, row.values));
    }
    if touched.deleted {
        statement = statement.bind(row.deleted);
    }
    if touched.extra {
        statement = statement.bind(extra_text(kind, row.values));
    }
    statement.bind(id)
}

/// The cell of a declared field. Values come from the write path or the log,
/// which hold only what [`Cell::read`] accepted.
fn cell(field: &Field, values: &Values) -> Cell {
    let json = values.get(field.name);
    json.map_or(Cell::Blank, |json| {
        Cell::read(&field.shape, json).unwrap_or(Cell::Blank)
    })
}

/// The values that have no column of their own.
fn extra_text(kind: &Kind, values: &Values) -> String {
    if values.keys().all(|name| kind.field(name).is_some()) {
        return "{}".to_owned();
    }
    let extra: Values = values
        .iter()
        .filter(|(name, _)| kind.field(name).is_none())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Json::Object(extra).to_string()
}
