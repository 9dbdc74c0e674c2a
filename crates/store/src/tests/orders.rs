//! Where rows and jumps lead in an order.

use serde_json::{Value as Json, json};
use suoji_model::kinds::PROJECT;
use suoji_model::log::Intent;

use super::{fresh, values};
use crate::{Batch, Query, Record, Sort, Write};

#[tokio::test]
async fn a_jump_in_a_column_ends_where_something_ends_or_begins() {
    let fresh = fresh().await;
    let mut writes = Vec::new();
    for (at, amount) in ["1", "2", "", "absent", "", ""].into_iter().enumerate() {
        let amount = match amount {
            "" => Json::Null,
            "absent" => json!({"absent": "pending"}),
            yuan => json!({"amount": format!("{yuan}.00"), "currency": "CNY"}),
        };
        let set = json!({"name": format!("{at}号"), "total_investment": amount});
        writes.push(Write::create(&PROJECT, values(set)));
    }
    let batch = Batch::new(Intent::Import, None, writes);
    fresh.desk.commit(batch).await.expect("commit");
    let query = Query {
        sort: vec![Sort {
            field: "name".to_owned(),
            descending: false,
        }],
        ..Query::default()
    };
    let jump = async |field: &str, from, back| {
        let place = fresh.desk.border(&PROJECT, &query, field, from, back);
        place.await.ok()
    };
    for (from, back, to) in [(0, false, 1), (1, false, 3), (3, false, 5), (5, true, 3)] {
        assert_eq!(
            jump("total_investment", from, back).await,
            Some(to),
            "{from}"
        );
    }
    assert_eq!(jump("name", 0, false).await, Some(5));
    assert_eq!(jump("name", 9, false).await, None);
    assert_eq!(jump("nowhere", 0, false).await, None);
}

#[tokio::test]
async fn names_stand_as_in_a_dictionary_on_every_page() {
    let fresh = fresh().await;
    let sorted = [
        "——",
        "3号",
        "ABB电气",
        "b站",
        "安徽",
        "北京",
        "河北",
        "红日",
        "江苏",
        "鲁能",
        "绿地",
        "乱石",
        "宁波",
        "苏州",
        "天津",
        "无锡",
        "西安",
        "扬子",
        "珠海",
        "卓越",
    ];
    let mut writes: Vec<Write> = sorted
        .map(|name| Write::create(&PROJECT, values(json!({ "name": name }))))
        .into();
    writes.sort_by_key(|write| {
        write.set["name"]
            .to_string()
            .chars()
            .rev()
            .collect::<String>()
    });
    let batch = Batch::new(Intent::Import, None, writes);
    fresh.desk.commit(batch).await.expect("commit");
    let page = async |descending, offset, limit| {
        let field = "name".to_owned();
        let query = Query {
            sort: vec![Sort { field, descending }],
            offset,
            limit,
            ..Query::default()
        };
        let rows = fresh.desk.select(&PROJECT, &query).await;
        let name = |row: &Record| {
            row.values
                .get("name")
                .and_then(Json::as_str)
                .map(str::to_owned)
        };
        let rows = rows.expect("rows").rows;
        rows.iter()
            .map(|row| name(row).unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let up: Vec<&str> = sorted.to_vec();
    let down: Vec<&str> = sorted.iter().rev().copied().collect();
    for (descending, all) in [(false, up), (true, down)] {
        // Along the index, by sorting, and as the list is kept.
        for (offset, limit) in [(0, 2), (0, 20), (10, 10), (0, 2), (18, 2)] {
            let end = (offset + limit).min(all.len());
            let found = page(descending, offset as u32, limit as u32).await;
            assert_eq!(found, all[offset..end], "{offset} {limit}");
        }
    }
}
