//! Rows that are called alike: which of them repeat each other, which of those
//! counts, and which are two works.

use serde_json::{Value as Json, json};

use crate::counted::one;
use crate::desk::Story;
use crate::paid::{became, import};

/// The rows that may repeat others, with those that they repeat.
fn repeated(report: &Json) -> Vec<(u64, u64)> {
    let all = report["duplicates"].as_array().expect("duplicates").iter();
    let rows = all.map(|one| (one["row"].as_u64(), one["from"][2].as_u64()));
    let rows = rows.filter_map(|(row, from)| Some((row?, from?)));
    rows.collect()
}

/// What was noticed of rows at this level.
fn noticed(report: &Json, level: &str) -> Vec<String> {
    let all = report["problems"].as_array().expect("problems").iter();
    let all = all.filter(|one| one["level"] == level);
    all.map(|one| format!("{} {}", one["row"], one["reason"].as_str().expect("reason")))
        .collect()
}

/// Imports a ledger twice: the second time there is nothing new.
async fn twice(story: &Story, name: &str, ledger: &str) -> Json {
    let report = import(story, name, ledger, json!({})).await;
    let again = import(story, name, ledger, json!({})).await;
    assert_eq!(became(&again)[..2], [0, 0], "{again}");
    report
}

const SIGNED: &str =
    "项目名称,投资方名称,合同总投资（万元）,合同利用资金（万元）,签约日期,协议类型\n";

/// A signing ledger of these rows.
async fn signed(story: &Story, rows: &str) -> Json {
    twice(story, "2023年签约项目.csv", &format!("{SIGNED}{rows}")).await
}

#[tokio::test]
async fn another_phase_number_or_side_with_other_amounts_is_another_work() {
    for (one, other) in [
        ("芷葳阀门项目", "芷葳阀门二期项目"),
        ("芷葳阀门项目", "芷葳阀门项目（二期）"),
        ("晗棠1号厂房项目", "晗棠2号厂房项目"),
        ("晗棠东区厂房项目", "晗棠西区厂房项目"),
        ("晗棠100MW光伏项目", "晗棠200MW光伏项目"),
        ("晗棠铝箔项目", "晗棠铝箔增资扩产项目"),
    ] {
        let story = Story::fresh().await;
        let rows = format!(
            "{one},苏州芷葳实业有限公司,15164,15026,2023-04-17,投资协议\n\
             {other},苏州芷葳实业有限公司,25375,25180,2023-09-20,投资协议\n"
        );
        let report = signed(&story, &rows).await;
        assert_eq!(repeated(&report), [], "{other}");
        assert_eq!(story.figure("F1").await, "2", "{other}");
        // With the amounts of the first it may be the first, told otherwise.
        let story = Story::fresh().await;
        let rows = rows.replace("25375,25180", "15164,15026");
        let report = signed(&story, &rows).await;
        let is_told = noticed(&report, "should") == ["3 same_amounts"];
        assert!(is_told || repeated(&report) == [(3, 2)], "{other}");
    }
}

#[tokio::test]
async fn an_amount_rounded_or_a_word_more_makes_no_other_work() {
    for (one, other, amounts) in [
        ("晗棠铝箔项目", "新建晗棠铝箔项目", "25375,25180"),
        ("晗棠铝箔增资项目", "晗棠铝箔增资扩产项目", "25375,25180"),
        ("晗棠铝箔项目", "晗棠铝箔二期项目", "15000,15000"),
    ] {
        let story = Story::fresh().await;
        let rows = format!(
            "{one},苏州芷葳实业有限公司,15164,15026,2023-04-17,投资协议\n\
             {other},苏州芷葳实业有限公司,{amounts},2023-09-20,投资协议\n"
        );
        let report = signed(&story, &rows).await;
        assert_eq!(repeated(&report), [(3, 2)], "{other}");
    }
}

#[tokio::test]
async fn a_row_with_its_firm_and_amount_corrected_is_no_other_contract() {
    let story = Story::fresh().await;
    let row = "屋顶光伏发电项目,苏州晗堂实业有限公司,15164,15026,2023-04-17,投资协议\n";
    signed(&story, row).await;
    let corrected = row
        .replace("晗堂", "晗棠")
        .replace("15164,15026", "15900,15400");
    let corrected = format!("{SIGNED}{corrected}");
    import(&story, "2023年签约项目.csv", corrected, json!({})).await;
    assert_eq!(story.figure("F1").await, "1");
}

#[tokio::test]
async fn a_formal_contract_counts_below_its_framework() {
    let story = Story::fresh().await;
    let rows = "晗棠铝箔,苏州芷葳实业有限公司,15164,15026,2023-04-17,框架协议\n\
        晗棠铝箔项目,苏州芷葳实业有限公司,15164,15026,2023-09-20,投资协议\n";
    let report = signed(&story, rows).await;
    assert_eq!(repeated(&report), [(2, 3)]);
    assert_eq!(story.figure("F1").await, "1");
}

#[tokio::test]
async fn a_common_name_of_two_firms_is_two_projects() {
    let story = Story::fresh().await;
    let rows = "屋顶光伏发电项目,苏州芷葳实业有限公司,15164,15026,2023-04-17,投资协议\n\
        屋顶光伏发电项目,苏州翎骁实业有限公司,25375,25180,2023-09-20,投资协议\n\
        屋顶光伏发电项目,苏州砚筠实业有限公司,25375,25180,2023-09-21,投资协议\n";
    let report = signed(&story, rows).await;
    // The third has the amounts of the second: another name of one firm?
    assert_eq!(repeated(&report), [(4, 3)]);
    assert_eq!(noticed(&report, "info"), ["3 same_name"]);
    assert_eq!(story.figure("F1").await, "2");
}

#[tokio::test]
async fn two_contracts_of_the_very_amounts_are_told() {
    let story = Story::fresh().await;
    let rows = "晗棠连接器项目,苏州芷葳实业有限公司,15164,15026,2023-04-17,投资协议\n\
        年产5000万只线束项目,苏州芷葳实业有限公司,15164,15026,2023-09-20,投资协议\n\
        研发中心项目,苏州翎骁实业有限公司,5000,5000,2023-09-20,投资协议\n\
        仓储物流项目,苏州翎骁实业有限公司,5000,5000,2023-09-21,投资协议\n";
    let report = signed(&story, rows).await;
    assert_eq!(noticed(&report, "should"), ["3 same_amounts"]);
    assert_eq!(story.figure("F1").await, "4");
}

#[tokio::test]
async fn a_ceremony_may_call_what_was_signed_otherwise() {
    let story = Story::fresh().await;
    let rows = "年产30万套曳引机智能制造项目,浙江越升电梯部件有限公司,120000,105000,2023-01-18,投资协议\n\
        研发中心项目,浙江越升电梯部件有限公司,5000,5000,2023-01-18,投资协议\n";
    signed(&story, rows).await;
    let ceremony = format!(
        "{SIGNED}越升曳引机智能制造基地,浙江越升电梯部件有限公司,120000,105000,2023-09-10,投资协议\n\
         仓储物流项目,浙江越升电梯部件有限公司,5000,5000,2023-09-10,投资协议\n"
    );
    let report = import(&story, "集中签约仪式.csv", &ceremony, json!({})).await;
    assert_eq!(repeated(&report), [(2, 2)]);
    assert_eq!(story.figure("F1").await, "3");
}

#[tokio::test]
async fn the_contract_signed_first_counts_wherever_it_stands() {
    let story = Story::fresh().await;
    let rows = "芷葳阀门,苏州芷葳实业有限公司,9100,8100,2024-01-17,投资协议\n\
        砚筠铝箔项目,苏州砚筠实业有限公司,9300,8300,2023-03-10,投资协议\n\
        芷葳阀门项目,苏州芷葳实业有限公司,9100,8100,2023-04-17,投资协议\n";
    let report = signed(&story, rows).await;
    assert_eq!(repeated(&report), [(2, 4)]);
    assert_eq!(story.figure("F1").await, "2");
    // Nor does the later one count in its own year.
    let next = story.ask("figures", json!({"year": 2024})).await;
    assert_eq!(next["figures"][0]["value"]["count"], 0);
    // Left out, it is a second contract of the same project.
    let story = Story::fresh().await;
    let how = json!({"on_duplicate": "skip"});
    import(&story, "2023年签约项目.csv", format!("{SIGNED}{rows}"), how).await;
    assert_eq!(story.figure("F1").await, "2");
}

#[tokio::test]
async fn common_names_of_two_owners_are_two_key_projects() {
    let story = Story::fresh().await;
    let listed = "2023年重点项目台账,,,,\n\
        项目名称,建设单位,级别,建设性质,总投资（亿元）\n\
        标准厂房项目,苏州芷葳实业有限公司,省级,新建,3.5\n\
        标准厂房项目,苏州翎骁实业有限公司,市级,新建,4.5\n\
        砚筠铝箔项目,苏州砚筠实业有限公司,县级,新建,2.2\n\
        砚筠铝箔项目,泰州砚筠实业有限公司,市级,新建,2.2\n";
    let report = twice(&story, "2023年重点项目.csv", listed).await;
    assert_eq!(repeated(&report), [(5, 6)]);
    assert_eq!(story.figure("F6").await, "3");
    assert_eq!(story.figure("F7").await, "10.20");
}

const PAID: &str = "项目名称,付款单位,到账时间,到账金额（万元）,凭证号,状态\n\
    翎骁连接器项目,苏州翎骁实业有限公司,2023-02-03,902,JZ00021,认定\n";

#[tokio::test]
async fn a_voucher_returned_and_handed_in_again_counts_as_recognised() {
    for before in ["退回", "申报"] {
        let story = Story::fresh().await;
        let rows = format!(
            "{PAID}芷葳阀门项目,苏州芷葳实业有限公司,2023-02-02,901,JZ00011,{before}\n\
             芷葳阀门项目,苏州芷葳实业有限公司,2023-03-09,901,JZ00011,认定\n"
        );
        let report = twice(&story, "2023年到位资金.csv", &rows).await;
        assert_eq!(repeated(&report), [(3, 4)], "{before}");
        assert_eq!(story.figure("paid_in").await, "0.18", "{before}");
        assert_eq!(story.figure("payments").await, "2", "{before}");
    }
}

#[tokio::test]
async fn a_voucher_recognised_in_a_later_file_counts() {
    let story = Story::fresh().await;
    let row = "芷葳阀门项目,苏州芷葳实业有限公司,2023-02-02,901,JZ00011,退回\n";
    twice(&story, "3月到位资金.csv", &format!("{PAID}{row}")).await;
    let later = row.replace("02-02", "05-09").replace("退回", "认定");
    let heads = PAID.lines().next().expect("heads");
    twice(&story, "5月认定.csv", &format!("{heads}\n{later}")).await;
    assert_eq!(story.figure("paid_in").await, "0.18");
}

#[tokio::test]
async fn a_voucher_under_two_projects_goes_in_whatever_is_decided() {
    let rows = format!(
        "{PAID}芷葳阀门项目,苏州芷葳实业有限公司,2023-02-02,901,JZ00011,退回\n\
         砚筠铝箔项目,苏州芷葳实业有限公司,2023-03-09,901,JZ00011,认定\n"
    );
    for decision in ["skip", "update"] {
        let story = Story::fresh().await;
        let how = json!({"on_duplicate": decision});
        import(&story, "2023年到位资金.csv", &rows, how).await;
        assert_eq!(story.figure("paid_in").await, "0.18", "{decision}");
    }
    // Nor does the lesser row take the better's place.
    let story = Story::fresh().await;
    let turned = rows
        .replace("退回", "甲")
        .replace("09,901,JZ00011,认定", "09,901,JZ00011,退回");
    let how = json!({"on_duplicate": "update"});
    import(
        &story,
        "2023年到位资金.csv",
        turned.replace('甲', "认定"),
        how,
    )
    .await;
    assert_eq!(story.figure("paid_in").await, "0.18");
}

#[tokio::test]
async fn the_sum_of_a_year_waits_below_that_of_its_half_in_the_same_row() {
    let story = Story::fresh().await;
    for (file, head, amount) in [
        ("上半年.csv", "2023年上半年到位（万元）", 200),
        ("全年.csv", "2023年到位（万元）", 300),
    ] {
        let rows =
            format!("项目名称,付款单位,{head}\n芷葳阀门项目,苏州芷葳实业有限公司,{amount}\n");
        import(&story, file, rows, json!({})).await;
    }
    let figures = story.ask("figures", json!({"year": 2023})).await;
    let paid = one(&figures, "payments");
    assert_eq!(paid["value"]["count"], 1);
    assert_eq!(paid["undecided"].as_array().expect("ids").len(), 1);
}

#[tokio::test]
async fn lists_of_two_levels_in_two_files_are_two_listings() {
    let story = Story::fresh().await;
    let list = |level: &str, total: &str| {
        format!(
            "项目名称,建设单位,级别,总投资（亿元）\n芷葳阀门项目,苏州芷葳实业有限公司,{level},{total}\n"
        )
    };
    for (file, level, total) in [
        ("2023年省级重点项目.csv", "省级", "2.92"),
        ("2023年县级重点项目.csv", "县级", "2.9"),
    ] {
        import(&story, file, list(level, total), json!({})).await;
    }
    assert_eq!(story.figure("F6").await, "1");
    assert_eq!(story.figure("F7").await, "2.92");
}

#[tokio::test]
async fn a_voucher_is_known_by_any_spelling_and_its_first_day_counts() {
    for (payer, voucher) in [
        ("芷葳实业", "JZ00011"),
        ("苏州芷葳实业有限公司", "JZ 00011"),
    ] {
        let story = Story::fresh().await;
        let rows = format!(
            "{PAID}芷葳阀门项目,{payer},2023-03-02,901,{voucher},认定\n\
             芷葳阀门项目,苏州芷葳实业有限公司,2023-02-02,901,JZ00011,认定\n"
        );
        let report = twice(&story, "2023年到位资金.csv", &rows).await;
        assert_eq!(repeated(&report), [(3, 4)], "{payer} {voucher}");
        assert_eq!(noticed(&report, "must"), ["3 duplicate_voucher"]);
        assert_eq!(noticed(&report, "should"), Vec::<String>::new());
        assert_eq!(story.figure("payments").await, "2");
    }
}

#[tokio::test]
async fn a_firm_reported_by_its_brand_is_one_lead() {
    let story = Story::fresh().await;
    let leads = "上报时间,上报单位,企业名称,意向投资额（亿元）,联系人,联系电话,是否有效\n\
        2023-03-01,招商一局,宁波荻煦新材料有限公司,6.3,李峰,15400002378,是\n\
        2023-03-09,招商二局,宁波荻煦,6.3,李峰,15400002378,是\n\
        2023-04-09,招商二局,苏州芷葳实业有限公司,2.3,李峰,15400002378,是\n\
        2023-05-01,招商一局,晗棠集团有限公司,1.2,,,是\n\
        2023-05-02,招商二局,晗棠集团,1.2,,,是\n";
    let report = twice(&story, "2023年招商线索.csv", leads).await;
    assert_eq!(repeated(&report), [(3, 2), (6, 5)]);
    assert_eq!(story.figure("leads").await, "3");
    // Also from the ledger of another office, and again where it is left out.
    let mut lines = leads.lines();
    let (heads, first) = (lines.next().expect("heads"), lines.next().expect("row"));
    let second = lines.next().expect("row");
    let story = Story::fresh().await;
    twice(&story, "招商一局.csv", &format!("{heads}\n{first}\n")).await;
    for _ in 0..2 {
        let how = json!({"on_duplicate": "skip"});
        let ledger = format!("{heads}\n{second}\n");
        import(&story, "招商二局.csv", ledger, how).await;
        assert_eq!(story.figure("leads").await, "1");
    }
}

#[tokio::test]
async fn what_is_signed_again_may_stand_above_a_project_known_by_its_payments() {
    let story = Story::fresh().await;
    let paid = "2023年到位资金台账,,,\n项目名称,付款方,到位日期,实际到位（万元）\n\
        珩谦电梯华东数字化产业园项目,泰州珩谦机电有限公司,2023-07-09,941.56\n";
    import(&story, "到位资金.csv", paid, json!({})).await;
    let signed = "2023年签约项目台账,,,,,\n\
        项目名称,投资方,合同额（万元）,利用资金（万元）,签约时间,协议类型\n\
        珩谦股份华东数字化产业园,泰州珩谦机电有限公司,8544.56,8544.56,2023-09-26,正式投资合同\n\
        珩谦电梯华东数字化产业园项目,泰州珩谦机电有限公司,8544.56,8544.56,2023-06-08,正式投资合同\n";
    let report = import(&story, "签约.csv", signed, json!({})).await;
    assert_eq!(repeated(&report).len(), 1, "{report}");
    let problems = report["problems"].as_array().expect("problems").iter();
    let mut held = problems.filter(|one| one["reason"] == "duplicate_project");
    assert_eq!(held.next().expect("told")["column"], "A", "{report}");
    assert_eq!(story.figure("F1").await, "1");
    assert_eq!(story.figure("F2").await, "0.85");
}
