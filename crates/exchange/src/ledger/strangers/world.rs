//! Ledgers with headings as offices of other places have them.

use super::{Stranger, check, problems};

/// What is told, with its row.
fn told(stranger: &Stranger, reason: &str) -> Vec<u32> {
    let all = problems(stranger).into_iter();
    let own = all.filter(|one| one.reason == reason);
    own.map(|one| one.row).collect()
}

#[test]
fn what_is_recognised_of_a_row_counts_once() {
    check(&Stranger {
        file: "认定.xlsx",
        sheets: &[(
            "认定",
            "2023年招商引资到位资金审核认定表\n\
             单位：万元\n\
             序号,项目名称,投资主体,申报到位资金,,,审核认定金额\n\
             ,,,金额,其中设备,其中土建,\n\
             1,甲项目,甲公司,3000,1000,2000,2800\n\
             2,乙项目,乙公司,2000,800,1200,2000",
            &["A1:G1", "A2:G2", "D3:F3"],
        )],
        tables: &["认定 payment 3,4 2"],
        records: &[
            "payment.paid_in=30000000 payment.recognised_amount=28000000 \
             payment.note=其中设备：1000\n其中土建：2000",
            "payment.paid_in=20000000 payment.recognised_amount=20000000",
        ],
    });
    check(&Stranger {
        file: "认定.xlsx",
        sheets: &[(
            "认定",
            "2023年到位资金认定表（万元）\n\
             序号,项目名称,投资主体,到位时间,到位资金,,,认定金额\n\
             ,,,,合计,设备,土建,\n\
             1,甲项目,甲公司,2023.3.1,3000,1000,2000,2800",
            &["A1:H1", "E2:G2"],
        )],
        tables: &["认定 payment 2,3 1"],
        records: &["payment.paid_in=30000000 payment.recognised_amount=28000000"],
    });
    let several = Stranger {
        file: "认定.xlsx",
        sheets: &[(
            "认定",
            "2023年到位资金认定表（万元）\n\
             序号,项目名称,投资主体,第一笔,,第二笔,,认定金额\n\
             ,,,时间,金额,时间,金额,\n\
             1,甲项目,甲公司,2023.3.1,1000,2023.4.1,500,1500\n\
             2,乙项目,乙公司,2023.3.2,1000,2023.5.1,800,1600\n\
             3,丙项目,丙公司,2023.3.3,700,,,600",
            &["A1:H1", "D2:E2", "F2:G2"],
        )],
        tables: &["认定 payment 2,3 5"],
        records: &[
            "payment.paid_in=10000000 payment.recognised_amount=10000000",
            "payment.paid_in=5000000 payment.recognised_amount=5000000",
            "payment.paid_in=10000000 payment.recognised_amount=",
            "payment.paid_in=8000000 payment.recognised_amount=",
            "payment.paid_in=7000000 payment.recognised_amount=6000000",
        ],
    };
    check(&several);
    assert_eq!(told(&several, "recognised_of_several"), [5]);
}

#[test]
fn a_project_on_several_lists_is_of_the_highest() {
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目表\n\
             项目名称,总投资（万元）,续建/新建,是否市重点,是否省重点\n\
             甲项目,125000,续建,是,是\n\
             乙项目,32000,新建,是,否",
            &["A1:E1"],
        )],
        tables: &["重点 key_project 2 2"],
        records: &[
            "key_project.key_level=province",
            "key_project.key_level=city",
        ],
    });
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目表\n\
             项目名称,总投资（万元）,续建/新建,是否为县级重点项目,是否列入市重点建设项目,是否为省级重点项目\n\
             甲项目,125000,续建,是,是,是\n\
             乙项目,32000,新建,是,否,否\n\
             丙项目,32000,新建,是,是,否",
            &["A1:F1"],
        )],
        tables: &["重点 key_project 2 3"],
        records: &[
            "key_project.key_level=province",
            "key_project.key_level=county",
            "key_project.key_level=city",
        ],
    });
}
