//! Ledgers that say more in the cell of a firm than its name.

use super::{Stranger, check, of_text, shown};

#[test]
fn a_firm_is_described_beside_its_name() {
    check(&Stranger {
        file: "2024年重点在谈项目台账.xlsx",
        sheets: &[(
            "在谈",
            "2024年重点在谈项目台账\n\
             序号,项目名称,投资方及简介,项目概况,拟投资额（亿元）,首次接洽时间,洽谈进展\n\
             1,电池项目,甲科技有限公司（高新技术企业，注册资本5000万元）,中试线,5,2024.3.6,考察\n\
             2,电梯项目,待定（浙江某电梯部件集团）,引进配套,10,2024.5.6,接触\n\
             3,制剂项目,乙医药有限公司,建设基地,3,2024.4.8,来访",
            &["A1:G1"],
        )],
        tables: &["在谈 lead 2 3"],
        records: &[
            "lead.enterprise=甲科技有限公司 lead.enterprise_profile=高新技术企业，注册资本5000万元",
            "lead.name=电梯项目 lead.enterprise= lead.note=待定（浙江某电梯部件集团）",
            "lead.enterprise=乙医药有限公司 lead.enterprise_profile=",
        ],
    });
}

#[test]
fn a_firm_still_to_be_founded_is_none() {
    check(&Stranger {
        file: "2023年招商引资合同台账.xlsx",
        sheets: &[(
            "2023",
            "合同名称,乙方,签订日期,总投资（万元）,合同类型,项目公司\n\
             曳引机项目投资协议,甲机械有限公司,2023年3月3日,18000,投资协议,山东甲机械有限公司\n\
             注射剂车间项目投资协议,乙药业有限公司,2023年3月28日,26500,投资协议,待注册",
            &[],
        )],
        tables: &["2023 signing 1 2"],
        records: &[
            "enterprise.name=甲机械有限公司 project.project_company=山东甲机械有限公司",
            "enterprise.name=乙药业有限公司 project.project_company=",
        ],
    });
}

#[test]
fn each_firm_with_its_project_is_one_of_several() {
    let csv = "批次,起止时间,城市,带队领导,拜访企业及对接情况\n\
               第1批,2024.1.9-1.11,上海,张主任,1.甲科技有限公司：电驱项目；2.乙科技有限公司：阀门项目\n\
               第2批,2024.3.18-3.20,杭州,张主任,丙机械有限公司：导轨项目\n";
    let found = of_text("2024年外出招商活动.csv", csv.as_bytes());
    let told: Vec<u32> = found.tables[0]
        .rows
        .iter()
        .flat_map(|row| &row.problems)
        .filter(|one| one.reason == "more_than_one_firm")
        .map(|one| one.row)
        .collect();
    assert_eq!(told, [2]);
}

#[test]
fn firms_in_one_cell_say_which_part_they_play() {
    check(&Stranger {
        file: "2023年签约项目明细表.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,项目公司,协议引资额（万元）,签订日期,协议类型\n\
             1,铜箔项目,投资方：甲科技有限公司；项目公司：乙材料有限公司,,90000,2023-2-16,投资合同\n\
             2,模具项目,投资主体：丙模具有限公司；项目公司：丁模具有限公司,戊模具有限公司,8000,2023-3-16,投资合同\n\
             3,封测项目,\"己微电子（深圳）股份有限公司\n（上市公司）\",,9000,2023-4-16,投资合同",
            &[],
        )],
        tables: &["签约 signing 1 3"],
        records: &[
            "enterprise.name=甲科技有限公司 project.project_company=乙材料有限公司",
            "enterprise.name=丙模具有限公司 project.project_company=戊模具有限公司",
            "enterprise.name=己微电子（深圳）股份有限公司",
        ],
    });
    check(&Stranger {
        file: "2023年重点项目台账.xlsx",
        sheets: &[(
            "在建",
            "序号,项目名称,建设单位,总投资（万元）,级别,开工时间\n\
             1,铜箔项目,\"投资方：甲科技有限公司\n项目公司：乙材料有限公司\",90000,市级,2023-2-16\n\
             2,模具项目,丁模具有限公司,18000,市级,2023-3-16",
            &[],
        )],
        tables: &["在建 key_project 1 2"],
        records: &[
            "project.investor=甲科技有限公司 project.project_company=乙材料有限公司",
            "project.project_company=丁模具有限公司",
        ],
    });
}

#[test]
fn a_department_is_no_firm_of_its_people() {
    check(&Stranger {
        file: "通讯录.xlsx",
        sheets: &[(
            "通讯录",
            "序号,姓名,部门,职务,办公电话,手机,微信\n\
             1,张某,办公室,主任,0531-00000001,15400000001,zm001\n\
             2,李某,招商部,经理,0531-00000002,15400000002,lm002",
            &[],
        )],
        tables: &["通讯录 contact 1 2"],
        records: &[
            "contact.name=张某 contact.enterprise= contact.duty=主任 contact.phone=0531-00000001 contact.mobile=15400000001 contact.wechat=zm001 contact.note=部门：办公室",
            "contact.enterprise= contact.note=部门：招商部",
        ],
    });
    check(&Stranger {
        file: "客商通讯录.xlsx",
        sheets: &[(
            "客商",
            "序号,姓名,单位,部门及职务,手机\n\
             1,张某,甲有限公司,投资部经理,15400000001",
            &[],
        )],
        tables: &["客商 contact 1 1"],
        records: &["contact.enterprise=甲有限公司 contact.duty=投资部经理"],
    });
}

#[test]
fn the_capital_of_a_firm_on_a_list_is_no_payment() {
    check(&Stranger {
        file: "名录.xlsx",
        sheets: &[(
            "园区",
            "园区企业名录\n\
             序号,企业名称,企业简称,注册资本（万元）,实缴资本（万元）,员工数,办公电话\n\
             1,甲有限公司,甲公司,1000,500,120,0531-00000001",
            &["A1:G1"],
        )],
        tables: &["园区 enterprise 2 1"],
        records: &[
            "enterprise.name=甲有限公司 enterprise.short_name=甲公司 enterprise.registered_capital=10000000 enterprise.note=实缴资本（万元）：500 enterprise.employees=Number(120)",
        ],
    });
}

#[test]
fn people_of_a_department_with_numbers_are_contacts() {
    for heads in ["序号,姓名,部门,职务,手机号码", "序号,姓名,单位,联络员,手机"]
    {
        let csv = format!("{heads}\n1,张某,办公室,主任,15400000001\n");
        let found = of_text("通讯录.csv", csv.as_bytes());
        let table = &found.tables[0];
        assert_eq!(table.ledger, "contact", "{heads}");
        assert_eq!(shown(&table.rows[0], "contact.name"), "张某", "{heads}");
        assert_eq!(shown(&table.rows[0], "contact.mobile"), "15400000001");
    }
}
