//! What a figure counts, adds and names, record by record.

use serde_json::{Value as Json, json};

use crate::desk::Story;

/// An amount of yuan.
pub(crate) fn yuan(amount: &str) -> Json {
    json!({"amount": amount, "currency": "CNY"})
}

/// A figure of a year.
pub(crate) fn one<'j>(figures: &'j Json, id: &str) -> &'j Json {
    let mut all = figures["figures"].as_array().expect("figures").iter();
    all.find(|one| one["id"] == id).expect("figure")
}

/// A new record's id.
pub(crate) async fn make(story: &Story, kind: &str, values: Json) -> Json {
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
pub(crate) async fn listed(story: &Story, project: &Json, more: Json) -> Json {
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

#[tokio::test]
async fn a_key_project_counts_with_the_total_that_any_list_gives() {
    let story = Story::fresh().await;
    let both = make(&story, "project", json!({"name": "两级"})).await;
    let total = json!({"total_investment": yuan("300000000.00"), "build_nature": "new"});
    listed(&story, &both, total).await;
    let province = listed(&story, &both, json!({"key_level": "province"})).await;
    let unknown = make(&story, "project", json!({"name": "待定"})).await;
    let total = json!({"total_investment": {"absent": "pending"}});
    let unknown = listed(&story, &unknown, total).await;
    let foreign = make(&story, "project", json!({"name": "外资"})).await;
    let total = json!({"total_investment": {"amount": "50000000.00", "currency": "USD"}});
    let foreign = listed(&story, &foreign, total).await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    for id in ["F6", "F7", "F8", "F9"] {
        let figure = one(&figures, id);
        assert_eq!(figure["ids"], json!([province]), "{id}");
        let missing = figure["missing"].as_array().expect("ids");
        assert!(
            missing.contains(&unknown) && missing.contains(&foreign),
            "{id}: {missing:?}"
        );
    }
    assert_eq!(one(&figures, "F7")["value"]["display"], "3.00");
    assert_eq!(one(&figures, "F9")["parts"][0]["key"], "new");
}

#[tokio::test]
async fn what_lies_deep_in_a_packed_project_counts_once() {
    let story = Story::fresh().await;
    let whole = make(&story, "project", json!({"name": "打包"})).await;
    let called = json!({"name": "打包项目", "suspected_same_as": whole, "same_verdict": "same"});
    let called = make(&story, "project", called).await;
    let child = make(
        &story,
        "project",
        json!({"name": "子", "parent_project": whole}),
    )
    .await;
    let deep = make(
        &story,
        "project",
        json!({"name": "孙", "parent_project": child}),
    )
    .await;
    let other = make(
        &story,
        "project",
        json!({"name": "另", "parent_project": called}),
    )
    .await;
    for (project, total) in [
        (&whole, "1000000000.00"),
        (&child, "90000000.00"),
        (&deep, "110000000.00"),
        (&other, "150000000.00"),
    ] {
        listed(&story, project, json!({"total_investment": yuan(total)})).await;
    }
    assert_eq!(story.figure("F7").await, "10.00");
    let asked = json!({"year": 2023, "rule": {"packed_projects": "children"}});
    let figures = story.ask("figures", asked).await;
    assert_eq!(one(&figures, "F7")["value"]["display"], "2.60");
}

#[tokio::test]
async fn a_part_that_is_found_the_same_as_its_whole_counts_once() {
    let story = Story::fresh().await;
    let whole = make(&story, "project", json!({"name": "打包"})).await;
    let part = json!({"name": "打包一部", "parent_project": whole});
    let part = make(&story, "project", part).await;
    let total = json!({"total_investment": yuan("200000000.00")});
    listed(&story, &part, total).await;
    let page = story
        .ask("records", json!({"kind": "project", "limit": 9}))
        .await;
    let rows = page["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["id"] == whole).expect("row");
    let same = json!({"suspected_same_as": part, "same_verdict": "same"});
    let edit = json!({"kind": "project", "id": whole, "seen": row["version"], "values": same});
    story.ask("edit_record", edit).await;
    for packed in ["parent", "children"] {
        let asked = json!({"year": 2023, "rule": {"packed_projects": packed}});
        let figures = story.ask("figures", asked).await;
        assert_eq!(one(&figures, "F6")["value"]["count"], 1, "{packed}");
    }
}

#[tokio::test]
async fn a_lease_that_is_over_is_named_while_its_unit_is_said_to_be_let() {
    let story = Story::fresh().await;
    let area = || json!({"area": "1000", "unit": "sqm"});
    let mut over = Vec::new();
    for (name, said, again) in [
        ("一", json!({"state": "leased"}), false),
        ("二", json!({"state": "vacant"}), false),
        ("三", json!({"state": "leased"}), true),
        (
            "四",
            json!({"vacant_area": {"area": "600", "unit": "sqm"}}),
            false,
        ),
        ("五", json!({"vacant_area": area()}), false),
    ] {
        let mut unit = said;
        unit["name"] = json!(name);
        unit["floor_area"] = area();
        let unit = make(&story, "factory_unit", unit).await;
        for end in ["2021-12-31", "2022-12-31"] {
            let lease = json!({"unit": unit, "leased_area": area(), "end_date": {"date": end}});
            over.push(make(&story, "lease", lease).await);
        }
        if again {
            let lease = json!({"unit": unit, "leased_area": area()});
            make(&story, "lease", lease).await;
        }
    }
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let let_area = one(&figures, "F16");
    assert_eq!(let_area["value"]["display"], "0.10");
    let mut lapsed = let_area["lapsed"].as_array().expect("lapsed").clone();
    lapsed.sort_by_key(|id| over.iter().position(|one| one == id));
    assert_eq!(lapsed, [over[1].clone(), over[7].clone()]);
}

#[tokio::test]
async fn a_level_that_changes_after_a_freeze_is_told() {
    let story = Story::fresh().await;
    let project = make(&story, "project", json!({"name": "甲"})).await;
    let values = json!({"total_investment": yuan("200000000.00"), "build_nature": "new"});
    let listed = listed(&story, &project, values).await;
    let frozen = json!({"year": 2023, "name": "2023年度"});
    let frozen = story.ask("freeze", frozen).await;
    let record = json!({"kind": "key_project", "id": listed});
    let seen = story.ask("record", record).await["version"].clone();
    let edit = json!({"kind": "key_project", "id": listed, "seen": seen,
        "values": {"key_level": "county"}});
    story.ask("edit_record", edit).await;
    let changes = json!({"id": frozen["id"]});
    let changes = story.ask("frozen_changes", changes).await;
    assert_eq!(
        one(&changes, "F8")["corrected"],
        json!([{"id": listed, "was": "200000000.00", "now": "200000000.00",
            "was_part": "city", "now_part": "county"}])
    );
    assert_eq!(changes["figures"].as_array().map(Vec::len), Some(1));
    let periods = story.ask("frozen", json!({"year": 2023})).await;
    let levels = &one(&periods["periods"][0], "F8")["parts"];
    assert_eq!(
        (&levels[1]["key"], &levels[1]["count"]),
        (&json!("city"), &json!(1))
    );
}

#[tokio::test]
async fn a_year_frozen_under_other_rules_is_not_compared_without_a_word() {
    let story = Story::fresh().await;
    story
        .ask("freeze", json!({"year": 2022, "name": "2022年度"}))
        .await;
    let compared = story.ask("compare", json!({"year": 2023})).await;
    assert_eq!(compared["read_otherwise"], json!([]));
    let rule = json!({"rule": {"threshold": "exclusive"}});
    story.ask("save_rules", rule).await;
    let compared = story.ask("compare", json!({"year": 2023})).await;
    assert_eq!(compared["read_otherwise"], json!(["threshold"]));
}

#[tokio::test]
async fn a_lease_that_names_its_last_month_holds_to_the_end_of_it() {
    let story = Story::fresh().await;
    let area = |sqm: &str| json!({"area": sqm, "unit": "sqm"});
    for (name, end) in [
        ("1", "2023-12"),
        ("2", "2023-Q4"),
        ("3", "2023"),
        ("4", "2023-12-T3"),
        ("5", "2023-12-31"),
        ("6", "2023-12-30"),
        ("7", "2023-11"),
        ("8", "2023-12-T2"),
    ] {
        let unit = json!({"name": name, "floor_area": area("10000")});
        let unit = make(&story, "factory_unit", unit).await;
        let lease = json!({"unit": unit, "leased_area": area("10000"), "end_date": {"date": end}});
        make(&story, "lease", lease).await;
    }
    assert_eq!(story.figure("F16").await, "5.00");
    assert_eq!(story.figure("F17").await, "62.50");
}

#[tokio::test]
async fn what_was_recognised_in_dollars_without_a_rate_is_named_and_marks_are_its_own() {
    let story = Story::fresh().await;
    let project = make(&story, "project", json!({"name": "甲"})).await;
    let about = json!({"amount": "100000000.00", "currency": "CNY", "mark": "approximate"});
    let values = json!({"project": project, "paid_date": {"date": "2023-05-01"}, "paid_in": about,
        "recognised_amount": yuan("100000000.00")});
    let exact = make(&story, "payment", values).await;
    let values = json!({"project": project, "paid_date": {"date": "2023-06-01"},
        "recognised_amount": {"amount": "5000000.00", "currency": "USD"}});
    let foreign = make(&story, "payment", values).await;
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let paid_in = one(&figures, "paid_in");
    assert_eq!(paid_in["value"]["display"], "1.00");
    assert_eq!(paid_in["approximate"], json!([]));
    assert_eq!(paid_in["missing"], json!([foreign]));
    let asked = json!({"year": 2023, "rule": {"paid_in": "declared"}});
    let figures = story.ask("figures", asked).await;
    assert_eq!(one(&figures, "paid_in")["approximate"], json!([exact]));
}

#[tokio::test]
async fn a_project_found_the_same_as_one_that_is_the_same_as_a_third_counts_once() {
    let story = Story::fresh().await;
    let mut above = Json::Null;
    for name in ["一签", "二签", "三签"] {
        let mut values = json!({"name": name});
        if !above.is_null() {
            values["suspected_same_as"] = above;
            values["same_verdict"] = json!("same");
        }
        above = make(&story, "project", values).await;
        signed(&story, above.clone(), json!({})).await;
        let total = json!({"total_investment": yuan("200000000.00")});
        listed(&story, &above, total).await;
    }
    assert_eq!(story.figures().await, ["1", "1.00", "1", "0"]);
    assert_eq!(story.figure("F6").await, "1");
}

#[tokio::test]
async fn two_projects_that_name_each_other_count_once() {
    let story = Story::fresh().await;
    let first = json!({"kind": "project", "values": {"name": "甲"}});
    let first = story.ask("create_record", first).await;
    let other = json!({"name": "乙", "suspected_same_as": first["id"], "same_verdict": "same"});
    let other = make(&story, "project", other).await;
    let edit = json!({"kind": "project", "id": first["id"], "seen": first["version"],
        "values": {"suspected_same_as": other, "same_verdict": "same"}});
    story.ask("edit_record", edit).await;
    for project in [first["id"].clone(), other] {
        signed(&story, project, json!({})).await;
    }
    assert_eq!(story.figure("F1").await, "1");
}

#[tokio::test]
async fn a_year_that_no_date_can_name_is_refused() {
    let story = Story::fresh().await;
    for year in [-1, 0, 1899, 2200, i32::MAX] {
        let fault = story.refused("figures", json!({"year": year})).await;
        assert_eq!(fault.code(), "bad_request", "{year}");
        let freeze = json!({"year": year, "name": "x"});
        assert_eq!(story.refused("freeze", freeze).await.code(), "bad_request");
    }
}

#[tokio::test]
async fn where_firms_are_counted_so_are_those_of_each_band() {
    let story = Story::fresh().await;
    let firm = make(&story, "enterprise", json!({"name": "甲公司"})).await;
    let other = make(&story, "enterprise", json!({"name": "乙公司"})).await;
    for (name, firm, amount) in [
        ("一", &firm, "1200000000.00"),
        ("二", &firm, "50000000.00"),
        ("三", &firm, "120000000.00"),
        ("四", &other, "50000000.00"),
    ] {
        let project = make(&story, "project", json!({"name": name, "investor": firm})).await;
        signed(&story, project, json!({"contract_capital": yuan(amount)})).await;
    }
    for (count_of, bands, total) in [("projects", [1, 0, 1, 2], 4), ("firms", [1, 0, 0, 1], 2)] {
        let asked = json!({"year": 2023, "rule": {"count_of": count_of}});
        let figures = story.ask("figures", asked).await;
        assert_eq!(one(&figures, "F1")["value"]["count"], total);
        let all = figures["breakdowns"].as_array().expect("breakdowns").iter();
        let by = |by: &str| {
            let mut all = all.clone();
            let found = all.find(|one| one["figure"] == "F1" && one["by"] == by);
            found.expect("breakdown")["parts"].clone()
        };
        let counts = |parts: &Json| -> Vec<u64> {
            let parts = parts.as_array().expect("parts").iter();
            parts.filter_map(|one| one["count"].as_u64()).collect()
        };
        assert_eq!(counts(&by("band")), bands, "{count_of}");
        assert_eq!(counts(&by("month"))[2], total, "{count_of}");
        let sums = by("band");
        let sums = sums.as_array().expect("parts").iter();
        let sums: f64 = sums
            .filter_map(|one| one["display"].as_str()?.parse::<f64>().ok())
            .sum();
        assert!((sums - 14.2).abs() < 0.001, "{sums}");
    }
}

#[tokio::test]
async fn a_list_says_which_of_its_rows_count_in_no_figure() {
    let story = Story::fresh().await;
    let first = json!({"kind": "project", "values": {"name": "甲项目"}});
    let first = story.ask("create_record", first).await;
    let waits = json!({"name": "甲项目（二）", "suspected_same_as": first["id"], "same_verdict": "pending"});
    let again = make(&story, "project", waits).await;
    let one = signed(&story, first["id"].clone(), json!({})).await;
    let other = signed(&story, again.clone(), json!({})).await;
    let list = json!({"kind": "agreement", "offset": 0, "limit": 10});
    let why = |page: &Json, of: &Json| -> Json {
        let rows = page["rows"].as_array().expect("rows");
        let row = rows.iter().find(|row| row["id"] == *of);
        row.expect("the row")["aside"].clone()
    };
    let page = story.ask("records", list.clone()).await;
    assert_eq!(
        (&page["undecided"], &page["orphaned"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(
        (why(&page, &one), why(&page, &other)),
        (Json::Null, json!("undecided"))
    );
    let listed = json!({"kind": "project", "offset": 0, "limit": 10});
    let projects = story.ask("records", listed.clone()).await;
    assert_eq!(projects["undecided"], 1);
    assert_eq!(why(&projects, &again), "undecided");
    let shown = json!({"kind": "project", "id": again});
    assert_eq!(
        story.ask("record", shown.clone()).await["aside"],
        "undecided"
    );
    assert_eq!(story.figure("F1").await, "1");

    // With the first in the bin the second is no other's repeat.
    let gone = json!({"kind": "project", "id": first["id"], "seen": first["version"]});
    story.ask("delete_record", gone).await;
    let page = story.ask("records", list).await;
    assert_eq!(
        (&page["undecided"], &page["orphaned"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(
        (why(&page, &one), why(&page, &other)),
        (json!("orphaned"), Json::Null)
    );
    assert_eq!(story.figure("F1").await, "1");
    // The project says so as well, in its ledger and alone.
    let projects = story.ask("records", listed).await;
    assert_eq!(projects["undecided"], 0);
    assert_eq!(why(&projects, &again), Json::Null);
    assert_eq!(story.ask("record", shown).await["aside"], Json::Null);
}

#[tokio::test]
async fn a_listing_that_waits_is_marked_in_its_ledger_as_in_the_figures() {
    let story = Story::fresh().await;
    let first = make(&story, "project", json!({"name": "甲"})).await;
    let again = json!({"name": "甲项目", "suspected_same_as": first, "same_verdict": "pending"});
    let again = make(&story, "project", again).await;
    let total = json!({"total_investment": yuan("200000000.00")});
    let one = listed(&story, &first, total.clone()).await;
    let other = listed(&story, &again, total.clone()).await;
    let mut of_before = total;
    of_before["plan_year"] = json!({"number": "2022"});
    listed(&story, &again, of_before).await;
    let waiting = async |kind: &str| {
        let list = json!({"kind": kind, "offset": 0, "limit": 10});
        let page = story.ask("records", list).await;
        let rows = page["rows"].as_array().expect("rows").iter();
        let marked = rows.filter(|row| row["aside"] == "undecided");
        (
            page["undecided"].clone(),
            marked.map(|row| row["id"].clone()).collect::<Vec<_>>(),
        )
    };
    assert_eq!(waiting("key_project").await, (json!(1), vec![other]));
    assert_eq!(waiting("project").await, (json!(1), vec![again]));
    assert_eq!(story.figure("F6").await, "1");
    let mut gone = json!({"kind": "key_project", "id": one});
    gone["seen"] = story.ask("record", gone.clone()).await["version"].clone();
    story.ask("delete_record", gone).await;
    assert_eq!(waiting("key_project").await, (json!(0), vec![]));
    assert_eq!(waiting("project").await, (json!(0), vec![]));
}
