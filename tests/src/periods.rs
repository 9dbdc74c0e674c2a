//! Rules that can be read otherwise, periods that are frozen and compared.

use serde_json::{Value as Json, json};

use crate::desk::Story;

async fn agreement(story: &Story, name: &str, day: &str, yuan: &str) -> Json {
    let project = story
        .ask(
            "create_record",
            json!({"kind": "project", "values": {"name": name}}),
        )
        .await;
    story
        .ask(
            "create_record",
            json!({"kind": "agreement", "values": {
                "project": project["id"], "agreement_type": "formal",
                "sign_date": {"date": day},
                "contract_capital": {"amount": yuan, "currency": "CNY"},
            }}),
        )
        .await
}

fn one<'j>(figures: &'j Json, id: &str) -> &'j Json {
    let mut all = figures["figures"].as_array().expect("figures").iter();
    all.find(|one| one["id"] == id).expect("figure")
}

#[tokio::test]
async fn what_came_after_a_freeze_is_told_from_what_was_frozen() {
    let story = Story::fresh().await;
    let kept = agreement(&story, "一", "2023-02-01", "100000000.00").await;
    let gone = agreement(&story, "二", "2023-03-01", "50000000.00").await;
    let snapshot = story
        .ask(
            "freeze",
            json!({"year": 2023, "name": "2023年度", "note": "给市里"}),
        )
        .await;
    let late = agreement(&story, "三", "2023-12-28", "30000000.00").await;
    story
        .ask(
            "edit_record",
            json!({"kind": "agreement", "id": kept["id"], "seen": kept["version"],
            "values": {"contract_capital": {"amount": "120000000.00", "currency": "CNY"}}}),
        )
        .await;
    story
        .ask(
            "edit_record",
            json!({"kind": "agreement", "id": gone["id"], "seen": gone["version"],
            "values": {"voided": true}}),
        )
        .await;
    let frozen = story.ask("frozen", json!({"year": 2023})).await;
    assert_eq!(frozen["periods"][0]["note"], "给市里");
    assert_eq!(frozen["periods"][0]["figures"][1]["display"], "1.50");
    let changes = story
        .ask("frozen_changes", json!({"id": snapshot["id"]}))
        .await;
    let money = one(&changes, "F2");
    assert_eq!(
        (&money["was"], &money["now"]),
        (&json!("1.50"), &json!("1.50"))
    );
    assert_eq!(money["late"], json!([late["id"]]));
    assert_eq!(money["withdrawn"], json!([gone["id"]]));
    assert_eq!(
        money["corrected"],
        json!([{"id": kept["id"], "was": "100000000.00", "now": "120000000.00"}])
    );
}

#[tokio::test]
async fn two_years_compare_in_percent_and_rates_in_points() {
    let story = Story::fresh().await;
    agreement(&story, "一", "2022-02-01", "80000000.00").await;
    agreement(&story, "二", "2023-03-01", "100000000.00").await;
    for (year, rate) in [("2022", "82.80"), ("2021", "80.00")] {
        story
            .ask(
                "create_record",
                json!({"kind": "indicator_value", "values": {"indicator": "F17",
                "year": {"number": year}, "value": {"number": rate}}}),
            )
            .await;
    }
    let compared = story.ask("compare", json!({"year": 2023})).await;
    assert_eq!(compared["with"], 2022);
    let money = one(&compared, "F2");
    assert_eq!(
        (&money["change"], &money["change_unit"]),
        (&json!("25.00"), &json!("percent"))
    );
    assert_eq!(one(&compared, "F1")["change"], "0.00");
    // Nothing to compare with is no zero.
    assert_eq!(one(&compared, "F6")["change"], "—");
    assert_eq!(one(&compared, "F17")["change_unit"], "points");
}

#[tokio::test]
async fn a_rule_is_read_otherwise_once_or_kept_as_a_new_version() {
    let story = Story::fresh().await;
    agreement(&story, "一", "2023-02-01", "100000000.00").await;
    let once = story
        .ask(
            "figures",
            json!({"year": 2023, "rule": {"threshold": "exclusive"}}),
        )
        .await;
    assert_eq!(one(&once, "F3")["value"]["count"], 0);
    assert_eq!(once["rule"]["changed"], json!(["threshold"]));
    assert_eq!(once["rule"]["unusual"], json!(["threshold"]));
    assert_eq!(story.figure("F3").await, "1");
    let book = story
        .ask("save_rules", json!({"rule": {"threshold": "exclusive"}}))
        .await;
    assert_eq!(book["version"], 2);
    assert_eq!(story.figure("F3").await, "0");
    let kept = story.ask("figures", json!({"year": 2023})).await;
    assert_eq!(kept["rule"]["changed"], json!([]));
    assert_eq!(kept["rule"]["unusual"], json!(["threshold"]));
    let fault = story
        .refused(
            "figures",
            json!({"year": 2023, "rule": {"threshold": "luck"}}),
        )
        .await;
    assert_eq!(fault.code(), "no_such_rule");
    assert_eq!(fault.params["known"], "threshold = inclusive, exclusive");
}

#[tokio::test]
async fn a_packed_project_counts_as_one_or_by_its_parts() {
    let story = Story::fresh().await;
    let project = |values: Json| json!({"kind": "project", "values": values});
    let whole = story
        .ask("create_record", project(json!({"name": "打包"})))
        .await;
    let mut projects = vec![whole["id"].clone()];
    for name in ["子一", "子二"] {
        let values = json!({"name": name, "parent_project": whole["id"]});
        projects.push(story.ask("create_record", project(values)).await["id"].clone());
    }
    for id in projects {
        story
            .ask(
                "create_record",
                json!({"kind": "key_project", "values": {
                    "project": id, "plan_year": {"number": "2023"}, "key_level": "city",
                    "ledger_kind": "building", "build_nature": "new",
                    "total_investment": {"amount": "200000000.00", "currency": "CNY"},
                }}),
            )
            .await;
    }
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let stock = one(&figures, "F6");
    assert_eq!(stock["value"]["count"], 1);
    let others = stock["other_readings"].as_array().expect("readings");
    let split = others
        .iter()
        .find(|one| one["setting"] == "packed_projects");
    assert_eq!(split.expect("reading")["display"], "2");
}

#[tokio::test]
async fn the_year_of_a_contract_may_be_that_of_its_review() {
    let story = Story::fresh().await;
    let signed = agreement(&story, "岁末", "2023-12-28", "100000000.00").await;
    story
        .ask(
            "edit_record",
            json!({"kind": "agreement", "id": signed["id"], "seen": signed["version"],
            "values": {"review_date": {"date": "2024-01-05"}}}),
        )
        .await;
    agreement(&story, "未审", "2023-06-01", "50000000.00").await;
    let by_review = json!({"year_of": "review_date"});
    for (year, signed, reviewed) in [(2023, 2, 0), (2024, 0, 1)] {
        let figures = story.ask("figures", json!({"year": year})).await;
        let count = one(&figures, "F1");
        assert_eq!(count["value"]["count"], signed, "{year}");
        let others = count["other_readings"].as_array().expect("readings");
        let other = others.iter().find(|one| one["setting"] == "year_of");
        assert_eq!(other.expect("reading")["display"], reviewed.to_string());
        let asked = json!({"year": year, "rule": by_review});
        let figures = story.ask("figures", asked).await;
        assert_eq!(one(&figures, "F1")["value"]["count"], reviewed, "{year}");
    }
}

#[tokio::test]
async fn buildings_are_counted_or_measured() {
    let story = Story::fresh().await;
    let project = json!({"kind": "project", "values": {"name": "产业园"}});
    let project = story.ask("create_record", project).await;
    let area = |sqm: &str| json!({"area": sqm, "unit": "sqm"});
    let number = |number: &str| json!({"number": number});
    story
        .ask(
            "create_record",
            json!({"kind": "key_project", "values": {
                "project": project["id"], "plan_year": number("2023"), "key_level": "city",
                "ledger_kind": "building",
                "total_investment": {"amount": "200000000.00", "currency": "CNY"},
                "annual_plan_investment": {"amount": "30000.00", "currency": "CNY"},
                "annual_completed_investment": {"amount": "29160.00", "currency": "CNY"},
                "buildings": number("24"), "buildings_started": number("18"),
                "floor_area": area("300000"), "floor_area_started": area("240000"),
                "floor_area_capped": area("100000"),
            }}),
        )
        .await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let reading = |id: &str, setting: &str| {
        let others = one(&figures, id)["other_readings"].clone();
        let mut others = others.as_array().expect("readings").clone().into_iter();
        let other = others.find(|one| one["setting"] == setting);
        other.expect("reading")["display"].clone()
    };
    assert_eq!(one(&figures, "F11")["value"]["display"], "75.00");
    assert_eq!(reading("F11", "buildings_by"), "80.00");
    assert_eq!(reading("F11_capped", "buildings_by"), "33.33");
    assert_eq!(one(&figures, "F23")["value"]["display"], "97.20");
    let measured = json!({"year": 2023, "rule": {"buildings_by": "floor_area"}});
    let figures = story.ask("figures", measured).await;
    let started = &one(&figures, "F11")["value"];
    assert_eq!(
        (&started["part"], &started["whole"]),
        (&json!("240000.00"), &json!("300000.00"))
    );
}

async fn made(story: &Story, kind: &str, values: Json) -> Json {
    let asked = json!({"kind": kind, "values": values});
    story.ask("create_record", asked).await["id"].clone()
}

/// A unit of 100 ㎡ of which 90 are let since 2021.
async fn let_unit(story: &Story) {
    let unit = json!({"name": "1号", "park": "园", "floor_area": {"area": "100", "unit": "sqm"}});
    let unit = made(story, "factory_unit", unit).await;
    let lease = json!({"unit": unit, "leased_area": {"area": "90", "unit": "sqm"},
        "start_date": {"date": "2021-01-01"}});
    made(story, "lease", lease).await;
}

#[tokio::test]
async fn a_stock_nobody_kept_is_not_compared_nor_by_freezing_it_long_after() {
    let story = Story::fresh().await;
    let_unit(&story).await;
    made(&story, "parcel", json!({"parcel_no": "A-1"})).await;
    story
        .ask("freeze", json!({"year": 2022, "name": "2022年度"}))
        .await;
    assert_eq!(story.figure("F18").await, "—");
    let compared = story.ask("compare", json!({"year": 2023})).await;
    for id in ["F16", "F17", "parcels", "parcel_area"] {
        let found = one(&compared, id);
        assert_eq!(found["refused"], "not_kept", "{id}");
        assert_eq!(
            (&found["before"], &found["change"]),
            (&Json::Null, &json!("—"))
        );
    }
    assert_eq!(one(&compared, "F1")["refused"], Json::Null);
}

#[tokio::test]
async fn the_rate_that_a_ledger_gives_is_the_one_that_is_compared() {
    let story = Story::fresh().await;
    let_unit(&story).await;
    let entered =
        json!({"indicator": "F17", "year": {"number": "2022"}, "value": {"number": "82.80"}});
    made(&story, "indicator_value", entered).await;
    assert_eq!(story.figure("F18").await, "7.20");
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let rise = one(&figures, "F18");
    let mut others = rise["other_readings"].as_array().expect("readings").iter();
    let relative = others.find(|one| one["setting"] == "rate_change");
    let relative = relative.expect("relative");
    assert_eq!(
        (&rise["unit"], &relative["unit"], &relative["usual"]),
        (&json!("points"), &json!("percent"), &json!(false))
    );
    let compared = story.ask("compare", json!({"year": 2023})).await;
    let rate = one(&compared, "F17");
    assert_eq!(
        (&rate["before"], &rate["change"]),
        (&json!("82.80"), &json!("7.20"))
    );
}

#[tokio::test]
async fn two_freezes_of_a_day_are_told_by_their_time() {
    let story = Story::fresh().await;
    story
        .ask("freeze", json!({"year": 2022, "name": "2022年度"}))
        .await;
    let frozen = story.ask("frozen", json!({"year": 2022})).await;
    let at = frozen["periods"][0]["frozen_at"].as_str().expect("time");
    assert!(at.len() > "2026-11-30".len() && at.ends_with('Z'), "{at}");
}

#[tokio::test]
async fn what_was_paid_into_a_project_that_is_gone_counts_no_more() {
    let story = Story::fresh().await;
    let project = json!({"kind": "project", "values": {"name": "一"}});
    let project = story.ask("create_record", project).await;
    let paid = json!({"project": project["id"], "paid_date": {"date": "2023-05-01"},
        "paid_in": {"amount": "10000000.00", "currency": "CNY"},
        "recognised_amount": {"amount": "10000000.00", "currency": "CNY"}, "state": "recognised"});
    made(&story, "payment", paid).await;
    assert_eq!(story.figure("paid_in").await, "0.10");
    let gone = json!({"kind": "project", "id": project["id"], "seen": project["version"]});
    story.ask("delete_record", gone).await;
    assert_eq!(story.figure("paid_in").await, "0.00");
}

#[tokio::test]
async fn a_sum_says_how_many_of_its_rows_wait_for_a_decision() {
    let story = Story::fresh().await;
    let lead = |more: Json| {
        let mut values = json!({"name": "标准厂房",
            "planned_investment": {"amount": "10000000.00", "currency": "CNY"}});
        let own = values.as_object_mut().expect("values");
        own.extend(more.as_object().expect("more").clone());
        values
    };
    let first = made(&story, "lead", lead(json!({}))).await;
    let waits = json!({"suspected_same_as": first, "same_verdict": "pending"});
    made(&story, "lead", lead(waits)).await;
    let same = json!({"suspected_same_as": first, "same_verdict": "same"});
    made(&story, "lead", lead(same)).await;
    let asked = json!({"kind": "lead", "offset": 0, "limit": 10});
    let page = story.ask("records", asked).await;
    let sum = &page["sums"]["planned_investment"];
    assert_eq!((&sum["counted"], &sum["undecided"]), (&json!(3), &json!(1)));
}
