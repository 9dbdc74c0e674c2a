//! A ledger as a window shows it: found by what is typed, in order, in
//! groups, with sums, from one record to the next.

use serde_json::{Value as Json, json};

use crate::desk::Story;

async fn create(story: &Story, kind: &str, values: Json) -> Json {
    story
        .ask("create_record", json!({"kind": kind, "values": values}))
        .await
}

/// Four projects of which two are from Jiangsu.
async fn told() -> (Story, Vec<Json>) {
    let story = Story::fresh().await;
    let mut ids = Vec::new();
    for (name, region, mu, stage) in [
        ("红日药业二期", "苏州市工业园区", "50", "signed"),
        ("晴川电梯", "江苏省南京市", "30", "lead"),
        ("远山新材料", "浙江杭州", "20", "signed"),
        ("长河物流", "深圳", "", "lead"),
    ] {
        let area = if mu.is_empty() {
            Json::Null
        } else {
            json!({"area": mu, "unit": "mu", "mark": "approximate"})
        };
        let values =
            json!({"name": name, "source_region": region, "land_area": area, "stage": stage});
        ids.push(create(&story, "project", values).await["id"].clone());
    }
    (story, ids)
}

fn ids_of(page: &Json) -> Vec<Json> {
    let rows = page["rows"].as_array().expect("rows").iter();
    rows.map(|row| row["id"].clone()).collect()
}

#[tokio::test]
async fn a_list_is_filtered_by_place_sorted_by_stages_and_summed() {
    let (story, ids) = told().await;
    let filter = json!([{"field": "source_region", "op": "within", "value": "江苏"}]);
    let page = story
        .ask(
            "records",
            json!({"kind": "project", "filters": filter, "limit": 10}),
        )
        .await;
    assert_eq!(ids_of(&page), ids[..2]);
    let sum = &page["sums"]["land_area"];
    assert_eq!(sum["unit"], "sqm");
    // 80 亩.
    assert_eq!(sum["value"], "53333.3333");
    assert_eq!(
        (&sum["counted"], &sum["approximate"]),
        (&json!(2), &json!(2))
    );
    let sort = json!([
        {"field": "stage", "descending": false},
        {"field": "land_area", "descending": true},
    ]);
    let request = json!({"kind": "project", "sort": sort, "limit": 10});
    let page = story.ask("records", request).await;
    // Stages in their own order, the blank area last of its stage.
    let expected = [&ids[1], &ids[3], &ids[0], &ids[2]];
    assert_eq!(ids_of(&page).iter().collect::<Vec<_>>(), expected);
    for (at, id) in expected.into_iter().enumerate() {
        let request = json!({"kind": "project", "sort": sort, "id": id});
        let found = story.ask("neighbours", request).await;
        assert_eq!(found["position"], at + 1);
        assert_eq!(found["total"], 4);
        let before = at.checked_sub(1).map(|at| expected[at].clone());
        let neighbour = |name: &str| found.get(name).cloned();
        assert_eq!(neighbour("previous"), before);
        assert_eq!(
            neighbour("next"),
            expected.get(at + 1).map(|id| (*id).clone())
        );
    }
}

#[tokio::test]
async fn groups_lead_to_their_rows() {
    let (story, ids) = told().await;
    let request = json!({"kind": "project", "by": "stage"});
    let groups = story.ask("groups", request).await;
    let groups = groups["groups"].as_array().expect("groups");
    let keys: Vec<&Json> = groups.iter().map(|group| &group["key"]).collect();
    assert_eq!(keys, ["lead", "signed"]);
    assert_eq!(groups[1]["sums"]["land_area"]["counted"], 2);
    let filters = &groups[1]["filters"];
    let request = json!({"kind": "project", "filters": filters, "limit": 10});
    let page = story.ask("records", request).await;
    assert_eq!(ids_of(&page), [ids[0].clone(), ids[2].clone()]);
    let refused = story
        .refused("groups", json!({"kind": "project", "by": "no_such"}))
        .await;
    assert!(format!("{refused:?}").contains("no_such"), "{refused:?}");
}

#[tokio::test]
async fn what_is_typed_is_found_with_its_marks() {
    let (story, ids) = told().await;
    let text = "设备由红日药业提供，\n明年到货";
    create(&story, "enterprise", json!({"name": "海纳", "note": text})).await;
    for typed in ["hryy", "hongriyaoye", "红日药业", "hrzy"] {
        let found = story
            .ask("search", json!({"text": typed, "limit": 5}))
            .await;
        let hit = &found["hits"][0];
        assert_eq!(hit["id"], ids[0], "{typed}");
        assert_eq!(hit["title_marks"], json!([[0, 4]]), "{typed}");
        assert_eq!(hit["snippet"], "", "{typed}");
    }
    let request = json!({"text": "红日药业", "limit": 5, "kinds": ["enterprise"]});
    let found = story.ask("search", request).await;
    let hit = &found["hits"][0];
    assert_eq!(
        (&hit["title"], &hit["matched_field"]),
        (&json!("海纳"), &json!("note"))
    );
    assert_eq!(hit["snippet"], "设备由红日药业提供， 明年到货");
    assert_eq!(hit["snippet_marks"], json!([[3, 7]]));
    story
        .refused(
            "search",
            json!({"text": "红", "limit": 5, "kinds": ["no_such"]}),
        )
        .await;
}

#[tokio::test]
async fn a_note_leads_to_what_it_is_about() {
    let (story, ids) = told().await;
    let note = json!({"kind": "project", "id": ids[3], "text": "下周带无人机团队来看场地", "mentions": []});
    story.ask("add_note", note).await;
    let found = story
        .ask("search", json!({"text": "无人机", "limit": 5}))
        .await;
    let hit = &found["hits"][0];
    assert_eq!((&hit["kind"], &hit["id"]), (&json!("project"), &ids[3]));
    assert_eq!(
        (&hit["title"], &hit["matched_field"]),
        (&json!("长河物流"), &json!("note"))
    );
    assert_eq!(hit["snippet_marks"], json!([[3, 6]]));
}
