//! Headings that say in other words what a ledger asks for.

use super::of_text;

/// What the field has in each row of a csv file with these headings and rows.
fn values(file: &str, text: &str, field: &str) -> (&'static str, Vec<String>) {
    let found = of_text(file, text.as_bytes());
    let table = &found.tables[0];
    let rows = table.rows.iter().map(|row| super::shown(row, field));
    (table.ledger, rows.collect())
}

#[test]
fn the_day_of_signing_is_the_one_on_which_it_was_signed() {
    let signed = |heads: &str, first: &str, second: &str| {
        let text = format!(
            "项目名称,投资方,引资额（亿元）,{heads}\n\
             甲项目,甲公司,8.6,{first}\n\
             乙项目,乙公司,15,{second}\n"
        );
        values("2023年签约项目.csv", &text, "agreement.sign_date")
    };
    for (heads, first, second, wanted) in [
        (
            "意向签约,正式签约",
            "2022.11.3,2023.1.16",
            "2023.3.21,",
            ["2023-01-16", ""],
        ),
        (
            "签约时间,实际签约时间",
            "2023-01-05,2022-12-28",
            "2023-06-30,2023-06-20",
            ["2022-12-28", "2023-06-20"],
        ),
        (
            "实际签约日期,签约统计日期",
            "2022-12-28,2023-01-05",
            "2023-06-20,2023-06-30",
            ["2022-12-28", "2023-06-20"],
        ),
    ] {
        let (ledger, found) = signed(heads, first, second);
        assert_eq!(ledger, "signing", "{heads}");
        assert_eq!(found, wanted, "{heads}");
    }
}

#[test]
fn what_was_audited_is_what_counts_of_a_payment() {
    for head in ["审计核定额", "审计认定额", "审计认定金额"] {
        let text = format!(
            "项目名称,投资方,到位时间,申报到位额（万元）,{head}（万元）\n\
             甲项目,甲公司,2023.3.1,4800,4110\n"
        );
        let found = values("2023年到位资金.csv", &text, "payment.recognised_amount");
        assert_eq!(found, ("payment", vec!["41100000".to_owned()]), "{head}");
    }
}

#[test]
fn what_is_left_of_parcels_is_to_be_supplied() {
    let text = "宗地号,项目名称,土地坐落,供应面积（公顷）\n\
                G-02,甲项目,纬二路,10\n";
    let found = values("2023年项目供地明细.csv", text, "parcel.land_area");
    assert_eq!(found, ("parcel", vec!["10hectare".to_owned()]));
    let text = "地块,位置,规划面积（亩）,已出让（亩）,剩余可出让（亩）\n\
                D-01,城北,3000,1900,300\n\
                D-02,城南,1500,500,100\n";
    let found = values("工业园区土地利用台账.csv", text, "parcel.land_area");
    assert_eq!(found.1, ["300mu", "100mu"]);
}

#[test]
fn works_done_without_a_time_may_be_those_since_they_began() {
    for head in ["完成投资", "已完成投资", "实际完成投资"] {
        let text = format!(
            "2023年市级重点项目进展表\n单位：万元\n\
             项目名称,级别,开工时间,总投资,2023年计划投资,{head},进展\n\
             甲项目,市级,2022-10-01,30000,4000,26000,设备安装\n"
        );
        let found = values("重点项目.csv", &text, "key_project.cumulative_investment");
        assert_eq!(found.1, ["260000000"], "{head}");
        let text = text.replace("26000", "3900");
        let field = "key_project.annual_completed_investment";
        assert_eq!(
            values("重点项目.csv", &text, field).1,
            ["39000000"],
            "{head}"
        );
    }
}

#[test]
fn what_is_counted_in_dollars_has_a_rate_to_dollars() {
    let text = "企业名称,外方股东,到资日期,到资币种,到资金额（万）,折美元（万美元）,汇率\n\
                甲公司,乙公司,2023-03-09,欧元,500,540,1.08\n\
                丙公司,丁公司,2023-09-01,港元,1560,200,0.128\n";
    let found = values("到资.csv", text, "payment.paid_in");
    assert_eq!(found.1, ["5400000USD", "2000000USD"]);
    assert_eq!(values("到资.csv", text, "payment.rate").1, ["", ""]);
    let text = "项目名称,签约企业,签约日期,币种,合同外资（万）,折美元（万）,汇率\n\
                甲项目,乙公司,2023-03-09,欧元,500,540,1.08\n";
    let found = values("签约.csv", text, "agreement.contract_capital");
    assert_eq!(found.1, ["5400000USD"]);
}
