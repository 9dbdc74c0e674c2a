//! Carrier ledgers that say what stands beside what came, went or is meant.

use super::{Stranger, check, of_text, problems, shown};

#[test]
fn a_building_as_a_whole_stands_above_its_floors() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "甲园",
                "楼栋,楼层,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）,入驻企业\n\
                 1#,,9000,6000,3000,\n\
                 ,1F,5000,5000,0,甲公司\n\
                 ,2F,4000,1000,3000,乙公司\n\
                 2#,,4000,4000,0,丙公司",
                &[],
            ),
            (
                "乙园",
                "楼栋,楼层,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）,入驻企业\n\
                 3#,整栋,3000,0,3000,\n\
                 3#,1F,1000,0,1000,\n\
                 3#,2F,2000,0,2000,\n\
                 4#,整栋,2000,0,2000,",
                &[],
            ),
        ],
        tables: &["甲园 factory_unit 1 3", "乙园 factory_unit 1 3"],
        records: &[
            "factory_unit.name=甲园_1#_1F lease.leased_area=5000sqm",
            "factory_unit.name=甲园_1#_2F lease.leased_area=1000sqm",
            "factory_unit.building=2# lease.leased_area=4000sqm",
            "factory_unit.name=乙园_3#_1F factory_unit.vacant_area=1000sqm",
            "factory_unit.name=乙园_3#_2F factory_unit.vacant_area=2000sqm",
            "factory_unit.name=乙园_4#_整栋 factory_unit.vacant_area=2000sqm",
        ],
    });
}

#[test]
fn a_park_as_a_whole_stands_above_its_buildings() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "上半年",
                "园区,楼栋,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                 电梯园,,9000,6000,3000\n\
                 ,1#,5000,5000,0\n\
                 ,2#,4000,1000,3000\n\
                 电子园,,3000,3000,0\n\
                 ,3#,3000,3000,0",
                &[],
            ),
            (
                "下半年",
                "园区,楼栋,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                 甲园,甲园小计,9000,6000,3000\n\
                 甲园,4#,5000,5000,0\n\
                 甲园,5#,4000,1000,3000",
                &[],
            ),
        ],
        tables: &["上半年 factory_unit 1 3", "下半年 factory_unit 1 2"],
        records: &[
            "factory_unit.name=电梯园_1# lease.leased_area=5000sqm",
            "factory_unit.name=电梯园_2# lease.leased_area=1000sqm",
            "factory_unit.name=电子园_3# lease.leased_area=3000sqm",
            "factory_unit.name=甲园_4# lease.leased_area=5000sqm",
            "factory_unit.name=甲园_5# lease.leased_area=1000sqm",
        ],
    });
}

#[test]
fn sums_of_parks_beside_their_units_are_no_units() {
    const UNITS: &str = "园区,楼栋,楼层,建筑面积（㎡）,已租面积（㎡）,入驻企业,空置面积（㎡）\n\
                         电梯园,1#,1F,5000,5000,甲公司,0\n\
                         电梯园,1#,2F,4000,1000,乙公司,3000\n\
                         电子园,2#,1F,3000,3000,丙公司,0";
    const SUMS: &str = "序号,园区,总建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                        1,电梯园,9000,6000,3000\n2,电子园,3000,3000,0\n合计,,12000,9000,3000";
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[("汇总", SUMS, &[]), ("明细", UNITS, &[])],
        tables: &["明细 factory_unit 1 3"],
        records: &[
            "lease.leased_area=5000sqm",
            "lease.leased_area=1000sqm",
            "lease.leased_area=3000sqm",
        ],
    });
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[("汇总", SUMS, &[])],
        tables: &["汇总 factory_unit 1 2"],
        records: &["lease.leased_area=6000sqm", "lease.leased_area=3000sqm"],
    });
}

#[test]
fn the_latest_of_several_times_stands() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "月报",
                "楼栋,总面积（㎡）,上月底,,本月底,\n,,已租,空置,已租,空置\n1#,9000,5000,4000,6000,3000",
                &["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
            ),
            (
                "年报",
                "楼栋,总面积（㎡）,2024年已租面积（㎡）,2025年已租面积（㎡）,空置面积（㎡）\n1#,9000,5000,6000,3000",
                &[],
            ),
        ],
        tables: &["月报 factory_unit 1,2 1", "年报 factory_unit 1 1"],
        records: &[
            "lease.leased_area=6000sqm factory_unit.vacant_area=3000sqm",
            "lease.leased_area=6000sqm factory_unit.vacant_area=3000sqm",
        ],
    });
}

#[test]
fn a_tenant_that_left_or_only_thinks_of_it_has_nothing() {
    let csv = "楼栋,楼层,建筑面积（㎡）,入驻企业\n\
               1#,1F,1000,甲公司\n\
               1#,2F,1000,乙公司（已退租）\n\
               1#,3F,1000,意向：丙公司\n\
               1#,4F,1000,丁公司（预租）\n\
               1#,5F,1000,空置（原戊公司）\n\
               1#,6F,1000,待招商\n\
               1#,7F,1000,公共配套\n\
               1#,8F,1000,己公司（已购）\n";
    let found = of_text("厂房.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let fields = ["lease.tenant", "lease.leased_area", "factory_unit.state"];
            let mark = if row.uncounted.is_some() { "!" } else { "" };
            let shown = fields.map(|field| shown(row, field)).join(" ");
            format!("{mark}{shown}")
        })
        .collect();
    assert_eq!(
        said,
        [
            "甲公司 1000sqm ",
            "!乙公司  vacated",
            "  ",
            "  ",
            "  vacant",
            "  vacant",
            "  own_use",
            "己公司  sold",
        ]
    );
    let told = |row: usize| rows[row].problems.iter().map(|one| one.reason).next();
    assert_eq!([2, 3].map(told), [Some("tenant_intended"); 2]);
}

#[test]
fn what_was_let_in_a_month_is_not_what_is_let() {
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "厂房",
            "园区,楼栋,建筑面积（㎡）,本月新增出租面积（㎡）,累计出租面积（㎡）,本月退租面积（㎡）,剩余面积（㎡）\n\
             甲园,1#,5000,500,3000,100,2000\n\
             甲园,2#,4000,0,4000,0,0",
            &[],
        )],
        tables: &["厂房 factory_unit 1 2"],
        records: &[
            "lease.leased_area=3000sqm factory_unit.vacant_area=2000sqm",
            "lease.leased_area=4000sqm factory_unit.vacant_area=0sqm",
        ],
    });
    let csv = "园区,楼栋,建筑面积（㎡）,新增出租面积（㎡）,使用面积（㎡）\n甲园,1#,5000,500,4200\n";
    let found = of_text("载体.csv", csv.as_bytes());
    assert_eq!(shown(&found.tables[0].rows[0], "lease.leased_area"), "");
}

#[test]
fn a_rent_in_myriads_is_not_of_a_square_metre() {
    let stranger = Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "厂房",
            "园区,楼栋,建筑面积（㎡）,已租面积（㎡）,月租金（万元）\n甲园,1#,5000,5000,6.5",
            &[],
        )],
        tables: &["厂房 factory_unit 1 1"],
        records: &["factory_unit.rent= factory_unit.note=月租金（万元）：6.5"],
    };
    check(&stranger);
    let told: Vec<&str> = problems(&stranger).iter().map(|one| one.reason).collect();
    assert!(told.contains(&"rent_of_all"), "{told:?}");
}

#[test]
fn what_is_offered_is_neither_let_nor_sold() {
    let csv = "园区,楼栋,建筑面积（㎡）,租售状态\n\
               甲园,1#,1000,可出租\n\
               甲园,2#,1000,出售中\n\
               甲园,3#,1000,即将退租\n\
               甲园,4#,1000,意向租赁\n\
               甲园,5#,1000,满租\n";
    let found = of_text("载体.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let states: Vec<String> = rows.map(|row| shown(row, "factory_unit.state")).collect();
    assert_eq!(states, ["vacant", "vacant", "leased", "", "leased"]);
    assert_eq!(found.questions[0].reason, "choice_unknown");
}

#[test]
fn a_contract_has_a_state() {
    let csv = "承租企业,租赁厂房,租赁面积（㎡）,起租日期,到期日期,合同状态\n\
               甲公司,1号厂房,3000,2024-01-01,2026-12-31,履行中\n\
               乙公司,2号厂房,2000,2024-01-01,2026-12-31,提前解约\n";
    let found = of_text("租赁合同台账.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let states: Vec<String> = rows.map(|row| shown(row, "factory_unit.state")).collect();
    assert_eq!(states, ["leased", "vacated"]);
}

#[test]
fn a_sheet_or_a_section_says_how_all_its_units_stand() {
    const LEASES: &str = "承租企业,租赁厂房,租赁面积（㎡）,起租日期,到期日期\n\
                          甲公司,1号厂房,3000,2024-01-01,2030-12-31";
    const UNITS: &str = "园区,楼栋,建筑面积（㎡）,企业\n甲园,7#,4000,己公司";
    check(&Stranger {
        file: "租赁台账.xlsx",
        sheets: &[
            ("在租", LEASES, &[]),
            ("已退租", LEASES, &[]),
            ("意向", LEASES, &[]),
            ("已售厂房", UNITS, &[]),
            (
                "厂房",
                "园区,楼栋,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                 一、已建成\n甲园,1#,5000,5000,0\n二、在建\n甲园,2#,4000,,4000",
                &[],
            ),
        ],
        tables: &[
            "在租 lease 1 1",
            "已退租 lease 1 1",
            "意向 lease 1 1",
            "已售厂房 factory_unit 1 1",
            "厂房 factory_unit 1 2",
        ],
        records: &[
            "lease.tenant=甲公司 lease.leased_area=3000sqm factory_unit.state=",
            "lease.tenant=甲公司 factory_unit.state=vacated",
            "lease.tenant= lease.leased_area=",
            "lease.tenant=己公司 lease.sold_area=4000sqm factory_unit.state=sold",
            "factory_unit.name=甲园_1# factory_unit.state=",
            "!factory_unit.name=甲园_2# factory_unit.state=building",
        ],
    });
}

#[test]
fn all_that_is_let_now_goes_before_a_part_and_what_was() {
    check(&Stranger {
        file: "租赁合同台账.xlsx",
        sheets: &[
            (
                "一期",
                "承租企业,厂房,面积（㎡）,,,年租金（万元）\n,,厂房,办公,合计,\n甲公司,1号厂房,3000,200,3200,36",
                &["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
            ),
            (
                "二期",
                "承租企业,厂房,租赁面积（㎡）,退租面积（㎡）,在租面积（㎡）,年租金（万元）\n乙公司,2号厂房,3000,1000,2000,36",
                &[],
            ),
        ],
        tables: &["一期 lease 1,2 1", "二期 lease 1 1"],
        records: &["lease.leased_area=3200sqm", "lease.leased_area=2000sqm"],
    });
}
