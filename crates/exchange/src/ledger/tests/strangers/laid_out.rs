//! Ledgers laid out otherwise: several records in a row, tables right beside
//! each other, cards, tables that lie across, and names written once.

use super::{Stranger, check, understood};

#[test]
fn several_projects_stand_in_one_row() {
    check(&Stranger {
        file: "2025年签约项目.xlsx",
        sheets: &[(
            "签约",
            "招商单位,项目1,,,项目2,,\n\
             ,名称,签约时间,合同利用资金（亿元）,名称,签约时间,合同利用资金（亿元）\n\
             一局,甲项目,2025-01-05,5,乙项目,2025-02-05,2\n\
             二局,丙项目,2025-03-05,3,,,",
            &["A1:A2", "B1:D1", "E1:G1"],
        )],
        tables: &["签约 signing 1,2 2", "签约 signing 1,2 1"],
        records: &[
            "project.name=甲项目 agreement.contract_capital=500000000 agreement.responsible_unit=一局",
            "project.name=丙项目 agreement.contract_capital=300000000 agreement.responsible_unit=二局",
            "project.name=乙项目 agreement.contract_capital=200000000 agreement.responsible_unit=一局",
        ],
    });
}

#[test]
fn units_and_parcels_stand_right_beside_each_other() {
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "载体",
            "标准厂房,,,,地块,,,\n\
             园区,楼栋,建筑面积（㎡）,出租面积（㎡）,地块编号,位置,面积（亩）,供地状态\n\
             电梯园,1号楼,3000,1000,DK-01,路南,100,净地\n\
             电梯园,2号楼,2000,2000,DK-02,路北,50,已供\n\
             ,,,,DK-03,路东,20,已供",
            &["A1:D1", "E1:H1"],
        )],
        tables: &["载体 factory_unit 2 2", "载体 parcel 2 3"],
        records: &[
            "factory_unit.floor_area=3000sqm lease.leased_area=1000sqm",
            "factory_unit.floor_area=2000sqm lease.leased_area=2000sqm",
            "parcel.parcel_no=DK-01",
            "parcel.parcel_no=DK-02",
            "parcel.parcel_no=DK-03",
        ],
    });
}

#[test]
fn parts_of_a_parcel_are_in_its_area() {
    check(&Stranger {
        file: "地块.xlsx",
        sheets: &[(
            "地块",
            "序号,地块编号,位置,面积（亩）,用途,供地状态\n\
             1,DK-01,路南,100,工业,净地\n\
             ,其中：A区,,60,工业,净地\n\
             ,B区,,40,工业,净地\n\
             2,DK-02,路北,50,工业,已供",
            &[],
        )],
        tables: &["地块 parcel 1 2"],
        records: &[
            "parcel.parcel_no=DK-01 parcel.land_area=100mu",
            "parcel.parcel_no=DK-02 parcel.land_area=50mu",
        ],
    });
}

#[test]
fn cards_of_what_is_finished_are_no_leads() {
    let stranger = Stranger {
        file: "2025年竣工投产项目卡片.xlsx",
        sheets: &[(
            "竣工投产",
            "竣工投产项目信息表,,,\n\
             序号,1,项目,甲基地\n\
             项目公司,甲公司,计划总投资（万元）,30000\n\
             开工时间,2024-05-12,竣工时间,2025-05-20\n\
             投产时间,,责任单位,一局\n\
             竣工投产项目信息表,,,\n\
             序号,2,项目,乙药谷\n\
             项目公司,乙公司,计划总投资（万元）,20000\n\
             开工时间,2024-06-12,竣工时间,2025-06-20\n\
             投产时间,2025-07-01,责任单位,二局",
            &[],
        )],
        tables: &["竣工投产 key_project 2 2"],
        records: &[
            "project.name=甲基地 key_project.completion_date=2025-05-20",
            "project.name=乙药谷 key_project.production_date=2025-07-01",
        ],
    };
    check(&stranger);
    let told = understood(&stranger).problems;
    let told: Vec<&str> = told.iter().map(|one| one.reason).collect();
    assert_eq!(told, ["sheet_of_cards"]);
}

#[test]
fn a_value_that_could_be_a_heading_is_none_where_values_stand() {
    check(&Stranger {
        file: "2025年拜访卡片.xlsx",
        sheets: &[(
            "拜访",
            "企业名称,甲公司,拜访日期,2025-01-05\n\
             拜访类型,电话,对方人员,张总\n\
             洽谈内容,用地,成果,\n\
             企业名称,乙公司,拜访日期,2025-01-06\n\
             拜访类型,外出拜访,对方人员,李总\n\
             洽谈内容,政策,成果,签约意向",
            &[],
        )],
        tables: &["拜访 visit 1 2"],
        records: &[
            "visit.enterprise=甲公司 visit.visit_type=call visit.their_people=张总",
            "visit.enterprise=乙公司 visit.visit_type=visit_out visit.result=签约意向",
        ],
    });
}

#[test]
fn a_project_and_an_office_are_written_once_for_the_rows_below() {
    check(&Stranger {
        file: "2025年到位资金.xlsx",
        sheets: &[(
            "到位资金",
            "项目名称,到位时间,到位金额（万元）,凭证号\n\
             甲项目,2025-01-05,100,A1\n\
             ,2025-02-05,200,A2\n\
             乙项目,2025-03-05,300,A3",
            &[],
        )],
        tables: &["到位资金 payment 1 3"],
        records: &[
            "project.name=甲项目 payment.paid_in=1000000",
            "project.name=甲项目 payment.paid_in=2000000",
            "project.name=乙项目 payment.paid_in=3000000",
        ],
    });
    check(&Stranger {
        file: "2025年招商线索.xlsx",
        sheets: &[(
            "线索",
            "报送单位,企业名称,项目内容,拟投资额（亿元）,首报时间\n\
             上海驻点,甲公司,电梯部件,2,2025-01-05\n\
             ,乙公司,电池,3,2025-01-06\n\
             苏州驻点,丙公司,药,1,2025-01-07",
            &[],
        )],
        tables: &["线索 lead 1 3"],
        records: &[
            "lead.enterprise=甲公司 lead.reporting_unit=上海",
            "lead.enterprise=乙公司 lead.reporting_unit=上海",
            "lead.enterprise=丙公司 lead.reporting_unit=苏州",
        ],
    });
}

#[test]
fn a_title_with_a_year_stands_above_both_tables() {
    check(&Stranger {
        file: "地块台账.xlsx",
        sheets: &[(
            "地块",
            "2023年地块,,,,,,,\n\
             地块号,坐落,面积（亩）,状态,地块号,坐落,面积（亩）,状态\n\
             DK-01,路南,100,净地,DK-03,路南,30,净地\n\
             DK-02,路北,50,已供,DK-04,路北,20,已供",
            &[],
        )],
        tables: &["地块 parcel 2 2", "地块 parcel 2 2"],
        records: &[
            "parcel.parcel_no=DK-01",
            "parcel.parcel_no=DK-02",
            "parcel.parcel_no=DK-03",
            "parcel.parcel_no=DK-04",
        ],
    });
}

#[test]
fn a_table_that_lies_across_may_have_words_of_headings_for_values() {
    check(&Stranger {
        file: "2025年到位资金.xlsx",
        sheets: &[(
            "到位资金",
            "序号,1,2,3\n\
             项目名称,甲项目,乙项目,丙项目\n\
             付款方,甲公司,乙公司,丙公司\n\
             到位日期,2025-01-05,2025-02-05,2025-03-05\n\
             到位金额（万元）,100,200,300\n\
             认定金额（万元）,100,200,300\n\
             资金类别,设备,设备,土地\n\
             凭证编号,A1,A2,A3\n\
             审核状态,认定,认定,认定",
            &[],
        )],
        tables: &["到位资金 payment 1 3"],
        records: &[
            "project.name=甲项目 payment.paid_in=1000000",
            "project.name=乙项目 payment.paid_in=2000000",
            "project.name=丙项目 payment.paid_in=3000000",
        ],
    });
}
