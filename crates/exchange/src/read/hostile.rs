//! Files made to do harm, or gone wrong: each is one clear error, found before
//! memory is spent on it.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use super::ReadError;
use super::long::Input;
use crate::options::Options;
use crate::{each_row, read, understand};

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = zip::ZipWriter::new(&mut bytes);
    let options = zip::write::SimpleFileOptions::default();
    for (name, part) in parts {
        writer.start_file(*name, options).expect("part");
        writer.write_all(part).expect("bytes");
    }
    writer.finish().expect("zip");
    bytes.into_inner()
}

fn is_too_large(bytes: &[u8]) -> bool {
    let found = read("x", bytes);
    matches!(found, Err(ReadError::TooLarge { .. }))
}

#[test]
fn a_part_that_hides_its_size() {
    // 66 MiB of blanks shrink to 66 KiB, and the directory claims 1 MiB.
    let mut bomb = zip(&[("xl/workbook.xml", &vec![b' '; 66 << 20])]);
    let entry = bomb.windows(4).rposition(|window| window == b"PK\x01\x02");
    let at = entry.expect("directory") + 24;
    bomb[at..at + 4].copy_from_slice(&(1u32 << 20).to_le_bytes());
    let found = read("bomb.xlsx", &bomb);
    assert!(found.is_err(), "{found:?}");
}

#[test]
fn a_sheet_of_nothing_that_shrinks_a_thousandfold() {
    let blanks = vec![b' '; 80 << 20];
    let bytes = zip(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", &blanks),
    ]);
    let found = read("x.xlsx", &bytes);
    assert!(matches!(found, Err(ReadError::Swells { .. })), "{found:?}");
}

#[test]
fn a_list_of_millions_of_shared_texts() {
    let texts = b"<si/>".repeat(4_100_000);
    let bytes = zip(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", &texts),
    ]);
    assert!(bytes.len() < 256 << 10);
    assert!(is_too_large(&bytes));
}

#[test]
fn a_sheet_of_a_million_columns() {
    let line = ",x".repeat(1_000_000);
    let found = read("x.csv", line.as_bytes());
    assert!(matches!(found, Err(ReadError::TooWide { .. })));
    let sheet = r#"<sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row></sheetData>"#;
    let bytes = crate::ledger::tests::whole::package(sheet, &[]);
    let found = read("x.xlsx", &bytes);
    assert!(found.is_err(), "{found:?}");
    let wide = r#"<c t="inlineStr"><is><t>x</t></is></c>"#.repeat(20_000);
    let sheet = format!(r#"<sheetData><row r="1">{wide}</row></sheetData>"#);
    let found = read("x.xlsx", &crate::ledger::tests::whole::package(&sheet, &[]));
    assert!(matches!(found, Err(ReadError::TooWide { .. })), "{found:?}");
}

#[test]
fn merged_ranges_over_everything() {
    let merges = r#"<mergeCell ref="A1:XFD9000"/>"#.repeat(1_000);
    let sheet = format!("<sheetData/><mergeCells>{merges}</mergeCells>");
    assert!(is_too_large(&crate::ledger::tests::whole::package(
        &sheet,
        &[]
    )));
    let one = r#"<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#;
    assert!(read("x.xlsx", &crate::ledger::tests::whole::package(one, &[])).is_ok());
}

#[test]
fn an_open_document_that_repeats_itself() {
    let content = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    let bytes = zip(&[
        ("mimetype", mimetype),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ]);
    assert!(read("x.ods", &bytes).is_err());
}

#[test]
fn text_of_two_encodings_and_an_endless_row() {
    let (gb, ..) = encoding_rs::GB18030.encode("项目,企业\n某项目,某企业\n");
    let mixed = [
        &gb[..],
        "另一项目,另一企业\n".as_bytes(),
        b"\xff\xfe\xff,\n",
    ]
    .concat();
    assert!(matches!(read("x.csv", &mixed), Err(ReadError::Encodings)));
    // Whose bytes pair in GB18030 as well.
    let paired = [&gb[..], "铜箔项目甲乙,某企业名\n".as_bytes()].concat();
    assert!(!encoding_rs::GB18030.decode_without_bom_handling(&paired).1);
    assert!(matches!(read("x.csv", &paired), Err(ReadError::Encodings)));
    let endless = [&b"\""[..], &vec![b'x'; 17 << 20]].concat();
    assert!(read("x.csv", &endless).is_err());
}

#[test]
fn a_file_that_is_not_there_or_that_nobody_wants_more_of() {
    let options = Options::default();
    let gone = std::env::temp_dir().join("suoji-no-such-file.csv");
    let found = each_row("x.csv", Input::File(&gone), &options, &mut |_, _| {
        ControlFlow::Continue(())
    });
    assert!(matches!(found, Err(ReadError::Io { .. })));
    let csv = "项目名称,企业名称,签约时间,协议类型,合同额（万元）\n甲,甲公司,2024-3-1,投资合同,5\n";
    let found = each_row(
        "x.csv",
        Input::Bytes(csv.as_bytes()),
        &options,
        &mut |_, _| ControlFlow::Break(()),
    );
    assert!(matches!(found, Err(ReadError::Stopped)));
}

/// A ledger of so many rows, as text.
fn long(rows: usize) -> String {
    let mut text = String::from("序号,项目名称,企业名称,签约时间,协议类型,合同额（万元）\n");
    for row in 1..=rows {
        text.push_str(&format!(
            "{row},示例项目{row},示例企业{row},2024-03-{:02},投资合同,{row}.5\n",
            row % 28 + 1
        ));
    }
    text.push_str("合计,,,,,\n");
    text
}

#[test]
fn long_text_is_read_in_parts_as_it_is_whole() {
    let text = long(6_001);
    let (gb, ..) = encoding_rs::GB18030.encode(&text);
    let path = std::env::temp_dir().join(format!("suoji-long-{}.csv", std::process::id()));
    for bytes in [text.as_bytes(), &gb] {
        std::fs::write(&path, bytes).expect("written");
        let options = Options::default();
        let mut rows = Vec::new();
        let found = each_row(
            "long.csv",
            Input::File(&path),
            &options,
            &mut |table, batch| {
                assert_eq!(table.ledger, "signing");
                assert!(batch.len() <= 2_000);
                rows.extend(batch);
                ControlFlow::Continue(())
            },
        );
        let found = found.expect("read");
        let whole = understand(&read("long.csv", bytes).expect("csv"));
        assert_eq!(rows.len(), 6_001);
        assert_eq!(found.tables[0].read, 6_001);
        assert_eq!(found.sha256, whole.sha256);
        assert_eq!(found.tables[0].skipped, whole.tables[0].skipped);
        for (one, other) in rows.iter().zip(&whole.tables[0].rows) {
            assert_eq!((one.row, &one.cells), (other.row, &other.cells));
        }
    }
    std::fs::remove_file(&path).expect("removed");
}

#[test]
fn what_the_fuzzer_found() {
    // Compound files whose last sector lies behind their end, and whose
    // sectors follow each other in a circle.
    let cut_short: &[u8] = include_bytes!("found/cut-short.xls");
    let circle: &[u8] = include_bytes!("found/circle.xls");
    for bytes in [cut_short, circle] {
        assert!(matches!(
            read("x.xls", bytes),
            Err(ReadError::Unreadable { .. })
        ));
    }
}

/// Cells of one word over and over, in every column of a ledger, neither
/// exhaust the stack nor take ever longer.
#[test]
fn words_that_never_end() {
    let heads = [
        "项目名称,企业名称,签约时间,协议类型,合同额（万元）,用地（亩）,备注",
        "园区,楼栋号,单元,建筑面积（㎡）,租期,状态,承租企业",
    ];
    for word in ["增资", "退款", "(", "-"] {
        for head in heads {
            let cell = word.repeat(30_000 / word.len());
            let row = vec![cell; head.split(',').count()].join(",");
            let book = read("2024.csv", format!("{head}\n{row}\n").as_bytes()).expect("text");
            let understood = crate::understand(&book);
            assert!(understood.tables.len() <= 1, "{word}");
        }
    }
}
