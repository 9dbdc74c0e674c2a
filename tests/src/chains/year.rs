//! A year of a small chain, with its states at both ends worked out by hand.

use serde_json::{Value as Json, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _};

use super::{bring_in, list};
use crate::desk::Story;

/// Makes it look as if all entries so far had been written so many days earlier.
async fn earlier(story: &Story, days: i64) {
    let path = story.folder.path().join("desk.db");
    let options = SqliteConnectOptions::new().filename(path);
    let mut desk = options.connect().await.expect("desk");
    let named = "SELECT sql FROM sqlite_schema WHERE name = 'log_never_updated'";
    let guard: String = sqlx::query_scalar(named)
        .fetch_one(&mut desk)
        .await
        .expect("guard");
    let back = days * 86_400_000;
    let sql = format!(
        "DROP TRIGGER log_never_updated; UPDATE log SET hlc = hlc - ({back} << 16); {guard}"
    );
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut desk)
        .await
        .expect("set back");
}

/// Links that say of firms that they make what segments are.
async fn link(story: &Story, makers: &[(&str, &str)]) {
    let links = makers.iter().map(|(firm, segment)| {
        json!({ "enterprise": firm, "segment": segment, "role": "makes", "evidence": "website" })
    });
    let lists = json!({ "enterprise_segment": links.collect::<Vec<Json>>() });
    let book = json!({ "format": "suoji-chain", "version": 1, "lists": lists });
    let done = bring_in(story, "links.json", book.to_string().as_bytes()).await;
    assert_eq!(done["created"], makers.len(), "{done}");
}

/// Segments a (a must), b, c and d; a and b go into c.
fn chain() -> Json {
    let segment = |code: &str, must: bool| json!({ "code": code, "name": code, "chain": "y", "layer": "midstream", "must_have": must });
    let into =
        |from: &str| json!({ "from_segment": from, "to_segment": "y.c", "relation": "supplies" });
    let firm = |name: String, local: bool| json!({ "name": name, "is_local": local });
    let firms = (1..=4)
        .map(|n| firm(format!("本地{n}号厂"), true))
        .chain((1..=4).map(|n| firm(format!("外地{n}号厂"), false)));
    json!({ "format": "suoji-chain", "version": 1, "lists": {
        "chain": [{ "code": "y", "name": "一年" }],
        "segment": [segment("y.a", true), segment("y.b", false), segment("y.c", false), segment("y.d", false)],
        "segment_relation": [into("y.a"), into("y.b")],
        "enterprise": firms.collect::<Vec<Json>>(),
    } })
}

/// With the formula as it comes (three makers cover a segment, strong from 0.7 and a
/// quotient of 1.2, two links before anything is said, a must weighs 2 and else 1):
///
/// | | before | after |
/// |---|---|---|
/// | a | 2 elsewhere: covers 0, a must: missing | and 3 here: covers 1, quotient (3 + 2) ÷ (5 × 5 ÷ 14 + 2) = 1.32: strong |
/// | b | 4 elsewhere: covers 0, c takes it: missing | and 1 here: covers 1/3: weak |
/// | c | 1 here, 1 elsewhere: covers 1/3: weak | the same |
/// | d | 1 elsewhere: unknown | 2 elsewhere: covers 0, no less important than half of all: missing |
/// | whole | (1/3) ÷ (2 + 1 + 1) = 0.0833 | (2 + 1/3 + 1/3) ÷ (2 + 1 + 1 + 1) = 0.5333 |
#[tokio::test]
async fn a_year_of_work_stands_in_the_history_as_links_closed() {
    let story = Story::fresh().await;
    let begun = bring_in(&story, "y.json", chain().to_string().as_bytes()).await;
    assert_eq!(begun["problems"], json!([]));
    let elsewhere = ["外地1号厂", "外地2号厂", "外地3号厂", "外地4号厂"];
    let mut first = vec![("本地1号厂", "y.c"), ("外地1号厂", "y.c")];
    first.extend(elsewhere[..2].iter().map(|firm| (*firm, "y.a")));
    first.extend(elsewhere.iter().map(|firm| (*firm, "y.b")));
    first.push(("外地3号厂", "y.d"));
    link(&story, &first).await;
    earlier(&story, 300).await;
    let local = ["本地2号厂", "本地3号厂", "本地4号厂"];
    link(&story, &local.map(|firm| (firm, "y.a"))).await;
    earlier(&story, 100).await;
    link(&story, &[("本地2号厂", "y.b"), ("外地4号厂", "y.d")]).await;

    let request = json!({ "chain": "y", "months": 12 });
    let history = story.ask("chain_history", request).await;
    let points = list(&history["points"]);
    let (start, end) = (&points[0], points.last().expect("points"));
    let states = |point: &Json| {
        ["strong", "weak", "missing", "extend", "unknown"]
            .map(|state| point["states"][state].as_u64().unwrap_or(0))
    };
    assert_eq!(
        (states(start), states(end)),
        ([0, 1, 2, 0, 1], [1, 2, 1, 0, 0])
    );
    let whole = |point: &Json| point["completeness"]["value"].as_f64().expect("a share");
    assert!((whole(start) - 1.0 / 12.0).abs() < 0.001, "{start}");
    assert!((whole(end) - 8.0 / 15.0).abs() < 0.001, "{end}");
    assert_eq!(end["completeness"]["known"], 4);

    let told = list(&history["closed"])
        .iter()
        .map(|one| ["name", "from", "to"].map(|part| one[part].as_str().expect("text").to_owned()));
    let told: Vec<String> = told.map(|one| one.join(" ")).collect();
    assert_eq!(
        told,
        [
            "y.a missing strong",
            "y.b missing weak",
            "y.d unknown missing"
        ]
    );
    // The first in the month it happened, the others now.
    let days: Vec<&Json> = list(&history["closed"])
        .iter()
        .map(|one| &one["at"])
        .collect();
    assert!(days[0].as_str() > start["at"].as_str() && days[0].as_str() < end["at"].as_str());
    assert_eq!((days[1], days[2]), (&end["at"], &end["at"]));
    // And the map of the day before the year is the one people had then.
    let request = json!({ "chain": "y", "at": start["at"] });
    let then = story.ask("chain_map", request).await;
    let state = |code: &str| super::by_code(&then, code)["state"].clone();
    assert_eq!([state("y.a"), state("y.d")], ["missing", "unknown"]);
    // It says since when there is anything to tell; long before, the chain was empty.
    assert_eq!(then["since"], history["since"]);
    let request = json!({ "chain": "y", "at": "2001-12-31" });
    let before = story.ask("chain_map", request).await;
    assert_eq!(before["segments"], json!([]));
    assert!(before["since"].as_str() > before["at"].as_str());
}
