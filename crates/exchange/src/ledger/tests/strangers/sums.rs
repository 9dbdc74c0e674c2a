//! Sums that stand elsewhere than below the rows, amounts in odd writing, and
//! columns that are there twice.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::{Stranger, check, of_text, shown, understood};
use crate::options::Options;
use crate::table::Table;
use crate::{Understood, read, understand, understand_with};

const HEADS: &str = "序号,项目名称,投资方,合同利用资金（万元）,签约时间,协议类型\n";

fn signing(rows: &str) -> Understood {
    of_text("签约2024.csv", format!("{HEADS}{rows}").as_bytes())
}

/// `row claimed read` of every claim that disagrees.
fn wrong(table: &Table) -> Vec<String> {
    let told = table.subtotals.iter().filter(|one| one.agrees.is_none());
    told.map(|one| format!("{} {} {}", one.row, one.claimed, one.read))
        .collect()
}

fn reasons(table: &Table) -> Vec<&str> {
    let rows = table.rows.iter().flat_map(|row| &row.problems);
    rows.chain(&table.problems).map(|one| one.reason).collect()
}

#[test]
fn a_section_claims_the_rows_below_it() {
    let found = signing(
        "一、省级,,,30000\n\
         （一）续建,,,10000\n\
         1,甲,甲公司,10000,2024-1-1,投资合同\n\
         （二）新建,,,20000\n\
         2,乙,乙公司,20000,2024-1-2,投资合同\n\
         二、市级,,,16000\n\
         3,丙,丙公司,7000,2024-1-3,投资合同\n\
         4,丁,丁公司,8000,2024-1-4,投资合同\n\
         三、县级,,,0\n\
         合计,,,45000\n",
    );
    assert_eq!(wrong(&found.tables[0]), ["7 16000 15000"]);
    assert!(reasons(&found.tables[0]).contains(&"subtotal_disagrees"));
}

#[test]
fn what_is_carried_over_is_no_claim_about_the_sheet() {
    let found = signing(
        ",上月累计,,2100\n\
         1,甲,甲公司,2000,2024-2-5,投资合同\n\
         2,乙,乙公司,2100,2024-2-6,投资合同\n\
         ,本月小计,,4100\n\
         ,本年累计,,6200\n",
    );
    assert_eq!(wrong(&found.tables[0]), [""; 0]);
    let found = signing(
        "上年结转,,,2100\n\
         1,甲,甲公司,2000,2024-2-5,投资合同\n\
         本年累计,,,4200\n",
    );
    assert_eq!(found.tables[0].read, 1);
    assert_eq!(wrong(&found.tables[0]), ["4 4200 2000"]);
}

#[test]
fn the_unit_beside_a_total_is_that_of_its_row() {
    let found = signing(
        "1,甲,甲公司,5000,2024-1-1,投资合同\n\
         2,乙,乙公司,10000,2024-1-2,投资合同\n\
         小计（亿元）,,,1.5\n\
         3,丙,丙公司,3000,2024-2-1,投资合同\n\
         合计（单位：亿元）,,,1.8\n\
         合计（3个）,,,18000\n",
    );
    assert_eq!(wrong(&found.tables[0]), [""; 0]);
    let read = found.tables[0]
        .subtotals
        .iter()
        .map(|one| one.read.as_str());
    assert_eq!(read.collect::<Vec<_>>(), ["1.5", "1.8", "18000.0"]);
    let found = signing(
        "1,甲,甲公司,5000,2024-1-1,投资合同\n\
         合计（亿元）,,,0.6\n",
    );
    assert_eq!(wrong(&found.tables[0]), ["3 0.6 0.5"]);
}

#[test]
fn thousands_under_a_larger_unit_are_asked_for() {
    let rows = "1,甲,甲公司,5千,2024-1-1,投资合同\n2,乙,乙公司,3千万,2024-1-2,投资合同\n";
    let key = "small:signing:合同利用资金";
    let capital = |found: &Understood| {
        let rows = found.tables[0].rows.iter();
        let values = rows.map(|row| shown(row, "agreement.contract_capital"));
        values.collect::<Vec<_>>()
    };
    let open = signing(rows);
    assert_eq!(capital(&open), ["", "30000000"]);
    assert_eq!(open.questions[0].key, key);
    for (answer, wanted) in [("heading", "50000000"), ("yuan", "5000")] {
        let book = read("签约2024.csv", format!("{HEADS}{rows}").as_bytes()).expect("csv");
        let options = Options {
            answers: [(key.to_owned(), answer.to_owned())].into(),
            ..Options::default()
        };
        let told = understand_with(&book, &options);
        assert_eq!(capital(&told), [wanted, "30000000"]);
        assert!(told.questions.is_empty());
    }
}

#[test]
fn lines_in_brackets_go_on_with_the_headings() {
    check(&Stranger {
        file: "签约2024.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目,,,,,,,\n\
             序号,项目名称,投资方,合同金额,币种,汇率,签约时间,协议类型\n\
             ,,,（万）,,（对人民币）,,\n\
             1,甲,A Ltd,1000,美元,7.1,2024-1-1,投资合同\n\
             2,乙,乙公司,5000,人民币,,二O二四年二月一日,投资合同",
            &[],
        )],
        tables: &["签约 signing 2,3 2"],
        records: &[
            "agreement.contract_total=10000000USD agreement.rate=Number(7100000)",
            "agreement.contract_total=50000000 agreement.sign_date=2024-02-01",
        ],
    });
}

/// Two columns of one heading, of which the first may be hidden.
fn twice(hidden: bool) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let heads = [
        "项目名称",
        "投资方",
        "利用资金（万元）",
        "利用资金（万元）",
        "签约时间",
        "协议类型",
    ];
    for (column, head) in (0u16..).zip(heads) {
        page.write_string(0, column, head)?;
    }
    for (column, cell) in [(0, "甲"), (1, "甲公司"), (4, "2024-1-1"), (5, "投资合同")] {
        page.write_string(1, column, cell)?;
    }
    page.write_number(1, 2, 9000)?;
    page.write_number(1, 3, 10_000)?;
    if hidden {
        page.set_column_hidden(2)?;
    }
    book.save_to_buffer()
}

#[test]
fn of_columns_called_alike_the_shown_one_is_read() {
    for (hidden, wanted) in [(true, "100000000"), (false, "90000000")] {
        let bytes = twice(hidden).expect("workbook");
        let found = understand(&read("签约2024.xlsx", &bytes).expect("xlsx"));
        let table = &found.tables[0];
        assert_eq!(shown(&table.rows[0], "agreement.contract_capital"), wanted);
        assert_eq!(reasons(table).contains(&"heading_twice"), !hidden);
    }
}

#[test]
fn a_total_may_be_of_the_rows_since_the_headings_were_said_again() {
    let found = signing(&format!(
        "1,甲,甲公司,10000,2024-1-1,投资合同\n\
         合计,,,10000\n\
         二季度签约项目\n{HEADS}\
         1,乙,乙公司,20000,2024-4-2,投资合同\n\
         三季度签约项目\n{HEADS}\
         1,丙,丙公司,7000,2024-7-3,投资合同\n\
         合计,,,7000\n",
    ));
    let none: [&str; 0] = [];
    let tables = found.tables.iter();
    assert_eq!(tables.map(|table| table.rows.len()).sum::<usize>(), 3);
    for table in &found.tables {
        assert_eq!(wrong(table), none);
    }
}

#[test]
fn a_unit_of_several_tenants_is_in_the_total_once() {
    let found = of_text(
        "标准厂房.csv",
        "园区,楼栋,楼层,建筑面积（㎡）,入驻企业,已租面积（㎡）\n\
         南区,1#,1F,5000,甲公司,2000\n南区,1#,1F,5000,乙公司,1500\n\
         南区,1#,2F,4000,丙公司,4000\n合计,,,9000,,7500\n"
            .as_bytes(),
    );
    let table = &found.tables[0];
    assert_eq!(wrong(table), [] as [&str; 0]);
    assert_eq!(table.subtotals[0].agrees, Some("counted"));
}

#[test]
fn amounts_alone_below_the_headings_are_their_total() {
    let found = of_text(
        "签约2024.csv",
        "序号,项目名称,投资方,合同总投资（万元）,合同利用资金（万元）,签约时间\n\
         ,,,15000,12000,\n\
         1,甲,甲公司,10000,8000,2024-1-1\n\
         2,乙,乙公司,5000,4000,2024-1-2\n"
            .as_bytes(),
    );
    let table = &found.tables[0];
    assert_eq!((table.read, table.skipped[0].kind), (2, "total"));
    let agree = table.subtotals.iter().map(|one| one.agrees);
    assert_eq!(agree.collect::<Vec<_>>(), [Some("all"); 2]);
}

#[test]
fn the_heading_of_a_section_above_counts_is_none() {
    let found = understood(&Stranger {
        file: "重点项目.xlsx",
        sheets: &[(
            "在建项目",
            "序号,单体总数,项目名称,级别,总投资（亿元）\n\
             ,一、产投集团,,,\n\
             1,8,甲项目,市级,2\n\
             2,12,乙项目,市级,3\n\
             ,二、招商二部,,,\n\
             3,5,丙项目,市级,4",
            &[],
        )],
        tables: &[],
        records: &[],
    });
    assert_eq!(found.tables[0].rows.len(), 3);
    assert_eq!(found.tables[0].subtotals, []);
}
