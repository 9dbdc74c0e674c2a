//! Carriers.

use super::{Stranger, check, of_text, problems, shown, understood};

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

#[test]
fn what_the_owner_uses_lets_and_leaves_idle_stands_side_by_side() {
    check(&Stranger {
        file: "闲置厂房摸底.xlsx",
        sheets: &[(
            "汇总",
            "某镇闲置厂房（土地）摸底情况表\n\
             单位：平方米、亩\n\
             序号,产权单位,坐落,占地面积,厂房建筑面积,其中,,,闲置原因\n\
             ,,,,,自用,出租,闲置,\n\
             1,甲五金厂,工业大道8号,15,12000,5000,2000,5000,订单下降\n\
             2,乙布艺有限公司,经编园区12号,22.5,18600,18600,0,0,\n\
             3,丙纺织有限公司,振兴路77号,30,25000,0,0,25000,停产\n\
             合计,,,67.5,55600,23600,2000,30000,",
            &[
                "A1:I1", "F3:H3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "I3:I4",
            ],
        )],
        tables: &["汇总 factory_unit 3,4 3"],
        records: &[
            "factory_unit.name=工业大道8号 factory_unit.floor_area=12000sqm lease.leased_area=2000sqm factory_unit.vacant_area=5000sqm factory_unit.note=自用：5000",
            "factory_unit.owner=乙布艺有限公司 factory_unit.state=own_use lease.leased_area=",
            "factory_unit.floor_area=25000sqm factory_unit.vacant_area=25000sqm lease.leased_area=0sqm",
        ],
    });
}

#[test]
fn a_list_of_parks_has_a_unit_for_each() {
    check(&Stranger {
        file: "小微园.xlsx",
        sheets: &[(
            "统计",
            "小微企业园入驻企业统计表（2024.9）\n\
             园区名称,建设主体,总建筑面积(万平方米),其中,,,,入驻率\n\
             ,,,已出租面积,已出售面积,自用面积,空置面积,\n\
             轻纺小微园,开发集团,8.5,3.2,4.1,0.5,0.7,91.8%\n\
             伞业小微园,城投,4.2,4.2,0,0,0,100%",
            &["A1:H1", "D2:G2", "A2:A3", "B2:B3", "C2:C3", "H2:H3"],
        )],
        tables: &["统计 factory_unit 2,3 2"],
        records: &[
            "factory_unit.name=轻纺小微园 factory_unit.floor_area=85000sqm lease.leased_area=32000sqm lease.sold_area=41000sqm factory_unit.vacant_area=7000sqm factory_unit.note=自用面积：0.5",
            "factory_unit.name=伞业小微园 factory_unit.floor_area=42000sqm lease.leased_area=42000sqm factory_unit.vacant_area=0sqm",
        ],
    });
}

#[test]
fn a_list_of_land_by_park_is_none_of_buildings() {
    let csv = "园区名称,总面积（亩）,可供面积（亩）,土地用途\n\
               东区,1200,200,工业\n";
    let found = of_text("园区土地.csv", csv.as_bytes());
    assert_eq!(found.tables[0].ledger, "parcel");
}

#[test]
fn all_that_can_be_let_is_not_what_is_vacant() {
    check(&Stranger {
        file: "楼宇月报.xlsx",
        sheets: &[
            (
                "楼宇",
                "楼宇名称,总建筑面积（万平方米）,可租售面积（万平方米）,已租售面积（万平方米）,入驻率（%）\n\
                 甲大厦,5.2,4.5,4.05,90%\n\
                 乙中心,12,10,6.5,65\n\
                 丙大楼,2.1,1.8,1.8,满租\n\
                 合计,19.3,16.3,12.35,",
                &[],
            ),
            (
                "厂房",
                "厂房名称,总面积（㎡）,已出租面积（㎡）,可出租面积（㎡）\n\
                 1号,5000,3000,2000\n\
                 2号,4000,1000,3000",
                &[],
            ),
        ],
        tables: &["楼宇 factory_unit 1 3", "厂房 factory_unit 1 2"],
        records: &[
            "lease.leased_area=40500sqm factory_unit.vacant_area=4500sqm",
            "lease.leased_area=65000sqm factory_unit.vacant_area=35000sqm factory_unit.occupancy_rate=Number(6500)",
            "lease.leased_area=18000sqm factory_unit.vacant_area=0sqm factory_unit.occupancy_rate=Number(10000)",
            "lease.leased_area=3000sqm factory_unit.vacant_area=2000sqm",
            "lease.leased_area=1000sqm factory_unit.vacant_area=3000sqm",
        ],
    });
}

#[test]
fn an_area_is_no_name() {
    check(&Stranger {
        file: "租赁合同台账.xlsx",
        sheets: &[(
            "合同",
            "园区厂房租赁合同登记台账\n\
             合同编号,承租方,租赁标的,面积,,租金,,租赁期,\n\
             ,,,厂房（㎡）,宿舍（间）,单价（元/月/㎡）,年租金（万元）,起,止\n\
             ZL-01,甲汽配有限公司,3号厂房一层,2500,10,13,39,2022/3/1,2025.2.28\n\
             ZL-02,乙电气有限公司,5号厂房,6000,20,前两年免租,,2023年10月,2028年9月",
            &[
                "A1:I1", "D2:E2", "F2:G2", "H2:I2", "A2:A3", "B2:B3", "C2:C3",
            ],
        )],
        tables: &["合同 lease 2,3 2"],
        records: &[
            "factory_unit.name=3号厂房一层 lease.leased_area=2500sqm lease.annual_rent=390000",
            "factory_unit.name=5号厂房 lease.leased_area=6000sqm lease.annual_rent= lease.note=单价（元/月/㎡）：前两年免租",
        ],
    });
}

#[test]
fn firms_below_each_other_are_several_tenants() {
    let csv = "厂房名称,建筑面积（㎡）,入驻企业,空置面积（㎡）\n\
               1号厂房,4000,\"甲新材料有限公司（2400㎡）\n乙电子有限公司（1600㎡）\",0\n\
               2号厂房,5000,\"1.丙机械厂\n2.丁塑料有限公司\",0\n\
               3号厂房,3000,\"山东戊精密制造\n有限公司\",0\n\
               4号厂房,2000,园区自用（展厅）,0\n";
    let found = of_text("载体.csv", csv.as_bytes());
    let rows = &found.tables[0].rows;
    let tenants: Vec<String> = rows.iter().map(|row| shown(row, "lease.tenant")).collect();
    assert_eq!(
        tenants,
        [
            "甲新材料有限公司、乙电子有限公司",
            "丙机械厂、丁塑料有限公司",
            "山东戊精密制造有限公司",
            ""
        ]
    );
    assert_eq!(shown(&rows[0], "lease.leased_area"), "4000sqm");
    assert_eq!(shown(&rows[3], "factory_unit.state"), "own_use");
    let is_told = |row: usize| {
        let mut problems = rows[row].problems.iter();
        problems.any(|one| one.reason == "more_than_one_firm")
    };
    assert_eq!([0, 1, 2].map(is_told), [true, true, false]);
}

#[test]
fn a_whole_floor_is_known_by_its_floor() {
    check(&Stranger {
        file: "空置房源.xlsx",
        sheets: &[(
            "房源",
            "商务楼宇招商空置房源信息表\n\
             楼宇名称,楼层,房号,面积（平方米）,装修情况\n\
             甲中心,18F,1801-1803,650,精装\n\
             甲中心,19F,整层,1800,毛坯\n\
             甲中心,20F,整层,1800,毛坯",
            &["A1:E1"],
        )],
        tables: &["房源 factory_unit 2 3"],
        records: &[
            "factory_unit.name=甲中心_1801-1803",
            "factory_unit.name=甲中心_19F整层",
            "factory_unit.name=甲中心_20F整层",
        ],
    });
}

#[test]
fn the_owner_of_an_idle_factory_is_no_tenant_of_it() {
    check(&Stranger {
        file: "盘活.xlsx",
        sheets: &[(
            "盘活",
            "低效闲置工业厂房盘活利用台账\n\
             序号,企业（业主）名称,地址,厂房面积（㎡）,闲置面积（㎡）,盘活企业,盘活面积（㎡）\n\
             1,甲机械厂,城西街道,9800,3800,乙电子有限公司,6000\n\
             2,丙纺织,城西街道,16000,8000,,",
            &["A1:G1"],
        )],
        tables: &["盘活 factory_unit 2 2"],
        records: &[
            "factory_unit.name=甲机械厂_城西街道 factory_unit.owner=甲机械厂 lease.tenant=乙电子有限公司 lease.leased_area=6000sqm",
            "factory_unit.name=丙纺织_城西街道 lease.tenant= lease.leased_area= factory_unit.vacant_area=8000sqm",
        ],
    });
}

#[test]
fn the_rest_of_an_idle_factory_is_told() {
    let csv = "业主单位,厂房位置,建筑面积（㎡）,闲置面积（㎡）\n\
               甲机械公司,城东路15号,18000,12000\n\
               乙机械公司,城东路18号,9000,9000\n";
    let found = of_text("闲置厂房.csv", csv.as_bytes());
    let told: Vec<u32> = found.tables[0]
        .rows
        .iter()
        .filter(|row| row.problems.iter().any(|one| one.reason == "rest_not_said"))
        .map(|row| row.row)
        .collect();
    assert_eq!(told, [2]);
}

#[test]
fn units_of_one_name_and_two_areas_are_told() {
    let csv = "厂房名称,建筑面积（㎡）,租赁企业,租赁面积（㎡）\n\
               1号厂房,3200,甲公司,3200\n\
               1号厂房,2400,乙公司,2400\n\
               2号厂房,5000,丙公司,2000\n\
               2号厂房,5000,丁公司,3000\n";
    let found = of_text("标准厂房.csv", csv.as_bytes());
    let told: Vec<u32> = found.tables[0]
        .rows
        .iter()
        .filter(|row| {
            row.problems
                .iter()
                .any(|one| one.reason == "unit_named_twice")
        })
        .map(|row| row.row)
        .collect();
    assert_eq!(told, [3]);
}

#[test]
fn an_empty_room_in_a_list_of_leases_is_let_to_nobody() {
    check(&Stranger {
        file: "入驻企业明细.xlsx",
        sheets: &[(
            "明细",
            "孵化器入驻企业明细表\n\
             企业名称,房间号,租赁面积(m2),单价(元/m2/月),月租金（元）,合同开始日期,合同截止日期\n\
             甲软件有限公司,301,120,20,2400,2024/1/1,2024/12/31\n\
             （空置）,305,90,,,,",
            &["A1:G1"],
        )],
        tables: &["明细 lease 2 2"],
        records: &[
            "lease.tenant=甲软件有限公司 lease.leased_area=120sqm factory_unit.rent=Number(2000)",
            "lease.tenant= lease.leased_area= factory_unit.state=vacant",
        ],
    });
}

#[test]
fn a_roster_of_tenants_names_the_building_they_moved_into() {
    check(&Stranger {
        file: "入驻企业名册.xlsx",
        sheets: &[(
            "名册",
            "科创园入驻企业名册\n\
             序号,企业名称,法定代表人,所属行业,入驻楼号,入驻面积（㎡）,入驻时间,员工人数\n\
             1,甲软件有限公司,王强,软件,A1栋3层,800,2022年3月,35\n\
             2,乙生物有限公司,李敏,生物医药,A2栋,1500,2021.11,60",
            &["A1:H1"],
        )],
        tables: &["名册 lease 2 2"],
        records: &[
            "lease.tenant=甲软件有限公司 lease.leased_area=800sqm factory_unit.name=A1栋3层",
            "lease.tenant=乙生物有限公司 lease.leased_area=1500sqm factory_unit.name=A2栋",
        ],
    });
}

#[test]
fn what_is_still_built_is_said_in_a_remark() {
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "载体",
            "楼栋,楼层,建筑面积（㎡）,已租面积（㎡）,空置面积（㎡）,入驻企业,备注\n\
             1#,1F,5000,5000,0,甲公司,\n\
             2#,1F,6000,,6000,,\"在建，预计12月竣工\"\n\
             2#,2F,6000,,6000,,尚未竣工\n\
             3#,1F,4000,,4000,,在建项目配套用房\n\
             3#,2F,4000,1000,3000,乙公司,施工中",
            &[],
        )],
        tables: &["载体 factory_unit 1 5"],
        records: &[
            "factory_unit.name=1#_1F factory_unit.state=",
            "!factory_unit.name=2#_1F factory_unit.state=building",
            "!factory_unit.name=2#_2F factory_unit.state=building",
            "factory_unit.name=3#_1F factory_unit.state=",
            "factory_unit.name=3#_2F factory_unit.state= lease.leased_area=1000sqm",
        ],
    });
}

#[test]
fn a_list_of_idle_factories_names_owners() {
    check(&Stranger {
        file: "闲置厂房摸排表.xlsx",
        sheets: &[(
            "Sheet1",
            "闲置厂房摸排表\n\
             序号,企业名称,厂房位置,闲置面积（㎡）,联系人,备注\n\
             1,甲机械有限公司,东街1号,3000,张示,可整租\n\
             2,乙机械有限公司,西街2号,2000,李例,",
            &["A1:F1"],
        )],
        tables: &["Sheet1 factory_unit 2 2"],
        records: &[
            "factory_unit.owner=甲机械有限公司 factory_unit.vacant_area=3000sqm lease.tenant=",
            "factory_unit.owner=乙机械有限公司 lease.tenant=",
        ],
    });
}

#[test]
fn the_name_of_a_list_says_how_its_parcels_stand() {
    let of = |sheet: &'static str, title: &str| {
        let text = format!(
            "{title}\n序号,地块编号,位置,面积（亩）,用途\n1,A-1,东街,50,工业\n2,A-2,西街,30,工业"
        );
        let text: &'static str = Box::leak(text.into_boxed_str());
        let sheets = Box::leak(Box::new([(sheet, text, &[] as &[&str])]));
        let found = understood(&Stranger {
            file: "土地.xlsx",
            sheets,
            tables: &[],
            records: &[],
        });
        shown(&found.tables[0].rows[0], "parcel.supply_state")
    };
    assert_eq!(of("Sheet1", "2024年土地出让台账"), "supplied");
    assert_eq!(of("批而未供", "土地台账"), "approved");
    assert_eq!(of("Sheet1", "2024年供地计划表"), "");
    assert_eq!(of("Sheet1", "净地、待征地块一览表"), "");
}

#[test]
fn a_tenant_with_somebody_to_call_is_a_firm_alone() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[(
            "厂房",
            "序号,楼栋,单元,建筑面积（㎡）,承租企业及联系人,租赁面积（㎡）\n\
             1,1号楼,101,1000,甲（江苏）机械有限公司 张示 15400000001,1000\n\
             2,1号楼,102,800,乙化工有限公司（李例，15400000002）,800",
            &[],
        )],
        tables: &["厂房 factory_unit 1 2"],
        records: &[
            "lease.tenant=甲（江苏）机械有限公司 lease.note=承租企业及联系人：甲（江苏）机械有限公司_张示_15400000001",
            "lease.tenant=乙化工有限公司",
        ],
    });
}

#[test]
fn what_stands_empty_and_names_nobody_is_let_to_none() {
    let stranger = Stranger {
        file: "2024标准厂房.xlsx",
        sheets: &[(
            "标准厂房",
            "东园标准厂房使用情况一览表（单位：平方米）\n\
             楼栋,楼层,建筑面积,使用状态,承租（购买）企业,面积\n\
             1号楼,1层,5200,已租,甲公司,5200\n\
             1号楼,2层,5200,已售,乙公司,5200\n\
             1号楼,3层,5200,自用,,5200\n\
             1号楼,4层,5200,闲置,,5200\n\
             1号楼,5层,5200,空置,/,2600\n\
             合计,,26000,,,23400",
            &[],
        )],
        tables: &["标准厂房 factory_unit 2 5"],
        records: &[
            "factory_unit.state=leased lease.leased_area=5200sqm",
            "factory_unit.state=sold lease.sold_area=5200sqm lease.leased_area=",
            "factory_unit.state=own_use lease.leased_area=",
            "factory_unit.state=vacant factory_unit.vacant_area=5200sqm lease.leased_area= lease.tenant=",
            "factory_unit.state=vacant factory_unit.vacant_area=2600sqm lease.leased_area= lease.tenant=",
        ],
    };
    check(&stranger);
    let told = problems(&stranger);
    let amiss = ["vacant_but_let", "subtotal_disagrees"];
    assert!(
        told.iter().all(|one| !amiss.contains(&one.reason)),
        "{told:?}"
    );
}

#[test]
fn brackets_behind_a_name_say_that_it_is_being_built() {
    check(&Stranger {
        file: "标准厂房情况统计表_2023.csv",
        sheets: &[(
            "厂房",
            "开发区标准厂房情况统计表\n\
             单位：万平方米\n\
             厂房名称,总面积,已出租面积,闲置面积\n\
             医药产业园（一期）,12.5,8,4.5\n\
             电梯产业园（在建）,6,0,6\n\
             电机产业园（在建，预计明年交付）,5,5,0",
            &[],
        )],
        tables: &["厂房 factory_unit 3 3"],
        records: &[
            "factory_unit.state=",
            "!factory_unit.state=building",
            "factory_unit.state=",
        ],
    });
}
