//! Ledgers that name chain and segment in words: their signings stand on the
//! map, whichever came first.

use serde_json::{Value as Json, json};

use super::{list, map};
use crate::desk::{Story, ledgers};

/// How many rows of a kind lie in a chain.
async fn within(story: &Story, kind: &str, chain: &Json) -> u64 {
    let filter = json!({ "field": "segment", "op": "within", "value": chain });
    let query = json!({ "kind": kind, "filters": [filter], "limit": 500 });
    let page = story.ask("records", query).await;
    page["total"].as_u64().expect("total")
}

#[tokio::test]
async fn signings_stand_on_the_map_by_what_their_ledger_calls_it() {
    for map_first in [true, false] {
        let story = Story::fresh().await;
        if map_first {
            map(&story, "nev").await;
        }
        let file = ledgers().join("A/A_签约项目台账_2023.xlsx");
        story.import(&file).await;
        let chains = story.ask("chains", json!({})).await;
        for (code, projects) in [("nev", 9), ("biopharma", 13), ("elevator", 7)] {
            let mut all = list(&chains["chains"]).iter();
            let chain = &all.find(|one| one["code"] == code).expect(code)["id"];
            let found = within(&story, "project", chain).await;
            assert_eq!(found, projects, "{code} {map_first}");
            assert!(within(&story, "agreement", chain).await >= found, "{code}");
            let map = map(&story, code).await;
            let signed = list(&map["segments"]).iter().filter(|one| {
                let yuan = one["direct"]["signed_yuan"].as_str();
                yuan.is_some_and(|yuan| yuan != "0.00")
            });
            // The others are named by words that several segments are called by.
            assert!(signed.count() >= 2, "{code} {map_first}");
        }
        // A second time it tells nothing new.
        let again = story.import(&file).await;
        assert_eq!(again["created"], 0, "{again}");
        assert_eq!(again["updated"], 0, "{again}");
    }
}
