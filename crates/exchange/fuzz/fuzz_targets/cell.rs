//! Any text in a cell of every ledger's columns.

#![no_main]

use libfuzzer_sys::fuzz_target;

/// Heading rows of ledgers, of which the last column is fuzzed too.
const HEADS: &[&str] = &[
    "项目名称,企业名称,签约时间,协议类型,合同额（万元）,用地（亩）",
    "项目名称,级别,总投资（亿元）,计划开工时间,完成比例（%）,红黄绿",
    "企业名称,首报时间,渠道,拟投资额（亿美元/亿元）,联系人及电话,是否有效",
    "项目名称,付款方,到位日期,实际到位（万元）,币种,凭证编号",
    "日期,拜访企业,对方人员,我方人员,方式,后续安排",
    "园区,楼栋号,单元,建筑面积（㎡）,租期,状态",
];

fuzz_target!(|input: (u8, &str)| {
    let (ledger, cell) = input;
    let heads = HEADS[usize::from(ledger) % HEADS.len()];
    let cell = cell.replace('"', "");
    let row = vec![format!("\"{cell}\""); heads.split(',').count()].join(",");
    let csv = format!("{heads}\n{row}\n");
    if let Ok(book) = suoji_exchange::read("2024.csv", csv.as_bytes()) {
        let _ = suoji_exchange::understand(&book);
    }
});
