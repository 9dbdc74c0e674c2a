//! Rows and cells that a form, a printer or a program put among the records.

use super::{Stranger, check, of_text, problems};

#[test]
fn what_a_page_carries_over_is_no_record() {
    check(&Stranger {
        file: "2023年签约项目统计表.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目统计表\n\
             序号,项目名称,投资方,签约日期,合同额（万元）\n\
             1,甲项目,杭州甲有限公司,2023-05-18,8600\n\
             ,转下页,,,8600\n\
             ,承上页,,,8600\n\
             2,乙项目,杭州乙有限公司,2023-05-19,5200\n\
             ,页计,,,13800\n\
             ,过下页,,,13800\n\
             ,转次页,,,13800\n\
             ,接上页,,,13800\n\
             ,上页结转,,,13800\n\
             ,合计,,,13800",
            &[],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "project.name=甲项目 agreement.contract_total=86000000",
            "project.name=乙项目 agreement.contract_total=52000000",
        ],
    });
}

#[test]
fn how_a_form_is_filled_in_is_no_record() {
    const FORMS: &[&str] = &[
        "1,如：XX机器人项目,如：XX有限公司,2023-01-01,10000",
        ",（示例）机器人项目,杭州丙有限公司,2023-01-01,10000",
        "1,示例项目,杭州丙有限公司,2023-01-01,10000",
        "1,XX项目,XX有限公司,2023-01-01,10000",
        ",如：XX项目,如：XX公司,格式：2023-01-01,保留两位小数",
        "数字,文本,文本,日期,数值",
        "必填,必填,必填,选填,必填",
    ];
    for form in FORMS {
        let csv = format!(
            "序号,项目名称,投资方,签约日期,合同额（万元）\n{form}\n\
             1,甲项目,杭州甲有限公司,2023-05-18,8600\n"
        );
        let found = of_text("签约.csv", csv.as_bytes());
        let rows = &found.tables[0].rows;
        let rows: Vec<u32> = rows.iter().map(|row| row.row).collect();
        assert_eq!(rows, [3], "{form}");
    }
}

#[test]
fn buttons_noughts_and_apostrophes_say_nothing() {
    let stranger = Stranger {
        file: "2023年签约项目统计表.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目统计表\n\
             序号▼,项目名称▼,投资方▼,签约日期▼,合同额（万元）▼\n\
             1,'甲项目,'杭州甲有限公司,'2023-05-18,'8600\n\
             2,乙项目,0,2023-05-19,5200①\n\
             3,丙项目,0,2023-05-20,−50\n\
             4,,,,0\n\
             5,,,,0",
            &[],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "project.name=甲项目 enterprise.name=杭州甲有限公司 agreement.sign_date=2023-05-18 \
             agreement.contract_total=86000000",
            "project.name=乙项目 enterprise.name= agreement.contract_total=52000000",
            "project.name=丙项目 enterprise.name= agreement.contract_total=-500000",
        ],
    };
    check(&stranger);
    let rows = problems(&stranger);
    assert!(rows.iter().all(|one| one.row < 6), "{rows:?}");
}

#[test]
fn days_as_programs_print_them() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,签约日期,合同额（万元）\n\
             1,甲,甲公司,2023/5/18 上午 9:30:00,1\n\
             2,乙,乙公司,2023·5·19,1\n\
             3,丙,丙公司,Thu May 18 00:00:00 CST 2023,1\n\
             4,丁,丁公司,1684425600000,1\n\
             5,戊,戊公司,18-May-23,1\n\
             6,己,己公司,19-5月-23,1\n\
             7,庚,庚公司,2023-05-19 09:30:00 +0800,1\n\
             8,辛,辛公司,230518,1\n\
             9,壬,壬公司,202305,1",
            &[],
        )],
        tables: &["签约 signing 1 9"],
        records: &[
            "agreement.sign_date=2023-05-18",
            "agreement.sign_date=2023-05-19",
            "agreement.sign_date=2023-05-18",
            "agreement.sign_date=2023-05-19",
            "agreement.sign_date=2023-05-18",
            "agreement.sign_date=2023-05-19",
            "agreement.sign_date=2023-05-19",
            "agreement.sign_date=2023-05-18",
            "agreement.sign_date=2023-05-01/month",
        ],
    });
    let found = of_text(
        "签约.csv",
        "项目名称,投资方,签约日期,合同额（万元）\n甲,甲公司,20230519.0,1\n".as_bytes(),
    );
    let day = super::shown(&found.tables[0].rows[0], "agreement.sign_date");
    assert_eq!(day, "2023-05-19");
}
