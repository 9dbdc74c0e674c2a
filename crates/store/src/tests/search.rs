//! What is typed, and what is found.

use serde_json::{Value as Json, json};
use sqlx::ConnectOptions;
use suoji_model::Kind;
use suoji_model::kinds::{CONTACT, ENTERPRISE, PROJECT};
use suoji_model::log::Intent;

use super::{fresh, values, whole};
use crate::{Batch, Desk, Filter, Query, Test, Write, desk, migrate};

const RECORDS: &[(&Kind, &str)] = &[
    (&ENTERPRISE, r#"{"name": "红日药业"}"#),
    (
        &ENTERPRISE,
        r#"{"name": "河北红日药业（集团）有限公司", "uscc": "91130900723373890W"}"#,
    ),
    (
        &ENTERPRISE,
        r#"{"name": "天津晴川科技", "aliases": ["红日药业"]}"#,
    ),
    (
        &ENTERPRISE,
        r#"{"name": "重庆长安BMS系统有限公司", "note": "做电池，红日药业介绍"}"#,
    ),
    (
        &PROJECT,
        r#"{"name": "红日药业二期", "project_no": "ZS-2023-0117"}"#,
    ),
    (
        &PROJECT,
        r#"{"name": "珩谦电梯配件", "content": "年产电梯１０００台"}"#,
    ),
    (
        &CONTACT,
        r#"{"name": "单红", "mobile": "13800005046", "note": "与ZS-2023-0117有关"}"#,
    ),
];

async fn filled() -> super::Fresh {
    let fresh = fresh().await;
    let mut writes = Vec::new();
    for (kind, json) in RECORDS {
        let json: Json = serde_json::from_str(json).expect("json");
        let kind = suoji_model::kinds::find(kind.name).expect("kind");
        writes.push(Write::create(kind, values(json)));
    }
    let batch = Batch::new(Intent::Import, None, writes);
    fresh.desk.commit(batch).await.expect("commit");
    fresh
}

/// What a search finds: the title, what is marked in it, and the field with
/// what is marked there.
async fn found(desk: &Desk, text: &str, kinds: &[&str]) -> Vec<String> {
    let hits = desk.search(text, kinds, 10).await.expect("search");
    let marked = |text: &str, marks: &[(usize, usize)]| {
        marks.iter().fold(String::new(), |all, (start, end)| {
            let part = text.chars().skip(*start).take(end - start);
            format!("{all}[{}]", part.collect::<String>())
        })
    };
    let shown = hits.iter().map(|hit| {
        let title = hit.title.as_deref().unwrap_or_default();
        let mut shown = format!("{title} {}", marked(title, &hit.title_marks));
        if !hit.text.is_empty() {
            let there = marked(&hit.text, &hit.text_marks);
            shown.push_str(&format!(" {}:{there}", hit.field));
        }
        shown
    });
    shown.collect()
}

#[tokio::test]
async fn what_is_typed_is_found_and_marked() {
    let fresh = filled().await;
    let all = [
        "红日药业 [红日药业]",
        "红日药业二期 [红日药业]",
        "河北红日药业（集团）有限公司 [红日药业]",
        "天津晴川科技  aliases:[红日药业]",
    ];
    for typed in [
        "红日药业",
        "hryy",
        "hongriyaoye",
        "hongriyao",
        "hryaoye",
        "红日yy",
        "ＨＲＹＹ",
    ] {
        let found = found(&fresh.desk, typed, &[]).await;
        let shown: Vec<String> = found
            .iter()
            .map(|hit| hit.replace("药]", "药业]"))
            .collect();
        assert_eq!(shown[..4], all, "{typed}");
    }
    for (typed, first) in [
        ("珩", "珩谦电梯配件 [珩]"),
        ("电梯", "珩谦电梯配件 [电梯]"),
        ("电梯配件", "珩谦电梯配件 [电梯配件]"),
        ("电梯1000", "珩谦电梯配件  content:[电梯１０００]"),
        ("dtpj", "珩谦电梯配件 [电梯配件]"),
        ("药业集团", "河北红日药业（集团）有限公司 [药业（集团]"),
        ("yyjt", "河北红日药业（集团）有限公司 [药业（集团]"),
        ("红日 集团", "河北红日药业（集团）有限公司 [红日][集团]"),
        ("cqca", "重庆长安BMS系统有限公司 [重庆长安]"),
        ("zhongqing", "重庆长安BMS系统有限公司 [重庆]"),
        ("bms", "重庆长安BMS系统有限公司 [BMS]"),
        ("ms系统", "重庆长安BMS系统有限公司 [MS系统]"),
        ("BMS 电池", "重庆长安BMS系统有限公司 [BMS] note:[电池]"),
        ("shan'hong", "单红 [单红]"),
        ("dh", "单红 [单红]"),
        ("1380000", "单红  mobile:[1380000]"),
        ("zs-2023", "红日药业二期  project_no:[ZS-2023]"),
        ("ZS20230117", "红日药业二期  project_no:[ZS-2023-0117]"),
        ("9113", "河北红日药业（集团）有限公司  uscc:[9113]"),
    ] {
        let found = found(&fresh.desk, typed, &[]).await;
        assert_eq!(found.first().map(String::as_str), Some(first), "{typed}");
    }
    for typed in ["", " （） ", "红业", "没有", "zzzz", "电梯 红日", "9999"] {
        assert_eq!(found(&fresh.desk, typed, &[]).await.len(), 0, "{typed}");
    }
}

#[tokio::test]
async fn a_word_with_one_letter_wrong_finds_what_is_nearest() {
    let fresh = filled().await;
    let first = found(&fresh.desk, "hrzy", &[]).await;
    assert_eq!(first[0], "红日药业 [红日药业]");
    // Names that begin like what was typed, whole ones first; then the others.
    let named = [
        ("华润博雅生物制药股份有限公司", "博雅生物"),
        ("苏州东瑞制药有限公司", "东瑞制药"),
        ("湖北中一科技股份有限公司", "中一科技"),
        ("华北制药股份有限公司", "华北制药"),
        ("天津红日药业股份有限公司", "红日药业"),
    ];
    let make = |(name, short): (&str, &str)| {
        let set = json!({"name": name, "short_name": short});
        Write::create(&ENTERPRISE, values(set))
    };
    let fresh = super::fresh().await;
    let writes = named.map(make).into();
    let batch = Batch::new(Intent::Import, None, writes);
    fresh.desk.commit(batch).await.expect("commit");
    let titles = |found: Vec<String>| -> Vec<String> {
        let titles = found.iter().filter_map(|hit| hit.split(' ').next());
        titles.map(str::to_owned).collect()
    };
    let order = [4, 0, 3, 2, 1].map(|at| named[at].0);
    for typed in ["hrzy", "HRZY"] {
        assert_eq!(titles(found(&fresh.desk, typed, &[]).await), order);
    }
    // With nothing wrong, nothing else is found.
    let set = json!({"name": "恒润置业"});
    let batch = Batch::new(
        Intent::Create,
        None,
        vec![Write::create(&ENTERPRISE, values(set))],
    );
    fresh.desk.commit(batch).await.expect("commit");
    assert_eq!(
        found(&fresh.desk, "hrzy", &[]).await,
        ["恒润置业 [恒润置业]"]
    );
}

#[tokio::test]
async fn only_the_kinds_asked_for_are_found() {
    let fresh = filled().await;
    assert_eq!(found(&fresh.desk, "hryy", &["project"]).await.len(), 1);
    assert_eq!(
        found(&fresh.desk, "红", &["contact", "project"])
            .await
            .len(),
        2
    );
    assert_eq!(found(&fresh.desk, "红日", &["office"]).await.len(), 0);
}

#[tokio::test]
async fn a_list_is_narrowed_by_the_same_text() {
    let fresh = filled().await;
    for (text, total) in [
        ("hryy", 3),
        ("红日药业", 4),
        ("药", 4),
        ("bms", 1),
        ("hrzy", 0),
    ] {
        let query = Query {
            text: Some(text.to_owned()),
            filters: vec![Filter {
                field: "name".to_owned(),
                test: Test::Filled,
                value: Json::Null,
            }],
            limit: 10,
            ..Query::default()
        };
        let page = fresh.desk.select(&ENTERPRISE, &query).await.expect("page");
        assert_eq!(page.total, total, "{text}");
    }
}

#[tokio::test]
async fn no_text_makes_the_index_fail() {
    let fresh = filled().await;
    for typed in [
        "\"",
        "'",
        "*",
        "a*",
        "NEAR(",
        "AND",
        "红\" OR \"日",
        "ก็",
        "①②",
        "e\u{301}",
        "🍎",
        "\0a",
        "ß",
        "İstanbul",
        "ﬁ",
        &"长".repeat(500),
        &"hongri".repeat(50),
        &"a ".repeat(500),
    ] {
        fresh.desk.search(typed, &[], 10).await.expect("search");
        let query = Query {
            text: Some(typed.to_owned()),
            ..Query::default()
        };
        fresh.desk.select(&PROJECT, &query).await.expect("page");
    }
}

/// A file as the first release left it, its rows without any of the later
/// tables and columns.
#[tokio::test]
async fn records_of_an_older_file_are_found_by_sound() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("old.db");
    let mut old = desk::options(&path, None)
        .create_if_missing(true)
        .connect()
        .await
        .expect("old file");
    migrate::run(&mut old, &path, 0..1)
        .await
        .expect("first form");
    for sql in [
        "INSERT INTO setting (name, value) VALUES ('device', '01919191-9191-7191-9191-919191919191')",
        "INSERT INTO log (seq, device, n, hlc, batch, intent, kind, record, seen, changes) \
         VALUES (1, x'01919191919171919191919191919191', 1, 1, x'00', 'create', 'enterprise', \
         x'01919191919171919191919191919192', 0, '{\"name\":{\"old\":{},\"new\":{\"name\":\"红日药业\"}}}')",
        "INSERT INTO enterprise (id, version, name) \
         VALUES (x'01919191919171919191919191919192', 1, '红日药业')",
        "INSERT INTO search_doc (record, kind, plain, strong, middle, weak) \
         VALUES (x'01919191919171919191919191919192', 'enterprise', '红日药业', '红 日', '', '')",
    ] {
        sqlx::raw_sql(sql).execute(&mut old).await.expect(sql);
    }
    sqlx::Connection::close(old).await.expect("closed");
    let desk = Desk::open(&path, None).await.expect("opens");
    for typed in ["红日药业", "hryy", "hongri"] {
        assert_eq!(found(&desk, typed, &[]).await.len(), 1, "{typed}");
    }
    assert!(desk.settings().await.expect("settings").is_empty());
    whole(&desk).await;
    desk.close().await.expect("closed");
    // The second time there is nothing to make anew.
    let desk = Desk::open(&path, None).await.expect("opens");
    assert_eq!(found(&desk, "hryy", &[]).await.len(), 1);
    let set = values(json!({"name": "晴川"}));
    let batch = Batch::new(Intent::Create, None, vec![Write::create(&ENTERPRISE, set)]);
    desk.commit(batch).await.expect("commit");
    whole(&desk).await;
}

#[tokio::test]
async fn signs_that_stand_between_texts_are_found_as_blanks() {
    let fresh = fresh().await;
    let set = json!({"name": "红\u{1D}日\u{1C}药业\u{1E}", "note": "晴\u{1F}川"});
    let write = Write::create(&ENTERPRISE, values(set));
    let batch = Batch::new(Intent::Create, None, vec![write]);
    fresh.desk.commit(batch).await.expect("commit");
    for typed in ["红日药业", "晴川", "hryy"] {
        assert_eq!(found(&fresh.desk, typed, &[]).await.len(), 1, "{typed}");
    }
    whole(&fresh.desk).await;
}

#[tokio::test]
async fn many_records_are_found_by_what_changed_of_them() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let made = |n| values(json!({"name": format!("示例{n}号"), "chain": "电梯"}));
    let writes = (0..20).map(|n| Write::create(&PROJECT, made(n))).collect();
    let made = desk.commit(Batch::new(Intent::Import, None, writes)).await;
    let mut stand = made.expect("commit").records;
    let counts = async || {
        let mut counts = Vec::new();
        for text in ["示例", "更名", "电梯", "医药", "新材"] {
            let hits = desk.search(text, &["project"], 100).await;
            counts.push(hits.expect("search").len());
        }
        whole(desk).await;
        counts
    };
    let (medical, material) = (json!({"chain": "医药"}), json!({"chain": "新材"}));
    let mut renamed = material.clone();
    renamed["name"] = json!("更名");
    // Of all only the chain; then also the name of one.
    for (first, others, expected) in [
        (&medical, &medical, [20, 0, 0, 20, 0]),
        (&renamed, &material, [19, 1, 0, 0, 20]),
    ] {
        let edit = |(at, (_, id, seen)): (usize, &(String, _, i64))| {
            let set = if at == 0 { first } else { others };
            Write::edit(&PROJECT, *id, *seen, values(set.clone()))
        };
        let writes = stand.iter().enumerate().map(edit).collect();
        let done = desk.commit(Batch::new(Intent::Paste, None, writes)).await;
        stand = done.expect("commit").records;
        assert_eq!(counts().await, expected);
    }
    desk.undo(None).await.expect("undo");
    assert_eq!(counts().await, [20, 0, 0, 20, 0]);
    desk.undo(None).await.expect("undo");
    assert_eq!(counts().await, [20, 0, 20, 0, 0]);
}
