//! Ledgers of what is not done yet, or no more: visits that are planned or were
//! called off, lists of nothing but names, problems of firms.

use super::{Stranger, check, of_text, problems, shown, understood};

/// A sheet of visits of that name, below that title.
fn visits(file: &'static str, sheet: &'static str, csv: &'static str) -> Stranger<'static> {
    let sheets = Box::leak(Box::new([(sheet, csv, &[] as &[&str])]));
    Stranger {
        file,
        sheets,
        tables: &[],
        records: &[],
    }
}

#[test]
fn visits_to_come_are_none_of_any_kind() {
    const PLAIN: &str = "序号,日期,企业,地点,对方人员,我方人员,洽谈内容,下一步\n\
                         1,2025-03-05,甲公司,上海,王总,张伟,项目,跟进\n\
                         2,2025-03-06,乙公司,苏州,刘总,张伟,项目,跟进";
    const TITLED: &str = "2025年3月拟走访客商一览表\n\
                          序号,日期,企业,地点,对方人员,我方人员,洽谈内容,下一步\n\
                          1,2025-03-05,甲公司,上海,王总,张伟,项目,跟进";
    const HEADED: &str = "序号,拟拜访时间,拟拜访企业,地点,对方人员,我方人员,拜访目的\n\
                          1,2025-03-05,甲公司,上海,王总,张伟,项目";
    for stranger in [
        visits("台账.xlsx", "3月外出计划", PLAIN),
        visits("台账.xlsx", "下周拜访", PLAIN),
        visits("3月拜访计划.xlsx", "Sheet1", PLAIN),
        visits("台账.xlsx", "Sheet1", TITLED),
        visits("台账.xlsx", "拜访", HEADED),
    ] {
        let found = understood(&stranger);
        assert!(found.tables.is_empty(), "{:?}", stranger.sheets);
        assert_eq!(found.problems[0].reason, "sheet_not_understood");
    }
    let found = understood(&visits("3月拜访计划.xlsx", "拜访台账", PLAIN));
    assert_eq!(found.tables.len(), 1, "the sheet is nearer than the file");
}

#[test]
fn the_visits_of_next_week_stand_beside_those_of_this_one() {
    check(&Stranger {
        file: "周报.xlsx",
        sheets: &[(
            "周报",
            "招商工作周报（2025.3.3-3.7）\n\
             本周拜访企业,,,下周计划拜访企业,,\n\
             时间,企业,内容,时间,企业,内容\n\
             3月3日,甲公司,谈,3月10日,丙公司,谈\n\
             3月4日,乙公司,谈,3月11日,丁公司,谈",
            &["A1:F1", "A2:C2", "D2:F2"],
        )],
        tables: &["周报 visit 3 2"],
        records: &[
            "visit.enterprise=甲公司 visit.visit_date=2025-03-03",
            "visit.enterprise=乙公司 visit.visit_date=2025-03-04",
        ],
    });
}

#[test]
fn visits_that_were_called_off_are_none() {
    check(&Stranger {
        file: "拜访台账.xlsx",
        sheets: &[(
            "拜访",
            "序号,敲门时间,敲门企业,地点,洽谈内容,拜访状态\n\
             1,2025-03-05,甲公司,上海,项目,已拜访\n\
             2,2025-03-06,乙公司,上海,项目,取消\n\
             3,2025-03-07,丙公司（改期）,上海,项目,\n\
             4,2025-03-08,丁公司（首次）,上海,项目,\n\
             5,2025-03-09,戊公司,上海,项目,已约",
            &[],
        )],
        tables: &["拜访 visit 1 2"],
        records: &[
            "visit.enterprise=甲公司 visit.visit_date=2025-03-05",
            "visit.enterprise=丁公司（首次）",
        ],
    });
}

#[test]
fn problems_of_firms_are_no_visits() {
    let csv = "序号,企业名称,反映问题,责任单位,办理情况,是否办结,办结时限\n\
               1,甲公司,用工难,人社局,已对接,是,2025-03-05\n\
               2,乙公司,电价高,供电公司,办理中,否,2025-04-05\n";
    assert!(
        of_text("问题清单.csv", csv.as_bytes()).tables.is_empty(),
        "nobody was met"
    );
    let csv = csv
        .replace("反映问题", "走访时间")
        .replace("用工难", "2025-03-01");
    let found = of_text("走访问题.csv", csv.as_bytes());
    assert_eq!(found.tables[0].ledger, "visit");
}

#[test]
fn a_list_may_name_leads_and_say_no_more() {
    check(&Stranger {
        file: "名单.xlsx",
        sheets: &[
            (
                "目标企业",
                "招商目标企业名单\n序号,企业名称,所在地\n1,甲公司,上海\n2,乙公司,苏州",
                &["A1:C1"],
            ),
            (
                "在谈",
                "在谈项目清单\n序号,项目名称\n1,丙项目\n2,丁项目",
                &["A1:B1"],
            ),
            (
                "任务",
                "2025年招商目标任务分解表\n序号,单位名称,目标（个）\n1,商务局,3",
                &["A1:C1"],
            ),
        ],
        tables: &["目标企业 lead 2 2", "在谈 lead 2 2"],
        records: &[
            "lead.enterprise=甲公司 lead.source_region=上海",
            "lead.enterprise=乙公司",
            "lead.name=丙项目",
            "lead.name=丁项目",
        ],
    });
}

#[test]
fn the_firms_head_is_none_of_us() {
    let csv = "日期,拜访企业,地点,对方人员,企业负责人,我方人员,洽谈内容\n\
               2025-03-05,甲公司,上海,王总,李总,张伟,项目\n";
    let found = of_text("拜访.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "visit.responsible_person"), "");
    assert_eq!(shown(row, "visit.their_people"), "王总");
}

#[test]
fn a_list_of_what_was_completed_in_a_year_needs_no_days() {
    const TABLE: &str = "2024年竣工投产项目一览表\n\
         序号,项目名称,建设内容,总投资（亿元）\n\
         1,甲项目,年产1000台设备,2\n\
         2,乙项目,新建厂房2栋,3";
    let of = |sheets: &'static [_], records: &'static [_]| Stranger {
        file: "一览表.xlsx",
        sheets,
        tables: &["Sheet1 key_project 2 2"],
        records,
    };
    let stranger = of(
        &[("Sheet1", TABLE, &[])],
        &[
            "key_project.ledger_kind=finished key_project.completion_date=2024-01-01/year",
            "project.name=乙项目 key_project.completion_date=2024-01-01/year",
        ],
    );
    check(&stranger);
    let told: Vec<_> = problems(&stranger).iter().map(|one| one.reason).collect();
    assert_eq!(told, ["completed_by_title"]);
    // Those of several years were not all completed in the last.
    let stranger = of(
        &[(
            "Sheet1",
            "截至2024年竣工投产项目一览表\n\
             序号,项目名称,建设内容,总投资（亿元）\n\
             1,甲项目,年产1000台设备,2\n\
             2,乙项目,新建厂房2栋,3",
            &[],
        )],
        &[
            "key_project.ledger_kind=finished key_project.completion_date=",
            "key_project.ledger_kind=finished key_project.completion_date=",
        ],
    );
    check(&stranger);
    let told: Vec<_> = problems(&stranger).iter().map(|one| one.reason).collect();
    assert_eq!(told, ["finished_without_day"; 2]);
}
