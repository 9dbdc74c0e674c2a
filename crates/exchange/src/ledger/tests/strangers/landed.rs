//! Projects that have settled, leads that were signed, and two tables of what
//! came of them side by side.

use super::{Stranger, check, problems};

#[test]
fn two_tables_may_stand_beside_each_other_with_headings_of_their_own() {
    check(&Stranger {
        file: "2023年10月进展.xlsx",
        sheets: &[(
            "Sheet1",
            "2023年10月招商项目进展,,,,,,,,\n\
             新签约项目,投资方,引资额(亿元),签约日期,,新开工项目,建设单位,总投资(亿元),开工日期\n\
             甲项目,甲半导体装备有限公司,8,2023.10.8,,丙减速机项目,丙精工有限公司,2.4,2023.10.12\n\
             乙项目,乙储能科技有限公司,12,2023.10.20,,丁制剂项目,丁制药有限公司,3.5,2023.10.25",
            &["A1:I1"],
        )],
        tables: &["Sheet1 signing 2 2", "Sheet1 key_project 2 2"],
        records: &[
            "project.name=甲项目 agreement.contract_capital=800000000 project.project_company=",
            "project.name=乙项目 agreement.contract_capital=1200000000 project.project_company=",
            "project.name=丙减速机项目 project.project_company=丙精工有限公司 key_project.total_investment=240000000 key_project.start_date=2023-10-12",
            "project.name=丁制剂项目 project.project_company=丁制药有限公司 key_project.start_date=2023-10-25",
        ],
    });
}

#[test]
fn projects_that_have_settled_are_no_leads() {
    check(&Stranger {
        file: "附件.xlsx",
        sheets: &[(
            "Sheet1",
            "2023年新落地项目登记表,,,,,,,\n\
             序号,项目名称,落地企业名称,注册资本（万元）,投资股东,股东所在地,投资总额（亿元）,引荐人（单位）\n\
             1,甲项目,甲半导体（齐州）有限公司,5000,甲装备有限公司,上海,8.6,县商会\n\
             2,乙项目,乙精工（齐州）有限公司,3000,乙机械有限公司,无锡,2.4,县商会",
            &["A1:H1"],
        )],
        tables: &["Sheet1 project 2 2"],
        records: &[
            "project.name=甲项目 project.project_company=甲半导体（齐州）有限公司 project.investor=甲装备有限公司 project.source_region=上海 project.total_investment=860000000",
            "project.name=乙项目",
        ],
    });
}

#[test]
fn what_was_signed_of_a_lead_is_told() {
    let stranger = Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "Sheet1",
            "2023年线索转化情况表,,,,,\n\
             企业名称,线索登记时间,意向投资（亿元）,转化阶段,签约时间,签约金额（亿元）\n\
             甲装备有限公司,2023.1.5,8.6,签约,2023.3.21,8\n\
             乙机械有限公司,2023.2.9,2.4,在谈,,",
            &["A1:F1"],
        )],
        tables: &["Sheet1 lead 2 2"],
        records: &[
            "lead.enterprise=甲装备有限公司 lead.planned_investment=860000000 lead.progress=签约",
            "lead.enterprise=乙机械有限公司 lead.progress=在谈",
        ],
    };
    check(&stranger);
    let told = problems(&stranger).into_iter();
    let told: Vec<String> = told
        .filter(|one| one.reason == "signing_not_read")
        .map(|one| one.raw)
        .collect();
    assert_eq!(told, ["签约时间、签约金额（亿元）"]);
}

#[test]
fn who_came_may_be_of_no_firm() {
    check(&Stranger {
        file: "客户登记.xlsx",
        sheets: &[(
            "Sheet1",
            "到访日期,招商方式,信息来源,招商人员,客户姓名,联系电话,主营行业,来访人数,跟进情况,客户最关心的问题\n\
             2023-01-12,以商招商,网络,张甲,李乙,15400000001,装备,3,意向较强,租金\n\
             2023-02-20,以商招商,网络,张甲,王丙,15400000002,装备,2,意向较强,租金",
            &[],
        )],
        tables: &["Sheet1 visit 1 2"],
        records: &[
            "visit.visit_date=2023-01-12 visit.our_people=张甲 visit.their_people=李乙 visit.their_phone=15400000001 visit.industry=装备 visit.content=租金",
            "visit.their_people=王丙",
        ],
    });
}

#[test]
fn buildings_with_their_land_are_no_parcels() {
    check(&Stranger {
        file: "资产.xlsx",
        sheets: &[(
            "Sheet1",
            "国有闲置资产招商推介表,,,,,,,,\n\
             编号,资产名称,资产类型,坐落,土地面积（㎡）,建筑面积（㎡）,权属单位,现状,起租价\n\
             ZC-1,原棉纺厂1号车间,厂房,滨河路6号,6600,5600,国资公司,空置,8元/㎡·月\n\
             ZC-2,科创大厦B座,写字楼,科创路1号,3000,12000,产投集团,空置,25元/㎡·月",
            &["A1:I1"],
        )],
        tables: &["Sheet1 factory_unit 2 2"],
        records: &[
            "factory_unit.name=原棉纺厂1号车间 factory_unit.floor_area=5600sqm factory_unit.owner=国资公司 factory_unit.state=vacant",
            "factory_unit.name=科创大厦B座 factory_unit.floor_area=12000sqm",
        ],
    });
}
