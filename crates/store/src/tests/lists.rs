//! A list is what one would get by sorting all of it, whatever page is asked
//! for and whatever happened to its rows in between.

use std::cmp::Ordering;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use suoji_model::kinds::{AGREEMENT, ENTERPRISE, EXTRA_FIELD, INDICATOR_VALUE, PROJECT};
use suoji_model::log::Intent;
use suoji_model::{Cell, Shape, Value};
use uuid::Uuid;

use super::{fresh, only, project, values};
use crate::dictionary;
use crate::{Batch, Desk, Filter, Grouping, Query, Record, Sort, Step, SumUnit, Test, Write};

const SORTED: [&str; 5] = [
    "project",
    "agreement_type",
    "sign_date",
    "contract_capital",
    "note",
];

#[derive(Debug, Clone)]
enum Act {
    Create(Json),
    Edit(usize, Json),
    Bin(usize),
    Rename(usize, u8),
    Page(u32, u32),
    Neighbours(usize),
}

fn fields() -> impl Strategy<Value = Json> {
    let kinds = prop_oneof![Just("formal"), Just("intent"), Just("framework")];
    let day = prop_oneof![
        Just(json!(null)),
        (1u32..4).prop_map(|day| json!({"date": format!("2023-05-0{day}")})),
    ];
    let amount = prop_oneof![
        Just(json!(null)),
        Just(json!({"absent": "pending"})),
        (0i64..4).prop_map(|yuan| json!({"amount": format!("{yuan}.50"), "currency": "CNY"})),
        Just(json!({"amount": "1.00", "currency": "USD"})),
    ];
    let note = prop_oneof![Just(json!(null)), Just(json!("甲")), Just(json!("乙"))];
    (kinds, day, amount, note).prop_map(|(kind, day, amount, note)| {
        json!({
            "agreement_type": kind, "sign_date": day, "contract_capital": amount, "note": note,
            "rate": {"number": "2.5"},
        })
    })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => fields().prop_map(Act::Create),
        3 => (0usize..40, fields()).prop_map(|(at, set)| Act::Edit(at, set)),
        1 => (0usize..40).prop_map(Act::Bin),
        1 => (0usize..3, any::<u8>()).prop_map(|(at, name)| Act::Rename(at, name)),
        4 => (0u32..40, 1u32..10).prop_map(|(offset, limit)| Act::Page(offset, limit)),
        2 => (0usize..40).prop_map(Act::Neighbours),
    ]
}

fn sort() -> impl Strategy<Value = Vec<Sort>> {
    let level = (0..SORTED.len(), any::<bool>()).prop_map(|(at, descending)| Sort {
        field: SORTED[at].to_owned(),
        descending,
    });
    proptest::collection::vec(level, 0..4)
}

/// What a cell is sorted by, worked out without SQL.
fn key(row: &Record, field: &str, titles: &[(Uuid, String)]) -> Option<(i64, String)> {
    let field = AGREEMENT.field(field).expect("field");
    let json = row.values.get(field.name).unwrap_or(&Json::Null);
    let Cell::Known(value, _) = Cell::read(&field.shape, json).expect("cell") else {
        return None;
    };
    Some(match (value, field.shape) {
        (Value::Text(text), Shape::Choice(choices)) => {
            let at = choices.iter().position(|choice| *choice == text);
            (at.expect("choice") as i64, String::new())
        }
        (Value::Text(text), _) => (0, dictionary::key(&text)),
        (Value::Date(date), _) => (0, date.start().to_string()),
        (Value::Money(money), _) => (money.in_fen(Some(2_500_000)).expect("fen"), String::new()),
        (Value::Ref(id), _) => {
            let title = titles.iter().find(|(known, _)| *known == id);
            (0, dictionary::key(&title.expect("title").1))
        }
        (other, _) => panic!("{other:?}"),
    })
}

fn compare(a: &Record, b: &Record, sort: &[Sort], titles: &[(Uuid, String)]) -> Ordering {
    let levels = sort.iter().map(|level| {
        let (a, b) = (key(a, &level.field, titles), key(b, &level.field, titles));
        match (&a, &b) {
            (Some(a), Some(b)) if level.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            _ => b.is_some().cmp(&a.is_some()),
        }
    });
    let ties = match sort.last() {
        Some(last) if last.descending => b.id.cmp(&a.id),
        _ => a.id.cmp(&b.id),
    };
    levels.fold(Ordering::Equal, Ordering::then).then(ties)
}

/// The whole list, sorted here.
async fn expected(desk: &Desk, query: &Query, projects: &[Uuid]) -> Vec<Record> {
    let titles = desk.titles(&PROJECT, projects).await.expect("titles");
    let all = Query {
        limit: u32::MAX,
        ..Query::default()
    };
    let mut rows = desk.select(&AGREEMENT, &all).await.expect("all").rows;
    if !query.filters.is_empty() {
        rows.retain(|row| row.values["agreement_type"] == "formal");
    }
    rows.sort_by(|a, b| compare(a, b, &query.sort, &titles));
    rows
}

async fn write(desk: &Desk, write: Write) -> Uuid {
    let batch = Batch::new(Intent::Edit, None, vec![write]);
    let committed = desk.commit(batch).await.expect("commit");
    committed.records.first().map_or(Uuid::nil(), |one| one.1)
}

async fn perform(desk: &Desk, query: &Query, projects: &[Uuid], made: &mut Vec<Uuid>, act: Act) {
    match act {
        Act::Create(mut set) => {
            set["project"] = json!(projects[made.len() % projects.len()]);
            made.push(write(desk, Write::create(&AGREEMENT, values(set))).await);
        }
        Act::Edit(at, set) => {
            let Some(&id) = made.get(at) else { return };
            let row = desk.record(&AGREEMENT, id).await.expect("row");
            if !row.deleted {
                write(desk, Write::edit(&AGREEMENT, id, row.version, values(set))).await;
            }
        }
        Act::Bin(at) => {
            let Some(&id) = made.get(at) else { return };
            let row = desk.record(&AGREEMENT, id).await.expect("row");
            write(desk, Write::bin(&AGREEMENT, id, row.version, !row.deleted)).await;
        }
        Act::Rename(at, name) => {
            let row = desk.record(&PROJECT, projects[at]).await.expect("row");
            let set = values(json!({ "name": format!("项目{name}") }));
            write(desk, Write::edit(&PROJECT, row.id, row.version, set)).await;
        }
        Act::Page(offset, limit) => {
            let all = expected(desk, query, projects).await;
            let asked = Query {
                offset,
                limit,
                ..query.clone()
            };
            let page = desk.select(&AGREEMENT, &asked).await.expect("page");
            let rows = page.rows.iter().map(|row| (row.id, row.version));
            let wanted = all.iter().map(|row| (row.id, row.version));
            let wanted = wanted.skip(offset as usize).take(limit as usize);
            assert_eq!(rows.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
            assert_eq!(page.total, all.len() as u64);
            let fen = |row: &Record| key(row, "contract_capital", &[]);
            let sum = &page.sums["contract_capital"];
            let wanted: i64 = all.iter().filter_map(fen).map(|(fen, _)| fen).sum();
            assert_eq!(sum.scaled, i128::from(wanted));
            assert_eq!(sum.missing + sum.counted, page.total);
        }
        Act::Neighbours(at) => {
            let Some(&id) = made.get(at) else { return };
            let all = expected(desk, query, projects).await;
            let found = desk.neighbours(&AGREEMENT, query, id).await;
            let (found, total) = found.expect("found");
            assert_eq!(total, all.len() as u64);
            let at = all.iter().position(|row| row.id == id);
            assert_eq!(found.map(|found| found.position), at.map(|at| at as u64));
            if let (Some(found), Some(at)) = (found, at) {
                assert_eq!(found.next, all.get(at + 1).map(|row| row.id));
                let before = at.checked_sub(1).map(|at| all[at].id);
                assert_eq!(found.previous, before);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_page_is_that_of_the_whole_list_sorted(
        sort in sort(),
        filtered: bool,
        acts in proptest::collection::vec(act(), 1..50),
    ) {
        let runtime = tokio::runtime::Runtime::new().expect("runtime");
        runtime.block_on(async {
            let fresh = fresh().await;
            let mut projects = Vec::new();
            for name in ["甲", "乙", "丙"] {
                projects.push(project(&fresh.desk, name).await.0);
            }
            let filter = Filter {
                field: "agreement_type".to_owned(),
                test: Test::Is,
                value: json!("formal"),
            };
            let query = Query {
                sort,
                filters: if filtered { vec![filter] } else { Vec::new() },
                ..Query::default()
            };
            let mut made = Vec::new();
            for act in acts {
                perform(&fresh.desk, &query, &projects, &mut made, act).await;
            }
        });
    }
}

async fn enterprises(desk: &Desk) {
    for (name, region, code) in [
        ("红日", "苏州市工业园区", "C2710"),
        ("晴川", "江苏省南京市", "2720"),
        ("远山", "浙江杭州", "I6510"),
        ("无名", "", ""),
    ] {
        let set = json!({"name": name, "region": region, "gbt4754_code": code});
        write(desk, Write::create(&ENTERPRISE, values(set))).await;
    }
}

async fn names(desk: &Desk, field: &str, test: Test, value: Json) -> Vec<String> {
    let field = field.to_owned();
    let query = Query {
        filters: vec![Filter { field, test, value }],
        limit: 10,
        ..Query::default()
    };
    let rows = desk.select(&ENTERPRISE, &query).await.expect("rows").rows;
    let name = |row: &Record| row.values["name"].as_str().expect("name").to_owned();
    rows.iter().map(name).collect()
}

#[tokio::test]
async fn filters_find_parts_and_any_of_several() {
    let fresh = fresh().await;
    enterprises(&fresh.desk).await;
    for (field, test, value, found) in [
        ("region", Test::Within, json!("江苏"), vec!["红日", "晴川"]),
        ("region", Test::Within, json!("苏州市"), vec!["红日"]),
        (
            "gbt4754_code",
            Test::Within,
            json!("C27"),
            vec!["红日", "晴川"],
        ),
        (
            "gbt4754_code",
            Test::Within,
            json!("c"),
            vec!["红日", "晴川"],
        ),
        (
            "name",
            Test::Any,
            json!(["远山", "红日"]),
            vec!["红日", "远山"],
        ),
        (
            "region",
            Test::Any,
            json!(["浙江杭州", null]),
            vec!["远山", "无名"],
        ),
        ("name", Test::Any, json!([]), vec![]),
    ] {
        assert_eq!(names(&fresh.desk, field, test, value).await, found);
    }
    for (field, value) in [("name", json!("江苏")), ("region", json!(3))] {
        let filter = Filter {
            field: field.to_owned(),
            test: Test::Within,
            value,
        };
        let query = Query {
            filters: vec![filter],
            ..Query::default()
        };
        let refused = fresh.desk.select(&ENTERPRISE, &query).await;
        assert!(matches!(refused, Err(crate::Error::BadQuery(_))));
    }
}

#[tokio::test]
async fn a_kept_list_sees_what_comes_to_lie_within() {
    let fresh = fresh().await;
    enterprises(&fresh.desk).await;
    let within = || names(&fresh.desk, "region", Test::Within, json!("江苏"));
    assert_eq!(within().await.len(), 2);
    let set = values(json!({"name": "新来", "region": "昆山"}));
    write(&fresh.desk, Write::create(&ENTERPRISE, set)).await;
    assert_eq!(within().await.len(), 3);
}

/// A kind with a field that is called like a column of what asks for titles.
#[tokio::test]
async fn a_record_with_a_value_has_its_title() {
    let fresh = fresh().await;
    let set = json!({"indicator": "规上工业总产值", "year": {"number": "2023"}, "value": {"number": "5"}});
    let id = write(&fresh.desk, Write::create(&INDICATOR_VALUE, values(set))).await;
    let titles = fresh.desk.titles(&INDICATOR_VALUE, &[id]).await;
    assert_eq!(titles.expect("titles"), [(id, "规上工业总产值".to_owned())]);
}

#[tokio::test]
async fn groups_have_totals_and_lead_to_their_rows() {
    let fresh = fresh().await;
    let (project, _) = project(&fresh.desk, "甲").await;
    for (date, yuan, currency) in [
        (
            json!({"date": "2023-02-01"}),
            9_000_000_000_000_000_i64,
            "CNY",
        ),
        (json!({"date": "2023-03-31"}), 9_000_000_000_000_000, "CNY"),
        (json!({"date": "2023-04-01"}), 2, "USD"),
        (json!(null), 3, "CNY"),
    ] {
        let set = json!({
            "project": project, "agreement_type": "formal", "sign_date": date,
            "contract_capital": {"amount": format!("{yuan}.00"), "currency": currency},
            "rate": {"number": "7"},
        });
        write(&fresh.desk, Write::create(&AGREEMENT, values(set))).await;
    }
    let grouping = |by: &str, step, sort: Option<(&str, bool)>| Grouping {
        by: by.to_owned(),
        step,
        sort: sort.map(|(field, descending)| Sort {
            field: field.to_owned(),
            descending,
        }),
    };
    for (grouping, keys) in [
        (
            grouping("sign_date", Some(Step::Quarter), None),
            vec![
                json!({"date": "2023-Q1"}),
                json!({"date": "2023-Q2"}),
                Json::Null,
            ],
        ),
        (
            grouping("sign_date", Some(Step::Year), Some(("count", false))),
            vec![Json::Null, json!({"date": "2023"})],
        ),
        (
            grouping(
                "sign_date",
                Some(Step::Month),
                Some(("contract_capital", true)),
            ),
            vec![
                json!({"date": "2023-02"}),
                json!({"date": "2023-03"}),
                json!({"date": "2023-04"}),
                Json::Null,
            ],
        ),
        (grouping("project", None, None), vec![json!(project)]),
    ] {
        let query = Query::default();
        let groups = fresh.desk.groups(&AGREEMENT, &query, &grouping).await;
        let groups = groups.expect("groups").groups;
        let found: Vec<Json> = groups.iter().map(|group| group.key.clone()).collect();
        assert_eq!(found, keys);
        let mut scaled = 0;
        for group in groups {
            let opened = Query {
                filters: vec![group.filter],
                limit: 10,
                ..Query::default()
            };
            let opened = fresh.desk.select(&AGREEMENT, &opened).await.expect("rows");
            assert_eq!(opened.total, group.totals.count);
            assert_eq!(opened.sums, group.totals.sums);
            scaled += group.totals.sums["contract_capital"].scaled;
        }
        // Beyond 64 bits, and not rounded.
        assert_eq!(scaled, 1_800_000_000_000_001_700);
    }
}

#[tokio::test]
async fn areas_of_unlike_units_add_up_in_square_metres() {
    let fresh = fresh().await;
    for (area, unit) in [("50", "mu"), ("1", "hectare"), ("0.5", "sqm")] {
        let set = json!({"name": "甲", "land_area": {"area": area, "unit": unit}});
        only(
            &fresh
                .desk
                .commit(Batch::new(
                    Intent::Create,
                    None,
                    vec![Write::create(&PROJECT, values(set))],
                ))
                .await
                .expect("commit"),
        );
    }
    let page = fresh.desk.select(&PROJECT, &Query::default()).await;
    let sum = page.expect("page").sums["land_area"];
    assert_eq!((sum.unit, sum.counted), (SumUnit::Sqm, 3));
    // 33 333.3333… + 10 000 + 0.5, rounded once.
    assert_eq!(sum.scaled, 433_338_333);
}

#[tokio::test]
async fn fields_that_users_added_are_filtered_and_sorted_by_what_they_hold() {
    let fresh = fresh().await;
    let mut fields = Vec::new();
    for shape in ["text", "number", "money", "date"] {
        let set = json!({"label": shape, "of_kind": "project", "shape": shape});
        let id = write(&fresh.desk, Write::create(&EXTRA_FIELD, values(set))).await;
        fields.push(format!("extra.{id}"));
    }
    let [text, number, money, date] = [0, 1, 2, 3].map(|at| fields[at].as_str());
    let yuan = |amount: &str| json!({"amount": amount, "currency": "CNY"});
    for (name, word, count, amount, day) in [
        ("一", json!("Abc"), "10", yuan("900.50"), "2023-Q3"),
        ("二", json!("b"), "9.5", yuan("1000.00"), "2023-06-30"),
        ("三", json!("c"), "-1", yuan("20.00"), "2023-08"),
    ] {
        let set = json!({
            "name": name, text: word, number: {"number": count}, money: amount, date: {"date": day},
        });
        write(&fresh.desk, Write::create(&PROJECT, values(set))).await;
    }
    project(&fresh.desk, "四").await;
    let names = async |query: Query| {
        let rows = fresh
            .desk
            .select(&PROJECT, &query)
            .await
            .expect("rows")
            .rows;
        let names = rows
            .iter()
            .map(|row| row.values["name"].as_str().expect("name").to_owned());
        names.collect::<String>()
    };
    for (field, sorted) in [
        (text, "一二三四"),
        (number, "三二一四"),
        (money, "三一二四"),
        (date, "二一三四"),
    ] {
        let sort = vec![Sort {
            field: field.to_owned(),
            descending: false,
        }];
        let query = Query {
            sort,
            limit: 10,
            ..Query::default()
        };
        assert_eq!(names(query).await, sorted, "{field}");
    }
    for (field, test, value, found) in [
        (text, Test::Contains, json!("AB"), "一"),
        (text, Test::Is, json!("b"), "二"),
        (text, Test::Not, json!("b"), "一三四"),
        (text, Test::Any, json!(["b", "c", null]), "二三四"),
        (number, Test::AtLeast, json!({"number": "9.5"}), "一二"),
        (number, Test::Is, json!({"number": "-1.00"}), "三"),
        (money, Test::AtMost, yuan("900.50"), "一三"),
        (date, Test::AtLeast, json!({"date": "2023-07"}), "一三"),
        (date, Test::AtMost, json!({"date": "2023-07"}), "一二"),
        (date, Test::Is, json!({"date": "2023-H2"}), "一三"),
        (date, Test::Not, json!({"date": "2023-H2"}), "二四"),
        (date, Test::Blank, Json::Null, "四"),
        (money, Test::Filled, Json::Null, "一二三"),
    ] {
        let filter = Filter {
            field: field.to_owned(),
            test,
            value: value.clone(),
        };
        let query = Query {
            filters: vec![filter],
            limit: 10,
            ..Query::default()
        };
        assert_eq!(names(query).await, found, "{test:?} {value}");
    }
    for (field, step, counts) in [
        (text, None, r#""Abc" 1, "b" 1, "c" 1, null 1"#),
        (
            number,
            None,
            r#"{"number":"-1"} 1, {"number":"9.5"} 1, {"number":"10"} 1, null 1"#,
        ),
        (date, Some(Step::Year), r#"{"date":"2023"} 3, null 1"#),
        (
            date,
            Some(Step::Quarter),
            r#"{"date":"2023-Q2"} 1, {"date":"2023-Q3"} 2, null 1"#,
        ),
    ] {
        let grouping = Grouping {
            by: field.to_owned(),
            step,
            sort: None,
        };
        let all = Query::default();
        let groups = fresh.desk.groups(&PROJECT, &all, &grouping).await;
        let groups = groups.expect("groups").groups;
        let told = groups
            .iter()
            .map(|one| format!("{} {}", one.key, one.totals.count));
        assert_eq!(told.collect::<Vec<_>>().join(", "), counts, "{field}");
        for group in groups {
            let query = Query {
                filters: vec![group.filter],
                ..Query::default()
            };
            let page = fresh.desk.select(&PROJECT, &query).await.expect("page");
            assert_eq!(page.total, group.totals.count, "{}", group.key);
        }
    }
}
