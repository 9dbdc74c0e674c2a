//! Ledgers that say in one place what several columns need.

use super::{Stranger, check};

#[test]
fn a_line_names_a_unit_for_each_amount() {
    check(&Stranger {
        file: "2024年重点项目台账.xlsx",
        sheets: &[(
            "台账",
            "2024年全区重点项目推进台账\n\
             总投资单位：亿元；年度投资单位：万元\n\
             序号,项目名称,建设单位,等级,建设性质,投资情况,,\n\
             ,,,,,总投资,2024年计划,1-6月完成\n\
             一、在建项目（2个）\n\
             1,甲电池基地,甲公司,省重点,续建,25.6,80000,41000\n\
             2,丙门机,丙公司,县级,新建,9800万元,6000,—",
            &["A1:H1", "A2:H2", "F3:H3"],
        )],
        tables: &["台账 key_project 3,4 2"],
        records: &[
            "key_project.total_investment=2560000000 key_project.annual_plan_investment=800000000 key_project.annual_completed_investment=410000000",
            "key_project.total_investment=98000000 key_project.annual_plan_investment=60000000 key_project.annual_completed_investment=<not_applicable>",
        ],
    });
}

#[test]
fn an_amount_that_no_named_unit_is_about_is_asked_for() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "签约项目台账\n\
             合同总投资单位：亿元；到位资金单位：万元\n\
             序号,项目名称,投资方,签约时间,合同总投资,引资额,协议类型\n\
             1,甲项目,甲公司,2024-3-1,1.5,12000,投资合同",
            &["A1:G1", "A2:G2"],
        )],
        tables: &["签约 signing 3 1"],
        records: &["agreement.contract_total=150000000 agreement.contract_capital="],
    });
}

#[test]
fn the_firm_stands_in_the_name_of_its_project() {
    check(&Stranger {
        file: "签约情况2024.xlsx",
        sheets: &[(
            "签约",
            "序号,项目（企业）名称,投资规模（万元）,签订时间,其中引进区外资金,类别\n\
             1,智能门机项目（苏州甲梯科技有限公司）,12000,3.8,9000,正式合同\n\
             2,苏州乙药业股份有限公司（上市）,2.5亿元,2024/4/16,1.8亿,投资协议\n\
             3,丙冷链物流园（一期）,8000,6月28日,60000,投资合同",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "project.name=智能门机项目 enterprise.name=苏州甲梯科技有限公司 agreement.project=智能门机项目",
            "enterprise.name=苏州乙药业股份有限公司 agreement.contract_capital=180000000",
            "project.name=丙冷链物流园（一期） enterprise.name=",
        ],
    });
}

#[test]
fn each_part_of_a_day_is_a_visit() {
    check(&Stranger {
        file: "外出招商周活动.xlsx",
        sheets: &[(
            "第23周",
            "2024年第23周外出招商活动表\n\
             日期,星期,上午,,下午,,收获\n\
             ,,地点,对象,地点,对象,\n\
             6月3日,一,苏州工业园区,甲医药,吴江,乙电梯,线索1条\n\
             6月4日,二,昆山,丙汽配,,,\n\
             6月5日,三,,,太仓,丁新材,约定回访",
            &["A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3"],
        )],
        tables: &["第23周 visit 2,3 4"],
        records: &[
            "visit.visit_date=2024-06-03 visit.place=苏州工业园区 visit.enterprise=甲医药",
            "visit.visit_date=2024-06-03 visit.place=吴江 visit.enterprise=乙电梯",
            "visit.visit_date=2024-06-04 visit.place=昆山 visit.enterprise=丙汽配",
            "visit.visit_date=2024-06-05 visit.place=太仓 visit.enterprise=丁新材 visit.result=约定回访",
        ],
    });
}

#[test]
fn english_headings_and_units_are_those_of_our_own_lists() {
    check(&Stranger {
        file: "agreements 2024.xlsx",
        sheets: &[(
            "Agreements",
            "Project,Party,Agreement type,Signed on,Contract total (CNY m),Contract capital (RMB 10000),Voided\n\
             甲项目,甲公司,Formal contract,2024-03-01,150,about 12000,No\n\
             乙项目,乙公司,Framework,2024-04,Pending,at least 800,No\n\
             Total,,,,150,12800,",
            &[],
        )],
        tables: &["Agreements signing 1 2"],
        records: &[
            "project.name=甲项目 enterprise.name=甲公司 agreement.agreement_type=formal agreement.contract_total=150000000 agreement.contract_capital=120000000~",
            "!agreement.sign_date=2024-04-01/month agreement.contract_total=<pending> agreement.contract_capital=8000000~",
        ],
    });
}

#[test]
fn a_month_may_have_nothing() {
    check(&Stranger {
        file: "2023年签约台账（分月）.xlsx",
        sheets: &[
            (
                "1月",
                "1月份签约项目\n\
                 序号,签约日,项目名称,签约企业,合同投资额(万元),合同性质\n\
                 1,5日,阀体加工项目,甲公司,6000,投资合同",
                &["A1:F1"],
            ),
            (
                "2月",
                "2月份签约项目\n\
                 序号,签约日,项目名称,签约企业,合同投资额(万元),合同性质\n\
                 1,本月无,,,,",
                &["A1:F1"],
            ),
        ],
        tables: &["1月 signing 2 1", "2月 signing 2 0"],
        records: &["agreement.sign_date=2023-01-05 agreement.contract_total=60000000"],
    });
}

#[test]
fn what_is_no_formal_contract_is_kept_and_not_counted() {
    check(&Stranger {
        file: "2024年签约台账.csv",
        sheets: &[(
            "签约",
            "2024年招商签约项目台账\n\
             序号,项目名称,投资方,总投资（万元）,引资额（万元）,签约时间,是否签订正式合同\n\
             1,甲减速机项目,甲公司,12000,9000,2024-03-05,是\n\
             2,乙液压阀项目,乙公司,8000,6000,2024-04-11,否",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "project.name=甲减速机项目 agreement.agreement_type=formal",
            "!project.name=乙液压阀项目 agreement.agreement_type=intent agreement.contract_capital=60000000",
        ],
    });
}

#[test]
fn one_column_has_the_level_and_the_kind_of_works() {
    for (head, one, two) in [
        ("级别/性质", "县级/新建", "省级/续建"),
        ("项目级别及建设性质", "县级、新建", "省级 续建"),
        ("项目级别/建设性质", "新建/县级", "续建/省级"),
    ] {
        let text = format!(
            "序号,项目名称,{head},总投资（亿元）,形象进度\n\
             1,甲项目,{one},2,主体施工\n2,乙项目,{two},3,设备安装\n"
        );
        let found = super::of_text("2024年重点项目.csv", text.as_bytes());
        let rows = found.tables.iter().flat_map(|table| &table.rows);
        let shown = rows.map(|row| {
            ["key_level", "build_nature"]
                .map(|field| super::shown(row, &format!("key_project.{field}")))
        });
        let wanted = [["county", "new"], ["province", "continuing"]];
        assert_eq!(shown.collect::<Vec<_>>(), wanted, "{head}");
    }
}

#[test]
fn a_column_of_begun_or_not_tells_the_works() {
    check(&Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[(
            "续建项目",
            "2024年续建重点项目一览表\n\
             序号,项目名称,项目单位,重点项目类别,总投资（亿元）,开工情况,形象进度\n\
             1,甲项目,甲公司,省级重点,1.1,未开工,前期\n\
             2,乙项目,乙公司,市级,8.4,已开工,基础施工",
            &[],
        )],
        tables: &["续建项目 key_project 2 2"],
        records: &[
            "key_project.key_level=province key_project.ledger_kind=planned",
            "key_project.key_level=city key_project.ledger_kind=building key_project.build_nature=continuing",
        ],
    });
}

#[test]
fn a_column_that_tells_the_day_of_the_start_is_one() {
    check(&Stranger {
        file: "2024年重点项目.csv",
        sheets: &[(
            "重点",
            "序号,项目名称,级别,总投资（亿元）,开工情况,形象进度\n\
             1,甲项目,省级,1.1,2023年5月开工,主体施工\n\
             2,乙项目,市级,8.4,2024年3月开工,基础施工",
            &[],
        )],
        tables: &["重点 key_project 1 2"],
        records: &[
            "key_project.start_date=2023-05-01/month",
            "key_project.start_date=2024-03-01/month",
        ],
    });
}
