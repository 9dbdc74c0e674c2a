//! Carriers.

use super::{Stranger, check};

#[test]
fn who_bought_a_unit_has_it_as_much_as_who_rents_one() {
    check(&Stranger {
        file: "标准厂房台账.xlsx",
        sheets: &[(
            "厂房",
            "标准厂房租售情况台账（截至2024年6月30日）\n\
             园区,楼号,房间号,建筑面积（平方米）,租赁情况,,,,出售情况,,空置面积\n\
             ,,,,承租企业,租赁面积,起租日,到期日,购买企业,出售面积,\n\
             医药园,1#,101,1200,甲公司,1200,2023.1.1,2026.12.31,,,0\n\
             ,,102,1000,,,,,乙公司,1000,0\n\
             合计,,,2200,,1200,,,,1000,0",
            &[
                "E2:H2", "I2:J2", "A4:A5", "B4:B5", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "K2:K3",
            ],
        )],
        tables: &["厂房 factory_unit 2,3 2"],
        records: &[
            "factory_unit.park=医药园 factory_unit.unit_no=101 lease.tenant=甲公司 lease.leased_area=1200sqm lease.end_date=2026-12-31",
            "factory_unit.park=医药园 factory_unit.building=1# lease.tenant=乙公司 lease.sold_area=1000sqm",
        ],
    });
}

#[test]
fn what_is_not_empty_has_no_vacant_area() {
    check(&Stranger {
        file: "厂房.csv",
        sheets: &[(
            "厂房",
            "园区名称,栋号,楼层,可用面积（㎡，含公摊）,租金（元/㎡·月）,是否空置,租给谁,何时到期\n\
             科创园,1#,整栋,12000,15,否,甲公司,2027 6 30\n\
             科创园,2#,1F,3000,18,是,,",
            &[],
        )],
        tables: &["厂房 factory_unit 1 2"],
        records: &[
            "factory_unit.state=leased factory_unit.floor_area=12000sqm factory_unit.vacant_area= lease.tenant=甲公司 lease.leased_area=12000sqm lease.end_date=2027-06-30",
            "factory_unit.state=vacant factory_unit.vacant_area=3000sqm lease.tenant=",
        ],
    });
}

#[test]
fn one_area_in_two_units() {
    check(&Stranger {
        file: "地块.xlsx",
        sheets: &[(
            "可供地块",
            "2024年工业用地储备情况表\n\
             地块编号,坐落,面积,,用地性质,容积率,是否净地,意向项目\n\
             ,,亩,公顷,,,,\n\
             D-01,汇源街以北,50,3.33,工业,≥1.5,是,甲项目\n\
             D-02,科源街,120.5,8.03,工业,1.2-2.0,否,/",
            &["C2:D2"],
        )],
        tables: &["可供地块 parcel 2,3 2"],
        records: &[
            "parcel.parcel_no=D-01 parcel.land_area=50mu",
            "parcel.parcel_no=D-02 parcel.land_area=120.5mu",
        ],
    });
}

#[test]
fn a_number_in_one_building_is_not_that_in_another() {
    check(&Stranger {
        file: "租赁.xlsx",
        sheets: &[(
            "租赁",
            "企业,厂房,单元,合同面积（㎡）,租期,年租金（万元）\n\
             甲公司,A区,101,1200,3年（2023.5.1-2026.4.30）,21.6\n\
             乙公司,B区,101,800,2023.6.1-2026.5.31,14.4",
            &[],
        )],
        tables: &["租赁 lease 1 2"],
        records: &[
            "factory_unit.name=A区_101 factory_unit.building=A区 lease.tenant=甲公司 lease.end_date=2026-04-30",
            "factory_unit.name=B区_101 lease.annual_rent=144000",
        ],
    });
}

#[test]
fn parks_and_buildings_stand_in_sections() {
    check(&Stranger {
        file: "标准厂房.xlsx",
        sheets: &[(
            "厂房",
            "房间,建筑面积（万平方米）,已出租,已出售,使用状态,使用单位\n\
             一、医药产业园\n\
             （一）1号楼\n\
             101,0.5,0.5,,已租,甲公司（上市）\n\
             二、电梯产业园\n\
             （一）1号楼\n\
             101,0.2,,0.2,已售,乙公司",
            &[],
        )],
        tables: &["厂房 factory_unit 1 2"],
        records: &[
            "factory_unit.name=医药产业园_1号楼_101 lease.tenant=甲公司 lease.leased_area=5000sqm lease.note=上市",
            "factory_unit.name=电梯产业园_1号楼_101 lease.sold_area=2000sqm",
        ],
    });
}
