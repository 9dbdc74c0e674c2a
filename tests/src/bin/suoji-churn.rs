//! A program to be killed: it works on a desk without end and says what it
//! is about to do (`begin`) and what was acknowledged (`done`), one line of
//! JSON each. `suoji-churn DESK SEED [keep|leave]`; `SUOJI_PASSPHRASE` opens a sealed
//! desk. With `keep` it does nothing but reseal, back up and restore; with `leave`
//! it ends by itself, in the middle of its reading.

#[path = "../reliability/snapshot.rs"]
mod snapshot;

use std::io::Write as _;
use std::path::PathBuf;

use base64::Engine as _;
use serde_json::{Value as Json, json};
use suoji_app::App;

use snapshot::{Dice, Snapshot, snapshot, standing};

struct Churn {
    app: App,
    dice: Dice,
    standing: Snapshot,
    last: i64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let desk = PathBuf::from(arguments.next().expect("a desk"));
    let seed = arguments
        .next()
        .and_then(|seed| seed.parse().ok())
        .expect("a seed");
    let app = App::new(desk);
    app.start().await;
    let passphrase = std::env::var("SUOJI_PASSPHRASE").ok();
    let status = app.call("desk_status", json!({})).await.expect("status");
    match status["state"].as_str() {
        Some("absent") => drop(must(&app, "create_desk", json!({"passphrase": passphrase})).await),
        Some("locked") => drop(must(&app, "unlock_desk", json!({"passphrase": passphrase})).await),
        Some("open") => {}
        _ => panic!("{status}"),
    }
    match arguments.next().as_deref() {
        Some("keep") => return keep(&app, Dice(seed), passphrase).await,
        Some("leave") => return leave(app).await,
        _ => {}
    }
    let standing = snapshot(&app).await;
    let mut churn = Churn {
        app,
        dice: Dice(seed),
        last: last(&standing),
        standing,
    };
    say(&json!({"ready": true}));
    loop {
        churn.step().await;
    }
}

/// Changes the passphrase, backs up and restores without end.
async fn keep(app: &App, mut dice: Dice, mut passphrase: Option<String>) {
    say(&json!({"ready": true}));
    loop {
        let new = [None, Some("芝麻".to_owned())][dice.below(2) as usize].clone();
        say(&json!({"begin": {"op": "reseal", "passphrase": new}}));
        let request = json!({"old": passphrase, "new": new});
        must(app, "set_passphrase", request).await;
        passphrase = new;
        say(&json!({"done": {"passphrase": passphrase}}));
        for _ in 0..dice.below(3) {
            say(&json!({"begin": {"op": "restore", "passphrase": passphrase}}));
            let path = format!("{}/copy-{}.db", std::env::temp_dir().display(), dice.roll());
            must(app, "backup", json!({"path": path})).await;
            let request = json!({"path": path, "passphrase": passphrase});
            must(app, "restore_backup", request).await;
            say(&json!({"done": {"passphrase": passphrase}}));
        }
    }
}

/// Lets the desk go without closing it, and ends with 7.
async fn leave(app: App) {
    let search = || must(&app, "search", json!({"text": "药业", "limit": 5}));
    tokio::join!(search(), search(), search(), search());
    drop(app);
    suoji_app::end(7)
}

fn last(standing: &Snapshot) -> i64 {
    standing.values().map(|one| one.version).max().unwrap_or(0)
}

fn say(line: &Json) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())
        .and_then(|()| out.flush())
        .expect("somebody listens");
}

async fn must(app: &App, name: &str, request: Json) -> Json {
    app.call(name, request)
        .await
        .unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

impl Churn {
    async fn step(&mut self) {
        match self.dice.below(20) {
            0..=5 => self.create().await,
            6..=12 => self.edit().await,
            13..=14 => self.bin().await,
            15..=16 => self.walk("undo").await,
            17 => self.walk("redo").await,
            _ => self.import().await,
        }
    }

    /// Says what the records of an action look like now.
    fn done(&mut self, touched: Snapshot) {
        let lines: Vec<Json> = touched
            .iter()
            .map(|(id, one)| {
                json!({"id": id, "kind": one.kind, "version": one.version,
                    "deleted": one.deleted, "values": one.values})
            })
            .collect();
        say(&json!({"done": lines}));
        self.last = self.last.max(last(&touched));
        self.standing.extend(touched);
    }

    async fn done_one(&mut self, saved: &Json) {
        let (kind, id) = (saved["kind"].as_str().expect("kind"), &saved["id"]);
        let record = must(&self.app, "record", json!({"kind": kind, "id": id})).await;
        self.done(Snapshot::from([standing(kind, &record)]));
    }

    async fn done_many(&mut self) {
        let mut all = snapshot(&self.app).await;
        all.retain(|_, one| one.version > self.last);
        self.done(all);
    }

    /// A record of the desk: kind, id, version.
    fn pick(&mut self) -> Option<(String, String, i64, bool)> {
        let own: Vec<_> = self
            .standing
            .iter()
            .filter(|(_, one)| matches!(&*one.kind, "project" | "enterprise" | "agreement"))
            .collect();
        if own.is_empty() {
            return None;
        }
        let at = self.dice.below(own.len() as u64) as usize;
        let (id, one) = own[at];
        Some((one.kind.clone(), id.clone(), one.version, one.deleted))
    }

    async fn create(&mut self) {
        let number = self.dice.below(1_000_000_000);
        let (kind, name) = match self.dice.below(2) {
            0 => ("project", format!("珩谦项目{number}")),
            _ => ("enterprise", format!("珩谦企业{number}")),
        };
        let values = json!({"name": name, "note": "新建"});
        say(&json!({"begin": {"op": "create", "kind": kind, "values": values}}));
        let request = json!({"kind": kind, "values": values});
        let saved = must(&self.app, "create_record", request).await;
        self.done_one(&saved).await;
    }

    async fn edit(&mut self) {
        let Some((kind, id, seen, false)) = self.pick() else {
            return;
        };
        let number = self.dice.below(1_000_000);
        let long = "很长的备注。".repeat(self.dice.below(400) as usize);
        let values = match (&*kind, self.dice.below(2)) {
            ("agreement", 0) => json!({"contract_capital":
                {"amount": format!("{number}.00"), "currency": "CNY"}}),
            _ => json!({"note": format!("{number}{long}")}),
        };
        say(&json!({"begin": {"op": "edit", "kind": kind, "id": id, "values": values}}));
        let request = json!({"kind": kind, "id": id, "seen": seen, "values": values});
        let saved = must(&self.app, "edit_record", request).await;
        self.done_one(&saved).await;
    }

    async fn bin(&mut self) {
        let Some((kind, id, seen, deleted)) = self.pick() else {
            return;
        };
        say(&json!({"begin": {"op": "bin", "kind": kind, "id": id, "deleted": !deleted}}));
        let saved = if deleted {
            must(&self.app, "restore_record", json!({"kind": kind, "id": id})).await
        } else {
            let request = json!({"kind": kind, "id": id, "seen": seen});
            must(&self.app, "delete_record", request).await
        };
        self.done_one(&saved).await;
    }

    async fn walk(&mut self, way: &str) {
        let state = must(&self.app, "undo_state", json!({})).await;
        if state[way].is_null() {
            return;
        }
        say(&json!({"begin": {"op": way, "count": state[way]["count"]}}));
        let undone = must(&self.app, way, json!({})).await;
        assert_eq!(undone["kept"], json!([]), "one device takes back whole");
        self.done_many().await;
    }

    async fn import(&mut self) {
        if self.dice.below(8) == 0 {
            say(&json!({"begin": {"op": "sample"}}));
            must(&self.app, "load_sample", json!({})).await;
            return self.done_many().await;
        }
        let (mark, rows) = (self.dice.below(1_000_000_000), 2 + self.dice.below(12));
        say(&json!({"begin": {"op": "import", "mark": format!("台账{mark}第"), "rows": rows}}));
        let mut text = "序号,项目名称,投资方,签约时间,合同利用资金（万元）\n".to_owned();
        for row in 1..=rows {
            text += &format!("{row},台账{mark}第{row}项,投资方{mark}之{row},2023-05-18,{row}00\n");
        }
        let data = base64::engine::general_purpose::STANDARD.encode(text);
        let request = json!({"name": format!("{mark}.csv"), "data": data});
        let report = must(&self.app, "import_ledger", request).await;
        assert_eq!(report["created"], rows, "{report}");
        self.done_many().await;
    }
}
