//! A workbook with a sheet a month, or a sheet for each span since January, of
//! the same key projects: the last is how they stand, and a project counts once.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::{Value as Json, json};

use crate::desk::Story;

const FILE: &str = "2023年重点项目调度表.xlsx";

/// The sheets up to a month.
fn months(last: u32) -> Vec<String> {
    (1..=last).map(|month| format!("{month}月")).collect()
}

/// A sheet for each time: 丙 leaves the list after the second.
fn book(times: &[String]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    for (at, time) in (1..).zip(times) {
        let page = book.add_worksheet();
        page.set_name(time)?;
        page.write_string(0, 0, format!("2023年{time}重点项目调度表"))?;
        let heads = [
            "项目名称",
            "级别",
            "建设性质",
            "总投资（亿元）",
            "年度计划投资（万元）",
            "本月完成投资（万元）",
            "累计完成投资（万元）",
            "形象进度",
        ];
        let progress = format!("{time}主体施工");
        let done = format!("{}", at * 100);
        let mut lines = vec![heads.map(str::to_owned)];
        for (name, level) in [("甲项目", "省级"), ("乙项目", "市级"), ("丙项目", "市级")]
        {
            if name != "丙项目" || at < 3 {
                let line = [name, level, "新建", "3", "5000", "100", &done, &progress];
                lines.push(line.map(str::to_owned));
            }
        }
        for (row, line) in (1u32..).zip(lines) {
            for (column, text) in (0u16..).zip(&line) {
                page.write_string(row, column, text)?;
            }
        }
    }
    book.save_to_buffer()
}

async fn import(story: &Story, times: &[String]) -> Json {
    let data = BASE64.encode(book(times).expect("workbook"));
    let report = story
        .ask("import_ledger", json!({"name": FILE, "data": data}))
        .await;
    story.whole().await;
    report
}

/// Created, updated and left out.
fn became(report: &Json) -> [u64; 3] {
    ["created", "updated", "skipped"].map(|key| report[key].as_u64().unwrap_or(u64::MAX))
}

/// How far the listings are, by what they say.
async fn progress(story: &Story) -> Vec<String> {
    let ask = json!({"kind": "key_project", "limit": 20});
    let page = story.ask("records", ask).await;
    let rows = page["rows"].as_array().expect("rows").iter();
    let mut said: Vec<String> = rows
        .map(|row| row["values"]["visible_progress"].to_string())
        .collect();
    said.sort_unstable();
    said
}

#[tokio::test]
async fn the_last_month_is_how_key_projects_stand() {
    let story = Story::fresh().await;
    let report = import(&story, &months(3)).await;
    assert_eq!(became(&report), [3, 0, 5], "{report}");
    assert_eq!(report["duplicates"], json!([]), "{report}");
    let problems = report["problems"].as_array().expect("problems").iter();
    let gone = problems.filter(|one| one["reason"] == "not_in_later_sheet");
    let gone: Vec<[&Json; 2]> = gone.map(|one| [&one["sheet"], &one["row"]]).collect();
    assert_eq!(gone, [[&json!("2月"), &json!(5)]], "{report}");
    let stand = ["\"2月主体施工\"", "\"3月主体施工\"", "\"3月主体施工\""];
    assert_eq!(progress(&story).await, stand);
    assert_eq!(story.figure("F6").await, "3");
    assert_eq!(story.figure("F7").await, "9.00");
}

#[tokio::test]
async fn a_month_added_to_the_file_moves_its_listings_on() {
    let story = Story::fresh().await;
    import(&story, &months(1)).await;
    import(&story, &months(2)).await;
    let again = import(&story, &months(2)).await;
    assert_eq!(became(&again), [0, 0, 3], "{again}");
    let report = import(&story, &months(4)).await;
    assert_eq!(became(&report), [0, 2, 7], "{report}");
    assert_eq!(report["duplicates"], json!([]), "{report}");
    let stand = ["\"2月主体施工\"", "\"4月主体施工\"", "\"4月主体施工\""];
    assert_eq!(progress(&story).await, stand);
    assert_eq!(story.figure("F6").await, "3");
}

#[tokio::test]
async fn the_last_span_since_january_is_how_key_projects_stand() {
    let story = Story::fresh().await;
    let spans = ["一季度", "上半年", "1-9月", "全年"].map(str::to_owned);
    let report = import(&story, &spans).await;
    assert_eq!(became(&report), [3, 0, 7], "{report}");
    assert_eq!(report["duplicates"], json!([]), "{report}");
    let stand = ["\"上半年主体施工\"", "\"全年主体施工\"", "\"全年主体施工\""];
    assert_eq!(progress(&story).await, stand);
    assert_eq!(story.figure("F6").await, "3");
    assert_eq!(story.figure("F7").await, "9.00");
}

#[tokio::test]
async fn of_months_that_stand_newest_first_the_newest_counts() {
    let book = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        for (month, capital) in [("3月", "3"), ("2月", "2"), ("1月", "2")] {
            let page = book.add_worksheet();
            page.set_name(month)?;
            let heads = ["项目名称", "投资方", "合同利用资金（亿元）", "签约时间"];
            let row = ["甲项目", "甲公司", capital, "2023-01-18"];
            for (at, line) in (0u32..).zip([heads, row]) {
                for (column, text) in (0u16..).zip(line) {
                    page.write_string(at, column, text)?;
                }
            }
        }
        book.save_to_buffer()
    };
    let story = Story::fresh().await;
    let data = BASE64.encode(book().expect("workbook"));
    let ask = json!({"name": "签约台账.xlsx", "data": data});
    story.ask("import_ledger", ask).await;
    assert_eq!(story.figures().await[..2], ["1", "3.00"]);
}
