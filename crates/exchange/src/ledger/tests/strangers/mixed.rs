//! Ledgers of townships and zones whose columns are put otherwise: money from
//! abroad beside money from home, days done among days planned, two tables on
//! one page.

use super::{Stranger, check, of_text, shown};

#[test]
fn money_from_abroad_under_a_part_of_its_own() {
    check(&Stranger {
        file: "柳河镇2024年招商引资签约项目明细.xlsx",
        sheets: &[(
            "明细",
            "附件2\n\
             柳河镇2024年招商引资新签约项目明细表\n\
             序号,项目基本情况,,,资金情况,,,签约情况,,备注\n\
             ,项目名称,投资方,,协议总投资,利用市外资金,其中外资,签约日期,协议名称,\n\
             ,,名称,来自,亿元,万元,万美元,,,\n\
             一、制造业（2个）\n\
             1,导轨项目,上海甲轨道有限公司,上海,1.5,12000,,2024.1.18,投资协议书,\n\
             2,耗材项目,丙医疗（香港）有限公司,香港,2,,1500,2024.4.9,投资协议书,按7.1折算\n\
             ,小计,,,3.5,12000,1500\n\
             总 计,,,,3.5,12000,1500",
            &[
                "A3:A5", "B3:D3", "E3:G3", "H3:I3", "J3:J5", "B4:B5", "C4:D4", "H4:H5", "I4:I5",
            ],
        )],
        tables: &["明细 signing 3,4,5 2"],
        records: &[
            "project.source_region=上海 agreement.contract_total=150000000 agreement.contract_capital=120000000 agreement.sign_date=2024-01-18 agreement.agreement_type=formal",
            "agreement.contract_capital=15000000USD agreement.sign_date=2024-04-09 agreement.contract_total=200000000",
        ],
    });
}

#[test]
fn capital_from_home_beside_capital_from_abroad() {
    check(&Stranger {
        file: "某高新区签约情况（2024）.xlsx",
        sheets: &[(
            "Sheet1",
            "高新区2024年签约项目\n\
             序号,项目名称,投资方,协议总投资（亿元）,内资额（亿元）,外资,,签约时间,合同类别,部门负责人,招商专员\n\
             ,,,,,总额（万美元）,其中设备,,,,\n\
             1,芯片项目,甲公司,5,3,2800,1000,2024.3.2,投资合同,张部长,小王\n\
             2,材料项目,乙公司,2,2,,,2024.5.6,投资合同,张部长,小李\n\
             ,,,7,5",
            &["F2:G2"],
        )],
        tables: &["Sheet1 signing 2,3 2"],
        records: &[
            "agreement.contract_total=500000000 agreement.contract_capital=300000000 agreement.note=总额（万美元）：2800 project.service_officer=小王",
            "agreement.contract_capital=200000000 agreement.note= project.service_officer=小李",
        ],
    });
}

#[test]
fn what_is_done_among_what_is_planned() {
    check(&Stranger {
        file: "经开区2024年在建重点项目推进台账（10月）.xlsx",
        sheets: &[(
            "在建",
            "经开区2024年在建重点项目推进台账\n\
             截至2024年10月31日,,,,,,,,,,单位：万元\n\
             序,项目名称,项目等级,建设性质,总投资,年度投资,,,工期,,,形象进度\n\
             ,,,,,年度计划,累计完成,完成率,开工时间,竣工时间,投产时间,\n\
             1,光伏组件项目,省重点,续建,120000,50000,42000,84%,2022.6,2024.9,2024.11,已投产\n\
             2,电梯部件园,市重点,新建,58000,30000,21000,70%,2024.3,2025.6,2025.9,主体施工\n\
             合计,,,,178000,80000,63000",
            &["F3:H3", "I3:K3"],
        )],
        tables: &["在建 key_project 3,4 2"],
        records: &[
            "key_project.completion_date=2024-09-01/month key_project.production_date=2024-11-01/month key_project.annual_completed_investment=420000000 key_project.cumulative_investment=",
            "key_project.completion_date= key_project.production_date= key_project.planned_completion_date=2025-06-01/month key_project.planned_production_date=2025-09-01/month key_project.total_investment=580000000",
        ],
    });
}

#[test]
fn what_is_to_be_invested_without_a_year_is_the_whole() {
    check(&Stranger {
        file: "乡镇拟建项目摸底2024.xlsx",
        sheets: &[(
            "摸底",
            "乡镇/部门,拟建项目名称,产业类别,计划投资额（亿元）,目前状态,预计开工（月）\n\
             A镇,甲项目,电梯,1.5,办理环评,7\n\
             ,乙项目,医药,2,选址,11",
            &["A2:A3"],
        )],
        tables: &["摸底 key_project 1 2"],
        records: &[
            "key_project.total_investment=150000000 key_project.annual_plan_investment= key_project.planned_start_date=2024-07-01/month key_project.responsible_unit=A镇",
            "key_project.total_investment=200000000 key_project.responsible_unit=A镇",
        ],
    });
}

#[test]
fn two_tables_of_two_kinds_beside_each_other() {
    check(&Stranger {
        file: "2024年签约与线索双表.xlsx",
        sheets: &[(
            "Sheet1",
            "2024年签约项目,,,,,,2024年招商线索\n\
             项目名称,投资方,协议投资额（万元）,签约日期,协议类型,,企业名称,首报时间,报送单位,拟投资额（亿元）,是否有效\n\
             甲项目,甲公司,12000,2024.3.1,投资合同,,子公司,2024.2.2,一局,1.5,是\n\
             乙项目,乙公司,8000,2024.5.6,投资合同,,丑公司,2024.3.3,二局,0.5,否\n\
             ,,,,,,寅公司,2024.6.6,二局,2,是",
            &[],
        )],
        tables: &["Sheet1 signing 2 2", "Sheet1 lead 2 3"],
        records: &[
            "agreement.contract_total=120000000 agreement.voided=",
            "agreement.contract_total=80000000 agreement.voided=",
            "lead.enterprise=子公司 lead.planned_investment=150000000 lead.is_effective=true",
            "lead.enterprise=丑公司 lead.is_effective=false",
            "lead.enterprise=寅公司 lead.reported_at=2024-06-06",
        ],
    });
}

#[test]
fn a_firm_with_its_person_in_one_cell() {
    check(&Stranger {
        file: "签约（2022年度）.xlsx",
        sheets: &[(
            "签约",
            "项目名称,引进单位,投资企业及联系人电话,投资规模,签订时间\n\
             甲项目,招商一局,甲电机有限公司 王强 15400000041,总投资2.5亿元，其中固投1.8亿元,二〇二二年三月十二日\n\
             乙项目,招商二局,乙材料有限公司李四15400000042,3000万美元,2022年9月\n\
             丙项目,招商二局,丙公司,5个亿,22.11.30\n\
             无",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "enterprise.name=甲电机有限公司 contact.name=王强 contact.mobile=15400000041 agreement.contract_total=250000000 agreement.sign_date=2022-03-12",
            "enterprise.name=乙材料有限公司 contact.name=李四 contact.mobile=15400000042 agreement.contract_total=30000000USD",
            "enterprise.name=丙公司 contact.name= agreement.contract_total=500000000 agreement.sign_date=2022-11-30",
        ],
    });
}

#[test]
fn whom_to_call_under_one_heading() {
    check(&Stranger {
        file: "招商线索汇总（2024年1-6月）.xlsx",
        sheets: &[(
            "汇总",
            "报送单位,企业信息,,项目信息,,上报日期,是否有效,联系方式,\n\
             ,企业全称,所在城市,拟投项目,投资额（亿元）,,,联系人,电话\n\
             驻沪办,上海甲医药股份有限公司,上海,原料药基地,5,2024.1.8,是,王总,15400000021\n\
             驻苏办,昆山丁精密有限公司,昆山,精密件,暂未明确,2024.6.30,√,赵,15400000022",
            &["B1:C1", "D1:E1", "H1:I1"],
        )],
        tables: &["汇总 lead 1,2 2"],
        records: &[
            "lead.name=原料药基地 contact.name=王总 contact.mobile=15400000021 lead.planned_investment=500000000",
            "contact.name=赵 contact.mobile=15400000022 lead.planned_investment=<pending>",
        ],
    });
}

#[test]
fn who_receives_and_who_leads_the_guests() {
    check(&Stranger {
        file: "来访接待情况表2024年.xlsx",
        sheets: &[(
            "9月",
            "2024年9月客商来访接待情况\n\
             日期,来访客商单位,来访人数,带队人,考察点,接待领导,洽谈内容\n\
             3,北京甲资本管理有限公司,5,孙总,标准厂房,李区长,基金合作",
            &[],
        )],
        tables: &["9月 visit 2 1"],
        records: &[
            "visit.visit_date=2024-09-03 visit.leader=李区长 visit.their_people=孙总 visit.visit_type=reception",
        ],
    });
}

#[test]
fn partners_and_parcels_by_their_usual_headings() {
    check(&Stranger {
        file: "招商合作机构名录.xlsx",
        sheets: &[(
            "名录",
            "委托招商合作机构名录\n\
             序号,机构名称,机构类型,联系人,联系电话,合作起始,备注\n\
             1,甲招商咨询有限公司,第三方机构,王五,15400000031,2023年1月,续签",
            &[],
        )],
        tables: &["名录 partner 2 1"],
        records: &["partner.name=甲招商咨询有限公司 partner.contact_name=王五"],
    });
    check(&Stranger {
        file: "可供地块清单.xlsx",
        sheets: &[(
            "地块",
            "工业用地储备地块清单\n\
             编号,坐落,面积（亩）,土地用途,容积率,供地状态,拟引进项目\n\
             G-01,新元大街北,50,工业,1.2,净地,甲项目",
            &[],
        )],
        tables: &["地块 parcel 2 1"],
        records: &["parcel.parcel_no=G-01 parcel.place=新元大街北 parcel.land_area=50mu"],
    });
}

#[test]
fn a_further_phase_has_its_own_part_of_the_year() {
    check(&Stranger {
        file: "县重点项目周调度（第45周）2024.xlsx",
        sheets: &[(
            "周调度",
            "县级以上重点项目周调度表\n\
             日期：2024年11月8日    单位：亿元\n\
             序号,项目名称,期别,级别,类别,总投资,年度计划投资,1-10月完成投资,占年度计划%,本周进展\n\
             1,甲产业园,一期,省级,续建,10,2,1.8,90,设备安装\n\
             ,,二期,,,5,1,0.2,20,土方开挖\n\
             2,丙仓储,,县级,新建,1.01,0.8,0.61,76.25,装修",
            &["A4:A5", "B4:B5", "D4:D5", "E4:E5"],
        )],
        tables: &["周调度 key_project 3 3"],
        records: &[
            "key_project.total_investment=1000000000 key_project.annual_plan_investment=200000000 key_project.annual_completed_investment=180000000",
            "!key_project.total_investment=500000000 key_project.annual_plan_investment=100000000 key_project.annual_completed_investment=20000000",
            "key_project.key_level=county key_project.annual_completed_investment=61000000",
        ],
    });
}

#[test]
fn a_mark_that_never_closes_joins_no_rows_of_a_text() {
    let text = "项目名称,投资商,引进资金(万元),签约年月,协议性质\r\n\
                甲项目,\"甲\r\n公司\",9000,2023.9,投资合同\r\n\
                乙项目,\"乙公司,4000,2023.11,投资合同\r\n\
                丙项目,丙公司,\"1,000.5\",2023.12,投资合同\r\n";
    let found = of_text("签约2023.csv", text.as_bytes());
    let rows = &found.tables[0].rows;
    let shown: Vec<String> = rows
        .iter()
        .map(|row| {
            let amount = shown(row, "agreement.contract_capital");
            format!("{} {} {amount}", row.row, shown(row, "enterprise.name"))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "2 甲公司 90000000",
            "3 \"乙公司 40000000",
            "4 丙公司 10005000"
        ]
    );
    let odd = &found.problems[0];
    assert_eq!(
        (odd.reason, odd.row, odd.column.as_str(), odd.raw.as_str()),
        ("quote_unbalanced", 3, "B", "\"乙公司")
    );
}
