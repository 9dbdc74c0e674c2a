//! Lists that write a building, a park, an office or a day once for several
//! rows, without merged cells.

use super::{Stranger, check, of_text, shown};

#[test]
fn a_building_is_written_once_for_its_floors() {
    let csv = "智能制造产业园标准厂房入驻情况,,,,,,\n\
               园区,楼栋,楼层,建筑面积（㎡）,入驻企业,租赁面积（㎡）,空置面积（㎡）\n\
               南区,1#,1F,3200,甲机械有限公司,3200,0\n\
               ,,2F,3200,乙传感器有限公司,2600,600\n\
               ,2#,1F,4000,丙新材料有限公司,4000,0\n\
               ,,2F,4000,,0,4000\n\
               北区,1#,1F,2000,丁软件有限公司,2000,0\n\
               ,,2F,2000,,,2000\n\
               合计,,,18400,,11800,6600\n";
    let found = of_text("厂房.csv", csv.as_bytes());
    let names: Vec<String> = found.tables[0]
        .rows
        .iter()
        .map(|row| shown(row, "factory_unit.name"))
        .collect();
    assert_eq!(
        names,
        [
            "南区_1#_1F",
            "南区_1#_2F",
            "南区_2#_1F",
            "南区_2#_2F",
            "北区_1#_1F",
            "北区_1#_2F"
        ]
    );
    let told = &found.tables[0].problems;
    let told = told.iter().find(|one| one.reason == "filled_from_above");
    assert_eq!(told.map(|one| one.raw.as_str()), Some("园区、楼栋"));
}

#[test]
fn a_further_tenant_stands_below_the_name_of_the_unit() {
    check(&Stranger {
        file: "厂房租赁明细.xlsx",
        sheets: &[(
            "厂房",
            "厂房租赁明细\n\
             序号,厂房,总面积（㎡）,租户情况,,,未租面积（㎡）\n\
             ,,,企业,面积（㎡）,到期时间,\n\
             1,1号厂房,10000,甲机电有限公司,4000,2026.3.1,3000\n\
             ,,,乙家电有限公司,3000,2025.6.30,\n\
             2,2号厂房,8000,丙仪表有限公司,8000,2026.12.31,0\n\
             合计,,18000,,15000,,3000",
            &["A1:G1", "D2:F2", "A2:A3", "B2:B3", "C2:C3", "G2:G3"],
        )],
        tables: &["厂房 factory_unit 2,3 3"],
        records: &[
            "factory_unit.name=1号厂房 factory_unit.floor_area=10000sqm lease.leased_area=4000sqm",
            "factory_unit.name=1号厂房 factory_unit.floor_area= lease.tenant=乙家电有限公司 lease.leased_area=3000sqm lease.end_date=2025-06-30",
            "factory_unit.name=2号厂房 factory_unit.floor_area=8000sqm lease.leased_area=8000sqm",
        ],
    });
}

#[test]
fn a_name_that_is_written_again_reaches_over_no_empty_cell() {
    let csv = "楼栋,单元,面积（㎡）,状态\n\
               A1,一层,1500,已租\n\
               A1,二层,1500,空置\n\
               ,门卫室,30,自用\n";
    let found = of_text("标准厂房.csv", csv.as_bytes());
    let row = &found.tables[0].rows[2];
    assert_eq!(shown(row, "factory_unit.building"), "");
}

#[test]
fn an_office_and_a_day_are_written_once_for_their_visits() {
    let csv = "2024年4月拜访客商情况表,,,,\n\
               小组,日期,企业,对方人员,意向\n\
               上海组,2024/4/3,上海一电气有限公司,王平,强\n\
               ,,上海二电气有限公司,李平,弱\n\
               ,2024/4/9,上海三电气有限公司,赵平,强\n\
               深圳组,2024/4/2,深圳一电子有限公司,钱平,强\n\
               ,,深圳二电子有限公司,孙平,中\n";
    let found = of_text("拜访.csv", csv.as_bytes());
    let said: Vec<String> = found.tables[0]
        .rows
        .iter()
        .map(|row| {
            let of = |field| shown(row, &format!("visit.{field}"));
            format!("{} {}", of("resident_office"), of("visit_date"))
        })
        .collect();
    assert_eq!(
        said,
        [
            "上海 2024-04-03",
            "上海 2024-04-03",
            "上海 2024-04-09",
            "深圳 2024-04-02",
            "深圳 2024-04-02"
        ]
    );
}

#[test]
fn a_single_day_that_lacks_is_told() {
    let csv = "日期,企业,对方人员,意向\n\
               2024/4/3,甲公司,王平,强\n\
               2024/4/9,乙公司,赵平,强\n\
               ,丙公司,李平,弱\n\
               2024/4/12,丁公司,钱平,强\n";
    let found = of_text("拜访.csv", csv.as_bytes());
    let row = &found.tables[0].rows[2];
    assert_eq!(shown(row, "visit.visit_date"), "");
    assert!(row.problems.iter().any(|one| one.reason == "date_missing"));
}
