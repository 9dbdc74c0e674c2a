//! Questions and their answers, corrected mappings, templates.

use std::collections::BTreeMap;

use suoji_model::{Cell, Value};

use crate::options::{Answers, Mapping, Mark, Options, Pick, Template};
use crate::table::{LedgerRow, Target};
use crate::{Understood, read, understand_with};

fn with(file: &str, csv: &str, options: &Options) -> Understood {
    understand_with(&read(file, csv.as_bytes()).expect("csv"), options)
}

fn answered(file: &str, csv: &str, answers: &[(&str, &str)]) -> Understood {
    let owned = |(key, answer): &(&str, &str)| ((*key).to_owned(), (*answer).to_owned());
    let options = Options {
        answers: answers.iter().map(owned).collect(),
        ..Options::default()
    };
    with(file, csv, &options)
}

fn shown(row: &LedgerRow, dotted: &str) -> String {
    let target = Target::parse(dotted).expect("field");
    match row.cells.get(&target) {
        Some(Cell::Known(Value::Money(money), _)) => {
            format!("{} {}", money.amount(), money.currency.code())
        }
        Some(Cell::Known(Value::Date(date), _)) => date.to_string(),
        Some(Cell::Known(Value::Area(area), _)) => {
            format!("{} {}", area.amount(), area.unit.name())
        }
        Some(Cell::Known(Value::Flag(flag), _)) => flag.to_string(),
        Some(Cell::Known(Value::Text(text), _)) => text.clone(),
        Some(other) => format!("{other:?}"),
        None => String::new(),
    }
}

fn keys(found: &Understood) -> Vec<(&str, u64)> {
    let questions = found.questions.iter();
    questions.map(|one| (one.key.as_str(), one.rows)).collect()
}

const OPEN: &str = "项目名称,企业名称,签约时间,协议类型,合同额,投资金额（亿美元/亿元）,用地\n\
    甲项目,甲公司,3月5日,投资合同,3KW,0.5,50\n\
    乙项目,乙公司,3月6日,投资合同,5000,0.6,60\n\
    丙项目,丙公司,3月7日,口头,6000,0.7美元,70亩\n";

#[test]
fn each_column_asks_once_and_takes_its_answer() {
    let asked = answered("签约.csv", OPEN, &[]);
    assert_eq!(
        keys(&asked),
        [
            ("choice:agreement.agreement_type:口头", 1),
            ("kilo:signing:合同额", 1),
            ("unit:signing:合同额", 2),
            ("unit:signing:用地", 2),
            ("year:签约.csv", 3),
        ]
    );
    let of_rows = asked.tables[0].rows.iter().flat_map(|row| &row.problems);
    let mut reasons: Vec<&str> = of_rows.map(|one| one.reason).collect();
    reasons.sort_unstable();
    assert!(!reasons.contains(&"amount_unit_unknown"), "{reasons:?}");
    let told = answered(
        "签约.csv",
        OPEN,
        &[
            ("choice:agreement.agreement_type:口头", "intent"),
            ("kilo:signing:合同额", "7"),
            ("unit:signing:合同额", "万元"),
            ("unit:signing:用地", "亩"),
            ("year:签约.csv", "2024"),
        ],
    );
    assert_eq!(keys(&told), []);
    let rows = &told.tables[0].rows;
    assert_eq!(
        shown(&rows[0], "agreement.contract_total"),
        "30000000.00 CNY"
    );
    assert_eq!(
        shown(&rows[1], "agreement.contract_total"),
        "50000000.00 CNY"
    );
    assert_eq!(shown(&rows[0], "agreement.sign_date"), "2024-03-05");
    assert_eq!(shown(&rows[0], "project.land_area"), "50 mu");
    assert_eq!(shown(&rows[2], "agreement.agreement_type"), "intent");
    assert!(!rows[2].rejected);
}

#[test]
fn two_currencies_and_a_month_in_a_number() {
    let csv = "项目,企业,投资额（亿美元/亿元）,签约时间,协议类型\n\
        甲,甲公司,0.5,2023.1,投资合同\n乙,乙公司,0.6,2023.1,投资合同\n";
    let told = answered("签约.csv", csv, &[("currency:signing:投资额", "美元")]);
    assert_eq!(
        shown(&told.tables[0].rows[0], "agreement.contract_total"),
        "50000000.00 USD"
    );
    // Text does not tell 2023.1 from 2023.10 either.
    let asked = answered("签约.csv", csv, &[]);
    assert_eq!(
        keys(&asked),
        [
            ("currency:signing:投资额", 2),
            ("month:signing:签约时间", 2)
        ]
    );
    let said = |more: &str| {
        let csv = format!("{csv}丙,丙公司,0.6,{more},投资合同\n");
        let found = answered("签约.csv", &csv, &[]);
        shown(&found.tables[0].rows[0], "agreement.sign_date")
    };
    assert_eq!([said("2023.10"), said("2023.02")], ["2023-01", "2023-10"]);
}

#[test]
fn a_total_without_a_contract_above_it_is_asked_for_once() {
    let csv =
        "项目名称,引资额（亿元）,总投资（亿元）,签约时间,协议类型\n甲,1,2,2024-03-05,投资合同\n";
    let asked = answered("签约.csv", csv, &[]);
    let [question] = &asked.questions[..] else {
        panic!("{:?}", asked.questions);
    };
    assert_eq!(question.key, "field:signing:总投资");
    assert_eq!(
        question.supposed.as_deref(),
        Some("project.total_investment")
    );
    let told = answered(
        "签约.csv",
        csv,
        &[(&question.key, "agreement.contract_total")],
    );
    assert_eq!(keys(&told), []);
    assert_eq!(
        shown(&told.tables[0].rows[0], "agreement.contract_total"),
        "200000000.00 CNY"
    );
}

fn pick(column: &str, field: Option<&str>, unit: Option<&str>) -> Pick {
    Pick {
        column: column.to_owned(),
        field: field.map(str::to_owned),
        unit: unit.map(str::to_owned),
    }
}

const ODD: &str = "某某表,,,\n甲乙丙,丁,戊,己\n大厂房,某公司,3,2024-05-01\n合计,,3,\n";

fn odd() -> Mapping {
    Mapping {
        ledger: Some("signing".to_owned()),
        header_rows: Some((2, 2)),
        columns: vec![
            pick("A", Some("project.name"), None),
            pick("丁", Some("enterprise.name"), None),
            pick("C", Some("agreement.contract_capital"), Some("亿元")),
            pick("D", Some("agreement.sign_date"), None),
        ],
        ..Mapping::default()
    }
}

#[test]
fn a_column_that_is_told_to_be_left_out_is_so_by_that() {
    let mut options = Options::default();
    let mut mapping = odd();
    mapping.columns[2] = pick("C", Some(""), None);
    options.mappings.insert("某表".to_owned(), mapping);
    let found = with("某表.csv", ODD, &options);
    let column = &found.tables[0].columns[2];
    assert_eq!(
        (column.target, column.reason.as_str(), column.confidence),
        (None, "told", 100)
    );
}

#[test]
fn a_table_without_headings_is_told_by_its_letters() {
    let csv = "大厂房,某公司,3,2024-05-01\n小厂房,某厂,2,2024-06-01\n";
    let mut options = Options::default();
    let mapping = Mapping {
        header_rows: Some((0, 0)),
        columns: vec![
            pick("A", Some("project.name"), None),
            pick("B", Some("enterprise.name"), None),
            pick("C", Some("agreement.contract_capital"), Some("亿元")),
            pick("D", Some("agreement.sign_date"), None),
        ],
        ..odd()
    };
    options.mappings.insert("某表".to_owned(), mapping);
    let found = with("某表.csv", csv, &options);
    let table = &found.tables[0];
    assert_eq!((table.header_rows.len(), table.read), (0, 2));
    let heads: Vec<&str> = table.columns.iter().map(|one| one.head.as_str()).collect();
    assert_eq!(heads, ["A", "B", "C", "D"]);
    let [first, second] = &table.rows[..] else {
        panic!("{:?}", table.rows);
    };
    assert_eq!((first.row, second.row), (1, 2));
    assert_eq!(shown(first, "project.name"), "大厂房");
    assert_eq!(
        shown(first, "agreement.contract_capital"),
        "300000000.00 CNY"
    );
    assert_eq!(shown(second, "agreement.sign_date"), "2024-06-01");
}

#[test]
fn a_corrected_table_is_read_as_told() {
    let mut options = Options::default();
    assert!(with("某表.csv", ODD, &options).tables.is_empty());
    options.mappings.insert("某表".to_owned(), odd());
    let found = with("某表.csv", ODD, &options);
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "project.name"), "大厂房");
    assert_eq!(shown(row, "enterprise.name"), "某公司");
    assert_eq!(shown(row, "agreement.contract_capital"), "300000000.00 CNY");
    assert_eq!(shown(row, "agreement.sign_date"), "2024-05-01");
    assert_eq!(found.tables[0].columns[0].reason, "told");
    assert_eq!(found.tables[0].read, 1);
    // Left out when told so.
    options.mappings.insert(
        "某表".to_owned(),
        Mapping {
            skip: true,
            ..odd()
        },
    );
    let found = with("某表.csv", ODD, &options);
    assert!(found.tables.is_empty() && found.problems.is_empty());
}

#[test]
fn a_column_can_be_left_out_or_get_another_unit() {
    let csv =
        "项目名称,企业名称,签约时间,合同额（万元）,协议类型\n甲,甲公司,2024-05-01,3,投资合同\n";
    let options = Options {
        mappings: [(
            "签约".to_owned(),
            Mapping {
                columns: vec![
                    pick("企业名称", Some(""), None),
                    pick("合同额（万元）", None, Some("亿元")),
                ],
                ..Mapping::default()
            },
        )]
        .into(),
        ..Options::default()
    };
    let found = with("签约.csv", csv, &options);
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "enterprise.name"), "");
    assert_eq!(shown(row, "agreement.contract_total"), "300000000.00 CNY");
}

#[test]
fn a_row_is_what_a_person_says_it_is() {
    let csv = "项目名称,企业名称,签约时间,合同利用资金（万元）,协议类型\n\
        医药板块,,,,\n\
        合计,甲公司,2024-05-01,3,投资合同\n\
        以上由招商局提供,见附表,,,\n\
        乙项目,乙公司,2024-06-01,5,投资合同\n";
    let marks = [(2, Mark::Section), (3, Mark::Data), (4, Mark::Note)];
    let mapping = Mapping {
        rows: marks.into(),
        ..Mapping::default()
    };
    let options = Options {
        mappings: [("签约".to_owned(), mapping)].into(),
        ..Options::default()
    };
    let rows = |options: &Options| {
        let found = with("签约.csv", csv, options);
        let table = &found.tables[0];
        let read: Vec<u32> = table.rows.iter().map(|row| row.row).collect();
        let skipped: Vec<String> = table
            .skipped
            .iter()
            .map(|one| format!("{} {}", one.row, one.kind))
            .collect();
        (read, skipped, table.rows[0].section.clone())
    };
    let (read, skipped, _) = rows(&Options::default());
    assert_eq!((read, skipped), (vec![2, 4, 5], vec!["3 total".to_owned()]));
    let (read, skipped, section) = rows(&options);
    assert_eq!(read, [3, 5]);
    assert_eq!(skipped, ["2 section", "4 note"]);
    assert_eq!(section.as_deref(), Some("医药板块"));
}

#[test]
fn a_template_recognises_the_next_file_of_its_office() {
    let first = Options {
        mappings: [("某表".to_owned(), odd())].into(),
        ..Options::default()
    };
    let heads = with("某表.csv", ODD, &first).tables[0].heads.clone();
    let template = Template {
        name: "一部的表".to_owned(),
        heads,
        mapping: Mapping {
            header_rows: None,
            columns: vec![
                pick("甲乙丙", Some("project.name"), None),
                pick("丁", Some("enterprise.name"), None),
                pick("戊", Some("agreement.contract_capital"), Some("亿元")),
                pick("己", Some("agreement.sign_date"), None),
            ],
            ..odd()
        },
        answers: [("choice:x".to_owned(), "y".to_owned())].into(),
    };
    let options = Options {
        templates: vec![template],
        ..Options::default()
    };
    let next = "另一表,,,\n,,,\n甲乙丙,丁,戊,己\n小厂房,某厂,1,2025-05-01\n";
    let found = with("下月.csv", next, &options);
    let table = found.tables.first().expect("table");
    assert_eq!(table.template.as_deref(), Some("一部的表"));
    assert_eq!(table.header_rows, [3]);
    assert_eq!(
        shown(&table.rows[0], "agreement.contract_capital"),
        "100000000.00 CNY"
    );
}

#[test]
fn what_a_file_says_of_its_units_goes_before_a_template() {
    let rows = "项目名称,企业名称,签约时间,合同额\n甲项目,甲公司,2024-05-01,300\n";
    let plain = with("签约.csv", rows, &Options::default());
    let template = |mapping: Mapping, answers: Answers| Template {
        name: "一部".to_owned(),
        heads: plain.tables[0].heads.clone(),
        mapping,
        answers,
    };
    let picked = Mapping {
        columns: vec![pick("合同额", None, Some("万元"))],
        ..Mapping::default()
    };
    let answered: Answers = [("unit:signing:合同额".to_owned(), "万元".to_owned())].into();
    let total = |found: &Understood| shown(&found.tables[0].rows[0], "agreement.contract_total");
    let overruled = |found: &Understood| {
        let told = found.tables[0].problems.iter();
        told.filter(|one| one.reason == "template_unit_overruled")
            .count()
    };
    for template in [
        template(picked.clone(), Answers::new()),
        template(Mapping::default(), answered.clone()),
    ] {
        let mut options = Options {
            templates: vec![template],
            ..Options::default()
        };
        let found = with("签约.csv", rows, &options);
        assert_eq!(
            (total(&found).as_str(), overruled(&found)),
            ("3000000.00 CNY", 0)
        );
        let titled = format!("单位：亿元,,,\n{rows}");
        let found = with("签约.csv", &titled, &options);
        assert_eq!(
            (total(&found).as_str(), overruled(&found)),
            ("30000000000.00 CNY", 1)
        );
        let headed = rows.replace("合同额", "合同额（亿元）");
        let found = with("签约.csv", &headed, &options);
        assert_eq!(
            (total(&found).as_str(), overruled(&found)),
            ("30000000000.00 CNY", 1)
        );
        // What is said of this file holds over what it says itself.
        options.answers.clone_from(&answered);
        let found = with("签约.csv", &titled, &options);
        assert_eq!(
            (total(&found).as_str(), overruled(&found)),
            ("3000000.00 CNY", 0)
        );
    }
}

#[test]
fn options_are_plain_json() {
    let json = r#"{"mappings":{"签约":{"columns":[{"column":"A","field":"project.name"}]}},"answers":{"unit:signing:合同额":"万元"}}"#;
    let options: Options = serde_json::from_str(json).expect("json");
    assert_eq!(
        options.mappings["签约"].columns[0].field.as_deref(),
        Some("project.name")
    );
    let again = serde_json::to_string(&options).expect("json");
    assert_eq!(
        serde_json::from_str::<Options>(&again).expect("json"),
        options
    );
}

#[test]
fn a_corrected_cell_is_read_as_if_it_stood_in_the_file() {
    let csv = "项目名称,企业名称,签约时间,协议类型,合同利用资金（万元）\n\
        甲项目,甲公司,2023-03-05,投资合同,一大笔\n乙项目,乙公司,2023-02-30,投资合同,500\n";
    let row = |number: u32, letter: &str, text: &str| {
        let cell = BTreeMap::from([(letter.to_owned(), text.to_owned())]);
        (number, cell)
    };
    let options = Options {
        corrections: BTreeMap::from([(
            "签约".to_owned(),
            BTreeMap::from([row(2, "E", "0.8亿元"), row(3, "C", "2023年2月28日")]),
        )]),
        ..Options::default()
    };
    let found = with("签约.csv", csv, &options);
    let rows = &found.tables[0].rows;
    assert_eq!(
        shown(&rows[0], "agreement.contract_capital"),
        "80000000.00 CNY"
    );
    assert_eq!(shown(&rows[1], "agreement.sign_date"), "2023-02-28");
    let old = |row: &LedgerRow| -> Vec<String> {
        row.corrected
            .iter()
            .map(|(_, text)| text.to_string())
            .collect()
    };
    assert_eq!(
        (old(&rows[0]), old(&rows[1])),
        (vec!["一大笔".to_owned()], vec!["2023-02-30".to_owned()])
    );
    assert!(rows.iter().all(|row| row.problems.is_empty()), "{rows:?}");
}

#[test]
fn a_template_takes_no_line_above_the_headings_into_them() {
    let title = "2024年签约项目\n,,,单位：万元\n";
    let rows = "项目名称,企业名称,签约时间,合同额\n甲项目,甲公司,2024-05-01,300\n";
    let csv = format!("{title}{rows}");
    let plain = with("签约.csv", &csv, &Options::default());
    let template = Template {
        name: "月报".to_owned(),
        heads: plain.tables[0].heads.clone(),
        ..Template::default()
    };
    let options = Options {
        templates: vec![template],
        ..Options::default()
    };
    let found = with("签约.csv", &csv, &options);
    assert_eq!(found.tables[0].template.as_deref(), Some("月报"));
    assert_eq!(found.tables[0].header_rows, [3]);
    assert_eq!(keys(&found), []);
    let row = &found.tables[0].rows[0];
    assert_eq!(shown(row, "agreement.contract_total"), "3000000.00 CNY");
}

#[test]
fn what_every_row_says_is_said_once_and_no_column_is_overruled() {
    let csv = "项目,企业,合同额（万元）,签约时间,备注\n\
        甲,甲公司,500,2024-03-05,\n乙,乙公司,600,2024-03-06,已核\n";
    let said = |constants: &[(&str, &str)]| {
        let owned = |(field, text): &(&str, &str)| ((*field).to_owned(), (*text).to_owned());
        let mapping = Mapping {
            constants: constants.iter().map(owned).collect(),
            ..Mapping::default()
        };
        let options = Options {
            mappings: BTreeMap::from([("签约".to_owned(), mapping)]),
            ..Options::default()
        };
        with("签约.csv", csv, &options)
    };
    let told = said(&[
        ("agreement.agreement_type", "入驻协议"),
        ("agreement.responsible_unit", "招商一局"),
        ("agreement.review_date", "2024年4月"),
        ("agreement.note", "不取"),
    ]);
    let row = &told.tables[0].rows[0];
    assert_eq!(shown(row, "agreement.agreement_type"), "entry");
    assert_eq!(shown(row, "agreement.responsible_unit"), "招商一局");
    assert_eq!(shown(row, "agreement.review_date"), "2024-04");
    assert_eq!(shown(&told.tables[0].rows[1], "agreement.note"), "已核");
    let supposed = |one: &crate::problem::Problem| one.reason == "agreement_type_supposed";
    assert!(!told.tables[0].problems.iter().any(supposed));
    let wrong = said(&[("agreement.review_date", "某日")]);
    let refused = wrong.tables[0].problems.iter();
    let refused: Vec<&str> = refused.map(|one| one.reason).collect();
    assert!(refused.contains(&"bad_date"), "{refused:?}");
}

#[test]
fn an_answer_of_another_office_makes_no_small_amounts_unnoticed() {
    let csv = "项目名称,企业名称,签约时间,总投资\n甲项目,甲公司,2024-05-01,1.5\n\
        乙项目,乙公司,2024-05-02,300\n";
    let answers = [
        ("unit:signing:总投资", "万元"),
        ("field:signing:总投资", "agreement.contract_total"),
    ];
    let owned = |(key, answer): (&str, &str)| (key.to_owned(), answer.to_owned());
    let options = Options {
        answers: answers.map(owned).into(),
        ..Options::default()
    };
    let found = with("签约.csv", csv, &options);
    let table = found.tables.first().expect("table");
    let tiny = |row: usize| {
        let mut problems = table.rows[row].problems.iter();
        problems.any(|problem| problem.reason == "amount_tiny")
    };
    assert!(tiny(0) && !tiny(1), "{:?}", table.rows[0].problems);
}

#[test]
fn an_answer_is_read_as_a_cell_is_and_told_where_it_is_not() {
    let csv = "项目名称,企业名称,签约时间,协议类型,合同利用资金（万美元）\n\
        甲项目,甲公司,3月5日,投资合同,500\n";
    let of = |year: &str, rate: &str| {
        let answers = [("year:签约.csv", year), ("rate:签约.csv:USD", rate)];
        answered("签约.csv", csv, &answers)
    };
    let told = of("2024年", "7.1元");
    let rows = &told.tables[0].rows;
    assert_eq!(shown(&rows[0], "agreement.sign_date"), "2024-03-05");
    let rate = rows[0]
        .cells
        .get(&Target::parse("agreement.rate").expect("field"));
    assert_eq!(rate, Some(&Cell::exact(Value::Number(7_100_000))));
    let unread = of("去年", "照旧");
    let unread = unread.tables[0].problems.iter();
    let unread = unread.filter(|one| one.reason == "answer_unreadable");
    let unread: Vec<&str> = unread.map(|one| one.raw.as_str()).collect();
    assert_eq!(unread, ["照旧", "去年"]);
}

#[test]
fn what_is_said_of_a_column_holds_for_tables_below_with_its_headings() {
    const TWO: &str = "2023年省级在建项目台账\n\
        项目名称,建设单位,总投资（亿元）,本期数\n\
        甲项目,甲公司,3,50\n\
        2023年市级在建项目台账\n\
        项目名称,建设单位,总投资（亿元）,本期数\n\
        乙项目,乙公司,2,40\n";
    let key = with("项目.csv", TWO, &Options::default()).tables[0]
        .key
        .clone();
    let pick = Pick {
        column: "本期数".to_owned(),
        field: Some("key_project.annual_completed_investment".to_owned()),
        unit: Some("万元".to_owned()),
    };
    let mapping = Mapping {
        columns: vec![pick],
        ..Mapping::default()
    };
    let options = Options {
        mappings: BTreeMap::from([(key, mapping)]),
        ..Options::default()
    };
    let found = with("项目.csv", TWO, &options);
    let rows = found.tables.iter().flat_map(|table| &table.rows);
    let done = rows.map(|row| shown(row, "key_project.annual_completed_investment"));
    let done: Vec<String> = done.collect();
    assert_eq!(done, ["500000.00 CNY", "400000.00 CNY"]);
}
