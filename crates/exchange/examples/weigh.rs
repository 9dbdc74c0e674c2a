//! Measures reading: `weigh make ROWS FILE` writes a signing ledger of so many
//! rows, `weigh calamine FILE` reads its cells with calamine alone, `weigh
//! rows FILE` reads and understands it row by row, `weigh preview FILE` its
//! first rows. All print seconds and the peak of memory.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use calamine::Reader;
use suoji_exchange::{Input, Options, each_row, preview, understand};

const HEADS: [&str; 20] = [
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

fn cell(row: u32, column: usize) -> String {
    match column {
        0 => row.to_string(),
        1 => format!("P{row:07}"),
        2 => format!("示例{row}智能制造产业园项目"),
        3 => format!("示例{row}科技有限公司"),
        4 => "91340104MA663HKDX4".to_owned(),
        5 => "江苏泰州".to_owned(),
        6 => format!("新建厂房{}栋，购置设备{}台", row % 20 + 1, row % 300),
        7 => format!("{}.5", row % 90_000 + 1_000),
        8 => format!("{}.25", row % 80_000 + 1_000),
        9 => format!("{}", row % 70_000 + 1_000),
        10 => format!("{}", row % 300 + 10),
        11 => "电梯配件".to_owned(),
        12 => ["轿厢", "曳引机", "导轨", "门机"][row as usize % 4].to_owned(),
        13 => format!("2023-{:02}-{:02}", row % 12 + 1, row % 28 + 1),
        14 => "正式投资合同".to_owned(),
        15 => "驻点招商".to_owned(),
        16 => format!("招商{}部", ["一", "二", "三"][row as usize % 3]),
        17 => "王副主任".to_owned(),
        18 => format!("李某 总经理 154{:08}", row),
        _ => String::new(),
    }
}

fn make(rows: u32, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    if path.extension().is_some_and(|ending| ending == "csv") {
        let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(out, "{}", HEADS.join(","))?;
        for row in 1..=rows {
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
    for row in 1..=rows {
        for (at, column) in (0u16..).zip(0..HEADS.len()) {
            let text = cell(row, column);
            if matches!(column, 0 | 7..=10) {
                page.write_number(row, at, text.parse::<f64>()?)?;
            } else if !text.is_empty() {
                page.write_string(row, at, text)?;
            }
        }
    }
    book.save(path)?;
    Ok(())
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.unwrap_or_default().to_owned()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let start = Instant::now();
    match words.as_slice() {
        ["make", rows, path] => make(rows.parse()?, Path::new(path))?,
        ["calamine", path] => {
            let mut book: calamine::Xlsx<_> = calamine::open_workbook(path)?;
            let range = book.worksheet_range_at(0).ok_or("no sheet")??;
            writeln!(out, "{} rows", range.rows().count())?;
        }
        ["preview", path] => {
            let book = preview(path, Input::File(Path::new(path)), 50)?;
            let found = understand(&book);
            let rows: usize = book.sheets.iter().map(|sheet| sheet.rows.len()).sum();
            writeln!(out, "{rows} rows, {} tables", found.tables.len())?;
        }
        ["rows", path] => {
            let (mut rows, mut cells) = (0, 0);
            let mut first = None;
            let found = each_row(
                path,
                Input::File(Path::new(path)),
                &Options::default(),
                &mut |_, batch| {
                    first.get_or_insert(start.elapsed());
                    rows += batch.len();
                    cells += batch
                        .iter()
                        .map(|row| row.cells.iter().count())
                        .sum::<usize>();
                    ControlFlow::Continue(())
                },
            )?;
            writeln!(
                out,
                "{rows} rows, {cells} values, {} questions, first after {first:?}",
                found.questions.len()
            )?;
        }
        _ => writeln!(
            out,
            "weigh make ROWS FILE | calamine FILE | preview FILE | rows FILE"
        )?,
    }
    writeln!(out, "{:.2} s, {}", start.elapsed().as_secs_f64(), peak())?;
    Ok(())
}
