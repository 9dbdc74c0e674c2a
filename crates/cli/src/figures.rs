//! `figures`: a year's figures, by the rules kept or by others.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use suoji_app::{Language, word};

use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// What is asked of the figures: the year, the last month that counts, and
/// readings given as `NAME=VALUE`.
pub(crate) fn asked(
    year: i32,
    through: Option<u32>,
    rule: &[String],
) -> Result<Map<String, Value>, Stop> {
    let mut readings = Map::new();
    for one in rule {
        let Some((name, value)) = one.split_once('=') else {
            return Err(Stop::Usage("bad_rule", vec![("value", one.clone())]));
        };
        readings.insert(name.trim().to_owned(), json!(value.trim()));
    }
    let mut asked = Map::from_iter([
        ("year".to_owned(), json!(year)),
        ("rule".to_owned(), Value::Object(readings)),
    ]);
    if let Some(month) = through {
        asked.insert("through".to_owned(), json!(month));
    }
    Ok(asked)
}

/// The months that a reply is of: a year, or the first of it.
pub(crate) fn months(session: &Session, year: &Value, through: &Value) -> String {
    let (year, through) = (year.to_string(), through.to_string());
    let sentence = match &*through {
        "12" => "period.whole",
        "1" => "period.month",
        _ => "period.months",
    };
    session.sentence(sentence, &[("year", &*year), ("through", &*through)])
}

/// Prints the figures of a period; as JSON, an object by id.
pub(crate) async fn figures(session: &Session, asked: Map<String, Value>) -> Result<(), Stop> {
    session.open().await?;
    let reply = session.call("figures", Value::Object(asked)).await?;
    session.print(&by_id(&reply), || text(session, &reply))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The figures as an object by id, each with its rows, parts, rule and
/// cut-off. Units do not follow the language: programs read this.
fn by_id(reply: &Value) -> Value {
    let mut figures = Map::new();
    for figure in list(&reply["figures"]) {
        let mut entry = figure["value"].clone();
        if entry["kind"] == "count" {
            entry = json!({ "value": entry["count"], "unit": "count" });
        } else {
            let key = format!("unit.{}", figure["unit"].as_str().unwrap_or_default());
            entry["unit"] = json!(word(Language::Chinese, &key));
        }
        for part in [
            "kind",
            "nature",
            "ids",
            "approximate",
            "rough",
            "missing",
            "on_the_line",
            "lapsed",
            "undecided",
            "parts",
            "settings",
            "other_readings",
        ] {
            entry[part] = figure[part].clone();
        }
        entry["rule"] = reply["rule"].clone();
        entry["cutoff"] = reply["cutoff"].clone();
        let of = |breakdown: &&Value| breakdown["figure"] == figure["id"];
        let breakdowns = list(&reply["breakdowns"]).iter().filter(of);
        entry["breakdowns"] = breakdowns.cloned().collect();
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
        "rough",
        "missing",
        "on_the_line",
        "lapsed",
        "undecided",
    ];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(["".to_owned()].into_iter().chain(headings));
    for column in [2, 4, 5, 6, 7, 8, 9, 10] {
        table = table.right(column);
    }
    for figure in list(&reply["figures"]) {
        let id = figure["id"].as_str().unwrap_or_default();
        let value = &figure["value"];
        let shown = value["display"].as_str().unwrap_or_default();
        let unit = format!("unit.{}", figure["unit"].as_str().unwrap_or_default());
        let name = format!("figure.{id}.name");
        let rows = |part: &str| list(&figure[part]).len().to_string();
        table.row([
            id,
            word(session.language, &name),
            shown,
            word(session.language, &unit),
            &rows("ids"),
            &rows("approximate"),
            &rows("rough"),
            &rows("missing"),
            &rows("on_the_line"),
            &rows("lapsed"),
            &rows("undecided"),
        ]);
    }
    let version = reply["rule"]["version"].to_string();
    let period = months(session, &reply["year"], &reply["through"]);
    let params = [
        ("period", &*period),
        ("cutoff", reply["cutoff"].as_str().unwrap_or_default()),
        ("rule", reply["rule"]["name"].as_str().unwrap_or_default()),
        ("version", &version),
    ];
    let title = session.sentence("figures.title", &params);
    let rule = &reply["rule"];
    let told = ["changed", "unusual"].map(|which| list(&rule[which]));
    let told: BTreeSet<&str> = told.into_iter().flatten().flat_map(Value::as_str).collect();
    let told = told.into_iter().map(|name| {
        let reading = rule["settings"][name].as_str().unwrap_or_default();
        session.sentence("figures.reading", &[("name", name), ("value", reading)]) + "\n"
    });
    format!("{title}\n{}{}", told.collect::<String>(), table.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_printed_by_id() {
        let reply = json!({
            "year": 2023, "cutoff": "2023-12-31", "rule": { "name": "signing", "version": 1 },
            "figures": [
                { "id": "F1", "value": { "kind": "count", "count": 37, "display": "37" }, "unit": "count",
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
