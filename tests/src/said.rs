//! What is said about a ledger before it is read: its kind, its template,
//! answers that are of nothing in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;

const LEDGER: &str = "项目名称,投资方,总投资,签约时间,协议类型\n";

async fn import(story: &Story, line: &str, how: Json) -> Json {
    let mut request = how;
    request["name"] = json!("签约.csv");
    request["data"] = json!(BASE64.encode(format!("{LEDGER}{line}\n")));
    story.ask("import_ledger", request).await
}

fn told(report: &Json, reason: &str) -> Vec<String> {
    let problems = report["problems"].as_array().expect("problems").iter();
    let problems = problems.filter(|one| one["reason"] == reason);
    let raw = problems.map(|one| one["raw"].as_str().unwrap_or_default().to_owned());
    raw.collect()
}

#[tokio::test]
async fn what_is_said_of_nothing_is_told() {
    let story = Story::fresh().await;
    let line = "甲项目,甲公司,12000万元,2023-02-03,正式投资合同";
    let how = json!({
        "dry_run": true,
        "decisions": [
            {"sheet": "没有", "row": 3, "decision": "skip"},
            {"sheet": "签约", "row": 2, "decision": "new"},
        ],
        "answers": {
            "unit:signing:总投资": "万元",
            "unit:signing:总投": "万元",
            "year:签约.csv": "2023",
            "void:signing:red": "void",
            "year:签约2022.csv": "2022",
            "单位": "万元",
        },
        "mappings": {
            "没有这张表": {"columns": [{"column": "A", "field": "project.name"}]},
            "签约": {"columns": [
                {"column": "ZZ", "field": "project.name"},
                {"column": "A", "field": "project.nope"},
                {"column": "B", "field": "enterprise.name"},
            ]},
        },
    });
    let report = import(&story, line, how).await;
    let mut unused = told(&report, "said_of_nothing");
    unused.sort();
    assert_eq!(
        unused,
        [
            "unit:signing:总投",
            "year:签约2022.csv",
            "单位",
            "没有 3",
            "没有这张表",
            "签约 2",
            "签约 A project.nope",
            "签约 ZZ project.name"
        ],
        "{report}"
    );
    let report = import(&story, line, json!({})).await;
    assert!(told(&report, "said_of_nothing").is_empty(), "{report}");
}

#[tokio::test]
async fn two_offices_with_the_same_headings_are_told_apart_by_somebody() {
    let story = Story::fresh().await;
    let keep = |name: &str, unit: &str| {
        json!({"save_template": name, "template": "", "answers": {
            "unit:signing:总投资": unit, "field:signing:总投资": "agreement.contract_total"}})
    };
    let first = "甲项目,甲公司,12000,2023-02-03,正式投资合同";
    import(&story, first, keep("甲县", "万元")).await;
    let next = "乙项目,乙公司,13000,2023-02-04,正式投资合同";
    let report = import(&story, next, json!({})).await;
    assert!(told(&report, "template_ambiguous").is_empty(), "{report}");
    let other = "丙项目,丙公司,1.5,2023-02-05,正式投资合同";
    import(&story, other, keep("乙县", "亿元")).await;
    let report = import(&story, next, json!({"dry_run": true})).await;
    assert_eq!(told(&report, "template_ambiguous").len(), 1, "{report}");
    let named = json!({"dry_run": true, "template": "甲县"});
    let report = import(&story, next, named).await;
    assert!(told(&report, "template_ambiguous").is_empty(), "{report}");
}
