//! Key-project ledgers.

use super::{Stranger, check};

#[test]
fn works_and_plans_in_one_file_with_a_unit_beside_the_date() {
    check(&Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[
            (
                "在建项目",
                "某县2024年重点项目在建台账\n\
                 截至2024年6月30日,,,,,,,,,,,单位：亿元\n\
                 序号,项目名称,建设单位,项目级别,建设性质,总投资,2024年计划完成投资,1-6月完成投资,,开工时间,计划竣工时间,亮灯\n\
                 ,,,,,,,完成额,占年度计划比例,,,\n\
                 一、省级重点项目（1个）\n\
                 1,甲电梯整机项目,甲公司,省重点,续建,12.5,5,3,0.6,2022.5,2025.12,绿\n\
                 二、市级重点项目（1个）\n\
                 3,丙原料药项目,丙公司,市重点,新建,8000万元,5000万元,0.2,0.4,2024.4,2024.11,红\n\
                 合计,,,,,13.3,5.5,3.2",
                &[
                    "A1:L1", "H3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4",
                    "G3:G4", "J3:J4", "K3:K4", "L3:L4",
                ],
            ),
            (
                "拟建项目",
                "序号,项目名称,投资主体,级别,总投资（亿元）,拟开工时间,制约因素\n\
                 1,丁隔膜项目,丁公司,县级,2,2024年9月,用地\n\
                 2,戊控制柜项目,戊公司,县级,1,下半年,资金",
                &[],
            ),
        ],
        tables: &["在建项目 key_project 3,4 2", "拟建项目 key_project 1 2"],
        records: &[
            "key_project.key_level=province key_project.build_nature=continuing key_project.ledger_kind=building key_project.total_investment=1250000000 key_project.annual_plan_investment=500000000 key_project.annual_completed_investment=300000000 key_project.start_date=2022-05-01/month key_project.rag_status=green",
            "key_project.total_investment=80000000 key_project.annual_plan_investment=50000000 key_project.rag_status=red",
            "key_project.ledger_kind=planned key_project.key_level=county key_project.planned_start_date=2024-09-01/month",
            "key_project.planned_start_date=2024-07-01/half_year",
        ],
    });
}
