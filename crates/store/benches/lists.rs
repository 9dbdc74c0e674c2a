//! What pages, totals and search cost on 100,000 rows beside SQL by hand.
//!
//! Prints one JSON line a measure: `{"name", "ours_us", "bare_us", "budget",
//! "spread"}`, the last being both distributions in words. Ours and bare run
//! in turns in the same process on files of the same settings and rows.

use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{ConnectOptions, Row, SqliteConnection, ValueRef};
use suoji_model::kinds::{AGREEMENT, PROJECT};
use suoji_model::log::{Intent, Values};
use suoji_store::{Batch, Desk, Filter, Query, Sort, Test, Write};
use uuid::Uuid;

/// Agreements, and as many projects.
const ROWS: u32 = 100_000;
/// Rows of a page.
const PAGE: u32 = 100;
/// Where the 500th page begins.
const FAR: u32 = 499 * PAGE;
/// Timed rounds of each page.
const ROUNDS: u32 = 200;
/// Hits that a search asks for.
const HITS: u32 = 20;

type Anything = Result<(), Box<dyn std::error::Error>>;

/// Characters that names are made of, so that fragments of them are as common
/// and as rare as in a real ledger.
const BRANDS: &str =
    "红日晴川珩谦远山恒瑞天合正泰宏达金诚永兴华康新源海纳博泰中科瑞丰安捷立讯嘉盛鼎信长河光明";
const FIELDS: [&str; 16] = [
    "药业",
    "电梯配件",
    "新能源电池",
    "精密部件",
    "医疗器械",
    "生物科技",
    "智能装备",
    "新材料",
    "汽车零部件",
    "电子信息",
    "食品加工",
    "绿色建材",
    "仓储物流",
    "环保设备",
    "数据中心",
    "航空器材",
];
const ENDS: [&str; 8] = [
    "生产基地项目",
    "研发中心",
    "产业园",
    "二期扩建项目",
    "制造项目",
    "总部基地",
    "示范工程",
    "改造提升项目",
];
const PLACES: [&str; 8] = [
    "苏州",
    "无锡",
    "深圳",
    "北京",
    "天津",
    "石家庄",
    "杭州",
    "青岛",
];

fn main() -> Anything {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(async {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("desk.db");
            let desk = Desk::create(&path, None).await?;
            let begun = Instant::now();
            fill(&desk).await?;
            writeln!(std::io::stderr(), "filled in {:?}", begun.elapsed())?;
            let mut bare = bare_copy(&desk, &path).await?;
            pages(&desk, &mut bare).await?;
            names(&desk, &mut bare).await?;
            totals(&desk, &mut bare).await?;
            search(&desk, &mut bare).await
        })
}

/// The name of the n-th project.
fn name(number: u32) -> String {
    let brands: Vec<char> = BRANDS.chars().collect();
    // Strides without a common divisor spread the parts over all numbers.
    let part = |stride: u32, of: usize| (number.wrapping_mul(stride) >> 7) as usize % of;
    let brand = |stride| brands[part(stride, brands.len())];
    format!(
        "{}{}{}{}{}",
        PLACES[part(2_654_435_761, PLACES.len())],
        brand(2_246_822_519),
        brand(3_266_489_917),
        FIELDS[part(668_265_263, FIELDS.len())],
        ENDS[part(374_761_393, ENDS.len())],
    )
}

/// What the n-th project builds.
fn content(number: u32) -> String {
    let (lines, worth) = (number % 9 + 1, number % 700);
    format!("建设{lines}条生产线，年产值{worth}万元")
}

async fn fill(desk: &Desk) -> Anything {
    for start in (0..ROWS).step_by(5_000) {
        let mut writes = Vec::new();
        for number in start..start + 5_000 {
            let project = Write::create(
                &PROJECT,
                values(json!({
                    "name": name(number), "project_no": format!("ZS-{number:06}"),
                    "content": content(number),
                })),
            );
            let currency = if number % 50 == 0 { "USD" } else { "CNY" };
            let yuan = 1_000_000 + u64::from(number) * 7_919 % 2_000_000_000;
            let amount = |yuan: u64| json!({"amount": format!("{yuan}.00"), "currency": currency});
            let agreement = Write::create(
                &AGREEMENT,
                values(json!({
                    "project": project.record,
                    "agreement_type": if number % 9 == 0 { "framework" } else { "formal" },
                    "sign_date": {"date": format!("{}-{:02}-{:02}", 2014 + number % 10,
                        1 + number / 10 % 12, 1 + number / 120 % 28)},
                    "contract_total": amount(yuan * 2), "contract_capital": amount(yuan),
                    "fixed_investment": amount(yuan / 2), "rate": {"number": "7.1305"},
                    "note": format!("第{number}号"),
                })),
            );
            writes.extend([project, agreement]);
        }
        desk.commit(Batch::new(Intent::Import, None, writes))
            .await?;
    }
    Ok(())
}

/// The same file with the indexes and tables that one would make by hand for
/// just these queries.
async fn bare_copy(
    desk: &Desk,
    path: &Path,
) -> Result<SqliteConnection, Box<dyn std::error::Error>> {
    let copy = path.with_file_name("bare.db");
    desk.backup(&copy).await?;
    let mut bare = SqliteConnectOptions::new()
        .filename(&copy)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    sqlx::raw_sql(
        "CREATE INDEX by_hand ON agreement (deleted, agreement_type, sign_date, id); \
         DROP TRIGGER project_update_through_the_log; \
         ALTER TABLE project ADD COLUMN sound TEXT; \
         UPDATE project SET sound = (SELECT title FROM search_doc WHERE record = project.id); \
         CREATE INDEX by_sound ON project (deleted, sound, id); \
         CREATE VIRTUAL TABLE bigrams USING fts5 (tokens, content = '', detail = 'none', \
           tokenize = 'ascii'); \
         CREATE TABLE plain (rowid INTEGER PRIMARY KEY, title TEXT, text TEXT);",
    )
    .execute(&mut bare)
    .await?;
    sqlx::raw_sql("BEGIN").execute(&mut bare).await?;
    // The same documents that the desk searches: projects and agreements.
    for number in 0..2 * ROWS {
        let (title, text) = if number < ROWS {
            let title = name(number);
            let text = format!("{title}\nZS-{number:06}\n{}", content(number));
            (title, text)
        } else {
            (String::new(), format!("第{}号", number - ROWS))
        };
        sqlx::query("INSERT INTO bigrams (rowid, tokens) VALUES (?, ?)")
            .bind(number)
            .bind(pairs(&title))
            .execute(&mut bare)
            .await?;
        sqlx::query("INSERT INTO plain (rowid, title, text) VALUES (?, ?, ?)")
            .bind(number)
            .bind(title)
            .bind(text)
            .execute(&mut bare)
            .await?;
    }
    sqlx::raw_sql("COMMIT; ANALYZE").execute(&mut bare).await?;
    Ok(bare)
}

/// The characters and pairs of a title, and the pairs of its first letters.
fn pairs(title: &str) -> String {
    let characters: Vec<String> = title.chars().map(String::from).collect();
    let pairs = characters.windows(2).map(|pair| pair.concat());
    let initials = pinyin_initials(title);
    let typed = initials.as_bytes().windows(2);
    let typed = typed.map(|pair| String::from_utf8_lossy(pair).into_owned());
    let all = characters.iter().cloned().chain(pairs).chain(typed);
    all.collect::<Vec<_>>().join(" ")
}

fn pinyin_initials(text: &str) -> String {
    use pinyin::ToPinyin;
    let letters = text.to_pinyin().flatten();
    letters.map(|letter| letter.first_letter()).collect()
}

/// The signed agreements, newest first.
fn newest(offset: u32, limit: u32) -> Query {
    Query {
        filters: vec![Filter {
            field: "agreement_type".to_owned(),
            test: Test::Is,
            value: json!("formal"),
        }],
        sort: vec![Sort {
            field: "sign_date".to_owned(),
            descending: true,
        }],
        offset,
        limit,
        ..Query::default()
    }
}

const NEWEST: &str = "SELECT * FROM agreement WHERE deleted = 0 AND agreement_type = 'formal'";
const ORDER: &str = "ORDER BY sign_date DESC, id DESC LIMIT 100";

/// Pages against the same rows by hand, with the index made for them and the
/// last row of the page before as the anchor.
async fn pages(desk: &Desk, bare: &mut SqliteConnection) -> Anything {
    let mut first = Times::default();
    for _ in 0..ROUNDS {
        let page = first
            .ours(desk.select(&AGREEMENT, &newest(0, PAGE)))
            .await?;
        let sql = format!("{NEWEST} {ORDER}");
        let by_hand = async {
            read(
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                    .fetch_all(&mut *bare)
                    .await?,
            )
        };
        let rows = first.bare(by_hand).await?;
        assert_eq!(rows, page.rows.iter().map(|row| row.id).collect::<Vec<_>>());
    }
    first.print("first page of 100, filtered and sorted", 2.0, 50)?;
    // The list is opened far down once; then it is scrolled about.
    let begun = Instant::now();
    desk.select(&AGREEMENT, &newest(FAR, PAGE)).await?;
    let opening = begun.elapsed();
    let mut far = Times::default();
    for round in 0..ROUNDS {
        let offset = FAR + round * PAGE % 20_000;
        let before = desk.select(&AGREEMENT, &newest(offset - 1, 1)).await?;
        let anchor = before.rows.first().ok_or("no row before the page")?;
        let date = anchor.values["sign_date"]["date"]
            .as_str()
            .unwrap_or_default();
        let page = far
            .ours(desk.select(&AGREEMENT, &newest(offset, PAGE)))
            .await?;
        let sql = format!("{NEWEST} AND (sign_date, id) < (?, ?) {ORDER}");
        let by_hand = async {
            let query = sqlx::query(sqlx::AssertSqlSafe(sql))
                .bind(date)
                .bind(anchor.id);
            read(query.fetch_all(&mut *bare).await?)
        };
        let rows = far.bare(by_hand).await?;
        assert_eq!(rows, page.rows.iter().map(|row| row.id).collect::<Vec<_>>());
    }
    far.print("500th page and those around it", 2.0, 50)?;
    let mut jump = Times::default();
    jump.ours.push(opening);
    for _ in 0..5 {
        let sql = format!("{NEWEST} {ORDER} OFFSET {FAR}");
        let by_hand = async {
            read(
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                    .fetch_all(&mut *bare)
                    .await?,
            )
        };
        jump.bare(by_hand).await?;
    }
    jump.tell("the first jump to the 500th page, beside OFFSET")
}

/// Pages of projects by how their names sound, against the same rows by hand
/// with that sound in a column and an index of its own.
async fn names(desk: &Desk, bare: &mut SqliteConnection) -> Anything {
    let by_name = |offset, limit| Query {
        sort: vec![Sort {
            field: "name".to_owned(),
            descending: false,
        }],
        offset,
        limit,
        ..Query::default()
    };
    const ALL: &str = "SELECT * FROM project WHERE deleted = 0";
    let mut first = Times::default();
    for _ in 0..ROUNDS {
        let page = first.ours(desk.select(&PROJECT, &by_name(0, PAGE))).await?;
        let sql = format!("{ALL} ORDER BY sound, id LIMIT 100");
        let by_hand = async {
            read(
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                    .fetch_all(&mut *bare)
                    .await?,
            )
        };
        let rows = first.bare(by_hand).await?;
        assert_eq!(rows, page.rows.iter().map(|row| row.id).collect::<Vec<_>>());
    }
    first.print("first page of 100 by name", 2.0, 50)?;
    let begun = Instant::now();
    desk.select(&PROJECT, &by_name(FAR, PAGE)).await?;
    let opening = begun.elapsed();
    let mut far = Times::default();
    for round in 0..ROUNDS {
        let offset = FAR + round * PAGE % 20_000;
        let before = desk.select(&PROJECT, &by_name(offset - 1, 1)).await?;
        let anchor = before.rows.first().ok_or("no row before the page")?.id;
        let page = far
            .ours(desk.select(&PROJECT, &by_name(offset, PAGE)))
            .await?;
        let sql = format!(
            "{ALL} AND (sound, id) > (SELECT sound, id FROM project WHERE id = ?) \
             ORDER BY sound, id LIMIT 100"
        );
        let by_hand = async {
            let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(anchor);
            read(query.fetch_all(&mut *bare).await?)
        };
        let rows = far.bare(by_hand).await?;
        assert_eq!(rows, page.rows.iter().map(|row| row.id).collect::<Vec<_>>());
    }
    far.print("500th page by name and those around it", 2.0, 50)?;
    let mut jump = Times::default();
    jump.ours.push(opening);
    jump.tell("the first jump to the 500th page by name")
}

/// Every column of every row, as one reads what one selects; returns the ids.
fn read(rows: Vec<SqliteRow>) -> Result<Vec<Uuid>, sqlx::Error> {
    let one = |row: &SqliteRow| {
        for at in 0..row.len() {
            let value = row.try_get_raw(at)?;
            match value.is_null() {
                true => {}
                false if row.try_get::<i64, _>(at).is_ok() => {}
                false => drop(row.try_get::<Vec<u8>, _>(at)),
            }
        }
        row.try_get("id")
    };
    rows.iter().map(one).collect()
}

/// The footer after an edit against one statement for the same numbers.
async fn totals(desk: &Desk, bare: &mut SqliteConnection) -> Anything {
    let of = |name: &str| {
        format!(
            ", sum(CASE {name}_currency WHEN 'CNY' THEN {name} \
               ELSE ({name} * rate + 500000) / 1000000 END), \
             count({name}), count({name}_mark), count(*) - count({name})"
        )
    };
    let sums = ["contract_total", "contract_capital", "fixed_investment"].map(of);
    let sql = format!(
        "SELECT count(*) {} FROM agreement WHERE deleted = 0 AND agreement_type = 'formal'",
        sums.concat()
    );
    let last = desk.select(&AGREEMENT, &newest(FAR, 1)).await?;
    let edited = last.rows.first().ok_or("no row to edit")?.id;
    let (mut footer, mut after) = (Times::default(), Times::default());
    for round in 0..30 {
        let version = desk.record(&AGREEMENT, edited).await?.version;
        let note = values(json!({"note": format!("{round}")}));
        let write = Write::edit(&AGREEMENT, edited, version, note);
        desk.commit(Batch::new(Intent::Edit, None, vec![write]))
            .await?;
        let page = footer.ours(desk.select(&AGREEMENT, &newest(0, 0))).await?;
        let by_hand = sqlx::query(sqlx::AssertSqlSafe(sql.clone()));
        let row = footer.bare(by_hand.fetch_one(&mut *bare)).await?;
        let fen: i64 = row.get(5);
        assert_eq!(page.sums["contract_capital"].scaled, i128::from(fen));
        assert_eq!(page.total, row.get::<i64, _>(0).unsigned_abs());
        after
            .ours(desk.select(&AGREEMENT, &newest(FAR, PAGE)))
            .await?;
    }
    footer.print("totals of all matching rows after an edit", 1.5, 50)?;
    after.tell("500th page after an edit, its row put in place anew")
}

/// Searches against a bare look into an index of pairs, and against a scan.
async fn search(desk: &Desk, bare: &mut SqliteConnection) -> Anything {
    let kinds: [(&str, usize); 4] = [
        ("1 character", 1),
        ("2 characters", 2),
        ("4 characters", 4),
        ("4 first letters", 0),
    ];
    for (what, length) in kinds {
        let (mut index, mut scan) = (Times::default(), Times::default());
        for number in (0..ROWS).step_by(487) {
            let title = name(number);
            let start = number as usize % (title.chars().count() - 4);
            let typed = match length {
                0 => pinyin_initials(&title)[start..start + 4].to_owned(),
                length => title.chars().skip(start).take(length).collect(),
            };
            let signs: Vec<char> = typed.chars().collect();
            let pairs = signs.windows(signs.len().min(2));
            let terms = pairs.map(|pair| format!("\"{}\"", pair.iter().collect::<String>()));
            let terms = terms.collect::<Vec<_>>().join(" AND ");
            let hits = index.ours(desk.search(&typed, &[], HITS)).await?;
            assert!(!hits.is_empty(), "{typed}");
            let look = sqlx::query(
                "SELECT p.rowid, p.title FROM bigrams AS b JOIN plain AS p ON p.rowid = b.rowid \
                 WHERE bigrams MATCH ? LIMIT ?",
            );
            let look = look.bind(terms).bind(HITS);
            let rows = index.bare(look.fetch_all(&mut *bare)).await?;
            assert!(!rows.is_empty(), "{typed}");
            if length > 0 && number % (487 * 8) == 0 {
                let like = sqlx::query(
                    "SELECT rowid, title FROM plain WHERE text LIKE ? ORDER BY length(title), rowid LIMIT ?",
                );
                let like = like.bind(format!("%{typed}%")).bind(HITS);
                scan.bare(like.fetch_all(&mut *bare)).await?;
            }
        }
        scan.ours = index.ours.clone();
        index.print(&format!("search of {what}, p95"), 3.0, 95)?;
        if length > 0 {
            scan.print(&format!("search of {what} beside LIKE, p95"), 0.05, 95)?;
        }
    }
    Ok(())
}

fn values(json: serde_json::Value) -> Values {
    json.as_object().cloned().unwrap_or_default()
}

#[derive(Default)]
struct Times {
    ours: Vec<Duration>,
    bare: Vec<Duration>,
}

impl Times {
    async fn ours<T>(&mut self, work: impl Future<Output = T>) -> T {
        let begun = Instant::now();
        let result = work.await;
        self.ours.push(begun.elapsed());
        result
    }

    async fn bare<T>(&mut self, work: impl Future<Output = T>) -> T {
        let begun = Instant::now();
        let result = work.await;
        self.bare.push(begun.elapsed());
        result
    }

    fn print(&self, name: &str, budget: f64, percentile: usize) -> Anything {
        let line = json!({
            "name": name, "budget": budget,
            "ours_us": at(&self.ours, percentile), "bare_us": at(&self.bare, percentile),
            "spread": self.spread(),
        });
        Ok(writeln!(std::io::stdout(), "{line}")?)
    }

    /// A measure without a budget.
    fn tell(&self, name: &str) -> Anything {
        Ok(writeln!(std::io::stderr(), "{name}: {}", self.spread())?)
    }

    fn spread(&self) -> String {
        let (ours, bare) = (spread(&self.ours), spread(&self.bare));
        format!("ours {ours} µs; bare {bare} µs")
    }
}

/// The time that so many in a hundred do not exceed, in microseconds.
fn at(times: &[Duration], percentile: usize) -> u64 {
    let mut times = times.to_vec();
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    times
        .get(last * percentile / 100)
        .map_or(0, |time| time.as_micros() as u64)
}

/// Least, 50 %, 90 %, 95 %, 99 %, most.
fn spread(times: &[Duration]) -> String {
    let percentiles = [0, 50, 90, 95, 99, 100];
    percentiles
        .map(|percentile| at(times, percentile).to_string())
        .join(" · ")
}
