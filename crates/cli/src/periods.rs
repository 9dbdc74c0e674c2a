//! Two years side by side, and frozen periods.

use serde_json::{Value, json};
use suoji_app::word;

use crate::figures::list;
use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// Prints the figures of `year` beside those of `with`.
pub(crate) async fn compare(
    session: &Session,
    year: i32,
    with: i32,
    rule: Value,
) -> Result<(), Stop> {
    session.open().await?;
    let request = json!({ "year": year, "with": with, "rule": rule });
    let reply = session.call("compare", request).await?;
    session.print(&reply, || {
        let years = [with.to_string(), year.to_string()];
        let mut table = headed(session, &["figure", "unit"], &years, "change");
        for one in list(&reply["figures"]) {
            let change = format!(
                "{} {}",
                text(&one["change"]),
                word(
                    session.language,
                    &format!("unit.{}", text(&one["change_unit"]))
                ),
            );
            let before = one["before"].as_str().unwrap_or("—");
            let now = text(&one["now"]["display"]);
            table.row([
                &name(session, one),
                &unit(session, one),
                before,
                now,
                &change,
            ]);
        }
        table.text() + &otherwise(session, &reply)
    })
}

/// The settings that the two years were counted by in different readings.
fn otherwise(session: &Session, reply: &Value) -> String {
    let settings = list(&reply["read_otherwise"]);
    if settings.is_empty() {
        return String::new();
    }
    let label = |setting: &Value| {
        let key = format!("rule.{}", text(setting));
        word(session.language, &key).to_owned()
    };
    let labels: Vec<String> = settings.iter().map(label).collect();
    let params = [("settings", &*labels.join(" · "))];
    session.sentence("compare.read_otherwise", &params) + "\n"
}

/// Freezes the figures of a year.
pub(crate) async fn freeze(
    session: &Session,
    year: i32,
    name: &str,
    rule: Value,
) -> Result<(), Stop> {
    session.open().await?;
    let request = json!({ "year": year, "name": name, "rule": rule });
    let reply = session.call("freeze", request).await?;
    let id = text(&reply["id"]).to_owned();
    let (year, params) = (year.to_string(), [("name", name), ("id", id.as_str())]);
    session.print(&reply, || {
        let params = [params[0], params[1], ("year", year.as_str())];
        session.sentence("freeze.done", &params) + "\n"
    })
}

/// Lists the frozen periods, or what changed since one was frozen.
pub(crate) async fn frozen(session: &Session, period: Option<&str>) -> Result<(), Stop> {
    session.open().await?;
    match period {
        None => {
            let reply = session.call("frozen", json!({})).await?;
            session.print(&reply, || periods(session, &reply))
        }
        Some(id) => {
            let reply = session.call("frozen_changes", json!({ "id": id })).await?;
            session.print(&reply, || changes(session, &reply))
        }
    }
}

fn periods(session: &Session, reply: &Value) -> String {
    let mut table = headed(session, &["name", "year", "frozen_at"], &[], "id");
    for one in list(&reply["periods"]) {
        let year = one["year"].to_string();
        let (name, at, id) = (
            text(&one["name"]),
            text(&one["frozen_at"]),
            text(&one["id"]),
        );
        table.row([name, &year, at, id]);
    }
    table.text()
}

fn changes(session: &Session, reply: &Value) -> String {
    let columns = ["figure", "unit", "was", "now", "late", "withdrawn"];
    let mut table = headed(session, &columns, &[], "corrected");
    for one in list(&reply["figures"]) {
        let rows = |part: &str| list(&one[part]).len().to_string();
        table.row([
            &name(session, one),
            &unit(session, one),
            text(&one["was"]),
            text(&one["now"]),
            &rows("late"),
            &rows("withdrawn"),
            &rows("corrected"),
        ]);
    }
    table.text()
}

/// A table headed by the program's own words, then by `more`, then by one
/// word again.
fn headed(session: &Session, names: &[&str], more: &[String], last: &str) -> Table {
    let head = |name: &str| session.word(&format!("head.{name}")).to_owned();
    let names = names.iter().map(|name| head(name));
    Table::new(names.chain(more.iter().cloned()).chain([head(last)]))
}

fn name(session: &Session, figure: &Value) -> String {
    let key = format!("figure.{}.name", text(&figure["id"]));
    word(session.language, &key).to_owned()
}

fn unit(session: &Session, figure: &Value) -> String {
    let key = format!("unit.{}", text(&figure["unit"]));
    word(session.language, &key).to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
