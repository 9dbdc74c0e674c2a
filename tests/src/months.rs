//! Figures of the first months of a year: what counts by their end, what they
//! are compared with, and how they are frozen.

use serde_json::{Value as Json, json};

use crate::counted::{listed, make, one, yuan};
use crate::desk::Story;

/// A project of that name and its agreement.
async fn signed(story: &Story, name: &str, date: &str, more: Json) -> Json {
    let project = make(story, "project", json!({"name": name})).await;
    let mut values = json!({"project": project, "agreement_type": "formal",
        "sign_date": {"date": date}, "contract_capital": yuan("100000000.00")});
    for (name, value) in more.as_object().expect("values") {
        values[name] = value.clone();
    }
    make(story, "agreement", values).await
}

/// The figures of 2023 through October.
async fn october(story: &Story) -> Json {
    let asked = json!({"year": 2023, "through": 10});
    story.ask("figures", asked).await
}

#[tokio::test]
async fn what_was_signed_and_voided_behind_the_cut_off_is_left_alone() {
    let story = Story::fresh().await;
    let kept = signed(&story, "一", "2023-10-31", json!({})).await;
    let voided = json!({"voided": true, "void_date": {"date": "2023-11-05"}});
    let voided = signed(&story, "二", "2023-02-01", voided).await;
    signed(&story, "三", "2023-11-01", json!({})).await;
    let figures = october(&story).await;
    assert_eq!(figures["through"], 10);
    assert_eq!(figures["cutoff"], "2023-10-31");
    let found = one(&figures, "F1");
    assert_eq!(found["value"]["count"], 2);
    for id in [&kept, &voided] {
        assert!(found["ids"].as_array().expect("ids").contains(id));
    }
    let months = figures["breakdowns"].as_array().expect("breakdowns");
    let months = months.iter().find(|one| one["by"] == "month");
    let months = months.expect("months")["parts"].as_array().expect("parts");
    assert_eq!(months.len(), 10);
    // The whole year knows the third, and that the second came to nothing.
    assert_eq!(story.figure("F1").await, "2");
    let whole = story.ask("figures", json!({"year": 2023})).await;
    assert_eq!(
        (&whole["through"], &whole["cutoff"]),
        (&json!(12), &json!("2023-12-31"))
    );
    assert!(
        !one(&whole, "F1")["ids"]
            .as_array()
            .expect("ids")
            .contains(&voided)
    );
}

#[tokio::test]
async fn a_date_that_may_lie_behind_the_cut_off_counts_and_is_named() {
    let story = Story::fresh().await;
    signed(&story, "一", "2023-H1", json!({})).await;
    let half = signed(&story, "二", "2023-H2", json!({})).await;
    let year = signed(&story, "三", "2023", json!({})).await;
    signed(&story, "四", "2023-10", json!({})).await;
    let quarter = signed(&story, "五", "2023-Q4", json!({})).await;
    let project = make(&story, "project", json!({"name": "甲"})).await;
    let paid = json!({"project": project, "paid_date": {"date": "2023"}, "paid_in": yuan("1.00")});
    let paid = make(&story, "payment", paid).await;
    let lead = json!({"name": "线索", "reported_at": {"date": "2023-Q4"}});
    let lead = make(&story, "lead", lead).await;
    let visit = json!({"lead": lead, "visit_date": {"date": "2023-Q4"}});
    let visit = make(&story, "visit", visit).await;
    let figures = october(&story).await;
    let mut rough = one(&figures, "F1")["rough"]
        .as_array()
        .expect("rough")
        .clone();
    rough.sort_by_key(|id| [&half, &year, &quarter].iter().position(|one| *one == id));
    assert_eq!(rough, [half, year, quarter]);
    assert_eq!(one(&figures, "F1")["value"]["count"], 5);
    for (id, row) in [("paid_in", paid), ("leads", lead), ("visits", visit)] {
        assert_eq!(one(&figures, id)["rough"], json!([row]), "{id}");
    }
    let whole = story.ask("figures", json!({"year": 2023})).await;
    for figure in whole["figures"].as_array().expect("figures") {
        assert_eq!(figure["rough"], json!([]), "{}", figure["id"]);
    }
}

#[tokio::test]
async fn what_was_finished_later_was_still_being_built() {
    let story = Story::fresh().await;
    let mut rows = Vec::new();
    for (name, date) in [
        ("一", "2023-09-30"),
        ("二", "2023-11-02"),
        ("三", "2023-Q4"),
    ] {
        let project = make(&story, "project", json!({"name": name})).await;
        let more = json!({"ledger_kind": "finished", "completion_date": {"date": date},
            "total_investment": yuan("200000000.00")});
        rows.push(listed(&story, &project, more).await);
    }
    let figures = october(&story).await;
    assert_eq!(one(&figures, "F10")["value"]["count"], 2);
    assert_eq!(one(&figures, "F10")["rough"], json!([rows[2]]));
    // Of the last quarter nobody knows whether it is finished: it is named.
    let found = one(&figures, "F6");
    assert_eq!(found["value"]["count"], 2);
    assert_eq!(found["rough"], json!([rows[2]]));
    assert!(!found["ids"].as_array().expect("ids").contains(&rows[0]));
    assert_eq!(story.figure("F10").await, "3");
    assert_eq!(story.figure("F6").await, "0");
}

#[tokio::test]
async fn the_same_months_of_two_years_are_compared() {
    let story = Story::fresh().await;
    for (name, date) in [
        ("一", "2022-03-01"),
        ("二", "2022-12-01"),
        ("三", "2023-03-01"),
        ("四", "2023-04-01"),
    ] {
        signed(&story, name, date, json!({})).await;
    }
    let asked = json!({"year": 2023, "through": 10});
    let compared = story.ask("compare", asked.clone()).await;
    assert_eq!(compared["through"], 10);
    let found = one(&compared, "F1");
    assert_eq!(
        (&found["before"], &found["change"]),
        (&json!("1"), &json!("100.00"))
    );
    let whole = story.ask("compare", json!({"year": 2023})).await;
    assert_eq!(one(&whole, "F1")["change"], "0.00");
    // What was frozen of all of 2022 says nothing of its first months.
    story
        .ask("freeze", json!({"year": 2022, "name": "2022年度"}))
        .await;
    let compared = story.ask("compare", asked.clone()).await;
    assert_eq!(compared["frozen"], Json::Null);
    assert_eq!(one(&compared, "F1")["before"], "1");
    let freeze = json!({"year": 2022, "through": 10, "name": "2022年10月"});
    let frozen = story.ask("freeze", freeze).await;
    signed(&story, "五", "2022-05-01", json!({})).await;
    let compared = story.ask("compare", asked).await;
    assert_eq!(compared["frozen"], frozen["id"]);
    assert_eq!(one(&compared, "F1")["before"], "1");
}

#[tokio::test]
async fn frozen_months_tell_what_came_late_and_not_what_came_after() {
    let story = Story::fresh().await;
    signed(&story, "一", "2023-03-01", json!({})).await;
    let freeze = json!({"year": 2023, "through": 10, "name": "2023年10月"});
    let frozen = story.ask("freeze", freeze).await;
    signed(&story, "二", "2023-11-20", json!({})).await;
    let asked = json!({"id": frozen["id"]});
    let changes = story.ask("frozen_changes", asked.clone()).await;
    assert_eq!(changes["figures"], json!([]));
    let late = signed(&story, "三", "2023-10-20", json!({})).await;
    let changes = story.ask("frozen_changes", asked).await;
    assert_eq!(one(&changes, "F1")["late"], json!([late]));
    let periods = story.ask("frozen", json!({"year": 2023})).await;
    assert_eq!(periods["periods"][0]["through"], 10);
}

#[tokio::test]
async fn a_rate_of_a_year_end_is_no_rate_of_october() {
    let story = Story::fresh().await;
    let unit = json!({"name": "1号", "park": "园", "floor_area": {"area": "100", "unit": "sqm"}});
    let unit = make(&story, "factory_unit", unit).await;
    let lease = json!({"unit": unit, "leased_area": {"area": "90", "unit": "sqm"},
        "start_date": {"date": "2021-01-01"}});
    make(&story, "lease", lease).await;
    let entered =
        json!({"indicator": "F17", "year": {"number": "2022"}, "value": {"number": "80.00"}});
    make(&story, "indicator_value", entered).await;
    assert_eq!(story.figure("F18").await, "10.00");
    assert_eq!(one(&october(&story).await, "F18")["value"]["display"], "—");
    let freeze = json!({"year": 2022, "through": 10, "name": "2022年10月"});
    // Nor is it known by freezing it long after.
    story.ask("freeze", freeze).await;
    assert_eq!(one(&october(&story).await, "F18")["value"]["display"], "—");
}

#[tokio::test]
async fn progress_of_the_present_year_is_measured_by_the_time_gone() {
    let story = Story::fresh().await;
    story
        .ask("freeze", json!({"year": 2020, "name": "today"}))
        .await;
    let frozen = story.ask("frozen", json!({})).await;
    let today = frozen["periods"][0]["frozen_at"].as_str().expect("day");
    let present: i32 = today[..4].parse().expect("year");
    let project = make(&story, "project", json!({"name": "甲"})).await;
    // The example of a report at October: 97.2 % and 13.87 points ahead.
    let more = json!({"total_investment": yuan("200000000.00"),
        "annual_plan_investment": yuan("100000000.00"),
        "annual_completed_investment": yuan("97200000.00"),
        "plan_year": {"number": present.to_string()}});
    let row = listed(&story, &project, more).await;
    let asked = json!({"year": present, "through": 10});
    let figures = story.ask("figures", asked).await;
    let parts = &one(&figures, "F23")["parts"];
    let shown = |at: usize| (parts[at]["key"].clone(), parts[at]["display"].clone());
    assert_eq!(shown(0), (json!("time_gone"), json!("83.33")));
    assert_eq!(shown(1), (json!("ahead"), json!("13.87")));
    assert_eq!(parts[1]["ids"], json!([row]));
    let whole = story.ask("figures", json!({"year": present})).await;
    assert_eq!(one(&whole, "F23")["parts"], json!([]));
}

#[tokio::test]
async fn a_lease_that_ended_later_held_at_the_cut_off() {
    let story = Story::fresh().await;
    let unit = json!({"name": "1号", "park": "园", "floor_area": {"area": "100", "unit": "sqm"}});
    let unit = make(&story, "factory_unit", unit).await;
    let lease = json!({"unit": unit, "leased_area": {"area": "90", "unit": "sqm"}, "ended": true,
        "start_date": {"date": "2021-01-01"}, "end_date": {"date": "2023-11-30"}});
    make(&story, "lease", lease).await;
    assert_eq!(
        one(&october(&story).await, "F17")["value"]["display"],
        "90.00"
    );
    assert_eq!(story.figure("F17").await, "0.00");
}

#[tokio::test]
async fn there_is_no_thirteenth_month() {
    let story = Story::fresh().await;
    for through in [0, 13] {
        let asked = json!({"year": 2023, "through": through});
        for name in ["figures", "compare"] {
            let fault = story.refused(name, asked.clone()).await;
            assert_eq!(fault.code(), "bad_request", "{name} {through}");
        }
    }
}
