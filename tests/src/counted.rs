//! What a figure counts, adds and names, record by record.

use serde_json::{Value as Json, json};

use crate::desk::Story;

fn yuan(amount: &str) -> Json {
    json!({"amount": amount, "currency": "CNY"})
}

fn one<'j>(figures: &'j Json, id: &str) -> &'j Json {
    let mut all = figures["figures"].as_array().expect("figures").iter();
    all.find(|one| one["id"] == id).expect("figure")
}

async fn make(story: &Story, kind: &str, values: Json) -> Json {
    let request = json!({"kind": kind, "values": values});
    story.ask("create_record", request).await["id"].clone()
}

/// A project signed in 2023, and its agreement.
async fn signed(story: &Story, project: Json, more: Json) -> Json {
    let mut values = json!({"project": project, "agreement_type": "formal",
        "sign_date": {"date": "2023-03-01"}, "contract_capital": yuan("100000000.00")});
    for (name, value) in more.as_object().expect("values") {
        values[name] = value.clone();
    }
    make(story, "agreement", values).await
}

/// What a plan of 2023 says of a project.
async fn listed(story: &Story, project: &Json, more: Json) -> Json {
    let mut values = json!({"project": project, "plan_year": {"number": "2023"},
        "key_level": "city", "ledger_kind": "building"});
    for (name, value) in more.as_object().expect("values") {
        values[name] = value.clone();
    }
    make(story, "key_project", values).await
}

#[tokio::test]
async fn a_supplement_adds_nothing_where_its_contract_counts_for_nothing() {
    let story = Story::fresh().await;
    let first = make(&story, "project", json!({"name": "甲"})).await;
    signed(&story, first.clone(), json!({})).await;
    let again = json!({"name": "甲项目", "suspected_same_as": first});
    let again = make(&story, "project", again).await;
    signed(&story, again.clone(), json!({})).await;
    let ended = make(&story, "project", json!({"name": "乙"})).await;
    let voided = json!({"voided": true, "void_date": {"date": "2023-04-01"}});
    let voided = signed(&story, ended.clone(), voided).await;
    let supplement = json!({"agreement_type": "supplement"});
    signed(&story, again.clone(), supplement.clone()).await;
    let of_voided = json!({"agreement_type": "supplement", "supplement_to": voided});
    signed(&story, ended, of_voided).await;
    let asked = json!({"year": 2023, "rule": {"supplement": "adds_money"}});
    let figures = story.ask("figures", asked.clone()).await;
    assert_eq!(one(&figures, "F2")["value"]["display"], "1.00");
    signed(&story, first, supplement).await;
    let figures = story.ask("figures", asked).await;
    assert_eq!(one(&figures, "F2")["value"]["display"], "2.00");
    assert_eq!(one(&figures, "F1")["value"]["count"], 1);
}
