//! Templates: how an office writes a ledger, kept as records.

use std::collections::BTreeSet;

use serde_json::json;
use suoji_exchange::{Answers, Level, Mapping, Options, Problem, Table, Template};
use suoji_model::kinds::IMPORT_TEMPLATE;
use suoji_model::log::Values;
use suoji_store::{Desk, Query, Record, Running, Write};

use super::planner::blanked;
use super::request::Wanted;
use crate::fault::{Code, Fault};

/// Lets the templates that are kept recognise the tables of a file: the one
/// named, none when its name is empty, else whichever fits. Tells their names.
pub(super) async fn offer(
    desk: &Desk,
    options: &mut Options,
    named: Option<&str>,
) -> Result<Vec<String>, Fault> {
    let query = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    let kept = desk.select(&IMPORT_TEMPLATE, &query).await?.rows;
    let mut templates: Vec<Template> = kept.iter().map(template).collect();
    let names: BTreeSet<String> = templates.iter().map(|one| one.name.clone()).collect();
    match named {
        Some("") => templates.clear(),
        Some(name) if !names.contains(name) => {
            let names = names.iter().map(String::as_str);
            return Err(Fault::no_such_template(name, names));
        }
        Some(name) => templates.retain(|template| template.name == name),
        None => {}
    }
    options.templates = templates;
    Ok(names.into_iter().collect())
}

/// Of tables that several templates recognise and read otherwise, what they
/// are called: which office sent the file nobody said.
pub(super) fn rivals(options: &Options, tables: &[Table]) -> Vec<Problem> {
    let found = tables.iter().filter_map(|table| {
        let chosen = table.template.as_ref()?;
        let mut all = options.templates.iter();
        let own = all.find(|one| one.name == *chosen && one.heads == table.heads)?;
        let others = options.templates.iter().filter(|one| {
            let is_same = one.mapping == own.mapping && one.answers == own.answers;
            one.name != own.name && one.heads == own.heads && !is_same
        });
        let others: BTreeSet<&str> = others.map(|one| one.name.as_str()).collect();
        let others: Vec<&str> = others.into_iter().collect();
        (!others.is_empty()).then(|| Problem {
            sheet: table.sheet.clone(),
            row: table.header_rows.first().copied().unwrap_or_default(),
            column: String::new(),
            field: None,
            reason: "template_ambiguous",
            level: Level::Must,
            raw: format!("{chosen}、{}", others.join("、")),
        })
    });
    found.collect()
}

/// Keeps what was said about a file, one template for each set of headings.
pub(super) async fn keep(
    run: &mut Running<'_>,
    wanted: &Wanted,
    tables: &[Table],
) -> Result<(), Fault> {
    let Some(name) = &wanted.save_template else {
        return Ok(());
    };
    let known = run
        .records_by(&IMPORT_TEMPLATE, "name", [name.clone()])
        .await?;
    let mut seen = BTreeSet::new();
    let mut writes = Vec::new();
    for table in tables {
        if !seen.insert(&table.heads) {
            continue;
        }
        let values = values(name, wanted, table)?;
        let same = known
            .iter()
            .find(|record| record.values.get("heads") == values.get("heads"));
        writes.push(match same {
            Some(record) => Write::edit(&IMPORT_TEMPLATE, record.id, record.version, values),
            None => Write::create(&IMPORT_TEMPLATE, values),
        });
    }
    run.write(writes).await?;
    Ok(())
}

fn values(name: &str, wanted: &Wanted, table: &Table) -> Result<Values, Fault> {
    let said = wanted.options.mappings.get(&table.key);
    let mut mapping = said.cloned().unwrap_or_default();
    mapping.ledger = Some(table.ledger.to_owned());
    mapping.header_rows = None;
    mapping.rows.clear();
    for pick in &mut mapping.columns {
        // The next file may have the same headings in other places.
        let column = table.columns.iter().find(|one| one.letter == pick.column);
        if let Some(column) = column {
            pick.column.clone_from(&column.head);
        }
    }
    let mut answers = wanted.options.answers.clone();
    // What was said of one file alone is nothing for the next.
    let of_file = ["year", blanked::KEY];
    answers.retain(|key, _| {
        let about = key.split_once(':').map_or("", |(about, _)| about);
        !of_file.contains(&about)
    });
    let text = |json: Result<String, serde_json::Error>| {
        json.map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))
    };
    Ok(Values::from_iter([
        ("name".to_owned(), json!(name)),
        ("of_kind".to_owned(), json!(table.kind)),
        ("heads".to_owned(), json!(table.heads)),
        (
            "mapping".to_owned(),
            json!(text(serde_json::to_string(&mapping))?),
        ),
        (
            "answers".to_owned(),
            json!(text(serde_json::to_string(&answers))?),
        ),
    ]))
}

fn template(record: &Record) -> Template {
    let text = |field: &str| record.values.get(field).and_then(|value| value.as_str());
    let heads = record
        .values
        .get("heads")
        .and_then(|heads| heads.as_array());
    let mapping: Option<Mapping> = text("mapping").and_then(|text| serde_json::from_str(text).ok());
    let answers: Option<Answers> = text("answers").and_then(|text| serde_json::from_str(text).ok());
    Template {
        name: text("name").unwrap_or_default().to_owned(),
        heads: heads
            .into_iter()
            .flatten()
            .filter_map(|head| head.as_str().map(str::to_owned))
            .collect(),
        mapping: mapping.unwrap_or_default(),
        answers: answers.unwrap_or_default(),
    }
}
