//! Files as programs other than Excel write them, and old systems.

use std::io::{Cursor, Write as _};

use super::read;
use crate::book::{Raw, Sheet, Shown};

/// A workbook of one sheet with these rows; `about` says who wrote it, and
/// `asks` whether it asks to be calculated.
fn workbook(rows: &str, about: &str, asks: bool) -> Sheet {
    let calc = if asks {
        r#"<calcPr fullCalcOnLoad="1"/>"#
    } else {
        ""
    };
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>{calc}</workbook>"#
    );
    let links = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let about = format!("<Properties><Application>{about}</Application></Properties>");
    let root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let bytes = packed(&[
        ("_rels/.rels", root),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("docProps/app.xml", &about),
    ]);
    let mut sheets = read("a.xlsx", &bytes).expect("workbook").sheets;
    sheets.remove(0)
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        file.start_file(*name, options).expect("part");
        file.write_all(text.as_bytes()).expect("text");
    }
    file.finish().expect("file").into_inner()
}

#[test]
fn formulas_that_nobody_calculated_have_no_value() {
    let zeros = r#"<row r="1"><c r="A1"><v>0</v></c><c r="B1"><f>8000+600</f><v>0</v></c><c r="C1"><f>A1</f><v>0.0</v></c></row>"#;
    for (about, asks) in [("Microsoft Excel", true), ("Apache POI", false)] {
        let sheet = workbook(zeros, about, asks);
        assert_eq!(*sheet.cell(1, 2), Raw::Unstored, "{about}");
        assert_eq!(*sheet.cell(1, 3), Raw::Unstored, "{about}");
        assert_eq!(sheet.cell(1, 1).display(), "0", "{about}");
    }
    let sheet = workbook(zeros, "Microsoft Excel", false);
    assert_eq!(sheet.cell(1, 2).display(), "0", "Excel calculates");
    let some = zeros.replace("<v>0.0</v>", "<v>12</v>");
    let sheet = workbook(&some, "Apache POI", true);
    assert_eq!(sheet.cell(1, 2).display(), "0", "somebody calculated");
}

#[test]
fn cells_that_only_excel_knows_do_not_spoil_the_file() {
    let sheet = workbook(
        r#"<row r="1"><c r="A1" t="string"><v>甲</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1"><v>5</v><extLst><ext uri="x"/></extLst></c></row>"#,
        "EPPlus",
        false,
    );
    assert_eq!(*sheet.cell(1, 1), Raw::text("甲"));
    assert_eq!(*sheet.cell(1, 2), Raw::Error("#VALUE!".into()));
    assert_eq!(sheet.cell(1, 3).display(), "5");
}

#[test]
fn open_document_formats_are_read_as_they_show() {
    let content = r#"<office:document-content>
<number:number-style style:name="N1"><number:number number:decimal-places="0" number:display-factor="1000"><number:embedded-text number:position="1">.</number:embedded-text></number:number><number:text>万元</number:text></number:number-style>
<number:currency-style style:name="N2"><number:currency-symbol number:language="en" number:country="US">$</number:currency-symbol><number:number number:decimal-places="0"/></number:currency-style>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>
<office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell table:style-name="ce1" office:value-type="float" office:value="86000000"><text:p>8600.0万元</text:p></table:table-cell><table:table-cell table:style-name="ce2" office:value-type="currency" office:currency="USD" office:value="300"><text:p>$300</text:p></table:table-cell><table:table-cell table:formula="of:=[.A1]*2"/><table:table-cell table:formula="of:=[.A1]"><text:p>甲</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let bytes = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", &content.replace(">\n<", "><")),
    ]);
    let book = read("a.ods", &bytes).expect("ods");
    let sheet = &book.sheets[0];
    let row: Vec<String> = (1..=4)
        .map(|column| sheet.cell(1, column).display())
        .collect();
    assert_eq!(row, ["8600万元", "$300", "=", "甲"]);
}

#[test]
fn a_sign_for_hundredths_in_words_counts_nothing() {
    let shown = super::looks::shown;
    assert_eq!(shown("0.00\"%\""), Shown::Decimals(2));
    assert_eq!(shown("0\\%"), Shown::Decimals(0));
    assert_eq!(shown("0.0%"), Shown::Percent);
}

#[test]
fn text_of_old_systems_is_read() {
    let row = |bytes: &[u8]| {
        let book = read("a.csv", bytes).expect("text");
        let row = &book.sheets[0].rows[1];
        let cells = row.cells.iter().map(|(_, raw)| raw.display());
        cells.collect::<Vec<_>>()
    };
    assert_eq!(row("项目|金额\n甲|5\n".as_bytes()), ["甲", "5"]);
    assert_eq!(row("项目,金额\r\n甲,5\r\n\u{1a}".as_bytes()), ["甲", "5"]);
    assert_eq!(row("项目,金额\n甲,5\0\0\0".as_bytes()), ["甲", "5"]);
    assert!(read("a.csv", "项目,金\0额\n甲,5\n".as_bytes()).is_err());
}
