//! Key projects with days planned beside those that came true.

use super::{Stranger, check};

#[test]
fn days_under_a_plan_are_planned() {
    check(&Stranger {
        file: "节点推进计划.xlsx",
        sheets: &[(
            "节点",
            "2024年重点项目节点计划表\n\
             序号,项目名称,总投资（亿元）,级别,计划时间节点,,,,包保领导\n\
             ,,,,开工,主体封顶,竣工,投产,\n\
             1,航天线缆项目,2.8,市级,2024.5,2024.8,2024.9,2024.12,周某\n\
             2,速冻面米项目,1.1,区级,2024.2,2024.7,2024.9,2024.12,郑某",
            &[
                "A1:I1", "E2:H2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "I2:I3",
            ],
        )],
        tables: &["节点 key_project 2,3 2"],
        records: &[
            "key_project.ledger_kind=planned key_project.planned_start_date=2024-05-01/month key_project.planned_completion_date=2024-09-01/month key_project.planned_production_date=2024-12-01/month key_project.start_date= key_project.completion_date= key_project.production_date=",
            "key_project.ledger_kind=planned key_project.planned_completion_date=2024-09-01/month key_project.completion_date=",
        ],
    });
}

#[test]
fn a_row_of_the_plan_and_one_of_what_came_true_are_one_project() {
    check(&Stranger {
        file: "节点推进.xlsx",
        sheets: &[(
            "节点表",
            "2024年重点项目节点推进计划表（倒排工期）\n\
             序号,项目名称,总投资（亿元）,级别,类别,关键节点时间,,,,,牵头领导\n\
             ,,,,,土地摘牌,施工许可,开工,竣工,投产,\n\
             1,航空复材项目,6.8,市级,计划,2024.2,2024.4,2024.5,2025.6,2025.9,周某\n\
             ,,,,实际,2024.2.26,2024.5.6,2024.5.18,,,\n\
             2,传感器项目,3.5,区级,计划,2024.5,2024.7,2024.8,2025.8,2025.12,吴某\n\
             ,,,,实际,2024.5.30,,,,,\n\
             3,家电项目,1.6,区级,计划,2023.11,2024.1,2024.2,2024.6,2024.8,郑某\n\
             ,,,,实际,2023.11.20,2024.1.22,2024.2.26,2024.7.2,2024.8.20,",
            &[
                "A1:K1", "F2:J2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "K2:K3", "A4:A5",
                "B4:B5", "C4:C5", "D4:D5", "K4:K5", "A6:A7", "B6:B7", "C6:C7", "D6:D7", "K6:K7",
                "A8:A9", "B8:B9", "C8:C9", "D8:D9", "K8:K9",
            ],
        )],
        tables: &["节点表 key_project 2,3 3"],
        records: &[
            "project.name=航空复材项目 key_project.ledger_kind=building key_project.planned_start_date=2024-05-01/month key_project.start_date=2024-05-18 key_project.planned_completion_date=2025-06-01/month key_project.completion_date= key_project.note=实际：土地摘牌2024.2.26，施工许可2024.5.6",
            "project.name=传感器项目 key_project.ledger_kind=planned key_project.planned_start_date=2024-08-01/month key_project.start_date= key_project.planned_production_date=2025-12-01/month key_project.production_date=",
            "project.name=家电项目 key_project.ledger_kind=finished key_project.planned_completion_date=2024-06-01/month key_project.completion_date=2024-07-02 key_project.production_date=2024-08-20",
        ],
    });
}

#[test]
fn a_day_under_an_open_heading_came_true_where_the_project_is_finished() {
    check(&Stranger {
        file: "2024年重点项目.xlsx",
        sheets: &[(
            "在建",
            "序号,项目名称,总投资（亿元）,级别,项目状态,形象进度,开工时间,（预计）竣工时间\n\
             1,航天线缆项目,2.8,市级,竣工,设备已运行,2023.5,2024.6\n\
             2,速冻面米项目,1.1,区级,在建,主体施工,2023.8,2024.12\n\
             3,传感器项目,3.5,区级,在建,竣工,2023.9,2024.9.20",
            &[],
        )],
        tables: &["在建 key_project 1 3"],
        records: &[
            "key_project.completion_date=2024-06-01/month",
            "key_project.planned_completion_date=2024-12-01/month key_project.completion_date=",
            "key_project.completion_date=2024-09-20",
        ],
    });
}
