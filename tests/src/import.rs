//! Ledgers put right and imported again, decided about, undone.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;

const HEAD: &str =
    "项目编号,项目名称,投资方,合同额（亿元）,利用资金（亿元）,签约时间,协议类型,联系人";

async fn import(story: &Story, lines: &[&str], how: Json) -> Json {
    let mut request = how;
    let text = std::iter::once(&HEAD).chain(lines).copied();
    let text = text.collect::<Vec<_>>().join("\n");
    request["name"] = json!("2023年签约项目台账.csv");
    request["data"] = json!(BASE64.encode(text));
    story.ask("import_ledger", request).await
}

async fn agreements(story: &Story) -> Vec<Json> {
    let page = story
        .ask("records", json!({"kind": "agreement", "limit": 50}))
        .await;
    page["rows"].as_array().expect("rows").clone()
}

#[tokio::test]
async fn a_corrected_file_updates_what_it_created() {
    let story = Story::fresh().await;
    let first = [
        "A1,甲产业园项目,甲公司,2,1.5,2023-03-05,正式投资合同,张三",
        ",乙生产基地项目,乙公司,3,2,2023-04-01,正式投资合同,李四",
    ];
    let report = import(&story, &first, json!({})).await;
    assert_eq!(report["created"], 2, "{report}");
    // The day of one row and the name in the other were wrong.
    let corrected = [
        "A1,甲产业园项目,甲公司,2,1.6,2023-03-15,正式投资合同,张三",
        ",乙新材料项目,乙公司,3,2,2023-04-01,正式投资合同,李四",
    ];
    let tried = import(
        &story,
        &corrected,
        json!({"dry_run": true, "changes": true}),
    )
    .await;
    let changes = tried["detail"]["changes"].as_array().expect("changes");
    let fields = changes.iter().flat_map(|one| one["fields"].as_array());
    let pair = |one: &Json| (one["field"].clone(), one["new"].clone());
    let told: Vec<(Json, Json)> = fields.flatten().map(pair).collect();
    let day = json!({"date": "2023-03-15"});
    assert!(told.contains(&(json!("sign_date"), day)), "{tried}");
    assert_eq!(tried["detail"]["rows"], json!([]));
    let report = import(&story, &corrected, json!({})).await;
    assert_eq!(
        (&report["created"], &report["updated"]),
        (&json!(0), &json!(2)),
        "{report}"
    );
    assert_eq!(agreements(&story).await.len(), 2);
    assert_eq!(story.figure("F1").await, "2");
    assert_eq!(story.figure("F2").await, "3.60");
    let again = import(&story, &corrected, json!({})).await;
    assert_eq!(again["unchanged"], 2, "{again}");
    story.whole().await;
}

#[tokio::test]
async fn two_projects_of_one_investor_count_unless_their_names_are_alike() {
    let story = Story::fresh().await;
    let lines = [
        "B1,华东数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同,张三",
        "B2,研发中心项目,丙公司,3,2,2023-04-01,正式投资合同,李四",
        "B3,华东数字化产业园,丙公司,2,1.5,2023-09-01,正式投资合同,张三",
    ];
    let report = import(&story, &lines, json!({})).await;
    assert_eq!(
        report["duplicates"].as_array().map(Vec::len),
        Some(1),
        "{report}"
    );
    assert_eq!(report["duplicates"][0]["row"], 4);
    assert_eq!(story.figure("F1").await, "2");
}

#[tokio::test]
async fn undo_of_an_import_keeps_and_names_what_was_edited_since() {
    let story = Story::fresh().await;
    let lines = [
        "C1,丁项目,丁公司,2,1.5,2023-03-05,正式投资合同,张三",
        "C2,戊项目,戊公司,3,2,2023-04-01,正式投资合同,李四",
    ];
    let report = import(&story, &lines, json!({})).await;
    let edited = agreements(&story).await[0].clone();
    story
        .ask(
            "edit_record",
            json!({"kind": "agreement", "id": edited["id"], "seen": edited["version"],
            "values": {"note": "已核对"}}),
        )
        .await;
    let undone = story
        .ask("undo_batch", json!({"batch": report["batch"]}))
        .await;
    let kept = undone["kept"].as_array().expect("kept");
    assert!(kept.iter().any(|one| one["id"] == edited["id"]), "{undone}");
    let left = agreements(&story).await;
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(left[0]["id"], edited["id"]);
}

#[tokio::test]
async fn skip_leaves_what_is_there_as_it_is() {
    let story = Story::fresh().await;
    let line = ["D1,己项目,己公司,2,1.5,2023-03-05,正式投资合同,张三"];
    import(&story, &line, json!({})).await;
    let more = ["D1,己项目,己公司,2,9.9,2023-03-05,正式投资合同,张三"];
    let report = import(&story, &more, json!({"on_duplicate": "skip"})).await;
    assert_eq!(report["unchanged"], 1, "{report}");
    assert_eq!(story.figure("F2").await, "1.50");
}

#[tokio::test]
async fn a_template_recognises_the_next_file() {
    let story = Story::fresh().await;
    let line = ["F1,壬项目,壬公司,2,1.5,2023-03-05,正式投资合同,张三"];
    import(&story, &line, json!({"save_template": "招商一部"})).await;
    // The template is no record of a ledger, whoever counts them.
    let state = story.ask("undo_state", json!({})).await;
    let listed = story.ask("imports", json!({})).await;
    assert_eq!(state["undo"]["count"], listed["imports"][0]["records"]);
    let next = ["F2,癸项目,癸公司,2,1.5,2023-05-05,正式投资合同,张三"];
    let report = import(&story, &next, json!({})).await;
    assert_eq!(report["tables"][0]["template"], "招商一部", "{report}");
    let request = json!({"name": "x.csv", "data": BASE64.encode(HEAD), "template": "没有"});
    let fault = story.refused("import_ledger", request).await;
    assert_eq!(fault.code(), "no_such_template");
    assert_eq!(fault.params["known"], "招商一部");
}

#[tokio::test]
async fn a_template_outlives_the_rows_it_was_kept_with() {
    let story = Story::fresh().await;
    let line = ["F1,壬项目,壬公司,2,1.5,2023-03-05,正式投资合同,张三"];
    let report = import(&story, &line, json!({"save_template": "招商一部"})).await;
    let undone = story
        .ask("undo_batch", json!({"batch": report["batch"]}))
        .await;
    assert_eq!(undone["templates"], json!(["招商一部"]), "{undone}");
    assert!(agreements(&story).await.is_empty());
    let redone = story.ask("redo", json!({})).await;
    assert_eq!(redone["templates"], json!([]), "{redone}");
    assert_eq!(agreements(&story).await.len(), 1);
    let again = story.ask("undo", json!({})).await;
    assert_eq!(again["kept"], json!([]), "{again}");
    let report = import(&story, &line, json!({})).await;
    assert_eq!(report["tables"][0]["template"], "招商一部", "{report}");
    // A template that was all an import wrote goes with it, so that undo gets past it.
    import(
        &story,
        &line,
        json!({"template": "", "save_template": "招商二部"}),
    )
    .await;
    let undone = story.ask("undo", json!({})).await;
    assert_eq!(undone["templates"], json!([]), "{undone}");
    story.whole().await;
}

#[tokio::test]
async fn a_shared_telephone_makes_a_suspect_only_of_a_like_project() {
    let story = Story::fresh().await;
    let lines = [
        "E1,华东数字化产业园项目,庚公司,2,1.5,2023-03-05,正式投资合同,张三 15400000001",
        "E2,华东数字产业园区项目,辛科技有限公司,2,1.5,2023-03-09,正式投资合同,张三 15400000001",
        "E3,轿厢生产线项目,癸公司,2,1,2023-04-01,正式投资合同,李四 15400000002",
        "E4,原料药项目,子公司,2,1,2023-05-01,正式投资合同,李四 15400000002",
    ];
    let report = import(&story, &lines, json!({})).await;
    let duplicates = report["duplicates"].as_array().expect("duplicates");
    assert_eq!(duplicates.len(), 1, "{report}");
    assert_eq!(
        (&duplicates[0]["row"], &duplicates[0]["level"]),
        (&json!(3), &json!("L4"))
    );
    let problems = report["problems"].as_array().expect("problems");
    let mut shared = problems
        .iter()
        .filter(|one| one["reason"] == "same_contact");
    assert_eq!(shared.next().map(|one| &one["row"]), Some(&json!(5)));
    assert!(shared.next().is_none(), "{report}");
    assert_eq!(story.figure("F1").await, "3");
    story.whole().await;
}

#[tokio::test]
async fn a_row_that_is_left_out_leaves_nothing_behind() {
    let story = Story::fresh().await;
    let names = async |kind: &str| -> Vec<String> {
        let page = story
            .ask("records", json!({"kind": kind, "limit": 50}))
            .await;
        let rows = page["rows"].as_array().expect("rows");
        let names = rows.iter().map(|row| row["values"]["name"].to_string());
        names.collect()
    };
    let first = ["F1,华东数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同,张三"];
    import(&story, &first, json!({})).await;
    let skipped = "F2,华东数字化产业园,寅公司,2,1.5,2023-03-09,正式投资合同,王五";
    let report = import(&story, &[skipped], json!({"on_duplicate": "skip"})).await;
    assert_eq!(report["skipped"], 1, "{report}");
    assert_eq!(names("enterprise").await, ["\"丙公司\""]);
    assert_eq!(names("contact").await, ["\"张三\""]);
    // Another row that names the firm makes it after all.
    let more = [
        skipped,
        "F3,高纯硅烷基地项目,寅公司,2,1,2023-04-01,正式投资合同,赵六",
    ];
    import(&story, &more, json!({"on_duplicate": "skip"})).await;
    let mut firms = names("enterprise").await;
    firms.sort_unstable();
    assert_eq!(firms, ["\"丙公司\"", "\"寅公司\""]);
    assert!(!names("contact").await.contains(&"\"王五\"".to_owned()));
    assert_eq!(story.figure("F1").await, "2");
    story.whole().await;
}

#[tokio::test]
async fn what_was_decided_once_is_not_asked_again() {
    let story = Story::fresh().await;
    let first = ["C1,电梯华东数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同,张三"];
    import(&story, &first, json!({})).await;
    // The same project under another name, at a second ceremony.
    let again = ["C9,股份华东数字化产业园项目,丙公司,2,1.5,2023-05-05,正式投资合同,张三"];
    let report = import(&story, &again, json!({"dry_run": true})).await;
    assert_eq!(report["duplicates"][0]["decision"], "ask", "{report}");
    let decided = json!({"on_duplicate": "update"});
    let report = import(&story, &again, decided).await;
    assert_eq!(report["duplicates"].as_array().map(Vec::len), Some(1));
    let report = import(&story, &again, json!({})).await;
    assert_eq!(report["duplicates"], json!([]), "{report}");
    assert_eq!(report["unchanged"], 1, "{report}");
    let projects = json!({"kind": "project", "limit": 10});
    let page = story.ask("records", projects).await;
    assert_eq!(page["total"], 1);
    let aliases = &page["rows"][0]["values"]["aliases"];
    assert_eq!(*aliases, json!(["股份华东数字化产业园项目"]));
    assert_eq!(story.figure("F1").await, "1");
    story.whole().await;
}

#[tokio::test]
async fn a_second_ceremony_under_a_former_name_is_suspected() {
    let story = Story::fresh().await;
    let lines = [
        "F1,智能控制柜项目,新甲科技有限公司（曾用名：老甲机械厂）,2,1.5,2023-03-05,正式投资合同,张三",
        "F2,智能控制柜产业园项目,老甲机械厂,2,1.5,2023-09-01,正式投资合同,张三",
    ];
    let report = import(&story, &lines, json!({})).await;
    assert_eq!(
        report["duplicates"].as_array().map(Vec::len),
        Some(1),
        "{report}"
    );
    assert_eq!(story.figure("F1").await, "1");
    let page = story
        .ask("records", json!({"kind": "enterprise", "limit": 50}))
        .await;
    let firms = page["rows"].as_array().expect("rows");
    assert_eq!(firms.len(), 1, "{page}");

    // And so it is when the former name stands first.
    let story = Story::fresh().await;
    let lines = [lines[1], lines[0]];
    let report = import(&story, &lines, json!({})).await;
    assert_eq!(
        report["duplicates"].as_array().map(Vec::len),
        Some(1),
        "{report}"
    );
    assert_eq!(story.figure("F1").await, "1");
    story.whole().await;
}

#[tokio::test]
async fn a_project_that_says_what_it_was_called_is_suspected() {
    let lines = [
        "G1,恒锐导轨产业园项目,甲公司,2,1.5,2023-03-05,正式投资合同,张三",
        "G2,精密传动基地（原名：恒锐导轨产业园项目）,乙公司,2,1.5,2023-09-01,正式投资合同,李四",
    ];
    for lines in [lines, [lines[1], lines[0]]] {
        let story = Story::fresh().await;
        import(&story, &lines, json!({})).await;
        assert_eq!(story.figure("F1").await, "1");
        story.whole().await;
    }
}

#[tokio::test]
async fn a_firm_that_is_its_own_group_belongs_to_none() {
    let story = Story::fresh().await;
    let text = "企业名称,所属集团,主要产品,员工人数\n\
        甲集团有限公司,甲集团有限公司,电机,300\n\
        乙有限公司,甲集团有限公司,导轨,100\n";
    let request = json!({"name": "企业名录.csv", "data": BASE64.encode(text)});
    let report = story.ask("import_ledger", request).await;
    assert_eq!(report["rejected"], 0, "{report}");
    let page = story
        .ask("records", json!({"kind": "enterprise", "limit": 50}))
        .await;
    let firms = page["rows"].as_array().expect("rows");
    assert_eq!(firms.len(), 2, "{page}");
    story.whole().await;
}
