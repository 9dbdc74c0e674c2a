//! Pages as systems export them, and as Excel saves them.

use crate::book::{Area, Raw, Shown};
use crate::read::{ReadError, read};

/// What stands in the rows, cells joined by a bar.
fn shown(page: &str) -> Vec<String> {
    let book = read("签约台账.xls", page.as_bytes()).expect("a page");
    assert_eq!(book.sheets[0].name, "签约台账");
    let rows = book.sheets[0].rows.iter().map(|row| {
        let cells = row.cells.iter().map(|(column, raw)| {
            let text = raw.display().replace('\n', "/");
            format!("{column}={text}")
        });
        format!("{}: {}", row.number, cells.collect::<Vec<_>>().join(" | "))
    });
    rows.collect()
}

#[test]
fn tags_in_scripts_and_comments_are_none() {
    let page = "<html><!-- <table> --><!--[if gte mso 9]><table><![endif]-->\
        <script>var a=\"<table>\"; if (1 </2/.x) {}</script><STYLE><table></Style>\
        <table><tr><td>项目名称</td></tr></table></html>";
    assert_eq!(shown(page), ["1: 1=项目名称"]);
    let cut = page.replace("</table></html>", "");
    assert!(read("a.xls", cut.as_bytes()).is_err());
    let said = "a=1 ".repeat(100_000);
    let long = page.replace("<td>", &format!("<td {said}>"));
    assert!(read("a.xls", long.as_bytes()).is_err());
}

#[test]
fn text_and_tables_follow_each_other() {
    let page = "<!DOCTYPE html><html><head><title>导出</title><style>td{}</style></head><body>
        <script>var x = '<b>';</script><h2>2023年<b>签约</b>台账</h2><div>单位：万元&nbsp;&nbsp;</div>
        <table><caption>一、工业</caption><thead><tr><th>项目名称<th>合同
        金额</tr></thead><tbody><tr><td> 甲<br>二期 </td><td>&yen;1,200.50</td></tr>
        <tr style='display:none'><td>乙</td><td>3</td></tr></tbody></table>
        <p>注：<span style='display:none'>内部</span>含增资</p></body></html>";
    assert_eq!(
        shown(page),
        [
            "1: 1=2023年签约台账",
            "2: 1=单位：万元",
            "3: 1=一、工业",
            "4: 1=项目名称 | 2=合同 金额",
            "5: 1=甲/二期 | 2=¥1,200.50",
            "6: 1=乙 | 2=3",
            "8: 1=注：含增资",
        ]
    );
    let book = read("a.xls", page.as_bytes()).expect("page");
    assert_eq!(book.sheets[0].hidden_rows, [6]);
}

#[test]
fn spans_are_merged_ranges() {
    let page = "<table><tr><td colspan=3>台账</td></tr>\
        <tr><td rowspan=2>企业</td><td colspan='2'>资金</td></tr><tr><td>合同</td><td>到位</td></tr>\
        <tr><td rowspan=99>甲</td><td>1</td><td></td></tr><tr><td>2</td><td>5</td></tr></table>";
    assert_eq!(
        shown(page),
        [
            "1: 1=台账",
            "2: 1=企业 | 2=资金",
            "3: 2=合同 | 3=到位",
            "4: 1=甲 | 2=1",
            "5: 2=2 | 3=5",
        ]
    );
    let book = read("a.xls", page.as_bytes()).expect("page");
    let merges = &book.sheets[0].merges;
    assert!(merges.areas().contains(&Area {
        top: 2,
        left: 1,
        bottom: 3,
        right: 1
    }));
    let last = book.sheets[0].merge_at(5, 1).map(|area| area.bottom);
    assert_eq!(last, Some(5), "no further than the table");
}

#[test]
fn tables_that_place_tables_are_no_rows() {
    let page = "<table><tr><td><h3>签约台账</h3></td></tr><tr><td>\
        <table><tr><td>企业</td><td>金额</td><td>操作</td></tr>\
        <tr><td>甲</td><td>1</td><td><table><tr><td>查看</td></tr></table></td></tr>\
        <tr><td>乙</td><td>2</td><td></td></tr></table></td></tr></table>";
    assert_eq!(
        shown(page),
        [
            "1: 1=签约台账",
            "2: 1=企业 | 2=金额 | 3=操作",
            "3: 1=甲 | 2=1 | 3=查看",
            "4: 1=乙 | 2=2",
        ]
    );
}

#[test]
fn looks_and_stored_numbers_are_kept() {
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><style>
        .xl65, td.xl66 {background:#FFC000; mso-pattern:black none;}
        .xl67 {text-decoration:line-through}</style><table>
        <tr><td class=xl65>甲</td><td class='xl67'>乙</td><td bgcolor=white>丙</td>
        <td style='background-color: rgb(146, 208, 80)'><font color=red>●</font></td>
        <td><s>3000</s> 5000</td><td x:num=\"1.841328\">1.84</td><td x:num=\"45017\">2023-4-1</td>
        <td x:num>12</td><td sdval=\"2.345\" sdnum=\"1033;0;0.00\">2.35</td></tr></table></html>";
    let book = read("a.xls", page.as_bytes()).expect("page");
    let sheet = &book.sheets[0];
    let look = |column| sheet.looks.get(&(1, column)).copied().unwrap_or_default();
    assert_eq!(look(1).fill, Some([0xFF, 0xC0, 0]));
    assert!(look(2).struck && !look(5).struck);
    assert_eq!(look(3).fill, None);
    assert_eq!(look(4).fill, Some([146, 208, 80]));
    assert_eq!(look(4).ink, Some([255, 0, 0]));
    assert_eq!(*sheet.cell(1, 5), Raw::text("5000"));
    assert_eq!(sheet.struck_parts[&(1, 5)], "3000 5000");
    let number = Raw::Number {
        text: "1.841328".into(),
        shown: Shown::Decimals(2),
    };
    assert_eq!(*sheet.cell(1, 6), number);
    assert_eq!(*sheet.cell(1, 7), Raw::text("2023-4-1"));
    assert_eq!(*sheet.cell(1, 8), Raw::text("12"));
    assert_eq!(sheet.cell(1, 9).display(), "2.345");
}

#[test]
fn pages_come_in_several_encodings() {
    let page = |charset: &str| {
        format!("<html><meta charset=\"{charset}\"><table><tr><td>企业</td></tr></table></html>")
    };
    let named = page("gb2312");
    let (gb, ..) = encoding_rs::GB18030.encode(&named);
    let marked = format!("\u{feff}{}", page("gbk"));
    let unknown = page("x");
    for bytes in [&gb, marked.as_bytes(), named.as_bytes(), unknown.as_bytes()] {
        let book = read("a.xls", bytes).expect("page");
        assert_eq!(*book.sheets[0].cell(1, 1), Raw::text("企业"));
    }
}

#[test]
fn pages_that_hold_no_whole_table_are_refused() {
    let none = read("a.xls", "<html><body>请重新登录</body></html>".as_bytes());
    assert!(matches!(none, Err(ReadError::Page)), "{none:?}");
    let cut = read("a.xls", "<table><tr><td>甲</td></tr><tr><td>乙".as_bytes());
    assert!(matches!(cut, Err(ReadError::Unreadable { .. })), "{cut:?}");
    let other = read("a.xls", b"<?xml version=\"1.0\"?><data><row/></data>");
    assert!(matches!(other, Err(ReadError::Foreign { .. })), "{other:?}");
    let text = read("a.csv", "<3000,项目\n甲,乙\n".as_bytes()).expect("text");
    assert_eq!(*text.sheets[0].cell(1, 1), Raw::text("<3000"));
}

#[test]
fn spans_cannot_swell() {
    let row = "<tr><td colspan=1000 rowspan=65534>甲</td></tr>";
    let page = format!("<table>{}</table>", row.repeat(300));
    let wide = read("a.xls", page.as_bytes());
    assert!(matches!(wide, Err(ReadError::TooWide { .. })), "{wide:?}");
    let deep = |depth: usize| {
        let (begin, end) = ("<div>".repeat(depth), "</div>".repeat(depth));
        let page = format!("<table><tr><td>{begin}甲{end}</td></tr></table>");
        read("a.xls", page.as_bytes())
    };
    let some = deep(900).expect("some depth");
    assert_eq!(*some.sheets[0].cell(1, 1), Raw::text("甲"));
    assert!(matches!(deep(500_000), Err(ReadError::Unreadable { .. })));
}
