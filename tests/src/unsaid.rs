//! What nobody said is named beside a figure, and no figure is made of it.

use serde_json::json;

use crate::counted::{listed, make, one, yuan};
use crate::desk::Story;
use crate::paid::import;

#[tokio::test]
async fn payments_that_tell_no_recognition_count_with_what_was_paid() {
    let story = Story::fresh().await;
    let project = make(&story, "project", json!({"name": "甲"})).await;
    let paid = |day: &str| json!({"project": project, "paid_date": {"date": day}, "paid_in": yuan("100000000.00")});
    let first = make(&story, "payment", paid("2023-05-01")).await;
    make(&story, "payment", paid("2022-05-01")).await;
    assert_eq!(story.figure("paid_in").await, "1.00");
    // Beside one that tells it, such a payment is only declared.
    let mut told = paid("2023-06-01");
    told["state"] = json!("recognised");
    told["recognised_amount"] = yuan("50000000.00");
    make(&story, "payment", told).await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let paid_in = one(&figures, "paid_in");
    assert_eq!(paid_in["value"]["display"], "0.50");
    assert_eq!(paid_in["missing"], json!([first]));
}

#[tokio::test]
async fn a_lead_that_nobody_assessed_is_named() {
    let story = Story::fresh().await;
    let mut leads = Vec::new();
    for (effective, source) in [
        (Some(true), Some("via_third_party")),
        (Some(true), None),
        (None, Some("via_third_party")),
        (None, Some("via_self")),
        (Some(false), None),
    ] {
        let firm = json!({"name": format!("{}公司", leads.len())});
        let firm = make(&story, "enterprise", firm).await;
        let mut lead = json!({"enterprise": firm, "reported_at": {"date": "2023-05-01"}});
        if let Some(effective) = effective {
            lead["is_effective"] = json!(effective);
        }
        if let Some(source) = source {
            lead["lead_source"] = json!(source);
        }
        leads.push(make(&story, "lead", lead).await);
    }
    let named = async |rule| {
        let figures = story
            .ask("figures", json!({"year": 2023, "rule": rule}))
            .await;
        let found = one(&figures, "F5");
        let missing = found["missing"].as_array().cloned().unwrap_or_default();
        let at = |id| leads.iter().position(|lead| lead == id);
        let mut missing: Vec<_> = missing.iter().filter_map(at).collect();
        missing.sort_unstable();
        (found["value"]["count"].clone(), missing)
    };
    assert_eq!(named(json!({})).await, (json!(2), vec![2, 3]));
    let third = json!({"lead_channel": "third_party"});
    assert_eq!(named(third).await, (json!(1), vec![1, 2]));
}

#[tokio::test]
async fn no_share_is_made_of_what_nobody_said() {
    let story = Story::fresh().await;
    let number = |of: &str| json!({"number": of});
    let total = || yuan("200000000.00");
    let mut ids = Vec::new();
    for (name, more) in [
        (
            "甲",
            json!({"total_investment": total(), "annual_plan_investment": yuan("50000000.00"),
                "buildings": number("20"), "buildings_started": number("10")}),
        ),
        (
            "乙",
            json!({"total_investment": total(), "annual_completed_investment": yuan("30000000.00"),
                "buildings": number("4")}),
        ),
        ("丙", json!({"total_investment": total()})),
    ] {
        let project = make(&story, "project", json!({"name": name})).await;
        ids.push(listed(&story, &project, more).await);
    }
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let shown = |id: &str| one(&figures, id)["value"]["display"].clone();
    let named = |id: &str| {
        let missing = one(&figures, id)["missing"].as_array().cloned();
        let at = |id| ids.iter().position(|one| one == id);
        let mut missing: Vec<_> = missing.iter().flatten().filter_map(at).collect();
        missing.sort_unstable();
        missing
    };
    assert_eq!((shown("F11"), named("F11")), (json!("41.67"), vec![1]));
    let capped = (shown("F11_capped"), named("F11_capped"));
    assert_eq!(capped, (json!("—"), vec![0, 1]));
    // One has a plan and nothing done, another something done and no plan.
    assert_eq!((shown("F23"), named("F23")), (json!("—"), vec![0, 1]));
    let project = make(&story, "project", json!({"name": "丁"})).await;
    let both = json!({"total_investment": total(), "annual_plan_investment": yuan("50000000.00"),
        "annual_completed_investment": yuan("20000000.00")});
    listed(&story, &project, both).await;
    assert_eq!(story.figure("F23").await, "20.00");
}

#[tokio::test]
async fn what_has_no_area_is_named_and_in_no_rate() {
    let story = Story::fresh().await;
    let area = |of: &str, unit: &str| json!({"area": of, "unit": unit});
    let mut units = Vec::new();
    for (name, state, floor) in [
        ("一", "leased", Some("1000")),
        ("二", "vacant", None),
        ("三", "leased", None),
        ("四", "vacant", Some("1000")),
    ] {
        let mut unit = json!({"name": name, "state": state});
        if let Some(floor) = floor {
            unit["floor_area"] = area(floor, "sqm");
        }
        units.push(make(&story, "factory_unit", unit).await);
    }
    let lease = json!({"unit": units[0]});
    let bare = make(&story, "lease", lease).await;
    for unit in [&units[0], &units[2]] {
        let lease = json!({"unit": unit, "leased_area": area("500", "sqm")});
        make(&story, "lease", lease).await;
    }
    let clear = json!({"parcel_no": "A-1", "supply_state": "clear", "land_area": area("50", "mu")});
    make(&story, "parcel", clear).await;
    let unmeasured = make(&story, "parcel", json!({"parcel_no": "A-2"})).await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let [let_area, rate, parcels] = ["F16", "F17", "parcel_area"].map(|id| one(&figures, id));
    assert_eq!(let_area["value"]["sqm"], "1000.00");
    assert_eq!(let_area["missing"], json!([bare]));
    assert_eq!(rate["value"]["display"], "25.00");
    let mut named = rate["missing"].as_array().cloned().unwrap_or_default();
    named.sort_by_key(|id| units.iter().position(|unit| unit == id));
    assert_eq!(named, [units[1].clone(), units[2].clone()]);
    assert_eq!(parcels["value"]["display"], "50.00");
    assert_eq!(parcels["missing"], json!([unmeasured]));
    let parts = parcels["parts"].as_array().expect("parts").iter();
    let mut parts: Vec<_> = parts
        .map(|part| [part["key"].clone(), part["display"].clone()])
        .collect();
    parts.sort_by_key(|part| part[0].is_null());
    assert_eq!(
        parts,
        [
            [json!("clear"), json!("50.00")],
            [json!(null), json!("0.00")]
        ]
    );
}

#[tokio::test]
async fn a_plan_without_levels_names_what_may_be_key() {
    let story = Story::fresh().await;
    let plan = async |name: &str, amount: &str, level: serde_json::Value| {
        let project = make(&story, "project", json!({"name": name})).await;
        let more = json!({"key_level": level, "total_investment": yuan(amount)});
        listed(&story, &project, more).await
    };
    let large = plan("甲", "200000000.00", json!(null)).await;
    plan("乙", "20000000.00", json!(null)).await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    assert_eq!(one(&figures, "F6")["value"]["count"], 0);
    assert_eq!(one(&figures, "F6")["missing"], json!([large]));
    // Beside one with a level they are known to be others.
    plan("丙", "300000000.00", json!("city")).await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    assert_eq!(one(&figures, "F6")["value"]["count"], 1);
    assert_eq!(one(&figures, "F6")["missing"], json!([]));
}

#[tokio::test]
async fn a_year_of_which_only_leads_or_plans_are_known_has_figures() {
    let story = Story::fresh().await;
    let years = async || story.ask("years", json!({})).await["years"].clone();
    assert_eq!(years().await, json!([]));
    // What stands in every year is shown of the present one.
    make(&story, "parcel", json!({"parcel_no": "A-1"})).await;
    assert_eq!(years().await.as_array().map(Vec::len), Some(1));
    let firm = make(&story, "enterprise", json!({"name": "甲公司"})).await;
    let lead = json!({"enterprise": firm, "reported_at": {"date": "2022-05-01"}});
    make(&story, "lead", lead).await;
    let project = make(&story, "project", json!({"name": "甲"})).await;
    listed(
        &story,
        &project,
        json!({"completion_date": {"date": "2021-11"}}),
    )
    .await;
    assert_eq!(years().await, json!([2023, 2022, 2021]));
}

#[tokio::test]
async fn what_may_repeat_another_is_named_until_somebody_decides() {
    let story = Story::fresh().await;
    let first = make(&story, "project", json!({"name": "甲"})).await;
    let again = json!({"name": "甲项目", "suspected_same_as": first, "same_verdict": "pending"});
    let again = json!({"kind": "project", "values": again});
    let again = story.ask("create_record", again).await;
    let values = json!({"project": again["id"], "agreement_type": "formal",
        "sign_date": {"date": "2023-03-01"}, "contract_capital": yuan("200000000.00")});
    let mut before = values.clone();
    before["project"] = first.clone();
    before["agreement_type"] = json!("intent");
    make(&story, "agreement", before).await;
    let agreement = make(&story, "agreement", values).await;
    let more = json!({"total_investment": yuan("200000000.00"),
        "completion_date": {"date": "2024-03"}});
    listed(&story, &first, more.clone()).await;
    let key_project = listed(&story, &again["id"], more).await;
    let firm = make(&story, "enterprise", json!({"name": "甲公司"})).await;
    let lead = json!({"enterprise": firm, "reported_at": {"date": "2023-05-01"},
        "is_effective": true});
    let lead_first = make(&story, "lead", lead.clone()).await;
    let mut lead = lead;
    lead["suspected_same_as"] = lead_first.clone();
    let lead = make(&story, "lead", lead).await;
    let named = async |id: &str| {
        let figures = story.ask("figures", json!({"year": 2023})).await;
        one(&figures, id)["undecided"].clone()
    };
    for id in ["F1", "F2", "F3"] {
        assert_eq!(named(id).await, json!([agreement]), "{id}");
    }
    assert_eq!(named("F4").await, json!([]));
    for id in ["F6", "F7", "F8", "F9"] {
        assert_eq!(named(id).await, json!([key_project]), "{id}");
    }
    assert_eq!(named("F10").await, json!([]));
    for id in ["leads", "F5"] {
        assert_eq!(named(id).await, json!([lead]), "{id}");
        assert_eq!(story.figure(id).await, "1", "{id}");
    }
    let decide = json!({"kind": "project", "id": again["id"], "seen": again["version"],
        "values": {"same_verdict": "different"}});
    story.ask("edit_record", decide).await;
    assert_eq!(named("F1").await, json!([]));
    assert_eq!(story.figure("F1").await, "1");
    assert_eq!(story.figure("F6").await, "2");
}

#[tokio::test]
async fn what_may_repeat_what_does_not_count_counts_itself() {
    let story = Story::fresh().await;
    // The plan of the year before has the first; this year's has another name.
    let first = make(&story, "project", json!({"name": "甲"})).await;
    let total = json!({"total_investment": yuan("200000000.00")});
    let mut of_before = total.clone();
    of_before["plan_year"] = json!({"number": "2022"});
    listed(&story, &first, of_before).await;
    let again = json!({"name": "甲项目", "suspected_same_as": first, "same_verdict": "pending"});
    let again = make(&story, "project", again).await;
    listed(&story, &again, total).await;
    let values = json!({"project": again, "agreement_type": "formal",
        "sign_date": {"date": "2023-03-01"}, "contract_capital": yuan("200000000.00")});
    make(&story, "agreement", values.clone()).await;
    for id in ["F1", "F6"] {
        assert_eq!(story.figure(id).await, "1", "{id}");
    }
    // A third that may be the first may be the second as well.
    let third = json!({"name": "甲的项目", "suspected_same_as": first, "same_verdict": "pending"});
    let third = make(&story, "project", third).await;
    let mut values = values;
    values["project"] = third;
    make(&story, "agreement", values).await;
    assert_eq!(story.figure("F1").await, "1");
}

#[tokio::test]
async fn a_plan_of_no_year_is_told_once() {
    let story = Story::fresh().await;
    let plan = "项目名称,建设单位,级别,总投资（亿元）\n\
        甲项目,甲公司,市级,3.5\n乙项目,乙公司,县级,2.5\n";
    let report = import(&story, "重点项目.csv", plan, json!({})).await;
    let told = report["problems"].as_array().expect("problems").iter();
    let told = told.filter(|one| one["reason"] == "plan_year_missing");
    let rows: Vec<_> = told.map(|one| one["row"].clone()).collect();
    assert_eq!(rows, [json!(1)]);
}
