//! Good files in every format, and bad bytes.

use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::{ReadError, read};
use crate::book::{Raw, Shown};
use crate::write::{Encoding, Line, Number, Out, Sheet as Written, write_csv, write_xlsx};

fn sample() -> Vec<u8> {
    let heads = ["项目", "金额"].map(str::to_owned);
    let row = vec![
        Out::Text("某项目".to_owned()),
        Out::Number(Number {
            text: "12.50".to_owned(),
            decimals: 2,
            ..Number::default()
        }),
    ];
    write_xlsx(
        &Written::plain("一季度", &heads),
        std::iter::repeat_n(Line::Record(row), 40),
    )
    .expect("xlsx")
}

#[test]
fn csv_in_the_encodings_of_chinese_machines() {
    let text = "项目,说明\n\n\"某\n项目\",有\n\n末行,无\n";
    let (gb, ..) = encoding_rs::GB18030.encode(text);
    for bytes in [text.as_bytes(), &gb, format!("\u{feff}{text}").as_bytes()] {
        let book = read("台账.csv", bytes).expect("csv");
        let sheet = &book.sheets[0];
        assert_eq!(sheet.name, "台账");
        let rows: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(rows, [1, 3, 5]);
        assert_eq!(*sheet.cell(3, 1), Raw::text("某\n项目"));
        assert_eq!(book.sha256.len(), 64);
    }
    let tabs = read("a.txt", "项目\t企业\n甲\t乙\n".as_bytes()).expect("tabs");
    assert_eq!(*tabs.sheets[0].cell(2, 2), Raw::text("乙"));
}

/// 项目 日期 亮灯 完成率, with a name struck through, a month shown with two
/// decimals, fills in place of words, and a hidden column.
fn has_looks(file: &str, bytes: &[u8]) {
    let book = read(file, bytes).expect("readable");
    assert!(book.carries.is_empty(), "{:?}", book.carries);
    let sheet = &book.sheets[0];
    let fill = |row, column| sheet.looks.get(&(row, column)).and_then(|look| look.fill);
    assert_eq!(fill(2, 3), Some([0xFF, 0xC0, 0x00]), "{file}");
    assert_eq!(fill(3, 3), Some([0x92, 0xD0, 0x50]), "{file}");
    assert_eq!(fill(3, 1), None, "{file}");
    let struck = |row| sheet.looks.get(&(row, 1)).is_some_and(|look| look.struck);
    assert_eq!((struck(2), struck(3)), (true, false), "{file}");
    assert_eq!(sheet.cell(2, 2).display(), "2023.10", "{file}");
    assert_eq!(sheet.cell(3, 2).display(), "2023.1", "{file}");
    let percent = Raw::Number {
        text: "0.8".into(),
        shown: Shown::Percent,
    };
    assert_eq!(*sheet.cell(2, 4), percent, "{file}");
    assert_eq!(sheet.hidden_columns, [2], "{file}");
    assert!(sheet.merge_at(4, 2).is_some(), "{file}");
}

#[test]
fn cells_look_alike_in_the_old_format() {
    // Written by LibreOffice.
    has_looks("looks.xls", include_bytes!("looks.xls"));
    let mut cut = include_bytes!("looks.xls").to_vec();
    cut.truncate(3_000);
    let _ = read("cut.xls", &cut);
}

#[test]
fn cells_look_alike_in_the_open_format() {
    const CONTENT: &str = r##"<office:document-content>
        <number:number-style style:name="N2"><number:number number:decimal-places="2"/></number:number-style>
        <number:percentage-style style:name="N3"><number:number number:decimal-places="0"/></number:percentage-style>
        <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N2"/>
        <style:style style:name="ce2" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffc000"/></style:style>
        <style:style style:name="ce3" style:family="table-cell" style:parent-style-name="Green"/>
        <style:style style:name="ce4" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
        <style:style style:name="ce5" style:family="table-cell" style:data-style-name="N3"/>
        <office:body><office:spreadsheet><table:table table:name="在建">
        <table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce5"/>
        <table:table-row>HEADS</table:table-row>
        <table:table-row><table:table-cell table:style-name="ce4" office:value-type="string"><text:p>甲</text:p></table:table-cell><table:table-cell table:style-name="ce1" office:value-type="float" office:value="2023.1"/><table:table-cell table:style-name="ce2"/><table:table-cell office:value-type="percentage" office:value="0.8"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>乙</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2023.1"/><table:table-cell table:style-name="ce3"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>注</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384" table:style-name="ce2"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"##;
    const STYLES: &str = r##"<office:document-styles><style:style style:name="Green" style:family="table-cell"><style:table-cell-properties fo:background-color="#92d050"/></style:style></office:document-styles>"##;
    let heads = ["项目", "日期", "亮灯", "完成率"].map(|head| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{head}</text:p></table:table-cell>"#
        )
    });
    let content = CONTENT.replace("HEADS", &heads.concat());
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("styles.xml", STYLES),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ];
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let stored = zip::write::SimpleFileOptions::default();
        file.start_file(name, stored).expect("part");
        file.write_all(text.as_bytes()).expect("text");
    }
    let bytes = file.finish().expect("file").into_inner();
    has_looks("looks.ods", &bytes);
}

#[test]
fn rows_are_numbered_alike_however_lines_end() {
    let rows = ["a,b", "\"c\nd\",e", "", "f,g", "h,i"];
    for end in ["\n", "\r\n"] {
        for last in ["", end] {
            let text = rows.join(end) + last;
            let book = read("x.csv", text.as_bytes()).expect("csv");
            let found: Vec<u32> = book.sheets[0].rows.iter().map(|row| row.number).collect();
            assert_eq!(found, [1, 2, 4, 5], "{text:?}");
        }
    }
}

#[test]
fn what_is_written_is_read_back() {
    let book = read("out.xlsx", &sample()).expect("xlsx");
    assert_eq!(book.sheets[0].name, "一季度");
    assert_eq!(book.sheets[0].rows.len(), 41);
    assert_eq!(book.sheets[0].cell(2, 2).display(), "12.50");
    let heads = ["说明".to_owned()];
    let bytes = write_csv(
        &Written::plain("", &heads),
        std::iter::once(Line::Record(vec![Out::Text("=1+1".to_owned())])),
        Encoding::Utf8,
    );
    let bytes = bytes.expect("csv");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("'=1+1"), "no spreadsheet runs it: {text}");
    let book = read("out.csv", &bytes).expect("csv");
    assert_eq!(*book.sheets[0].cell(2, 1), Raw::text("=1+1"));
    let book = read("in.csv", "说明\n'00123\n'+甲\n".as_bytes()).expect("csv");
    assert_eq!(*book.sheets[0].cell(2, 1), Raw::text("'00123"));
    assert_eq!(*book.sheets[0].cell(3, 1), Raw::text("+甲"));
}

/// A file of one part, as LibreOffice packs it.
fn packed(name: &str, part: &str) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = zip::ZipWriter::new(&mut bytes);
    let options = zip::write::SimpleFileOptions::default();
    for (name, part) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        (name, part),
    ] {
        writer.start_file(name, options).expect("part");
        writer.write_all(part.as_bytes()).expect("bytes");
    }
    writer.finish().expect("zip");
    bytes.into_inner()
}

#[test]
fn open_document_sheets() {
    let content = r#"<office:document-content
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:spreadsheet><table:table table:name="签约">
        <table:table-row><table:table-cell office:value-type="string"><text:p>项目</text:p>
        </table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row>
        <table:table-cell office:value-type="float" office:value="12.5"/>
        <table:table-cell office:value-type="date" office:date-value="2023-05-01"/>
        </table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    // Office programs write no space between tags, and readers expect none.
    let lines: Vec<&str> = content.lines().map(str::trim).collect();
    let content = lines.join(" ").replace("> <", "><");
    let book = read("签约.ods", &packed("content.xml", &content)).expect("ods");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.name, "签约");
    assert_eq!(sheet.cell(4, 1).display(), "12.5");
    assert_eq!(sheet.cell(4, 2).display(), "2023-05-01");
}

#[test]
fn words_of_open_document_formats_are_read() {
    let style = |name: &str, inside: &str| {
        format!(
            "<number:number-style style:name=\"N{name}\">{inside}</number:number-style>\
             <style:style style:name=\"ce{name}\" style:family=\"table-cell\" \
             style:data-style-name=\"N{name}\"/>"
        )
    };
    let digits = |many: u8| format!("<number:number number:decimal-places=\"{many}\"/>");
    let styles = [
        style("1", &format!("<number:text>约</number:text>{}", digits(1))),
        style("2", &format!("{}<number:text>–12</number:text>", digits(0))),
        style(
            "3",
            &format!("{}<number:text>万元</number:text>", digits(0)),
        ),
    ];
    let cell = |name: u8| {
        format!(
            "<table:table-cell table:style-name=\"ce{name}\" \
             office:value-type=\"float\" office:value=\"10\"/>"
        )
    };
    let content = format!(
        "<office:document-content>{}<office:body><office:spreadsheet>\
         <table:table table:name=\"租金\"><table:table-row>{}{}{}</table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        styles.concat(),
        cell(1),
        cell(2),
        cell(3)
    );
    let book = read("租金.ods", &packed("content.xml", &content)).expect("ods");
    let shown = [1, 2, 3].map(|column| book.sheets[0].cell(1, column).display());
    assert_eq!(shown, ["约10.0", "10–12", "10万元"]);
}

#[test]
fn what_would_swell_is_refused() {
    // The size that a part claims stands 24 bytes into its directory entry.
    let mut bomb = packed("xl/sharedStrings.xml", "<sst/>");
    let entry = b"PK\x01\x02";
    let last = bomb.windows(4).rposition(|window| window == entry);
    let at = last.expect("directory") + 24;
    bomb[at..at + 4].copy_from_slice(&(600u32 << 20).to_le_bytes());
    let refused = read("bomb.xlsx", &bomb);
    assert!(
        matches!(refused, Err(ReadError::Swells { .. })),
        "{refused:?}"
    );
}

#[test]
fn other_files_are_refused_with_a_reason() {
    let foreign = |bytes: &[u8]| matches!(read("x", bytes), Err(ReadError::Foreign { .. }));
    assert!(matches!(read("x", b""), Err(ReadError::Empty)));
    assert!(foreign(b"%PDF-1.7"));
    assert!(foreign(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    assert!(foreign(&[0, 1, 2, 3, 0xff, 0xfe, 0xfd]));
    let cut = read("x.xlsx", b"PK\x03\x04");
    assert!(matches!(cut, Err(ReadError::Unreadable { .. })));
    let mut envelope = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    envelope.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(matches!(
        read("x.xlsx", &envelope),
        Err(ReadError::Encrypted)
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_truncated_workbook_is_an_error(part in 0.01f64..0.999) {
        let whole = sample();
        let cut = (whole.len() as f64 * part) as usize;
        prop_assert!(read("cut.xlsx", &whole[..cut]).is_err());
    }

    #[test]
    fn damaged_bytes_never_panic(at in 0usize..4000, byte: u8, more in 0usize..4000) {
        let mut bytes = sample();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes[more % length] ^= 0x55;
        if let Ok(book) = read("bad.xlsx", &bytes) {
            let _ = crate::understand(&book);
        }
    }

    #[test]
    fn random_bytes_never_panic(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"]),
        bytes in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let all = [start, &bytes].concat();
        if let Ok(book) = read("random", &all) {
            let _ = crate::understand(&book);
        }
    }
}

#[test]
fn what_an_open_document_strikes_through_in_part_is_left_out() {
    let content = "<office:document-content><office:automatic-styles>\
        <style:style style:name=\"T1\" style:family=\"text\">\
        <style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
        </office:automatic-styles><office:body><office:spreadsheet>\
        <table:table table:name=\"签约\"><table:table-row>\
        <table:table-cell office:value-type=\"string\"><text:p>\
        <text:span text:style-name=\"T1\">1200</text:span>1500</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><text:p>\
        <text:span text:style-name=\"T1\">甲</text:span></text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><office:annotation>\
        <dc:creator>张三</dc:creator><text:p>含税</text:p></office:annotation>\
        <text:p>800</text:p></table:table-cell>\
        </table:table-row></table:table></office:spreadsheet></office:body>\
        </office:document-content>";
    let book = read("签约.ods", &packed("content.xml", content)).expect("ods");
    let sheet = &book.sheets[0];
    let shown = [1, 2, 3].map(|column| sheet.cell(1, column).display());
    assert_eq!(shown, ["1500", "甲", "800"]);
    let whole: Vec<_> = sheet.struck_parts.values().collect();
    assert_eq!(whole, ["12001500"]);
    assert!(sheet.looks[&(1, 2)].struck);
    let noted: Vec<_> = sheet.comments.iter().collect();
    assert_eq!(noted, [(&(1, 3), &"含税".to_owned())]);
}

#[test]
fn a_cell_without_a_type_has_its_text() {
    let content = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="签约"><table:table-row><table:table-cell><text:p>项目名称</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>投资方</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell/><table:table-cell table:number-columns-repeated="2"><text:p>甲 &amp; 乙</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="100000"><table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let book = read("签约.ods", &packed("content.xml", content)).expect("ods");
    let shown = |row: &crate::book::Row| {
        let cells = row.cells.iter();
        let cells = cells.map(|(column, raw)| format!("{column} {}", raw.display()));
        cells.collect::<Vec<String>>()
    };
    let rows: Vec<Vec<String>> = book.sheets[0].rows.iter().map(shown).collect();
    assert_eq!(
        rows,
        [
            vec!["1 项目名称", "2 投资方"],
            vec!["2 甲 & 乙", "3 甲 & 乙", "4 3"],
        ]
    );
}

#[test]
fn bare_numbers_of_days_count_as_the_workbook_says() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, text) in [
        (0, "项目名称"),
        (1, "投资方"),
        (2, "签约时间"),
        (3, "合同额（亿元）"),
    ] {
        page.write_string(0, column, text).expect("heading");
    }
    page.write_string(1, 0, "甲项目").expect("name");
    page.write_string(1, 1, "甲公司").expect("firm");
    page.write_number(1, 2, 43_900).expect("day");
    page.write_number(1, 3, 2).expect("amount");
    let bytes = book.save_to_buffer().expect("xlsx");
    let day = |bytes: &[u8]| {
        let book = read("签约台账.xlsx", bytes).expect("xlsx");
        let found = crate::understand(&book);
        let row = &found.tables[0].rows[0];
        let target = crate::table::Target::parse("agreement.sign_date").expect("field");
        match row.cells.get(&target) {
            Some(suoji_model::Cell::Known(suoji_model::Value::Date(date), _)) => date.to_string(),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(day(&bytes), "2020-03-10");
    let mut old = zip::ZipArchive::new(Cursor::new(&bytes)).expect("zip");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("part");
        let name = part.name().expect("name").into_owned();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut text).expect("bytes");
        if name == "xl/workbook.xml" {
            let xml = String::from_utf8(text).expect("xml");
            text = xml
                .replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
                .into();
        }
        let stored = zip::write::SimpleFileOptions::default();
        new.start_file(name, stored).expect("part");
        new.write_all(&text).expect("bytes");
    }
    let bytes = new.finish().expect("zip").into_inner();
    assert_eq!(day(&bytes), "2024-03-11");
}
