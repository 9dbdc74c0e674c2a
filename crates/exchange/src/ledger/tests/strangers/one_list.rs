//! Tables that say again, or together, what others say apart: contracts with what
//! was paid of them, the sums of buildings beside their rooms, a sheet of all.

use super::{Stranger, check, of_text, problems};

#[test]
fn what_was_signed_and_paid_of_it_stands_in_one_list() {
    const ROWS: &str = "\n1,齿轮箱项目,甲公司,2024-02-03,1,0.9,2024-03-01,500,P-1\n\
                        2,变速器项目,乙公司,2024-04-01,3,2,2024-05-09,1000,P-3\n\
                        3,冷却塔项目,丙公司,2024-05-01,0.6,0.5,,,";
    const HEADS: &str = "序号,项目名称,投资方,签约日期,合同投资额（亿元）,利用外地资金（亿元）,到资日期,到资金额（万元）,凭证";
    for title in ["2024年招商引资签约及到资情况", "2024年招商项目情况表"] {
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
        tables: &["台账 payment 2 2"],
        records: &[
            "payment.paid_in=5000000 payment.voucher_no=P-1",
            "payment.paid_in=10000000",
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

#[test]
fn an_empty_column_parts_two_lists_of_other_headings() {
    check(&Stranger {
        file: "走访.xlsx",
        sheets: &[(
            "表",
            "2024年外出拜访情况,,,,,2024年来访接待情况,,,\n\
             序号,时间,企业,地点,,序号,时间,单位,接待人\n\
             1,2024.1.5,甲公司,上海,,1,2024.1.15,丁公司,李明\n\
             2,2024.2.5,乙公司,上海,,2,2024.2.15,戊公司,李明\n\
             3,2024.3.5,丙公司,苏州,,,,,",
            &["A1:D1", "F1:I1"],
        )],
        tables: &["表 visit 2 3", "表 visit 2 2"],
        records: &[
            "visit.enterprise=甲公司 visit.place=上海",
            "visit.enterprise=乙公司",
            "visit.enterprise=丙公司",
            "visit.enterprise=丁公司 visit.our_people=李明",
            "visit.enterprise=戊公司",
        ],
    });
}

#[test]
fn whom_we_met_is_no_leader_of_ours() {
    check(&Stranger {
        file: "外出招商.xlsx",
        sheets: &[(
            "明细",
            "日期,带队领导,走访企业,会见人及职务,人数\n\
             2024-5-6,王区长,甲公司,陈明 董事长,一行5人\n\
             2024-5-7,王区长,乙公司,,5人左右",
            &[],
        )],
        tables: &["明细 visit 1 2"],
        records: &[
            "visit.leader=王区长 visit.their_people=陈明 visit.their_duty=董事长 visit.head_count=Number(5)",
            "visit.leader=王区长 visit.head_count=Number(5)~",
        ],
    });
    check(&Stranger {
        file: "外出招商.xlsx",
        sheets: &[(
            "明细",
            "计划时间,实际时间,出访地,拜访企业及洽谈对象\n\
             2024.3,2024.3.8,苏州,甲公司董事长陈明\n\
             2024.4,,上海,乙公司（陈总）",
            &[],
        )],
        tables: &["明细 visit 1 2"],
        records: &[
            "visit.visit_date=2024-03-08 visit.enterprise=甲公司 visit.their_people=陈明",
            "visit.visit_date= visit.enterprise=乙公司 visit.their_people=陈总",
        ],
    });
}

#[test]
fn both_days_of_a_lease_stand_where_the_first_is_asked_for() {
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "载体",
            "楼号,房号,建筑面积（㎡）,租赁企业,租赁面积（㎡）,起租日期,到期日期\n\
             A,901,980,甲公司,980,2021.1.1-2023.12.31,\n\
             A,902,500,乙公司,500,2022.1.1,2026.6.30",
            &[],
        )],
        tables: &["载体 factory_unit 1 2"],
        records: &[
            "lease.start_date=2021-01-01 lease.end_date=2023-12-31",
            "lease.start_date=2022-01-01 lease.end_date=2026-06-30",
        ],
    });
}

#[test]
fn what_is_left_of_a_parcel_may_be_named_as_part_of_it() {
    check(&Stranger {
        file: "土地.xlsx",
        sheets: &[(
            "批而未供",
            "地块名称,批准面积（亩）,其中：未供面积（亩）,规划用途\nA-1,50,20,工业\nA-2,30,30,工业",
            &[],
        )],
        tables: &["批而未供 parcel 1 2"],
        records: &["parcel.land_area=20mu", "parcel.land_area=30mu"],
    });
}

#[test]
fn what_can_be_supplied_stands_beside_what_was() {
    check(&Stranger {
        file: "土地.xlsx",
        sheets: &[(
            "储备用地",
            "地块,四至,总面积（亩）,已供,可供,土地状态,意向项目\n\
             东-01,经一路东,300,100,200,净地,氢燃料电池\n\
             东-02,纬二路北,150.5,0,150.5,未拆迁,高端轴承\n\
             南-03,,80,80,0,已供,缓冲器",
            &[],
        )],
        tables: &["储备用地 parcel 1 3"],
        records: &[
            "parcel.land_area=200mu parcel.supply_state=clear",
            "parcel.land_area=150.5mu parcel.supply_state=to_acquire",
            "parcel.land_area=0mu parcel.supply_state=supplied",
        ],
    });
    check(&Stranger {
        file: "在谈.xlsx",
        sheets: &[(
            "在谈项目",
            "序号,项目名称,投资方,拟投资额（亿元）,对接人及职务,我方对接领导,首次对接时间,最近进展,项目来源渠道\n\
             1,轴承,甲公司,5,董秘 郑红,王区长,2024-05-06,合同条款磋商,省商务厅推荐",
            &[],
        )],
        tables: &["在谈项目 lead 1 1"],
        records: &[
            "contact.name=郑红 contact.duty=董秘 lead.responsible_person=王区长 lead.progress=合同条款磋商 lead.lead_source=via_superior",
        ],
    });
}

#[test]
fn floors_measure_no_land() {
    let text = "地块,面积,规划建筑面积（㎡）,土地状态\n东-01,30,20000,净地";
    let found = of_text("储备用地.csv", text.as_bytes());
    let asked = found.tables[0].columns[1].unit;
    assert_eq!(asked, None);
}
