//! Signing, talks and lead ledgers that tell amounts in sentences, label the
//! sides of an agreement, or keep those that ended on a page of their own.

use super::{Stranger, check, of_text, problems, shown};

#[test]
fn amounts_are_taken_from_the_description_where_no_column_has_them() {
    let stranger = Stranger {
        file: "简介.xlsx",
        sheets: &[(
            "签约",
            "2024年集中签约项目简介（5月18日签约仪式）\n\
             序号,项目名称,投资方,项目简介,落户地\n\
             1,卫浴项目,开平卫浴示例有限公司,项目计划总投资2.5亿元，用地60亩，建设智能卫浴生产线。,东区\n\
             2,饮品项目,台湾酵素示例股份有限公司,总投资800万美元，租用厂房6000平方米。,西区\n\
             3,型钢项目,唐山冷弯示例有限公司,由唐山冷弯投资建设，总投资约6000万元，其中设备2000万元。,东区\n\
             4,检测项目,苏州检测示例有限公司,建设检测平台。,东区",
            &["A1:E1"],
        )],
        tables: &["签约 signing 2 4"],
        records: &[
            "project.total_investment=250000000 agreement.sign_date=2024-05-18",
            "project.total_investment=8000000USD",
            "project.total_investment=60000000~",
            "project.total_investment=",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    let from_words = told.iter().filter(|one| one.reason == "amount_in_words");
    assert_eq!(from_words.count(), 3);
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索",
            "2024年招商线索登记表\n\
             序号,企业名称,项目内容,收到时间,跟进专班\n\
             1,宁波磁材示例有限公司,拟投资3亿元建设磁材产线,2024-09-02,新材料专班",
            &["A1:E1"],
        )],
        tables: &["线索 lead 2 1"],
        records: &["lead.planned_investment= lead.reporting_unit=新材料专班"],
    });
}

#[test]
fn both_sides_are_labelled_and_agreements_have_numbers() {
    let found = of_text(
        "协议清单2023.csv",
        "2023年度协议签订情况清单\n\
         编号,协议名称,签约双方,协议金额,签订日期\n\
         XY-01,智慧停车项目投资协议,\"甲方：某园区管委会\n乙方：深圳停车示例有限公司\",3200万元,2023.2.17\n\
         XY-02,智慧停车项目补充协议,甲方：某园区管委会 乙方：深圳停车示例有限公司,800万元,2023.11.30\n"
            .as_bytes(),
    );
    let said = |row: usize, field: &str| shown(&found.tables[0].rows[row], field);
    for row in [0, 1] {
        assert_eq!(said(row, "enterprise.name"), "深圳停车示例有限公司");
        assert_eq!(said(row, "project.name"), "智慧停车项目");
        assert_eq!(said(row, "project.project_no"), "");
    }
    assert_eq!(said(1, "agreement.agreement_no"), "XY-02");
}

#[test]
fn what_ended_stands_on_a_page_of_its_own() {
    check(&Stranger {
        file: "2023总台账.xlsx",
        sheets: &[
            (
                "签约",
                "2023年签约项目\n\
                 序号,项目,投资方,引资额（万元）,签约时间\n\
                 1,门窗项目,佛山门窗示例有限公司,12000,2023.2.3",
                &["A1:E1"],
            ),
            (
                "流失项目",
                "表4：流失项目\n\
                 序号,项目,投资方,引资额（万元）,签约时间,流失原因\n\
                 1,乳胶项目,青岛乳胶示例有限公司,8000,2023.3.3,要素成本",
                &["A1:F1"],
            ),
        ],
        tables: &["签约 signing 2 1", "流失项目 signing 2 1"],
        records: &[
            "agreement.voided=",
            "!agreement.voided=true agreement.contract_capital=80000000",
        ],
    });
}

#[test]
fn the_approved_amount_is_the_one_below_its_heading() {
    check(&Stranger {
        file: "核定.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目合同额核定表\n\
             序号,新签项目,企业,签约日期,合同总投资（万元）,,合同引资额（万元）,\n\
             ,,,,原报,核定,原报,核定\n\
             1,铸造项目,温州阀体示例有限公司,2024.2.8,15000,12000,15000,11000",
            &[
                "A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2",
            ],
        )],
        tables: &["签约 signing 2,3 1"],
        records: &[
            "project.name=铸造项目 agreement.contract_total=120000000 agreement.contract_capital=110000000",
        ],
    });
}

#[test]
fn an_assistant_is_no_surname() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索库",
            "产业链招商线索库\n\
             序号,目标客商,意向内容,投资规模（亿元）,线索提供,提供时间,客商联系人\n\
             1,宁波磁材示例有限公司,磁材产线,5,宁波商会,2024-09,董助 水某 15400000711",
            &["A1:G1"],
        )],
        tables: &["线索库 lead 2 1"],
        records: &["contact.name=水某 contact.duty=董助 lead.introducer=宁波商会"],
    });
}
