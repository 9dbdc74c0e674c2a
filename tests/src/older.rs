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

/// A signing ledger of these rows under a title.
fn ledger(title: &str, rows: &[&str]) -> String {
    let rows = rows.join("\n");
    format!("{title},,,,\n项目名称,投资方,合同利用资金（万元）,签约时间,备注\n{rows}\n")
}

const RAILS: &str = "电梯导轨加工项目,苏州迅升导轨有限公司,12345,2023.1.11,";
const SHELLS: &str = "甲壳素项目,青岛海蓝生物有限公司,20456,2023.2.1,";
const FEED: &str = "饲料加工项目,鸿远饲料有限公司,8765,2023.2.9,";

/// The first two figures after files of these names and rows.
async fn after(files: &[(&str, &[&str])]) -> [String; 2] {
    let story = Story::fresh().await;
    for (name, rows) in files {
        import(&story, name, ledger("签约项目台账", rows), json!({})).await;
    }
    [story.figure("F1").await, story.figure("F2").await]
}

#[tokio::test]
async fn a_row_that_is_put_right_is_the_one_it_was() {
    let day_and_amount = &*RAILS.replace("12345,2023.1.11", "14544,2023.1.21");
    let name_and_firm = &*RAILS
        .replace("导轨加工", "导轨及配件加工")
        .replace('迅', "讯");
    let name = &*RAILS.replace("电梯导轨加工项目", "华东电梯零部件产业基地");
    for (right, capital) in [
        (day_and_amount, "4.38"),
        (name_and_firm, "4.16"),
        (name, "4.16"),
    ] {
        for (first, next) in [
            ("签约台账.csv", "签约台账（更正）.csv"),
            ("签约台账1-2月.csv", "签约台账1-3月.csv"),
        ] {
            let found = after(&[
                (first, &[RAILS, SHELLS, FEED]),
                (next, &[right, SHELLS, FEED]),
            ])
            .await;
            assert_eq!(found, ["3", capital], "{right} {next}");
        }
    }
    // Sorted otherwise, and of files one after the other.
    let sorted: (&str, &[&str]) = ("签约台账（更正）.csv", &[SHELLS, FEED, day_and_amount]);
    let found = after(&[("签约台账.csv", &[RAILS, SHELLS, FEED]), sorted]).await;
    assert_eq!(found, ["3", "4.38"]);
    let found = after(&[
        ("签约台账1-2月.csv", &[RAILS, SHELLS]),
        ("签约台账1-3月.csv", &[RAILS, SHELLS, FEED]),
        ("签约台账1-3月（更正）.csv", &[day_and_amount, SHELLS, FEED]),
    ])
    .await;
    assert_eq!(found, ["3", "4.38"]);
}

#[tokio::test]
async fn a_row_that_is_left_out_leaves_nothing() {
    let story = Story::fresh().await;
    let named = RAILS.replace("导轨加工", "导轨及配件加工");
    let first = ledger("台账", &[RAILS, SHELLS]);
    let next = ledger("台账", &[&named, SHELLS, FEED]);
    import(&story, "签约台账1-2月.csv", first, json!({})).await;
    let skip = json!({"on_duplicate": "skip"});
    import(&story, "签约台账1-3月.csv", &next, skip).await;
    let projects = story
        .ask("records", json!({"kind": "project", "limit": 9}))
        .await;
    assert_eq!(projects["total"], 3, "{projects}");
    import(&story, "签约台账1-4月.csv", &next, json!({})).await;
    assert_eq!(story.figure("F1").await, "3");
}

#[tokio::test]
async fn what_ends_goes_on_or_was_signed_twice_is_one_contract() {
    let ended = &*format!("{RAILS}项目已终止");
    let resumed = &*format!("{RAILS}已恢复推进");
    let found = after(&[
        ("签约台账1-2月.csv", &[RAILS, SHELLS]),
        ("签约台账1-3月.csv", &[ended, SHELLS]),
        ("签约台账1-4月.csv", &[resumed, SHELLS]),
    ])
    .await;
    assert_eq!(found, ["2", "3.28"]);
    let again = &*RAILS.replace("1.11", "4.9");
    let found = after(&[
        ("签约台账1-2月.csv", &[RAILS, SHELLS]),
        ("集中签约名单.csv", &[again]),
        ("签约台账1-3月.csv", &[ended, SHELLS]),
    ])
    .await;
    assert_eq!(found, ["1", "2.05"]);
}

#[tokio::test]
async fn one_contract_under_two_names_waits_and_two_under_one_name_do_not() {
    let named = &*RAILS.replace("电梯导轨加工项目", "华东电梯零部件产业基地");
    let found = after(&[
        ("签约台账.csv", &[RAILS, SHELLS]),
        ("汇总.csv", &[named, SHELLS]),
    ])
    .await;
    assert_eq!(found, ["2", "3.28"]);
    let other = "电梯导轨加工项目,无锡天奇电梯部件有限公司,25375,2023.3.28,";
    for next in ["签约台账3月.csv", "签约台账1-3月.csv"] {
        let rows: &[&str] = match next {
            "签约台账3月.csv" => &[other],
            _ => &[RAILS, SHELLS, other],
        };
        let found = after(&[("签约台账1-2月.csv", &[RAILS, SHELLS]), (next, rows)]).await;
        assert_eq!(found, ["3", "5.82"], "{next}");
    }
    let phase = "电梯导轨加工项目二期,苏州迅升导轨有限公司,8000,2023.3.28,";
    let found = after(&[("签约台账1月.csv", &[RAILS]), ("签约台账3月.csv", &[phase])]).await;
    assert_eq!(found, ["2", "2.03"]);
}

#[tokio::test]
async fn numbers_that_start_again_each_year_are_of_other_projects() {
    let story = Story::fresh().await;
    let heads = "项目编号,项目名称,投资方,合同利用资金（万元）,签约时间\n";
    let before = RAILS.replace("2023", "2022");
    for (name, row) in [
        ("2022年签约.csv", before.as_str()),
        ("2023年签约.csv", FEED),
    ] {
        let row = row.trim_end_matches(',');
        import(&story, name, format!("{heads}ZS-001,{row}\n"), json!({})).await;
    }
    assert_eq!(story.figure("F1").await, "1");
    // Of one year, a number given twice is told.
    let other = format!("{heads}ZS-001,{}\n", SHELLS.trim_end_matches(','));
    let report = import(&story, "局里签约.csv", other, json!({})).await;
    assert_eq!(noticed(&report), ["2 duplicate_project must"]);
}

#[tokio::test]
async fn what_was_undone_can_be_imported_again() {
    let story = Story::fresh().await;
    let more = RAILS.replace("12345", "14544");
    let first = ledger("台账", &[RAILS, SHELLS]);
    let next = ledger("台账", &[&more, SHELLS]);
    import(&story, "签约台账1-2月.csv", &first, json!({})).await;
    for _ in 0..2 {
        let report = import(&story, "签约台账1-3月.csv", &next, json!({})).await;
        assert_eq!(became(&report)[1], 1, "{report}");
        assert_eq!(story.figure("F2").await, "3.50");
        story.ask("undo", json!({})).await;
        assert_eq!(story.figure("F2").await, "3.28");
    }
    story.ask("redo", json!({})).await;
    assert_eq!(story.figure("F2").await, "3.50");
}

#[tokio::test]
async fn a_name_put_right_makes_no_second_record() {
    let leads = "企业名称,项目名称,拟投资额（亿元）,首报时间,是否有效\n\
        鸿远实业有限公司,装备制造项目,2.15,2023.3.2,是\n\
        天瑞实业有限公司,建材项目,3.3,2023.3.5,是\n";
    let visits = "日期,城市,拜访企业,我方人员,洽谈内容\n\
        2023.3.2,苏州,鸿远实业有限公司,张明,推介\n\
        2023.3.5,苏州,天瑞实业有限公司,张明,回访\n";
    let payments = "项目名称,投资方,到账日期,到账金额（万元）\n\
        鸿远项目,鸿远实业有限公司,2023-03-05,812.5\n\
        天瑞项目,天瑞实业有限公司,2023-03-06,923.5\n";
    let parcels = "地块编号,位置,面积（亩）,供地状态\n\
        G-01鸿远,经一路,50.5,净地\nG-02,经二路,51.5,净地\n";
    for (name, file, figure) in [
        ("招商线索", leads, "leads"),
        ("拜访记录", visits, "visits"),
        ("到位资金", payments, "payments"),
        ("地块台账", parcels, "parcels"),
    ] {
        let story = Story::fresh().await;
        import(&story, &format!("{name}.csv"), file, json!({})).await;
        let right = file.replacen("鸿远", "鸿源", 1);
        let report = import(&story, &format!("{name}（更正）.csv"), right, json!({})).await;
        assert_eq!(became(&report), [0, 1, 1], "{name} {report}");
        assert_eq!(story.figure(figure).await, "2", "{name}");
    }
}

#[tokio::test]
async fn two_registers_of_one_day_and_firm_are_of_two_visits() {
    let visits = |people: &str| {
        format!(
            "日期,拜访企业,对方人员,我方人员,洽谈内容\n2023.3.10,无锡阀科机械有限公司,{people}\n"
        )
    };
    let story = Story::fresh().await;
    import(
        &story,
        "一组3月拜访.csv",
        visits("赵刚,张明,洽谈协议条款"),
        json!({}),
    )
    .await;
    import(
        &story,
        "二组3月拜访.csv",
        visits("钱进,李强,看样品"),
        json!({}),
    )
    .await;
    assert_eq!(story.figure("visits").await, "2");
    import(
        &story,
        "局里3月拜访.csv",
        visits("赵刚,张明、李强,洽谈"),
        json!({}),
    )
    .await;
    assert_eq!(story.figure("visits").await, "2");
}

#[tokio::test]
async fn a_unit_keeps_its_number_and_an_amount_its_currency() {
    let story = Story::fresh().await;
    let units = "园区,楼栋,建筑面积（㎡）,已租面积（㎡）\n智造园,1#,10000,6000\n";
    let leases = "园区,楼栋,入驻企业,租赁面积（㎡）,起租时间,到期时间\n\
        智造园,1号楼,华动电机有限公司,6000,2023.1.1,2026.12.31\n";
    import(&story, "标准厂房台账.csv", units, json!({})).await;
    import(&story, "厂房租赁合同台账.csv", leases, json!({})).await;
    let listed = json!({"kind": "factory_unit", "limit": 9});
    let listed = story.ask("records", listed).await;
    assert_eq!(listed["rows"][0]["values"]["building"], "1#", "{listed}");
    let story = Story::fresh().await;
    let dollars = "项目名称,到账时间,到账金额（万美元）,汇率\n甲项目,2023-03-12,100,7.1\n";
    let yuan = "项目名称,到账时间,到账金额（万元）\n甲项目,2023-03-12,710\n";
    for (name, file) in [("外资到位.csv", dollars), ("到位资金汇总.csv", yuan)] {
        import(&story, name, file, json!({})).await;
        assert_eq!(story.figure("paid_in").await, "0.07", "{name}");
    }
}

#[tokio::test]
async fn the_same_money_in_another_ledger_counts_once_however_it_is_named() {
    let of_office = "项目名称,投资方,到账日期,到账金额（万元）\n\
        导轨项目,苏州迅升导轨有限公司,2023-03-12,500\n\
        减速器项目,宁波东睦有限公司,2023-03-20,800\n";
    for other in [
        "到账日期,项目名称,到账金额（万元）\n\
         2023-03-12,导轨项目,500\n2023-03-20,减速器项目,800\n",
        "到账日期,企业名称,到账金额（万元）\n\
         2023-03-12,苏州迅升导轨有限公司,500\n2023-03-20,宁波东睦有限公司,800\n",
        "项目名称,投资方,到账日期,到账金额（万元）\n\
         导轨项目,迅升导轨,2023-03-12,500\n减速器项目,宁波东睦公司,2023-03-20,800\n",
    ] {
        for office_first in [true, false] {
            let story = Story::fresh().await;
            let mut files = [
                ("到位资金登记表.csv", of_office),
                ("资金到账明细表.csv", other),
            ];
            if !office_first {
                files.reverse();
            }
            for (name, file) in files {
                import(&story, name, file, json!({})).await;
            }
            assert_eq!(
                story.figure("paid_in").await,
                "0.13",
                "{office_first} {other}"
            );
        }
    }
    // Two of one day and amount in one ledger are two.
    let story = Story::fresh().await;
    let twice = format!("{of_office}导轨项目,苏州迅升导轨有限公司,2023-03-12,500\n");
    import(&story, "到位资金登记表.csv", twice, json!({})).await;
    assert_eq!(story.figure("payments").await, "3");
}

#[tokio::test]
async fn a_firm_with_its_former_name_is_one_lead_and_two_projects_are_two() {
    let story = Story::fresh().await;
    let leads = |firm: &str| {
        format!(
            "企业名称,拟投项目,拟投资额（亿元）,首报时间,是否有效\n{firm},导轨项目,2,2023.3.2,是\n"
        )
    };
    import(
        &story,
        "招商线索3月.csv",
        leads("苏州迅升导轨有限公司"),
        json!({}),
    )
    .await;
    let renamed = leads("江苏迅升精密有限公司（原苏州迅升导轨有限公司）");
    import(&story, "招商线索4月.csv", renamed, json!({})).await;
    assert_eq!(story.figure("leads").await, "1");
    let story = Story::fresh().await;
    let two = format!(
        "{}宁波东睦有限公司,减速器项目,3,2023.3.2,是\n宁波东睦有限公司,粉末冶金项目,1.5,2023.3.9,是\n",
        leads("甲公司")
    );
    import(&story, "招商线索.csv", two, json!({})).await;
    assert_eq!(story.figure("leads").await, "3");
}

#[tokio::test]
async fn another_contract_of_a_project_is_told_and_what_was_let_is_sold() {
    let story = Story::fresh().await;
    let next = RAILS.replace("12345,2023.1.11", "25000,2023.9.8");
    import(
        &story,
        "上半年签约.csv",
        ledger("台账", &[RAILS]),
        json!({}),
    )
    .await;
    let report = import(
        &story,
        "三季度签约.csv",
        ledger("台账", &[&next]),
        json!({}),
    )
    .await;
    assert_eq!(noticed(&report), ["3 signed_before should"]);
    assert_eq!(story.figure("F1").await, "1");
    let story = Story::fresh().await;
    let units = |areas: &str| {
        format!("园区,楼栋,建筑面积（㎡）,已租面积（㎡）,已售面积（㎡）\n智造园,A1,10000,{areas}\n")
    };
    import(&story, "载体台账3月.csv", units("6000,0"), json!({})).await;
    import(&story, "载体台账6月.csv", units("0,10000"), json!({})).await;
    assert_eq!(story.figure("F16").await, "1.00");
}

#[tokio::test]
async fn the_file_of_every_month_may_be_called_alike() {
    let paid = |month: u32| {
        format!(
            "项目名称,投资方,到账日期,到账金额（万元）\n\
             导轨项目,苏州迅升导轨有限公司,2023-0{month}-10,500\n\
             减速器项目,宁波东睦有限公司,2023-0{month}-11,537\n"
        )
    };
    let visited = |day: u32| {
        format!(
            "日期,拜访企业,我方人员,洽谈内容\n2023.3.{day},苏州迅升导轨有限公司,张明,回访\n\
             2023.3.{},宁波东睦有限公司,张明,回访\n",
            day + 1
        )
    };
    let signed = |rows: &[&str]| ledger("台账", rows);
    let of_april = [
        "轿厢总装基地,苏州迅升导轨有限公司,9876,2023.4.11,",
        "机器人产业园,青岛海蓝生物有限公司,7654,2023.4.12,",
    ];
    for (figure, first, next, wanted) in [
        ("payments", paid(3), paid(4), "4"),
        ("visits", visited(3), visited(13), "4"),
        ("F1", signed(&[RAILS, SHELLS]), signed(&of_april), "4"),
    ] {
        for again in ["登记表.csv", "登记表(1).csv"] {
            let story = Story::fresh().await;
            import(&story, "登记表.csv", &first, json!({})).await;
            import(&story, again, &next, json!({})).await;
            assert_eq!(story.figure(figure).await, wanted, "{figure} {again}");
        }
    }
}
