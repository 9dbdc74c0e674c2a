//! Every declared kind lives its whole life through the same commands.

use serde_json::{Map, Value as Json, json};

use crate::desk::Story;

/// A value of a field's shape; references are made on the way.
async fn value(story: &Story, field: &Json) -> Json {
    match field["shape"].as_str().expect("shape") {
        "choice" => field["choices"][0].clone(),
        "flag" => json!(true),
        "list" => json!(["一", "二"]),
        "money" => json!({"amount": "12000000.00", "currency": "CNY", "mark": "approximate"}),
        "number" => json!({"number": "3"}),
        "area" => json!({"area": "50", "unit": "mu"}),
        "date" => json!({"date": "2023-10"}),
        "code" => json!("91350200MA2YJ1XR9G"),
        "ref" => {
            let target = field["target"].as_str().expect("target");
            Box::pin(create(story, target)).await["id"].clone()
        }
        _ => json!("珩谦电梯示例"),
    }
}

/// Makes a record with every required field filled.
async fn create(story: &Story, kind: &str) -> Json {
    let fields = fields(story, kind).await;
    let mut values = Map::new();
    for field in fields.iter().filter(|field| field["required"] == true) {
        let name = field["name"].as_str().expect("name").to_owned();
        values.insert(name, value(story, field).await);
    }
    story
        .ask("create_record", json!({"kind": kind, "values": values}))
        .await
}

async fn fields(story: &Story, kind: &str) -> Vec<Json> {
    let kinds = story.ask("kinds", json!({})).await;
    let kinds = kinds["kinds"].as_array().expect("kinds");
    let one = kinds.iter().find(|one| one["name"] == kind).expect("kind");
    one["fields"].as_array().expect("fields").clone()
}

#[tokio::test]
async fn every_kind_is_made_edited_listed_undone_and_exported() {
    let story = Story::fresh().await;
    let kinds = story.ask("kinds", json!({})).await;
    for kind in kinds["kinds"].as_array().expect("kinds") {
        let name = kind["name"].as_str().expect("name");
        let saved = create(&story, name).await;
        let mut version = saved["version"].clone();
        for field in fields(&story, name).await {
            let field_name = field["name"].as_str().expect("name");
            let filled = value(&story, &field).await;
            let edited = story
                .ask(
                    "edit_record",
                    json!({"kind": name, "id": saved["id"], "seen": version,
                    "values": {field_name: filled}}),
                )
                .await;
            version = edited["version"].clone();
            let record = story
                .ask("record", json!({"kind": name, "id": saved["id"]}))
                .await;
            assert_eq!(record["values"][field_name], filled, "{name}.{field_name}");
            let sorted = story
                .ask(
                    "records",
                    json!({"kind": name, "limit": 5,
                    "sort": [{"field": field_name, "descending": true}],
                    "filters": [{"field": field_name, "op": "filled"}]}),
                )
                .await;
            assert!(sorted["total"].as_u64() >= Some(1), "{name}.{field_name}");
        }
        let history = story
            .ask("history", json!({"kind": name, "id": saved["id"]}))
            .await;
        let entries = history["entries"].as_array().expect("entries").len();
        // Where every field is required, all stood there from the first.
        let fields = fields(&story, name).await;
        let edited = fields.iter().any(|field| field["required"] != true);
        assert!(entries > usize::from(edited), "{name}");
        for format in ["xlsx", "csv"] {
            let done = story
                .ask("export_list", json!({"kind": name, "format": format}))
                .await;
            assert!(done["rows"].as_u64() >= Some(1));
        }
        let deleted = story
            .ask(
                "delete_record",
                json!({"kind": name, "id": saved["id"], "seen": version}),
            )
            .await;
        assert!(deleted["version"].as_i64() > version.as_i64());
        story.ask("undo", json!({})).await;
    }
    story.whole().await;
}

#[tokio::test]
async fn amounts_of_unlike_currencies_are_sorted_by_what_they_are_worth() {
    let story = Story::fresh().await;
    let project = create(&story, "project").await;
    for (amount, currency, rate) in [
        ("30000000.00", "CNY", Json::Null),
        ("12000000.00", "USD", json!({"number": "7.1305"})),
        ("90000000.00", "CNY", Json::Null),
    ] {
        story
            .ask(
                "create_record",
                json!({"kind": "agreement", "values": {"project": project["id"],
                "agreement_type": "formal", "rate": rate,
                "contract_capital": {"amount": amount, "currency": currency}}}),
            )
            .await;
    }
    let page = story
        .ask(
            "records",
            json!({"kind": "agreement", "limit": 5,
            "sort": [{"field": "contract_capital", "descending": true}]}),
        )
        .await;
    let amounts: Vec<&Json> = page["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| &row["values"]["contract_capital"]["amount"])
        .collect();
    assert_eq!(amounts, ["90000000.00", "12000000.00", "30000000.00"]);
    assert_eq!(page["sums"]["contract_capital"]["yuan"], "205566000.00");
}
