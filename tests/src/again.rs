//! Ledgers sent again after rows were put in, and numbers given twice.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use crate::desk::Story;

const HEAD: &str = "项目编号,项目名称,投资方,合同额（亿元）,利用资金（亿元）,签约时间,协议类型";

async fn import(story: &Story, name: &str, lines: &[&str]) -> Json {
    let text = std::iter::once(&HEAD).chain(lines).copied();
    let text = text.collect::<Vec<_>>().join("\n");
    let request = json!({"name": name, "data": BASE64.encode(text)});
    story.ask("import_ledger", request).await
}

async fn signed(story: &Story) -> (String, String) {
    (story.figure("F1").await, story.figure("F2").await)
}

fn pair(count: &str, sum: &str) -> (String, String) {
    (count.to_owned(), sum.to_owned())
}

const FILE: &str = "2023年签约项目台账.csv";
const FIRST: &str = ",数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同";
const SECOND: &str = ",研发中心项目,丙公司,3,2,2023-04-01,正式投资合同";

#[tokio::test]
async fn a_row_put_in_takes_no_other_rows_project() {
    // Of another day, and of the day of the row whose place it takes.
    for day in ["2023-02-01", "2023-03-05"] {
        let story = Story::fresh().await;
        import(&story, FILE, &[FIRST, SECOND]).await;
        let new = format!(",齿轮箱制造项目,丙公司,9,8,{day},正式投资合同");
        let report = import(&story, FILE, &[&new, FIRST, SECOND]).await;
        assert_eq!(
            (&report["created"], &report["unchanged"]),
            (&json!(1), &json!(2)),
            "{report}"
        );
        assert_eq!(signed(&story).await, pair("3", "11.50"));
        story.whole().await;
    }
}

#[tokio::test]
async fn another_project_in_a_rows_place_is_another_project() {
    let story = Story::fresh().await;
    import(&story, FILE, &[FIRST, SECOND]).await;
    let other = ",储能电站项目,丙公司,9,8,2023-06-01,正式投资合同";
    let report = import(&story, FILE, &[FIRST, other]).await;
    assert_eq!(report["created"], 1, "{report}");
    assert_eq!(signed(&story).await, pair("3", "11.50"));
}

#[tokio::test]
async fn a_month_and_a_day_in_it_are_of_one_agreement() {
    let month = FIRST.replace("2023-03-05", "2023年3月");
    let other = FIRST.replace("2023-03-05", "2023年4月");
    for (one, next) in [(FIRST, month.as_str()), (&month, FIRST)] {
        let story = Story::fresh().await;
        import(&story, FILE, &[one, SECOND]).await;
        let report = import(&story, "2023年招商项目一览表.csv", &[next]).await;
        assert_eq!(report["created"], 0, "{report}");
        let ask = json!({"kind": "agreement", "limit": 10});
        let kept = story.ask("records", ask).await;
        assert_eq!(kept["total"], 2, "{kept}");
        let days = kept.to_string();
        assert!(days.contains("\"2023-03-05\""), "{days}");
        let report = import(&story, "2023年签约汇总.csv", &[&other]).await;
        assert_eq!(report["created"], 1, "{report}");
    }
}

#[tokio::test]
async fn the_numbers_of_lines_do_not_join_projects_of_two_files() {
    let story = Story::fresh().await;
    let first = ["1,数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同"];
    let second = [
        "1,光伏电站项目,丁公司,5,4,2023-05-01,正式投资合同",
        // The same project stands in another line there.
        "2,数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同",
    ];
    import(&story, "一季度签约.csv", &first).await;
    let report = import(&story, "二季度签约.csv", &second).await;
    assert_eq!(report["created"], 1, "{report}");
    assert_eq!(signed(&story).await, pair("2", "5.50"));
}

#[tokio::test]
async fn a_number_given_twice_is_asked_about_and_joins_nothing() {
    let story = Story::fresh().await;
    let lines = [
        "ZS-07,数字化产业园项目,丙公司,2,1.5,2023-03-05,正式投资合同",
        "ZS-07,光伏电站项目,丁公司,5,4,2023-05-01,正式投资合同",
    ];
    let report = import(&story, FILE, &lines).await;
    let duplicate = &report["duplicates"][0];
    assert_eq!(
        (
            &duplicate["row"],
            &duplicate["level"],
            &duplicate["decision"]
        ),
        (&json!(3), &json!("L1"), &json!("ask")),
        "{report}"
    );
    assert_eq!(signed(&story).await, pair("1", "1.50"));
    let projects = story
        .ask("records", json!({"kind": "project", "limit": 9}))
        .await;
    assert_eq!(projects["total"], 2, "{projects}");
}

#[tokio::test]
async fn a_row_that_is_no_longer_there_is_told() {
    let story = Story::fresh().await;
    import(&story, FILE, &[FIRST, SECOND]).await;
    let told = |report: &Json| -> Vec<String> {
        let problems = report["problems"].as_array().expect("problems").iter();
        let gone = problems.filter(|one| one["reason"] == "row_gone");
        gone.map(|one| one["raw"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let report = import(&story, FILE, &[SECOND]).await;
    assert_eq!(
        told(&report),
        ["2023年签约项目台账 2 数字化产业园项目"],
        "{report}"
    );
    assert_eq!(signed(&story).await, pair("2", "3.50"));
    // A file of other rows by the same name takes none of them away.
    let other = ",储能电站项目,戊公司,9,8,2023-06-01,正式投资合同";
    let report = import(&story, FILE, &[other]).await;
    assert!(told(&report).is_empty(), "{report}");
}

#[tokio::test]
async fn what_was_decided_of_a_later_report_holds_where_it_stands_first() {
    let head = "报送单位,企业名称,意向项目,计划投资（万元）,首报时间,是否有效";
    let (late, early) = (
        "招商一部,甲公司,储能,3000,2023-03-01,是",
        "招商二部,甲公司,储能,3100,2023-02-01,是",
    );
    let ledger = |lines: &[&str]| BASE64.encode(format!("{head}\n{}\n", lines.join("\n")));
    for (decision, leads, counted) in [
        ("ask", 2, "1"),
        ("new", 2, "2"),
        ("update", 1, "1"),
        ("skip", 1, "1"),
    ] {
        // In one file, and in two.
        for files in [vec![vec![late, early]], vec![vec![late], vec![early]]] {
            let story = Story::fresh().await;
            for (at, lines) in files.iter().enumerate() {
                let request = json!({
                    "name": format!("2023年招商线索{}.csv", ["台账", "汇总"][at]),
                    "data": ledger(lines),
                    "on_duplicate": decision,
                });
                let report = story.ask("import_ledger", request).await;
                if at + 1 == files.len() {
                    let duplicate = &report["duplicates"][0];
                    assert_eq!(duplicate["row"], 2, "{report}");
                    assert_eq!(duplicate["decision"], decision, "{report}");
                }
            }
            let all = story
                .ask("records", json!({"kind": "lead", "limit": 9}))
                .await;
            assert_eq!(all["total"], leads, "{decision} {all}");
            let figure = story.figure("F5").await;
            assert_eq!(figure, counted, "{decision}");
            story.whole().await;
        }
    }
}

#[tokio::test]
async fn a_report_put_in_above_makes_no_second_record_of_those_below() {
    let story = Story::fresh().await;
    let head = "报送单位,企业名称,意向项目,首报时间,是否有效";
    let late = "招商一部,甲公司,储能,2023-03-01,是";
    let early = "招商一部,甲公司,光伏,2023-02-01,是";
    for lines in [vec![late], vec![early, late], vec![early, late]] {
        let text = format!("{head}\n{}\n", lines.join("\n"));
        let data = BASE64.encode(text);
        let request = json!({"name": "2023年招商线索台账.csv", "data": data});
        story.ask("import_ledger", request).await;
    }
    let all = story
        .ask("records", json!({"kind": "lead", "limit": 9}))
        .await;
    assert_eq!(all["total"], 2, "{all}");
    assert_eq!(story.figure("F5").await, "1");
    story.whole().await;
}

#[tokio::test]
async fn a_corrected_name_makes_no_project_that_counts_twice() {
    let row = |name: &str| format!(",{name},丙公司,2,1.5,2023-03-05,正式投资合同");
    let other = ",研发中心项目,丁公司,3,2,2023-04-01,正式投资合同";
    let story = Story::fresh().await;
    import(&story, FILE, &[&row("数字化产业园项目"), other]).await;
    // Moved and called otherwise: it waits beside what it may be.
    let lines = [other, &row("云计算中心项目")];
    let report = import(&story, FILE, &lines).await;
    let duplicate = &report["duplicates"][0];
    assert_eq!(
        (&duplicate["row"], &duplicate["reason"]),
        (&json!(3), &json!("row_renamed")),
        "{report}"
    );
    assert_eq!(signed(&story).await, pair("2", "3.50"));
    // A row put in beside the old one is another project.
    let lines = [other, &row("云计算中心项目"), &row("数字化产业园项目")];
    let second = Story::fresh().await;
    import(&second, FILE, &[&row("数字化产业园项目"), other]).await;
    let report = import(&second, FILE, &lines).await;
    assert_eq!(report["duplicates"], json!([]), "{report}");
    assert_eq!(signed(&second).await, pair("3", "5.00"));
    second.whole().await;
}

#[tokio::test]
async fn a_key_project_under_a_corrected_name_counts_once() {
    let name = "2023年重点项目台账.csv";
    let head = "序号,项目名称,项目级别,建设性质,总投资（亿元）,开工时间,形象进度";
    let first = |at: u32, name: &str| format!("{at},{name},省级,新建,5,2023-03,主体施工");
    let other = |at: u32| format!("{at},光伏组件项目,市级,续建,3.2,2022-05,设备安装");
    let again = async |decision: &str, lines: [String; 2]| {
        let story = Story::fresh().await;
        let mut last = json!(null);
        for lines in [[first(1, "高端轴承智造项目"), other(2)], lines] {
            let text = format!("{head}\n{}\n", lines.join("\n"));
            let data = BASE64.encode(text);
            let request = json!({"name": name, "data": data, "on_duplicate": decision});
            last = story.ask("import_ledger", request).await;
        }
        story.whole().await;
        let figures = (story.figure("F6").await, story.figure("F7").await);
        assert_eq!(figures, pair("2", "8.20"), "{last}");
        last
    };
    // In its place the row is the project's.
    let report = again("ask", [first(1, "航空部件项目"), other(2)]).await;
    assert_eq!(
        (&report["created"], &report["updated"]),
        (&json!(0), &json!(1))
    );
    let moved = || [other(1), first(2, "航空部件项目")];
    let report = again("ask", moved()).await;
    assert_eq!(report["duplicates"][0]["reason"], "row_renamed", "{report}");
    let report = again("update", moved()).await;
    assert_eq!(
        (&report["created"], &report["updated"]),
        (&json!(0), &json!(1))
    );
}

#[tokio::test]
async fn a_row_moved_and_dated_anew_is_the_agreement_it_was() {
    let story = Story::fresh().await;
    import(&story, FILE, &[FIRST, SECOND]).await;
    let moved = FIRST.replace("2023-03-05", "2023-03-15");
    let report = import(&story, FILE, &[SECOND, &moved]).await;
    assert_eq!(
        (&report["created"], &report["updated"]),
        (&json!(0), &json!(1)),
        "{report}"
    );
    let all = json!({"kind": "agreement", "limit": 9});
    assert_eq!(story.ask("records", all).await["total"], 2);
    story.whole().await;
}

#[tokio::test]
async fn a_value_that_a_corrected_file_blanks_is_asked_about() {
    let blank = ",数字化产业园项目,丙公司,2,,2023-03-05,正式投资合同";
    let absent = ",研发中心项目,丙公司,3,/,2023-04-01,正式投资合同";
    let key = format!("blanked:{FILE}:利用资金（亿元）");
    for (answer, sum) in [(None, "3.50"), (Some("keep"), "3.50"), (Some("clear"), "—")] {
        let story = Story::fresh().await;
        import(&story, FILE, &[FIRST, SECOND]).await;
        let data = BASE64.encode([HEAD, blank, absent].join("\n"));
        let mut request = json!({"name": FILE, "data": data, "answers": {}});
        if let Some(answer) = answer {
            request["answers"][&key] = json!(answer);
        }
        let report = story.ask("import_ledger", request).await;
        let problems = report["problems"].as_array().expect("problems").iter();
        let told: Vec<(&Json, &Json)> = problems
            .filter(|one| one["reason"] == "value_blanked")
            .map(|one| (&one["row"], &one["raw"]))
            .collect();
        match answer {
            None => {
                assert_eq!(
                    told,
                    [
                        (&json!(2), &json!("15000万元")),
                        (&json!(3), &json!("20000万元"))
                    ]
                );
                let question = &report["questions"][0];
                assert_eq!(
                    (&question["key"], &question["rows"], &question["supposed"]),
                    (&json!(key), &json!(2), &json!("keep")),
                    "{report}"
                );
            }
            Some(_) => assert_eq!((told.len(), &report["questions"]), (0, &json!([]))),
        }
        assert_eq!(story.figure("F2").await, sum, "{answer:?} {report}");
        story.whole().await;
    }
}

#[tokio::test]
async fn a_blank_is_nothing_where_the_file_never_gave_the_value() {
    let story = Story::fresh().await;
    let blank = ",数字化产业园项目,丙公司,2,,2023-03-05,正式投资合同";
    import(&story, FILE, &[blank]).await;
    // Another file has it.
    import(&story, "利用资金.csv", &[FIRST]).await;
    let report = import(&story, FILE, &[blank]).await;
    assert_eq!(report["questions"], json!([]), "{report}");
    assert_eq!(signed(&story).await, pair("1", "1.50"));
}

const THIRD: &str = ",曲轴制造项目,丁公司,5,4,2023-03-20,正式投资合同";
const MARCH: &str = "2023年签约项目台账3月.csv";
const APRIL: &str = "2023年签约项目台账1-4月.csv";

fn gone(report: &Json) -> Vec<&str> {
    let problems = report["problems"].as_array();
    let gone = problems.into_iter().flatten();
    let gone = gone.filter(|one| one["reason"] == "row_gone");
    gone.filter_map(|one| one["raw"].as_str()).collect()
}

#[tokio::test]
async fn the_ledger_of_the_next_month_corrects_what_it_lists_again() {
    let story = Story::fresh().await;
    let lines = [
        FIRST,
        SECOND,
        THIRD,
        ",储能电站项目,戊公司,9,8,2023-02-01,正式投资合同",
        ",叉车属具项目,庚公司,3,2,2023-01-09,正式投资合同",
    ];
    import(&story, MARCH, &lines).await;
    let dated = SECOND.replace("2023-04-01", "2023-04-03");
    let typed = THIRD.replace("正式投资合同", "框架协议");
    let new = ",齿轮箱制造项目,己公司,2,1,2023-04-20,正式投资合同";
    let report = import(
        &story,
        APRIL,
        &[new, FIRST, lines[3], lines[4], &typed, &dated],
    )
    .await;
    assert_eq!(
        (&report["created"], &report["updated"]),
        (&json!(1), &json!(2)),
        "{report}"
    );
    assert!(gone(&report).is_empty(), "{report}");
    assert_eq!(signed(&story).await, pair("5", "14.50"));
    story.whole().await;
}

#[tokio::test]
async fn a_row_that_the_next_months_ledger_lacks_is_told() {
    let story = Story::fresh().await;
    let fourth = ",储能电站项目,戊公司,9,8,2023-02-01,正式投资合同";
    import(&story, MARCH, &[FIRST, SECOND, THIRD, fourth]).await;
    let report = import(&story, APRIL, &[FIRST, THIRD, fourth]).await;
    let told = gone(&report);
    assert!(
        told.len() == 1 && told[0].contains("研发中心项目"),
        "{report}"
    );
    // A month of its own lists none of what another did.
    let next = ",齿轮箱制造项目,己公司,2,1,2023-05-20,正式投资合同";
    let report = import(&story, "2023年签约项目台账5月.csv", &[next]).await;
    assert!(gone(&report).is_empty(), "{report}");
    assert_eq!(signed(&story).await, pair("5", "16.50"));
}

#[tokio::test]
async fn an_older_ledger_after_a_newer_one_is_told() {
    let story = Story::fresh().await;
    let told = |report: &Json| -> Vec<String> {
        let problems = report["problems"].as_array().into_iter().flatten();
        let older = problems.filter(|one| one["reason"] == "older_state");
        older.map(|one| one["raw"].to_string()).collect()
    };
    import(&story, APRIL, &[FIRST, SECOND, THIRD]).await;
    let corrected = SECOND.replace("2023-04-01", "2023-04-03");
    let report = import(&story, MARCH, &[FIRST, &corrected, THIRD]).await;
    assert_eq!(told(&report), [format!("{APRIL:?}")], "{report}");
    let report = import(&story, "2023年签约项目台账5月.csv", &[FIRST, SECOND, THIRD]).await;
    assert!(told(&report).is_empty(), "{report}");
}

#[tokio::test]
async fn every_park_has_a_first_unit() {
    let lines = "厂房名称,建筑面积（㎡）,使用状态,使用单位\n\
         一、云溪产业园,,,\n\
         1号厂房,3000,空置,\n\
         2号厂房,2000,已租,甲公司\n\
         二、青阳标准厂房,,,\n\
         1号厂房,5000,已租,乙公司\n\
         2号厂房,1000,空置,\n";
    let story = Story::fresh().await;
    for name in ["厂房台账3月.csv", "厂房台账4月.csv"] {
        let request = json!({"name": name, "data": BASE64.encode(lines)});
        let report = story.ask("import_ledger", request).await;
        assert_eq!(report["rejected"], 0, "{report}");
        let figures = story.ask("figures", json!({"year": 2023})).await;
        let all = figures["figures"].as_array().expect("figures");
        let rate = all.iter().find(|one| one["id"] == "F17").expect("F17");
        let parts = [&rate["value"]["part"], &rate["value"]["whole"]];
        assert_eq!(parts, ["7000.00", "11000.00"], "{name} {rate}");
    }
}

#[tokio::test]
async fn the_middle_one_of_three_imports_is_taken_back_by_itself() {
    let story = Story::fresh().await;
    let third = ",齿轮箱制造项目,甲公司,9,8,2023-02-01,正式投资合同";
    import(&story, "一.csv", &[FIRST]).await;
    import(&story, "二.csv", &[SECOND, third]).await;
    import(
        &story,
        "三.csv",
        &[",轴承项目,乙公司,1,1,2023-06-01,正式投资合同"],
    )
    .await;
    let listed = story.ask("imports", json!({})).await;
    let files = |listed: &Json| -> Vec<(String, bool)> {
        let all = listed["imports"].as_array().expect("imports").iter();
        let said = all.map(|one| (one["file"].as_str(), one["undone"].as_bool()));
        said.map(|(file, undone)| (file.expect("file").to_owned(), undone.expect("undone")))
            .collect()
    };
    let named = |undone| {
        [("三.csv", false), ("二.csv", undone), ("一.csv", false)].map(|(f, u)| (f.to_owned(), u))
    };
    assert_eq!(files(&listed), named(false));
    // Two projects, two agreements and the enterprise that is new.
    assert_eq!(listed["imports"][1]["records"], 5);
    let undo = json!({"batch": listed["imports"][1]["batch"]});
    story.ask("undo_batch", undo).await;
    assert_eq!(files(&story.ask("imports", json!({})).await), named(true));
    assert_eq!(story.figure("F1").await, "2");
}

#[tokio::test]
async fn what_a_correction_kept_goes_with_a_second_undo() {
    let story = Story::fresh().await;
    import(&story, "一.csv", &[FIRST, SECOND]).await;
    let corrected = FIRST.replace(",1.5,", ",1.8,");
    import(&story, "一（更正）.csv", &[&corrected, SECOND]).await;
    let listed = || story.ask("imports", json!({}));
    let batches = listed().await;
    let batch = |at: usize| json!({"batch": batches["imports"][at]["batch"]});
    story.ask("undo_batch", batch(1)).await;
    story.ask("undo_batch", batch(0)).await;
    let left = listed().await["imports"][1]["left"].as_u64();
    assert!(left > Some(0), "{left:?}");
    story.ask("undo_batch", batch(1)).await;
    assert_eq!(listed().await["imports"][1]["left"], 0);
    assert_eq!(story.figure("F1").await, "0");
}
