//! The starter atlas that comes with the program.

use serde_json::{Value as Json, json};
use suoji_model::kinds::CHAIN;
use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Desk, Query};

use super::book::{Book, text};
use super::csv;
use super::plan::{Merge, Standing};
use crate::desks::me;
use crate::fault::Fault;

/// The version of the atlas in this program; a newer one has a higher number.
pub(super) const VERSION: i64 = 1;
/// Where its rows say they are from.
pub(super) const SOURCE: &str = "索骥产业链底稿";
/// The chains: code, name, English name.
const CHAINS: [(&str, &str, &str); 3] = [
    (
        "biopharma",
        "高端生物医药化工",
        "High-end biopharma chemicals",
    ),
    ("nev", "新能源汽车", "New-energy vehicles"),
    ("elevator", "电梯配件", "Elevator parts"),
];
/// The park that is the zone itself.
const HOME: &str = "shanghe";
/// The text files.
const FILES: [&str; 4] = [
    include_str!("../../atlas/segments.csv"),
    include_str!("../../atlas/relations.csv"),
    include_str!("../../atlas/enterprises.csv"),
    include_str!("../../atlas/parks.csv"),
];

/// The starter atlas as a book.
pub(super) fn book() -> Result<Book, Fault> {
    let mut book = csv::read(FILES, SOURCE)?;
    for (at, (code, name, name_en)) in CHAINS.iter().enumerate() {
        let values = json!({
            "code": code, "name": name, "name_en": name_en,
            "order_key": suoji_chain::order::nth(at, CHAINS.len()),
            "atlas_version": { "number": VERSION.to_string() }, "source": SOURCE,
        });
        if let Json::Object(values) = values {
            let values: Values = values;
            book.add("chain", 0, values);
        }
    }
    for park in book.lists.get_mut("park").into_iter().flatten() {
        if text(&park.values, "code") == HOME {
            park.values.insert("home".to_owned(), json!(true));
        }
    }
    Ok(book)
}

/// Brings the starter atlas to a desk that never had a chain.
pub(super) async fn bring(desk: &Desk) -> Result<(), Fault> {
    for deleted in [false, true] {
        let query = Query {
            deleted,
            ..Query::default()
        };
        if desk.select(&CHAIN, &query).await?.total > 0 {
            return Ok(());
        }
    }
    let standing = Standing::read(desk).await?;
    let steps = standing.steps(&book()?, Merge::Keep);
    let writes = steps.into_iter().map(|step| step.write).collect();
    desk.commit(Batch::new(Intent::Setup, me(desk).await?, writes))
        .await?;
    Ok(())
}
