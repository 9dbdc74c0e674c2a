//! What only a whole sheet shows: totals, gaps, phases, colours, repetition.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Color, Format, Workbook, XlsxError};
use suoji_model::{Cell, Value};

use crate::options::Options;
use crate::table::{LedgerRow, Table, Target};
use crate::{Understood, read, understand, understand_with};

fn csv(file: &str, csv: &str) -> Understood {
    understand(&read(file, csv.as_bytes()).expect("csv"))
}

fn text<'r>(row: &'r LedgerRow, dotted: &str) -> &'r str {
    let target = Target::parse(dotted).expect("field");
    row.cells
        .get(&target)
        .and_then(Cell::as_text)
        .unwrap_or_default()
}

fn number(row: &LedgerRow, dotted: &str) -> Option<i64> {
    match row.cells.get(&Target::parse(dotted).expect("field"))? {
        Cell::Known(Value::Number(number), _) => Some(*number),
        Cell::Known(Value::Money(money), _) => Some(money.minor),
        _ => None,
    }
}

fn reasons(table: &Table) -> Vec<&str> {
    let of_rows = table.rows.iter().flat_map(|row| &row.problems);
    let all = of_rows.chain(&table.problems);
    all.map(|problem| problem.reason).collect()
}

const HEADS: &str =
    "序号,项目名称,企业名称,签约时间,协议类型,合同额（万元）,其中：利用资金（万元）";

#[test]
fn a_total_that_differs_is_reported_with_both_sums() {
    let found = csv(
        "2024签约.csv",
        &format!(
            "{HEADS}\n一、电梯（2个）,,,,,,\n1,甲,甲公司,3月1日,投资合同,100.25,50\n\
             2,乙,乙公司,3月2日,投资合同,200,60\n小计,,,,,300.25,120\n二、医药,,,,,,\n\
             3,丙,丙公司,3月3日,框架协议,400,70\n4,丁,丁公司,3月4日,投资合同,500,\n小计,,,,,900,90\n\
             合计,,,,,1200.25,260\n"
        ),
    );
    let table = &found.tables[0];
    let shown: Vec<_> = table
        .subtotals
        .iter()
        .map(|one| {
            (
                one.row,
                one.column.as_str(),
                one.claimed.as_str(),
                one.read.as_str(),
                one.counted.as_str(),
                one.difference.as_str(),
                one.agrees,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (5, "F", "300.25", "300.25", "300.25", "0.00", Some("all")),
            (5, "G", "120", "110", "110", "10", None),
            (9, "F", "900", "900.00", "500.00", "0.00", Some("all")),
            (9, "G", "90", "70", "0", "20", Some("incomplete")),
            (10, "F", "1200.25", "1200.25", "800.25", "0.00", Some("all")),
            (10, "G", "260", "180", "110", "80", Some("incomplete")),
        ]
    );
    let disagree: Vec<_> = table
        .problems
        .iter()
        .filter(|one| one.reason == "subtotal_disagrees")
        .map(|one| (one.row, one.column.as_str()))
        .collect();
    assert_eq!(disagree, [(5, "G")]);
    assert_eq!(table.rows[1].section.as_deref(), Some("一、电梯（2个）"));
}

#[test]
fn a_total_above_its_rows_and_a_long_gap() {
    let found = csv(
        "2024签约.csv",
        &format!(
            "{HEADS}\n合计,,,,,300,110\n1,甲,甲公司,3月1日,投资合同,100,50\n\n\n\n\n\
             2,乙,乙公司,3月2日,投资合同,200,60\n"
        ),
    );
    let table = &found.tables[0];
    assert!(table.subtotals.iter().all(|one| one.agrees == Some("all")));
    assert_eq!(table.subtotals.len(), 2);
    assert_eq!(table.gaps, [(4, 7)]);
    assert_eq!(table.rows[1].row, 8);
}

#[test]
fn phases_without_merged_cells_belong_to_the_project_above() {
    let found = csv(
        "2024年在建项目.csv",
        "序号,项目名称,级别,期别,总投资（亿元）,单体总数,形象进度\n\
         1,甲项目,省级,一期,5,8,投产\n,,,二期,,6,主体\n2,乙项目,市级,,2,4,打桩\n",
    );
    let table = &found.tables[0];
    let [first, second, other] = &table.rows[..] else {
        panic!("{:?}", table.rows);
    };
    assert_eq!(
        number(first, "key_project.total_investment"),
        Some(50_000_000_000)
    );
    assert_eq!(number(first, "key_project.buildings"), None);
    assert_eq!(number(first, "project_phase.buildings"), Some(8));
    assert_eq!(text(second, "project.name"), "甲项目");
    assert_eq!(text(second, "project_phase.visible_progress"), "主体");
    assert!(
        second
            .cells
            .iter()
            .all(|(target, _)| target.field == "project" || target.kind != "key_project")
    );
    assert_eq!(number(other, "key_project.buildings"), Some(4));
    assert!(table.rows.iter().all(|row| !row.rejected));
}

fn coloured() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("在建")?;
    for (column, head) in (0u16..).zip(["项目名称", "级别", "总投资（亿元）", "形象进度", "红黄绿"])
    {
        page.write_string(0, column, head)?;
    }
    let fills = [
        Color::Red,
        Color::Yellow,
        Color::RGB(0x0000_B050),
        Color::RGB(0x0000_70C0),
        Color::White,
    ];
    for (row, fill) in (1u32..).zip(fills) {
        page.write_string(row, 0, format!("项目{row}"))?;
        page.write_string(row, 1, "省级")?;
        page.write_number(row, 2, 2)?;
        page.write_string(row, 3, "主体")?;
        page.write_blank(row, 4, &Format::new().set_background_color(fill))?;
    }
    page.set_column_hidden(2)?;
    // One total for two projects stands in merged cells.
    page.merge_range(1, 2, 2, 2, "", &Format::new())?;
    page.write_number(1, 2, 5)?;
    book.save_to_buffer()
}

#[test]
fn fills_stand_for_words_and_merged_amounts_are_there_once() {
    let bytes = coloured().expect("workbook");
    let book = read("2024.xlsx", &bytes).expect("xlsx");
    let found = understand(&book);
    let table = &found.tables[0];
    let colours: Vec<&str> = table
        .rows
        .iter()
        .map(|row| text(row, "key_project.rag_status"))
        .collect();
    assert_eq!(colours, ["red", "yellow", "green", "", ""]);
    assert_eq!(found.questions[0].key, "colour:0070C0");
    let options = Options {
        answers: [("colour:0070C0".to_owned(), "green".to_owned())].into(),
        ..Options::default()
    };
    let told = understand_with(&book, &options);
    assert_eq!(
        text(&told.tables[0].rows[3], "key_project.rag_status"),
        "green"
    );
    assert!(told.questions.is_empty());
    let totals: Vec<Option<i64>> = table
        .rows
        .iter()
        .map(|row| number(row, "key_project.total_investment"))
        .collect();
    assert_eq!(
        totals[..3],
        [Some(50_000_000_000), None, Some(20_000_000_000)]
    );
    assert!(reasons(table).contains(&"merged_amount"));
    assert_eq!(table.hidden_columns, ["C"]);
    assert!(reasons(table).contains(&"hidden_columns"));
}

#[test]
fn one_sheet_for_each_office_names_the_office() {
    let mut book = Workbook::new();
    for name in ["苏州", "上海驻点", "北京"] {
        let page = book.add_worksheet();
        page.set_name(name).expect("name");
        for (column, head) in (0u16..).zip(["日期", "拜访企业", "洽谈内容", "后续安排"])
        {
            page.write_string(0, column, head).expect("head");
            page.write_string(1, column, if column == 0 { "2024-03-05" } else { "某某" })
                .expect("cell");
        }
    }
    let bytes = book.save_to_buffer().expect("bytes");
    let found = understand(&read("拜访.xlsx", &bytes).expect("xlsx"));
    let offices: Vec<&str> = found
        .tables
        .iter()
        .map(|table| text(&table.rows[0], "visit.resident_office"))
        .collect();
    assert_eq!(offices, ["苏州", "上海", "北京"]);
}

#[test]
fn hidden_sheets_are_named_and_read_when_asked_for() {
    let mut book = Workbook::new();
    for (name, hidden) in [("签约", false), ("旧签约", true)] {
        let page = book.add_worksheet();
        page.set_name(name).expect("name");
        page.set_hidden(hidden);
        for (row, line) in (0u32..).zip([HEADS, "1,甲,甲公司,2024-3-1,投资合同,100,50"]) {
            for (column, cell) in (0u16..).zip(line.split(',')) {
                page.write_string(row, column, cell).expect("cell");
            }
        }
    }
    let bytes = book.save_to_buffer().expect("bytes");
    let book = read("签约.xlsx", &bytes).expect("xlsx");
    let found = understand(&book);
    assert_eq!(found.tables.len(), 1);
    assert_eq!(found.problems[0].reason, "hidden_sheet");
    let options = Options {
        hidden_sheets: true,
        ..Options::default()
    };
    assert_eq!(understand_with(&book, &options).tables.len(), 2);
}

/// A workbook with the given parts beside what every workbook has.
pub(crate) fn package(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = zip::ZipWriter::new(&mut bytes);
    let options = zip::write::SimpleFileOptions::default();
    let ns = "http://schemas.openxmlformats.org";
    let parts = [
        (
            "[Content_Types].xml",
            format!(r#"<Types xmlns="{ns}/package/2006/content-types"/>"#),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="rId1" Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{ns}/spreadsheetml/2006/main" xmlns:r="{ns}/officeDocument/2006/relationships"><sheets><sheet name="签约" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="rId1" Type="{ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{ns}/spreadsheetml/2006/main">{sheet}</worksheet>"#),
        ),
    ];
    let own = parts.iter().map(|(name, part)| (*name, part.as_str()));
    for (name, part) in own.chain(more.iter().copied()) {
        writer.start_file(name, options).expect("part");
        writer.write_all(part.as_bytes()).expect("bytes");
    }
    writer.finish().expect("zip");
    bytes.into_inner()
}

#[test]
fn formulas_without_values_links_and_macros_are_named() {
    let inline = |cell: &str, text: &str| {
        format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let heads: Vec<String> = [
        "项目名称",
        "企业名称",
        "签约时间",
        "合同额（万元）",
        "协议类型",
    ]
    .iter()
    .zip("ABCDE".chars())
    .map(|(head, letter)| inline(&format!("{letter}1"), head))
    .collect();
    let sheet = format!(
        r#"<sheetData><row r="1">{}</row><row r="2">{}{}{}<c r="D2"><f>A1*2</f></c>{}</row><row r="3">{}{}{}<c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c>{}</row></sheetData>"#,
        heads.concat(),
        inline("A2", "甲"),
        inline("B2", "甲公司"),
        inline("C2", "2024-3-1"),
        inline("E2", "投资合同"),
        inline("A3", "乙"),
        inline("B3", "乙公司"),
        inline("C3", "2024-3-2"),
        inline("E3", "投资合同"),
    );
    let more = [
        ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
        ("xl/vbaProject.bin", "macro"),
    ];
    let found = understand(&read("签约.xlsm", &package(&sheet, &more)).expect("xlsm"));
    let carried: Vec<&str> = found.problems.iter().map(|one| one.reason).collect();
    assert_eq!(carried, ["external_links", "macros"]);
    let problems: Vec<Vec<&str>> = found.tables[0]
        .rows
        .iter()
        .map(|row| row.problems.iter().map(|one| one.reason).collect())
        .collect();
    assert_eq!(problems, [["formula_unstored"], ["formula_error"]]);
    let target = Target::parse("agreement.contract_total").expect("field");
    assert_eq!(
        found.tables[0].rows[0].cells.get(&target),
        Some(&Cell::Blank)
    );
}
