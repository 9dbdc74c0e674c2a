//! What belongs to a form and to no record: who signed it, hints, rows prepared
//! for records, units with strokes; and what a form leaves to its headings.

use super::{Stranger, check, of_text, problems, shown};

const HEADS: &str = "序号,项目名称,投资方名称,协议总投资（万元）,协议引资额（万元）,签约日期,协议类型,招商责任单位,备注\n";
const ROWS: &str = "1,芷葳阀门项目,苏州芷葳实业有限公司,9100,8100,2024-1-10,投资协议,招商一局,\n\
                    2,翎骁连接器项目,苏州翎骁实业有限公司,9200,8200,2024-2-10,投资协议,招商一局,\n";

#[test]
fn who_signed_it_may_stand_in_cells_beside_the_labels() {
    let csv = format!("{HEADS}{ROWS}填报人：,,赵子涵,审核人：,钱文,,日期：,2024年12月31日,\n");
    let found = of_text("2024年签约台账.csv", csv.as_bytes());
    assert_eq!(found.tables[0].read, 2);
    assert!(found.questions.is_empty());
}

#[test]
fn hints_below_the_headings_are_no_record() {
    let csv = format!("{HEADS}必填,填全称,填全称,数字,数字,年月日,下拉选择,选填,选填\n{ROWS}");
    let found = of_text("2024年签约台账.csv", csv.as_bytes());
    assert_eq!(found.tables[0].read, 2);
    assert!(found.questions.is_empty());
}

#[test]
fn rows_that_are_only_prepared_hold_nothing() {
    for (rows, read) in [
        ("3,,,0,0,,,,\n4,,,0,0,,,,\n", 2),
        ("3,,,,,,投资协议,招商一局,\n4,,,,,,投资协议,招商一局,\n", 2),
        ("3,—,—,—,—,—,—,—,—\n4,/,/,/,/,/,/,/,/\n", 2),
        ("3,,,0,0,,投资协议,,\n合计,,,18300,16300,,,,\n", 2),
        // A record below shows that somebody forgot the name.
        (
            "3,,,,,,投资协议,招商一局,\n4,砚筠铝箔项目,苏州砚筠实业有限公司,9300,8300,2024-3-10,投资协议,招商一局,\n",
            4,
        ),
        ("3,,,9300,0,,,,\n", 3),
        ("3,砚筠铝箔项目,,0,0,,,,\n", 3),
    ] {
        let csv = format!("{HEADS}{ROWS}{rows}");
        let found = of_text("2024年签约台账.csv", csv.as_bytes());
        assert_eq!(found.tables[0].read, read, "{rows}");
    }
}

#[test]
fn units_below_the_headings_may_stand_between_strokes() {
    check(&Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方名称,协议总投资,协议引资额,签约日期,协议类型\n\
             —,—,—,万元,万元,—,—\n\
             1,芷葳阀门项目,苏州芷葳实业有限公司,9100,8100,2024-1-10,投资协议",
            &[],
        )],
        tables: &["签约 signing 1,2 1"],
        records: &["agreement.contract_total=91000000 agreement.contract_capital=81000000"],
    });
}

#[test]
fn a_heading_names_the_year_of_the_plan() {
    let year = |file: &str, head: &str| {
        let csv = format!(
            "序号,项目名称,建设单位,级别,建设性质,总投资（亿元）,{head}\n\
             1,芷葳阀门项目,苏州芷葳实业有限公司,省级,新建,3.5,1.2\n"
        );
        of_text(file, csv.as_bytes()).tables[0].year
    };
    assert_eq!(year("重点项目.csv", "2024年计划投资（亿元）"), Some(2024));
    assert_eq!(year("重点项目.csv", "年度计划投资（亿元）"), None);
    assert_eq!(
        year("2023年重点项目.csv", "2024年计划投资（亿元）"),
        Some(2023)
    );
}

#[test]
fn rooms_stand_under_other_headings_beside_the_building() {
    for head in [
        "分区",
        "户号",
        "区域",
        "铺位",
        "区段",
        "工位",
        "防火分区",
        "跨",
    ] {
        let csv = format!(
            "序号,园区,楼栋,{head},建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
             1,云岭产业园,1号楼,1-1,1000,800,苏州芷葳实业有限公司,已租\n\
             2,云岭产业园,1号楼,1-2,1000,800,苏州翎骁实业有限公司,已租\n"
        );
        let found = of_text("标准厂房台账.csv", csv.as_bytes());
        let row = &found.tables[0].rows[1];
        assert_eq!(shown(row, "factory_unit.unit_no"), "1-2", "{head}");
    }
    let csv = "序号,园区,楼栋,区域,建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
               1,云岭产业园,1号楼,东区,1000,800,苏州芷葳实业有限公司,已租\n";
    let found = of_text("标准厂房台账.csv", csv.as_bytes());
    assert_eq!(shown(&found.tables[0].rows[0], "factory_unit.unit_no"), "");
}

#[test]
fn numbers_without_a_column_of_names_are_told_once() {
    let heads = HEADS.replace("备注", "联系电话");
    let rows = ROWS.replace("招商一局,\n", "招商一局,15400000001\n");
    let found = of_text("2024年签约台账.csv", format!("{heads}{rows}").as_bytes());
    let table = &found.tables[0];
    let told = table.rows.iter().flat_map(|row| &row.problems);
    let told: Vec<&str> = told
        .chain(&table.problems)
        .map(|one| one.reason)
        .filter(|reason| reason.starts_with("contact_"))
        .collect();
    assert_eq!(told, ["contact_column_missing"]);
}

#[test]
fn what_is_not_sold_of_a_unit_is_none_in_a_total() {
    let with = |sheets| Stranger {
        file: "标准厂房台账.xlsx",
        sheets,
        tables: &[],
        records: &[],
    };
    let wrong = |sheets| {
        let told = problems(&with(sheets)).into_iter();
        let told = told.filter(|one| one.reason.starts_with("subtotal"));
        told.map(|one| format!("{} {}", one.column, one.reason))
            .collect::<Vec<_>>()
    };
    assert_eq!(wrong(&[("台账", WRONG, &[])]), ["G subtotal_disagrees"]);
    assert_eq!(wrong(&[("台账", RIGHT, &[])]), [""; 0]);
}

const WRONG: &str = "序号,园区,楼栋,单元,建筑面积（㎡）,已租面积（㎡）,已售面积（㎡）,入驻企业,状态\n\
                     1,云岭产业园,1号楼,1-1,1000,1000,,苏州芷葳实业有限公司,已租\n\
                     2,云岭产业园,1号楼,1-2,900,,900,苏州翎骁实业有限公司,已售\n\
                     3,云岭产业园,1号楼,1-3,800,,,,空置\n\
                     合计,,,,2700,1000,2400";
const RIGHT: &str = "序号,园区,楼栋,单元,建筑面积（㎡）,已租面积（㎡）,已售面积（㎡）,入驻企业,状态\n\
                     1,云岭产业园,1号楼,1-1,1000,1000,,苏州芷葳实业有限公司,已租\n\
                     2,云岭产业园,1号楼,1-2,900,,900,苏州翎骁实业有限公司,已售\n\
                     3,云岭产业园,1号楼,1-3,800,,,,空置\n\
                     合计,,,,2700,1000,900";
