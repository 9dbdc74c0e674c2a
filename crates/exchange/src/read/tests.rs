//! Good files in every format, and bad bytes.

use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::{ReadError, read};
use crate::book::Raw;
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
    let book = read("out.csv", &bytes.expect("csv")).expect("csv");
    assert_eq!(*book.sheets[0].cell(2, 1), Raw::text("'=1+1"));
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
fn what_would_swell_is_refused() {
    // The size that a part claims stands 24 bytes into its directory entry.
    let mut bomb = packed("xl/sharedStrings.xml", "<sst/>");
    let entry = b"PK\x01\x02";
    let last = bomb.windows(4).rposition(|window| window == entry);
    let at = last.expect("directory") + 24;
    bomb[at..at + 4].copy_from_slice(&(600u32 << 20).to_le_bytes());
    let refused = read("bomb.xlsx", &bomb);
    assert!(
        matches!(refused, Err(ReadError::TooLarge { .. })),
        "{refused:?}"
    );
}

#[test]
fn other_files_are_refused_with_a_reason() {
    let unreadable = |bytes: &[u8]| matches!(read("x", bytes), Err(ReadError::Unreadable { .. }));
    assert!(matches!(read("x", b""), Err(ReadError::Empty)));
    assert!(unreadable(b"%PDF-1.7"));
    assert!(unreadable(b"<html><table></table></html>"));
    assert!(unreadable(
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    ));
    assert!(unreadable(&[0, 1, 2, 3, 0xff, 0xfe, 0xfd]));
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
