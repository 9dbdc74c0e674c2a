//! What the import's screens ask: the first rows, cells put right, what would
//! change, and what was written.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;

const NAME: &str = "2023年签约项目台账.csv";
const HEAD: &str = "项目编号,项目名称,投资方,合同额（亿元）,利用资金（亿元）,签约时间,协议类型";

async fn looked(story: &Story, lines: &[&str]) -> Json {
    let text = std::iter::once(&HEAD).chain(lines).copied();
    let text = text.collect::<Vec<_>>().join("\n");
    let data = BASE64.encode(text);
    story
        .ask("preview_ledger", json!({"name": NAME, "data": data}))
        .await
}

async fn import(story: &Story, preview: &Json, how: Json) -> Json {
    let mut request = how;
    request["name"] = json!(NAME);
    request["held"] = preview["held"].clone();
    request["detail"] = json!(true);
    story.ask("import_ledger", request).await
}

const LINES: [&str; 3] = [
    "A1,甲产业园项目,甲公司,2,1.5,2023-03-05,正式投资合同",
    "A2,乙生产基地项目,乙公司,三个多,2,2023-04-01,正式投资合同",
    "A3,,丙公司,4,3,2023-05-01,正式投资合同",
];

#[tokio::test]
async fn cells_are_put_right_before_anything_is_written() {
    let story = Story::fresh().await;
    let preview = looked(&story, &LINES).await;
    let sheet = &preview["sheets"][0];
    assert_eq!(sheet["rows"][2]["row"], 3, "{preview}");
    assert_eq!(sheet["rows"][2]["cells"]["D"], "三个多");
    let table = &preview["tables"][0];
    assert_eq!(table["ledger"], "signing");
    assert_eq!(table["columns"][4]["field"], "agreement.contract_capital");
    let key = table["key"].as_str().expect("key").to_owned();

    let tried = import(&story, &preview, json!({"dry_run": true})).await;
    assert_eq!(tried["rejected"], 1, "{tried}");
    let groups = tried["detail"]["groups"].as_array().expect("groups");
    let group = groups.iter().find(|one| one["column"] == "D");
    let group = group.unwrap_or_else(|| panic!("{groups:?}"));
    assert_eq!(
        (&group["level"], &group["count"]),
        (&json!("must"), &json!(1))
    );
    let rows = tried["detail"]["rows"].as_array().expect("rows");
    assert!(
        rows.iter().any(|row| row["cells"]["D"] == "三个多"),
        "{rows:?}"
    );

    let mut corrections = json!({});
    corrections[&key] = json!({"3": {"D": "3.2"}, "4": {"B": "丙研发中心项目"}});
    let how = json!({"corrections": corrections, "dry_run": true});
    let tried = import(&story, &preview, how).await;
    assert_eq!(
        (&tried["created"], &tried["rejected"]),
        (&json!(3), &json!(0))
    );
    // What the file holds is still told of a row that was put right.
    let rows = tried["detail"]["rows"].as_array().expect("rows");
    assert!(
        rows.iter()
            .any(|row| row["row"] == 3 && row["cells"]["D"] == "三个多"),
        "{rows:?}"
    );
    let done = import(&story, &preview, json!({"corrections": corrections})).await;
    assert_eq!(done["created"], 3, "{done}");

    let asked = json!({"batch": done["batch"], "kind": "agreement"});
    let written = story.ask("imported", asked).await;
    let agreements = written["ids"].as_array().expect("ids");
    assert_eq!(agreements.len(), 3, "{written}");
    let mut kept = Vec::new();
    for id in agreements {
        let asked = json!({"kind": "agreement", "id": id});
        let history = story.ask("history", asked).await;
        kept.push(history["entries"][0]["source"]["raw"].clone());
    }
    let mended = kept.iter().find(|raw| raw["合同额（亿元）"] == "3.2");
    let mended = mended.unwrap_or_else(|| panic!("{kept:?}"));
    assert_eq!(mended["合同额（亿元）（文件原文）"], "三个多");
    story.whole().await;
}

#[tokio::test]
async fn what_would_change_is_told_before() {
    let story = Story::fresh().await;
    let preview = looked(&story, &LINES[..2]).await;
    import(&story, &preview, json!({})).await;
    let corrected = [LINES[0].replace("1.5", "1.6"), LINES[1].to_owned()];
    let corrected: Vec<&str> = corrected.iter().map(String::as_str).collect();
    let preview = looked(&story, &corrected).await;
    let tried = import(&story, &preview, json!({"dry_run": true})).await;
    assert_eq!(
        (&tried["updated"], &tried["unchanged"]),
        (&json!(1), &json!(1))
    );
    let changes = &tried["detail"]["changes"];
    assert_eq!(tried["detail"]["changed"], 1, "{changes}");
    assert_eq!(changes[0]["row"], 2);
    let pair = &changes[0]["fields"][0];
    assert_eq!(pair["field"], "contract_capital");
    assert_eq!(pair["old"]["amount"], "150000000.00");
    assert_eq!(pair["new"]["amount"], "160000000.00");
}

#[tokio::test]
async fn a_row_that_may_repeat_a_record_tells_both_sides() {
    let story = Story::fresh().await;
    let first = ["A8,华东数字化产业园项目,甲公司,2,1.5,2023-03-05,正式投资合同"];
    let preview = looked(&story, &first).await;
    import(&story, &preview, json!({})).await;
    let again = ["A9,股份华东数字化产业园,甲公司,2,1.5,2023-06-05,正式投资合同"];
    let preview = looked(&story, &again).await;
    let tried = import(&story, &preview, json!({"dry_run": true})).await;
    let duplicate = &tried["duplicates"][0];
    assert_eq!(duplicate["kind"], "project", "{tried}");
    let told = &tried["detail"]["told"][0];
    assert_eq!(duplicate["of_this_file"], false);
    assert_eq!(told["values"]["project.name"], "股份华东数字化产业园");
    let done = import(&story, &preview, json!({})).await;
    let written = story.ask("imported", json!({"batch": done["batch"]})).await;
    let kinds = written["kinds"].as_array().expect("kinds");
    let projects = kinds
        .iter()
        .find(|one| one["kind"] == "project")
        .expect("projects");
    assert_eq!(projects["pending"], 1);
}

#[tokio::test]
async fn a_file_that_was_let_go_is_asked_for_again() {
    let story = Story::fresh().await;
    let first = looked(&story, &LINES).await;
    looked(&story, &LINES[..1]).await;
    let request = json!({"name": NAME, "held": first["held"], "dry_run": true});
    let fault = story.refused("import_ledger", request).await;
    assert_eq!(fault.code(), "file_let_go");
}
