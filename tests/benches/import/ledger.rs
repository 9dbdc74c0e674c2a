//! A signing ledger of any length, as a zone of twenty offices would keep it.

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;

pub(crate) const HEADS: [&str; 20] = [
    "序号",
    "项目编号",
    "项目名称",
    "投资方",
    "统一社会信用代码",
    "来源地",
    "主要建设内容",
    "合同总投资（万元）",
    "利用资金（万元）",
    "固定资产投资（万元）",
    "用地（亩）",
    "产业链",
    "环节",
    "签约时间",
    "协议类型",
    "招商方式",
    "责任单位",
    "牵头领导",
    "联系人及电话",
    "备注",
];

/// Columns of numbers.
const NUMBERS: [usize; 5] = [0, 7, 8, 9, 10];
const PLACES: [&str; 6] = [
    "江苏苏州",
    "江苏泰州",
    "上海",
    "北京",
    "浙江杭州",
    "山东济南",
];
const CHAINS: [&str; 5] = ["电梯配件", "生物医药", "新能源汽车", "高端装备", "新材料"];
const NODES: [&str; 7] = ["轿厢", "曳引机", "导轨", "门机", "控制柜", "涂层", "钢丝绳"];
const THINGS: [&str; 8] = [
    "减速器",
    "传感器",
    "制剂",
    "电池",
    "模具",
    "薄膜",
    "轴承",
    "检测仪",
];
const SIGNS: [char; 24] = [
    '珩', '霈', '璟', '瑄', '穆', '蔚', '谦', '皓', '迈', '茂', '泽', '昱', '翎', '骁', '钧', '沅',
    '澄', '岚', '祺', '煜', '衡', '朗', '晟', '弈',
];

/// Four signs that name one of 331,776 companies, and one more for others.
fn called(mut number: u32) -> String {
    let mut name = String::new();
    for at in 0.. {
        if at >= 4 && number == 0 {
            break;
        }
        name.push(SIGNS[number as usize % SIGNS.len()]);
        number /= 24;
    }
    name
}

/// A code whose check character fits.
fn code(number: u32) -> String {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let start = format!("91320500MA{number:07}");
    let mut weight = 1;
    let mut sum = 0;
    for sign in start.bytes() {
        let value = ALPHABET.iter().position(|own| *own == sign).unwrap_or(0);
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    let check = ALPHABET[(31 - sum % 31) % 31];
    format!("{start}{}", char::from(check))
}

fn cell(row: u32, column: usize) -> String {
    let of = |list: &[&str], step: u32| list[(row / step) as usize % list.len()].to_owned();
    // Each investor has two projects, in two segments.
    let investor = row / 2;
    match column {
        0 => row.to_string(),
        1 => format!("ZS-{row:07}"),
        2 => format!(
            "{}{}{}产业化项目",
            called(investor),
            of(&THINGS, 1),
            of(&NODES, 3)
        ),
        3 => format!("{}科技有限公司", called(investor)),
        4 => code(investor),
        5 => of(&PLACES, 2),
        6 => format!(
            "新建厂房{}栋，购置设备{}台套，年产{}{}万件",
            row % 20 + 1,
            row % 300,
            row % 90,
            of(&THINGS, 1)
        ),
        7 => format!("{}.5", row % 90_000 + 1_000),
        8 => format!("{}.25", row % 80_000 + 1_000),
        9 => format!("{}", row % 70_000 + 1_000),
        10 => format!("{}", row % 300 + 10),
        11 => of(&CHAINS, 1),
        12 => of(&NODES, 1),
        13 => format!("2023-{:02}-{:02}", row % 12 + 1, row % 28 + 1),
        14 => ["正式投资合同", "框架协议"][usize::from(row.is_multiple_of(9))].to_owned(),
        15 => "驻点招商".to_owned(),
        16 => format!("招商{}部", ["一", "二", "三"][row as usize % 3]),
        17 => "王副主任".to_owned(),
        18 => format!(
            "李{} 总经理 138{:08}",
            SIGNS[investor as usize % 24],
            investor
        ),
        _ if row.is_multiple_of(10) => format!("第{row}号"),
        _ => String::new(),
    }
}

/// Writes so many rows from `first` on, xlsx or csv by the name.
pub(crate) fn make(rows: u32, first: u32, path: &Path) -> Result<()> {
    let rows = first..first + rows;
    if path.extension().is_some_and(|ending| ending == "csv") {
        let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(out, "{}", HEADS.join(","))?;
        for row in rows {
            let line: Vec<String> = (0..HEADS.len()).map(|column| cell(row, column)).collect();
            writeln!(out, "{}", line.join(","))?;
        }
        return Ok(());
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, head) in (0u16..).zip(HEADS) {
        page.write_string(0, column, head)?;
    }
    for (at, row) in (1..).zip(rows) {
        for (place, column) in (0u16..).zip(0..HEADS.len()) {
            let text = cell(row, column);
            if NUMBERS.contains(&column) {
                page.write_number(at, place, text.parse::<f64>()?)?;
            } else if !text.is_empty() {
                page.write_string(at, place, text)?;
            }
        }
    }
    book.save(path)?;
    Ok(())
}
