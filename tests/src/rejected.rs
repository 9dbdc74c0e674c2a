//! Rows that could not be read, as a file that is put right and imported again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;
use crate::paid::import;

/// Imports a file of which one row lacks a name, and then the file of that
/// row with the name where it lacked: as (row, column, name).
async fn put_right(story: &Story, name: &str, text: &str, cell: (u32, &str, &str)) -> Json {
    let report = import(story, name, text, json!({})).await;
    assert_eq!(report["rejected"], 1, "{report}");
    let file = &report["rejected_file"];
    assert_eq!(file["rows"], 1);
    let sheet = report["tables"][0]["sheet"].as_str().unwrap_or_default();
    let (row, column, text) = cell;
    let mut request = json!({"name": file["file_name"], "data": file["data"]});
    request["corrections"] = json!({sheet: {row.to_string(): {column: text}}});
    story.ask("import_ledger", request).await
}

/// What the second record of a kind has in some fields.
async fn second(story: &Story, kind: &str, fields: &[&str]) -> Vec<Json> {
    let page = story
        .ask("records", json!({"kind": kind, "limit": 50}))
        .await;
    let rows = page["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 2, "{rows:?}");
    let newest = rows.iter().max_by_key(|row| row["version"].as_i64());
    let values = &newest.expect("a row")["values"];
    fields.iter().map(|field| values[*field].clone()).collect()
}

#[tokio::test]
async fn it_says_what_is_wrong_until_that_is_put_right() {
    let story = Story::fresh().await;
    let text = "项目编号,项目名称,投资方,利用资金（亿元）,签约时间,协议类型\n\
        E1,庚项目,庚公司,1.5,2023-03-05,正式投资合同\n\
        E2,,辛公司,2,2023-04-01,正式投资合同\n";
    let report = import(&story, "签约.csv", text, json!({})).await;
    assert_eq!(report["rejected"], 1, "{report}");
    let file = &report["rejected_file"];
    let request = json!({"name": file["file_name"], "data": file["data"], "dry_run": true});
    let again = story.ask("import_ledger", request).await;
    assert_eq!(again["tables"][0]["kind"], "agreement", "{again}");
    assert_eq!(again["rejected"], 1, "{again}");
}

#[tokio::test]
async fn it_keeps_the_year_of_the_title() {
    let story = Story::fresh().await;
    let text = "2023年签约项目台账\n\
         项目名称,投资方,利用资金（亿元）,签约时间,协议类型\n\
         庚项目,庚公司,1.5,3月5日,正式投资合同\n\
         ,辛公司,2,4月1日,正式投资合同\n";
    let again = put_right(&story, "签约.csv", text, (3, "A", "辛项目")).await;
    assert_eq!(
        (&again["created"], &again["questions"]),
        (&json!(1), &json!([])),
        "{again}"
    );
    // Why the row was sent back is no column that anybody missed.
    let columns = again["tables"][0]["columns"].as_array().expect("columns");
    let reason = columns.iter().find(|one| one["head"] == "未导入原因");
    assert_ne!(reason.expect("why")["reason"], "unknown_heading", "{again}");
}

#[tokio::test]
async fn it_keeps_what_the_title_says_of_all_rows() {
    let story = Story::fresh().await;
    let text = "2023年框架协议项目一览表\n\
         项目名称,投资方,利用资金（亿元）,签约时间\n\
         庚项目,庚公司,1.5,2023-03-05\n\
         ,辛公司,2,2023-04-01\n";
    put_right(&story, "一览.csv", text, (3, "A", "辛项目")).await;
    let kind = second(&story, "agreement", &["agreement_type"]).await;
    assert_eq!(kind, [json!("framework")]);
    assert_eq!(story.figure("F1").await, "0");
    let story = Story::fresh().await;
    let text = "2023年重点项目台账（在建）\n\
         项目名称,建设单位,总投资（亿元）,级别,续建/新建\n\
         庚项目,庚公司,2,市级,新建\n\
         ,辛公司,3,省级,新建\n";
    put_right(&story, "重点.csv", text, (3, "A", "辛项目")).await;
    let fields = ["plan_year", "ledger_kind"];
    let listed = second(&story, "key_project", &fields).await;
    assert_eq!(listed, [json!({"number": "2023"}), json!("building")]);
    assert_eq!(story.figure("F7").await, "5.00");
}

#[tokio::test]
async fn it_keeps_the_section_of_a_row_and_the_sheet_it_stands_on() {
    let story = Story::fresh().await;
    let text = "2023年招商线索台账\n\
         企业名称,项目概况,首报时间,联系电话\n\
         一、新能源汽车,,,\n\
         庚公司,涂布项目,2023-02-01,15400005555\n\
         二、电梯配件,,,\n\
         ,门机项目,2023-02-02,15400006666\n";
    put_right(&story, "驻上海组.csv", text, (4, "A", "辛公司")).await;
    let fields = ["reporting_unit", "chain"];
    let there = second(&story, "lead", &fields).await;
    let page = story
        .ask("records", json!({"kind": "lead", "limit": 50}))
        .await;
    let all = page["rows"].as_array().expect("rows");
    let units: Vec<&Json> = all
        .iter()
        .map(|row| &row["values"]["reporting_unit"])
        .collect();
    assert_eq!(units[0], units[1], "{all:?}");
    assert_ne!(there[1], Json::Null, "{there:?}");
}

#[tokio::test]
async fn it_keeps_what_a_person_said_of_all_rows() {
    let story = Story::fresh().await;
    let text = "项目名称,投资方,利用资金（亿元）,签约时间\n\
         庚项目,庚公司,1.5,2023-03-05\n\
         ,辛公司,2,2023-04-01\n";
    let said =
        json!({"mappings": {"名单": {"constants": {"agreement.agreement_type": "框架协议"}}}});
    let mut request = said;
    request["name"] = json!("名单.csv");
    request["data"] = json!(BASE64.encode(text));
    let report = story.ask("import_ledger", request).await;
    assert_eq!(report["rejected"], 1, "{report}");
    let file = &report["rejected_file"];
    let again = json!({"name": file["file_name"], "data": file["data"],
        "corrections": {"名单": {"2": {"A": "辛项目"}}}});
    story.ask("import_ledger", again).await;
    let kind = second(&story, "agreement", &["agreement_type"]).await;
    assert_eq!(kind, [json!("framework")]);
}
