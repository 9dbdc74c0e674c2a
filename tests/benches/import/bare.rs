//! The same columns by hand: every kind of record that a signing row tells
//! of, in plain tables with four indexes, in one transaction of prepared
//! inserts. No checks, no log, no search.

use std::path::Path;

use anyhow::Result;
use calamine::Data;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _};
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

const ENTERPRISE: &str = "INSERT INTO enterprise VALUES (?, ?, ?, ?)";
const CONTACT: &str = "INSERT INTO contact VALUES (?, ?, ?)";
const PROJECT: &str = "INSERT INTO project VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const AGREEMENT: &str = "INSERT INTO agreement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
    let mut last: Option<(String, Uuid, Uuid)> = None;
    for row in rows.iter().skip(1) {
        let name = text(&row[3]).unwrap_or_default();
        let known = last.as_ref().filter(|(known, ..)| known == name);
        let (party, contact) = match known {
            Some((_, party, contact)) => (*party, *contact),
            None => {
                let (party, contact) = (Uuid::now_v7(), Uuid::now_v7());
                sqlx::query(ENTERPRISE)
                    .bind(party)
                    .bind(name)
                    .bind(text(&row[4]))
                    .bind(text(&row[5]))
                    .execute(&mut *transaction)
                    .await?;
                sqlx::query(CONTACT)
                    .bind(contact)
                    .bind(text(&row[18]))
                    .bind(party)
                    .execute(&mut *transaction)
                    .await?;
                last = Some((name.to_owned(), party, contact));
                (party, contact)
            }
        };
        let project = Uuid::now_v7();
        sqlx::query(PROJECT)
            .bind(project)
            .bind(text(&row[1]))
            .bind(text(&row[2]))
            .bind(party)
            .bind(text(&row[6]))
            .bind(text(&row[11]))
            .bind(text(&row[12]))
            .bind(text(&row[15]))
            .bind(text(&row[17]))
            .bind(scaled(&row[10]))
            .bind(text(&row[19]))
            .execute(&mut *transaction)
            .await?;
        sqlx::query(AGREEMENT)
            .bind(Uuid::now_v7())
            .bind(project)
            .bind(party)
            .bind(contact)
            .bind(text(&row[14]))
            .bind(text(&row[13]))
            .bind(scaled(&row[7]))
            .bind(scaled(&row[8]))
            .bind(scaled(&row[9]))
            .bind(text(&row[16]))
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    connection.close().await?;
    Ok(rows.len() - 1)
}
