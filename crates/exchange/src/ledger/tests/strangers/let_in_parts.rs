//! Units that are let to several, or in several sorts.

use super::of_text;

fn values(text: &str, field: &str) -> Vec<String> {
    let found = of_text("标准厂房租赁情况.csv", text.as_bytes());
    let rows = found.tables[0].rows.iter();
    rows.map(|row| super::shown(row, field)).collect()
}

#[test]
fn a_unit_is_let_to_all_of_its_tenants() {
    for heads in [
        "厂房,建筑面积,承租企业1,租赁面积1,承租企业2,租赁面积2,空置面积",
        "厂房,建筑面积,租户一,,租户二,,空置\n,,企业,面积,企业,面积,",
    ] {
        let text = format!(
            "标准厂房租赁情况\n单位：㎡\n{heads}\n\
             A1,8000,甲公司,4000,乙公司,2000,2000\n\
             A2,4500,丙公司,4500,,,0\n"
        );
        let areas = values(&text, "lease.leased_area");
        assert_eq!(areas, ["6000sqm", "4500sqm"], "{heads}");
        let tenants = values(&text, "lease.tenant");
        assert_eq!(tenants, ["甲公司、乙公司", "丙公司"], "{heads}");
    }
}

#[test]
fn what_is_let_of_each_sort_is_let_together() {
    for (heads, sorts) in [
        ("园区,建筑面积,已出租,,已出售", "招商企业,本地企业"),
        ("园区,建筑面积,出租面积,,出售面积", "工业,仓储"),
    ] {
        let text = format!(
            "标准厂房去化情况\n单位：万㎡\n{heads}\n,,{sorts},\n\
             智造小镇,15,6,3,3\n\
             医药园,4,1,0.5,0\n"
        );
        let areas = values(&text, "lease.leased_area");
        assert_eq!(areas, ["90000sqm", "15000sqm"], "{heads}");
    }
}

#[test]
fn tenants_in_lines_of_a_cell_have_areas_in_lines() {
    let text = "标准厂房租赁情况\n厂房,建筑面积（㎡）,已租企业,已租面积（㎡）,租期\n\
         A1,3000,\"甲一科技有限公司\n乙二机械有限公司\",\"1,000\n800.5\",\"2022.1.1-2025.12.31\n2023.3.1-2026.2.28\"\n\
         A2,2500,丙三包装有限公司、丁四药业有限公司,1000㎡；0.05万㎡,2022.1.1-2025.12.31\n\
         A3,2500,戊五包装有限公司、己六药业有限公司,1000、500、200,2022.1.1-2025.12.31\n";
    let areas = values(text, "lease.leased_area");
    assert_eq!(areas, ["1800.5sqm", "1500sqm", ""]);
    let starts = values(text, "lease.start_date");
    assert_eq!(starts, ["", "2022-01-01", "2022-01-01"]);
    let table = &of_text("标准厂房租赁情况.csv", text.as_bytes()).tables[0];
    let told = table.rows.iter().flat_map(|row| &row.problems);
    let told = told.filter(|one| one.reason != "more_than_one_firm");
    let told: Vec<String> = told
        .map(|one| format!("{}{} {}", one.column, one.row, one.reason))
        .collect();
    assert_eq!(told, ["E3 terms_of_several", "D5 area_unreadable"]);
}
