//! File after file of one office: an older one sets nothing back unsaid, one
//! that says less takes nothing away, and what two of them say alike is there
//! once.

use serde_json::{Value as Json, json};

use crate::desk::Story;
use crate::paid::{became, import};

/// What was noticed: row, reason and level.
fn noticed(report: &Json) -> Vec<String> {
    let all = report["problems"].as_array().expect("problems").iter();
    let all = all.filter(|one| one["reason"] != "agreement_type_supposed");
    all.map(|one| {
        let text = |field: &str| one[field].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", one["row"], text("reason"), text("level"))
    })
    .collect()
}

const JANUARY: &str = "2023年1月签约项目台账,,,\n\
    项目名称,投资方,合同利用资金（亿元）,签约时间\n\
    阀门制造项目,无锡阀科机械有限公司,3,2023.1.18\n";
const FEBRUARY: &str = "2023年1-2月签约项目台账,,,\n\
    项目名称,投资方,合同利用资金（亿元）,签约时间\n\
    阀门制造项目,无锡阀科机械有限公司,2.5,2023.1.18\n\
    中药饮片项目,安徽济生药业有限公司,2,2023.2.20\n";

#[tokio::test]
async fn an_older_file_sets_nothing_back_unsaid() {
    let story = Story::fresh().await;
    import(&story, "附件1.csv", JANUARY, json!({})).await;
    let later = import(&story, "附件2.csv", FEBRUARY, json!({})).await;
    assert_eq!(became(&later), [1, 1, 0], "{later}");
    // The very bytes: they are known to be older.
    let again = import(&story, "附件1.csv", JANUARY, json!({})).await;
    assert_eq!(became(&again)[..2], [0, 0], "{again}");
    assert_eq!(noticed(&again), ["3 kept_newer should"]);
    assert_eq!(story.figure("F2").await, "4.50");
    // Saved anew it may be older, or put a mistake right.
    let saved = import(&story, "一月.csv", format!("{JANUARY}\n"), json!({})).await;
    assert_eq!(became(&saved)[..2], [0, 1], "{saved}");
    assert_eq!(noticed(&saved), ["3 set_back must"]);
}

const TYPED: &str = "2023年1月签约项目台账,,,,,\n\
    项目编号,项目名称,投资方,协议类型,合同利用资金（亿元）,签约时间\n\
    K-2,智算中心项目,北京云码科技有限公司,框架协议,30,2023.1.15\n\
    K-6,智算中心项目,北京云码科技有限公司,投资合同,28,2023.3.18\n\
    K-7,仓储装备项目,山东力诺装备有限公司,入驻协议,0.3,2023.2.12\n";
const UNTYPED: &str = "2023年全年签约项目汇总表,,,\n\
    项目名称,投资方,合同利用资金（亿元）,签约时间\n\
    智算中心项目,北京云码科技有限公司,30,2023.1.15\n\
    智算中心项目,北京云码科技有限公司,28,2023.3.18\n\
    仓储装备项目,山东力诺装备有限公司,0.3,2023.2.12\n";

#[tokio::test]
async fn a_summary_without_kinds_makes_no_agreement_twice() {
    for typed_first in [true, false] {
        let story = Story::fresh().await;
        let mut files = [("一月.csv", TYPED), ("全年.csv", UNTYPED)];
        if !typed_first {
            files.reverse();
        }
        for (name, file) in files {
            import(&story, name, file, json!({})).await;
        }
        let found = [story.figure("F1").await, story.figure("F2").await];
        assert_eq!(found, ["2", "28.30"], "{typed_first}");
    }
}

#[tokio::test]
async fn a_table_that_is_put_right_by_its_title_tells_what_it_leaves_out() {
    let story = Story::fresh().await;
    import(&story, "附件1.csv", FEBRUARY, json!({})).await;
    let right = FEBRUARY
        .replace("台账,,,", "台账（更正）,,,")
        .replace("阀门制造项目,无锡阀科机械有限公司,2.5,2023.1.18\n", "");
    let report = import(&story, "附件3.csv", &right, json!({})).await;
    assert_eq!(noticed(&report), ["0 row_gone should"], "{report}");
}

const PAID: &str = "2023年3月到位资金登记表,,,,\n\
    项目名称,投资方,到账日期,到账金额（万元）,凭证号\n\
    阀门制造项目,无锡阀科机械有限公司,2023-03-12,1500,JZ0302\n";
const PAID_OF_HALF: &str = "2023年上半年到位资金明细表,,,\n\
    项目名称,投资方,到账日期,到账金额（万元）\n\
    阀门制造项目,无锡阀科机械有限公司,2023-03-12,1500\n";

#[tokio::test]
async fn a_payment_listed_without_its_voucher_is_there_once() {
    for voucher_first in [true, false] {
        let story = Story::fresh().await;
        let mut files = [("凭证.csv", PAID), ("明细.csv", PAID_OF_HALF)];
        if !voucher_first {
            files.reverse();
        }
        for (name, file) in files {
            import(&story, name, file, json!({})).await;
        }
        assert_eq!(story.figure("paid_in").await, "0.15", "{voucher_first}");
    }
}

#[tokio::test]
async fn a_voucher_of_another_amount_waits_for_a_decision() {
    let story = Story::fresh().await;
    import(&story, "凭证.csv", PAID, json!({})).await;
    let other = PAID.replace("1500", "1400");
    let report = import(&story, "新凭证.csv", &other, json!({})).await;
    assert_eq!(noticed(&report), ["3 voucher_of_other_amount must"]);
    assert_eq!(story.figure("paid_in").await, "0.15");
    // Where the title says which puts the other right, there is no doubt.
    let right = other.replace("登记表,,,,", "登记表（更正）,,,,");
    let story = Story::fresh().await;
    import(&story, "凭证.csv", PAID, json!({})).await;
    let report = import(&story, "新凭证.csv", &right, json!({})).await;
    assert_eq!(became(&report), [0, 1, 0], "{report}");
    assert_eq!(story.figure("paid_in").await, "0.14");
}

#[tokio::test]
async fn a_summary_that_rounds_or_leaves_days_out_changes_nothing() {
    let story = Story::fresh().await;
    let exact = JANUARY.replace("亿元", "万元").replace(",3,", ",12345,");
    import(&story, "台账.csv", &exact, json!({})).await;
    let rounded = JANUARY.replace(",3,", ",1.23,");
    let report = import(&story, "汇总.csv", &rounded, json!({})).await;
    assert_eq!(became(&report), [0, 0, 1], "{report}");
    assert_eq!(noticed(&report), ["3 kept_exact info"]);
    let undated = exact.replace("2023.1.18", "");
    let report = import(&story, "清单.csv", &undated, json!({})).await;
    assert_eq!(became(&report), [0, 0, 1], "{report}");
    assert_eq!(story.figure("F2").await, "1.23");
}
