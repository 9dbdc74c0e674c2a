//! Signing ledgers with the headings that other zones use, as csv, and what
//! each column must be taken for.

use suoji_model::{Cell, Value};

use crate::table::{LedgerRow, Table, Target};
use crate::{read, understand};

fn tables(file: &str, csv: &str) -> Vec<Table> {
    understand(&read(file, csv.as_bytes()).expect("csv")).tables
}

fn table(file: &str, csv: &str) -> Table {
    let mut tables = tables(file, csv);
    assert_eq!(tables.len(), 1, "{csv}");
    tables.remove(0)
}

/// Letter and field of every column that is one.
fn mapping(table: &Table) -> String {
    let named = table.columns.iter().filter_map(|column| {
        let target = column.target?;
        Some(format!(
            "{}={}.{}",
            column.letter, target.kind, target.field
        ))
    });
    named.collect::<Vec<_>>().join(" ")
}

fn yuan(row: &LedgerRow, kind: &'static str, field: &'static str) -> Option<String> {
    match row.cells.get(&Target { kind, field }) {
        Some(Cell::Known(Value::Money(money), _)) => Some(money.amount()),
        _ => None,
    }
}

fn reasons(row: &LedgerRow) -> Vec<&'static str> {
    row.problems.iter().map(|problem| problem.reason).collect()
}

#[test]
fn two_heading_rows_without_merges() {
    let table = table(
        "2024年签约项目.csv",
        "招商引资签约项目台账,,,,,,,,,\n\
         序号,项目名称,投资方,合同额（亿元）,,签约时间,到位资金（万元）,,项目进展,责任单位\n\
         ,,,总投资,其中：利用资金,,当年,累计,,\n\
         1,甲项目,甲公司,2,1.5,2024.3.5,100,200,开工,一部\n\
         合计,,,2,1.5,,,,,\n",
    );
    assert_eq!(table.header_rows, [2, 3]);
    assert_eq!(table.year, Some(2024));
    assert_eq!(
        mapping(&table),
        "B=project.name C=enterprise.name D=agreement.contract_total \
         E=agreement.contract_capital F=agreement.sign_date I=project.note \
         J=agreement.responsible_unit"
    );
    let row = &table.rows[0];
    assert_eq!(
        yuan(row, "agreement", "contract_capital").as_deref(),
        Some("150000000.00")
    );
    assert_eq!(table.rows.len(), 1);
    let skipped: Vec<_> = table
        .skipped
        .iter()
        .map(|row| (row.row, row.kind))
        .collect();
    assert_eq!(skipped, [(1, "title"), (5, "total")]);
    let supposed: Vec<_> = table
        .problems
        .iter()
        .map(|problem| problem.reason)
        .collect();
    assert!(supposed.contains(&"agreement_type_supposed"));
}

#[test]
fn parties_types_and_one_amount_without_a_unit() {
    let table = table(
        "签约.csv",
        "序号,签约项目,甲方,乙方,协议类型,签约日期,合同总投资（万元）,固定资产投资,内/外资,产业类别,备注\n\
         1,甲项目,示例区管委会,甲公司,投资合同,2023年5月,20000,15000,内资,电梯,无\n\
         2,乙项目,示例区管委会,乙公司,框架协议,5月18日,2亿,8000万,外资,电梯,\n\
         3,丙项目,示例区管委会,丙公司,入驻协议,2023-06-01,3000,2000,内资,电梯,\n\
         4,丁项目,示例区管委会,丁公司,入驻协议,2023-06-02,3000,2000,内资,电梯,\n",
    );
    assert_eq!(
        mapping(&table),
        "B=project.name D=enterprise.name E=agreement.agreement_type F=agreement.sign_date \
         G=agreement.contract_total H=agreement.fixed_investment I=project.capital_type \
         J=project.chain K=agreement.note"
    );
    let [first, second, ..] = &table.rows[..] else {
        panic!("rows");
    };
    assert_eq!(
        yuan(first, "agreement", "contract_total").as_deref(),
        Some("200000000.00")
    );
    assert_eq!(yuan(first, "agreement", "fixed_investment"), None);
    // Without a year in the file, a day without one is asked for.
    let asked = |row: u32| {
        table
            .problems
            .iter()
            .any(|one| one.reason == "year_unknown" && one.row == row)
    };
    assert!(asked(second.row) || reasons(second).contains(&"year_unknown"));
    assert_eq!(
        yuan(second, "agreement", "fixed_investment").as_deref(),
        Some("80000000.00")
    );
    // Asked once for the column, not once for every row.
    let asked: Vec<_> = table
        .problems
        .iter()
        .filter(|problem| problem.reason == "amount_unit_unknown")
        .map(|problem| problem.column.as_str())
        .collect();
    assert_eq!(asked, ["H"]);
    assert!(!reasons(first).contains(&"amount_unit_unknown"));
}

#[test]
fn a_ledger_by_event_and_one_by_month() {
    let by_event = table(
        "招商引资项目台账.csv",
        "单位,项目名称,建设内容,计划总投资（亿元）,引资额（亿元）,签约活动,是否过亿,是否500强,落地情况\n\
         一部,甲项目,生产线,2,1.2,春季签约会,是,否,在建\n",
    );
    assert_eq!(
        mapping(&by_event),
        "A=agreement.responsible_unit B=project.name C=project.content \
         D=project.total_investment E=agreement.contract_capital F=agreement.ceremony I=project.note"
    );
    let by_month = table(
        "签约.csv",
        "单位：万元,,,,,,\n\
         序号,签约时间,企业,项目,投资额,招商方式,牵头领导\n\
         1,2023.5,甲公司,甲项目,20000,以商招商,张某\n\
         2,2023.6,乙公司,乙项目,约3000,自荐,张某\n",
    );
    assert_eq!(by_month.header_rows, [2]);
    assert_eq!(by_month.columns[4].unit, Some("万元"));
    let total = |row: &LedgerRow| yuan(row, "agreement", "contract_total");
    assert_eq!(total(&by_month.rows[0]).as_deref(), Some("200000000.00"));
    assert_eq!(total(&by_month.rows[1]).as_deref(), Some("30000000.00"));
}

#[test]
fn two_currencies_in_one_column() {
    let table = table(
        "签约.csv",
        "项目名称,投资方,协议投资额（亿美元/亿元）,币种,汇率,签约时间,协议类型\n\
         甲项目,甲公司,2,人民币,,2023-05-01,投资合同\n\
         乙项目,乙公司,0.5,美元,7.1,2023-05-02,投资合同\n\
         丙项目,丙公司,0.5,,,2023-05-03,投资合同\n",
    );
    let amounts: Vec<_> = table
        .rows
        .iter()
        .map(|row| yuan(row, "agreement", "contract_total"))
        .collect();
    assert_eq!(
        amounts,
        [
            Some("200000000.00".to_owned()),
            Some("50000000.00".to_owned()),
            None
        ]
    );
    assert!(reasons(&table.rows[2]).contains(&"currency_unknown"));
}

#[test]
fn original_amounts_are_checked_against_the_yuan_listed() {
    let table = table(
        "签约.csv",
        "项目,引进企业,合同引资（万元）,币种,原币（万）,汇率,签订日期,协议性质\n\
         甲项目,甲公司,8556.6,美元,1200,7.1305,2023-05-01,投资合同\n\
         乙项目,乙公司,9000,美元,1200,7.1305,2023-05-02,投资合同\n\
         丙项目,丙公司,9000,美元,1200,,2023-05-03,投资合同\n",
    );
    let [right, wrong, rateless] = &table.rows[..] else {
        panic!("rows");
    };
    assert_eq!(
        yuan(right, "agreement", "contract_capital").as_deref(),
        Some("12000000.00")
    );
    assert!(!reasons(right).contains(&"equivalent_disagrees"));
    assert!(reasons(wrong).contains(&"equivalent_disagrees"));
    assert!(reasons(rateless).contains(&"rate_missing"));
    let rate_date = Target {
        kind: "agreement",
        field: "rate_date",
    };
    let Some(Cell::Known(Value::Date(date), _)) = right.cells.get(&rate_date) else {
        panic!("rate date");
    };
    assert_eq!(date.to_string(), "2023-05-01");
}

#[test]
fn a_second_table_below_and_headings_repeated() {
    let heads = "项目名称,企业名称,签约时间,合同额（万元）,协议类型";
    let found = tables(
        "2023.csv",
        &format!(
            "{heads}\n甲项目,甲公司,5月1日,100,投资合同\n{heads}\n乙项目,乙公司,5月2日,100,投资合同\n\
             \n企业名单,,\n企业名称,统一社会信用代码,注册资本（万元）\n丙公司,91340104MA663HKDX4,500\n"
        ),
    );
    let kinds: Vec<_> = found
        .iter()
        .map(|table| (table.kind, table.rows.len()))
        .collect();
    assert_eq!(kinds, [("agreement", 2), ("enterprise", 1)]);
    assert_eq!(found[1].header_rows, [7]);
}

#[test]
fn a_row_without_a_project_or_a_known_type_is_rejected_by_name() {
    let table = table(
        "2023.csv",
        "项目名称,企业名称,签约时间,合同额（万元）,协议类型\n\
         ,甲公司,2023-05-01,100,投资合同\n\
         乙项目,乙公司,2023-05-02,100,口头约定\n\
         丙项目,丙公司,2023-05-03,100,\n",
    );
    let fates: Vec<_> = table
        .rows
        .iter()
        .map(|row| (row.rejected, reasons(row)))
        .collect();
    assert!(fates.iter().all(|(rejected, _)| *rejected));
    assert!(fates[0].1.contains(&"name_missing"));
    assert_eq!(fates[1].1, ["agreement_type_unknown"]);
    assert_eq!(fates[2].1, ["agreement_type_unknown"]);
    let raw = table.raw(&table.rows[1]);
    assert_eq!(raw["协议类型"], "口头约定");
}
