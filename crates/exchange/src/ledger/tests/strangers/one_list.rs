//! Tables that say again, or together, what others say apart: contracts with what
//! was paid of them, the sums of buildings beside their rooms, a sheet of all.

use super::{Stranger, check, problems};

#[test]
fn what_was_signed_and_paid_of_it_stands_in_one_list() {
    const ROWS: &str = "\n1,齿轮箱项目,甲公司,2024-02-03,1,0.9,2024-03-01,500,P-1\n\
                        2,变速器项目,乙公司,2024-04-01,3,2,2024-05-09,1000,P-3\n\
                        3,冷却塔项目,丙公司,2024-05-01,0.6,0.5,,,";
    const HEADS: &str = "序号,项目名称,投资方,签约日期,合同投资额（亿元）,利用外地资金（亿元）,到资日期,到资金额（万元）,凭证";
    for title in ["2024年招商引资签约及到资情况", "2024年招商项目情况表"]
    {
        let text = format!("{title}\n{HEADS}{ROWS}");
        let stranger = Stranger {
            file: "台账.xlsx",
            sheets: &[("台账", &text, &["A1:I1"])],
            tables: &["台账 signing 2 3"],
            records: &[
                "project.name=齿轮箱项目 agreement.contract_total=100000000 agreement.contract_capital=90000000",
                "agreement.sign_date=2024-04-01 agreement.contract_capital=200000000",
                "agreement.contract_capital=50000000",
            ],
        };
        check(&stranger);
        let told = problems(&stranger);
        assert!(told.iter().any(|one| one.reason == "paid_in_not_read"));
    }
    let text = format!("2024年到位资金明细\n{HEADS}{ROWS}");
    let payments = Stranger {
        file: "台账.xlsx",
        sheets: &[("台账", &text, &["A1:I1"])],
        tables: &["台账 payment 2 3"],
        records: &[
            "payment.paid_in=5000000 payment.voucher_no=P-1",
            "payment.paid_in=10000000",
            "payment.paid_in=",
        ],
    };
    check(&payments);
    let told = problems(&payments);
    assert!(told.iter().any(|one| one.reason == "signing_not_read"));
}

#[test]
fn sums_of_buildings_beside_their_rooms_are_no_units() {
    const ROOMS: &str = "楼号,房号,建筑面积（㎡）,承租企业,租赁面积（㎡）\n\
                         A1,101,1000,甲公司,1000\nA1,102,800,,\nA2,101,1200,乙公司,600";
    const SUMS: &str = "园区,楼号,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                        东园,A1,1800,1000,800\n东园,A2,1200,600,600\n合计,,3000,1600,1400";
    const OTHER: &str = "园区,楼号,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                         西园,A1,2000,1000,1000\n西园,A2,1500,600,900";
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[("东园", ROOMS, &[]), ("汇总", SUMS, &[])],
        tables: &["东园 factory_unit 1 3"],
        records: &[
            "factory_unit.name=A1_101",
            "factory_unit.name=A1_102",
            "lease.leased_area=600sqm",
        ],
    });
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[("东园", ROOMS, &[]), ("西园", OTHER, &[])],
        tables: &["东园 factory_unit 1 3", "西园 factory_unit 1 2"],
        records: &["", "", "", "lease.leased_area=1000sqm", ""],
    });
}

#[test]
fn a_sheet_of_all_says_again_what_one_other_says() {
    const VISITS: &str = "序号,日期,企业名称,地点\n\
                          1,2024-01-09,甲公司,苏州\n2,2024-01-10,乙公司,苏州\n3,2024-01-15,丙公司,无锡";
    for name in ["全部", "总表", "2024汇总"] {
        check(&Stranger {
            file: "拜访.xlsx",
            sheets: &[("外出拜访", VISITS, &[]), (name, VISITS, &[])],
            tables: &["外出拜访 visit 1 3"],
            records: &[
                "visit.enterprise=甲公司",
                "visit.enterprise=乙公司",
                "visit.enterprise=丙公司",
            ],
        });
    }
    check(&Stranger {
        file: "拜访.xlsx",
        sheets: &[("全部", VISITS, &[]), ("汇总", VISITS, &[])],
        tables: &["全部 visit 1 3", "汇总 visit 1 3"],
        records: &["visit.resident_office="; 6],
    });
}

#[test]
fn parts_of_a_park_are_parks_of_their_own() {
    for (first, second) in [
        ("一、电子产业园（一期）", "二、电子产业园（二期）"),
        ("（一）电子产业园一期", "（二）电子产业园二期"),
        ("1. 电子产业园（东区）", "2. 电子产业园（西区）"),
    ] {
        let text = format!(
            "楼号,建筑面积（㎡）,已租面积（㎡）,承租企业\n{first}\n1#,1000,1000,甲公司\n{second}\n1#,2000,0,"
        );
        let stranger = Stranger {
            file: first,
            sheets: &[("载体", &text, &[])],
            tables: &["载体 factory_unit 1 2"],
            records: &["lease.leased_area=1000sqm", ""],
        };
        check(&stranger);
        let told = problems(&stranger);
        assert!(
            told.iter().all(|one| one.reason != "unit_named_twice"),
            "{first}"
        );
    }
}
