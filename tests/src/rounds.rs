//! A list that goes out and comes in again changes nothing: links hold, and
//! what it does not tell of stays.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;

async fn import(story: &Story, name: &str, text: &str) -> Json {
    let request = json!({"name": name, "data": BASE64.encode(text)});
    story.ask("import_ledger", request).await
}

/// A list as it goes out.
async fn list(story: &Story, kind: &str) -> String {
    let request = json!({"kind": kind, "format": "csv", "unmasked": true});
    let done = story.ask("export_list", request).await;
    let bytes = BASE64.decode(done["data"].as_str().expect("data"));
    String::from_utf8(bytes.expect("base64")).expect("text")
}

/// Created, updated and unchanged.
fn became(report: &Json) -> [u64; 3] {
    ["created", "updated", "unchanged"].map(|key| report[key].as_u64().unwrap_or(u64::MAX))
}

async fn make(story: &Story, kind: &str, values: Json) -> Json {
    let request = json!({"kind": kind, "values": values});
    story.ask("create_record", request).await["id"].clone()
}

/// The named field of each record of a kind.
async fn field(story: &Story, kind: &str, name: &str) -> Vec<Json> {
    let request = json!({"kind": kind, "limit": 50});
    let page = story.ask("records", request).await;
    let rows = page["rows"].as_array().expect("rows").iter();
    rows.map(|row| row["values"][name].clone()).collect()
}

#[tokio::test]
async fn links_hold_and_are_found_by_name() {
    let story = Story::fresh().await;
    let chain = make(&story, "chain", json!({"name": "电梯配件", "code": "lift"})).await;
    let other = make(
        &story,
        "chain",
        json!({"name": "新能源汽车", "code": "nev"}),
    )
    .await;
    let segment = json!({"name": "电机", "chain": chain, "layer": "midstream"});
    let segment = make(&story, "segment", segment).await;
    make(
        &story,
        "segment",
        json!({"name": "电机", "chain": other, "layer": "midstream"}),
    )
    .await;
    let firm = make(&story, "enterprise", json!({"name": "甲公司"})).await;
    let project =
        json!({"name": "甲项目", "investor": firm, "chain": "电梯配件", "segment": segment});
    let project = make(&story, "project", project).await;
    make(&story, "project", json!({"name": "乙项目"})).await;
    let lead = json!({"enterprise": firm, "name": "甲线索", "segment": segment,
        "chain": "电梯配件", "reported_at": {"date": "2023-02-01"}});
    let lead = make(&story, "lead", lead).await;
    let visit = json!({"enterprise": firm, "visit_date": {"date": "2023-03-05"},
        "visit_type": "visit_out", "lead": lead, "project": project});
    make(&story, "visit", visit).await;
    let agreement = json!({"project": project, "agreement_type": "formal",
        "sign_date": {"date": "2023-04-05"}});
    let agreement = make(&story, "agreement", agreement).await;
    let payment = json!({"project": project, "agreement": agreement,
        "paid_date": {"date": "2023-05-05"}, "paid_in": {"amount": "10000.00", "currency": "CNY"}});
    make(&story, "payment", payment).await;
    make(
        &story,
        "contact",
        json!({"name": "张三", "mobile": "15400000001"}),
    )
    .await;
    for (kind, rows) in [
        ("project", 2),
        ("lead", 1),
        ("visit", 1),
        ("payment", 1),
        ("contact", 1),
    ] {
        let text = list(&story, kind).await;
        let report = import(&story, &format!("{kind}.csv"), &text).await;
        assert_eq!(became(&report), [0, 0, rows], "{kind}: {text}\n{report}");
    }
    let visits = list(&story, "visit").await;
    let moved = visits.replace("甲项目", "乙项目");
    let report = import(&story, "visit.csv", &moved).await;
    // What a person linked stays; that another is named is told.
    assert!(
        report["problems"].to_string().contains("kept_edit"),
        "{report}"
    );
    assert_eq!(field(&story, "visit", "project").await, [project]);
    // A name that nobody has makes no project.
    let unknown = visits.replace("甲项目", "丙项目");
    let report = import(&story, "visit.csv", &unknown).await;
    assert!(
        report["problems"].to_string().contains("link_unknown"),
        "{report}"
    );
    assert_eq!(field(&story, "project", "name").await.len(), 2);
    assert_eq!(field(&story, "lead", "segment").await, [segment]);
    story.whole().await;
}

#[tokio::test]
async fn a_list_of_units_ends_no_lease() {
    let story = Story::fresh().await;
    let ledger = "园区,楼栋号,建筑面积（㎡）,已租企业,已租面积（㎡）,空置面积（㎡）,租金（元/㎡·月）\n\
        电梯园,1#,5000,甲公司,3000,2000,15-18\n电梯园,2#,6000,乙公司,6000,0,12\n";
    let report = import(&story, "标准厂房台账.csv", ledger).await;
    assert_eq!(report["created"], 2, "{report}");
    let text = list(&story, "factory_unit").await;
    let report = import(&story, "factory_unit.csv", &text).await;
    assert_eq!(became(&report), [0, 0, 2], "{text}\n{report}");
    assert_eq!(
        field(&story, "lease", "ended").await,
        [Json::Null, Json::Null]
    );
    story.whole().await;
}

#[tokio::test]
async fn an_area_in_another_unit_is_the_same_area() {
    let story = Story::fresh().await;
    let ledger = "地块编号,位置,面积（亩）,用途\nDK-01,纬二路北,100,工业\nDK-02,河西,80.5,仓储\n";
    let report = import(&story, "地块清单.csv", ledger).await;
    assert_eq!(report["created"], 2, "{report}");
    let text = list(&story, "parcel").await;
    let report = import(&story, "parcel.csv", &text).await;
    assert_eq!(became(&report), [0, 0, 2], "{text}\n{report}");
    story.whole().await;
}

#[tokio::test]
async fn a_list_of_vacancies_adds_nobody_beside_the_tenants() {
    let story = Story::fresh().await;
    let ledger = "园区,楼栋号,建筑面积（㎡）,已租企业,已租面积（㎡）,起租日期\n\
        电梯园,1#,5000,甲公司,3000,2023-05-01\n";
    import(&story, "标准厂房台账.csv", ledger).await;
    let vacant = "园区,楼栋号,建筑面积（㎡）,空置面积（㎡）\n\
        电梯园,1#,5000,2000\n电梯园,2#,6000,1500\n";
    let report = import(&story, "闲置载体统计表.csv", vacant).await;
    assert_eq!(report["created"], 1, "{report}");
    let tenants = field(&story, "lease", "tenant").await;
    assert_eq!(tenants.len(), 2, "{tenants:?}");
    assert!(tenants.contains(&Json::Null), "{tenants:?}");
    story.whole().await;
}

#[tokio::test]
async fn strokes_where_tenants_stand_are_no_lease() {
    let story = Story::fresh().await;
    let ledger = "园区,楼栋号,单元,建筑面积（㎡）,已租面积（㎡）,已售面积（㎡）,入驻企业,状态\n\
        电梯园,1#,1-1,500,500,/,甲公司,已租\n电梯园,1#,1-2,400,/,/,/,空置\n";
    import(&story, "标准厂房台账.csv", ledger).await;
    let tenants = field(&story, "lease", "tenant").await;
    assert_eq!(tenants.len(), 1, "{tenants:?}");
    story.whole().await;
}

#[tokio::test]
async fn a_lease_that_is_listed_twice_is_one() {
    let story = Story::fresh().await;
    let ledger = "楼栋,房间号,面积（㎡）,企业名称,起租日期,到期日期\n\
        智谷大厦,301,500,智一科技有限公司,2023-05-01,2026-04-30\n\
        智谷大厦,302,400,智二科技有限公司,2023-06-01,2026-05-31\n";
    let rows = ledger.split_once('\n').expect("rows").1;
    import(&story, "入驻台账.csv", &format!("{ledger}{rows}")).await;
    let areas = field(&story, "lease", "leased_area").await;
    assert_eq!(areas.len(), 2, "{areas:?}");
    story.whole().await;
}

#[tokio::test]
async fn phases_that_are_listed_apart_are_projects_of_their_own() {
    let story = Story::fresh().await;
    let ledger = "项目名称,级别,总投资（亿元）,形象进度\n\
        光伏玻璃产业园（一期）,省级,30,设备安装\n\
        光伏玻璃产业园（二期）,省级,20,基础施工\n";
    let report = import(&story, "2024年重点项目台账.csv", ledger).await;
    assert_eq!(report["duplicates"], json!([]), "{report}");
    let verdicts = field(&story, "project", "same_verdict").await;
    assert_eq!(verdicts, [Json::Null, Json::Null]);
    story.whole().await;
}

/// The reasons of the problems of a report, but for those only told.
fn noticed(report: &Json) -> Vec<String> {
    let problems = report["problems"].as_array().expect("problems");
    let problems = problems.iter().filter(|one| one["level"] != "info");
    let reason = |one: &Json| one["reason"].as_str().unwrap_or_default().to_owned();
    problems.map(reason).collect()
}

#[tokio::test]
async fn leases_of_another_list_stand_in_the_units_that_are_there() {
    let story = Story::fresh().await;
    let units = "园区,楼栋,楼层,建筑面积（㎡）,已租面积（㎡）,入驻企业,租期\n\
        智造园,1#,1F,5000,5000,甲公司,2022.3-2025.2\n智造园,1#,2F,5000,3000,乙公司,2023.7.1-2026.6.30\n";
    import(&story, "标准厂房台账.csv", units).await;
    let leases = "租赁合同台账\n承租方,承租位置,租赁面积（㎡）,起租时间,到期时间\n\
        甲公司,1号楼1层,5000,2022-03-01,2025-02-28\n乙公司,智造园1#-2F,3000,2023-07-01,2026-06-30\n";
    let report = import(&story, "租赁合同台账.csv", leases).await;
    assert_eq!(noticed(&report), [] as [&str; 0], "{report}");
    assert_eq!(
        field(&story, "factory_unit", "name").await,
        ["智造园 1# 1F", "智造园 1# 2F"]
    );
    let starts = field(&story, "lease", "start_date").await;
    assert_eq!(
        starts,
        [json!({"date": "2022-03-01"}), json!({"date": "2023-07-01"})]
    );
    let again = import(&story, "标准厂房台账.csv", units).await;
    assert_eq!(became(&again), [0, 0, 2], "{again}");
    // A part of a floor is no unit of the ledger; a floor holds no more than it has.
    let others = "承租方,承租位置,租赁面积（㎡）,起租时间,到期时间\n\
        丙公司,1#-2F东,1000,2023-07-01,2026-06-30\n丁公司,1#-2F,2500,2024-01-01,2026-12-31\n\
        戊公司,1#-1F,4000,2025-03-01,2028-02-29\n";
    let report = import(&story, "租赁合同补充.csv", others).await;
    assert_eq!(
        noticed(&report),
        ["unit_not_listed", "leases_exceed_unit"],
        "{report}"
    );
    let figures = story.ask("figures", json!({"year": 2024})).await;
    let mut figures = figures["figures"].as_array().expect("figures").iter();
    let rate = figures.find(|one| one["id"] == "F17").expect("F17");
    assert_eq!(rate["missing"].as_array().map(Vec::len), Some(1), "{rate}");
    story.whole().await;
}

#[tokio::test]
async fn a_tenant_who_is_listed_again_is_not_gone() {
    let story = Story::fresh().await;
    let heads = "楼栋,楼层,建筑面积（㎡）,已租面积（㎡）,入驻企业,起租日期\n";
    let there = format!("{heads}1#,1F,5000,5000,甲公司,2022-03-01\n1#,2F,4000,,,\n");
    let gone = format!("{heads}1#,1F,5000,,,\n1#,2F,4000,,,\n");
    let ended = async || field(&story, "lease", "ended").await;
    import(&story, "标准厂房台账.csv", &there).await;
    import(&story, "标准厂房台账.csv", &gone).await;
    assert_eq!(ended().await, [json!(true)]);
    import(&story, "标准厂房台账.csv", &there).await;
    assert_eq!(ended().await, [json!(false)]);
    story.whole().await;
}

#[tokio::test]
async fn a_visit_of_a_month_may_be_one_of_its_days() {
    let head = "企业名称,拜访时间,驻点,洽谈内容\n";
    let month = (
        "拜访月报.csv",
        "甲公司,2024年9月,苏州,储能\n乙公司,2024年9月,苏州,光伏\n",
    );
    let days = (
        "拜访明细.csv",
        "甲公司,2024-09-12,苏州,储能项目\n甲公司,2024-09-20,苏州,选址\n乙公司,2024-10-08,苏州,光伏\n",
    );
    for files in [[month, days], [days, month]] {
        let story = Story::fresh().await;
        let mut last = Json::Null;
        for (file, rows) in files {
            last = import(&story, file, &format!("{head}{rows}")).await;
        }
        assert_eq!(noticed(&last), ["visit_of_month"], "{last}");
        let mut verdicts = field(&story, "visit", "same_verdict").await;
        verdicts.retain(|verdict| !verdict.is_null());
        assert_eq!(verdicts, ["pending"]);
        let dates = field(&story, "visit", "visit_date").await;
        assert_eq!(dates.len(), 5, "{dates:?}");
        let (file, rows) = files[1];
        let again = import(&story, file, &format!("{head}{rows}")).await;
        assert_eq!(again["created"], 0, "{again}");
        story.whole().await;
    }
}

#[tokio::test]
async fn a_building_is_let_by_the_floor() {
    let story = Story::fresh().await;
    let units =
        "厂房名称,建筑面积（㎡）,已租面积（㎡）,状态\nA1,6000,3500,部分出租\nA2,6000,0,空置\n";
    let leases = "标准化厂房租赁台账\n承租企业,厂房,楼层,租赁面积（㎡）,租赁期限\n\
        甲公司,A1,1层,2000,2022.1.1-2025.12.31\n乙公司,A1,2层,1500,2022.6.1-2026.5.31\n";
    for _ in 0..2 {
        import(&story, "标准化厂房基本情况.csv", units).await;
        import(&story, "标准化厂房租赁台账.csv", leases).await;
        assert_eq!(field(&story, "factory_unit", "name").await, ["A1", "A2"]);
        assert_eq!(field(&story, "lease", "note").await, ["1层", "2层"]);
        assert_eq!(story.figure("F16").await, "0.35");
        assert_eq!(story.figure("F17").await, "29.17");
    }
    story.whole().await;
}
