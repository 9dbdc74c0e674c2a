//! Payments by the month and by the instalment: the same money in two ledgers
//! counts once, and a corrected sheet updates what it made.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::{Value as Json, json};

use crate::desk::Story;

/// Imports the text or bytes of a file as `how` asks.
pub(crate) async fn import(story: &Story, name: &str, file: impl AsRef<[u8]>, how: Json) -> Json {
    let mut request = how;
    request["name"] = json!(name);
    request["data"] = json!(BASE64.encode(file));
    story.ask("import_ledger", request).await
}

const MONTHS: &str = "2023年到位资金（万元）,,,,\n\
    项目名称,投资方,1月,2月,3月\n\
    甲项目,甲公司,,20,30\n\
    乙项目,乙公司,5,/,\n";
const MONTHS_FILE: &str = "月度到位.csv";

/// Created, updated and unchanged.
pub(crate) fn became(report: &Json) -> [u64; 3] {
    ["created", "updated", "unchanged"].map(|key| report[key].as_u64().unwrap_or(u64::MAX))
}

#[tokio::test]
async fn a_months_column_is_updated_by_its_own_month() {
    let story = Story::fresh().await;
    let report = import(&story, MONTHS_FILE, MONTHS, json!({})).await;
    assert_eq!(became(&report), [3, 0, 0], "{report}");
    let again = import(&story, MONTHS_FILE, MONTHS, json!({})).await;
    assert_eq!(became(&again), [0, 0, 3], "{again}");
    // January came in late, and February was corrected.
    let corrected = MONTHS.replace("甲公司,,20,30", "甲公司,10,25,30");
    let report = import(&story, MONTHS_FILE, &corrected, json!({})).await;
    assert_eq!(became(&report), [1, 1, 2], "{report}");
    assert_eq!(story.figure("payments").await, "4");
}

#[tokio::test]
async fn a_month_and_its_instalments_count_once() {
    let instalments = "项目名称,出资单位,到账金额（万元）,到账时间,凭证号\n\
        甲项目,甲公司,12,2023-02-03,V1\n\
        甲项目,甲公司,8,2023-02-20,V2\n\
        甲项目,甲公司,9,2023-04-20,V3\n";
    let file = "到位资金明细.csv";
    for months_first in [true, false] {
        let story = Story::fresh().await;
        let (one, other) = match months_first {
            true => ((MONTHS_FILE, MONTHS), (file, instalments)),
            false => ((file, instalments), (MONTHS_FILE, MONTHS)),
        };
        import(&story, one.0, one.1, json!({})).await;
        let report = import(&story, other.0, other.1, json!({})).await;
        let doubted = report["duplicates"].as_array().map_or(0, Vec::len);
        assert_eq!(doubted, if months_first { 2 } else { 1 }, "{report}");
        let counted = if months_first { "4" } else { "5" };
        assert_eq!(story.figure("payments").await, counted, "{report}");
        let again = import(&story, other.0, other.1, json!({})).await;
        assert_eq!(again["created"], 0, "{again}");
    }
}

#[tokio::test]
async fn a_sheet_of_a_month_and_its_instalments_count_once() {
    let month = "2023年3月到位资金明细表,,\n\
        项目名称,出资单位,到账金额（万元）\n\
        甲项目,甲公司,12\n\
        甲项目,甲公司,8\n\
        乙项目,乙公司,9\n";
    let days = "项目名称,出资单位,到账金额（万元）,到账时间\n\
        甲项目,甲公司,12,2023-03-03\n\
        甲项目,甲公司,5,2023-04-03\n";
    for (first, second, counted) in [
        (("3月到位.csv", month), ("到位明细.csv", days), "4"),
        (("到位明细.csv", days), ("3月到位.csv", month), "3"),
    ] {
        let story = Story::fresh().await;
        import(&story, first.0, first.1, json!({})).await;
        let report = import(&story, second.0, second.1, json!({})).await;
        assert_eq!(story.figure("payments").await, counted, "{report}");
        let doubted = report["duplicates"].as_array().map_or(0, Vec::len);
        assert!(doubted > 0, "{report}");
    }
}

#[tokio::test]
async fn dollars_and_what_they_are_worth_are_one_payment() {
    let story = Story::fresh().await;
    let dollars = "项目名称,出资单位,到账金额（万美元）,汇率,到账时间,凭证号\n\
        甲项目,甲公司,150,7.1105,2023-11-15,FX1\n";
    import(&story, "外资到位.csv", dollars, json!({})).await;
    let yuan = "项目名称,出资单位,到账金额（万元）,到账时间,凭证号\n\
        甲项目,甲公司,1066.58,2023-11-15,FX1\n\
        甲项目,甲公司,1000,2023-12-15,FX2\n";
    let report = import(&story, "到位资金.csv", yuan, json!({})).await;
    assert_eq!(report["created"], 1, "{report}");
    assert_eq!(story.figure("payments").await, "2");
    let kept = story
        .ask("records", json!({"kind": "payment", "limit": 10}))
        .await;
    assert!(kept.to_string().contains("\"USD\""), "{kept}");
}

/// A sheet for each month, and one of all of them that names months alone.
fn months_and_quarter() -> Result<Vec<u8>, XlsxError> {
    const PAID: &[[&str; 4]] = &[
        ["甲电子有限公司", "现汇", "1月", "300"],
        ["乙食品有限公司", "设备出资", "2月", "150"],
        ["甲电子有限公司", "利润再投资", "3月", "50"],
        ["甲电子有限公司", "利润再投资", "3月", "50"],
    ];
    let mut book = Workbook::new();
    for (name, rows) in [("1月", 0..1), ("2月", 1..2), ("1-3月累计", 0..4)] {
        let page = book.add_worksheet();
        page.set_name(name)?;
        page.write_string(0, 0, format!("2023年{name}到位资金明细表"))?;
        let heads = ["企业名称", "出资方式", "到资月份", "到资金额（万元）"];
        for (row, line) in (1u32..).zip([&heads].into_iter().chain(&PAID[rows])) {
            for (column, text) in (0u16..).zip(line) {
                page.write_string(row, column, *text)?;
            }
        }
    }
    book.save_to_buffer()
}

#[tokio::test]
async fn months_that_a_later_sheet_repeats_count_once() {
    let story = Story::fresh().await;
    let book = months_and_quarter().expect("workbook");
    import(&story, "2023年一季度到位资金.xlsx", book, json!({})).await;
    let page = story
        .ask("records", json!({"kind": "payment", "limit": 50}))
        .await;
    assert_eq!(page["total"], 4, "{page}");
    assert_eq!(page["sums"]["paid_in"]["yuan"], "5500000.00", "{page}");
    story.whole().await;
}

/// A sheet for each month, with all that was paid since January.
fn since_january() -> Result<Vec<u8>, XlsxError> {
    let paid = [
        ["甲项目", "甲公司", "2023-01-12", "500"],
        ["乙项目", "乙公司", "2023-01-25", "1200"],
        ["甲项目", "甲公司", "2023-02-20", "300"],
        ["甲项目", "甲公司", "2023-02-20", "300"],
        ["丙项目", "丙公司", "2023-03-08", "2000"],
    ];
    let mut book = Workbook::new();
    for (name, many) in [("1月", 2), ("2月", 4), ("3月", 5)] {
        let page = book.add_worksheet();
        page.set_name(name)?;
        let heads = ["项目名称", "投资方", "到位时间", "到位金额（万元）"];
        for (row, line) in (0u32..).zip([&heads].into_iter().chain(&paid[..many])) {
            for (column, text) in (0u16..).zip(line) {
                page.write_string(row, column, *text)?;
            }
        }
    }
    book.save_to_buffer()
}

#[tokio::test]
async fn sheets_that_go_on_from_each_other_count_their_rows_once() {
    let story = Story::fresh().await;
    let book = since_january().expect("workbook");
    let file = "到位资金明细（逐月累计）.xlsx";
    let report = import(&story, file, &book, json!({})).await;
    assert_eq!(became(&report)[0], 5, "{report}");
    // What stands twice in one sheet was paid twice.
    assert_eq!(story.figure("payments").await, "5");
    let again = import(&story, file, &book, json!({})).await;
    assert_eq!(again["created"], 0, "{again}");
}

#[tokio::test]
async fn a_row_is_taken_or_left_as_a_person_says() {
    let story = Story::fresh().await;
    let text = "项目名称,投资方,到账金额（万元）,到账时间\n\
        合计,某某公司,100,2023-02-03\n\
        以上为示例,甲公司,200,2023-02-04\n\
        乙项目,乙公司,300,2023-02-05\n";
    let rows = json!({"2": "data", "3": "filler"});
    let how = json!({"mappings": {"到位资金": {"rows": rows}}});
    let report = import(&story, "到位资金.csv", text, how).await;
    assert_eq!(became(&report), [2, 0, 0], "{report}");
    let skipped = report["tables"][0]["skipped"].clone();
    assert_eq!(
        skipped,
        json!([{"row": 3, "kind": "filler", "text": "以上为示例"}])
    );
}

#[tokio::test]
async fn what_the_rows_of_phases_say_adds_up_to_the_project() {
    let text = "2023年在建重点项目（单位：亿元）,,,,,,,\n\
        序号,项目名称,期别,级别,总投资,单体总数,建筑面积（㎡）,已开工面积（㎡）\n\
        1,甲项目,一期,市级,5,10,10000,10000\n\
        ,,二期,,3,14,30000,20000\n\
        2,乙项目,,县级,2,4,4000,4000\n";
    let story = Story::fresh().await;
    let report = import(&story, "在建项目.csv", text, json!({})).await;
    let told = report["problems"].as_array().expect("problems").iter();
    let reasons: Vec<&str> = told.filter_map(|one| one["reason"].as_str()).collect();
    assert!(reasons.contains(&"phases_added_up"), "{report}");
    assert_eq!(story.figure("F7").await, "10.00");
    let figures = story
        .ask(
            "figures",
            json!({"year": 2023, "rule": {"buildings_by": "floor_area"}}),
        )
        .await;
    let all = figures["figures"].as_array().expect("figures");
    let started = all.iter().find(|one| one["id"] == "F11").expect("F11");
    assert_eq!(started["value"]["part"], "34000.00", "{started}");
    assert_eq!(started["value"]["whole"], "44000.00", "{started}");
    let again = import(&story, "在建项目.csv", text, json!({})).await;
    assert_eq!([&again["created"], &again["updated"]], [0, 0], "{again}");
}

#[tokio::test]
async fn what_a_phase_costs_is_a_part_of_what_the_project_does() {
    let text = "2023年在建重点项目（单位：亿元）,,,,,,,\n\
        序号,项目名称,总投资,期数,本期投资,竣工日期,状态,级别\n\
        1,甲基地,15,一期,6,2022年5月30日,已投产,省级\n\
        ,,,二期,5,2025年3月,在建,省级\n\
        ,,,三期,4,2027年,拟建,省级\n\
        2,乙项目,3,,3,2025年6月,在建,市级\n";
    let story = Story::fresh().await;
    let report = import(&story, "在建项目.csv", text, json!({})).await;
    assert_eq!(story.figure("F6").await, "2", "{report}");
    assert_eq!(story.figure("F7").await, "18.00", "{report}");
    let ask = json!({"kind": "project_phase", "limit": 10});
    assert_eq!(story.ask("records", ask).await["total"], 3);
}

#[tokio::test]
async fn a_project_s_own_row_has_the_figures_of_its_phases() {
    let text = "2023年在建重点项目（单位：亿元）,,,,,,\n\
        序号,项目名称,级别,总投资,年度计划投资,年度完成投资,完成率\n\
        1,甲基地,省级,20,5,4,80%\n\
        ,一期,,8,2,2,100%\n\
        ,二期,,12,3,2,66.7%\n";
    let story = Story::fresh().await;
    let report = import(&story, "在建项目.csv", text, json!({})).await;
    assert_eq!(story.figure("F6").await, "1", "{report}");
    assert_eq!(story.figure("F7").await, "20.00", "{report}");
    let ask = json!({"kind": "project_phase", "limit": 10});
    assert_eq!(story.ask("records", ask).await["total"], 2);
}

#[tokio::test]
async fn the_first_phase_s_share_of_its_plan_is_not_the_project_s() {
    let text = "2023年在建重点项目（单位：亿元）,,,,,,,\n\
        序号,项目名称,期别,级别,总投资,年度计划投资,年度完成投资,完成率\n\
        1,甲基地,一期,省级,8,2,1.8,90%\n\
        ,,二期,,12,3,0.6,20%\n";
    let story = Story::fresh().await;
    let report = import(&story, "在建项目.csv", text, json!({})).await;
    assert_eq!(story.figure("F7").await, "20.00", "{report}");
    let ask = json!({"kind": "key_project", "limit": 10});
    let row = story.ask("records", ask).await["rows"][0].clone();
    assert_eq!(
        row["values"]["completion_ratio"],
        json!({"number": "48"}),
        "{row}"
    );
}

#[tokio::test]
async fn a_table_of_which_nobody_knows_the_kind_waits() {
    let text = "项目,企业,投资（亿元）,日期,招商方式\n\
        甲项目,甲公司,1.5,2024.1.3,驻点招商\n";
    let story = Story::fresh().await;
    let report = import(&story, "2024招商月报.csv", text, json!({})).await;
    assert_eq!(became(&report), [0, 0, 0], "{report}");
    assert_eq!(report["rejected"], 1, "{report}");
    assert_eq!(report["batch"], json!(null), "{report}");
    let key = report["questions"][0]["key"]
        .as_str()
        .expect("key")
        .to_owned();
    let how = json!({"answers": {key: "signing"}});
    let report = import(&story, "2024招商月报.csv", text, how).await;
    assert_eq!(report["created"], 1, "{report}");
    assert_eq!(report["tables"][0]["ledger"], "signing");
}

#[tokio::test]
async fn phases_of_one_total_count_once_and_are_told() {
    let text = "2023年在建重点项目（单位：亿元）,,,,\n\
        序号,项目名称,期别,级别,总投资\n\
        1,甲项目,一期,市级,3\n\
        ,,二期,,3\n\
        2,乙项目,一期,县级,2\n\
        ,,二期,,2\n\
        ,,三期,,4\n";
    let story = Story::fresh().await;
    let report = import(&story, "在建项目.csv", text, json!({})).await;
    let told = report["problems"].as_array().expect("problems").iter();
    let of_one = told.filter(|one| one["reason"] == "phases_of_one_total");
    assert_eq!(of_one.count(), 2, "{report}");
    assert_eq!(story.figure("F7").await, "11.00");
}

#[tokio::test]
async fn the_sum_of_a_quarter_waits_where_its_payments_stand() {
    let single = "项目名称,投资方,到位时间,到位金额（万元）\n\
        甲项目,甲公司,2023-01-20,300\n\
        甲项目,甲公司,2023-03-02,200\n\
        乙项目,乙公司,2023-02-11,100\n";
    let sums = "2023年一季度到位资金汇总表,,\n\
        项目名称,投资方,一季度到位资金（万元）\n\
        甲项目,甲公司,500\n\
        乙项目,乙公司,100\n";
    for files in [[single, sums], [sums, single]] {
        let story = Story::fresh().await;
        let names = files.map(|text| match text == single {
            true => "到位资金明细.csv",
            false => "一季度到位资金汇总表.csv",
        });
        import(&story, names[0], files[0], json!({})).await;
        let report = import(&story, names[1], files[1], json!({})).await;
        let told = report["duplicates"].as_array().expect("duplicates");
        let all = told
            .iter()
            .all(|one| one["reason"] == "period_has_payments");
        assert!(all && told.len() >= 2, "{report}");
    }
}
