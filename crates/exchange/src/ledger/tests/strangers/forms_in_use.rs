//! Ledgers of carriers and of land in forms that offices use.

use super::{Stranger, check, musts};

#[test]
fn what_an_owner_uses_is_an_area_beside_areas() {
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[
            (
                "利用",
                "各园区载体利用情况统计表,,,,,\n\
                 单位：万㎡,,,,,\n\
                 园区,已建成,已利用,,,空置\n\
                 ,,出租,出售,自用,\n\
                 电梯小镇,15,10,2,1,2\n\
                 医药园,12,8,2,0,2",
                &["A1:F1", "A2:F2", "A3:A4", "B3:B4", "C3:E3", "F3:F4"],
            ),
            (
                "建成",
                "各园区载体利用情况统计表,,,,\n\
                 单位：万㎡,,,,\n\
                 园区,载体总面积,已建成,已出租,空置\n\
                 装备园,20,15,12,3",
                &["A1:E1", "A2:E2"],
            ),
        ],
        tables: &["利用 factory_unit 3,4 2", "建成 factory_unit 3 1"],
        records: &[
            "factory_unit.floor_area=150000sqm factory_unit.state= lease.leased_area=100000sqm lease.sold_area=20000sqm",
            "factory_unit.floor_area=120000sqm factory_unit.state= lease.leased_area=80000sqm lease.sold_area=20000sqm",
            "factory_unit.floor_area=150000sqm lease.leased_area=120000sqm factory_unit.vacant_area=30000sqm",
        ],
    });
}

#[test]
fn units_are_named_and_lie_somewhere() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "招租",
                "标准厂房招租信息,,,\n\
                 名称,位置,总面积（㎡）,已租面积（㎡）\n\
                 1号厂房,电梯小镇,6000,4000\n\
                 2号厂房,电梯小镇,6000,0",
                &["A1:D1"],
            ),
            (
                "闲置",
                "闲置厂房信息表,,,\n\
                 厂房所属企业,厂房地址,厂房面积（㎡）,闲置厂房面积（㎡）\n\
                 甲公司,产业路18号,6000,6000\n\
                 乙公司,产业路18号,4000,4000",
                &["A1:D1"],
            ),
            (
                "分层",
                "标准厂房分层招商台账（㎡）,,,,\n\
                 楼栋,楼层,层面积,状态,承租企业\n\
                 A1,1F,2000,已租,丙公司\n\
                 A1,2F,2000,空置,",
                &["A1:E1"],
            ),
        ],
        tables: &[
            "招租 factory_unit 2 2",
            "闲置 factory_unit 2 2",
            "分层 factory_unit 2 2",
        ],
        records: &[
            "factory_unit.name=1号厂房 factory_unit.floor_area=6000sqm lease.leased_area=4000sqm",
            "factory_unit.name=2号厂房 factory_unit.floor_area=6000sqm lease.leased_area=0sqm",
            "factory_unit.name=甲公司_产业路18号 factory_unit.owner=甲公司 factory_unit.floor_area=6000sqm",
            "factory_unit.name=乙公司_产业路18号 factory_unit.owner=乙公司 factory_unit.floor_area=4000sqm",
            "factory_unit.name=A1_1F factory_unit.floor_area=2000sqm lease.leased_area=2000sqm",
            "factory_unit.name=A1_2F factory_unit.floor_area=2000sqm lease.leased_area=",
        ],
    });
}

#[test]
fn sold_areas_and_units_in_cells_ask_for_nothing() {
    let stranger = Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "招商",
                "标准厂房招商台账,,,,,\n\
                 单位：平方米,,,,,\n\
                 楼号,建筑面积,使用状态,入驻单位,租赁面积,租赁单价\n\
                 1#,8000,已出租,甲公司,8000,12\n\
                 4#,5000,已出售,乙公司,5000,\n\
                 合计,13000,,,13000,",
                &["A1:F1", "A2:F2"],
            ),
            (
                "楼宇",
                "商务楼宇招商情况统计表,,,,\n\
                 楼宇名称,楼层房号,建筑面积,入驻企业名称,租赁面积\n\
                 科创大厦,501,320㎡,丙公司,320\n\
                 科创大厦,601,1200㎡,丁公司,800",
                &["A1:E1"],
            ),
        ],
        tables: &["招商 factory_unit 3 2", "楼宇 factory_unit 2 2"],
        records: &[
            "lease.leased_area=8000sqm lease.sold_area= factory_unit.rent=Number(1200)",
            "lease.leased_area= lease.sold_area=5000sqm",
            "lease.leased_area=320sqm",
            "lease.leased_area=800sqm",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}

#[test]
fn parcels_are_what_is_left_of_them() {
    let stranger = Stranger {
        file: "土地.xlsx",
        sheets: &[
            (
                "批而未供",
                "批而未供土地处置台账,,,,\n\
                 面积单位：亩,,,,\n\
                 地块名称,批准面积,已供面积,未供面积,拟供项目\n\
                 A-12,120,40,80,甲项目\n\
                 B-04,30,30,0,",
                &["A1:E1", "A2:E2"],
            ),
            (
                "净地",
                "2023年可供招商净地台账,,,,\n\
                 宗地名称,坐落位置,面积（亩）,规划用途,是否净地\n\
                 ZK-01,科创路以东,120,工业,是\n\
                 ZK-03,滨河路以西,45,商业,否",
                &["A1:E1"],
            ),
        ],
        tables: &["批而未供 parcel 3 2", "净地 parcel 2 2"],
        records: &[
            "parcel.parcel_no=A-12 parcel.land_area=80mu parcel.supply_state=approved",
            "parcel.parcel_no=B-04 parcel.land_area=0mu parcel.supply_state=supplied",
            "parcel.parcel_no=ZK-01 parcel.land_area=120mu parcel.supply_state=clear",
            "parcel.parcel_no=ZK-03 parcel.land_area=45mu parcel.supply_state=to_acquire",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}

#[test]
fn units_that_are_only_thought_of_are_empty() {
    let stranger = Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "分层",
                "楼栋,楼层,层面积（㎡）,状态,承租企业\n\
                 A1,1F,2000,已租,甲公司\n\
                 A1,2F,2000,意向,乙公司\n\
                 A1,3F,2000,预定,",
                &[],
            ),
            (
                "仓库",
                "仓库名称,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）\n\
                 1号库,3000,1000,2000",
                &[],
            ),
        ],
        tables: &["分层 factory_unit 1 3", "仓库 factory_unit 1 1"],
        records: &[
            "factory_unit.state=leased lease.tenant=甲公司",
            "factory_unit.state=vacant lease.tenant=",
            "factory_unit.state=vacant lease.tenant=",
            "factory_unit.name=1号库 lease.leased_area=1000sqm",
        ],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}

#[test]
fn a_term_beside_the_last_day_is_no_day() {
    let stranger = Stranger {
        file: "租赁.xlsx",
        sheets: &[(
            "租赁",
            "企业名称,租赁位置,租赁面积（㎡）,合同期限,到期时间,年租金（万元）\n\
             甲公司,1号楼,1000,3年,2024.5.31,12",
            &[],
        )],
        tables: &["租赁 lease 1 1"],
        records: &["lease.start_date= lease.end_date=2024-05-31 lease.note=合同期限：3年"],
    };
    check(&stranger);
    assert_eq!(musts(&stranger), [""; 0]);
}
