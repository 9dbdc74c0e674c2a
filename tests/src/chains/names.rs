//! How a chain is called, and how what it names is told.

use super::*;

#[tokio::test]
async fn a_chain_is_found_by_code_id_and_name_and_those_there_are_are_named() {
    let story = Story::fresh().await;
    let known = map(&story, "elevator").await;
    let id = known["chain"]["id"].as_str().expect("id").to_owned();
    for name in [
        "elevator",
        "Elevator",
        "电梯配件",
        "elevator parts",
        id.as_str(),
    ] {
        let found = map(&story, name).await;
        assert_eq!(found["chain"]["id"], known["chain"]["id"], "{name}");
    }
    let fault = story
        .refused("chain_map", json!({ "chain": "lifts" }))
        .await;
    assert_eq!(json!(fault.code), "no_such_chain");
    assert_eq!(fault.params["chains"], "biopharma, nev, elevator");
    // The file is named after the code, whatever the chain was called by.
    let files = export(&story, "电梯配件", "json").await;
    assert!(files[0].0.starts_with("elevator_"), "{}", files[0].0);
}

#[tokio::test]
async fn a_city_that_is_a_province_is_said_once_and_tags_are_told_in_english() {
    let story = Story::fresh().await;
    let request = json!({ "chain": "biopharma", "limit": 300 });
    let reply = story.ask("chain_targets", request).await;
    let targets = list(&reply["targets"]);
    let regions: Vec<&str> = targets
        .iter()
        .filter_map(|one| one["region"].as_str())
        .collect();
    assert!(regions.contains(&"北京") && regions.contains(&"安徽 滁州"));
    assert!(!regions.contains(&"北京 北京"));
    let reasons = targets.iter().flat_map(|one| list(&one["reasons"]));
    let mut tagged = reasons.filter(|one| one["params"]["tags"] == "上市");
    let tagged = tagged.next().expect("a listed target");
    assert_eq!(tagged["params"]["tags_en"], "Listed");
    // Where a row is from is told in one language.
    let files = export(&story, "biopharma", "json").await;
    let text = String::from_utf8_lossy(&files[0].1);
    assert!(text.contains("行业常识") && !text.contains("general knowledge"));
}
