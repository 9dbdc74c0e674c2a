//! Workbooks thrown together from headings, cells, merged ranges and colours:
//! whatever they hold, understanding them ends, without a panic.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::book::{Area, Look, Merges, Raw, Row, Sheet, Shown, Workbook};
use crate::ledger::kinds::ALL;
use crate::options::{Mapping, Options, Pick};
use crate::understand_with;

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % 1_000_003).unwrap_or(0) % most.max(1)
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(u32::try_from(list.len()).unwrap_or(1)) as usize]
    }
}

const CELLS: &[&str] = &[
    "合计",
    "小计",
    "一、某某（2个）",
    "注：说明",
    "填报人：张三",
    "单位：万元",
    "某项目",
    "某公司",
    "2023.5",
    "3月5日",
    "2023-02-30",
    "约3000万",
    "3KW",
    "5亿（一期2亿）",
    "/",
    "待定",
    "√",
    "红灯",
    "省级",
    "二期",
    "张三、李四15400000001",
    "2021.1-2024.6",
    "总投资2亿元，其中固投1亿",
    "150万美元（折合1066.575万元）",
    "投资合同",
    "作废",
    "认定",
    "已退租",
    "",
    " ",
    "（万元）",
    "1",
    "2",
    "３",
    "80%",
    "八成",
    "≥1.0",
    "=A1",
    "#REF!",
    "\n",
    "其中",
    "▸",
    "🙂",
];

fn cell(dice: &mut Dice, heads: &[&str]) -> Raw {
    match dice.below(12) {
        0..=3 => Raw::text(dice.of(heads)),
        4..=7 => Raw::text(dice.of(CELLS)),
        8 => Raw::Number {
            text: format!("{}.{}", dice.below(90_000), dice.below(100)).into(),
            shown: dice.of(&[Shown::General, Shown::Decimals(2), Shown::Percent]),
        },
        9 => Raw::Number {
            text: dice.below(60_000).to_string().into(),
            shown: Shown::General,
        },
        10 => NaiveDate::from_ymd_opt(2023, 1 + dice.below(12), 1)
            .map_or(Raw::Empty, |day| Raw::Date(day, None)),
        _ => match dice.below(3) {
            0 => Raw::Unstored,
            1 => Raw::Bool(true),
            _ => Raw::Error("#REF!".into()),
        },
    }
}

fn sheet(dice: &mut Dice, heads: &[&str]) -> Sheet {
    let mut number = 0;
    let rows = (0..dice.below(14)).map(|_| {
        number += 1 + dice.below(2) * dice.below(5);
        let mut column = 0;
        let cells = (0..dice.below(10)).map(|_| {
            column += 1 + dice.below(2);
            (column, cell(dice, heads))
        });
        Row {
            number,
            cells: cells.collect(),
        }
    });
    let rows: Vec<Row> = rows.collect();
    let areas = (0..dice.below(5)).map(|_| {
        let (top, left) = (1 + dice.below(12), 1 + dice.below(8));
        Area {
            top,
            left,
            bottom: top + dice.below(4),
            right: left + dice.below(5),
        }
    });
    let merges = Merges::of(areas.collect()).unwrap_or_default();
    let looks: HashMap<_, _> = (0..dice.below(6))
        .map(|_| {
            let look = Look {
                fill: Some([255, u8::try_from(dice.below(256)).unwrap_or(0), 0]),
                ink: (dice.below(4) == 0).then_some([255, 0, 0]),
                struck: dice.below(3) == 0,
            };
            ((1 + dice.below(14), 1 + dice.below(10)), look)
        })
        .collect();
    Sheet {
        name: (*dice.of(&[
            "签约",
            "在建",
            "拟建项目",
            "泰州驻点",
            "Sheet1",
            "2024年3月",
        ]))
        .to_owned(),
        hidden: dice.below(20) == 0,
        looks,
        rows,
        merges,
        hidden_columns: vec![2],
        ..Sheet::default()
    }
}

#[test]
fn any_workbook_is_understood_or_not_but_never_panics() {
    let words: Vec<String> = ALL
        .iter()
        .flat_map(|ledger| &ledger.vocabulary().words)
        .map(|word| word.key.clone())
        .collect();
    let heads: Vec<&str> = words.iter().flat_map(|word| word.split('▸')).collect();
    let mut dice = Dice(0xC0FFEE);
    let mut tables = 0;
    for _ in 0..500 {
        let sheets = (0..=dice.below(2))
            .map(|_| sheet(&mut dice, &heads))
            .collect();
        let book = Workbook {
            file: "2024.xlsx".to_owned(),
            sha256: String::new(),
            sheets,
            carries: Vec::new(),
        };
        let mut options = Options::default();
        if dice.below(3) == 0 {
            let first = dice.below(6);
            let mapping = Mapping {
                ledger: Some(dice.of(ALL).name.to_owned()),
                header_rows: Some((first, first + dice.below(3))),
                columns: vec![Pick {
                    column: "B".to_owned(),
                    field: Some("project.name".to_owned()),
                    unit: Some("亿元".to_owned()),
                }],
                ..Mapping::default()
            };
            options
                .mappings
                .insert(book.sheets[0].name.clone(), mapping);
        }
        let found = understand_with(&book, &options);
        tables += found.tables.len();
        for table in &found.tables {
            for row in &table.rows {
                assert!(
                    row.raw
                        .iter()
                        .all(|(_, text): &(u16, Arc<str>)| !text.is_empty())
                );
            }
        }
    }
    assert!(tables > 50, "{tables}");
}
