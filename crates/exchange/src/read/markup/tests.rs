//! Workbooks of Excel 2003 in one XML file.

use chrono::NaiveDate;

use crate::book::{Raw, Shown};
use crate::read::{ReadError, read};

const HEAD: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><Alignment ss:Vertical="Bottom"/></Style>
  <Style ss:ID="wan"><NumberFormat ss:Format="0!.0,&quot;万元&quot;"/></Style>
  <Style ss:ID="share"><NumberFormat ss:Format="Percent"/></Style>
  <Style ss:ID="two"><NumberFormat ss:Format="Fixed"/><Interior ss:Color="#FFC000" ss:Pattern="Solid"/></Style>
  <Style ss:ID="gone"><Font ss:StrikeThrough="1" ss:Color="#FF0000"/></Style>
 </Styles>"##;

fn file(sheets: &str) -> Vec<u8> {
    format!("{HEAD}{sheets}</Workbook>").into_bytes()
}

#[test]
fn cells_rows_and_looks_are_where_excel_shows_them() {
    let bytes = file(
        r##"<Worksheet ss:Name="签约"><Table>
        <Column ss:Width="40"/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="6" ss:StyleID="share"/>
        <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">2023年签约台账</Data></Cell></Row>
        <Row ss:Index="4" ss:Hidden="1"><Cell ss:StyleID="gone"><Data ss:Type="String">甲</Data></Cell>
        <Cell ss:Index="3" ss:StyleID="wan"><Data ss:Type="Number">50000000</Data></Cell>
        <Cell ss:StyleID="two" ss:MergeDown="1"><Data ss:Type="Number">2023.1</Data></Cell>
        <Cell><Data ss:Type="DateTime">2023-05-06T00:00:00.000</Data></Cell>
        <Cell><Data ss:Type="Number">0.8</Data></Cell>
        <Cell ss:Formula="=RC[-1]"/><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
        <Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>3000</S> 5000</ss:Data>
        <Comment ss:Author="王"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">追加</ss:Data></Comment></Cell>
        <Cell><Data ss:Type="String">甲&#10;乙</Data></Cell></Row>
        </Table></Worksheet>
        <Worksheet ss:Name="旧"><Table/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"##,
    );
    let book = read("导出.xls", &bytes).expect("workbook");
    let [sheet, old] = &book.sheets[..] else {
        panic!("two sheets: {:?}", book.sheets);
    };
    assert_eq!((&*sheet.name, sheet.hidden), ("签约", false));
    assert_eq!((&*old.name, old.hidden), ("旧", true));
    assert_eq!(*sheet.cell(1, 1), Raw::text("2023年签约台账"));
    assert_eq!(sheet.merge_at(1, 4).map(|area| area.right), Some(4));
    assert_eq!(sheet.merge_at(5, 4).map(|area| area.top), Some(4));
    assert_eq!(sheet.hidden_columns, [2, 3]);
    assert_eq!(sheet.hidden_rows, [4]);
    let look = |row, column| sheet.looks.get(&(row, column)).copied().unwrap_or_default();
    assert!(look(4, 1).struck);
    assert_eq!(look(4, 1).ink, Some([255, 0, 0]));
    assert_eq!(look(4, 4).fill, Some([255, 192, 0]));
    assert_eq!(*sheet.cell(4, 3), Raw::text("5000万元"));
    assert_eq!(sheet.cell(4, 4).display(), "2023.10");
    let day = NaiveDate::from_ymd_opt(2023, 5, 6).expect("day");
    assert_eq!(*sheet.cell(4, 5), Raw::Date(day, None));
    let share = Raw::Number {
        text: "0.8".into(),
        shown: Shown::Percent,
    };
    assert_eq!(*sheet.cell(4, 6), share);
    assert_eq!(*sheet.cell(4, 7), Raw::Unstored);
    assert_eq!(*sheet.cell(4, 8), Raw::Error("#REF!".into()));
    assert_eq!(*sheet.cell(5, 1), Raw::text("5000"));
    assert_eq!(sheet.struck_parts[&(5, 1)], "3000 5000");
    assert_eq!(sheet.comments[&(5, 1)], "追加");
    assert_eq!(*sheet.cell(5, 2), Raw::text("甲\n乙"));
}

#[test]
fn damaged_and_hostile_files_are_refused() {
    let whole = file(r#"<Worksheet ss:Name="a"><Table><Row/></Table></Worksheet>"#);
    let cut = read("a.xls", &whole[..whole.len() - 20]);
    assert!(matches!(cut, Err(ReadError::Unreadable { .. })), "{cut:?}");
    let far = file(
        r#"<Worksheet ss:Name="a"><Table><Row><Cell ss:Index="1000000"/></Row></Table></Worksheet>"#,
    );
    let far = read("a.xls", &far);
    assert!(matches!(far, Err(ReadError::TooWide { .. })), "{far:?}");
    let text = String::from_utf8(whole).expect("text");
    let bomb = text.replacen(
        "<Workbook",
        "<!DOCTYPE b [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Workbook",
        1,
    );
    let bomb = read("a.xls", bomb.as_bytes());
    assert!(
        matches!(bomb, Err(ReadError::Unreadable { .. })),
        "{bomb:?}"
    );
}
