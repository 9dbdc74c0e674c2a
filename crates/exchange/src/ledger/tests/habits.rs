//! What people leave around tables and in cells, as csv.

use suoji_model::{Cell, Value};

use crate::table::{Table, Target};
use crate::{read, understand};

fn table(csv: &str) -> Table {
    let book = read("2024年签约.csv", csv.as_bytes()).expect("csv");
    let mut found = understand(&book);
    assert_eq!(found.tables.len(), 1, "{:?}", found.problems);
    found.tables.remove(0)
}

fn skipped(table: &Table) -> Vec<(u32, &str)> {
    let skipped = table.skipped.iter();
    skipped.map(|row| (row.row, row.kind)).collect()
}

fn shown(table: &Table, row: usize, dotted: &str) -> String {
    let target = Target::parse(dotted).expect("field");
    match table.rows[row].cells.get(&target) {
        Some(Cell::Known(Value::Money(money), _)) => money.amount(),
        Some(Cell::Known(Value::Date(date), mark)) => {
            let mark = mark.map_or("", |mark| mark.name());
            format!("{date} {mark}").trim_end().to_owned()
        }
        Some(cell) => cell.as_text().unwrap_or_default().to_owned(),
        None => String::new(),
    }
}

#[test]
fn units_and_column_numbers_in_rows_of_their_own() {
    let table = table(
        "签约项目台账,,,,,\n\
         序号,项目名称,企业名称,签约时间,合同额,协议类型\n\
         ,,,,（万元）,\n\
         甲,乙,1,2,3,4\n\
         1,某项目,某公司,2024-3-1,500,投资合同\n",
    );
    assert_eq!(table.header_rows, [2, 3]);
    assert_eq!(table.columns[4].unit, Some("万元"));
    assert_eq!(skipped(&table), [(1, "title"), (4, "header")]);
    assert_eq!(shown(&table, 0, "agreement.contract_total"), "5000000.00");
}

#[test]
fn headings_that_ask_units_with_remarks_and_codes_below() {
    let table = table(
        "项目名称,企业名称,何时签约,\"合同总投资（亿元人民币，含二期）\",协议类型\n\
         XMMC,QYMC,QY_RQ,ZTZ,XYLX\n\
         某项目,某公司,2024 7 3,1.5,投资合同\n\
         别项目,别公司,2024-10-上旬,2,投资合同\n",
    );
    assert_eq!(table.columns[3].unit, Some("亿元"));
    assert_eq!(skipped(&table), [(2, "header")]);
    assert_eq!(table.read, 2);
    assert_eq!(shown(&table, 0, "agreement.sign_date"), "2024-07-03");
    assert_eq!(shown(&table, 0, "agreement.contract_total"), "150000000.00");
    assert_eq!(shown(&table, 1, "agreement.sign_date"), "2024-10-T1");
}

#[test]
fn remarks_that_say_what_kind_of_agreement_it_is() {
    let table = table(
        "项目名称,企业名称,签约时间,合同额（万元）,进展,备注\n\
         甲项目,甲公司,2024-3-1,500,已签框架协议,\n\
         乙项目,乙公司,2024-3-2,500,办理用地,意向书。\n\
         丙项目,丙公司,2024-3-3,500,框架协议转正式合同,意向用地50亩\n\
         丁项目,丁公司,2024-3-4,500,,入园协议\n",
    );
    let kinds: Vec<String> = (0..4)
        .map(|row| shown(&table, row, "agreement.agreement_type"))
        .collect();
    assert_eq!(kinds, ["framework", "intent", "formal", "entry"]);
}

#[test]
fn payments_by_the_firm_that_got_them() {
    let table = table(
        "到账企业,何时到账,到账金额（万元，外币折算后）,备注\n\
         某公司,2025 4 1,1200,首笔\n\
         别公司,2025-5-中旬,\"1,300.50\",\n\
         小计,,2500.5,\n",
    );
    assert_eq!(table.kind, "payment");
    assert_eq!(skipped(&table), [(4, "subtotal")]);
    assert_eq!(shown(&table, 0, "project.name"), "某公司");
    assert_eq!(shown(&table, 0, "payment.paid_date"), "2025-04-01");
    assert_eq!(shown(&table, 1, "payment.paid_in"), "13005000.00");
}

#[test]
fn what_came_by_the_end_of_last_year_is_no_sum_of_this_one() {
    let table = table(
        "项目,2024年底累计到位（万元）,2025年1季度到位（万元）,2025年2季度到位（万元）,小计（万元）,累计到位（万元）\n\
         某项目,5000,1000,2000,3000,8000\n\
         别项目,0,0,3000.5,3000.5,3000.5\n",
    );
    assert_eq!(table.kind, "payment");
    let told = table.rows.iter().flat_map(|row| &row.problems);
    let told: Vec<&str> = told.map(|one| one.reason).collect();
    assert_eq!((table.rows.len(), told), (3, vec![]));
}

#[test]
fn both_sides_of_an_agreement_stand_in_one_cell() {
    let table = table(
        "项目名称,签约双方,签约时间,投资额（万元）\n\
         某项目,开发区管委会与某公司,2024-3-1,500\n",
    );
    assert_eq!(shown(&table, 0, "enterprise.name"), "某公司");
}

#[test]
fn a_lead_s_day_is_asked_for() {
    let table = table(
        "信息名称,何时获得,企业名称,预计投资（万元）\n\
         某信息,2025 1 5,某公司,5000\n",
    );
    assert_eq!(shown(&table, 0, "lead.reported_at"), "2025-01-05");
}

#[test]
fn a_currency_beside_a_size_is_no_unit_of_ones() {
    let table = table(
        "项目名称,企业名称,签约时间,\"合同额（USD, mn）\"\n\
         某项目,某公司,2024-7-3,1.5\n",
    );
    assert_eq!(table.columns[3].unit, None);
}

#[test]
fn records_of_letters_are_no_codes() {
    let table = table(
        "项目名称,投资方,协议类型,来源地\n\
         BMS2,ACME,MOU,USA\n\
         VCU3,BETA,MOU,UK\n",
    );
    assert_eq!(skipped(&table), []);
    assert_eq!(table.read, 2);
}

#[test]
fn sections_without_numbers_totals_with_counts_and_signatures() {
    let table = table(
        "序号,项目名称,企业名称,签约时间,合同额（万元）,协议类型\n\
         省级重点项目（2个）,,,,,\n\
         1,甲项目,甲公司,2024-3-1,500,投资合同\n\
         2,乙项目,乙公司,2024-3-2,500,投资合同\n\
         合计2个,,,,1000,\n\
         填报人：张三,,审核人：李四,,联系电话：15400000001,\n\
         注：以上为示例,,,,,\n",
    );
    assert_eq!(
        skipped(&table),
        [(2, "section"), (5, "total"), (6, "note"), (7, "note")]
    );
    assert_eq!(table.read, 2);
    assert!(table.subtotals.iter().all(|one| one.agrees == Some("all")));
    let section = table.rows[0].section.as_deref();
    assert_eq!(section, Some("省级重点项目（2个）"));
}

#[test]
fn names_are_closed_and_persons_told_apart() {
    let table = table(
        "项目名称,企业名称,签约时间,合同额（万元）,协议类型,牵头领导,服务专员\n\
         \"某某\n项目\",\"某某 有限公司\",2024-3-1,1.2（亿元）,投资合同,王　强,张三、李四\n",
    );
    assert_eq!(shown(&table, 0, "project.name"), "某某项目");
    assert_eq!(shown(&table, 0, "agreement.contract_total"), "120000000.00");
    assert_eq!(shown(&table, 0, "project.sponsor_leader"), "王强");
    assert_eq!(shown(&table, 0, "project.service_officer"), "张三");
    let reasons: Vec<&str> = table.rows[0]
        .problems
        .iter()
        .map(|one| one.reason)
        .collect();
    assert_eq!(reasons, ["more_than_one_person"]);
    let raw = table.raw(&table.rows[0]);
    assert_eq!(raw["服务专员"], "张三、李四");
}

#[test]
fn days_before_which_and_about_which() {
    let dates = [
        "2024年6月底前",
        "预计2024年6月",
        "2024.6.18.",
        "拟6月",
        "未入驻",
    ];
    let rows: String = dates
        .iter()
        .map(|date| format!("1幢,{date},某公司,500\n"))
        .collect();
    let table = table(&format!("楼栋,起租日期,承租企业,租赁面积（㎡）\n{rows}"));
    let read: Vec<String> = (0..dates.len())
        .map(|row| shown(&table, row, "lease.start_date"))
        .collect();
    assert_eq!(
        read,
        [
            "2024-06 at_most",
            "2024-06 approximate",
            "2024-06-18",
            "",
            ""
        ]
    );
}

#[test]
fn shares_of_a_total_are_no_records() {
    let head = "序号,项目名称,投资方,签约时间,合同额（万元）,协议类型\n";
    let rows = "1,甲项目,甲公司,2024-3-1,500,投资合同\n2,乙项目,乙公司,2024-3-2,300,投资合同\n";
    for end in [
        "其中：内资,,,,500,\n其中：外资,,,,300,\n合计,,,,800,\n",
        "合计,,,,800,\n其中：内资,,,,500,\n其中：外资,,,,300,\n",
    ] {
        let table = table(&format!("{head}{rows}{end}"));
        assert_eq!(table.read, 2, "{end}");
        let wrong = ["name_missing", "subtotal_disagrees"];
        let found = table.problems.iter();
        assert_eq!(found.filter(|one| wrong.contains(&one.reason)).count(), 0);
    }
}

#[test]
fn what_a_total_is_made_of_or_held_against_is_no_record() {
    let head = "序号,项目名称,投资方,签约时间,合同额（亿元）,利用资金（亿元）,协议类型\n";
    let rows = "1,甲项目,甲公司,2024-3-1,5,4,投资合同\n2,乙项目,乙公司,2024-3-2,3,2,投资合同\n";
    for end in [
        ",其中：亿元以上项目,2个,,8,6,\n,占比,,,98.1%,0.97,\n",
        ",去年同期,,,15.2,12,\n,比2023年同期增减（%）,,,+12.3%,-5,\n",
        ",全年目标任务,,,20,18,\n,完成率,,,40%,#DIV/0!,\n,同比±%,,,下降3.2%,持平,\n",
        "其中：省重大1个,,,,5,4,\n市重点1个,,,,3,2,\n",
        ",其中：工业,1个,,5,4,\n,服务业,1个,,3,2,\n,农业,,,/,/,\n",
        "其中：,工业,,,5,4,\n",
    ] {
        let table = table(&format!("{head}{rows},合计,2个,,8,6,\n{end}"));
        assert_eq!(table.read, 2, "{end}");
        assert!(
            table
                .problems
                .iter()
                .all(|one| one.reason != "subtotal_disagrees")
        );
    }
    // Away from a total, or with a number of its own, it is a project.
    for end in [
        "3,服务业,,,3,2,\n",
        ",五金配件3个,,,3,2,\n",
        ",增资项目,,,3,2,\n",
    ] {
        let table = table(&format!("{head}{rows}{end}"));
        assert_eq!(table.read, 3, "{end}");
    }
}

#[test]
fn a_column_without_a_heading_is_named() {
    let table = table(
        "项目名称,企业名称,签约时间,合同额（万元）,协议类型,\n\
         甲项目,甲公司,2024-3-1,500,投资合同,重要\n",
    );
    let bare = table
        .problems
        .iter()
        .find(|one| one.reason == "columns_without_heading");
    assert_eq!(bare.map(|one| one.raw.as_str()), Some("F"));
}

#[test]
fn several_ledgers_one_below_the_other() {
    let book = read(
        "2024.csv",
        "签约项目,,,,\n项目名称,企业名称,签约时间,合同额（万元）,协议类型\n甲项目,甲公司,3月1日,500,投资合同\n合计,,,500,\n,,,,\n\
         招商线索,,,,\n企业名称,首报时间,报送单位,拟投资额（亿元）,是否有效\n乙公司,3月2日,一部,2,√\n丙公司,3月3日,二部,1,×\n,,,,\n\
         可供地块,,,,\n地块编号,位置,面积（亩）,用途,供地状态\nA-1,某街,50,工业,净地\n"
            .as_bytes(),
    );
    let found = understand(&book.expect("csv"));
    let tables: Vec<(&str, &str, u64)> = found
        .tables
        .iter()
        .map(|table| (table.key.as_str(), table.ledger, table.read))
        .collect();
    assert_eq!(
        tables,
        [
            ("2024", "signing", 1),
            ("2024#2", "lead", 2),
            ("2024#3", "parcel", 1)
        ]
    );
}
