//! The zone's signing ledger goes in and the year's figures come out.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::{Story, ledgers};

const TRUTH: [&str; 4] = ["37", "105.11", "25", "3"];

fn ledger_b() -> std::path::PathBuf {
    ledgers().join("B/B_示例_签约项目台账_2023.xlsx")
}

#[tokio::test]
async fn ledger_b_gives_the_four_figures_and_each_opens_to_its_rows() {
    let story = Story::fresh().await;
    let report = story.import(&ledger_b()).await;
    assert_eq!(report["created"], 43, "{report}");
    assert_eq!(story.figures().await, TRUTH);
    let figures = story.ask("figures", json!({"year": 2023})).await;
    assert_eq!(figures["figures"][1]["value"]["yuan"], "10510738600.00");
    let ids = &figures["figures"][3]["ids"];
    let page = story
        .ask(
            "records",
            json!({"kind": "agreement", "ids": ids, "limit": 10}),
        )
        .await;
    assert_eq!(page["total"], 3);
    let line: Vec<&Json> = figures["figures"][3]["on_the_line"]
        .as_array()
        .expect("ids")
        .iter()
        .collect();
    assert_eq!(line.len(), 1, "exactly one billion is named");
    story.whole().await;
}

#[tokio::test]
async fn importing_again_adds_nothing_and_an_edit_survives_it() {
    let story = Story::fresh().await;
    story.import(&ledger_b()).await;
    let again = story.import(&ledger_b()).await;
    assert_eq!(again["unchanged"], 43, "{again}");
    assert_eq!(again["batch"], Json::Null);
    let page = story
        .ask("records", json!({"kind": "agreement", "limit": 1}))
        .await;
    let row = &page["rows"][0];
    let amount = json!({"amount": "1.00", "currency": "CNY"});
    story
        .ask(
            "edit_record",
            json!({"kind": "agreement", "id": row["id"], "seen": row["version"],
            "values": {"fixed_investment": amount}}),
        )
        .await;
    let third = story.import(&ledger_b()).await;
    assert_eq!(third["updated"], 0, "{third}");
    let kept = third["problems"].as_array().expect("problems");
    assert!(kept.iter().any(|problem| problem["reason"] == "kept_edit"));
}

#[tokio::test]
async fn a_second_ceremony_waits_for_a_verdict_and_never_counts_twice() {
    let story = Story::fresh().await;
    let report = story.import(&ledger_b()).await;
    let problems = report["problems"].as_array().expect("problems");
    let suspects: Vec<&Json> = problems
        .iter()
        .filter(|problem| problem["reason"] == "duplicate_project")
        .collect();
    assert_eq!(suspects.len(), 1, "{suspects:?}");
    assert_eq!(
        (&suspects[0]["sheet"], &suspects[0]["row"]),
        (&json!("三季度"), &json!(15))
    );
    let page = story
        .ask(
            "records",
            json!({"kind": "project", "limit": 5,
            "filters": [{"field": "suspected_same_as", "op": "filled"}]}),
        )
        .await;
    let project = &page["rows"][0];
    for (verdict, count) in [("same", "37"), ("different", "38"), ("pending", "37")] {
        let seen = story
            .ask("record", json!({"kind": "project", "id": project["id"]}))
            .await;
        story
            .ask(
                "edit_record",
                json!({"kind": "project", "id": project["id"],
                "seen": seen["version"], "values": {"same_verdict": verdict}}),
            )
            .await;
        assert_eq!(story.figure("F1").await, count, "{verdict}");
    }
}

#[tokio::test]
async fn an_edit_moves_the_figure_and_undo_brings_it_back() {
    let story = Story::fresh().await;
    story.ask("load_sample", json!({})).await;
    assert_eq!(story.figures().await, TRUTH);
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let id = &figures["figures"][3]["ids"][0];
    let record = story
        .ask("record", json!({"kind": "agreement", "id": id}))
        .await;
    let amount = json!({"amount": "999999999.99", "currency": "CNY"});
    story
        .ask(
            "edit_record",
            json!({"kind": "agreement", "id": id, "seen": record["version"],
            "values": {"contract_capital": amount}}),
        )
        .await;
    assert_eq!(story.figure("F4").await, "2");
    let undone = story.ask("undo", json!({})).await;
    assert_eq!(undone["label"]["field"], "contract_capital");
    assert_eq!(story.figures().await, TRUTH);
    story.ask("redo", json!({})).await;
    assert_eq!(story.figure("F4").await, "2");
    story.ask("undo", json!({})).await;
    let import = story.ask("undo_state", json!({})).await;
    assert_eq!(import["undo"]["intent"], "import");
    story.ask("undo", json!({})).await;
    assert_eq!(story.figures().await, ["0", "0.00", "0", "0"]);
    story.whole().await;
}

#[tokio::test]
async fn who_has_not_signed_is_a_project_until_it_does() {
    const TALKS: &str = "2024年招商项目台账\n\
        序号,项目名称,投资方,合同总投资（万元）,利用资金（万元）,签约时间\n\
        一、已签约项目（1个）\n\
        1,阀门项目,浙江阀门有限公司,12000,11000,2024.1.9\n\
        二、在谈项目（2个）\n\
        2,电芯项目,宁德电芯科技有限公司,150000,120000,\n\
        3,疫苗项目,北京疫苗生物有限公司,80000,80000,拟2024年12月签约\n\
        合计,,,242000,211000,\n";
    let story = Story::fresh().await;
    let file = story.folder.path().join("台账.csv");
    std::fs::write(&file, TALKS).expect("ledger");
    let report = story.import(&file).await;
    assert_eq!(
        (&report["created"], &report["rejected"]),
        (&json!(3), &json!(0))
    );
    let agrees = report["tables"][0]["subtotals"].as_array().expect("sums");
    assert!(
        agrees.iter().all(|sum| sum["agrees"] == "all"),
        "{agrees:?}"
    );
    let of = |kind: &'static str| story.ask("records", json!({"kind": kind, "limit": 10}));
    assert_eq!(of("agreement").await["total"], 1);
    let projects = of("project").await;
    let stage = |row: &Json| row["values"]["stage"].clone();
    let stages: Vec<Json> = projects["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(stage)
        .collect();
    let in_talks = stages.iter().filter(|stage| *stage == "negotiate").count();
    assert_eq!((stages.len(), in_talks), (3, 2), "{stages:?}");
    let signed = TALKS.replace("120000,\n", "120000,2024.8.1\n");
    std::fs::write(&file, signed).expect("ledger");
    let report = story.import(&file).await;
    assert_eq!(
        (&report["created"], &report["unchanged"]),
        (&json!(1), &json!(2)),
        "{report}"
    );
    assert_eq!(of("agreement").await["total"], 2);
    let projects = of("project").await;
    let stages = projects["rows"].as_array().expect("rows").iter().map(stage);
    assert_eq!(stages.filter(|stage| stage == "signed").count(), 2);
    assert_eq!(projects["total"], 3);
    story.whole().await;
}

#[tokio::test]
async fn a_supplement_leaves_the_whole_of_the_project_as_it_stands() {
    let story = Story::fresh().await;
    let head = "序号,项目名称,投资方,签约时间,合同总投资（亿元）,利用资金（亿元）,项目总投资（亿元）,协议类型";
    let rows = "1,冷链物流园,甲公司,2023-3-1,5,4,5,投资合同\n2,冷链物流园,甲公司,2023-6-1,0.5,0.5,0.5,补充协议";
    let data = BASE64.encode(format!("{head}\n{rows}\n"));
    for _ in 0..2 {
        let request = json!({"name": "签约.csv", "data": data});
        let report = story.ask("import_ledger", request).await;
        let problems = report["problems"].as_array().expect("problems");
        let told = problems.iter();
        let told = told.filter(|problem| problem["reason"] == "total_of_supplement");
        assert_eq!(told.count(), 1, "{report}");
        let projects = story
            .ask("records", json!({"kind": "project", "limit": 5}))
            .await;
        assert_eq!(projects["total"], 1);
        let total = &projects["rows"][0]["values"]["total_investment"]["amount"];
        assert_eq!(total, "500000000.00", "{projects}");
    }
}
