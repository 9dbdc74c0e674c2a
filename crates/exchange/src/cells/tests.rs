//! Cells as ledgers write them, each with what it must read as.

use proptest::prelude::*;
use suoji_model::{Cell, Shape, Value, kinds};

use super::unit::{self, Measure};
use super::{Context, Reading, read};
use crate::book::{Raw, Shown};
use crate::table::Target;

fn reading(kind: &'static str, field: &'static str, raw: &Raw, unit: &str) -> Reading {
    let declared = Target { kind, field }.declared().expect("field");
    let context = Context {
        unit: unit::parse(unit),
        year: Some(2023),
        ..Context::default()
    };
    read(kind, declared, raw, context)
}

/// The value as JSON, then the reasons.
fn shown(kind: &'static str, field: &'static str, raw: &Raw, unit: &str) -> String {
    let shape = Target { kind, field }.declared().expect("field").shape;
    let reading = reading(kind, field, raw, unit);
    let json = reading.cell.to_json(&shape);
    let value = ["amount", "number", "area", "date", "absent"]
        .iter()
        .find_map(|name| json.get(name)?.as_str())
        .map_or_else(|| json.to_string(), str::to_owned);
    let more = ["currency", "unit", "mark", "high"]
        .iter()
        .filter_map(|name| json.get(name)?.as_str())
        .filter(|text| *text != "CNY");
    let reasons = reading.findings.iter().map(|(reason, _)| *reason);
    std::iter::once(value.as_str())
        .chain(more)
        .chain(reasons)
        .collect::<Vec<_>>()
        .join(" ")
}

fn text(text: &str) -> Raw {
    Raw::text(text)
}

fn number(text: &str, shown: Shown) -> Raw {
    Raw::Number {
        text: text.into(),
        shown,
    }
}

#[test]
fn amounts() {
    for (written, unit, want) in [
        ("10.5亿元", "万元", "1050000000.00"),
        ("10.5", "亿元", "1050000000.00"),
        ("１０．５亿", "", "1050000000.00"),
        ("105000", "万元", "1050000000.00"),
        ("1,050.25", "万元", "10502500.00"),
        ("１４４２６．２", "万元", "144262000.00"),
        ("3000万左右", "万元", "30000000.00 approximate approximate"),
        ("约3000万", "亿元", "30000000.00 approximate approximate"),
        ("不低于2亿", "万元", "200000000.00 at_least approximate"),
        ("10亿+", "万元", "1000000000.00 at_least approximate"),
        ("亿元以上", "万元", "100000000.00 at_least approximate"),
        ("超千万元", "", "10000000.00 at_least approximate"),
        ("近百亿元", "", "10000000000.00 approximate approximate"),
        ("10亿级", "", "1000000000.00 approximate approximate"),
        ("保密", "万元", "unknown"),
        (
            "500万美元/3500万元",
            "万元",
            "5000000.00 USD foreign_currency",
        ),
        ("6亿余元", "万元", "600000000.00 approximate approximate"),
        ("30余万元", "万元", "300000.00 approximate approximate"),
        ("3000（约）", "万元", "30000000.00 approximate approximate"),
        ("不超过5亿元", "", "500000000.00 at_most approximate"),
        ("0.5-1亿", "亿元", "50000000.00 range 100000000.00 range"),
        ("1～2亿元", "万元", "100000000.00 range 200000000.00 range"),
        ("5000-10000", "万元", "50000000.00 range 100000000.00 range"),
        (
            "3000万至1亿元",
            "万元",
            "30000000.00 range 100000000.00 range",
        ),
        (
            "3000万元至1亿元",
            "万元",
            "30000000.00 range 100000000.00 range",
        ),
        ("3千万", "", "30000000.00"),
        ("三千万", "万元", "30000000.00"),
        ("壹亿元", "", "100000000.00"),
        ("两个亿", "", "200000000.00"),
        ("3000W", "亿元", "30000000.00"),
        ("3KW", "万元", "null kilo_ambiguous"),
        ("5千", "万元", "null small_number_ambiguous"),
        ("3百余", "亿元", "null small_number_ambiguous"),
        ("5千元", "万元", "5000.00"),
        ("5千", "元", "5000.00"),
        ("五千", "万元", "50000000.00"),
        ("(3,000.50)", "万元", "-30005000.00 negative_in_brackets"),
        ("（200）", "万元", "-2000000.00 negative_in_brackets"),
        ("(一期)", "万元", "null amount_unreadable"),
        ("增资3000万元", "亿元", "30000000.00 amount_added"),
        ("增资-500", "万元", "-5000000.00 amount_added"),
        ("增资增资3000", "万元", "null amount_unreadable"),
        ("退回200", "万元", "-2000000.00 amount_taken_back"),
        ("退回-200", "万元", "-2000000.00 amount_taken_back"),
        ("退款退款200", "万元", "null amount_unreadable"),
        ("冲减：0.5亿元", "万元", "-50000000.00 amount_taken_back"),
        ("增资至3000万元", "亿元", "null amount_unreadable"),
        ("5亿（一期2亿）", "亿元", "500000000.00 amount_with_note"),
        (
            "50000（一期20000）",
            "万元",
            "500000000.00 amount_with_note",
        ),
        (
            "总投资5亿，其中固投3亿",
            "万元",
            "500000000.00 amount_with_note",
        ),
        (
            "5亿元其中设备2亿元",
            "万元",
            "500000000.00 amount_with_note",
        ),
        ("500万美元", "万元", "5000000.00 USD foreign_currency"),
        ("500", "万美元", "5000000.00 USD"),
        ("500", "亿美元/亿元", "null currency_unknown"),
        (
            "5亿美元",
            "亿美元/亿元",
            "500000000.00 USD foreign_currency",
        ),
        (
            "1200万美元（折合8556.6万元）",
            "亿元",
            "12000000.00 USD foreign_currency",
        ),
        ("人民币5亿元", "", "500000000.00"),
        ("1200", "", "null amount_unit_unknown"),
        ("0", "万元", "0.00"),
        ("待定", "万元", "pending"),
        ("/", "万元", "not_applicable"),
        ("—", "万元", "not_applicable"),
        ("见备注", "万元", "unknown"),
        ("", "万元", "null"),
        ("面议", "万元", "null amount_unreadable"),
        ("5亿（一期", "万元", "null amount_unreadable"),
        ("10000-5000", "万元", "null amount_unreadable"),
        ("3亿2", "万元", "null amount_unreadable"),
        ("50亩", "万元", "null amount_unreadable"),
    ] {
        let got = shown("agreement", "contract_capital", &text(written), unit);
        assert_eq!(got, want, "{written} under {unit}");
    }
    let stored = number("1.841328", Shown::Decimals(2));
    let got = shown("agreement", "contract_capital", &stored, "亿元");
    assert_eq!(got, "184132800.00");
}

#[test]
fn areas_and_numbers() {
    for (written, unit, want) in [
        ("50亩", "", "50 mu"),
        ("33333㎡", "亩", "33333 sqm"),
        ("3.3公顷", "", "3.3 hectare"),
        ("5万平", "", "50000 sqm"),
        ("126", "亩", "126 mu"),
        ("１５８", "亩", "158 mu"),
        ("约50", "亩", "50 mu approximate approximate"),
        ("30-50亩", "", "30 mu range 50 range"),
        ("待定", "亩", "pending"),
        ("50", "", "null area_unit_unknown"),
        ("50万元", "亩", "null area_unreadable"),
    ] {
        let got = shown("project", "land_area", &text(written), unit);
        assert_eq!(got, want, "{written} under {unit}");
    }
    for (written, want) in [
        ("7.1305", "7.1305"),
        ("约7.1", "7.1 approximate approximate"),
        ("高", "null number_unreadable"),
    ] {
        assert_eq!(
            shown("agreement", "rate", &text(written), ""),
            want,
            "{written}"
        );
    }
    for (written, want) in [("二期", "2"), ("2", "2"), ("第三期", "3")] {
        assert_eq!(
            shown("project", "phase_no", &text(written), ""),
            want,
            "{written}"
        );
    }
}

#[test]
fn dates() {
    for (written, want) in [
        ("2023/1/13", "2023-01-13"),
        ("2023-02-19", "2023-02-19"),
        ("2023-02-19 00:00:00", "2023-02-19"),
        ("2023-03", "2023-03"),
        ("2023.5", "2023-05"),
        ("2023年5月", "2023-05"),
        ("2023年1月8日", "2023-01-08"),
        ("2023 年 1 月 8 日", "2023-01-08"),
        ("二〇二三年十二月三十一日", "2023-12-31"),
        ("20230419", "2023-04-19"),
        ("202304", "2023-04"),
        ("2023.7.11", "2023-07-11"),
        ("２０２３．７．１１", "2023-07-11"),
        ("23.5.18", "2023-05-18"),
        ("45064", "2023-05-18"),
        ("2023/8/", "2023-08"),
        ("2023年7月起", "2023-07"),
        ("2023年", "2023"),
        ("5月18日", "2023-05-18 vague_date"),
        ("5月中旬", "2023-05-T2 vague_date"),
        ("年底", "2023-12 vague_date"),
        ("2024年底", "2024-12 vague_date"),
        ("2024上半年", "2024-H1 vague_date"),
        ("2023，3，5", "2023-03-05"),
        ("2024 7 3", "2024-07-03"),
        ("2024 07", "2024-07"),
        ("去年10月", "2022-10 vague_date"),
        ("去年底", "2022-12 vague_date"),
        ("明年3月5日", "2024-03-05 vague_date"),
        ("2024-10-上旬", "2024-10-T1 vague_date"),
        ("2024.10下旬", "2024-10-T3 vague_date"),
        ("上半年", "2023-H1 vague_date"),
        ("二季度", "2023-Q2 vague_date"),
        ("2023年第四季度", "2023-Q4 vague_date"),
        ("2023年5月（补签）", "2023-05"),
        ("2023-02-30", "null bad_date"),
        ("2023.13", "null bad_date"),
        ("2024 13 3", "null bad_date"),
        ("一中", "null bad_date"),
        ("已开工", "null bad_date"),
        ("拟6月", "null bad_date"),
        ("2023-2025", "null bad_date"),
        ("1800年", "null bad_date"),
        ("待定", "pending"),
    ] {
        assert_eq!(
            shown("agreement", "sign_date", &text(written), ""),
            want,
            "{written}"
        );
    }
    for (stored, format, want) in [
        ("45058", Shown::General, "2023-05-12"),
        ("20230419", Shown::General, "2023-04-19"),
        (
            "2023.1",
            Shown::Decimals(2),
            "2023-10 month_number_ambiguous",
        ),
        (
            "2023.1",
            Shown::Decimals(1),
            "2023-01 month_number_ambiguous",
        ),
        ("2023.1", Shown::General, "2023 month_number_ambiguous"),
        ("2023.12", Shown::General, "2023-12"),
        ("2023.3", Shown::General, "2023-03"),
        ("2023", Shown::General, "2023"),
        ("7", Shown::General, "null bad_date"),
        ("-45058", Shown::General, "null bad_date"),
    ] {
        let raw = number(stored, format);
        assert_eq!(
            shown("agreement", "sign_date", &raw, ""),
            want,
            "{stored} {format:?}"
        );
    }
}

#[test]
fn two_numbers_are_never_one() {
    for written in ["0.5亿+0.3亿", "3+5亿", "30余5万"] {
        let shown = shown("agreement", "contract_capital", &text(written), "万元");
        assert!(shown.starts_with("null"), "{written} {shown}");
    }
}

#[test]
fn flags_choices_and_codes() {
    for (written, want) in [
        ("√", "true"),
        ("是", "true"),
        ("有效", "true"),
        ("×", "false"),
        ("否", "false"),
        ("或许", "null choice_unknown"),
    ] {
        assert_eq!(
            shown("agreement", "voided", &text(written), ""),
            want,
            "{written}"
        );
    }
    for (written, want) in [
        ("正式投资合同", "\"formal\""),
        ("投资合同", "\"formal\""),
        ("入驻协议", "\"entry\""),
        ("战略合作协议", "\"framework\""),
        ("投资意向书", "\"intent\""),
        ("补充协议（二）", "\"supplement\""),
        ("合资合同", "\"formal\""),
        ("中外合资经营合同", "\"formal\""),
        ("合资意向书", "\"intent\""),
        ("土地出让合同", "null agreement_type_unknown"),
        ("其它", "null agreement_type_unknown"),
    ] {
        assert_eq!(
            shown("agreement", "agreement_type", &text(written), ""),
            want,
            "{written}"
        );
    }
    for (written, want) in [
        ("予以认定", "\"recognised\""),
        ("已核定", "\"recognised\""),
        ("不予认定（凭证不全）", "\"returned\""),
        ("不认定", "\"returned\""),
        ("暂不予认定", "\"declared\""),
        ("尚未核定", "\"declared\""),
        ("待认定", "\"declared\""),
        ("认定中", "\"declared\""),
        ("没有通过", "null choice_unknown"),
    ] {
        assert_eq!(
            shown("payment", "state", &text(written), ""),
            want,
            "{written}"
        );
    }
    for (written, want) in [
        ("91340104MA663HKDX4", "\"91340104MA663HKDX4\""),
        (
            "91370102ma2ch8dd59",
            "\"91370102MA2CH8DD59\" uscc_normalise",
        ),
        (
            "91320500MA5QPRQJ0G",
            "\"91320500MA5QPRQJ0G\" uscc_check_digit",
        ),
        ("办理中", "\"办理中\" uscc_malformed"),
    ] {
        assert_eq!(
            shown("enterprise", "uscc", &text(written), ""),
            want,
            "{written}"
        );
    }
}

#[test]
fn units_of_headings() {
    for (words, name) in [
        ("万元", "万元"),
        ("单位：亿元", "亿元"),
        ("亿美元/亿元", "亿"),
        ("万", "万"),
        ("㎡", "㎡"),
        ("亩", "亩"),
        ("%", "%"),
    ] {
        assert_eq!(
            unit::parse(words).map(|unit| unit.name),
            Some(name),
            "{words}"
        );
    }
    for words in ["全称", "500强/上市", "省/市/县", "t/㎡", "个", ""] {
        assert_eq!(unit::parse(words), None, "{words}");
    }
    let mixed = unit::parse("亿美元/亿元").map(|unit| unit.measure);
    assert_eq!(mixed, Some(Measure::MixedMoney));
}

const DIGITS: &str = "0123456789０１２３４５６７８９〇零一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_reader_panics_or_makes_a_number_of_words(
        written in "[0-9０-９一二三十百千万亿两零年月日号旬季度上下半元美亩㎡平约余多左右至到不低于（）()，,、.．/～~+ -]{0,14}|.{0,20}",
        heading in "万元|亿元|亿美元/亿元|亩|",
    ) {
        for kind in kinds::ALL {
            for field in kind.fields {
                let got = reading(kind.name, field.name, &text(&written), &heading);
                let quantity = matches!(
                    field.shape,
                    Shape::Money | Shape::Number { .. } | Shape::Area
                );
                let known = matches!(got.cell, Cell::Known(..));
                let digits = written.chars().any(|c| DIGITS.contains(c));
                prop_assert!(!(quantity && known) || digits, "{written} {:?}", got.cell);
            }
        }
    }

    #[test]
    fn a_plain_amount_is_read_to_the_fen(fen in 0i64..1_000_000_000_000_000, power in 0usize..3) {
        let (name, zeros) = [("元", 0), ("万元", 4), ("亿元", 8)][power];
        let scaled = suoji_model::decimal::shortest(fen, 2);
        let in_unit = suoji_model::decimal::shortest(fen, 2 + zeros);
        let by_heading = reading("agreement", "contract_total", &text(&in_unit), name);
        let by_cell = reading("agreement", "contract_total", &text(&format!("{scaled}元")), "亿元");
        for got in [by_heading, by_cell] {
            let Cell::Known(Value::Money(money), None) = got.cell else {
                return Err(TestCaseError::fail(format!("{got:?}")));
            };
            prop_assert_eq!(money.minor, fen);
        }
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 1_000_003).unwrap_or(0) % most
    }
}

/// A million cells of what people write, torn apart and put together.
#[test]
fn a_million_cells_never_become_numbers_on_the_quiet() {
    const PARTS: &[&str] = &[
        "约",
        "3",
        "0.5",
        "１２",
        "三千",
        "亿",
        "万",
        "元",
        "美元",
        "-",
        "至",
        "左右",
        "余",
        "不低于",
        "（一期2亿）",
        "年",
        "月",
        "日",
        "2023",
        "5",
        "上旬",
        "季度",
        "底",
        "亩",
        "㎡",
        "公顷",
        "%",
        "成",
        "W",
        "KW",
        "/",
        "待定",
        "√",
        "×",
        "是",
        "红",
        "省级",
        "张三",
        "15400000001",
        ".",
        ",",
        "，",
        " ",
        "\n",
        "(",
        "（",
        "）",
        "投资合同",
        "=",
        "#REF!",
        "🙂",
        "\u{3000}",
        "其中",
        "折合",
        "汇率7.1",
        "1e9",
        "∞",
        "NaN",
        "-0",
        "٣",
        "Ⅳ",
    ];
    let fields: Vec<_> = kinds::ALL
        .iter()
        .flat_map(|kind| kind.fields.iter().map(move |field| (kind.name, field)))
        .collect();
    let units: Vec<_> = ["万元", "亿美元/亿元", "亩", "%", ""]
        .map(unit::parse)
        .into();
    let mut dice = Dice(0x5EED);
    let mut written = String::new();
    for _ in 0..1_000_000 {
        written.clear();
        for _ in 0..1 + dice.below(4) {
            written.push_str(PARTS[dice.below(PARTS.len())]);
        }
        let (kind, field) = fields[dice.below(fields.len())];
        let context = Context {
            unit: units[dice.below(units.len())],
            year: [None, Some(2023)][dice.below(2)],
            month: dice.below(2) == 0,
            fraction: dice.below(2) == 0,
            ..Context::default()
        };
        let raw = match dice.below(8) {
            0 => number(&written, Shown::Decimals(2)),
            _ => text(&written),
        };
        let got = read(kind, field, &raw, context);
        let quantity = matches!(
            field.shape,
            Shape::Money | Shape::Number { .. } | Shape::Area | Shape::Date
        );
        if quantity && matches!(got.cell, Cell::Known(..)) {
            let says = |c: char| DIGITS.contains(c) || "上下年底".contains(c);
            // 亿元以上 is a hundred million, and so is 不低于亿美元.
            let words = ["元月", "亿元", "亿美元"];
            let says = written.chars().any(says) || words.iter().any(|word| written.contains(word));
            assert!(says, "{written} {:?}", got.cell);
        }
    }
}
