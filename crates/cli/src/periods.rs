//! The same months of two years side by side, and frozen periods.

use serde_json::{Map, Value, json};
use suoji_app::word;

use crate::figures::{list, months};
use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// Prints the figures of a period beside those of the same months of `with`.
pub(crate) async fn compare(
    session: &Session,
    mut asked: Map<String, Value>,
    with: i32,
) -> Result<(), Stop> {
    session.open().await?;
    asked.insert("with".to_owned(), json!(with));
    let reply = session.call("compare", Value::Object(asked)).await?;
    session.print(&reply, || {
        let years = ["with", "year"].map(|one| months(session, &reply[one], &reply["through"]));
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

/// Freezes the figures of a period.
pub(crate) async fn freeze(
    session: &Session,
    mut asked: Map<String, Value>,
    name: &str,
) -> Result<(), Stop> {
    session.open().await?;
    asked.insert("name".to_owned(), json!(name));
    let whole = json!(12);
    let through = asked.get("through").unwrap_or(&whole);
    let period = months(session, &asked["year"], through);
    let reply = session.call("freeze", Value::Object(asked)).await?;
    session.print(&reply, || {
        let params = [
            ("name", name),
            ("id", text(&reply["id"])),
            ("period", &*period),
        ];
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
        let year = months(session, &one["year"], &one["through"]);
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
