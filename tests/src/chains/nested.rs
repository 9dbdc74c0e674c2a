//! How segments of a file lie in one another, and in those that stand.

use serde_json::{Value as Json, json};

use super::{bring_in, list, map};
use crate::desk::Story;

fn segment(code: &str, parent: &str, chain: &str, layer: &str) -> Json {
    json!({ "code": code, "name": code, "chain": chain, "layer": layer, "parent": parent })
}

/// The problems of a file with these lists, by code and row; nothing of it was written.
async fn problems(story: &Story, lists: Json) -> Vec<(String, u64)> {
    let file = json!({ "format": "suoji-chain", "version": 1, "lists": lists });
    let reply = bring_in(story, "bad.json", file.to_string().as_bytes()).await;
    assert_eq!(reply["batch"], Json::Null, "{reply}");
    let problems = list(&reply["problems"]).iter();
    let told = problems.map(|one| {
        let code = one["code"].as_str().expect("code").to_owned();
        (code, one["row"].as_u64().expect("row"))
    });
    told.collect()
}

fn named(code: &str, row: u64) -> (String, u64) {
    (code.to_owned(), row)
}

#[tokio::test]
async fn a_file_cannot_make_rings_with_what_stands_or_lie_in_another_chain() {
    let story = Story::fresh().await;
    let known = map(&story, "elevator").await;
    let segments = list(&known["segments"]);
    let part = segments.iter().find(|one| !one["parent"].is_null());
    let part = part.expect("a part");
    let whole = segments.iter().find(|one| one["id"] == part["parent"]);
    let whole = whole.expect("what it is part of");
    let [part, whole] = [part, whole].map(|one| one["code"].as_str().expect("code"));
    let layer = segments[0]["layer"].as_str().expect("layer");
    let ring = json!({ "segment": [segment(whole, part, "elevator", layer)] });
    assert_eq!(problems(&story, ring).await, [named("cycle", 1)]);
    let elsewhere = json!({ "segment": [segment("x.y", whole, "nev", layer)] });
    assert_eq!(problems(&story, elsewhere).await, [named("other_chain", 1)]);
    let elsewhere = json!({ "segment": [segment("x.y", whole, "elevator", "support")] });
    assert_eq!(problems(&story, elsewhere).await, [named("other_layer", 1)]);
    let flow = json!({ "from_segment": whole, "to_segment": part, "relation": "supplies" });
    let flow = json!({ "segment_relation": [flow] });
    assert_eq!(problems(&story, flow).await, [named("own_part", 1)]);
}

#[tokio::test]
async fn a_tree_without_end_is_named_at_once() {
    let story = Story::fresh().await;
    let chain = json!([{ "code": "c", "name": "链" }]);
    let code = |at: usize| format!("c.s{at}");
    let row = |at: usize, parent: &str| segment(&code(at), parent, "c", "upstream");
    let deep = |many: usize, first: String| -> Vec<Json> {
        let rows = (1..many).map(|at| row(at, &code(at - 1)));
        std::iter::once(row(0, &first)).chain(rows).collect()
    };
    let lists = json!({ "chain": chain, "segment": deep(26, String::new()) });
    let told = problems(&story, lists).await;
    assert_eq!(told, [named("too_deep", 25), named("too_deep", 26)]);
    let lists = json!({ "chain": chain, "segment": deep(20_000, code(19_999)) });
    let told = problems(&story, lists).await;
    assert_eq!(told.len(), 20_000);
    assert!(told.iter().all(|(code, _)| code == "cycle"));
}
