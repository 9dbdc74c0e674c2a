//! All records of a desk as one value, and dice that fall the same way for
//! the same seed. Shared by the stories and the program they kill.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use suoji_app::App;

/// A record: its kind, version, whether it lies in the bin, its values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    pub(crate) kind: String,
    pub(crate) version: i64,
    pub(crate) deleted: bool,
    pub(crate) values: Json,
}

/// Every record by id.
pub(crate) type Snapshot = BTreeMap<String, Standing>;

/// Reads every record, those in the bin too.
pub(crate) async fn snapshot(app: &App) -> Snapshot {
    let mut all = Snapshot::new();
    let declared = app.call("kinds", json!({})).await.expect("kinds");
    for kind in declared["kinds"].as_array().expect("kinds") {
        let kind = kind["name"].as_str().expect("name");
        for deleted in [false, true] {
            let mut offset = 0;
            loop {
                let request =
                    json!({"kind": kind, "deleted": deleted, "limit": 1000, "offset": offset});
                let page = app.call("records", request).await.expect("records");
                let rows = page["rows"].as_array().expect("rows");
                all.extend(rows.iter().map(|row| standing(kind, row)));
                offset += 1000;
                if rows.len() < 1000 {
                    break;
                }
            }
        }
    }
    all
}

/// A record as a row of a list or a record page shows it.
pub(crate) fn standing(kind: &str, row: &Json) -> (String, Standing) {
    let standing = Standing {
        kind: kind.to_owned(),
        version: row["version"].as_i64().expect("version"),
        deleted: row["deleted"].as_bool().expect("deleted"),
        values: row["values"].clone(),
    };
    (row["id"].as_str().expect("id").to_owned(), standing)
}

/// Dice with a seed (splitmix64).
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// Any number.
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit
    }
}
