//! The same columns by hand: every kind of record that a signing row tells
//! of, in plain tables with four indexes, in one transaction of prepared
//! inserts. No checks, no log, no search.

use std::path::Path;

use anyhow::{Result, anyhow};
use calamine::Data;
use sqlx::sqlite::{
    Sqlite, SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode,
    SqliteSynchronous,
};
use sqlx::{Arguments, AssertSqlSafe, ConnectOptions as _, Connection as _, Encode, Type};
use uuid::Uuid;

const TABLES: [&str; 8] = [
    "CREATE TABLE enterprise (id BLOB PRIMARY KEY, name TEXT, uscc TEXT, region TEXT)",
    "CREATE TABLE contact (id BLOB PRIMARY KEY, name TEXT, enterprise BLOB)",
    "CREATE TABLE project (id BLOB PRIMARY KEY, project_no TEXT, name TEXT, investor BLOB, \
     content TEXT, chain TEXT, chain_node TEXT, promotion_method TEXT, sponsor_leader TEXT, \
     land_area INTEGER, note TEXT)",
    "CREATE TABLE agreement (id BLOB PRIMARY KEY, project BLOB, party BLOB, contact BLOB, \
     agreement_type TEXT, sign_date TEXT, contract_total INTEGER, contract_capital INTEGER, \
     fixed_investment INTEGER, responsible_unit TEXT)",
    "CREATE INDEX enterprise_name ON enterprise (name)",
    "CREATE INDEX project_name ON project (name)",
    "CREATE INDEX project_investor ON project (investor)",
    "CREATE INDEX agreement_sign_date ON agreement (sign_date)",
];

/// Rows that one statement inserts: one answer of SQLite's thread for each
/// single row would cost more than the row.
const TOGETHER: usize = 64;

/// Rows of a table on their way.
struct Gathered {
    table: &'static str,
    columns: usize,
    rows: usize,
    arguments: SqliteArguments,
}

impl Gathered {
    fn of(table: &'static str, columns: usize) -> Self {
        Self {
            table,
            columns,
            rows: 0,
            arguments: SqliteArguments::default(),
        }
    }

    fn value<'v>(&mut self, value: impl Encode<'v, Sqlite> + Type<Sqlite>) -> Result<&mut Self> {
        let added = Arguments::add(&mut self.arguments, value);
        added.map_err(|error| anyhow!(error))?;
        Ok(self)
    }

    async fn row_ends(&mut self, connection: &mut SqliteConnection) -> Result<()> {
        self.rows += 1;
        if self.rows == TOGETHER {
            self.hand_over(connection).await?;
        }
        Ok(())
    }

    async fn hand_over(&mut self, connection: &mut SqliteConnection) -> Result<()> {
        if self.rows > 0 {
            let row = format!("({})", vec!["?"; self.columns].join(", "));
            let rows = vec![row; self.rows].join(", ");
            let sql = format!("INSERT INTO {} VALUES {rows}", self.table);
            let arguments = std::mem::take(&mut self.arguments);
            sqlx::query_with(AssertSqlSafe(sql), arguments)
                .execute(connection)
                .await?;
            self.rows = 0;
        }
        Ok(())
    }
}

fn text(cell: &Data) -> Option<&str> {
    match cell {
        Data::String(text) => Some(text),
        _ => None,
    }
}

fn scaled(cell: &Data) -> Option<i64> {
    match cell {
        Data::Float(number) => Some((number * 100.0) as i64),
        _ => None,
    }
}

/// Inserts the rows below the heading; returns how many.
pub(crate) async fn insert(db: &Path, rows: &[Vec<Data>]) -> Result<usize> {
    let mut connection = SqliteConnectOptions::new()
        .filename(db)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    for table in TABLES {
        sqlx::query(table).execute(&mut connection).await?;
    }
    let mut transaction = connection.begin().await?;
    let mut enterprises = Gathered::of("enterprise", 4);
    let mut contacts = Gathered::of("contact", 3);
    let mut projects = Gathered::of("project", 11);
    let mut agreements = Gathered::of("agreement", 10);
    let mut last: Option<(String, Uuid, Uuid)> = None;
    for row in rows.iter().skip(1) {
        let name = text(&row[3]).unwrap_or_default();
        let known = last.as_ref().filter(|(known, ..)| known == name);
        let (party, contact) = match known {
            Some((_, party, contact)) => (*party, *contact),
            None => {
                let (party, contact) = (Uuid::now_v7(), Uuid::now_v7());
                enterprises
                    .value(party)?
                    .value(name)?
                    .value(text(&row[4]))?
                    .value(text(&row[5]))?
                    .row_ends(&mut transaction)
                    .await?;
                contacts
                    .value(contact)?
                    .value(text(&row[18]))?
                    .value(party)?
                    .row_ends(&mut transaction)
                    .await?;
                last = Some((name.to_owned(), party, contact));
                (party, contact)
            }
        };
        let project = Uuid::now_v7();
        projects
            .value(project)?
            .value(text(&row[1]))?
            .value(text(&row[2]))?
            .value(party)?
            .value(text(&row[6]))?
            .value(text(&row[11]))?
            .value(text(&row[12]))?
            .value(text(&row[15]))?
            .value(text(&row[17]))?
            .value(scaled(&row[10]))?
            .value(text(&row[19]))?
            .row_ends(&mut transaction)
            .await?;
        agreements
            .value(Uuid::now_v7())?
            .value(project)?
            .value(party)?
            .value(contact)?
            .value(text(&row[14]))?
            .value(text(&row[13]))?
            .value(scaled(&row[7]))?
            .value(scaled(&row[8]))?
            .value(scaled(&row[9]))?
            .value(text(&row[16]))?
            .row_ends(&mut transaction)
            .await?;
    }
    for rest in [enterprises, contacts, projects, agreements].iter_mut() {
        rest.hand_over(&mut transaction).await?;
    }
    transaction.commit().await?;
    connection.close().await?;
    Ok(rows.len() - 1)
}
