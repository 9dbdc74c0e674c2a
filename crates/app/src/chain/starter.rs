//! The starter atlas that comes with the program.

use serde_json::{Value as Json, json};
use suoji_model::kinds::CHAIN;
use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Desk, Query};

use super::book::{Book, text};
use super::plan::{Merge, Standing};
use super::{called, csv};
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

/// Brings the starter atlas to a desk that never had one of its chains; a chain that
/// was made by hand before stays beside them.
pub(super) async fn bring(desk: &Desk) -> Result<(), Fault> {
    for deleted in [false, true] {
        let query = Query {
            deleted,
            limit: u32::MAX,
            ..Query::default()
        };
        let chains = desk.select(&CHAIN, &query).await?.rows;
        let ours = |code: &str| CHAINS.iter().any(|(known, ..)| *known == code);
        if chains.iter().any(|chain| {
            ours(text(&chain.values, "code")) || text(&chain.values, "source") == SOURCE
        }) {
            return Ok(());
        }
    }
    let standing = Standing::read(desk).await?;
    let steps = standing.steps(&book()?, Merge::Keep);
    let writes = steps.into_iter().map(|step| step.write).collect();
    desk.commit(Batch::new(Intent::Setup, me(desk).await?, writes))
        .await?;
    called::put_on_map(desk).await
}

#[cfg(test)]
mod tests {
    use suoji_store::Write;

    use super::*;

    async fn codes(desk: &Desk) -> Vec<String> {
        let query = Query {
            limit: u32::MAX,
            ..Query::default()
        };
        let rows = desk.select(&CHAIN, &query).await.expect("chains").rows;
        let codes = rows.iter().map(|row| text(&row.values, "code").to_owned());
        let mut codes: Vec<String> = codes.collect();
        codes.sort();
        codes
    }

    #[tokio::test]
    async fn a_desk_with_a_chain_made_by_hand_gets_the_atlas_once() {
        let folder = tempfile::tempdir().expect("folder");
        let desk = Desk::create(&folder.path().join("desk.db"), None).await;
        let desk = desk.expect("desk");
        let values = json!({ "name": "低空经济", "code": "lowair" });
        let values: Values = values.as_object().cloned().expect("values");
        let made = vec![Write::create(&CHAIN, values)];
        let batch = Batch::new(Intent::Create, None, made);
        desk.commit(batch).await.expect("written");
        for _ in 0..2 {
            bring(&desk).await.expect("atlas");
            let all = ["biopharma", "elevator", "lowair", "nev"];
            assert_eq!(codes(&desk).await, all);
        }
    }
}
