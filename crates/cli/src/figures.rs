//! `figures`: a year's signing figures.

use serde_json::{Map, Value, json};
use suoji_app::{Language, word};

use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// Prints the figures of `year`; as JSON, an object by id.
pub(crate) async fn figures(session: &Session, year: i32) -> Result<(), Stop> {
    session.open().await?;
    let reply = session.call("figures", json!({ "year": year })).await?;
    session.print(&by_id(&reply), || text(session, &reply))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The figures as an object by id, each with its rows, rule and cut-off.
/// Units do not follow the language: programs read this.
fn by_id(reply: &Value) -> Value {
    let mut figures = Map::new();
    for figure in list(&reply["figures"]) {
        let value = &figure["value"];
        let mut entry = if value["kind"] == "count" {
            json!({ "value": value["count"], "unit": "count" })
        } else {
            let key = format!("unit.{}", figure["unit"].as_str().unwrap_or_default());
            let unit = word(Language::Chinese, &key);
            json!({ "yuan": value["yuan"], "display": value["display"], "unit": unit })
        };
        for part in ["ids", "approximate", "missing", "on_the_line"] {
            entry[part] = figure[part].clone();
        }
        entry["rule"] = reply["rule"].clone();
        entry["cutoff"] = reply["cutoff"].clone();
        let id = figure["id"].as_str().unwrap_or_default();
        figures.insert(id.to_owned(), entry);
    }
    Value::Object(figures)
}

fn text(session: &Session, reply: &Value) -> String {
    let headings = [
        "figure",
        "value",
        "unit",
        "rows",
        "approximate",
        "missing",
        "on_the_line",
    ];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(["".to_owned()].into_iter().chain(headings));
    for column in [2, 4, 5, 6, 7] {
        table = table.right(column);
    }
    for figure in list(&reply["figures"]) {
        let id = figure["id"].as_str().unwrap_or_default();
        let value = &figure["value"];
        let shown = match value["display"].as_str() {
            Some(display) => display.to_owned(),
            None => value["count"].to_string(),
        };
        let unit = format!("unit.{}", figure["unit"].as_str().unwrap_or_default());
        let name = format!("figure.{id}.name");
        let rows = |part: &str| list(&figure[part]).len().to_string();
        table.row([
            id,
            word(session.language, &name),
            &shown,
            word(session.language, &unit),
            &rows("ids"),
            &rows("approximate"),
            &rows("missing"),
            &rows("on_the_line"),
        ]);
    }
    let (year, version) = (
        reply["year"].to_string(),
        reply["rule"]["version"].to_string(),
    );
    let params = [
        ("year", &*year),
        ("cutoff", reply["cutoff"].as_str().unwrap_or_default()),
        ("rule", reply["rule"]["name"].as_str().unwrap_or_default()),
        ("version", &version),
    ];
    format!(
        "{}\n{}",
        session.sentence("figures.title", &params),
        table.text()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_printed_by_id() {
        let reply = json!({
            "year": 2023, "cutoff": "2023-12-31", "rule": { "name": "signing", "version": 1 },
            "figures": [
                { "id": "F1", "value": { "kind": "count", "count": 37 }, "unit": "count",
                  "ids": ["a"], "approximate": [], "missing": [], "on_the_line": [] },
                { "id": "F2", "unit": "yi_yuan", "ids": ["a"],
                  "value": { "kind": "money", "yuan": "10510738600.00", "display": "105.11" },
                  "approximate": ["a"], "missing": [], "on_the_line": [] },
            ],
        });
        let printed = by_id(&reply);
        assert_eq!(printed["F1"]["value"], 37);
        assert_eq!(printed["F1"]["unit"], "count");
        assert_eq!(printed["F2"]["yuan"], "10510738600.00");
        assert_eq!(printed["F2"]["unit"], "亿元");
        assert_eq!(printed["F2"]["cutoff"], "2023-12-31");
        assert_eq!(printed["F2"]["rule"]["version"], 1);
        assert!(printed["F2"].get("value").is_none());
    }
}
