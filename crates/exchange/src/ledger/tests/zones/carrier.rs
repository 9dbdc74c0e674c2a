//! Carrier ledgers as other zones write them.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "载体1.csv",
        csv: "序号,园区,楼栋号,层数,层高（m）,承重（t/㎡）,建筑面积（㎡）,已租,,,已售,,空置面积,租金（元/㎡·月）,联系人\n\
         ,,,,,,,企业,面积,起止,企业,面积,,,\n\
         1,医药园,1号楼,4,8.1,1,7230.5,甲公司,6230.5,2021.10.1-2024.6.30,,,1000,9,张三\n\
         2,医药园,2号楼,4,8.1,1,5000,,,,乙公司,5000,0,,张三",
        ledger: "factory_unit",
        heads: &[1, 2],
        rows: 2,
        columns: "# factory_unit.park factory_unit.building factory_unit.floors \
         factory_unit.floor_height factory_unit.floor_load factory_unit.floor_area[㎡] \
         lease.tenant lease.leased_area[㎡] lease.start_date +lease.tenant \
         lease.sold_area[㎡] factory_unit.vacant_area[㎡] factory_unit.rent \
         factory_unit.contact_name",
    },
    Zone {
        file: "载体2.csv",
        csv: "厂房名称,产权单位,结构,总面积（万㎡）,出租率（%）,可招商面积,配套（电/蒸汽/污水）,备注\n\
         一期厂房,产投集团,钢混,5.2,91.7,4300㎡,齐全,\n\
         二期厂房,产投集团,钢混,3,100,0㎡,齐全,",
        ledger: "factory_unit",
        heads: &[1],
        rows: 2,
        columns: "factory_unit.name factory_unit.owner factory_unit.structure \
         factory_unit.floor_area[万㎡] factory_unit.occupancy_rate[%] \
         factory_unit.vacant_area[万㎡] factory_unit.utilities factory_unit.note",
    },
    Zone {
        file: "载体3.csv",
        csv: "企业,厂房,单元,合同面积,交付,租期,年租金（万元）,欠缴\n\
         甲公司,1号楼,1-1,6230㎡,2021.10.1,2021年10月至2024年9月,67.3,0",
        ledger: "lease",
        heads: &[1],
        rows: 1,
        columns: "lease.tenant factory_unit.name factory_unit.unit_no lease.leased_area \
         lease.start_date lease.start_date lease.annual_rent[万元] lease.arrears",
    },
    Zone {
        file: "载体4.csv",
        csv: "地块编号,位置,面积（亩）,用途,容积率,供地状态（净地/待征）,意向项目\n\
         A-01,汇源街北,182.4,工业,≥1.0,净地,甲项目",
        ledger: "parcel",
        heads: &[1],
        rows: 1,
        columns: "parcel.parcel_no parcel.place parcel.land_area[亩] parcel.land_use \
         parcel.plot_ratio parcel.supply_state parcel.intended_project",
    },
    Zone {
        file: "载体5.csv",
        csv: "园区名称,收储总面积（亩）,建设用地面积（亩）,工业用地面积（亩）,土地投资强度（万元/公顷）,尚可供工业用地面积（亩）,已批未供,已批未建,已签约土地\n\
         化工园,1200,900,700,4500,200,50,30,20",
        ledger: "parcel",
        heads: &[1],
        rows: 1,
        columns: "parcel.place parcel.land_area[亩] +parcel.note[亩] +parcel.note[亩] +parcel.note \
         +parcel.note[亩] +parcel.note +parcel.note +parcel.note",
    },
];
